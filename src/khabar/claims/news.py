"""What a sentence adds to what the article told before it, and what a summary takes from the rest of the article."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, STOPS, THAT
from khabar.claims.kinds import INCIDENTS
from khabar.claims.losses import CASUALTIES, Loss, LossFinder
from khabar.claims.particles import WILL
from khabar.mentions.punctuation import QUOTES_OPEN
from khabar.mentions.reading import Reading

_SUMMARY: Final = 2
"""Number of the last sentence that may sum up what the article tells in full."""
_AROUND: Final = 10
"""Tokens on either side of a trigger whose words are compared."""

_JUDGED: Final = frozenset(
    "فرصة مهم مهمة طبيعي طبيعية خطوة مبادرة رسالة دليل ناجح ناجحة مثمر مثمرة بناء بناءة ايجابي ايجابية تاريخي تاريخية "
    "ضروري ضرورية كان كانت ليس ليست لم لن تعكس يعكس تحمل يحمل تمثل يمثل تشكل يشكل تؤكد يؤكد تدل يدل تعني يعني تعد يعد "
    "تهدف يهدف تكتسب يكتسب تندرج يندرج اثبت اثبتت".split()
)
"""Words of a judgement on what has been told."""
_BEHIND: Final = 3
_BREATH: Final = 9
"""Tokens between the dead and the captives of one toll."""
_LAYING: Final = "القاء"
"""Noun that carries an arrest (إلقاء القبض)."""
_BESIDES: Final = ["الى", "جانب"]
_COURSE: Final = "عملية"
"""Word right before the noun of a deed that says no more than it (عملية الاعتقال)."""
_LINKS: Final = frozenset("هو هي كان كانت".split())
"""Copulas between a deed and what is thought of it."""
_ORIGINS: Final = frozenset("من نتيجة ناجم ناجما ناجمة بسبب ردا قد في على بين".split())
"""Words behind them that say where it came from instead."""
_WEIGHS: Final = frozenset(
    "ليس ليست لا يشكل تشكل يمثل تمثل يعد تعد يعتبر تعتبر يعني تعني يعكس تعكس يدل تدل يؤكد تؤكد يثبت تثبت يكشف تكشف "
    "يهدد تهدد ياتي تاتي يندرج تندرج يخدم تخدم يبعث تبعث يصب تصب يبقى تبقى بات باتت سيبقى ستبقى يستدعي تستدعي يتطلب "
    "تتطلب يستوجب تستوجب يحمل تحمل يظهر تظهر اظهر اظهرت اثبت اثبتت اكد اكدت كشف كشفت دليل رسالة".split()
)
"""Words of a judgement on a deed."""
_RELATIVE_OR_STOPS: Final = RELATIVE | STOPS
_STOPS_OR_THAT: Final = STOPS | THAT


class _Content:
    """What a word says: the sentences that say it, as bits; the window in which it was counted last."""

    __slots__ = ("counted", "said")

    def __init__(self, said: int) -> None:
        self.said = said
        self.counted = 0


def _said(loss: Loss) -> tuple[str, float, float | None]:
    return loss.figure.what, loss.figure.low, loss.figure.high


def _most(rows: list[int]) -> int:
    """How many of some rows of bits have the bit that most of them have: all places are counted at once, each number
    of ``digits`` holding one binary digit of every count."""
    digits: list[int] = []
    for row in rows:
        carried, at = row, 0
        while carried:
            if at == len(digits):
                digits.append(0)
            digits[at], carried = digits[at] ^ carried, digits[at] & carried
            at += 1
    most, left = 0, -1
    for at in range(len(digits) - 1, -1, -1):
        if digits[at] & left:
            left &= digits[at]
            most += 1 << at
    return most


class News:
    """What the claims so far have told."""

    def __init__(self, reading: Reading, losses: LossFinder) -> None:
        self.r = reading
        self._losses = losses
        self._told: dict[str, list[int]] = {}
        self._told_in: dict[str, int] = {}
        """For a type the sentences of its last claims, as bits."""
        self._figures: set[tuple[str, float, float | None]] = set()
        self._windows = 0
        """How many windows were looked at."""
        self._contents: list[_Content | None] = [None] * len(reading.words)
        """For each token what it says, if anything."""
        self._compare()

    def _compare(self) -> None:
        known: dict[str, _Content] = {}
        contents, sentence_at = self._contents, self.r.sentence_at
        sentence = -1
        bit = 0
        for at, word in enumerate(self.r.words):
            text = word.content
            if not text:
                continue
            if sentence_at[at] != sentence:
                sentence = sentence_at[at]
                bit = 1 << sentence if sentence >= 0 else 0
            content = known.get(text)
            if content is None:
                content = known[text] = _Content(bit)
            else:
                content.said |= bit
            contents[at] = content

    def _window(self, low: int, high: int) -> list[_Content]:
        """What the tokens of a window say, each once."""
        self._windows += 1
        window, contents = self._windows, self._contents
        found: list[_Content] = []
        for at in range(low, high):
            content = contents[at]
            if content is not None and content.counted != window:
                content.counted = window
                found.append(content)
        return found

    def note(self, candidate: Candidate) -> None:
        """Remember a claim for what follows."""
        kind = candidate.type
        for loss in self._losses.of(candidate.sentence):
            self._figures.add(_said(loss))
        told = self._told.setdefault(kind, [])
        told.append(candidate.sentence)
        sentences = 0
        for at in range(max(0, len(told) - 4), len(told)):
            sentences |= 1 << told[at]
        self._told_in[kind] = sentences

    def fresh(self, candidate: Candidate) -> int:
        """How much of the words around it the last claims of its type have not said: 0 (under a fifth) to 5 (all);
        -1 for the first."""
        told = self._told_in.get(candidate.type)
        if told is None:
            return -1
        low, high = max(0, candidate.first - _AROUND), min(len(self._contents), candidate.last + _AROUND + 1)
        self._windows += 1
        window, contents = self._windows, self._contents
        every = both = 0
        for at in range(low, high):
            content = contents[at]
            if content is not None and content.counted != window:
                content.counted = window
                every += 1
                if content.said & told:
                    both += 1
        return int(5 * (1 - both / max(1, every)))

    def remark(self, candidate: Candidate) -> bool:
        """A meeting or a deed told before is only spoken of: it is the subject of a judgement (قال إن اللقاء كان
        فرصة)."""
        first, kind = candidate.first, candidate.type
        if kind not in self._told or candidate.pos != "n":
            return False
        if kind in INCIDENTS or kind == "COOPERATE":
            first -= self.r.words[first - 1].core == _COURSE
            first -= self.r.forms[first - 1] in QUOTES_OPEN
            return self.r.words[first - 1].core == "ان" and self._weighed(candidate)
        if self.r.forms[first - 1] not in THAT:
            return False
        if kind != "CONSULT" or not self.r.words[first].det:
            return False
        return any(form in _JUDGED for form in self.r.forms[candidate.last + 1 : candidate.last + 1 + _BEHIND])

    def _weighed(self, candidate: Candidate) -> bool:
        """The verb of the deed is one of judging it or of what it will bring (أن الاغتيال يشكل تجاوزا)."""
        if self.losses(candidate) == "new":
            return False
        sentence = self.r.sentences[candidate.sentence]
        for at in range(candidate.last + 1, min(sentence.last - 1, candidate.last + 1 + _AROUND)):
            form, word = self.r.forms[at], self.r.words[at]
            if form in _RELATIVE_OR_STOPS:
                return False
            if form in _LINKS:
                return self.r.forms[at + 1] not in _ORIGINS and not self.r.acts[at + 1]
            if form in _WEIGHS:
                return True
            future = form[:2] in WILL and not word.enc
            if (self.r.acts[at] or (future and "س" in word.pro)) and at not in self.r.time_tokens:
                return future
        return False

    def losses(self, candidate: Candidate) -> str:
        """Losses by an attack or after it in its sentence: ``new``, or all ``told`` before; empty if there are none."""
        if candidate.type != "ASSAULT":
            return ""
        told = ""
        for loss in self._losses.of(candidate.sentence):
            if loss.last >= candidate.first - 4 and loss.figure.what in CASUALTIES:
                if _said(loss) not in self._figures:
                    return "new"
                told = "told"
        return told

    def reaped(self, candidate: Candidate) -> bool:
        """Captives told in one breath with the dead of an attack, by a noun or without a doer (قتل ثمانون مسلحا واعتقل
        أربعة آخرون): figures of the attack."""
        if candidate.mode != "arrest" or candidate.type != "COERCE":
            return False
        first, words = candidate.first, self.r.words
        if candidate.pos == "v" and not (candidate.passive or candidate.tag.endswith(".m")):
            return False
        first -= candidate.light is not None and candidate.light.last == first - 1
        first -= words[first - 1].core == _LAYING
        if "و" not in words[first].pro and self.r.forms[first - 2 : first] != _BESIDES:
            return False
        behind = candidate.last + 1
        behind += candidate.pos == "n" and self.r.forms[behind] == "على"
        if behind not in self.r.number_tokens:
            return False
        for loss in self._losses.of(candidate.sentence):
            if loss.figure.what == "killed" and 0 < first - loss.last <= _BREATH and loss.figure.low:
                return not any(form in _STOPS_OR_THAT for form in self.r.forms[loss.last + 1 : first])
        return False

    def echo(self, candidate: Candidate) -> int:
        """How much of the words around it one later sentence says again, where it may be a summary: 0 to 5; -1 further
        down."""
        if candidate.sentence > _SUMMARY:
            return -1
        sentence = self.r.sentences[candidate.sentence]
        low, high = max(sentence.first, candidate.first - _AROUND), min(sentence.last, candidate.last + _AROUND + 1)
        mine = self._window(low, high)
        again = [later for one in mine if (later := one.said >> (candidate.sentence + 1))]
        return int(5 * _most(again) / max(1, len(mine)))
