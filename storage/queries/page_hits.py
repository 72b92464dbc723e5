"""Questions about what the page rules found."""

from collections.abc import Iterator

from pydantic import TypeAdapter
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from checks.findings import Finding
from checks.gather import Gathered, Hit, gather
from storage.tables.page import HitSetRow, PageRow
from storage.tables.target import TargetRow

_FINDINGS = TypeAdapter(tuple[Finding, ...])


def page_hits(session: Session, reading_id: int, site_code: str) -> Gathered:
    """What the rules found on all pages and files that are known and not gone, grouped by rule and subject."""
    known = select(func.count()).where(
        PageRow.site_code == site_code, PageRow.gone_in.is_(None), PageRow.kind != "attachment"
    )
    return gather(_hits(session, reading_id, site_code), pages=session.scalar(known) or 0)


def _hits(session: Session, reading_id: int, site_code: str) -> Iterator[Hit]:
    rows = session.execute(
        select(TargetRow.url, PageRow.kind, PageRow.read_in, HitSetRow.id)
        .join(TargetRow, TargetRow.id == PageRow.target_id)
        .join(HitSetRow, HitSetRow.id == PageRow.hits_id)
        .where(PageRow.site_code == site_code, PageRow.gone_in.is_(None))
    ).all()
    sets = _sets(session, site_code)
    for url, kind, read_in, hits_id in rows:
        read = read_in == reading_id
        for finding in sets[hits_id]:
            place = (finding.page or url) if kind == "attachment" else url
            yield Hit(place, kind, read, finding)  # type: ignore[arg-type]  # written from a PageKind


def _sets(session: Session, site_code: str) -> dict[int, tuple[Finding, ...]]:
    """Each set once, however many pages share it."""
    used = select(PageRow.hits_id).where(PageRow.site_code == site_code, PageRow.gone_in.is_(None))
    rows = session.execute(select(HitSetRow.id, HitSetRow.findings).where(HitSetRow.id.in_(used)))
    return {number: _FINDINGS.validate_json(text) for number, text in rows}
