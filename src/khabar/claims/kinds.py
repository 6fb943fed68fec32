"""Families of claim types, of marks, of phrases and of trigger entries that several rules of this layer share."""

from __future__ import annotations

from typing import Final

from khabar import model

VERBAL_TYPES: Final = frozenset(model.VERBAL_TYPES)
"""Types of words, as against deeds; kept here, where compiled modules find it at once."""
HARM: Final = frozenset(("ASSAULT", "COERCE"))
"""Deeds that hurt or seize somebody."""
INFLICTED: Final = HARM | {"SANCTION"}
"""Deeds that somebody suffers."""
DEEDS: Final = HARM | {"MOBILIZE", "SANCTION", "AID", "RETREAT", "COOPERATE"}
"""What one side does and the other may call it by another name."""
INCIDENTS: Final = (DEEDS | {"PROTEST"}) - {"COOPERATE"}
"""What happens on a day, as against words and standing ties."""
SITED: Final = HARM | {"MOBILIZE", "PROTEST", "RETREAT"}
"""What mostly happens at one place that is told."""
OPINIONS: Final = frozenset(("ACCUSE", "REJECT", "SUPPORT"))
"""Words for or against somebody, or what they did (أشاد بدور الجيش)."""
SAID_TO: Final = frozenset(("ACCUSE", "REQUEST", "THREATEN"))
"""Words said to somebody: a charge, a demand, a threat."""
TALKS: Final = frozenset(("CONSULT", "AGREE"))
"""What is done by talking: of the day of words or of deeds."""
CENSURE: Final = frozenset(("ACCUSE", "REJECT"))
"""Words against somebody for what they did."""
SOMEBODY: Final = frozenset(("actor", "country", "institution", "people", "title"))
"""Marks of those who can act or be acted upon."""
BODIES: Final = frozenset(("government", "military", "armed-group", "organisation", "alliance", "party", "company"))
"""Kinds of phrases that name a body of people."""
PUBLISHERS: Final = frozenset(("agency", "outlet", "media"))
"""Kinds of phrases that name who publishes what others say."""
ARMED: Final = frozenset(("military", "armed-group"))
"""Those who act by force of arms."""
AUTHORITIES: Final = frozenset(("state", "government", "military"))
"""A state, its government and its army."""
POWERS: Final = AUTHORITIES | {"alliance"}
"""States and those who act for them."""
FORCES: Final = POWERS | ARMED
"""Those who take sides in a fight."""
HUMANS: Final = frozenset(("people", "person"))
"""Kinds of phrases that name people, one or many."""
OBJECTS: Final = frozenset(("thing", "machine"))
LIFELESS: Final = OBJECTS | {"place"}
"""Kinds of phrases that name nobody."""
BLOCS: Final = FORCES | {"organisation", "party"}
"""Those who stand on a side as one body."""
GROUPS: Final = BLOCS | {"people"}
PARTIES: Final = GROUPS | {"person"}
"""Those who do something to each other; without a person, many together."""
SPEAKERS: Final = PARTIES | PUBLISHERS
"""Those who say something."""
DEALERS: Final = PARTIES | {"company"}
"""Those who meet, give and take."""
TOLLS: Final = frozenset(("assault.casualties", "assault.leave-dead"))
"""Entries of the dead and wounded that a deed leaves behind."""
REPELS: Final = frozenset(("assault.rout", "assault.repel"))
"""Entries of fights that have two doers beside a verb of one."""
RIOTS: Final = frozenset(("protest.riot.clash", "protest.mutual-police"))
"""Entries of clashes of a crowd with the police."""
