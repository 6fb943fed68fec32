"""What a person sets for the language model."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta

from khabar.errors import KhabarError
from khabar.extractors.protocol import Capabilities
from khabar.model import Record

CAPABILITIES = Capabilities(network=True, works="threads")


def _about(words: str) -> Meta:
    return Meta(extra_json_schema={"description": words})


class Settings(Record, frozen=True, kw_only=True):
    """Settings of the extractor ``llm``; the key is read from the environment, never from the command line."""

    url: Annotated[str, _about("endpoint, such as http://127.0.0.1:8000/v1; else $KHABAR_LLM_URL")] = ""
    model: Annotated[str, _about("the model's name there; else $KHABAR_LLM_MODEL")] = ""
    key_env: Annotated[str, _about("environment variable that holds the key")] = "KHABAR_LLM_KEY"
    price_in: Annotated[float | None, _about("price of a million tokens in")] = None
    price_out: Annotated[float | None, _about("price of a million tokens out")] = None
    budget: Annotated[
        str, _about("most to spend: 2.50 in the prices' currency, 300000tokens, or both with a comma")
    ] = ""
    keep: Annotated[Literal["both", "model"], _about("claims of both readers, or the model's only")] = "both"
    structured: Annotated[
        Literal["schema", "object", "none"], _about("how the endpoint is asked for JSON; lowered where it refuses")
    ] = "schema"
    temperature: Annotated[float | None, _about("null: not sent")] = 0.0
    max_output: Annotated[int, _about("most tokens of an answer"), Meta(ge=64)] = 4096
    piece: Annotated[int, _about("most code points of a text sent at once"), Meta(ge=200)] = 12_000
    tries: Annotated[int, _about("how often a request is tried"), Meta(ge=1)] = 5
    pause: Annotated[float, _about("seconds before the second try; doubles each time"), Meta(ge=0)] = 1.0
    timeout: Annotated[float, _about("seconds to wait for an answer"), Meta(gt=0)] = 120.0
    per_minute: Annotated[int, _about("most requests a minute; 0: any number"), Meta(ge=0)] = 0
    cache: Annotated[str, _about("folder that keeps answers; off: none are kept")] = ""

    def address(self) -> str:
        """The address that requests go to; KhabarError where none is set."""
        given = (self.url or os.environ.get("KHABAR_LLM_URL", "")).strip().rstrip("/")
        if not given:
            raise KhabarError(
                "the extractor llm needs an endpoint; give --set url=http://127.0.0.1:8000/v1 or set KHABAR_LLM_URL"
            )
        if not given.startswith(("http://", "https://")):
            raise KhabarError(f"url={given} of the extractor llm is no address; it begins with http:// or https://")
        return given if given.endswith("/chat/completions") else f"{given}/chat/completions"

    def model_name(self) -> str:
        """The model asked for; KhabarError where none is set."""
        given = (self.model or os.environ.get("KHABAR_LLM_MODEL", "")).strip()
        if not given:
            raise KhabarError("the extractor llm needs a model; give --set model=NAME or set KHABAR_LLM_MODEL")
        return given

    def cache_folder(self) -> Path | None:
        """Where answers are kept, or None."""
        if self.cache == "off":
            return None
        if self.cache:
            return Path(self.cache)
        base = os.environ.get("XDG_CACHE_HOME")
        return (Path(base) if base else Path.home() / ".cache") / "khabar" / "llm"
