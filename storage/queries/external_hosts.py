"""Questions about other people's hosts that a site links to."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, select
from sqlalchemy.orm import Session

from checks.observations.external import ExternalLink, HostLook
from storage.plain import from_json
from storage.queries.targets import FIRST_PAGES, linked_targets, places_of
from storage.tables.external_host import ExternalHostRow
from storage.tables.target import TargetRow

_AT_ONCE = 500
"""Hosts in one query."""


class DueHost(NamedTuple):
    """A host whose front page is to be looked at."""

    host: str
    url: str
    """Its front page, by the scheme of a link that leads there."""


def hosts_due(
    connection: Connection, site_code: str, today: date, *, untouched_days: int, only: Collection[str] | None = None
) -> list[DueHost]:
    """Hosts that pages of a site link to and that were not asked for lately, those that showed something odd first.

    `only`: the addresses that a recheck is about; then just their hosts.
    """
    numbers_of: dict[str, list[int]] = {}
    fronts: dict[str, str] = {}
    for number, url in connection.execute(_targets(site_code)):
        host = _host(url)
        if host and (only is None or url in only):
            numbers_of.setdefault(host, []).append(number)
            fronts.setdefault(host, f"{url.partition('://')[0]}://{host}/")
    odd, recent = _known(connection, sorted(fronts), today - timedelta(days=untouched_days))
    found = numbers_of if only is not None else {host: numbers_of[host] for host in numbers_of if host not in recent}
    linked = linked_targets(connection, site_code, {number for numbers in found.values() for number in numbers})
    due = [DueHost(host, fronts[host]) for host, numbers in found.items() if not linked.isdisjoint(numbers)]
    return sorted(due, key=lambda one: (one.host not in odd, one.host))


def _known(connection: Connection, hosts: Sequence[str], since: date) -> tuple[set[str], set[str]]:
    """Of these hosts: those that showed something odd, and the others that were asked for after a day."""
    odd: set[str] = set()
    recent: set[str] = set()
    for start in range(0, len(hosts), _AT_ONCE):
        some = hosts[start : start + _AT_ONCE]
        rows = select(ExternalHostRow.host, ExternalHostRow.asked_on, ExternalHostRow.is_odd)
        for host, asked_on, is_odd in connection.execute(rows.where(ExternalHostRow.host.in_(some))):
            if is_odd:
                odd.add(host)
            elif asked_on > since:
                recent.add(host)
    return odd, recent


def external_links(session: Session, site_code: str) -> tuple[ExternalLink, ...]:
    """The links of a site's pages to hosts that showed something odd, by address."""
    shown = session.execute(select(ExternalHostRow.host, ExternalHostRow.look).where(ExternalHostRow.is_odd))
    odd: dict[str, Any] = dict(iter(shown))
    if not odd:
        return ()
    rows = [
        row for row in session.execute(_targets(site_code, TargetRow.region, TargetRow.text)) if _host(row.url) in odd
    ]
    places = places_of(session, site_code, {row.id for row in rows}) if rows else {}
    return tuple(
        ExternalLink(
            url=row.url,
            look=from_json(HostLook, odd[_host(row.url)]),
            pages=tuple(sorted(places[row.id])[:FIRST_PAGES]),
            count=len(places[row.id]),
            region=row.region,
            text=row.text,
        )
        for row in sorted(rows, key=lambda row: row.url)
        if places.get(row.id)
    )


def _targets(site_code: str, *more: Any) -> Select[*tuple[Any, ...]]:
    return select(TargetRow.id, TargetRow.url, *more).where(
        TargetRow.site_code == site_code, TargetRow.on_site.is_(False), TargetRow.kind == "page"
    )


def _host(url: str) -> str:
    """Host and port of a canonical address."""
    parts = url.split("/", 3)
    return parts[2] if len(parts) > 2 else ""
