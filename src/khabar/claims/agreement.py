"""Gender and number: whether a suffix can mean a phrase."""

from __future__ import annotations

from typing import Final

from khabar.claims.kinds import BODIES
from khabar.lexicon.words import Word
from khabar.mentions.phrase import Phrase

_MEN: Final = frozenset(
    "وزير سفير رئيس متحدث ناطق قائد زعيم ملك امير مدير محافظ حاكم جنرال لواء عميد عقيد ضابط مبعوث شيخ".split()
)
"""Titles of men: women bear others."""
_MEN_BY_FORM: Final = frozenset(
    "خليفة حمزة اسامة علامة طلحة عدة كافة بقية عامة مئة مائة قادة طلبة سادة ساسة قضاة دعاة رماة غزاة ولاة حماة كتبة "
    "اخوة قراصنة قناصة قتلة خونة طغاة جناة بحارة باعة مارة مشاة جهة صحافة ثلاثة اربعة خمسة ستة سبعة ثمانية تسعة عشرة "
    "بضعة عشرات مئات الاف".split()
)
"""Words with a feminine ending for men, or for counts of them."""
_THINGS: Final = frozenset(
    "دول مطالب جهود مواقع مواقف مدن قرى مناطق مبان منازل مساجد كنائس مدارس مصانع مطارات موانئ مقار مراكز معسكرات قواعد "
    "اهداف سفن زوارق حقوق قيود شروط مزاعم قوانين مشاريع مقترحات خطط افكار اوضاع قضايا ملفات سجون اموال اسلحة ذخائر "
    "صواريخ طائرات دبابات عواصم ضغوط جرائم مجازر انتهاكات مسائل نتائج اسباب ابعاد حدود علاقات روابط سبل مصالح".split()
)
"""Plurals of things: verbs agree with them in the feminine singular."""
_FOLK: Final = frozenset(
    "انصار اتباع حلفاء ابناء اهالي سكان عمال طلاب اعضاء افراد عناصر رجال جنود شبان ضباط قادة زعماء وزراء خبراء".split()
)
"""Plurals of people without an ending: no suffix of the singular means them."""
_BANDS: Final = frozenset("كتائب سرايا الوية فصائل فرق قوى افواج خلايا لجان".split())
"""Plurals of bodies of men: a suffix of the feminine singular means them."""
_FEMININE: Final[tuple[str, ...]] = ("ة", "ات", "اء")
"""Endings of feminine nouns."""
_FEMININE_NOUNS: Final = frozenset("ميليشيا مليشيا مافيا حرب نار".split())
"""Feminines without an ending."""
_ONE: Final = frozenset(("official", "unnamed"))
"""Kinds of people of whom one alone is told, not a count of many (12 شخصا)."""
_CREWS: Final = frozenset("طاقم وفد فريق جمهور حشد شعب رتل فصيل عدد جيش حرس امن عائلة اسرة شرطة طائفة عشيرة".split())
"""Singulars for many people."""
_HE: Final = frozenset(("perf.m", "impf.m"))
_SHE: Final = frozenset(("perf.f", "impf.f"))


MASCULINE_STATES: Final = frozenset(
    "العراق عراق لبنان المغرب مغرب السودان سودان اليمن يمن الاردن اردن الكويت الكرملين كرملين الاليزيه اليزيه "
    "البنتاغون بنتاغون الفاتيكان فاتيكان الصومال صومال".split()
)
"""States whose names are masculine, and seats of government that stand for them."""


def object_only(tag: str, core: str, phrase: Phrase) -> bool:
    """A noun behind a verb that its gender makes the object: a man's title behind a feminine verb (أبلغت السفير), a
    body with a feminine head behind a masculine one (اتهم الحكومة). ``tag``: the verb's, ``core``: the noun's head."""
    if tag in _SHE:
        return phrase.kind == "person" and _title(phrase) and core in _MEN
    return tag in _HE and phrase.kind in BODIES and core.endswith(("ة", "ات"))


def rules_out(verb: Word, behind: Word) -> bool:
    """The word right behind a masculine verb is none that it agrees with: a feminine or the plural of things is its
    object (أدان عمليات القتل، دعا دول الجوار), and who does it stands elsewhere."""
    core = behind.core
    if not (core in _THINGS or (core.endswith(("ة", "ات")) and len(core) > 3)) or core in _MEN_BY_FORM:
        return False
    tags = [sense.tag for sense in verb.senses if sense.verbal]
    return not behind.pro and not _HE.isdisjoint(tags) and not any(tag.endswith("f") for tag in tags)


def _title(phrase: Phrase) -> bool:
    """A title stands before the name, or in its place."""
    return phrase.name[0] > phrase.first or not hasattr(phrase.entry, "names")


def several(core: str, phrase: Phrase) -> bool:
    """Whether a verb in the plural can have the phrase for its subject."""
    return phrase.number != "s" or phrase.kind in BODIES or core in _CREWS


def _counted(core: str, phrase: Phrase) -> bool:
    """A singular that may stand behind a number (12 شخصا): neither one official nor a body."""
    return phrase.role not in _ONE and not core.endswith("ة")


def feminine(core: str, phrase: Phrase) -> bool:
    """Whether a phrase with a folded head agrees in the feminine singular."""
    return core.endswith(_FEMININE) or core in _FEMININE_NOUNS or phrase.kind == "state"


def meant(suffix: str, core: str, phrase: Phrase) -> bool:
    """Whether a suffix can mean the phrase by gender and number."""
    dual = core.endswith(("ان", "ين")) and phrase.number != "s"
    if suffix == "هما":
        return dual or core.endswith(("تين", "تان", "ين"))
    if suffix == "هم":
        many = phrase.kind == "people" and (phrase.number != "s" or core in _CREWS or _counted(core, phrase))
        return phrase.number == "p" or core.endswith(("ون", "ين")) or many
    if suffix == "ها":
        man = phrase.kind == "person" and core in _MEN
        band = core in _BANDS or (phrase.kind in {"armed-group", "organisation", "person"} and not man)
        return band or feminine(core, phrase)
    if core in _FOLK:
        return False
    return suffix == "ه" and not core.endswith(("ة", "ات", "ين", "ون")) and phrase.kind != "state"
