"""Questions about the files that a site's pages offer for download."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, and_, func, select
from sqlalchemy.orm import Session

from storage.kept import kept_from_json
from storage.queries.targets import link_sets, linked_targets
from storage.tables.page import PageRow
from storage.tables.reading import ReadingRow
from storage.tables.target import TargetRow
from storage.tables.work import WorkRow
from storage.writes.worklist import State


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFile:
    """A file on a site's own hosts that this reading has not dealt with yet."""

    target_id: int
    url: str
    text: str
    """The link's words at its first place."""
    page: str
    """A page that links to it: of those read in this reading where there is one, articles before lists."""
    page_title: str | None
    read_today: bool
    """True: a page of this reading links to it."""
    linked: bool
    """True: some page that is known and not gone links to it."""
    etag: str | None = None
    last_modified: str | None = None
    sha256: bytes | None = None
    """None: it was never opened."""
    stamp: str | None = None
    has_findings: bool = False
    looked_on: date | None = None
    """The day of the reading that looked at it last."""
    unopened: str | None = None
    """Why it, or a part of it, could not be read then."""


class _Place(NamedTuple):
    rank: int
    url: str
    title: str | None


def known_files(connection: Connection, reading_id: int, site_code: str) -> list[KnownFile]:
    """The site's files in the order in which they became known.

    Left out: those that this reading has looked at, has given up, or found not to be there.
    """
    rows = _rows(connection, reading_id, site_code)
    if not rows:
        return []
    places = _places(connection, reading_id, site_code, {row.id for row in rows})
    standing = {row.id for row in rows if row.hits_id is not None}
    linked = linked_targets(connection, site_code, standing - places.keys()) | places.keys()
    first_pages = _addresses(connection, {row.first_page_id for row in rows if row.id not in places})
    return [_file(row, places.get(row.id), first_pages, linked) for row in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesLeft:
    """What a reading opened of a site's files, and what it could not."""

    opened: int
    """Opened whole, or known to be as they were."""
    causes: dict[str, int]
    """Why a file or a part of it was not opened -> how many."""
    named: tuple[tuple[str, str], ...]
    """(address, cause) of the first of them."""


def files_left(session: Session, reading_id: int, site_code: str, *, named: int) -> FilesLeft:
    """The files of a reading whose work list still stands; the first `named` with their addresses."""
    left = (WorkRow.reading_id == reading_id, WorkRow.cause.is_not(None), TargetRow.kind == "attachment")
    joined = TargetRow.id == WorkRow.target_id
    counts = session.execute(
        select(WorkRow.cause, func.count()).join(TargetRow, joined).where(*left).group_by(WorkRow.cause)
    )
    first = select(TargetRow.url, WorkRow.cause).join(TargetRow, joined).where(*left).order_by(TargetRow.url)
    of_work = and_(WorkRow.target_id == PageRow.target_id, WorkRow.reading_id == reading_id)
    looked = (PageRow.site_code == site_code, PageRow.kind == "attachment", PageRow.read_in == reading_id)
    opened = select(func.count()).select_from(PageRow).outerjoin(WorkRow, of_work).where(*looked)
    return FilesLeft(
        opened=session.scalar(opened.where(WorkRow.cause.is_(None))) or 0,
        causes={str(cause): count for cause, count in counts},
        named=tuple((url, str(cause)) for url, cause in session.execute(first.limit(named))),
    )


def files_looked_at(connection: Connection, reading_id: int, site_code: str) -> int:
    """How many files a reading has looked at, over all its processes."""
    looked = (PageRow.site_code == site_code, PageRow.kind == "attachment", PageRow.read_in == reading_id)
    return connection.scalar(select(func.count()).where(*looked)) or 0


def _rows(connection: Connection, reading_id: int, site_code: str) -> list[Row[*tuple[Any, ...]]]:
    work = and_(WorkRow.target_id == TargetRow.id, WorkRow.reading_id == reading_id)
    found = connection.execute(
        select(
            TargetRow.id,
            TargetRow.url,
            TargetRow.text,
            TargetRow.first_page_id,
            TargetRow.ok,
            TargetRow.checked_in,
            WorkRow.state,
            PageRow.etag,
            PageRow.last_modified,
            PageRow.sha256,
            PageRow.stamp,
            PageRow.hits_id,
            PageRow.facts,
            PageRow.read_in,
            PageRow.gone_in,
            ReadingRow.day,
        )
        .outerjoin(PageRow, PageRow.target_id == TargetRow.id)
        .outerjoin(ReadingRow, ReadingRow.id == PageRow.read_in)
        .outerjoin(WorkRow, work)
        .where(TargetRow.site_code == site_code, TargetRow.kind == "attachment", TargetRow.on_site)
        .order_by(TargetRow.id)
    )
    return [row for row in found if not _is_dealt_with(row, reading_id)]


def _is_dealt_with(row: Row[*tuple[Any, ...]], reading_id: int) -> bool:
    if row.state == State.LEFT or row.read_in == reading_id:
        return True
    return row.checked_in == reading_id and row.ok is False


def _places(connection: Connection, reading_id: int, site_code: str, wanted: set[int]) -> dict[int, _Place]:
    """File -> the page of this reading that tells most about it."""
    pages_of: dict[int, list[_Place]] = {}
    rows = connection.execute(
        select(PageRow.frame_id, PageRow.links_id, PageRow.kind, PageRow.title, TargetRow.url)
        .join(TargetRow, TargetRow.id == PageRow.target_id)
        .where(PageRow.site_code == site_code, PageRow.read_in == reading_id, PageRow.gone_in.is_(None))
    )
    for frame_id, links_id, kind, title, url in rows:
        place = _Place(0 if kind == "article" else 1, url, title)
        for set_id in (frame_id, links_id):
            if set_id is not None:
                pages_of.setdefault(set_id, []).append(place)
    best: dict[int, _Place] = {}
    for set_id, targets in link_sets(connection, pages_of):
        for target_id in wanted.intersection(targets):
            offered = (*pages_of[set_id], *((best[target_id],) if target_id in best else ()))
            best[target_id] = min(offered, key=lambda place: (place.rank, place.url))
    return best


def _addresses(connection: Connection, target_ids: Collection[int | None]) -> dict[int, str]:
    wanted = sorted(number for number in target_ids if number is not None)
    found: dict[int, str] = {}
    for start in range(0, len(wanted), 500):
        some = wanted[start : start + 500]
        rows = connection.execute(select(TargetRow.id, TargetRow.url).where(TargetRow.id.in_(some)))
        found.update((number, url) for number, url in rows)
    return found


def _file(
    row: Row[*tuple[Any, ...]], place: _Place | None, first_pages: dict[int, str], linked: Collection[int]
) -> KnownFile:
    known = row.gone_in is None  # what was gone and is back counts as new
    return KnownFile(
        target_id=row.id,
        url=row.url,
        text=row.text,
        page=place.url if place else first_pages.get(row.first_page_id, row.url),
        page_title=place.title if place else None,
        read_today=place is not None,
        linked=row.id in linked,
        etag=row.etag if known else None,
        last_modified=row.last_modified if known else None,
        sha256=row.sha256 if known else None,
        stamp=row.stamp if known else None,
        has_findings=known and row.hits_id is not None,
        looked_on=row.day if known else None,
        unopened=kept_from_json(row.facts).unopened if known else None,
    )
