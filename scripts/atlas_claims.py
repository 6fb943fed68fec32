"""In what way an extraction went wrong: claims missed, false or of another type; every error has one kind, of the rules
for it the first that fits. Names of kinds are the keys of ``atlas_kinds.json``, which says what each one is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from atlas_fields import fields
from atlas_ground import Ground
from khabar.model import VERBAL_TYPES, Span
from khabar.views.agreement import Coded, paired_f1, same_name
from khabar.views.evaluate import match, places_in

_CONTENT = {"REQUEST", "AGREE", "THREATEN", "REJECT", "ACCUSE", "SUPPORT"}


@dataclass(frozen=True)
class Error:
    """One thing wrong: its kind, the article, and the coded or found claim it is about."""

    kind: str
    article: Any
    quote: str


def errors(row: Coded, guess: Coded, known: Ground) -> Iterator[Error]:
    """Everything wrong with the prediction of one coded article."""
    gold, found = row.get("claims") or [], guess.get("claims") or []
    pairs = match(row["text"], gold, found)
    told = [(pair.gold, pair.predicted) for pair in pairs]
    placed = [places_in(known.text, claim) for claim in found]

    def error(kind: str, claim: Coded) -> Error:
        return Error(kind, row["id"], claim.get("quote") or "")

    for number, claim in enumerate(gold):
        if all(number != g for g, _ in told):
            yield error(missed(number, gold, placed, known), claim)
    for number, claim in enumerate(found):
        if all(number != p for _, p in told):
            yield error(false(claim, gold, row.get("tallies") or [], known), claim)
    for g, p in told:
        if gold[g]["type"] != found[p]["type"]:
            yield error(other_type(gold[g], found[p], known), gold[g])
        else:
            for kind in fields(gold[g], found[p], known):
                yield error(kind, gold[g])


def missed(number: int, gold: list[Coded], placed: list[Any], known: Ground) -> str:
    """Why a coded claim was not found; ``placed`` are the places of all found claims, none of which stands for it."""
    claim = gold[number]
    place = places_in(known.text, claim)
    if place is None:
        return "claim missed: quote not in the text"
    quote, trigger = place
    reached = [one for one in known.candidates if one[0].overlaps(trigger)]
    if any(other and other[1].overlaps(trigger) for other in placed):
        return "claim missed: one word tells two"
    if not reached:
        near = any(one[0].overlaps(quote) and one[1] == claim["type"] for one in known.candidates)
        return "claim missed: no trigger, a second one in the quote" if near else "claim missed: word unknown"
    if all(kind != claim["type"] for _, kind, _ in reached):
        return "claim missed: word known for another type"
    if claim["status"] != "occurred":
        return "claim missed: planned, denied or doubted"
    if known.is_old(claim.get("date")):
        return "claim missed: background"
    event = claim.get("event")
    if event is not None and any((one.get("event"), one["type"]) == (event, claim["type"]) for one in gold[:number]):
        return "claim missed: new detail of an event told before"
    verb = any(pos == "v" and kind == claim["type"] for _, kind, pos in reached)
    if verb:
        return "claim missed: verb scored too low"
    sentence = known.sentence(trigger.start)
    beside = any(other and other[1].overlaps(sentence) for other in placed)
    return "claim missed: noun beside another claim" if beside else "claim missed: noun, alone in its sentence"


def false(claim: Coded, gold: list[Coded], tallies: list[Coded], known: Ground) -> str:
    """Why a claim was found that nobody coded."""
    _, trigger = places_in(known.text, claim) or (Span(0, 0), Span(0, 0))
    placed = [(one, places_in(known.text, one)) for one in gold]
    around = [one["type"] for one, at in placed if at and at[0].overlaps(trigger)]
    if around:
        same_type = claim["type"] in around
        return "false claim: second word of one claim" if same_type else "false claim: of another type inside a claim"
    if any((at := places_in(known.text, {**one, "trigger": ""})) and at[0].overlaps(trigger) for one in tallies):
        return "false claim: standing count"
    if any(edge.overlaps(trigger) for edge in known.edges):
        return "false claim: headline or caption"
    sentence = known.sentence(trigger.start)
    before = [at for one, at in placed if at and one["type"] in _CONTENT and sentence.overlaps(at[1])]
    if any(at[1].start < trigger.start for at in before):
        return "false claim: content of a statement, demand or deal"
    same = [one for one, at in placed if at and one["type"] == claim["type"] and at[1].start < trigger.start]
    if any(_shares(one, claim) for one in same):
        return "false claim: repeat of one told before"
    if known.is_old(claim.get("date")):
        return "false claim: background"
    if claim["type"] in VERBAL_TYPES:
        return "false claim: statement taken for an act"
    if not claim.get("actors") and not claim.get("date"):
        return "false claim: generic, nobody and no day"
    return (
        "false claim: diplomacy in passing"
        if claim["type"] in {"CONSULT", "AGREE", "COOPERATE"}
        else ("false claim: deed in passing")
    )


def _shares(one: Coded, other: Coded) -> bool:
    """The two claims have a party or the place in common."""
    names = [
        [party["text"] for key in ("actors", "targets") for party in claim.get(key) or []] for claim in (one, other)
    ]
    if paired_f1(*names, same_name) > 0 and any(names):
        return True
    places = [(claim.get("place") or {}).get("text") for claim in (one, other)]
    return bool(places[0] and places[1]) and same_name(str(places[0]), str(places[1]))


def other_type(claim: Coded, guess: Coded, known: Ground) -> str:
    """Why a claim was found with another type."""
    one, other = places_in(known.text, claim), places_in(known.text, guess)
    same = bool(one and other) and one[1].overlaps(other[1])  # type: ignore[index]
    return "type wrong: the word means either" if same else "type wrong: another word of the quote"
