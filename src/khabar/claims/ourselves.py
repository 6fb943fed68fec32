"""Whether whoever speaks tells of himself: the verb is in the first person (سنرد), its subject is a pronoun that
stands for the speaker (أعلن الجيش أنه قصف), or his state, whose words he speaks (قال الوزير إن موسكو ترفض)."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import meant
from khabar.claims.bearers import THAT
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import AUXILIARY, AUXILIARY_OR_QUOTES_OPEN, Clauses
from khabar.claims.frames import Attribution
from khabar.claims.kinds import VERBAL_TYPES
from khabar.mentions.phrase import Phrase
from khabar.mentions.punctuation import PUNCTUATION, QUOTES_OPEN
from khabar.mentions.reading import Reading

_PRONOUNS: Final = {
    "انه": "ه", "بانه": "ه", "انها": "ها", "بانها": "ها", "انهم": "هم", "بانهم": "هم", "انهما": "هما", "بانهما": "هما",
}  # fmt: skip
_BEEN: Final = {"يكون": "ه", "تكون": "ها", "يكونوا": "هم"}
"""Verbs of being whose subject is left out (نفت الحكومة أن تكون قد قصفت)."""
_NOBODY: Final = frozenset("تم يتم تمت تتم سيتم ستتم جرى جري يجري جرت تجري سيجري".split())
"""Verbs behind "that it" that only make a passive."""
_GOING: Final = frozenset(("تجري", "ستجري"))
"""Those of them of which a state is the subject as well (إنها تجري محادثات)."""
_FRAMES: Final = frozenset(("act", "charge", "move", "mutual", "speech"))
_ADVERBS: Final = frozenset("ردا خلال بعد عقب اثر في منذ صباح مساء فجر ليل ليلا اليوم امس يوم".split())
"""Words that open what tells when or why, between a pronoun and its verb."""
_ADVERB: Final = 8
"""Tokens that it takes at most."""
_RULERS: Final = frozenset("سلطات حكومة قيادة ادارة رئاسة".split())
"""Heads of those who rule a state."""
_OURS: Final = frozenset(("people", "machine", "military"))
_SOMEBODY: Final = frozenset(("state", "government", "military", "armed-group", "party", "person", "people"))
_CARRIED: Final = 2
"""Tokens between a verb and the noun of what it utters."""
_NEAR: Final = 4
"""Tokens between a verb and the meeting that is its object."""


class Ourselves:
    """Reads the speaker off the verb of a claim."""

    def __init__(self, reading: Reading, clauses: Clauses, attribution: Attribution) -> None:
        self.r = reading
        self.clauses = clauses
        self.attribution = attribution

    def speaker(self, candidate: Candidate) -> Phrase | None:
        """Whoever speaks, if he tells of himself."""
        if candidate.frame not in _FRAMES and not self._killed(candidate):
            return None
        himself = self._first_person(candidate) or self._pronoun(candidate) or self._ours(candidate)
        state = None if himself else self._his_state(candidate)
        if not himself and state is None:
            return None
        chain, _ = self.attribution.chain_at(candidate.first)
        if not chain:
            return None
        if state is not None:
            return chain[-1] if self._speaks_for(chain[-1], state) else None
        suffix = self._pronoun(candidate)
        last = chain[-1]
        return last if not suffix or meant(suffix, self.r.words[last.head].core, last) else None

    def another(self, candidate: Candidate) -> Phrase | None:
        """Whoever speaks of somebody else with a pronoun that cannot mean him (قالت الشرطة إنه طعن شرطيا)."""
        suffix = self._pronoun(candidate)
        chain, _ = self.attribution.chain_at(candidate.first) if suffix else ([], [])
        if not chain or meant(suffix, self.r.words[chain[-1].head].core, chain[-1]):
            return None
        return chain[-1]

    def _ours(self, candidate: Candidate) -> bool:
        """His forces did it, as he says himself (قصفت قواتنا المقر)."""
        verb = self.verb(candidate)
        subject = self.clauses.subject(verb) if verb is not None and not candidate.passive else None
        return subject is not None and subject.kind in _OURS and self.r.words[subject.first].enc == "نا"

    def _killed(self, candidate: Candidate) -> bool:
        """A verb of losses told of oneself (قتلنا 20 مسلحا)."""
        ours = candidate.frame == "undergo" and candidate.pos == "v" and candidate.number == "1"
        return ours and not candidate.passive and self.r.forms[candidate.first].endswith("نا")

    def _first_person(self, candidate: Candidate) -> bool:
        if candidate.form == "phrase" and candidate.first == candidate.last:
            return self.r.forms[candidate.first].startswith("سن")
        if candidate.form == "phrase" and self.r.words[candidate.first].func == "neg":
            verb = candidate.first + 1  # لن نقبل
            return self.r.acts[verb] and self.r.forms[verb].startswith("ن")
        passive = candidate.form == "perf" and not self.r.forms[candidate.first].endswith("نا")
        return candidate.number == "1" and not passive

    def _his_state(self, candidate: Candidate) -> Phrase | None:
        """The state that is the subject of words uttered now, at the head of what is told (إن موسكو ترفض)."""
        verb = self._uttered(candidate) if candidate.type in VERBAL_TYPES else None
        if verb is None:
            return None
        forms, before = self.r.forms, verb - 1
        while before >= 0 and forms[before] in AUXILIARY_OR_QUOTES_OPEN:
            before -= 1
        for phrase in self.attribution.phrases[candidate.sentence]:
            if phrase.last == before and not phrase.prep and phrase.coord is None:
                opener = forms[phrase.first - 1] if phrase.first else ""
                heads = opener.removeprefix("و") in THAT or opener in QUOTES_OPEN
                return phrase if heads and self._spoken_for(phrase) else None
        return None

    def _uttered(self, candidate: Candidate) -> int | None:
        """The verb of words uttered now: the trigger, or what carries it (ستواصل الوقوف مع)."""
        first = candidate.first
        if candidate.form == "phrase" and self.r.words[first].func == "neg" and self.r.acts[first + 1]:
            return first  # لن تسمح
        if candidate.pos == "v" or (candidate.form == "phrase" and self.r.acts[first]):
            ahead = self.r.forms[first].startswith("س") or self.r.forms[first] == "لن"
            return first if candidate.form == "impf" or (candidate.form == "phrase" and ahead) else None
        verb = self.clauses.governing(first)
        if verb is None or first - verb > _CARRIED:
            return None
        form = self.r.forms[verb]
        return verb if form[0] in "ستي" and not form.endswith("ت") else None

    def _spoken_for(self, phrase: Phrase) -> bool:
        """A state, its government or its forces."""
        if phrase.kind == "state":
            return True
        if phrase.kind == "people" and phrase.role == "military":
            return phrase.country is None
        return "government" in {phrase.kind, phrase.role} and self.r.words[phrase.head].core in _RULERS

    def _speaks_for(self, speaker: Phrase, state: Phrase) -> bool:
        """An official speaks for his state and for its forces."""
        official = speaker.kind in {"person", "government"} or speaker.role in {"official", "government"}
        return official and speaker.country is not None and state.country in {None, speaker.country}

    def _pronoun(self, candidate: Candidate) -> str:
        """The suffix that is the subject of the event's verb, or ''."""
        verb = self.verb(candidate)
        if verb is None or candidate.passive or self.r.words[verb].pro[:1] in {"و", "ف"}:
            return ""
        dummy = self.r.forms[verb] in _NOBODY
        if dummy and not (self.r.forms[verb] in _GOING and self.r.forms[verb - 1] in {"انها", "بانها"}):
            return ""
        before = verb - 1
        while before >= 0 and self.r.forms[before] in AUXILIARY_OR_QUOTES_OPEN:
            before -= 1
        if before >= 0 and self.r.forms[before] == "ان":
            return "" if self._named(candidate, before + 2) else _BEEN.get(self.r.forms[before + 1], "")
        if before >= 0 and self.r.forms[before] not in _PRONOUNS:
            before = self._over_adverb(before)
        return _PRONOUNS.get(self.r.forms[before], "") if before >= 0 else ""

    def _named(self, candidate: Candidate, at: int) -> bool:
        """Somebody is named there (أن تكون المملكة تجري محادثات)."""
        row = self.attribution.phrases[candidate.sentence]
        return any(one.first == at and not one.prep and one.kind in _SOMEBODY for one in row)

    def _over_adverb(self, at: int) -> int:
        """The pronoun before what tells when or why (إنها ردا على الهجوم شنت غارات); -1 where there is none."""
        forms = self.r.forms
        for here in range(at, max(0, at - _ADVERB), -1):
            if forms[here] in _PRONOUNS:
                return here if forms[here + 1] in _ADVERBS or here + 1 in self.r.time_tokens else -1
            if self.r.acts[here] or forms[here] in PUNCTUATION:
                return -1
        return -1

    def verb(self, candidate: Candidate) -> int | None:
        """The verb whose subject does it: the trigger, its light verb, what a meeting is the object of."""
        if candidate.pos == "v" or (candidate.form == "phrase" and self.r.forms[candidate.first] in AUXILIARY):
            return candidate.first
        light = candidate.light
        if light is not None and light.first < candidate.first and self.clauses.acting[light.first]:
            return light.first if light.entry.voice == "act" or self.r.forms[light.first] in _GOING else None
        verb = self.clauses.governing(candidate.first) if candidate.frame == "mutual" else None
        return verb if verb is not None and candidate.first - verb <= _NEAR else None
