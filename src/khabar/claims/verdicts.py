"""What somebody is called by whoever describes him (وصف القرار بأنه كارثي): blame or praise."""

from __future__ import annotations

from typing import Final

from khabar.mentions.punctuation import QUOTES_OPEN
from khabar.mentions.reading import Reading

REFUTES: Final = "reject.charge-called"
"""Entry of calling a charge something bad."""
DESCRIBES: Final = frozenset(
    ("accuse.describe-as", "accuse.label", "accuse.called-it", "support.describe-good", REFUTES)
)
"""Entries of describing somebody as something."""
_VERBS: Final[tuple[str, ...]] = ("وصف", "يصف", "تصف", "نصف", "واصف", "نعت", "ينعت", "تنعت")
"""Beginnings of the forms of the verbs that want ب."""
_DEEMS: Final[tuple[str, ...]] = ("اعتبر", "يعتبر", "تعتبر", "معتبر")
"""Those of the verb that does not."""
_CHARGES: Final = frozenset(
    "اتهام اتهامات تهمة تهم مزاعم زعم ادعاء ادعاءات انتقاد انتقادات شائعة شائعات افتراءات تقرير تقارير انباء "
    "معلومات رواية".split()
)
"""What is said against somebody: whoever calls it bad refuses it."""
_AS: Final = frozenset("بانه بانها بانهم بانهما بانهن بكونه بكونها بكونهم".split())
_ENDS: Final = frozenset((".", "؛", "\n", ":", "؟", "!"))
_REACH: Final = 36
"""Tokens behind the verb within which the verdict stands."""
_NEAR: Final = 4
"""Words of the verdict that are looked at."""
_OBJECT: Final = 12
"""Tokens behind the verb within which the charge stands that it calls something."""
_RANKED: Final = 7
"""Tokens behind the verb within which a superlative with the article stands."""
_MOST: Final = frozenset("اكثر اعنف اسوا اكبر اول اولى اولي ثاني ثانية ثالث ثالثة اخطر اشد ابرز احدث اضخم اوسع".split())
_SUFFIXES: Final = ("ة", "ين", "ون", "ات", "ا", "ان")
_UNTRUE: Final[tuple[str, ...]] = ("حقيقي", "صحيح", "دقيق", "واقعي", "صائب", "صادق")
"""What is called so is refused rather than blamed (تصريحات غير دقيقة)."""
_FIT: Final[tuple[str, ...]] = (
    "مقبول", "مشروع", "قانوني", "شرعي", "دستوري", "عادل", "اخلاقي", "انساني", "مبرر", "مسؤول", "لائق", "منصف", "مسوغ",
    "ملائم", "ديمقراطي", "ديموقراطي", "نزيه", "حضاري", "ودي",
)  # fmt: skip
"""Beginnings of words that blame behind غير."""
_BAD: Final = frozenset(
    "غير لا ارهابي ارهاب ارهابا اجرامي جريمة جرائم مجرم عدواني عدوان عدائي معادي معاد وحشي وحشية همجي همجية بربري "
    "بربرية نازي فاشي عنصري متطرف خائن خونة خيانة عميل عملاء كاذب كذب كذبة اكاذيب اكذوبة كذاب باطل زائف مزيف "
    "مفبرك ملفق مضلل تضليل خطير خطا خاطئ كارثي كارثة ماساوي ماساة مؤسف مؤلم مخز مخزي معيب عار وصمة فضيحة مهزلة "
    "مسرحية هراء سخيف سخيفة تافه عبثي عبث فاشل فشل متهور طائش استفزازي استفزاز تصعيد تصعيدي انتهاك خرق تجاوز تدخل "
    "سافر مرفوض ظالم جائر قاس قاسي مجحف تعسفي قمعي قمع دموي مجزرة مذبحة ابادة بشع شنيع مروع فظيع مقزز مشين قبيح "
    "حقير جبان جبناء دنيء ضعيف ضعفاء ضعف عاجز منافق نفاق مسيء مهين اهانة ديكتاتور دكتاتور ديكتاتوري طاغية مستبد "
    "استبدادي سفاح قاتل قتلة لص لصوص مرتزق مرتزقة انقلابي مخرب تخريبي فتنة مؤامرة تامر اسوا استعماري خبيث سلبي "
    "مقلق صادم منحاز متحيز مشبوه ابتزاز قرصنة بلطجة مدمر وقح صفيق غبي احمق مجنون واهم وهم اوهام خارج مارق متسرع "
    "واهي واه ملغوم منقوص مبيت تهديد دعائي تعنت وقاحة مزعزع مقوض مسموم فاسد فساد ناقص هش متناقض تناقض متخبط تخبط "
    "مرتبك عقيم ملتبس مراوغ مراوغة مخادع خادع خداع خدعة خديعة ماكر غادر غدر متواطئ تواطؤ شريك متامر مسيس انتقائي "
    "ازدواجي ازدواجية استعلائي متعال متعجرف متغطرس غطرسة عنجهية متكبر متسلط مهمل مقصر تقصير متخاذل تخاذل متقاعس "
    "تقاعس ضال منحرف منحط ارعن رعونة نزق طائفي شوفيني شعبوي رجعي ظلامي تكفيري فوضوي كيدي انتقامي تعجيزي صوري شكلي "
    "هزلي هزيل بائس يائس مهزوز مازوم مشلول مفلس فارغ اجوف رخيص مبتذل بذيء سوقي قذر سيئ رديء رهيب مريع فاضح فج صارخ "
    "غاشم شائن نكراء اثم امبريالي توسعي احتلالي احتلال محتل غاز غزاة دخيل متوحش سادي شيطاني شيطان جلاد جزار كابوس "
    "جحيم نكبة نكسة انتكاسة صفعة طعنة اذلال استخفاف استهتار استهانة ازدراء تحد تحدي تعد تعدي التفاف تنصل تحايل تلاعب "
    "تزوير تهويل افتراء تمييز تمييزي اساءة امعان تماد تقويض تخريب خذلان اخفاق سقوط سقطة خطيئة حماقة غباء جنون "
    "هلوسة هذيان فخ ذريعة ستار غطاء هروب مناورة تحريض تحريضي مزايدة متاجرة استعراض معرقل مضر ضار مؤذ مقرف مخجل محبط "
    "مخيب مريب مستفز مستهجن مدان مستنكر مقيت بغيض كريه حاقد متشدد متصلب متعنت بلطجي عصابة زمرة طغمة حثالة رعاع مندس "
    "اداة ادوات دمية تابع خانع منبوذ عديم فاقد احادي انفرادي معيق مجرمين مارقة مستغل انتهازي انتهازية ارتجالي "
    "متهالك منفصم مغرض مفتعل مبالغ مخالف لاغ مقامرة مجازفة مغامرة مكافاة تبييض شرعنة تشريع استسلام انقلاب "
    "عشوائي حربي جرم صليبي مهووس طعن اعتداء تراجع تمادي طعنات مسعور همج حيوان حيوانات وحش وحوش كلب كلاب جرذ "
    "جرذان خنزير حشرة حشرات مزعج مثيرو مثيري شغب مشاغب مهاترة مهاترات عقبة كيدية ارهابيون خوارج".split()
)
_GOOD: Final = frozenset(
    "ايجابي بناء مثمر ناجح ممتاز تاريخي شجاع بطل ابطال بطولي شهيد شهداء صديق حليف رائع عظيم عملاق عمالقة رائد رمز "
    "مناضل انجاز انتصار نصر مفتاح نموذج نموذجي مثالي مشجع صائب حكيم واعد فخر قدوة مشرف نبيل سديد".split()
)
_QUOTES_OPEN_OR_AS: Final = QUOTES_OPEN | _AS


def verdict(reading: Reading, at: int) -> str:
    """``bad`` or ``good`` for what the verb at token ``at`` calls somebody, ``refused`` where it calls a charge bad,
    ``ranked`` where it only places something among its kind; empty if it cannot be told."""
    if reading.words[at].core.startswith(_DEEMS) and _ranks(reading, at):
        return "ranked"
    if reading.words[at].core.startswith(_DEEMS) and _unfit(reading, at):
        return "bad"
    return _called(reading, at)


def _called(reading: Reading, at: int) -> str:
    """The same, where it is no mere rank."""
    forms, words = reading.forms, reading.words
    deems = words[at].core.startswith(_DEEMS)
    if not deems and not words[at].core.startswith(_VERBS):
        return ""
    charge, that = False, -1
    for after in range(at + 1, min(reading.sentences[reading.sentence_at[at]].last, at + _REACH)):
        if forms[after] in _ENDS:
            return ""
        if deems and that < 0 and forms[after] in {"ان", "بان"}:
            that = after
        if words[after].core in _CHARGES and "ب" not in words[after].pro and (charge or after <= at + _OBJECT):
            charge = True
        elif charge and deems:
            if _polarity(reading, after, 1) == "bad":
                return "refused"
        elif deems and that >= 0 and after > that + 1:
            if _said_of(reading, after):
                return "bad"
            if reading.acts[after]:
                return ""
        elif not deems and (forms[after] in _AS or forms[after] == "ب" or "ب" in words[after].pro):
            told = _polarity(reading, after)
            if charge and (told == "bad" or forms[after + 1 : after + 2] == ["غير"]):
                return "refused"
            if told:
                return told
    return ""


def _unfit(reading: Reading, at: int) -> bool:
    """Somebody deems something what it should not be, without "that" (تعتبر معظم الدول المستوطنات غير شرعية، اعتبر
    القرار "باطلا")."""
    forms = reading.forms
    for after in range(at + 2, min(reading.sentences[reading.sentence_at[at]].last - 1, at + _REACH)):
        if forms[after] in _ENDS or forms[after] in {"ان", "بان", "انه", "انها"}:
            return False
        if forms[after] == "غير":
            return reading.words[after + 1].core.startswith(_FIT)
        word = reading.words[after]
        if forms[after - 1] in QUOTES_OPEN and not word.det and not word.pro and word.core.endswith(("ا", "ة", "ين")):
            return _polarity(reading, after, 1) == "bad"
    return False


def _ranks(reading: Reading, at: int) -> bool:
    """It is only placed among its kind (يعتبر هذا الهجوم الأكثر دموية منذ عام)."""
    if not reading.words[at].core.startswith(("ي", "ت")):
        return False
    for after in range(at + 1, min(at + _RANKED, len(reading.forms))):
        if reading.forms[after] in _ENDS or reading.forms[after] == "ان":
            return False
        if reading.words[after].det and reading.words[after].core in _MOST:
            return True
    return False


def _said_of(reading: Reading, at: int) -> bool:
    """A bad word that is all that is said of what stands right before it (اعتبر أن التصريحات "وقحة")."""
    word, before = reading.words[at], at - 1
    if word.det or word.pro or _polarity(reading, at, 1) != "bad":
        return False
    quoted = reading.forms[before] in QUOTES_OPEN
    before -= quoted
    return quoted or reading.words[before].det or bool(reading.words[before].enc) or bool(reading.lex[before])


def fits(kind: str, entry: str, told: str) -> bool:
    """Whether an entry of describing, of claim type ``kind``, goes with the verdict."""
    if entry == REFUTES:
        return told == "refused"
    if told == "ranked":
        return False
    return not told or (told != "refused" and (told == "bad") == (kind == "ACCUSE"))


def _polarity(reading: Reading, first: int, left: int = _NEAR) -> str:
    """What the first words from the token on say."""
    for at in range(first, min(first + 2 * _NEAR, len(reading.forms) - 1)):
        form = reading.forms[at]
        if form in _ENDS or form == "،" or not left:
            break
        if form in _QUOTES_OPEN_OR_AS or form == "ب":
            continue
        if reading.acts[at] and at > first:
            break
        left -= 1
        if reading.words[at].det and at > first and left < _NEAR - 1 and reading.words[at].cls == "j":
            continue  # قيادات داخل التنظيم المتطرف
        core = reading.words[at].core
        bare = next((core[: -len(end)] for end in _SUFFIXES if core.endswith(end)), core)
        if form == "غير" and reading.words[at + 1].core.startswith(_UNTRUE):
            return ""
        if core in _BAD or bare in _BAD:
            return "bad"
        if core in _GOOD or bare in _GOOD:
            return "good"
    return ""
