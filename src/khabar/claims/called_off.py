"""Visits, meetings and protests that were called off or put off (ألغى الرئيس زيارته, تأجيل اجتماع), or to which
somebody is only invited."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS
from khabar.claims.visitors import INVITATIONS
from khabar.mentions.reading import Reading

_CANCELS: Final = frozenset("الغى الغت الغوا الغيا يلغي تلغي يلغون الغيت الغي الغاء الغائه الغائها ملغيا ملغية".split())
_DELAYS: Final = frozenset(
    "ارجا ارجات ارجاوا يرجئ ترجئ ارجئ ارجئت ارجاء تاجيل تاجيله تاجلت تاجل اجل اجلت اجلوا يؤجل تؤجل سيؤجل".split()
)
_ALSO_NOUN: Final = frozenset(("اجل", "تاجل"))
_UNTOLD: Final = frozenset(("لبى", "لبت", "يلبي", "تلبية", "بناء", "استجابة"))
"""Words by which the visit that somebody was invited to takes place."""
_REACH: Final = 10
_FORMS: Final = frozenset(("visit", "meet", "negotiate"))


def called_off(reading: Reading, candidate: Candidate) -> str:
    """``negated``: its clause calls it off; ``planned``: it is put off, or somebody is invited to it; else empty."""
    protest = candidate.type == "PROTEST"
    if candidate.pos != "n" or not (protest or (candidate.type == "CONSULT" and candidate.mode in _FORMS)):
        return ""
    first = candidate.first
    invited = candidate.mode == "visit" and ("ل" in reading.words[first].pro or reading.forms[first - 1] == "الى")
    if not invited and reading.prep(first):
        return ""
    start = max(reading.sentences[candidate.sentence].first, first - _REACH)
    for at in range(first - 1, start - 1, -1):
        core, verb = reading.words[at].core, reading.acts[at]
        if invited:
            if core in INVITATIONS:
                led = {reading.words[one].core for one in range(max(start, at - 3), at)}
                return "planned" if led.isdisjoint(_UNTOLD) else ""
        elif core in _CANCELS:
            return "negated"
        elif core in _DELAYS and (verb or core not in _ALSO_NOUN):
            return "planned"
        if verb or reading.forms[at] in STOPS:
            return ""
        if not invited and reading.prep(at):
            return ""
    return ""
