"""Families of claim types, of marks and of phrases that several rules of this layer share."""

from __future__ import annotations

from typing import Final

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
POWERS: Final = frozenset(("state", "government", "military", "alliance"))
"""States and those who act for them."""
FORCES: Final = POWERS | ARMED
"""Those who take sides in a fight."""
