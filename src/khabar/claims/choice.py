"""Who of the options is actor and who is target: probabilities, rivals, coordination."""

from __future__ import annotations

import re
from typing import Final

from khabar.claims.grammar import doer
from khabar.claims.kinds import HARM, PUBLISHERS, REPELS, SAID_TO
from khabar.claims.options import PHRASE, Option
from khabar.claims.scorer import logistic, model
from khabar.claims.sufferers import VICTIMS
from khabar.claims.templates import Templates, scoring
from khabar.claims.untouched import NO_TARGET
from khabar.claims.weights import Folded, Values, first, second
from khabar.mentions.phrase import Phrase
from khabar.text import folded

RIVAL: Final = 0.1
RIVALRY: Final = 0.3
TIED: Final = 0.3
MUTUAL: Final = 0.3
FURTHER: Final = 0.6
"""Probability that a second party needs: tied to the first by و, in a frame of two sides, in any other; the first is
the least."""
_SHARE_OF: Final = 0.6
"""Part of the first one's probability that is enough for whoever و ties to it."""
_ACTOR_LEAST: Final = {"speech": 0.06, "charge": 0.06, "mutual": 0.06, "move": 0.08, "act": 0.18}
_TARGET_LEAST: Final = {"act": 0.17, "speech": 0.1, "charge": 0.1, "undergo": 0.1}
"""Least probability of a party by frame (cross-validated): who speaks, meets or travels is nearly always told."""
_TARGET_OF: Final = {"REJECT": 0.15, "SUPPORT": 0.25, "CONCEDE": 0.3}
"""The same by type where many a claim has no target: what is refused or welcomed is often nobody's."""
_OTHERS: Final = frozenset("اخرون اخرين اخر اخران".split())
"""Whoever is only "others" (وأصيب آخرون) did nothing."""
_LAST: Final = "اخر"
_PERHAPS: Final = re.compile("[خ\ufb50-\ufefc]")
"""Texts without this letter, in whatever shape, have none of these words."""
_MOST: Final = 3
"""Parties of one role that a claim has."""
_MANY: Final = 7
"""Sides of what many do together."""
SETTLED: Final = 0.5
"""Probability that a party has at least in the role that syntax settles (:mod:`khabar.claims.syntax`)."""
_HOPELESS: Final = -2.5
"""Log-odds (a probability of 0.08) under which an option is neither actor nor target whatever the others are."""
_TYPE: Final = PHRASE.own.index("type")
_POWERLESS: Final = frozenset(("people.eyewitness", "people.captured-soldier"))
_TELL: Final = frozenset(("document", "witness", "media", "agency", "outlet"))
_ID: Final = PHRASE.own.index("id")
_BOMBINGS: Final[tuple[str, ...]] = ("assault.bombing", "assault.explo", "assault.suicide")
_SETTLED: Final = PHRASE.option.index("settled")
_SPOKEN: Final = PHRASE.option.index("spoken")


class Scored:
    """An option with its probability as actor and as target; ``settled``: the role that syntax gives it, or empty."""

    __slots__ = ("actor", "option", "settled", "target")

    def __init__(self, option: Option, actor: float, target: float, settled: str = "") -> None:
        self.option = option
        self.settled = settled
        self.actor = actor
        self.target = target


def _useless(phrase: Phrase | None) -> bool:
    """Nobody's machine, or what stands for its own positions."""
    return phrase is not None and (phrase.held or phrase.kind == "machine") and not doer(phrase)


def _goal(phrase: Phrase | None) -> bool:
    """A place where somebody goes or something is fired (توغلت دبابات شرق البلدة)."""
    return phrase is not None and phrase.kind == "place" and phrase.prep != ""


def _publishes(phrase: Phrase | None) -> bool:
    """An agency or a channel hurts nobody."""
    return phrase is not None and phrase.kind in PUBLISHERS


def _source(phrase: Phrase | None) -> bool:
    return phrase is not None and phrase.kind == "people" and phrase.source and phrase.role == "unnamed"


def _bystands(phrase: Phrase | None) -> bool:
    """Documents, sources, witnesses and media tell of deeds and do none."""
    if phrase is None:
        return False
    return _source(phrase) or phrase.kind in _TELL or phrase.role in _TELL


def _saw(phrase: Phrase | None) -> bool:
    """Whoever saw a deed or is held captive did not do it, whatever the verb beside it."""
    return phrase is not None and phrase.entry is not None and phrase.entry.id in _POWERLESS


def _tells(option: Option) -> bool:
    """An organisation that tells of a deed, or the place of it, did not do it."""
    phrase = option.phrase
    if phrase is None or option.templates is not PHRASE or not option.values:
        return False
    return phrase.kind == "place" or (phrase.kind == "organisation" and bool(option.values[_SPOKEN]))


def _speechless(phrase: Phrase | None) -> bool:
    """A thing without the article, an owner or a country says nothing (بضرورة التزام الأطراف)."""
    if phrase is None or phrase.kind != "thing" or phrase.definite:
        return False
    return phrase.owner is None and phrase.country is None


def _fired(one: Scored, weapons: frozenset[int]) -> bool:
    """A weapon, unless grammar makes a machine the target (استهدف دبابة)."""
    phrase = one.option.phrase
    return phrase is not None and phrase.first in weapons and not (one.settled and phrase.kind == "machine")


def _governs(phrase: Phrase | None) -> bool:
    """Who announces a bombing: authorities and officials."""
    return phrase is not None and (phrase.kind in {"government", "organisation"} or phrase.role == "official")


def _victim(phrase: Phrase | None) -> bool:
    return phrase is not None and phrase.kind in VICTIMS


def score(options: list[Option], suffered: bool = False) -> list[Scored]:
    """Both probabilities of the options that can be chosen at all; ``suffered``: and of everybody who can be a victim,
    however unlikely by himself."""
    found = []
    folded: Folded | None = None
    templates: Templates | None = None
    last: Values = ()
    actor = target = 0.0
    for option in options:
        if folded is None or option.templates is not templates:
            templates = option.templates
            folded = scoring(templates, "actor", "target").of(option.own)
        if option.values is not last:
            last = option.values
            total = folded.total(last)
            actor, target = first(total), second(total)
        settled: str = last[_SETTLED] if option.templates is PHRASE else ""
        if settled == "actor":
            found.append(Scored(option, max(logistic(actor), SETTLED), 0.0, settled))
        elif settled == "target":
            found.append(Scored(option, 0.0, max(logistic(target), SETTLED), settled))
        elif settled == NO_TARGET:
            found.append(Scored(option, logistic(actor), 0.0))
        elif actor >= _HOPELESS or target >= _HOPELESS or (suffered and _victim(option.phrase)):
            found.append(Scored(option, logistic(actor), logistic(target)))
    return found


def _are_others(text: str) -> bool:
    """Nobody but "others"; the last of somebody (آخر دفعة من المقاتلين) is told."""
    if not _PERHAPS.search(text):
        return False
    words = folded(text).split(" ", 2)
    last = words[0] == _LAST and len(words) > 1 and words[1] not in {"من", "في"}
    return words[0] in _OTHERS and not last


_known_others: Final[dict[str, bool]] = {}
"""Whether names of whom many claims are asked are only "others"."""
_KEPT: Final = 2048


def _only_others(text: str) -> bool:
    """Nobody but "others", looked up where the name was asked for before."""
    known = _known_others.get(text)
    if known is None:
        if len(_known_others) >= _KEPT:
            _known_others.clear()
        known = _known_others[text] = _are_others(text)
    return known


def choose_actors(options: list[Scored], frame: str) -> list[tuple[Option, float]]:
    """The actors among the options: one that its other role wants as much counts for less."""
    known = options[0].option.own if options and options[0].option.own else ("",) * len(PHRASE.own)
    kind: str = known[_TYPE]
    entry: str = known[_ID]
    settled = [one for one in options if one.settled == "actor"]
    options = settled or options
    threshold = _ACTOR_LEAST.get(frame, model("actor").threshold)
    least = min(threshold, TIED)
    rated: list[tuple[Option, float]] = []
    for one in options:
        value = one.actor - RIVALRY * one.target if one.actor >= RIVAL else one.actor
        if (
            value >= least
            and not _useless(one.option.phrase)
            and not (frame == "move" and not one.settled and _goal(one.option.phrase))
            and not (kind in HARM and not one.settled and (_bystands(one.option.phrase) or _tells(one.option)))
            and not (kind in HARM and _publishes(one.option.phrase))
            and not ((kind in HARM or frame == "move") and _saw(one.option.phrase))
            and not (kind in SAID_TO and not one.settled and _speechless(one.option.phrase))
            and (one.settled or not (entry.startswith(_BOMBINGS) and _governs(one.option.phrase)))
            and not _only_others(one.option.named.text)
        ):
            rated.append((one.option, value))
    most = _MANY if settled else _MOST
    return _choose(rated, threshold, frame, most, SETTLED if entry in REPELS else FURTHER)


def choose_targets(
    options: list[Scored], taken: set[str], frame: str, weapons: frozenset[int] = frozenset()
) -> list[tuple[Option, float]]:
    """The targets among the options that are no actors; ``weapons``: first tokens of what is fired, not fired at."""
    if any(one.settled == "target" for one in options):
        options = [one for one in options if one.settled == "target"]
    kind: str = options[0].option.own[_TYPE] if options and options[0].option.own else ""
    threshold = _TARGET_OF.get(kind) or _TARGET_LEAST.get(frame, model("target").threshold)
    least = min(threshold, TIED)
    rated = [
        (one.option, one.target)
        for one in options
        if one.target >= least
        and not _fired(one, weapons)
        and not (one.option.own and one.option.own[_TYPE] == "ASSAULT" and _source(one.option.phrase))
        and one.option.named.text not in taken
    ]
    return _choose(rated, threshold, "act")


def _choose(
    scored: list[tuple[Option, float]], threshold: float, frame: str, most: int = _MOST, further: float = FURTHER
) -> list[tuple[Option, float]]:
    """Options of one role: the best over the threshold, those tied to it by و, and in mutual frames the runner-up."""
    if len(scored) > 2:
        scored.sort(key=_likely)
    elif len(scored) == 2 and scored[1][1] > scored[0][1]:
        scored.reverse()
    if not scored or scored[0][1] < threshold:
        return []
    if len(scored) == 1:
        return scored
    best, score = scored[0]
    kept = [(best, score)]
    joint = min(TIED, _SHARE_OF * score)
    for option, value in scored[1:]:
        tied = (
            option.phrase is not None
            and best.phrase is not None
            and (
                option.phrase.coord is best.phrase
                or best.phrase.coord is option.phrase
                or _share(option.phrase, best.phrase)
            )
        )
        if value >= (joint if tied else MUTUAL if frame == "mutual" else further):
            kept.append((option, value))
    seen: set[str] = set()
    result = []
    for option, value in _listed(kept):
        if option.named.text not in seen:
            seen.add(option.named.text)
            result.append((option, value))
    return result[:most]


def _listed(kept: list[tuple[Option, float]]) -> list[tuple[Option, float]]:
    """The same, in the order of the text where all belong to one list (خمسة متاجر ومسجد)."""
    phrases = [option.phrase for option, _ in kept if option.phrase is not None]
    if len(phrases) < len(kept) or any(not _share(one, phrases[0]) for one in phrases):
        return kept
    return sorted(kept, key=_place)


def _place(pair: tuple[Option, float]) -> int:
    phrase = pair[0].phrase
    assert phrase is not None
    return phrase.first


def _likely(pair: tuple[Option, float]) -> float:
    return -pair[1]


def _share(one: Phrase, other: Phrase) -> bool:
    return one.root is other.root
