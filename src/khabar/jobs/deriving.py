"""What is derived from articles beside their events: what is printed more than once, what is told to answer what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from khabar.jobs.copying import add_texts, texts_of
from khabar.linking.responses import Response
from khabar.model import Article, Extraction
from khabar.store import StoredResponse
from khabar.store.kept import Kept


class Derived:
    """What is derived from articles with claims, (key, article, extraction), worked out and not kept yet; ``answers``:
    what :func:`khabar.linking.responses.responses` finds in each."""

    def __init__(self, rows: Sequence[tuple[int, Article, Extraction]], answers: Iterable[Sequence[Response]]) -> None:
        self._texts = [(pk, texts_of(article, found)) for pk, article, found in rows]
        self._answers = [
            StoredResponse(kind=kind, article=article.id, answer=answer, cause=cause, start=start, end=end)
            for (_, article, _), told in zip(rows, answers, strict=True)
            for kind, answer, cause, start, end in told
        ]

    def keep(self, kept: Kept) -> None:
        """Keep it; what is kept already is passed over."""
        done = kept.copies.sought([pk for pk, _ in self._texts])
        add_texts(kept.copies, [(pk, texts) for pk, texts in self._texts if pk not in done])
        if self._answers:
            kept.add_responses(self._answers)
