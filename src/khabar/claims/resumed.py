"""Who does what a verb tells when its subject stands before a relative clause (التحالف الذي تقوده السعودية يطالب), or
is the pronoun of a clause that says what somebody was doing (شوهد الجنود وهم يقصفون القرية)."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import meant
from khabar.claims.candidates import Candidate
from khabar.claims.cases import Cases
from khabar.claims.clauses import AUXILIARY, AUXILIARY_OR_QUOTES_OPEN, RELATIVE, Clauses, agrees, bare
from khabar.claims.extents import EXCEPT
from khabar.claims.grammar import doer, has
from khabar.claims.kinds import BLOCS
from khabar.claims.laid import ACCUSES
from khabar.claims.neighbours import adjacent, last_tied
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

PRONOUNS: Final = {"وهو": "ه", "وهي": "ها", "وهم": "هم", "وهما": "هما", "هو": "ه", "هي": "ها", "هم": "هم", "هما": "هما"}
_BUT: Final = {"لكنه": "ه", "لكنها": "ها", "لكنهم": "هم", "لكنهما": "هما"}
_THAT: Final = {"انه": "ه", "انها": "ها", "انهم": "هم", "انهما": "هما"}
_OPENS: Final = 3
"""Tokens of a sentence before such a pronoun."""
_UNDERTAKES: Final = "light.undertake"
_KILLS: Final = "assault.kill"
_ASPECTS: Final = frozenset(
    "بدا بدات بداوا يبدا تبدا واصل واصلت يواصل تواصل استمر استمرت يستمر تستمر ظل ظلت بات باتت اصبح اصبحت كاد كادت يكاد "
    "تكاد اخذ اخذت راح راحت عاد عادت يحاول تحاول حاول حاولت حاولوا يحاولون شاهد شاهدت شاهدوا راى رات ترك تركت جعل "
    "جعلت يجعل تجعل مازال مازالت زال زالت يزال تزال كانت كان كانوا".split()
)
"""Verbs that another verb of the same subject or of their object follows (الذي بدأ الجيش ينفذه)."""
_OPENERS: Final = frozenset("منذ كما ثم بل حين لما كلما كي لكي حتى ما اذا لو قبل بعد".split())
_CHARGES: Final = ACCUSES | frozenset("حمل حملت حملوا يحمل تحمل يحملون".split())
_OF_SIDES: Final = frozenset(("ها", "هم"))
_AWAY: Final = 8
"""Tokens between the head and its relative clause."""
_BACK: Final = 4
"""Verbs that a relative clause has at most."""
_LONG: Final = 22
"""Tokens of a relative clause at most."""


class Resumed:
    """Looks for such subjects."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses
        self.cases = Cases(reading)

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) whoever does it; nobody inside the relative clause does."""
        if candidate.id == _KILLS and candidate.pos == "v" and not found:
            self._killed(candidate, row, slots, found)
        if candidate.passive or candidate.frame not in {"act", "speech", "move"}:
            return
        verb = self._verb(candidate)
        if self._undertaken(candidate, row, found) or verb is None:
            return
        told = any(slot[:2] == "A1" and slot[-1:] == "e" and found.get(key) == "actor" for key, slot in slots.items())
        subject = self.subject(verb, row) if not told else None
        if subject is None or not doer(subject) or has(slots, "by"):
            return
        for phrase in row:
            if found.get(phrase) == "actor" and phrase.root is not subject.root:
                del found[phrase]
            if phrase.root is subject.root and phrase.last < verb:
                found[phrase] = "actor"

    def _undertaken(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> bool:
        """The subject of a verb of doing stands behind the deed and its object (قامت بتدميرها الميليشيات)."""
        light = candidate.light
        if light is None or light.entry.id != _UNDERTAKES or light.last != candidate.first - 1:
            return False
        if not self.r.words[candidate.last].enc:
            return False
        after = [one for one in row if one.first > candidate.last and doer(one)]
        behind = next((one for one in after if adjacent(self.r, candidate.last, one)), None)
        if behind is None:
            return False
        for one in [one for one, role in found.items() if role == "actor"]:
            del found[one]
        found[behind] = "actor"
        head, _ = self.clauses.start(light.first, row)
        if head is not None:
            found[head] = "target"
        return True

    def _killed(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """A feminine verb of killing with men behind it has the subject of the verb before (اعتقلت السلطات ... وقتلت
        آخرين)."""
        if candidate.number != "f" or self.r.words[candidate.first].pro != "و":
            return
        subject = next((one for one in row if slots.get(one) == "S" and doer(one)), None)
        victim = next((one for one in row if slots.get(one) == "A1" and one.kind in {"people", "person"}), None)
        if subject is None or victim is None or not adjacent(self.r, candidate.last, victim):
            return
        men = self.r.words[victim.head].form.endswith("ين") or self.cases.tanwin(victim)
        if men and subject.kind not in {"people", "person"}:
            found[subject], found[victim] = "actor", "target"

    def subject(self, verb: int, row: list[Phrase]) -> Phrase | None:
        """The subject that stands before a relative clause, or is a pronoun."""
        return self.before_relative(verb, row) or self.of_pronoun(verb, row)

    def _verb(self, candidate: Candidate) -> int | None:
        """The verb whose subject does it."""
        if candidate.pos == "v":
            return candidate.first
        light = candidate.light
        carried = light is not None and light.first < candidate.first and light.entry.voice == "act"
        return light.first if light is not None and carried and self.clauses.acting[light.first] else None

    def of_pronoun(self, verb: int, row: list[Phrase]) -> Phrase | None:
        """Whom the pronoun right before a verb means: the last one named that agrees with it."""
        at = self._before(verb)
        suffix = PRONOUNS.get(self.r.forms[at], "") if at > 0 else ""
        if not suffix:
            return None
        for phrase in reversed(row):
            fits = phrase.last < at and phrase.kind not in {"adjective", "place"} and doer(phrase)
            if fits and meant(suffix, self.r.words[phrase.head].core, phrase):
                return phrase
        return None

    def _before(self, verb: int) -> int:
        """The token before a verb, its auxiliaries and times, or -1."""
        at = verb - 1
        while at >= 0 and (self.r.forms[at] in AUXILIARY or at in self.r.time_tokens):
            at -= 1
        return at

    def before_but(self, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
        """Whom the pronoun of a sentence that opens with "but" means (لكنها قصفت, غير أنه رفض): the subject of the
        sentence before."""
        verb = self._verb(candidate)
        if not verb or candidate.passive or candidate.frame not in {"act", "speech", "move"}:
            return None
        at = max(self._before(verb), 0)
        form = self.r.forms[at].removeprefix("و")
        suffix = _BUT.get(form, "") or (_THAT.get(form, "") if self.r.forms[at - 1] in EXCEPT else "")
        number = self.r.sentence_at[at]
        first = self.r.sentences[number].first if number > 0 else at
        if not suffix or any(one.first < at for one in row) or not first <= at <= first + _OPENS:
            return None
        main = self.clauses.main(number - 1)
        subject = self.clauses.subject(main) if main is not None else None
        if subject is None or not meant(suffix, self.r.words[subject.head].core, subject):
            return None
        return subject

    def before_suffix(self, candidate: Candidate, rows: list[list[Phrase]], told: list[Phrase]) -> Phrase | None:
        """Whom the suffix of a verb of charge or demand means that its own sentence does not name (كما اتهمها بقصف
        المدينة، ودعاها إلى الانسحاب): a side of the sentence before, but for whoever tells it (``told``)."""
        spoken = candidate.frame == "speech" and candidate.pos == "v"
        verb = candidate.first if spoken else self.clauses.governing(candidate.first)
        number = candidate.sentence
        if verb is None or number == 0 or not (spoken or self.r.words[verb].core in _CHARGES):
            return None
        suffix = self.r.words[verb].enc
        if suffix not in _OF_SIDES or any(one.last < verb and one.kind in BLOCS for one in rows[number]):
            return None
        for one in reversed(rows[number - 1]):
            if one.kind not in BLOCS or one.holds or any(one is other for other in told):
                continue
            if meant(suffix, self.r.words[one.head].core, one):
                return one
        return None

    def before_relative(self, verb: int, row: list[Phrase]) -> Phrase | None:
        """The head of a relative clause that ends before the verb."""
        forms = self.r.forms
        if self.r.words[verb].pro or forms[verb - 1] in _OPENERS:
            return None
        at, inner = verb, -1
        for _ in range(_BACK):
            while at > 0 and forms[at - 1] in AUXILIARY_OR_QUOTES_OPEN:
                at -= 1
            previous = self.clauses.previous(at)
            if previous is None or self.clauses.end(previous) < at or verb - previous > _LONG:
                return None
            if inner < 0 and self.r.words[previous].core in _ASPECTS:
                return None
            at = inner = previous
            opens = at - 1
            while opens > 0 and forms[opens] in AUXILIARY:
                opens -= 1
            if forms[opens] in RELATIVE:
                return self._head(opens, at, verb, row)
            if not self.r.words[at].pro:
                return None
        return None

    def _head(self, relative: int, inner: int, verb: int, row: list[Phrase]) -> Phrase | None:
        """What the relative clause describes, if it can be the verb's subject."""
        full = self.r.words[inner].enc or any(inner < one.first < verb for one in row)
        head = next((one for one in reversed(row) if one.last < relative and one.kind != "adjective"), None)
        if head is None or not full or relative - head.last > _AWAY or not bare(head.root):
            return None
        if any(self.clauses.events[at] for at in range(head.last + 1, relative)):
            return None
        root = head.root
        many = last_tied(root, row) > root.last
        return head if many or agrees(self.r.words[verb], self.r.words[head.head].core, head) else None
