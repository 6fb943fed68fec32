"""An OpenAI-compatible endpoint that speaks real HTTP and answers as a test tells it to: well, badly, slowly, not at
all."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType
from typing import Any, NamedTuple


class Says(NamedTuple):
    """One response: ``content`` of the model, or a whole ``body``; ``delay`` in seconds; ``hang_up`` closes the
    connection without a word. ``tokens`` None: the endpoint does not say what it took."""

    content: str | dict[str, Any] = ""
    status: int = 200
    headers: Mapping[str, str] = MappingProxyType({})
    body: bytes | None = None
    tokens: tuple[int, int] | None = (1000, 100)
    finish: str = "stop"
    delay: float = 0.0
    hang_up: bool = False


Script = Callable[[int, dict[str, Any]], Says]


class FakeModel:
    """Serves ``script(n, request)``; ``requests`` are the bodies received, ``headers`` their headers."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.under_way = self.most = 0
        self._lock = threading.Lock()
        model = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                model.answer(self, body)

            def log_message(self, *arguments: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def answer(self, handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        with self._lock:
            number = len(self.requests)
            self.requests.append({**body, "path": handler.path})
            self.headers.append({key.lower(): value for key, value in handler.headers.items()})
            self.under_way += 1
            self.most = max(self.most, self.under_way)
        try:
            says = self.script(number, body)
            time.sleep(says.delay)
            if says.hang_up:
                handler.close_connection = True
                return
            self._send(handler, says)
        except (BrokenPipeError, ConnectionResetError):
            handler.close_connection = True
        finally:
            with self._lock:
                self.under_way -= 1

    def _send(self, handler: BaseHTTPRequestHandler, says: Says) -> None:
        payload = says.body if says.body is not None else json.dumps(self._completion(says)).encode()
        handler.send_response(says.status)
        for key, value in {"Content-Type": "application/json", **says.headers}.items():
            handler.send_header(key, value)
        handler.send_header("Content-Length", str(len(payload)))
        handler.end_headers()
        handler.wfile.write(payload)

    def _completion(self, says: Says) -> dict[str, Any]:
        content = says.content if isinstance(says.content, str) else json.dumps(says.content, ensure_ascii=False)
        if says.status != 200:
            return {"error": {"message": content}}
        message = {"role": "assistant", "content": content}
        completion: dict[str, Any] = {"choices": [{"index": 0, "message": message, "finish_reason": says.finish}]}
        if says.tokens is not None:
            completion["usage"] = {"prompt_tokens": says.tokens[0], "completion_tokens": says.tokens[1]}
        return completion

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
