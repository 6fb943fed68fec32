"""Articles as people have them, in plain files, some without a date: what they tell of one event meets."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from khabar.jobs.reading import read
from khabar.store import Store

DATED = """وكالة النهر – أنقرة في 12 مارس 2024 – أعلنت وزارة الدفاع التركية أن مقاتلات تركية قصفت فجر الثلاثاء \
مواقع لحزب العمال الكردستاني في جبل سنجار شمالي العراق.
وقال مسؤول أمني عراقي إن الغارات التركية استهدفت مخازن سلاح لحزب العمال الكردستاني في سنجار وأسفرت عن مقتل ثلاثة مسلحين.
وفي حادث منفصل، أطلق مسلحون مجهولون صواريخ الاثنين على مطار أربيل الدولي دون وقوع إصابات، بحسب جهاز مكافحة الإرهاب.
"""
UNDATED = """\
قال وزير الدفاع التركي يشار غولر إن الطيران التركي نفذ غارات على أهداف لحزب العمال الكردستاني في قضاء سنجار.
وأفاد شهود بأن غارات جوية تركية استهدفت مقرا لحزب العمال الكردستاني في سنجار وقتلت أربعة من عناصره.
وتقول أنقرة إن مقاتلي الحزب يتخذون من المنطقة قاعدة لهم.
"""
LATER = """بغداد – 13 مارس 2024
استنكرت بغداد اليوم الأربعاء الغارات التركية على جبل سنجار ووصفتها بأنها خرق للسيادة.
وكانت مقاتلات تركية قصفت أمس الثلاثاء مواقع لحزب العمال الكردستاني في سنجار، ما أدى إلى مقتل ثلاثة مسلحين وفق مصدر محلي.
وأعلن جهاز مكافحة الإرهاب في إقليم كردستان أن مسلحين أطلقوا صواريخ يوم الاثنين على مطار أربيل الدولي.
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], set[str]]:
    """Names of the files that tell of each event, by its id and the places its claims name."""
    folder = tmp_path_factory.mktemp("articles")
    for name, text in (("dated", DATED), ("undated", UNDATED), ("later", LATER)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    path = folder / "khabar.db"
    read([folder / f"{name}.txt" for name in ("dated", "undated", "later")], path)
    files: dict[str, set[str]] = defaultdict(set)
    places: dict[str, set[str]] = defaultdict(set)
    with Store.open(path, read_only=True) as store:
        for item in store.claims():
            if item.claim.type != "ASSAULT" or item.claim.event is None:
                continue
            files[item.claim.event].add(Path(item.source.article.origin or "").stem)
            if item.claim.place:
                places[item.claim.event].add(item.claim.place.text)
    return {(event, " ".join(sorted(places[event]))): names for event, names in files.items()}


def test_strikes_told_by_three_files_are_one_event_though_one_bears_no_date(
    told: dict[tuple[str, str], set[str]],
) -> None:
    assert [names for (_, places), names in told.items() if "سنجار" in places] == [{"dated", "undated", "later"}]


def test_another_attack_of_the_day_before_is_an_event_of_its_own(told: dict[tuple[str, str], set[str]]) -> None:
    assert [names for (_, places), names in told.items() if "أربيل" in places] == [{"dated", "later"}]
