"""Pages from templates: language, links that keep what was asked for, and the words that templates use."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

import msgspec
from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from khabar.model import TYPES
from khabar.views.labels import Lang, count_label, counted, kind_label, label
from khabar.views.plain import plain
from khabar.web.plotting import style_marks
from khabar.web.text import pieces
from khabar.web.words import word

PAGES = (
    ("timeline", "/"), ("events", "/events"), ("map", "/map"), ("actors", "/actors"), ("sources", "/sources"),
    ("disputes", "/disputes"), ("tallies", "/tallies"), ("search", "/search"), ("import", "/import"),
    ("exports", "/exports"), ("health", "/health"),
)  # fmt: skip
_TELLING = re.compile("[<>&\x7f-\x9f\u202a-\u202e\u2028\u2029\u2066-\u2069]")
"""Characters that could end a script element or reorder the page's source: written as escapes in JSON."""
FILTERS = ("type", "actor", "place", "since", "until", "source", "text", "as_of")


@cache
def environment() -> Environment:
    """The templates, with everything escaped unless it is Markup."""
    found = Environment(
        loader=PackageLoader("khabar.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    found.filters.update(plain=plain, pieces=lambda sentence: pieces(sentence.text, sentence.marks), number=_number)
    found.globals.update(types=TYPES, pages=PAGES, embedded=embedded, path_part=path_part, plotly_marks=style_marks)
    return found


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.10g}"


def embedded(value: Any) -> Markup:
    """``value`` as JSON inside a script element that is data: nothing in it can end the element."""
    text = msgspec.json.encode(value).decode()
    return Markup(_TELLING.sub(lambda found: f"\\u{ord(found.group()):04x}", text))


def path_part(words: str) -> str:
    """``words`` as a part of a path, slashes kept."""
    return quote(words, safe="/")


class View:
    """One request for a page: its language and its parameters."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.path = request.url.path
        given = request.query_params.get("lang", "")
        self.lang: Lang = _language(given, request.headers.get("accept-language", ""))
        self.given = [(name, value) for name, value in request.query_params.multi_items() if value and len(value) < 500]

    def values(self, name: str) -> list[str]:
        """All values given for a parameter."""
        return [value for key, value in self.given if key == name]

    def value(self, name: str) -> str:
        """The first value given for a parameter, or nothing."""
        return next(iter(self.values(name)), "")

    def url(self, path: str, **values: Any) -> str:
        """A link to ``path`` in the same language, with ``values``; lists repeat, empty ones are left out."""
        lang = self.value("lang")
        asked = {**values, **({"lang": lang} if lang in ("ar", "en") and "lang" not in values else {})}
        query = urlencode([(key, item) for key, value in asked.items() for item in _listed(value)])
        return f"{path}?{query}" if query else path

    def here(self, **changes: Any) -> str:
        """A link to this page with some parameters changed."""
        kept = [(key, value) for key, value in self.given if key not in changes]
        query = urlencode([*kept, *((key, item) for key, value in changes.items() for item in _listed(value))])
        return f"{self.path}?{query}" if query else self.path

    def filtered(self, path: str, **changes: Any) -> str:
        """A link to another page with the same filters, some changed."""
        kept = [(key, value) for key, value in self.given if key in (*FILTERS, "lang") and key not in changes]
        query = urlencode([*kept, *((key, item) for key, value in changes.items() for item in _listed(value))])
        return f"{path}?{query}" if query else path

    @property
    def narrowed(self) -> bool:
        """Whether any filter is set."""
        return any(key in FILTERS for key, _ in self.given)


def _listed(value: Any) -> Sequence[str]:
    if value is None or value == "":
        return ()
    return [str(item) for item in value] if isinstance(value, list | tuple) else [str(value)]


def _language(given: str, accepted: str) -> Lang:
    """The language asked for, else the first of the browser's that there is, else English."""
    if given in ("ar", "en"):
        return "ar" if given == "ar" else "en"
    ranked = []
    for n, part in enumerate(accepted[:500].split(",")):
        tag, _, weight = part.partition(";q=")
        ranked.append((-_weight(weight), n, tag.strip().lower()[:2]))
    for _, _, tag in sorted(ranked):
        if tag in ("ar", "en"):
            return "ar" if tag == "ar" else "en"
    return "en"


def _weight(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0


def render(view: View, template: str, values: Mapping[str, Any], status: int = 200) -> HTMLResponse:
    """The page ``template`` with ``values`` and the words of the view's language."""
    lang = view.lang
    found = environment().get_template(template)
    html = found.render(
        view=view, lang=lang, dir="rtl" if lang == "ar" else "ltr",
        t=lambda key, **named: word(key, lang, **named),
        label=lambda code: label(code, lang),
        kind_label=lambda kind, mode: kind_label(kind, mode, lang),
        count_label=lambda low, high: count_label(low, high, lang),
        counted=lambda number, code: counted(number, code, lang),
        arrow="←" if lang == "ar" else "→",
        comma="، " if lang == "ar" else ", ",
        **values,
    )  # fmt: skip
    headers = {"Content-Language": lang, "Vary": "Accept-Language"}
    return HTMLResponse(html, status_code=status, headers=headers)
