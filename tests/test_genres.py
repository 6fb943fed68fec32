"""Games, shows, health, weather, horoscopes and figures of speech give no claims; what happens beside them does."""

from __future__ import annotations

import pytest

from khabar.model import Article
from khabar.pipeline import extract

GAME = (
    "فاز الساحل على ضيفه الواحة بثلاثة أهداف مقابل هدف في المباراة التي أقيمت مساء السبت ضمن الدوري.\n"
    "وشن الساحل هجوما كاسحا في الشوط الثاني، وأطلق مهاجمه قذيفة من خارج المنطقة هزت الشباك. واتهم مدرب الواحة الحكم "
    "بالانحياز وهدد بالانسحاب من البطولة، وطالب لاعبيه بالقتال في المباراة المقبلة.\n"
)
RIOT = (
    "وبعد صافرة النهاية اندلعت أعمال شغب خارج الملعب، وأطلقت الشرطة الغاز المسيل للدموع على المشجعين ما أدى إلى مقتل "
    "اثنين وإصابة عشرين.\n"
)
SHOW = (
    "يروي الفيلم الجديد للمخرجة قصة شاب يقتل رجلا ثم يهرب من المدينة، وتطارده عصابة. وقد صورت المخرجة الفيلم في قرية.\n"
    "وتلعب الممثلة دور أخته التي تختطفها العصابة في مشهد الختام. وهاجم نقاد المسلسل الذي أخرجته العام الماضي.\n"
)
HEALTH = (
    "كشفت دراسة أن السمنة تهاجم القلب وتدمر الشرايين. ودعا الباحثون إلى المشي يوميا وتجنب الدهون والتدخين، وطالبوا "
    "بخفض السعرات في وجبات الأطفال.\n"
)
STARS = "برج الحمل: تشن هجوما على منافسيك وتنتصر. برج الثور: تلتقي مديرك وتوقع اتفاقا. برج الميزان: تهدد راحتك الشكوك."


def types(text: str) -> list[str]:
    return [claim.type for claim in extract(Article(id="a", text=text, published="2024-05-10")).claims]


@pytest.mark.parametrize("text", [GAME, SHOW, HEALTH, STARS], ids=["a game", "a film", "health", "a horoscope"])
def test_what_is_no_news_of_force_or_politics(text: str) -> None:
    assert types(text) == []


def test_what_happens_at_a_game() -> None:
    assert "ASSAULT" in types(GAME + RIOT)
    assert "ASSAULT" in types("قتل أربعة في تفجير انتحاري استهدف ملعبا خلال مباراة في الدوري المحلي.")


def test_a_game_that_two_states_quarrel_over() -> None:
    told = types(
        GAME + "واستدعت وزارة الخارجية السفير احتجاجا على الاعتداءات على الجماهير بعد المباراة، ونددت بتصريحات الاتحاد."
    )
    assert "ACCUSE" in told


@pytest.mark.parametrize(
    "text",
    [
        "سيطر الحزن على سكان القرية.",
        "حاصرت الديون أصحاب المتاجر.",
        "اجتاح الملل الطلاب في نهاية العام.",
        "هددت الأمطار بتأجيل الحفل.",
        "اغتال القانون أحلامهم.",
        "انفجرت أسعار الشقق هذا الصيف.",
        "انفجر الطفل باكيا.",
        "أعلنت البلدية الحرب على القمامة.",
        "يقتل العقار خلايا سرطانية.",
        "اتهمت المطربة زميلها بالكذب.",
        "تمكن من قتل الوقت بالقراءة.",
    ],
)
def test_figures_of_speech(text: str) -> None:
    assert types(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("سيطر الجيش على سكان القرية المتمردين.", "COERCE"),
        ("اجتاحت القوات الحكومية المدينة فجر الأحد.", "ASSAULT"),
        ("قتل مسلحون الصحفية أحلام حسن أمام منزلها.", "ASSAULT"),
        ("انفجرت سيارة مفخخة في سوق المدينة.", "ASSAULT"),
        ("استهدفت الغارة خلايا نائمة للتنظيم شرق دير الزور.", "ASSAULT"),
        ("هاجم المسلحون مركز الشرطة في البلدة.", "ASSAULT"),
    ],
)
def test_the_same_words_said_of_deeds(text: str, kind: str) -> None:
    assert kind in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "يحمي البرنامج المشتركين من هجمات الاحتيال.",
        "تعمل البلدية على تفادي هجمات جديدة.",
        "الدرع يقي المدينة من قذائف الهاون.",
    ],
)
def test_attacks_that_somebody_is_shielded_from(text: str) -> None:
    assert types(text) == []


def test_a_shield_that_is_given() -> None:
    assert types("زودت الحكومة الجيش بمنظومة للدفاع ضد الهجمات الصاروخية.") == ["AID"]
