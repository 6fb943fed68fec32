"""The extractor ``transformers``: names of a model join the marks of the lexicon, then the default's rules read on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import nan

import msgspec

from khabar.claims import ClaimReader
from khabar.claims.tallies import find_tallies
from khabar.extractors.protocol import Capabilities
from khabar.extractors.readings import merge
from khabar.extractors.tagger import Settings
from khabar.extractors.tagging.names import Name, kinds_of, names_in, windows
from khabar.extractors.tagging.runtime import Runtime
from khabar.ingest.clean import sections
from khabar.lexicon.found import Mark
from khabar.lexicon.schema import ActorEntry, PlaceRow
from khabar.lexicon.senses import Sense
from khabar.mentions.reading import Reading
from khabar.model import Article, Claim, Extraction, Link, Mention, Party, Tally, Where
from khabar.pipeline import extract, readings

_TAGGED = "tagged:"
"""Begins the ids of entries made for names that no resource knows; no such id leaves this module."""
_KNOWN = ("actor", "place", "country")


class TaggingExtractor:
    """Reads with the names of a token-classification model beside the lexicon's."""

    name = "transformers"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.runtime = Runtime(settings)
        self.kinds = kinds_of(self.runtime.labels, settings.labels)
        self.capabilities = Capabilities(mentions=True, works="batches", batch=settings.batch)

    def extract(self, article: Article) -> Extraction:
        """Claims and mentions of one article."""
        found = self.extract_batch([article])[0]
        if isinstance(found, Exception):
            raise found
        return found

    def extract_batch(self, articles: Sequence[Article]) -> list[Extraction | Exception]:
        """Claims and mentions of some articles; the fault of one stays with it."""
        results: list[Extraction | Exception] = []
        for article, names in zip(articles, self.names([one.text for one in articles]), strict=True):
            try:
                results.append(self._read(article, names))
            except Exception as error:  # given back, so that it stays with its article
                results.append(error)
        return results

    def names(self, texts: Sequence[str]) -> list[list[Name]]:
        """The names of each text, in order; windows of all texts go through the model together, like lengths with
        like."""
        cut = [(n, at, piece) for n, text in enumerate(texts) for at, piece in windows(text, self.runtime)]
        cut.sort(key=lambda window: len(window[2]))
        found: list[list[Name]] = [[] for _ in texts]
        for first in range(0, len(cut), self.settings.windows):
            part = cut[first : first + self.settings.windows]
            for (n, at, piece), scored in zip(part, self.runtime.score([one[2] for one in part]), strict=True):
                for name in names_in(scored, piece, self.runtime.labels, self.kinds, self.settings.least):
                    found[n].append(name._replace(start=name.start + at, end=name.end + at))
        return [sorted(names) for names in found]

    def _read(self, article: Article, names: Sequence[Name]) -> Extraction:
        default = extract(article)
        mentions = tuple(self._mention(article.text, name) for name in names)
        claims: list[Claim] = []
        tallies: list[Tally] = []
        new = 0
        for reading, _ in readings(article, sections(article.text, article.title)):
            new += add_names(reading, names)
            reader = ClaimReader(reading)
            own = reader.claims()
            claims += own
            tallies += find_tallies(reader, own)
        if not new:
            return msgspec.structs.replace(default, mentions=mentions)
        plain = [_without_tags(claim) for claim in claims]
        merged, _ = merge(article.text, plain, default.claims, (self.name, "default"))
        return msgspec.structs.replace(default, claims=tuple(merged), tallies=tuple(tallies), mentions=mentions)

    def _mention(self, text: str, name: Name) -> Mention:
        value = {"text": text[name.start : name.end], "kind": name.kind, "label": name.label, "score": name.score}
        kind = "place" if name.kind == "place" else "actor"
        rule = f"transformers {self.runtime.name}"
        return Mention(start=name.start, end=name.end, kind=kind, value=value, rule=rule)


def add_names(reading: Reading, names: Iterable[Name]) -> int:
    """Put ``names`` that the lexicon does not know among the marks of a fresh ``reading``; gives how many. Marks of the
    lexicon stay as they are."""
    known = {at for kind in _KNOWN for found in reading.marks.of(kind) for at in range(found.first, found.last + 1)}
    added = 0
    for name in names:
        mark = _mark(reading, name)
        if mark is None or any(at in known for at in range(mark.first, mark.last + 1)):
            continue
        added += 1
        by_kind = reading.marks.by_kind
        by_kind[mark.kind] = sorted([*by_kind.get(mark.kind, []), mark], key=lambda one: (one.first, -one.last))
        reading.lex[mark.first] = {**reading.lex[mark.first], mark.kind: mark}
    return added


def _mark(reading: Reading, name: Name) -> Mark | None:
    """The mark for a name; None where it lies in furniture or runs over the end of a sentence."""
    tokens = reading.tokens
    first = tokens.at(tokens.folded.folded(name.start))
    last = tokens.at(max(0, tokens.folded.folded(name.end) - 1))
    if last >= len(tokens) or reading.sentence_at[first] < 0 or reading.sentence_at[first] != reading.sentence_at[last]:
        return None
    text = reading.bare(first, last)[2]
    given = f"{_TAGGED}{text}"
    if name.kind == "place":
        row = PlaceRow(given, text, (), "", "town", None, "", nan, nan, False)
        return Mark(first, last, Sense("place", row, "name"))
    kind = "person" if name.kind == "person" else "organisation"
    return Mark(first, last, Sense("actor", ActorEntry(id=given, names=(text,), kind=kind), "name"))


def _without_tags(claim: Claim) -> Claim:
    """``claim`` without the ids that were made for the names: nothing is known of them."""

    def plain(part: Party) -> Party:
        return msgspec.structs.replace(part, actor=None) if _made(part.actor) else part

    def plain_link(part: Link) -> Link:
        return msgspec.structs.replace(part, actor=None) if _made(part.actor) else part

    place: Where | None = claim.place
    if place is not None and _made(place.place):
        place = msgspec.structs.replace(place, place=None, precision=None)
    return msgspec.structs.replace(
        claim,
        actors=tuple(map(plain, claim.actors)),
        targets=tuple(map(plain, claim.targets)),
        isnad=tuple(map(plain_link, claim.isnad)),
        place=place,
    )


def _made(given: str | None) -> bool:
    return given is not None and given.startswith(_TAGGED)
