"""The bottleneck of an event in a sentence: on whom do all its outlets rest?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from khabar.views.graph import Transmission
from khabar.views.labels import Lang, counted
from khabar.views.sources import Source

Show = Callable[[str], str]
_NAMELESS = {
    "official": ("an unnamed official", "مسؤول لم يُسمَّ"),
    "military": ("an unnamed military source", "مصدر عسكري لم يُسمَّ"),
    "armed-group": ("an unnamed member of an armed group", "عضو لم يُسمَّ في جماعة مسلحة"),
    "witness": ("witnesses", "شهود"),
    "expert": ("an unnamed expert", "خبير لم يُسمَّ"),
}
_ANY_NAMELESS = ("an unnamed source", "مصدر لم يُسمَّ")


def plain(words: str) -> str:
    """A name as it is."""
    return words


def source_words(source: Source, lang: Lang, show: Show = plain) -> str:
    """A source in words: its name (the English one in English, where known), or what is known of an unnamed one."""
    if source.nameless:
        return f"{_NAMELESS.get(source.kind, _ANY_NAMELESS)[lang == 'ar']} ({show(source.name)})"
    return show(source.name if lang == "ar" else source.en or source.name)


def listed(words: Sequence[str], lang: Lang) -> str:
    """Words as a list: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    if lang == "ar":
        return " و".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def bottleneck_words(told: Transmission, lang: Lang, show: Show = plain) -> str:
    """What all outlets of an event rest on; how many only print another's text. ``show`` treats names (isolates)."""
    if not told.outlets:
        return ""
    parts = [_rests(told, lang, show)]
    if told.copies:
        names = listed([source_words(source, lang, show) for source in told.copies], lang)
        several = len(told.copies) > 1
        english = f"{names} {'print' if several else 'prints'} another's text"
        parts.append(f"{names}: نص منقول عن غيره" if lang == "ar" else english)
    end = "؛ " if lang == "ar" else "; "
    return end.join(parts)


def _rests(told: Transmission, lang: Lang, show: Show) -> str:
    arabic = lang == "ar"
    count = len(told.outlets)
    neck = listed([source_words(source, lang, show) for source in told.bottleneck], lang)
    if count == 1:
        return _one_outlet(told, lang, show)
    if told.lines == 1:
        through = listed([source_words(source, lang, show) for source in told.through], lang)
        if arabic:
            all_of_them = "تستند الوسيلتان كلتاهما" if count == 2 else f"تستند وسائل الإعلام الـ{count} كلها"
            return f"{all_of_them} إلى {neck}" + (f" عبر {through}" if through else "")
        all_of_them = "Both outlets rest" if count == 2 else f"All {count} outlets rest"
        return f"{all_of_them} on {neck}" + (f" through {through}" if through else "")
    if told.lines == count:
        if arabic:
            return "كل من الوسيلتين طريق مستقل" if count == 2 else f"كل وسيلة من الـ{count} طريق مستقل"
        return f"Each of the {count} outlets is a line of its own"
    if arabic:
        lines = "طريقين مستقلين" if told.lines == 2 else counted(told.lines, "line", "ar")
        return f"ترجع وسائل الإعلام الـ{count} إلى {lines}: {neck}"
    return f"{count} outlets come down to {counted(told.lines, 'line', 'en')}: {neck}"


def _one_outlet(told: Transmission, lang: Lang, show: Show) -> str:
    outlet = told.outlets[0]
    behind = [source_words(source, lang, show) for source in told.origins if source.id != outlet.id]
    if lang == "ar":
        return f"لا يرويه إلا {source_words(outlet, lang, show)}" + (f" عن {listed(behind, lang)}" if behind else "")
    word = f", on the word of {listed(behind, lang)}" if behind else ""
    return f"Only {source_words(outlet, lang, show)} tells it{word}"
