"""Noun phrases that can act, suffer, tell or be a place: known names, titles with their bearers, institutions,
described groups,
and the plain nouns that are left."""

from __future__ import annotations

from typing import Any, Final

from khabar.lexicon.marks import Mark
from khabar.mentions.reading import FIRE, PROPER, PUNCTUATION, QUOTES_CLOSE, QUOTES_OPEN, Reading

_VERBAL: Final[tuple[str, ...]] = ("perf", "impf", "pass", "ipass", "jus")
_BACKING: Final = frozenset(
    "مدعوم مدعومة مدعومين مدعومون موال موالي موالية مواليا موالين موالون تابع تابعة تابعين تابعون مرتبط "
    "مرتبطة مرتبطين مرتبطون متحالف متحالفة "
    "متحالفين متحالفون منتم منتمي منتمية منتمين مقرب مقربة مقربين ممول ممولة مسلح مناهض مناهضة مناهضين "
    "معارض معارضة معارضين مؤيد مؤيدة مؤيدين "
    "مؤيدون محسوب محسوبة محسوبين مناوئ مناوئة تدعمها تدعمهم ترعاها يرعاها تدعمه يقودها تقودها بقيادة بزعامة".split()
)
_NAME_PARTS: Final = frozenset("بن ابن بنت ابو ابي ام ال عبد آل ولد دي دو فان فون لو".split())
_PAUSE: Final = frozenset("،,")
_AGENTS: Final = frozenset(("قبل", "جانب", "يد", "ايدي", "يدي", "طرف"))
"""من قبل, على يد, من جانب before a phrase mark the agent."""
_COMMON: Final = frozenset(("func", "trigger", "cue", "light", "figure", "people", "institution", "title", "weapon"))
_NAMING: Final = frozenset(("actor", "title", "people", "place", "country"))
_TELLING: Final = frozenset(("actor", "institution", "people", "title"))
_HEADS: Final = frozenset(("title", "people", "institution"))
_PRONOUNS: Final = frozenset(("هو", "هي", "وهو", "وهي", "وهم"))
_OWNERS: Final = frozenset(
    ("military", "state", "armed-group", "government", "alliance", "organisation", "person", "people")
)
_LARGE: Final = frozenset(("country", "governorate", "region", "sea"))
_NO_HEADS: Final = frozenset("df")
_COMMON_CLASSES: Final = frozenset("vbnjda")
_NAMELIKE: Final = frozenset(("", "w", "g", "o"))
_PLACELIKE: Final = frozenset(("", "w", "l", "g", "o"))
MAX_WORDS: Final = 9


class Phrase:
    """A noun phrase: tokens ``first`` to ``last`` (inclusive), its ``head``, the tokens that name it (``name``), its
    ``kind``
    (an actor kind, ``person``, ``people``, ``machine``, ``place``, ``adjective`` or ``thing``) and what is known of
    it."""

    __slots__ = (
        "agent",
        "coord",
        "country",
        "definite",
        "entry",
        "first",
        "head",
        "indirect",
        "kind",
        "last",
        "machine",
        "name",
        "number",
        "owner",
        "place",
        "prep",
        "role",
        "source",
    )

    def __init__(self, first: int, last: int, kind: str) -> None:
        self.first = first
        self.last = last
        self.head = first
        self.name = (first, last)
        self.kind = kind
        self.role = ""
        self.country: str | None = None
        self.entry: Any = None
        self.place: Any = None
        self.source = False
        self.machine = False
        self.definite = False
        self.number = "s"
        self.prep = ""
        self.agent = False
        self.coord: Phrase | None = None
        self.indirect = False
        self.owner: Phrase | None = None

    def __repr__(self) -> str:
        return f"Phrase({self.first}-{self.last} {self.kind} {self.country} name={self.name} prep={self.prep!r})"


class Chunker:
    """Cuts the sentences of a reading into phrases, left to right."""

    def __init__(self, reading: Reading, blocked: set[int]) -> None:
        self.r = reading
        self.words = reading.words
        self.forms = reading.forms
        self.lex = reading.lex
        self.blocked = blocked
        self._adjectives: set[int] = set()

    def sentence(self, first: int, last: int) -> list[Phrase]:
        """Phrases of tokens ``first`` to ``last`` (exclusive), in order; nested ones follow the phrase that holds
        them."""
        found: list[Phrase] = []
        at = first
        previous: Phrase | None = None
        while at < last:
            if self._skip(at) or self._describes(at) or (at > first and self.words[at - 1].core in _PRONOUNS):
                at += 1
                continue
            phrase = self._build(at, last)
            if phrase is None or (previous is not None and self._apposed(previous, phrase)):
                at += 1 if phrase is None else phrase.last + 1 - at
                continue
            phrase.prep = self.r.prep(phrase.first)
            phrase.agent = phrase.first > 1 and self.forms[phrase.first - 1] in _AGENTS
            if previous is not None and self._joined(previous, phrase):
                phrase.coord = previous
                phrase.prep = phrase.prep or previous.prep
            phrase.owner = self._owner(phrase, found)
            found.append(phrase)
            previous = phrase
            at = phrase.last + 1
        return found

    def _owner(self, phrase: Phrase, before: list[Phrase]) -> Phrase | None:
        """Whose forces قواته, مقاتلاته, وحداتها are: the nearest body or person before that the suffix agrees with."""
        suffix = self.words[phrase.first].enc
        if suffix not in {"ه", "ها", "هم"} or phrase.kind not in {"people", "machine", "military"}:
            return None
        for other in reversed(before):
            if other.kind in _OWNERS and not other.prep:
                feminine = other.kind == "state" or self.words[other.head].core.endswith("ة")
                if suffix == "هم" or feminine == (suffix == "ها"):
                    return other
        return None

    def _describes(self, at: int) -> bool:
        """An adjective of the event word before it (ضربات دقيقة ومتناسبة): no phrase of its own."""
        before = at - 1
        if before not in self.blocked and before not in self._adjectives:
            return False
        word = self.words[at]
        joined = at - 1 in self._adjectives and word.pro == "و" and not word.det and word.form.endswith(("ة", "ا"))
        adjective = (
            joined
            or word.cls == "j"
            or (word.form.endswith(("ية", "ي")) and word.cls in {"n", "w"} and len(word.core) > 3)
        )
        if not adjective or (word.pro and word.pro != "و") or not _NAMING.isdisjoint(self.lex[at]):
            return False
        while before >= 0 and before in self._adjectives:
            before -= 1
        head = self.words[before] if before >= 0 else None
        if head is None or before not in self.blocked or self.verbal(before) or head.det != word.det:
            return False
        self._adjectives.add(at)
        return True

    def _apposed(self, previous: Phrase, phrase: Phrase) -> bool:
        """A title in apposition to the name before it (أبو علي العسكري، رئيس المكتب): what it says goes to the
        bearer."""
        between = [self.forms[at] for at in range(previous.last + 1, phrase.first)]
        title = (
            phrase.kind == "person"
            and phrase.name[0] == phrase.first
            and phrase.entry is not None
            and not hasattr(phrase.entry, "names")
        )
        if not title or between not in (["،"], ["،", '"'], [","]) or phrase.prep or self.words[phrase.first].pro:
            return False
        if previous.kind not in {"person", "thing"} or previous.name[1] == previous.name[0]:
            return False
        previous.kind, previous.role, previous.source = "person", phrase.role, True
        previous.country = previous.country or phrase.country
        previous.last = phrase.last
        return True

    def _joined(self, previous: Phrase, phrase: Phrase) -> bool:
        """``phrase`` is tied to the one before it by و alone."""
        if "و" not in self.words[phrase.first].pro:
            return False
        return all(
            self.forms[at] in QUOTES_CLOSE or self.forms[at] in _PAUSE or self.forms[at] in QUOTES_OPEN
            for at in range(previous.last + 1, phrase.first)
        )

    def _skip(self, at: int) -> bool:
        form = self.forms[at]
        if form in PUNCTUATION or at in self.blocked or at in self.r.time_tokens:
            return True
        if at in self.r.number_tokens or form[0].isdigit():
            return True
        word, marks = self.words[at], self.lex[at]
        if word.func and _NAMING.isdisjoint(marks):
            return True
        if word.minor:
            return True
        if word.core in FIRE and at + 1 < len(self.forms) and not self._plainly_skipped(at + 1):
            return True
        if word.cls in _NO_HEADS and not word.senses:
            return True
        return self.r.acts[at] and PROPER.isdisjoint(marks)

    def _plainly_skipped(self, at: int) -> bool:
        return self.forms[at] in PUNCTUATION or _TELLING.isdisjoint(self.lex[at])

    def verbal(self, at: int) -> bool:
        """Whether the word at ``at`` is (as far as is known) a verb."""
        return self.r.acts[at]

    def _build(self, at: int, limit: int) -> Phrase | None:
        marks = self.lex[at]
        actor, title = marks.get("actor"), marks.get("title")
        if actor and not self._allowed(actor, at):
            actor = None
        if title and (not actor or title.last >= actor.last):
            return self._titled(at, title, limit)
        inst, people, country, place = (marks.get(kind) for kind in ("institution", "people", "country", "place"))
        if country and country.tag == "weak":
            country = None
        if place and not self._place_allowed(place, at):
            place = None
        if actor and all(actor.last >= other.last for other in (inst, people, country, place) if other):
            return self._actor(actor, limit)
        if inst and self.words[at].core in PLACE_HEADS and self._inner_place(at + 1, at, limit) is not None:
            return self._plain(at, limit)
        if inst and (not people or inst.last >= people.last):
            inst = self._fitting("institution", inst)
            if self._is_body(inst, at):
                return self._institution(at, inst, limit)
        if people:
            return self._people(at, people, limit)
        if country and country.tag in {"name", "metonym"} and (not place or country.last >= place.last):
            return self._country(country)
        if place:
            return self._place(place)
        if country and country.tag in {"adj", "people"}:
            return self._national(at, country, limit)
        weapon = marks.get("weapon")
        if weapon and weapon.last > weapon.first:
            return Phrase(at, weapon.last, "thing")
        return self._plain(at, limit)

    def _allowed(self, mark: Mark, at: int) -> bool:
        if mark.tag != "weak":
            return True
        before = self.forms[at - 1] if at else ""
        return before in QUOTES_OPEN or before == "("

    def _place_allowed(self, mark: Mark, at: int) -> bool:
        """A place name that is also a common word needs a head noun (مدينة، قرية) before it."""
        word, row = self.words[at], mark.entry
        other = mark.first == mark.last and (
            any(sense.kind in _COMMON for sense in word.senses)
            or (word.cls in _COMMON_CLASSES and not word.det and row.kind not in _LARGE and row.population < 300_000)
        )
        if mark.tag != "weak" and not other:
            return True
        before = self.words[at - 1].core if at else ""
        return before in PLACE_HEADS

    def _is_body(self, mark: Mark, at: int) -> bool:
        """A head of an institution with what it needs: an office that its entry names or a nationality; a bare one
        without the article (بقوة) is none."""
        if mark.last + 1 < len(self.words):
            after = self.lex[mark.last + 1].get("country")
            if after is not None and after.tag in {"adj", "name"}:
                return True
        if mark.entry.of:
            core = self.words[mark.last + 1].core if mark.last + 1 < len(self.words) else ""
            return any(core == word.split()[0].removeprefix("ال") for word in self.r.folded_of(mark.entry))
        alone = mark.last == at and (at + 1 >= len(self.words) or self._skip(at + 1) or self.words[at + 1].pro != "")
        return self.words[at].det or not alone

    def _fitting(self, kind: str, mark: Mark) -> Mark:
        """Among the entries of one head (وزارة), the one that names what follows (الدفاع), then one that names
        nothing."""
        same = [one for one in self.r.same(kind, mark.first) if one.last == mark.last]
        after = self.words[mark.last + 1].core if mark.last + 1 < len(self.words) else ""
        for one in same:
            if after and any(after == word.split()[0].removeprefix("ال") for word in self.r.folded_of(one.entry)):
                return one
        return next((one for one in same if not one.entry.of), mark)

    def _actor(self, mark: Mark, limit: int) -> Phrase:
        entry = mark.entry
        phrase = Phrase(mark.first, mark.last, entry.kind)
        phrase.entry, phrase.country = entry, entry.country
        phrase.definite = True
        if entry.kind == "person":
            phrase.role = "official"
            phrase.source = True
            if mark.last == mark.first or self.forms[min(mark.last + 1, limit - 1)] in _NAME_PARTS:
                phrase.last = max(phrase.last, self._name_end(mark.last + 1, limit))
            phrase.name = (mark.first, phrase.last)
        else:
            phrase.last = self._modifiers(mark.last + 1, limit, phrase, 2)
            phrase.name = (mark.first, phrase.last)
            phrase.source = True
        return phrase

    def _country(self, mark: Mark) -> Phrase:
        phrase = Phrase(mark.first, mark.last, "state")
        phrase.entry, phrase.country, phrase.definite = mark.entry, mark.entry.id, True
        phrase.source = True
        place = self.lex[mark.first].get("place")
        phrase.place = place.entry if place and place.last == mark.last else None
        return phrase

    def _place(self, mark: Mark) -> Phrase:
        phrase = Phrase(mark.first, mark.last, "place")
        phrase.place, phrase.country, phrase.definite = mark.entry, mark.entry.country, True
        at = mark.last + 1
        while (
            at < len(self.words)
            and self.words[at].det
            and not self.words[at].pro
            and self.words[at].cls == "j"
            and not self._skip(at)
        ):
            phrase.last = at
            phrase.name = (phrase.first, at)
            at += 1
        return phrase

    def _national(self, at: int, mark: Mark, limit: int) -> Phrase:
        """A nationality that stands for its people (الفلسطينيون) or modifies a word outside the phrase (الضربات
        الأميركية)."""
        word = self.words[at]
        free = word.det or word.core.endswith(("ين", "ون", "ان", "ا")) or word.pro != ""
        phrase = Phrase(at, at, "people" if free and not self._modifies(at) else "adjective")
        phrase.country, phrase.definite = mark.entry.id, word.det
        if phrase.kind == "people":
            phrase.last = self._modifiers(at + 1, limit, phrase, 2)
            phrase.name = (at, phrase.last)
            phrase.number = "p"
        return phrase

    def _modifies(self, at: int) -> bool:
        """The adjective follows a blocked noun (an event word) that it agrees with."""
        before = at - 1
        word = self.words[at]
        return (
            before >= 0
            and before in self.blocked
            and not word.pro
            and not self.verbal(before)
            and (self.words[before].det == word.det)
        )

    def _institution(self, at: int, mark: Mark, limit: int) -> Phrase:
        phrase = Phrase(at, mark.last, mark.entry.kind)
        phrase.definite = self.words[at].det
        phrase.last = self._modifiers(mark.last + 1, limit, phrase, 4)
        phrase.name = (at, phrase.last)
        phrase.source = True
        phrase.entry = mark.entry
        self._inside(phrase, mark.last)
        return phrase

    def _people(self, at: int, mark: Mark, limit: int) -> Phrase:
        entry = mark.entry
        phrase = Phrase(at, mark.last, "machine" if entry.machine else "people")
        phrase.role, phrase.source, phrase.machine, phrase.entry = entry.kind, entry.source, entry.machine, entry
        phrase.definite = self.words[at].det
        plural = mark.tag in {"plural", "dual"} or self.words[at].core.endswith(("ات", "ون", "ين"))
        phrase.number = "p" if plural else "s"
        phrase.last = self._modifiers(mark.last + 1, limit, phrase, 4)
        phrase.last = self._backing(phrase.last + 1, limit, phrase)
        phrase.name = (at, phrase.last)
        self._inside(phrase, mark.last)
        if entry.source and phrase.number == "s" and not entry.machine:
            self._bearer(phrase, limit)
        return phrase

    def _titled(self, at: int, mark: Mark, limit: int) -> Phrase:
        entry = self._fitting("title", mark).entry
        phrase = Phrase(at, mark.last, "person")
        phrase.role, phrase.source, phrase.entry = entry.kind, True, entry
        phrase.definite = self.words[at].det
        phrase.number = "p" if mark.tag in {"plural", "dual"} else "s"
        phrase.last = self._modifiers(mark.last + 1, limit, phrase, 6)
        if self.words[phrase.last].core in {"باسم", "اسم"}:
            inner = self._build_inner(phrase.last + 1, limit)
            if inner is not None and inner.kind not in {"adjective", "people"}:
                phrase.country = phrase.country or inner.country
                phrase.last = inner.last
        after = phrase.last + 1
        while after < limit and (
            self.forms[after] in {"في", "لدى", "باسم"} or (self.words[after].pro in {"ل", "ب"} and phrase.last - at < 6)
        ):
            inner = self._build_inner(after + (self.forms[after] in {"في", "لدى", "باسم"}), limit)
            if inner is None or inner.kind in {"thing", "place", "adjective"}:
                break
            phrase.country = phrase.country or inner.country
            phrase.last = inner.last
            after = phrase.last + 1
        phrase.name = (at, phrase.last)
        self._inside(phrase, mark.last)
        self._bearer(phrase, limit)
        return phrase

    def _inside(self, phrase: Phrase, last: int) -> None:
        """What the words of a phrase say of it: a nationality in its fixed part, a word that changes what it tells
        as (مسؤول عسكري)."""
        if phrase.country is None:
            for at in range(phrase.first + 1, last + 1):
                country = self.lex[at].get("country")
                if country is not None and country.tag in {"adj", "name"}:
                    phrase.country = country.entry.id
        kinds = getattr(phrase.entry, "kinds", None)
        if kinds:
            text = " ".join(self.forms[phrase.first : phrase.last + 1])
            for word, kind in self.r.folded_kinds(phrase.entry):
                if word in text:
                    phrase.role = kind

    def _build_inner(self, at: int, limit: int) -> Phrase | None:
        if at >= limit or self._skip(at):
            return None
        return self._build(at, limit)

    def _bearer(self, phrase: Phrase, limit: int) -> None:
        """The name after a title: known, or words nothing else is known of."""
        at = phrase.last + 1
        while at < limit and (self.forms[at] in _PAUSE or self.forms[at] in QUOTES_OPEN) and at - phrase.last <= 2:
            at += 1
        if at >= limit:
            return
        paused = at > phrase.last + 1
        if paused and not self._person_at(at):
            return
        title = self.lex[at].get("title")
        if (
            title is not None
            and not paused
            and phrase.entry is not None
            and at - phrase.first < 8
        ):
            inner = self._titled(at, title, limit)
            if inner.name[0] > inner.first:
                phrase.name, phrase.last, phrase.kind = inner.name, inner.last, "person"
                phrase.country = phrase.country or inner.country
                return
        end = self._name_end(at, limit, first=True)
        if end >= at:
            phrase.name = (at, end)
            phrase.last = end
            phrase.kind = "person"
            known = self.lex[at].get("actor")
            if known and known.entry.kind == "person":
                phrase.country = phrase.country or known.entry.country

    def _person_at(self, at: int) -> bool:
        known = self.lex[at].get("actor")
        if known is not None:
            return bool(known.entry.kind == "person")
        word = self.words[at]
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        return (
            not word.senses
            and word.cls in _NAMELIKE
            and not word.det
            and not word.pro
            and word.form[0] >= "\u0600"
            and not self.verbal(at)
            and following is not None
            and not following.senses
            and following.cls in _NAMELIKE
            and following.form[0].isalpha()
        )

    def _name_end(self, at: int, limit: int, first: bool = False) -> int:
        """Last token of the personal name that begins (``first``) or goes on at ``at``; at - 1 where there is none."""
        end = at - 1
        start = at
        while at < limit and at - start < 6:
            form, word = self.forms[at], self.words[at]
            if form == "-" and at > start:
                at += 1
                continue
            known = self.lex[at].get("actor")
            if known and known.entry.kind == "person":
                at, end = known.last + 1, known.last
                continue
            if form in PUNCTUATION or at in self.blocked or at in self.r.time_tokens or at in self.r.number_tokens:
                break
            if form in _NAME_PARTS or (word.core in _NAME_PARTS and not word.pro):
                at += 1
                continue
            if word.pro or (word.det and first and at == start) or form[0] < "\u0600":
                break
            if word.enc or self.r.accusative(at) or self._other_name(at):
                break
            named = (
                word.core in self.r.lexicon.name_words
                or not word.known
                or (not word.senses and word.cls in _NAMELIKE)
                or (word.det and not first and at > start and not self._noun_sense(at))
            )
            surname = (
                word.det
                and at > start
                and bool(word.senses)
                and all(sense.kind in PROPER and sense.tag in {"adj", "weak"} for sense in word.senses)
            )
            if (not named and not surname) or self.verbal(at):
                break
            end = at
            at += 1
        return end

    def _other_name(self, at: int) -> bool:
        """A country, a place or a body of that name stands here, not a part of somebody's name."""
        if self.words[at].core in self.r.lexicon.name_words:
            return False
        marks = self.lex[at]
        return any(
            (found := marks.get(kind)) is not None and found.tag not in {"weak", "adj", "people"} for kind in PROPER
        )

    def _noun_sense(self, at: int) -> bool:
        return any(
            sense.kind in {"trigger", "title", "institution", "people", "country", "cue", "func"}
            for sense in self.words[at].senses
        )

    def _modifiers(self, at: int, limit: int, phrase: Phrase, most: int) -> int:
        """Take in what follows a head: nationality, adjectives, genitives. Returns the last token taken."""
        last, taken = at - 1, 0
        head = self.words[phrase.head]
        while at < limit and taken < most and last - phrase.first < MAX_WORDS:
            form = self.forms[at]
            if form in QUOTES_OPEN or form in QUOTES_CLOSE:
                opens = (
                    form in QUOTES_OPEN and self.r.quoted[at] and phrase.kind == "armed-group" and at > phrase.first + 1
                )
                if not opens and at + 1 < limit and self.forms[at + 1] not in PUNCTUATION and form not in "”»":
                    at += 1
                    continue
                break
            word = self.words[at]
            if self._skip(at) or word.pro:
                break
            marks = self.lex[at]
            country = marks.get("country")
            if country and country.tag in {"adj", "name", "people"}:
                if head.det and not word.det:
                    break
                phrase.country = phrase.country or country.entry.id
                at, last = country.last + 1, country.last
                phrase.definite = phrase.definite or word.det or country.tag == "name"
                taken += 1
                if country.tag == "name":
                    break
                continue
            if phrase.definite and not word.det and not (not head.det and taken == 0):
                break
            closed = head.det or (taken > 0 and self._closed(phrase, last))
            inner = marks.get("actor") or marks.get("place")
            if inner and inner.tag != "weak":
                apart = inner.kind == "actor" or head.core not in PLACE_HEADS
                if closed and apart and inner.tag not in {"adj", "people"}:
                    break
                if phrase.role and inner.kind == "actor" and inner.entry.kind == "person":
                    break
                if phrase.kind == "people" and (taken or phrase.definite) and not word.det:
                    break
                phrase.country = phrase.country or inner.entry.country
                phrase.definite = True
                return inner.last
            if self._another(at, phrase, taken) or (closed and word.det and word.cls in {"n", "b"}):
                break
            phrase.definite = phrase.definite or word.det
            last, taken = at, taken + 1
            at += 1
        return last

    def _closed(self, phrase: Phrase, last: int) -> bool:
        """The genitive is full: a word with the article, a name or a nationality ended it; adjectives may follow."""
        return phrase.country is not None or any(self.words[at].det for at in range(phrase.head, last + 1))

    def _another(self, at: int, phrase: Phrase, taken: int) -> bool:
        """A word that begins a phrase of its own: a machine, a head after a finished phrase, a name after a title."""
        marks, word, head = self.lex[at], self.words[at], self.words[phrase.head]
        if marks.get("people") is not None and marks["people"].entry.machine:
            return True
        full = (phrase.definite and head.det) or (taken and phrase.country)
        if full and word.cls != "j" and not _HEADS.isdisjoint(marks):
            return True
        plain = word.cls in _NAMELIKE and not word.senses and not word.det
        return plain and phrase.kind == "person" and (taken > 0 or head.det)

    def _backing(self, at: int, limit: int, phrase: Phrase) -> int:
        """Take in "supported by", "loyal to", "that X sponsors" and "of" after a described group; the backer's state
        is not the group's."""
        if at >= limit:
            return phrase.last
        start = at
        if self.words[at - 1].core in _BACKING and at - 1 > phrase.first:
            at -= 1
        elif self.words[at].core in {"التي", "الذين", "الذي"} and at + 1 < limit:
            at += 1
        core = self.words[at].core
        if core in _BACKING or self.forms[at] in _BACKING:
            at += 1
            while at < limit and (self.forms[at] in PREPS_OF_BACKING or self.forms[at] in QUOTES_OPEN):
                at += 1
            inner = self._build_inner(at, limit)
            if inner is not None and inner.kind != "thing":
                phrase.indirect = True
                return inner.last
        at = start
        if self.forms[at] == "من" and phrase.kind == "people" and at + 1 < limit:
            inner = self._build_inner(at + 1, limit)
            if inner is not None and inner.kind not in {"thing", "place", "state", "adjective"}:
                phrase.country = phrase.country or inner.country
                return inner.last
        return phrase.last

    def _plain(self, at: int, limit: int) -> Phrase | None:
        word = self.words[at]
        if word.form[0] < "\u0600" and not word.form[0].isalpha():
            return None
        if (
            self.r.accusative(at)
            and not word.pro
            and at + 1 < limit
            and (self.words[at + 1].det or "actor" in self.lex[at + 1])
        ):
            return None
        phrase = Phrase(at, at, "thing")
        phrase.definite = word.det
        if word.cls == "g" and not word.det and not word.senses:
            end = self._name_end(at, limit, first=True)
            if end >= at:
                phrase.kind, phrase.last, phrase.name = "person", end, (at, end)
                phrase.definite = phrase.source = True
                return phrase
        head = PLACE_HEADS.get(word.core)
        phrase.last = self._modifiers(at + 1, limit, phrase, 3)
        phrase.name = (at, phrase.last)
        if head:
            inner = self._inner_place(at + 1, phrase.last, limit)
            named = phrase.last > at and self.words[at + 1].cls in _PLACELIKE and not self.words[at + 1].senses
            group = word.core == "جبهة" and inner is None
            if (inner is not None or word.det or named) and not group:
                phrase.kind = "place"
            if inner is not None:
                phrase.place, phrase.country = inner.entry, phrase.country or inner.entry.country
                phrase.last = max(phrase.last, inner.last)
                phrase.name = (at, phrase.last)
            elif word.core == "حدود":
                self._border(phrase, limit)
        return phrase

    def _border(self, phrase: Phrase, limit: int) -> None:
        """The border with one state or between two (الحدود بين إسرائيل وقطاع غزة) is named by them."""
        at = phrase.last + 1
        if at + 1 >= limit or self.forms[at] not in {"بين", "مع"}:
            return
        inner = self._build_inner(at + 1, limit)
        if inner is None or inner.kind not in {"state", "place"}:
            return
        phrase.last = inner.last
        if self.forms[at] == "بين" and inner.last + 1 < limit and "و" in self.words[inner.last + 1].pro:
            other = self._build_inner(inner.last + 1, limit)
            if other is not None and other.kind in {"state", "place"}:
                phrase.last = other.last
        phrase.kind, phrase.name = "place", (phrase.first, phrase.last)

    def _inner_place(self, first: int, last: int, limit: int) -> Mark | None:
        for at in range(first, min(last + 3, limit)):
            mark, actor = self.lex[at].get("place"), self.lex[at].get("actor")
            if mark is not None and not (actor is not None and actor.last > mark.last):
                return mark
            if self.forms[at] not in QUOTES_OPEN and at > last:
                return None
        return None


PREPS_OF_BACKING: Final = frozenset("من ل الى مع ب على".split())

PLACE_HEADS: Final[dict[str, str]] = {
    word: kind
    for kind, words in {
        "city": "مدينة مدينتي مدن عاصمة",
        "town": "بلدة بلدتي بلدات ناحية قضاء مركز",
        "village": "قرية قريتي قرى",
        "neighbourhood": "حي أحياء ضاحية شارع ساحة ميدان دوار",
        "governorate": "محافظة محافظتي محافظات ولاية ولايتي ولايات اقليم مقاطعة امارة لواء",
        "district": "مديرية مديريتي منطقة منطقتي مناطق قطاع ريف جبهة محور",
        "camp": "مخيم مخيمي مخيمات",
        "base": "قاعدة قاعدتي قواعد معسكر معسكرات ثكنة مقر",
        "airport": "مطار مطاري مطارات",
        "port": "ميناء مينائي موانئ مرفا",
        "crossing": "معبر معابر منفذ حدود",
        "sea": "بحر خليج مضيق ساحل سواحل",
        "island": "جزيرة جزر",
        "mountain": "جبل جبال وادي صحراء نهر سد حقل",
        "road": "طريق جسر",
    }.items()
    for word in words.split()
}
"""Head nouns of places (folded) and the kind they announce."""
