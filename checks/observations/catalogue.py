"""A catalogue of disclosure items: 政务公开标准目录."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueSeen:
    """The header of a catalogue's table."""

    elements: tuple[str, ...]
    """The required elements that the header names; names as in `mandatory-content.yaml`."""
    missing: tuple[str, ...]
    header: tuple[str, ...]
    """The header's cells as the table has them, two rows joined."""
    rows: int
    """Rows below the header."""
    place: str = ""
    """Where in the page or file: the words before the table, or the sheet."""
