"""The role that grammar gives a slot: what the trigger's entry says of a preposition, the frame's usual order of
subject and object, and which slots settle a role by themselves; which phrases do anything at all."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.schema import TriggerEntry
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.text import folded

NO_DOERS: Final = frozenset(("place", "thing"))
"""Kinds of phrases that do nothing."""
MADE_PASSIVE: Final = frozenset("تم يتم تمت تتم جرى جري يجري جرت سيتم وتم ويتم وتمت".split())
"""Verbs that make a passive of an event noun."""
_OBJECT_PREPS: Final = frozenset(("على", "ضد", "الى", "ل", "ب", "من", "تجاه", "نحو", "بحق"))


_NO_SLOT: Final = "-"
"""The slot of most phrases: only that it is an adjective tells its role then."""
_governed: Final[dict[int, tuple[TriggerEntry, dict[str, str]]]] = {}
"""Role of a noun after each preposition that an entry names, folded, by the entry's identity; the entry is kept with
it, so that no other takes its place."""


class Order:
    """What the frame of a trigger alone gives the slots beside it, as far as it was asked for: for each slot the role
    of each kind of phrase, ``machines`` of those that are machines. ``undergoes``: its subject suffers it."""

    __slots__ = ("frame", "known", "machines", "pos", "undergoes")

    def __init__(self, frame: str, undergoes: bool, pos: str) -> None:
        self.frame = frame
        self.undergoes = undergoes
        self.pos = pos
        self.known: dict[str, dict[str, str]] = {}
        self.machines: dict[str, dict[str, str]] = {}


_orders: Final[dict[tuple[str, bool, str], Order]] = {}


def order(frame: str, undergoes: bool, pos: str) -> Order:
    """What the triggers of a frame and part of speech give the slots beside them."""
    known = _orders.get((frame, undergoes, pos))
    if known is None:
        known = _orders[frame, undergoes, pos] = Order(frame, undergoes, pos)
    return known


def doer(phrase: Phrase) -> bool:
    """Places, things and nobody's machines (طائرات بدون طيار, but not الطيران الحربي) do nothing by themselves; nor
    does what only stands for its own positions."""
    if phrase.held or phrase.holds:
        return False
    if phrase.kind == "machine":
        return phrase.source or phrase.country is not None or phrase.owner is not None or phrase.definite
    return phrase.kind not in NO_DOERS


def has(phrases: ByPhrase, value: str) -> bool:
    """Some phrase has a role, or a slot: several times as fast as to look through the values."""
    return any(one == value for one in phrases.values())


_NO_ROLES: Final[dict[str, str]] = {}


def governs(entry: TriggerEntry) -> dict[str, str]:
    """The roles that an entry gives whoever stands behind its prepositions."""
    prep = entry.prep
    if not prep:
        return _NO_ROLES
    known = _governed.get(id(entry))
    if known is None:
        known = _governed[id(entry)] = (entry, {folded(word): role for word, role in prep.items()})
    return known[1]


def governed(prep: str, entry: TriggerEntry) -> str:
    """The role that an entry gives whoever stands behind a preposition, or ''."""
    return governs(entry).get(prep, "")


def expected(slot: str, behind: dict[str, str], order: Order, kind: str, machine: bool) -> str:
    """The role that grammar gives a slot: ``actor``, ``target``, ``place``, ``topic`` or ''; what the trigger's entry
    says of a preposition (``behind``: what it :func:`governs`) comes first. ``kind`` and ``machine`` are the phrase's,
    ``order`` the trigger's."""
    if slot == _NO_SLOT:
        return "actor" if kind == "adjective" else ""
    if behind:
        role = behind.get(slot[2:], "") if slot.startswith("P:") else ""
        if role:
            return role
        if slot.startswith("G") and "" in behind:
            return behind[""]
    roles = order.machines if machine else order.known
    row = roles.get(slot)
    if row is None:
        row = roles[slot] = {}
    known = row.get(kind)
    if known is None:
        known = row[kind] = _by_position(slot, order.frame, order.undergoes, order.pos, kind, machine)
    return known


def _by_position(slot: str, frame: str, undergoes: bool, pos: str, kind: str, machine: bool) -> str:
    """What the frame alone (as in the trigger resources) gives a slot."""
    prep = slot[2:] if slot.startswith("P:") else ""
    if slot in {"by", "K"} or prep == "fire" or kind == "adjective":
        return "actor"
    if frame == "charge":
        return _charged(slot, prep)
    if slot in {"C", "S"}:
        return "target" if undergoes else "actor"
    if frame == "mutual":
        return "actor" if slot[:1] in {"A", "B", "G", "R", "L"} or prep in {"مع", "بين", "ل"} else ""
    if slot.startswith("V"):
        return "target" if slot == "VA1" else ""
    if prep:
        return _after_preposition(prep, frame, pos, machine)
    if slot.startswith("L"):
        return "target" if slot.startswith("Lundergo") else "actor" if slot[4:6] in {"A1", "B1"} else ""
    if slot.startswith("G"):
        return _genitive(slot, undergoes, frame, kind)
    if slot.startswith("N"):
        return ""
    if slot.startswith("A1"):
        return "target" if undergoes or slot in {"A1s", "A1r"} else "actor"
    if slot.startswith("A2"):
        return "target"
    if slot.startswith(("B1", "R")):
        enclitic = slot.endswith("e")
        return "target" if undergoes or enclitic else "actor"
    return ""


def _charged(slot: str, prep: str) -> str:
    """What is laid at somebody's door or demanded of him (إيران تنتهك، على بغداد أن): the subject is the target; the
    actor is whoever says so."""
    return "target" if slot[:2] in {"A1", "B1"} or slot[:1] in {"R", "G"} or prep in {"على", "ل", "من"} else ""


def _after_preposition(prep: str, frame: str, pos: str, machine: bool) -> str:
    if prep == "بين":
        return "actor"
    if frame == "move":
        return ""
    if prep == "من" and pos == "n" and frame == "act":
        return "actor"
    return "target" if prep in _OBJECT_PREPS and not (prep == "ب" and machine) else ""


def _genitive(slot: str, undergoes: bool, frame: str, kind: str) -> str:
    """زيارة الوزير, هجوم التنظيم are done by their genitive; استهداف المطار, مقتل جندي happen to it."""
    if undergoes:
        return "target"
    if frame in {"move", "speech"} or slot in {"Gn", "Gmo"}:
        return "" if kind == "place" else "actor"
    return "target" if kind in {"place", "thing", "people", "person"} else ""
