"""Daft: natively on this machine or on a Ray cluster, the same work on both.

Work is done in tasks that each write one file, whole or not at all. A task that fails is tried again; so is what a
worker that died had in hand; what is written is never done twice, in this run or in the next.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from khabar.errors import KhabarError

ATTEMPTS = 3
_QUIET = {
    "DAFT_ANALYTICS_ENABLED": "0",
    "DO_NOT_TRACK": "true",
    "RAY_USAGE_STATS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
}
"""Both libraries would report their use over the network."""
Tell = Callable[[str], None]


class Engine:
    """Where tasks are done. ``ray``: the address of a cluster, ``local`` for one on this machine, None for no Ray.
    ``jobs``: how many tasks at a time; every processor's one where None. Use it as a context."""

    def __init__(self, *, ray: str | None = None, jobs: int | None = None) -> None:
        os.environ.update(_QUIET)
        import daft

        self.daft: Any = daft
        self.ray = ray
        self._started = False
        if ray is None:
            self.jobs = jobs or len(os.sched_getaffinity(0))
            if daft.get_or_infer_runner_type() != "native":
                daft.set_runner_native()
        else:
            self.jobs = self._join_cluster(ray, jobs)

    def _join_cluster(self, address: str, jobs: int | None) -> int:
        try:
            import ray
        except ImportError as error:
            raise KhabarError(f"a cluster needs {error.name}; install it with: pip install 'khabar[ray]'") from None
        if not ray.is_initialized():
            _check_answers(address)
            quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": "ERROR"}
            own = {"num_cpus": jobs, "include_dashboard": False} if address == "local" else {"address": address}
            try:
                ray.init(**own, **quiet)
            except (ConnectionError, ValueError, RuntimeError) as error:
                raise KhabarError(
                    f"no Ray cluster answers at {address} ({str(error).splitlines()[0][:120]}); "
                    "check the address, or use --ray local"
                ) from error
            self._started = True
        self.daft.set_runner_ray(noop_if_initialized=True)
        if self.daft.get_or_infer_runner_type() != "ray":
            raise KhabarError("this process has run batches without Ray before; start another one for the cluster")
        return jobs or max(
            1,
            int(ray.cluster_resources().get("CPU", 1)),  # type: ignore[no-untyped-call]
        )

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *_: object) -> None:
        if self._started:
            import ray

            ray.shutdown()

    def tables(self, folder: str) -> Any:
        """A frame of all Parquet tables in ``folder``."""
        return self.daft.read_parquet(f"{folder}/*.parquet", io_config=self._access(folder))

    def _access(self, place: str) -> Any:
        """How the engine reaches an object store, where it would not find out by itself."""
        end = os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL")
        if not (end and place.startswith(("s3://", "s3a://"))):
            return None
        given = {
            "endpoint_url": end,
            "region_name": os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION") or "us-east-1",
            "key_id": os.environ.get("AWS_ACCESS_KEY_ID"),
            "access_key": os.environ.get("AWS_SECRET_ACCESS_KEY"),
            "session_token": os.environ.get("AWS_SESSION_TOKEN"),
        }
        return self.daft.IOConfig(s3=self.daft.io.S3Config(**given, use_ssl=end.startswith("https")))

    def worker(self, work: str) -> Any:
        """Something to apply to columns: calls the function named ``module:function`` with a value of each, in as many
        processes as there are jobs (in this one where there is one); gives an empty string, or what went wrong."""
        daft = self.daft

        class Worker:
            def __init__(self, work: str) -> None:
                module, _, name = work.partition(":")
                self.work = getattr(import_module(module), name)

            def _run(self, *columns: Any) -> list[str]:
                said = []
                for values in zip(*(column.to_pylist() for column in columns), strict=True):
                    try:
                        self.work(*values)
                        said.append("")
                    except Exception as error:
                        said.append(f"{type(error).__name__}: {error}"[:300])
                return said

            run = daft.method.batch(_run, return_dtype=daft.DataType.string(), batch_size=1)

        if self.ray is None and self.jobs == 1:
            return daft.cls(Worker, use_process=False)(work).run
        own = True if self.ray is None else None  # a cluster's workers are processes anyway
        return daft.cls(Worker, max_concurrency=self.jobs, use_process=own)(work).run

    def each(self, tasks: Mapping[str, bytes], work: str, done: Callable[[], set[str]], tell: Tell) -> None:
        """Do all ``tasks`` (by name) that are not ``done`` yet. KhabarError for those that failed every time."""

        def again(left: set[str]) -> list[str]:
            names = sorted(left)
            frame = self.daft.from_pydict({"name": names, "task": [tasks[name] for name in names]})
            frame = frame.into_partitions(min(len(names), self.jobs * 4)) if self.ray else frame
            return [row["said"] for row in self.said(frame, work, "task")]

        self.attempt(set(tasks), again, done, tell)

    def said(self, frame: Any, work: str, *columns: str) -> list[dict[str, str]]:
        """What the worker said to each row of ``frame``, which has a column ``name``."""
        col = self.daft.col
        answer = self.worker(work)(*(col(column) for column in columns))
        found: list[dict[str, str]] = frame.select(col("name"), answer.alias("said")).to_pylist()
        return found

    def attempt(
        self, names: set[str], again: Callable[[set[str]], list[str]], done: Callable[[], set[str]], tell: Tell
    ) -> None:
        """Call ``again`` with what is not done until all of it is, at most :data:`ATTEMPTS` times."""
        faults: list[str] = []
        for turn in range(ATTEMPTS):
            left = names - done()
            if not left:
                return
            if turn:
                tell(f"{len(left)} of {len(names)} failed and are tried again ({faults[0] if faults else 'no reason'})")
            try:
                faults = [said for said in again(left) if said]
            except Exception as error:  # a worker that died takes the engine's run with it
                faults = [_reason(error)]
        left = names - done()
        if left:
            raise KhabarError(
                f"{len(left)} of {len(names)} parts failed {ATTEMPTS} times "
                f"({faults[0] if faults else 'no reason given'}); what is done is kept: run the same command again"
            )


def _check_answers(address: str) -> None:
    """KhabarError where nobody listens at ``host:port`` or ``ray://host:port``: Ray itself would try for minutes."""
    host, _, port = address.rpartition("//")[2].rpartition(":")
    if not host or not port.isdigit():
        return
    try:
        socket.create_connection((host, int(port)), timeout=10).close()
    except OSError as error:
        raise KhabarError(
            f"no Ray cluster answers at {address} ({error.strerror or error}); check the address, or use --ray local"
        ) from error


def _reason(error: Exception) -> str:
    """The line of an error that says most: a cluster's errors carry the traceback of the worker, its cause last."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return f"{type(error).__name__}: {lines[-1] if lines else ''}"[:300]
