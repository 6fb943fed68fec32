"""Tables of a store, in SQLAlchemy Core, the same for every database.

A claim is kept twice: whole, as JSON in ``payload``, and as the columns that questions filter by. Days are ISO
strings (``low`` and ``high`` of the range a date covers), so that they compare as text in every database. ``folded``
columns hold spelling-folded names for matching. Text is compared code point by code point in every database. What
changed from version to version is in :mod:`khabar.store.migrating`.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    UniqueConstraint,
)
from sqlalchemy import Text as AnyText

VERSION = 6
metadata = MetaData()
Text = AnyText().with_variant(AnyText(collation="C"), "postgresql")

meta = Table("khabar_meta", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

runs = Table(
    "runs",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("command", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("started", Text, nullable=False),
    Column("ended", Text),
    Column("stored", Integer),
    Column("duplicates", Integer),
    Column("quarantined", Integer),
)

articles = Table(
    "articles",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("key", Text, nullable=False, unique=True),
    Column("hash", Text, nullable=False, index=True),
    Column("source", Text, index=True),
    Column("source_folded", Text, nullable=False, index=True),
    Column("url", Text),
    Column("title", Text),
    Column("published", Text),
    Column("reported_low", Text),
    Column("reported_high", Text, index=True),
    Column("dating", Text),
    Column("language", Text),
    Column("origin", Text),
    Column("text", Text, nullable=False),
    Column("sections", Text, nullable=False),
    Column("run", ForeignKey("runs.pk"), index=True),
)

claims = Table(
    "claims",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("article", ForeignKey("articles.pk"), nullable=False),
    Column("n", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("status", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("date", Text),
    Column("day_low", Text),
    Column("day_high", Text),
    Column("place", Text),
    Column("place_folded", Text),
    Column("place_id", Text),
    Column("country", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("evidence_start", Integer, nullable=False),
    Column("evidence_end", Integer, nullable=False),
    Column("event", Text, index=True),
    Column("payload", Text, nullable=False),
    UniqueConstraint("article", "n"),
    Index("claims_by_type_and_day", "type", "day_low"),
    Index("claims_by_day", "day_low", "day_high"),
    Index("claims_by_country", "country"),
)

parties = Table(
    "parties",
    metadata,
    Column("claim", ForeignKey("claims.pk"), primary_key=True),
    Column("role", Text, primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True),
    Column("country", Text, index=True),
    Column("actor", Text, index=True),
)

figures = Table(
    "figures",
    metadata,
    Column("claim", ForeignKey("claims.pk"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("what", Text, nullable=False, index=True),
    Column("low", Float, nullable=False),
    Column("high", Float),
    Column("of", Text),
)

links = Table(
    "links",
    metadata,
    Column("claim", ForeignKey("claims.pk"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False, index=True),
    Column("actor", Text, index=True),
)

article_copies = Table(
    "article_copies",
    metadata,
    Column("article", ForeignKey("articles.pk"), primary_key=True),
    Column("text_group", Integer, nullable=False, index=True),
)
"""Derived: articles whose texts are near duplicates share a group."""

claim_copies = Table(
    "claim_copies",
    metadata,
    Column("claim", ForeignKey("claims.pk"), primary_key=True),
    Column("passage_group", Integer, nullable=False, index=True),
)
"""Derived: claims of different articles whose sentences are near duplicates share a group."""

tallies = Table(
    "tallies",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("article", ForeignKey("articles.pk"), nullable=False),
    Column("n", Integer, nullable=False),
    Column("what", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True),
    Column("low", Float, nullable=False),
    Column("high", Float),
    Column("unit", Text),
    Column("place", Text),
    Column("country", Text),
    Column("since", Text),
    Column("payload", Text, nullable=False),
    UniqueConstraint("article", "n"),
)

events = Table(
    "events",
    metadata,
    Column("id", Text, primary_key=True),
    Column("current", Boolean, nullable=False),
    Column("type", Text, nullable=False, index=True),
    Column("mode", Text),
    Column("day_low", Text, index=True),
    Column("day_high", Text),
    Column("country", Text),
    Column("claims", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
)

event_aliases = Table(
    "event_aliases",
    metadata,
    Column("old", Text, primary_key=True),
    Column("new", Text, nullable=False, index=True),
    Column("reason", Text, nullable=False),
)

event_changes = Table(
    "event_changes",
    metadata,
    Column("old", Text, primary_key=True),
    Column("new", Text, primary_key=True),
    Column("noted", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("claims", Integer, nullable=False),
    Index("event_changes_by_new", "new"),
)
"""How events changed as articles came: so many ``claims`` that were of ``old`` became ``new`` by a merge (nothing of
``old`` is left), a split (``new`` was none before) or a move."""

responses = Table(
    "responses",
    metadata,
    Column("answer", ForeignKey("claims.pk"), primary_key=True),
    Column("cause", ForeignKey("claims.pk"), primary_key=True),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("responses_by_cause", "cause"),
)
"""Derived: claims whose article says that the event of one is in response to, or comes after, the other's; ``start``
and ``end`` of the words that say so."""

link_groups = Table(
    "link_groups",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("article", ForeignKey("articles.pk"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("claims", Text, nullable=False),
    Column("published", Integer),
    Column("earliest", Integer, nullable=False),
    Column("days", LargeBinary, nullable=False),
    Column("component", Integer, nullable=False),
    Column("event", Integer, index=True),
    Column("scores", LargeBinary, nullable=False),
    Index("link_groups_by_component", "component", "event"),
)
"""Kept for linking: what one article tells of one event, in order of arrival. ``name``: the id of the event that begins
with it; ``claims``: their numbers; ``published``, ``earliest``, ``days``: when it may have been; ``component``: the
first group it hangs together with; ``event``: the first group of its event, None before it is assigned; ``scores`` with
groups that came before."""

link_profiles = Table(
    "link_profiles",
    metadata,
    Column("grp", ForeignKey("link_groups.pk"), primary_key=True),
    Column("profile", LargeBinary, nullable=False),
)
"""Kept for linking: what a group is compared by."""

link_views = Table(
    "link_views",
    metadata,
    Column("article", ForeignKey("articles.pk"), primary_key=True),
    Column("packed", LargeBinary, nullable=False),
)
"""Kept for linking: what an article is compared by."""

link_posts = Table(
    "link_posts",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("slot", Integer, primary_key=True, autoincrement=False),
    Column("grp", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""Kept for linking: what groups are found by, a name or two and a slot of time."""

copy_texts = Table(
    "copy_texts",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("article", ForeignKey("articles.pk"), nullable=False, index=True),
    Column("same", BigInteger, nullable=False, index=True),
    Column("grp", Integer, nullable=False, index=True),
    Column("claims", Text),
    Column("runs", LargeBinary, nullable=False),
)
"""Kept for finding copies: articles with claims, and sentences that claims rest on. ``same``: equal for equal texts;
``grp``: the first text that it is alike to, directly or through others; ``claims``: keys of those that rest on a
sentence, None for an article; ``runs``: hashes of its runs of words."""

copy_marks = Table(
    "copy_marks",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("text", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""Kept for finding copies: of the texts' hashes the smallest; what is much alike shares one."""

quarantine = Table(
    "quarantine",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("origin", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("sample", Text),
    Column("run", ForeignKey("runs.pk")),
    UniqueConstraint("origin", "sha256"),
)
