"""What is kept of a page beside its columns, so that an unchanged page need not be parsed again."""

from dataclasses import dataclass
from datetime import date

from pydantic import TypeAdapter

from checks.observations.column import ColumnSeen
from checks.observations.consultation import ConsultationSeen
from checks.observations.document import DocumentSeen
from checks.observations.letter import LetterSeen
from checks.observations.marks import MarksSeen
from checks.observations.page import PageSeen


@dataclass(frozen=True, kw_only=True)
class PageKept:
    """The parts of a page that rules on the whole site ask for."""

    meta_on: date | None = None
    address_on: date | None = None
    modified_on: date | None = None
    document: DocumentSeen | None = None
    interpretations: tuple[str, ...] = ()
    interprets: tuple[str, ...] = ()
    crumbs: tuple[str, ...] = ()
    letters: tuple[LetterSeen, ...] = ()
    consultation: ConsultationSeen | None = None
    column: ColumnSeen | None = None
    marks: MarksSeen | None = None
    home: PageSeen | None = None
    """The home page whole."""
    unopened: str | None = None
    """Of a file: why it, or a part of it, could not be read."""


_KEPT = TypeAdapter(PageKept)
_NOTHING = PageKept()


def kept_to_json(kept: PageKept) -> str | None:
    """JSON without what stands at its default; None where nothing is left."""
    return None if kept == _NOTHING else _KEPT.dump_json(kept, exclude_defaults=True).decode()


def kept_from_json(text: str | None) -> PageKept:
    """The value again."""
    return _KEPT.validate_json(text) if text else _NOTHING
