"""catalogue-element-missing: a catalogue of disclosure items without one of its eight elements."""

from collections.abc import Iterator

from pydantic import BaseModel

from checks.catalogue import read_catalogue
from checks.findings import Finding
from checks.observations.catalogue import CatalogueSeen
from checks.observations.file import FileSeen
from checks.observations.page import PageSeen
from checks.privacy import mask_private


class Limits(BaseModel, frozen=True):
    called: tuple[str, ...]
    """What such a catalogue is called in its title, its column, or the words above the table."""
    min_rows: int
    """Rows below the header; fewer are a sample or a form."""


def check(seen: PageSeen | FileSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for a page or file whose catalogue's header leaves out required elements."""
    lacking = [
        catalogue
        for catalogue in _catalogues(seen)
        if catalogue.missing and catalogue.rows >= limits.min_rows and _is_called(seen, catalogue, limits)
    ]
    if not lacking:
        return
    yield Finding(
        rule="catalogue-element-missing",
        subject=seen.url,
        repair="article" if isinstance(seen, PageSeen) else "attachment",
        facts={
            "item": seen.title or "",
            "elements": list(dict.fromkeys(element for catalogue in lacking for element in catalogue.missing)),
            "places": [mask_private(catalogue.place) for catalogue in lacking if catalogue.place],
        },
    )


def _catalogues(seen: PageSeen | FileSeen) -> tuple[CatalogueSeen, ...]:
    if isinstance(seen, PageSeen):
        return seen.catalogues
    found = (read_catalogue(table.rows, place=table.place) for table in seen.tables)
    return tuple(catalogue for catalogue in found if catalogue is not None)


def _is_called(seen: PageSeen | FileSeen, catalogue: CatalogueSeen, limits: Limits) -> bool:
    crumbs = tuple(crumb.name for crumb in seen.breadcrumb) if isinstance(seen, PageSeen) else ()
    names = (seen.title or "", catalogue.place, *crumbs)
    return any(word in name for name in names for word in limits.called)
