"""The faults of the sample sites as data: which, where, on which days, and what must be found."""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from duwang.demo.texts import load

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault; days count from the last simulated day, which is 0."""

    site: str
    check: str | None
    """The check that must find it; None: a trap about which nothing may be said."""
    effect: str
    days: tuple[Span, ...]
    seen: tuple[Span, ...]
    """Days on which the finding stands."""
    about: dict[str, Any] = field(hash=False)
    """What the effect needs to know."""

    def is_there(self, day: int) -> bool:
        """True on the days of the fault."""
        return _within(self.days, day)

    def is_found(self, day: int) -> bool:
        """True on the days on which a reading must find it."""
        return self.check is not None and _within(self.seen, day)


def _within(spans: tuple[Span, ...], day: int) -> bool:
    return any(first <= day <= last for first, last in spans)


def _fault(entry: Mapping[str, Any]) -> Fault:
    about = dict(entry)
    fixed = {key: about.pop(key) for key in ("site", "check", "effect")}
    days = tuple((first, last) for first, last in about.pop("days"))
    seen = tuple((first, last) for first, last in about.pop("seen", days))
    return Fault(**fixed, days=days, seen=seen, about=about)


@functools.cache
def all_faults() -> tuple[Fault, ...]:
    """The faults that the demo shows: `content/faults.yaml`, in its order."""
    return as_faults(load("faults")["faults"])


def as_faults(entries: Iterable[Mapping[str, Any]]) -> tuple[Fault, ...]:
    """Faults as a file lists them; the head of `content/faults.yaml` says how."""
    return tuple(_fault(entry) for entry in entries)
