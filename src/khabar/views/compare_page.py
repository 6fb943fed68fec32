"""A comparison as one page that needs nothing else: no script, no font, no address."""

from __future__ import annotations

from html import escape

from khabar.views.compare import Cell, Comparison, Row

_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
table{border-collapse:collapse;width:100%;margin:.3rem 0 1.4rem}
th,td{text-align:start;vertical-align:top;padding:.25rem .6rem;border-bottom:1px solid #ddd}
th{font-weight:600}
blockquote{margin:.2rem 0;padding:.2rem .8rem;border-inline-start:3px solid #888;font-size:1.05rem}
.differs{background:#fff3d6}.no{background:#fbe3e0}.dim{color:#5c5c5c}
.bar{display:inline-block;height:.6rem;background:#2b6cb0;vertical-align:middle}
summary{cursor:pointer;font-weight:600;margin:.6rem 0}
@media (prefers-color-scheme:dark){body{color:#eee;background:#161616}th,td{border-color:#444}
.differs{background:#4a3a10}.no{background:#4d2420}.dim{color:#aaa}.bar{background:#63a4e8}}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(found: Comparison) -> str:
    """The whole page, in English, with Arabic where the articles have it."""
    title = f"{found.a} and {found.b}"
    parts = [
        "<!doctype html><html lang='en'><meta charset='utf-8'>",
        "<meta name='viewport' content='width=device-width,initial-scale=1'>",
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{escape(title)}</title><style>{_STYLE}</style><main>",
        f"<h1>{_words(title)}</h1>",
        _summary(found),
        _agreement(found),
    ]
    for article in found.articles:
        differing = [row for row in article.rows if not row.agrees]
        state = f"{len(article.rows)} claims, {len(differing)} not the same"
        opened = " open" if differing else ""
        parts.append(f"<details{opened}><summary>{_words(article.id)} <span class='dim'>{state}</span></summary>")
        parts += [_claim(row, found) for row in article.rows]
        parts.append("</details>")
    return "\n".join([*parts, "</main></html>\n"])


def _words(text: str) -> str:
    return f"<bdi>{escape(text)}</bdi>"


def _summary(found: Comparison) -> str:
    report = found.report
    both = sum(row.seen == "both" for article in found.articles for row in article.rows)
    lines = [
        f"{report.articles} articles; {report.gold} claims in {_words(found.a)}, {report.predicted} in "
        f"{_words(found.b)}, {both} in both",
        f"agreement (claim score) <strong>{report.claim_score:.3f}</strong>; events agree (B-cubed, across articles) "
        f"{report.event_b3_across:.3f}",
    ]
    for name, alone in ((found.a, found.only_a), (found.b, found.only_b)):
        if alone:
            lines.append(f"only in {_words(name)}: {', '.join(map(_words, alone))}")
    return "".join(f"<p>{line}</p>" for line in lines)


def _agreement(found: Comparison) -> str:
    rows = "".join(
        f"<tr><th scope='row'>{escape(name)}</th><td>{value:.3f}</td>"
        f"<td><span class='bar' style='width:{value * 12:.2f}rem'></span></td></tr>"
        for name, value in found.report.fields.items()
    )
    head = "<thead><tr><th scope='col'>field</th><th scope='col'>agreement</th><th></th></tr></thead>"
    return f"<table><caption>Agreement by field, of claims in both</caption>{head}<tbody>{rows}</tbody></table>"


def _claim(row: Row, found: Comparison) -> str:
    quote = f"<p><strong>{_words(row.trigger)}</strong></p><blockquote dir='auto'>{escape(row.quote)}</blockquote>"
    if row.seen != "both":
        name = found.a if row.seen == "a" else found.b
        quote += f"<p class='dim'>only in {_words(name)}</p>"
    head = (
        f"<thead><tr><th scope='col'>field</th><th scope='col'>{_words(found.a)}</th>"
        f"<th scope='col'>{_words(found.b)}</th><th scope='col'>agreement</th></tr></thead>"
    )
    return f"{quote}<table>{head}<tbody>{''.join(map(_cell, row.cells))}</tbody></table>"


def _cell(cell: Cell) -> str:
    mark = "" if cell.score in (1, None) else " class='no'" if cell.score == 0 else " class='differs'"
    score = "" if cell.score is None else f"{cell.score:.2f}"
    return (
        f"<tr{mark}><th scope='row'>{escape(cell.field)}</th><td>{_words(cell.a)}</td><td>{_words(cell.b)}</td>"
        f"<td>{score}</td></tr>"
    )
