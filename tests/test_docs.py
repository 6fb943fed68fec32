"""What the documents say about commands, files and event types is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import khabar
from khabar.cli.main import COMMANDS
from khabar.model import FIGURE_KINDS, MODES, SOURCE_KINDS, STANCES, STATUSES

ROOT = Path(__file__).resolve().parents[1]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_every_command(command: str) -> None:
    assert f"khabar {command}" in read("README.md")


def test_the_readme_names_no_command_that_is_not_there() -> None:
    named = set(re.findall(r"^khabar (\w+)", read("README.md"), re.MULTILINE))
    assert named <= COMMANDS.keys()


def test_the_public_interface_is_four_verbs() -> None:
    assert sorted(khabar.__all__) == ["extract", "link", "open", "read"]
    for verb in khabar.__all__:
        assert callable(getattr(khabar, verb))
        assert f"khabar.{verb}(" in read("README.md")
    with pytest.raises(AttributeError, match="its verbs are extract, link, open, read"):
        _ = khabar.close


def test_the_codebook_names_every_code() -> None:
    text = read("docs/codebook.md")
    modes = {mode for group in MODES.values() for mode in group}
    for code in {*MODES, *modes, *STATUSES, *STANCES, *SOURCE_KINDS}:
        assert f"`{code}`" in text, code
    for kind in FIGURE_KINDS:
        assert kind in text


@pytest.mark.parametrize("document", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/codebook.md"])
def test_files_that_documents_point_to_are_there(document: str) -> None:
    text = read(document)
    linked = re.findall(r"\]\((?!http)([^)#]+)\)", text)
    named = [path for path in re.findall(r"`(src/[^`*]+|docs/[^`*]+|scripts/\w+\.py)`", text) if " " not in path]
    for path in linked + named:
        assert (ROOT / document).parent.joinpath(path).exists() or (ROOT / path).exists(), path
