"""Where articles, claims and events are kept: one schema, SQLite by default. Depends on the model and folding
only."""

from khabar.store.database import StoreError
from khabar.store.records import (
    Counts,
    EventChange,
    EventRow,
    Filter,
    Quarantined,
    Size,
    StoredArticle,
    StoredClaim,
    StoredResponse,
    StoredTally,
)
from khabar.store.store import Store

__all__ = [
    "Counts",
    "EventChange",
    "EventRow",
    "Filter",
    "Quarantined",
    "Size",
    "Store",
    "StoreError",
    "StoredArticle",
    "StoredClaim",
    "StoredResponse",
    "StoredTally",
]
