"""Nouns of yielding and punishing that a verb of deciding, ordering or doing governs (قررت كندا سحب مدربيها، أمر القاضي
بالإفراج عنهم), sanctions that a verb imposes by their kinds or puts into force (فرضت ثلاث حزم من العقوبات، أعاد العمل
بالعقوبات), and truces that are said to hold."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, STOPS
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

RESOLVED: Final = frozenset(("SANCTION", "RETREAT"))
"""Types of deeds that are done by deciding on them."""
_BIDS: Final = frozenset("امر امرت امروا وجه وجهت اوعز اوعزت قام قامت قاموا اكتفى اكتفي اكتفت".split())
"""Verbs of ordering and doing, which govern the deed with ب."""
_RULES: Final = frozenset("قضت حكمت قضى قضي".split())
"""Verbs by which a court orders somebody let go."""
_ORDER: Final = "request.order"
_PARTIES: Final = 2
"""Parties between an order and its deed of whom the second is to carry it out."""
_DECIDES: Final = frozenset("قرر قررت قرروا قررا قررتا".split())
_NOT: Final = frozenset("لا لم لن ولا ولم ولن اذا لو ان".split())
_ANY: Final = frozenset(("اي", "باي", "لاي"))
_NEAR: Final = 7
"""Tokens between such a verb and the deed."""
_PLAIN: Final = "sanction.sanctions"
_SANCTIONS: Final = frozenset(("sanction.sanctions", "sanction.measures", "sanction.wide.penalty"))
_IMPOSES: Final = frozenset(
    "فرضت فرضوا فرضتا وسعت شددت مددت جددت طبقت سلطت تبنت اعتمدت اقرت تبنى تبني اعتمد اقر اعاد اعادت وسع شدد مدد "
    "جدد".split()
)
"""Verbs that impose or widen sanctions."""
_KINDS: Final = frozenset(
    "نوع انواع حزمة حزم سلسلة جولة جولات مجموعة مرحلة دفعة مزيد عدد جديدة جديد اخرى اخري ثانية ثالثة رابعة خامسة "
    "العمل فرض قانون تطبيق تشديد من اشد اقسى اقسي اقوى اقوي".split()
)
"""Words between such a verb and the sanctions, beside numbers and whoever imposes them."""
_WILL: Final = frozenset("يفرض تفرض نفرض يفرضون".split())
"""Verbs of imposing, in the future."""
_PREPARES: Final = frozenset("يعد تعد نعد يستعد تستعد يحضر تحضر يتجه تتجه".split())
_MEANS: Final = _PREPARES | frozenset(
    "عزم عزمها عزمه نية نيتها نيته اعتزام اعتزامها اعتزامه يعتزم تعتزم ينوي تنوي يدرس تدرس ندرس يبحث تبحث قرار".split()
)
"""Words of intending, preparing and weighing."""
_FORCE: Final = frozenset("سريان تطبيق نفاذ".split())
_STARTS: Final = frozenset("بدا بدات يبدا تبدا دخل دخلت يدخل تدخل".split())
_RESOLVES: Final = frozenset(("قرار", "قرارا", "اعلان"))
"""Nouns of deciding on sanctions or announcing them, with whoever does so (قراره إعادة فرض العقوبات)."""
_RESOLVING: Final = 4
"""Tokens before the sanctions within which such a noun stands."""
_RESUMED: Final = frozenset(("اعادة", "استئناف"))
_SIGNS: Final = frozenset(
    "اعلن اعلنت اعلنوا وقع وقعت قرر قررت امر امرت اصدر اصدرت يعلن تعلن ساوقع يوقع ستسري سيسري تسري يسري".split()
)
"""Verbs of announcing or ordering that sanctions are in force again, and of their coming into force."""
_SIGNED: Final = 16
_TRUCES: Final = frozenset(("retreat.ceasefire", "retreat.truce-wide"))
_HOLDS: Final = frozenset("صامد صامدا صامدة صمد صمدت يصمد تصمد ساريا سارية قائما متماسك متماسكا متماسكة".split())
"""Words by which a truce holds."""
_HELD: Final = 5


def resolved(reading: Reading, candidate: Candidate) -> bool:
    """Whether its clause tells the deed of a noun as resolved on, imposed or in force."""
    if candidate.type not in RESOLVED or candidate.alone:
        return False
    first = candidate.first
    if candidate.id in _TRUCES:
        return _holds(reading, candidate)
    if candidate.id in _SANCTIONS and _imposed(reading, candidate):
        return True
    if not reading.words[first].pro and _ruled(reading, first - 1):
        return False
    verb = next((at for at in range(first - 1, max(-1, first - _NEAR - 1), -1) if reading.acts[at]), -1)
    if verb < 0 or reading.forms[verb - 1] in _NOT:
        return False
    if any(reading.forms[at] in STOPS or reading.forms[at] in RELATIVE for at in range(verb + 1, first)):
        return False
    core, prep = reading.words[verb].core, reading.prep(first)
    if prep == "ب":
        return core in _BIDS or (core in _RULES and candidate.mode == "release")
    return not prep and core in _DECIDES


def orders(reading: Reading, groups: list[list[Candidate]], rows: list[list[Phrase]]) -> dict[int, list[Candidate]]:
    """Readings of the deeds that somebody has done by ordering them (أمر الرئيس بسحب القوات), by the token of the
    order; what another one is ordered to do is a demand (أمرت المحكمة الحكومة بالإفراج عنه)."""
    found: dict[int, list[Candidate]] = {}
    for at in range(1, len(groups)):
        order, deed = groups[at - 1], groups[at]
        if deed[0].pos != "n" or not any(one.id == _ORDER and one.pos == "v" for one in order):
            continue
        low, high = order[0].first, deed[0].first
        if order[0].sentence != deed[0].sentence or high - low > _NEAR or "ب" not in reading.words[high].pro:
            continue
        kept = [one for one in deed if one.type in RESOLVED and not one.alone]
        told = reading.words[order[0].first].core in _BIDS
        row = [one for one in rows[deed[0].sentence] if low < one.first < high]
        others = sum(not one.prep and one.coord is None for one in row)
        if kept and told and others < _PARTIES:
            found[order[0].first] = deed
    return found


def _ruled(reading: Reading, at: int) -> bool:
    """A noun in the construct right before it governs it (قرر تأجيل الانسحاب)."""
    word = reading.words[at]
    if word.cls != "n" or word.det or word.enc or reading.lex[at] or reading.acts[at]:
        return False
    return at not in reading.time_tokens


def _imposed(reading: Reading, candidate: Candidate) -> bool:
    """A verb imposes them, their kinds or their number between, or they come into force."""
    words, first = reading.words, candidate.first
    start = max(reading.sentences[candidate.sentence].first, first - _NEAR)
    if words[first - 1].core == "فرض" and _intended(reading, first - 1, start):
        return True
    if candidate.id == _PLAIN and (_decreed(reading, first) or _renewed(reading, candidate)):
        return True
    turned = candidate.last > candidate.first  # حزمة جديدة من العقوبات
    for at in range(first - 1, start - 1, -1):
        core = words[at].core
        if reading.acts[at]:
            if reading.forms[at - 1] in _NOT:
                return False
            if core.removeprefix("س") in _WILL and core.startswith("س"):
                return True
            return (core in _IMPOSES and turned) or (core in _STARTS and reading.core(first - 1) in _FORCE)
        if core in _KINDS or at in reading.number_tokens:
            turned = True
        elif reading.forms[at] in STOPS or reading.forms[at] in RELATIVE or words[at].pro in {"ب", "ل"}:
            return False
    return False


def _decreed(reading: Reading, first: int) -> bool:
    """Somebody's decision or announcement is of them (وقراره إعادة فرض العقوبات، إعلان ترامب تشديد العقوبات)."""
    words = reading.words
    head = first
    while words[head - 1].core in _KINDS and not words[head - 1].det:
        head -= 1
    for at in range(head - 1, max(-1, head - 1 - _RESOLVING), -1):
        word = words[at]
        if word.core in _RESOLVES:
            return not word.det and words[at - 1].core not in _ANY and "ل" not in word.pro
        if reading.acts[at] or reading.forms[at] in STOPS or reading.forms[at] in RELATIVE or word.pro:
            return False
    return False


def _renewed(reading: Reading, candidate: Candidate) -> bool:
    """They are in force again by somebody's word, or come into force (وقع أمرا بإعادة العمل بالعقوبات)."""
    words, first = reading.words, candidate.first
    if "ب" not in words[first].pro or words[first - 1].core != "عمل" or words[first - 2].core not in _RESUMED:
        return False
    sentence = reading.sentences[candidate.sentence]
    for at in range(first - 3, max(sentence.first, first - _SIGNED) - 1, -1):
        if reading.acts[at]:
            return words[at].core in _SIGNS
        if reading.forms[at] in STOPS or reading.forms[at] in RELATIVE:
            break
    end = min(sentence.last, candidate.last + 1 + _SIGNED)
    return any(reading.acts[at] and words[at].core in _SIGNS for at in range(candidate.last + 1, end))


def _intended(reading: Reading, imposing: int, start: int) -> bool:
    """Somebody means to impose them (تعد واشنطن لفرض عقوبات، عزم باريس فرض عقوبات)."""
    words = reading.words
    for at in range(imposing - 1, start - 1, -1):
        if words[at].core in _MEANS:
            return "ل" in words[imposing].pro or words[at].core not in _PREPARES
        if reading.acts[at] or reading.forms[at] in STOPS or reading.forms[at] in RELATIVE:
            return False
    return False


def _holds(reading: Reading, candidate: Candidate) -> bool:
    """The truce is in force (لا يزال وقف إطلاق النار صامدا)."""
    end = min(reading.sentences[candidate.sentence].last, candidate.last + 1 + _HELD)
    for at in range(candidate.last + 1, end):
        if reading.forms[at] in STOPS or reading.forms[at] in RELATIVE:
            return False
        if reading.words[at].core in _HOLDS:
            return reading.forms[at - 1] not in _NOT and not reading.words[at].det
    return False
