"""A text folded and cut into tokens piece by piece between its blanks: news repeats its words, and what a piece comes
to is remembered, so that most of a text is looked up rather than looked through."""

from __future__ import annotations

from typing import Final

from khabar.text.normalise import Folded, changed, fold, joined, rare_letters
from khabar.text.tokens import BREAK, KEPT, WIDE, Cut, Tokens, cut, tokenise


class Piece:
    """A stretch of a text without blanks or line breaks: the ``cut`` of it, folded, and the ``rare`` letters that
    folding changes or drops, if it is ``changed`` so. ``size`` counts its folded letters; ``lead`` and ``trail`` are
    the blanks that folding leaves at its ends; ``odd``, where it leaves more than words and a blank or two, or spells
    letters out."""

    __slots__ = ("changed", "cut", "lead", "odd", "rare", "size", "trail", "whole")

    def __init__(self, given: str) -> None:
        text = fold(given).text
        self.rare = rare_letters(given)
        self.changed = bool(self.rare)
        self.cut: Cut = cut(text)
        self.whole = self.cut.whole
        self.size = len(text)
        words = text.strip(" ")
        self.lead = len(text) - len(text.lstrip(" "))
        self.trail = len(text) - len(text.rstrip(" "))
        spelt = any("\ufb50" <= letter <= "\ufefc" for letter in self.rare)
        self.odd = spelt or WIDE in text or " ".join(words.split()) != words.replace("  ", " ")


_pieces: Final[dict[str, Piece]] = {}
_GAP: Final = Cut([BREAK], [0])
_FEW: Final = 2
"""Blanks in a row that part words; more are a gap."""


def tokenised(text: str) -> Tokens:
    """The tokens of a text as given, folded: ``tokenise(fold(text))``, by its pieces where these are plain."""
    text = joined(text)
    reader = _Reader()
    if not reader.read(text):
        return tokenise(fold(text))
    return reader.tokens(changed(text, reader.rare))


class _Reader:
    """Puts the tokens of a text together from its pieces."""

    __slots__ = ("at", "begun", "cuts", "forms", "rare", "starts")

    def __init__(self) -> None:
        self.forms: list[str] = []
        self.starts: list[int] = []
        self.cuts: list[Cut] = []
        self.rare: set[str] = set()
        self.at = 0
        """How far the folded text has come."""
        self.begun = -1
        """Where the gap before a line begins, -1 once the line has begun."""

    def read(self, text: str) -> bool:
        """Read a text; False where folding does more than change and drop letters."""
        if len(_pieces) > KEPT:
            _pieces.clear()
        for number, line in enumerate(text.replace("\r", BREAK).split(BREAK)):
            if number:
                self.begun = self.at if self.begun < 0 else self.begun
                self.at += 1
            if not self._line(line, number == 0):
                return False
        if self.begun >= 0:
            self._gap()
        return True

    def tokens(self, folded: Folded) -> Tokens:
        """The tokens of the text that was read."""
        tokens = Tokens(folded, self.forms, self.starts)
        tokens.cuts = self.cuts
        return tokens

    def _line(self, line: str, told: bool) -> bool:
        """Read a line. ``told``: blanks that begin it belong to it."""
        forms, starts, cuts = self.forms, self.starts, self.cuts
        at, blanks = self.at, 0
        for given in line.split(" "):
            piece = _pieces.get(given)
            if piece is None:
                piece = _pieces[given] = Piece(given)
            if piece.changed:
                self.rare.update(piece.rare)
            size = piece.size
            if piece.lead == size:
                blanks += size + 1
                at += size + 1
                continue
            if piece.odd:
                return False
            if told and blanks + piece.lead > _FEW:
                told = False
                self.begun = at - blanks
            if not told:
                told = True
                self._gap()
            found = piece.cut
            cuts.append(found)
            if piece.whole:
                forms.append(found.forms[0])
                starts.append(at)
            else:
                for number, form in enumerate(found.forms):
                    forms.append(form)
                    starts.append(at + found.starts[number])
            blanks = piece.trail + 1
            at += size + 1
        self.at = at - 1
        if told and blanks - 1 > _FEW:
            self.begun = at - blanks
        return True

    def _gap(self) -> None:
        """A gap between two paragraphs is a token of its own."""
        self.forms.append(BREAK)
        self.starts.append(self.begun)
        self.cuts.append(_GAP)
        self.begun = -1
