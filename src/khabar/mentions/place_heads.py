"""Head nouns that announce a place, and the kind of place."""

from __future__ import annotations

from typing import Final

PLACE_HEADS: Final[dict[str, str]] = {
    word: kind
    for kind, words in {
        "city": "مدينة مدينتي مدن عاصمة",
        "town": "بلدة بلدتي بلدات ناحية قضاء مركز منتجع كيبوتس كيبوتسات",
        "village": "قرية قريتي قرى",
        "neighbourhood": "حي حيي احياء ضاحية شارع ساحة ميدان دوار",
        "governorate": "محافظة محافظتي محافظات ولاية ولايتي ولايات اقليم مقاطعة امارة لواء",
        "district": "مديرية مديريتي مديريات معتمدية معتمديتي معتمديات منطقة منطقتي مناطق قطاع ريف بادية جبهة جبهتي "
        "محور",
        "camp": "مخيم مخيمي مخيمات",
        "base": "قاعدة قاعدتي قواعد معسكر معسكري معسكرات ثكنة مقر",
        "airport": "مطار مطاري مطارات",
        "port": "ميناء مينائي موانئ مرفا",
        "crossing": "معبر معابر منفذ حدود",
        "sea": "بحر خليج مضيق ساحل سواحل",
        "island": "جزيرة جزر",
        "mountain": "جبل جبال سهل مرتفعات حرش احراش وادي صحراء نهر سد حقل غابة غابات هضبة بحيرة واحة تلة تلال جرود",
        "road": "طريق جسر",
        "edge": "شوارع محيط مشارف ضواحي اطراف تخوم مداخل مدخل ارجاء انحاء عموم خراج مفترق مفرق",
    }.items()
    for word in words.split()
}
"""Head nouns of places (folded) and the kind they announce."""
SETTLED: Final = frozenset(
    "مدينة مدينتي مدن بلدة بلدتي بلدات قرية قريتي قرى حي حيي احياء ضاحية شارع محافظة محافظتي محافظات ولاية "
    "مديرية مديريتي مديريات معتمدية منطقة منطقتي مناطق ناحية قضاء مخيم مخيمي مخيمات معبر جبل وادي نهر جبهة اقليم "
    "مقاطعة مطار معسكر معسكري ثكنة ميناء مرفا جسر جزيرة غابة هضبة بحيرة واحة تلة".split()
)
"""Heads that announce a place whatever their name is made of (قرية الزهور, منطقة السوق)."""
OPEN: Final = frozenset("منطقة منطقتي مناطق قرى بلدات احياء مدن محافظات مديريات مخيمات".split())
"""Those of them that an adjective alone may follow (مناطق جبلية)."""
BORDERING: Final = frozenset(
    "محيط محيطة مجاورة مجاور متاخمة متاخم محاذية محاذي قريبة واقعة مطلة تابعة مؤدية مؤدي".split()
)
"""What an area is called after that lies beside a named one (الأحياء المحيطة بالمطار)."""
NAME_HEADS: Final = frozenset(
    "بيت كفر دير تل عين ام ابو بني ذي ذو باب راس خان برج بئر جبل وادي قلعة قصر سوق مركز خربة كفر جسر عقبة".split()
)
"""First words of names of places that mean something of their own."""
LANDS: Final = frozenset("اراضي اراض اجواء".split())
"""What is a place by the state whose it is (الأراضي التركية, أجواء العراق)."""
STATES: Final = frozenset(("بلاد", "مملكة"))
"""What with the article is a state named before."""
SITES: Final = frozenset(
    "مستشفى مشفى مسجد جامع كنيسة كنيس مدرسة جامعة سفارة قنصلية سجن سوق مجمع قصر محطة مصنع فندق مطعم متحف ملعب مخفر "
    "مصفاة مقبرة قبر مستوطنة كلية مول برج مثلث قلعة حرم باب سياج جدار مبنى دوار منشاة مزرعة "
    "حسينية مرقد ضريح مزار معبد معمل منجم نفق عيادة "
    "مخزن مخازن مستودع مستودعات باحة باحات حاجز".split()
)
"""Heads of buildings and spots where something can happen: a place if they have a name."""
MANNER: Final = frozenset(
    "انتظام قوه قوة شده شدة سرعه سرعة عنف كثافه كثافة وضوح حزم حسم دقه دقة سهوله سهولة صعوبه صعوبة سريه سرية صراحه "
    "صراحة جديه جدية حده حدة هدوء بطء ايجاز اسهاب استمرار اطراد تمهل عنايه عناية فاعليه فاعلية فعاليه فعالية حراره "
    "حرارة حوزة حوزت جراه جراة جراءة شجاعه شجاعة مراره مرارة غضب استياء حذر ترحاب حفاوه حفاوة".split()
)
"""Nouns that tell how something is done when ب governs them alone."""
