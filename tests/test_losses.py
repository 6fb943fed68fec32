"""Figures of losses: what stands beside a word of death, injury or capture, in the orders that news uses."""

from __future__ import annotations

import pytest

from khabar import pipeline
from khabar.claims import ClaimReader
from khabar.model import Article

CASES = [
    ("وسقط قتيلان على الأقل في الغارة الثانية", [("killed", 2, None)]),
    ("سقط قتيلان قرب السوق القديم", [("killed", 2, 2)]),
    ("قتل خمسة أشخاص على الأقل وجرح سبعة", [("killed", 5, None), ("wounded", 7, 7)]),
    ("قال المصدر إن جنديين قتلا وأصيب ستة", [("killed", 2, 2), ("wounded", 6, 6)]),
    ("ثلاثة جنود قتلوا وأصيب أربعة", [("killed", 3, 3), ("wounded", 4, 4)]),
    ("لقي عامل مصرعه وأصيب ثلاثة آخرون", [("killed", 1, 1), ("wounded", 3, 3)]),
    ("سقطت قذائف على الحي دون وقوع إصابات", [("killed", 0, 0), ("wounded", 0, 0)]),
    ("ولم يسفر الانفجار عن إصابات", [("wounded", 0, 0)]),
    ("أسفر القصف عن سقوط ثلاثة قتلى وجريح", [("killed", 3, 3), ("wounded", 1, 1)]),
    ("أوقع الهجوم عشرات القتلى والجرحى", [("killed", 20, None), ("wounded", 20, None)]),
    ("مقتل وإصابة 35 مدنيا في السوق", [("killed", 1, 34), ("wounded", 1, 34)]),
    ("ارتفعت الحصيلة إلى ستة قتلى بعد وفاة جريحين", [("killed", 6, 6)]),
    ("مقتل ضابط وجنديين وإصابة آخر", [("killed", 3, 3), ("wounded", 1, 1)]),
    ("قتل أربعة من عناصر الشرطة بينهم ضابط وجرح سبعة", [("killed", 4, 4), ("wounded", 7, 7)]),
    ("قتل فتى يبلغ من العمر 16 عاما برصاص الجنود", [("killed", 1, 1)]),
    ("ارتفع عدد القتلى إلى 45 قتيلا", [("killed", 45, 45)]),
    ("حصيلة القتلى بلغت 120 قتيلا و300 مصاب", [("killed", 120, 120), ("wounded", 300, 300)]),
    ("قتل ما لا يقل عن 20 شخصا", [("killed", 20, None)]),
    ("أصيب ما بين 10 و 15 شخصا", [("wounded", 10, 15)]),
    ("استشهد فلسطينيان وأصيب ثالث بجروح خطيرة", [("killed", 2, 2), ("wounded", 1, 1)]),
    ("نزح نحو 3 آلاف شخص من القرية", [("displaced", 3000, 3000)]),
    ("اعتقلت القوات 15 فلسطينيا من الضفة", [("captured", 15, 15)]),
    ("اعتقلت الشرطة في المدينة مساء أمس 16 محتجا", [("captured", 16, 16)]),
    ("احتجزت القوات أحد موظفي المستشفى", [("captured", 1, 1)]),
    ("أعلنت الشرطة مقتل أحد عناصرها في الانفجار", [("killed", 1, 1)]),
    ("وإصابة إحدى الموظفات بجروح", [("wounded", 1, 1)]),
    ("سقط العشرات من المسلحين بين قتيل وجريح", [("killed", 20, None), ("wounded", 20, None)]),
    ("سقط 40 شخصا بين قتيل وجريح", [("killed", 1, 39), ("wounded", 1, 39)]),
    ("بحثوا عن الحراس الذين قتلهم المسلحون", []),
    ("ساد الهدوء دون أي اشتباكات", []),
    ("خمسة حراس، بينهم ضابطان، قد قتلوا في الكمين", [("killed", 5, 5)]),
    ("وأوقع الحريق سبعة عمال جرحى", [("wounded", 7, 7)]),
    ("القضاء على إرهابيين اثنين في الجبل", [("killed", 2, 2)]),
    ("وبذلك يرتفع عدد القتلى من الجنود منذ مطلع العام إلى 340", [("killed", 340, 340)]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_losses_are_read_as_they_are_told(text: str, wanted: list[tuple[str, int, int | None]]) -> None:
    reading, _ = pipeline.read(Article(id="losses", text=f"{text}.", published="2024-01-25"))
    found = ClaimReader(reading).losses.of(0)
    assert sorted((loss.figure.what, loss.figure.low, loss.figure.high) for loss in found) == sorted(wanted, key=str)
    for loss in found:
        assert reading.text[loss.figure.start : loss.figure.end].strip()
