"""Find the source a person means: by name in any spelling, in Arabic or English, or by id."""

from __future__ import annotations

from collections.abc import Iterable

from khabar.errors import KhabarError
from khabar.store.search import folded
from khabar.views.sources import Source
from khabar.views.sources_known import find_body, find_publisher
from khabar.views.sources_names import publisher_words, words_of

_SHOWN = 8


def find_source(sources: Iterable[Source], name: str) -> str:
    """Id of the one source meant by ``name``. KhabarError where there is none, or several, which are then named."""
    everyone = list(sources)
    if any(source.id == name for source in everyone):
        return name
    for near in (_exactly, _in_other_words, _as_part):
        found = [source for source in everyone if near(source, name)]
        named = [source for source in found if not source.nameless]
        if len(named or found) == 1:
            return (named or found)[0].id
        if found:
            shown = "; ".join(source.id for source in (named or found)[:_SHOWN])
            more = len(named or found) - _SHOWN
            rest = f" and {more} more" if more > 0 else ""
            raise KhabarError(f"{name} may be {shown}{rest}; give one of these")
    raise KhabarError(f"there is no source {name}; list them with: khabar sources")


def _exactly(source: Source, name: str) -> bool:
    wanted = folded(name)
    return any(folded(known) == wanted for known in (*source.names, source.en or ""))


def _in_other_words(source: Source, name: str) -> bool:
    known = find_publisher(name) or find_body(name)
    if known is not None and known.id == source.id:
        return True
    words = (words_of(name), publisher_words(name))
    return any(words_of(other) == words[0] or publisher_words(other) == words[1] for other in source.names)


def _as_part(source: Source, name: str) -> bool:
    wanted = folded(name)
    return any(wanted in folded(known) for known in (*source.names, source.en or ""))
