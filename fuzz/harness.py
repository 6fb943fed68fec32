"""Fuzz one target by coverage, with atheris (`pip install '.[fuzz]'`).

    python fuzz/harness.py extract -max_total_time=600

Starts from the inputs kept in ``fuzz/corpus/TARGET`` and those found in earlier runs (``fuzz/found/TARGET``, not kept
in the repository); what follows the target's name goes to libFuzzer. A finding is written beside, as ``crash-...``: put
the smallest input that still fails into the corpus when it is mended; ``tests/test_fuzz.py`` runs all of it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

HERE = Path(__file__).resolve().parent


def main() -> None:
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    with atheris.instrument_imports(include=["khabar"]):
        from targets import TARGETS
    if name not in TARGETS:
        sys.exit(f"name a target: {', '.join(TARGETS)}")
    found, kept = HERE / "found" / name, HERE / "corpus" / name
    found.mkdir(parents=True, exist_ok=True)
    target = TARGETS[name]
    for path in sorted(kept.iterdir()):  # every module that the target imports late is instrumented now
        with atheris.instrument_imports(include=["khabar"]):
            target(path.read_bytes())
    atheris.Setup([sys.argv[0], str(found), str(kept), "-max_len=6000", "-timeout=20", *sys.argv[2:]], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
