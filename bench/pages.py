"""Time every page of a store on the server, without a browser: milliseconds of the fastest and the middle of five.

    python bench/make_store.py bench.db --claims 100000
    python bench/pages.py bench.db

What pages keep between requests is forgotten before each one.
"""

from __future__ import annotations

import statistics
import sys
import time

from fastapi.testclient import TestClient

from khabar.web.app import create_app

PATHS = (
    "/", "/?type=ASSAULT", "/?as_of=2023-06", "/events", "/events?place=العراق", "/events?text=اشتباكات",
    "/events?actor=الجيش&source=ضفاف", "/events?order=most", "/map", "/map?type=ASSAULT", "/actors",
    "/actors?by=الجيش العراقي&on=مدنيون", "/sources", "/sources?type=ASSAULT", "/sources?name=وكالة السهل", "/disputes",
    "/tallies", "/tallies?what=نازح", "/articles/bench-5", "/search?q=القوات", "/search?q=المسيرات&where=articles",
    "/import", "/exports", "/health", "/api/v1/events", "/api/v1/claims", "/api/v1/days", "/api/v1/places",
    "/api/v1/pairs", "/api/v1/sources", "/api/v1/cites", "/api/v1/disputes",
)  # fmt: skip


def main() -> None:
    app = create_app(sys.argv[1], hosts=("*",))
    site = app.state.site
    site.warm()
    with TestClient(app) as client:
        busiest = client.get("/api/v1/events", params={"order": "most", "limit": 1}).json()["items"][0]["id"]
        for path in (*PATHS, f"/events/{busiest}"):
            client.get(path)
            took = []
            for _ in range(5):
                site.forget()
                start = time.perf_counter()
                status = client.get(path).status_code
                took.append((time.perf_counter() - start) * 1000)
            print(f"{min(took):7.0f} {statistics.median(took):7.0f}  {status}  {path}")


if __name__ == "__main__":
    main()
