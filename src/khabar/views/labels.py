"""Words shown to people, in English and Arabic. Codes (``ASSAULT``, ``airstrike``) never change; only their labels
do."""

from __future__ import annotations

from typing import Literal

Lang = Literal["en", "ar"]

_TYPES = {
    "ASSAULT": ("Assault", "اعتداء"),
    "COERCE": ("Coercion", "إكراه"),
    "MOBILIZE": ("Mobilisation", "تعبئة"),
    "PROTEST": ("Protest", "احتجاج"),
    "SANCTION": ("Sanction", "عقوبة"),
    "THREATEN": ("Threat", "تهديد"),
    "REJECT": ("Rejection", "رفض"),
    "ACCUSE": ("Accusation", "اتهام"),
    "REQUEST": ("Demand", "مطالبة"),
    "CONSULT": ("Consultation", "تشاور"),
    "AGREE": ("Agreement", "اتفاق"),
    "SUPPORT": ("Support", "تأييد"),
    "CONCEDE": ("Concession", "تنازل"),
    "COOPERATE": ("Cooperation", "تعاون"),
    "AID": ("Aid", "مساعدة"),
    "RETREAT": ("Withdrawal", "تراجع"),
}
_MODES = {
    "airstrike": ("airstrike", "غارة جوية"),
    "drone": ("drone", "طائرة مسيّرة"),
    "missile": ("missile", "صاروخ"),
    "shelling": ("shelling", "قصف مدفعي"),
    "bombing": ("bombing", "تفجير"),
    "suicide-bombing": ("suicide bombing", "تفجير انتحاري"),
    "clash": ("clash", "اشتباك"),
    "shooting": ("shooting", "إطلاق نار"),
    "assassination": ("assassination", "اغتيال"),
    "interception": ("interception", "اعتراض"),
    "destruction": ("destruction", "تدمير"),
    "torture": ("torture", "تعذيب"),
    "sexual": ("sexual violence", "عنف جنسي"),
    "execution": ("execution", "إعدام"),
    "chemical": ("chemical", "كيميائي"),
    "other": ("other", "غير محدد"),
    "arrest": ("arrest", "اعتقال"),
    "abduct": ("abduction", "خطف"),
    "raid": ("raid", "مداهمة"),
    "seize": ("seizure", "سيطرة"),
    "restrict": ("restriction", "تقييد"),
    "deport": ("deportation", "ترحيل"),
    "cyber": ("cyber attack", "هجوم إلكتروني"),
    "deploy": ("deployment", "نشر قوات"),
    "exercise": ("exercise", "مناورات"),
    "alert": ("alert", "استنفار"),
    "demonstration": ("demonstration", "تظاهرة"),
    "riot": ("riot", "شغب"),
    "strike": ("strike", "إضراب"),
    "boycott": ("boycott", "مقاطعة"),
    "sanction": ("sanction", "عقوبات"),
    "expel": ("expulsion", "طرد"),
    "sever": ("severed ties", "قطع علاقات"),
    "convict": ("conviction", "إدانة"),
    "visit": ("visit", "زيارة"),
    "meet": ("meeting", "لقاء"),
    "call": ("call", "اتصال"),
    "negotiate": ("talks", "مفاوضات"),
    "mediate": ("mediation", "وساطة"),
    "humanitarian": ("humanitarian aid", "مساعدات إنسانية"),
    "military": ("military aid", "مساعدات عسكرية"),
    "economic": ("economic aid", "مساعدات اقتصادية"),
    "withdraw": ("withdrawal", "انسحاب"),
    "ceasefire": ("ceasefire", "وقف إطلاق نار"),
    "release": ("release", "إفراج"),
    "disarm": ("disarmament", "نزع سلاح"),
    "resign": ("resignation", "استقالة"),
    "reopen": ("reopening", "إعادة فتح"),
}
_WORDS = {
    "occurred": ("occurred", "وقع"),
    "planned": ("planned", "مقرر"),
    "negated": ("denied", "منفي"),
    "uncertain": ("uncertain", "غير مؤكد"),
    "reports": ("reports", "ينقل"),
    "claims": ("claims it", "يتبنّى"),
    "accuses": ("accuses", "يتّهم"),
    "denies": ("denies", "ينفي"),
    "killed": ("killed", "قتلى"),
    "wounded": ("wounded", "جرحى"),
    "missing": ("missing", "مفقودون"),
    "captured": ("captured or freed", "أسرى أو محررون"),
    "displaced": ("displaced", "نازحون"),
    "attacks": ("attacks", "هجمات"),
    "munitions": ("munitions", "مقذوفات"),
    "trigger": ("event", "الحدث"),
    "actor": ("actor", "الفاعل"),
    "target": ("target", "الهدف"),
    "place": ("place", "المكان"),
    "figure": ("figure", "العدد"),
    "source": ("source", "المصدر"),
    "day": ("Day", "اليوم"),
    "event": ("Event", "الحدث"),
    "what": ("What", "ماذا"),
    "who": ("Who", "من"),
    "to_whom": ("To whom", "ضد من أو مع من"),
    "where": ("Where", "أين"),
    "figures": ("Figures", "الأعداد"),
    "says": ("Who says so", "من يقول"),
    "told_by": ("Told by", "رواه"),
    "outlet": ("outlet", "وسيلة إعلام"),
    "agency": ("agency", "وكالة"),
    "media": ("media", "إعلام"),
    "official": ("official", "مسؤول"),
    "government": ("government", "حكومة"),
    "military": ("military", "جهة عسكرية"),
    "armed-group": ("armed group", "جماعة مسلحة"),
    "organisation": ("organisation", "منظمة"),
    "witness": ("witness", "شاهد"),
    "expert": ("expert", "خبير"),
    "unnamed": ("unnamed source", "مصدر لم يُسمَّ"),
    "document": ("document", "وثيقة"),
    "no_tallies": ("no such counts", "لا أعداد كهذه"),
    "no_disputes": ("no disputes", "لا خلاف"),
    "about_happened": ("whether it happened", "هل وقع"),
    "about_actor": ("who did it", "من فعله"),
    "about_place": ("where", "أين"),
    "about_figure": ("how many", "كم"),
    "about_bounds": ("bounds", "الحدود"),
    "response": ("in response to", "ردا على"),
    "after": ("after", "بعد"),
    "answered": ("answered by", "جاء ردا عليه"),
    "followed": ("followed by", "جاء بعده"),
    "status": ("status", "الحال"),
    "uncontested": ("no longer contested", "لم يعد من ينفيه"),
    "merge": ("merged", "دُمج"),
    "split": ("split off", "انفصل"),
    "move": ("claims moved", "انتقلت أقوال"),
    "no_events": ("No event meets these filters.", "لا حدث يطابق هذه المرشّحات."),
    "unknown_day": ("day not known", "يوم غير معروف"),
    "disputed": ("disputed", "موضع خلاف"),
    "contested": ("some say it did not happen", "هناك من ينفي وقوعه"),
    "reported": ("reported", "نُشر"),
    "best": ("best", "الأرجح"),
    "low": ("low", "الأدنى"),
    "high": ("high", "الأعلى"),
    "open": ("open", "مفتوح"),
    "line": ("independent lines", "طرق مستقلة"),
    "article": ("articles", "مقالات"),
    "claim": ("claims", "أقوال"),
    "kind": ("Kind", "النوع"),
    "tells": ("Tells", "يروي"),
    "origin_of": ("Origin of", "أصل"),
    "relays": ("Relays", "ينقل عنه"),
    "events": ("Events", "أحداث"),
    "own_voice": ("in its own voice", "بلسانه"),
    "first": ("First", "السابق"),
    "confirmed": ("Confirmed", "مؤكّد"),
    "contradicted": ("Contradicted", "مناقَض"),
    "revised": ("Revised", "معدَّل"),
    "m_told": ("claims told as outlet", "أقوال يرويها بنفسه"),
    "m_relayed": ("claims passed on", "أقوال ينقلها عن غيره"),
    "m_origin": ("claims resting on its word", "أقوال تستند إليه"),
    "m_copied": ("claims told in another's words", "أقوال بنص غيره"),
    "m_first": ("events it was first to report", "أحداث سبق إلى روايتها"),
    "m_confirmed": ("claims an independent line confirms", "أقوال يؤكدها طريق مستقل"),
    "m_contradicted": ("claims another origin contradicts", "أقوال يناقضها أصل آخر"),
    "m_revised": ("figures it revised", "أعداد عدّلها"),
    "lags": ("days behind the first report: events", "أيام التأخر عن أول رواية: أحداث"),
    "cites": ("takes from", "ينقل عن"),
    "cited_by": ("taken up by", "ينقل عنه"),
    "copies": ("prints the text of", "ينشر نص"),
    "copied_by": ("its text is printed by", "ينشر نصه"),
    "within": ("within", "ضمن"),
    "also_written": ("also written", "يُكتب أيضا"),
    "same_text": ("same text", "النص نفسه"),
    "on_line": ("line", "طريق"),
    "bottleneck": ("bottleneck", "عنق الزجاجة"),
}


def label(code: str, lang: Lang) -> str:
    """The label of a type, status, stance, kind or table word; the code itself where none is kept."""
    pair = _TYPES.get(code) or _WORDS.get(code)
    return code if pair is None else pair[lang == "ar"]


def kind_label(event_type: str, mode: str | None, lang: Lang) -> str:
    """What kind of event: its type, and its mode where that says more."""
    name = label(event_type, lang)
    if mode is None or mode == "other":
        return name
    english, arabic = _MODES.get(mode, (mode, mode))
    return f"{name} · {arabic if lang == 'ar' else english}"


def count_label(low: float, high: float | None, lang: Lang) -> str:
    """A figure in words: ``3``, ``at least 3``, ``up to 5``, ``3-5``."""
    lower = f"{low:,.10g}"
    if high is None:
        return f"{lower} على الأقل" if lang == "ar" else f"at least {lower}"
    upper = f"{high:,.10g}"
    if low == high:
        return lower
    if low == 0:
        return f"حتى {upper}" if lang == "ar" else f"up to {upper}"
    return f"{lower}-{upper}"


def counted(number: int, code: str, lang: Lang) -> str:
    """A number of lines, articles or claims with its noun, in the right form for the number."""
    one, two, few, many = _NOUNS[code] if lang == "ar" else ("", "", "", "")
    if lang == "en":
        noun = label(code, "en")
        return f"{number} {noun[:-1] if number == 1 else noun}"
    if number == 1:
        return one
    if number == 2:
        return two
    return f"{number} {few if 3 <= number % 100 <= 10 else many}"


_NOUNS = {
    "line": ("طريق مستقل واحد", "طريقان مستقلان", "طرق مستقلة", "طريقا مستقلا"),
    "article": ("مقال واحد", "مقالان", "مقالات", "مقالا"),
    "claim": ("قول واحد", "قولان", "أقوال", "قولا"),
}
