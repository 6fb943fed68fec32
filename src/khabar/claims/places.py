"""Where: options for the place of a claim, settled by rules where they are sure (``settled_places``), else scored by
how they stand to the trigger."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate, bucket, likeness
from khabar.claims.frames import Attribution
from khabar.claims.kinds import SITED, TALKS, VERBAL_TYPES
from khabar.claims.occasions import Placed, court, entered, far, talked
from khabar.claims.offers import AT, KIND, PARTY, PREP, SCENE, SIDE, WALL, Offers, whole
from khabar.claims.scorer import hundredths
from khabar.claims.settings import OWN, SettingOption, best_option, own_values
from khabar.claims.settled_places import GOVERNING, LAUNCHED, SettledPlaces
from khabar.claims.spots import HOLDERS, LYING, Spots
from khabar.claims.surroundings import Surroundings
from khabar.claims.templates import Templates
from khabar.claims.weights import Values
from khabar.claims.whereabouts import DIRECTIONS
from khabar.mentions.names import Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.model import Where

_LEAST: Final = 0.1
"""Probability that is enough for the place of what nearly always has one."""
_ELSEWHERE: Final = frozenset(("arrest", "ceasefire", "resign", "release"))
"""Modes of acts that are seldom where the act told before was: nothing is carried over to them."""
_OFFICES: Final = frozenset(("person", "government"))
"""Those in whose name their town stands."""
_FREED: Final = frozenset(("PROTEST", "AGREE"))
"""Types behind which عن tells what is freed or spared (رفع الحصار عن غزة)."""
_FLYING: Final = frozenset(("missile", "interception"))
"""Modes of what comes from afar."""

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
        self._settling = SettledPlaces(reading, self.around, self.offers)
        self._tellers: dict[int, list[Phrase]] = {}
        """Capitals and states that tell what a sentence reports (بحسب موسكو): nothing is told to happen there."""
        for frame in attribution.frames:
            told = [one for one in frame.chain if one.kind == "state"]
            if told:
                self._tellers.setdefault(frame.sentence, []).extend(told)

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
        if candidate.type in SITED:
            options = [one for one in options if not self.offers.used(one)]
            options = [one for one in options if not self.offers.of_a_part(candidate, one, neighbours)]
        if candidate.type == "MOBILIZE":
            options = [one for one in options if not self.offers.home(one)]
        if mode in _FLYING or candidate.id in LAUNCHED:
            options = [one for one in options if not self.offers.launched_from(one)]
        elif candidate.type == "ASSAULT":
            options = [
                one
                for one in options
                if not (self.offers.out_of(one) or self.offers.fired_from(candidate, one, options))
            ]
        elif (mode or candidate.mode) == "withdraw":
            options = [one for one in options if not self.offers.bound_for(candidate, one)] or options
        if candidate.type in SITED and candidate.pos == "n":
            options = [one for one in options if not self._claimants(candidate, one)]
        elsewhere = candidate.type in TALKS and self.around.elsewhere(candidate)
        if elsewhere:
            options = [one for one in options if one.rule == "place.here"]
        sure = self._settling.settled(candidate, options, neighbours, mode)
        if sure is not None:
            return self.offers.narrowed(sure, options).value, "place.sure"
        if candidate.type in VERBAL_TYPES:
            return None, ""
        if mode == "convict":
            where = court(candidate, earlier)
            return where, "place.court" if where is not None else ""
        return self._best(candidate, options, [] if elsewhere else earlier, parties, mode)

    def _best(
        self,
        candidate: Candidate,
        options: list[SettingOption[Where]],
        earlier: list[Placed],
        parties: frozenset[str],
        mode: str | None,
    ) -> tuple[Where | None, str]:
        """The same where grammar settles none: the likeliest of the options, else what was told before."""
        raided = self._raided(candidate, earlier, parties, options)
        if raided is not None:
            return raided, "place.raided"
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
            return (inside, "place.inside") if inside else (found[0].value, f"{found[0].rule} {hundredths(found[1])}")
        if candidate.type in TALKS:
            where = talked(candidate, earlier, parties)
            return where, "place.talked" if where is not None else ""
        scene = self._scene(candidate.sentence) if placed and not options else None
        return scene, "place.scene" if scene is not None else ""

    def _claimants(self, candidate: Candidate, option: SettingOption[Where]) -> bool:
        """Where the group is that claims a deed told before (تبنى فرع التنظيم في برقة الهجوم)."""
        at = option.values[AT] if option.rule == "place.here" else -1
        if at < 0 or option.values[SIDE] == "a" or not self.r.words[candidate.first].det:
            return False
        frames = self.attribution.of(candidate.sentence)
        return any(one.entry.stance == "claims" and one.first < at < candidate.first for one in frames)

    def _raided(
        self,
        candidate: Candidate,
        earlier: list[Placed],
        parties: frozenset[str],
        options: list[SettingOption[Where]],
    ) -> Where | None:
        """Where the raid was that the verb goes on from, if no place stands behind the verb."""
        if self.r.words[candidate.first].pro[:1] not in {"و", "ف"}:
            return None
        if any(one.rule == "place.here" and one.values[SIDE] == "a" for one in options):
            return None
        return entered(candidate, earlier, parties)

    def _overall(self, candidate: Candidate, parties: frozenset[str]) -> tuple[Where | None, str]:
        """The place of a total: what its own sentence tells, no place of one attack told before, else the state that
        the article speaks of."""
        options = [one for one in self.options(candidate, [], parties) if not self._capital(candidate, one)]
        scene = next((one for one in options if one.values[SCENE]), None)
        if scene is not None:
            return scene.value, "place.sure"
        told = [one for one in options if one.values[PREP] in GOVERNING or one.value.precision != "country"]
        found = best_option([one for one in told if one.values[PREP] not in HOLDERS], "place", _LEAST)
        if found is not None:
            return found[0].value, f"{found[0].rule} {hundredths(found[1])}"
        where = self.spots.state(candidate.sentence)
        return where, "place.overall" if where is not None else ""

    def _laid_down(self, option: SettingOption[Where]) -> bool:
        """The place of what an accord or a resolution provides (قرارا يطالب بوقف النار في غزة)."""
        return option.rule == "place.here" and option.values[SIDE] == "a" and option.values[WALL] != ""

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
        start = -1
        for frame in self.attribution.of(candidate.sentence):
            if start < frame.start <= candidate.first and frame.covers(candidate.first):
                start = frame.start
        if start < 0:
            return []
        inside = [one for one in options if one.rule == "place.here" and one.values[AT] >= start]
        carried = [one for one in options if one.rule == "place.carried" and one.values[0] != "no"]
        like = [one for one in carried if not whole(one)]
        narrow = [one for one in inside if one.value.precision != "country" and one.values[KIND] != "inner"]
        if not (narrow or (like and not inside)):
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

    def options(
        self, candidate: Candidate, earlier: list[Placed], parties: frozenset[str]
    ) -> list[SettingOption[Where]]:
        """Places that the claim may have: those of its sentence, then those of the claims before."""
        own = own_values(candidate)
        row = self.spots.rows[candidate.sentence]
        if candidate.type in TALKS:
            row = [phrase for phrase in row if phrase.prep != "حول" and not self.around.topic(phrase)]
        tellers = self._tellers.get(candidate.sentence)
        if tellers:
            row = [one for one in row if one not in tellers]
        if self.spots.bare:
            sited = candidate.type in SITED
            row = [one for one in row if one.first not in self.spots.bare or (sited and one.first > candidate.last)]
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
            if where is not None and past.text not in present:
                present.add(past.text)
                ahead = min(candidate.sentence - claim.sentence, 4)
                values = (likeness(candidate, claim), back, ahead, claim.type, min(len(found), 2))
                found.append(SettingOption(where, "place.carried", PLACE_CARRIED, own, values))
            back = min(back + 1, 3)
        return found

    def _here(self, candidate: Candidate, own: Values, phrase: Phrase, parties: frozenset[str]) -> SettingOption[Where]:
        """The option of a place in its own sentence, with what stands between it and the trigger."""
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
