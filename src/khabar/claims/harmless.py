"""Who does no violence though he stands beside it: those who heal, judge or report by their office, and a force that
tells of its own dead."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import meant
from khabar.claims.bystanders import Bystanders
from khabar.claims.candidates import Candidate
from khabar.claims.choice import Scored
from khabar.claims.descriptions import BASES
from khabar.claims.kinds import ARMED, HARM
from khabar.claims.own_dead import OWN, SOLDIERS, lost, own_people, own_soldier
from khabar.claims.roles import RoleFinder
from khabar.claims.rumours import unremarked
from khabar.mentions.answering import REPLIES
from khabar.mentions.names import Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import Reading

_PEACEFUL: Final = frozenset(
    "صحة صحي صحية مستشفى مستشفي مستشفيات اسعاف طبي طبية اطباء طبيب اطفاء طوارئ خارجية اعلام اعلامي اعلامية هلال صليب "
    "مرصد حقوق حقوقي حقوقية انسان انسانية اغاثة يونيسف يونيسيف اونروا امم متحدة صحيفة وكالة قناة اذاعة تلفزيون".split()
)
"""Words in the names of bodies that use no force."""
_BODIES: Final = frozenset(("government", "organisation", "media", "agency", "people", "person"))
NO_FIGHTERS: Final = frozenset(("place", "thing"))
"""Kinds of phrases that are no side of a clash where grammar does not say so."""
_BETWEEN: Final = frozenset(("بين", "مع", "ضد"))
_FORCES: Final = frozenset(("قوات", "قوة", "جيش"))
_TITLE: Final = 5
"""Tokens of a title that stands before a name."""
_ANSWERS: Final = frozenset("انتقام انتقاما ثار ثارا قصاص رد ردا برد".split())
_ANSWERED: Final = 8
"""What answers a killing, and the tokens before the killing within which it stands."""
_AFTER: Final = frozenset("بعد عقب اثر غداة".split())
"""Words between the two, where a deed is answered that is not told by what was suffered."""
_WAYS: Final = frozenset("طريق طرق طرقات شارع شوارع حاجز حواجز جسر جسور معبر معابر ممر ممرات منافذ مداخل".split())
_LAUNCHES: Final = frozenset(("assault.drone.launch", "assault.missile.launch", "assault.shoot"))
"""Entries of verbs that need no doer beside what is fired."""


class Harmless:
    """Knows who beside an attack did not do it."""

    def __init__(self, reading: Reading, roles: RoleFinder, names: Names) -> None:
        self.r = reading
        self._roles = roles
        self._names = names

    def among(self, candidate: Candidate, options: list[Scored], bystanders: Bystanders) -> list[Scored]:
        """The options that can be no doers of a deed that hurts; whoever denies that somebody was killed speaks of his
        own."""
        if candidate.type not in HARM:
            return []
        clash, undergone = candidate.mode == "clash", candidate.frame == "undergo" or candidate.passive
        ways = [one for one in options if one.settled != "actor" and self._way(one.option.phrase)]
        found = ways + [one for one in options if one.settled != "actor" and self._peaceful(one.option.phrase, clash)]
        if not clash:
            found += self._of_ones_own(candidate, options)
            found += self._bereft(candidate, options)
            found += self._owning(candidate, options)
            found += self._answering(candidate, options)
            found += self._avenging(candidate, options, undergone)
            found += self._announcing(candidate, options, bystanders)
        if not undergone:
            return found
        victims = [one.option.phrase for one in options if one.settled == "target" and one.option.phrase is not None]
        speakers, deniers = bystanders.speakers(candidate.sentence), bystanders.deniers(candidate.sentence)
        for one in options:
            phrase = one.option.phrase
            if one.settled == "actor" or phrase is None or phrase not in speakers:
                continue
            own = any(
                own_soldier(self.r, victim, phrase)
                or own_people(self.r, victim, phrase)
                or self._own_man(victim, phrase)
                for victim in victims
            )
            if phrase in deniers or own:
                found.append(one)
        return found

    def _announcing(self, candidate: Candidate, options: list[Scored], bystanders: Bystanders) -> list[Scored]:
        """Who tells what somebody was exposed to (أعلن الجيش أن القاعدة تعرضت لهجوم)."""
        if candidate.light is None or candidate.light.entry.voice == "act":
            return []
        speakers = bystanders.speakers(candidate.sentence)
        return [one for one in options if one.settled != "actor" and one.option.phrase in speakers]

    def _way(self, phrase: Phrase | None) -> bool:
        """Roads and barriers do nothing."""
        return phrase is not None and phrase.kind == "thing" and self.r.words[phrase.head].core in _WAYS

    def _own_man(self, victim: Phrase, teller: Phrase | None) -> bool:
        """Somebody told by what he is to the teller (قالت الحركة إن رئيس مكتبها فلانا اغتيل)."""
        if teller is None or victim.kind != "person" or teller.last >= victim.first:
            return False
        for at in range(victim.last, max(teller.last, victim.first - _TITLE), -1):
            word = self.r.words[at]
            if self.r.acts[at] or word.func or self.r.forms[at] in PUNCTUATION:
                return False
            if word.enc in OWN or (not word.senses and word.form.endswith(("ها", "هم"))):
                return True
        return False

    def _avenging(self, candidate: Candidate, options: list[Scored], undergone: bool) -> list[Scored]:
        """Who answers or vows to answer that somebody was killed (تعهدت إيران بالانتقام بعد مقتل القائد), and whom."""
        start = max(self.r.sentences[candidate.sentence].first, candidate.first - _ANSWERED)
        at = next((at for at in range(candidate.first - 1, start, -1) if self.r.words[at].core in _ANSWERS), -1)
        if at < 0 or any(self.r.acts[at : candidate.first]):
            return []
        if not undergone and _AFTER.isdisjoint(self.r.forms[at : candidate.first]):
            return []
        return [
            one
            for one in options
            if one.settled != "actor" and one.option.phrase is not None and one.option.phrase.last < at
        ]

    def _answering(self, candidate: Candidate, options: list[Scored]) -> list[Scored]:
        """Who stands beside the deed that somebody answers (ردت الحركة على اغتيال قائدها بقصف المدينة)."""
        first = candidate.first
        if candidate.pos != "n" or self.r.forms[first - 1] != "على":
            return []
        start = max(self.r.sentences[candidate.sentence].first, first - _ANSWERED)
        at = next((at for at in range(first - 2, start - 1, -1) if self.r.words[at].core in REPLIES), -1)
        return [one for one in options if at >= 0 and one.settled != "actor"]

    def _of_ones_own(self, candidate: Candidate, options: list[Scored]) -> list[Scored]:
        """Who tells of an attack on the forces of his own state (استهداف القوات الأميركية، بحسب البنتاغون)."""
        struck = {
            one.option.named.country for one in options if one.settled == "target" and self._force(one.option.phrase)
        }
        return self._telling(candidate, options, struck)

    def _bereft(self, candidate: Candidate, options: list[Scored]) -> list[Scored]:
        """Who tells of an attack that killed his own soldiers, or is said not to have commented on it."""
        row = self._roles.attribution.phrases[candidate.sentence]
        asked = unremarked(self.r, candidate)
        if asked is not None:
            named = ((one, one.option.phrase) for one in options if one.settled != "actor")
            return [one for one, phrase in named if phrase is not None and phrase.last < asked]
        if not lost(self.r, row, candidate):
            return []
        owners = self._owners(candidate, row, options)
        if owners:
            return owners
        chain, _ = self._roles.attribution.chain_at(candidate.first)
        return [one for one in options if one.option.phrase in chain]

    def _owners(self, candidate: Candidate, row: list[Phrase], options: list[Scored]) -> list[Scored]:
        """Whose soldiers fell, by their suffix (بعد مقتل اثنين من ضباطه في غارة)."""
        fallen = [
            one
            for one in row
            if one.last < candidate.first
            and self.r.words[one.head].form in SOLDIERS
            and self.r.words[one.head].enc in OWN
        ]
        if not fallen:
            return []
        suffix = self.r.words[fallen[-1].head].enc
        found = []
        for one in options:
            phrase = one.option.phrase
            if phrase is None or phrase.last >= fallen[-1].first or one.settled == "actor":
                continue
            if meant(suffix, self.r.words[phrase.head].core, phrase):
                found.append(one)
        return found

    def _owning(self, candidate: Candidate, options: list[Scored]) -> list[Scored]:
        """Whose the thing or the force is that was hit (غارة على بنى تحتية للحزب)."""
        row = self._roles.attribution.phrases[candidate.sentence]
        owners: list[Phrase] = []
        for at in range(1, len(row)):
            struck, owner = row[at - 1], row[at]
            if owner.prep != "ل" or owner.first != struck.last + 1 or struck.first <= candidate.last:
                continue
            base = struck.kind == "place" and self.r.words[struck.first].core in BASES
            if struck.prep not in {"ب", "من"} and (struck.kind == "thing" or struck.role == "military" or base):
                owners.append(owner)
        if not owners:
            return []
        return [one for one in options if one.settled != "actor" and one.option.phrase in owners]

    def _force(self, phrase: Phrase | None) -> bool:
        word = self.r.words[phrase.head] if phrase is not None else None
        return word is not None and (word.core in _FORCES or word.form in SOLDIERS)

    def at_home(self, candidate: Candidate, options: list[Scored], fired: frozenset[int]) -> list[Scored]:
        """Who tells that a weapon hit his own country (أعلن الجيش العراقي أن صاروخين استهدفا قاعدة في العراق)."""
        if candidate.type != "ASSAULT" or candidate.pos != "v" or candidate.passive:
            return []
        subject = self._roles.slots.clauses.subject(candidate.first)
        if subject is None or subject.first not in fired:
            return []
        if candidate.frame == "act" and self._launched(candidate, subject):
            chain, _ = self._roles.attribution.chain_at(candidate.first)
            tellers = [one for one in options if one.option.phrase in chain and not self._fights(one.option.phrase)]
            return tellers + [one for one in options if one.option.phrase is subject]
        home = {one.option.named.country for one in options if one.settled == "target"} | {self._names.main}
        return self._telling(candidate, options, home)

    def _launched(self, candidate: Candidate, subject: Phrase) -> bool:
        """The weapon before the verb is what was fired: the verb leaves its doer out (إن الصواريخ أطلقت)."""
        return candidate.form == "perf" and subject.last < candidate.first and candidate.id in _LAUNCHES

    def _fights(self, phrase: Phrase | None) -> bool:
        return phrase is not None and (phrase.kind in ARMED or phrase.role in ARMED)

    def _telling(self, candidate: Candidate, options: list[Scored], states: set[str | None]) -> list[Scored]:
        """The tellers of the deed that belong to one of some states."""
        known = states - {None}
        chain, _ = self._roles.attribution.chain_at(candidate.first) if known else ([], [])
        if not chain:
            return []
        return [one for one in options if one.option.phrase in chain and one.option.named.country in known]

    def _peaceful(self, phrase: Phrase | None, clash: bool) -> bool:
        if phrase is None:
            return False
        if clash and phrase.kind in NO_FIGHTERS:
            return phrase.prep not in _BETWEEN
        if phrase.kind not in _BODIES:
            return False
        return any(self.r.words[at].core in _PEACEFUL for at in range(phrase.first, phrase.last + 1))
