"""Events laid at somebody's door or denied: behind a word of accusing, blaming or denying, the event is the claim."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS, THAT
from khabar.claims.hindered import hinders
from khabar.claims.kinds import HARM
from khabar.claims.laid import laid
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.punctuation import QUOTES_OPEN
from khabar.mentions.reading import Reading

_ACCUSING: Final = frozenset(("accuse.accuse", "accuse.accusing", "accuse.accusing-f"))
_INDICT: Final = "accuse.indict"
"""Entry of bringing a charge, in a noun of accusing or of a count before a court."""
"""Entries of the word "accuse" itself."""
_FINGER: Final = "accuse.finger"
_THROWN: Final = frozenset(("accuse.blame", "accuse.cast-blame", _FINGER))
"""Entries of the blame thrown on somebody for what في leads to (باللوم على الجماعة في تفجير)."""
_BLAMING: Final = _THROWN | {"accuse.hold-responsible", "accuse.full-blame"}
"""Entries of holding somebody responsible."""
_ASCRIBING: Final = "accuse.ascribe"
"""Entry of ascribing a deed, its object, to somebody behind إلى."""
_TO: Final = 14
"""Tokens from the deed within which he is named."""
_DENYING: Final = frozenset(("reject.deny-charge", "reject.deny-link", "reject.deny-being", "reject.refute"))
"""Entries of the words for denying."""
_KINDS: Final = {
    **dict.fromkeys(_ACCUSING, "accuses"),
    **dict.fromkeys(_BLAMING, "blames"),
    **dict.fromkeys(_DENYING, "denies"),
    _ASCRIBING: "ascribes",
}
_ACCUSATIONS: Final = frozenset(("اتهام", "اتهاما", "اتهامات"))
_DEEDS: Final = frozenset(("ASSAULT", "COERCE", "AID", "MOBILIZE"))
"""Types that an accusation lays at somebody's door as events."""
_VAGUE: Final = "assault.violence"
"""Entry of what is blame rather than an event (بتغذية العنف)."""
_EVENTS: Final = _DEEDS | {"AGREE", "CONSULT", "RETREAT", "SANCTION"}
"""Types that are denied as events: that is no refusal, but an event that did not happen."""
KNOWING: Final = frozenset("علم علمه علمها علمهم معرفة معرفته معرفتها اطلاع دراية نية نوايا".split())
"""Nouns of what somebody knew or wants, which is denied rather than the event (نفى علمه بالهجوم)."""
_THIS: Final = frozenset(("ذلك", "الامر", "هذا"))
"""Words that take up what is denied (نفت الوزارة ذلك، مؤكدة أن)."""
_LEADS: Final = frozenset(
    "ضلوع تورط وقوف قيام مسؤولية مسئولية ارتكاب تنفيذ شن تدبير تخطيط مشاركة مساهمة سعي توجيه محاولة محاولات مواصلة "
    "استمرار تعمد تكرار معاودة تنظيم ممارسة تسهيل اعمال عمليات عملية سلسلة جريمة جرائم حملة حملات".split()
)
"""Nouns between a charge and the deed (بالضلوع في هجوم، بتدبير محاولة اغتيال)."""
_BLAME: Final = frozenset(("مسؤولية", "مسئولية"))
_RUMOURED: Final = frozenset(
    "تردد يتردد اشيع يشاع قيل ذكر ذكرته ذكرها ذكرتها نشر نشرته نشرتها تحدث تحدثت افادت اوردته اوردتها تداولته "
    "تداولتها تناقلته تناقلتها وجهتها وجهها وجهته توجهها يوجهها ساقها ساقتها اطلقها اطلقتها روجتها روجها "
    "يكون تكون يكونوا تكونوا يكونا تكونا".split()
)
"""Verbs of what goes about or is laid at a door, between a denial and the event denied (نفى ما تردد عن قصف)."""
_ABOUT: Final = frozenset(("عن", "حول", "بشان"))
_LED: Final = frozenset(("بان", "ان", "بانه", "بانها", "بانهم", "انه", "انها", "انهم"))
"""Words with which what a charge says begins."""
_BEEN: Final = frozenset("يكون تكون يكونوا تكونوا يكن يكونا تكونا".split())
_NOT: Final = frozenset("لم لا لن ان دون".split())
_ON_PURPOSE: Final = "accuse.deliberately"
_REACH: Final = 22
"""Tokens between the word and the event."""
_STOPS_OR_THAT: Final = STOPS | THAT


class Charges:
    """The events that words of accusing, blaming and denying speak of. ``suffering``: tokens of verbs that tell what
    befell somebody."""

    def __init__(self, reading: Reading, groups: list[list[Candidate]], suffering: set[int]) -> None:
        self.r = reading
        self._suffering = suffering
        self.laid: dict[int, list[Candidate]] = {}
        """First token of a word of accusing or blaming to the readings of the deed."""
        self.denied: dict[int, list[Candidate]] = {}
        """First token of a word of denying to the readings of the event."""
        self.disowned: dict[int, int] = {}
        """First token of words and blame that somebody denies to that of the denial."""
        for index, group in enumerate(groups):
            kind = self._kind(group)
            if not kind:
                if group[0].id == _ON_PURPOSE and index + 1 < len(groups):
                    self._on_purpose(group[0], groups[index + 1])
                continue
            deed = self._deed(kind, group[0], groups[index + 1 :])
            if deed is None and kind == "denies":
                self._disown(group[0], groups[index + 1 :])
            if deed is None and kind != "denies":
                deed = self._before(group[0], groups[:index])
            if deed is not None:
                (self.denied if kind == "denies" else self.laid)[group[0].first] = deed

    def _on_purpose(self, word: Candidate, deed: list[Candidate]) -> None:
        """Note the deed that somebody does on purpose, right behind the word (تعمد الجيش قصف الأحياء)."""
        if deed[0].first == word.last + 1 and deed[0].pos == "n" and deed[0].type in HARM:
            self.laid[word.first] = deed

    def _disown(self, word: Candidate, later: list[list[Candidate]]) -> None:
        """Note the denial of words and of blame (نفت طهران أنها تعرقل المفاوضات), a refusal, and what it denies."""
        for group in later:
            first = group[0].first
            if group[0].sentence != word.sentence or first - word.last > _REACH:
                return
            low, high = word.last + 1, first
            if any(self.r.forms[at] in STOPS or self.r.forms[at] == "،" for at in range(low, high)):
                return
            said = any(one.pos == "v" and one.type in {"ACCUSE", "THREATEN"} for one in group)
            said = said or (group[0].frame == "charge" and group[0].type == "ACCUSE")
            if said and any(self.r.forms[at] in _LED for at in range(low, high)):
                self.disowned[first] = word.first
                return

    def _kind(self, group: list[Candidate]) -> str:
        kinds = [kind for one in group if (kind := _KINDS.get(one.id))]
        if not kinds and any(one.id == _INDICT and not one.alone for one in group):
            return "accuses" if self.r.words[group[0].first].core in _ACCUSATIONS else ""
        if not kinds:
            return ""
        if "accuses" in kinds and not any(one.id == _FINGER for one in group):
            return "accuses"
        for kind in ("blames", "ascribes"):
            if kind in kinds:
                return kind
        return "denies" if "denies" in kinds and self.r.forms[group[0].first - 1] not in _NOT else ""

    def _deed(self, kind: str, word: Candidate, later: list[list[Candidate]]) -> list[Candidate] | None:
        """The readings of the deed that a word of charge, blame or denial is about, the nearest in its sentence that
        fits it (اتهم الجيش بقصف المدينة، نفى تنفيذ الهجوم); None where there is none."""
        types = _DEEDS if kind == "accuses" else HARM if kind in {"blames", "ascribes"} else _EVENTS
        for group in later:
            first = group[0].first
            if group[0].sentence != word.sentence or first - word.last > _REACH:
                return None
            nouns = any(one.pos == "n" and not one.alone and one.type in types for one in group)
            if kind == "denies" and not nouns and self._said(word.first, group, types):
                return [one for one in group if one.type in types]
            if not nouns:
                continue
            if kind == "accuses" and (any(one.id == _VAGUE for one in group) or hinders(self.r, group[-1].last)):
                return None
            if kind == "accuses" and self._charged(word.last, first):
                return group
            if kind == "ascribes":
                return group if self._ascribed(word.last, group[-1].last) else None
            if kind == "blames" and (self._blamed(group) or self._thrown(word, first)):
                return group
            if kind == "denies" and self._refuted(word.first, group):
                return [one for one in group if one.type in types]
        return None

    def _before(self, word: Candidate, earlier: list[list[Candidate]]) -> list[Candidate] | None:
        """The deed before the clause that lays it on somebody (تفجير اتهمت الحكومة المتمردين بتنفيذه)."""
        group = earlier[-1] if earlier else None
        if group is None or group[0].sentence != word.sentence or group[0].pos != "n":
            return None
        found = laid(self.r, group[0].last)
        if found is None or not found.verb <= word.first <= found.word:
            return None
        return [one for one in group if one.type in HARM] or None

    def _charged(self, last: int, first: int) -> bool:
        """The deed is what the charge says: ب leads to it, or to the noun that leads to it; no other clause opens."""
        forms, words = self.r.forms, self.r.words
        low, high = last + 1, first
        if any(forms[at] in _STOPS_OR_THAT for at in range(low, high)):
            return False
        if any(self.r.acts[at] and at not in self._suffering for at in range(low, high)):
            return False
        if "ب" in words[first].pro or (forms[first - 1] in QUOTES_OPEN and forms[first - 2] == "ب"):
            return True
        return any("ب" in words[at].pro and words[at].core in _LEADS for at in range(low, high))

    def _blamed(self, group: list[Candidate]) -> bool:
        """Responsibility governs the deed (مسؤولية اغتيال القائد، المسؤولية عن الهجوم); a fight has two sides."""
        first = group[0].first
        if any(one.mode == "clash" for one in group):
            return False
        at = first - 1 if self.r.forms[first - 1] != "عن" else first - 2
        while at > 0 and self.r.words[at].cls == "j":
            at -= 1
        return self.r.words[at].core in _BLAME

    def _ascribed(self, word: int, deed: int) -> bool:
        """The deed is what is ascribed to whoever stands behind إلى (نسبت الشرطة الهجوم على المخفر إلى التنظيم)."""
        forms = self.r.forms
        end = next(
            (at for at in range(deed + 1, min(deed + _TO, len(forms))) if forms[at] in STOPS or forms[at] == "الى"), -1
        )
        if end < 0 or forms[end] != "الى":
            return False
        return not any(self.r.acts[at] or forms[at] in _STOPS_OR_THAT for at in range(word + 1, end))

    def _thrown(self, word: Candidate, first: int) -> bool:
        """Blame is thrown on somebody for the deed (ألقت الحكومة باللوم على الجماعة في تفجير السوق)."""
        if word.id not in _THROWN or self.r.forms[first - 1] != "في":
            return False
        return not any(self.r.acts[at] or self.r.forms[at] in STOPS for at in range(word.last + 1, first))

    def _refuted(self, last: int, group: list[Candidate]) -> bool:
        """What is denied reaches from the denial to the event: no other clause, and no charge that does not name it
        (الاتهامات باستخدام الغاز does)."""
        forms, words, first = self.r.forms, self.r.words, group[0].first
        between = range(last + 1, first)
        if any(forms[at] in STOPS or words[at].core in KNOWING for at in between):
            return False
        if any(forms[at] in _THIS and forms[at + 1] in PAUSE for at in between):
            return False
        if any(words[at].core.startswith("اتهام") for at in between) and not self._named(between, first):
            return False
        been = self._been(between)
        carries = {one.light.first for one in group if one.light is not None} if been else set()
        if been and not carries and "هناك" not in forms[last + 1 : first]:
            return False
        return not any(self.r.acts[at] and forms[at] not in _RUMOURED and at not in carries for at in between)

    def _been(self, between: range) -> bool:
        """That it should have been (نفى أن تكون روسيا قد شنت هجوما)."""
        return any(self.r.forms[at] in _BEEN and self.r.forms[at - 1] == "ان" for at in between)

    def _named(self, between: range, first: int) -> bool:
        """The event is what the charge says: ب leads to it, or to the noun that leads to it."""
        forms, words = self.r.forms, self.r.words
        if "ب" in words[first].pro or forms[first - 1] in _ABOUT:
            return True
        return any("ب" in words[at].pro and words[at].core in _LEADS for at in between)

    def _said(self, last: int, group: list[Candidate], types: frozenset[str]) -> bool:
        """A verb tells the event in the clause that says what the charge is (الاتهامات بأن بلاده تسلح الجماعة)."""
        first, forms = group[0].first, self.r.forms
        if not any(one.pos == "v" and not one.alone and one.type in types for one in group):
            return False
        between = range(last + 1, first)
        if any(forms[at] in STOPS for at in between) or not any(forms[at] in _LED for at in between):
            return False
        charged = any(self.r.words[at].core.startswith("اتهام") for at in between) or self._been(between)
        return charged and not any(self.r.acts[at] and forms[at] not in _RUMOURED for at in between)
