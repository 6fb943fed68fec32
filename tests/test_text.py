"""Folding, tokens and sentences keep every position of the text as given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.mentions.scanning import Words
from khabar.text import fold, heavy, split_sentences, tokenise, tokenised

ARABIC = st.text(alphabet='ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئ ًٌٍَُِّْـ٠١٢٣،.؟\n"«»ﻻﷲ\u200f\ud800', max_size=200)


@given(st.one_of(ARABIC, st.text(max_size=200)))
def test_every_folded_letter_comes_from_the_text(text: str) -> None:
    folded = fold(text)
    last = -1
    for index in range(len(folded.text)):
        raw = folded.raw(index)
        assert last <= raw < len(text)
        last = raw


@given(st.one_of(ARABIC, st.text(max_size=200)))
def test_tokens_lie_in_order_and_sentences_cover_them_once(text: str) -> None:
    tokens = tokenise(fold(text))
    for at in range(len(tokens)):
        start, end = tokens.raw_span(at, at)
        assert 0 <= start <= end <= len(text)
        assert at == 0 or tokens.end(at - 1) <= tokens.starts[at]
    covered = [at for sentence in split_sentences(tokens) for at in range(sentence.first, sentence.last)]
    assert covered == sorted(set(covered))
    assert {at for at in range(len(tokens)) if tokens.forms[at] != "\n"} <= set(covered)


ODD = st.text(alphabet="ab5 \n\t\r\xa0\u2003,.#_\u200b\u064b\u0654\ufefb&وي", max_size=40)


@given(ODD)
def test_a_text_read_by_pieces_is_the_text_read_whole(text: str) -> None:
    folded, found = fold(text), tokenised(text)
    whole = tokenise(folded)
    assert (found.forms, found.starts, found.folded.text) == (whole.forms, whole.starts, folded.text)
    assert [found.folded.raw(at) for at in found.starts] == [folded.raw(at) for at in whole.starts]
    words, others = Words(folded.text), Words(folded.text)
    words.read()
    others.read_tokens(found) if found.cuts else others.read()
    assert (words.words, words.starts, words.digits) == (others.words, others.starts, others.digits)


def test_marks_fold_away_and_offsets_lead_back() -> None:
    text = "شنّت القوّات الأميركيّة غـــارات"
    folded = fold(text)
    assert folded.text == "شنت القوات الاميركية غارات"
    at = folded.text.index("القوات")
    start, end = folded.raw_span(at, at + len("القوات"))
    assert text[start:end] == "القوّات"
    assert folded.folded(text.index("غ")) == folded.text.index("غ")


def test_presentation_forms_spell_out() -> None:
    text = "ﻗﺎﻝ ﺍﻟﺮﺋﻴﺲ"
    folded = fold(text)
    assert folded.text == "قال الرئيس"
    assert folded.raw(folded.text.index("الرئيس")) == text.index(" ") + 1


def test_persian_letters_digits_and_hashtags() -> None:
    assert fold("كتائب #الجیش_اليمني ٢٥ ۲۴").text == "كتائب  الجيش اليمني 25 24"
    assert heavy("قضية") == heavy("قضيه")


def test_latin_commas_part_arabic_words_and_no_digits() -> None:
    assert fold("في دمشق, أمس, قتل 1,200 بينهم 5,8 مليون").text == "في دمشق، امس، قتل 1,200 بينهم 5,8 مليون"


def test_marks_that_a_page_spelled_out_are_read_as_marks() -> None:
    text = "قال &#34;سنرد&quot; غدا"
    folded = fold(text)
    assert folded.text == 'قال "سنرد" غدا'
    start, end = folded.raw_span(folded.text.index("سنرد"), folded.text.index("سنرد") + 4)
    assert text[start:end] == "سنرد"


def test_words_and_numbers_joined_by_bad_scraping_come_apart() -> None:
    assert tokenise(fold("في24 يناير و60كلم")).forms == ["في", "24", "يناير", "و", "60", "كلم"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("قتل شخصان. وأصيب ثلاثة.", 2),
        ("نقلت أ. ف. ب عن مصدر أمني قوله.", 1),
        ('قال "سنرد." ثم غادر.', 2),
        ("بلغت النسبة 12.5 بالمئة", 1),
        ("عنوان\nمتن الخبر", 2),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(split_sentences(tokenise(fold(text)))) == count


def test_text_without_a_stop_is_cut_so_that_reading_stays_linear() -> None:
    tokens = tokenise(fold("هجوم " * 1000))
    assert max(one.last - one.first for one in split_sentences(tokens)) <= 402
    assert sum(one.last - one.first for one in split_sentences(tokens)) == 1000
