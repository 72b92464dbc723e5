"""A service guide: 办事指南."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideSeen:
    """Which of a guide's elements its page gives. Element names are those of `mandatory-content.yaml`."""

    present: tuple[str, ...] = ()
    """Named and filled in, or said not to apply."""
    empty: tuple[str, ...] = ()
    """Named and left empty."""
    unreadable: str | None = None
    """Why the elements could not be seen (`script`, `frame`, `attachment`); then none is missing."""
