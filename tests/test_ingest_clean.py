"""Cleaning: sections cover any text exactly; pages of invented outlets keep their story and lose their furniture."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import layouts
from khabar.ingest.clean import sections
from khabar.ingest.furniture import furniture, gives
from khabar.model import Section

WORDS = [
    "أعلن", "اقرأ أيضا:", "مواضيع ذات صلة", "رويترز", "(أ ف ب)", "القاهرة –", "٢٤ يناير ٢٠٢٤", "شارك", "\n", "    ",
    "\u202e", "content=", "—", "(@a)", "http://x", ".", ":", "التعليقات", "سمات", "\x00", "\ud800", "الرئيسية",
]  # fmt: skip
SOUP = st.lists(st.sampled_from(WORDS))


def role_at(found: list[Section], offset: int) -> Section:
    return next(section for section in found if section.start <= offset < section.end)


def covers(found: list[Section], text: str) -> bool:
    edges = [0, *(section.end for section in found)]
    return edges[-1] == len(text) and [section.start for section in found] == edges[:-1]


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(st.text(), SOUP.map(" ".join), SOUP.map("".join)),
    st.one_of(st.none(), st.text(max_size=30)),
)
def test_sections_cover_any_text_exactly(text: str, title: str | None) -> None:
    found = sections(text, title)
    assert covers(found, text)
    assert all(section.start < section.end for section in found)
    assert {section.role for section in found} <= {"headline", "dateline", "caption", "body", "furniture"}
    assert all(section.rule for section in found)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_pages_are_still_covered(data: Any) -> None:
    _, story, parts = data.draw(st.sampled_from(layouts.text_pages()))
    text = "".join(part + separator for _, part, separator in parts)
    at = data.draw(st.integers(0, len(text)))
    text = text[at:] + data.draw(st.text(max_size=20)) + text[: data.draw(st.integers(0, len(text)))]
    assert covers(sections(text, story["title"]), text)


def scores(wanted: str, given_text: str) -> float:
    """Token F1 of two texts."""
    first, second = Counter(wanted.split()), Counter(given_text.split())
    return 2 * sum((first & second).values()) / (sum(first.values()) + sum(second.values()))


@pytest.mark.parametrize("titled", [True, False])
def test_text_pages_keep_the_story(titled: bool) -> None:
    measured = {}
    for name, story, parts in layouts.text_pages():
        text = "".join(part + separator for _, part, separator in parts)
        found = sections(text, story["title"] if titled else None)
        wanted = " ".join(part for role, part, _ in parts if role == "body")
        kept = " ".join(text[section.start : section.end] for section in found if section.role == "body")
        measured[f"{name}/{story['id']}"] = scores(wanted, kept)
    assert len(measured) >= 40
    assert min(measured.values()) >= 0.95, sorted(measured.items(), key=lambda item: item[1])[:5]
    assert sum(measured.values()) / len(measured) >= 0.99


def test_text_pages_name_the_roles() -> None:
    wrong = []
    for name, story, parts in layouts.text_pages():
        text = "".join(part + separator for _, part, separator in parts)
        found = sections(text, story["title"])
        at = 0
        for role, part, separator in parts:
            given_role = role_at(found, at + len(part) // 2)
            if part and given_role.role != role:
                wrong.append((name, story["id"], role, given_role.role, given_role.rule, part[:50]))
            at += len(part) + len(separator)
    assert not wrong


@pytest.mark.parametrize("entry", furniture().entries, ids=lambda entry: entry.id)
def test_every_entry_proves_itself(entry: Any) -> None:
    assert entry.examples
    assert entry.counter
    for example in entry.examples:
        assert any(gives(entry, section.rule) for section in sections(example)), example
    for counter in entry.counter:
        assert not any(gives(entry, section.rule) for section in sections(counter)), counter


def test_entries_have_unique_ids() -> None:
    ids = [entry.id for entry in furniture().entries]
    assert len(ids) == len(set(ids))


def test_second_copy_goes_and_first_stays() -> None:
    line = "أعلن مجلس المحافظة إغلاق الطريق الدولي حتى إشعار آخر بعد انهيار جزء منه بسبب السيول"
    text = f"{line}.\nوقال شهود إن سيارتين جرفتهما المياه.\n{line}.\n"
    found = sections(text)
    assert role_at(found, 5).role == "body"
    assert role_at(found, text.rfind(line) + 5).rule == "repeat"


def test_body_text_that_looks_like_furniture_stays() -> None:
    lines = [
        "شارك آلاف المحتجين في مسيرة جابت شوارع العاصمة ورفعوا صور المعتقلين.",
        "المزيد من القتلى سقطوا في الاشتباكات التي تجددت صباح اليوم قرب السوق.",
        "وطالع الوزير تقريرا عن الأضرار ثم غادر المدينة.",
        "التعليقات التي أدلى بها السفير أثارت غضب الحكومة.",
        "إعلان الهدنة لم يوقف القصف على الأحياء الشرقية.",
        "واشنطن – التي تقود التحالف – لم تعلق على الحادث حتى الآن.",
    ]
    text = "\n".join(lines)
    assert [section.role for section in sections(text)] == ["body"]


def test_empty_and_blank_texts() -> None:
    assert sections("") == []
    assert [section.role for section in sections(" \n\t ")] == ["furniture"]


STORY = (
    "قرر مجلس المدينة، مساء الثلاثاء، إغلاق الجسر القديم أمام الشاحنات ثلاثة أشهر حتى تنتهي أعمال الترميم.\n"
    "وقال مهندس الجسر إن الأعمدة تحتاج إلى دعامات جديدة، وإن المرور سيعود على مراحل مع نهاية الخريف المقبل.\n"
    "وأضاف أن البلدية خصصت طريقا بديلا يمر خلف السوق، وأن لافتات ستوضع عند المداخل كلها قبل نهاية الأسبوع.\n"
)
OTHERS = (
    "التقى رئيس اتحاد المزارعين في العاصمة وفدا من مصدري الحمضيات لبحث رسوم التصدير التي فرضتها الحكومة.\n"
    "نفى متحدث باسم شركة الطيران الوطنية أن تكون رحلاتها إلى الساحل قد ألغيت بسبب خلاف طويل مع نقابة الطيارين "
    "حول الأجور والإجا\n"
    "اعتقلت الشرطة في ميناء الصيادين أربعة أشخاص تشتبه في أنهم هربوا وقودا مدعوما عبر البحر خلال الشهرين الأخيرين.\n"
)


def test_teasers_cut_off_behind_a_story_are_furniture() -> None:
    found = sections(STORY + OTHERS)
    assert role_at(found, len(STORY) + 5).rule == "teasers.after"
    assert role_at(found, len(STORY) - 10).role == "body"


def test_paragraphs_with_an_end_or_of_the_same_matter_stay() -> None:
    whole = OTHERS.replace("والإجا\n", "والإجازات.\n")
    assert all(section.rule != "teasers.after" for section in sections(STORY + whole))
    same = (STORY + STORY.replace("الترميم.", "الترميم وينتظر أن").replace("قرر", "أقر")).replace("\nو", "\n")
    assert all(section.rule != "teasers.after" for section in sections(same))


def test_an_entry_of_a_live_page_is_no_teaser() -> None:
    entry = "17:05 وزارة الداخلية العراقية: اعتقال ستة متهمين بتهريب النفط في البصرة"
    text = f"أغلقت السلطات الطريق الدولي بعد السيول.\n{entry}\nوقالت الوزارة إن التحقيق مستمر مع المتهمين الستة.\n"
    assert role_at(sections(text), text.index(entry) + 10).role == "body"
