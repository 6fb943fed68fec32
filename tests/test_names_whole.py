"""Names known in full: their first letters are no clitics, full stops, times and numbers in them are letters, and their
words are neither figures of speech nor company of a verb."""

from __future__ import annotations

import pytest

from khabar.model import Claim
from making import claims_in, types_in

DEAD = "خمسة مدنيين قتلوا أمس في قصف على مدينة المكلا."


def origin(text: str) -> str:
    return claims_in(text)[0].isnad[-1].text


def place(text: str) -> tuple[str, str | None]:
    found = claims_in(text)[0].place
    assert found is not None
    return found.text, found.country


@pytest.mark.parametrize(
    ("start", "who"),
    [
        ("قال بسام الصالحي إن", "بسام الصالحي"),
        ("قال كولين باول إن", "كولين باول"),
        ("وقالت كمالا هاريس إن", "كمالا هاريس"),
        ("قال بان كي مون إن", "بان كي مون"),
        ("ذكرت شبكة إن بي سي أن", "شبكة إن بي سي"),
        ("ذكر موقع العربية.نت أن", "موقع العربية.نت"),
        ("ذكرت شبكة سي.إن.إن أن", "شبكة سي.إن.إن"),
        ("قال الرئيس السابق جورج دبليو. بوش إن", "جورج دبليو. بوش"),
        ("ذكرت قناة حلب اليوم أن", "قناة حلب اليوم"),
        ("قال فريق 14 آذار إن", "فريق 14 آذار"),
    ],
)
def test_who_says_so(start: str, who: str) -> None:
    assert origin(f"{start} {DEAD}") == who


@pytest.mark.parametrize(
    ("where", "country"),
    [
        ("باب الهوى", "SYR"),
        ("الشيخ زويد", "EGY"),
        ("السيدة زينب", "SYR"),
        ("سيدي بوزيد", "TUN"),
        ("دار سعد", "YEM"),
        ("الشدادي", "SYR"),
        ("بابا عمرو", "SYR"),
        ("دابق", "SYR"),
    ],
)
def test_where(where: str, country: str) -> None:
    assert place(f"قتل خمسة أشخاص أمس في انفجار عبوة ناسفة في {where}.") == (where, country)


def test_a_title_is_no_place() -> None:
    """Sheikh and lady are titles where nothing speaks of a place."""
    assert origin(f"قال الشيخ سعد الحريري إن {DEAD}") == "سعد الحريري"


def test_a_province_is_called_one() -> None:
    assert place("قتل ثلاثة أشخاص أمس في غارة على محافظة القنيطرة.")[1] == "SYR"
    assert place("قتل ثلاثة أشخاص أمس في غارة على مدينة القنيطرة المغربية.")[1] == "MAR"


def one(text: str, type_: str) -> Claim:
    return next(claim for claim in claims_in(text) if claim.type == type_)


def test_names_are_no_figures_of_speech() -> None:
    text = "اعتقلت قوات سوريا الديمقراطية أمس عشرة أشخاص في مدينة الرقة."
    assert [party.text for party in one(text, "COERCE").actors] == ["قوات سوريا الديمقراطية"]
    assert types_in("اغتال القمع الديمقراطية في بلد كان يحبها.") == []


def test_names_are_no_company() -> None:
    """The words national security forbid the verb of aiming where they are what is aimed at, not in a body's name."""
    text = "استهدف مسلحون مجهولون أمس مقر مجلس الأمن القومي الأفغاني في كابول."
    assert "ASSAULT" in types_in(text)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("استهدف مسلحون أمس قافلة مساعدات في مدينة حلب.", "قافلة مساعدات"),
        ("استهدفت الطائرات أمس رتلا عسكريا شرق مدينة تدمر.", "رتلا عسكريا"),
        ("شنت المقاتلات غارات على تعزيزات عسكرية قرب مدينة تعز.", "تعزيزات عسكرية"),
    ],
)
def test_what_is_hit_is_no_event(text: str, target: str) -> None:
    assert types_in(text) == ["ASSAULT"]
    assert [party.text for party in one(text, "ASSAULT").targets] == [target]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("اعتقلت الشرطة أمس صحفيا في مدينة حلب.", "صحفيا"),
        ("أصيب معلم بجروح في انفجار عبوة ناسفة في كركوك.", "معلم"),
        ("اغتيال داعية في عدن أمس.", "داعية"),
        ("اعتقال فلسطيني في القدس.", "فلسطيني"),
        ("أفرجت السلطات أمس عن طالبة بعد عام من الاعتقال.", "طالبة"),
        ("قتل مسلحون مجهولون أمس مسيحيا قرب الموصل.", "مسيحيا"),
    ],
)
def test_people_by_what_befalls_them(text: str, who: str) -> None:
    assert [party.text for party in claims_in(text)[0].targets] == [who]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("أدى هجوم إرهابي إلى مقتل ثلاثة جنود في سيناء أمس.", "إرهابي"),
        ("قتلت قوات معارضة خمسة جنود في حلب أمس.", "معارضة"),
        ("أثار اعتقال سياسي جدلا واسعا بعد أن أوقفت الشرطة أمس خمسة محتجين.", "سياسي"),
    ],
)
def test_adjectives_are_no_people(text: str, word: str) -> None:
    found = claims_in(text)
    assert found
    assert word not in {party.text for claim in found for party in claim.targets}


def test_a_weapon_is_stopped_not_objected_to() -> None:
    assert types_in("اعترض الجيش الإسرائيلي في مارس/آذار 2017 ثلاث طائرات مسيرة.") == ["ASSAULT"]
    assert types_in("واعترضت الولايات المتحدة بشدة في مجلس الأمن على بيع طائرات مسيرة لإيران.") == ["REJECT"]


def test_an_adjective_in_the_accusative() -> None:
    text = "قصفت الطائرات أمس سوقا شعبيا في مدينة حلب."
    assert [party.text for party in one(text, "ASSAULT").targets] == ["سوقا شعبيا"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("الناشط", "كامل السوري"),
        ("القيادي في الحركة", "سعد حرب"),
        ("الصحفي", "صادق الخطيب"),
        ("الشيخ", "ياسر العلي"),
        ("الناشط", "عامر آل ثاني"),
        ("الصحفية", "فاطمة المحمد"),
        ("الوزير", "وليم فرج"),
    ],
)
def test_names_that_are_words(title: str, name: str) -> None:
    claims = claims_in(f"اغتال مسلحون مجهولون {title} {name} في عدن أمس.")
    assert [party.text for party in claims[0].targets] == [name]


def test_an_origin_is_no_name() -> None:
    claims = claims_in("اعتقلت الشرطة أمس المتهم تركي الجنسية في مطار بيروت.")
    assert "تركي الجنسية" not in {party.text for party in claims[0].targets}


@pytest.mark.parametrize("behind", ["أحد سكان القرية", "، وهو مزارع من القرية", "التي نزحت إلى المدينة"])
def test_who_speaks_behind_a_quotation(behind: str) -> None:
    assert origin(f'"القوات قصفت القرية أمس"، قال محمد العلي {behind}.'.replace(" ،", "،")) == "محمد العلي"


def test_on_whom_judgement_was_given() -> None:
    claims = claims_in("الحكم على صحفي بالسجن خمس سنوات.")
    assert [party.text for party in claims[0].targets] == ["صحفي"]


def test_who_is_let_go() -> None:
    claims = claims_in("إطلاق سراح صحفي بعد دفع فدية.")
    assert [party.text for party in claims[0].targets] == ["صحفي"]
