"""What the documents say about commands, files and event types is true."""

from __future__ import annotations

import re

import click
import pytest
from typer.main import get_command

import khabar
from khabar.cli.main import COMMANDS, app
from khabar.model import FIGURE_KINDS, MODES, SOURCE_KINDS, STANCES, STATUSES
from making import ROOT

PAGES = sorted(f"docs/{path.name}" for path in ROOT.glob("docs/*.md"))
DOCUMENTS = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", *PAGES]


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


@pytest.mark.parametrize("document", DOCUMENTS)
def test_files_that_documents_point_to_are_there(document: str) -> None:
    text = read(document)
    linked = re.findall(r"\]\((?!http)([^)#]+)\)", text)
    named = [path for path in re.findall(r"`((?:src|docs|scripts|bench|fuzz)/[^`*]+)`", text) if " " not in path]
    for path in linked + named:
        assert (ROOT / document).parent.joinpath(path).exists() or (ROOT / path).exists(), path


@pytest.mark.parametrize("document", DOCUMENTS)
def test_options_that_documents_give_a_command_are_its_own(document: str) -> None:
    lines = [line.partition("  #")[0] for line in read(document).splitlines()]
    for name, rest in re.findall(r"\bkhabar ([a-z]+)\b([^`|\n]*)", "\n".join(lines)):
        if name in COMMANDS:
            given = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", rest.partition("khabar ")[0]))
            assert given <= options(name), name


def options(name: str) -> set[str]:
    group = get_command(app)
    command = group.get_command(click.Context(group), name)
    assert command is not None
    return {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}


def test_the_architecture_names_every_module_of_claims() -> None:
    text = read("ARCHITECTURE.md")
    told = text[text.index("## Inside `claims`") : text.index("## What stays true")]
    modules = {path.stem for path in (ROOT / "src" / "khabar" / "claims").glob("*.py")} - {"__init__", "assemble"}
    assert modules <= set(re.findall(r"`(\w+)`", told))
