"""The figures on top of a comparison's page, as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

from khabar.views.agreement import FIELDS
from khabar.views.compare import Comparison
from khabar.views.compare_filters import STATES, Filter, state, told, type_class
from khabar.views.evaluate import Rate
from khabar.views.plain import shown


def figures(found: Comparison) -> str:
    """The headline figures."""
    report = found.report
    both = sum(row.seen == "both" for article in found.articles for row in article.rows)
    lines = [
        f"{report.articles} articles; {report.gold} claims in {shown(found.a)}, {report.predicted} in "
        f"{shown(found.b)}, {both} in both",
        f"{'' if found.coded else 'agreement '}claim score <strong>{report.claim_score:.3f}</strong>; events agree "
        f"(B-cubed, across articles) {report.event_b3_across:.3f}",
    ]
    for name, alone in ((found.a, found.only_a), (found.b, found.only_b)):
        if alone:
            lines.append(f"articles only in {shown(name)}: {', '.join(map(shown, alone))}")
    rates = {
        "claims of the right type": report.detection,
        "claims of any type": report.detection_any_type,
        "whole records": report.whole_record,
        "tallies": report.tallies,
    }
    rows = [(escape(name), *_rate(one, found)) for name, one in rates.items()]
    return "".join(f"<p>{line}</p>" for line in lines) + _table("In all", ("", *_rate_heads(found)), rows)


def by_type(found: Comparison, chosen: Sequence[Filter]) -> str:
    """A row for each event type, with the mean of its twelve field scores."""
    rows = []
    for name, one in found.report.types.items():
        scores = found.report.type_fields.get(name)
        mean = f"{sum(scores.values()) / len(scores):.3f}" if scores else ""
        rows.append((_linked(name, type_class(name), chosen), *_rate(one, found), mean))
    return _table("By event type", ("type", *_rate_heads(found), "fields"), rows)


def by_field(found: Comparison, chosen: Sequence[Filter]) -> str:
    """A row for each field: values counted over the claims that both have with one type, and the mean score."""
    rows = []
    for name, value in found.report.fields.items():
        length = f"<span class='bar' style='width:{value * 8:.2f}rem'></span>"
        rows.append(
            (
                _linked(name, "wrong-" + name, chosen),
                *_rate(found.report.field_rates[name], found),
                f"{value:.3f}",
                length,
            )
        )
    title = "By field: values of the claims that both have with one type; a mean score counts empty against empty as 1"
    return _table(title, ("field", *_rate_heads(found), "mean", ""), rows)


def fields_by_type(found: Comparison) -> str:
    """Mean field scores of every type, folded away."""
    rows = [
        (shown(name), str(round(found.report.types[name].hit)), *(f"{scores[field]:.2f}" for field in FIELDS))
        for name, scores in found.report.type_fields.items()
    ]
    table = _table("Mean field scores of the claims that both have", ("type", "both", *FIELDS), rows)
    return f"<details><summary>Fields by type</summary>{table}</details>"


def per_article(found: Comparison) -> str:
    """How many claims of each state every article has, folded away."""
    rows = []
    for number, article in enumerate(found.articles, 1):
        counts = Counter(state(row) for row in article.rows)
        link = f"<a href='#article-{number}'>{shown(article.id)}</a>"
        rows.append((link, *(str(counts[name]) for name in STATES)))
    heads = ("article", *told(found).values())
    return f"<details><summary>Articles</summary>{_table('Claims of each article', heads, rows)}</details>"


def _rate_heads(found: Comparison) -> tuple[str, ...]:
    if found.coded:
        return ("gold", "found", "hit", "P", "R", "F1")
    return (found.a, found.b, "both", "F1")


def _rate(one: Rate, found: Comparison) -> tuple[str, ...]:
    counts = (str(one.gold), str(one.found), f"{one.hit:.1f}".removesuffix(".0"))
    rates = (one.p, one.r, one.f1) if found.coded else (one.f1,)
    return (*counts, *(f"{value:.3f}" for value in rates))


def _linked(name: str, target: str, chosen: Sequence[Filter]) -> str:
    known = any(one.name == target for one in chosen)
    return f"<a href='#{target}'>{shown(name)}</a>" if known else shown(name)


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """``rows`` hold HTML, ``title`` and ``heads`` plain words."""
    head = "".join(f"<th scope='col'>{shown(name) if name else ''}</th>" for name in heads)
    body = "".join(
        f"<tr><th scope='row'>{first}</th>{''.join(f'<td>{cell}</td>' for cell in rest)}</tr>" for first, *rest in rows
    )
    return (
        f"<div class='wide'><table class='numbers'><caption>{escape(title)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
