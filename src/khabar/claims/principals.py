"""In whose name a party stands: the state that its nationality names (ندد بالقصف التركي), the body a spokesman tells
for, the country whose wish somebody tells, the men of a body who suffered."""

from __future__ import annotations

from typing import Final

from khabar.claims.activities import barred
from khabar.claims.candidates import Candidate
from khabar.claims.condemned import DEEDS
from khabar.claims.descriptions import Descriptions
from khabar.claims.kinds import HARM, VERBAL_TYPES
from khabar.claims.options import Option
from khabar.claims.refused import OFFERS
from khabar.mentions.names import Named, Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.punctuation import QUOTES_CLOSE
from khabar.mentions.reading import Reading

_WORDS: Final = frozenset(
    "اتهامات اتهام مزاعم ادعاءات تهديدات تهديد تصريحات انتقادات مطالب مطالبات شروط ضغوط قرار قرارات خطوة خطوات "
    "عقوبات سياسة سياسات مقترح مقترحات عرض عروض مبادرة خطة موقف مواقف ضمانات اجراءات تدخل تدخلات استفزازات دعوات "
    "نداءات جهود جهد وعد وعود استراتيجية دور مساعي رد رواية خطاب ممارسات نهج تحركات ادارة رؤية".split()
)
"""Nouns of what a state says or does."""
_MEN: Final = frozenset(
    "جندي جنود جنديين عنصر عناصر عنصرين فرد افراد ضابط ضباط ضابطين مقاتل مقاتلين مقاتلون عسكري عسكريين رجال شرطي "
    "موظف موظفين موظفون عامل عمال صحفي صحفيين قادة قيادات كوادر اعضاء مسلحي مواطن مواطنين مراسل مراسلين".split()
)
"""Those who are told by what they are, not by whose they are."""


class Principals:
    """Puts whoever a chosen option stands for in its place."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], names: Names) -> None:
        self.r = reading
        self.names = names
        self.descriptions = Descriptions(reading, phrases)

    def actor(self, candidate: Candidate, actor: Option) -> Option:
        """Whom an actor stands for, under the whole description."""
        if candidate.type in VERBAL_TYPES:
            actor = self._for_state(self._for_himself(actor))
        elif candidate.frame not in {"mutual", "speech"}:
            actor = self._for_body(actor)
        return self.descriptions.whole(candidate, actor)

    def target(self, candidate: Candidate, target: Option) -> Option:
        """Whom a target stands for, under the whole description."""
        if candidate.type in VERBAL_TYPES or candidate.type == "PROTEST":
            target = self._for_state(target)
        kept = barred(self.r, candidate, target.phrase)
        if kept is not None and target.phrase is not None:
            return self._as(target, kept, target.phrase)
        target = self.descriptions.owned(candidate, target)
        return self.descriptions.whole(candidate, self._own_men(candidate, target))

    def _for_himself(self, option: Option) -> Option:
        """Who says what his country wants (أكد رفض بلاده) wants it."""
        whose = self.names.whose(option.phrase) if option.phrase is not None else None
        if whose is None or whose.kind != "person":
            return option
        return self._as(option, self.names.resolve(whose), whose)

    def _for_body(self, option: Option) -> Option:
        """The body in whose name a spokesman tells of its deeds."""
        body = option.phrase.body if option.phrase is not None else None
        if body is None:
            return option
        return self._as(option, self.names.resolve(body), body)

    def _for_state(self, option: Option) -> Option:
        """The state itself where its adjective names it (ندد بالقصف التركي): words are between states, not forces."""
        phrase = option.phrase
        if phrase is None or phrase.country is None:
            return option
        if not (phrase.kind == "adjective" or self._nisba(phrase) or self._of_nation(phrase)):
            return option
        state = self.names.state(phrase.country)
        if state is None and phrase.kind == "thing":
            state = self.names.resolve(self._nationality(phrase))
        return option if state is None else self._as(option, state, phrase)

    def _nationality(self, phrase: Phrase) -> Phrase:
        """The adjective of a phrase that names its state, as a phrase of its own."""
        at = phrase.first + 1 if self._adjective(phrase.first + 1, phrase) else phrase.last
        adjective = Phrase(at, at, "adjective")
        adjective.country = phrase.country
        return adjective

    def _of_nation(self, phrase: Phrase) -> bool:
        """Words or deeds that bear only a nationality (الاتهامات الأميركية, أي اعتداء إسرائيلي) are those of the
        state."""
        if phrase.kind != "thing" or not phrase.first < phrase.last:
            return False
        if self._adjective(phrase.first + 1, phrase) and self.r.words[phrase.first].core in _WORDS | DEEDS | OFFERS:
            return all(self.r.words[at].cls == "j" for at in range(phrase.first + 2, phrase.last + 1))
        if phrase.last > phrase.first + 2:
            return False
        if phrase.last > phrase.first + 1 and self.r.words[phrase.first + 1].core not in OFFERS:
            return False  # مشروع قرار أميركي
        return self._adjective(phrase.last, phrase) and self.r.words[phrase.first].core in _WORDS | DEEDS | OFFERS

    def _adjective(self, at: int, phrase: Phrase) -> bool:
        """The adjective of the phrase's own country stands there."""
        state = self.r.lex[at].get("country")
        return state is not None and state.tag == "adj" and state.sense.id == phrase.country

    def _nisba(self, phrase: Phrase) -> bool:
        """A nationality cut off from the noun that it describes (ندد ب«الاعتداء» الفلاني): one word with the article,
        behind a closed quotation."""
        word = self.r.words[phrase.first]
        alone = phrase.kind == "people" and phrase.first == phrase.last and word.det and not word.pro
        return alone and word.form.endswith(("ي", "ية")) and self.r.forms[phrase.first - 1] in QUOTES_CLOSE

    def _own_men(self, candidate: Candidate, option: Option) -> Option:
        """Men of a body who suffered (ثلاثة من جنوده) are no more than its men, whoever they are of."""
        phrase = option.phrase
        if phrase is None or phrase.owner is None or candidate.type not in HARM or phrase.kind == "machine":
            return option
        if self.r.words[phrase.head].core not in _MEN or phrase.name[0] > phrase.first:
            return option
        start, end, text = self.r.bare(phrase.first, phrase.last)
        return self._as(option, Named(text, option.named.country, None, start, end), phrase)

    def _as(self, option: Option, named: Named, phrase: Phrase) -> Option:
        return Option(named, phrase, option.role, option.gap, option.templates, option.own, option.values)
