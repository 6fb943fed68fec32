"""From where somebody tells of a deed: as one of a side, as police, as one who heals, as one of the place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from khabar.claims.kinds import ARMED
from khabar.mentions.names import Named, Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_POLICE: Final = frozenset("شرطة داخلية امن جيش درك مخابرات استخبارات حرس قوات جمارك نيابة".split())
_HEALING: Final = frozenset("صحة صحي صحية مستشفى مستشفي اسعاف طبي طبية اطفاء طوارئ".split())
_LOCAL: Final = frozenset(
    "مستشفى مستشفي مستشفيات طبيب طبيبة اطباء اسعاف مسعف مسعفون مسعفين ناحية قائمقام بلدية مختار محامي محامية محاميه "
    "محاميها حزب معارض معارضة نقابة محلي محلية محليون محليين".split()
)
"""Words in the titles of those who tell what befell their patients, their town or their people."""
_COUNCILS: Final = frozenset("محافظة بلدي محلي عشائر بلدية قضاء ناحية".split())
"""What the councils are of whose members tell of their town."""
_INSIDERS: Final = frozenset("مسؤول مسؤولة مسوول مسوولة امني امنية عسكري عسكرية رسمي رسمية حكومي حكومية".split())
"""Words that make of an unnamed source one who speaks for his side."""
_INQUIRIES: Final = frozenset("تحقيق تقصي انقاذ حماية صليب خبراء".split())
_FIGHTERS: Final = "جبهة حركة جماعة كتيبة كتائب سرية سرايا لواء الوية تنظيم فصائل"
_ASSOCIATIONS: Final = "هيئة لجنة جمعية مؤسسة منظمة رابطة اتحاد نقابة حملة منتدى منتدي مجلس مركز مرصد شبكة"
_STATES: Final = "مملكة سلطنة دولة امارة جمهورية"
_HEADS: Final = (
    dict.fromkeys(_FIGHTERS.split(), "armed-group")
    | dict.fromkeys(_ASSOCIATIONS.split(), "organisation")
    | dict.fromkeys(_STATES.split(), "state")
)
"""What bodies without an entry tell as, by the heads of their names."""
_FORCES: Final = ARMED | {"government", "state"}
_SIDED: Final = ARMED | {"alliance"}
_BODY: Final = 3
"""Tokens from an unnamed source to the end of the body that it is in."""
_AGAINST: Final = frozenset(("ضد", "مع", "الى", "لدى"))
"""Words between an office and a group that it is not of."""
_SOMEBODY: Final = frozenset(("people", "person", "official"))
_ORGAN: Final = frozenset("رسمي رسمية حكومي حكومية".split())
_OUTLETS: Final = frozenset(("media", "agency"))
_WITHIN: Final = frozenset(("في", "من", "داخل", "لدى"))


class Vantage:
    """Reads off a teller's words and title what he tells as. ``actors``: the entries of known ones."""

    def __init__(self, reading: Reading, names: Names, actors: Mapping[str, Any]) -> None:
        self.r = reading
        self.names = names
        self.actors = actors
        self._inside_before = False

    def role(self, teller: Phrase) -> str:
        """What an origin tells as: by its own words, or by the title that the article gives it elsewhere."""
        full = self.names.person(teller) or teller
        if full.kind in {"people", "person", "thing"}:
            full = self.names.antecedent(teller) or full
        if self._inquires(full):
            return "organisation"
        if (teller.role or full.role) == "military" and self._of_group(full):
            return "armed-group"
        kind = full.kind if full.kind != "thing" else _HEADS.get(self.r.words[full.first].core, full.kind)
        return str(teller.role or full.role or kind)

    def _of_group(self, teller: Phrase) -> bool:
        """Somebody by his office in an armed group (المتحدث العسكري باسم الحوثيين فلان)."""
        if teller.kind != "person":
            return False
        last = teller.name[0] if teller.name[0] > teller.first else teller.last + 1
        for at in range(teller.first + 1, last):
            found = self.r.lex[at].get("actor")
            if found is not None and found.tag != "weak" and found.entry.kind == "armed-group":
                return self.r.forms[at - 1] not in _AGAINST
        return False

    def _inquires(self, teller: Phrase) -> bool:
        """A commission that inquires or helps (لجنة التحقيق, رئيس لجنة الإنقاذ)."""
        words = self.r.words
        return any(
            words[at].core == "لجنة" and words[at + 1].core in _INQUIRIES for at in range(teller.first, teller.last)
        )

    def inside(self, teller: Phrase) -> bool:
        """A source that speaks for a side (مصدر أمني, مصادر عسكرية, مصادر في الجيش); ``المصدر`` as the last one."""
        if teller.first != teller.last or not teller.definite:
            self._inside_before = self._speaks_for_side(teller)
        return self._inside_before

    def organ(self, teller: Phrase) -> bool:
        """State media, by their own words (التلفزيون الرسمي, وسائل الإعلام الرسمية): they speak for their state."""
        full = self.names.antecedent(teller) or teller
        if not (full.kind in _OUTLETS or full.role in _OUTLETS):
            return False
        return any(self.r.words[at].core in _ORGAN for at in range(full.first, full.last + 1))

    def police(self, teller: Phrase) -> bool:
        """Police, army or interior ministry, or somebody in one (مصادر في وزارة الداخلية)."""
        last = teller.last
        if self.r.forms[last + 1 : last + 2] and self.r.forms[last + 1] in _WITHIN:
            last = min(last + _BODY, len(self.r.forms) - 1)
        return any(self.r.words[at].core in _POLICE for at in range(teller.first, last + 1))

    def heals(self, teller: Phrase, speaker: Named) -> bool:
        """Health ministries, hospitals and rescuers, or somebody in one (مسؤولون في وزارة الصحة), hurt nobody: they
        count whom others hurt."""
        last = teller.last
        if teller.kind in _SOMEBODY and self.r.forms[last + 1 : last + 2] and self.r.forms[last + 1] in _WITHIN:
            last = min(last + _BODY, len(self.r.forms) - 1)
        if any(self.r.words[at].core in _HEALING for at in range(teller.first, last + 1)):
            return True
        entry = self.actors.get(speaker.actor) if speaker.actor else None
        return entry is not None and "الصحة" in (entry.role or "")

    def local(self, teller: Phrase) -> bool:
        """A doctor, a mayor, a lawyer, a member of a party: whoever has a title, but no forces."""
        full = self.names.person(teller) or teller
        words = self.r.words
        for at in range(full.first, full.last + 1):
            body = self.r.lex[at].get("actor")
            if words[at].core in _LOCAL and (body is None or body.entry.kind not in _SIDED):
                return True
            if words[at].core == "مجلس" and at < full.last and words[at + 1].core in _COUNCILS:
                return True
            if words[at].core == "دفاع" and at < full.last and words[at + 1].core == "مدني":
                return True
        return False

    def _speaks_for_side(self, teller: Phrase) -> bool:
        full = self.names.person(teller) or self.names.antecedent(teller) or teller
        if any(self.r.words[at].core in _INSIDERS for at in range(full.first, full.last + 1)):
            return True
        for at in range(full.first + 1, min(full.last + 3, len(self.r.forms))):
            inside = self.r.forms[at - 1] in _WITHIN or "ب" in self.r.words[at].pro
            if inside and self._forces_at(at):
                return True
        return False

    def _forces_at(self, at: int) -> bool:
        marks = self.r.lex[at]
        found = marks.get("actor")
        if found is not None and found.entry.kind in _FORCES:
            return True
        words = self.r.words
        if words[at].core == "وزارة" and at + 1 < len(words):
            return words[at + 1].core in _POLICE or words[at + 1].core == "دفاع"
        return words[at].core in _POLICE or words[at].core == "مقاومة"
