"""Puts together what one reading saw of its site."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from checks.observations.host import HostSeen
from checks.observations.link import Attempt, TargetSeen
from checks.observations.page import PageSeen
from checks.observations.site import SiteColumn, SiteSeen
from config.rule_file import load_rules
from config.sites import Site
from storage.queries.accounts import site_accounts
from storage.queries.columns import columns_with_items, known_columns
from storage.queries.external_hosts import external_links
from storage.queries.pages import footer_marks, home_page, page_facts, page_kinds, pages_lost, pages_read
from storage.queries.targets import asked_after, bad_targets, linked_targets, names_offered
from storage.queries.worklist import left_undone
from storage.tables.finding import FindingRow
from storage.tables.page import PageRow
from storage.tables.reading import ReadingRow
from storage.tables.target import TargetRow


def site_seen(
    session: Session,
    reading_id: int,
    site: Site,
    today: date,
    *,
    columns: Sequence[SiteColumn],
    home_attempts: Sequence[Attempt] = (),
    host: HostSeen | None = None,
) -> SiteSeen:
    """Everything that the site rules look at, from what the reading has kept; writes nothing.

    `columns` are those that the reading counts among the site's, `home_attempts` the tries at the home page, `host`
    what the name service and the handshake showed: these are not kept with the pages.
    """
    reading = session.get_one(ReadingRow, reading_id)
    home = home_page(session, reading_id, site.code)
    first_seen = {column.url: column.first_seen for column in known_columns(session, site.code)}
    held = columns_with_items(session, site.code)
    links = _broken_links(session, reading_id, site.code)
    unread = left_undone(session, reading_id)
    gone = pages_lost(session, reading_id, site.code) | {page.url for page in unread if page.gone}
    looked_at = (
        pages_read(session, reading_id, site.code)
        | gone
        | (asked_after(session, reading_id, site.code) - {target.url for target in links if not target.in_sight})
        | _unlinked(session, site.code)
    )
    return SiteSeen(
        site=site,
        today=today,
        full=reading.mode == "full",
        home=home,
        home_attempts=tuple(home_attempts),
        home_latest=_home_latest(home, today),
        columns=tuple(
            replace(column, first_seen=first_seen.get(column.url) or today, held_items=column.url in held)
            for column in columns
        ),
        pages=tuple(page_facts(session, reading_id, site.code)),
        undated=page_kinds(session, site.code, _undated_items(columns)),
        targets=tuple(target for target in links if target.in_sight),
        marks=footer_marks(session, reading_id, site.code),
        names=names_offered(session, site.code) | {column.name: column.url for column in columns},
        unread=unread,
        host=host,
        accounts=site_accounts(session, site.code),
        external=external_links(session, site.code),
        looked_at=frozenset(looked_at),
        gone=frozenset(gone),
    )


def _undated_items(columns: Sequence[SiteColumn]) -> list[str]:
    """Addresses of the items of lists that show no date."""
    lists = (column.seen.items for column in columns if column.seen and not column.seen.latest)
    return sorted({item.url for items in lists for item in items if item.url and not item.date})


def _broken_links(session: Session, reading_id: int, site_code: str) -> tuple[TargetSeen, ...]:
    """Those that some page links to; a home page that does not open is the site's own finding, not a link's."""
    is_home = (PageRow.site_code == site_code, PageRow.kind == "home")
    homes = set(session.scalars(select(TargetRow.url).join(PageRow, PageRow.target_id == TargetRow.id).where(*is_home)))
    bad = bad_targets(session, reading_id, site_code)
    return tuple(target for target in bad if target.count and target.url not in homes)


def _home_latest(home: PageSeen | None, today: date) -> date | None:
    newest = home.newest_item if home else None
    return newest if newest is not None and newest <= today else None


def _unlinked(session: Session, site_code: str) -> set[str]:
    """Subjects of standing findings about link targets that no page links to any more.

    A page keeps its links until it is read again, so every page that linked there has been read without the link.
    """
    rules = [rule.id for rule in load_rules().values() if rule.subject == "target"]
    rows = session.execute(
        select(TargetRow.id, TargetRow.url)
        .join(FindingRow, FindingRow.subject == TargetRow.url)
        .where(
            TargetRow.site_code == site_code,
            FindingRow.site_code == site_code,
            FindingRow.rule.in_(rules),
            FindingRow.status != "fixed",
        )
    )
    subjects = dict(iter(rows))
    linked = linked_targets(session.connection(), site_code, subjects)
    return {url for number, url in subjects.items() if number not in linked}
