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
from khabar.mentions.reading import Reading
from khabar.model import Where
from khabar.text import folded

_ANYBODY: Final = frozenset(
    "شخص شخصا اشخاص شخصان شخصين مدني مدنيا مدنيين مدنيون مدنيان اخر اخرون اخرين طفل طفلا اطفال امراة نساء قتيل قتيلا "
    "ضحية ضحايا عشرات مواطن مواطنا مواطنين مواطنون رجل رجال عامل عمال سكان عنصر عناصر انسان".split()
)
"""Who is counted, not named: no target of an attack."""
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

    def choose(
        self, candidate: Candidate, parties: list[Earlier], rules: dict[str, str]
    ) -> tuple[list[Option], list[Option]]:
        options = score(self.roles.options(candidate, parties))
        actors = choose_actors(options, candidate.frame)
        used = {option.named.text for option, _ in actors}
        targets = choose_targets(options, used, candidate.frame) if candidate.frame != "mutual" else []
        if not targets and candidate.frame != "mutual":
            targets = self._victims(candidate, options, used)
        for role, chosen in (("actors", actors), ("targets", targets)):
            if chosen:
                rules[role] = "; ".join(f"{option.role or 'phrase'} {score:.2f}" for option, score in chosen)
        return [option for option, _ in actors], [option for option, _ in targets]

    def _victims(self, candidate: Candidate, options: list[Scored], used: set[str]) -> list[tuple[Option, float]]:
        """Who suffered by an attack that names no other target: somebody known by name or by what he is, not "six
        people"."""
        word = self.ties.sufferer.get(candidate.first)
        if word is None:
            return []
        for one in options:
            phrase = one.option.phrase
            if phrase is None or phrase.prep or not word.last < phrase.first <= word.last + 4:
                continue
            if self.r.words[phrase.head].core in _ANYBODY or one.option.named.text in used:
                return []
            return [(one.option, one.target)] if phrase.kind in {"person", "people", "military", "armed-group"} else []
        return []

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
