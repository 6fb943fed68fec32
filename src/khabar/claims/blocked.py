"""Words that are no part of a noun phrase, for they tell what happens or who says it, and those of them that are
verbs."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.kinds import SOMEBODY
from khabar.claims.predicates import mislabelled
from khabar.claims.struck import struck
from khabar.lexicon.found import Mark
from khabar.mentions.phrase_heads import COUNTED
from khabar.mentions.reading import Reading

_ACCUSED: Final = "people.accused"
"""Entry of people told by the charge they are under."""
_IN: Final = frozenset(("في", "وفي"))
_JAIL: Final = "inst.prison"
"""Entry of prisons: in the words of a verdict nobody by that name (الحكم بسجن الوزير)."""
_NOUNS: Final = frozenset(("noun", "plural", "dual"))
_LOSSES: Final = frozenset("مقتل مصرع استشهاد اصابة وفاة جرح".split())
"""Nouns of harm, whoever it befell: those who suffered are a phrase of their own (أدى إلى استشهاد شخصين)."""


def blocked_tokens(reading: Reading, groups: list[list[Candidate]]) -> tuple[set[int], set[int]]:
    """Tokens that are no part of a noun phrase (event words, cues, light verbs) and those of them that are verbs."""
    blocked: set[int] = set(reading.naming)
    verbs: set[int] = set()
    alone = {group[0].first for group in groups}  # طردت الحوثيين is told by its verb as well
    for group in groups:
        if (
            all(candidate.alone for candidate in group)
            or _accused(reading, group[0].first)
            or _names(reading, group[0])
            or (reading.forms[group[0].first] in COUNTED and group[0].first - 1 in reading.number_tokens)
        ):
            continue
        first, last = group[0].first, group[0].last
        shot = group[0].mode == "interception"
        # The last word of a phrase with a gap may be somebody (استدعت ... السفير).
        told = group[0].form == "phrase" and first == last and "title" in reading.lex[first]
        told = told or (group[0].head is not None and (group[0].head[0] in alone or _captive(reading, first)))
        for at in range(first, last + 1):
            if (at == first and not told) or not _named_inside(reading, at, shot):
                blocked.add(at)
        # A phrase spelt out may open with a verb (فرقتها الشرطة).
        acts = any(candidate.pos == "v" and candidate.first == first for candidate in group)
        if acts and first not in reading.naming:
            verbs.add(first)
    for kind in ("cue", "light"):
        for found in reading.marks.of(kind):
            if found.first == found.last and (_opens_place(reading, found.first) or _somebody(reading, found)):
                continue
            verb = found.sense.verbal and not found.tag.startswith("jus")
            told = verb or found.tag == "phrase" or found.last > found.first
            if told or (kind == "cue" and found.entry.participle):
                for at in range(found.first, found.last + 1):
                    blocked.add(at)
                if verb and found.first not in reading.naming:
                    verbs.add(found.first)
    for found in reading.marks.of("figure"):
        if found.tag in {"noun", "phrase"} and reading.words[found.last].core in _LOSSES:
            blocked.add(found.last)
    return blocked, verbs


def _opens_place(reading: Reading, at: int) -> bool:
    """A word is or begins the name of a place, not a verb: the longer name of one with the article (الدار البيضاء), or
    any behind في (في دار السلام)."""
    place = reading.lex[at].get("place")
    if place is None or place.tag == "weak":
        return False
    return (reading.words[at].det and place.last > at) or (at > 0 and reading.forms[at - 1] in _IN)


def _accused(reading: Reading, at: int) -> bool:
    """Whoever is under a charge, not one who lays it: counted, or with the article where somebody is named (42 متهما،
    حبس المتهمين، القبض على المتهم الرئيسي)."""
    people = reading.lex[at].get("people")
    if people is None or people.sense.id != _ACCUSED or not at:
        return False
    if at - 1 in reading.number_tokens:
        return at + 1 >= len(reading.words) or "ب" not in reading.words[at + 1].pro
    before = reading.words[at - 1]
    led = before.func != "" or reading.acts[at - 1] or bool(reading.words[at].pro) or before.cls == "n"
    return reading.words[at].det and led and not before.det


def _somebody(reading: Reading, found: Mark) -> bool:
    """A noun for people that is spelt as the verb in the first person (أسير), or as the participle of a report."""
    if found.tag == "noun":
        return _accused(reading, found.first)
    return found.tag == "impf.1" and "people" in reading.lex[found.first]


def _names(reading: Reading, candidate: Candidate) -> bool:
    """What an attack hits (غارات على تعزيزات), or a group with what it is called (جماعة إرهابية)."""
    return mislabelled(reading, candidate) or struck(reading, candidate)


def _captive(reading: Reading, at: int) -> bool:
    """A noun for captives, by which a phrase with a gap ends (أطلق سراح أربع رهائن)."""
    found = reading.lex[at].get("figure")
    return found is not None and found.tag in _NOUNS and found.entry.what == "captured"


def _named_inside(reading: Reading, at: int, shot: bool) -> bool:
    """Somebody is named by the last word of an event's phrase (انسحاب واشنطن, طرد السفير), or what is ``shot`` down
    (اعتراض صواريخ)."""
    marks = reading.lex[at]
    if (shot and "weapon" in marks) or _captive(reading, at):
        return True
    state = marks.get("country")
    if state is not None and state.tag == "adj":
        return True
    return any(
        kind in SOMEBODY and found.tag not in {"weak", "adj"} and found.sense.id != _JAIL
        for kind, found in marks.items()
    )
