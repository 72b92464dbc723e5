"""Questions about the addresses of a site."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection, and_, func, or_, select
from sqlalchemy.orm import Session

from checks.observations.link import Attempt, TargetSeen
from storage.link_sets import unpack
from storage.plain import from_json
from storage.tables.finding import FindingRow
from storage.tables.page import LinkSetRow, PageRow
from storage.tables.target import TargetRow

FIRST_PAGES = 10
"""So many of the pages that link to a broken target are named; all are counted."""

_SURELY_GONE = ("http-404", "http-410", "soft-404", "redirect-home")
"""Causes that say of a page that it is no more; a gateway's error or a time-out only hide it."""

_MOST_AWAY = 10
"""So many addresses that a gateway fails for say nothing about all others."""


class KnownTarget(NamedTuple):
    """What a reading remembers of an address while it runs."""

    id: int
    url: str
    kind: str
    on_site: bool
    ok: bool | None
    is_page: bool
    """True: it was read as a page before."""
    text: str
    """The link's words at its first place."""


def known_targets(connection: Connection, site_code: str) -> Iterator[KnownTarget]:
    """Every address that the site's earlier readings met."""
    rows = connection.execute(
        select(
            TargetRow.id,
            TargetRow.url,
            TargetRow.kind,
            TargetRow.on_site,
            TargetRow.ok,
            PageRow.target_id.is_not(None),
            TargetRow.text,
        )
        .outerjoin(PageRow, PageRow.target_id == TargetRow.id)
        .where(TargetRow.site_code == site_code)
    )
    return (KnownTarget(*row) for row in rows)


def bad_targets(session: Session, reading_id: int, site_code: str) -> list[TargetSeen]:
    """Targets asked after in this reading that are not ok, with the pages that link to them, in order of address.

    Only pages that were not found gone count as places; link sets that many pages share are unpacked once.
    """
    bad = session.scalars(
        select(TargetRow)
        .where(TargetRow.site_code == site_code, TargetRow.checked_in == reading_id, TargetRow.ok.is_(False))
        .order_by(TargetRow.url)
    ).all()
    places = places_of(session, site_code, {row.id for row in bad}) if bad else {}
    return [_seen(row, places.get(row.id, {}), reading_id) for row in bad]


@dataclass(slots=True)
class Place:
    """A page that links to a target."""

    url: str
    kind: str
    read_in: int | None
    """The reading that looked at it last."""


def places_of(session: Session, site_code: str, wanted: set[int]) -> dict[int, dict[str, Place]]:
    """Target id -> the pages that link to it, by address."""
    pages_of: dict[int, list[Place]] = defaultdict(list)
    rows = session.execute(
        select(PageRow.frame_id, PageRow.links_id, TargetRow.url, PageRow.kind, PageRow.read_in)
        .join(TargetRow, TargetRow.id == PageRow.target_id)
        .where(PageRow.site_code == site_code, PageRow.gone_in.is_(None))
    )
    for frame_id, links_id, url, kind, read_in in rows:
        page = Place(url, kind, read_in)
        for set_id in (frame_id, links_id):
            if set_id is not None:
                pages_of[set_id].append(page)
    places: dict[int, dict[str, Place]] = defaultdict(dict)
    for set_id, targets in link_sets(session.connection(), pages_of):
        for target_id in wanted.intersection(targets):
            places[target_id].update((page.url, page) for page in pages_of[set_id])
    return places


def link_sets(connection: Connection, set_ids: Iterable[int]) -> Iterator[tuple[int, list[int]]]:
    """Each set with its target ids, a few hundred at a query."""
    wanted = sorted(set_ids)
    for start in range(0, len(wanted), 500):
        some = wanted[start : start + 500]
        for set_id, packed in connection.execute(
            select(LinkSetRow.id, LinkSetRow.targets).where(LinkSetRow.id.in_(some))
        ):
            yield set_id, unpack(packed)


def linked_targets(
    connection: Connection, site_code: str, wanted: Collection[int], *, but: Collection[int] = ()
) -> set[int]:
    """Those of these targets that some page links to which is known, not gone and none of `but`."""
    if not wanted:
        return set()
    pages = connection.execute(
        select(PageRow.target_id, PageRow.frame_id, PageRow.links_id).where(
            PageRow.site_code == site_code, PageRow.gone_in.is_(None)
        )
    )
    left_out = frozenset(but)
    sets = {number for page, *pair in pages if page not in left_out for number in pair if number is not None}
    asked = set(wanted)
    return {target for _, targets in link_sets(connection, sets) for target in asked.intersection(targets)}


def _seen(row: TargetRow, places: dict[str, Place], reading_id: int) -> TargetSeen:
    first = sorted(places)[:FIRST_PAGES]
    return TargetSeen(
        url=row.url,
        kind=row.kind,  # type: ignore[arg-type]  # written from a LinkKind
        ok=False,
        verdict=row.verdict,  # type: ignore[arg-type]
        cause=row.cause,
        attempts=from_json(tuple[Attempt, ...], row.attempts or ()),
        pages=tuple(first),
        count=len(places),
        region=row.region,  # type: ignore[arg-type]
        text=row.text,
        on_site=row.on_site,
        page_kind=places[first[0]].kind if first else "article",
        in_sight=any(place.read_in == reading_id for place in places.values()),
    )


def asked_after(session: Session, reading_id: int, site_code: str) -> frozenset[str]:
    """Addresses of targets that gave this reading a clear answer: there, or surely not."""
    gone = and_(TargetRow.verdict == "confirmed", TargetRow.cause.in_(_SURELY_GONE))
    clear = or_(TargetRow.ok.is_(True), gone)
    return frozenset(
        session.scalars(
            select(TargetRow.url).where(TargetRow.site_code == site_code, TargetRow.checked_in == reading_id, clear)
        )
    )


class AskedOutside(NamedTuple):
    """An address on another host that a reading asked after."""

    id: int
    url: str
    cause: str | None
    """None: it was there."""
    verdict: str | None
    attempts: tuple[Attempt, ...]
    known: bool
    """True: it was surely broken before this reading, as a finding that is not mended says."""


def asked_outside(connection: Connection, reading_id: int, site_code: str, rule: str) -> list[AskedOutside]:
    """The addresses on other hosts that a reading has done with; `rule` is the one whose findings are known."""
    standing = select(FindingRow.subject).where(
        FindingRow.site_code == site_code,
        FindingRow.rule == rule,
        FindingRow.status != "fixed",
        FindingRow.verdict.in_(("confirmed", "likely")),
    )
    rows = connection.execute(
        select(
            TargetRow.id,
            TargetRow.url,
            TargetRow.cause,
            TargetRow.verdict,
            TargetRow.attempts,
            TargetRow.url.in_(standing),
        ).where(
            TargetRow.site_code == site_code,
            TargetRow.checked_in == reading_id,
            TargetRow.on_site.is_(False),
            TargetRow.ok.is_not(None),
        )
    )
    return [
        AskedOutside(number, url, cause, verdict, from_json(tuple[Attempt, ...], attempts) if attempts else (), known)
        for number, url, cause, verdict, attempts, known in rows
    ]


def away_today(
    connection: Connection, reading_id: int, site_code: str, causes: Collection[str]
) -> dict[str, list[int]]:
    """Cause -> the site's own addresses that failed by it in this reading, where they outnumber the pages read.

    Then it is the site behind its gateway that has a bad day, and not so many addresses that are at fault.
    """
    failed: dict[str, list[int]] = defaultdict(list)
    rows = connection.execute(
        select(TargetRow.cause, TargetRow.id).where(
            TargetRow.site_code == site_code,
            TargetRow.checked_in == reading_id,
            TargetRow.on_site,
            TargetRow.verdict.in_(("confirmed", "likely")),
            TargetRow.cause.in_(causes),
        )
    )
    for cause, number in rows:
        failed[cause or ""].append(number)
    read = select(func.count()).where(PageRow.site_code == site_code, PageRow.read_in == reading_id)
    return failed if sum(map(len, failed.values())) > max(_MOST_AWAY, connection.scalars(read).one()) else {}


def names_offered(session: Session, site_code: str) -> dict[str, str]:
    """Link words -> address: what other pages than articles offer, and what stands around articles' main part.

    Columns and pages of links count whole: the page of 政府信息公开 names what it holds in its main part. Words that
    name several addresses keep the one met first. What is surely gone, and linked by no page any more, is offered no
    more: its words are only what it was called once.
    """
    guides = select(PageRow.target_id).where(PageRow.site_code == site_code, PageRow.kind != "article")
    in_sight = or_(TargetRow.region != "main", TargetRow.first_page_id.in_(guides))
    dead = and_(TargetRow.ok.is_(False), TargetRow.verdict == "confirmed")
    rows = session.execute(
        select(TargetRow.id, TargetRow.text, TargetRow.url, dead)
        .where(TargetRow.site_code == site_code, in_sight, TargetRow.text != "")
        .order_by(TargetRow.id)
    ).all()
    gone = {number for number, _, _, is_dead in rows if is_dead}
    gone -= linked_targets(session.connection(), site_code, gone)
    names: dict[str, str] = {}
    for number, text, url, _ in rows:
        if number not in gone:
            names.setdefault(text, url)
    return names
