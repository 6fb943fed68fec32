"""The derivation of every value as a tree: marks, phrases, frames, candidates with what weighed for and against
them."""

from __future__ import annotations

from khabar.claims.assemble import ClaimReader
from khabar.claims.candidates import Candidate
from khabar.claims.scorer import model
from khabar.lexicon.found import Mark
from khabar.model import Claim, Record, Where


class Node(Record, frozen=True, kw_only=True):
    """A step of a derivation: what it says, the rule or resource entry behind it, and what it rests on."""

    label: str
    rule: str = ""
    children: tuple[Node, ...] = ()


def explain(reader: ClaimReader) -> Node:
    """Tree of everything decided in a reading, sentence by sentence."""
    claims = reader.claims()
    return Node(
        label="text", children=tuple(_sentence(reader, number, claims) for number in range(len(reader.r.sentences)))
    )


def _sentence(reader: ClaimReader, number: int, claims: list[Claim]) -> Node:
    sentence = reader.r.sentences[number]
    start, end = reader.r.raw(sentence.first, sentence.last - 1)
    parts = [
        Node(label="words", children=tuple(_words(reader, sentence.first, sentence.last))),
        Node(label="phrases", children=tuple(_phrases(reader, number))),
        Node(label="reports", children=tuple(_frames(reader, number))),
        Node(label="triggers", children=tuple(_candidates(reader, number))),
    ]
    here = [claim for claim in claims if start <= claim.trigger.start < end]
    parts += [_claim(claim) for claim in here]
    return Node(
        label=reader.r.text[start:end].strip(), children=tuple(part for part in parts if part.children or part.rule)
    )


def _words(reader: ClaimReader, first: int, last: int) -> list[Node]:
    """The words of a range that the lexicon knows, each with what it and the phrases that begin with it stand for. A
    phrase with a gap is named where its second half stands; halves that found no partner stand for nothing."""
    marked: dict[int, list[Mark]] = {}
    for several in reader.r.marks.by_kind.values():
        for found in several:
            if first <= found.first < last:
                marked.setdefault(found.first, []).append(found)
    told = []
    for at in range(first, last):
        word = reader.r.words[at]
        if at not in marked and not word.pro:
            continue
        clitics = (
            "".join(f"{letter}+" for letter in word.pro)
            + ("ال+" if word.det else "")
            + word.core
            + (f"+{word.enc}" if word.enc else "")
        )
        readings = tuple(_mark(reader, found) for found in marked.get(at, ()))
        told.append(Node(label=f"{word.form} = {clitics}", children=readings))
    return told


def _mark(reader: ClaimReader, found: Mark) -> Node:
    """What a word or phrase stands for; a phrase with its words."""
    halves = [(found.first, found.last)] if found.head is None else [found.head, (found.first, found.last)]
    words = " ... ".join(" ".join(reader.r.forms[start : end + 1]) for start, end in halves)
    shown = f" {words}" if " " in words else ""
    return Node(label=f"{found.kind} ({found.tag}){shown}", rule=str(found.entry.id))


def _phrases(reader: ClaimReader, number: int) -> list[Node]:
    found = []
    for phrase in reader.phrases[number]:
        named = reader.names.resolve(phrase)
        state = f", {named.country}" if named.country else ""
        after = f", after {phrase.prep}" if phrase.prep else ""
        told = f"{named.text} ({phrase.kind}{state}{after})"
        found.append(Node(label=told, rule=named.actor or (phrase.place.id if phrase.place is not None else "")))
    return found


def _frames(reader: ClaimReader, number: int) -> list[Node]:
    found = []
    for frame in reader.attribution.frames:
        if frame.sentence == number:
            chain = " > ".join(reader.names.resolve(phrase).text for phrase in frame.chain) or "the outlet"
            covered = " ".join(reader.r.forms[frame.start : min(frame.end, frame.start + 6)])
            found.append(Node(label=f"{chain}: {covered} ...", rule=frame.rule))
    return found


def _candidates(reader: ClaimReader, number: int) -> list[Node]:
    found = []
    scorer = model("detection")
    for group in reader.groups:
        for candidate in group:
            if candidate.sentence == number:
                verdict = "claim" if candidate in reader.detector.chosen else "no claim"
                label = f"{_text(reader, candidate)}: {candidate.type} {candidate.score:.2f} {verdict}"
                reasons = scorer.reasons(reader.detector.features(candidate))
                found.append(
                    Node(
                        label=label,
                        rule=candidate.id,
                        children=tuple(Node(label=f"{weight:+.2f} {name}") for name, weight in reasons),
                    )
                )
    return found


def _text(reader: ClaimReader, candidate: Candidate) -> str:
    start, end = reader.r.raw(candidate.first, candidate.last)
    return reader.r.text[start:end]


def _claim(claim: Claim) -> Node:
    values = {
        "mode": claim.mode or "-",
        "status": claim.status,
        "stance": claim.stance,
        "actors": ", ".join(_party(one.text, one.country) for one in claim.actors),
        "targets": ", ".join(_party(one.text, one.country) for one in claim.targets),
        "place": _where(claim.place),
        "date": claim.date or "",
        "figures": ", ".join(f"{one.what} {one.low}..{'' if one.high is None else one.high}" for one in claim.figures),
        "weapons": ", ".join(claim.weapons),
        "isnad": " > ".join(f"{link.text} ({link.kind})" for link in claim.isnad),
    }
    rules = claim.rules
    children = tuple(
        Node(label=f"{name}: {value}", rule=rules.get(name, "")) for name, value in values.items() if value
    )
    return Node(label=f"claim {claim.type}: {claim.quote}", rule=rules.get("type", ""), children=children)


def _party(text: str, country: str | None) -> str:
    return f"{text} [{country}]" if country else text


def _where(place: Where | None) -> str:
    return "" if place is None else _party(place.text, place.country)
