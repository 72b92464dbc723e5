"""Questions about a site's columns."""

from collections import defaultdict
from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from checks.observations.column import ColumnSeen, ItemSeen
from checks.observations.site import SiteColumn
from storage.plain import from_json
from storage.tables.column import ColumnRow
from storage.tables.item import ItemRow


def known_columns(session: Session, site_code: str) -> tuple[SiteColumn, ...]:
    """The columns that the last reading counted among a site's, by address; `seen` is None."""
    return tuple(_column(row, seen=None) for row in _rows(session, site_code))


def site_columns(session: Session, site_code: str) -> tuple[SiteColumn, ...]:
    """The same columns with what their pages showed last."""
    rows = _rows(session, site_code)
    items = _items(session, [row.id for row in rows])
    return tuple(_column(row, seen=_seen(row, items[row.id])) for row in rows)


def columns_with_items(session: Session, site_code: str) -> frozenset[str]:
    """Addresses of the columns whose list held something when it was read last."""
    held = select(ItemRow.column_id).where(ItemRow.column_id == ColumnRow.id).exists()
    return frozenset(session.scalars(select(ColumnRow.url).where(ColumnRow.site_code == site_code, held)))


def _rows(session: Session, site_code: str) -> list[ColumnRow]:
    last = select(func.max(ColumnRow.listed_in)).where(ColumnRow.site_code == site_code).scalar_subquery()
    query = select(ColumnRow).where(ColumnRow.site_code == site_code, ColumnRow.listed_in == last)
    return list(session.scalars(query.order_by(ColumnRow.url)))


def _items(session: Session, columns: list[int]) -> dict[int, list[ItemSeen]]:
    listed: dict[int, list[ItemSeen]] = defaultdict(list)
    query = select(ItemRow).where(ItemRow.column_id.in_(columns)).order_by(ItemRow.column_id, ItemRow.position)
    for row in session.scalars(query):
        listed[row.column_id].append(ItemSeen(row.title, row.url, row.date, row.pinned))
    return listed


def _seen(row: ColumnRow, items: list[ItemSeen]) -> ColumnSeen | None:
    return None if row.seen is None else replace(from_json(ColumnSeen, row.seen), items=tuple(items))


def _column(row: ColumnRow, *, seen: ColumnSeen | None) -> SiteColumn:
    return SiteColumn(
        url=row.url,
        name=row.name,
        type=row.type,
        max_age_days=row.max_age_days,
        level=row.level,
        confidence=row.confidence,
        path=tuple(row.path),
        selector=row.selector,
        seen=seen,
        first_seen=row.first_seen,
    )
