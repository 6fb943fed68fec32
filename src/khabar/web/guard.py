"""What stands between the network and the pages: hosts, security headers, entity tags."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CSP = "; ".join(
    (
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'",
        "connect-src 'self'", "worker-src blob:", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    )
)  # fmt: skip
HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_UNTAGGED = ("/static/", "/import", "/api/v1/imports", "/exports/", "/api/v1/exports/")


class Guard:
    """Answers only requests to a known host, so that no other site's name can be pointed at this server; sets the
    headers; answers 304 where the entity tag shown is the current one. ``state`` changes when the store does."""

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str], state: Callable[[], str]) -> None:
        self.app = app
        self.hosts = frozenset(hosts)
        self.state = state

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if "*" not in self.hosts and _host(headers.get("host", "")) not in self.hosts:
            await PlainTextResponse("unknown host; khabar serve --allow-host NAME lets it in", 421, headers=HEADERS)(
                scope, receive, send
            )
            return
        tag = self._tag(scope, headers)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                found = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    found.setdefault(name, value)
                if tag and message["status"] == 200:
                    found["ETag"] = tag
                    found["Cache-Control"] = "no-cache"
                elif "cache-control" not in found:
                    found["Cache-Control"] = "no-store"
            await send(message)

        shown = [part.strip().removeprefix("W/") for part in headers.get("if-none-match", "").split(",")]
        if tag and tag in shown:
            await send({"type": "http.response.start", "status": 304, "headers": _raw(tag)})
            await send({"type": "http.response.body", "body": b""})
            return
        await self.app(scope, receive, with_headers)

    def _tag(self, scope: Scope, headers: Headers) -> str | None:
        path = scope["path"]
        if scope["method"] not in ("GET", "HEAD") or path.startswith(_UNTAGGED):
            return None
        parts = (self.state(), path, scope["query_string"].decode("latin-1"), headers.get("accept-language", ""))
        return f'"{hashlib.sha256(chr(10).join(parts).encode("utf-8", "replace")).hexdigest()[:24]}"'


def _raw(tag: str) -> list[tuple[bytes, bytes]]:
    named = {**HEADERS, "ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept-Language"}
    return [(name.lower().encode(), value.encode()) for name, value in named.items()]


def _host(given: str) -> str:
    """The host's name without its port."""
    if given.startswith("["):
        return given.partition("]")[0] + "]"
    return given.partition(":")[0].lower()
