"""Places hit, taken or left separately in one sentence: one claim for each of them."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import CLOSERS
from khabar.claims.kinds import SITED
from khabar.claims.places import PlaceFinder
from khabar.mentions.names import Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.model import Claim, Party, Where

_NEVER: Final = frozenset(("بين", "منذ", "قبل", "بعد", "ل"))
"""Prepositions before two places that are no list of scenes."""
_LINKS: Final = frozenset(
    "في على و ، « » \" ” “ ( ) ' كذلك وكذلك وكذا كذا ايضا وايضا ثم اضافة بالاضافة الى وفي وعلى وضد".split()
)
"""What may stand between two places of a list."""
_MORE: Final = frozenset(("اضافة", "فضلا"))
"""Words that open a phrase of their own and only join what follows (إضافة إلى بلدة)."""
_SEATS: Final = frozenset("عاصمة مركز كبرى ثاني".split())
"""Words that say what a place before them is (زنجبار، عاصمة المحافظة)."""
_RARE: Final = frozenset(("", "l"))
"""Classes of words that are no common nouns."""
_SETTLED: Final = frozenset(
    "قرية قريتي بلدة بلدتي مدينة مدينتي حي حيي مخيم مخيمي منطقة منطقتي مديرية مديريتي محافظة محافظتي ولاية ولايتي "
    "ناحية قضاء جبل جبال وادي معسكر قاعدة مطار معبر ميناء جزيرة جبهة شارع ساحة".split()
)
"""Heads behind which a common word is a name."""
_DESCRIBED: Final = frozenset(("", "l", "j"))
"""Classes of words by which a head names one place or tells it apart (مناطق أخرى)."""
_WIDE: Final = frozenset(("country", "sea"))
_ATTACKS: Final = frozenset(("attacks", "munitions"))
"""Figures of the attackers' doing: they do not tie a list of places into one event as losses do."""
_AMONG: Final = frozenset("بينها وبينها منها ومنها ابرزها وابرزها اهمها واهمها".split())
"""Words that bring in some of the places taken together (مناطق واسعة بينها العاصمة)."""
_PARTS: Final = frozenset("انحاء اجزاء جزء اطراف ضواحي مناطق مواقع قرى احياء بلدات مراكز".split())
_MANY: Final = frozenset(
    "مناطق منطقتي مدن مدينتي قرى قريتي بلدات بلدتي احياء حيي مديريات مديريتي محافظات محافظتي ولايات ولايتي مخيمات "
    "مخيمي جبهات جبهتي محاور محوري".split()
)
"""Heads that announce more places than one."""
_WITHIN: Final = frozenset("ب في جنوب شمال شرق غرب جنوبي شمالي شرقي غربي قرب".split())


class Spread:
    """Lists of places in the sentences of a reading."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], places: PlaceFinder, names: Names) -> None:
        self.r = reading
        self.phrases = phrases
        self.places = places
        self.names = names
        self._abroad = False
        """Each state of a list is the scene of an event of its own (مسيرات في الأردن وليبيا، يزور بكين وموسكو)."""

    def each(self, claim: Claim, candidate: Candidate, neighbours: list[Candidate]) -> list[Claim]:
        """The claim, once for every place of the list that its place stands in."""
        visit = claim.mode == "visit"
        if not (visit or candidate.type in SITED) or any(figure.what not in _ATTACKS for figure in claim.figures):
            return [claim]
        if claim.place is None or claim.place.start is None:
            return [claim]
        self._abroad = visit or candidate.type == "PROTEST"
        at = self._standing(candidate, claim.place)
        row = [] if at < 0 else self._row(candidate, at)
        if len(row) < 2:
            pair = None if at < 0 else self._paired(claim, candidate, at)
            if pair is not None and not self._between(candidate, pair[1], neighbours):
                return [claim, self._elsewhere(claim, *pair)]
            return [claim, *self._among(claim, candidate, neighbours)]
        if self._between(candidate, row[0], neighbours):
            return [claim]
        wheres = [self.places.where(phrase) for phrase in row]
        texts = {where.text for where in wheres}
        among = claim.type == "COERCE" and self.r.forms[row[0].first - 1] in _AMONG
        aimed = among or any(party.text in texts for party in claim.targets)
        out = []
        for where in wheres:
            place = claim.place if where.text == claim.place.text else where
            targets = claim.targets
            if aimed:
                kept = tuple(party for party in claim.targets if not among and party.text not in texts)
                targets = (*kept, Party(text=place.text, country=place.country, start=place.start, end=place.end))
            rules = claim.rules if place is claim.place else {**claim.rules, "place": "place.listed"}
            out.append(replace(claim, place=place, targets=targets, rules=rules))
        return out

    def _between(self, candidate: Candidate, phrase: Phrase, neighbours: list[Candidate]) -> bool:
        """Another claim stands between this one and the phrase."""
        low, high = min(candidate.last, phrase.first), max(candidate.first, phrase.first)
        return any(low < other.first < high and other is not candidate for other in neighbours)

    def _paired(self, claim: Claim, candidate: Candidate, at: int) -> tuple[Phrase, Phrase] | None:
        """Something else hit somewhere else, told after what the claim says was hit where (كنيسة في طنطا وأخرى في
        الإسكندرية): what it is and where. ``at``: number of the phrase of the place."""
        rows = self.phrases[candidate.sentence]
        if rows[at].first <= candidate.last:
            return None
        hit = {party.start for party in claim.targets}
        if not any(self.r.raw(one.name[0], one.name[1])[0] in hit for one in rows[max(0, at - 1) : at + 1]):
            return None
        n = at + 1
        while n < len(rows) and self._inside(rows[n]):
            n += 1
        if n + 1 >= len(rows):
            return None
        other, spot = rows[n], rows[n + 1]
        if not self._joined(rows[n - 1], other) or spot.place is None or spot.first > other.last + 2:
            return None
        if not self._inside(spot) or not spot.prep or spot.place is rows[at].place:
            return None
        after = spot.last + 1
        return None if after < len(self.r.forms) and self.r.acts[after] else (other, spot)

    def _among(self, claim: Claim, candidate: Candidate, neighbours: list[Candidate]) -> list[Claim]:
        """The places named of those that were taken together (مناطق واسعة بينها العاصمة), each as a claim."""
        rows = self.phrases[candidate.sentence]
        if claim.type != "COERCE" or candidate.mode != "seize":
            return []
        at = next((n for n, one in enumerate(rows) if self._named_of(one, candidate)), None)
        if at is None or self._between(candidate, rows[at], neighbours):
            return []
        found = [rows[at]]
        for former, latter in pairwise(rows[at:]):
            if not self._joined(former, latter) or not self._scene(latter):
                break
            found.append(latter)
        return [self._elsewhere(claim, one, one) for one in found]

    def _named_of(self, phrase: Phrase, candidate: Candidate) -> bool:
        """A place brought in as one of several that the deed's own clause speaks of."""
        if phrase.first <= candidate.last or self.r.forms[phrase.first - 1] not in _AMONG or not self._scene(phrase):
            return False
        low, high = candidate.last + 1, phrase.first
        return any(
            self.r.words[at].core in _PARTS or self.r.words[at].core in _MANY for at in range(low, high)
        ) and not any(self.r.acts[at] for at in range(low, high))

    def _elsewhere(self, claim: Claim, other: Phrase, spot: Phrase) -> Claim:
        """The claim with another target and place."""
        named = self.names.resolve(other)
        target = Party(text=named.text, country=named.country, start=named.start, end=named.end, actor=named.actor)
        place = self.places.where(other if other.kind == "place" else spot)
        return replace(claim, targets=(target,), place=place, rules={**claim.rules, "place": "place.listed"})

    def _row(self, candidate: Candidate, at: int) -> list[Phrase]:
        """Phrases of the list in which a place stands, in text order; empty if it stands alone. ``at``: number of its
        phrase."""
        rows = self.phrases[candidate.sentence]
        if rows[at].prep in _NEVER or not self._scene(rows[at]):
            return []
        found = [rows[at]]
        announced = rows[at].last > rows[at].first and self.r.words[rows[at].first].core in _MANY
        ahead = rows[at].first < candidate.first
        if ahead and not (announced and self._leads_to(rows[at], candidate)):
            return []
        for step in (1,) if ahead else (-1, 1):
            last, free, n = rows[at], rows[at], at + step
            while 0 <= n < len(rows) and (rows[n].last < candidate.first if ahead else rows[n].first > candidate.last):
                one = rows[n]
                former, latter = (one, free) if step < 0 else (free, one)
                if self._joined(former, latter) and self._part(one):
                    n += step
                    if not (step > 0 and n < len(rows) and rows[n].first <= one.last + 3 and self._scene(rows[n])):
                        break
                    found.append(rows[n])
                    last = one = rows[n]
                elif self._joined(former, latter) and (self._scene(one) or self._named(one, last, announced)):
                    found.append(one)
                    last = one
                elif self.r.words[one.first].core in _MORE:
                    n += step
                    continue
                elif not self._inside(one):
                    break
                free = one
                n += step
        return sorted(found, key=lambda one: one.first)

    def _leads_to(self, phrase: Phrase, candidate: Candidate) -> bool:
        """The scene of what follows in its clause (في محافظتي صعدة وعمران مواجهات), not where somebody comes from."""
        if phrase.prep and phrase.prep not in _WITHIN:
            return False
        return not any(form in CLOSERS for form in self.r.forms[phrase.last + 1 : candidate.first])

    def _standing(self, candidate: Candidate, where: Where) -> int:
        """Number of the phrase of its sentence in which a place stands; -1 for none."""
        start = where.start
        if start is None:
            return -1
        for number, phrase in enumerate(self.phrases[candidate.sentence]):
            low, high = self.r.raw(phrase.first, phrase.last)
            if low <= start < high:
                return number
        return -1

    def _joined(self, former: Phrase, latter: Phrase) -> bool:
        """Two phrases next to each other are joined by an and."""
        between = self.r.forms[former.last + 1 : latter.first]
        if between and between[-1] == "من" and self.r.words[latter.first - 2].core in _PARTS:
            joined = any(form[0] == "و" for form in between)
            return joined and all(form in _LINKS for form in between[:-2])
        joined = "و" in self.r.words[latter.first].pro or any(form[0] == "و" or form in _MORE for form in between)
        return joined and all(form in _LINKS for form in between)

    def _part(self, phrase: Phrase) -> bool:
        """Some of the place that follows (وأجزاء من منطقة, وأنحاء متفرقة من محافظة)."""
        return phrase.place is None and self.r.words[phrase.first].core in _PARTS

    def _scene(self, phrase: Phrase) -> bool:
        """A place within a country: two states one after the other are the reach of one attack."""
        if phrase.place is None:
            return phrase.kind == "place" and not self.r.words[phrase.first].det and self._proper(phrase)
        return self._abroad or phrase.place.kind not in _WIDE

    def _proper(self, phrase: Phrase) -> bool:
        """The head of a settlement, a name or an adjective: targets of one kind (جسور، نقاط تفتيش) are no scenes."""
        if phrase.last > phrase.first and self.r.words[phrase.first].core in _SETTLED:
            return True
        for at in range(phrase.first + 1, phrase.last + 1):
            word = self.r.words[at]
            if word.pro:
                break
            if not word.known or word.cls in _DESCRIBED or any(sense.kind == "place" for sense in word.senses):
                return True
        return False

    def _named(self, phrase: Phrase, last: Phrase, announced: bool) -> bool:
        """A name that is a place in a list of places: one that is a common word too, that no table knows, or that a
        head in the plural calls for (منطقتي السدة وحزم العديد)."""
        if phrase.kind != "thing" or phrase.last > phrase.first + 2:
            return False
        word, head = self.r.words[phrase.first], self.r.words[last.first]
        if word.cls == "j" and not (announced and word.det and not head.det):
            return False
        if not word.known or any(sense.kind == "place" for sense in word.senses):
            return True
        if phrase.last == phrase.first and word.det and word.cls in _RARE and last.last > last.first:
            return True
        return announced or (last.last > last.first and (head.core in _MANY or word.core in _MANY))

    def _inside(self, phrase: Phrase) -> bool:
        """A larger place that one of the list lies in (قرية حوسان بمحافظة بيت لحم)."""
        if phrase.kind != "place" and phrase.place is None:
            return False
        within = phrase.prep in _WITHIN or (not phrase.prep and self.r.words[phrase.first].core in _SEATS)
        return within and phrase.coord is None
