"""Who breaks with whom, lists, drives out, finds guilty, hands over, lets go or quits, where the construction tells it:
the state that relations are with, the genitive of freedom and of a resignation, captives and arms that are handed over;
and who only tells of a withdrawal."""

from __future__ import annotations

from typing import Final

from khabar.claims.blamed import APART
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS, bare
from khabar.claims.outright import DRIVES, FINDS
from khabar.claims.untouched import NO_TARGET
from khabar.claims.yielding import GIVES_UP, HANDS
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_PARTING: Final = frozenset(("SANCTION", "RETREAT"))
_NOBODY: Final = frozenset(
    "سنة سنوات عام عاما اعوام شهر شهرا اشهر يوم يوما ايام ساعة ساعات اسبوع اسابيع مدة فترة مرة "
    "صامد صامدا صامدة ساريا سارية قائما قائمة متماسكا متماسكة رسميا نهائيا مؤقتا كاملا".split()
)
"""Words of time and manner that are no party."""
_WITH: Final = frozenset(("مع", "لدى"))
_TIES: Final = 7
"""Tokens between relations and whom they are with."""
_SOMEBODY: Final = frozenset("state government organisation alliance armed-group party person place".split())
_STANDING: Final = frozenset(("تمثيل", "سفارة", "قنصلية", "بعثة"))
"""What a state has in another (خفضت تمثيلها في موسكو)."""
_PERSONA: Final = "sanction.expel.persona"
_RESUMES: Final = "retreat.resume"
_FREEDOM: Final = frozenset(("سراح", "سبيل"))
_OF_HIM: Final = frozenset("عنه عنها عنهم عنهما عنهن".split())
_PEOPLE: Final = frozenset(("people", "person", "thing"))
_GIVES: Final = frozenset("سلم سلمت سلموا يسلم تسلم اعاد اعادت اعادوا".split())
_CAPTIVES: Final = frozenset(
    "رهينة رهائن رهينات رهينتين اسير اسيرا اسرى اسري اسيرين سجين سجينا سجناء معتقل معتقلا معتقلين محتجز محتجزا محتجزين "
    "محتجزة محتجزات مختطف مختطفين مخطوف مخطوفين جثة جثث جثمان جثامين رفات جندي جنديا جنود".split()
)
_TO: Final = frozenset(("ل", "الى"))
_LISTS: Final = frozenset(("sanction.blacklist", "sanction.list.far", "sanction.wide.penalty"))
_PUTS: Final = frozenset("وضع وضعت وضعوا ادرج ادرجت ادرجوا اضاف اضافت اضافوا".split())
_GUILTY: Final = frozenset("ادين ادينت ادينوا ادينا".split())
_REPORTED: Final = frozenset(("ان", "انه", "انها", "بان"))
_TELLERS: Final = frozenset(("person", "people"))
_BACK: Final = 12
"""Tokens before a noun within which the clause that tells of it opens."""


class Parting:
    """Reads off these parties."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading

    def settle(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) who does it, whom it befalls and who has no part in it."""
        if candidate.type not in _PARTING:
            return
        for phrase in row:
            core = self.r.words[phrase.head].core
            if phrase.kind in {"thing", "people"} and core in _NOBODY:
                found[phrase] = APART
        if candidate.type == "SANCTION":
            self._punished(candidate, row, found)
        elif candidate.mode == "release":
            self._freed(candidate, row, found)
        elif candidate.mode == "resign":
            self._quit(candidate, row, found)
        elif candidate.id == _RESUMES:
            self._resumed(candidate, row, found)
        elif candidate.id in GIVES_UP:
            self._disarmed(candidate, row, found)
        if candidate.mode == "withdraw":
            self._told_by(candidate, row, found)

    def _punished(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        if candidate.mode == "sever":
            self._severed(candidate, row, found)
        elif candidate.id in DRIVES:
            self._driven(candidate, row, found)
        elif candidate.id == _PERSONA:
            self._unwelcome(candidate, row, found)
        elif candidate.id in _LISTS:
            self._listed(candidate, row, found)
        elif candidate.id in FINDS and self.r.words[candidate.first].core in _GUILTY:
            self._guilty(candidate, row, found)

    def _severed(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """With whom relations are cut (قطع علاقاتها مع طهران احتجاجا على القصف); nobody else behind is struck."""
        other = next((one for one in row if self._with(candidate, one)), None)
        if other is None:
            return
        for phrase in row:
            if phrase is other or phrase.root is other:
                found[phrase] = "target"
            elif phrase.first > candidate.last and found.get(phrase, "target") == "target":
                found[phrase] = NO_TARGET

    def _with(self, candidate: Candidate, phrase: Phrase) -> bool:
        if phrase.coord is not None or phrase.kind not in _SOMEBODY:
            return False
        low = candidate.last
        standing = phrase.prep == "في" and phrase.kind == "state"
        standing = standing and any(self.r.words[at].core in _STANDING for at in range(low, phrase.first))
        if phrase.prep not in _WITH and not standing:
            return False
        if not low < phrase.first <= low + _TIES:
            return False
        return not any(self.r.acts[at] or self.r.forms[at] in STOPS for at in range(low + 1, phrase.first))

    def _driven(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Who stands right behind the noun of driving out, its last word perhaps (طرد تنظيم داعش من الموصل)."""
        if candidate.pos != "n":
            return
        whom = next((one for one in row if candidate.first < one.first <= candidate.last + 1 and bare(one)), None)
        if whom is not None and whom.kind not in {"place", "adjective"}:
            found[whom] = "target"

    def _unwelcome(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Who stands right before the verdict of being unwelcome, behind whoever gives it (أعلنت النيجر السفير الفرنسي
        شخصا غير مرغوب فيه)."""
        before = [one for one in row if one.last < candidate.first and bare(one)]
        if len(before) > 1 and before[-1].last == candidate.first - 1 and before[-1].kind in {"person", "people"}:
            found[before[-1]] = "target"

    def _listed(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Who puts whom on a list (وضعت واشنطن زعيم الجماعة على لائحة الإرهاب)."""
        start = max(-1, candidate.first - _BACK)
        verb = next((at for at in range(candidate.first - 1, start, -1) if self.r.acts[at]), -1)
        if verb < 0 or self.r.words[verb].core not in _PUTS:
            return
        between = [one for one in row if verb < one.first < candidate.first and not one.prep and one.coord is None]
        if len(between) == 2 and between[0].first == verb + 1:
            found[between[0]], found[between[1]] = "actor", "target"

    def _guilty(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Who is found guilty stands behind the verb; whom he wronged is no party."""
        crime = next((at for at in range(candidate.first + 1, len(self.r.words)) if "ب" in self.r.words[at].pro), -1)
        for phrase in row:
            if phrase.first == candidate.first + 1 and not phrase.prep:
                found[phrase] = "target"
            elif phrase.first >= crime > 0:
                found[phrase] = APART

    def _freed(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        last = candidate.last
        for phrase in row:
            behind = phrase.first > candidate.first and phrase.kind in _PEOPLE
            if behind and self.r.words[phrase.head].core in _CAPTIVES:
                found.setdefault(phrase, "target")
        if self.r.words[last].core in _FREEDOM and not self.r.words[last].enc:
            at = last + 1 + (last + 1 in self.r.number_tokens)
            whom = next((one for one in row if one.first == at and not one.prep), None)
            if whom is not None and whom.kind in _PEOPLE:
                self._only(whom, row, found)
            return
        if self._suffixed(last) and "target" not in found.values():
            for phrase in row:
                if phrase.first > last and phrase not in found:
                    found[phrase] = NO_TARGET
        if candidate.pos == "n" and candidate.id not in HANDS:
            whom = next((one for one in row if last < one.first <= last + 4 and one.prep == "عن"), None)
            if whom is not None and whom.kind in _PEOPLE and "target" not in found.values():
                found[whom] = "target"
        if candidate.id in HANDS:
            self._handed(candidate, row, found)

    def _suffixed(self, last: int) -> bool:
        """Only a suffix tells who is let go (أفرجت عنه السلطات، إطلاق سراحهم)."""
        if self.r.words[last].core in _FREEDOM:
            return bool(self.r.words[last].enc)
        after = self.r.forms[last + 1 : last + 2]
        return bool(after) and after[0] in _OF_HIM

    def _only(self, whom: Phrase, row: list[Phrase], found: ByPhrase) -> None:
        """One phrase and those that و ties to it are the target."""
        for phrase in row:
            if phrase is whom or phrase.root is whom:
                found[phrase] = "target"

    def _handed(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Who hands captives to whom (سلمت الكتائب ثلاث رهينات إلى الصليب الأحمر): they are the target."""
        if candidate.pos != "v" or self.r.words[candidate.first].core not in _GIVES:
            return
        behind = [one for one in row if one.first > candidate.last and one.coord is None]
        held = next((one for one in behind if self.r.words[one.head].core in _CAPTIVES and not one.prep), None)
        if held is None:
            return
        for phrase in behind:
            if phrase is held:
                found[phrase] = "target"
            elif phrase.first < held.first and not phrase.prep:
                found[phrase] = "actor"
            elif phrase.prep in _TO:
                found[phrase] = APART

    def _quit(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """The genitive of a resignation resigns, whoever accepts it or gets it (قبل الرئيس استقالة الوزير)."""
        if candidate.pos != "n" or self.r.words[candidate.last].enc:
            return
        who = next((one for one in row if one.first == candidate.last + 1 and not one.prep), None)
        if who is None or who.kind in {"place", "adjective", "thing"}:
            return
        for phrase in row:
            found[phrase] = "actor" if phrase is who or phrase.root is who else APART

    def _disarmed(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Who hands over his own arms to whom (سلمت الفصائل سلاحها للشرطة)."""
        verb = candidate.first if candidate.head is None else candidate.head[0]
        if self.r.words[verb].core not in _GIVES or not self.r.acts[verb]:
            return
        who = next((one for one in row if one.first == verb + 1 and not one.prep), None)
        to = next((one for one in row if one.first > candidate.last and one.prep in _TO and one.coord is None), None)
        if who is None or who.kind == "thing":
            return
        self._party(who, "actor", row, found)
        if to is not None and to.kind not in {"thing", "place"}:
            self._party(to, "target", row, found)

    def _resumed(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Who resumes its work stands right behind the verb (استأنفت الخطوط الجوية رحلاتها)."""
        who = next((one for one in row if one.first == candidate.last + 1 and not one.prep), None)
        if candidate.pos == "v" and not candidate.passive and who is not None and who.kind != "place":
            found[who] = "actor"

    def _party(self, whom: Phrase, role: str, row: list[Phrase], found: ByPhrase) -> None:
        for phrase in row:
            if phrase is whom or phrase.root is whom:
                found[phrase] = role

    def _told_by(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Somebody who only says something of a withdrawal has not withdrawn (قال المحلل إن الانسحاب خطوة مهمة)."""
        first = candidate.first
        if candidate.pos != "n" or self.r.words[candidate.last].enc:
            return
        start = max(self.r.sentences[candidate.sentence].first, first - _BACK)
        that = next((at for at in range(first - 1, start - 1, -1) if self.r.forms[at] in _REPORTED), -1)
        if that < 0:
            return
        for phrase in row:
            if phrase.last < that and phrase.kind in _TELLERS and found.get(phrase) != "actor":
                found[phrase] = APART
