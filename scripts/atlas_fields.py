"""In what way the fields of a found claim differ from the coded one's: for each field the first rule that fits."""

from __future__ import annotations

from collections.abc import Iterator

from atlas_ground import Ground
from khabar.model import Span
from khabar.views.agreement import Coded, date_agreement, field_scores, name_words, paired_f1, same_name
from khabar.views.evaluate import places_in

_COARSE = {"country", "admin1", "area"}
_ELSEWHERE = ("date.carried", "date.same", "date.later")
"""Rules that give a claim the day that another sentence told."""


def fields(claim: Coded, guess: Coded, known: Ground) -> Iterator[str]:
    """Every kind of error in the fields of a matched pair, one for each value that is wrong."""
    scores = field_scores(claim, guess)
    at = (places_in(known.text, claim) or (Span(0, 0), Span(0, 0)))[1].start
    for role, other in (("actor", "target"), ("target", "actor")):
        yield from parties(role, other, claim, guess, known, at)
    if scores["place"] < 1:
        yield place(claim, guess, known, at)
    elif scores["country"] < 1:
        lacking = (guess.get("place") or {}).get("country") is None
        yield "place: its state missing" if lacking else "place: its state wrong"
    if scores["date"] < 1:
        yield when(claim, guess, known, at)
    yield from isnad(claim, guess, known, at)
    for name in ("status", "stance"):
        if scores[name] < 1:
            yield f"{name}: {claim[name]} read as {guess[name]}"
    if scores["mode"] < 1:
        yield mode(claim.get("mode"), guess.get("mode"))
    yield from figures(claim.get("figures") or [], guess.get("figures") or [])


def parties(role: str, other: str, claim: Coded, guess: Coded, known: Ground, at: int) -> Iterator[str]:
    """Actors or targets: left over on either side, or the same with another state."""
    wanted, given = list(claim.get(role + "s") or []), list(guess.get(role + "s") or [])
    rules = ((guess.get("rules") or {}).get(role + "s") or "").split("; ")
    carried = [number for number, rule in enumerate(rules) if rule.startswith("carried")]
    carriers = [party["text"] for number, party in enumerate(given) if number in carried and len(rules) == len(given)]
    for party in list(wanted):
        twin = next((one for one in given if same_name(party["text"], one["text"])), None)
        if twin is not None:
            wanted.remove(party)
            given.remove(twin)
            if twin.get("country") != party.get("country"):
                yield f"{role}: its state missing" if not twin.get("country") else f"{role}: its state wrong"
    theirs = [one["text"] for one in claim.get(other + "s") or []]
    swapped = [one["text"] for one in guess.get(other + "s") or []]
    for party in wanted:
        name = next((name for name in swapped if same_name(party["text"], name)), None)
        if name is not None:
            joined = any(same_name(name, one) for one in theirs)
            yield "actor and target joined into one name" if joined else "actor and target: one for the other"
        elif given:
            name = given.pop(0)["text"]
            shares = bool(name_words(name) & name_words(party["text"]))
            if shares:
                yield f"{role}: name cut wrongly"
            elif name in carriers:
                yield f"{role}: carried over from another claim wrongly"
            elif known.holds(at, party["text"]):
                nearer = known.distance(at, name) < known.distance(at, party["text"])
                yield f"{role}: a nearer one of the sentence" if nearer else f"{role}: a farther one of the sentence"
            else:
                yield f"{role}: named elsewhere, one of the sentence taken"
        else:
            yield (
                f"{role} missing: named in the sentence"
                if known.holds(at, party["text"])
                else (f"{role} missing: named elsewhere")
            )
    for party in given:
        if party["text"] in carriers:
            yield f"{role} too many: carried over"
        elif not any(same_name(party["text"], one["text"]) for one in claim.get(other + "s") or []):
            yield f"{role} too many: from the sentence"


def place(claim: Coded, guess: Coded, known: Ground, at: int) -> str:
    """A place that differs by name."""
    wanted, given = claim.get("place") or {}, guess.get("place") or {}
    carried = "carried" in ((guess.get("rules") or {}).get("place") or "")
    if not wanted.get("text"):
        return "place too many: carried over" if carried else "place too many: from the sentence"
    here = known.holds(at, wanted["text"])
    if not given.get("text"):
        return "place missing: named in the sentence" if here else "place missing: named elsewhere"
    if carried:
        return "place: carried over wrongly"
    if given.get("precision") in _COARSE and wanted.get("country") == given.get("country"):
        return "place: too coarse"
    return "place: another of the sentence" if here else "place: named elsewhere, one of the sentence taken"


def when(claim: Coded, guess: Coded, known: Ground, at: int) -> str:
    """A date that differs."""
    wanted, given = claim.get("date"), guess.get("date")
    rule = (guess.get("rules") or {}).get("date") or ""
    if not given:
        timed = any(one.overlaps(known.sentence(at)) for one in known.times)
        return "date missing: the sentence has one" if timed else "date missing: fixed elsewhere in the article"
    if not wanted:
        return "date too many: carried over" if rule.startswith(_ELSEWHERE) else "date too many: of the statement"
    if rule.startswith(_ELSEWHERE):
        return "date: carried over wrongly"
    if date_agreement(wanted, given) == 0.5:
        return "date: coarser or finer"
    return "date: another one of the sentence"


def isnad(claim: Coded, guess: Coded, known: Ground, at: int) -> Iterator[str]:
    """Links too few, too many or other ones; at most one kind for the origin and one for the rest."""
    wanted, given = ([link["text"] for link in one.get("isnad") or []] for one in (claim, guess))
    if bool(wanted) != bool(given):
        sentence = known.sentence(at)
        if given:
            yield "origin too many: the outlet's own voice"
        elif any(one.overlaps(sentence) for one in known.cues):
            yield "origin missing: cue in the sentence"
        else:
            yield "origin missing: the speaker goes on"
    elif wanted and not same_name(wanted[-1], given[-1]):
        one = any(same_name(wanted[-1], name) for name in given)
        yield "origin: one link too many after it" if one else "origin: another speaker"
    elif paired_f1(wanted, given, same_name) < 1:
        yield "chain: link missing" if len(given) < len(wanted) else "chain: link too many"


def mode(wanted: str | None, given: str | None) -> str:
    """A mode that differs."""
    if given == "other":
        return "mode: other against a specific one"
    if wanted == "other":
        return "mode: a specific one against other"
    return "mode: none against one" if given is None else "mode: one for another"


def figures(wanted: list[Coded], given: list[Coded]) -> Iterator[str]:
    """Figures left over on either side."""
    keys = ("what", "low", "high")
    rest = [one for one in given if not any(all(one.get(k) == w.get(k) for k in keys) for w in wanted)]
    for one in wanted:
        if any(all(one.get(k) == g.get(k) for k in keys) for g in given):
            continue
        twin = next((other for other in rest if other["what"] == one["what"]), None)
        if twin is not None:
            rest.remove(twin)
            yield "figure: other bounds"
        else:
            single = one["low"] == one["high"] == 1
            yield (
                "figure missing: one person, no number"
                if single
                else ("figure missing: a bare plural" if one["high"] is None else "figure missing: a number")
            )
    yield from ("figure too many" for _ in rest)
