"""What is told of games, shows, health, kitchens and the weather: players who attack, characters who kill, doctors who
call for walks are no news of force or politics."""

from __future__ import annotations

from typing import Final, NamedTuple

from khabar.claims.aftermath import suffers
from khabar.claims.candidates import Candidate
from khabar.mentions.reading import Reading
from khabar.text.ordered import below, between
from khabar.text.tokens import Tokens


class Genre(NamedTuple):
    """Words of a genre, folded as texts have them: those that hardly stand elsewhere, and those that belong to it
    beside them."""

    sure: frozenset[str]
    likely: frozenset[str]


def _with_article(words: str) -> frozenset[str]:
    """Each word with and without ال, و, ب, ل before it."""
    return frozenset(lead + word for word in words.split() for lead in ("", "ال", "و", "وال", "بال", "لل", "ب", "ل"))


GAMES: Final = Genre(
    _with_article(
        "مباراة مباريات مبارياته دوري شوط مونديال ديربي لاعب لاعبا لاعبو لاعبي لاعبين لاعبون لاعبة لاعبات منتخب "
        "منتخبا منتخبات مرمى مرماه ركلة ركلات هداف تصفيات اولمبياد مدرب مدربه مدربا ميدالية ميداليات عداء عداءة "
        "سباح ملاكم تسديدة تمريرة شباك ملعبه"
    ),
    _with_article(
        "هدف هدفا هدفين اهداف كاس بطولة ملعب ملاعب فريق فريقه نادي ناديه نهائي مهاجم مدافع حارس نقاط نقطة جولة "
        "حكم موسم تعادل تسجيل جزاء برباعية بثلاثية لقب ذهبية فضية برونزية سباق اولمبية قياسي فوز خسارة نظيره ضيفه "
        "غريمه"
    ),
)
SHOWS: Final = Genre(
    _with_article(
        "فيلم فيلما فيلمه فيلمها افلام مسلسل مسلسلا مسلسلات مخرج مخرجا مخرجة فنان فنانة فنانين فنانون سينما "
        "سينمائي سينمائية دراما درامي درامية البوم البومه اغنية اغنيات اغاني مطرب مطربة ممثلة مسرحية مسرحي تمثيل "
        "روائي روائية روايته روايتها روايات شاعرة قصيدة قصائد اديب ادباء قراء"
    ),
    _with_article(
        "مهرجان دور بطولة شخصية قصة مشهد مشاهد جمهور نقاد ناقد نجم نجمة ممثل عمل حلقة عرض انتاج جائزة شاشة موسيقى غناء"
    ),
)
CARE: Final = Genre(
    _with_article(
        "باحثون باحثين دراسة سمنة فيتامين فيتامينات بروتين دهون سعرات كوليسترول انسولين سكري سرطان سرطانية شرايين "
        "جلطة تدخين اعراض مناعة بشرة اطعمة وصفة ملعقة ملاعق فرن دقيق بصل ثوم مقلاة توابل عصير حليب لبن"
    ),
    _with_article(
        "اطباء طبيب مرضى قلب دماغ دم خلايا علاج وزن غذاء غذائي غذائية تناول صحة مرض امراض اصابة مشي رياضة ماء ملح "
        "سكر زيت لحم نار قدر طعم مقادير دقائق كوب"
    ),
)
WEATHER: Final = Genre(
    _with_article(
        "ارصاد امطار رعدية حرارة رطوبة طقس هوائية منخفض مرتفع رياح صحو غائم غائما ثلوج صقيع ضباب زخات حارة باردة ماطر"
    ),
    _with_article("جوية درجة درجات درجتين كتلة موجة سواحل مرتفعات بحر امواج شمس شمال جنوب شرق غرب ليلا نهارا غدا"),
)
_PUBLIC: Final = frozenset(
    "شرطة جيش قوات امن داخلية خارجية دفاع وزارة وزير وزراء حكومة سلطات محكمة نيابة برلمان نواب سفير سفيرها سفيره "
    "سفراء سفارة قنصلية دبلوماسي دبلوماسية رئاسة ارهاب ارهابي ارهابيين ارهابية انتحاري انتحارية تفجير مسلح مسلحون "
    "مسلحين مسلحان مجهولون متظاهر متظاهرون متظاهرين تظاهرة تظاهرات مظاهرة مظاهرات احتجاج احتجاجات محتجون محتجين "
    "اعتداء اعتداءات شغب قتلى قتيل قتيلا جرحى قنبلة عبوة رصاص سياسي سياسية ازمة مقاطعة عقوبات معتقلين معتقل نزاع "
    "حرب غزو احتلال".split()
)
"""Words beside which even a game is where something else happened."""
_PLACED: Final = _with_article(" ".join(_PUBLIC))
_BARE: Final = _with_article("شرطة جيش امن محكمة قوات مسلح مسلحون مسلحين رصاص قنبلة تفجير حرب معتقل قتيل")
"""Those of them that stories have too."""
_STAGED: Final = _PLACED - _BARE
_TWICE: Final = 2
"""Such words around that make it more than a game."""
_SIGNS: Final = frozenset("الحمل الثور الجوزاء السرطان الاسد العذراء الميزان العقرب القوس الجدي الدلو الحوت".split())
"""Behind برج, what heads a piece of a horoscope."""
_REACH: Final = 110
"""Tokens on either side of a word that tell what is told of there."""
_ENOUGH: Final = 8
"""What the words there come to at least: two for each sure one, one for each likely one."""
_SURE: Final = 3
"""Sure words there at least."""
_TOWER: Final = frozenset(("برج",))
_PLAYED: Final = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "THREATEN", "REJECT"))
"""What players do in the words of soldiers."""
_WORDS: Final = 2
"""Words of games that make one sentence about a game."""
_GIVEN: Final = "AID"
"""What those are given whom illness and storms befell."""
_NAMES: Final = ("actor", "institution", "country")
_ACTORS: Final = _NAMES[:1]


class Genres:
    """Where a text tells of games, shows, health and the weather."""

    def __init__(self, reading: Reading) -> None:
        self._r = reading
        tokens = reading.tokens
        self._games = _places(tokens, GAMES)
        self._shows = _places(tokens, SHOWS)
        self._care = _places(tokens, CARE)
        self._weather = _places(tokens, WEATHER)
        towers = tokens.among(_TOWER)
        self._civic = tokens.among(_PLACED)
        self._staged = tokens.among(_STAGED)
        self._stars = len(towers) > 1 and sum(reading.forms[at + 1] in _SIGNS for at in towers) > 1

    def told(self, candidate: Candidate) -> bool:
        """Whether a word tells of such things, and nothing beside it concerns the public."""
        at = candidate.first
        if self._stars:
            return True
        if _thick(at, self._games):
            return not self._public(candidate, self._civic)
        if self._played(candidate):
            return True
        if _thick(at, self._shows):
            return not self._public(candidate, self._staged) and not self._named(candidate, _ACTORS)
        if candidate.type == _GIVEN or suffers(candidate):
            return False
        if _thick(at, self._care):
            return not self._public(candidate, self._civic) and not self._named(candidate, _NAMES)
        return (
            _thick(at, self._weather)
            and not self._public(candidate, self._civic)
            and not self._named(candidate, _ACTORS)
        )

    def _played(self, candidate: Candidate) -> bool:
        """The sentence alone is about a game (أطلق المهاجم قذيفة هزت شباك الضيوف)."""
        sure, likely = self._games
        if not sure or candidate.type not in _PLAYED or suffers(candidate):
            return False
        sentence = self._r.sentences[candidate.sentence]
        many = _between(sure, sentence.first, sentence.last)
        return (
            many > 0
            and many + _between(likely, sentence.first, sentence.last) >= _WORDS
            and not between(self._civic, sentence.first, sentence.last)
        )

    def _public(self, candidate: Candidate, civic: list[int]) -> bool:
        """Such a word stands in the sentence, or several around it."""
        sentence, at = self._r.sentences[candidate.sentence], candidate.first
        return between(civic, sentence.first, sentence.last) or _between(civic, at - _REACH, at + _REACH) >= _TWICE

    def _named(self, candidate: Candidate, kinds: tuple[str, ...]) -> bool:
        """Somebody whom the lexicon knows stands in the sentence."""
        sentence = self._r.sentences[candidate.sentence]
        return any(kind in self._r.lex[at] for at in range(sentence.first, sentence.last) for kind in kinds)


def _places(tokens: Tokens, genre: Genre) -> tuple[list[int], list[int]]:
    """Where a text has the sure and the likely words of a genre."""
    return tokens.among(genre.sure), tokens.among(genre.likely)


def _thick(at: int, places: tuple[list[int], list[int]]) -> bool:
    """Whether words of a genre stand thick enough around a token."""
    sure, likely = places
    if len(sure) < _SURE:
        return False
    many = _between(sure, at - _REACH, at + _REACH)
    return many >= _SURE and 2 * many + _between(likely, at - _REACH, at + _REACH) >= _ENOUGH


def _between(places: list[int], start: int, end: int) -> int:
    """How many of them lie from ``start`` up to ``end``."""
    return below(places, end) - below(places, start)
