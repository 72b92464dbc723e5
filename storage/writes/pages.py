"""Pages read, found unchanged, or found gone."""

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, bindparam, delete, func, select, union, update

from checks.findings import Finding
from checks.observations.page import PageKind
from storage.kept import PageKept, kept_to_json
from storage.link_sets import digest, pack
from storage.queries.targets import linked_targets
from storage.tables.page import HitSetRow, LinkSetRow, PageRow
from storage.tables.target import TargetRow
from storage.upsert import insert

_FINDINGS = TypeAdapter(tuple[Finding, ...])


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRead:
    """A page as it is kept. `frame` and `links` are target ids outside and inside its main part."""

    target_id: int
    kind: PageKind
    title: str | None
    published_on: date | None
    sha256: bytes
    etag: str | None
    last_modified: str | None
    stamp: str
    frame: tuple[int, ...]
    links: tuple[int, ...]
    findings: tuple[Finding, ...]
    kept: PageKept


def keep_pages(connection: Connection, site_code: str, reading_id: int, today: date, pages: Sequence[PageRead]) -> None:
    """Keep pages as they are now; a page's first day stays."""
    if not pages:
        return
    packed = [(_packed_menu(page.frame), pack(page.links)) for page in pages]
    hits = [_hits(page) if page.findings else "" for page in pages]
    set_ids = _shared(connection, LinkSetRow, "targets", {content for pair in packed for content in pair if content})
    hit_ids = _shared(connection, HitSetRow, "findings", {hit for hit in hits if hit})
    rows = [
        {
            "target_id": page.target_id,
            "site_code": site_code,
            "kind": page.kind,
            "title": page.title,
            "published_on": page.published_on,
            "sha256": page.sha256,
            "etag": page.etag,
            "last_modified": page.last_modified,
            "stamp": page.stamp,
            "frame_id": set_ids.get(frame),
            "links_id": set_ids.get(links),
            "hits_id": hit_ids.get(hit),
            "facts": kept_to_json(page.kept),
            "first_seen": today,
            "read_in": reading_id,
            "gone_in": None,
        }
        for page, (frame, links), hit in zip(pages, packed, hits, strict=True)
    ]
    connection.execute(_upsert_page(connection.dialect.name), rows)


_packed_menu = functools.lru_cache(maxsize=64)(pack)
"""What stands outside the main part is the same on page after page."""


def _hits(page: PageRead) -> str:
    """A page's findings as JSON; without its own address, so that all pages with the same fault share one set."""
    own = None if page.kind == "attachment" else {"__all__": {"page"}}
    return _FINDINGS.dump_json(page.findings, exclude_defaults=True, exclude=own).decode()


def pages_unchanged(connection: Connection, reading_id: int, target_ids: Iterable[int]) -> None:
    """Note that pages were looked at and are as they were."""
    targets = list(target_ids)
    if targets:
        connection.execute(_UNCHANGED, {"targets": targets, "reading": reading_id})


def pages_gone(connection: Connection, reading_id: int, target_ids: Iterable[int]) -> None:
    """Note that pages are surely no more (404 or 410, twice): what stood on them stands no longer."""
    targets = list(target_ids)
    if targets:
        connection.execute(_GONE, {"targets": targets, "reading": reading_id})


def disguised_pages_gone(connection: Connection, reading_id: int, site_code: str) -> None:
    """Note as gone the pages in whose place this reading met the site's error page, twice, and that no page links to.

    Pages that are taken away link to each other and to themselves; that keeps none of them. Where more pages look
    like that than were read, it is the site that has a bad day, and nothing is noted.
    """
    found = connection.scalars(
        select(TargetRow.id)
        .join(PageRow, PageRow.target_id == TargetRow.id)
        .where(TargetRow.site_code == site_code, TargetRow.checked_in == reading_id)
        .where(TargetRow.cause.in_(("soft-404", "redirect-home")), TargetRow.verdict == "confirmed")
        .where(PageRow.gone_in.is_(None), PageRow.kind != "home")
    ).all()
    if not found:
        return
    read = select(func.count()).where(PageRow.site_code == site_code, PageRow.read_in == reading_id)
    if len(found) <= connection.scalars(read).one():
        pages_gone(connection, reading_id, set(found) - linked_targets(connection, site_code, found, but=found))


def drop_unused_sets(connection: Connection) -> None:
    """Delete the sets that no page refers to any more."""
    used = union(
        select(PageRow.frame_id).where(PageRow.frame_id.is_not(None)),
        select(PageRow.links_id).where(PageRow.links_id.is_not(None)),
    )
    connection.execute(delete(LinkSetRow).where(LinkSetRow.id.not_in(used)))
    hits = select(PageRow.hits_id).where(PageRow.hits_id.is_not(None))
    connection.execute(delete(HitSetRow).where(HitSetRow.id.not_in(hits)))


_THESE = PageRow.target_id.in_(bindparam("targets", expanding=True))
_UNCHANGED = update(PageRow).where(_THESE).values(read_in=bindparam("reading"), gone_in=None)
_GONE = update(PageRow).where(_THESE).values(gone_in=bindparam("reading"))


# Statements are built once: to build one costs more than to run it.


@functools.cache
def _insert_missing(dialect: str, table: type[LinkSetRow] | type[HitSetRow]) -> Any:
    return insert(dialect, table).on_conflict_do_nothing().returning(table.digest, table.id)


@functools.cache
def _by_digest(table: type[LinkSetRow] | type[HitSetRow]) -> Any:
    return select(table.digest, table.id).where(table.digest.in_(bindparam("digests", expanding=True)))


@functools.cache
def _upsert_page(dialect: str) -> Any:
    statement = insert(dialect, PageRow)
    fresh = {column.name: column for column in statement.excluded if column.name not in ("target_id", "first_seen")}
    return statement.on_conflict_do_update(index_elements=["target_id"], set_=fresh)


def _shared(
    connection: Connection, table: type[LinkSetRow] | type[HitSetRow], column: str, contents: set[Any]
) -> Mapping[Any, int]:
    """Content -> id of the one row that holds it; rows are made where there are none, as for most of it."""
    if not contents:
        return {}
    digests = {digest(one if isinstance(one, bytes) else one.encode()): one for one in contents}
    rows = [{"digest": key, column: digests[key]} for key in sorted(digests)]  # two readings must not wait crosswise
    found = dict(connection.execute(_insert_missing(connection.dialect.name, table), rows).all())
    there = digests.keys() - found.keys()
    if there:
        found |= dict(connection.execute(_by_digest(table), {"digests": list(there)}).all())
    return {digests[key]: row_id for key, row_id in found.items()}
