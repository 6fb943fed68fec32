"""Parties that a claim's own sentence leaves out and the article names elsewhere: the doer of the same deed or of
another of its kind, whom an attack named again hit, whose deed is condemned, who met, who goes on speaking."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import feminine
from khabar.claims.attackers import Attackers
from khabar.claims.candidates import Candidate
from khabar.claims.captives import Captives
from khabar.claims.clauses import Clauses, agrees
from khabar.claims.condemned import Condemned
from khabar.claims.courts import Courts
from khabar.claims.frame import Frame
from khabar.claims.frames import Attribution
from khabar.claims.hosts import Hosts
from khabar.claims.kinds import CENSURE
from khabar.claims.nearby import before, told_before
from khabar.claims.onward import ALL, deed_behind, goes_on
from khabar.claims.opponents import Opponents
from khabar.claims.options import PHRASE, SURE, Option, Told, best
from khabar.mentions.names import Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_NEAR: Final = 9
_AGAINST: Final = frozenset(("THREATEN", "ACCUSE"))
"""Sentences before a meeting within which those who meet were told of."""
_UNSURE: Final = 0.3
"""Probability under which whoever met before goes before somebody in the sentence of a meeting."""
_LEADS: Final = frozenset(("من", "الى", "على", "عن", "في", "ايضا", "،", '"'))
"""Words right behind a verb whose subject stands before it."""
_GOES_ON: Final = frozenset(("كما", "انه", "انها", "انهم"))
_AFTER: Final = 2
"""Sentences for which a speaker goes on speaking."""
_SPEAKERS: Final = frozenset(("person", "government", "state"))
"""Kinds of phrases that a verb of speech without a subject means."""
_MEETINGS: Final = frozenset("اجتماع اجتماعات لقاء لقاءات مباحثات محادثات مفاوضات مشاورات اتصال قمة".split())
_COMING: Final = frozenset("قادم قادمة مقبل مقبلة تالي تالية".split())
_MET: Final = frozenset(("meet", "call", "negotiate"))
_TWO: Final = 2
_PAIRS: Final = frozenset("جانبان طرفان وزيران رئيسان زعيمان مسؤولان مسوولان بلدان دولتان قائدان حليفان".split())
AGAIN: Final = "again"
"""The rule by which somebody is only likely to have done it: he did the last deed of its type."""
_AGAIN: Final = 4
"""Sentences within which the doer of the last deed of a type did the next one too."""
_BY_MANY: Final = frozenset(("PROTEST", "ACCUSE", "REQUEST", "REJECT", "SANCTION"))
"""Types of which several in one article mostly have several doers."""


class Carried:
    """Fills in the actors of the claims of an article."""

    def __init__(
        self,
        reading: Reading,
        phrases: list[list[Phrase]],
        names: Names,
        attribution: Attribution,
        claims: list[Told],
        clauses: Clauses,
    ) -> None:
        self.r = reading
        self.clauses = clauses
        self.names = names
        self.claims = claims
        self.frames: dict[int, list[Frame]] = {}
        for frame in attribution.frames:
            self.frames.setdefault(frame.sentence, []).append(frame)
        self.courts = Courts(reading, phrases, names)
        self.opponents = Opponents(claims, names)
        self.attackers = Attackers(reading, names, self.frames, self.opponents, claims)
        self.captives = Captives(claims)
        self.condemned = Condemned(reading, claims)
        self.hosts = Hosts(reading, names, self.frames)

    def fill(self) -> None:
        """Give every attack and deed without a doer the one that the other claims name; then whom it hit, and whose
        deed is condemned."""
        self.attackers.drop_answered()
        for at, claim in enumerate(self.claims):
            court = self.courts.of(claim)
            if court is not None:
                claim.done_by([court], "court")
            elif claim.candidate.type == "ASSAULT":
                self.attackers.fill(at, claim)
            elif len(claim.actors) < _TWO and self._dual(claim):
                self._both(at, claim)
            elif claim.candidate.frame == "mutual" and len(claim.actors) >= _TWO:
                self._guest(at, claim)
            elif claim.candidate.frame == "mutual":
                self._met(at, claim)
                host = self.hosts.of(claim)
                claim.actors[:0] = [(host, 1.0)] if host is not None else []
                self._guest(at, claim)
            elif self._speech(claim):
                self._speaks_on(at, claim)
                if not claim.actors and claim.candidate.frame == "move":
                    self._again(at, claim)
            elif not claim.actors and claim.candidate.type not in _BY_MANY:
                self._again(at, claim)
        for at, claim in enumerate(self.claims):
            if not claim.targets:
                held = self.captives.of(at)
                claim.done_to(held, "held before")
                captives = {one.named.text for one in held}
                claim.actors = [one for one in claim.actors if one[0].named.text not in captives]
            if claim.candidate.type == "THREATEN" and not claim.targets:
                claim.done_to(self._warned(at), "warned before")
            if claim.candidate.type in CENSURE and best(claim.targets) <= SURE:
                claim.done_to(self.condemned.of(at), "its doer")

    def _warned(self, at: int) -> list[Option]:
        """Against whom he who threatens just spoke (حذر الحرس جارته من أي مغامرة، متوعدا برد قاس)."""
        claim, other = self.claims[at], self.claims[at - 1] if at else None
        if other is None or claim.candidate.sentence != other.candidate.sentence or not claim.actors:
            return []
        words = other.candidate.type in _AGAINST and bool(other.actors)
        same = words and other.doers[0].named.text == claim.doers[0].named.text
        return [one for one in other.hit if one.phrase is not None and one.phrase.kind != "thing"] if same else []

    def _speech(self, claim: Told) -> bool:
        """A verb of speech in the third person with nobody sure beside it, or one of visiting with nobody at all."""
        candidate, behind = claim.candidate, claim.candidate.last + 1
        visits = candidate.type == "CONSULT" and candidate.frame == "move" and not claim.actors
        spoken = (candidate.frame == "speech" or visits) and candidate.pos == "v" and not candidate.passive
        if not spoken or candidate.number not in {"m", "f", "p"} or best(claim.actors) >= SURE:
            return False
        joined = goes_on(self.r, candidate.first)
        if not joined and _GOES_ON.isdisjoint(self.r.forms[max(candidate.first - 1, 0) : candidate.first]):
            return False
        if visits or behind >= len(self.r.forms) or self.r.forms[behind] in _LEADS:
            return True
        if deed_behind(self.r, self.clauses.events, candidate) or (not claim.actors and not visits):
            return True
        if self.r.words[behind].core in ALL:
            behind += 1
        things = [doer for doer in claim.doers if doer.phrase is not None and doer.phrase.kind == "thing"]
        led = self.r.words[behind].pro in {"ب", "ل"}
        return led or any(
            one.phrase is not None and one.phrase.first in {behind, candidate.last + 1} for one in (*claim.hit, *things)
        )

    def _speaks_on(self, at: int, claim: Told) -> None:
        """Who spoke last goes on speaking (وطالب بوقف القصف): the verb agrees with it."""
        first, number = claim.candidate.first, claim.candidate.number
        spoken = [
            (frame.first, frame.chain[-1])
            for sentence in range(claim.candidate.sentence - _AFTER, claim.candidate.sentence + 1)
            for frame in self.frames.get(sentence, ())
            if frame.chain and frame.first < first
        ]
        for one in before(self.claims, at, _AFTER):
            other = self.claims[one]
            if other.candidate.frame == "speech" and best(other.actors) >= SURE:
                phrase = other.doers[0].phrase
                if phrase is not None:
                    spoken.append((other.candidate.first, phrase))
        visits = claim.candidate.frame == "move"
        spoken = [one for one in spoken if not visits or one[1].kind == "person"]
        spoken = [one for one in spoken if number == "p" or not self._two(one[1])]
        topic = self._topic(claim.candidate) if not spoken else None
        spoken = [(0, topic)] if topic is not None else spoken
        for _, last in sorted(spoken, key=lambda one: -one[0]):
            if self._agree(number, last):
                claim.done_by([Option(self.names.resolve(last), last, "speaks on", 0, PHRASE, (), ())], "speaks on")
                return

    def _agree(self, number: str, speaker: Phrase) -> bool:
        """A verb of some number and gender can go on with a speaker; the name of a group may be of either."""
        female = feminine(self.r.words[speaker.head].core, speaker)
        either = number == "f" and speaker.kind == "armed-group" and not self.r.words[speaker.head].det
        return (either or female == (number == "f")) and (speaker.number == "p") == (number == "p")

    def _dual(self, claim: Told) -> bool:
        """A verb in the dual (واتفقا على، وشددا): two were named before."""
        candidate = claim.candidate
        if candidate.frame not in {"mutual", "speech"} or not self.r.forms[candidate.first].endswith("ا"):
            return False
        tags = [sense.tag for sense in self.r.words[candidate.first].senses]
        inside = candidate.form == "phrase" and self.r.acts[candidate.first] and any(tag.endswith(".d") for tag in tags)
        return inside or (candidate.pos == "v" and candidate.number == "d")

    def _both(self, at: int, claim: Told) -> None:
        """The two who did something together last."""
        for one in before(self.claims, at, _NEAR):
            other = self.claims[one]
            if len(other.actors) == _TWO and other.mode != "clash":
                claim.done_by(other.doers, "both before")
                return

    def _topic(self, candidate: Candidate) -> Phrase | None:
        """The subject of the verbs of the sentences before."""
        for sentence in range(candidate.sentence, max(-1, candidate.sentence - _AFTER - 1), -1):
            verb = self.clauses.main(sentence)
            if verb is None or verb >= candidate.first:
                continue
            subject = self.clauses.subject(verb)
            if subject is None or (candidate.number != "p" and self._two(subject)):
                continue
            if subject.last < candidate.first and subject.kind in _SPEAKERS:
                return subject
        return None

    def _two(self, phrase: Phrase) -> bool:
        """Two are meant, of whom no verb in the singular goes on telling (وبحث الجانبان الهدنة. ودعا إلى)."""
        return self.r.words[phrase.head].core in _PAIRS

    def _met(self, at: int, claim: Told) -> None:
        """Who met or agreed before: a noun with the article (خلال اللقاء), a dual, "we" (بحثنا)."""
        candidate, word = claim.candidate, self.r.words[claim.candidate.first]
        behind = self.r.words[min(candidate.last + 1, len(self.r.words) - 1)]
        told = told_before(self.r, claim) and candidate.form != "plural" and behind.core not in _COMING
        told = told or (candidate.pos == "v" and behind.det and behind.core in _MEETINGS)
        both = candidate.number in {"d", "1"} or word.enc == "نا"
        if not both and not told:
            return
        for one in before(self.claims, at, _NEAR):
            other = self.claims[one]
            if other.candidate.frame != "mutual" or other.mode == "clash" or len(other.actors) < _TWO:
                continue
            if (
                both
                or best(claim.actors) < _UNSURE
                or any(self.opponents.kin(claim.doers[0], doer) for doer in other.doers)
            ):
                claim.done_by(other.doers, "met before")
                return

    def _spoke(self, at: int) -> Phrase | None:
        """The one person who spoke last."""
        for one in before(self.claims, at, _AFTER):
            other = self.claims[one]
            if other.candidate.frame == "speech" and len(other.actors) == 1:
                phrase = other.doers[0].phrase
                return phrase if phrase is not None and phrase.kind == "person" else None
        return None

    def _guest(self, at: int, claim: Told) -> None:
        """Whoever a verb of meeting goes on telling of without naming him (وصل الوزير إلى بيروت. والتقى رئيس الحكومة):
        the subject of the sentence before, beside the other one told."""
        candidate = claim.candidate
        if candidate.type != "CONSULT" or candidate.mode not in _MET or not claim.actors or candidate.passive:
            return
        states = {one.named.country for one in claim.doers}
        if len(claim.actors) > 1 and (len(states) > 1 or states == {None}):
            return
        light = candidate.light
        carried = light is not None and light.entry.voice == "act" and self.clauses.acting[light.first]
        verb = candidate.first if candidate.pos == "v" else light.first if light is not None and carried else -1
        if verb < 0 or self.clauses.previous(verb) is not None:
            return
        word, subject = self.r.words[verb], self._topic(candidate) or self._spoke(at)
        other = claim.doers[0]
        if subject is None or other.phrase is None or subject.kind != "person" or other.phrase.last < verb:
            return
        named = self.names.resolve(subject)
        if len(claim.actors) > 1 and (named.country in states or self.r.words[verb].pro):
            return
        if named.text != other.named.text and agrees(word, self.r.words[subject.head].core, subject):
            claim.actors[:0] = [(Option(named, subject, "goes on", 0, PHRASE, (), ()), 1.0)]

    def _again(self, at: int, claim: Told) -> None:
        """Whoever did the last such deed shortly before, where nobody else is named."""
        for one in before(self.claims, at, _AGAIN):
            other = self.claims[one]
            if other.candidate.type == claim.candidate.type and other.actors:
                alone = other.candidate.frame == "mutual" and claim.candidate.frame == "move"
                alone = alone and claim.candidate.pos == "v" and claim.candidate.number in {"m", "f"}
                claim.done_by(_subject(other.doers) if alone else other.doers, AGAIN)
                return


def _subject(doers: list[Option]) -> list[Option]:
    """The one of those who met whom the article names first."""
    named = [one for one in doers if one.phrase is not None]
    return sorted(named, key=lambda one: one.phrase.first if one.phrase is not None else 0)[:1] or doers[:1]
