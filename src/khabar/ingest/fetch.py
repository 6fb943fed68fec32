"""Fetch pages politely and safely: public addresses alone, bounded in bytes, time, redirects and unpacking,
robots.txt obeyed, with a pause between requests to one site.

What comes back is data like any other: it is handed to the readers as a stream.
"""

from __future__ import annotations

import tempfile
import time
import zlib
from collections.abc import Callable, Collection, Iterator
from importlib.metadata import version
from types import TracebackType
from typing import BinaryIO, Self, cast

import httpcore
import httpx

from khabar.ingest.addresses import PublicBackend, RefusedError, Resolve, resolve
from khabar.ingest.bounds import Budget
from khabar.ingest.readers import Limits, TooLargeError
from khabar.ingest.robots import LONGEST, NOTHING, Robots, parse
from khabar.model import Record

AGENT = "khabar"
USER_AGENT = f"Khabar/{version('khabar')} (reads Arabic news into an event database; robots.txt product: {AGENT})"
_IN_MEMORY = 8 << 20
_ROBOTS_AGE = 24 * 3600.0
_LONGEST_PAUSE = 60.0
_REDIRECTS = (301, 302, 303, 307, 308)


class FetchError(ValueError):
    """A page that could not be fetched. The message goes on after the address: "answers 404 ...; check ...".

    ``status`` is the answer's, where there was one; ``wait`` the seconds after which the site asks to be tried again.
    """

    def __init__(self, message: str, *, status: int | None = None, wait: float | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.wait = wait


class Reach(Record, frozen=True, kw_only=True):
    """Bounds of one fetch: ``seconds`` from first name look-up to last byte, ``redirects`` followed, ``wire`` bytes
    as sent; ``pause`` seconds between two requests to one host."""

    seconds: float = 120.0
    redirects: int = 5
    wire: int = 256 << 20
    pause: float = 1.0


class Fetched(Record, frozen=True, kw_only=True):
    """An answer: ``url`` where it came from in the end, its body as a stream from the start (empty for
    ``unchanged``), type and character set as declared, and what a later conditional request has to send."""

    url: str
    stream: BinaryIO
    content_type: str = ""
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    unchanged: bool = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stream.close()


class Fetcher:
    """One client with its connections, robots.txt rules and pauses. Not for several threads at once.

    ``allowed``: (host, port) pairs exempt from the check of addresses, for tests against a server of their own.
    """

    def __init__(
        self,
        *,
        allowed: Collection[tuple[str, int]] = (),
        reach: Reach | None = None,
        limits: Limits | None = None,
        resolver: Resolve = resolve,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._reach = reach or Reach()
        self._limits = limits or Limits()
        self._backend = PublicBackend(allowed, resolver)
        self._client = httpx.Client(transport=_Transport(self._backend), follow_redirects=False, trust_env=False)
        self._robots: dict[str, tuple[float, Robots]] = {}
        self._last: dict[str, float] = {}
        self._sleep = sleep

    def close(self) -> None:
        self._client.close()

    def fetch(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """The page at ``url``. ``etag`` and ``modified`` of an earlier answer make the request conditional.

        Raises FetchError, with what was wrong and what to do, for everything else than a page. Close the result.
        """
        headers = {"If-None-Match": etag, "If-Modified-Since": modified}
        conditions = {name: value for name, value in headers.items() if value}
        for _ in range(self._reach.redirects + 1):
            address = _checked(url)
            robots = self.robots(address)
            if not robots.allows(str(address)):
                raise FetchError("may not be fetched: the site's robots.txt asks not to; save the page by hand")
            self._wait(address.host, robots)
            found = self._get(address, conditions)
            if isinstance(found, Fetched):
                return found
            url = found
        raise FetchError(f"leads on through more than {self._reach.redirects} redirects; give the page's own address")

    def robots(self, address: httpx.URL) -> Robots:
        """The rules of the site at ``address``, asked for once a day."""
        site = f"{address.scheme}://{address.netloc.decode('ascii')}"
        asked = self._robots.get(site)
        if asked is None or time.monotonic() - asked[0] > _ROBOTS_AGE:
            asked = self._robots[site] = (time.monotonic(), self._ask_robots(f"{site}/robots.txt"))
        return asked[1]

    def _ask_robots(self, url: str) -> Robots:
        """RFC 9309: no rules where there is no such page, nothing allowed where the site fails."""
        try:
            for _ in range(self._reach.redirects + 1):
                found = self._get(_checked(url), {})
                if isinstance(found, Fetched):
                    with found:
                        return parse(found.stream.read(LONGEST).decode("utf-8", "replace"), AGENT)
                url = found
        except FetchError as error:
            if error.status is not None and 400 <= error.status < 500 and error.status != 429:
                return Robots()
            if error.status is None:
                raise
            return NOTHING
        return Robots()

    def _wait(self, host: str, robots: Robots) -> None:
        """Let the pause pass since the last request to ``host``."""
        pause = min(max(self._reach.pause, robots.delay or 0.0), _LONGEST_PAUSE)
        left = self._last.get(host, -pause) + pause - time.monotonic()
        if left > 0:
            self._sleep(left)
        self._last[host] = time.monotonic()

    def _get(self, address: httpx.URL, conditions: dict[str, str]) -> Fetched | str:
        """One request: its answer, or the address it redirects to."""
        self._backend.start(self._reach.seconds)
        headers = {"User-Agent": USER_AGENT, "Accept-Encoding": "gzip, deflate", "Accept": "*/*", **conditions}
        try:
            with self._client.stream("GET", address, headers=headers) as response:
                if response.status_code in _REDIRECTS and "location" in response.headers:
                    return str(address.join(response.headers["location"]))
                _check_status(response)
                return _fetched(response, self._body(response))
        except RefusedError as error:
            raise FetchError(str(error)) from error
        except TooLargeError as error:
            raise FetchError(f"is {error}") from error
        except (httpcore.TimeoutException, httpx.TimeoutException) as error:
            raise FetchError(f"took longer than {self._reach.seconds:g} seconds; try again later") from error
        except zlib.error as error:
            raise FetchError(f"is packed in a way that cannot be unpacked ({error}); try again later") from error
        except (httpx.HTTPError, httpx.InvalidURL, httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
            reason = str(error) or type(error).__name__
            raise FetchError(f"cannot be reached ({reason[:200]}); check the address and the network") from error

    def _body(self, response: httpx.Response) -> BinaryIO:
        """The body, unpacked within bounds, in memory while it is small."""
        spool = cast(BinaryIO, tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115  closed with the answer
        try:
            for part in self._unpacked(response):
                spool.write(part)
        except BaseException:
            spool.close()
            raise
        spool.seek(0)
        return spool

    def _unpacked(self, response: httpx.Response) -> Iterator[bytes]:
        packing = response.headers.get("content-encoding", "identity").strip().lower()
        if packing not in ("identity", "", "gzip", "x-gzip", "deflate"):
            raise FetchError(f"is packed with {packing[:40]}, which was not asked for; save the page by hand")
        sent = _Sent()
        budget = Budget(self._limits, sent)
        unpack = None if packing in ("identity", "") else zlib.decompressobj(47)
        for chunk in response.iter_raw(1 << 16):
            sent.taken += len(chunk)
            if sent.taken > self._reach.wire:
                raise TooLargeError(f"larger than {self._reach.wire >> 20} MiB; fetch it by hand and read the file")
            if unpack is None:
                yield chunk
                continue
            while chunk and not unpack.eof:
                part = unpack.decompress(chunk, 1 << 20)
                budget.spend(len(part))
                yield part
                chunk = unpack.unconsumed_tail


class _Sent:
    """Bytes that came over the wire, as :class:`Budget` wants them counted."""

    def __init__(self) -> None:
        self.taken = 0


def _checked(url: str) -> httpx.URL:
    """``url`` as an address of the web. FetchError for anything else."""
    try:
        address = httpx.URL(url).copy_with(fragment=None)
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise FetchError(f"is no address of a page ({error}); write it as https://host/path") from error
    if address.scheme not in ("http", "https") or not address.host:
        raise FetchError("is no address of a page; write it as https://host/path")
    if address.userinfo:
        raise FetchError("holds a name and password, which are not sent; save the page by hand")
    return address


def _check_status(response: httpx.Response) -> None:
    status = response.status_code
    if 200 <= status < 300 or status == 304:
        return
    after = response.headers.get("retry-after", "")
    wait = float(after) if after.isdecimal() else None
    advice = "check the address" if status in (404, 410) else "try again later, or save the page by hand"
    raise FetchError(f"answers {status} {response.reason_phrase[:60]}; {advice}", status=status, wait=wait)


def _fetched(response: httpx.Response, body: BinaryIO) -> Fetched:
    content, _, _ = response.headers.get("content-type", "").partition(";")
    return Fetched(
        url=str(response.url),
        stream=body,
        content_type=content.strip().lower(),
        charset=response.charset_encoding,
        etag=response.headers.get("etag"),
        modified=response.headers.get("last-modified"),
        unchanged=response.status_code == 304,
    )


class _Transport(httpx.BaseTransport):
    """httpx over a connection pool whose connections the backend checks."""

    def __init__(self, backend: PublicBackend) -> None:
        context = httpx.create_ssl_context(trust_env=False)
        self._pool = httpcore.ConnectionPool(
            ssl_context=context, network_backend=backend, max_connections=8, keepalive_expiry=5.0
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = httpcore.URL(
            scheme=request.url.raw_scheme, host=request.url.raw_host, port=request.url.port, target=request.url.raw_path
        )
        asked = httpcore.Request(
            request.method, url, headers=request.headers.raw, content=request.stream, extensions=request.extensions
        )
        answer = self._pool.handle_request(asked)
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer), extensions=dict(answer.extensions)
        )

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


def default_fetcher() -> Fetcher:
    """The fetcher of a run: public addresses alone."""
    return Fetcher()
