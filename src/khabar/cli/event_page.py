"""One event in full in the terminal: claims in their sentences, chains, figures side by side."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from khabar.cli import phrases
from khabar.cli.bidi import Paragraph, harmless, isolate
from khabar.cli.transmission import print_transmission
from khabar.views.figures import Range
from khabar.views.labels import Lang, count_label, kind_label, label
from khabar.views.marks import Sentence
from khabar.views.questions import ClaimView, EventDetail
from khabar.views.ties import Tie

STYLES = {
    "trigger": "bold red",
    "actor": "blue",
    "target": "magenta",
    "place": "green",
    "figure": "bold yellow",
    "source": "cyan",
}


def print_event(console: Console, detail: EventDetail, lang: Lang) -> None:
    """The event's summary, who told it to whom, its claims in the order reported, and its figures side by side."""
    _print_head(console, detail, lang)
    _print_ties(console, detail, lang)
    print_transmission(console, detail.transmission, lang)
    console.print(_legend(lang))
    for number, claim in enumerate(detail.claims, 1):
        console.print()
        _print_claim(console, number, claim, lang)
    for found in detail.event.figures:
        console.print()
        console.print(_figure_table(found, lang))


def _print_head(console: Console, detail: EventDetail, lang: Lang) -> None:
    event = detail.event
    head = [kind_label(event.type, event.mode, lang), event.date or label("unknown_day", lang)]
    if event.place:
        head.append(phrases.isolated(event.place.text, lang))
    console.print(phrases.line(" · ".join(head), lang), style="bold")
    parties = phrases.who_to_whom(event, lang, most=4)
    if parties:
        console.print(phrases.line(parties, lang))
    support = phrases.support(event, lang)
    contested = f" · {label('contested', lang)}" if event.contested else ""
    console.print(phrases.line(f"{support}{contested} · {event.id}", lang), style="dim")


def _print_ties(console: Console, detail: EventDetail, lang: Lang) -> None:
    """The events this one answers or is answered by, each once, with the words and outlets that say so."""
    told: dict[tuple[str, bool], list[Tie]] = {}
    for tie in detail.ties:
        told.setdefault((tie.event.id, tie.answers), []).append(tie)
    for ties in told.values():
        first = ties[0]
        role = first.kind if first.answers else "answered" if first.kind == "response" else "followed"
        event = first.event
        parts = [
            kind_label(event.type, event.mode, lang),
            *([who] if (who := phrases.who_to_whom(event, lang)) else []),
        ]
        parts += [event.date] if event.date else []
        console.print(phrases.line(f"{label(role, lang)}: {' · '.join(parts)} · {event.id}", lang))
        says = ", ".join(f"{isolate(tie.words)} ({isolate(tie.outlet)})" for tie in ties)
        console.print(Paragraph(Text(says), indent=3, rtl=False), style="dim")


def _legend(lang: Lang) -> Text:
    text = Text()
    for role, style in STYLES.items():
        text.append(f" {label(role, lang)} ", style=style)
    return text


def _print_claim(console: Console, number: int, view: ClaimView, lang: Lang) -> None:
    claim = view.claim
    head = f"{number}. {phrases.chain(view.chain, lang)}"
    if not claim.isnad:
        head += f" ({label('own_voice', lang)})"
    console.print(phrases.line(head, lang), style="bold")
    facts = [label(claim.stance, lang), label(claim.status, lang)]
    if view.reported:
        facts.append(f"{label('reported', lang)} {view.reported}")
    facts.append(harmless(view.id))
    console.print(phrases.line(" · ".join(facts), lang), style="dim")
    console.print(Paragraph(marked(view.sentence, brackets=not console.is_terminal), indent=3))


def marked(sentence: Sentence, *, brackets: bool = False) -> Text:
    """A sentence with its marks in colour, or in brackets where there is no colour."""
    text = Text()
    words, at = harmless(sentence.text), 0
    for mark in sentence.marks:
        text.append(words[at : mark.start])
        inside = words[mark.start : mark.end]
        text.append(f"[{inside}]" if brackets else inside, style=STYLES[mark.role])
        at = mark.end
    return text.append(words[at:])


def _figure_table(found: Range, lang: Lang) -> Table:
    title = f"{label(found.what, lang)}: {count_label(found.low, found.high, lang)}"
    if found.disputed:
        title += f" ({label('disputed', lang)})"
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False, padding=(0, 3, 0, 0))
    table.add_column(label(found.what, lang), justify="right", no_wrap=True)
    table.add_column(label("reported", lang), no_wrap=True)
    table.add_column(label("says", lang))
    for statement in found.statements:
        says = phrases.chain((*statement.chain, statement.outlet), "en")
        status = "" if statement.status == "occurred" else f" ({label(statement.status, lang)})"
        table.add_row(
            isolate(count_label(statement.low, statement.high, lang)) + status, statement.reported or "", says
        )
    return table
