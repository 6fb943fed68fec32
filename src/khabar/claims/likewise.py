"""How an attack was carried out, where its own clause leaves that open and the rest of the article tells it."""

from __future__ import annotations

from typing import Final

import msgspec

from khabar.model import Claim

_BLASTS: Final = frozenset(("assault.attack", "assault.explosion", "assault.bombing", "assault.terror"))
"""Triggers that take up a suicide attack."""
_SPECIAL: Final = frozenset(("drone", "suicide-bombing"))
_VAGUE: Final = frozenset(("other", "airstrike", "bombing"))
_TAKES_UP: Final = frozenset(f"assault.{name}" for name in ("attack", "strike", "air-strike", "air-raid", "terror"))
"""Entries of words that take up an attack by its kind."""
_STRIKES: Final = frozenset(f"assault.{name}" for name in ("strike", "shell", "strike.verb", "target"))
"""Entries of words for strikes that leave open how they were carried out."""
_ARMS: Final = frozenset("طيران مقاتلات طائرات مروحيات".split())
"""Arms of an army, before its name."""
_UNTOLD: Final = frozenset(("other", "destruction", "clash", None))
_BARE: Final = frozenset(f"assault.{name}" for name in ("kill", "killing", "kill.by"))
"""Entries of killing, which leave open how it was done."""
_SOON: Final = 600
"""Characters from one telling of an attack to the next."""
_FROM_AFAR: Final = frozenset(("airstrike", "missile", "drone"))
"""How a strike that says no more is carried out."""


def same_means(claims: list[Claim]) -> list[Claim]:
    """Strikes told without their means take them from what the article tells elsewhere of the same doer's, where that
    names one means alone."""
    told: dict[str, set[str]] = {}
    struck: set[str] = set()
    for one in claims:
        mode = one.mode
        if mode in _FROM_AFAR and one.type == "ASSAULT":
            for name in _names(one):
                told.setdefault(name, set()).add(mode)
        if mode == "suicide-bombing" and one.place is not None:
            struck.add(one.place.text)
    if told:
        claims = [_informed(one, told) if one.mode == "other" and one.type == "ASSAULT" else one for one in claims]
    claims = _befallen(_resumed(claims))
    return [_blown(one, struck) for one in claims] if struck else claims


def _befallen(claims: list[Claim]) -> list[Claim]:
    """Somebody whose killing is told without its means died by the one kind of attack on him that the article tells."""
    told: dict[tuple[str, str], set[str]] = {}
    for one in claims:
        if one.type == "ASSAULT" and one.mode not in _UNTOLD and one.status == "occurred":
            for name in _hit(one):
                told.setdefault(name, set()).add(str(one.mode))
    if not told:
        return claims
    return [_alike(one, told) if one.type == "ASSAULT" and one.mode == "other" else one for one in claims]


def _hit(claim: Claim) -> list[tuple[str, str]]:
    """Whom or what it hit, and where: names of several words, each with the country."""
    where = claim.place.country or "" if claim.place is not None else ""
    return [(party.text, where) for party in claim.targets if " " in party.text]


def _alike(claim: Claim, told: dict[tuple[str, str], set[str]]) -> Claim:
    if claim.rules["trigger"] not in _BARE:
        return claim
    modes = {mode for name in _hit(claim) for mode in told.get(name, ())}
    if len(modes) != 1:
        return claim
    rules = {**claim.rules, "mode": "mode: the attack on the same told elsewhere"}
    return msgspec.structs.replace(claim, mode=modes.pop(), rules=rules)


def _resumed(claims: list[Claim]) -> list[Claim]:
    """The attack, in the singular with its article, right behind one told with its means: the same (أغارت طائرة مسيرة
    على سيارة. وأدت الغارة إلى)."""
    last: Claim | None = None
    found: list[Claim] = []
    for one in claims:
        if one.type == "ASSAULT":
            if last is not None and _same(one, last):
                rules = {**one.rules, "mode": "mode: that of the attack told right before it"}
                one = msgspec.structs.replace(one, mode=last.mode, rules=rules)
            last = one
        found.append(one)
    return found


def _same(claim: Claim, last: Claim) -> bool:
    if last.mode not in _SPECIAL or claim.mode not in _VAGUE or claim.rules["trigger"] not in _TAKES_UP:
        return False
    name = claim.trigger.text.split(" ", 1)[0].lstrip("وفبكل")
    if not name.startswith("ال") or name.endswith("ات") or claim.trigger.start - last.trigger.start > _SOON:
        return False
    return claim.mode != "airstrike" or last.mode == "drone"


def _blown(claim: Claim, struck: set[str]) -> Claim:
    """The attack or the blast, told with its article, where the article tells of a suicide attack: the same."""
    known = claim.trigger.text.split(" ", 1)[0].lstrip("وفبكل").startswith("ال")
    if not known or claim.mode not in {"other", "bombing"} or claim.rules["trigger"] not in _BLASTS:
        return claim
    if claim.place is None or claim.place.text not in struck:
        return claim
    rules = {**claim.rules, "mode": "mode: the suicide attack told elsewhere"}
    return msgspec.structs.replace(claim, mode="suicide-bombing", rules=rules)


def _names(claim: Claim) -> set[str]:
    """Its doers, an army by its own name whatever it strikes with (مقاتلات التحالف)."""
    found: set[str] = set()
    for party in claim.actors:
        if party.actor:
            found.add(party.actor)
        head, _, rest = party.text.partition(" ")
        found.add(rest if rest and head in _ARMS else party.text)
    return found


def _informed(claim: Claim, told: dict[str, set[str]]) -> Claim:
    trigger = claim.rules["trigger"]
    if trigger not in _STRIKES:
        return claim
    modes = {mode for name in _names(claim) for mode in told.get(name, ())}
    if len(modes) != 1 or (trigger != "assault.strike" and modes != {"airstrike"}):
        return claim
    rules = {**claim.rules, "mode": "mode: the same doer's strikes elsewhere"}
    return msgspec.structs.replace(claim, mode=modes.pop(), rules=rules)
