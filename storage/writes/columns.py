"""What a reading saw of a site's columns."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from checks.observations.column import ColumnSeen
from checks.observations.site import SiteColumn
from storage.plain import to_json
from storage.tables.column import ColumnRow
from storage.tables.item import ItemRow


def keep_columns(
    session: Session, site_code: str, columns: Iterable[SiteColumn], *, reading_id: int, today: date
) -> None:
    """Keep the columns that a reading counts among the site's; `seen` None leaves what was seen before."""
    known = {row.url: row for row in session.scalars(select(ColumnRow).where(ColumnRow.site_code == site_code))}
    lists: list[tuple[ColumnRow, ColumnSeen]] = []
    for column in columns:
        row = known.get(column.url)
        if row is None:
            row = known[column.url] = ColumnRow(site_code=site_code, url=column.url, first_seen=today)
            session.add(row)
        row.name, row.type, row.max_age_days = column.name, column.type, column.max_age_days
        row.level, row.confidence, row.path = column.level, column.confidence, list(column.path)
        row.selector, row.listed_in = column.selector, reading_id
        if column.seen is not None:
            row.reading_id = reading_id
            row.seen = to_json(replace(column.seen, items=()))
            lists.append((row, column.seen))
    session.flush()
    _keep_items(session, lists)


def _keep_items(session: Session, lists: Sequence[tuple[ColumnRow, ColumnSeen]]) -> None:
    """Put the items that were seen in the place of the earlier ones; a column named twice is kept as seen last."""
    items = {row.id: seen.items for row, seen in lists}
    session.execute(delete(ItemRow).where(ItemRow.column_id.in_(items)))
    rows = [
        {
            "column_id": column_id,
            "position": position,
            "title": item.title,
            "url": item.url,
            "date": item.date,
            "pinned": item.pinned,
        }
        for column_id, seen in items.items()
        for position, item in enumerate(seen)
    ]
    if rows:
        session.connection().execute(insert(ItemRow), rows)  # many: past the session's own book-keeping
