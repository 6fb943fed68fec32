"""What is told of games, shows, health, kitchens and the weather: players who attack, characters who kill, doctors who
call for walks are no news of force or politics."""

from __future__ import annotations

from typing import Final, NamedTuple

from khabar.claims.aftermath import suffers
from khabar.claims.candidates import Candidate
from khabar.mentions.reading import Reading
from khabar.text.ordered import below, between


class Genre(NamedTuple):
    """Words of a genre, folded as texts have them: those that hardly stand elsewhere, and those that belong to it
    beside them."""

    sure: frozenset[str]
    likely: frozenset[str]


GAMES: Final = Genre(
    frozenset(
        "مباراة مباريات مبارياته شوط مونديال ديربي لاعب لاعبا لاعبو لاعبي لاعبين لاعبون لاعبة لاعبات مرماه ركلة "
        "ركلات هداف اولمبياد مدرب مدربه ميدالية ميداليات عداء عداءة سباح ملاكم تسديدة تمريرة شباك ملعبه تنس "
        "فورمولا".split()
    ),
    frozenset(
        "منتخب منتخبا منتخبات دوري مرمى تصفيات مدربا هدف هدفا هدفين اهداف كاس بطولة ملعب ملاعب فريق فريقه نادي "
        "ناديه نهائي مهاجم مدافع حارس نقاط نقطة جولة حكم موسم تعادل تسجيل جزاء برباعية بثلاثية لقب ذهبية فضية "
        "برونزية سباق اولمبية قياسي فوز خسارة نظيره ضيفه غريمه لفة كرة".split()
    ),
)
SHOWS: Final = Genre(
    frozenset(
        "فيلم فيلما فيلمه فيلمها افلام مسلسلا مسلسلات مخرجة مخرجا فنان فنانة فنانين فنانون سينما سينمائي سينمائية "
        "دراما البوم البومه اغنية اغنيات اغاني مطرب مطربة ممثلة مسرحية مسرحي روائي روائية روايته روايتها شاعرة "
        "قصيدة قصائد ادباء قراء".split()
    ),
    frozenset(
        "مسلسل مخرج درامي درامية اديب روايات مهرجان دور بطولة شخصية قصة مشهد مشاهد جمهور نقاد ناقد نجم نجمة ممثل "
        "عمل حلقة عرض انتاج جائزة شاشة موسيقى غناء".split()
    ),
)
CARE: Final = Genre(
    frozenset(
        "سمنة فيتامين فيتامينات بروتين دهون سعرات كوليسترول انسولين سكري سرطان سرطانية شرايين جلطة تدخين مناعة "
        "بشرة اطعمة وصفة ملعقة ملاعق فرن دقيق بصل ثوم مقلاة توابل عصير حليب لبن".split()
    ),
    frozenset(
        "باحثون باحثين دراسة اعراض اطباء طبيب مرضى قلب دماغ دم خلايا علاج وزن غذاء غذائي غذائية تناول صحة مرض "
        "امراض مشي رياضة ماء ملح سكر زيت لحم نار قدر طعم مقادير دقائق كوب".split()
    ),
)
WEATHER: Final = Genre(
    frozenset(
        "ارصاد امطار رعدية حرارة رطوبة طقس هوائية منخفض مرتفع رياح صحو غائم غائما ثلوج صقيع ضباب زخات حارة باردة "
        "ماطر".split()
    ),
    frozenset("جوية درجة درجات درجتين كتلة موجة سواحل مرتفعات بحر امواج شمس شمال جنوب شرق غرب ليلا نهارا غدا".split()),
)
_PUBLIC: Final = frozenset(
    "شرطة جيش قوات امن داخلية خارجية دفاع وزارة وزير وزراء حكومة سلطات محكمة نيابة برلمان نواب سفير سفيرها سفيره "
    "سفراء سفارة قنصلية دبلوماسي دبلوماسية رئاسة ارهاب ارهابي ارهابيين ارهابية انتحاري انتحارية تفجير مسلح مسلحون "
    "مسلحين مسلحان مجهولون متظاهر متظاهرون متظاهرين تظاهرة تظاهرات مظاهرة مظاهرات احتجاج احتجاجات محتجون محتجين "
    "اعتداء اعتداءات شغب قتلى قتيل قتيلا جرحى قنبلة عبوة رصاص سياسي سياسية ازمة مقاطعة عقوبات معتقلين معتقل نزاع "
    "حرب غزو احتلال".split()
)
"""Words beside which even a game is where something else happened."""
_BARE: Final = frozenset("شرطة جيش امن محكمة قوات مسلح مسلحون مسلحين رصاص قنبلة تفجير حرب معتقل قتيل".split())
"""Those of them that stories have too."""
_SERIOUS: Final = _PUBLIC - _BARE
_TWICE: Final = 2
"""Such words around that make it more than a game."""
_SIGNS: Final = frozenset("الحمل الثور الجوزاء السرطان الاسد العذراء الميزان العقرب القوس الجدي الدلو الحوت".split())
"""Behind برج, what heads a piece of a horoscope."""
_REACH: Final = 110
"""Tokens on either side of a word that tell what is told of there."""
_ENOUGH: Final = 6
"""What the words there come to at least: two for each sure one, one for each likely one."""
_SURE: Final = 2
"""Sure words there at least."""
_TOWER: Final = frozenset(("برج",))
_PLAYED: Final = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "THREATEN", "REJECT"))
"""What players do in the words of soldiers."""
_WORDS: Final = 2
"""Words of games that make one sentence about a game."""
_GIVEN: Final = "AID"
"""What those are given whom illness and storms befell."""
_ACTORS: Final = ("actor",)
_NAMES: Final = ("actor", "institution", "country")


class Genres:
    """Where a text tells of games, shows, health and the weather."""

    def __init__(self, reading: Reading) -> None:
        self._r = reading
        self._games = _places(reading, GAMES)
        self._shows = _places(reading, SHOWS)
        self._care = _places(reading, CARE)
        self._weather = _places(reading, WEATHER)
        towers = reading.tokens.among(_TOWER)
        self._civic = _where(reading, _PUBLIC)
        self._staged = _where(reading, _SERIOUS)
        self._stars = len(towers) > 1 and sum(reading.forms[at + 1] in _SIGNS for at in towers) > 1

    def told(self, candidate: Candidate) -> bool:
        """Whether a word tells of such things, and nothing beside it concerns the public."""
        at = candidate.first
        if self._stars:
            return True
        if self._thick(at, self._games):
            return not self._public(candidate, self._civic)
        if self._played(candidate):
            return True
        if self._thick(at, self._shows):
            return not self._public(candidate, self._staged) and not self._r.names_any(candidate.sentence, _ACTORS)
        if candidate.type == _GIVEN or suffers(candidate):
            return False
        if self._thick(at, self._care):
            return not self._public(candidate, self._civic) and not self._r.names_any(candidate.sentence, _NAMES)
        return (
            self._thick(at, self._weather)
            and not self._public(candidate, self._civic)
            and not self._r.names_any(candidate.sentence, _ACTORS)
        )

    def _thick(self, at: int, places: tuple[list[int], list[int]]) -> bool:
        """Whether words of a genre stand thick enough around a token, the sure ones not all the same."""
        sure, likely = places
        if len(sure) < _SURE:
            return False
        start, end = below(sure, at - _REACH), below(sure, at + _REACH)
        if end - start < _SURE or 2 * (end - start) + _count(likely, at - _REACH, at + _REACH) < _ENOUGH:
            return False
        return len({self._r.words[one].core for one in sure[start:end]}) > 1

    def _played(self, candidate: Candidate) -> bool:
        """The sentence alone is about a game (أطلق المهاجم قذيفة هزت شباك الضيوف)."""
        sure, likely = self._games
        if not sure or candidate.type not in _PLAYED or suffers(candidate):
            return False
        sentence = self._r.sentences[candidate.sentence]
        many = _count(sure, sentence.first, sentence.last)
        if many == 0 or many + _count(likely, sentence.first, sentence.last) < _WORDS:
            return False
        return not self._public(candidate, self._civic)

    def _public(self, candidate: Candidate, civic: list[int]) -> bool:
        """Such a word stands in the sentence, or several around it."""
        sentence, at = self._r.sentences[candidate.sentence], candidate.first
        return between(civic, sentence.first, sentence.last) or _count(civic, at - _REACH, at + _REACH) >= _TWICE


def _places(reading: Reading, genre: Genre) -> tuple[list[int], list[int]]:
    """Where a text has the sure words of a genre, and the likely ones if it has any of these."""
    sure = _where(reading, genre.sure)
    return sure, _where(reading, genre.likely) if sure else sure


def _where(reading: Reading, words: frozenset[str]) -> list[int]:
    """Where words stand, as written or behind clitics."""
    written, behind = reading.tokens.among(words), reading.tokens.cores(words)
    if not behind or written == behind:
        return written
    return sorted({*written, *behind}) if written else behind


def _count(places: list[int], start: int, end: int) -> int:
    """How many of them lie from ``start`` up to ``end``."""
    return below(places, end) - below(places, start)
