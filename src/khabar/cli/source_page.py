"""Sources in the terminal: all of them as a table, one in full, and the claims behind a number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from khabar.cli import phrases
from khabar.cli.bidi import Paragraph, harmless, isolate
from khabar.cli.event_page import marked
from khabar.views.labels import Lang, count_label, label
from khabar.views.questions import ClaimView
from khabar.views.sources_profile import MEASURES, Neighbour, SourceProfile, SourceRow

_COLUMNS = ("tells", "origin_of", "relays", "events", "first", "confirmed", "contradicted", "revised")
_MOST = 10


def print_sources(console: Console, rows: Sequence[SourceRow], lang: Lang) -> None:
    """A row for each source; a blank for none."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column(label("source", lang))
    table.add_column(label("kind", lang))
    for name in _COLUMNS:
        table.add_column(label(name, lang), justify="right")
    for row in rows:
        counts = (
            row.told, row.origin, row.relayed, row.events, row.first, row.confirmed, row.contradicted, row.revised,
        )  # fmt: skip
        kind = isolate(label(row.kind, lang))
        table.add_row(Paragraph(row.name), kind, *(str(count) if count else "" for count in counts))
    console.print(table)


def print_source(console: Console, profile: SourceProfile, lang: Lang) -> None:
    """One source: who it is, its numbers and how to see what is behind them, its lags, its neighbours."""
    _print_head(console, profile, lang)
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 3, 0, 0))
    table.add_column()
    table.add_column(justify="right")
    table.add_column(style="dim")
    table.add_row(phrases.line(label("events", lang), lang), str(len(profile.events)), "")
    for measure in MEASURES:
        count = len(profile.revised) if measure == "revised" else len(profile.behind(measure))
        hint = f"--list {measure}" if count else ""
        table.add_row(phrases.line(label(f"m_{measure}", lang), lang), str(count), hint)
    console.print(table)
    _print_lags(console, profile, lang)
    for change in profile.revised:
        before, after = (count_label(one.low, one.high, lang) for one in (change.earlier, change.later))
        said = f"{label(change.what, lang)}: {before} ({change.earlier.reported}) → {after} ({change.later.reported})"
        console.print(f"{phrases.line(said, lang)}  {harmless(change.event)}")
    for name in ("cites", "cited_by", "copies", "copied_by"):
        _print_neighbours(console, label(name, lang), getattr(profile, name), lang)


def _print_head(console: Console, profile: SourceProfile, lang: Lang) -> None:
    source = profile.source
    console.print(Text(isolate(source.name), style="bold").append(f"  {isolate(source.en or '')}", style="not bold"))
    facts = [label("unnamed" if source.nameless else source.kind, lang), harmless(source.id)]
    facts += [f"{label('within', lang)} {phrases.isolated(body.name, lang)}" for body in source.parents]
    console.print(Paragraph(Text(" · ".join(facts), style="dim"), rtl=lang == "ar"))
    if len(source.names) > 1:
        others = ("، " if lang == "ar" else ", ").join(phrases.isolated(name, lang) for name in source.names[1:_MOST])
        also = Text(f"{label('also_written', lang)}: {others}", style="dim")
        console.print(Paragraph(also, rtl=lang == "ar"))
    console.print()


def _print_lags(console: Console, profile: SourceProfile, lang: Lang) -> None:
    """How many events it told so many days after the first report."""
    if not profile.lags:
        return
    days = Counter(lag.days for lag in profile.lags)
    shown = ("، " if lang == "ar" else ", ").join(f"{day}: {count}" for day, count in sorted(days.items()))
    console.print(phrases.line(f"{label('lags', lang)}: {shown}", lang))


def _print_neighbours(console: Console, title: str, found: Sequence[Neighbour], lang: Lang) -> None:
    if not found:
        return
    separator = "، " if lang == "ar" else ", "
    shown = separator.join(f"{phrases.isolated(one.name, lang)} {len(one.claims)}" for one in found[:_MOST])
    more = f" +{len(found) - _MOST}" if len(found) > _MOST else ""
    console.print(Paragraph(Text(f"{title}: {shown}{more}"), rtl=lang == "ar"))


def print_claims(console: Console, claims: Sequence[ClaimView], lang: Lang) -> None:
    """Claims in their sentences, with the way each came, its day and its event."""
    for view in claims:
        console.print(phrases.line(phrases.chain(view.chain, lang), lang), style="bold")
        facts = [view.reported or label("unknown_day", lang), harmless(view.id), harmless(view.claim.event or "")]
        console.print(phrases.line(" · ".join(fact for fact in facts if fact), lang), style="dim")
        console.print(Paragraph(marked(view.sentence, brackets=not console.is_terminal), indent=3))
        console.print()
