"""Tables of the lexicon are kept between starts; what is kept changes nothing but the time that a start takes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from khabar.lexicon import Lexicon, ResourceError, kept
from khabar.lexicon.building import build, surface_forms
from khabar.lexicon.check import ids_in
from khabar.lexicon.load import root
from khabar.lexicon.tables import Tables

SENTENCE = "ألقى الوزير باللوم على مدينة حلب بعد أن شنت الطائرات غارات عنيفة."
ENTRIES = {
    "light.jsonl": '{"id": "launch", "verbs": ["شن يشن"], "examples": ["شنت غارات"]}\n',
    "cues.jsonl": '{"id": "blame", "phrases": ["{ألقى يلقي} ... باللوم"]}\n',
    "weapons.jsonl": '{"id": "raid", "nouns": ["غارة غارات"], "phrases": ["[غارة غارات] عنيفة"], "with": ["طائرات"]}\n',
    "vocabulary.tsv": "word\tclass\nعنيف\tj\n",
}
PLACE = "aleppo\tحلب\t\tAleppo\tcity\tSYR\tحلب\t36.2\t37.1\t0\t1\n"
START = "from khabar.lexicon import default; print(len(default().places), default().word('غارات').core)"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A few resources of one's own."""
    made = tmp_path / "resources"
    (made / "places").mkdir(parents=True)
    for name, text in ENTRIES.items():
        (made / name).write_text(text, encoding="utf-8")
    (made / "places" / "towns.tsv").write_text(f"id\n{PLACE}", encoding="utf-8")
    return made


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder that is not there yet."""
    monkeypatch.setenv("KHABAR_CACHE", str(tmp_path / "cache" / "khabar"))
    return tmp_path / "cache" / "khabar"


def same(one: Tables, other: Tables) -> bool:
    return msgspec.msgpack.encode(one, order="deterministic") == msgspec.msgpack.encode(other, order="deterministic")


def refuse(folder: Path | None = None) -> Tables:
    raise AssertionError("built again")


def test_the_next_start_reads_what_the_first_has_kept(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = kept.tables(folder)
    assert [path.name[:8] for path in cache.iterdir()] == ["lexicon-"]
    monkeypatch.setattr(kept, "build", refuse)
    again = kept.tables(folder)
    assert same(first, again)
    found = ids_in(Lexicon(again), SENTENCE)
    assert found == ids_in(Lexicon(first), SENTENCE)
    assert found >= {("light", "launch"), ("cue", "blame"), ("weapon", "raid"), ("place", "aleppo")}


def test_shipped_resources_keep_all_they_tell(tmp_path: Path) -> None:
    made = build()
    key = kept.made_from(root())
    assert kept.write(tmp_path / "shipped", key, made)
    read = kept.read(tmp_path / "shipped", key)
    assert read is not None
    assert same(made, read)


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: b"",
        lambda whole: b"something else",
        lambda whole: whole[:40],
        lambda whole: whole[:-1],
        lambda whole: whole + b"\x00",
        lambda whole: whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:],
        lambda whole: whole[:20] + bytes([whole[20] ^ 1]) + whole[21:],
        lambda whole: whole[:100] * 3,
    ],
    ids="empty foreign short cut longer flipped other-key mixed".split(),
)
def test_a_damaged_file_is_made_anew(folder: Path, cache: Path, damage: Callable[[bytes], bytes]) -> None:
    first = kept.tables(folder)
    (path,) = cache.iterdir()
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    assert same(kept.tables(folder), first)
    assert len(path.read_bytes()) == len(whole)
    assert kept.read(path, kept.made_from(folder)) is not None


def test_a_whole_file_of_another_shape_is_made_anew(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as other:
        other.setattr(kept, "build", lambda folder: {"tables": "of another kind"})
        kept.tables(folder)
    assert same(kept.tables(folder), build(folder))


def test_what_is_no_file_is_passed_over(folder: Path, cache: Path) -> None:
    kept.tables(folder)
    (path,) = cache.iterdir()
    path.unlink()
    path.mkdir()
    assert same(kept.tables(folder), build(folder))
    path.rmdir()
    os.mkfifo(path)
    assert same(kept.tables(folder), build(folder))
    path.unlink()
    path.symlink_to(path)
    assert same(kept.tables(folder), build(folder))


def test_files_of_other_people_do_not_count(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.tables(folder)
    (path,) = cache.iterdir()
    mine = path.stat().st_uid
    key = kept.made_from(folder)
    monkeypatch.setattr(Path, "stat", _of(mine + 7))
    monkeypatch.setattr(os, "getuid", lambda: mine)
    assert kept.read(path, key) is None
    monkeypatch.setattr(os, "getuid", lambda: mine + 7)
    assert kept.read(path, key) is not None


def _of(owner: int) -> Callable[..., os.stat_result]:
    """``Path.stat`` where every file is somebody's."""

    def stat(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        state = list(os.stat(path, follow_symlinks=follow_symlinks))
        return os.stat_result([*state[:4], owner, *state[5:]])

    return stat


@pytest.mark.parametrize("change", ["edited", "added", "removed", "code", "version"])
def test_whatever_the_tables_are_made_from_counts(
    folder: Path, cache: Path, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.tables(folder)
    before = kept.made_from(folder)
    if change == "edited":
        path = folder / "light.jsonl"
        path.write_text(path.read_text(encoding="utf-8").replace("شن يشن", "كف يكف"), encoding="utf-8")
    elif change == "added":
        (folder / "titles.jsonl").write_text('{"id": "minister", "nouns": ["وزير"]}\n', encoding="utf-8")
    elif change == "removed":
        (folder / "places" / "towns.tsv").unlink()
    elif change == "code":
        monkeypatch.setattr(kept, "_code", lambda: [folder / "light.jsonl"])
    else:
        monkeypatch.setattr(sys, "version_info", (3, 99))
    assert kept.made_from(folder) != before
    assert same(kept.tables(folder), build(folder))


def test_faults_of_resources_are_told_and_nothing_is_kept(folder: Path, cache: Path) -> None:
    (folder / "light.jsonl").write_text('{"id": 3}\n', encoding="utf-8")
    with pytest.raises(ResourceError, match=r"light\.jsonl, line 1"):
        kept.tables(folder)
    assert not cache.exists()


def test_it_can_be_switched_off(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KHABAR_CACHE", "off")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    assert same(kept.tables(folder), build(folder))
    assert {path.name for path in tmp_path.iterdir()} == {"resources"}


def test_where_it_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KHABAR_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert kept.cache_folder() == tmp_path / "khabar"
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert kept.cache_folder() == tmp_path / "home" / ".cache" / "khabar"

    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    assert kept.cache_folder() is None


def test_nothing_can_be_written(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("KHABAR_CACHE", str(tmp_path / "file" / "below"))
    assert same(kept.tables(folder), build(folder))
    monkeypatch.setenv("KHABAR_CACHE", "/proc/none")
    assert same(kept.tables(folder), build(folder))


def test_a_full_disk_leaves_nothing_behind(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert same(kept.tables(folder), build(folder))
    assert list(cache.iterdir()) == []


def test_a_file_beside_the_resources_comes_first(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = build(folder)
    assert kept.write(folder / kept.SHIPPED, kept.made_from(folder), made)
    monkeypatch.setattr(kept, "build", refuse)
    assert same(kept.tables(folder), made)
    monkeypatch.setenv("KHABAR_CACHE", "off")
    assert same(kept.tables(folder), made)
    assert not cache.exists()


def test_only_the_newest_files_stay(folder: Path, cache: Path) -> None:
    cache.mkdir(parents=True)
    for number in range(7):
        old = cache / f"lexicon-{number}{'.part' if number % 2 else ''}"
        old.write_bytes(b"old")
        os.utime(old, (1000 + number, 1000 + number))
    (cache / "llm").mkdir()
    kept.tables(folder)
    names = sorted(path.name for path in cache.iterdir())
    assert len(names) == kept.MOST + 1
    assert {"lexicon-4", "lexicon-5.part", "lexicon-6"} < set(names)
    assert names[-1] == "llm"


def test_starts_at_the_same_time(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    environment = {**os.environ, "KHABAR_CACHE": str(cache)}
    starts = [
        subprocess.Popen([sys.executable, "-c", START], env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    told = {start.communicate()[0] for start in starts}
    assert [start.returncode for start in starts] == [0, 0, 0]
    assert len(told) == 1
    shipped = (root() / kept.SHIPPED).exists()
    assert len(list(cache.iterdir())) == (0 if shipped else 1)


def test_surface_forms(folder: Path) -> None:
    forms = surface_forms(folder)
    assert {"شنت", "غارات", "غارة عنيفة", "حلب"} <= set(forms)
