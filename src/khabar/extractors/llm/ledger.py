"""What was spent, what may be, and what a text is expected to take."""

from __future__ import annotations

import re
import threading
from collections import Counter

from khabar.errors import KhabarError
from khabar.extractors.llm.settings import Settings
from khabar.extractors.protocol import Estimate, RefusedError
from khabar.model import Record

_AMOUNT = re.compile(r"\s*([0-9][0-9_]*(?:\.[0-9]+)?)\s*([kKmM]?)\s*(t|tok|tokens?)?\s*", re.IGNORECASE)
_SCALE = {"": 1, "k": 1_000, "m": 1_000_000}
CHARACTERS_PER_TOKEN = 2.0
"""Of Arabic prose, before a run has met its model's own count: tokenisers of today's models take 1.8 to 3.5 code
points for a token; the estimate is to be too high rather than too low."""
_ANSWER = (60, 0.6)
"""Expected tokens of an answer: a base, and so many for each code point of the text (a claim takes some 150 tokens, a
text makes one every 200 to 300 code points)."""


class Budget(Record, frozen=True, kw_only=True):
    """Most to spend; None: no bound."""

    money: float | None = None
    tokens: int | None = None


class Held(Record, frozen=True, kw_only=True):
    """Tokens set aside for a request that is under way."""

    tokens_in: int
    tokens_out: int


def budget_of(given: str) -> Budget:
    """A budget as a person writes it: ``2.50``, ``300000tokens``, ``300k tokens``, or both with a comma between."""
    money: float | None = None
    tokens: int | None = None
    for part in filter(str.strip, given.split(",")):
        found = _AMOUNT.fullmatch(part)
        if found is None:
            raise KhabarError(f"the budget {part.strip()} is no amount; write 2.50 for money, 300000tokens for tokens")
        value = float(found[1].replace("_", "")) * _SCALE[found[2].lower()]
        if found[3]:
            tokens = int(value)
        else:
            money = value
    return Budget(money=money, tokens=tokens)


class Ledger:
    """Counts requests, tokens and money, from several threads. A budget is never overdrawn: a request is let through
    only where it fits even if its answer is as long as it may be."""

    def __init__(self, settings: Settings) -> None:
        self.budget = budget_of(settings.budget)
        self.price_in, self.price_out = settings.price_in, settings.price_out
        if self.budget.money is not None and (self.price_in is None or self.price_out is None):
            raise KhabarError(
                "a budget in money needs the prices of a million tokens; give --set price_in=P and --set price_out=P"
            )
        self.longest = settings.max_output
        self.counts: Counter[str] = Counter()
        self.tokens_in = self.tokens_out = 0
        self._held_in = self._held_out = 0
        self._characters = 0
        self._lock = threading.Condition(threading.RLock())

    def cost(self, tokens_in: int, tokens_out: int) -> float | None:
        """Money for so many tokens, None without prices."""
        if self.price_in is None or self.price_out is None:
            return None
        return (tokens_in * self.price_in + tokens_out * self.price_out) / 1_000_000

    @property
    def spent(self) -> float | None:
        """Money spent so far, None without prices."""
        return self.cost(self.tokens_in, self.tokens_out)

    def note(self, what: str, count: int = 1) -> None:
        """Count something that happened."""
        with self._lock:
            self.counts[what] += count

    def expected_in(self, characters: int) -> int:
        """Tokens that so many characters take, by the model's own count once there is one."""
        if self._characters and self.tokens_in:
            return int(characters * self.tokens_in / self._characters) + 1
        return int(characters / CHARACTERS_PER_TOKEN) + 1

    def expected_out(self, characters: int) -> int:
        """Tokens that the answer to a text of so many characters takes."""
        return min(self.longest, int(_ANSWER[0] + characters * _ANSWER[1]))

    def hold(self, characters: int) -> Held:
        """Set aside what a request of so many characters may take at most; waits for requests under way where what
        they leave may do. RefusedError where the budget has not that much left."""
        with self._lock:
            most = Held(tokens_in=int(self.expected_in(characters) * 1.1) + 1, tokens_out=self.longest)
            while (over := self._over_with(most)) is not None and self._held_out:
                self._lock.wait()
            if over is not None:
                self.counts["over budget"] += 1
                raise RefusedError(
                    f"{over} is spent; repeat the command with a larger --budget, what was answered is not asked again"
                )
            self._held_in += most.tokens_in
            self._held_out += most.tokens_out
            return most

    def _over_with(self, most: Held) -> str | None:
        tokens_in = self.tokens_in + self._held_in + most.tokens_in
        return self._over(tokens_in, self.tokens_out + self._held_out + most.tokens_out)

    def _over(self, tokens_in: int, tokens_out: int) -> str | None:
        cost = self.cost(tokens_in, tokens_out)
        if self.budget.money is not None and cost is not None and cost > self.budget.money:
            return f"the budget of {self.budget.money:.2f}"
        if self.budget.tokens is not None and tokens_in + tokens_out > self.budget.tokens:
            return f"the budget of {self.budget.tokens:,} tokens"
        return None

    def release(self, held: Held) -> None:
        """The request was not answered: what was set aside is free again."""
        with self._lock:
            self._held_in -= held.tokens_in
            self._held_out -= held.tokens_out
            self._lock.notify_all()

    def settle(self, held: Held, tokens_in: int, tokens_out: int, characters: int) -> None:
        """The request was answered: what it took, usable or not, is spent."""
        with self._lock:
            self.release(held)
            self.counts["requests"] += 1
            self.tokens_in += tokens_in
            self.tokens_out += tokens_out
            self._characters += characters

    def over(self, expected: Estimate) -> str | None:
        """What ``expected`` exceeds, in words."""
        over = self._over(self.tokens_in + expected.tokens_in, self.tokens_out + expected.tokens_out)
        return None if over is None else f"{over} will not do; articles over it are set aside, nothing is lost"

    def lines(self) -> list[str]:
        """What was asked and spent, for a person."""
        count = self.counts
        told = f"{count['requests']} requests, {count['from the cache']} answers from the cache"
        told += f"; {self.tokens_in:,} tokens in, {self.tokens_out:,} out"
        if (spent := self.spent) is not None:
            told += f"; cost {spent:.4f}"
        if self.budget.money is not None:
            told += f" of {self.budget.money:.2f}"
        names = ("tried again", "unanswered", "bad answers", "tokens estimated", "over budget")
        troubles = [f"{name} {count[name]}" for name in names if count[name]]
        return [told] + ([", ".join(troubles)] if troubles else [])
