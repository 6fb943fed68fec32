"""PDF files: words, lines and paragraphs by where glyphs stand, whatever program set them."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from ingest.set_pages import WIDTH, Piece, leftward, letter_by_letter, pdf
from khabar.ingest.read import Unreadable, read_paths
from khabar.ingest.typeset import Glyph, lines, paragraphs
from khabar.model import Article
from khabar.pipeline import extract

SET = [
    "قصفت طائرات حربية مجهولة الهوية فجر الأحد بلدة دوما في",
    "ريف دمشق، ما أدى إلى مقتل 12 شخصا وإصابة 30 آخرين، وفق",
    "مصادر طبية.",
    "وقال شهود (طلبوا عدم ذكر أسمائهم) إن القصف استمر ساعة",
    "كاملة.",
]
TEXT = (
    "قصفت طائرات حربية مجهولة الهوية فجر الأحد بلدة دوما في ريف دمشق، ما أدى إلى مقتل 12 شخصا وإصابة 30 آخرين، وفق "
    "مصادر طبية.\nوقال شهود (طلبوا عدم ذكر أسمائهم) إن القصف استمر ساعة كاملة."
)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def read(data: bytes) -> Article:
    (found,) = read_paths(["-"], stdin=io.BytesIO(data))
    assert isinstance(found, Article), found
    return found


def refused(data: bytes) -> str:
    (found,) = read_paths(["-"], stdin=io.BytesIO(data))
    assert isinstance(found, Unreadable)
    return found.reason


@pytest.mark.parametrize("how", [leftward, letter_by_letter])
def test_lines_become_paragraphs_in_reading_order(how: Callable[[Sequence[str]], list[Piece]]) -> None:
    assert read(pdf([how(SET)])).text == TEXT


def test_what_was_set_is_extracted() -> None:
    told = {claim.type for claim in extract(read(pdf([leftward(SET)]))).claims}
    assert told == {claim.type for claim in extract(Article(id="x", text=TEXT)).claims} != set()


def test_pieces_drawn_in_any_order_make_one_line() -> None:
    (left, base, drawn), *rest = leftward(SET)
    cut = [len(drawn) // 3, 2 * len(drawn) // 3]
    pieces = [
        (left + start * WIDTH, base, drawn[start:end])
        for start, end in ((cut[0], cut[1]), (0, cut[0]), (cut[1], len(drawn)))
    ]
    assert read(pdf([[*pieces, *rest]])).text == TEXT


def test_a_title_in_arabic_is_kept() -> None:
    assert read(pdf([leftward(SET)], title="قصف على دوما")).title == "قصف على دوما"
    assert read(pdf([leftward(SET)], title="Microsoft Word - Document1")).title is None


def test_running_heads_and_page_numbers_are_no_text() -> None:
    pages, told = [], []
    for number, town in enumerate(("حمص", "درعا", "إدلب"), 1):
        head = leftward([f"نشرة الأخبار اليومية العدد {number}"], top=815)
        foot = [(297.0, 30.0, str(number))]
        body = [f"قصف عنيف على {town}.", f"وسقط قتلى وجرحى جلهم من المدنيين في {town}", "أمس الأحد."]
        pages.append([*head, *leftward(body), *foot])
        told += [body[0], f"{body[1]} {body[2]}"]
    assert read(pdf(pages)).text.split("\n") == told


def test_a_sentence_goes_on_over_a_page() -> None:
    assert read(pdf([leftward(SET[:1]), leftward(SET[1:])])).text == TEXT


def test_two_columns_are_read_one_after_the_other() -> None:
    right = [line[:24].strip() for line in SET[:2]]
    shifted = [(left - 250, base, drawn) for left, base, drawn in leftward(right)]
    text = read(pdf([[*leftward(["س" * 20, "ش" * 20]), *shifted]])).text
    assert text.index("ش" * 20) < text.index(right[0]) < text.index(right[1])


def test_lam_and_alef_drawn_as_one() -> None:
    """ﻼ is lam and alef also in files that name its letters from left to right."""
    for named in ("لا", "ال"):
        data = pdf([leftward([line.replace("لا", "ﻼ") for line in ["ثلاثة قتلى في السلاح"]])], names=_named(named))
        assert read(data).text == "ثلاثة قتلى في السلاح"


def _named(ligature: str) -> Callable[[str], str]:
    return lambda char: ligature if char == "ﻼ" else char


def test_letters_in_the_shapes_of_a_word_are_plain_letters() -> None:
    assert read(pdf([leftward(["ﻗﺼﻔﺖ طائرات"])])).text == "قصفت طائرات"


def test_latin_words_and_numbers_keep_their_order() -> None:
    """A line as it stands on the page: what is read first is furthest to the right."""
    text = "وقعت الغارة (G20) يوم 11/05/2009 وفق Reuters News أمس"
    drawn = "أمس Reuters News وفق 11/05/2009 يوم )G20( الغارة وقعت"
    words = [word if any(char.isascii() and char.isalnum() for char in word) else word[::-1] for word in drawn.split()]
    shown = " ".join(words)
    glyphs = [Glyph(char, n * 7.0, n * 7.0, n * 7.0 + 7, 700, 12) for n, char in enumerate(shown)]
    assert paragraphs(lines(glyphs)) == text
    assert paragraphs(lines(glyphs[::-1])) == text


def test_vowels_stay_with_their_letters() -> None:
    word = "قُتِلَ"
    letters = [("ل", 0), ("َ", 0), ("ت", 1), ("ِ", 1), ("ق", 2), ("ُ", 2)]
    glyphs = [Glyph(char, 100 + n * 7.0, 100 + n * 7.0, 107 + n * 7.0, 700, 12) for char, n in letters]
    assert paragraphs(lines(glyphs)) == word
    assert paragraphs(lines(glyphs[::-1])) == word


def test_pictures_of_pages_and_damaged_files_are_set_aside() -> None:
    assert "recognise its text first" in refused(pdf([[]]))
    assert "is a PDF that is damaged" in refused(b"%PDF-1.7 x")
    assert "is a PDF that is damaged" in refused(pdf([leftward(SET)])[:200])


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium; install Debian's package chromium")
def test_a_page_printed_by_a_browser(tmp_path: Path) -> None:
    """Over several pages, with a browser's own line above and below each."""
    from playwright.sync_api import sync_playwright

    told = [f"{'في ' * number}{line}" for number in range(12) for line in TEXT.split("\n")]
    body = "".join(f"<p>{line}</p>" for line in told)
    page = f"<html dir=rtl lang=ar><title>خبر</title><body style='text-align:justify'>{body}</body></html>"
    path = tmp_path / "printed.pdf"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--headless"])
        shown = browser.new_page()
        shown.set_content(page)
        shown.pdf(path=path, format="A5", display_header_footer=True, margin={"top": "20mm", "bottom": "20mm"})
        browser.close()
    (found,) = read_paths([path])
    assert isinstance(found, Article)
    assert found.text.split() == " ".join(told).split()
    assert len(set(told) & set(found.text.split("\n"))) >= len(told) - 4  # where a last line is full, it may go on
    assert found.title == "خبر"
