"""The parties of a claim: chosen among the options, pairs told apart, with the state each belongs to."""

from __future__ import annotations

from typing import Final

from khabar.claims.aftermath import Loss
from khabar.claims.allies import Allies
from khabar.claims.candidates import Candidate
from khabar.claims.choice import Scored, choose_actors, choose_targets, score
from khabar.claims.harmless import Harmless
from khabar.claims.kinds import CENSURE, HARM
from khabar.claims.neighbours import adjacent
from khabar.claims.ourselves import Ourselves
from khabar.claims.roles import PHRASE, Option, RoleFinder, Told
from khabar.claims.sides import BOTH
from khabar.claims.states import CROSSING, belongs, best_state, state_choices, sure_state
from khabar.claims.sufferers import ANYBODY, PERSONS, VICTIMS
from khabar.claims.ties import Ties
from khabar.mentions.names import Named, Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import FIRE, QUOTES_CLOSE, Reading
from khabar.model import VERBAL_TYPES, Where
from khabar.text import folded

_AREAS: Final = frozenset(
    "ريف محافظة ولاية اقليم مقاطعة انحاء حدود قطاع جنوب شمال شرق غرب وسط ساحل سواحل مناطق بلدات قرى ضواحي محاور جبهات "
    "تخوم مدن".split()
)
"""Heads of areas."""
_MOST: Final = 4
"""Sufferers that one claim tells of."""
_TOGETHER: Final = frozenset(("MOBILIZE", "AGREE"))
"""Types of what is done with one's own forces, or by all sides."""
_OF_ONES_OWN: Final = frozenset(("withdraw", "resign"))
"""Modes of what is done with one's own forces or office: nobody is its target."""
_UNSURE: Final = 0.45
"""Probability of a target under which who is known to have suffered by the attack is its target."""
_PARTNER: Final = 0.5
"""Probability from which somebody is whom a speaker met or fights."""
_JUDGED: Final = 9
"""Tokens behind a verb of blame within which the noun of a deed is what it is about."""
_AMONG: Final = frozenset("بينهم بينها بينهما بينهن منهم منها ضمنهم".split())
"""Words behind which a part of those counted stands."""
_GROUND: Final = frozenset(("place", "state"))
_CLOSE: Final = 3
_PARTED: Final = 8
"""Tokens behind somebody within which the word that tells what befell him stands; the same where a part of those
counted stands between."""
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
        self.harmless = Harmless(reading, roles, names)
        self.allies = Allies(reading, names)
        self.ourselves = Ourselves(reading, roles.slots.clauses, roles.attribution)
        fire = [at for at, word in enumerate(reading.words) if word.core in FIRE]
        self.fired = frozenset((*fire, *(found.first for found in reading.marks.of("weapon"))))

    def choose(self, candidate: Candidate, mode: str | None, told: list[Told]) -> Told:
        """The parties that the sentence names; ``told``: the claims before it."""
        options = score(self.roles.options(candidate), candidate.first in self.ties.aftermath.sufferers)
        actors = self._actors(candidate, options, told)
        actors += self.allies.of(candidate, actors, self.phrases[candidate.sentence])
        targets = self._targets(candidate, options, {option.named.text for option, _ in actors})
        rules = {}
        for role, chosen in (("actors", actors), ("targets", targets)):
            if chosen:
                rules[role] = "; ".join(f"{option.role or 'phrase'} {score:.2f}" for option, score in chosen)
        if candidate.type in VERBAL_TYPES:
            actors = [(self._for_state(option), score) for option, score in actors]
        if candidate.type in VERBAL_TYPES or candidate.type == "PROTEST":
            targets = [(self._for_state(option), score) for option, score in targets]
        if candidate.type not in VERBAL_TYPES and candidate.frame not in {"mutual", "speech"}:
            actors = [(self._for_body(option), score) for option, score in actors]
        found = Told(candidate, mode, self._both(candidate, actors, told), targets)
        found.rules = rules
        return found

    def _actors(self, candidate: Candidate, options: list[Scored], told: list[Told]) -> list[tuple[Option, float]]:
        """Who did it; never who is told to have suffered by it or who condemns it."""
        condemning = self._condemning(candidate, told)
        condemning |= {one.option.named.text for one in options if one.settled == "target"}
        apart = [one for one in options if one.option.named.text in condemning]
        apart += self.harmless.among(candidate, options, self.roles.bystanders)
        apart += self.harmless.at_home(candidate, options, self.fired)
        visited = self._visited(candidate, options)
        options = [one for one in options if one not in visited]
        for one in (*self._sufferers(candidate, options), *apart):
            if one.settled != "actor":
                one.actor = 0.0
        return (
            self._ourselves(candidate, options)
            or self._shared(candidate, options, told)
            or choose_actors(options, candidate.frame)
        )

    def _visited(self, candidate: Candidate, options: list[Scored]) -> list[Scored]:
        """Where somebody goes whom only the verb's person stands for (وسيزور القاهرة)."""
        if candidate.type != "CONSULT" or candidate.frame != "move" or candidate.pos != "v":
            return []
        return [
            one
            for one in options
            if (phrase := one.option.phrase) is not None
            and phrase.kind in _GROUND
            and not phrase.prep
            and phrase.first > candidate.last
        ]

    def _condemning(self, candidate: Candidate, told: list[Told]) -> set[str]:
        """Who condemns or refuses, right before it, the deed that a noun tells of (دانت الوزارة الهجوم)."""
        if not told or candidate.pos != "n" or candidate.type not in HARM:
            return set()
        last = told[-1]
        judged = last.candidate.type in CENSURE and last.candidate.pos == "v"
        if not judged or last.candidate.sentence != candidate.sentence:
            return set()
        return {doer.named.text for doer in last.doers} if candidate.first - last.candidate.last <= _JUDGED else set()

    def _ourselves(self, candidate: Candidate, options: list[Scored]) -> list[tuple[Option, float]]:
        """Whoever speaks of himself (سنرد، أعلن أنه قصف), and whom he met or fights."""
        speaker = self.ourselves.speaker(candidate)
        if speaker is None:
            return []
        named = self.names.resolve(speaker)
        found = [(Option(named, speaker, "speaker", 0, PHRASE, (), ()), 1.0)]
        if candidate.frame == "mutual":
            others = [one for one in choose_actors(options, candidate.frame) if one[1] >= _PARTNER]
            found += [other for other in others if other[0].named.text != named.text]
            return found if others else []
        return found

    def _targets(self, candidate: Candidate, options: list[Scored], used: set[str]) -> list[tuple[Option, float]]:
        """To whom it was done; where that is unsure, who suffered by it."""
        own = candidate.type in _TOGETHER or candidate.mode in _OF_ONES_OWN
        if candidate.frame == "mutual":
            return [(option, 1.0) for option, _ in self._victims(candidate, options, used) if _named(option)]
        if own:
            return []
        if candidate.type == "PROTEST":
            options = [one for one in options if one.settled == "target"]
        shoots = candidate.type == "ASSAULT" and candidate.mode != "interception"
        targets = choose_targets(options, used, candidate.frame, self.fired if shoots else frozenset())
        if all(value < _UNSURE or self._area(option) for option, value in targets):
            return self._victims(candidate, options, used) or targets
        return targets

    def _area(self, option: Option) -> bool:
        """A part of a country, where an attack fell rather than at what (قصف على ريف المدينة)."""
        phrase = option.phrase
        areas = {"place", "thing"}
        return phrase is not None and phrase.kind in areas and self.r.words[phrase.first].core in _AREAS

    def _for_state(self, option: Option) -> Option:
        """The state itself where its adjective names it (ندد بالقصف التركي): words are between states, not forces."""
        phrase = option.phrase
        if phrase is None or phrase.country is None or not (phrase.kind == "adjective" or self._nisba(phrase)):
            return option
        state = self.names.state(phrase.country)
        return option if state is None else self._as(option, state, phrase)

    def _nisba(self, phrase: Phrase) -> bool:
        """A nationality cut off from the noun that it describes (ندد ب«الاعتداء» الفلاني): one word with the article,
        behind a closed quotation."""
        word = self.r.words[phrase.first]
        alone = phrase.kind == "people" and phrase.first == phrase.last and word.det and not word.pro
        return alone and word.form.endswith(("ي", "ية")) and self.r.forms[phrase.first - 1] in QUOTES_CLOSE

    def _as(self, option: Option, named: Named, phrase: Phrase) -> Option:
        return Option(named, phrase, option.role, option.gap, option.templates, option.own, option.values)

    def _for_body(self, option: Option) -> Option:
        """The body in whose name a spokesman tells of its deeds."""
        body = option.phrase.body if option.phrase is not None else None
        if body is None:
            return option
        return self._as(option, self.names.resolve(body), body)

    def _shared(self, candidate: Candidate, options: list[Scored], told: list[Told]) -> list[tuple[Option, float]]:
        """The actors of the claim before in the sentence, where و joins a verb without a subject of its own to it
        (أدانت ... وطالبت), or a noun right behind it (اعتقال وقتل عدد منهم)."""
        if not told or self.r.words[candidate.first].pro[:1] not in {"و", "ف"}:
            return []
        before = told[-1]
        if candidate.pos == "n":
            if (
                before.candidate.pos != "n"
                or before.candidate.last + 1 != candidate.first
                or candidate.type not in HARM
            ):
                return []
            return [(one.taken("shared"), 1.0) for one in before.doers] if before.candidate.type in HARM else []
        alike = before.candidate.frame == candidate.frame and not (candidate.passive or before.candidate.passive)
        if not alike or before.candidate.sentence != candidate.sentence or candidate.frame not in {"act", "speech"}:
            return []
        if any(one.settled == "actor" for one in options):
            return []
        return [(one.taken("shared"), 1.0) for one in before.doers]

    def _victims(self, candidate: Candidate, options: list[Scored], used: set[str]) -> list[tuple[Option, float]]:
        """Who suffered by an attack that names no other target: somebody known by name or by what he is, not "six
        people"."""
        return [
            (one.option, one.target)
            for one in self._sufferers(candidate, options)
            if one.option.phrase is not None
            and self._told(one.option)
            and one.option.named.text not in used
            and one.option.phrase.kind in VICTIMS
        ][:_MOST]

    def _sufferers(self, candidate: Candidate, options: list[Scored]) -> list[Scored]:
        """Who stands beside a word that tells what somebody suffered by an attack, and all that و ties to him; rather
        somebody told than somebody counted (لقي جنديان مصرعهما وأصيب آخر)."""
        counted: list[Scored] = []
        told: list[Scored] = []
        for word in self.ties.aftermath.sufferers.get(candidate.first, ()):
            found = self._suffered(candidate, word, options)
            counted = counted or found
            if any(self._told(one.option) for one in found):
                told += [one for one in found if one not in told]
        return told or counted

    def _suffered(self, candidate: Candidate, word: Loss, options: list[Scored]) -> list[Scored]:
        end = candidate.first if candidate.first > word.last else len(self.r.forms)
        behind = [one for one in options if self._behind(word, one.option.phrase, end)]
        before = [one for one in reversed(options) if word.pos == "v" and self._before(word, one.option.phrase)]
        first = next(iter(behind or before), None)
        if behind and before and not self._told(behind[0].option):
            first = before[0]
        if first is None:
            return []
        return [one for one in options if one is first or self._tied(one.option.phrase, first.option.phrase)]

    def _told(self, option: Option) -> bool:
        """Somebody, not only a count."""
        return option.phrase is not None and self.r.words[option.phrase.head].core not in ANYBODY | PERSONS

    def _tied(self, phrase: Phrase | None, first: Phrase | None) -> bool:
        """و ties a phrase to another, with nothing else between."""
        while phrase is not None and phrase.coord is not None:
            phrase = phrase.coord
            if phrase is first:
                return True
        return False

    def _behind(self, word: Loss, phrase: Phrase | None, end: int) -> bool:
        """Behind the word, before the attack if that follows (``end``)."""
        if phrase is None or phrase.prep not in {"", "عن"} or not word.last < phrase.first < end:
            return False
        if self.r.forms[phrase.first - 1] in _AMONG or any(self.r.acts[word.last + 1 : phrase.first]):
            return False
        return (phrase.first <= word.last + 4 and not phrase.prep) or adjacent(self.r, word.last, phrase)

    def _before(self, word: Loss, phrase: Phrase | None) -> bool:
        """Right before the word, or before a part of those counted (خمسة مدنيين بينهم طفل قتلوا)."""
        if phrase is None or phrase.prep or phrase.last >= word.first or self.r.forms[phrase.first - 1] in _AMONG:
            return False
        parted = not _AMONG.isdisjoint(self.r.forms[phrase.last + 1 : phrase.last + 4])
        return word.first <= phrase.last + (_PARTED if parted else _CLOSE)

    def _both(
        self, candidate: Candidate, actors: list[tuple[Option, float]], told: list[Told]
    ) -> list[tuple[Option, float]]:
        """Where the actor is "the two countries", "both sides", "the two ministers": the last two that a claim or
        the text named."""
        cores = [self._head(one) for one, _ in actors]
        at = next((n for n, core in enumerate(cores) if core in BOTH), None)
        if at is None:
            return actors
        pair = self._two_states(candidate, told) if cores[at] in _STATES else None
        if pair is None:
            pair = next((claim.doers for claim in reversed(told) if len(claim.actors) == 2), None)
        if pair is None:
            return actors
        names = {one.named.text for one in pair}
        rest = [kept for n, kept in enumerate(actors) if n != at and kept[0].named.text not in names]
        return [(one.taken("both"), 1.0) for one in pair] + rest

    def _head(self, option: Option) -> str:
        if option.phrase is not None:
            return self.r.words[option.phrase.head].core
        return next(iter(self._cores(option.named.text)), "")

    def _two_states(self, candidate: Candidate, told: list[Told]) -> list[Option] | None:
        """The states behind "the two countries": those of the last claim between two, else the last two named."""
        for claim in reversed(told[-6:]):
            found = list(dict.fromkeys(one.named.country for one in claim.doers if one.named.country))
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
        states = [one for country in found[:2] if (one := self.names.state(country)) is not None]
        return [Option(one, None, "both", 0, PHRASE, (), ()) for one in states] if len(states) == 2 else None

    def _stateless(self, phrase: Phrase | None) -> bool:
        """Those of a group, an alliance or an organisation of no state, where no state is named with it."""
        if phrase is None or phrase.country is not None:
            return False
        actors = [self.r.lex[at].get("actor") for at in range(phrase.first, phrase.last + 1)]
        return any(one is not None and one.entry.country is None and one.entry.kind in CROSSING for one in actors)

    def _cores(self, text: str) -> list[str]:
        return [self.r.lexicon.word(word).core for word in folded(text).split()]

    def states(
        self,
        candidate: Candidate,
        actors: list[Option],
        targets: list[Option],
        place: Where | None,
        origin: Phrase | None,
    ) -> tuple[list[Named], list[Named]]:
        """The parties with the state each belongs to."""
        result = []
        ground = place.country if place is not None else None
        teller = self.names.resolve(origin).country if origin is not None else None
        suffers = candidate.frame == "undergo" or candidate.passive
        for role, mine, theirs in (("actor", actors, targets), ("target", targets, actors)):
            others = [option.named for option in theirs]
            row = []
            for option in mine:
                named = option.named
                sure = sure_state(named, self._cores(named.text)) if named.country is None else None
                if sure is None and self._stateless(option.phrase):
                    sure = (None,)
                lost = suffers and teller is not None and role == "target" and named.country is None
                if lost and option.phrase is not None and self.harmless.own(option.phrase, origin):
                    sure = (teller,)
                if sure is not None:
                    state = sure[0]
                else:
                    state = best_state(state_choices(option, role, candidate, ground, self.names.main, others, teller))
                    if state is None and belongs(option.phrase):
                        state = ground or self.names.main
                row.append(named if state == named.country else named.of_state(state))
            result.append(row)
        return result[0], result[1]


def _named(option: Option) -> bool:
    """Somebody by name, not by a title alone."""
    phrase = option.phrase
    return phrase is not None and phrase.kind == "person" and (phrase.name[0] > phrase.first or not phrase.role)
