"""The parties of a claim: chosen among the options, pairs told apart, with the state each belongs to."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.choice import Scored, choose_actors, choose_targets, score
from khabar.claims.roles import PHRASE, Earlier, Option, RoleFinder
from khabar.claims.states import best_state, state_choices
from khabar.claims.ties import Ties
from khabar.mentions.names import Named, Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import FIRE, Reading
from khabar.model import VERBAL_TYPES, Where
from khabar.text import folded

_ANYBODY: Final = frozenset("اخر اخرون اخرين قتيل قتيلا قتلي ضحية ضحايا عشرات جريح جرحي".split())
"""Who is counted, not named: no target of an attack."""
_AGAIN: Final = 2
"""Sentences within which an unnamed doer is taken to be that of the last deed of the type."""
_WITHOUT_TARGET: Final = frozenset(("PROTEST", "MOBILIZE"))
_UNSURE: Final = 0.45
"""Probability of a target under which who is known to have suffered by the attack is its target."""
_BOTH: Final = frozenset(
    "بلدان بلدين طرفان طرفين جانبان جانبين وزيران وزيرين رئيسان رئيسين زعيمان زعيمين دولتان دولتين "
    "مسؤولان مسؤولين حكومتان حكومتين".split()
)
_STATES: Final = frozenset("بلدان بلدين دولتان دولتين حكومتان حكومتين".split())


class PartyFinder:
    """Chooses who acts and who is acted upon, claim by claim in text order."""

    def __init__(
        self, reading: Reading, phrases: list[list[Phrase]], names: Names, roles: RoleFinder, ties: Ties
    ) -> None:
        self.r = reading
        self.phrases = phrases
        self.names = names
        self.roles = roles
        self.ties = ties
        fire = [at for at, word in enumerate(reading.words) if word.core in FIRE]
        self.fired = frozenset((*fire, *(found.first for found in reading.marks.of("weapon"))))

    def choose(
        self, candidate: Candidate, parties: list[Earlier], rules: dict[str, str]
    ) -> tuple[list[Option], list[Option]]:
        options = score(self.roles.options(candidate, parties))
        actors = self._actors(candidate, options, parties)
        targets = self._targets(candidate, options, {option.named.text for option, _ in actors})
        for role, chosen in (("actors", actors), ("targets", targets)):
            if chosen:
                rules[role] = "; ".join(f"{option.role or 'phrase'} {score:.2f}" for option, score in chosen)
        does, suffers = [option for option, _ in actors], [option for option, _ in targets]
        if candidate.entry.type not in VERBAL_TYPES and candidate.frame not in {"mutual", "speech"}:
            does = [self._for_body(option) for option in does]
        return does, suffers

    def _actors(
        self, candidate: Candidate, options: list[Scored], parties: list[Earlier]
    ) -> list[tuple[Option, float]]:
        """Who did it; never who is told to have suffered by it."""
        suffered = self.ties.sufferer.get(candidate.first)
        if suffered is not None:
            for one in options:
                if one.settled != "actor" and self._behind(suffered, one.option.phrase):
                    one.actor = 0.0
        shared = self._shared(candidate, options, parties)
        return shared or choose_actors(options, candidate.frame) or self._same_again(candidate, parties)

    def _targets(self, candidate: Candidate, options: list[Scored], used: set[str]) -> list[tuple[Option, float]]:
        """To whom it was done; where that is unsure, who suffered by it."""
        if candidate.frame == "mutual" or candidate.entry.type in _WITHOUT_TARGET:
            return []
        shoots = candidate.entry.type == "ASSAULT" and candidate.entry.mode != "interception"
        targets = choose_targets(options, used, candidate.frame, self.fired if shoots else frozenset())
        if all(value < _UNSURE for _, value in targets):
            return self._victims(candidate, options, used) or targets
        return targets

    def _same_again(self, candidate: Candidate, parties: list[Earlier]) -> list[tuple[Option, float]]:
        """Whoever did the last such deed, told within two sentences, where nobody else is named."""
        for before in reversed(parties):
            if candidate.sentence - before.candidate.sentence > _AGAIN:
                return []
            if before.candidate.entry.type == candidate.entry.type != "ASSAULT" and before.actors:
                return [(Option(one, None, "again", 0, PHRASE, (), ()), 1.0) for one in before.actors]
        return []

    def _for_body(self, option: Option) -> Option:
        """The body in whose name a spokesman tells of its deeds."""
        body = option.phrase.body if option.phrase is not None else None
        if body is None:
            return option
        return Option(
            self.names.resolve(body), body, option.role, option.gap, option.templates, option.own, option.values
        )

    def _shared(
        self, candidate: Candidate, options: list[Scored], parties: list[Earlier]
    ) -> list[tuple[Option, float]]:
        """The actors of the claim before in the sentence, where و joins a verb without a subject of its own to it
        (أدانت ... وطالبت)."""
        if not parties or candidate.pos != "v" or self.r.words[candidate.first].pro[:1] not in {"و", "ف"}:
            return []
        before = parties[-1]
        alike = before.candidate.frame == candidate.frame and not (candidate.passive or before.candidate.passive)
        if not alike or before.candidate.sentence != candidate.sentence or candidate.frame not in {"act", "speech"}:
            return []
        if any(one.settled == "actor" for one in options):
            return []
        return [(Option(one, None, "shared", 0, PHRASE, (), ()), 1.0) for one in before.actors]

    def _victims(self, candidate: Candidate, options: list[Scored], used: set[str]) -> list[tuple[Option, float]]:
        """Who suffered by an attack that names no other target: somebody known by name or by what he is, not "six
        people"."""
        word = self.ties.sufferer.get(candidate.first)
        if word is None:
            return []
        behind = [one for one in options if self._behind(word, one.option.phrase)]
        before = [one for one in reversed(options) if word.pos == "v" and self._before(word, one.option.phrase)]
        for one in (behind or before)[:1]:
            phrase = one.option.phrase
            if phrase is None or self.r.words[phrase.head].core in _ANYBODY or one.option.named.text in used:
                return []
            return [(one.option, one.target)] if phrase.kind in {"person", "people", "military", "armed-group"} else []
        return []

    def _behind(self, word: Candidate, phrase: Phrase | None) -> bool:
        return phrase is not None and not phrase.prep and word.last < phrase.first <= word.last + 4

    def _before(self, word: Candidate, phrase: Phrase | None) -> bool:
        return phrase is not None and not phrase.prep and phrase.last < word.first <= phrase.last + 3

    def both(
        self, candidate: Candidate, actors: list[Option], earlier: list[Earlier]
    ) -> tuple[list[Named], list[Option]]:
        """Where the actor is "the two countries", "both sides", "the two ministers": the last two that a claim or
        the text named."""
        named = [option.named for option in actors]
        cores = [self.r.lexicon.word(folded(one.text.split(None, 1)[0])).core for one in named]
        at = next((n for n, core in enumerate(cores) if core in _BOTH), None)
        if at is None:
            return named, actors
        pair = self._two_states(candidate, earlier) if cores[at] in _STATES else None
        pair = pair or next((list(claim.actors) for claim in reversed(earlier) if len(claim.actors) == 2), None)
        if pair is None:
            return named, actors
        kept = [
            option for n, option in enumerate(actors) if n != at and option.named.text not in {one.text for one in pair}
        ]
        both = [Option(one, None, "both", 0, PHRASE, (), ()) for one in pair] + kept
        return [option.named for option in both], both

    def _two_states(self, candidate: Candidate, earlier: list[Earlier]) -> list[Named] | None:
        """The states behind "the two countries": those of the last claim between two, else the last two named."""
        for claim in reversed(earlier[-6:]):
            found = list(dict.fromkeys(one.country for one in claim.actors if one.country))
            if len(found) > 1:
                break
        else:
            row = [
                phrase.country
                for number in range(max(0, candidate.sentence - 3), candidate.sentence + 1)
                for phrase in self.phrases[number]
                if phrase.kind == "state" and phrase.country and phrase.first < candidate.first
            ]
            found = list(dict.fromkeys(reversed(row)))
        pair = [one for country in found[:2] if (one := self.names.state(country)) is not None]
        return pair if len(pair) == 2 else None

    def states(
        self, candidate: Candidate, actors: list[Option], targets: list[Option], place: Where | None, teller: str | None
    ) -> tuple[list[Named], list[Named]]:
        """The parties with the state each belongs to."""
        result = []
        for role, mine, theirs in (("actor", actors, targets), ("target", targets, actors)):
            others = [option.named for option in theirs]
            row = []
            for option in mine:
                state = best_state(
                    state_choices(
                        option, role, candidate, place.country if place else None, self.names.main, others, teller
                    )
                )
                row.append(option.named if state == option.named.country else option.named.of_state(state))
            result.append(row)
        return result[0], result[1]
