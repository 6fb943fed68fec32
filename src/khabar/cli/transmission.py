"""The transmission graph of an event in a terminal: a tree from the origins to the outlets."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from khabar.cli import phrases
from khabar.cli.bidi import isolate
from khabar.views.graph import Branch, Node, Transmission
from khabar.views.graph_words import bottleneck_words
from khabar.views.labels import Lang, counted, label

NECK = "◆"


def print_transmission(console: Console, told: Transmission, lang: Lang) -> None:
    """The number of lines, the bottleneck in a sentence, and the tree."""
    lines = counted(told.lines, "line", lang)
    sentence = bottleneck_words(told, lang, lambda name: phrases.isolated(name, lang))
    console.print(phrases.line(f"{lines} · {sentence}" if sentence else lines, lang), style="bold")
    nodes = {node.source.id: node for node in told.nodes}
    tree = Tree(Text(label("event", lang).lower(), style="dim"), guide_style="dim")
    _grow(tree, told.branches, nodes, lang)
    console.print(tree)


def _grow(tree: Tree, branches: Sequence[Branch], nodes: dict[str, Node], lang: Lang) -> None:
    for branch in branches:
        _grow(tree.add(_words(branch, nodes[branch.source], lang)), branch.branches, nodes, lang)


def _words(branch: Branch, node: Node, lang: Lang) -> Text:
    """A transmitter: its name, its name in English or what kind of unnamed source it is, the claims told there, and
    marks for a bottleneck, for the line that runs through it and for a copy."""
    source = node.source
    text = Text(isolate(source.name), style="bold" if node.bottleneck else "")
    if source.nameless and source.kind != "unnamed":
        about = f"{label(source.kind, lang)}, {label('unnamed', lang)}"
    else:
        about = source.en if source.en and source.en != source.name else label(source.kind, lang)
    text.append(f"  {isolate(about)}", style="dim not bold")
    if branch.claims:
        text.append(f"  {isolate(counted(len(branch.claims), 'claim', lang))}", style="not bold")
    if branch.copy:
        text.append(f"  {isolate(label('same_text', lang))}", style="italic not bold")
    if node.line is not None:
        text.append(f"  {isolate(label('on_line', lang))} {node.line}", style="cyan not bold")
    if node.bottleneck:
        text.append(f"  {NECK} {isolate(label('bottleneck', lang))}", style="yellow")
    return text
