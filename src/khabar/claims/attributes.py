"""Words of a verdict, a demand or a duty that only tell what somebody or something is like."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE
from khabar.claims.duties import UPON
from khabar.claims.kinds import OPINIONS, SAID_TO, VERBAL_TYPES
from khabar.mentions.punctuation import QUOTES_CLOSE, QUOTES_OPEN
from khabar.mentions.reading import Reading

_MUST: Final = "request.must"
"""Entry of words of duty (يجب، ينبغي)."""
_CALLING: Final = "request.calling"
_ACCUSED: Final = "accuse.accuse"
_REFUSERS: Final = frozenset("رافضين رافضون معارضين معارضون مؤيدين مؤيدون داعمين داعمون منتقدين منتقدون".split())
"""Those who hold a view, where the article stands before it (المسلحين الرافضين للتسوية)."""
_GOES_ON: Final = frozenset("الامر الشيء الوقت الحين الاتجاه المرة".split())
"""Nouns before a relative clause that tells what happened besides."""
_ADHERENTS: Final = frozenset(
    "منتقدي منتقدو معارضي معارضو مؤيدي مؤيدو رافضي رافضو داعمي داعمو مناهضي مناهضو مناصري مناصرو".split()
)
"""Those known for what they say (أشد منتقدي الحكومة، رافضو التسوية)."""


_WILL_BE: Final = frozenset(
    "سيكون ستكون سيرتكب سترتكب سيمثل ستمثل سيشكل ستشكل سيعد ستعد سيعتبر ستعتبر سيصبح ستصبح".split()
)
_EXPECTS: Final = frozenset("يتوقع تتوقع توقع توقعت يتوقعون متوقع مرجح يرجح رجح رجحت يخشى تخشى يخشي تخشي".split())
_NEAR: Final = 4
"""Tokens before "that" within which the word of expecting stands."""
_CRITICS: Final = frozenset("منتقدين منتقدون معارضين معارضون مؤيدين مؤيدون".split())
"""Those who say something, right before the verb of it (لكن منتقدين يقولون)."""
_STANCES: Final = frozenset(
    "رافض رافضة رافضين رافضون مؤيد مؤيدة مؤيدين مؤيدون مناهض مناهضة مناهضين مناهضون داعم داعمة داعمين داعمون مساند "
    "مساندة مساندين معارضة معارضين معارضون".split()
)
"""Participles of stances."""
_THEIR: Final = ("هم", "هما", "هن")
"""Suffixes of a noun that is nobody's in the lexicon, and definite by them."""
_WORDS: Final = frozenset(
    "هتاف هتافات شعار شعارات موقف مواقف تصريح تصريحات بيان بيانات كلمة كلمات رسالة رسائل ردود رد خطاب صوت اصوات".split()
)
"""What somebody says: a stance there is told."""
_CALLED_FALSE: Final = "reject.called-false"
_REMARKS: Final = frozenset("كلام امر خبر هذا ذلك هو هي انه انها حديث قول".split())
_DRAFTS: Final = frozenset("مشروع مشروعا مشروعي مشاريع مسودة مسودات قرارات توصيات تعديل تعديلا".split())
_TEXTS: Final = frozenset("بيان بيانا قرار قرارا نص نصا توصية".split()) | _DRAFTS
_ADOPTS: Final = frozenset(
    "صدور اصدار يصدر تصدر تبني تبنى يتبني يتبنى تتبني تتبنى اعتماد يعتمد تعتمد اقرار يقر تقر طرح عرقل عرقلت".split()
)
_DRAFT_TEXT: Final = frozenset("النص المشروع المسودة".split())
"""What calls for something or condemns it right behind the verb, and is nobody."""
_DRAFT: Final = 9
"""Tokens before a verb within which the text stands that demands."""
_TO_IT: Final = frozenset("اليه اليها اليهما له لها لهما".split())
"""Words behind a call that point back at what was called for (اجتماع دعت إليه باريس)."""
_STATES: Final = frozenset(("coerce.seize.occupy", "coerce.seize.control.hold", "coerce.seize.tighten"))
"""Entries of verbs that in the present tell who holds a place."""
_HOLDS: Final = "coerce.seize.control.hold"
_BESIEGED: Final = "coerce.restrict.siege.noun"
"""Entry of a noun that is a participle where it has the article (المدينة المحاصرة)."""
_TOWNS: Final = frozenset("بلدات بلدة بلدتين بلدتان مدن قرى قرية مدينة احياء حي مناطق منطقة".split())
_QUALIFIED: Final = 4
"""Tokens between what is besieged and the word of it."""
_CONTROLS: Final = "coerce.seize.control"
_GROUND: Final = frozenset((_BESIEGED, _CONTROLS, _HOLDS))
_AREAS: Final = frozenset("مناطق منطقة مواقع خطوط خط نطاق مساحات مساحة اماكن رقعة معاقل".split())
"""What somebody is said to hold, right before the noun of it (مناطق سيطرة المعارضة)."""
_ATTITUDES: Final = frozenset(("SUPPORT", "REJECT"))
_SHARES: Final = frozenset("% ٪ بالمئة بالمائة مئة مائة المئة المائة ارباع ثلثا ثلثي ثلث استطلاع استطلاعات".split())
"""Words for a share of those who were asked."""
_ASKED: Final = 8
"""Tokens before a verb within which the share of those who hold that view stands."""


def attribute(reading: Reading, candidate: Candidate) -> bool:
    """Whether the candidate only tells what somebody or something is like."""
    if candidate.id in _GROUND and _held(reading, candidate):
        return True
    if candidate.type == "AID" or candidate.id in _STATES:
        return candidate.pos == "v" and _habitual(reading, candidate)
    if candidate.type not in VERBAL_TYPES:
        return False
    if candidate.type in OPINIONS and _to_come(reading, candidate):
        return True
    if candidate.id in UPON and reading.forms[candidate.last + 1] == "من":
        return True  # على من يرغب في الحج
    if candidate.id == _MUST:
        return _fitting(reading, candidate.first)
    if candidate.pos == "n":
        if candidate.id == _CALLING and _called(reading, candidate.first):
            return True
        if reading.words[candidate.first].det and reading.words[candidate.first].core in _REFUSERS:
            return True
        if _described(reading, candidate.first) or _untrue(reading, candidate):
            return True
        if reading.words[candidate.first].core in _CRITICS and reading.acts[candidate.last + 1]:
            return True
        return reading.words[candidate.first].core in _ADHERENTS or _counted(reading, candidate)
    if candidate.type in _ATTITUDES and _polled(reading, candidate):
        return True
    return _known_for(reading, candidate) or _drafted(reading, candidate)


def _to_come(reading: Reading, candidate: Candidate) -> bool:
    """A verdict on what has not been done (ستكون خطوة كهذه خطأ، سترتكب خطأ جسيما), or words that others only expect
    (يتوقع دبلوماسيون أن يرفض)."""
    forms, at = reading.forms, candidate.first - 1
    while forms[at] in QUOTES_OPEN:
        at -= 1
    if candidate.type == "ACCUSE" and candidate.pos == "n":
        return forms[at - 1 if forms[at] in {"هذا", "ذلك", "هذه"} else at] in _WILL_BE
    if forms[at] in {"يتم", "تتم"}:
        at -= 1
    start = reading.sentences[candidate.sentence].first
    return forms[at] == "ان" and any(reading.words[one].core in _EXPECTS for one in range(max(start, at - _NEAR), at))


def _held(reading: Reading, candidate: Candidate) -> bool:
    """What is besieged or held by somebody."""
    if candidate.id == _BESIEGED:
        return bool(reading.words[candidate.first].det) or _encircled(reading, candidate)
    if candidate.id == _CONTROLS:
        return candidate.pos == "n" and _holding(reading, candidate.first)
    return _shared(reading, candidate)


def _encircled(reading: Reading, candidate: Candidate) -> bool:
    """Towns that are called besieged, without the article (أمطرت أربع بلدات محاصرة بالقذائف); a predicate tells it."""
    first, words = candidate.first, reading.words
    at = first - 1
    while words[at].cls == "j" and not words[at].det and not words[at].pro and at > first - _QUALIFIED:
        at -= 1
    before = words[at]
    plain = not words[first].enc and not words[first].pro and not before.det and not before.enc
    return plain and before.core in _TOWNS


def _holding(reading: Reading, first: int) -> bool:
    """The ground that somebody holds (هاجموا مناطق سيطرة الفصائل)."""
    before = reading.words[first - 1]
    return before.core in _AREAS and not before.det and not reading.words[first].pro


def _shared(reading: Reading, candidate: Candidate) -> bool:
    """Who holds how much of a place (باتت تسيطر على 80 في المئة من المدينة)."""
    behind = reading.forms[candidate.last + 1 : candidate.last + 1 + _ASKED]
    return candidate.form == "impf" and not _SHARES.isdisjoint(behind)


def _described(reading: Reading, first: int) -> bool:
    """A stance as the adjective of a group or an event (فعاليات رافضة للاستيطان، الأقلام المؤيدة له), not of words."""
    word, before = reading.words[first], reading.words[first - 1]
    if word.core not in _STANCES or word.pro or word.enc or before.det != word.det or before.enc:
        return False
    if before.core.endswith(_THEIR) and "place" not in reading.lex[first - 1]:
        return False  # ضيوفهم رافضين الرحيل
    return before.cls in {"n", "j"} and before.core not in _WORDS and reading.words[first - 2].core not in _WORDS


def _untrue(reading: Reading, candidate: Candidate) -> bool:
    """What is not right is only what something is like (معلومات غير صحيحة), not what a report is called."""
    first = candidate.first
    if candidate.id != _CALLED_FALSE or reading.forms[first] != "غير" or candidate.form != "phrase":
        return False
    return _plain(reading, first) and reading.words[first - 1].core not in _REMARKS


def _drafted(reading: Reading, candidate: Candidate) -> bool:
    """What a text demands or condemns that is a draft (مشروع قرار يدين) or still to be adopted (تبني بيان يدعو إلى)."""
    first, words = candidate.first, reading.words
    if candidate.type not in SAID_TO or candidate.form != "impf":
        return False
    if reading.forms[candidate.last + 1] in _DRAFT_TEXT:
        return True
    if words[first].pro:
        return False
    text = next(
        (
            at
            for at in range(max(reading.sentences[candidate.sentence].first, first - _DRAFT), first)
            if words[at].core in _TEXTS and not words[at].det
        ),
        None,
    )
    if text is None or any(reading.forms[at] in {"،", "."} for at in range(text, first)):
        return False
    if words[text].core in _DRAFTS:
        return True
    return candidate.type == "REQUEST" and any(words[at].core in _ADOPTS for at in range(max(0, text - 4), text))


def _habitual(reading: Reading, candidate: Candidate) -> bool:
    """The present in a relative clause says what somebody does again and again or holds (الذين يمولون الإرهاب، من يمول،
    الجزء الذي تحتله)."""
    first, forms = candidate.first, reading.forms
    if candidate.form != "impf" or "س" in reading.words[first].pro:
        return False
    before = first - 3 if forms[first - 1] == "او" and reading.words[first - 2].verbal else first - 1
    return forms[before] in RELATIVE or forms[before] == "من"


def _counted(reading: Reading, candidate: Candidate) -> bool:
    """Defendants, counted (أحيل 11 متهما)."""
    return candidate.id == _ACCUSED and candidate.first - 1 in reading.number_tokens


def _called(reading: Reading, first: int) -> bool:
    """A preacher, a reason or a need, not somebody's call (الداعية المتشدد، الأسباب الداعية لذلك، لا داعي للقلق)."""
    return reading.words[first].det or reading.forms[first - 1] in {"لا", "اي", "دون", "بلا"}


def _polled(reading: Reading, candidate: Candidate) -> bool:
    """What a share of the people thinks (60% من الناخبين يؤيدون الانسحاب)."""
    start = max(reading.sentences[candidate.sentence].first, candidate.first - _ASKED)
    return candidate.form == "impf" and not _SHARES.isdisjoint(reading.forms[start : candidate.first])


def _known_for(reading: Reading, candidate: Candidate) -> bool:
    """The present of a verdict in a relative clause tells who is meant (الفصائل التي ترفض الهدنة), unless it takes up
    a whole sentence (الأمر الذي ترفضه); a verb that points back at what was proposed tells which proposal (مشروع
    اقترحته بكين)."""
    first, forms = candidate.first, reading.forms
    asks = candidate.type == "REQUEST"
    points_back = asks and (reading.words[candidate.last].enc != "" or forms[candidate.last + 1] in _TO_IT)
    if forms[first - 1] not in RELATIVE:
        return points_back and _plain(reading, first)
    if forms[first - 2] in _GOES_ON or forms[first - 3] in _GOES_ON:
        return False
    return points_back if asks else candidate.form == "impf"


def _fitting(reading: Reading, first: int) -> bool:
    """A duty behind a noun without article, or in a relative clause (خطوة يجب البناء عليها، ما ينبغي أن نفهمه)."""
    return reading.forms[first - 1] in RELATIVE or _plain(reading, first)


def _plain(reading: Reading, first: int) -> bool:
    """The word stands right behind a common noun or adjective without article."""
    before = reading.words[first - 2 if reading.forms[first - 1] in QUOTES_CLOSE else first - 1]
    if before.func or before.det or before.enc or reading.words[first].pro:
        return False
    return before.cls in {"n", "j"}
