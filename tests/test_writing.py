"""The same report, however it was typed: what is read of it stays the same."""

from __future__ import annotations

import json
import re
import textwrap
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from khabar import pipeline
from khabar.cli.main import run
from khabar.model import Article, Party
from khabar.text import fold, split_sentences, tokenise, unwrapped
from khabar.views.marks import sentence_of
from khabar.views.summary import common_parties

REPORT = (
    "قتل ثلاثة جنود وأصيب خمسة آخرون في هجوم شنه مسلحون مجهولون على نقطة تفتيش قرب مدينة الرمادي مساء الثلاثاء.\n"
    "وقال المتحدث باسم وزارة الدفاع العراقية إن القوات الأمنية اعتقلت أربعة مشتبه بهم في المنطقة الغربية صباح اليوم.\n"
    "وأعلنت كتائب النخيل، التي تتخذ من الصحراء مقرا، مسؤوليتها عن الهجوم على الحكومة في بيان نشرته على الإنترنت.\n"
    "وكانت طائرات أميركية قصفت يوم الاثنين الماضي معسكرا للجماعة نفسها، ما أدى إلى مقتل عشرة من عناصرها.\n"
    "ودانت السفارة الفرنسية الهجوم، مؤكدة في رسالة إلى رئيس الوزراء وقوفها إلى جانب المؤسسة العسكرية حتى النهاية.\n"
    "والتقى وزير الخارجية المصري نظيره الأردني في القاهرة، حيث بحثا الوضع الأمني في المستشفى الميداني هناك.\n"
)


def vowelled(text: str) -> str:
    return re.sub("(?<=[ء-ي])(?=[ء-ي])", "\u064e", text)


def shaped(text: str) -> str:
    """Letters in the middle of words as PDF files have them (isolated shapes suffice)."""
    shapes = {}
    for code in range(0xFE80, 0xFEF5):
        kind, _, base = unicodedata.decomposition(chr(code)).partition(" ")
        if kind == "<isolated>":
            shapes[int(base, 16)] = chr(code)
    return text.translate(shapes)


MANNERS: dict[str, Callable[[str], str]] = {
    "broken to 72 columns": lambda text: "\n".join(
        "\n".join(textwrap.wrap(line, 72, break_long_words=False)) for line in text.splitlines()
    ),
    "broken to 60 columns, Windows ends": lambda text: "\r\n\r\n".join(
        "\r\n".join(textwrap.wrap(line, 60, break_long_words=False)) for line in text.splitlines()
    ),
    "ى for ي": lambda text: re.sub(r"ي\b", "ى", text),
    "ي for ى": lambda text: re.sub(r"ى\b", "ي", text),
    "ه for ة": lambda text: re.sub(r"ة\b", "ه", text),
    "no hamza on alef": lambda text: text.translate(str.maketrans("أإآ", "ااا")),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "every letter with a vowel": vowelled,
    "double spaces": lambda text: text.replace(" ", "  "),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "pictures": lambda text: "🔴 " + text.replace("\n", "\n⬅️ "),
    "Arabic digits": lambda text: text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
    "Persian letters": lambda text: text.replace("ي", "ی").replace("ك", "ک"),
    "the shapes of PDF files": shaped,
    "a page's tags": lambda text: "".join(f'<p dir="rtl">{line}</p>' for line in text.splitlines()),
    "breaks": lambda text: text.replace("\n", "<br />"),
    "one line": lambda text: text.replace("\n", " "),
}


def read(text: str) -> list[tuple[object, ...]]:
    """What is read, with words as folded and last letters levelled."""

    def level(words: str) -> str:
        return fold(words).text.replace("ى", "ي").replace("ة", "ه")

    found = pipeline.extract(Article(id="x", text=text, published="2024-01-24"))
    for claim in found.claims:
        assert claim.trigger.text == text[claim.trigger.start : claim.trigger.end]
    return [
        (
            claim.type,
            claim.mode,
            claim.status,
            claim.stance,
            [level(party.text) for party in claim.actors],
            [level(party.text) for party in claim.targets],
            [party.country for party in (*claim.actors, *claim.targets)],
            claim.date,
            [(figure.what, figure.low, figure.high) for figure in claim.figures],
            [level(link.text) for link in claim.isnad],
        )
        for claim in found.claims
    ]


@pytest.mark.parametrize("manner", MANNERS)
def test_however_it_is_typed(manner: str) -> None:
    plain = read(REPORT)
    assert len(plain) >= 7
    assert read(MANNERS[manner](REPORT)) == plain


def test_lines_broken_at_a_width_are_joined_and_nothing_moves() -> None:
    text = MANNERS["broken to 72 columns"](REPORT)
    joined = unwrapped(text)
    assert len(joined) == len(text)
    assert [len(line) > 72 for line in joined.splitlines()] == [True] * 6
    assert unwrapped(REPORT) == REPORT


def test_broken_lines_with_a_blank_line_between_all_of_them_are_joined() -> None:
    text = MANNERS["broken to 72 columns"](REPORT).replace("\n\n", "\n").replace("\n", "\n\n")
    joined = unwrapped(text)
    assert len(joined) == len(text)
    assert [len(line) > 72 for line in joined.split("\n") if line.strip("\u200b ")] == [True] * 6


def test_lines_of_their_own_stay_apart() -> None:
    headlines = "\n".join(
        ("مقتل جنديين في هجوم", "وزير الخارجية يصل إلى عمان في زيارة تستمر يومين", "غارات على الحديدة", "اعتقال ثلاثة")
        * 3
    )
    assert unwrapped(headlines) == headlines


def test_a_single_slip_of_spelling_changes_no_other_word() -> None:
    sentence = "قال علي عبد الله إن الجيش قتل قائده فى الموصل، وإن علي حسن نفى ذلك."
    found = pipeline.extract(Article(id="x", text=sentence, published="2024-01-24"))
    assert [claim.type for claim in found.claims] == ["ASSAULT"]


def test_a_sentence_over_several_lines_is_shown_whole() -> None:
    text = MANNERS["broken to 60 columns, Windows ends"](REPORT)
    claim = pipeline.extract(Article(id="x", text=text, published="2024-01-24")).claims[0]
    shown = sentence_of(claim, text)
    assert " ".join(shown.text.split()) == REPORT.splitlines()[0]
    trigger = next(mark for mark in shown.marks if mark.role == "trigger")
    assert shown.text[trigger.start : trigger.end] == claim.trigger.text


def test_text_without_full_stops_is_parted_where_a_sentence_opens() -> None:
    clause = "إن القوات انتشرت في محيط المدينة القديمة بعد أن غادرها السكان إلى القرى القريبة من الحدود الشرقية للبلاد"
    text = f"قال المحافظ {clause} " + " ".join(
        f"{cue} المتحدث {clause}" for cue in ("وأضاف", "وأكد", "وأوضح", "وقال") * 2
    )
    tokens = tokenise(fold(text))
    opened = [tokens.forms[one.first] for one in split_sentences(tokens)]
    assert opened == ["قال", *["واضاف", "واكد", "واوضح", "وقال"] * 2]
    stopped = tokenise(fold(f"{text}. {clause}. {clause}. {clause}."))
    assert len(split_sentences(stopped)) == 4


def test_reprints_are_one_line_however_they_are_typed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = [REPORT, *(manner(REPORT) for manner in MANNERS.values())]
    rows = [
        {"id": f"a{n}", "source": f"صحيفة {n}", "published": "2024-01-24", "text": text} for n, text in enumerate(texts)
    ]
    found = []
    for name, several in (("one", rows[:1]), ("all", rows)):
        given, store = tmp_path / f"{name}.jsonl", str(tmp_path / f"{name}.db")
        given.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in several), encoding="utf-8")
        with pytest.raises(SystemExit):
            run(["read", str(given), "--store", store])
        capsys.readouterr()
        with pytest.raises(SystemExit):
            run(["events", "--store", store, "--json"])
        found.append(json.loads(capsys.readouterr().out))
    single, events = found
    assert len(events) == len(single) > 1
    for event in events:
        assert (event["articles"], event["lines"]) == (len(texts), 1)
        assert all(party["text"] in REPORT for party in (*event["actors"], *event["targets"]))


def test_a_party_is_one_with_or_without_its_preposition() -> None:
    parties = [[Party(text="مقر حرس الحدود")], [Party(text="مقر لحرس الحدود")], [Party(text="لجنة التحقيق")]]
    assert [party.text for party in common_parties(parties)] == ["مقر لحرس الحدود", "لجنة التحقيق"]
