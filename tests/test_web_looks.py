"""The style sheet: contrast of WCAG AA in light and dark, one typographic scale, a focus that shows, paper."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

import khabar.web

CSS = (Path(khabar.web.__file__).parent / "static" / "khabar.css").read_text(encoding="utf-8")
MARKS = ("trigger", "actor", "target", "place", "figure", "source", "hit")
SURFACES = ("paper", "raised")
TEXT = [
    *((ink, surface) for ink in ("ink", "quiet", "link") for surface in SURFACES),
    *(("ink", mark) for mark in MARKS),
    ("note-ink", "note"), ("on-link", "link"), ("on-brand", "brand"), ("on-brand-quiet", "brand"), ("ink", "land"),
]  # fmt: skip
"""Colours of text and what they stand on: at least 4.5 to 1 (WCAG 2.2, 1.4.3)."""
GRAPHICS = [
    *((name, surface) for name in ("q1", "q2", "q3", "q4", "focus", "quiet", "link") for surface in SURFACES),
    ("on-brand-mark", "brand"), ("q3", "land"), ("q3", "sea"),
]  # fmt: skip
"""Parts of pictures, edges of fields and the ring of the focus: at least 3 to 1 (WCAG 2.2, 1.4.11 and 2.4.13)."""


def variables(scheme: str) -> dict[str, str]:
    """The colours of a scheme by name; dark ones stand in for light ones of the same name."""
    light = re.search(r":root {(.*?)\n}", CSS, re.DOTALL)
    dark = re.search(r"dark\) {\s*:root {(.*?)}", CSS, re.DOTALL)
    assert light
    assert dark
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", light.group(1)))
    return found | (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", dark.group(1))) if scheme == "dark" else {})


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_is_that_of_the_guideline() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("least", "pairs"), [(4.5, TEXT), (3.0, GRAPHICS)], ids=["text", "graphics"])
def test_contrast(scheme: str, least: float, pairs: list[tuple[str, str]]) -> None:
    colours = variables(scheme)
    poor = {
        f"{front} on {back}": round(contrast(colours[front], colours[back]), 2)
        for front, back in pairs
        if contrast(colours[front], colours[back]) < least
    }
    assert poor == {}


def test_text_has_no_colours_but_those_checked() -> None:
    checked = {name for pair in TEXT for name in pair}
    for name in re.findall(r"(?<![\w-])color: var\(--([\w-]+)\)", CSS):
        assert name in checked, name
    outside = re.sub(r":root {.*?}", "", CSS, flags=re.DOTALL)
    assert re.findall(r"(?<![\w-])(?:color|fill): #\w+", outside.partition("@media print")[0]) == []


def test_one_typographic_scale() -> None:
    sizes = re.findall(r"font(?:-size)?: ([^;]+);", CSS)
    for size in sizes:
        assert re.match(r"var\(--t[0-4]\)|inherit|1[24]px|17px|16px|10.5pt|0\.\d+em", size), size
    steps = [float(size) for size in re.findall(r"--t\d: ([\d.]+)rem;", CSS)]
    assert len(steps) == 5
    for one, other in pairwise(steps):
        assert other / one == pytest.approx(1.25, abs=0.01)


def test_focus_shows_and_is_never_taken_away() -> None:
    assert re.search(r":focus-visible { outline: 3px solid var\(--focus\)", CSS)
    taken = re.findall(r"([^{}]+){[^{}]*outline: (?:none|0)", CSS)
    assert [rule.strip() for rule in taken] == ["main:focus"]


def test_paper_prints_black_on_white_without_controls() -> None:
    printed = CSS.partition("@media print")[2]
    for name in ("--paper: #fff", "--ink: #000", ".filters", ".pager", "break-inside: avoid", "display: none"):
        assert name in printed


def test_sides_follow_the_direction_of_the_page() -> None:
    for name in ("margin-left", "margin-right", "padding-left", "padding-right", "text-align: left", "float:"):
        assert name not in CSS
