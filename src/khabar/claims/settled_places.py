"""Where grammar settles a place: what witnesses, is aimed at or taken, where a visit goes, who hosts talks."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.kinds import SITED, TALKS, VERBAL_TYPES
from khabar.claims.offers import AT, GAP, KIND, PREP, SCENE, SIDE, TOWNS, WALL, Offers, whole
from khabar.claims.settings import SettingOption
from khabar.claims.spots import HOLDERS, LYING
from khabar.claims.surroundings import Surroundings
from khabar.mentions.reading import Reading
from khabar.model import Where

_MATERIAL: Final = SITED | {"AID", "COOPERATE"}
"""Types whose place may be settled by rule."""
_PATHS: Final = frozenset(("الى", "من", "نحو", "باتجاه"))
"""Prepositions of where a way leads."""
_LINES: Final = frozenset("جبهة جبهات مناطق منطقة مواقع محور محاور".split())
_AIMED: Final = frozenset("على باتجاه نحو تجاه الى صوب".split())
LAUNCHED: Final = frozenset(("assault.missile.launch", "assault.drone.launch", "assault.shell.fall"))
"""Acts that are where they hit, not where they start."""
_SENT: Final = frozenset(("missile", "shelling"))
_TOWARD: Final = _AIMED - {"على"}
"""Modes of what is sent somewhere, and prepositions of where."""
GOVERNING: Final = LYING | frozenset(("dir", "على", "حول"))
_AROUND: Final = frozenset(("region", "governorate", "metonym"))
"""Kinds of places that those who take a town may be from."""
_NEAR: Final = 7
_FAR: Final = 8
_INSIDE: Final = frozenset(("في", "ب"))
_DEEPER: Final = 14
_PARTING: Final = frozenset("منها بينها ومنها وبينها وعلى وفي".split())
"""Tokens from a whole state to the place within it that is meant, and words that bring in a part or another place."""
_VENUE: Final = 16
_CLOSE: Final = ("قريب", "قرب", "مقرب")
"""Beginnings of words behind which من tells what is near."""
_REACHED: Final = ("توصل", "ابرم", "وقع", "عقد", "جرى", "تم", "صدر", "اعلن")
"""Tokens behind a meeting or an agreement within which it is told where, and verbs between of which that is true."""
_NEXT: Final = 3
"""Distances (see ``bucket``) within which a place after an act is the act's own: with a preposition past another act,
with one, without."""


class SettledPlaces:
    """Settles places of claims among the options that their sentences offer."""

    def __init__(self, reading: Reading, around: Surroundings, offers: Offers) -> None:
        self.r = reading
        self.around = around
        self.offers = offers

    def settled(
        self,
        candidate: Candidate,
        options: list[SettingOption[Where]],
        neighbours: list[Candidate],
        mode: str | None,
    ) -> SettingOption[Where] | None:
        """The option that is sure to be the place of a claim done in a mode, or None. ``neighbours``: all claims of the
        sentence."""
        here = [one for one in options if one.rule == "place.here"]
        if candidate.mode == "visit" or candidate.type in TALKS:
            if candidate.mode == "visit":
                return self._visited(candidate, options)
            return self._hosted(here) or next((one for one in here if self._venue(candidate, one)), None)
        if candidate.mode == "convict" or mode == "convict":
            return next((one for one in here if self.offers.seat(one) or self.offers.opened_in(candidate, one)), None)
        if candidate.type in VERBAL_TYPES:
            asked = candidate.type == "REQUEST" or candidate.pos != "v"
            return next(
                (one for one in here if self.offers.spoken(one) or (not asked and self.offers.spoken_from(one))), None
            )
        if candidate.type not in _MATERIAL:
            return None
        return self._of_act(candidate, here, neighbours, mode)

    def _of_act(
        self,
        candidate: Candidate,
        here: list[SettingOption[Where]],
        neighbours: list[Candidate],
        mode: str | None,
    ) -> SettingOption[Where] | None:
        """The place of a material act: the one that is said to witness it (شهدت زبيد مواجهات), else
        where forces or missiles are sent (صواريخ من غزة باتجاه عسقلان), else the first one after it that a
        preposition of place governs close by (قصف على صعدة) or that nothing governs."""
        scene = next((one for one in here if one.values[SCENE]), None)
        if scene is not None and scene.value.precision != "country":
            return scene
        resumed = self.offers.resumed(candidate, here) or self._left(candidate, here, mode)
        if resumed is not None:
            return resumed
        exposed = self._exposed(candidate, here)
        if exposed is not None:
            return exposed
        after = [one for one in here if one.values[SIDE] == "a" and not whole(one) and one.values[PREP] not in HOLDERS]
        if not after:
            return scene or next((one for one in here if self.offers.fronted(candidate, one)), None)
        first = self._taken(after) if candidate.mode == "seize" else after[0]
        launched = candidate.id in LAUNCHED
        if launched or mode in _SENT or candidate.type == "MOBILIZE":
            for one in here:
                if one.values[SIDE] == "a" and one.values[GAP] <= _FAR and self._toward(one):
                    return one
        if len(after) > 1 and after[1].values[PREP] in _AIMED and (launched or first.values[PREP] == "من"):
            first = after[1]
        if first.value.precision == "country":
            first = self.offers.narrower(first, here) or self._deeper(candidate, first, after, neighbours)
        suffered = self.offers.suffered_in(candidate, here)
        if suffered is not None and first.values[GAP] > _NEXT:
            return suffered
        prep, _, gap, kind = first.values[:4]
        if kind in {"state", "inner"} or (kind in {"head", "country", "metonym", "site"} and not prep):
            return None
        if prep in GOVERNING:
            at = first.values[AT]
            other = any(candidate.last < one.first and one.last < at for one in neighbours)
            return first if gap <= (_NEAR if other else _FAR) else None
        if prep in _PATHS:
            return next((one for one in here if self.offers.fronted(candidate, one)), None)
        return first if not prep and gap <= _NEXT else None

    def _left(
        self, candidate: Candidate, here: list[SettingOption[Where]], mode: str | None
    ) -> SettingOption[Where] | None:
        """Where those who withdraw were (انسحبت القوات من العراق)."""
        if "withdraw" not in (mode, candidate.mode):
            return None
        first = next((one for one in here if one.values[SIDE] == "a"), None)
        if first is None or first.values[PREP] != "من" or first.values[WALL] != "" or first.values[GAP] > _NEAR:
            return None
        return None if self.r.words[first.values[AT] - 2].core.startswith(_CLOSE) else first

    def _deeper(
        self,
        candidate: Candidate,
        wide: SettingOption[Where],
        after: list[SettingOption[Where]],
        neighbours: list[Candidate],
    ) -> SettingOption[Where]:
        """The narrower place behind a whole state around it (قصف المتمردين في اليمن لأحياء في مدينة عدن), if nothing
        else happens before it."""
        for one in after:
            at = one.values[AT]
            if one is wide or one.values[PREP] not in GOVERNING or one.value.country != wide.value.country:
                continue
            if one.value.precision == "country" or any(candidate.last < other.first < at for other in neighbours):
                continue
            low = wide.values[AT]
            if at - low > _DEEPER or any(self.r.acts[low:at]) or not _PARTING.isdisjoint(self.r.forms[low:at]):
                return wide
            return one
        return wide

    def _exposed(self, candidate: Candidate, here: list[SettingOption[Where]]) -> SettingOption[Where] | None:
        """The town right behind a verb of suffering an attack, unless one is told close behind the attack (تعرضت مدينة
        سراقب لقصف بعد يوم من لقاء في موسكو)."""
        light = candidate.light
        if light is None or light.entry.voice != "undergo" or light.last >= candidate.first:
            return None
        if any(one.values[SIDE] == "a" and one.values[GAP] <= _NEXT for one in here):
            return None
        beside = (one for one in here if one.values[AT] == light.last + 1 and not one.values[PREP])
        return next((one for one in beside if one.value.precision != "country"), None)

    def _toward(self, option: SettingOption[Where]) -> bool:
        """Forces or missiles are sent there (إلى الحديدة، إلى جبهة جنوب دمشق)."""
        if option.values[PREP] in _TOWARD:
            return True
        at = option.values[AT] - 1
        if option.values[PREP] != "dir":
            return False
        before = self.r.forms[max(0, at - 2) : at]
        return bool(before) and (
            before[-1] in _TOWARD or (before[0] in _TOWARD and self.r.words[at - 1].core in _LINES)
        )

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
        """Where a visit goes: to what إلى or ل brings in behind it (زيارته لبغداد), or what the verb rules (زار بغداد);
        else where the visitor came (وصل إلى تركيا أمس في زيارة)."""
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

    def _venue(self, candidate: Candidate, option: SettingOption[Where]) -> bool:
        """A town right behind talks or a meeting and what describes them (محادثات السلام في الدوحة)."""
        at = option.values[AT]
        if option.values[SIDE] != "a" or option.values[PREP] not in _INSIDE or option.value.precision == "country":
            return False
        if candidate.type == "AGREE" and at - candidate.last <= _VENUE:
            between = range(candidate.last + 1, at)
            if option.values[KIND] not in TOWNS or any("ل" in self.r.words[one].pro for one in between):
                return False
            if "على" in self.r.forms[candidate.last + 1 : at]:
                return False
            return all(self.r.words[one].core.startswith(_REACHED) for one in between if self.r.acts[one])
        if option.values[WALL] != "":
            return False
        if candidate.pos == "v":
            return candidate.mode == "meet" and at - candidate.last <= _VENUE
        between = range(candidate.last + 1, at - (self.r.forms[at - 1] == "في"))
        return len(between) <= _NEXT and all(
            (self.r.words[one].det or self.r.words[one].cls == "j") and not self.r.words[one].pro for one in between
        )
