"""A PostgreSQL server of the tests' own: made by initdb in a temporary folder, on a socket and a loopback port."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

_NUMBERS = count(1)
_USER = "khabar"
_WORD = "secret"


def binaries() -> Path | None:
    """The folder of the newest installed server's programs; None where none is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    known = shutil.which("initdb")
    return Path(known).parent if known else None


class Server:
    """A running server. ``address(name)`` makes an empty database and gives its address."""

    def __init__(self, programs: Path) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="khabar-pg-", dir="/tmp"))
        self._programs = programs
        self._as: list[str] = []
        if os.geteuid() == 0:  # the server refuses to run as root
            owner = pwd.getpwnam("postgres")
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
            self._as = ["setpriv", "--reuid", str(owner.pw_uid), "--regid", str(owner.pw_gid), "--clear-groups"]
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        word = self.folder / "word"
        word.write_text(_WORD, encoding="ascii")
        self._run("initdb", "-D", self.data, "-U", _USER, "--pwfile", str(word), "-A", "scram-sha-256", "-E", "UTF8",
                  "--locale=C", "--no-sync")  # fmt: skip
        settings = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        self._run("pg_ctl", "-D", self.data, "-l", str(self.folder / "log"), "-o", settings, "-w", "start")

    @property
    def data(self) -> str:
        return str(self.folder / "data")

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [*self._as, str(self._programs / program), *arguments],
            capture_output=True, text=True, cwd="/tmp", env={"PATH": os.environ["PATH"], "PGPASSWORD": _WORD},
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"{program} failed: {done.stdout}{done.stderr}")

    def address(self, *, through_socket: bool = False, encoding: str = "UTF8") -> str:
        name = f"khabar_{next(_NUMBERS)}"
        host = str(self.folder)
        self._run("createdb", "-h", host, "-p", str(self.port), "-U", _USER, "-E", encoding, "-T", "template0", name)
        if through_socket:
            return f"postgresql://{_USER}:{_WORD}@/{name}?host={host}&port={self.port}"
        return f"postgresql://{_USER}:{_WORD}@127.0.0.1:{self.port}/{name}"

    def stop(self) -> None:
        self._run("pg_ctl", "-D", self.data, "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server for the whole session."""
    programs = binaries()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed (Debian's package: postgresql)")
    pytest.importorskip("pg8000", reason="the driver pg8000 is not installed: pip install 'khabar[postgresql]'")
    running = Server(programs)
    yield running
    running.stop()
