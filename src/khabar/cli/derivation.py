"""A derivation tree in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, Self

from rich.text import Text
from rich.tree import Tree

from khabar.cli.bidi import isolate


class Step(Protocol):
    """A step of a derivation: what it says, the rule or resource entry behind it, and what it rests on."""

    @property
    def label(self) -> str: ...
    @property
    def rule(self) -> str: ...
    @property
    def children(self) -> Sequence[Self]: ...


def tree_of(step: Step) -> Tree:
    """``step`` and all it rests on; rules dimmed, Arabic in isolates."""
    tree = Tree(_line(step), guide_style="dim")
    _grow(tree, step)
    return tree


def _grow(tree: Tree, step: Step) -> None:
    for child in step.children:
        _grow(tree.add(_line(child)), child)


def _line(step: Step) -> Text:
    text = Text(isolate(step.label))
    return text.append(f"  {isolate(step.rule)}", style="dim") if step.rule else text
