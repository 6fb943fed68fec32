"""What an explosion was meant for: the building, vehicle or crowd in, before or under which it went off; never the
bomb itself."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import AIMING, Clauses
from khabar.claims.grammar import has
from khabar.claims.untouched import NO_TARGET
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.place_heads import SITES
from khabar.mentions.reading import Reading

_ENTRIES: Final[tuple[str, ...]] = (
    "assault.explo",
    "assault.blow-up",
    "assault.bombing",
    "assault.suicide",
    "assault.hand-grenade",
)
_NAMED_AFTER: Final[tuple[str, ...]] = ("assault.attack", "assault.bombing", "assault.explo", "assault.massacre")
"""Entries of attacks that are named after where they were made."""
_BOMBS: Final = frozenset(
    "سترة سترته سترتها حزام حزامه حزامها عبوة عبوات شحنة شحنته قنبلة قنابل قنبلته لغم الغام مواد متفجرات مفخخة نفس "
    "نفسه نفسها انفسهم نفسيهما دراجة صاعق بالون ملغومة سيارته شاحنته دراجته مركبته عربته".split()
)
"""What goes off."""
_BESIDE: Final = frozenset("في داخل وسط قرب امام اسفل تحت خارج عند لدى جوار بجوار بجانب جانب ب خلف".split())
_NEAR_BY: Final = frozenset((("بالقرب", "من"), ("مقربة", "من"), ("قريبا", "من")))
_MEANT: Final = (SITES - {"باب"}) | frozenset(
    "حافلة حافلات سيارة مركبة موكب دورية حاجز قافلة قطار نقطة مقر مكتب مركز قسم محل متجر مقهى مقهي ملهى ملهي ناد نادي "
    "معسكر ثكنة محكمة وزارة منزل بيت حشد تجمع حفل عزاء محطة صالة قاعة خيمة طابور حمام "
    "قاعدة كاتدرائية مدخل مداخل".split()
)
"""Heads of what bombs are laid for."""
_VEHICLES: Final = frozenset("حافلة حافلات سيارة مركبة موكب قافلة قطار".split())
"""Those of them that may be the bomb where they are the genitive of its blast."""
PASSING: Final = frozenset("مرور عبور وصول توقف دخول خروج سير".split())
"""What somebody was at whom a bomb waited for (عند مرور قافلة عسكرية)."""
_WHEN: Final = frozenset("عند لدى اثناء خلال لحظة وقت حين ساعة طريق وسط".split())
_FAR: Final = 16


class Blasts:
    """Reads off what an explosion was meant for, where nothing else is told to have been its object."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) what the bomb was meant for and what it was; the capital that an
        attack is named after (هجمات باريس) did nothing."""
        if candidate.type == "ASSAULT" and candidate.pos == "n" and candidate.id.startswith(_NAMED_AFTER):
            self._suffered(candidate, row, slots, found)
        if not candidate.id.startswith(_ENTRIES):
            return
        for phrase in row:
            head = self.r.words[phrase.head]
            carried = head.enc != "" and slots.get(phrase, "")[:1] == "A"
            if phrase.kind in {"thing", "machine"} and (head.core in _BOMBS or carried):
                found[phrase] = NO_TARGET
        if has(found, "target") or {"P:على", "P:ضد", "VA1"} & set(slots.values()):
            return
        end = min(self.clauses.end(candidate.last), candidate.last + _FAR)
        aimed = next((at for at in range(candidate.last + 1, end) if self.r.words[at].core in AIMING), None)
        passing = self._passing(candidate, row, end) if aimed is None else None
        for phrase in row:
            if passing is not None:
                told = phrase is passing
            else:
                told = self._meant(phrase, slots) if aimed is None else phrase.first == aimed + 1
            if candidate.last < phrase.first < end and told:
                found[phrase] = "target"
                return

    def _suffered(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        if not {"P:على", "P:ضد", "P:ل", "P:ب"}.isdisjoint(slots.values()) or self.r.words[candidate.last].enc:
            return
        for phrase in row:
            state = self.r.lex[phrase.first].get("country")
            capital = state is not None and state.tag == "metonym" and phrase.kind == "state"
            if capital and phrase.first == candidate.last + 1 and slots.get(phrase, "")[:1] == "G":
                found[phrase] = "target"

    def _passing(self, candidate: Candidate, row: list[Phrase], end: int) -> Phrase | None:
        """Who or what passed by when the bomb went off."""
        for phrase in row:
            if not candidate.last < phrase.first < end or phrase.kind in {"place", "state", "adjective"}:
                continue
            at = phrase.first
            if self.r.words[at].core not in PASSING:
                at -= 1
                if self.r.words[at].core not in PASSING or phrase.prep:
                    continue
            elif phrase.last == phrase.first:
                continue
            if self.r.forms[at - 1] in _WHEN or self.r.words[at - 1].core in _WHEN:
                return phrase
        return None

    def _meant(self, phrase: Phrase, slots: ByPhrase) -> bool:
        head, forms = self.r.words[phrase.head], self.r.forms
        if not (head.core in _MEANT or phrase.held) or head.core in _BOMBS:
            return False
        if slots.get(phrase, "")[:1] == "G":
            return head.core not in _VEHICLES
        before = forms[phrase.first - 1] if phrase.first else ""
        return phrase.prep in _BESIDE or before in _BESIDE or tuple(forms[phrase.first - 2 : phrase.first]) in _NEAR_BY
