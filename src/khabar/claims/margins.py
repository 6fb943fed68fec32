"""What kinds of words need above or below the probability that other claims need, or instead of it."""

from __future__ import annotations

from typing import Final

from khabar.claims.aftermath import suffers
from khabar.claims.candidates import Candidate
from khabar.claims.duties import DUTY
from khabar.claims.kinds import CENSURE, HARM, VERBAL_TYPES

WARY: Final = 0.1
"""What words of blame and refusal need more, which are often an opinion."""
REFUSED: Final = -0.01
"""What a verb of refusing needs more: to refuse is an act, and seldom an opinion."""
MISDEED: Final = -0.05
"""What a noun needs less that names a misdeed in somebody's words (جريمة حرب): it is blame by itself."""
_WISHES: Final = frozenset(("REQUEST", "REJECT"))
QUOTED: Final = 0.1
"""What these need more in the words of a speaker, who argues as much as he asks."""
OUGHT: Final = 0.2
"""What words of duty need more there (يجب أن)."""
ASKED: Final = -0.05
"""What a demand in the present needs less, there too (ندعو الجميع إلى ضبط النفس)."""
OWED: Final = -0.1
"""What a duty that names who has it needs less, in quotation marks too: it is addressed to somebody."""
_APART: Final = frozenset(("ASSAULT", "CONSULT", *VERBAL_TYPES))
WISHED: Final = 0.12
"""What the noun of a deed needs more right after a demand, a threat or a refusal: its content is no claim."""
READY: Final = -0.13
"""What protests need less, and attacks that a verb carries (شن غارات), or several: they are seldom a mere topic."""
TOPIC: Final = 0.06
"""What talks in the plural (مفاوضات) and accords (الاتفاق) need more: they are often the topic of something else."""
BESIDE: Final = -0.12
"""What agreeing, working together and yielding need less where a verb tells them outright of a party."""
VOICED: Final = -0.1
"""What a stance needs less that a verb of voicing carries (جدد رفضه، أعرب عن دعمه)."""
VOICES: Final = frozenset(("light.voice", "light.express", "light.show", "light.renew"))
_OFFERS: Final = "light.offer"
"""Light verb that carries condolences and thanks (قدم التعازي)."""
_FORMAL: Final = frozenset(
    ("reject.veto", "reject.use-veto", "accuse.summon", "accuse.call-in", "accuse.protest-note", "accuse.complain")
)
"""Entries of refusing by vote and of formal protest, which are acts and no opinion either."""
SENTENCED: Final = -0.14
"""What a verb of punishing or of cutting relations needs less: it is seldom said of anything else."""
_PLAIN: Final = frozenset(("accuse.hold-responsible", "accuse.bears"))
"""Entries of verbs of blame that are no opinion of the teller."""
_OUTRIGHT: Final = frozenset(
    (
        "support.describe-good",
        "request.stressing",
        "request.offer",
        "request.draft-resolution",
        "concede.yield.pleads-guilty",
    )
)
"""Entries of calling somebody something good, of stressing that something must be done (شدد على ضرورة), of laying a
demand before a body (قدمت مشروع قرار) and of pleading guilty."""
RENEWED: Final = -0.16
"""What a stance needs less that somebody renews (جدد مطالبته), which is a stance of his whatever else is told."""
_RENEWS: Final = "light.renew"
_CHARGING: Final = frozenset(("accuse.accusing", "accuse.indict"))
"""Entries of accusing, whose noun is an act where somebody renews it."""
_RESENTS: Final = frozenset(
    ("accuse.anger", "accuse.denunciation", "accuse.deplore", "accuse.condemn", "accuse.denounce")
)
"""Entries of anger and condemnation, which are blame where somebody voices them (أبدت استياءها)."""
TOLD: Final = -0.08
"""What a verb of attack in the perfect needs less."""
PROMISED: Final = 0.15
"""Probability that an attack needs where what somebody suffered by it would be claimed without it, and losses need that
are told as unconfirmed beside an attack told as a fact."""
RETURNED: Final = 0.1
"""Probability that fire needs which answers other fire."""
PHRASED: Final = 0.36
"""Probability with which a phrase of speech is preferred to a word within it."""
ACCORD: Final = 0.06
"""Probability that an accord needs which is named as concluded."""
FREE: Final = 0.25
"""Probability that new losses need where no attack is named with them."""
SURE: Final = 0.06
"""Probability that a deed needs which its clause tells as done."""
LONELY: Final = 0.33
"""Probability that a word needs without the company that its entry wants."""
OPENED: Final = 0.3
"""Probability that a duty needs which a quotation opens with."""
WARNED: Final = 0.15
"""Probability that a word of warning needs that is addressed to somebody."""
FEARED: Final = 0.4
"""What one needs more that is not."""
FORETOLD: Final = 0.12
"""What a deed to come needs more that another than the speaker will do."""
DREADED: Final = 0.55
"""What one needs more that only tells of a danger."""
SAID: Final = 0.12
"""Probability that a verdict needs which is all that somebody says of something (إن القرار خطأ فادح)."""
LEVELLED: Final = 0.06
"""Probability that blame needs which somebody levels at a party (قال إن طهران تعرقل الحل)."""
INSISTED: Final = 0.2
"""Probability that insisting needs where it tells what must be so."""
GRASPED: Final = 0.22
"""Probability that a deed needs whose victim is the suffix of its verb."""
CHARGED: Final = 0.03
"""Probability that a deed needs which somebody is accused of."""
DENIED: Final = 0.1
"""Probability that an event needs which somebody denies."""


def margin(candidate: Candidate, last: Candidate | None, *, quoted: bool, definite: bool) -> float:
    """What to add to the threshold for a candidate. ``last``: the claim before it in its sentence; ``quoted``: it
    stands within quotation marks; ``definite``: it has the article."""
    kind = candidate.type
    if candidate.id == DUTY:
        return OWED
    if kind in VERBAL_TYPES and _renewed(candidate):
        return RENEWED
    if kind in VERBAL_TYPES and kind != "ACCUSE" and (_voiced(candidate) or candidate.id in _OUTRIGHT):
        return VOICED
    if kind == "REQUEST" and candidate.form == "impf" and candidate.frame == "speech":
        return ASKED
    if kind in _WISHES and quoted:
        return OUGHT if candidate.frame == "charge" else QUOTED
    if kind == "ACCUSE" and ((candidate.id in _PLAIN and candidate.pos == "v") or _resented(candidate)):
        return VOICED if candidate.pos == "n" else 0.0
    if kind in CENSURE and candidate.id not in _FORMAL:
        return _censure(candidate)
    if candidate.pos == "n" and kind not in _APART and _wished(candidate, last):
        return WISHED
    if (kind == "CONSULT" and candidate.form == "plural") or _accord(candidate):
        return TOPIC
    if kind == "SANCTION" and candidate.pos == "v":
        return SENTENCED
    if kind == "PROTEST" and candidate.pos == "n":
        return 0.0 if definite and candidate.light is None else READY
    if kind != "ASSAULT" or suffers(candidate):
        return 0.0
    if candidate.pos == "n":
        return READY if candidate.light is not None or candidate.form == "plural" else 0.0
    return TOLD if candidate.form == "perf" else 0.0


def _censure(candidate: Candidate) -> float:
    """The same for words of blame and refusal."""
    if candidate.type == "REJECT" and candidate.pos == "v":
        return REFUSED
    return MISDEED if candidate.frame == "charge" and candidate.pos == "n" else WARY


def _wished(candidate: Candidate, last: Candidate | None) -> bool:
    """Words before it may only wish for it; a verb of blame tells what was done (دان المجلس اعتقال الصحفيين)."""
    if last is None or last.type not in VERBAL_TYPES:
        return False
    return not (candidate.type in HARM and last.type == "ACCUSE" and last.pos == "v")


def _voiced(candidate: Candidate) -> bool:
    light = candidate.light
    if light is None or light.first >= candidate.first:
        return False
    return light.sense.id in VOICES or (candidate.type == "SUPPORT" and light.sense.id == _OFFERS)


def _renewed(candidate: Candidate) -> bool:
    light = candidate.light
    if light is None or light.first >= candidate.first or light.sense.id != _RENEWS:
        return False
    return candidate.type != "ACCUSE" or candidate.id in _CHARGING


def _resented(candidate: Candidate) -> bool:
    return candidate.id in _RESENTS and candidate.pos == "n" and _voiced(candidate)


def _accord(candidate: Candidate) -> bool:
    return candidate.type == "AGREE" and candidate.pos == "n" and candidate.form != "phrase"
