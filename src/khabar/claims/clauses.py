"""Verbs of a sentence and their subjects: written after the verb, before it, in a relative clause, or understood from
the verb before."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import MASCULINE_STATES, rules_out, several
from khabar.claims.grammar import NO_DOERS
from khabar.claims.neighbours import last_tied
from khabar.lexicon.functions import FUNCTION_WORDS
from khabar.lexicon.words import Word
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.punctuation import QUOTES_OPEN
from khabar.mentions.reading import Reading
from khabar.text.ordered import below, past

RELATIVE: Final = frozenset(form for form, name in FUNCTION_WORDS.items() if name == "rel")
THAT: Final = frozenset(
    ("ان", "انه", "انها", "انهم", "بان", "بانه", "بانها", "حيث", "بينما", "فيما", "بعدما", "عندما", "اذ", "لكن")
)
STOPS: Final = frozenset(".!؟?\n؛:")
BREAKS: Final = STOPS | THAT
"""What ends a clause or begins what is said in it."""
CLOSERS: Final = BREAKS | RELATIVE
MASCULINE_BODIES: Final = frozenset(
    "جيش حزب تنظيم تحالف ائتلاف مجلس حرس امن طيران جهاز فصيل اتحاد حلف نظام احتلال برلمان قضاء جنود مسلحون صليب هلال "
    "مجتمع ناتو جانب طرف شعب كونغرس".split()
)
"""Heads of forces and bodies that no verb in the feminine has for its subject."""
MASCULINE_MEN: Final = frozenset(
    "رئيس وزير سفير قائم امين متحدث ناطق مبعوث موفد قائد زعيم مدير ملك امير نائب محافظ مندوب ممثل مستشار ضابط صحفي "
    "صحافي ناشط معارض مرشد عاهل بابا قاضي مفتي شاب رجل مواطن طفل جندي شيخ عقيد لواء عميد فريق شرطي".split()
)
"""Titles and words for one man: no more has it one of these."""
AUXILIARY: Final = frozenset(
    ("قد", "كان", "كانت", "كانوا", "لم", "لن", "لا", "سوف", "لقد", "ما", "كانا", "يكون", "تكون")
)
OF_CAUSE: Final = frozenset("في لدى جراء اثر نتيجة بسبب خلال عقب بعد اثناء بفعل".split())
"""Prepositions between what somebody suffered and the event behind it."""
RESULT: Final = frozenset(
    "اسفر اسفرت اسفرا يسفر تسفر مسفرا ادى ادي ادت يؤدي تؤدي مؤديا تسبب تسببت متسببا متسببة اودى اودت اوديا يودي "
    "خلف خلفت خلفا مخلفا مخلفة اوقع اوقعت اوقعا يوقع موقعا موقعة نجم نجمت نتج نتجت ينتج حصد حصدت سقط سقوط مقتل "
    "اسفرتا ادتا تسببتا اودتا خلفتا اوقعتا حصدتا".split()
)
"""Words that lead from an event to those who suffered by it."""
HITS: Final = frozenset(
    "طال طالت يطال تطال اصاب اصابت يصيب تصيب ضرب ضربت يضرب تضرب هز هزت يهز تهز شمل شملت طاول طاولت استهدف استهدفت "
    "يستهدف تستهدف دمر دمرت وقع وقعت دك دكت يدك تدك".split()
)
"""Verbs of which a strike is the subject and what it hits the object."""
AIMING: Final = frozenset("مستهدفا مستهدفة مستهدفين مستهدفتين".split())
"""Participles behind a strike whose object is what it hits."""
DASHES: Final = frozenset("-–—")
_OWN_NAMES: Final = frozenset(("ان",))
_OPENERS: Final = frozenset("منذ كما ثم بل حين لما كلما وكما لذا لذلك هكذا".split())
"""Words right before a verb that open a clause."""
_GOES_ON: Final = frozenset(("كما", "ثم", "بل"))
_PASSED: Final = frozenset('قد لم لن لا سوف لقد ايضا ، ) ( " ” »'.split())
_SCOPES: Final = frozenset(("sentence", "back"))
_STATED: Final = frozenset(("cue.doc-in-statement", "cue.carrier-statement-to"))
"""Entries of statements in which something is said (دعت الوزارة، في بيان، الأطراف)."""
_NO_SOURCES: Final = _STATED | {"cue.per-kama"}
"""Those of them that tell of no source where they open a sentence (كما أعلن الجيش)."""
_ASIDE: Final = 10
"""Tokens of a source between commas at most."""
_FRONTING: Final = frozenset("في على ردا بعد قبل خلال عقب اثر منذ رغم وسط مع عن من حول بشان تعليقا تعقيبا".split())
"""Words with which a sentence opens that is not yet about its subject."""
_DOERS: Final = frozenset(("person", "government", "state", "military", "armed-group", "organisation", "alliance"))
_HEAD: Final = 9
"""Tokens of what is set off at the head of a sentence."""
_REACH: Final = 9
"""Tokens after a verb within which its subject begins."""
_DEPTH: Final = 4
"""Verbs back that an understood subject is looked for."""
_BEYOND: Final = 4
"""Tokens behind the last that may be asked for."""
AUXILIARY_OR_QUOTES_OPEN: Final = AUXILIARY | QUOTES_OPEN
"""What may stand between a verb and the word that governs it."""


def masculine(core: str) -> bool:
    """Whether a head is one that no verb in the feminine agrees with."""
    return core in MASCULINE_BODIES or core in MASCULINE_MEN


class Clauses:
    """The verbs of a reading; ``verbs`` are those that the marks name, the words' own classes give the rest;
    ``events`` are nouns that name events: they can be subjects too (هجوم استهدف مقرا). Both, and ``asides``, tell of
    every token and of some behind the last whether it is one."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], verbs: set[int], events: set[int]) -> None:
        self.r = reading
        self.phrases = phrases
        none = [False] * (len(reading.forms) + _BEYOND)
        self.events = none.copy()
        for at in events:
            self.events[at] = True
        named = self._in_names()
        self.acting = reading.acts + none[len(reading.acts) :]
        for at in verbs:
            self.acting[at] = True
        for at in (*reading.time_tokens, *named):
            self.acting[at] = False
        for row in phrases:
            for phrase in row:
                if phrase.kind == "place" and phrase.last > phrase.first:
                    for at in range(phrase.first, phrase.last + 1):  # مدينة تدمر
                        self.acting[at] = False
                elif phrase.kind == "people" and phrase.last > phrase.name[1]:
                    for at in range(phrase.name[1] + 1, phrase.last + 1):  # مسلحون يستقلون سيارة
                        self.acting[at] = False
                        named.add(at)
        self.verbs = [at for at, acts in enumerate(self.acting) if acts]
        self.asides = none
        """Tokens of sources put into a clause between commas (قصف الجيش، وفق ما ذكر المرصد، بلدة)."""
        self._subjects: list[Phrase | None] = [None] * len(none)
        self._looked = none.copy()
        """The subjects of the verbs whose subject was looked for."""
        self._cut_in = False
        self._sources = self._opening_sources()
        self.closers = self._closing(named)

    def _closing(self, named: set[int]) -> list[int]:
        """Tokens that close a clause: a verb or what opens another, but for those of names and asides."""
        acting, asides = self.acting, self.asides
        closing = [at for at in self.verbs if not asides[at]] if self._cut_in else self.verbs.copy()
        for at in self.r.tokens.among(CLOSERS):
            if not acting[at] and not asides[at] and at not in named:
                closing.append(at)
        closing.sort()
        return closing

    def _in_names(self) -> set[int]:
        """Tokens of relative clauses that are part of a name (التحالف الذي تقوده السعودية), names spelt as what opens
        a clause (آن ليندي): they close no clause."""
        found: set[int] = set()
        for at in self.r.tokens.among(_OWN_NAMES):
            row = self.phrases[self.r.sentence_at[at]] if self.r.sentence_at[at] >= 0 else []
            found.update([at for one in row if one.name[0] <= at < one.name[1] and one.kind == "person"])
        for at in self.r.tokens.among(RELATIVE):
            row = self.phrases[self.r.sentence_at[at]] if self.r.sentence_at[at] >= 0 else []
            for one in row:
                if one.first < at < one.last:
                    found.update(range(at, one.last + 1))
        return found

    def subject(self, verb: int, depth: int = 0) -> Phrase | None:
        """Who or what does the verb at token ``verb``, as far as the sentence says."""
        if self._looked[verb]:
            return self._subjects[verb]
        found = self._subjects[verb] = self._subject(verb, depth)
        self._looked[verb] = True
        return found

    def _subject(self, verb: int, depth: int) -> Phrase | None:
        """The subject of a verb: the head of its relative clause, what stands before it or behind it, or that of the
        verb it is joined to (قصفت الطائرات المدينة ودمرت المدرسة)."""
        row = self.phrases[self.r.sentence_at[verb]] if self.r.sentence_at[verb] >= 0 else []
        relative, start = self.start(verb, row)
        if relative is not None and not self.r.words[verb].enc:
            return relative
        joined = self._joined(verb)
        before = [one for one in row if start <= one.first and one.last < verb and bare(one)] if not joined else []
        if before and (self._source(before[-1], before[-1].last + 1, verb) or self._fronted(before[-1], verb, row)):
            before = []
        if before and self.stands_before(before[-1], verb, verb, row):
            return before[-1]
        after = self._after(verb, row)
        if after is not None:
            return after
        if not joined:
            if before:
                return before[-1]
            if any(self.events[at] for at in range(max(start, verb - _REACH), verb)):
                return None
        return self._subject_before(verb, depth)

    def _subject_before(self, verb: int, depth: int) -> Phrase | None:
        """The last subject before the verb that agrees with it (هاجموا قافلة تقل عمالا وخطفوا اثنين)."""
        previous = self.previous(verb)
        first = True
        while previous is not None and depth < _DEPTH:
            subject = self.subject(previous, depth + 1)
            if subject is None and first:
                return None
            if subject is not None and self._can_have(verb, subject):
                return subject
            previous, first = self.previous(previous), False
        return None

    def _can_have(self, verb: int, subject: Phrase) -> bool:
        """The verb agrees with a subject before it: one in the plural holds several."""
        core = self.r.words[subject.head].core
        row = self.phrases[self.r.sentence_at[verb]]
        one = self.r.forms[verb].endswith("وا") and last_tied(subject, row) == subject.last
        return agrees(self.r.words[verb], core, subject) and not (one and not several(core, subject))

    def _joined(self, verb: int) -> bool:
        """The verb goes on from the one before (وقتلت، كما قامت، ثم انسحبت)."""
        return self.r.words[verb].pro[:1] in {"و", "ف"} or self.r.forms[verb - 1] in _GOES_ON

    def _after(self, verb: int, row: list[Phrase]) -> Phrase | None:
        """The first bare phrase after the verb and before the next clause, if it can be the verb's subject."""
        if self.r.forms[verb].endswith("وا"):
            return None  # the subject is in the verb (أنزلوا الركاب)
        end = min(self.end(verb), verb + _REACH)
        for phrase in row:
            if phrase.first > verb and phrase.first < end and bare(phrase):
                return phrase if self._agrees(verb, phrase) else None
        return None

    def _agrees(self, verb: int, phrase: Phrase) -> bool:
        """False where the verb's gender rules the phrase out."""
        form = self.r.words[verb].core
        feminine = self.r.words[phrase.head].core.endswith("ة") or phrase.kind == "state"
        if form.endswith("ت") and len(form) > 3:
            return (feminine or phrase.kind != "person") and not masculine(self.r.words[phrase.head].core)
        near = phrase.kind != "person" and phrase.first <= verb + 2
        if near and rules_out(self.r.words[verb], self.r.words[verb + 1]):
            return False
        return not (form[0] == "ي" and feminine)

    def end(self, at: int) -> int:
        """The token that closes the clause of the word at ``at``."""
        closed = past(self.closers, at)
        return self.closers[closed] if closed < len(self.closers) else len(self.r.forms)

    def start(self, first: int, row: list[Phrase]) -> tuple[Phrase | None, int]:
        """Head of the relative clause that the word at ``first`` stands in (if it opens one) and the first token of
        its clause."""
        at = first - 1
        while at >= 0 and self.r.forms[at] in AUXILIARY_OR_QUOTES_OPEN:
            at -= 1
        if at >= 0 and self.r.forms[at] in RELATIVE:
            heads = [phrase for phrase in row if phrase.last < at and at - phrase.last <= 8]
            return (heads[-1] if heads and not self._event_between(heads[-1].last, at) else None), at
        before = past(self.closers, at)
        return None, self.closers[before - 1] + 1 if before else 0

    def stands_before(self, phrase: Phrase, first: int, last: int, row: list[Phrase]) -> bool:
        """The phrase can be the subject of the verb after it: no quotation or clause opens between, they agree, and
        nobody who could be the subject stands right behind the verb while something stands before it."""
        low = last_tied(phrase, row) + 1
        quoted = phrase.first and self.r.forms[phrase.first - 1] not in THAT
        if any(self.r.forms[at] in DASHES or (quoted and self.r.forms[at] in QUOTES_OPEN) for at in range(low, first)):
            return False
        if (first and self.r.forms[first - 1] in _OPENERS) or self._source(phrase, low, first):
            return False
        if not agrees(self.r.words[first], self.r.words[phrase.head].core, phrase):
            return False
        if all(at in self.r.time_tokens or self.r.forms[at] in _PASSED for at in range(low, first)):
            return True
        after = next((one for one in row if one.first > last and bare(one)), None)
        return after is None or after.first > last + 1 or after.kind in NO_DOERS

    def _source(self, phrase: Phrase, low: int, high: int) -> bool:
        """The phrase belongs to the words for a source that open the sentence (بحسب المصدر ذاته، اعتقلت الشرطة)."""
        opens = self._sources.get(self.r.sentence_at[phrase.first])
        if opens is None or opens >= phrase.first or not any(self.r.forms[at] in PAUSE for at in range(low, high)):
            return False
        return not any(self.r.forms[at] in PAUSE for at in range(opens + 1, phrase.first))

    def _fronted(self, phrase: Phrase, verb: int, row: list[Phrase]) -> bool:
        """The phrase belongs to what a preposition set off at the head of the sentence (وفي رده على الوزير، أعلن
        الناطق): whoever stands right behind the verb is its subject."""
        first = self.r.sentences[self.r.sentence_at[verb]].first
        if phrase.first - first > _HEAD or phrase.first <= first or self.r.forms[verb - 1] not in PAUSE:
            return False
        if self.r.forms[first].removeprefix("و") not in _FRONTING or self.acting[first]:
            return False
        if any(self.r.forms[at] in PAUSE for at in range(first, phrase.first)):
            return False
        return any(one.first == verb + 1 and bare(one) and one.kind in _DOERS for one in row)

    def _opening_sources(self) -> dict[int, int]:
        """Sentences that open with words for a source (وفقا لـ) and where these end."""
        found: dict[int, int] = {}
        for cue in self.r.marks.of("cue"):
            number = self.r.sentence_at[cue.first]
            if number < 0 or not (cue.entry.scope in _SCOPES or cue.sense.id in _STATED):
                continue
            if cue.first == self.r.sentences[number].first and cue.sense.id not in _NO_SOURCES:
                found[number] = max(cue.last, found.get(number, -1))
            elif self.r.forms[cue.first - 1] in PAUSE:
                self._put_in(cue.first, cue.last, self.r.sentences[number].last)
        return found

    def _put_in(self, first: int, last: int, end: int) -> None:
        """Note a source between commas behind which the clause goes on with no verb."""
        closes = next((at for at in range(last + 1, min(last + _ASIDE, end - 2)) if self.r.forms[at] in PAUSE), -1)
        behind = self.r.words[closes + 1]
        if closes > 0 and not self.acting[closes + 1] and "و" not in behind.pro and behind.func == "":
            self._cut_in = True
            for at in range(first, closes):
                self.asides[at] = True

    def _event_between(self, last: int, relative: int) -> bool:
        """An event noun is what the relative clause describes (الغارة التي استهدفت)."""
        return any(self.events[at] for at in range(last + 1, relative))

    def previous(self, at: int) -> int | None:
        """The last verb before a token in its sentence."""
        index = below(self.verbs, at) - 1
        if index < 0 or self.r.sentence_at[self.verbs[index]] != self.r.sentence_at[at]:
            return None
        return self.verbs[index]

    def governing(self, noun: int) -> int | None:
        """The verb in whose clause an event noun stands: no complementizer, relative or full stop between."""
        verb = self.previous(noun)
        return None if verb is None or self.end(verb) < noun else verb

    def main(self, sentence: int) -> int | None:
        """The first verb of a sentence."""
        bounds = self.r.sentences[sentence]
        index = below(self.verbs, bounds.first)
        return self.verbs[index] if index < len(self.verbs) and self.verbs[index] < bounds.last else None


def agrees(verb: Word, core: str, phrase: Phrase) -> bool:
    """False where the verb's gender or number rules out that the phrase before it is its subject."""
    tag = next((sense.tag for sense in verb.senses if sense.verbal), "")
    number = tag.partition(".")[2][:1] or ("p" if verb.core.endswith("وا") else "")
    if number == "m":
        return not core.endswith(("ة", "ات", "ون")) and (phrase.kind != "state" or core in MASCULINE_STATES)
    if number == "f":
        return (phrase.kind != "person" or core.endswith(("ة", "اء"))) and not masculine(core)
    return number != "p" or not (core.endswith("ة") or phrase.kind in {"state", "place"})


def bare(phrase: Phrase) -> bool:
    """A phrase that nothing governs and that is tied to none before it."""
    return not phrase.prep and phrase.kind != "adjective" and phrase.coord is None
