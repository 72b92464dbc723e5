"""Takes the ledger of new-media accounts over from a file."""

from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from config.ledger_file import load_accounts
from storage.queries.sites import all_sites
from storage.writes.accounts import LedgerChange, keep_accounts


def take_ledger(session: Session, path: Path, *, today: date) -> LedgerChange:
    """Import a ledger file, whole or not at all, and commit. Raises `ConfigError` with all that is wrong in it."""
    codes = {site.code for site in all_sites(session)}
    change = keep_accounts(session, load_accounts(path, sites=codes, today=today), at=datetime.now(UTC))
    session.commit()
    return change
