"""Fixtures for all tests. In continuous integration nothing may be skipped: a check that does not run is no check."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from khabar.cli.main import run
from making import Khabar, Said, use_stand_ins


def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if os.environ.get("CI") and skipped and session.exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        reporter.write_line(f"{len(skipped)} skipped, which continuous integration does not allow", red=True)


@pytest.fixture
def khabar(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Khabar:
    """Runs a command line in an empty folder, with the stand-in extractor and linker."""
    use_stand_ins(monkeypatch)
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str | Path) -> Said:
        code: Any = 0
        try:
            run([str(argument) for argument in arguments])
        except SystemExit as error:
            code = error.code or 0
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return call
