"""Tallies: standing counts that are no event of their own (2,500 troops in a country, 150 attacks since October, 30
km of rail)."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.claims.assemble import ClaimReader
from khabar.mentions.numbers import Amount, NumberMention
from khabar.mentions.phrase import Phrase
from khabar.mentions.quantities import QuantityMention, find_quantities
from khabar.mentions.reading import Reading
from khabar.model import Claim, Tally, Where

_STANDING = frozenset(
    "ينشر تنشر يوجد توجد هناك يضم تضم تمتلك يمتلك يملك تملك لدى لديها لديه يبلغ تبلغ بلغ بلغت يقدر تقدر "
    "يقيم يعيش يستضيف تستضيف تستقبل يستقبل "
    "تغطي يغطي تشكل يشكل طوله طولها طول مساحتها مساحته عددهم عددها عدد حجم قيمة قيمتها نسبة يتمركز "
    "منتشرين منتشرون تجاوزنا تجاوز مسافة".split()
)
_REPEATED = frozenset("مرة هجوم هجوما هجمات هجمة غارة غارات ضربة ضربات عملية عمليات حروب حرب".split())
_FORCES = frozenset(
    "جندي جنديا جنود عسكري عسكريا عسكريين عنصر عنصرا مقاتل مقاتلا مقاتلين مسلح مسلحا ضابط ضابطا مستشار مستشارا".split()
)
_HOLDS = frozenset(
    "امتلك يمتلك تمتلك يمتلكون يملك تملك يملكون ضم يضم تضم يعيش تعيش يعيشون يقيم تقيم ينتشر تنتشر يتمركز تتمركز يوجد "
    "توجد يتواجد تتواجد يخدم تخدم لدى لديه لديها لديهم هناك يؤوي تؤوي يستضيف تستضيف يوظف توظف يستوعب تستوعب يبلغ "
    "تبلغ".split()
)
"""Verbs of having and holding: a count after them stands, it happens to nobody."""
_THINGS = frozenset(("n", "a", "j", "g", "w", ""))
_PASSING = frozenset(("duration", "age"))
_REACH = 6
_BACK = 60
"""Tokens before a bare number within which what it counts was told."""


def find_tallies(reader: ClaimReader, claims: Sequence[Claim] = ()) -> list[Tally]:
    """Tallies of a reading, in text order: measured quantities, forces and repeated attacks that stand with a word
    of standing or since
    a date, and are no figure of a claim."""
    reading = reader.r
    quantities = {found.start: found for found in find_quantities(reading.tokens.folded.text, reading.numbers)}
    figures = [
        (one.what, one.start, one.end)
        for claim in claims
        for one in claim.figures
        if one.start is not None and one.end is not None and one.what != "attacks"
    ]
    found: list[Tally] = []
    last: str | None = None
    for number in reading.numbers:
        at = reading.tokens.at(number.core_start)
        if (
            at >= len(reading.forms)
            or number.ordinal
            or number.label
            or at in reading.time_tokens
            or reading.sentence_at[at] < 0
        ):
            continue
        raw = reading.tokens.folded.raw(number.core_start)
        counts = {what for what, start, end in figures if start <= raw < end}
        if counts & {"killed", "wounded"}:
            continue
        quantity = next(
            (
                one
                for start, one in quantities.items()
                if number.start <= start <= number.core_end or start <= number.core_start < one.end
            ),
            None,
        )
        tally = _tally(reader, number, at, quantity, last)
        if tally is not None and not (counts and tally.rule == "tally.held"):
            found.append(tally)
            last = tally.what
    return found


def _tally(
    reader: ClaimReader, number: NumberMention, at: int, quantity: QuantityMention | None, last: str | None
) -> Tally | None:
    if quantity is not None and quantity.kind in _PASSING:
        return None
    reading = reader.r
    end = reading.tokens.at(max(number.start, (quantity.end if quantity else number.end) - 1))
    sentence = reading.sentences[reading.sentence_at[at]]
    counted = reading.forms[end + 1] if end + 1 < sentence.last else ""
    standing = any(
        reading.forms[near] in _STANDING or reading.words[near].core in _STANDING
        for near in range(max(sentence.first, at - _REACH), at)
    )
    since = _since(reader, end, sentence.last)
    forces = counted in _FORCES
    period = any(form == "منذ" for form in reading.forms[end + 1 : min(sentence.last, end + 14)])
    repeated = counted in _REPEATED and period
    holds = any(reading.words[near].core in _HOLDS for near in range(max(sentence.first, at - 4), at))
    things = quantity is None and counted != "" and reading.words[end + 1].cls in _THINGS
    rule = (
        "tally.quantity"
        if quantity is not None and standing
        else "tally.forces"
        if forces and (standing or _placed(reader, end))
        else "tally.repeated"
        if repeated
        else ("tally.held" if holds and things else "")
    )
    if not rule and last in _FORCES and counted in {"في", "ب"} and "و" in reading.words[max(0, at - 1)].pro:
        return _make(reader, number, (at, end), last or "", quantity, since, "tally.continued")
    if not rule:
        what = _passed(reading, number, at, end)
        return _make(reader, number, (at, end), what, quantity, since, "tally.passed") if what else None
    what = _what(reader, end, sentence.last, quantity, at) or counted
    return _make(reader, number, (at, end), what, quantity, since, rule)


def _passed(reading: Reading, number: NumberMention, at: int, end: int) -> str:
    """What a bare definite number counts that was passed (تجاوزنا الخمسين الآن): the repeated event told last."""
    after = reading.words[end + 1] if end + 1 < len(reading.words) else None
    bare = after is None or after.func != "" or not after.form.isalpha()
    if number.approx != "more-than" or not bare or not reading.forms[at].startswith("ال"):
        return ""
    back = range(at - 1, max(-1, at - _BACK), -1)
    told = next((one for one in back if reading.forms[one] in _REPEATED and reading.words[one].form[-1] != "ة"), None)
    return "" if told is None else reading.bare(told, told)[2]


def _make(
    reader: ClaimReader,
    number: NumberMention,
    span: tuple[int, int],
    what: str,
    quantity: QuantityMention | None,
    since: str | None,
    rule: str,
) -> Tally:
    reading = reader.r
    at, end = span
    sentence = reading.sentences[reading.sentence_at[at]]
    first = max(sentence.first, reading.tokens.at(number.start) - 1)
    last = min(sentence.last - 1, end + 4)
    while last > end and reading.forms[last] in ".،؛:":
        last -= 1
    start, stop = reading.raw(first, last)
    chain, _ = reader.attribution.chain_at(at)
    low, high = (quantity.low, quantity.high) if quantity else (number.low, number.high)
    return Tally(
        quote=reading.text[start:stop],
        what=what,
        low=_whole(low),
        high=None if high is None else _whole(high),
        unit=quantity.unit if quantity else None,
        place=_place(reader, end),
        since=since,
        isnad=tuple(reader.link(phrase) for phrase in chain[-3:]),
        start=start,
        end=stop,
        rule=rule,
    )


def _whole(value: Amount) -> Amount:
    return int(value) if float(value).is_integer() else value


def _what(reader: ClaimReader, end: int, limit: int, quantity: QuantityMention | None, at: int) -> str:
    """The counted thing: the noun after the number, or, for a measure, the noun measured before it."""
    row = reader.phrases[reader.r.sentence_at[at]]
    if quantity is None:
        phrase = next((one for one in row if end < one.first <= end + 2), None)
    else:
        phrase = next((one for one in row if end < one.first <= end + 3 and one.prep == "من"), None)
        before = [one for one in row if one.last < at and at - one.first <= 12 and one.kind == "thing"]
        phrase = phrase or next((one for one in reversed(before) if not one.prep), before[-1] if before else None)
    if phrase is None:
        return reader.r.forms[end + 1] if end + 1 < limit else ""
    return reader.r.bare(*phrase.name)[2]


def _placed(reader: ClaimReader, end: int) -> bool:
    return _place(reader, end) is not None


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
