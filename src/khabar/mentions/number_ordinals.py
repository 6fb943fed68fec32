"""Ordinals: السابع، الحادي والعشرين، الثالث عشر، المئتين والخامس عشر، الثاني بعد المئة."""

from __future__ import annotations

from khabar.mentions.number_words import HUNDRED, NUMBERS, ORDINALS, SCALE, TEN, UNIT, Count
from khabar.mentions.scanning import Words


def read_ordinal(words: Words, index: int) -> Count | None:
    """The ordinal that starts at word ``index`` (السابع، الحادي والعشرين، الثالث عشر، المئتين والخامس عشر، الثاني بعد
    المئة), or None."""
    found = ORDINALS.get(words.words[index])
    if found is None:
        return _beyond_hundred(words, index)
    last, value = index, found.value
    follower = NUMBERS.get(words.at(index + 1))
    if follower is not None and words.near(index + 1) and value < 10:
        if follower.value == 10 and follower.kind == UNIT and not follower.clitic:
            last, value = index + 1, value + 10
        elif follower.kind == TEN and follower.clitic == "و":
            last, value = index + 1, value + follower.value
    elif follower is None and words.at(index + 1) == "و":
        after = NUMBERS.get(words.at(index + 2))
        if after is not None and after.kind == TEN and after.definite and value < 10:
            last, value = index + 2, value + after.value
    above = NUMBERS.get(words.at(last + 2)) if words.at(last + 1) == "بعد" else None
    if found.definite and above is not None and above.definite and above.kind in (HUNDRED, SCALE):
        last, value = last + 2, value + above.value
    return Count(index, last, value, 1, False, found.definite, found.entry)


def _beyond_hundred(words: Words, index: int) -> Count | None:
    """اليوم المئتين والخامس عشر: hundreds with the article and an ordinal joined to them."""
    hundreds = NUMBERS.get(words.words[index])
    if hundreds is None or hundreds.kind != HUNDRED or not hundreds.definite or not words.near(index + 1):
        return None
    joined = ORDINALS.get(words.at(index + 1))
    if joined is None or joined.clitic != "و" or not joined.definite:
        return None
    rest = read_ordinal(words, index + 1)
    if rest is None:
        return None
    return Count(index, rest.last, hundreds.value + rest.value, 1, False, True, hundreds.entry)
