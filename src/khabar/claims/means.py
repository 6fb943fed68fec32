"""Means of an attack that the grammar settles: who or what did it stands by the trigger itself."""

from __future__ import annotations

from typing import Final

from khabar.claims.aftermath import suffers
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import OF_CAUSE, STOPS
from khabar.claims.instruments import demolished, done_with, unmanned
from khabar.mentions.reading import Reading
from khabar.text.ordered import between

_SUICIDE: Final = frozenset("انتحاري انتحارية انتحاريا انتحاريين انتحاريان انتحاريون انتحاريتين انتحاريتان".split())
_BLAST: Final = frozenset((None, "bombing", "destruction"))
_STRIKES: Final = frozenset((None, "airstrike", "missile"))
"""Modes of a trigger's own that a suicide attacker, and a drone, make more of."""
_REACH: Final = 14
"""Tokens on either side of a trigger in which its clause is looked at."""
_MACHINES: Final = frozenset(
    f"weapon.{name}" for name in "warplane aircraft helicopter air-power named-aircraft artillery-weapon tank".split()
)
"""Weapons that act by themselves in the news (دبابات الجيش استهدفت)."""
_DONE: Final = frozenset("نفذه نفذها نفذته نفذتها شنه شنها شنته شنتها اطلقه اطلقها اطلقته اطلقتها".split())
"""Verbs that take an attack up again, beside whoever or whatever did it."""
_BY: Final = frozenset("من عبر باستخدام بواسطة".split()) | _DONE
"""Words before the machine that did it."""
_FIRED: Final = {
    "airstrike": frozenset(("missile", "shelling", "shooting", "destruction")),
    "shelling": frozenset(("shooting", "missile")),
}
"""Modes of a trigger's own that aircraft and guns make their own mode of (طائرات أطلقت صواريخ)."""
_ENDS: Final = "assault.kill-off"
_WAR: Final = "assault.war.noun"
_CONFLICTS: Final = frozenset("نزاع صراع نزاعات صراعات نزاعا صراعا".split())
_PLAIN: Final = frozenset(("assault.attack", "assault.strike", "assault.assail", "assault.terror"))
"""Triggers that say no more than that there was an attack."""
_AFTER: Final = frozenset("ردا على بعد عقب اثر قبل غداة بسبب منذ".split())
"""Words between a machine and an attack that it did not make (قصفت الطائرات المدينة ردا على إطلاق صواريخ)."""
_WHEN: Final = frozenset("بعدما عندما حينما حين".split())
_HELP: Final = frozenset("دعم اسناد غطاء مساندة مساعدة".split())
"""What is done beside an attack, not in it (بدعم من طائرات)."""


_UNTOLD: Final = frozenset((None, "other"))
_ADJECTIVES: Final = {
    "جوي": "airstrike", "جوية": "airstrike", "جويا": "airstrike", "صاروخي": "missile", "صاروخية": "missile",
    "مدفعي": "shelling", "مدفعية": "shelling", "انتحاري": "suicide-bombing", "انتحارية": "suicide-bombing",
}  # fmt: skip
_EXCHANGES: Final = frozenset("تبادل تبادلا تبادلت تبادلوا تبادلتا يتبادل تتبادل يتبادلون يتبادلان تتبادلان".split())
_EXCHANGED: Final = frozenset((None, "other", "shooting", "shelling", "missile", "clash"))
"""Modes of a trigger's own of which two sides make a fight."""
_COUNTED: Final = frozenset("عدد حصيلة خسائر".split())
_PERIODS: Final = frozenset("شهر شهور اشهر عام سنة اعوام سنوات اسبوع اسابيع".split())
_MANY: Final = 12
"""Words of a standing count of those who suffered, and of the span that it covers."""
_SHOTS: Final = frozenset("رصاص رصاصة رصاصات نيران".split())
_HURT: Final = frozenset("اصيب اصيبت اصيبوا جرح جرحت جرحوا قتل قتلت قتلوا".split())
_BULLETS: Final = 20
"""Tokens behind those who suffered within which the bullets are named."""
_OPENERS: Final = frozenset("قد كما فيما بينما ان حيث".split())
_FLIER: Final = "مسيرة"
"""A march or a drone: behind a verb of attacking it is the one that attacked."""
_STRUCK: Final = frozenset(("assault.strike", "assault.strike.verb"))
"""Entries of strikes that name no means."""


class Means:
    """Means told in the clause of an attack."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        weapons = reading.marks.of("weapon")
        attacks = [
            found
            for found in reading.marks.of("trigger")
            if found.sense.type == "ASSAULT" and found.sense.frame != "undergo"
        ]
        drones = unmanned(reading)
        for found in weapons:
            if found.sense.mode == "drone":
                drones[found.first] = max(found.last, drones.get(found.first, 0))
        self._arms = {
            found.first: found
            for found in weapons
            if found.sense.mode and (found.first not in drones or found.sense.mode == "drone")
        }
        self._drones = sorted(drones.items())
        self._weapons = {found.first for found in weapons if found.sense.mode}
        self._machines = {
            found.first: found.sense.mode
            for found in weapons
            if found.sense.id in _MACHINES and found.first not in drones
        }
        self._attacks = {found.first: found.sense.mode for found in attacks}
        self._stops = [False] * len(reading.forms)
        for at in (*reading.tokens.among(STOPS), *self._attacks):
            self._stops[at] = True
        self._armed = sorted({at for at, mode in self._attacks.items() if mode} | self._weapons)
        """Tokens that name a means."""
        self._noun_modes: dict[int, str | None] = {}
        for found in attacks:
            if not found.sense.verbal and (found.sense.mode or found.first not in self._noun_modes):
                self._noun_modes[found.first] = found.sense.mode

    def told(self, candidate: Candidate) -> tuple[str, str] | None:
        """The mode that the clause settles and by which rule."""
        if candidate.type != "ASSAULT":
            return None
        return self._marked(candidate) or self._worded(candidate)

    def _marked(self, candidate: Candidate) -> tuple[str, str] | None:
        """The same by who fought, blew himself up or flew it, or by what did the damage."""
        own = candidate.mode
        if candidate.pos == "n" and own in _EXCHANGED and self._exchanged(candidate):
            return "clash", "fire exchanged by two sides"
        if own in _BLAST and self._by_suicide(candidate):
            return "suicide-bombing", "a suicide attacker"
        if own == "bombing" and demolished(self.r, candidate):
            return "destruction", "what was blown up"
        if (own in _STRIKES or candidate.id == _ENDS) and self._by_drone(candidate):
            return "drone", "an unmanned aircraft"
        mode = done_with(self.r, candidate, self._arms, self._noun_modes)
        return (mode, "what it was done with") if mode else None

    def _worded(self, candidate: Candidate) -> tuple[str, str] | None:
        """The same by the words beside it."""
        own = candidate.mode
        if candidate.id == _WAR and self.r.core(candidate.first) in _CONFLICTS:
            return "clash", "a conflict of several sides"
        if own is None and candidate.pos == "v" and not suffers(candidate):
            mode = self._noun_modes.get(candidate.last + 1) or self._noun_modes.get(candidate.first - 1)
            behind = candidate.last + 2
            if mode is None and candidate.last + 1 in self._noun_modes and behind < len(self.r.words):
                mode = _ADJECTIVES.get(self.r.words[behind].core)  # استهدف هجوم انتحاري
            if mode is not None:
                return mode, "the attack that the verb tells of"
        if own is None and suffers(candidate) and self._by_bullets(candidate):
            return "shooting", "the bullets that they were hit by"
        if not suffers(candidate):
            mode = self._by_machine(candidate) or self._machine_behind(candidate) or self._machine_light(candidate)
            if mode is not None and (own is None or own in _FIRED.get(mode, ())):
                return mode, "the machine that did it"
            if own in _UNTOLD and (mode := self._described(candidate)) is not None:
                return mode, "the adjective that tells it"
        if own is None and candidate.id in _PLAIN and self._new(candidate):
            return "other", "an attack told first, without its means"
        if own is None and (suffers(candidate) or candidate.frame == "happen") and self._toll(candidate):
            return "other", "a toll of many attacks"
        return None

    def _exchanged(self, candidate: Candidate) -> bool:
        """Two sides fire at one another (تبادلت القوات والمسلحون القصف): the verb is the last one before."""
        opens = max(self.r.sentences[candidate.sentence].first, candidate.first - _REACH)
        at = next((at for at in range(candidate.first - 1, opens - 1, -1) if self.r.acts[at]), None)
        return at is not None and self.r.words[at].core in _EXCHANGES

    def _described(self, candidate: Candidate) -> str | None:
        """A strike whose own adjective tells its means (حملتها الجوية), or that came from a machine named right behind
        it (قصف من طيران الاحتلال)."""
        words, behind = self.r.words, candidate.last + 1
        told = words[candidate.last].core if candidate.last > candidate.first else ""
        if told in _ADJECTIVES or behind + 1 >= len(words):
            return _ADJECTIVES.get(told)
        word = words[behind]
        if word.core in _ADJECTIVES and not word.pro:
            return _ADJECTIVES[word.core]
        if "ب" in word.pro:
            return self._machines.get(behind)
        return self._machines.get(behind + 1) if word.form in {"من", "بواسطة", "باستخدام"} else None

    def _new(self, candidate: Candidate) -> bool:
        """An attack named without an article, in a sentence that tells no means."""
        word, sentence = self.r.words[candidate.first], self.r.sentences[candidate.sentence]
        if candidate.pos != "n" or word.det or word.enc:
            return False
        return not between(self._armed, sentence.first, sentence.last)

    def _by_machine(self, candidate: Candidate) -> str | None:
        """Mode of the machine right before the verb (دبابات الجيش استهدفت)."""
        verb = candidate.light.first if candidate.pos == "n" and candidate.light is not None else candidate.first
        found = None
        if not self._machines:
            return None
        for at in range(verb - 1, max(self._clause(candidate)[0], verb - 5) - 1, -1):
            if self.r.acts[at] or self.r.forms[at] in _WHEN:
                break
            if verb == candidate.first and candidate.pos == "n" and self.r.forms[at] in _AFTER:
                break
            mode = self._machines.get(at)
            if mode is not None:
                helps = at > 1 and self.r.words[at - 2].core in _HELP
                found = mode if self.r.prep(at) in {"", "من"} and not helps else None
        return found

    def _machine_behind(self, candidate: Candidate) -> str | None:
        """Mode of the aircraft right behind a verb that opens its clause (ودمرت مقاتلات التحالف مخزنا)."""
        if candidate.pos != "v" or candidate.mode != "destruction":
            return None
        first, behind = candidate.first, candidate.last + 1
        opens = self.r.words[first].pro[:1] in {"و", "ف"} or first == self.r.sentences[candidate.sentence].first
        if not (opens or self.r.forms[first - 1] in _OPENERS) or self.r.prep(behind):
            return None
        return "airstrike" if self._machines.get(behind) == "airstrike" else None

    def _machine_light(self, candidate: Candidate) -> str | None:
        """Mode of the machine right behind the light verb (كثفت المدفعية قصفها)."""
        light = candidate.light
        if candidate.pos != "n" or candidate.mode is not None or light is None or light.last >= candidate.first:
            return None
        if light.entry.voice != "act":
            return None
        behind = light.last + 1
        return None if self.r.prep(behind) else self._machines.get(behind)

    def _by_bullets(self, candidate: Candidate) -> bool:
        """Those who suffered were hit by bullets or fire that no machine is named for (قتل أربعة، بينهم طفل، برصاص
        الجيش)."""
        end = min(self.r.sentences[candidate.sentence].last, candidate.last + _BULLETS)
        for at in range(candidate.last + 1, end):
            word = self.r.words[at]
            if self.r.forms[at] in STOPS or (self.r.acts[at] and word.core not in _HURT):
                return False
            if "ب" in word.pro and word.core in _SHOTS:
                return at + 1 not in self._machines and at not in self._attacks and at + 1 not in self._weapons
            if at in self._attacks:
                return False
        return False

    def _toll(self, candidate: Candidate) -> bool:
        """It counts what happened since a day, no means told (ارتفع عدد القتلى منذ مطلع العام إلى مئة)."""
        start, stop = self._clause(candidate)
        if between(self._armed, start, min(stop + 1, len(self.r.forms))):
            return False
        if self._over_a_period(candidate, start):
            return True
        since = next((at for at in range(start, stop) if self.r.forms[at] in {"منذ", "ومنذ"}), None)
        return since is not None and self.r.forms[since + 1 : since + 2] not in (["ذلك"], ["فجر"], ["صباح"])

    def _over_a_period(self, candidate: Candidate, start: int) -> bool:
        """A count of those who suffered in a month or a year (عدد قتلى القوات خلال شهر أغسطس)."""
        words = self.r.words
        counted = any(words[at].core in _COUNTED for at in range(max(start, candidate.first - 4), candidate.last + 1))
        return counted and any(
            self._spans(at) for at in range(candidate.last + 1, min(candidate.last + _MANY, len(words) - 1))
        )

    def _spans(self, at: int) -> bool:
        """A period of weeks, months or years begins at the token (خلال هذا الشهر, من بدء العام)."""
        forms = self.r.forms
        if forms[at] not in {"خلال", "في"}:
            return forms[at : at + 2] == ["من", "بدء"]
        behind = at + 2 if forms[at + 1] in {"هذا", "هذه"} else at + 1
        return behind < len(forms) and self.r.words[behind].core in _PERIODS

    def _clause(self, candidate: Candidate) -> tuple[int, int]:
        """Tokens around the trigger, up to the next attack: the first, and the one behind the last."""
        sentence = self.r.sentences[candidate.sentence]
        low, high = candidate.first, candidate.last
        least, most = max(sentence.first, low - _REACH), min(sentence.last - 1, high + _REACH)
        while low > least and not self._stops[low - 1]:
            low -= 1
        while high < most and not self._stops[high + 1]:
            high += 1
        return low, high + 1

    def _by_suicide(self, candidate: Candidate) -> bool:
        low, high = max(0, candidate.first - _REACH), candidate.last + _REACH + 4
        if not between(self.r.tokens.cores(_SUICIDE), low, high):
            return False
        start, stop = self._clause(candidate)
        after = self.r.forms[stop : stop + 2]
        taken_up = len(after) == 2 and after[1] in _DONE
        for at in (*range(start, stop), *((stop + 2,) if taken_up else ())):
            if (
                at < len(self.r.words)
                and self.r.words[at].core in _SUICIDE
                and not any(first <= at <= last for first, last in self._drones)
            ):
                return True
        return False

    def _by_drone(self, candidate: Candidate) -> bool:
        """A drone is the subject, the owner of the strike, or what it came from; never what was hit."""
        if candidate.pos == "v" and candidate.frame == "act":
            ends = self.r.words[candidate.last : candidate.last + 2]
            if any(word.core == _FLIER and not word.pro for word in ends):
                return True
        start, stop = self._clause(candidate)
        for at, last in self._drones:
            if not start <= at < stop:
                continue
            word, before = self.r.words[at], self.r.forms[at - 1] if at else ""
            behind = last + 1
            if at > candidate.last:
                if behind < len(self.r.forms) and self.r.forms[behind] in _DONE:
                    return True
                if "ب" in word.pro or before in _BY or (candidate.pos == "n" and at - candidate.last <= 3):
                    return True
                if candidate.pos == "v" and at == candidate.last + 1 and not word.pro:
                    return True
            elif (candidate.pos == "v" or candidate.light is not None) and not self.r.prep(at):
                return True
        return False


def unpoisoned(reading: Reading, candidate: Candidate, chemical: list[int]) -> bool:
    """A strike with no chemical arms right behind it: what it answers may have been done with them (ضربت الطائرات مخازن
    ردا على هجوم كيميائي). ``chemical``: first tokens of these arms and of attacks with them."""
    if candidate.id not in _STRUCK:
        return False
    first, forms = candidate.first, reading.forms
    end = min(reading.sentences[candidate.sentence].last, candidate.last + _REACH)
    for at in chemical:
        if first < at < end:
            return any(form in OF_CAUSE or form in STOPS or form == "ردا" for form in forms[first:at])
    return True
