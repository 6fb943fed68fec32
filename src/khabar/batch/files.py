"""Files on disk and in object stores alike, by pyarrow's file systems.

``s3://bucket/key`` is any S3-compatible store: credentials, region and endpoint are taken from the environment
(``AWS_ACCESS_KEY_ID``, ``AWS_SECRET_ACCESS_KEY``, ``AWS_REGION``, ``AWS_ENDPOINT_URL``).
"""

from __future__ import annotations

import os
from functools import cache
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from pyarrow import Table, fs
from pyarrow import parquet as tables

from khabar.errors import KhabarError


@cache
def _system(place: str) -> fs.FileSystem:
    scheme = place.partition("://")[0] if "://" in place else "file"
    if scheme == "file":
        return fs.LocalFileSystem()
    if scheme in ("s3", "s3a"):
        end = urlsplit(os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL") or "")
        own: dict[str, Any] = {"endpoint_override": end.netloc, "scheme": end.scheme} if end.netloc else {}
        return fs.S3FileSystem(region=os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION"), **own)
    raise KhabarError(f"{place}: {scheme}:// cannot be read; give paths on disk or s3://bucket/key")


def system(place: str) -> fs.FileSystem:
    """The file system that ``place`` lies in."""
    scheme, mark, _ = place.partition("://")
    return _system(f"{scheme}://" if mark else "")


def path_in(place: str) -> str:
    """``place`` as its file system names it."""
    return place.partition("://")[2] if "://" in place else os.path.abspath(place)


def join(folder: str, *names: str) -> str:
    return "/".join((folder.rstrip("/"), *names))


def listed(place: str) -> list[tuple[str, int]]:
    """Every file at or below ``place`` with its size in bytes, sorted by name; hidden ones are left out.

    KhabarError where nothing is there.
    """
    own = system(place)
    try:
        here = own.get_file_info(path_in(place))
        if here.type == fs.FileType.File:
            return [(place, here.size)]
        found = own.get_file_info(fs.FileSelector(path_in(place), recursive=True))
    except FileNotFoundError:
        raise KhabarError(f"there is nothing at {place}; check the path") from None
    except OSError as error:
        raise KhabarError(f"{place} cannot be listed ({str(error)[:200]}); check the address and the rights") from error
    root = path_in(place).rstrip("/")
    kept = [item for item in found if item.is_file and not _hidden(item.path.removeprefix(root))]
    return sorted((join(place, item.path.removeprefix(root).lstrip("/")), item.size) for item in kept)


def _hidden(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))


def open_file(place: str) -> BinaryIO:
    """A stream of the file at ``place`` that can be moved about in."""
    stream: BinaryIO = system(place).open_input_file(path_in(place))
    return stream


def exists(place: str) -> bool:
    return bool(system(place).get_file_info(path_in(place)).type == fs.FileType.File)


def exists_folder(place: str) -> bool:
    return bool(system(place).get_file_info(path_in(place)).type == fs.FileType.Directory)


def names_in(folder: str) -> list[str]:
    """Names of the files in ``folder``; empty where there is none."""
    found = system(folder).get_file_info(fs.FileSelector(path_in(folder), allow_not_found=True))
    return sorted(item.base_name for item in found if item.is_file)


def write(place: str, data: bytes) -> None:
    """Put ``data`` at ``place`` in one piece: it is there whole or not at all."""
    own, path = system(place), path_in(place)
    if not isinstance(own, fs.LocalFileSystem):
        with own.open_output_stream(path) as stream:
            stream.write(data)
        return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    partial = f"{path}.{os.getpid()}.partial"
    with open(partial, "wb") as file:
        file.write(data)
    os.replace(partial, path)


def write_table(place: str, table: Table) -> None:
    """Put ``table`` at ``place`` as Parquet, whole or not at all."""
    import pyarrow as arrow

    sink = arrow.BufferOutputStream()
    tables.write_table(table, sink, compression="zstd")
    write(place, sink.getvalue().to_pybytes())


def read(place: str) -> bytes:
    with open_file(place) as stream:
        return stream.read()


def remove(folder: str) -> None:
    """Remove a folder and what is in it, if it is there."""
    if exists_folder(folder):
        system(folder).delete_dir(path_in(folder))


def remove_file(place: str) -> None:
    """Remove a file, if it is there."""
    if exists(place):
        system(place).delete_file(path_in(place))
