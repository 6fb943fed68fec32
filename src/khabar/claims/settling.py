"""The parties that grammar settles: reader after reader looks at every claim of the text."""

from __future__ import annotations

from khabar.claims import accusations, activities, declined, gunfire, named_accords, refusals
from khabar.claims.addressed import Addressed
from khabar.claims.addressees import Addressees
from khabar.claims.antecedents import Antecedents
from khabar.claims.barred import Barred
from khabar.claims.blasts import Blasts
from khabar.claims.candidates import Candidate
from khabar.claims.counterparts import Counterparts
from khabar.claims.damage import Damage
from khabar.claims.demanded import Demanded
from khabar.claims.dissent import Dissent
from khabar.claims.exposed import Exposed
from khabar.claims.forces import owned_force
from khabar.claims.frames import Attribution
from khabar.claims.freed import Freed
from khabar.claims.givers import Givers
from khabar.claims.giving import Giving
from khabar.claims.identified import Identified
from khabar.claims.killers import Killers
from khabar.claims.marchers import Marchers
from khabar.claims.outsiders import Outsiders
from khabar.claims.own_deeds import OwnDeeds
from khabar.claims.parting import Parting
from khabar.claims.passives import Passives
from khabar.claims.purposes import Purposes
from khabar.claims.rebuttals import Rebuttals
from khabar.claims.recipients import Recipients
from khabar.claims.repelled import Repelled
from khabar.claims.resumed import Resumed
from khabar.claims.sides import Sides
from khabar.claims.slain import Slain
from khabar.claims.slots import Slots
from khabar.claims.spared import Spared
from khabar.claims.sufferers import Sufferers
from khabar.claims.syntax import Syntax
from khabar.claims.untouched import Untouched
from khabar.claims.visitors import Visitors
from khabar.claims.wrested import Wrested
from khabar.claims.yielding import handed_to
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading


class Case:
    """A claim whose parties are asked for: the phrases of its sentence (``row``), the slots that some of them fill, and
    the roles ``found`` so far."""

    __slots__ = ("candidate", "found", "row", "slots")

    def __init__(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase) -> None:
        self.candidate = candidate
        self.row = row
        self.slots = slots
        self.found: ByPhrase = {}


class Settling:
    """Every reader that settles a role. Each sees what those before it settled for the claim, and is done with all
    claims before the next one begins: its code is still at hand."""

    def __init__(
        self,
        reading: Reading,
        attribution: Attribution,
        slots: Slots,
        killers: Killers,
        giving: Giving,
        resumed: Resumed,
    ) -> None:
        self.r = reading
        self._chain_at = attribution.chain_at
        self._killers = killers
        self._resumed = resumed
        clauses, doers = slots.clauses, slots.doers
        self._syntax = Syntax(reading)
        self._repelled = Repelled(reading, doers)
        self._addressed = Addressed(reading, clauses)
        self._counterparts = Counterparts(reading)
        self._addressees = Addressees(reading, clauses)
        self._demanded = Demanded(reading, clauses)
        self._givers = Givers(reading, clauses, giving)
        self._recipients = Recipients(reading, clauses)
        self._antecedents = Antecedents(reading, clauses)
        self._exposed = Exposed(reading, clauses)
        self._sufferers = Sufferers(reading)
        self._slain = Slain(reading, clauses)
        self._passives = Passives(reading)
        self._blasts = Blasts(reading, clauses)
        self._sides = Sides(reading, clauses)
        self._dissent = Dissent(reading, clauses)
        self._purposes = Purposes(reading, clauses)
        self._rebuttals = Rebuttals(reading)
        self._marchers = Marchers(reading, clauses)
        self._visitors = Visitors(reading, clauses)
        self._wrested = Wrested(reading, clauses)
        self._barred = Barred(reading, clauses)
        self._identified = Identified(reading)
        self._damage = Damage(reading)
        self._freed = Freed(reading)
        self._spared = Spared(reading)
        self._untouched = Untouched(reading, clauses)
        self._outsiders = Outsiders(reading)
        self._parting = Parting(reading)
        self._own_deeds = OwnDeeds(reading)

    def settle(self, cases: list[Case]) -> None:
        """The role of every phrase that grammar settles, for every claim."""
        self._by_grammar(cases)
        self._by_deed(cases)
        self._by_purpose(cases)
        self._by_words(cases)

    def _by_grammar(self, cases: list[Case]) -> None:
        """Subjects, objects and whoever a pronoun or an office stands for."""
        for case in cases:
            self._syntax.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            self._killers.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            self._resumed.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            self._repelled.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            self._addressed.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            self._counterparts.settle(case.candidate, case.row, case.found)
        for case in cases:
            self._addressees.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            self._demanded.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            self._givers.settle(case.candidate, case.row, case.found)
        for case in cases:
            handed_to(case.candidate, case.row, case.found)

    def _by_deed(self, cases: list[Case]) -> None:
        """Who gives and gets, kills and falls, meets and fights."""
        for case in cases:
            owned_force(self.r, case.candidate, case.row, case.found)
        for case in cases:
            self._recipients.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            self._antecedents.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            self._exposed.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            self._sufferers.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            self._slain.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            gunfire.settle(self.r, case.candidate, case.row, case.slots, case.found)
        for case in cases:
            self._passives.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            self._blasts.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            self._sides.settle(case.candidate, case.row, case.slots, case.found)

    def _by_purpose(self, cases: list[Case]) -> None:
        """Who is meant by what a deed is for; who is barred, freed or spared."""
        for case in cases:
            self._dissent.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            self._purposes.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            self._rebuttals.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            self._marchers.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            self._visitors.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            self._wrested.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            self._barred.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            self._identified.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            self._damage.settle(case.candidate, case.row, case.found)
        for case in cases:
            self._freed.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            self._spared.settle(case.candidate, case.row, case.found)

    def _by_words(self, cases: list[Case]) -> None:
        """Who is none of them, whatever the rest says."""
        for case in cases:
            named_accords.settle(self.r, case.candidate, case.row, case.found)
        for case in cases:
            accusations.settle(self.r, case.candidate, case.row, case.found)
        for case in cases:
            self._untouched.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            refusals.settle(self.r, case.candidate, case.row, case.found)
        for case in cases:
            declined.settle(self.r, case.candidate, case.row, case.found)
        for case in cases:
            self._outsiders.settle(case.candidate, case.row, case.slots, case.found)
        for case in cases:
            self._parting.settle(case.candidate, case.row, case.found)
        for case in cases:
            activities.settle(self.r, case.candidate, case.row, case.found)
        for case in cases:
            self._own_deeds.settle(
                case.candidate, case.row, case.slots, case.found, self._chain_at(case.candidate.first)
            )
