"""A comparison as one page that needs nothing else: no script, no font, no address.

Claims stand in their sentences, both sides beside each other, with every field and the rule behind it below.
"""

from __future__ import annotations

from html import escape

from khabar.views.compare import ArticleRows, Cell, Comparison, Row
from khabar.views.compare_filters import anchors, classes, filters, rules_of, state, told
from khabar.views.compare_style import POLICY, STYLE
from khabar.views.compare_tables import by_field, by_type, fields_by_type, figures, per_article
from khabar.views.compare_text import Piece, Stretch, pieces, stretches
from khabar.views.plain import plain, shown

_SIGNS = {"same": "✓", "differs": "~", "other": "✗", "a": "−", "b": "+"}


def page(found: Comparison) -> str:
    """The whole page, in English, with Arabic where the articles have it."""
    title = "Found claims against coded ones" if found.coded else f"{found.a} and {found.b}"
    chosen = filters(found)
    parts = [
        "<!doctype html><html lang='en'><head><meta charset='utf-8'>",
        "<meta name='viewport' content='width=device-width,initial-scale=1'>",
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        f"<title>{escape(plain(title))}</title><style>{STYLE}{rules_of(chosen)}</style></head><body><main>",
        f"<h1>{shown(title)}</h1>",
        figures(found),
        by_type(found, chosen),
        by_field(found, chosen),
        fields_by_type(found),
        per_article(found),
        anchors(chosen, sum(len(article.rows) for article in found.articles)),
        _legend(found),
        *(_article(number, article, found) for number, article in enumerate(found.articles, 1)),
    ]
    return "\n".join([*parts, "</main></body></html>\n"])


def _legend(found: Comparison) -> str:
    signs = " ".join(
        f"<span class='mark {name}'>{_SIGNS[name]} {shown(label)}</span>" for name, label in told(found).items()
    )
    return (
        f"<p class='dim'>A marked word is a claim's trigger, numbered alike on both sides: {signs}. "
        "<span class='q'>Underlined</span>: a claim's quote; <span class='q q2'>thick</span>: several.</p>"
    )


def _article(number: int, article: ArticleRows, found: Comparison) -> str:
    parts = [
        f"<section class='article {classes(article.rows)}' id='article-{number}'>",
        f"<h2>{shown(article.id)}</h2>",
    ]
    if article.about:
        parts.append(f"<p class='dim'>{' · '.join(map(shown, article.about))}</p>")
    placed: set[int] = set()
    for stretch in stretches(article):
        parts.append(_stretch(stretch, article, found))
        placed.update(stretch.rows)
    parts += [_claim(index, row, found) for index, row in enumerate(article.rows) if index not in placed]
    return "\n".join([*parts, "</section>"])


def _stretch(stretch: Stretch, article: ArticleRows, found: Comparison) -> str:
    if not stretch.rows:
        words = plain(article.text[stretch.start : stretch.end].strip())
        return f"<p class='quiet' dir='{_direction(words)}'>{escape(words)}</p>"
    rows = [article.rows[index] for index in stretch.rows]
    sides = "".join(
        f"<div><span class='label'>{shown(name)}</span>{_sentence(stretch, article, first=first)}</div>"
        for name, first in ((found.a, True), (found.b, False))
    )
    claims = "".join(_claim(index, article.rows[index], found) for index in stretch.rows)
    return f"<div class='{classes(rows)}'><div class='sentences'>{sides}</div>{claims}</div>"


def _sentence(stretch: Stretch, article: ArticleRows, *, first: bool) -> str:
    words = plain(article.text[stretch.start : stretch.end])
    cut = pieces(article.text, stretch, article.rows, first=first)
    marked = "".join(_piece(piece, article.rows) for piece in cut)
    return f"<p class='text' dir='{_direction(words)}'>{marked}</p>"


def _piece(piece: Piece, rows: tuple[Row, ...]) -> str:
    words = escape(plain(piece.text))
    if piece.trigger is not None:
        words = f"<mark class='mark {state(rows[piece.trigger])}'>{words}</mark>"
    if piece.depth:
        words = f"<span class='q{' q2' if piece.depth > 1 else ''}'>{words}</span>"
    return words + "".join(f"<sup>{index + 1}</sup>" for index in piece.closes)


def _claim(index: int, row: Row, found: Comparison) -> str:
    kind = state(row)
    types = " → ".join(dict.fromkeys(escape(plain(side.type)) for side in row.sides))
    wrong = f" <span class='dim'>{', '.join(row.wrong)}</span>" if row.wrong else ""
    score = f" <span class='dim'>{row.score:.2f}</span>" if row.seen == "both" else ""
    head = (
        f"<summary><span class='mark {kind}'>{_SIGNS[kind]} {shown(told(found)[kind])}</span> {index + 1} · {types} · "
        f"<bdi class='trigger'>{escape(plain(row.sides[0].trigger))}</bdi>{score}{wrong}</summary>"
    )
    opened = "" if kind == "same" else " open"
    return f"<details class='claim {classes([row])}'{opened}>{head}{_fields(row, found)}</details>"


def _fields(row: Row, found: Comparison) -> str:
    quotes = Cell(field="quote", a=row.a.quote if row.a else "", b=row.b.quote if row.b else "", score=None)
    ruled = any(rule for cell in row.cells for rule in cell.rules)
    heads = ["field"]
    heads += [name for name, side in ((found.a, row.a), (found.b, row.b)) if side]
    heads += (["rule"] if ruled else []) + (["agreement"] if row.seen == "both" else [])
    kinds = {"rule": " class='rule'", "agreement": " class='verdict'"}
    head = "".join(f"<th scope='col'{kinds.get(name, '')}>{shown(name)}</th>" for name in heads)
    body = "".join(_cell(cell, row, found, ruled=ruled) for cell in (quotes, *row.cells))
    lone = "" if row.seen == "both" else " class='lone'"
    return f"<table{lone}><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(cell: Cell, row: Row, found: Comparison, *, ruled: bool) -> str:
    mark = "" if cell.score in (1, None) else " class='no'" if cell.score == 0 else " class='part'"
    parts = [f"<tr{mark}><th scope='row'>{escape(cell.field)}</th>"]
    for name, side, value in ((found.a, row.a, cell.a), (found.b, row.b, cell.b)):
        if side:
            data = escape(plain(name), quote=True)
            direction = f" dir='{_direction(value)}'" if cell.field == "quote" else ""
            parts.append(f"<td class='value' data-side='{data}'{direction}>{shown(value) if value else '—'}</td>")
    if ruled:
        parts.append(f"<td class='rule'>{'; '.join(shown(rule) for rule in cell.rules if rule)}</td>")
    if row.seen == "both":
        parts.append(f"<td class='verdict'>{_verdict(cell)}</td>")
    return "".join([*parts, "</tr>"])


def _verdict(cell: Cell) -> str:
    if cell.score is None:
        return ""
    if cell.score == 1:
        return "✓"
    named = f" {', '.join(cell.wrong)}" if cell.wrong not in ((), (cell.field,)) else ""
    return f"✗{named}" if cell.score == 0 else f"~ {cell.score:.2f}{named}"


def _direction(words: str) -> str:
    """Sentences with Arabic letters run right to left, whatever they begin with."""
    return "rtl" if any("\u0590" <= letter <= "\u08ff" for letter in words) else "auto"
