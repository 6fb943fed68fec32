"""One reading of a text: tokens, marks, sentences and everything that later layers ask about a position."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Final

from khabar.lexicon import Lexicon, Word
from khabar.lexicon.finals import settle
from khabar.lexicon.found import Mark
from khabar.lexicon.functions import FUNCTION_WORDS
from khabar.lexicon.marks import Marks, mark
from khabar.lexicon.senses import PROPER
from khabar.mentions.among import among, by_core, by_form
from khabar.mentions.answering import answering_verbs
from khabar.mentions.in_names import in_names, only_named
from khabar.mentions.numbers import NumberMention, find_numbers
from khabar.mentions.place_heads import PLACE_HEADS, SITES
from khabar.mentions.planted import planting_verbs
from khabar.mentions.punctuation import QUOTES_CLOSE, QUOTES_OPEN, quotations, unclosed
from khabar.mentions.scanning import split
from khabar.mentions.so_called import naming_verbs
from khabar.mentions.times import TimeMention, find_times
from khabar.mentions.verbs import Verbs
from khabar.model import Section
from khabar.text import Folded, Sentence, Tokens, split_sentences, tokenised, unwrapped

_SIGNS: Final = 0.5
"""Signs a letter from which on a text is vocalised as a whole, as for learners, rather than a word here or there."""
_NOTHING: Final[dict[str, Mark]] = {}
"""Stands at every token where no mark begins."""
_NO_MARKS: Final[list[Mark]] = []
_NOMINAL: Final = PROPER | {"figure", "institution", "people", "title", "weapon"}
_TAG_RANK: Final = {"name": 0, "weak": 2, "adj": 2}
ALONG: Final = frozenset(("طول", "امتداد"))
"""Words after على that go with it (على طول الحدود)."""
FIRE: Final = frozenset("رصاص نيران نار قذائف صواريخ مدفعية بنادق اسلحة الغام".split())
"""Means that stand for their owner: killed by the bullets of X is killed by X."""
PREPOSITIONS: Final = frozenset(
    "في على من الى الي عن مع ضد بين نحو تجاه داخل ضمن حول بشان بحق لدى قرب شمال جنوب شرق غرب شمالي جنوبي شرقي غربي "
    "خارج عبر منذ خلال اثناء بعد قبل عقب اثر باتجاه وسط امام ازاء بواسطة دون حتى لصالح حيال غداة قبيل بعيد صوب قبالة "
    "تحت فوق خلف عند".split()
)
DEMONSTRATIVES: Final = frozenset(form for form, name in FUNCTION_WORDS.items() if name == "dem")
"""This, these, that and those (هذا الهجوم)."""
_LEADING: Final = PREPOSITIONS | QUOTES_OPEN | DEMONSTRATIVES | ALONG | {"ب", "ل", "ك"}
_PERCENT: Final = frozenset(("%", "٪"))
_EACH: Final = frozenset(("كل", "كلا", "كلاهما"))
"""Words before من and those of whom each is meant (كلا من السويد وفنلندا)."""
_BOUNDS: Final = frozenset(("الاقل", "الاكثر"))
"""Behind على, words of a bound, not of what is counted (خمسة على الأقل من الجنود)."""
_IS_FIRE: Final = by_core(FIRE)
_GOES_ALONG: Final = by_form(ALONG)
_IS_DEMONSTRATIVE: Final = by_form(DEMONSTRATIVES)
_MARCH: Final = "مارس"
"""The month whose name is a verb, too."""


class Reading:
    """A tokenised, marked text. Token positions index every list; ``role[i]`` is the section role of token i
    (``headline``, ``caption``, ``body`` ...); furniture is left out of ``sentences``."""

    def __init__(
        self, text: str, lexicon: Lexicon, sections: Sequence[Section] = (), reference: datetime.date | None = None
    ) -> None:
        self.text = text
        self.lexicon = lexicon
        self.reference = reference
        self.sections = tuple(sections)
        self.tokens: Tokens = tokenised(unwrapped(text))
        settle(self.tokens, lexicon)
        self.tokens.close()
        self.forms: list[str] = self.tokens.forms
        self.role = self._roles(sections)
        any_furniture = any(section.role == "furniture" for section in self.sections)
        furniture = [role == "furniture" for role in self.role] if any_furniture else None
        self.marks: Marks = mark(lexicon, self.tokens, furniture)
        self.words: list[Word] = self.marks.words
        self.named = in_names(self.marks)
        every = split_sentences(self.tokens, self.named)
        self.sentences: list[Sentence] = [s for s in every if self.role[s.first] != "furniture"]
        self.sentence_at = [-1] * (len(self.tokens) + 1)
        for number, sentence in enumerate(self.sentences):
            for at in range(sentence.first, sentence.last):
                self.sentence_at[at] = number
        self._gaps = "  " in text or "\xa0" in text
        folded = self.tokens.folded.text
        self.vocalised = len(text) - len(folded) > len(folded) * _SIGNS
        split(folded, self.tokens)  # which the three that look for numbers find
        self.numbers: list[NumberMention] = find_numbers(folded)
        self.times: list[TimeMention] = find_times(folded, reference)
        self.time_tokens = self._cover([(time.start, time.end) for time in self.times])
        self.number_tokens = self._cover([(number.start, number.end) for number in self.numbers])
        if self.named:
            self._leave_names()
        self._counted = self._counting()
        self.quoted = quotations(self.forms)
        self.lex = self._first_marks()
        self.naming = naming_verbs(self.tokens)
        self.planted = planting_verbs(self.tokens, self.lex)
        self.answered = answering_verbs(self.tokens, self.words)
        self.acts = self._verbs()

    def _leave_names(self) -> None:
        """Drop times and numbers that are no more than words of a name."""
        if times := only_named(self.marks, self.named, self.time_tokens):
            self.times = [time for index, time in enumerate(self.times) if index not in times]
            self.time_tokens = self._cover([(time.start, time.end) for time in self.times])
        if numbers := only_named(self.marks, self.named, self.number_tokens):
            self.numbers = [number for index, number in enumerate(self.numbers) if index not in numbers]
            self.number_tokens = self._cover([(number.start, number.end) for number in self.numbers])

    def _verbs(self) -> list[bool]:
        """For every token whether the word is (as far as is known) a verb, in the light of what else is read there."""
        acts = Verbs(self.words, self.lex).acts()
        for at in self.naming:
            acts[at] = False
        for found in self.marks.of("people"):
            for at in range(found.first + 1, found.last + 1):
                acts[at] = False
        for at in (*self.planted, *self.answered.values()):
            acts[at] = True
        for at, number in self.number_tokens.items():
            if acts[at] and self._bounds(at, self.numbers[number]):
                acts[at] = False
        for at in self.time_tokens:
            if self.forms[at] == _MARCH:
                acts[at] = False
        return acts

    def _bounds(self, at: int, number: NumberMention) -> bool:
        """The verb of a bound is part of the number where ما opens it (قتل ما لا يقل عن ستة)."""
        tokens = self.tokens
        return tokens.starts[at] < number.core_start and tokens.folded.text.startswith("ما", number.start)

    def _roles(self, sections: Sequence[Section]) -> list[str]:
        roles = ["body"] * (len(self.tokens) + 1)
        if not sections:
            return roles
        starts, folded = self.tokens.starts, self.tokens.folded
        first = 0
        for number, section in enumerate(sections):
            last = len(starts)
            if number + 1 < len(sections):
                last = _begun(starts, folded, section.end, first)
            roles[first:last] = [section.role] * (last - first)
            first = last
        return roles

    def _cover(self, spans: Sequence[tuple[int, int]]) -> dict[int, int]:
        """Token to index of the span that covers it."""
        covered: dict[int, int] = {}
        for index, (start, end) in enumerate(spans):
            at = self.tokens.at(start)
            while at < len(self.tokens) and self.tokens.starts[at] < end:
                covered.setdefault(at, index)
                at += 1
        return covered

    def _first_marks(self) -> list[dict[str, Mark]]:
        """For every token the longest mark of each kind that noun phrases are made of that begins there."""
        table = [_NOTHING] * (len(self.tokens) + 1)
        for kind, marks in self.marks.by_kind.items():
            if kind not in _NOMINAL:
                continue
            best: Mark | None = None
            for found in marks:
                row = table[found.first]
                if best is not None and best.first == found.first:
                    if best.last == found.last and _TAG_RANK.get(found.tag, 1) < _TAG_RANK.get(best.tag, 1):
                        row[kind] = best = found
                    continue
                best = found
                if row is _NOTHING:
                    table[found.first] = {kind: found}
                else:
                    row[kind] = found
        return table

    def same(self, kind: str, at: int) -> list[Mark]:
        """All marks of a kind that begin at token ``at``."""
        marks = self.marks.of(kind)
        low, high = 0, len(marks)
        while low < high:
            middle = (low + high) >> 1
            if marks[middle].first < at:
                low = middle + 1
            else:
                high = middle
        while high < len(marks) and marks[high].first == at:
            high += 1
        return marks[low:high] if low < high else _NO_MARKS

    def names_any(self, sentence: int, kinds: tuple[str, ...]) -> bool:
        """Whether the lexicon knows something of one of these kinds of marks in a sentence."""
        within = self.sentences[sentence]
        return any(kind in self.lex[at] for at in range(within.first, within.last) for kind in kinds)

    def accusative(self, at: int) -> bool:
        """The word is written with the accusative's double fatha: no name, but an adverb or a predicate."""
        start, end = self.tokens.raw_span(at, at)
        return "\u064b" in self.text[start : end + 1]

    def core(self, at: int) -> str:
        """The core of the word at a token, '' outside the text."""
        return self.words[at].core if 0 <= at < len(self.words) else ""

    def owner(self, at: int) -> bool:
        """The word at a token stands behind ل: it may be whose that is which is named before it (رتل للجيش، الجناح
        العسكري لحركة حماس)."""
        return at < len(self.words) and (self.words[at].pro == "ل" or self.forms[at].startswith("لل"))

    def raw(self, first: int, last: int) -> tuple[int, int]:
        """Span in the given text of tokens first to last (inclusive), with the clitics before the first word."""
        return self.tokens.raw_span(first, last)

    def bare(self, first: int, last: int) -> tuple[int, int, str]:
        """Like :meth:`raw`, but without the proclitics of the first word (the article is kept; لل is cut whole) and
        the text, with single spaces."""
        tokens, word = self.tokens, self.words[first]
        cut = len(word.pro)
        if cut and word.form[cut - 1 : cut + 1] == "لل" and (word.det or word.core.startswith("ال")):
            cut += 1
        start, end = tokens.folded.raw_span(tokens.starts[first] + cut, tokens.end(last))
        text = self.text[start:end]
        several = first < last
        if (
            last + 1 < len(self.forms)
            and len(self.forms[last + 1]) == 1
            and self.forms[last + 1] in QUOTES_CLOSE
            and (('"' in text and text.count('"') % 2 == 1) or unclosed(text))
        ):
            end = tokens.folded.raw(tokens.end(last + 1) - 1) + 1
            text = self.text[start:end]
            several = True
        if several and ("\n" in text or (self._gaps and ("  " in text or "\xa0" in text))):
            text = " ".join(text.split())
        return start, end, text

    def prep(self, at: int) -> str:
        """What governs the noun at token ``at``: a clitic letter, a preposition before it, or ''. A number or a
        quantity between (بثلاث طائرات, خمسة من الجنود) is passed over."""
        pro = self.words[at].pro
        if pro:
            for letter in ("ب", "ل", "ك"):
                if letter in pro:
                    return letter
        before = at - 1
        if before < 0 or not (self._counted[before] or _leads(self.words[before])):
            return ""
        while before >= 0 and (self._opens(before) or self._points(before, at)):
            before -= 1
        if not pro and before > 0 and self.forms[before] == "من" and self._counts(before - 1):
            before -= 1
        while before > 0 and self._counts(before):
            for letter in ("ب", "ل"):
                if letter in self.words[before].pro:
                    return letter
            before -= 1
        if before < 0 or pro:
            return ""
        if len(self.forms[before]) == 1 and self.forms[before] in {"ب", "ل", "ك"}:
            return self.forms[before]
        bits = among(self.words[before])
        if bits & _IS_FIRE and not self._strikes(before, at):
            return "" if self.words[before].det and not self.words[at].det else "fire"  # رميا بالرصاص خمسة شبان
        if bits & _GOES_ALONG and self.forms[before - 1] == "على":
            return "على"
        form = self.words[before].core if self.words[before].pro in {"و", "ف"} else self.forms[before]
        return form if form in PREPOSITIONS else ""

    def _strikes(self, weapon: int, at: int) -> bool:
        """A weapon right behind a verb is the subject, a site behind it the object (ضربت صواريخ مطار صنعاء), and so is
        an indefinite in the accusative (بعبوات أو صواريخ أرتالا)."""
        if self.words[at].form.endswith("ا") and not self.words[at].det and PROPER.isdisjoint(self.lex[at]):
            return True
        sited = self.words[at].core in PLACE_HEADS or self.words[at].core in SITES
        return sited and not self.words[weapon].pro and weapon > 0 and self.acts[weapon - 1]

    def _points(self, before: int, at: int) -> bool:
        """A demonstrative between the preposition and its noun (في هذه المدينة)."""
        return self.words[at].det and among(self.words[before]) & _IS_DEMONSTRATIVE != 0

    def _opens(self, at: int) -> bool:
        """A quotation mark that opens."""
        return len(self.forms[at]) == 1 and self.forms[at] in QUOTES_OPEN

    def _counts(self, at: int) -> bool:
        """A number or a quantity before من: what follows is what is counted (ثلاثة من الجنود)."""
        return self._counted[at]

    def _counting(self) -> list[bool]:
        """For every token whether it is a number, a quantity, or the sign behind a share (65% من المباني)."""
        counted = [False] * len(self.words)
        for at, word in enumerate(self.words):
            if word.func and word.func == "quant":
                counted[at] = True
        for at in (*self.number_tokens, *self.tokens.among(_EACH)):
            counted[at] = True
        for at in self.tokens.among(_PERCENT):
            counted[at] = counted[at] or at - 1 in self.number_tokens
        for at in self.tokens.among(_BOUNDS):
            counted[at] = False
        return counted


def _begun(starts: list[int], folded: Folded, offset: int, low: int) -> int:
    """How many tokens begin before an offset of the given text; at least ``low`` do."""
    high = len(starts)
    while low < high:
        middle = (low + high) >> 1
        if folded.raw(starts[middle]) < offset:
            low = middle + 1
        else:
            high = middle
    return low


def _leads(word: Word) -> bool:
    """Whether the word can govern a noun behind it, or stand between the two."""
    if word.leads < 0:
        joined = word.pro in {"و", "ف"} and word.core in PREPOSITIONS
        word.leads = word.form in _LEADING or word.core in FIRE or joined
    return word.leads > 0
