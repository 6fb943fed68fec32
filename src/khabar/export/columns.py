"""Where the columns come from that several formats share."""

from __future__ import annotations

CLAIM = {
    "claim_id": "id of the article and number of the claim in it",
    "event": "id of the event the claim is about; empty before linking",
    "type": "what happened: one of the 16 types of docs/codebook.md",
    "mode": "in what way, where the type has modes",
    "status": "occurred, planned, negated or uncertain",
    "stance": "of the origin towards it: reports, claims, accuses or denies",
    "date": "EDTF, as far as the article fixes it; empty where nothing does",
    "day_low": "first day the date covers",
    "day_high": "last day the date covers; 9999-12-31 where it is open",
    "place": "the place as written",
    "country": "alpha-3 code of the state the place lies in",
    "lat": "of the place by the gazetteer; of a country its middle",
    "lon": "of the place by the gazetteer; of a country its middle",
    "article": "id of the article",
    "source": "the outlet",
    "published": "day of publication, as far as known",
    "title": "of the article",
    "url": "of the article",
    "quote": "the words of the article that state it",
}
"""What is told of a claim and its article, by column."""
