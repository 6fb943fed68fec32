"""An article's own way of writing last letters: ى for ي (Egypt's papers: فى المصرى), ي for ى (علي الأرض), ه for
ة (الحكومه).

What is one person's spelling is another's word (على, علي; مدينة, مدينه), so that an article is read in its own spelling
only where its commonest words show that it has one.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from khabar.lexicon.analyser import split_clitics
from khabar.lexicon.lexicon import Lexicon
from khabar.lexicon.load import ResourceError, root
from khabar.text.tokens import Tokens

FILE: Final = "finals.tsv"
_DOTLESS: Final = frozenset("فى وفى التى والتى الذى والذى هى وهى اى".split())
_DOTTED: Final = frozenset([word.replace("ى", "ي") for word in _DOTLESS])
_ON_DOTLESS: Final = frozenset("على وعلى الى والى حتى وحتى لدى".split())
_ON_DOTTED: Final = frozenset([word.replace("ى", "ي") for word in _ON_DOTLESS])
_OFTEN: Final = 3
"""Such words that an article has at least, beside being most of their kind."""
_BARE: Final = 2
"""Words in ه that an article has at least for each one in ة, where it writes the one for the other."""


@cache
def _kept() -> dict[str, bool]:
    """Words that do end in ى or in ه, and whether they have the article."""
    path = root() / FILE
    kept: dict[str, bool] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], 2):
        word, _, article = line.partition("\t")
        if word[-1:] not in {"ى", "ه"} or article not in {"yes", "no"}:
            raise ResourceError(f"{path}, line {number}: a word that ends in ى or ه, a tab, yes or no")
        kept[word] = article == "yes"
    return kept


def settle(tokens: Tokens, lexicon: Lexicon) -> None:
    """Put last letters as the lexicon has them, in an article that writes them otherwise throughout."""
    lexicon.known(tokens)
    text = tokens.folded.text
    told: dict[int, str] = {}
    if _most(tokens, _DOTLESS, _DOTTED):
        told |= {at: "ي" for at, form in enumerate(tokens.forms) if form[-1] == "ى" and not _ends_so(form)}
    elif _most(tokens, _ON_DOTTED, _ON_DOTLESS):
        told |= {at: "ى" for at, form in enumerate(tokens.forms) if form[-1] == "ي" and _ends_so(form[:-1] + "ى")}
    if text.count("ه ") > _BARE * text.count("ة ") + _OFTEN:
        told |= {at: "ة" for at, form in enumerate(tokens.forms) if form[-1] == "ه" and _bound(form, lexicon)}
    if told:
        tokens.respell(told)


def _most(tokens: Tokens, these: frozenset[str], others: frozenset[str]) -> bool:
    return len(tokens.among(these)) >= max(_OFTEN, len(tokens.among(others)))


def _ends_so(form: str) -> bool:
    """A word that ends in this letter itself, whatever clitics it has."""
    kept = _kept()
    return any(kept.get(core, False) or (core in kept and not det) for core, det in split_clitics(form))


def _bound(form: str, lexicon: Lexicon) -> bool:
    """A word in ه that is one in ة."""
    return len(form) > 2 and not _ends_so(form) and lexicon.spelt(form[:-1] + "ة")
