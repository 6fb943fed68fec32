"""Requests to an OpenAI-compatible endpoint: tried again where that may help, slowed down where it asks for it."""

from __future__ import annotations

import os
import random
import threading
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

from khabar.errors import KhabarError
from khabar.extractors.llm.cache import Reply
from khabar.extractors.llm.ledger import Ledger
from khabar.extractors.llm.prompt import SCHEMA, Messages
from khabar.extractors.llm.settings import Settings
from khabar.extractors.protocol import RefusedError

LONGEST_PAUSE = 60.0
SILENT = 3
"""Articles in a row without any answer after which a run stops: the endpoint is gone."""
_AGAIN = frozenset((408, 409, 425, 429, 500, 502, 503, 504, 529))
_LOWER = {"schema": "object", "object": "none"}
_MOST_SAID = 200


class Pace:
    """Lets requests of all threads pass no faster than ``per_minute`` (0: any), and none while the endpoint asks for
    a pause."""

    def __init__(self, per_minute: int) -> None:
        self._gap = 60.0 / per_minute if per_minute else 0.0
        self._next = 0.0
        self._lock = threading.Lock()

    def wait(self) -> None:
        """Sleep until the next request may go."""
        with self._lock:
            now = time.monotonic()
            at = max(now, self._next)
            self._next = at + self._gap if self._gap else max(self._next, 0.0)
        if at > now:
            time.sleep(at - now)

    def hold_off(self, seconds: float) -> None:
        """Let no request pass for so long."""
        with self._lock:
            self._next = max(self._next, time.monotonic() + seconds)


class Endpoint:
    """One model at one address. Safe to use from several threads."""

    def __init__(self, settings: Settings, ledger: Ledger) -> None:
        self.address, self.model = settings.address(), settings.model_name()
        self.settings = settings
        self.ledger = ledger
        key = os.environ.get(settings.key_env, "")
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        timeout = httpx.Timeout(settings.timeout, connect=min(10.0, settings.timeout))
        limits = httpx.Limits(max_connections=None, max_keepalive_connections=64)
        self._client = httpx.Client(headers=headers, timeout=timeout, limits=limits, follow_redirects=False)
        self._pace = Pace(settings.per_minute)
        self._structured: str = settings.structured
        self._silent = 0
        self._answered = False

    def asked(self, messages: Messages) -> dict[str, Any]:
        """What an answer depends on, in the form it is kept under."""
        return {
            "model": self.model, "messages": messages, "temperature": self.settings.temperature,
            "structured": self.settings.structured, "max_output": self.settings.max_output,
        }  # fmt: skip

    def ask(self, messages: Messages) -> Reply:
        """The model's answer, its tokens entered in the ledger. RefusedError where there is none for these messages or
        the budget is spent; KhabarError where there will be none at all."""
        size = sum(len(message["content"]) for message in messages)
        trouble = ""
        pause = 0.0
        for turn in range(self.settings.tries):
            if turn:
                self.ledger.note("tried again")
                time.sleep(pause)
            held = self.ledger.hold(size)
            try:
                self._pace.wait()
                response = self._client.post(self.address, json=self._body(messages))
                reply = self._reply(response, messages)
            except httpx.HTTPError as error:
                self.ledger.release(held)
                trouble = f"{type(error).__name__}: {error}".strip(": ")
                pause = self._pause(turn)
                continue
            except BaseException:
                self.ledger.release(held)
                raise
            if isinstance(reply, Reply):
                self.ledger.settle(held, reply.tokens_in, reply.tokens_out, size)
                self._silent, self._answered = 0, True
                return reply
            self.ledger.release(held)
            trouble, asked_for = reply
            pause = self._pause(turn) if asked_for is None else min(asked_for, LONGEST_PAUSE)
            if asked_for is not None:
                self._pace.hold_off(pause)
        raise self._given_up(trouble)

    def _pause(self, turn: int) -> float:
        """Seconds before the next try: doubling, a random part of it, so that threads do not come back together."""
        return min(LONGEST_PAUSE, self.settings.pause * float(2**turn)) * random.uniform(0.5, 1.0)

    def _given_up(self, trouble: str) -> Exception:
        self.ledger.note("unanswered")
        self._silent += 1
        tries = self.settings.tries
        if self._silent >= SILENT or (not self._answered and trouble.startswith("ConnectError")):
            return KhabarError(
                f"the endpoint {self.address} does not answer ({trouble[:_MOST_SAID]}); what was read is kept: check "
                "the address and repeat the command"
            )
        return RefusedError(
            f"the endpoint gave no answer in {tries} tries ({trouble[:_MOST_SAID]}); repeat the command to try again"
        )

    def _body(self, messages: Messages) -> dict[str, Any]:
        body: dict[str, Any] = {"model": self.model, "messages": messages, "max_tokens": self.settings.max_output}
        if self.settings.temperature is not None:
            body["temperature"] = self.settings.temperature
        if self._structured == "schema":
            schema = {"name": "claims", "strict": True, "schema": SCHEMA}
            body["response_format"] = {"type": "json_schema", "json_schema": schema}
        elif self._structured == "object":
            body["response_format"] = {"type": "json_object"}
        return body

    def _reply(self, response: httpx.Response, messages: Messages) -> Reply | tuple[str, float | None]:
        """The answer; or the trouble, and for how many seconds the endpoint asks to be left alone."""
        status = response.status_code
        if status == 200:
            return self._read(response, messages)
        said = _said(response)
        if status in _AGAIN:
            return f"{status} {said}", _retry_after(response)
        if status in (401, 403):
            raise KhabarError(
                f"the endpoint {self.address} refuses the key ({status} {said}); set {self.settings.key_env}"
            )
        if status == 404:
            raise KhabarError(
                f"the endpoint {self.address} or its model {self.model} is not there (404 {said}); check url and model"
            )
        if status in (400, 422) and self._structured in _LOWER and ("response_format" in said or "schema" in said):
            self._structured = _LOWER[self._structured]
            return f"{status} {said}", 0.0
        raise RefusedError(f"the endpoint refused the request ({status} {said}); see docs/extractors.md")

    def _read(self, response: httpx.Response, messages: Messages) -> Reply | tuple[str, None]:
        try:
            data = response.json()
            choice = data["choices"][0]
            content = choice["message"]["content"]
        except (ValueError, KeyError, IndexError, TypeError):
            return "an answer that is none of this protocol", None
        content = content if isinstance(content, str) else ""
        tokens_in, tokens_out = self._tokens(data.get("usage"), messages, content)
        return Reply(
            content=content, tokens_in=tokens_in, tokens_out=tokens_out, cut=choice.get("finish_reason") == "length"
        )

    def _tokens(self, usage: Any, messages: Messages, content: str) -> tuple[int, int]:
        """What the endpoint says it took; estimated, and counted as such, where it does not say."""
        told = usage if isinstance(usage, dict) else {}
        tokens_in, tokens_out = told.get("prompt_tokens"), told.get("completion_tokens")
        if isinstance(tokens_in, int) and isinstance(tokens_out, int) and min(tokens_in, tokens_out) >= 0:
            return tokens_in, tokens_out
        self.ledger.note("tokens estimated")
        size = sum(len(message["content"]) for message in messages)
        return self.ledger.expected_in(size), self.ledger.expected_in(len(content))


def _said(response: httpx.Response) -> str:
    """The endpoint's own words about a fault, one line."""
    try:
        error = response.json().get("error")
        told = error.get("message") if isinstance(error, dict) else error
    except (ValueError, AttributeError):
        told = None
    return " ".join(str(told or response.text or response.reason_phrase).split())[:_MOST_SAID]


def _retry_after(response: httpx.Response) -> float | None:
    """Seconds that the header Retry-After asks for, given as a number or as a date; None without one."""
    given = response.headers.get("retry-after", "").strip()
    if not given:
        return None
    try:
        return max(0.0, float(given))
    except ValueError:
        pass
    try:
        return max(0.0, (parsedate_to_datetime(given) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None
