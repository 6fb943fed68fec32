"""What the time rules share: the words of one text with their calendar terms, the reference day, and what was found
so far.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from khabar.mentions.calendars import LEXICON, LISTS, Term, term_at
from khabar.mentions.scanning import Words, asked

# A day of the month up to this many days after the reference is read as coming, further ahead only with a cue.
NEAR_FUTURE: Final = 35
FAR_FUTURE: Final = 110
SINCE: Final = frozenset({"منذ", "ومنذ", "مذ", "فمنذ"})
WEAK_PREPOSITIONS: Final = frozenset(
    {"في", "وفي", "منذ", "ومنذ", "خلال", "وخلال", "حتى", "بحلول", "ففي", "لغاية", "طوال", "طيلة"}
)
SIGN: Final = {"past": -1, "previous": -1, "current": 0, "next": 1}
_WAS: Final = frozenset({"كان", "وكان", "كانت", "وكانت", "كانا", "كانوا"})
_DUE: Final = frozenset({"المقرر", "المتوقع", "المنتظر", "المرتقب", "المزمع"})
"""Words of what is to happen, whose clause runs on beyond the names of those who meet."""
_WEEKDAY: Final = 6
"""Words before a weekday in which any cue of the future tells that it is to come."""
_ANNOUNCED: Final = 18
_ENDS: Final = (".", "،", "؟", "؛", "\n")
_STOPS: Final = (".", "؟", "؛", "\n")
_BEFORE: Final = frozenset({"قبل", "قبيل", "عشية", "وقبل", "وقبيل"})
_MEETINGS: Final = frozenset(
    "قمة اجتماع اجتماعات لقاء لقائه زيارة زيارته مؤتمر محادثات مباحثات مفاوضات جلسة انتخابات جولة مهلة استفتاء".split()
)
"""What is to come where something else is told to be before it."""
_GOING: Final = frozenset(
    "يتوجه تتوجه يزور تزور يصل تصل يلتقي تلتقي يعقد تعقد يجتمع تجتمع يستقبل تستقبل يستضيف تستضيف ينطلق تنطلق يصوت تصوت "
    "يبدا تبدا يفتتح تفتتح ينظم تنظم "
    "يسافر تسافر يغادر تغادر يستانف تستانف يحضر تحضر".split()
)
"""Verbs in the present for what people are appointed to do."""
_NO_PRESENT: Final = _WAS | frozenset(
    {"ان", "بان", "لم", "لن", "الذي", "التي", "الذين", "لا", "حين", "فيما", "بينما", "وهو", "وهي"}
)
"""Words before a verb in the present that make its time another one."""
_TURNS: Final = frozenset(LISTS["clause-turns"])
_CUES: Final = frozenset(LISTS["future-cues"])
_NOT_FUTURE: Final = tuple(LISTS["not-future"])
_TERMS: Final = asked(LEXICON.keys())


class Found:
    """One time being read: words ``first`` to ``last`` inclusive, its value and how it was come by. ``day`` is the
    resolved day where the grain is a day; ``counted`` the days it was counted from the reference."""

    __slots__ = (
        "anchor", "calendar", "counted", "day", "edtf", "first", "grain", "last", "offset", "other", "point",
        "relation", "rule", "sense",
    )  # fmt: skip

    def __init__(
        self, first: int, last: int, edtf: str | None, grain: str, rule: str, anchor: str = "publication"
    ) -> None:
        self.first, self.last, self.edtf, self.grain, self.rule, self.anchor = first, last, edtf, grain, rule, anchor
        self.calendar = "gregorian"
        self.relation: str | None = None
        self.offset: int | None = None
        self.other: str | None = None
        self.point: str | None = None
        self.sense: str | None = None
        self.day: date | None = None
        self.counted: int | None = None

    def on(self, day: date | None) -> Found:
        """Set to one resolved day."""
        self.day = day
        self.edtf = day.isoformat() if day is not None else None
        return self


class Scene:
    """The words of one text, their calendar terms by index, the words in digits, the day the text is read from, and
    the words already used."""

    __slots__ = ("digits", "found", "reference", "taken", "terms", "words")

    def __init__(self, words: Words, reference: date | None) -> None:
        self.words, self.reference = words, reference
        self.taken: set[int] = set()
        self.found: list[Found] = []
        self.digits = words.digits
        self.terms: dict[int, tuple[Term, int]] = {}
        for index in words.among(_TERMS):
            term = term_at(words, index)
            if term is not None:
                self.terms[index] = term

    def kind(self, index: int, kind: str) -> Term | None:
        """The term at ``index`` if it is one word of this kind."""
        found = self.terms.get(index)
        return found[0] if found is not None and found[0].kind == kind and found[1] == index else None

    def ending(self, index: int, kind: str) -> tuple[Term, int] | None:
        """The longest term of this kind whose last word is ``index``, and its first word."""
        for first in range(max(index - 3, 0), index + 1):
            found = self.terms.get(first)
            if found is not None and found[1] == index and found[0].kind == kind:
                return found[0], first
        return None

    def free(self, first: int, last: int) -> bool:
        return all(at not in self.taken for at in range(first, last + 1))

    def keep(self, found: Found) -> None:
        """Record ``found`` and mark its words as used."""
        self.found.append(found)
        for at in range(found.first, found.last + 1):
            self.taken.add(at)

    def gap(self, index: int) -> str:
        """The marks between word ``index - 1`` and word ``index``, without spaces."""
        gap = self.words.gap(index) if 0 <= index < len(self.words.words) + 1 else "\n"
        return "\n" if "\n" in gap else gap.strip()

    def future(self, index: int, reach: int = 15) -> bool:
        """Whether the clause up to word ``index`` speaks of what is to come (سيجتمع، من المقرر، بحلول), looking
        ``reach`` words back."""
        words = self.words
        for at in range(index - 1, max(index - 1 - reach, -1), -1):
            gap = words.gap(at + 1)
            if (gap != " " and ("\n" in gap or "." in gap or "؟" in gap)) or words.words[at] in _TURNS:
                return False
            if _is_cue(words.words[at]):
                return _WAS.isdisjoint(words.words[max(at - 3, 0) : at])
        return False

    def coming(self, index: int) -> bool:
        """Whether the weekday at word ``index`` is one to come: a cue of the future near it, or the announcement that
        opens its clause (من المقرر أن يلتقي الرئيس ... الاثنين)."""
        if self.future(index, reach=_WEEKDAY) or self._eve(index):
            return True
        words = self.words.words
        for at in range(index - _WEEKDAY - 1, max(index - _ANNOUNCED, 0), -1):
            gap = self.words.gap(at + 1)
            if (gap != " " and _has(gap, _ENDS)) or words[at] in _TURNS:
                return False
            if words[at] in _DUE:
                return _WAS.isdisjoint(words[max(at - 3, 0) : at])
        return False

    def _eve(self, index: int) -> bool:
        """Whether the weekday is that of a meeting that something comes before (قبل قمة للحلف الجمعة في العاصمة)."""
        words = self.words.words
        for at in range(index - 1, max(index - _WEEKDAY - 1, 0), -1):
            gap = self.words.gap(at + 1)
            if (gap != " " and _has(gap, _ENDS)) or words[at] in _TURNS:
                return False
            if words[at - 1] in _BEFORE:
                return words[at].removeprefix("ال") in _MEETINGS
        return False

    def appointed(self, index: int) -> bool:
        """Whether the weekday tells when somebody is to go, meet or vote, as a verb in the present says (يتوجه الوزير
        إلى موسكو الثلاثاء), where it was not the day before."""
        words = self.words.words
        for at in range(index - 1, max(index - _ANNOUNCED, -1), -1):
            gap = self.words.gap(at + 1)
            if (gap != " " and _has(gap, _STOPS)) or words[at] in _TURNS:
                return False
            if words[at].removeprefix("و") in _GOING:
                return _NO_PRESENT.isdisjoint(words[max(at - 3, 0) : at])
        return False


def _has(gap: str, stops: tuple[str, ...]) -> bool:
    return any(stop in gap for stop in stops)


def _is_cue(word: str) -> bool:
    if word in _CUES:
        return True
    start = 1 if word[0] in "وف" and len(word) > 5 else 0
    return (
        len(word) - start >= 5
        and word[start] == "س"
        and word[start + 1] in "يتن"
        and not word.startswith(_NOT_FUTURE, start)
    )


def choose_year(candidates: list[date], reference: date, future: bool, weekday: int | None) -> tuple[date, date | None]:
    """Of the same day in successive years the one meant, and the other plausible one.

    The most recent not after ``reference``, unless the next one is at most ``NEAR_FUTURE`` days ahead (``FAR_FUTURE``
    with a cue of the future). A weekday that fits only one of the two decides.
    """
    past = [day for day in candidates if day <= reference]
    coming = [day for day in candidates if day > reference]
    if not past or not coming:
        return (past[-1] if past else coming[0]), None
    before, after = past[-1], coming[0]
    if weekday is not None and (before.weekday() == weekday) != (after.weekday() == weekday):
        return (before, after) if before.weekday() == weekday else (after, before)
    limit = timedelta(days=FAR_FUTURE if future else NEAR_FUTURE)
    return (after, before) if after - reference <= limit else (before, after)
