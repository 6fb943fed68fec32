"""Deeds of yielding, punishing and meeting that a finite verb and its company leave no doubt of (شطبت واشنطن الحزب من
قائمة الإرهاب، أدين الضابط بقتل سجين، السيسي يستقبل حفتر)."""

from __future__ import annotations

from typing import Final

from khabar.claims.advances import TOWARD, heading
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, STOPS
from khabar.claims.compelled import COMPELS, EVACUATED, compelled, evacuated
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_DELISTS: Final = "retreat.lift.delist"
_STRIKES: Final = frozenset("شطبت شطبوا ازالت رفعت حذفت".split())
"""Verbs of striking a name off a list, in the perfect."""
_LEAVES: Final = frozenset(("sanction.treaty.leave", "sanction.sever.withdraw"))
FINDS: Final = frozenset(("sanction.convict", "sanction.court.convicted", "sanction.court.guilty"))
_QUITS: Final = frozenset(("retreat.resign", "retreat.quit-office"))
_FREES: Final = frozenset(("retreat.free", "retreat.set-free"))
DRIVES: Final = frozenset(("sanction.expel.forces", "sanction.forces.expel"))
_HANDED: Final = "retreat.prisoner-swap"
_CAPTIVES: Final = frozenset(
    "سجين سجينا سجناء سجينة سجينات اسير اسيرا اسرى اسري اسيرات رهينة رهائن محتجز محتجزا محتجزة محتجزين محتجزات معتقل "
    "معتقلا معتقلين معتقلات مختطف مختطفا مختطفين مختطفات مخطوفين دبلوماسيين بحارة جثث جثامين رفات".split()
)
"""Who is handed over by those who held him, or his body."""
_GOES: Final = frozenset(("retreat.leave", "retreat.withdraw", "retreat.calm.leave-by-bus"))
_MEETS: Final = frozenset(("consult.meet", "consult.receive", "consult.phone", "consult.visit"))
_PROTESTS: Final = frozenset(
    (
        "protest.demonstrate",
        "protest.demonstrate.met",
        "protest.march",
        "protest.sit-in",
        "protest.sit-in.met",
        "protest.stand",
        "protest.protest",
        "protest.street.stand",
    )
)
_FIRES: Final = "protest.riot.fire"
_HALTS: Final = frozenset(("retreat.calm.deescalate", "retreat.halt"))
_STOPS_OWN: Final = frozenset("علق علقت علقوا اوقف اوقفت اوقفوا جمد جمدت انهى انهت".split())
_OWN: Final = frozenset(
    f"{word}{suffix}" for word in ("عمليات", "هجمات", "غارات", "ضربات", "حملت") for suffix in ("ها", "ه", "هم")
)
"""Verbs of stopping, and attacks that are one's own."""
_DISSOLVES: Final = "retreat.calm.hand-power"
_GROUPS: Final = frozenset("حزب حركة جماعة تنظيم فصيل جبهة مجلس ميليشيا مليشيا".split())
_ITSELF: Final = frozenset(("نفسه", "نفسها"))
_DISRUPTS: Final = "protest.street.disrupt"
_LEFT: Final = "sanction.wide.sever"
OUTRIGHT: Final = (
    _PROTESTS
    | _HALTS
    | {_FIRES, _DISSOLVES, _DELISTS, _DISRUPTS, TOWARD, EVACUATED, _HANDED}
    | COMPELS
    | FINDS
    | _LEAVES
    | _QUITS
    | _FREES
    | DRIVES
    | _GOES
    | _MEETS
)
"""Entries that one of these rules may settle."""
_BODIES: Final = frozenset(
    "رابطة منظمة مجموعة مجلس اتحاد حلف جامعة محكمة معاهدة معاهدات اتفاق اتفاقية اتفاقيات بروتوكول ميثاق هيئة وكالة "
    "تكتل منتدى منتدي مبادرة صندوق يونسكو اونسكو اوبك ايكواس ايغاد ناتو نافتا بريكس سيداو مواثيق".split()
)
"""What a state leaves with من: bodies and treaties."""
_PACTS: Final = frozenset("معاهدة معاهدات اتفاق اتفاقية اتفاقيات بروتوكول ميثاق يونسكو نووي نووية مناخ".split())
_ARMED: Final = frozenset(
    "قوات جيش جنود مسلح مسلحون مسلحين مسلحو مسلحي مقاتل مقاتلا مقاتلون مقاتلين مقاتلو مقاتلي عناصر عنصر عنصرا ميليشيا "
    "ميليشيات مليشيا مليشيات متمرد متمردون متمردين فصائل فصيل داعش حوثي حوثيون حوثيين ارهابيين ارهابيون متشددين "
    "متشددون تنظيم طالبان نصرة مرتزقة احتلال لواء كتيبة فيلق وحدات جهاديين جهاديون انقلابيين انقلابيون".split()
)
"""Heads of those who bear arms."""
_GUILTY: Final = frozenset("ادين ادينت ادينوا ادينا ادينتا".split())
"""Passives of finding guilty, spelt as "I condemn" is."""
_BLAMED: Final = frozenset("شدة اشد قوة اقوى اقوي اقسى اقسي حزم عبارات صوت".split())
"""What stands behind ب where somebody condemns in words."""
_BREAKS_UP: Final = frozenset(
    "فرق فرقت فرقوا يفرق تفرق فض فضت فضوا قمع قمعت قمعوا يقمع تقمع تفريق تفريقها قمعها تصدى تصدي تصدت".split()
)
"""Verbs and nouns of breaking up a protest, which is told with it."""
_AT_HAND: Final = frozenset("اطار اطارات حاوية حاويات قمامة نفايات".split())
"""What protesters set alight in the street."""
_NOT: Final = frozenset("لم لن لا ولم ولن ولا الا".split())
_NEAR: Final = 5
"""Tokens from the word of breaking up to the protest."""
_REACH: Final = 9
"""Tokens from a verb to what it takes with its preposition."""


def outright(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Whether the clause of a candidate tells its event outright. ``row``: the phrases of the sentence that name
    somebody or a place."""
    kind = candidate.id
    if kind not in OUTRIGHT:
        return False
    verb = candidate.first if candidate.head is None else candidate.head[0]
    if kind in COMPELS:
        return compelled(reading, candidate, row)
    if kind == _HANDED:
        return candidate.pos == "v" and _told(reading, verb) and _captives(reading, candidate)
    if kind == EVACUATED:
        return evacuated(reading, candidate)
    if kind == TOWARD:
        return reading.forms[verb - 1] not in _NOT and heading(reading, candidate)
    if kind == _DELISTS:
        struck = candidate.pos == "v" or reading.words[verb].core in _STRIKES
        return struck and reading.forms[verb - 1] not in _NOT
    if kind in _HALTS or kind == _DISSOLVES:
        return _stopped(reading, verb, dissolved=kind == _DISSOLVES)
    if kind in _QUITS and candidate.head is not None:  # قدم ... استقالته
        return _told(reading, verb)
    if candidate.pos == "n":
        return kind in _PROTESTS and _broken_up(reading, candidate)
    if kind in _PROTESTS or kind in {_DISRUPTS, _FIRES}:
        return _dissent(reading, candidate, verb)
    if kind in FINDS:
        return _found_guilty(reading, verb)
    if kind in _MEETS:
        return _met(reading, candidate, row)
    return _told(reading, verb) and _yielded(reading, candidate, verb)


def _dissent(reading: Reading, candidate: Candidate, verb: int) -> bool:
    """Workers stop working, or a crowd burns what is at hand in the street."""
    if candidate.id == _DISRUPTS:
        return reading.forms[verb - 1] not in _NOT
    end = min(candidate.last + _REACH, len(reading.words))
    return candidate.id == _FIRES and any(reading.words[at].core in _AT_HAND for at in range(candidate.last + 1, end))


def _yielded(reading: Reading, candidate: Candidate, verb: int) -> bool:
    """The verb's company: a body or treaty that is left, those who bear arms; freeing and resigning need none."""
    if candidate.id in _LEAVES:
        return _left(reading, verb)
    if candidate.alone:
        return False
    if candidate.id in DRIVES or candidate.id in _GOES:
        return _with_arms(reading, candidate, verb)
    return True


def _told(reading: Reading, verb: int) -> bool:
    """A verb in the perfect that nothing denies."""
    if not reading.acts[verb] or reading.forms[verb - 1] in _NOT:
        return False
    return any(sense.tag.startswith(("perf", "pass")) for sense in reading.words[verb].senses)


def _captives(reading: Reading, candidate: Candidate) -> bool:
    """Captives are handed over or received (سلمت القوات خمسة دبلوماسيين إلى الحكومة)."""
    for at in range(candidate.last + 1, min(candidate.last + _REACH, len(reading.forms))):
        if reading.forms[at] in STOPS or reading.acts[at] or reading.forms[at] in RELATIVE:
            return False
        if reading.words[at].core in _CAPTIVES:
            return not reading.words[at].pro
    return False


def _left(reading: Reading, verb: int) -> bool:
    """Somebody without arms leaves a body or a treaty (انسحبت مالي من المجموعة الاقتصادية)."""
    words, forms = reading.words, reading.forms
    for at in range(verb + 1, min(verb + _REACH, len(forms) - 1)):
        if forms[at] in STOPS or words[at].core in _ARMED:
            return False
        if forms[at] == "من":
            return words[at + 1].core in _BODIES
    return False


def _with_arms(reading: Reading, candidate: Candidate, verb: int) -> bool:
    """Those who bear arms leave a place or are driven out of it (خرج نحو ألف مسلح من البلدة، طرد الجيش المسلحين من)."""
    words, forms = reading.words, reading.forms
    armed = False
    for at in range(verb + 1, min(max(verb, candidate.last) + _REACH, len(forms) - 1)):
        if forms[at] in STOPS or reading.acts[at] or forms[at] in RELATIVE:
            return False
        if forms[at] == "من" and armed:
            return "place" in reading.lex[at + 1] or bool(words[at + 1].det)
        armed = armed or words[at].core in _ARMED
    return False


def _found_guilty(reading: Reading, verb: int) -> bool:
    """Somebody was found guilty of something (أدين الضابط السابق بقتل متظاهرين), not condemned in words."""
    words, forms = reading.words, reading.forms
    if words[verb].core not in _GUILTY or forms[verb - 1] in _NOT:
        return False
    for at in range(verb + 1, min(verb + _REACH, len(forms))):
        if forms[at] in STOPS or reading.acts[at]:
            return False
        if "ب" in words[at].pro:
            return words[at].core not in _BLAMED
    return False


def _met(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Somebody known by name or office, behind the verb or before it, meets or calls another one, or visits a place."""
    if candidate.passive or reading.forms[candidate.first - 1] in _NOT:
        return False
    before = next((one for one in row if one.last == candidate.first - 1), None)
    near = [one for one in row if 0 < one.first - candidate.last <= _REACH and one.coord is None]
    if before is not None and _known(before) and not before.prep:
        who, rest = before, near
    elif near and near[0].first == candidate.last + 1 and _known(near[0]) and not near[0].prep:
        who, rest = near[0], near[1:]
    else:
        return False
    other = next((one for one in rest if one.prep in {"", "ب", "مع"}), None)
    if other is None or other.first > max(candidate.last, who.last) + 1 + bool(other.prep == "مع"):
        return False
    if candidate.mode == "visit":
        return not other.prep and (other.kind in {"place", "state"} or other.place is not None)
    return _known(other)


def _known(phrase: Phrase) -> bool:
    """Somebody in office: a person by name or title, a state, its government or a body."""
    return phrase.kind == "person" and (phrase.entry is not None or phrase.role != "")


def _broken_up(reading: Reading, candidate: Candidate) -> bool:
    """A protest that was not told of before is broken up (فرقت الشرطة مظاهرة مناهضة للحكومة)."""
    words, first = reading.words, candidate.first
    if words[first].det or words[first].enc or (words[first].pro and words[first].pro != "ل"):
        return False
    for at in range(first - 1, max(reading.sentences[candidate.sentence].first - 1, first - _NEAR), -1):
        if words[at].core in _BREAKS_UP:
            return reading.forms[at - 1] not in _NOT
        if reading.acts[at] or reading.forms[at] in STOPS or reading.forms[at] in RELATIVE:
            return False
    return False


def left_behind(reading: Reading, group: list[Candidate], best: Candidate) -> Candidate:
    """Forces and not a treaty are withdrawn (الانسحاب الأميركي من العراق) where the article names no treaty or body."""
    if best.id != _LEFT or reading.tokens.cores(_PACTS):
        return best
    return next((one for one in group if one.type == "RETREAT" and one.mode == "withdraw"), best)


def _stopped(reading: Reading, verb: int, *, dissolved: bool) -> bool:
    """Somebody stops his own attacks (علقت الجماعة هجماتها على السفن), or a group dissolves itself (حل الحزب نفسه)."""
    if reading.forms[verb - 1] in _NOT:
        return False
    core = reading.words[verb].core
    if dissolved:
        if core not in {"حل", "حلت"} or reading.core(verb + 1) not in _GROUPS:
            return False
    elif core not in _STOPS_OWN:
        return False
    wanted = _ITSELF if dissolved else _OWN
    end = min(verb + _REACH, len(reading.forms))
    for at in range(verb + 1, end):
        if reading.forms[at] in STOPS:
            return False
        if reading.forms[at] in wanted:
            return True
    return False
