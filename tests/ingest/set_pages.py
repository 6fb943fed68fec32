"""Small PDF files for tests, set as programs set them: each character a box of one width, drawn where it is put."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

SIZE = 12
_EM = 0.6
"""How wide a character is, in sizes."""
WIDTH = SIZE * _EM
RIGHT = 540
Piece = tuple[float, float, str]
"""Where the piece begins (from the left and from the bottom, in points) and its characters from left to right."""


def leftward(lines: Sequence[str], top: float = 780, step: float = 18) -> list[Piece]:
    """Each line as one piece, drawn from left to right, so that it reads from right to left."""
    set_lines = [_set(line) for line in lines]
    return [(RIGHT - len(drawn) * WIDTH, top - n * step, "".join(drawn)) for n, drawn in enumerate(set_lines)]


def letter_by_letter(lines: Sequence[str], top: float = 780, step: float = 18) -> list[Piece]:
    """Each letter by itself from right to left, without any space drawn, as some programs do."""
    return [
        (RIGHT - (at + 1) * WIDTH, top - number * step, char)
        for number, line in enumerate(lines)
        for at, char in enumerate(reversed(_set(line)))
        if char != " "
    ]


def _set(line: str) -> list[str]:
    """The letters of a line as they stand from left to right, each with its signs: numbers keep their order."""
    letters = re.findall("[0-9]+|\\S[\u064b-\u0652]*|\\s", line)
    return [sign for letter in reversed(letters) for sign in (letter if letter.isdigit() else [letter])]


def pdf(pages: Sequence[Sequence[Piece]], title: str = "", names: Callable[[str], str] = lambda char: char) -> bytes:
    """A PDF file of these pages. ``names`` tells what the file says a character is: several letters for a ligature."""
    chars = sorted({char for page in pages for _, _, text in page for char in text})
    codes = {char: number for number, char in enumerate(chars, 1)}
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{7 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        _font(len(chars)),
        _stream("600 0 0 0 600 700 d1 0 0 600 700 re f"),
        _stream(_unicode({codes[char]: names(char) for char in chars})),
        f"<< /Title <feff{title.encode('utf-16-be').hex()}> >>",
    ]
    for number, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {8 + 2 * number} 0 R"
            " /Resources << /Font << /F 3 0 R >> >> >>"
        )
        drawn = [
            f"BT /F {SIZE} Tf 1 0 0 1 {left:.2f} {base:.2f} Tm <{''.join(f'{codes[char]:02x}' for char in text)}> Tj ET"
            for left, base, text in page
        ]
        objects.append(_stream("\n".join(drawn)))
    return _file(objects)


def _font(count: int) -> str:
    glyphs = " ".join(f"/g{number}" for number in range(1, count + 1))
    procedures = " ".join(f"/g{number} 4 0 R" for number in range(1, count + 1))
    return (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 1"
        f" /LastChar {count} /Widths [{'600 ' * count}] /Encoding << /Differences [1 {glyphs}] >>"
        f" /CharProcs << {procedures} >> /ToUnicode 5 0 R /Resources << >> >>"
    )


def _unicode(named: dict[int, str]) -> str:
    pairs = "\n".join(f"<{code:02x}> <{text.encode('utf-16-be').hex()}>" for code, text in named.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(named)} beginbfchar\n{pairs}\nendbfchar endcmap end end"
    )


def _stream(data: str) -> str:
    return f"<< /Length {len(data)} >>\nstream\n{data}\nendstream"


def _file(objects: Sequence[str]) -> bytes:
    made = b"%PDF-1.5\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(made))
        made += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    count = len(objects) + 1
    return made + (
        f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer << /Size {count} /Root 1 0 R /Info 6 0 R >>\n"
        f"startxref\n{len(made)}\n%%EOF"
    ).encode("latin-1")
