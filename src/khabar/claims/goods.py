"""What is given as help, and the mode of aid that it tells: food and medicine, arms, money."""

from __future__ import annotations

from typing import Final

from khabar.mentions.reading import Reading

_RELIEF: Final = frozenset(
    "اغذية ادوية دواء خيام خيمة بطانيات طحين دقيق لقاحات لقاح حليب غذاء اغطية كمامات تمور تمورا قمح قمحا وقود وقودا "
    "اكسجين مؤن مؤنا لوازم جرعات ادوات خياما طرود طردا محروقات شتلات".split()
)
_FOOD: Final = frozenset("سلة سلال سلالا حصة حصص حصصا وجبة وجبات طرد طرود".split())
HOSPITALS: Final = frozenset(("مستشفى", "مستشفي", "مستشفيات"))
_TEAMS: Final = frozenset("خبراء متطوعين فريق فريقا فرق فرقا طاقم طاقما طواقم بعثة وفدا".split())
_RESCUERS: Final[tuple[str, ...]] = ("طبي", "اغاث", "انقاذ", "اسعاف", "اطباء")
_ARMS: Final = frozenset(
    "اسلحة سلاح سلاحا ذخائر ذخيرة صواريخ قذائف بنادق رشاشات عتاد عتادا قنابل متفجرات بندقية مدافع".split()
)
_MACHINES: Final = frozenset(
    "دبابة دبابات مدرعة مدرعات مروحية مروحيات مقاتلة مقاتلات منظومة منظومات بطارية بطاريات طائرة طائرات طائرتين "
    "مروحيتين مقاتلتين زورق زوارق زورقا زورقين فرقاطة مسيرات مدفع مدفعا مدافع رادارات الية اليات عربة عربات "
    "منظومتي منظومتين منظومتان بطاريتي بطاريتين دبابتين فرقاطتين طائرتي مروحيتي زورقي "
    "مركبة مركبات سيارة سيارات قاذفات راجمات غواصة".split()
)
"""Machines of war, which are help where they are handed over, and a deployment where they are sent."""
_UNARMED: Final = frozenset("ركاب شحن مدنية مساعدات محملة".split())
RESCUERS: Final = frozenset("اسعاف اغاثة اطفاء اغاثية انقاذ".split())
_THINGS: Final = frozenset(
    "مواد مستلزمات امدادات معدات اجهزة تجهيزات احتياجات لوازم مساعدة مساعدات معونة معونات".split()
)
"""Words that the adjective behind them tells apart."""
HELP: Final = frozenset("مساعدة مساعدات معونة معونات اعانة اعانات".split())
"""Words for help itself."""
CARGO: Final = frozenset(
    "شحنة شحنات قافلة قوافل دفعة دفعات حمولة طائرة طائرات طائرتي سفينة سفن باخرة شاحنة شاحنات رحلة دعم دعما "
    "حزمة حزما".split()
)
"""What help comes in, told apart by what stands behind it."""
_ADJECTIVES: Final[dict[str, str]] = {
    **dict.fromkeys(
        "طبي طبية طبيا غذائي غذائية اغاثي اغاثية اغاثيا انساني انسانية انسانيا تموينية ايوائية ايواء صحية دوائية عينية "
        "معيشية جراحية اغاثة اجلاء غوثية شتوية".split(),
        "humanitarian",
    ),
    **dict.fromkeys(
        "عسكري عسكرية عسكريا دفاعية حربية قتالية فتاكة قتالي تسليحية".split(),
        "military",
    ),
    **dict.fromkeys("مالي مالية ماليا اقتصادي اقتصادية اقتصاديا نقدية تنموية مادية".split(), "economic"),
}
_MONEY: Final = frozenset("قرض قرضا قروض قروضا منحة هبة وديعة شريحة تمويلا اموالا".split())
_SUMS: Final = frozenset("مليون مليونا مليونين مليوني ملايين مليار مليارا مليارات ملياري مليارين".split())
_CURRENCIES: Final = frozenset("دولار دولارا دولارات يورو ريال درهم دينار جنيه ليرة روبل ين يوان كرونة".split())
BRIDGES: Final = frozenset(("جسر", "جسرا", "جسره", "جسرها", "جسرهما"))
_BRIDGED: Final[tuple[str, ...]] = ("جوي", "بحري", "اغاث", "انسان")
"""Beginnings of the adjectives of a bridge by which help comes."""
_PEOPLE: Final = frozenset("اطباء طبيبا ممرضين مسعفين منقذين جراحين اطفائيين".split())
_NOT_GIVEN: Final = frozenset(
    "مخزن مخازن مستودع مستودعات مصنع معمل سوق اسعار ازمة نقص حظر صفقة عقود تصدير مركز وزير وزارة تجارة".split()
)
"""Words right before what is only what they are about (مخازن أسلحة)."""
_KNOWN: Final = (
    _RELIEF
    | _TEAMS
    | _MACHINES
    | _FOOD
    | HOSPITALS
    | _ARMS
    | _THINGS
    | HELP
    | CARGO
    | BRIDGES
    | _PEOPLE
    | _MONEY
    | _SUMS
)
"""Every word of what is given."""
BRINGS: Final = "aid.bring"
"""Entry of verbs that tell of help by what is given or arrives alone."""
_REACH: Final = 16
"""Tokens from such a verb within which that is named."""
_DESCRIBED: Final = 3
"""Tokens behind a word within which its adjective stands."""
_SUM: Final = 2


def goods_mode(reading: Reading, at: int) -> str | None:
    """The mode of aid that the thing named at token ``at`` tells, '' for help of no told kind, None where it is
    nothing that is given as help."""
    core = reading.words[at].core
    if reading.core(at - 1) in _NOT_GIVEN:
        return None
    if core in _ARMS:
        return "military"
    if core in _RELIEF:
        return "humanitarian"
    if core in _PEOPLE:
        return None if reading.words[at].det else "humanitarian"
    if core in BRIDGES:
        return "humanitarian" if reading.core(at + 1).startswith(_BRIDGED) else None
    if core in HELP or core in _THINGS or core in CARGO:
        mode = _described(reading, at, core)
        return mode if mode is not None or core not in _MACHINES else _of_war(reading, at)
    if core in _FOOD:
        return "humanitarian" if _described(reading, at, core) == "humanitarian" else None
    if core in _TEAMS:
        behind = [reading.core(one) for one in range(at + 1, at + 1 + _DESCRIBED)]
        of_men = behind[0] == "من" and any(core.startswith((*_RESCUERS, "اطفاء")) for core in behind[1:])
        return "humanitarian" if of_men or behind[0].startswith(_RESCUERS) else None
    if core == "لجوء":
        return "humanitarian" if not reading.words[at - 1].core.startswith("طالب") else None
    if core in HOSPITALS:
        return "humanitarian" if reading.core(at + 1).startswith("ميداني") else None
    if core in _MACHINES:
        return _of_war(reading, at)
    if core in _MONEY:
        return "economic"
    if core in _SUMS:
        return "economic" if any(reading.core(one) in _CURRENCIES for one in range(at + 1, at + 1 + _SUM)) else None
    return None


def goods_near(reading: Reading, verb: int) -> bool:
    """Something that may be help is named around the verb, in its sentence."""
    sentence = reading.sentences[reading.sentence_at[verb]]
    return any(
        reading.words[at].core in _KNOWN and goods_mode(reading, at) is not None
        for at in range(max(sentence.first, verb - _REACH), min(sentence.last, verb + _REACH))
    )


def described_as(reading: Reading, at: int) -> int:
    """The last token of a thing with the words right behind it that tell what it is of (قافلة مساعدات إنسانية)."""
    end = min(at + 1 + _DESCRIBED, len(reading.words))
    last = at
    for one in range(at + 1, end):
        core = reading.words[one].core
        if core not in _ADJECTIVES and core not in _KNOWN and not (one == at + 1 and core.startswith(_BRIDGED)):
            break
        if reading.words[one].pro or reading.acts[one]:
            break
        last = one
    return last


def machine_of_war(reading: Reading, at: int) -> bool:
    """A machine of war stands at the token."""
    return reading.words[at].core in _MACHINES


def _of_war(reading: Reading, at: int) -> str | None:
    behind = reading.core(at + 1)
    if behind in RESCUERS:
        return "humanitarian"
    if reading.core(at).startswith("سيار"):
        return None
    return None if behind in _UNARMED else "military"


def _described(reading: Reading, at: int, core: str) -> str | None:
    """By the adjective behind it, or behind the things of which it is a load (قافلة مساعدات إنسانية، شحنة أسلحة)."""
    for one in range(at + 1, min(at + 1 + _DESCRIBED, len(reading.words))):
        behind = reading.words[one].core
        if "ب" in reading.words[one].pro:
            break
        mode = _ADJECTIVES.get(behind)
        if mode is not None:
            return mode
        if core in CARGO and one == at + 1 and (behind in HELP or behind in _RELIEF or behind in _ARMS):
            return goods_mode(reading, one)
        if reading.words[one].func or reading.acts[one]:
            break
    return "" if core in HELP else None
