"""Which network addresses may be fetched from: public ones alone, checked where the connection is made.

A name is resolved once, every address it resolves to is checked, and the connection goes to an address that was
checked, so that a name server that answers differently the second time gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable, Collection, Iterable
from typing import Any

import httpcore

Resolve = Callable[[str, int], list[str]]


class RefusedError(ValueError):
    """An address that is not fetched from; the message goes on after the address: "leads to ..."."""


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a name, by the system's resolver. RefusedError where it has none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise RefusedError(f"has a host that cannot be found ({host}); check the spelling and the network") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether a numeric address lies in the public network: not loopback, private, link-local, shared, reserved,
    multicast or unspecified, nor an IPv6 form that carries such an IPv4 address."""
    try:
        found = ipaddress.ip_address(address.split("%", 1)[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.sixtofour or (found.teredo[1] if found.teredo else None)
        if found.is_site_local or (inner is not None and not is_public(str(inner))):
            return False
    return found.is_global and not (found.is_multicast or found.is_reserved or found.is_unspecified)


class PublicBackend(httpcore.NetworkBackend):
    """Connections to public addresses alone, each within a deadline.

    ``allowed`` are (host, port) pairs that are exempt from the check, for tests against a server of their own.
    :meth:`start` sets the deadline, in seconds from now, that every read, write and connect keeps.
    """

    def __init__(self, allowed: Collection[tuple[str, int]] = (), resolver: Resolve = resolve) -> None:
        self._allowed = frozenset(allowed)
        self._resolve = resolver
        self._inner = httpcore.SyncBackend()
        self._ends = float("inf")

    def start(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds

    def left(self, timeout: float | None) -> float:
        """The seconds an operation may take. httpcore.ReadTimeout once the deadline has passed."""
        left = self._ends - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("deadline")
        return left if timeout is None else min(left, timeout)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = self._resolve(host, port)
        if (host, port) not in self._allowed and (inner := [each for each in addresses if not is_public(each)]):
            raise RefusedError(
                f"leads to {inner[0]}, an address inside a network; only public addresses are fetched: "
                "save the page and read the file"
            )
        fault: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in addresses:
            try:
                stream = self._inner.connect_tcp(address, port, self.left(timeout), local_address, socket_options)
                return _Stream(stream, self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                fault = error
        raise fault

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        raise RefusedError("leads to a socket of this machine; only public addresses are fetched")

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


class _Stream(httpcore.NetworkStream):
    """A connection whose operations keep the backend's deadline."""

    def __init__(self, inner: httpcore.NetworkStream, backend: PublicBackend) -> None:
        self._inner = inner
        self._backend = backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._backend.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._backend.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, self._backend.left(timeout)), self._backend)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
