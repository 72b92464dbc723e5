"""Questions about the register."""

from datetime import datetime

from rapidfuzz import fuzz, process
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from config.sites import Site
from storage.tables.site import SiteRow


def all_sites(session: Session) -> list[Site]:
    """Every site that is being read, by code."""
    rows = session.scalars(select(SiteRow).where(SiteRow.active).order_by(SiteRow.code))
    return [row.to_site() for row in rows]


def site_by_code(session: Session, code: str) -> Site | None:
    """One site that is being read; None where the register does not name it."""
    row = session.get(SiteRow, code)
    return row.to_site() if row is not None and row.active else None


def similar_sites(session: Session, code: str, limit: int = 3) -> list[Site]:
    """The sites whose code or name looks most like `code`, best first; for "did you mean"."""
    sites = all_sites(session)
    names = {site.code: max((site.code, site.name), key=lambda name: fuzz.ratio(name, code)) for site in sites}
    best = process.extract(code, names, scorer=fuzz.ratio, limit=limit, score_cutoff=50)
    by_code = {site.code: site for site in sites}
    return [by_code[key] for _, _, key in best]


def register_imported_at(session: Session) -> datetime | None:
    """When a register file was imported last; None: never."""
    return session.scalar(select(func.max(SiteRow.imported_at)))
