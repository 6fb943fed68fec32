"""What several pages need: their parameters and parts of lists."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends, Query, Request

from khabar.api.query import DEEPEST
from khabar.model import Record
from khabar.web.render import View

SIZE = 40


def view_of_request(request: Request, lang: Annotated[str, Query(pattern="^(ar|en|)$")] = "") -> View:
    """The view of a request; its language is one there is."""
    return View(request)


Asked = Annotated[View, Depends(view_of_request)]
Start = Annotated[int, Query(ge=0, le=DEEPEST)]


class Part(Record, frozen=True, kw_only=True):
    """Which part of a list is shown, and links to those before and after it."""

    first: int
    last: int
    total: int | None
    previous: str | None
    next: str | None


def part_of(view: View, start: int, shown: int, total: int | None = None, size: int = SIZE) -> Part:
    """The part that starts at ``start`` and shows ``shown`` items. Without a total a full part may have a next."""
    more = start + size < total if total is not None else shown == size
    before: Any = max(0, start - size)
    return Part(
        first=start + 1 if shown else 0, last=start + shown, total=total,
        previous=view.here(start=before or None) if start else None,
        next=view.here(start=start + size) if more and shown else None,
    )  # fmt: skip
