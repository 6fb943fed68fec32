"""Inflected forms of resource entries: verbs in the persons news uses, nouns with duals, adjectives.

Forms are folded (see :func:`khabar.text.fold`). Each comes with a tag; forms that only stand before an object or
possessive suffix are tagged ``bound``. Arabic morphology as in any reference grammar (Ryding 2005, ch. 21-31); only the
persons of news are made: third person in every number and gender, first person, and the jussive after لم.
"""

from __future__ import annotations

from collections.abc import Iterator

from khabar.text.normalise import folded

Form = tuple[str, str]
"""A folded form and its tag: ``perf``, ``impf``, ``pass`` (perfect passive), ``ipass``, ``jus``, each followed by ``.``
and ``m``, ``f``, ``d`` (dual), ``p`` (plural) or ``1`` (first person); ``noun``, ``dual``, ``plural``, ``adj``; ``+``
at the end marks a bound form."""


def verb_forms(pair: str) -> list[Form]:
    """Forms of ``"past imperfect"`` (third person masculine singular, as written). Raises ValueError for another
    shape."""
    words = pair.split()
    if len(words) != 2:
        raise ValueError(f"verb {pair!r}: write the perfect and the imperfect, as in 'استهدف يستهدف'")
    past, present = words
    if present[0] not in "يت":
        raise ValueError(f"verb {pair!r}: the imperfect has to begin with ي")
    return _folded([*_perfect(past, "perf"), *_imperfect(present, "impf"), *_passive(past, present)])


def _folded(forms: list[Form]) -> list[Form]:
    """The forms folded, all at once."""
    texts = folded("\n".join([form for form, _ in forms])).split("\n")
    return [(text, tag) for text, (_, tag) in zip(texts, forms, strict=True)]


def _perfect(past: str, tag: str) -> Iterator[Form]:
    last = past[-1]
    yield past, f"{tag}.m"
    if last in "ىا" and len(past) > 2:
        base, glide = past[:-1], "ي" if last == "ى" or len(past) > 3 else "و"
        yield from ((base + "ت", f"{tag}.f"), (base + "تا", f"{tag}.d"), (base + glide + "ا", f"{tag}.d"))
        yield from ((base + "وا", f"{tag}.p"), (base + glide + "نا", f"{tag}.1"), (base + glide + "ت", f"{tag}.1"))
        yield from ((base + "ا", f"{tag}.m+"), (base + "و", f"{tag}.p+"))
        return
    yield from ((past + "ت", f"{tag}.f"), (past + "تا", f"{tag}.d"), (past + "ا", f"{tag}.d"))
    plural = past[:-1] if last == "ي" else past
    yield from ((plural + "وا", f"{tag}.p"), (plural + "و", f"{tag}.p+"), (past + "نا", f"{tag}.1"))
    if last == "أ":
        yield past[:-1] + "ؤوا", f"{tag}.p"
    if len(past) > 2 and past[-2] == "ا":
        yield past[:-2] + last + "نا", f"{tag}.1"
        yield past[:-2] + last + "ت", f"{tag}.1"
    if len(past) == 2:
        yield past + last + "نا", f"{tag}.1"
        yield past + last + "ت", f"{tag}.1"


def _imperfect(present: str, tag: str) -> Iterator[Form]:
    stem, last = present[1:], present[-1]
    weak = last in "يوى"
    short = present[:-1] if weak else present
    dual = present[:-1] + "ي" if last == "ى" else present
    yield from ((present, f"{tag}.m"), ("ت" + stem, f"{tag}.f"), ("ن" + stem, f"{tag}.1"), ("أ" + stem, f"{tag}.1"))
    yield from ((short + "ون", f"{tag}.p"), (short + "وا", f"{tag}.p"), (short + "و", f"{tag}.p+"))
    yield from ((dual + "ان", f"{tag}.d"), ("ت" + dual[1:] + "ان", f"{tag}.d"), (dual + "ا", f"{tag}.d"))
    if last == "ى":
        yield from ((present[:-1] + "ا", f"{tag}.m+"), ("ت" + stem[:-1] + "ا", f"{tag}.f+"))
    if weak and len(present) > 3:
        yield from ((present[:-1], "jus.m"), ("ت" + stem[:-1], "jus.f"))
    elif len(present) > 3 and present[-2] in "اوي":
        cut = present[:-2] + last
        yield from ((cut, "jus.m"), ("ت" + cut[1:], "jus.f"))


def _passive(past: str, present: str) -> Iterator[Form]:
    """Passives whose letters differ from the active; the others are told apart by what surrounds them."""
    passive = None
    if past[-1] in "ىا" and len(past) > 2:
        passive = past[:-1] + "ي"
    elif len(past) > 2 and past[-2] == "ا":
        passive = past[:-2] + "ي" + past[-1]
    elif len(past) == 4 and past[1] == "ا" and past[0] not in "اأآإو":
        passive = past[0] + "و" + past[2:]
    if passive:
        yield from _perfect(passive, "pass")
    if present[-1] in "يو":
        yield from ((present[:-1] + "ى", "ipass.m"), ("ت" + present[1:-1] + "ى", "ipass.f"))
    elif len(present) > 3 and present[-2] in "وي":
        cut = present[:-2] + "ا" + present[-1]
        yield from ((cut, "ipass.m"), ("ت" + cut[1:], "ipass.f"), (cut + "ون", "ipass.p"))


def noun_forms(entry: str) -> list[Form]:
    """Forms of ``"singular [plurals ...]"``: as written, accusative in ا, duals, the plural in ات of a noun in ة,
    bound forms."""
    return _folded([form for index, word in enumerate(entry.split()) for form in _one_noun(word, index)])


def _one_noun(word: str, index: int) -> Iterator[Form]:
    base = "noun" if index == 0 else "plural"
    last = word[-1]
    yield word, base
    if last == "ة":
        stem = word[:-1]
        yield stem + "ت", base + "+"
        if index == 0:
            yield from ((stem + "تان", "dual"), (stem + "تين", "dual"), (stem + "تا", "dual"), (stem + "تي", "dual"))
            yield stem + "ات", "plural"
        return
    if last == "ى":
        yield word[:-1] + "ا", base + "+"
        return
    if word.endswith("اء"):
        yield from ((word[:-1] + "ئ", base + "+"), (word[:-1] + "ؤ", base + "+"))
    elif last != "ا" and not word.endswith(("ون", "ين")):
        yield word + "ا", base
    if index == 0 and last not in "اىو" and len(word) > 2 and not word.endswith(("ين", "ون", "ات", "ان")):
        yield from ((word + "ان", "dual"), (word + "ين", "dual"))
    if word.endswith(("ون", "ين")) and index:
        yield from ((word[:-1], "plural+"), (word[:-1], "plural"))


def adjective_forms(word: str) -> list[Form]:
    """Masculine, feminine, dual and sound plural of an adjective; a nisba in ي keeps its ي."""
    forms = [word + ending for ending in ("", "ة", "ا", "ين", "ون", "ان", "تين", "تان", "ات")]
    if word.endswith("ي"):
        forms.append(word[:-1] + "اويين")
    return _folded([(form, "adj") for form in forms])
