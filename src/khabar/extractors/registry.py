"""Which extractors there are: those of Khabar, and those that installed packages offer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from typing import Any

import msgspec

from khabar.errors import KhabarError
from khabar.extractors.protocol import Capabilities, Extractor
from khabar.model import Record

GROUP = "khabar.extractors"
"""Entry points of this group name an :class:`Offer`."""
BUILT_IN = {
    "default": "khabar.extractors.default:OFFER",
    "llm": "khabar.extractors.llm:OFFER",
    "transformers": "khabar.extractors.tagger:OFFER",
}


class NoSettings(Record, frozen=True, kw_only=True):
    """An extractor without settings."""


class Offer(Record, frozen=True, kw_only=True):
    """An extractor that can be made: what it is in one line, what it declares, the struct of its ``settings``, and
    ``create``, which takes such a struct. ``needs``: modules it cannot do without; ``install``: what brings them."""

    about: str
    create: Callable[[Any], Extractor]
    capabilities: Capabilities = Capabilities()
    settings: type[msgspec.Struct] = NoSettings
    needs: tuple[str, ...] = ()
    install: str = ""

    def missing(self) -> tuple[str, ...]:
        """The modules of ``needs`` that are not installed."""
        return tuple(module for module in self.needs if find_spec(module) is None)


def offers() -> dict[str, Offer | str]:
    """Every extractor by name, Khabar's own first; the fault, in words, of one that cannot be loaded."""
    found: dict[str, Offer | str] = {}
    for name in (*BUILT_IN, *sorted(_installed())):
        try:
            found[name] = _offer(name)
        except KhabarError as error:
            found[name] = str(error)
    return found


def make(name: str, settings: Mapping[str, str] | None = None) -> Extractor:
    """The extractor called ``name`` with ``settings`` as a person writes them. KhabarError, one line, where there is
    none of that name, something it needs is not installed, or a setting is wrong."""
    offer = _offer(name)
    if missing := offer.missing():
        raise KhabarError(f"the extractor {name} needs {' and '.join(missing)}; install it with: {offer.install}")
    return offer.create(_settings(name, offer.settings, settings or {}))


def _installed() -> dict[str, list[EntryPoint]]:
    found: dict[str, list[EntryPoint]] = {}
    for point in entry_points(group=GROUP):
        if point.name not in BUILT_IN:
            found.setdefault(point.name, []).append(point)
    return found


def _offer(name: str) -> Offer:
    if name in BUILT_IN:
        module, _, attribute = BUILT_IN[name].partition(":")
        built_in: Offer = getattr(import_module(module), attribute)
        return built_in
    installed = _installed()
    points = installed.get(name)
    if points is None:
        raise KhabarError(f"there is no extractor {name}; the extractors are {', '.join((*BUILT_IN, *installed))}")
    packages = sorted({point.dist.name if point.dist else point.value for point in points})
    if len(packages) > 1:
        raise KhabarError(f"{' and '.join(packages)} both offer an extractor {name}; uninstall one of them")
    try:
        offer = points[0].load()
    except Exception as error:  # whatever a foreign package does when it is imported
        reason = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        raise KhabarError(
            f"the extractor {name} of {packages[0]} cannot be loaded ({reason}); repair or uninstall that package"
        ) from error
    if not isinstance(offer, Offer):
        raise KhabarError(
            f"the extractor {name} of {packages[0]} is {type(offer).__name__}, not a khabar.extractors.Offer; "
            "tell that package's authors"
        )
    return offer


def _settings(name: str, kind: type[msgspec.Struct], given: Mapping[str, str]) -> msgspec.Struct:
    known = [field.name for field in msgspec.structs.fields(kind)]
    for key in given:
        if key not in known:
            told = f"its settings are {', '.join(known)}" if known else "it has none"
            raise KhabarError(f"the extractor {name} has no setting {key}; {told}")
    try:
        return msgspec.convert(dict(given), kind, strict=False)
    except msgspec.ValidationError as error:
        message, _, path = str(error).partition(" - at ")
        at = path.strip("`$.")
        raise KhabarError(f"the setting {at}={given.get(at, '')} of the extractor {name} is wrong: {message}") from None


def described(kind: type[msgspec.Struct]) -> list[tuple[str, str, str]]:
    """Name, standing value and meaning of each setting of a struct."""
    rows = []
    for field in msgspec.inspect.type_info(kind).fields:  # type: ignore[attr-defined]
        meta = field.type
        about = (
            (meta.extra_json_schema or {}).get("description", "") if isinstance(meta, msgspec.inspect.Metadata) else ""
        )
        value = "" if field.default in (None, msgspec.NODEFAULT) else str(field.default)
        rows.append((field.name, value, about))
    return rows
