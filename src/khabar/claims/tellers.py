"""Who tells a report: where its words open, the subject of its verb, the name behind a title, who issued a document."""

from __future__ import annotations

from typing import Final

from khabar.claims.accused import RESPONSIBILITY
from khabar.claims.agreement import object_only
from khabar.claims.bearers import COMING, DOCUMENTS, ISSUED, TELLERS, THAT, Bearers
from khabar.claims.cases import Cases
from khabar.claims.kinds import LIFELESS, PUBLISHERS
from khabar.lexicon.found import Mark
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.punctuation import QUOTES_CLOSE, QUOTES_OPEN
from khabar.mentions.reading import Reading
from khabar.text import Sentence
from khabar.text.ordered import below

_NOT_THAT: Final = frozenset("غير الا بيد بعد قبل منذ رغم مع دون حتى بما".split())
"""Words that make of a following أن something else than the opening of what is said (غير أن, بعد أن)."""
_BODIES: Final = frozenset(
    "جبهة حركة جماعة منظمة كتيبة كتائب سرية سرايا لواء الوية تنظيم حزب تيار ائتلاف رابطة اتحاد نقابة هيئة لجنة جمعية "
    "مؤسسة شركة حملة غرفة مجموعة فصائل عشائر عشيرة قبيلة نيابة محكمة مديرية محافظة بلدية سفارة قنصلية شرطة".split()
)
"""Heads of the names of bodies, known ones or not."""
_CENTRE: Final = "مركز"
"""A body as often as a place: it is a body where it says something."""
_TO_SOMEBODY: Final = frozenset(
    f"cue.{name}"
    for name in ("inform-ablagha", "inform-akhbara", "accuse", "brief", "address-khataba", "reassure", "warn")
)
"""Entries of verbs whose object is somebody."""
_ACCUSING: Final = "cue.accuse"
BLAMING: Final = "cue.blame-hammala"
IN_IT: Final = frozenset("فيه فيها فيهما خلاله خلالها".split())
"""What may stand between a verb and whom it accuses (تقريرا اتهمت فيه الجيش)."""
_OTHERS: Final = frozenset("اخر اخرى اخرين".split())
"""Adjectives that stand for nobody by themselves (بانتهاك آخر)."""
_CAME_IN: Final = frozenset(("cue.doc-came-in", "cue.doc-warada"))
_BEING: Final = "وجود"
_REACH: Final = 14
_OPENING: Final = 40
"""Tokens behind a cue within which the reported words open."""
_OPENERS: Final = THAT | QUOTES_OPEN | {":"}


class Tellers(Bearers):
    """Reads who speaks off the words around a cue. ``blocked``: tokens of event words, verbs and cues."""

    def __init__(
        self, reading: Reading, phrases: list[list[Phrase]], cues: dict[int, list[Mark]], blocked: set[int]
    ) -> None:
        super().__init__(reading)
        self.phrases = phrases
        self._cases = Cases(reading)
        told = [mark for row in cues.values() for mark in row]
        verbs = {mark.first for mark in told if mark.sense.verbal}
        mild = {at for mark in told if mark.first not in verbs for at in range(mark.first, mark.last + 1)}
        self.acting = blocked - mild
        self._saying = {mark.first for mark in told if mark.sense.id == "cue.saying"}
        others = verbs | {mark.first for mark in told if mark.entry.participle and mark.sense.id != "cue.saying"}
        self._others = others
        self._surnames: dict[str, int] = {}
        opening = [at for at in reading.tokens.among(_OPENERS) if at not in reading.named]
        self._turns = sorted(others.union(self._saying, opening))
        """Tokens at which reported words may open, or another verb of saying stands."""

    def opening(self, cue: Mark, sentence: Sentence) -> tuple[int, bool]:
        """First token of the reported words (after أن, a colon or an opening quote) and True; else the token after
        the cue and False. What another verb of saying opens is not the cue's."""
        at = cue.last + 1
        forms, quoted = self.r.forms, self.r.quoted
        if cue.last > cue.first and forms[cue.last] in THAT:
            return at, True
        end = min(sentence.last, at + _OPENING)
        apart = self.r.words[cue.first - 1].func == "rel" if cue.first > sentence.first else False
        resumes = at
        for number in range(below(self._turns, at), len(self._turns)):
            here = self._turns[number]
            if here >= end:
                break
            if here < resumes:
                continue
            form = forms[here]
            if here in self._others and self._about(here):
                resumes = next((one for one in range(here, end) if forms[one] in PAUSE), end)
                continue
            if form in THAT:
                if apart and any(forms[one] in PAUSE for one in range(at, here)):
                    return at, False
                return (at, False) if here > at and forms[here - 1] in _NOT_THAT else (here + 1, True)
            if form == ":":
                return here + 1, True
            if form in QUOTES_OPEN and quoted[here] and quoted[here - 1] != quoted[here] and self._long(here):
                told = cue.sense.id == "cue.announce" and any(one in self.acting for one in range(at, here))
                return (at, False) if told else (here + 1, True)
            if here in self._others or (here in self._saying and any(one in self.acting for one in range(at, here))):
                break
        return at, False

    def _about(self, at: int) -> bool:
        """A verb of a clause about the teller (أعلنت الجماعة، التي تعتبرها أنقرة إرهابية، أنها)."""
        return at > 1 and self.r.words[at - 1].func == "rel" and self.r.forms[at - 2] in PAUSE

    def _long(self, at: int) -> bool:
        """A quotation of more than three words is speech, unless it is one known name."""
        number = self.r.quoted[at]
        actor = self.r.lex[at + 1].get("actor") if at + 1 < len(self.r.lex) else None
        if actor is not None and self.r.forms[min(actor.last + 1, len(self.r.forms) - 1)] in QUOTES_CLOSE:
            return False
        return self.r.quoted[min(at + 5, len(self.r.quoted) - 1)] == number

    def after(self, number: int, cue: Mark, opens: int, opened: bool) -> list[Phrase]:
        """Phrases between a cue and the words it reports; of a report without أن those before its event."""
        limit = opens - 1 if opened else cue.last + _REACH
        return [phrase for phrase in self.phrases[number] if cue.last < phrase.first < limit]

    def reach(self, cue: Mark, opens: int, opened: bool) -> int:
        """Where the search for the subject ends: at the reported words, or at the event that the cue governs."""
        if opened:
            return opens - 1
        limit = min(cue.last + _REACH, len(self.r.forms))
        return next((at for at in range(cue.last + 1, limit) if at in self.acting), limit)

    def told_of(self, phrase: Phrase, noun: bool = False) -> bool:
        """عن belongs to what is told (أعلنت المنظمة الإفراج عن موظفيها); ``noun``: by a noun, no verb."""
        about = (at for at in range(phrase.first - 1, max(0, phrase.first - 5), -1) if self.r.forms[at] == "عن")
        told = next(about, 0) - 1
        return told in self.acting and not (noun and bool(self.r.acts[told]))

    def subject(self, cue: Mark, after: list[Phrase], limit: int, opened: bool) -> Phrase | None:
        """The teller behind its verb, by its own name where a title goes before it. Behind words that are no verb (في
        بيان لـ) only somebody who can issue statements, before the next pause."""
        verbal = cue.sense.verbal
        if verbal and self._form(cue.last + 1) and self.r.words[cue.last + 1].core in DOCUMENTS:
            issuer = next((one for one in after if one.prep in {"ل", "عن", "من"} and self.body(one)), None)
            if issuer is not None and issuer.first - cue.last < ISSUED and not self._paused(cue.last, issuer.first):
                return self.bearer(issuer, after, limit)
        if cue.sense.id in _CAME_IN:
            issuer = next((one for one in after if one.prep in {"ل", "عن"} and self.body(one)), None)
            if issuer is not None and self.came_from(cue, issuer):
                return self.bearer(issuer, after, limit)
        for phrase in after:
            if cue.tag.endswith(".f") and phrase.first == cue.last + 1 and self._outlet(phrase):
                return phrase
            if phrase.first >= limit or (not verbal and self._paused(cue.last + 1, phrase.first)):
                return None
            arm = phrase.first == cue.last + 1 and phrase.country is not None and phrase.role == "military"
            if (phrase.machine and not phrase.source and not arm) or (phrase.prep and phrase.prep not in {"من", ""}):
                continue
            if not verbal and self._form(phrase.first - 1) == "(":
                continue
            if not verbal and any(at in self.r.time_tokens for at in range(cue.last + 1, phrase.first)):
                return None
            core = self.r.words[phrase.head].core
            if self._object(cue, core, phrase, verbal):
                return None
            if self._answerable(phrase):
                continue
            known = phrase.source or (phrase.kind in TELLERS and (verbal or phrase.kind != "people"))
            if known or (verbal and self._plain(phrase, cue, opened)):
                return self.bearer(phrase, after, limit)
        return None

    def _object(self, cue: Mark, core: str, phrase: Phrase, verbal: bool) -> bool:
        """Gender or case tells that whoever stands right behind the verb is its object (أبلغت السفير، وحذر
        الإسرائيليين)."""
        if cue.sense.id in _TO_SOMEBODY and object_only(cue.tag, core, phrase):
            return True
        return verbal and phrase.first == cue.last + 1 and self._cases.oblique(phrase)

    def _outlet(self, phrase: Phrase) -> bool:
        """A channel or a paper whose name is a common word or a place, where it says something (قالت الجزيرة إن)."""
        known = self.r.lex[phrase.first].get("actor")
        if known is None or known.entry.kind not in PUBLISHERS or known.last != phrase.last or phrase.prep:
            return False
        if phrase.kind in LIFELESS:
            phrase.kind, phrase.entry, phrase.role, phrase.machine = "media", known.entry, "", False
        return phrase.kind in PUBLISHERS

    def came_from(self, cue: Mark, issuer: Phrase) -> bool:
        """Whose statement it is in which something came (جاء في بيان للداخلية, في بيان عسكري صدر عن القيادة)."""
        gap = issuer.first - cue.last
        if gap >= ISSUED or self._paused(cue.last, issuer.first):
            return False
        return issuer.prep == "ل" or self.r.words[issuer.first - 2].core in COMING

    def body(self, phrase: Phrase) -> bool:
        """Somebody who can issue statements; "the movement" too."""
        return phrase.kind in TELLERS or (phrase.definite and self.r.words[phrase.head].core in _BODIES)

    def author(self, document: Phrase, row: list[Phrase]) -> Phrase | None:
        """Who brought out the document in which something is said (أصدرت المنظمة تقريرا اتهمت فيه الجيش)."""
        bare = [one for one in row if one.last < document.first and not one.prep and self.body(one)]
        return bare[-1] if bare else None

    def accused_alone(self, cue: Mark, after: list[Phrase]) -> bool:
        """Only whoever is accused stands between the verb and the charge (كما تتهم الجماعة بتنفيذه): whoever accuses
        was named before."""
        if cue.sense.id != BLAMING and (cue.sense.id != _ACCUSING or not cue.sense.verbal):
            return False
        forms, words = self.r.forms, self.r.words
        limit = min(cue.last + _REACH, len(forms))
        blame = cue.sense.id == BLAMING
        led = (
            at
            for at in range(cue.last + 1, limit)
            if (words[at].core in RESPONSIBILITY if blame else "ب" in words[at].pro or forms[at] == "ب")
        )
        charge = next(led, None)
        if charge is None:
            return False
        if words[cue.last].enc:
            return charge == cue.last + 1  # كما اتهمها بدعم الجماعة
        bare = [one for one in after if one.first < charge and not one.prep and one.coord is None]
        opens = cue.last + 2 if forms[cue.last + 1] in IN_IT else cue.last + 1
        close = bool(bare) and bare[0].first == opens and bare[0].last + 1 == charge
        if len(bare) != 1 or not close or self._paused(cue.last, charge):
            return False
        return not any(
            words[at - 1].det and not words[at].det and not words[at].pro
            for at in range(bare[0].first + 1, bare[0].last + 1)
        )

    def _answerable(self, phrase: Phrase) -> bool:
        """An adjective: whoever is answerable for something (تعتبرها مسؤولة عن, بكونه مسؤولا عن)."""
        word = self.r.words[phrase.head]
        bare = not word.det and phrase.first == phrase.last and self._form(phrase.last + 1) == "عن"
        return bare and word.core.startswith(("مسؤول", "مسوول", "مسئول")) and word.core.endswith(("ة", "ا"))

    def _paused(self, first: int, last: int) -> bool:
        return any(self.r.forms[at] in PAUSE for at in range(first, last))

    def _plain(self, phrase: Phrase, cue: Mark, opened: bool) -> bool:
        """A noun of no known kind is the subject where it stands right behind the verb."""
        word = self.r.words[phrase.head]
        centre = phrase.kind == "place" and phrase.place is None and word.core == _CENTRE
        if (phrase.kind != "thing" and not centre) or phrase.first > cue.last + 2:
            return False
        if word.core in DOCUMENTS or (not word.senses and word.cls in {"", "w", "g", "o"}):
            return True
        near = phrase.first == cue.last + 1 or self._form(cue.last + 1) in QUOTES_OPEN
        if not near or word.core == _BEING or (not word.det and word.form.endswith("ا")):
            return False
        if phrase.first == phrase.last and self._surname(phrase):
            return True
        if opened or (near and word.core in _BODIES and phrase.last > phrase.first):
            return word.det or phrase.last > phrase.first
        return word.det and (cue.entry.stance == "claims" or (cue.tag.endswith(".f") and word.form.endswith("ة")))

    def _surname(self, phrase: Phrase) -> bool:
        """The last name of somebody named in full before (قال كفاين)."""
        if not self._surnames:
            for row in self.phrases:
                for one in row:
                    if one.kind == "person" and one.name[1] > one.name[0]:
                        self._surnames.setdefault(self.r.words[one.name[1]].core, one.first)
        return self._surnames.get(self.r.words[phrase.head].core, phrase.first) < phrase.first

    def before(self, number: int, cue: Mark, known: list[Phrase], first: bool) -> Phrase | None:
        """The bare phrase nearest before a cue in its sentence. ``known``: tellers of the sentence so far, ``first``:
        there are none."""
        best = None
        for phrase in self.phrases[number]:
            if phrase.last < cue.first and phrase.first > cue.first - 12:
                told = phrase.kind in TELLERS and self.r.forms[phrase.head] not in _OTHERS
                if not phrase.prep and told and not self._counted(phrase):
                    best = phrase
            elif phrase.first > cue.first:
                break
        if best is None:
            return None
        between = range(best.last + 1, cue.first)
        if any(self.r.forms[at] in THAT and at not in self.r.named for at in between) or best in known:
            return best if first else None
        return best

    def _counted(self, phrase: Phrase) -> bool:
        """So many people (49 شخصا): an object, nobody who says so."""
        word = self.r.words[phrase.head]
        counted = phrase.kind == "people" and phrase.first == phrase.last and phrase.first - 1 in self.r.number_tokens
        return counted and not word.det and word.form.endswith("ا")

    def joined(self, teller: Phrase, row: list[Phrase]) -> list[Phrase]:
        """The teller and those that tell it with him; a second nationality of one noun (مصادر روسية وسورية) is no
        second teller."""
        found, behind = [teller], [teller]
        for phrase in row:
            if phrase.first > teller.last and phrase.coord is None and self._apposed(phrase, behind[-1]):
                behind.append(phrase)
            if phrase.coord is None or phrase.kind not in TELLERS:
                continue
            office = phrase.kind == "person" and phrase.number == "s" and phrase.name[0] == phrase.first
            person = phrase.kind in {"person", "people"} and phrase.source and not office
            if phrase.coord is not found[-1] and not (person and any(phrase.coord is one for one in behind)):
                continue
            alone = phrase.entry is None and phrase.first == phrase.last and phrase.kind == "people"
            if alone and self._nationality(phrase.first) and self._nationality(found[-1].last):
                continue
            if not alone or self.r.words[phrase.first].det or phrase.country is None:
                found.append(phrase)
        return found

    def _nationality(self, at: int) -> bool:
        state = self.r.lex[at].get("country")
        return state is not None and state.tag == "adj"

    def _apposed(self, phrase: Phrase, before: Phrase) -> bool:
        """The office of whoever was named right before it, or the body behind it (مسؤول في الوزارة)."""
        gap = phrase.first - before.last - 1
        office = phrase.kind == "person" and not phrase.prep and gap <= 1
        return office or (phrase.prep in {"في", "ب", "من"} and gap <= 1)
