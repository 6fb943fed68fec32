"""Words that stand or fall with whoever says them: blame, demands and threats are no claim where nobody says them, and
an event on which nobody has spoken yet is only named."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS
from khabar.claims.frames import Attribution
from khabar.claims.kinds import SAID_TO, VERBAL_TYPES
from khabar.claims.supposals import MAY
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.reading import Reading

_COMMENT: Final = frozenset("تعليق تعليقا تعقيب تعقيبا يعلق تعلق يعلقوا يعقب تعقب".split())
_DECLINES: Final = frozenset(
    "رفض رفضت رفضوا يرفض ترفض رافضا رافضة امتنع امتنعت امتنعوا يمتنع تمتنع اعتذر اعتذرت تجنب تجنبت".split()
)
"""Verbs of not doing so."""
_COMMENTS: Final = frozenset(("علق", "علقت", "يعلق", "تعلق"))
_ABOUT: Final = frozenset(("على", "حول", "بشان"))
_COMMENTED: Final = 10
"""Tokens between a comment and what it would be on."""
_NOT_SAID: Final = 6
"""Tokens between a comment and the word before it that denies it."""
_STRONGLY: Final = frozenset(("شدة", "اشد", "قوة"))
"""How strongly somebody condemns, behind ب."""
_BACKS: Final[tuple[str, ...]] = ("تدعم", "يدعم", "تساند", "يساند")
"""Beginnings of verbs of backing in the present."""


class Unsaid:
    """Tells what nobody says."""

    def __init__(self, reading: Reading, attribution: Attribution, phrases: list[list[Phrase]]) -> None:
        self.r = reading
        self._rows = phrases
        self._chain_at = attribution.chain_at

    def uncommented(self, candidate: Candidate) -> bool:
        """Only what nobody has spoken of yet (لم يصدر أي تعليق من الجيش على الغارة), and a verb of
        comment (علقت إيران على الهجوم), which suspends nothing."""
        at, forms, words = candidate.first - 1, self.r.forms, self.r.words
        if words[candidate.first].core == "تعليق" and forms[candidate.last + 1 : candidate.last + 2] == ["على"]:
            return candidate.first == candidate.last  # عدم التعليق على مثل هذه الهجمات
        if candidate.pos == "v" and words[candidate.first].core in _COMMENTS:
            row = self._rows[candidate.sentence]
            subject = next((one for one in row if one.first == candidate.last + 1 and not one.prep), None)
            behind = candidate.last + 1 if subject is None else subject.last + 1
            return forms[behind : behind + 1] == ["على"]
        if candidate.pos != "n" or at < 0:
            return False
        if candidate.type not in VERBAL_TYPES and self._no_comment(candidate.first):
            return True
        if forms[at] not in _ABOUT:
            return False
        start = max(self.r.sentences[candidate.sentence].first, at - _COMMENTED)
        said = next((here for here in range(at - 1, start, -1) if words[here].core in _COMMENT), None)
        if said is None:
            return False
        return any(
            words[here].core in {"لم", "لا"} or forms[here] in {"دون", "بدون"}
            for here in range(max(start, said - _NOT_SAID), said)
        )

    def _no_comment(self, first: int) -> bool:
        """Somebody would not comment on what is said of it (رفض التعليق على أنباء عن استقالته)."""
        forms, words = self.r.forms, self.r.words
        start = max(self.r.sentences[self.r.sentence_at[first]].first, first - _COMMENTED)
        said = next((at for at in range(first - 1, start, -1) if words[at].core in _COMMENT), None)
        if said is None or forms[said + 1] not in _ABOUT:
            return False
        if any(forms[at] in STOPS or forms[at] in PAUSE for at in range(said, first)):
            return False
        return any(words[at].core in _DECLINES for at in range(max(start - 1, said - _NOT_SAID, 0), said))

    def _may(self, best: Candidate) -> bool:
        """Nobody is charged with what may come (قد يحول البلاد إلى ساحة حرب)."""
        ahead = self.r.words[best.first].core.startswith(("ي", "ت"))
        return ahead and best.type == "ACCUSE" and self.r.forms[best.first - 1] in MAY

    def lacks_speaker(self, best: Candidate) -> bool:
        """What would be blame in somebody's words (استغل المسلحون الهدنة) or a demand (على الطرفين أن يتفقا) is
        none where nobody says it, nor is a standing tie that would be a pledge (تدعم طهران الجماعة)."""
        standing = best.type == "SUPPORT" and best.pos == "v" and self.r.words[best.first].core.startswith(_BACKS)
        charged = best.type in SAID_TO and best.frame == "charge"
        if best.type == "THREATEN" and self._analysed(best):
            return True
        if charged and self._may(best):
            return True
        return (charged or standing or self._convicted(best)) and not self._chain_at(best.last)[0]

    def _analysed(self, best: Candidate) -> bool:
        """Somebody who only comments on it holds it out (قال المحلل إن الهجوم سيشعل المنطقة)."""
        chain = self._chain_at(best.first)[0]
        return bool(chain) and chain[-1].role == "expert"

    def _convicted(self, best: Candidate) -> bool:
        """Found guilty of something, told of those just named (37 شخصا دانتهم بالإرهاب): no blame in words."""
        if best.id != "accuse.condemn" or best.pos != "v" or not self.r.words[best.first].enc:
            return False
        behind = self.r.words[best.last + 1 : best.last + 2]
        return bool(behind) and behind[0].pro == "ب" and behind[0].core not in _STRONGLY
