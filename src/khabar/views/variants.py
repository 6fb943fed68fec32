"""A claim as its two readers read it, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from khabar.model import Claim, Record

FIELDS = ("type", "mode", "status", "stance", "actors", "targets", "place", "date", "figures", "weapons", "isnad")
DEFAULT = "default"


class FieldReading(Record, frozen=True, kw_only=True):
    """One field in words: ``stands`` as the claim has it, ``other`` as the other reader has it (the same where they
    agree, None where that reader saw no such claim), and the rules behind both."""

    field: str
    stands: str
    rule: str
    other: str | None
    other_rule: str
    differs: bool


class ClaimReading(Record, frozen=True, kw_only=True):
    """A claim with who read it (``readers``, the one whose values stand first) and every field that either fills."""

    quote: str
    readers: tuple[str, ...]
    fields: tuple[FieldReading, ...]


def reading_of(claim: Claim) -> ClaimReading:
    """The readings of ``claim``."""
    readers = tuple(claim.rules.get("reader", DEFAULT).split("+"))
    coded = msgspec.to_builtins(claim)
    variants = {variant.field: variant for variant in claim.variants}
    rows = []
    for field in FIELDS:
        stands = in_words(field, coded[field])
        variant = variants.get(field)
        other = in_words(field, variant.value) if variant else stands if len(readers) > 1 else None
        if stands or other:
            rows.append(
                FieldReading(
                    field=field,
                    stands=stands,
                    rule=claim.rules.get(field, ""),
                    other=other,
                    other_rule=variant.rule if variant else "",
                    differs=variant is not None,
                )
            )
    return ClaimReading(quote=claim.quote, readers=readers, fields=tuple(rows))


def in_words(field: str, value: Any) -> str:
    """The value of a field of a coded claim as one line; empty for none."""
    if not value:
        return ""
    if field in ("actors", "targets"):
        return ", ".join(_named(one, "country") for one in value)
    if field == "isnad":
        return " > ".join(_named(one, "kind") for one in value)
    if field == "place":
        return _named(value, "country")
    if field == "figures":
        return ", ".join(_figure(one) for one in value)
    if field == "weapons":
        return ", ".join(value)
    return str(value)


def _named(one: str | Mapping[str, Any], detail: str) -> str:
    if isinstance(one, str):
        return one
    return f"{one['text']} [{one[detail]}]" if one.get(detail) else str(one["text"])


def _figure(one: Mapping[str, Any]) -> str:
    low, high = one.get("low"), one.get("high")
    bounds = f"{low}" if low == high else f"{low}.." + ("" if high is None else f"{high}")
    return f"{one.get('what')} {bounds}"
