"""Time every page of a store on the server, without a browser: milliseconds of the fastest and the middle of five, the
processor's time of the quickest (what is left of a busy machine's noise), and kilobytes of the answer.

    python bench/make_store.py bench.db --claims 100000
    python bench/pages.py bench.db [--only /map] [--rounds 5]

What pages keep between requests is forgotten before each one. The columns that lists are made from are read when the
server starts; how long that takes, and how long to bring them up to date once the store has changed, is told first.
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from khabar.views import columns
from khabar.web.app import create_app

BUDGET = 300
"""Milliseconds that a page of a store of 100,000 claims may take."""
PATHS = (
    "/", "/?type=ASSAULT", "/?as_of=2023-06", "/events", "/events?place=العراق", "/events?text=اشتباكات",
    "/events?actor=الجيش&source=ضفاف", "/events?order=most", "/map", "/map?type=ASSAULT", "/map?place=العراق",
    "/actors", "/actors?type=ASSAULT", "/actors?by=الجيش العراقي&on=مدنيون", "/sources", "/sources?type=ASSAULT",
    "/sources?name=وكالة السهل", "/sources?name=مصدر طبي", "/disputes", "/disputes?type=ASSAULT", "/tallies",
    "/tallies?what=نازح", "/articles/bench-5", "/search?q=القوات", "/search?q=المسيرات&where=articles", "/import",
    "/exports", "/health", "/api/v1/events", "/api/v1/claims", "/api/v1/days", "/api/v1/places", "/api/v1/pairs",
    "/api/v1/sources", "/api/v1/cites", "/api/v1/disputes",
)  # fmt: skip


def timed(client: TestClient, site: Any, path: str, rounds: int) -> tuple[list[float], float, int, int]:
    """Milliseconds of each round, the least of the processor's, the last status and the bytes answered."""
    took, worked = [], []
    for _ in range(rounds + 1):
        site.forget()
        start, busy = time.perf_counter(), time.process_time()
        response = client.get(path)
        took.append((time.perf_counter() - start) * 1000)
        worked.append((time.process_time() - busy) * 1000)
    return took[1:], min(worked[1:]), response.status_code, len(response.content)


def outdated(site: Any) -> None:
    """Bring the columns up to date as if something had been stored."""
    columns.KEPT[site.store].state = "another"
    columns.columns_of(site.store)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--only", action="append", default=[], help="pages whose path begins so; may be repeated")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    app = create_app(given.store, hosts=("*",))
    site = app.state.site
    for what in ("start", "after a change"):
        begun, busy = time.perf_counter(), time.process_time()
        (site.warm if what == "start" else lambda: outdated(site))()
        print(f"{(time.perf_counter() - begun) * 1000:7.0f}{(time.process_time() - busy) * 1000:16.0f} cpu  {what}")
    late = 0
    with TestClient(app) as client:
        busiest = client.get("/api/v1/events", params={"order": "most", "limit": 1}).json()["items"][0]["id"]
        paths = [
            path for path in (*PATHS, f"/events/{busiest}") if not given.only or path.startswith(tuple(given.only))
        ]
        print("fastest  middle     cpu      kB  status")
        for path in paths:
            took, worked, status, size = timed(client, site, path, given.rounds)
            over = " over" if min(took) > BUDGET else ""
            late += bool(over)
            middle = statistics.median(took)
            print(
                f"{min(took):7.0f} {middle:7.0f} {worked:7.0f} {size / 1000:7.0f}  {status}  {path}{over}", flush=True
            )
    print(f"{len(paths)} pages, {late} over {BUDGET} ms")


if __name__ == "__main__":
    main()
