"""The register: sites come from a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from config.column_types import lax_columns
from config.sites import Site
from storage.tables.site import SiteRow


@dataclass(frozen=True, slots=True)
class RegisterChange:
    """What importing a file did, as codes in the file's order."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    retired: tuple[str, ...]
    """Came from a file of this name once, and stand in it no more: not read any longer, their history stays."""
    lax: tuple[str, ...] = ()
    """Columns that the file allows to be older than the country's rules do, in Chinese."""


def register_sites(session: Session, sites: Sequence[Site], *, source: str, at: datetime) -> RegisterChange:
    """Take over the entries of a register file named `source`, whole or (the caller rolls back) not at all."""
    known = {row.code: row for row in session.scalars(select(SiteRow))}
    added: list[str] = []
    changed: list[str] = []
    unchanged: list[str] = []
    named = set()
    for site in sites:
        named.add(site.code)
        row = known.get(site.code)
        if row is None:
            added.append(site.code)
            session.add(_filled(SiteRow(code=site.code), site, source, at))
            continue
        (unchanged if row.active and row.to_site() == site else changed).append(site.code)
        _filled(row, site, source, at)
    retired = [row for row in known.values() if row.active and row.source == source and row.code not in named]
    for row in retired:
        row.active = False
    session.flush()
    lax = (f"{site.code}{column}" for site in sites for column in lax_columns(site))
    return RegisterChange(
        tuple(added), tuple(changed), tuple(unchanged), tuple(row.code for row in retired), tuple(lax)
    )


def _filled(row: SiteRow, site: Site, source: str, at: datetime) -> SiteRow:
    row.name, row.url, row.level, row.unit, row.contact = site.name, site.url, site.level, site.unit, site.contact
    row.profile = site.model_dump(mode="json", include={"columns", "exempt"}, exclude_defaults=True)
    row.source, row.imported_at, row.active = source, at, True
    return row
