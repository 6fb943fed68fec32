"""Deeds that stand behind a charge: بتهمة قتل, المتهم بتنفيذ الهجوم, تورطه في تفجير, مسؤول عن اغتيال."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS
from khabar.claims.kinds import AUTHORITIES, HARM
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.reading import Reading
from khabar.text.ordered import between

_CHARGES: Final = frozenset(
    "تهمة تهم تهمتي تهمتا اتهام اتهامات متهم متهما متهمة متهمين متهمون متهمان متهمي تورط متورط متورطا متورطة متورطين "
    "متورطون متورطان ضلوع ضالع ضالعا ضالعة ضالعين ضالعون ادانة مدان مدانا مدانة مدانين مدانون شبهة اشتباه مشتبه "
    "زعم بزعم".split()
)
"""Nouns and participles that lay what follows at somebody's door."""
_HELD: Final[tuple[str, ...]] = ("متهم", "متورط", "ضالع", "مدان", "مشتبه")
"""Beginnings of the words that say of whoever stands right before them that he did it."""
_TOWN: Final = "ضالع"
"""With the article a town of Yemen."""
RESPONSIBILITY: Final = frozenset(("مسؤولية", "مسوولية", "مسئولية"))
_ANSWERABLE: Final = frozenset("مسؤول مسوول مسؤولا مسوولا مسؤولة مسوولة مسؤولين مسوولين مسؤولون مسوولون".split())
"""Words that lay what follows عن at somebody's door."""
_LAYING: Final = _CHARGES | RESPONSIBILITY | _ANSWERABLE
_DEEDS: Final = frozenset(("ASSAULT", "COERCE", "AID", "MOBILIZE", "PROTEST"))
_COURTS: Final = frozenset("محكمة محاكم نيابة قضاء قاض قاضي قاضية قضاة ادعاء".split())
_TURNS: Final = frozenset("بعد عقب اثر خلال اثناء قبل منذ مع رغم على ضد حول".split())
"""Prepositions that lead from a charge to something else than the deed."""
_REACH: Final = 8
"""Tokens before a deed within which its charge stands."""
_CONDEMNS: Final = frozenset(
    "دان دانت دانوا ادان ادانت ادانوا يدين تدين يدينون ندين ندد نددت نددوا يندد تندد استنكر استنكرت استنكروا يستنكر "
    "تستنكر شجب شجبت يشجب تشجب استهجن استهجنت".split()
)
_DOING: Final = frozenset(("قيام", "اقدام"))
_STRONGLY: Final = frozenset("بشدة بقوة ب بعنف".split())
_JUDGED: Final = 12
"""Tokens before a deed within which somebody condemns it."""
_FAR: Final = 30
"""Tokens before a charge within which its court stands."""


class Accused:
    """Reads the charge that a deed stands behind, and who brings it."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]]) -> None:
        self.r = reading
        self.phrases = phrases
        self._laying = reading.tokens.cores(_LAYING)

    def charge(self, candidate: Candidate) -> int | None:
        """Token of the charge, if the deed is told as one: nothing between opens a clause of its own."""
        new = candidate.pos == "v" and self.r.words[candidate.first].pro[:1] in {"و", "ف"}
        if candidate.type not in _DEEDS or new:
            return None
        forms, words = self.r.forms, self.r.words
        opens = max(self.r.sentences[candidate.sentence].first, candidate.first - _REACH)
        if not between(self._laying, opens, candidate.first):
            return None
        found = None
        for at in range(candidate.first - 1, opens - 1, -1):
            form, core = forms[at], words[at].core
            if form in STOPS or form in PAUSE or form in _TURNS or self.r.acts[at]:
                break
            if core in _CHARGES and not (core == _TOWN and words[at].det):
                return at
            if core in RESPONSIBILITY or (core in _ANSWERABLE and forms[at + 1] == "عن"):
                found = at
        return found

    def condemner(self, candidate: Candidate) -> Phrase | None:
        """Whoever condemns, right before it, the deed that a noun tells of (دانت الوزارة، الجمعة، قصف الجيش)."""
        if candidate.pos != "n" or candidate.type not in HARM:
            return None
        row = self.phrases[candidate.sentence]
        opens = max(self.r.sentences[candidate.sentence].first, candidate.first - _JUDGED)
        for at in range(candidate.first - 1, opens - 1, -1):
            if self.r.acts[at]:
                if self.r.words[at].core not in _CONDEMNS:
                    return None
                subject = next((one for one in row if at in (one.first - 1, one.last + 1) and not one.prep), None)
                if subject is None or subject.last >= candidate.first:
                    return None
                opens = max(at, subject.last) + 1
                if self.r.words[opens].core in _DOING and "ب" in self.r.words[candidate.first].pro:
                    return subject  # استنكرت النقابة قيام مسلحين باختطاف
                return subject if all(self._aside(here) for here in range(opens, candidate.first)) else None
        return None

    def _aside(self, at: int) -> bool:
        """When or how strongly somebody condemns."""
        return at in self.r.time_tokens or self.r.forms[at] in PAUSE or self.r.forms[at] in _STRONGLY

    def accuser(self, charge: int) -> Phrase | None:
        """The court or authority of the clause that tells of the charge (قضت المحكمة بسجنه بتهمة القتل)."""
        found = None
        for phrase in self.phrases[self.r.sentence_at[charge]]:
            if phrase.last >= charge:
                break
            accused = phrase.last == charge - 1 and self.r.words[charge].core.startswith(_HELD)
            if phrase.prep or accused or charge - phrase.last > _FAR:
                continue
            if phrase.kind in AUTHORITIES or self.r.words[phrase.head].core in _COURTS:
                found = phrase
        if found is None or any(self.r.forms[at] in PAUSE for at in range(found.last + 1, charge)):
            return None
        return found
