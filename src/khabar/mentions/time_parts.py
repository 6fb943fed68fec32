"""Parts of a year by number: الربع الثالث 2016، النصف الأول من العام الماضي، الثلث الأخير من عام 2020."""

from __future__ import annotations

from typing import Final

from khabar.mentions.calendars import year_written
from khabar.mentions.number_words import ORDINALS
from khabar.mentions.time_scene import SIGN, Found, Scene

_PARTS: Final = {"نصف": 2, "ثلث": 3, "ربع": 4}
"""How many of each make a year."""
_HEADS: Final = {
    clitic + article + part: count
    for part, count in _PARTS.items()
    for clitic, article in (("", "ال"), ("و", "ال"), ("ب", "ال"), ("ف", "ال"), ("", "لل"), ("ول", "ل"))
}
_WHOLE: Final = frozenset(_HEADS)
_LAST: Final = "الاخير"


def read_parts(scene: Scene) -> None:
    """Halves, thirds and quarters of a year, as the months that they cover."""
    words = scene.words
    for index in words.among(_WHOLE):
        count = _HEADS[words.words[index]]
        name = words.at(index + 1)
        ordinal = ORDINALS.get(name)
        number = count if name == _LAST else int(ordinal.value) if ordinal is not None and ordinal.definite else 0
        if not 1 <= number <= count or not words.near(index + 1):
            continue
        year = _year(scene, index + 2 + (words.at(index + 2) in ("من", "في", "ل")))
        if year is None or not scene.free(index, year[1]):
            continue
        value, last, explicit = year
        months = 12 // count
        start, end = months * (number - 1) + 1, months * number
        edtf = f"{value:04d}-{start:02d}/{value:04d}-{end:02d}" if value else None
        scene.keep(Found(index, last, edtf, "range", "year.part", "explicit" if explicit else "publication"))


def _year(scene: Scene, at: int) -> tuple[int, int, bool] | None:
    """The year that begins at a word, its last word, and whether it is written out; 0 where nothing fixes it."""
    words = scene.words
    if scene.gap(at) != "":
        return None
    unit = scene.kind(at, "unit")
    named = unit is not None and unit.value == "year" and unit.forms == 1
    step = at + 1 if named else at
    year = year_written(words.at(step))
    if year and scene.gap(step) == "":
        return year, step, True
    relative = scene.kind(step, "relative") if named else None
    if relative is None or relative.value not in SIGN:
        return None
    reference = scene.reference
    return (reference.year + SIGN[relative.value] if reference is not None else 0), step, False
