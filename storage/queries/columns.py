"""Questions about a site's columns."""

from collections import defaultdict
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from checks.observations.column import ColumnSeen, ItemSeen
from checks.observations.site import SiteColumn
from storage.plain import from_json
from storage.tables.column import ColumnRow
from storage.tables.item import ItemRow


def site_columns(session: Session, site_code: str, *, reading_id: int | None = None) -> tuple[SiteColumn, ...]:
    """The columns of a site by address, with what their pages showed last.

    With `reading_id`, only those that this reading counts among the site's, and `seen` is None where it did not
    read the page.
    """
    query = select(ColumnRow).where(ColumnRow.site_code == site_code).order_by(ColumnRow.url)
    if reading_id is not None:
        query = query.where(ColumnRow.listed_in == reading_id)
    rows = list(session.scalars(query))
    items = _items(session, [row.id for row in rows])
    return tuple(_column(row, items[row.id], read=reading_id is None or row.reading_id == reading_id) for row in rows)


def _items(session: Session, columns: list[int]) -> dict[int, list[ItemSeen]]:
    listed: dict[int, list[ItemSeen]] = defaultdict(list)
    query = select(ItemRow).where(ItemRow.column_id.in_(columns)).order_by(ItemRow.column_id, ItemRow.position)
    for row in session.scalars(query):
        listed[row.column_id].append(ItemSeen(row.title, row.url, row.date, row.pinned))
    return listed


def _column(row: ColumnRow, items: list[ItemSeen], *, read: bool) -> SiteColumn:
    seen = None
    if read and row.seen is not None:
        seen = replace(from_json(ColumnSeen, row.seen), items=tuple(items))
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
