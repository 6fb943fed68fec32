"""On whose side a party of an event stands, seen from the one who tells of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, Literal

from khabar.claims.kinds import ARMED
from khabar.lexicon.lexicon import Lexicon
from khabar.mentions.names import CAMPS, Named, Names
from khabar.text import folded

Relation = Literal["own", "foe", "foreign", "unknown"]
"""``own``: the teller's own side; ``foe``: a named group against its state, or forces against its group;
``foreign``: another state; ``unknown``: nobody that takes a side."""

_NOBODY: Final = frozenset(
    "مسلح مسلحون مسلحين مسلحان انتحاري انتحاريان انتحاريين انتحاريون مهاجم مهاجمون مهاجمين مهاجمان منفذ منفذو منفذي "
    "مجهول مجهولون مجهولين مجهولان شخص اشخاص شخصا شخصان شخصين عناصر عنصر افراد جهات جهة مجموعة رجل رجال رجلا امراة "
    "امراتان ملثم ملثمون ملثمين لصوص قراصنة شاب شبان متظاهرون متظاهرين محتجون محتجين اهالي سكان مواطن مواطنون مواطنين "
    "مدنيون مدنيين مشتبه متهم متهمين حارس حراس مراة امراة نساء سيدة فتاة فتاتان فتى فتي شابة طالب طلاب طلبة سائق "
    "عامل عمال مزارع".split()
)
"""Words for doers that nobody is accused by."""
_BOMBERS: Final = frozenset("انتحاري انتحاريان انتحاريين انتحاريون استشهادي استشهاديين استشهاديان".split())
_FIGHTERS: Final = frozenset("مسلح مسلحون مسلحين مسلحان عناصر عنصر افراد".split())
_RIVALS: Final = (
    (frozenset(("حفتر", "لحفتر", "كرامة", "مسماري")), frozenset(("وفاق", "سراج", "دبيبة", "فجر"))),
    (frozenset(("برهان", "جيش", "مسلحة")), frozenset(("سريع", "حميدتي", "دقلو"))),
)
"""Words of powers that fight each other within one state."""
_LOYAL: Final = frozenset("موالية موالين موالون مؤيدة مؤيدين مناصرة ثوار شرعية مقاومة لجان".split())
_REBELS: Final = frozenset(
    "ميليشيا مليشيا ميليشيات مليشيات متمردين متمردون تمرد انقلاب انقلابية انقلابيين حوثي حوثيين حوثية حوثيون ارهابية "
    "متمردة متمرد ارهابيين ارهابيون داعش دواعش مخلوع طالبان تكفيريين تكفيريون تكفيرية".split()
)
_AGAINST: Final = frozenset("مناهضة مناهض مناهضون مناهضين معادية معادين معادون".split())
"""Words of those who fight whom they name (القوات المناهضة للحوثيين)."""
_ALLIED: Final = frozenset("تحالف ائتلاف ناتو حلف اطلسي ايساف دولية".split())

_ARAB: Final = frozenset("عربي عربية سعودية سعودي رياض شرعية اسلامي يمن".split())
"""Words of the alliance that Saudi Arabia leads."""
_WORLDWIDE: Final = frozenset("دولي دولية ناتو حلف اطلسي ايساف غربي".split())
"""Words of the alliances that America leads."""
_GULF: Final = frozenset(("SAU", "ARE"))
_WEST: Final = frozenset(("USA", "GBR", "FRA"))
"""States that strike as members of an alliance, and speak for it."""

_STRUCK_BY_ALLIES: Final = frozenset(("YEM", "AFG"))
"""States whose armed groups alliances have fought."""
_STEM: Final = 4
"""Letters that the names of a group and of its fighters share."""
OURS: Final = frozenset(
    "قواتنا جيشنا طائراتنا مقاتلينا مقاتلونا مقاتلاتنا بلاده بلادها بلادنا قواته قواتها قواتهم جنودنا جنوده جنودها "
    "عناصره عناصرها عناصرنا مقاتليه مقاتليها مقاتلوه مقاتلوها مقاتليهم مقاتلاته مقاتلاتها طائراته طائراتها رجاله "
    "رجالها رجالنا وحداته وحداتها وحداتنا اعضائه اعضائها اعضاءها مجاهدينا مجاهدونا مجاهديه دفاعاته دفاعاتها دفاعاتنا "
    "مدفعيته مدفعيتها مدفعيتنا زوارقه زوارقها زوارقنا اجهزته اجهزتها مسلحيه مسلحيها بحريته بحريتها جيشه جيشها".split()
)
"""Words that name the teller's own."""
_ARMS: Final = frozenset(
    "مقاتلات طائرات حربية طيران حربي مدفعية دبابات بوارج مروحيات سلاح جو دفاعات جوية "
    "طائرتان طائرتين مقاتلتان مقاتلتين مروحيتان مروحيتين قاذفات قاذفة استراتيجية بحرية سفن زوارق فرقاطة راجمات".split()
)
"""Arms without a name: those of whoever tells."""
_MACHINES: Final = _ARMS | frozenset("طائرة مسيرة مسيرات صاروخ صواريخ مقاتلة قذائف قذيفة مروحية درون بدون طيار".split())
"""What strikes a group, where nobody is named who sent it."""
_FORCES: Final = frozenset(
    "قوات جيش وحدات وحدة جنود قوة عناصر مقاتلين مقاتلون مجاهدين مجاهدون صاروخية بحرية جوية مدفعية برية سلاح جو مسير "
    "مسيرات دفاع دفاعات جوي حرس حدود شرطة امن درك مكافحة ارهاب".split()
)
_ORGANS: Final = frozenset(("media", "agency"))
_SHORT: Final = 3
"""Words up to which a name may be none."""


class Allegiance:
    """Reads sides off names, their states and camps. A speaker of no known state is taken to speak of the state that
    the article is about."""

    def __init__(self, names: Names, lexicon: Lexicon) -> None:
        self.names = names
        self.actors: Mapping[str, Any] = lexicon.actors

    def role(self, role: str, speaker: Named, titled: bool) -> str:
        """The role of a known leader of a group, an alliance or an international body, and of the organ of a side,
        else the one given. ``titled``: the article gives a title, which tells of groups and alliances itself."""
        if role in _ORGANS:
            owners = (self.actors.get(parent) for parent in self._parents(speaker))
            return next((str(body.kind) for body in owners if body is not None and body.kind in ARMED), role)
        if role in {"official", "person"}:
            for parent in self._parents(speaker):
                body = self.actors.get(parent)
                if body is None:
                    continue
                international = body.kind == "organisation" and body.country is None
                if international or (body.kind in {"armed-group", "alliance"} and not titled):
                    return str(body.kind)
        return role

    def camp(self, role: str, speaker: Named) -> str:
        """``state``, ``group``, ``alliance`` or ``other``."""
        if role == "alliance":
            return role
        return CAMPS.get(role) or self.names.camp(speaker.text)

    def relation(self, camp: str, speaker: Named, party: Named) -> Relation:
        """How a party stands to a speaker of a camp."""
        words = _cores(party.text)
        plain = self._plainly(camp, speaker, party, words)
        if plain is not None:
            return plain
        allied = not words.isdisjoint(_ALLIED)
        if camp == "other":
            return "unknown"
        told = self._to_group(words, speaker, allied) if camp == "group" else None
        if told is not None:
            return told
        theirs = self.names.camp(party.text)
        if camp == "alliance":
            members = _GULF if self._arab(_cores(speaker.text)) else _WEST
            member = party.country is not None and party.country in members | {speaker.country}
            return "own" if allied or (member and theirs != "group") else "foe" if theirs == "group" else "unknown"
        home = speaker.country or self.names.main
        told = self._loyalty(words, party.country == home) if camp == "state" else None
        if told is not None:
            return told
        if camp == "state" and (theirs == "group" or not words.isdisjoint(_REBELS)):
            return "unknown" if _loyal(words) else "foe"
        if allied:
            return "own" if speaker.country in (_GULF if self._arab(words) else _WEST) else "unknown"
        if party.country is None:
            return "own" if theirs == camp and speaker.country is None else "unknown"
        if party.country == home:
            if camp == "state" and speaker.country is None and self._state(party):
                return "unknown"
            if theirs == camp or (theirs == "other" and speaker.country is not None):
                return "own"
            return "foe" if camp == "group" else "unknown"
        return self._abroad(camp, theirs, speaker)

    def _plainly(self, camp: str, speaker: Named, party: Named, words: frozenset[str]) -> Relation | None:
        """How a party stands that its words alone tell of: nobody, a rival, the teller's own."""
        if self._nobody(words) and not self._foreign(words, speaker, party):
            return "unknown"
        if self._rivals(words, speaker):
            return "foe"
        own = self._kin(speaker, party) or not words.isdisjoint(OURS)
        return "own" if own or (camp in {"state", "alliance"} and words <= _ARMS) else None

    def _abroad(self, camp: str, theirs: str, speaker: Named) -> Relation:
        """How another state's party stands to a speaker, to one of no state."""
        if speaker.country is None:
            return "foe" if camp == "group" and theirs == "state" else "unknown"
        return "foreign"

    def _to_group(self, words: frozenset[str], speaker: Named, allied: bool) -> Relation | None:
        """How machines, its own fighters and alliances (``allied``) stand to a group."""
        if words <= _MACHINES:
            return "unknown"
        if self._ours(words, speaker):
            return "own"
        if allied:
            return "foe" if speaker.country in _STRUCK_BY_ALLIES else "unknown"
        return None

    def _ours(self, words: frozenset[str], speaker: Named) -> bool:
        """Fighters by the name of the group that tells (قوات الحوثيين, told by جماعة الحوثي)."""
        stems = {word[:_STEM] for word in words & _REBELS}
        return any(word[:_STEM] in stems for word in _cores(speaker.text))

    def _rivals(self, words: frozenset[str], speaker: Named) -> bool:
        """They serve the other of two powers that fight for one state (قوات حفتر, told by حكومة الوفاق)."""
        mine = _cores(speaker.text)
        return any(
            (not one.isdisjoint(mine) and not other.isdisjoint(words))
            or (not other.isdisjoint(mine) and not one.isdisjoint(words))
            for one, other in _RIVALS
        )

    def _loyalty(self, words: frozenset[str], home: bool) -> Relation | None:
        """What a name says of where somebody stands to a state: those who fight its foes, those loyal to it, and its
        planes and ships (مقاتلات تايفون), which are no fighters of a group. ``home``: he is of that state."""
        if not words.isdisjoint(_AGAINST):
            return "own" if home else "unknown"
        jets = not words.isdisjoint(_ARMS) and words.isdisjoint(_REBELS)
        return "own" if home and (jets or _loyal(words)) else None

    def _state(self, party: Named) -> bool:
        """A state by its name, of which no ministry without one speaks as its own (قالت الخارجية إن إسرائيل قصفت)."""
        state = self.names.state(party.country) if party.country is not None else None
        return state is not None and state.text == party.text

    def _arab(self, words: frozenset[str]) -> bool:
        """An alliance is the one that Saudi Arabia leads: by its name, or where the article is about Yemen or it."""
        named = words.isdisjoint(_WORLDWIDE) and self.names.main in {"YEM", *_GULF}
        return named or not words.isdisjoint(_ARAB)

    def bomber(self, party: Named) -> bool:
        """Somebody who blew himself up, without a name: a group that tells of him sent him."""
        return not _cores(party.text).isdisjoint(_BOMBERS)

    def rebels(self, party: Named) -> bool:
        """Fighters without a name or of a group, which no state sends."""
        words = _cores(party.text)
        return not words.isdisjoint(_FIGHTERS | _REBELS) or self.names.camp(party.text) == "group"

    def outlawed(self, party: Named) -> bool:
        """A group by a word for those who rise against a state (ميليشيا, داعش)."""
        return not _cores(party.text).isdisjoint(_REBELS)

    def office(self, speaker: Named) -> str:
        """What a known person is, by his entry."""
        entry = self.actors.get(speaker.actor) if speaker.actor else None
        return (entry.role or "") if entry is not None else ""

    def arms(self, party: Named) -> bool:
        """Arms without a name (طائرات حربية): those of the state that tells."""
        return _cores(party.text) <= _ARMS

    def forces(self, party: Named) -> bool:
        """Forces without a name (القوات, الجنود): those of the army that tells."""
        return _cores(party.text) <= _FORCES

    def _parents(self, named: Named) -> tuple[str, ...]:
        entry = self.actors.get(named.actor) if named.actor else None
        return tuple(entry.parents) if entry is not None else ()

    def _kin(self, one: Named, other: Named) -> bool:
        """One of them belongs to the other (a leader and his group, a brigade and its army)."""
        if one.actor is None or other.actor is None:
            return False
        return other.actor in self._parents(one) or one.actor in self._parents(other)

    def _foreign(self, words: frozenset[str], speaker: Named, party: Named) -> bool:
        """Fighters without a name, of another state than the teller's (مسلحين فلسطينيين, told by Israel)."""
        if party.country is None or speaker.country is None or words.isdisjoint(_FIGHTERS):
            return False
        return party.country != speaker.country

    def _nobody(self, words: frozenset[str]) -> bool:
        """Doers without a name: nouns for anybody, and no word that tells whose they are."""
        rest = [word for word in words if word not in _NOBODY and word.removesuffix("ا") not in _NOBODY]
        if len(rest) == len(words) or len(words) > _SHORT:
            return False
        return all(word not in _REBELS and self.names.camp(word) == "other" for word in rest)


@lru_cache(maxsize=4096)
def _cores(text: str) -> frozenset[str]:
    return frozenset([word.removeprefix("ال") for word in folded(text).replace("_", " ").split()])


def _loyal(words: frozenset[str]) -> bool:
    """Irregulars that fight for the state: the word alone does not tell for whom."""
    return len(words) > 1 and words.isdisjoint(_REBELS) and not words.isdisjoint(_LOYAL)
