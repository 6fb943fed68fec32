"""Numbers of news prose and how they are read as figures: "more than 50" is 51 and up, dozens are 20 and up.

:func:`find_numbers` works on folded text (:func:`khabar.text.fold`); offsets are into that text. The rules for bounds
are the codebook's; vocabulary and approximators are data (``resources/numbers.jsonl``).
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from khabar.mentions.number_labels import is_day_of_month, is_label, is_timed, year_like
from khabar.mentions.number_mention import Amount, NumberMention, bounds, tidy
from khabar.mentions.number_ordinals import read_ordinal
from khabar.mentions.number_words import (
    HUNDRED,
    NUMBERS,
    ORDINALS,
    OTHERS,
    PLURAL,
    SCALE,
    SEVERAL,
    Count,
    Word,
    read_count,
)
from khabar.mentions.scanning import PROCLITICS, Words, asked, split, with_clitics
from khabar.text import folded

__all__ = ["Amount", "NumberMention", "approximator_before", "bounds", "dual", "find_numbers"]

_Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


def _phrases(side: str) -> _Phrases:
    """Approximators by their last word (before a number) or first word (after it), longest first."""
    table: _Phrases = {}
    for row in OTHERS:
        for phrase in row.get(side, []):
            parts = tuple(folded(phrase).split())
            clitics = PROCLITICS if side == "before" else ("",)
            for clitic in clitics:
                shaped = (clitic + parts[0], *parts[1:])
                table.setdefault(shaped[-1 if side == "before" else 0], []).append((shaped, row["sense"]))
    for found in table.values():
        found.sort(key=lambda item: -len(item[0]))
    return table


BEFORE, AFTER = _phrases("before"), _phrases("after")
CHANGES: Final = frozenset(
    shape
    for row in OTHERS
    if row["class"] == "change"
    for form in row["words"]
    for shape, _, _ in with_clitics(folded(form))
)
ANY: Final = asked(NUMBERS.keys() | ORDINALS.keys())
_STUCK: Final = frozenset({"ال", "بال", "وال", "لل", "كال", "فال", "ب", "ل", "ك", "ف", "و"})
_SIZES: Final = frozenset(word for row in OTHERS if row["class"] == "size" for word in map(folded, row["words"]))
_THE_NUMBER: Final = "العدد"
"""A number that was told before (هذا العدد من القتلى), not several."""
_TOTALS: Final = frozenset({"عدد", "عددهم", "عددها", "حصيلة", "اعداد", "اعدادهم", "مجموع", "حصيلتهم", "اجمالي"})
_HYPHENS: Final = frozenset({"-", "–", "—", "~", "−"})
_NOT_DUAL: Final = frozenset(word for row in OTHERS if row["class"] == "not-dual" for word in map(folded, row["words"]))


def find_numbers(text: str) -> list[NumberMention]:
    """Every number of folded ``text`` in order: digits and words, ordinals and labels flagged as such."""
    words = split(text)
    found: list[NumberMention] = []
    done = -1
    for index in _both(words.among(ANY), words.digits):
        if index > done:
            mention, last = _number_at(words, index)
            if mention is not None:
                found.append(mention)
                done = last
    return found


def _both(one: list[int], other: list[int]) -> list[int]:
    """Two sorted rows that have nothing in common as one."""
    row: list[int] = []
    at = 0
    for index in one:
        while at < len(other) and other[at] < index:
            row.append(other[at])
            at += 1
        row.append(index)
    return row + other[at:]


def _number_at(words: Words, index: int) -> tuple[NumberMention | None, int]:
    word = NUMBERS.get(words.words[index])
    if word is not None and (word.kind in (SEVERAL, PLURAL)):
        return _several(words, index, word)
    hundred = word is not None and word.kind == HUNDRED and word.definite
    ordinal = read_ordinal(words, index) if hundred else None
    if ordinal is None and (word is not None or words.words[index][0] <= "9"):
        count = read_count(words, index)
        if count is not None and not _idle(words, count):
            return _cardinal(words, count)
    if ordinal is None and words.words[index] in ORDINALS:
        ordinal = read_ordinal(words, index)
    if ordinal is None:
        return None, index
    start, end = words.starts[index], words.end(ordinal.last)
    value, rule = tidy(ordinal.value), f"{ordinal.entry}.ordinal"
    return NumberMention(start, end, value, value, None, rule, True, False, start, end), ordinal.last


def _idle(words: Words, count: Count) -> bool:
    """Definite one, two (also Monday), zero and hundred (في المئة) alone are no counts; nor is صفر the month."""
    if count.digits or count.first != count.last:
        return False
    if count.value > 2:
        return count.value == 100 and count.definite
    before = words.at(count.first - 1)
    return (
        count.definite or (count.value == 2 and before.endswith("يوم")) or (count.value == 0 and before.endswith("شهر"))
    )


def _cardinal(words: Words, count: Count) -> tuple[NumberMention, int]:
    """The mention that a count makes, as a range where it has a second number (بين 3 و5), else with its approximator;
    its last word."""
    first, last = count.first, count.last
    begin, end = words.starts[first], words.end(last)
    if is_label(words, count):
        value = tidy(count.value)
        return NumberMention(begin, end, value, value, None, "label", False, True, begin, end), last
    sense, start = _before(words, count)
    second = _range_end(words, count)
    if second is not None:
        low, high = count.value, second.value
        coefficient = high / second.scale
        if second.scale > 1 and count.scale == 1 and low < coefficient:
            low *= second.scale
        if low < high:
            end, label = words.end(second.last), is_day_of_month(words, second)
            rule = f"{count.entry}.range"
            return NumberMention(
                start, end, tidy(low), tidy(high), "between", rule, False, label, begin, end
            ), second.last
    after, close = _after(words, last)
    sense = _stronger(sense, after)
    low, top = bounds(count.value, sense)
    found = NumberMention(start, close, low, top, sense, count.entry, False, False, begin, end)
    return found, max(last, words.ending(close))


def _stronger(one: str | None, other: str | None) -> str | None:
    """Of two approximators the one that bounds: about says less than at-least."""
    if one is None or one == "about":
        return other or one
    return one


def _before(words: Words, count: Count) -> tuple[str | None, int]:
    """The approximator that ends right before the number, and where the mention then starts."""
    at, sense = count.first, None
    start = words.starts[at]
    if count.digits and at and words.gap(at) == "" and words.words[at - 1] in _STUCK:
        if words.words[at - 1] == "و":
            return None, start
        at -= 1
    elif not count.digits and NUMBERS[words.words[at]].clitic[:1] == "و":
        return None, start
    for _ in range(2):
        matched = _match_before(words, at) if at and words.near(at) else None
        if matched is None:
            break
        parts, found = matched
        if parts[-1].endswith("حتى") and (parts != ("حتى",) or year_like(words, count) or is_timed(words, count)):
            break
        at -= len(parts)
        sense, start = (found if sense in (None, "about") else sense), words.starts[at]
        if found != "about":
            break
    return (sense, start) if sense is not None else (_exceeded(words, at), start)


def _exceeded(words: Words, at: int) -> str | None:
    """تجاوز عدد القتلى 50، لم يتجاوز عددهم العشرة: the verb stands before the counted, not before the number."""
    for verb in range(at - 2, max(at - 5, -1), -1):
        sense = next((sense for parts, sense in BEFORE.get(words.words[verb], ()) if len(parts) == 1), None)
        if sense is not None and words.words[verb + 1] in _TOTALS and not words.stops(verb, at):
            return "up-to" if sense == "more-than" and words.at(verb - 1) in ("لا", "لم", "لن") else sense
    return None


def approximator_before(words: Words, at: int) -> tuple[str, int] | None:
    """The sense and first word of an approximator that ends right before word ``at``, or None."""
    matched = _match_before(words, at) if at and words.near(at) else None
    return (matched[1], at - len(matched[0])) if matched is not None else None


def _match_before(words: Words, at: int) -> tuple[tuple[str, ...], str] | None:
    for parts, sense in BEFORE.get(words.words[at - 1], ()):
        first = at - len(parts)
        if first < 0 or words.words[first] != parts[0] or tuple(words.words[first:at]) != parts:
            continue
        if all(words.near(k) for k in range(first + 1, at)):
            return parts, sense
    return None


def _after(words: Words, last: int) -> tuple[str | None, int]:
    """An approximator right after the number (then part of its span) or after its counted noun."""
    for at in range(last + 1, min(last + 5, len(words.words))):
        if not words.near(at):
            break
        word = words.words[at]
        for parts, sense in AFTER.get(word, ()):
            if tuple(words.words[at : at + len(parts)]) == parts and words.at(at + len(parts)) != "من":
                return sense, words.end(at + len(parts) - 1) if at == last + 1 else words.end(last)
        if word[0] <= "9" or word in NUMBERS:
            break
    return None, words.end(last)


def _range_end(words: Words, count: Count) -> Count | None:
    """The second number of بين 3 و5، 3 إلى 5، 3-5، ثلاثة أو أربعة; None where "from 10 to 15" tells a change."""
    first, at = count.first, count.last + 1
    if at >= len(words.words):
        return None
    before = words.at(first - 1)
    word, gap = words.words[at], words.gap(at)
    between = before.endswith("بين")
    if gap.strip() in _HYPHENS and gap.strip():
        close = at + 1 >= len(words.words) or words.near(at + 1)
        return _plain_count(words, at) if count.digits and word[0] <= "9" and close else None
    if not words.near(at):
        return None
    if word in ("الى", "او") or (word == "حتى" and before == "من"):
        if word != "او" and any(w in CHANGES for w in words.words[max(0, first - 8) : first]):
            return None
        return _plain_count(words, at + 1)
    if between and word == "و":
        return _plain_count(words, at + 1)
    joined = NUMBERS.get(word)
    if between and joined is not None and joined.clitic == "و":
        return read_count(words, at)
    return None


def _plain_count(words: Words, at: int) -> Count | None:
    if at >= len(words.words) or words.gap(at).strip(" -–—~−"):
        return None
    word = words.words[at]
    return read_count(words, at) if word[0] <= "9" or word in NUMBERS else None


def _several(words: Words, index: int, word: Word) -> tuple[NumberMention | None, int]:
    """عشرات، مئات الآلاف، عدة، عدد من: open counts that start at twice their base."""
    last, base = index, word.value
    if word.entry == "several.number-of":
        if words.words[index].endswith(_THE_NUMBER):
            return None, index
        while words.at(last + 1) in _SIZES and last < index + 3:
            last += 1
        if words.at(last + 1) != "من":
            return None, index
    for at in range(last + 1, min(last + 3, len(words.words))):
        found = NUMBERS.get(words.words[at])
        if found is None or found.clitic or not words.near(at):
            break
        if found.kind not in (PLURAL, SCALE) and not (found.kind == SEVERAL and found.value > 1):
            break
        base *= found.value
        last = at
    start, end = words.starts[index], words.end(last)
    return NumberMention(start, end, tidy(2 * base), None, "several", word.entry, False, False, start, end), last


def dual(word: str, known: Collection[str]) -> str | None:
    """The singular of a folded word that is a regular dual (صاروخين، شخصان، قذيفتا), if ``known`` (folded singulars)
    holds it, else None. A sound masculine plural in ين looks the same: leave its singular out of ``known`` or check
    the verb."""
    for clitic in ("", "وال", "بال", "لل", "ال", "و", "ب", "ل", "ف", "فال", "ك"):
        if not word.startswith(clitic):
            continue
        base = word[len(clitic) :]
        if len(base) < 5 or base in _NOT_DUAL:
            continue
        singular = _singular(base, known)
        if singular is not None:
            return singular
    return None


def _singular(base: str, known: Collection[str]) -> str | None:
    if base.endswith(("ان", "ين")):
        stem = base[:-2]
        options = [stem, stem[:-1] + "ة"] if stem[-1] == "ت" else [stem, stem[:-1] + "ى" if stem[-1] == "ي" else stem]
    elif base.endswith(("تا", "تي")):
        options = [base[:-2] + "ة"]
    else:
        return None
    return next((option for option in options if option in known), None)
