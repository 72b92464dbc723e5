"""What a reading saw of a site's policy documents and interpretations."""

from collections.abc import Iterable

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from checks.observations.site import PageFacts
from storage.plain import to_json
from storage.tables.document import DocumentRow


def keep_documents(session: Session, site_code: str, pages: Iterable[PageFacts]) -> None:
    """Make the site's documents and interpretations those of `pages`, which are all that is known of the site."""
    known = {row.url: row for row in session.scalars(select(DocumentRow).where(DocumentRow.site_code == site_code))}
    for page in pages:
        if page.document is None and not page.interpretations and not page.interprets:
            continue
        row = known.pop(page.url, None)
        if row is None:
            row = DocumentRow(site_code=site_code, url=page.url)
            session.add(row)
        _fill(row, page)
    session.execute(delete(DocumentRow).where(DocumentRow.id.in_([row.id for row in known.values()])))
    session.flush()


def _fill(row: DocumentRow, page: PageFacts) -> None:
    block = page.document
    row.number = block.number if block else None
    row.issuer = block.issuer if block else None
    row.written_on = block.written_on if block else None
    row.published_on = (block.published_on if block else None) or page.published_on
    row.block = to_json(block) if block else None
    row.interpretations, row.interprets = list(page.interpretations), list(page.interprets)
