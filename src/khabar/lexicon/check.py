"""Check resource entries against their own examples: ``python -m khabar.lexicon.check [FILE...]``.

An entry has to match in each of its ``examples`` and in none of its ``counter`` sentences. For triggers the company
words (``with``, ``without``) are taken into account.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from khabar.lexicon.lexicon import Lexicon, default
from khabar.lexicon.load import Loaded, ResourceError, read_entries
from khabar.lexicon.marks import mark
from khabar.text import fold, tokenise


def ids_in(lexicon: Lexicon, sentence: str) -> set[tuple[str, str]]:
    """(kind, entry id) of everything that the lexicon finds in a sentence."""
    tokens = tokenise(fold(sentence))
    return {(found.kind, found.entry.id) for found in mark(lexicon, tokens).all() if found.kind != "func"}


def faults(lexicon: Lexicon, loaded: Loaded) -> Iterator[str]:
    """What is wrong with one entry, one line each."""
    entry = loaded.entry
    if not entry.examples:
        yield f"{loaded.where} {entry.id}: no example"
    for sentence in entry.examples:
        if (loaded.kind, entry.id) not in ids_in(lexicon, sentence):
            yield f"{loaded.where} {entry.id}: not found in its example: {sentence}"
    for sentence in entry.counter:
        if (loaded.kind, entry.id) in ids_in(lexicon, sentence):
            yield f"{loaded.where} {entry.id}: found in its counter-example: {sentence}"


def main(names: list[str]) -> int:
    try:
        lexicon = default()
    except ResourceError as error:
        print(error)
        return 1
    wanted = {Path(name).name for name in names}
    bad = total = 0
    for loaded in read_entries():
        if wanted and loaded.where.split(":")[0] not in wanted:
            continue
        total += 1
        for line in faults(lexicon, loaded):
            bad += 1
            print(line)
    print(f"{total} entries checked, {bad} faults")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
