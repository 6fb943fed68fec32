"""Make ``resources/vocabulary.tsv``: common words of news without their clitics, with a guess at their class.

    python scripts/make_vocabulary.py ../shared/language/words.tsv

Reads counts of written words. A word is kept whole unless what is left after a clitic is itself common. Words that the
file already has keep their class, given by hand (see ``lexicon.words.Word``); for new ones it is guessed: ``j`` is an
adjective (both genders, with and without the article), ``n`` (noun or adjective) a word that takes the article, ``v`` a
verb (a perfect with its feminine in ت, an imperfect that is seen with both ي and ت, neither with the article), ``w``
any other. Only words, no sentences, are written.
"""

from __future__ import annotations

import sys
from pathlib import Path

from khabar.text.normalise import fold

OUT = Path(__file__).parent.parent / "src/khabar/resources/vocabulary.tsv"
LEAST = 12


def counts(path: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for line in Path(path).read_text(encoding="utf-8").splitlines()[1:]:
        word, count = line.split("\t")[:2]
        word = fold(word).text
        if word.isalpha() and word[0] >= "\u0600":
            found[word] = found.get(word, 0) + int(count)
    return found


def strip(word: str, seen: dict[str, int]) -> str:
    """The word without clitics that its count gives away."""
    for prefix in ("وال", "بال", "فال", "كال", "لل", "ال"):
        rest = word[len(prefix) :]
        if word.startswith(prefix) and len(rest) > 2 and (seen.get(rest, 0) >= 5 or seen.get("ال" + rest, 0) >= 5):
            return rest
    for prefix in ("و", "ف", "ب", "ل", "ك", "س"):
        rest = word[1:]
        if word[0] != prefix or len(rest) < 3:
            continue
        share = 0.25 if prefix in "وفس" else 0.08 if kind(word, seen) == "w" and kind(rest, seen) in "nj" else 0.5
        if seen.get(rest, 0) >= max(5, seen[word] * share):
            return strip(rest, seen) if rest[0] in "بلكس" or rest.startswith("ال") else rest
        if prefix in "وف" and seen.get(rest, 0) >= 20 and kind(rest, seen) == "v" and seen.get(word + "ت", 0) >= 5:
            return rest
    return word


def adjective(word: str, seen: dict[str, int]) -> bool:
    """Seen in both genders, with and without the article, neither much rarer than the other."""
    base = word[:-1] if word.endswith("ة") else word
    forms = [seen.get(form, 0) for form in (base, base + "ة", "ال" + base, "ال" + base + "ة")]
    return (
        len(base) > 2
        and min(forms) >= 5
        and min(forms[:2]) >= 0.08 * max(forms[:2])
        and min(forms[2:]) >= 0.08 * max(forms[2:])
    )


def kind(word: str, seen: dict[str, int]) -> str:
    if adjective(word, seen):
        return "j"
    article = seen.get("ال" + word, 0) + seen.get("لل" + word, 0)
    if article >= max(3, seen.get(word, 0) * 0.02):
        return "n"
    if word[0] in "يتن" and len(word) > 3:
        other = {"ي": "ت", "ت": "ي", "ن": "ي"}[word[0]] + word[1:]
        if seen.get(other, 0) >= 5 or seen.get("س" + word, 0) >= 3:
            return "v"
    if len(word) > 2 and seen.get(word + "ت", 0) >= 5 and not seen.get("ال" + word + "ة"):
        return "v"
    if (
        word.endswith("ت")
        and len(word) > 3
        and seen.get(word[:-1], 0) >= 5
        and not seen.get("ال" + word[:-1], 0) > 10
        and not word.endswith("ات")
    ):
        return "v"
    if word.endswith("وا") and len(word) > 4:
        return "v"
    return "w"


def main() -> None:
    seen = counts(sys.argv[1])
    kept = dict(line.split("\t") for line in OUT.read_text(encoding="utf-8").splitlines()[1:])
    for word, count in seen.items():
        if count >= LEAST:
            stem = strip(word, seen)
            if len(stem) > 1:
                kept.setdefault(stem, kind(stem, seen))
    lines = [f"{word}\t{kept[word]}" for word in sorted(kept)]
    OUT.write_text("word\tclass\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print(len(kept), {name: list(kept.values()).count(name) for name in "vbnjdagloxfw"})


if __name__ == "__main__":
    main()
