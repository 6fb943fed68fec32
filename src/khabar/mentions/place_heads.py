"""Head nouns that announce a place, and the kind of place."""

from __future__ import annotations

from typing import Final

PLACE_HEADS: Final[dict[str, str]] = {
    word: kind
    for kind, words in {
        "city": "مدينة مدينتي مدن عاصمة",
        "town": "بلدة بلدتي بلدات ناحية قضاء مركز",
        "village": "قرية قريتي قرى",
        "neighbourhood": "حي أحياء ضاحية شارع ساحة ميدان دوار",
        "governorate": "محافظة محافظتي محافظات ولاية ولايتي ولايات اقليم مقاطعة امارة لواء",
        "district": "مديرية مديريتي منطقة منطقتي مناطق قطاع ريف جبهة محور",
        "camp": "مخيم مخيمي مخيمات",
        "base": "قاعدة قاعدتي قواعد معسكر معسكرات ثكنة مقر",
        "airport": "مطار مطاري مطارات",
        "port": "ميناء مينائي موانئ مرفا",
        "crossing": "معبر معابر منفذ حدود",
        "sea": "بحر خليج مضيق ساحل سواحل",
        "island": "جزيرة جزر",
        "mountain": "جبل جبال وادي صحراء نهر سد حقل",
        "road": "طريق جسر",
        "edge": "محيط مشارف ضواحي اطراف تخوم مداخل مدخل ارجاء",
    }.items()
    for word in words.split()
}
"""Head nouns of places (folded) and the kind they announce."""
MANNER: Final = frozenset(
    "انتظام قوه قوة شده شدة سرعه سرعة عنف كثافه كثافة وضوح حزم حسم دقه دقة سهوله سهولة صعوبه صعوبة سريه سرية صراحه "
    "صراحة جديه جدية حده حدة هدوء بطء ايجاز اسهاب استمرار اطراد تمهل عنايه عناية فاعليه فاعلية فعاليه فعالية حراره "
    "حرارة جراه جراة جراءة شجاعه شجاعة مراره مرارة غضب استياء حذر ترحاب حفاوه حفاوة".split()
)
"""Nouns that tell how something is done when ب governs them alone."""
