"""How two claims, or what two articles tell of an event, are compared: one function a field, each naming what it saw.

Every function takes two profiles and gives the names of the features that hold, in the form ``field=finding``. The
names carry the weights of ``resources/weights/linking.json``; nothing else of the two enters the decision. All are
symmetric. Where a profile is made of several claims, the finding is the best that any two of them give.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import product

from khabar.linking import days, spots
from khabar.linking.profile import Known, Profile, Range, Side
from khabar.model import VERBAL_TYPES

_VAGUE = frozenset((None, "other"))
AKIN: tuple[frozenset[str | None], ...] = (
    frozenset(("bombing", "suicide-bombing")),
    frozenset(("demonstration", "riot")),
)
"""Modes of which one is a closer look at the other."""
Comparison = Callable[[Profile, Profile], Iterator[str]]


def kind(one: Profile, other: Profile) -> Iterator[str]:
    """The type's own bias; mode: ``same``, ``vague`` (one names none, or ``other``), ``akin`` (:data:`AKIN`),
    ``differ``."""
    yield f"type={one.type}"
    if one.type in VERBAL_TYPES:
        return
    if one.modes & other.modes:
        yield "mode=same"
    else:
        yield f"mode={_modes(one.modes, other.modes)}"


def _modes(one: frozenset[str | None], other: frozenset[str | None]) -> str:
    if one & _VAGUE or other & _VAGUE:
        return "vague"
    return "akin" if any(one & group and other & group for group in AKIN) else "differ"


def status(one: Profile, other: Profile) -> Iterator[str]:
    """``plan``: one is announced, the other under way or past; ``doubt``: one reported, one denied or unconfirmed."""
    if not one.statuses & other.statuses:
        yield "status=plan" if "planned" in one.statuses | other.statuses else "status=doubt"


def time(one: Profile, other: Profile) -> Iterator[str]:
    """When both are dated, how the dates stand (:func:`khabar.linking.days.relation`); when one is, whether its date
    fits the other's day of publication: ``one-fresh`` (up to four days before), ``one-recent`` (up to forty),
    ``one-old``."""
    if one.days and other.days:
        found = {days.relation(a, b) for a, b in product(one.days, other.days)}
        yield f"time={next(name for name in days.RELATIONS if name in found)}"
        return
    dated, bare = (one, other) if one.days else (other, one)
    if not dated.days:
        yield "time=none"
    elif bare.article.published is None:
        yield "time=one"
    else:
        late = bare.article.published - dated.days[0].last
        yield "time=one-fresh" if -1 <= late <= 4 else "time=one-recent" if late <= 40 else "time=one-old"


def reported(one: Profile, other: Profile) -> Iterator[str]:
    """Days between the two publications: ``together`` (up to 1), ``days`` (up to 4), ``weeks`` (up to 20), ``far``."""
    if one.article is other.article:
        return
    if one.article.published is None or other.article.published is None:
        yield "reported=unknown"
        return
    between = abs(one.article.published - other.article.published)
    yield f"reported={'together' if between <= 1 else 'days' if between <= 4 else 'weeks' if between <= 20 else 'far'}"


def place(one: Profile, other: Profile) -> Iterator[str]:
    """How the places stand to each other (:func:`khabar.linking.spots.relation`); ``one``: only one is known."""
    if one.spots and other.spots:
        found = {spots.relation(a, b) for a, b in product(one.spots, other.spots)}
        yield f"place={next(name for name in spots.RELATIONS if name in found)}"
    else:
        yield "place=one" if one.spots or other.spots else "place=none"


def _people(one: Side, other: Side) -> str:
    """``none``, ``one`` (of one claim only), ``id`` (a known actor in both), ``name`` (half of the shorter one's
    telling words), ``sound`` (a name's consonants), ``state``, ``foreign`` (states known and different), ``kind``
    (heads alike: two armed groups), ``bare`` (one says no more than "people"), ``other``."""
    if not one.parties or not other.parties:
        return "one" if one.parties or other.parties else "none"
    if one.ids & other.ids:
        return "id"
    if any(_alike(a.words, b.words) for a, b in product(one.parties, other.parties)):
        return "name"
    if one.sounds & other.sounds:
        return "sound"
    if one.countries & other.countries:
        return "state"
    if one.countries and other.countries:
        return "foreign"
    if one.generic & other.generic:
        return "kind"
    return "other" if _named(one) and _named(other) else "bare"


def _named(side: Side) -> bool:
    return any(party.words or party.ids or party.states for party in side.parties)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared > 0 and 2 * shared >= min(len(one), len(other))


def actors(one: Profile, other: Profile) -> Iterator[str]:
    """Who did it."""
    yield f"actors={_people(one.actors, other.actors)}"


def partners(one: Profile, other: Profile) -> Iterator[str]:
    """``differ``: of parties that act together (a meeting's two sides) each profile names one of another state than all
    that are not shared of the other's (Cairo with Moscow, Cairo with Washington)."""
    if len(one.actors.parties) < 2 or len(other.actors.parties) < 2:
        return
    mine = _left(one.actors.parties, other.actors.parties)
    theirs = _left(other.actors.parties, one.actors.parties)
    if mine and theirs and not mine & theirs:
        yield "partners=differ"


def _left(parties: frozenset[Known], others: frozenset[Known]) -> set[str]:
    """States of the parties that are none of the others."""
    left = [party for party in parties if not any(_one(party, other) for other in others)]
    return {state for party in left for state in party.states}


def _one(party: Known, other: Known) -> bool:
    if party.ids & other.ids or _alike(party.words, other.words):
        return True
    return bool(party.states & other.states) and not (party.words and other.words)


def targets(one: Profile, other: Profile) -> Iterator[str]:
    """To whom."""
    yield f"targets={_people(one.targets, other.targets)}"


def roles(one: Profile, other: Profile) -> Iterator[str]:
    """``swapped``: the actor's state of one is the target's of the other, both ways round, and in no role the same."""
    if one.actors.countries & other.actors.countries or one.targets.countries & other.targets.countries:
        return
    if one.actors.countries & other.targets.countries and other.actors.countries & one.targets.countries:
        yield "roles=swapped"


def figures(one: Profile, other: Profile) -> Iterator[str]:
    """Of the kinds both count: ``many`` (equal, three or more), ``equal``, ``fit`` (some number satisfies both),
    ``close`` (within a factor of two, as tolls are revised), ``clash``. The worst kind speaks."""
    found = {_best(one.figures[what], other.figures[what]) for what in one.figures.keys() & other.figures.keys()}
    for name in ("clash", "many", "close", "equal", "fit"):
        if name in found:
            yield f"figures={name}"
            return


def _best(one: tuple[Range, ...], other: tuple[Range, ...]) -> str:
    found = {_figure(a, b) for a, b in product(one, other)}
    return next(name for name in ("many", "equal", "fit", "close", "clash") if name in found)


def _figure(one: Range, other: Range) -> str:
    if one == other:
        return "many" if one[0] >= 3 else "equal"
    if one[0] <= other[1] and other[0] <= one[1]:
        return "fit"
    return "close" if max(one[0], other[0]) <= 2 * min(one[1], other[1]) else "clash"


def weapons(one: Profile, other: Profile) -> Iterator[str]:
    """Whether weapons named in both share a word."""
    if one.weapons and other.weapons:
        yield "weapons=same" if one.weapons & other.weapons else "weapons=differ"


_WORDING = ((0.75, "copy"), (0.5, "close"), (0.33, "like"), (0.18, "some"), (0.0, "little"))


def wording(one: Profile, other: Profile) -> Iterator[str]:
    """Jaccard similarity of the two nearest quotes' content stems, in steps, told apart for verbal acts, where the
    words are most of what tells two of them apart."""
    share = max(_jaccard(a, b) for a, b in product(one.quotes, other.quotes))
    step = next(name for least, name in _WORDING if share >= least)
    yield f"{'verbal ' if one.type in VERBAL_TYPES else ''}wording={step}"


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0


def trigger(one: Profile, other: Profile) -> Iterator[str]:
    """``same`` word, ``family`` (one entry of the trigger resources), ``differ``."""
    same = one.trigger & other.trigger
    yield f"trigger={'same' if same else 'family' if one.families & other.families else 'differ'}"


def series(one: Profile, other: Profile) -> Iterator[str]:
    """A run of events (سلسلة هجمات) is no single event: ``both`` or ``one`` of the two; ``number``: plural against
    singular."""
    if one.series or other.series:
        yield f"series={'both' if one.series and other.series else 'one'}"
    elif one.plural != other.plural:
        yield "series=number"


def isnad(one: Profile, other: Profile) -> Iterator[str]:
    """Whether both rest on the same origin, on the outlet's own word, or on different ones."""
    if one.origins and other.origins:
        yield f"origin={'same' if one.origins & other.origins else 'differ'}"
    else:
        yield f"origin={'one' if one.origins or other.origins else 'none'}"


_STORY = ((0.7, "copy"), (0.5, "close"), (0.35, "like"), (0.22, "some"), (0.0, "little"))


def story(one: Profile, other: Profile) -> Iterator[str]:
    """How much of the shorter opening's words (title and first paragraphs) stands in the other article's too."""
    yield _story(one.article.words, other.article.words)


@lru_cache(maxsize=1 << 10)
def _story(one: frozenset[str], other: frozenset[str]) -> str:
    """Two articles are compared by each of the events that both tell of: their words once."""
    least = min(len(one), len(other))
    share = len(one & other) / least if least else 0.0
    return f"story={next(name for step, name in _STORY if share >= step)}"


def position(one: Profile, other: Profile) -> Iterator[str]:
    """In one sentence, neighbouring or later claims; and whether the later one points back (الهجوم) or sets itself off
    (هجوم آخر)."""
    first, second = (one, other) if one.at < other.at else (other, one)
    if first.span[0] < second.span[1] and second.span[0] < first.span[1]:
        yield "position=overlap"
    elif first.sentence == second.sentence:
        yield "position=sentence"
    else:
        apart = second.at - first.at
        yield f"position={'next' if apart == 1 else 'close' if apart <= 3 else 'far'}"
    if second.definite:
        yield "position=points back"
    if second.another:
        yield "position=another"


_BOTH: tuple[Comparison, ...] = (
    kind, status, time, place, actors, partners, targets, roles, figures, weapons, wording, trigger, series, isnad,
)  # fmt: skip
WITHIN: tuple[Comparison, ...] = (*_BOTH, position)
ACROSS: tuple[Comparison, ...] = (*_BOTH, reported, story)


def features(one: Profile, other: Profile) -> list[str]:
    """Names of all that holds of two profiles, of one article or of two."""
    comparisons = WITHIN if one.article is other.article else ACROSS
    return [name for comparison in comparisons for name in comparison(one, other)]
