"""A small web site on this machine, for tests of fetching: pages set by hand, every request remembered."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """``pages`` maps paths to (status, headers, body), or to a function that answers by itself; ``asked`` are the
    (path, headers) of every request but those for robots.txt."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[int, dict[str, str], bytes] | Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.posted: list[bytes] = []
        self.port = 0

    @property
    def allowed(self) -> set[tuple[str, int]]:
        return {("127.0.0.1", self.port)}

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def put(self, path: str, body: bytes | str, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        data = body.encode() if isinstance(body, str) else body
        self.pages[path] = (200, {"Content-Type": kind, **named}, data)

    def send_on(self, path: str, to: str) -> None:
        self.pages[path] = (302, {"Location": to}, b"")

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def serving() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if self.path != "/robots.txt":
                site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            page = site.pages.get(self.path)
            if callable(page):
                page(self)
                return
            status, headers, body = page or (404, {}, b"none")
            tag = headers.get("ETag")
            if tag and self.headers.get("If-None-Match") == tag:
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            site.posted.append(self.rfile.read(int(self.headers["Content-Length"])))
            status = 500 if self.path == "/broken" else 204
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *values: Any) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A client that gives up is what some tests are about."""

    server = Server(("127.0.0.1", 0), Handler)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
