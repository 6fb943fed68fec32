"""Names of sources brought to one form, so that spellings of one source meet and those of two stay apart.

Words are folded, lose the article and name particles (بن), and a country and all forms of its adjective become one
token (أميركي, الأمريكية, أمريكيون: ``usa``), so that المسؤول العسكري الأمريكي and مسؤول عسكري أميركي are one
description.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from khabar.lexicon.conjugate import adjective_forms, noun_forms
from khabar.lexicon.load import read_file, root
from khabar.store.search import folded
from khabar.views.entries import countries

_KEPT = 1 << 16
_WORD = re.compile(r"[^\W_]+")
_PARTICLES = frozenset(folded("بن ابن في لدى من the of in").split())
_LATIN_ARTICLES = frozenset(("al", "el"))
_WRITTEN_APART = re.compile(r"\b(?:[^\W\d_][.\s]+)+[^\W\d_](?=\W|$)")
_PUBLISHING_WORDS = frozenset(
    folded(
        "وكالة وكالات الأنباء أنباء للأنباء صحيفة جريدة مجلة قناة تلفزيون فضائية إذاعة راديو شبكة موقع بوابة محطة "
        "الإخبارية إخبارية للأخبار الإخباري الإلكتروني الإلكترونية الرسمية الرسمي news agency newspaper daily channel "
        "website tv com www"
    )
    .replace(" ال", " ")
    .split()
)
_CORRESPONDENTS = ("مراسل", "مراسله", "مراسلو", "مراسلون", "مراسلين", "مراسلنا", "مراسلتنا", "موفد", "موفدنا", "مندوب")
_SPOKESMEN = frozenset(folded("متحدث متحدثة ناطق ناطقة").split())
_QUANTIFIERS = frozenset(folded("أحد إحدى بعض عدد عدة مجموعة شخص شخصان أشخاص").split())
_OFFICES = frozenset(folded("قائد قادة نائب نواب محقق محققون قاض قضاة محام سياسي").split())
_MORE_HEADS = frozenset(folded("جنرال عضو أعضاء مستشار مستشارون مستشارين صحفي صحافي").split())
_NO_PEOPLE = frozenset(
    folded(
        "شرطة جيش جيوش أركان قوة قوات طيران بحرية أسطول أساطيل تحالف تحالفات جماعة جماعات تنظيم تنظيمات فصيل فصائل "
        "خلية خلايا عصابة وفد وفود عمدة محافظ حاكم مختار عائلة أسرة"
    ).split()
)
_NAMELESS_KINDS = frozenset(("unnamed", "witness"))
_HEAD_KINDS = frozenset(("unnamed", "witness", "expert", "official", "military", "armed-group"))
_COLLECTIVES = frozenset(folded("السلطات الحكومة الشرطة الجيش الوزارة القيادة الرئاسة القوات").split())


@lru_cache(_KEPT)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in order, folded; country words as lower-case codes; empty for a name without letters."""
    spelled = _WRITTEN_APART.sub(lambda found: re.sub(r"\W", "", found.group()), folded(name))
    words = [_bare(word) for word in _WORD.findall(spelled)]
    kept = [word for word in words if word not in _PARTICLES and word not in _LATIN_ARTICLES] or words
    countries = _country_words()
    return tuple(countries.get(word, word) for word in kept)


def _bare(word: str) -> str:
    for clitic in ("ال", "لل", "بال", "وال"):
        if word.startswith(clitic) and len(word) - len(clitic) > 2:
            return word[len(clitic) :]
    return "وزاره" if word == "بوزاره" else word


@cache
def _country_words() -> dict[str, str]:
    """Single words that name a country or what belongs to it, to its code in lower case."""
    found: dict[str, str] = {}
    for entry in countries().values():
        for adjective in entry.adjectives:
            if " " not in adjective:
                for form, _ in adjective_forms(adjective):
                    found.setdefault(_bare(folded(form)), entry.id.lower())
        for name in (*entry.names, entry.en):
            bare = _bare(folded(name))
            if bare.isalpha():
                found.setdefault(bare, entry.id.lower())
    return found


def country_of(token: str) -> str | None:
    """The alpha-3 code that a word of :func:`words_of` stands for, or None."""
    return token.upper() if token in _country_codes() else None


@cache
def _country_codes() -> frozenset[str]:
    return frozenset(_country_words().values())


@lru_cache(_KEPT)
def publisher_words(name: str) -> tuple[str, ...]:
    """The words that tell a publisher from others: وكالة ضفاف للأنباء and ضفاف are one. Where nothing but a country
    is left, what kind of house it is stays (the Iraqi agency is not the Iraqi channel)."""
    words = words_of(name)
    own = tuple(word for word in words if word not in _PUBLISHING_WORDS)
    if not own or all(country_of(word) for word in own):
        kind = "agency" if {"وكاله", "انبا", "agency"} & set(words) else "house"
        return (kind, *own) if own else words
    return own


def house_of_correspondent(name: str) -> str | None:
    """For مراسل الحرة the house, الحرة; empty for مراسلنا; None where it is no correspondent."""
    parts = name.split(maxsplit=1)
    if not parts or _bare(folded(parts[0]).strip()) not in _CORRESPONDENTS:
        return None
    return parts[1] if len(parts) > 1 else ""


def body_of_spokesman(name: str) -> str | None:
    """For المتحدث باسم البنتاغون the body, البنتاغون; None where it is no spokesman of a named body."""
    words = name.split()
    if not words or _bare(folded(words[0]).strip()) not in _SPOKESMEN:
        return None
    for at, word in enumerate(words[1:-1], 1):
        if folded(word) in ("باسم", "بلسان"):
            return " ".join(words[at + 1 :])
    return None


@lru_cache(_KEPT)
def is_nameless(name: str, kind: str) -> bool:
    """Whether a source is only described (مسؤول عسكري أميركي، شهود عيان، أحد الدبلوماسيين), not named.

    Kinds ``unnamed`` and ``witness`` always are. Others are where they begin with a head such as مسؤول or قيادي that
    no definite word follows: قائد عسكري is a description, قائد القوات البرية an office that one person holds. So is
    المسؤول العسكري, taken up again. A bare head (المسؤول، السلطات) says nobody's name either.
    """
    if kind in _NAMELESS_KINDS:
        return True
    written = _WORD.findall(folded(name))
    if not written:
        return True
    first = _bare(written[0])
    if len(written) == 1:
        return first in _heads() or first in _COLLECTIVE_WORDS
    if first in _QUANTIFIERS:
        return True
    if first not in _heads() or first in _SPOKESMEN:
        return False
    return not written[1].startswith("ال") or (written[0] != first and first not in _OFFICES)


_COLLECTIVE_WORDS = frozenset(_bare(word) for word in _COLLECTIVES)


@cache
def _heads() -> frozenset[str]:
    """Folded forms of nouns for people who may be a source (``resources/people.jsonl``)."""
    found = set(_MORE_HEADS)
    for loaded in read_file(root() / "people.jsonl", "people"):
        entry: Any = loaded.entry
        if entry.source and entry.kind in _HEAD_KINDS:
            for noun in entry.nouns:
                found.update(_bare(folded(form)) for form, _ in noun_forms(noun))
    return frozenset(found - _NO_PEOPLE)


@lru_cache(_KEPT)
def is_personal(name: str) -> bool:
    """Whether a name may be a person's: no word of it is a head, a country or a word for publishers."""
    words = words_of(name)
    return bool(words) and not any(
        word in _heads() or word in _PUBLISHING_WORDS or word in _COLLECTIVE_WORDS or country_of(word) for word in words
    )
