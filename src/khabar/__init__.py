"""Khabar: raw Arabic news in, a source-attributed event database out.

Four verbs are the whole public interface:

- :func:`read`: articles from files into a store
- :func:`extract`: the claims of one article
- :func:`link`: the events that claims are about
- :func:`open`: questions asked of a store
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["extract", "link", "open", "read"]

if TYPE_CHECKING:
    from khabar.jobs.linking import link
    from khabar.jobs.reading import read
    from khabar.pipeline import extract
    from khabar.views.questions import open_store as open

_HOMES = {
    "read": ("khabar.jobs.reading", "read"),
    "extract": ("khabar.pipeline", "extract"),
    "link": ("khabar.jobs.linking", "link"),
    "open": ("khabar.views.questions", "open_store"),
}


def __getattr__(name: str) -> Any:
    """The verbs are imported when first used, so that ``import khabar`` costs nothing."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module 'khabar' has no attribute {name!r}; its verbs are {', '.join(__all__)}")
    module, verb = _HOMES[name]
    return getattr(import_module(module), verb)
