"""The parties of a claim: chosen among the options that the sentence offers."""

from __future__ import annotations

from typing import Final

from khabar.claims.aftermath import Loss
from khabar.claims.allies import Allies
from khabar.claims.another import Another
from khabar.claims.both_fell import both_fell
from khabar.claims.candidates import Candidate
from khabar.claims.casualties import Casualties
from khabar.claims.charged import accused
from khabar.claims.choice import Scored, choose_actors, choose_targets
from khabar.claims.continued import Continued
from khabar.claims.harmless import NO_FIGHTERS
from khabar.claims.inner_objects import InnerObjects
from khabar.claims.issued import Issued
from khabar.claims.kinds import ARMED, CENSURE, HARM, SAID_TO, VERBAL_TYPES
from khabar.claims.lists import TIED, Lists
from khabar.claims.options import PHRASE, Option, Told
from khabar.claims.ourselves import Ourselves
from khabar.claims.owners import hit_apart
from khabar.claims.pairs import Pairs
from khabar.claims.party_offers import PartyOffer, PartyOffers, among, bar
from khabar.claims.predicates import opening
from khabar.claims.principals import Principals
from khabar.claims.refusals import answers, caller, only_things
from khabar.claims.roles import RoleFinder
from khabar.claims.scorer import hundredths
from khabar.claims.shared import Shared
from khabar.claims.sides import BOTH
from khabar.claims.sufferers import ANYBODY, PERSONS
from khabar.mentions.names import HOMES, Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_IN_ARMS: Final = ARMED | {"official"}
_COUNTED: Final = ANYBODY | PERSONS | BOTH
_AREAS: Final = frozenset(
    "ريف محافظة ولاية اقليم مقاطعة انحاء حدود قطاع جنوب شمال شرق غرب وسط ساحل سواحل مناطق بلدات قرى ضواحي محاور جبهات "
    "تخوم مدن".split()
)
"""Heads of areas."""
_TOGETHER: Final = frozenset(("MOBILIZE", "AGREE"))
"""Types of what is done with one's own forces, or by all sides."""
_OF_ONES_OWN: Final = frozenset(("withdraw", "resign"))
"""Modes of what is done with one's own forces or office: nobody is its target."""
_UNSURE: Final = 0.45
"""Probability of a target under which who is known to have suffered by the attack is its target."""
_PARTNER: Final = 0.5
"""Probability from which somebody is whom a speaker met or fights."""
_SPEAKS: Final = frozenset(("person", "government", "state", "armed-group", "party", "organisation"))
_SIDES: Final = 2
_JUDGED: Final = 9
"""Tokens behind a verb of blame within which the noun of a deed is what it is about."""


class PartyFinder:
    """Chooses who acts and who is acted upon, claim by claim in text order. ``losses``: first token of an attack to the
    words that tell what somebody suffered by it."""

    def __init__(
        self,
        reading: Reading,
        phrases: list[list[Phrase]],
        names: Names,
        roles: RoleFinder,
        losses: dict[int, list[Loss]],
    ) -> None:
        self.r = reading
        self.phrases = phrases
        self.names = names
        self.roles = roles
        self.allies = Allies(reading, names)
        self.ourselves = Ourselves(reading, roles.slots.clauses, roles.attribution)
        self.continued = Continued(reading, phrases, roles.slots.clauses)
        self.another = Another(reading, phrases, names, roles.slots.clauses)
        self.issued = Issued(reading, phrases, roles.attribution, roles.slots.clauses)
        self.casualties = Casualties(reading, losses)
        self.lists = Lists(reading, phrases, names)
        self.pairs = Pairs(reading, phrases, names)
        self.inner = InnerObjects(reading, phrases, names)
        self.shared = Shared(reading, roles.attribution)
        self.principals = Principals(reading, phrases, names)
        self.offers = PartyOffers(reading, phrases, names, roles, losses, self.ourselves, self.casualties)

    def choose(self, offer: PartyOffer, mode: str | None, told: list[Told]) -> Told:
        """The parties that the sentence names; ``told``: the claims before it."""
        candidate, options = offer.candidate, offer.options
        actors = self._actors(candidate, offer.able, told)
        actors += self.allies.of(candidate, actors, self.phrases[candidate.sentence])
        fell = self._both_fell(candidate, options) if mode == "clash" and len(actors) < _SIDES else []
        actors = fell or actors
        fallen = self._fallen(candidate, options) if candidate.frame == "mutual" and not fell else []
        if fallen:
            fought = [one for one in actors if not any(one[0].phrase is other.phrase for other in fallen)]
            actors = fought or actors
        used = {option.named.text for option, _ in actors}
        refused = self._answered(candidate, told)
        hit = self.lists.whole(candidate, self._targets(candidate, options, used), used)
        listed = {option.named.text for option, _ in hit if option.role == TIED}
        actors = [one for one in actors if one[0].named.text not in listed]
        targets = self.pairs.addressed(candidate, hit, used, told)
        if only_things(self.r, candidate, targets):
            targets = []
        if refused and not any(option.named.country for option, _ in targets):
            targets = [(one.taken("asked before"), 1.0) for one in refused if one.named.text not in used] or targets
        rules = {}
        if actors:
            rules["actors"] = _reasons(actors)
        if targets:
            rules["targets"] = _reasons(targets)
        actors = [(self.principals.actor(candidate, option), score) for option, score in actors]
        actors = _each_once(actors)
        targets = [(self.principals.target(candidate, option), score) for option, score in targets]
        found = Told(candidate, mode, self.pairs.named(candidate, actors, told), targets)
        found.rules = rules
        return found

    def _answered(self, candidate: Candidate, told: list[Told]) -> list[Option]:
        """Whose demand or charge is refused that was told before."""
        before = answers(self.r, candidate, self.phrases[candidate.sentence], told)
        if before is None or before.candidate.type in SAID_TO:
            return [] if before is None else before.doers
        chain = self.roles.attribution.chain_at(before.candidate.first)[0]
        return [Option(self.names.resolve(chain[-1]), chain[-1], "charged before", 0, PHRASE, (), ())] if chain else []

    def _actors(self, candidate: Candidate, options: list[Scored], told: list[Told]) -> list[tuple[Option, float]]:
        """Who did it; never who condemns it."""
        bar(among(self._condemning(candidate, told), options))
        return (
            self._not_the_speaker(candidate, options, told)
            or self._ourselves(candidate, options)
            or self._elsewhere(candidate)
            or self._charged_before(candidate, options)
            or self._of_his_country(candidate)
            or self._charging(candidate, options)
            or self.shared.of(candidate, options, told)
            or choose_actors(options, candidate.frame)
        )

    def _charging(self, candidate: Candidate, options: list[Scored]) -> list[tuple[Option, float]]:
        """Who lays something at somebody's door or demands it of him: whoever says so."""
        called = candidate.type == "REJECT" and caller(self.r, candidate)
        if not called and (candidate.frame != "charge" or candidate.type not in VERBAL_TYPES):
            return []
        if accused(self.r, candidate) or any(one.settled == "actor" for one in options):
            return []
        chain, _ = self.roles.attribution.chain_at(candidate.first)
        if chain and any(one.settled == "target" and one.option.phrase is chain[-1] for one in options):
            chain, _ = self.roles.attribution.chain_at(opening(self.r, candidate) + 1)  # إن تصريحات الوزير "مخزية"
        if not chain or chain[-1].kind not in _SPEAKS:
            return []
        last = chain[-1]
        return [(Option(self.names.resolve(last), last, "speaker", 0, PHRASE, (), ()), 1.0)]

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
        speaker = self._goes_on(candidate, options) or self.ourselves.speaker(candidate)
        if speaker is None:
            return []
        named = self.names.resolve(speaker)
        found = [(Option(named, speaker, "speaker", 0, PHRASE, (), ()), 1.0)]
        if candidate.frame == "mutual":
            others = [one for one in choose_actors(options, candidate.frame) if one[1] >= _PARTNER]
            found += [other for other in others if other[0].named.text != named.text]
            return found if others else []
        return found

    def _not_the_speaker(
        self, candidate: Candidate, options: list[Scored], told: list[Told]
    ) -> list[tuple[Option, float]]:
        """Whom a pronoun means that cannot mean whoever speaks."""
        if candidate.frame not in {"act", "move"} or any(one.settled == "actor" for one in options):
            return []
        chain, _ = self.roles.attribution.chain_at(candidate.first)
        return [(one, 1.0) for one in self.another.of(candidate, self.ourselves.verb(candidate), chain, told)]

    def _goes_on(self, candidate: Candidate, options: list[Scored]) -> Phrase | None:
        """The subject of the clause before, which a pronoun takes up, unless grammar settles another."""
        if candidate.frame == "undergo" or candidate.frame == "charge":
            return None
        found = self.continued.subject(candidate, self.ourselves.verb(candidate))
        return found if found is None or not any(one.settled == "actor" for one in options) else None

    def _elsewhere(self, candidate: Candidate) -> list[tuple[Option, float]]:
        """Who issued the document that says so; the subject of the sentence before (لكنها قصفت)."""
        issuer = self.issued.of(candidate)
        issuer = issuer or self.roles.resumed.before_but(candidate, self.phrases[candidate.sentence])
        if issuer is None:
            return []
        return [(Option(self.names.resolve(issuer), issuer, "elsewhere", 0, PHRASE, (), ()), 1.0)]

    def _charged_before(self, candidate: Candidate, options: list[Scored]) -> list[tuple[Option, float]]:
        """Whom a verb of charge means by its suffix (كما اتهمها بقصف المدينة)."""
        if candidate.pos != "n" or candidate.type in VERBAL_TYPES or any(one.settled == "actor" for one in options):
            return []
        return self._by_suffix(candidate)

    def _by_suffix(self, candidate: Candidate) -> list[tuple[Option, float]]:
        """Whom the suffix of a verb of speech means in the sentence before."""
        chain, _ = self.roles.attribution.chain_at(candidate.first)
        found = self.roles.resumed.before_suffix(candidate, self.phrases, chain)
        if found is None:
            return []
        return [(Option(self.names.resolve(found), found, "by suffix", 0, PHRASE, (), ()), 1.0)]

    def _of_his_country(self, candidate: Candidate) -> list[tuple[Option, float]]:
        """The country that the words of the event hold (أعلن انسحاب بلاده)."""
        for at in range(candidate.first + 1, candidate.last + 1):
            if self.r.words[at].core not in HOMES:
                continue
            found = self.names.home(at, candidate.type in VERBAL_TYPES)
            if found is not None:
                return [(Option(found, None, "his country", 0, PHRASE, (), ()), 1.0)]
        return []

    def _targets(self, candidate: Candidate, options: list[Scored], used: set[str]) -> list[tuple[Option, float]]:
        """To whom it was done; where that is unsure, who suffered by it."""
        inner = self.inner.of(candidate)
        if inner:
            return inner
        own = candidate.type in _TOGETHER or candidate.mode in _OF_ONES_OWN
        if candidate.frame == "mutual":
            return [(one, 1.0) for one in self._fallen(candidate, options) if one.named.text not in used]
        if own:
            return []
        if candidate.type == "PROTEST":
            options = [one for one in options if one.settled == "target"]
        shoots = candidate.type == "ASSAULT" and candidate.mode != "interception"
        options = hit_apart(self.r, options)
        if candidate.mode == "clash":
            options = [one for one in options if one.settled or not _where(one.option.phrase)]
        targets = choose_targets(options, used, candidate.frame, self.offers.fired if shoots else frozenset())
        if not targets and candidate.type in SAID_TO and candidate.pos == "v":
            targets = [one for one in self._by_suffix(candidate) if one[0].named.text not in used]
        if not targets and candidate.type == "ACCUSE":
            return self.inner.crime(candidate)
        if all(value < _UNSURE or self._area(option) for option, value in targets):
            return self.casualties.known(candidate, options, used) or targets
        killed = [one for one in self.casualties.known(candidate, options, used) if _named(one[0])]
        if not killed:
            return targets
        texts = {option.named.text for option, _ in targets}
        return [one for one in killed if one[0].named.text not in texts] + targets

    def _fallen(self, candidate: Candidate, options: list[Scored]) -> list[Option]:
        """Who was killed or wounded in a clash of others: by name, or people without arms."""
        found = [one.option for one in self.casualties.of(candidate, options)]
        return [one for one in found if one.phrase is not None and (_named(one) or self._unarmed(one.phrase))]

    def _both_fell(self, candidate: Candidate, options: list[Scored]) -> list[tuple[Option, float]]:
        """Both sides of a clash of which only the dead and wounded are told."""
        if candidate.frame != "mutual":
            return []
        suffered = [one.option for one in self.casualties.of(candidate, options)]
        return [(one, 1.0) for one in both_fell(self.r, suffered)]

    def _unarmed(self, phrase: Phrase) -> bool:
        return phrase.kind == "people" and phrase.role not in _IN_ARMS and not self._counted(phrase)

    def _counted(self, phrase: Phrase) -> bool:
        return self.r.words[phrase.head].core in _COUNTED

    def _area(self, option: Option) -> bool:
        """A part of a country, where an attack fell rather than at what (قصف على ريف المدينة)."""
        phrase = option.phrase
        areas = {"place", "thing"}
        return phrase is not None and phrase.kind in areas and self.r.words[phrase.first].core in _AREAS


def _where(phrase: Phrase | None) -> bool:
    """Where a fight or a foiled attack was (أحبطت محاولة تفجير في السوق)."""
    return phrase is not None and phrase.kind in NO_FIGHTERS and phrase.prep == "في"


def _reasons(parties: list[tuple[Option, float]]) -> str:
    """How each was found, with its probability."""
    return "; ".join([(option.role or "phrase") + " " + hundredths(score) for option, score in parties])


def _each_once(parties: list[tuple[Option, float]]) -> list[tuple[Option, float]]:
    """Parties by name once, the first time: a speaker and his country mean one (قال الرئيس إن بلاده لن تتخلى)."""
    if len(parties) < 2:
        return parties
    found: list[tuple[Option, float]] = []
    for one in parties:
        if all(one[0].named.text != other[0].named.text for other in found):
            found.append(one)
    return found


def _named(option: Option) -> bool:
    """Somebody by name, not by a title alone."""
    phrase = option.phrase
    return phrase is not None and phrase.kind == "person" and (phrase.name[0] > phrase.first or not phrase.role)
