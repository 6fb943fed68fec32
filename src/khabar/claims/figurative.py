"""Figures of speech: what nobody does (سيطر الحزن على البلدة), what cannot be hurt (اغتال أحلامهم), what only bursts in
words (انفجار الأسعار), wars on a vice (الحرب على الفساد); and what people do for nobody but themselves."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE
from khabar.claims.kinds import HARM
from khabar.claims.mishaps import NATURE
from khabar.mentions.reading import Reading

_FEELINGS: Final = frozenset(
    "حزن خوف ذعر هلع قلق غضب ياس احباط فرح فرحة سعادة هدوء صمت ظلام غموض ملل حب شوق شك شكوك حيرة فوضى جدل طمع حسد "
    "غيرة كسل اهمال اكتئاب ادمان ركود كساد تضخم غلاء ديون بطالة فقر بيروقراطية روتين فساد جهل وقت زمن قدر موت مشي "
    "رياضة شمس ضباب مناخ طقس حر معدة سمنة".split()
)
"""Feelings, want, time: what holds or threatens people without anybody's doing, where the article stands before it."""
_ILLS: Final = frozenset(
    "مرض امراض وباء اوبئة فيروس فيروسات سرطان كورونا كوليرا ملاريا انفلونزا تدخين ايبولا حصبة سكري حمى جوع عطش "
    "صقيع برد حرارة عدوى جائحة بكتيريا جراثيم جفاف تلوث مجاعة سيل ثلج امواج رياح عاصفة عواصف بركان".split()
)
"""Illness and weather beside :data:`khabar.claims.mishaps.NATURE`: what does harm and is nobody."""
_BEASTS: Final = frozenset(
    "جراد كلب كلاب تمساح تماسيح قرش ذئب ذئاب ضبع ضباع اسد اسود نمر نحل بعوض حشرة حشرات دودة ديدان افعى ثعبان فيل "
    "افيال دب حيوان حيوانات قردة".split()
)
_SWARM: Final = 3
"""Tokens behind a verb within which its subject's matter stands (سرب من الجراد)."""
_WAVES: Final = frozenset("حر حارة برد باردة قيظ صقيع جراد غلاء".split())
_UNHARMED: Final = frozenset(
    "وقت حلم احلام امل امال فرحة ذوق خيال طموح طموحات شعور مشاعر ضمير كلمة لغة فكرة ابداع موهبة مواهب براءة طفولة "
    "عقول وعي رغبة شهية وطن بكتيريا جراثيم فيروس فيروسات ورم اورام طبق معنى معني حوار ديمقراطية".split()
)
"""What nobody can kill, seize or arrest but in words."""
_TISSUE: Final = frozenset("سرطانية مناعية عصبية دهنية ميتة دموية دم كبد دماغ جلد سرطان دهون".split())
_WORKS: Final = frozenset("فيلم مسلسل رواية اغنية قصيدة مسرحية البوم لوحة".split())
_CRITICS: Final = frozenset("نقاد ناقد جمهور متابعون مشاهدون".split())
_BURSTS: Final = frozenset(
    "سعر اسعار طلب سكاني سكانية ديموغرافي ديمغرافي معرفي معلوماتي رقمي تكنولوجي غضب ضحك ضاحكا ضاحكة ضاحكين باكيا "
    "باكية بكاء غاضبا غاضبة ازمة ازمات خلاف خلافات جدل فضيحة فضائح وضع اوضاع موقف فقاعة اطار اطارات عجلة استهلاك "
    "نمو مبيعات شائعات تصفيق جمهور حماس طاقات مواهب عاطفي بالون".split()
)
"""What bursts without being blown up."""
_VICES: Final = frozenset(
    "فساد تزوير غلاء فقر جهل بطالة تدخين سمنة دروس غش رشوة بيروقراطية روتين شائعات تلوث بعوض مرض امراض سرطان "
    "ادمان كسل احتكار تهرب غبار قمامة اسعار تضخم امية".split()
)
"""On what wars are declared that nobody wages."""
_WAR: Final = frozenset(("حرب", "معركة"))
_BLOWS: Final = frozenset(("ضربة", "صفعة", "طعنة"))
_DEEMED: Final = frozenset(
    "يعد تعد يعتبر تعتبر اعتبر اعتبرت شكل شكلت يشكل تشكل مثل مثلت يمثل تمثل كان كانت وصف وصفت معتبرا معتبرة واصفا "
    "بمثابة مثابة اعتبروا ويعد بانه بانها".split()
)
"""Words that weigh something: a blow behind them is none (يعد فقدان البلدة ضربة للجماعة)."""
_WEIGHED: Final = 18
"""Tokens before a blow within which such a word stands."""
_BEFALLS: Final = frozenset(
    "احتجاجات تظاهرات مظاهرات اضطرابات ازمة ازمات فضيحة فضائح ركود جفاف موجة اضراب اضرابات مجاعة جوع فقر بطالة وباء "
    "انقسامات خلافات فوضى شائعات فساد".split()
)
"""What hits a country without a blow (احتجاجات ضربت المدينة)."""
_STRIKES: Final = frozenset(("assault.strike.verb", "assault.target", "assault.wide.hit"))
_PRIVATE: Final = frozenset(
    "لاعب لاعبة لاعبان لاعبين لاعبو مدرب مهاجم مدافع متسابق عداء ملاكم فنان فنانة مطرب مطربة مغن مغني مغنية راقصة "
    "ممثلة مخرج ملحن زوجان زوجين زوجة عروس عريس مولود رضيع معجبون معجبين زبائن زبون مستهلك طباخ مصمم عارضة نادي "
    "ناديان".split()
)
"""Who acts for nobody but themselves: players, artists, couples, babies, customers."""
_WAYS: Final = frozenset("طريق باب مجال افق افاق نافذة شهية".split())
"""What is opened in words, before أمام and what it is opened to."""
_PASSES: Final = frozenset(
    "قوافل قافلة مساعدات شاحنات شاحنة سيارات مركبات حافلات حركة سير مرور مدنيين مسافرين نازحين عالقين لاجئين عائدين "
    "سكان اهالي قوات جيش مقاتلين مارة سالكين زوار معتمرين حجاج عبور ملاحة سفن تجارة بضائع جرحى جرحي مرضى مرضي".split()
)
"""What takes a road that is opened."""
_OPENED: Final = "retreat.reopen"
_TO: Final = 6
"""Tokens behind the verb within which أمام stands."""
_NAMES: Final = ("actor", "institution", "country", "place")
_DEMAND: Final = "طلب"
_DONE: Final = HARM | {"THREATEN", "RETREAT", "MOBILIZE"}
_NEAR: Final = 3
"""Tokens behind a verb within which what it is done to stands."""


def figurative(reading: Reading, candidate: Candidate) -> bool:
    """Whether a word of force is only a figure of speech; so is what buyers ask for (الطلب على النفط)."""
    if candidate.type == "REQUEST" and candidate.pos == "n":
        word = reading.words[candidate.last]
        return word.core == _DEMAND and word.det and reading.forms[candidate.last + 1] == "على"
    if candidate.type not in _DONE:
        return False
    if candidate.id == _OPENED:
        return _way_opened(reading, candidate)
    words = reading.words
    behind = words[candidate.last + 1]
    if candidate.mode == "bombing" and behind.core in _BURSTS and not behind.pro:
        return True
    if candidate.type == "ASSAULT" and (_blow(reading, candidate) or _befallen(reading, candidate)):
        return True
    if _on_vice(reading, candidate):
        return True
    if candidate.pos != "v":
        return candidate.type == "ASSAULT" and behind.core in _UNHARMED and behind.det and not behind.pro
    if _nobody(reading, candidate):
        return True
    return candidate.type in HARM and _in_words(reading, candidate)


def _way_opened(reading: Reading, candidate: Candidate) -> bool:
    """A way is opened to what takes no road (ستفتح الطريق أمام عملية سياسية)."""
    words, last = reading.words, candidate.last
    way = next((at for at in range(last + 1, last + 3) if words[at].core in _WAYS), -1)
    if way < 0:
        return False
    for at in range(way + 1, min(way + 1 + _TO, len(words) - 1)):
        if reading.forms[at] == "امام":
            return words[at + 1].core not in _PASSES and "place" not in reading.lex[at + 1]
        if reading.acts[at]:
            return False
    return False


def _nobody(reading: Reading, candidate: Candidate) -> bool:
    """Nobody is the subject: a feeling, want, illness, the weather, a beast."""
    words, first, last = reading.words, candidate.first, candidate.last
    before, behind = words[first - 1], words[last + 1]
    if last + 1 in reading.named or "actor" in reading.lex[last + 1]:
        return False
    if not behind.pro and ((behind.core in _FEELINGS and behind.det) or _wave(reading, last + 1)):
        return True
    if before.core in _FEELINGS and before.det and not before.pro and not words[first].pro:
        return True
    if candidate.type not in HARM:
        return behind.det and not behind.pro and (behind.core in _ILLS or behind.core in NATURE)
    near = [before.core, *([] if behind.pro else [behind.core])]
    if any(core in _ILLS or core in NATURE for core in near):
        return True
    if behind.core in _BEASTS and not behind.pro:
        return True
    after = words[last + 1 : last + 1 + _SWARM]
    return len(after) == _SWARM and after[1].form == "من" and after[2].core in _BEASTS


def _blow(reading: Reading, candidate: Candidate) -> bool:
    """A loss is weighed as a blow to somebody (ويعد فقدان البلدة ضربة كبيرة للجماعة)."""
    first, words = candidate.first, reading.words
    if candidate.pos != "n" or words[first].core not in _BLOWS or words[first].det or words[first].pro:
        return False
    light = candidate.light
    if light is not None and reading.acts[light.first] and words[light.first].core not in _DEEMED:
        return False
    start = max(reading.sentences[candidate.sentence].first, first - _WEIGHED)
    return any(words[at].core in _DEEMED for at in range(start, first)) and any(
        "ل" in words[at].pro or words[at].form == "ل" for at in range(first + 1, first + 1 + _NEAR)
    )


def _befallen(reading: Reading, candidate: Candidate) -> bool:
    """Protests or want are the subject of a verb of hitting."""
    if candidate.pos != "v" or candidate.id not in _STRIKES:
        return False
    words, at = reading.words, candidate.first - 1
    if words[candidate.last + 1].core in _BEFALLS and not words[candidate.last + 1].pro:
        return True
    if words[at].form in RELATIVE:
        at -= 1
    start = max(reading.sentences[candidate.sentence].first, at - _NEAR)
    return any(words[near].core in _BEFALLS for near in range(start, at + 1)) and words[candidate.first].pro == ""


def private(reading: Reading, candidate: Candidate) -> bool:
    """Whether somebody does it who acts for nobody else, in a sentence that names no party, country or place."""
    if candidate.type == "ASSAULT" or candidate.pos != "v":
        return False
    doer = reading.words[candidate.last + 1]
    if doer.pro or doer.core not in _PRIVATE or not doer.det:
        return False
    return not reading.names_any(candidate.sentence, _NAMES)


def _on_vice(reading: Reading, candidate: Candidate) -> bool:
    """A war on what is no party (إعلان الحرب على الفساد)."""
    last = candidate.last
    at = last if reading.words[last].core in ("على", "ضد") else last + 1
    if reading.words[at].core not in ("على", "ضد") or reading.words[at + 1].core not in _VICES:
        return False
    return any(reading.words[near].core in _WAR for near in range(candidate.first, last + 1))


def _wave(reading: Reading, at: int) -> bool:
    return reading.words[at].core == "موجة" and reading.words[at + 1].core in _WAVES


def _in_words(reading: Reading, candidate: Candidate) -> bool:
    """The first nouns behind the verb, but for names, are of something that cannot be harmed."""
    words = reading.words
    for at in range(candidate.last + 1, candidate.last + 1 + _NEAR):
        word = words[at]
        if at in reading.named:
            continue
        if word.pro or word.func or not word.core:
            return False
        if word.core in _UNHARMED and (word.det or word.enc):
            return True
        if word.core == "خلايا" and words[at + 1].core in _TISSUE:
            return True
        if word.core in _CRITICS and words[at + 1].core in _WORKS:
            return True
    return False
