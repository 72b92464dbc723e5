"""Questions about a site's pages."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, or_, select
from sqlalchemy.orm import Session

from checks.observations.column import ColumnSeen
from checks.observations.marks import MarksSeen
from checks.observations.page import Crumb, PageKind, PageSeen
from checks.observations.site import PageFacts
from config.words.interpretation_words import load_interpretation_words
from storage.kept import PageKept, kept_from_json
from storage.queries.targets import link_sets
from storage.tables.page import PageRow
from storage.tables.target import TargetRow

_AT_ONCE = 500
"""Ids in one query."""


class _Known(NamedTuple):
    """A page as its row has it; a row's own attributes cost twenty times as much."""

    target_id: int
    links_id: int | None
    url: str
    kind: str
    title: str | None
    published_on: date | None
    first_seen: date
    read_in: int | None
    facts: str | None


def page_facts(session: Session, reading_id: int, site_code: str) -> list[PageFacts]:
    """Documents, interpretations and dated pages known of the site, in order of their addresses.

    Those that this reading did not look at say so in `read`; pages found gone are left out.
    """
    rows = session.execute(
        select(
            PageRow.target_id,
            PageRow.links_id,
            TargetRow.url,
            PageRow.kind,
            PageRow.title,
            PageRow.published_on,
            PageRow.first_seen,
            PageRow.read_in,
            PageRow.facts,
        )
        .join(TargetRow, TargetRow.id == PageRow.target_id)
        .where(PageRow.site_code == site_code, PageRow.gone_in.is_(None))
        .where(PageRow.kind.not_in(("home", "attachment")))
        .where(or_(PageRow.published_on.is_not(None), PageRow.facts.is_not(None)))
        .order_by(TargetRow.url)
    )
    pages = [(page, kept_from_json(page.facts)) for page in (_Known(*row) for row in rows)]
    listed = _listed_in((page.url, kept) for page, kept in pages if page.kind == "column")
    leads = _leads_of(session, pages)
    return [
        _facts(page, kept, reading_id, listed_by=listed.get(page.url), leads_to=leads.get(page.links_id, ()))
        for page, kept in pages
    ]


def _leads_of(session: Session, pages: Sequence[tuple[_Known, PageKept]]) -> dict[int | None, tuple[str, ...]]:
    """Link set -> the articles among `pages` that it leads to, for the sets of documents and interpretations."""
    words = load_interpretation_words().interpretation_words
    articles = {page.target_id: page.url for page, _ in pages if page.kind == "article"}
    sets = {
        page.links_id
        for page, kept in pages
        if page.links_id is not None
        and (kept.document or kept.interprets or any(word in (page.title or "") for word in words))
    }
    return {
        number: tuple(articles[target] for target in targets if target in articles)
        for number, targets in link_sets(session.connection(), sets)
    }


def _listed_in(columns: Iterable[tuple[str, PageKept]]) -> dict[str, str]:
    """Item address -> address of the column page that lists it."""
    listed: dict[str, str] = {}
    for url, kept in columns:
        for item in kept.column.items if kept.column else ():
            listed.setdefault(item.url, url)
    return listed


def _facts(
    page: _Known, kept: PageKept, reading_id: int, *, listed_by: str | None, leads_to: tuple[str, ...]
) -> PageFacts:
    return PageFacts(
        url=page.url,
        kind=page.kind,  # type: ignore[arg-type]  # written from a PageKind
        title=page.title,
        published_on=page.published_on,
        meta_on=kept.meta_on,
        address_on=kept.address_on,
        modified_on=kept.modified_on,
        first_seen=page.first_seen,
        column=listed_by,
        document=kept.document,
        interpretations=kept.interpretations,
        interprets=kept.interprets,
        leads_to=leads_to,
        crumbs=kept.crumbs,
        letters=kept.letters,
        consultation=kept.consultation,
        read=page.read_in == reading_id,
    )


def home_page(session: Session, reading_id: int, site_code: str) -> PageSeen | None:
    """The home page as this reading saw it; None where it could not be read.

    Of several addresses of the home page (`/` and `/index.html`) the registered one was met first.
    """
    is_home = (_read_in(reading_id, site_code), PageRow.kind == "home")
    text = session.scalar(select(PageRow.facts).where(*is_home).order_by(PageRow.target_id).limit(1))
    return kept_from_json(text).home


def pages_shown(session: Session, reading_id: int, today: date, target_ids: Sequence[int]) -> dict[str, PageSeen]:
    """Address -> kind, title, breadcrumb and list of those of these pages that the reading looked at.

    A column's `latest` is counted from `today`, whenever its page was parsed.
    """
    shown: dict[str, PageSeen] = {}
    for start in range(0, len(target_ids), _AT_ONCE):
        rows = session.execute(
            select(TargetRow.url, PageRow.kind, PageRow.title, PageRow.facts)
            .join(TargetRow, TargetRow.id == PageRow.target_id)
            .where(PageRow.target_id.in_(target_ids[start : start + _AT_ONCE]))
            .where(PageRow.read_in == reading_id, PageRow.gone_in.is_(None))
        )
        for url, kind, title, facts in rows:
            kept = kept_from_json(facts)
            shown[url] = PageSeen(
                url=url,
                kind=kind,  # type: ignore[arg-type]  # written from a PageKind
                encoding="",
                title=title,
                breadcrumb=tuple(Crumb(name) for name in kept.crumbs),
                column=_latest_by(kept.column, today) if kept.column else None,
            )
    return shown


def _latest_by(seen: ColumnSeen, today: date) -> ColumnSeen:
    """An unchanged page may hold an item that was still to come when it was parsed."""
    dates = [item.date for item in seen.items if item.date and item.date <= today]
    return replace(seen, latest=max(dates)) if dates else seen


def page_kinds(session: Session, site_code: str, urls: Sequence[str]) -> dict[str, PageKind]:
    """Address -> kind of those of these addresses that are known as pages of the site, whenever they were read."""
    kinds: dict[str, PageKind] = {}
    for start in range(0, len(urls), _AT_ONCE):
        rows = session.execute(
            select(TargetRow.url, PageRow.kind)
            .join(PageRow, PageRow.target_id == TargetRow.id)
            .where(TargetRow.site_code == site_code, TargetRow.url.in_(urls[start : start + _AT_ONCE]))
            .where(PageRow.gone_in.is_(None))
        )
        kinds.update((url, kind) for url, kind in rows)  # type: ignore[misc]  # written from a PageKind
    return kinds


def footer_marks(session: Session, reading_id: int, site_code: str) -> dict[str, MarksSeen]:
    """Address -> footer marks, for the pages of this reading that they were looked for on."""
    rows = session.execute(
        select(TargetRow.url, PageRow.facts)
        .join(TargetRow, TargetRow.id == PageRow.target_id)
        .where(_read_in(reading_id, site_code), PageRow.facts.contains('"marks":'))
        .order_by(TargetRow.url)
    )
    kept = ((url, kept_from_json(text).marks) for url, text in rows)
    return {url: marks for url, marks in kept if marks is not None}


def pages_read(session: Session, reading_id: int, site_code: str) -> frozenset[str]:
    """Addresses of the pages that this reading looked at."""
    return _addresses(session, PageRow.site_code == site_code, PageRow.read_in == reading_id)


def pages_lost(session: Session, reading_id: int, site_code: str) -> frozenset[str]:
    """Addresses of the known pages that this reading found surely gone, or moved to another address."""
    return _addresses(session, PageRow.site_code == site_code, PageRow.gone_in == reading_id)


def _addresses(session: Session, *which: ColumnElement[bool]) -> frozenset[str]:
    pages = select(TargetRow.url).join(PageRow, PageRow.target_id == TargetRow.id)
    return frozenset(session.scalars(pages.where(*which)))


def longest_unread(connection: Connection, site_code: str, limit: int) -> list[int]:
    """Targets of the known pages that were looked at longest ago; files have a turn of their own."""
    return list(
        connection.scalars(
            select(PageRow.target_id)
            .where(PageRow.site_code == site_code, PageRow.gone_in.is_(None), PageRow.kind != "attachment")
            .order_by(PageRow.read_in, PageRow.target_id)
            .limit(limit)
        )
    )


def _read_in(reading_id: int, site_code: str) -> ColumnElement[bool]:
    return and_(PageRow.site_code == site_code, PageRow.read_in == reading_id, PageRow.gone_in.is_(None))
