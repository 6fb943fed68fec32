"""Where: options for the place of a claim, settled by rules where they are sure, else scored by how they stand to the
trigger."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate, bucket, likeness
from khabar.claims.frames import Attribution
from khabar.claims.kinds import SITED
from khabar.claims.occasions import Placed, court, far, talked
from khabar.claims.offers import AT, GAP, KIND, PARTY, PREP, SCENE, SIDE, WALL, Offers, whole
from khabar.claims.settings import OWN, SettingOption, best_option, own_values
from khabar.claims.spots import HOLDERS, LYING, Spots
from khabar.claims.surroundings import Surroundings
from khabar.claims.templates import Templates, Values
from khabar.claims.whereabouts import DIRECTIONS
from khabar.mentions.names import Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.model import VERBAL_TYPES, Where

_MATERIAL: Final = SITED | {"AID", "COOPERATE"}
"""Types whose place may be settled by rule."""
_LEAST: Final = 0.1
"""Probability that is enough for the place of what nearly always has one."""
_ELSEWHERE: Final = frozenset(("arrest", "ceasefire", "resign", "release"))
"""Modes of acts that are seldom where the act told before was: nothing is carried over to them."""
_OFFICES: Final = frozenset(("person", "government"))
"""Those in whose name their town stands."""
_AIMED: Final = frozenset("على باتجاه نحو تجاه الى صوب".split())
_TALKS: Final = frozenset(("CONSULT", "AGREE"))
_FREED: Final = frozenset(("PROTEST", "AGREE"))
"""Types behind which عن tells what is freed or spared (رفع الحصار عن غزة)."""
_LAUNCHED: Final = frozenset(("assault.missile.launch", "assault.drone.launch", "assault.shell.fall"))
"""Acts that are where they hit, not where they start."""
_SENT: Final = frozenset(("missile", "shelling"))
_FLYING: Final = frozenset(("missile", "interception"))
"""Modes of what comes from afar."""
_TOWARD: Final = _AIMED - {"على"}
"""Modes of what is sent somewhere, and prepositions of where."""
_GOVERNING: Final = LYING | frozenset(("dir", "على", "حول"))
_AROUND: Final = frozenset(("region", "governorate", "metonym"))
"""Kinds of places that those who take a town may be from."""
_NEAR: Final = 7
_FAR: Final = 8
_INSIDE: Final = frozenset(("في", "ب"))
_VENUE: Final = 10
"""Tokens behind a verb of meeting within which it is told where."""
_NEXT: Final = 3
"""Distances (see ``bucket``) within which a place after an act is the act's own: with a preposition past another act,
with one, without."""

PLACE_HERE: Final = Templates(
    OWN,
    "prep side gap kind between nested party scene at wall",
    "type prep|side|frame prep|kind|side side|gap type|prep|side type|kind id|prep|side between|side party|type "
    "frame|pos|side|prep|between nested|prep wall|side wall|side|prep",
    "prep&side&kind&party prep&side&between&nested&wall",
)
PLACE_CARRIED: Final = Templates(
    OWN,
    "carry back ahead before here",
    "type carry|back carry|ahead carry|before|type carry|here|ahead",
    "carry&back&ahead&before&here",
)


class PlaceFinder:
    """Places of a sentence and those of earlier claims, for one claim after the other."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], names: Names, attribution: Attribution) -> None:
        self.r = reading
        self.attribution = attribution
        self.spots = Spots(reading, phrases, names)
        self.around = Surroundings(reading)
        self.offers = Offers(reading)

    def where(self, phrase: Phrase) -> Where:
        """The place of a phrase, as :meth:`Spots.where` tells it."""
        return self.spots.where(phrase)

    def choose(
        self,
        candidate: Candidate,
        earlier: list[Placed],
        parties: frozenset[str],
        neighbours: list[Candidate],
        mode: str | None = None,
        *,
        total: bool = False,
    ) -> tuple[Where | None, str]:
        """The place of a claim and how it was found. ``neighbours``: all claims of the sentence; ``mode``: how it was
        done; ``total``: it tells the losses of a war or of years."""
        if mode == "call":
            return None, ""
        if total:
            return self._overall(candidate, parties)
        options = self.options(candidate, earlier, parties)
        options = [one for one in options if not self._capital(candidate, one)]
        if candidate.type == "MOBILIZE":
            options = [one for one in options if not self.offers.home(one)]
        if mode in _FLYING or candidate.id in _LAUNCHED:
            options = [one for one in options if not self.offers.launched_from(one)]
        sure = self._sure(candidate, options, neighbours, mode)
        if sure is not None:
            return self.offers.narrowed(sure, options).value, "place.sure"
        if candidate.type in VERBAL_TYPES:
            return None, ""
        if mode == "convict":
            where = court(candidate, earlier)
            return where, "place.court" if where is not None else ""
        placed = candidate.type in SITED and (mode or candidate.mode) not in _ELSEWHERE
        if not placed and candidate.type in SITED:
            options = [one for one in options if one.rule == "place.here"]
        if candidate.type == "AGREE":
            options = [one for one in options if one.value.precision != "country" and not self._laid_down(one)]
        narrow = [one for one in options if not whole(one)] if placed else []
        narrow = self._told(candidate, narrow) or narrow
        found = best_option(narrow or options, "place", _LEAST if placed else None)
        if found is not None and placed:
            local = self._local(found[0], options)
            if local is not None:
                return local, "place.local"
        if found is not None:
            inside = self._inside(found[0], options) if placed else None
            return (inside, "place.inside") if inside else (found[0].value, f"{found[0].rule} {found[1]:.2f}")
        if candidate.type in _TALKS:
            where = talked(candidate, earlier, parties)
            return where, "place.talked" if where is not None else ""
        scene = self._scene(candidate.sentence) if placed and not options else None
        return scene, "place.scene" if scene is not None else ""

    def _overall(self, candidate: Candidate, parties: frozenset[str]) -> tuple[Where | None, str]:
        """The place of a total: what its own sentence tells, no place of one attack told before, else the state that
        the article speaks of."""
        options = [one for one in self.options(candidate, [], parties) if not self._capital(candidate, one)]
        scene = next((one for one in options if one.values[SCENE]), None)
        if scene is not None:
            return scene.value, "place.sure"
        told = [one for one in options if one.values[PREP] in _GOVERNING or one.value.precision != "country"]
        found = best_option([one for one in told if one.values[PREP] not in HOLDERS], "place", _LEAST)
        if found is not None:
            return found[0].value, f"{found[0].rule} {found[1]:.2f}"
        where = self.spots.state(candidate.sentence)
        return where, "place.overall" if where is not None else ""

    def _laid_down(self, option: SettingOption[Where]) -> bool:
        """The place of what an accord or a resolution provides (قرارا يطالب بوقف النار في غزة)."""
        return option.rule == "place.here" and option.values[SIDE] == "a" and option.values[WALL] != ""

    def _venue(self, candidate: Candidate, option: SettingOption[Where]) -> bool:
        """A town right behind talks or a meeting and what describes them (محادثات السلام في الدوحة)."""
        at = option.values[AT]
        if option.values[SIDE] != "a" or option.values[PREP] not in _INSIDE or option.values[WALL] != "":
            return False
        if option.value.precision == "country":
            return False
        if candidate.pos == "v":
            return candidate.mode == "meet" and self.r.prep(at) == "في" and at - candidate.last <= _VENUE
        between = range(candidate.last + 1, at - (self.r.forms[at - 1] == "في"))
        return len(between) <= _NEXT and all(
            (self.r.words[one].det or self.r.words[one].cls == "j") and not self.r.words[one].pro for one in between
        )

    def _capital(self, candidate: Candidate, option: SettingOption[Where]) -> bool:
        """A capital that stands for the state that did it, not for where (أن واشنطن لم تشارك في الهجوم)."""
        if option.rule != "place.here" or candidate.type not in SITED or candidate.passive:
            return False
        prep, side, _, kind = option.values[:4]
        stands = kind == "metonym" and side == "b" and not prep and option.values[PARTY]
        light = candidate.light
        return stands and candidate.frame == "act" and (light is None or light.entry.voice == "act")

    def _told(self, candidate: Candidate, options: list[SettingOption[Where]]) -> list[SettingOption[Where]]:
        """What is left without the places of those who tell it (قال مصدر في صعدة إن), if the report names others."""
        starts = [frame.start for frame in self.attribution.of(candidate.sentence) if frame.covers(candidate.first)]
        start = max((start for start in starts if start <= candidate.first), default=-1)
        inside = [one for one in options if one.rule == "place.here" and one.values[AT] >= start]
        carried = [one for one in options if one.rule == "place.carried" and one.values[0] != "no"]
        like = [one for one in carried if not whole(one)]
        narrow = [one for one in inside if one.value.precision != "country" and one.values[KIND] != "inner"]
        if start < 0 or not (narrow or (like and not inside)):
            return []
        return [one for one in options if one.rule != "place.here" or one.values[AT] >= start]

    def _local(self, chosen: SettingOption[Where], options: list[SettingOption[Where]]) -> Where | None:
        """The place whose official tells of the act, where one far from it would be carried over (رئيس بلدية سبها)."""
        if chosen.rule != "place.carried":
            return None
        for one in options:
            where = one.value
            if one.rule != "place.here" or one.values[PREP] not in _OFFICES or where.precision != "town":
                continue
            if where.country in {chosen.value.country, self.spots.main} and far(where, chosen.value):
                return where
        return None

    def _inside(self, chosen: SettingOption[Where], options: list[SettingOption[Where]]) -> Where | None:
        """Where a whole state is all that a sentence names, the narrower place of the last like act in that state."""
        if chosen.rule != "place.here" or chosen.value.precision != "country":
            return None
        for one in options:
            like = one.rule == "place.carried" and one.values[0] != "no"
            if like and one.value.country == chosen.value.country and one.value.precision != "country":
                return one.value
        return None

    def _scene(self, number: int) -> Where | None:
        """The nearest place before, else after, where neither the sentence nor a claim before it names one."""
        before = [one for row in self.spots.rows[:number] for one in row]
        after = [one for row in self.spots.rows[number + 1 :] for one in row]
        for phrase in (*reversed(before), *after):
            if phrase.kind == "place" and phrase.prep in LYING:
                return self.spots.where(phrase)
        return None

    def _sure(
        self,
        candidate: Candidate,
        options: list[SettingOption[Where]],
        neighbours: list[Candidate],
        mode: str | None,
    ) -> SettingOption[Where] | None:
        """What settles the place of a material act: the place that is said to witness it (شهدت زبيد مواجهات), else
        where forces or missiles are sent (صواريخ من غزة باتجاه عسقلان), else the first one after it that a
        preposition of place governs close by (قصف على صعدة) or that nothing governs."""
        here = [one for one in options if one.rule == "place.here"]
        if candidate.mode == "visit" or candidate.type in _TALKS:
            return self._visited(candidate, options) if candidate.mode == "visit" else self._hosted(here)
        if candidate.mode == "convict" or mode == "convict":
            return next((one for one in here if self.offers.seat(one)), None)
        if candidate.type in VERBAL_TYPES:
            asked = candidate.type == "REQUEST" or candidate.pos != "v"
            return next(
                (one for one in here if self.offers.spoken(one) or (not asked and self.offers.spoken_from(one))), None
            )
        if candidate.type not in _MATERIAL:
            talks = candidate.type == "CONSULT"
            return next((one for one in here if talks and self._venue(candidate, one)), None)
        scene = next((one for one in here if one.values[SCENE]), None)
        if scene is not None and scene.value.precision != "country":
            return scene
        after = [one for one in here if one.values[SIDE] == "a" and not whole(one) and one.values[PREP] not in HOLDERS]
        if not after:
            return scene or next((one for one in here if self.offers.fronted(candidate, one)), None)
        first = self._taken(after) if candidate.mode == "seize" else after[0]
        launched = candidate.id in _LAUNCHED
        if launched or mode in _SENT or candidate.type == "MOBILIZE":
            for one in here:
                if one.values[SIDE] == "a" and one.values[PREP] in _TOWARD and one.values[GAP] <= _FAR:
                    return one
        if len(after) > 1 and after[1].values[PREP] in _AIMED and (launched or first.values[PREP] == "من"):
            first = after[1]
        if first.value.precision == "country":
            first = self.offers.narrower(first, here) or first
        prep, _, gap, kind = first.values[:4]
        if kind in {"state", "inner"} or (kind in {"head", "country", "metonym", "site"} and not prep):
            return None
        if prep in _GOVERNING:
            at = first.values[AT]
            other = any(candidate.last < one.first and one.last < at for one in neighbours)
            return first if gap <= (_NEAR if other else _FAR) else None
        return first if not prep and gap <= _NEXT else None

    def _hosted(self, here: list[SettingOption[Where]]) -> SettingOption[Where] | None:
        """Who hosts talks is where they are held (استضافت الدوحة محادثات)."""
        return next((one for one in here if self.around.hosts(one.values[AT])), None)

    def _taken(self, after: list[SettingOption[Where]]) -> SettingOption[Where]:
        """What is taken, rather than where those who take it are from (سيطرة مقاتلي الحركة في الإقليم على البلدة)."""
        if after[0].values[KIND] not in _AROUND:
            return after[0]
        taken = (one for one in after if one.values[PREP] == "على" and one.values[GAP] <= _FAR)
        return next((one for one in taken if one.value.precision != "country"), after[0])

    def _visited(self, candidate: Candidate, options: list[SettingOption[Where]]) -> SettingOption[Where] | None:
        """Where a visit goes: to what إلى or ل brings in behind it (زيارته لبغداد), or what the
        verb rules (زار بغداد); else where the visitor came (وصل إلى تركيا أمس في زيارة)."""
        came = next((one for one in options if self.offers.came(candidate, one)), None)
        if came is not None:
            return came
        for one in options:
            if one.rule == "place.here" and one.values[SCENE]:
                return one
            if one.rule != "place.here" or one.values[SIDE] == "b" or one.values[WALL] == "that":
                continue
            prep, gap = one.values[PREP], one.values[GAP]
            ruled = not prep and candidate.pos == "v" and gap <= 1
            if (prep == "الى" and gap <= _FAR) or (prep == "ل" and gap <= _NEAR) or ruled:
                return one
        return None

    def options(
        self, candidate: Candidate, earlier: list[Placed], parties: frozenset[str]
    ) -> list[SettingOption[Where]]:
        """Places that the claim may have: those of its sentence, then those of the claims before."""
        own = own_values(candidate)
        row = self.spots.rows[candidate.sentence]
        if candidate.type in _TALKS:
            row = [phrase for phrase in row if phrase.prep != "حول" and not self.around.topic(phrase)]
        if candidate.type in _FREED:
            row = [phrase for phrase in row if phrase.prep != "عن"]
        if candidate.type in SITED or candidate.type == "PROTEST":
            row = [phrase for phrase in row if not self.around.aside(candidate, phrase)]
        if candidate.type == "PROTEST":
            row = [phrase for phrase in row if not self.around.cause(candidate, phrase)]
        found = [self._here(candidate, own, phrase, parties) for phrase in row]
        present = {option.value.text for option in found}
        back = 0
        for past in reversed(earlier[-6:]):
            claim, where = past.claim, past.where
            if where is not None and where.text not in present:
                present.add(where.text)
                ahead = min(candidate.sentence - claim.sentence, 4)
                values = (likeness(candidate, claim), back, ahead, claim.type, min(len(found), 2))
                found.append(SettingOption(where, "place.carried", PLACE_CARRIED, own, values))
            back = min(back + 1, 3)
        return found

    def _here(self, candidate: Candidate, own: Values, phrase: Phrase, parties: frozenset[str]) -> SettingOption[Where]:
        side = "a" if phrase.first > candidate.last else "b"
        low, high = (candidate.last + 1, phrase.first) if side == "a" else (phrase.last + 1, candidate.first)
        where = self.spots.where(phrase)
        prep = phrase.prep
        if phrase.first > 0 and self.r.words[phrase.first - 1].core in DIRECTIONS:
            prep = "dir"
        elif prep == "من" and self.around.part(phrase):
            prep = "في"
        between, nested = 0, False
        for one in self.spots.rows[candidate.sentence]:
            if low <= one.first and one.last < high and one is not phrase:
                between += 1
            if phrase.first - 3 <= one.last < phrase.first:
                nested = phrase.coord is None
        values = (
            prep,
            side,
            bucket(high - low),
            self.spots.kind(phrase),
            min(between, 2),
            nested,
            where.text in parties,
            self.around.witness(candidate, phrase),
            phrase.first,
            self.around.wall(low, high),
        )
        return SettingOption(where, "place.here", PLACE_HERE, own, values)
