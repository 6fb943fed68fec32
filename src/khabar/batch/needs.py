"""What batch runs need that not everybody installs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from khabar.errors import KhabarError

_EXTRAS = ("daft", "pyarrow")


@contextmanager
def batch_runs() -> Iterator[None]:
    """Say how to install what is missing, where something inside the block is."""
    try:
        yield
    except ImportError as error:
        if error.name is None or error.name.partition(".")[0] not in _EXTRAS:
            raise
        raise KhabarError(f"this needs {error.name}; install it with: pip install 'khabar[batch]'") from None
