"""The grammar of Arabic counting: from a run of digits and number words to one value.

Covers all cases and genders, joined by و (خمسة وعشرين) or not (ثلاثة عشر، خمسة آلاف), digits mixed with words (3
آلاف، 1.5 مليون، ثلاثة آلاف و500), duals (مئتي، ألفي، مليونين), fractions of a scale (نصف مليون، مليون ونصف).
Vocabulary: ``resources/numbers.jsonl``.
"""

from __future__ import annotations

import re
from typing import Any, Final

from khabar.mentions.scanning import Words, rows, with_clitics
from khabar.text import folded

UNIT, HALF_TEEN, TEEN, TEN, HUNDRED, SCALE, DUAL, PLURAL, FRACTION, SEVERAL = range(10)
_CLASSES: Final = {
    "unit": UNIT,
    "half-teen": HALF_TEEN,
    "teen": TEEN,
    "ten": TEN,
    "hundred": HUNDRED,
    "fraction": FRACTION,
}
_POINT: Final = "فاصلة"
_GROUPS: Final = re.compile("[1-9][0-9]{0,2}(?:[,٬،][0-9]{3})+(?:[.٫][0-9]+)?|[1-9][0-9]{0,2}(?:\\.[0-9]{3}){2,}")


class Word:
    """One written number word: its class, value, proclitic, whether it carries ال, and the resource entry."""

    __slots__ = ("accusative", "clitic", "definite", "entry", "kind", "value")

    def __init__(
        self, kind: int, value: float, clitic: str, definite: bool, entry: str, accusative: bool = False
    ) -> None:
        self.kind = kind
        self.value = value
        self.clitic = clitic
        self.definite = definite
        self.entry = entry
        self.accusative = accusative


class Count:
    """A number read from words ``first`` up to and including ``last``; ``scale`` is its largest named scale (1 if
    none); ``digits``: it starts with digits."""

    __slots__ = ("definite", "digits", "entry", "first", "last", "scale", "value")

    def __init__(
        self, first: int, last: int, value: float, scale: float, digits: bool, definite: bool, entry: str
    ) -> None:
        self.first = first
        self.last = last
        self.value = value
        self.scale = scale
        self.digits = digits
        self.definite = definite
        self.entry = entry


def _load() -> tuple[dict[str, Word], dict[str, Word], list[dict[str, Any]]]:
    """Number words, ordinals, and the rows of other classes."""
    numbers: dict[str, Word] = {}
    ordinals: dict[str, Word] = {}
    rest: list[dict[str, Any]] = []
    for row in rows("numbers"):
        kind = row["class"]
        if kind == "scale":
            for key, code, factor in (
                ("forms", SCALE, 1),
                ("accusative", SCALE, 1),
                ("duals", DUAL, 2),
                ("plurals", PLURAL, 1),
            ):
                _add(numbers, row, row[key], code, row["value"] * factor, key == "accusative")
        elif kind in _CLASSES:
            _add(numbers, row, row["forms"], _CLASSES[kind], row["value"])
        elif kind == "several":
            _add(numbers, row, row["forms"], SEVERAL, row["value"])
        else:
            rest.append(row)
        _add(ordinals, row, row.get("ordinals", []), UNIT, row.get("value", 0))
    return numbers, ordinals, rest


def _add(
    table: dict[str, Word], row: dict[str, Any], forms: list[str], kind: int, value: float, accusative: bool = False
) -> None:
    for form in forms:
        for shape, clitic, definite in with_clitics(folded(form)):
            table.setdefault(shape, Word(kind, value, clitic, definite, row["id"], accusative))


NUMBERS, ORDINALS, OTHERS = _load()


def digit_value(word: str, decimal: bool = False) -> float:
    """Value of a digit group. A comma or ٬ before three digits groups thousands, ٫ and other commas are decimal; a
    single dot before three digits groups thousands (12.500) unless ``decimal`` is asked for."""
    if word.isdecimal():
        return float(int(word)) if len(word) < 19 else float(word)
    if _GROUPS.fullmatch(word):
        if word.count(".") > 1:
            return float(word.replace(".", ""))
        return float(re.sub("[,٬،]", "", word).replace("٫", "."))
    head, dot, tail = word.partition(".")
    if (
        not decimal
        and dot
        and len(tail) == 3
        and tail.isdecimal()
        and head.isdecimal()
        and 0 < int(head) < 1000
        and head[0] != "0"
    ):
        return float(head + tail)
    parts = re.split("[.,٫٬،]", word)
    return float("".join(parts[:-1]) + "." + parts[-1])


def read_count(words: Words, index: int) -> Count | None:
    """The cardinal number that starts at word ``index``, as long as it goes, or None. Bare plurals of scales (آلاف) and
    words for "several" start no count."""
    count = _Reader(words, index).read()
    if count is not None and count.scale == 1 and words.at(count.last + 1) == _POINT:
        return _pointed(words, count) or count
    return count


def _pointed(words: Words, whole: Count) -> Count | None:
    """خمسة فاصلة ستة، أربعة فاصلة خمسة ملايين: the places behind a point that is spelled out."""
    rest = _Reader(words, whole.last + 2).read() if words.near(whole.last + 2) else None
    if rest is None or rest.definite:
        return None
    places = rest.value / rest.scale
    if places != int(places) or not 0 <= places < 1000:
        return None
    value = (whole.value + places / 10 ** len(str(int(places)))) * rest.scale
    return Count(whole.first, rest.last, round(value, 3), rest.scale, whole.digits, whole.definite, whole.entry)


class _Reader:
    """Grows a count word by word: finished scales in ``total``, the group below a thousand being built in ``group``;
    ``rank`` is the size of the last piece added to the group (what follows joined by و must be smaller)."""

    __slots__ = ("digits", "entry", "first", "group", "largest", "last", "rank", "smallest", "total", "words")

    def __init__(self, words: Words, first: int) -> None:
        self.words, self.first, self.last = words, first, first - 1
        self.total, self.group, self.rank = 0.0, -1.0, 0.0
        self.smallest, self.largest = 1e18, 1.0
        self.digits, self.entry = False, ""

    def read(self) -> Count | None:
        words, at = self.words, self.first
        definite = False
        while at < len(words.words):
            joined = False
            step = at
            if at > self.first:
                if not words.near(at):
                    break
                if words.words[at] == "و" and at + 1 < len(words.words) and words.near(at + 1):
                    joined, step = True, at + 1
            word = words.words[step]
            if word[0] <= "9":
                taken = int(self._digits(step, joined))
            else:
                found = NUMBERS.get(word)
                if found is None or (at > self.first and found.clitic not in ("", "و")):
                    break
                if at == self.first:
                    definite = found.definite
                taken = self._word(found, step, joined or (at > self.first and found.clitic == "و"))
            if not taken:
                break
            self.last = step + taken - 1
            at = self.last + 1
        if self.last < self.first:
            return None
        value = self.total + max(self.group, 0.0)
        digits = words.words[self.first][0] <= "9"
        return Count(self.first, self.last, value, self.largest, digits, definite, self.entry)

    def _digits(self, at: int, joined: bool) -> bool:
        """Take in figures: the number itself, a group of three behind a blank (12 500), or what و adds (ألف و200).
        Whether they go on."""
        word = self.words.words[at]
        if self.last >= self.first:
            spaced = len(word) == 3 and not joined and self.digits and self.words.gap(at) == " " and self.largest == 1
            if (
                spaced
                and word.isdecimal()
                and self.words.words[at - 1].isdecimal()
                and (len(self.words.words[at - 1]) <= 3 if at - 1 == self.first else True)
            ):
                self.group = self.group * 1000 + int(word)
                return True
            if not joined or not word.isdecimal():
                return False
            value = float(int(word))
            if self.group >= 0:
                if self.digits or self.rank < 100 or value >= 100:
                    return False
                self.group += value
            elif value < self.smallest and not self._greater(at):
                self.group = value
            else:
                return False
            self.rank, self.digits = 1.0, True
            return True
        follower = NUMBERS.get(self.words.at(at + 1))
        self.group = digit_value(word, decimal=follower is not None and follower.kind in (SCALE, PLURAL))
        if self.words.gap(at)[-1:] == "٫":
            self.group = float("0." + re.sub("[^0-9]", "", word))
        self.rank, self.digits, self.entry = 1.0, True, "digits"
        return True

    def _word(self, found: Word, at: int, joined: bool) -> int:
        """Take the number word at ``at``; how many words were used (0: it does not continue this count)."""
        if not self.entry:
            self.entry = found.entry
        if found.kind in (SCALE, PLURAL, DUAL):
            return int(self._scale(found, at, joined))
        if found.kind == FRACTION:
            return self._fraction(found, at, joined)
        if found.kind == SEVERAL:
            return 0
        if self.group < 0:
            return int(self._open(found, at, joined))
        return int(not self.digits and (self._grow(found, at) if joined else self._compound(found)))

    def _compound(self, found: Word) -> bool:
        """What follows a unit without و: ثلاثة عشر، ثلاث مئة."""
        unit = self.group % 100
        if self.rank != 1 or not 1 <= unit <= 9:
            return False
        if found.kind == HUNDRED and found.value == 100 and self.group >= 3 and self.group == unit:
            self.group, self.rank = self.group * 100, 100.0
            return True
        if found.kind == UNIT and found.value == 10:
            self.group += 10
            return True
        return False

    def _grow(self, found: Word, at: int) -> bool:
        """What و joins to a group: a ten to a unit, anything smaller to a hundred."""
        if found.kind == TEN and (self.rank >= 100 or (self.group % 100 < 10 and self.rank < 10)):
            self.group, self.rank = self.group + found.value, 10.0
            return True
        if found.kind in (UNIT, TEEN, HALF_TEEN) and self.rank >= 100 and self._may_open(found, at):
            self.group, self.rank = self.group + found.value, 1.0
            return True
        return False

    def _open(self, found: Word, at: int, joined: bool) -> bool:
        """Start a group: the first, or one after a finished scale (then joined by و and smaller than it)."""
        if self.last >= self.first and (not joined or found.value >= self.smallest or self._greater(at)):
            return False
        if not self._may_open(found, at):
            return False
        self.group, self.rank = found.value, 100.0 if found.kind == HUNDRED else 10.0 if found.kind == TEN else 1.0
        self.digits = False
        return True

    def _greater(self, at: int) -> bool:
        """Whether the number at ``at`` goes on to a scale no smaller than the last one: then it is another count
        (مليونين وثلاثة ملايين)."""
        inner = read_count(self.words, at)
        return inner is not None and inner.scale >= self.smallest

    def _may_open(self, found: Word, at: int) -> bool:
        """أحد and اثنا count only before عشر or a joined ten (أحد عشر، إحدى وعشرون)."""
        if found.kind != HALF_TEEN:
            return True
        follower = NUMBERS.get(self.words.at(at + 1))
        if follower is None or not self.words.near(at + 1):
            return False
        if follower.kind == UNIT and follower.value == 10 and not follower.clitic:
            return True
        return found.value == 1 and follower.kind == TEN and follower.clitic == "و"

    def _scale(self, found: Word, at: int, joined: bool) -> bool:
        """Take in a hundred, thousand or million, alone or of what stands before it (ثلاثة آلاف، ألفان). Whether it
        goes on."""
        value = found.value
        if found.kind == DUAL:
            if self.group >= 0 or (self.last >= self.first and not joined) or value >= self.smallest:
                return False
            self.total += value
            value /= 2
        elif joined or self.last < self.first:
            if self.group >= 0 or found.kind == PLURAL or value >= self.smallest:
                return False
            self.total += value * (2 if self._construct_dual(found, at) else 1)
        elif self.group >= 0:
            if value >= self.smallest:
                return False
            self.total += self.group * value
        elif value > self.smallest > 1:
            self.total *= value
            self.largest = max(self.largest, value)
            return True
        else:
            return False
        self.group, self.rank, self.digits = -1.0, 0.0, False
        self.smallest, self.largest = value, max(self.largest, value)
        return True

    def _construct_dual(self, found: Word, at: int) -> bool:
        """ألفا جندي is two thousand (a dual before its noun), ألفا و200 and خمسة عشر ألفا are one thousand in the
        accusative."""
        if not found.accusative or found.definite:
            return False
        after = self.words.at(at + 1)
        if not after or not self.words.near(at + 1) or after[0] == "و" or after[0] <= "9":
            return False
        follower = NUMBERS.get(after)
        return follower is None or follower.kind in (SCALE, PLURAL)

    def _fraction(self, found: Word, at: int, joined: bool) -> int:
        """نصف مليون, and ونصف (المليون) after a scale; a fraction of anything else is no count."""
        follower = NUMBERS.get(self.words.at(at + 1))
        scale = follower.value if follower is not None and follower.kind == SCALE and self.words.near(at + 1) else 0.0
        if self.last < self.first:
            self.group = found.value
            return int(scale >= 1000)
        if not joined or self.group >= 0 or not 1000 <= self.smallest < 1e18:
            return 0
        self.total += found.value * self.smallest
        taken = 2 if scale == self.smallest else 1
        self.smallest = 1.0
        return taken
