"""Losses by accident: what befell somebody in a crash, a fire or a flood is nobody's attack."""

from __future__ import annotations

from typing import Final

from khabar.claims.aftermath import suffers
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import OF_CAUSE, STOPS
from khabar.mentions.reading import Reading

_MISHAPS: Final = frozenset(
    "تصادم اصطدام غرق حريق حرائق انهيار انهيارات زلزال زلازل هزة سيول فيضان فيضانات اعصار عاصفة عواصف تدافع تسمم صاعقة "
    "صواعق انزلاق انزلاقات تحطم".split()
)
"""Nouns of accidents behind a preposition of cause."""
_INCIDENT: Final = frozenset(("حادث", "حادثة", "حوادث"))
_KINDS: Final = (
    frozenset("سير مرور مروري مرورية طرق عرضي عرضية صناعي صناعية عمل قطار قطارات طيران جوي بحري".split()) | _MISHAPS
)
"""Words behind an incident that make an accident of it."""
_ATTACKS: Final = frozenset(
    "قصف غارة غارات هجوم هجمات تفجير تفجيرات انفجار انفجارات صاروخ صواريخ قذيفة قذائف اشتباك اشتباكات مواجهات نار رصاص "
    "لغم الغام عبوة عبوات برميل براميل ضربة ضربات اسقاط اسقطت اسقط".split()
)
"""Words of an attack that may be behind it after all."""
_VEHICLES: Final = tuple(
    article + stem
    for stem in "سيار حافل مركب شاحن عرب الية اليت قارب زورق جرار دراج مدرع باص صهريج قطار".split()
    for article in ("", "ال")
)
"""Beginnings of the nouns of what overturns."""
_GAS: Final = frozenset("اسطوانة اسطوانات جرة قارورة انبوبة غلاية سخان محول".split())
"""What blows up by itself."""
_REACH: Final = 22
"""Tokens behind a loss within which its cause stands."""
_NATURE: Final = frozenset("زلزال زلازل هزة فيضان فيضانات سيول امطار اعصار اعاصير تسونامي ثلوج كوارث".split())
"""Forces of nature, as the subject of what they did."""
_DEAD: Final = frozenset(("assault.casualties", "assault.leave-dead", "assault.headline.dead"))
"""Entries of the dead and wounded."""
_BEASTS: Final = frozenset(
    "جراد كلب كلاب تمساح تماسيح قرش ذئب ذئاب ضبع ضباع اسد اسود نمر نحل افعى ثعبان فيل افيال دب حيوان "
    "حيوانات قردة".split()
)
_ILLS: Final = frozenset(
    "مرض وباء فيروس سرطان كورونا كوليرا ملاريا تدخين ايبولا حصبة سكري جوع عطش صقيع برد حرارة عدوى جائحة "
    "جفاف تلوث مجاعة سيل ثلج امواج رياح".split()
)
"""What does harm and is nobody."""
_HARMS: Final = frozenset(("ASSAULT", "COERCE"))
_SWARM: Final = 3
"""Tokens behind a verb within which its subject's matter stands (سرب من الجراد)."""
_BROKEN: Final = frozenset("عطل خلل فني فنية جوية طقس".split())
_CRASHED: Final = frozenset("تحطم تحطمت سقوط سقطت سقط اصطدم اصطدمت".split())
_NEAR: Final = 6
"""Tokens before a deed within which they stand."""


def accidental(reading: Reading, candidate: Candidate) -> bool:
    """Whether an accident is named as the cause of what somebody suffered (قتل ستة في تحطم مروحية، لقوا حتفهم إثر حادث
    سير), and no attack with it, or a force of nature did it (ألحقت الفيضانات خسائر)."""
    if candidate.pos == "v" and _natural(reading, candidate):
        return True
    if candidate.type != "ASSAULT":
        return False
    words, forms = reading.words, reading.forms
    start = reading.sentences[candidate.sentence].first
    if any(words[at].core in _NATURE for at in range(max(start, candidate.first - _NEAR), candidate.first)):
        return True
    if not (suffers(candidate) or candidate.id in _DEAD):
        return False
    if _reaped(reading, candidate, start):
        return True
    end = min(reading.sentences[candidate.sentence].last, candidate.last + _REACH)
    found = False
    for at in range(candidate.last + 1, end):
        if forms[at] in STOPS:
            break
        core = words[at].core
        behind = words[at + 1] if at + 1 < end else words[at]
        if core == "انقلاب" and behind.form.startswith(_VEHICLES):
            return True
        if core == "انفجار" and behind.core in _GAS:
            return True
        if core in _ATTACKS:
            return False
        if core in _MISHAPS:
            before = words[at - 1].core
            found = found or before in OF_CAUSE or before in _INCIDENT or "ب" in words[at].pro
        elif core in _INCIDENT and at + 1 < end:
            after = at + 2 if forms[at + 1] in {'"', "“", "«"} and at + 2 < end else at + 1
            found = found or words[after].core in _KINDS
    return found


def _reaped(reading: Reading, candidate: Candidate, start: int) -> bool:
    """A disaster or a breakdown told before in the sentence cost them (ضرب زلزال الجزيرة وخلف عشرات القتلى، تحطمت
    مروحية بسبب عطل فني ما أسفر عن مقتل طاقمها), or is their genitive (ضحايا انهيار الجسر)."""
    words = reading.words
    behind = words[candidate.last + 1 : candidate.last + 2]
    if candidate.pos == "n" and behind and behind[0].core in _MISHAPS and not behind[0].pro:
        return True
    before = [words[at].core for at in range(start, candidate.first)]
    if not _ATTACKS.isdisjoint(before):
        return False
    if not _NATURE.isdisjoint(before):
        return True
    return not _CRASHED.isdisjoint(before) and not _BROKEN.isdisjoint(before)


def _natural(reading: Reading, candidate: Candidate) -> bool:
    """Beasts, the weather or an illness do it (حاصرتهم السيول، هاجم سرب من الجراد الحقول، أن التدخين يقتل)."""
    if candidate.type not in _HARMS:
        return False
    words, first, last = reading.words, candidate.first, candidate.last
    behind = words[last + 1 : last + 2]
    near = [words[first - 1].core, *(word.core for word in behind if not word.pro)]
    if any(core in _ILLS or core in _NATURE for core in near):
        return True
    after = words[last + 1 : last + 1 + _SWARM]
    return any(word.core in _BEASTS and not word.pro for word in after[:1]) or (
        len(after) == _SWARM and after[1].form == "من" and after[2].core in _BEASTS
    )
