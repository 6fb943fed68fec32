"""Options of a setting, the place or the date of a claim, scored by how they stand to its trigger."""

from __future__ import annotations

from typing import Final, Generic, TypeVar

from khabar.claims.candidates import Candidate
from khabar.claims.scorer import Feature, logistic, model
from khabar.claims.templates import Templates, scoring
from khabar.claims.weights import Folded, Values, alone

OWN: Final = "frame type id pos form"
"""What is known of the trigger, as :func:`own_values` gives it."""
Value = TypeVar("Value")


class SettingOption(Generic[Value]):
    """A place, or a date in EDTF, that a claim may have. ``own`` and ``values`` are the fields of its ``templates``."""

    __slots__ = ("own", "rule", "templates", "value", "values")

    def __init__(self, value: Value, rule: str, templates: Templates, own: Values, values: Values) -> None:
        self.value = value
        self.rule = rule
        self.templates = templates
        self.own = own
        self.values = values

    @property
    def features(self) -> tuple[Feature, ...]:
        """Every feature of the option."""
        return self.templates.features(self.own, self.values)


def own_values(candidate: Candidate) -> Values:
    """The values of :data:`OWN` for a trigger."""
    return candidate.frame, candidate.type, candidate.id, candidate.pos, candidate.form


def best_option(
    options: list[SettingOption[Value]], name: str, threshold: float | None = None
) -> tuple[SettingOption[Value], float] | None:
    """The option that the named model likes best, with its probability, if that is over the threshold."""
    best: SettingOption[Value] | None = None
    most = -1.0
    templates: Templates | None = None
    folded: Folded | None = None
    for option in options:  # those of one family stand together
        if folded is None or option.templates is not templates:
            templates = option.templates
            folded = scoring(templates, name).of(option.own)
        value = logistic(alone(folded.total(option.values)))
        if value > most:
            best, most = option, value
    least = model(name).threshold if threshold is None else threshold
    return None if best is None or most < least else (best, most)
