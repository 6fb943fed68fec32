"""Tallies: standing counts that are no event of their own (2,500 troops in a country, 150 attacks since October, 30
km of rail)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from khabar.claims.assemble import ClaimReader
from khabar.claims.counted import Count
from khabar.claims.losses import CASUALTIES
from khabar.claims.standing import counts_something, extends, goes_on, number_noun, rule_of, share_of
from khabar.claims.standing_words import EXTENDING, FORCES, MEASURES, REACHED, REPEATED, VALUES, VISITS, WORTH
from khabar.mentions.numbers import Amount, NumberMention
from khabar.mentions.phrase import Phrase
from khabar.mentions.quantities import QuantityMention, find_quantities
from khabar.mentions.reading import DEMONSTRATIVES, Reading
from khabar.model import Claim, Tally, Where
from khabar.text import folded
from khabar.text.ordered import below

_BACK: Final = 60
"""Tokens before a bare number within which what it counts was told."""
_THINGS: Final = frozenset(("thing", "place", "adjective"))
_FOR: Final = frozenset(("ل", "الى"))
_COUNTED: Final = frozenset(("attacks", "munitions"))
"""Figures that a count may stand beside: totals of attacks are tallies."""
_CLOSE: Final = 40
"""Characters before a number within which a claim's trigger makes it a matter of that claim."""
_NONE: Final[frozenset[str]] = frozenset()
_REPEATED_OR_VISITS: Final = REPEATED | VISITS


def find_tallies(reader: ClaimReader, claims: Sequence[Claim] = ()) -> list[Tally]:
    """Tallies of a reading, in text order: counts and measures that stand by one of the rules of
    :mod:`khabar.claims.standing`, are continued or passed, and are no figure of a claim."""
    found: dict[tuple[str, Amount, Amount | None], Tally] = {}
    last: Tally | None = None
    listed: Count | None = None
    for count in _counts(reader.r, claims):
        tally = _tally(reader, count, last)
        if tally is None and listed is not None and goes_on(reader.r, count, listed):
            tally = _make(reader, count, _what(reader, count, "tally.listed"), "tally.listed")
        if tally is not None:
            listed = count
        if tally is not None and _key(tally) not in found:
            last = found[_key(tally)] = tally
    return list(found.values())


def _key(tally: Tally) -> tuple[str, Amount, Amount | None]:
    """What a tally says: told again it is no second one."""
    return tally.what, tally.low, tally.high


def _counts(reading: Reading, claims: Sequence[Claim]) -> list[Count]:
    """The numbers of a reading that may stand: no dates, labels or casualties of a claim."""
    quantities = find_quantities(reading.tokens.folded.text, reading.numbers)
    begins = [quantity.start for quantity in quantities]
    figures: list[tuple[int, int, str]] = []
    for claim in claims:
        for one in claim.figures:
            start, stop = one.start, one.end
            if start is not None and stop is not None and one.what not in _COUNTED:
                figures.append((start, stop, one.what))
    triggers = sorted([claim.trigger.start for claim in claims])
    found: list[Count] = []
    for number in reading.numbers:
        at = reading.tokens.at(number.core_start)
        if at >= len(reading.forms) or number.label or at in reading.time_tokens or reading.sentence_at[at] < 0:
            continue
        raw = reading.tokens.folded.raw(number.core_start)
        told = [what for start, stop, what in figures if start <= raw < stop]
        if not CASUALTIES.isdisjoint(told):
            continue
        first = below(begins, number.start)
        quantity: QuantityMention | None = None
        for near in range(max(0, first - 1), min(first + 1, len(quantities))):
            if _measures(quantities[near], number):
                quantity = quantities[near]
                break
        acted = below(triggers, raw) > below(triggers, raw - _CLOSE)
        found.append(_count(reading, number, quantity, at, frozenset(told) if told else _NONE, acted=acted))
    return found


def _measures(quantity: QuantityMention, number: NumberMention) -> bool:
    return number.start <= quantity.start <= number.core_end or (quantity.start <= number.core_start < quantity.end)


def _count(
    reading: Reading,
    number: NumberMention,
    quantity: QuantityMention | None,
    at: int,
    figure: frozenset[str],
    *,
    acted: bool,
) -> Count:
    end = reading.tokens.at(max(number.start, (quantity.end if quantity else number.end) - 1))
    sentence = reading.sentences[reading.sentence_at[at]]
    thing = end + 1
    if thing + 1 < sentence.last and reading.forms[thing] == "من" and (number.high is None or number.low >= 1000):
        thing += 1
    return Count(number, quantity, at, end, sentence.first, sentence.last, thing, figure, acted)


def _tally(reader: ClaimReader, count: Count, last: Tally | None) -> Tally | None:
    """The tally that a count makes, by a rule or going on from the ``last`` one (40% منهم ... و30% منها); None where it
    makes none."""
    reading, at, end = reader.r, count.at, count.end
    rule = rule_of(reading, count, placed=_place(reader, end) is not None)
    if rule:
        return _make(reader, count, _what(reader, count, rule), rule)
    after = reading.forms[end + 1] if end + 1 < count.last else ""
    if (
        last is not None
        and count.quantity is not None
        and count.quantity.kind == "percent"
        and after in {"منها", "منه"}
    ):
        return _make(reader, count, last.what, "tally.continued") if last.unit == "%" else None
    if (
        last is not None
        and after in {"في", "ب"}
        and "و" in reading.words[max(0, at - 1)].pro
        and folded(last.what) in FORCES
    ):
        return _make(reader, count, last.what, "tally.continued")
    what = _passed(reading, count.number, at, end) if count.quantity is None and not count.number.ordinal else ""
    return _make(reader, count, what, "tally.passed") if what else None


def _passed(reading: Reading, number: NumberMention, at: int, end: int) -> str:
    """What a bare definite number counts that was passed (تجاوزنا الخمسين الآن): the repeated event told last."""
    after = reading.words[end + 1] if end + 1 < len(reading.words) else None
    bare = after is None or after.func != "" or not after.form.isalpha()
    if number.approx != "more-than" or not bare or not reading.forms[at].startswith("ال"):
        return ""
    told = next(
        (
            one
            for one in range(at - 1, max(-1, at - _BACK), -1)
            if reading.forms[one] in REPEATED and reading.words[one].form[-1] != "ة"
        ),
        None,
    )
    return "" if told is None else reading.bare(told, told)[2]


def _make(reader: ClaimReader, count: Count, what: str, rule: str) -> Tally:
    """The tally of a count of ``what``: its words, unit, place, time and who tells it."""
    reading, number, quantity, end = reader.r, count.number, count.quantity, count.end
    first = max(count.first, reading.tokens.at(number.start) - 1)
    last = min(count.last - 1, end + 4)
    while last > end and reading.forms[last] in ".،؛:":
        last -= 1
    start, stop = reading.raw(first, last)
    chain, _ = reader.attribution.chain_at(count.at)
    low, high = (quantity.low, quantity.high) if quantity else (number.low, number.high)
    return Tally(
        quote=reading.text[start:stop],
        what=what,
        low=_whole(low),
        high=None if high is None else _whole(high),
        unit=quantity.unit if quantity else None,
        place=_place(reader, end),
        since=_since(reader, end, count.last),
        isnad=tuple(reader.transmitters.link(phrase) for phrase in chain[-3:]),
        start=start,
        end=stop,
        rule=rule,
    )


def _whole(value: Amount) -> Amount:
    return int(value) if float(value).is_integer() else value


def _what(reader: ClaimReader, count: Count, rule: str) -> str:
    """The counted thing: the noun after the number, or, for a measure, the noun measured before it."""
    reading = reader.r
    if rule == "tally.nth":
        at = next(
            one for one in range(count.at - 1, count.first - 1, -1) if reading.words[one].core in _REPEATED_OR_VISITS
        )
        return reading.bare(at, at)[2]
    if rule == "tally.inverted":
        return _named(reader, count.thing + 1, count)
    noun = number_noun(reading, count) if rule in {"tally.number", "tally.forces"} else -1
    if noun >= 0:
        thing = reading.words[min(count.thing, count.last - 1)]
        named = not reading.words[noun].enc and not reading.words[noun + 1].func
        told = named and (thing.core in FORCES or "weapon" in reading.lex[min(count.thing, count.last - 1)])
        if told or not counts_something(reading, count):
            return _named(reader, noun + 1, count)
    if count.quantity is None or rule == "tally.share":
        return _named(reader, count.thing if count.quantity is None else share_of(reading, count), count)
    if count.quantity.kind != "distance" and reading.forms[count.end + 1 : count.end + 2] == ["من"]:
        return _named(reader, count.end + 2, count)
    if count.quantity.kind == "distance" and extends(reading, count):
        over = next((at for at in range(count.at - 1, count.at - 4, -1) if reading.words[at].core == "مسافة"), None)
        if over is not None:
            return reading.bare(over, over)[2]
    limit = _before_owner(reader, count, _owned(reading, count))
    phrase = _measured(reader, count, limit)
    if phrase is not None and (limit == count.at or phrase.last == limit - 1):
        return reading.bare(*phrase.name)[2]
    if limit < count.at:
        first = limit - 1
        while first > limit - 3 and reading.words[first].cls == "j":
            first -= 1
        return reading.bare(max(first, count.first), limit - 1)[2]
    unit = reading.tokens.at(count.number.end - 1) + 1
    return reading.bare(unit, count.end)[2] if unit <= count.end else ""


def _named(reader: ClaimReader, at: int, count: Count) -> str:
    """The noun at token ``at`` with what goes with it."""
    reading = reader.r
    if at >= count.last:
        return reading.forms[count.end]
    if reading.forms[at] in DEMONSTRATIVES and at + 1 < count.last:
        at += 1
    if reading.words[at].pro and reading.forms[at].endswith("ا"):  # the accusative after a number has no clitic
        start, end = reading.raw(at, at)
        return reading.text[start:end]
    row = reader.phrases[reading.sentence_at[count.at]]
    phrase = next((one for one in row if one.name[0] == at), None)
    return reading.bare(*phrase.name)[2] if phrase is not None else reading.bare(at, at)[2]


def _owned(reading: Reading, count: Count) -> int:
    """The token after the noun that a measure before the number belongs to (خط يبلغ طوله، غرامة قدرها); the number's
    own where there is no such measure."""
    for at in range(count.at - 1, max(count.first, count.at - 5), -1):
        word = reading.words[at]
        if word.core in WORTH and "ب" in word.pro:
            return at
        if word.core in EXTENDING or (word.form in MEASURES and not _opens(reading, at - 1)):
            limit = at - 1 if reading.words[at - 1].core in REACHED else at
            return limit - 1 if reading.forms[limit - 1] in {"الذي", "التي"} else limit
    return count.at


def _before_owner(reader: ClaimReader, count: Count, limit: int) -> int:
    """The token after the noun, where whom it is for stands between it and its worth (مساعدات لأوكرانيا بقيمة)."""
    row = reader.phrases[reader.r.sentence_at[count.at]]
    for one in row:
        if limit < count.at and one.last == limit - 1 and one.prep in _FOR and one.kind not in _THINGS:
            return one.first if reader.r.words[one.first].pro else one.first - 1
    return limit


def _opens(reading: Reading, at: int) -> bool:
    """A verb with a conjunction begins a clause of its own: the measure after it has no noun before it."""
    return reading.words[at].core in REACHED and reading.words[at].pro != ""


def _measured(reader: ClaimReader, count: Count, limit: int) -> Phrase | None:
    """The phrase whose measure the number gives: what ends at ``limit`` or was told last; a sum of money that no word
    of measure ties to a noun is counted for itself."""
    reading = reader.r
    row = reader.phrases[reading.sentence_at[count.at]]
    before = [one for one in row if one.last < limit and limit - one.first <= 12 and one.kind in {"thing", "place"}]
    if limit < count.at and before and before[-1].last == limit - 1:
        return before[-1]
    if (
        count.quantity is not None
        and count.quantity.kind == "money"
        and limit == count.at
        and not _tied(reading, count)
    ):
        return next((one for one in before if one.last == count.at - 1 and not one.prep), None)
    before = [one for one in before if one.kind == "thing"] or before
    return next((one for one in reversed(before) if not one.prep), before[-1] if before else None)


def _tied(reading: Reading, count: Count) -> bool:
    return any(reading.words[at].core in VALUES for at in range(max(count.first, count.at - 8), count.at))


def _place(reader: ClaimReader, end: int) -> Where | None:
    """The place named right after the counted thing (2500 جندي في العراق)."""
    row = reader.phrases[reader.r.sentence_at[end]]
    found: Phrase | None = next(
        (
            one
            for one in row
            if end < one.first <= end + 5
            and one.prep in {"في", "ب", "داخل"}
            and (one.place is not None or one.kind == "state")
        ),
        None,
    )
    return reader.places.where(found) if found is not None else None


def _since(reader: ClaimReader, end: int, limit: int) -> str | None:
    """The start of the period that the count covers (منذ أكتوبر), as EDTF."""
    reading = reader.r
    for at in range(end + 1, min(limit, end + 14)):
        if reading.forms[at] == "منذ":
            index = reading.time_tokens.get(at + 1, reading.time_tokens.get(at))
            edtf = reading.times[index].edtf if index is not None else None
            return edtf.split("/")[0] if edtf else None
    return None
