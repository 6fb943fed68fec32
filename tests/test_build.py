"""Compiled modules give what their sources give; without a compiler there are none and one line says why."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from khabar.lexicon import kept
from making import ROOT, script

READ = """
import sys
from pathlib import Path
import msgspec
from khabar import pipeline
from khabar.model import Article
for number, line in enumerate(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()):
    row = msgspec.json.decode(line)
    found = pipeline.extract(Article(id=str(number), text=row["text"], published=row.get("published")))
    print(msgspec.json.encode(found).decode())
"""
PRESS = ROOT / "src" / "khabar" / "samples" / "articles" / "press.jsonl"


@pytest.fixture
def hook() -> ModuleType:
    return script("hatch_build.py")


def extracted(path: str | None) -> list[str]:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    if path is not None:
        environment["PYTHONPATH"] = path
    command = [sys.executable, "-c", READ, str(PRESS)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_installed_modules_read_the_samples_as_the_sources_do() -> None:
    installed = extracted(os.environ.get("PYTHONPATH"))
    assert len(installed) == 3
    assert installed == extracted(str(ROOT / "src"))


def test_hot_modules_are_compiled_and_records_are_not(hook: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT / "src")
    names = {name for patterns in hook.GROUPS.values() for name in hook.modules(*patterns)}
    assert {"khabar/text/tokens.py", "khabar/lexicon/marks.py", "khabar/claims/roles.py"} <= names
    assert not any(name.endswith(("__init__.py", "schema.py", "explain.py", "furniture.py")) for name in names)


def test_wishes_and_missing_compilers_are_named(hook: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KHABAR_PURE", "1")
    assert hook.reason_not_to() == "KHABAR_PURE is set"
    monkeypatch.delenv("KHABAR_PURE")
    monkeypatch.setenv("CC", "no-such-compiler -O2")
    assert "no-such-compiler" in hook.reason_not_to()


def test_a_failed_compilation_leaves_pure_python(hook: ModuleType, tmp_path: Path) -> None:
    hook.__file__ = str(tmp_path / "missing.py")
    libraries, reason = hook.compiled(ROOT, tmp_path)
    assert libraries == {}
    assert reason.startswith("compiling failed: ")


def test_a_wheel_brings_the_tables_of_the_lexicon(
    hook: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = hook.tables(ROOT, tmp_path)
    assert made is not None
    assert Path(hook.TABLES).name == kept.SHIPPED
    assert kept.read(made, kept.made_from(ROOT / "src" / "khabar" / "resources")) is not None
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert hook.tables(ROOT, tmp_path / "none") is None
