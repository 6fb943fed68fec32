"""Build hook: compiles the hot modules with mypyc when a wheel is built, so that reading is about twice as fast, and
builds the tables of the lexicon, so that the first start is as quick as the next.

Nothing depends on it. Without a C compiler, with ``KHABAR_PURE=1``, for an editable install or when compiling fails or
takes too long, the wheel is pure Python: the same sources, the same results. One line says which it became.

    python hatch_build.py [FOLDER]    compile a copy of the package into FOLDER (to measure and to test it)
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run as a script, without the build backend
    BuildHookInterface = object

COUNTS = tuple(f"mentions/{name}.py" for name in ("calendars", "number*", "quantities", "scanning", "time*"))
GROUPS = {
    "claims": (("claims/*.py",), ()),
    "reading": (("text/*.py", "lexicon/*.py", "mentions/*.py"), COUNTS),
    "counts": (COUNTS, ()),
    "cleaning": (
        (
            "ingest/blocks.py",
            "ingest/clean.py",
            "ingest/dat*.py",
            "ingest/heads.py",
            "ingest/split.py",
            "ingest/trailers.py",
        ),
        (),
    ),
}
"""Modules that are compiled together, by pattern, and those left to another group; calls inside a group are the
cheapest, groups are compiled at once, the longest first."""
LEFT_OUT = (
    "*/__init__.py",
    "lexicon/check.py",
    "lexicon/functions.py",
    "lexicon/kept.py",
    "lexicon/load.py",
    "lexicon/schema.py",
    "lexicon/tables.py",
    "claims/explain.py",
)
"""Modules that stay as they are: run once, records of msgspec, or not worth the time that compiling them takes."""
NEEDS = ["msgspec>=0.18", "ahocorasick_rs>=0.22"]
COMPILING = ["mypy>=1.18; platform_python_implementation == 'CPython'", "setuptools>=70"]
TABLES = "khabar/resources/lexicon.tables"
"""Where a wheel has the tables of the lexicon (``khabar.lexicon.kept``)."""
_BUILD_TABLES = (
    "import sys; from pathlib import Path; from khabar.lexicon import kept, load, building\n"
    "kept.write(Path(sys.argv[1]), kept.made_from(load.root()), building.build())"
)
SECONDS = 900
"""After this long the wheel is built without compiled modules."""
OPTIONS = ["--config-file=", "--ignore-missing-imports", "--follow-imports=silent"]
LEVEL = "1"
"""How hard the C compiler tries: with ``FLAGS`` as fast a result as from 2, in a third of the time."""
FLAGS = [
    *("-fno-semantic-interposition", "-fvisibility=hidden", "-fno-plt"),
    *("-foptimize-sibling-calls", "-freorder-functions", "-freorder-blocks-and-partition"),
    *("-fcaller-saves", "-fipa-ra", "-fpeephole2"),
    *("-DNDEBUG", "-w", "-Wno-all"),
]
"""For the C compiler on Linux: calls inside a library go straight to what they name or are spared (5 % of the speed),
what is seldom run stands apart; looking for mistakes in code made by a program takes as long as compiling it."""

FAILING = re.compile(r"^void (?:CPy_AddTraceback|CPy_\w*Error\w*)\([^;{]*\);", re.MULTILINE)
"""Functions of mypyc's runtime, as its header declares them, that only an error calls: told so, the compiler moves what
leads to them out of the way of what runs, which takes 4 % of the time."""


class CustomBuildHook(BuildHookInterface):  # type: ignore[misc, valid-type]
    """Adds the compiled modules to a wheel."""

    def dependencies(self) -> list[str]:
        return NEEDS if reason_not_to() else [*NEEDS, *COMPILING]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel" or version == "editable":
            return
        self._folder = tempfile.TemporaryDirectory(prefix="khabar-build-")
        if made := tables(Path(self.root), Path(self._folder.name)):
            build_data["force_include"][str(made)] = TABLES
        reason = reason_not_to()
        if reason:
            self.app.display_info(f"khabar is built as pure Python: {reason}")
            return
        libraries, reason = compiled(Path(self.root), Path(self._folder.name))
        if not libraries:
            self.app.display_warning(f"khabar is built as pure Python: {reason}")
            return
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        build_data["force_include"].update({str(path): name for path, name in libraries.items()})
        self.app.display_info(f"khabar is built with {len(libraries)} compiled libraries")

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        folder = getattr(self, "_folder", None)
        if folder is not None:
            folder.cleanup()


def reason_not_to() -> str:
    """Why nothing is compiled here, or ''."""
    if os.environ.get("KHABAR_PURE"):
        return "KHABAR_PURE is set"
    if sys.implementation.name != "cpython" or os.name != "posix":
        return "modules are compiled for CPython on POSIX systems alone"
    command = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")[0]
    if shutil.which(command) is None:
        return f"no C compiler ({command}) is there"
    if not Path(sysconfig.get_path("include"), "Python.h").exists():
        return "Python's C headers are missing"
    return ""


def tables(root: Path, folder: Path) -> Path | None:
    """The tables of the lexicon, built into ``folder``; None where its dependencies are not there: then each user's
    first start builds them."""
    path = folder / "lexicon.tables"
    command = [sys.executable, "-c", _BUILD_TABLES, str(path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root / "src"), *filter(None, sys.path)])}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, check=False)
    return path if done.returncode == 0 and path.exists() else None


def compiled(root: Path, folder: Path) -> tuple[dict[Path, str], str]:
    """Compile a copy of the package in ``folder``: each library with its place in the wheel, or none and the reason."""
    command = [sys.executable, str(Path(__file__).resolve()), str(folder)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    try:
        done = subprocess.run(
            command, cwd=root, env=environment, capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return {}, f"compiling took more than {SECONDS} seconds"
    if done.returncode:
        lines = (done.stderr or done.stdout).strip().splitlines()
        return {}, f"compiling failed: {lines[-1] if lines else 'no message'}"
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    return {path: path.relative_to(folder).as_posix() for path in sorted(folder.rglob(f"*{suffix}"))}, "no libraries"


def modules(patterns: tuple[str, ...], others: tuple[str, ...] = ()) -> list[str]:
    """Files of the modules to compile, below the folder that holds the package; ``others`` are another group's."""
    found = [path for pattern in patterns for path in sorted(Path("khabar").glob(pattern))]
    return [str(path) for path in found if not any(path.match(pattern) for pattern in (*LEFT_OUT, *others))]


def unlikely(folder: Path) -> list[str]:
    """Flags by which the compiler knows what only errors call, for which a header is written into ``folder``."""
    import mypyc

    header = Path(mypyc.__file__).parent / "lib-rt" / "CPy.h"
    if not header.exists():
        return []
    lines = [f"__attribute__((cold)) {found}" for found in FAILING.findall(header.read_text(encoding="utf-8"))]
    path = folder / "khabar_unlikely.h"
    path.write_text("\n".join(["#define PY_SSIZE_T_CLEAN", "#include <Python.h>", *lines, ""]), encoding="utf-8")
    return ["-include", str(path)]


def compile_into(folder: Path) -> None:
    """Copy the package to ``folder`` and put the compiled modules beside their sources."""
    from mypyc.build import mypycify
    from setuptools import Distribution

    source = Path(__file__).resolve().parent / "src"
    shutil.copytree(source, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    os.chdir(folder)
    groups = [(modules(*patterns), f"khabar_{group}") for group, patterns in GROUPS.items()]
    with tempfile.TemporaryDirectory() as scratch:
        extensions = mypycify(
            [*OPTIONS, *(path for paths, _ in groups for path in paths)],
            separate=groups,
            opt_level=LEVEL,
            debug_level="0",
            target_dir=scratch,
        )
        more = [*FLAGS, *unlikely(Path(scratch))] if sys.platform == "linux" else []
        for extension in extensions:
            extension.extra_compile_args = [*extension.extra_compile_args, *more]
        build = Distribution({"name": "khabar", "ext_modules": extensions}).get_command_obj("build_ext")
        build.inplace, build.parallel, build.build_temp, build.build_lib = True, os.cpu_count() or 1, scratch, scratch
        build.ensure_finalized()
        build.run()


if __name__ == "__main__":
    compile_into(Path(sys.argv[1] if len(sys.argv) > 1 else "build/compiled").resolve())
