"""Refusals and denials told by a construction: who refuses where a noun tells it (قوبل الطلب برفض تركي), what he
refuses (رفضت الحكومة الطلب), and denials of what is said of somebody, which are of nobody else."""

from __future__ import annotations

from typing import Final

from khabar.claims.blame_words import ABOUT
from khabar.claims.blamed import APART
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import BREAKS, STOPS
from khabar.claims.grammar import NO_DOERS
from khabar.claims.kinds import DEEDS, SAID_TO, SPEAKERS
from khabar.claims.laid import accused_of
from khabar.claims.options import Option, Told
from khabar.claims.proposals import named, noun_behind, owner, pause_behind, proposer
from khabar.claims.refused import DENIES, OFFERS, REFUSING
from khabar.claims.untouched import NO_TARGET
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import DEMONSTRATIVES, Reading

_CHARGES: Final = frozenset(
    "اتهام اتهاما اتهامات تهمة تهم مزاعم زعم ادعاء ادعاءات شائعة شائعات اشاعة اشاعات افتراءات اكاذيب انباء نبا خبر "
    "اخبار تقارير تقرير معلومات رواية روايات صحة تصريحات تصريح كلام حديث".split()
)
"""Nouns of what is said of somebody."""
_DENYING: Final = frozenset(
    ("reject.deny-charge", "reject.deny-link", "reject.refute", "reject.groundless", "reject.baseless-claims",
     "reject.deny-being", "reject.deny-aim", "reject.innocent", "reject.called-false")
)  # fmt: skip
_LINKS: Final = frozenset(
    "علاقة صلة ضلوع تورط علاقات صلات ارتباط صلته صلتها صلتهم مسؤولية مسئولية علم دور نية نوايا وجود".split()
)
"""What somebody denies of himself."""
_REFUSED: Final = frozenset(("reject.refuse", "reject.oppose", "reject.opposition", "reject.object", "reject.veto",
    "reject.use-veto", "reject.block", "reject.prevent", "reject.not-accept", "reject.not-agree", "reject.disagree",
    "reject.turned-down", "reject.reserve", "reject.vote-against", "reject.decline", "reject.its-opposition",
    "reject.rule-out", "reject.ignore", "reject.spurn-offer", "reject.charge-called"))  # fmt: skip
_BEING: Final = "reject.deny-being"
_UNRECOGNISED: Final = "reject.no-recognition"
"""Entry of not recognising something (لا تعترف الصين بالحكم)."""
_GROUNDLESS: Final = frozenset(("reject.refute", "reject.groundless", "reject.baseless-claims"))
_SAID: Final = frozenset(
    "قال قالت قاله قالته ذكر ذكرت اعلن اعلنت اورد اوردت نشر نشرت نقل نقلت تناقل تناقلت تداول تداولت نسب اشيع تردد يشاع "
    "يتردد يتداول ورد جاء قيل تداوله تداولته نشرته اوردته ذكرته ذكره اعلنه اعلنته".split()
)
"""Verbs of saying behind ما."""
DENYING: Final = frozenset(("reject.deny-charge", "reject.deny-link"))
"""Entries of verbs that deny and do nothing else."""
_BACK: Final = 3
"""Claims back in which somebody asked what is refused."""
_DESCRIBES: Final = frozenset("وصف وصفت وصفوا يصف تصف نعت نعتت اعتبر اعتبرت يعتبر تعتبر".split())
_DESCRIBED: Final = 24
"""Tokens behind such a verb within which what it calls something stands."""
_MAKING: Final = frozenset("تشكيل انشاء تاسيس ايفاد ارسال نشر تعيين ترشيح انتخاب".split())
"""Nouns behind which somebody is only made or sent (رفض تشكيل لجنة)."""
_REACH: Final = 9
"""Tokens around a word for groundless, and half of those behind a denial, within which stands what was said."""
_NEAR: Final = 4


def settle(reading: Reading, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
    """Add to ``found`` (phrase to role) who refuses and whose words or proposals are refused."""
    if candidate.type != "REJECT":
        return
    if candidate.id in _DENYING:
        _denial(reading, candidate, row, found)
    elif candidate.id in _REFUSED:
        _refuser(reading, candidate, row, found)
        proposer(reading, candidate, row, found)
    for phrase in row:
        whither = phrase.kind == "place" and phrase.prep != "" and candidate.pos != "v"
        made = not phrase.prep and reading.words[phrase.first - 1].core in _MAKING
        if made or ((phrase.prep in ABOUT or whither) and found.get(phrase) is None):
            found[phrase] = NO_TARGET
    if candidate.form == "phrase" and reading.words[candidate.first].func == "neg":
        _behind_refusal(reading, candidate, row, found)


def _behind_refusal(reading: Reading, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
    """The subject of "will not" and those of whom a clause behind it tells are no target (إن مصر لن تسمح، لن نقبل بحل
    يستثني السنة)."""
    verb = next((at for at in range(candidate.last + 1, len(reading.forms)) if reading.acts[at]), len(reading.forms))
    for phrase in row:
        own = phrase.last == candidate.first - 1 and not phrase.prep and found.get(phrase) != "actor"
        if own or (phrase.first > verb and phrase not in found):
            found[phrase] = NO_TARGET


def only_things(reading: Reading, candidate: Candidate, targets: list[tuple[Option, float]]) -> bool:
    """What is refused, of no state, not whose it is (رفض تشكيل لجنة)."""
    if candidate.type != "REJECT" or not targets:
        return False
    for one, _ in targets:
        phrase = one.phrase
        if phrase is None or phrase.kind != "thing" or one.named.country is not None:
            return False
        behind = range(phrase.first + 1, phrase.last + 1)
        if any(reading.words[at].det and named(reading, at) for at in behind):
            return False
    return True


def answers(reading: Reading, candidate: Candidate, row: list[Phrase], told: list[Told]) -> Told | None:
    """The demand or the charge that is refused with the article and nothing more (رفضت الحكومة الطلب، وتنفي طهران ذلك):
    the last one told, which may be a deed laid at somebody's door."""
    if candidate.type != "REJECT" or not (candidate.id in _REFUSED or candidate.id in _DENYING):
        return None
    at = noun_behind(reading, row, candidate.last, OFFERS)
    pointed = at > 0 and (reading.words[at].det or reading.forms[at - 1] in DEMONSTRATIVES)
    if pointed and owner(reading, at, row) is not None:
        return None
    if not pointed and not _all_that(reading, candidate, row):
        return None
    for before in reversed(told[-_BACK:]):
        if candidate.sentence - before.candidate.sentence > 2:
            return None
        if before.candidate.type in SAID_TO:
            return before
        if before.candidate.type in DEEDS and accused_of(reading, before.candidate.first):
            return before
    return None


def _all_that(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """What was said is refused as "that", right behind the verb and its subject (وترفض إسرائيل ذلك)."""
    at = candidate.last + 1
    subject = next((one for one in row if one.first == at), None)
    if subject is not None:
        at = subject.last + 1
    behind = reading.words[at + 1 : at + 2]
    return reading.forms[at] == "ذلك" and not (behind and behind[0].det)


def caller(reading: Reading, candidate: Candidate) -> bool:
    """Whoever says so calls it groundless: nobody else does (إن الحديث عن هجوم هراء)."""
    return candidate.pos == "n" and candidate.id in _GROUNDLESS


def groundless(reading: Reading, candidate: Candidate) -> bool:
    """Somebody calls what is said groundless (لا أساس لهذه المزاعم، هذه الأنباء عارية عن الصحة)."""
    if candidate.id not in _GROUNDLESS:
        return False
    low, high = max(0, candidate.first - _REACH), min(len(reading.words), candidate.last + _NEAR)
    return any(reading.words[at].core in _CHARGES for at in range(low, high))


def denies(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """A verb denies what is said of somebody, and that is all that it governs (نفت الوزارة صحة الأنباء)."""
    if candidate.id == _UNRECOGNISED:
        return "ب" in reading.words[candidate.last + 1].pro or any(one.first == candidate.last + 1 for one in row)
    verb = candidate.first if candidate.head is None else candidate.head[0]
    acts = candidate.pos == "v" or (candidate.form == "phrase" and reading.acts[verb])
    if not acts or candidate.id not in _DENYING or candidate.passive:
        return False
    if reading.words[verb - 1].func == "neg":
        return False
    if reading.words[verb].core in DENIES and candidate.form == "phrase":
        return True  # نفى الرئيس أن تكون بلاده طرفا
    return noun_behind(reading, row, candidate.last, _CHARGES | _LINKS) >= 0 or _what_was_said(reading, candidate.last)


def _what_was_said(reading: Reading, last: int) -> bool:
    """What others said is denied (نفى الوزير ما نسب إليه)."""
    forms = reading.forms
    for at in range(last + 1, min(last + 2 * _REACH, len(forms) - 2)):
        if forms[at] == "ما":
            verb = at + 2 if forms[at + 1] == "تم" else at + 1
            return reading.words[verb].core in _SAID
        if forms[at] in BREAKS or reading.acts[at]:
            return False
    return False


def _denial(reading: Reading, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
    """Whoever said what is denied; nobody else is a party to the denial."""
    at = noun_behind(reading, row, candidate.last, _CHARGES) if candidate.pos == "v" else -1
    teller = owner(reading, at, row) if at >= 0 else None
    closed = at >= 0 or candidate.id == _BEING or _own(reading, candidate, row)
    if candidate.pos == "n" and _called(reading, candidate, row, found):
        return
    if candidate.id in _GROUNDLESS:
        pause = pause_behind(reading, candidate.last)
        for phrase in row:
            if phrase.kind in NO_DOERS or candidate.last < phrase.first < pause:
                found[phrase] = APART
    for phrase in row:
        if (
            candidate.pos == "v"
            and candidate.id != _BEING
            and phrase.first == candidate.last + 1
            and not phrase.prep
            and phrase is not teller
        ):
            continue
        if phrase is teller or (teller is not None and phrase.coord is teller):
            found[phrase] = "target"
        elif closed and phrase.first > candidate.last and found.get(phrase) != "actor":
            found[phrase] = APART


def _called(reading: Reading, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> bool:
    """Somebody describes the words of another as untrue (وصف ظريف تصريحات بومبيو بأنها غير حقيقية)."""
    start = reading.sentences[candidate.sentence].first
    low = max(start, candidate.first - _DESCRIBED)
    verb = next((at for at in range(candidate.first - 1, low - 1, -1) if reading.words[at].core in _DESCRIBES), -1)
    if verb < 0 or any(reading.forms[at] in STOPS for at in range(verb, candidate.first)):
        return False
    who = next((one for one in row if one.first == verb + 1 and not one.prep and one.kind in SPEAKERS), None)
    at = next((at for at in range(candidate.first - 1, verb, -1) if reading.words[at].core in _CHARGES), -1)
    if who is None or at <= who.last:
        return False
    whose = owner(reading, at, row)
    for phrase in row:
        if phrase is who or phrase.coord is who:
            found[phrase] = "actor"
        else:
            found[phrase] = "target" if phrase is whose else APART
    return True


def _own(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Somebody denies a link or an aim of his own."""
    return candidate.pos == "v" and noun_behind(reading, row, candidate.last, _LINKS) >= 0


def _refuser(reading: Reading, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
    """Who refuses where a noun tells it: its adjective, whoever stands behind من."""
    words = reading.words
    at = candidate.last if words[candidate.last].core in REFUSING else -1
    if at < 0 and candidate.frame == "undergo":
        at = noun_behind(reading, row, candidate.last, REFUSING)
    if (
        at < 0
        and candidate.pos == "v"
        and candidate.last + 1 < len(words)
        and words[candidate.last + 1].core in REFUSING
    ):
        at = candidate.last + 1  # أحبط الفيتو الروسي القرار
    if at < 0 or words[at].enc:
        return
    if candidate.pos == "n" and candidate.form != "phrase" and candidate.light is not None:
        return
    doers = [one for one in row if one.kind == "adjective" and one.country and at < one.first <= at + 2]
    if not doers:
        for phrase in row:
            near = at < phrase.first <= at + _NEAR and (phrase.agent or phrase.prep == "من")
            if near and phrase.kind not in NO_DOERS and phrase.kind != "adjective":
                doers = [phrase, *[one for one in row if one.coord is phrase]]
                break
    if not doers:
        return
    for phrase in row:
        if phrase in doers:
            found[phrase] = "actor"
        elif found.get(phrase) == "actor" or phrase.first == doers[-1].last + 1:
            found[phrase] = APART
