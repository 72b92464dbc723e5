"""The ledger of new-media accounts comes from a file."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from config.ledger_file import Account
from storage.tables.account import AccountRow


@dataclass(frozen=True, slots=True)
class LedgerChange:
    """What importing a ledger did, in accounts."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    older: int = 0
    """The ledger already knows them up to a later day: left as they are."""
    closed: int = 0
    """Signed off: the ledger keeps them no more."""


def keep_accounts(session: Session, accounts: Iterable[Account], *, at: datetime) -> LedgerChange:
    """Take over a file's accounts; those that are closed go, and those that it does not name stay as they are."""
    known = {(row.site_code, row.platform, row.name): row for row in session.scalars(select(AccountRow))}
    counts = {"added": 0, "changed": 0, "unchanged": 0, "older": 0, "closed": 0}
    for account in accounts:
        row = known.get((account.site, account.platform, account.name))
        difference = _difference(row, account)
        counts[difference] += 1
        if difference == "closed":
            if row is not None:
                session.delete(row)
            continue
        if row is None:
            row = AccountRow(site_code=account.site, platform=account.platform, name=account.name)
            session.add(row)
        elif account.recorded_on < row.recorded_on:
            continue
        row.last_post, row.recorded_on, row.imported_at = account.last_post, account.recorded_on, at
    session.flush()
    return LedgerChange(**counts)


def _difference(row: AccountRow | None, account: Account) -> str:
    if row is not None and account.recorded_on < row.recorded_on:
        return "older"
    if account.closed:
        return "closed"
    if row is None:
        return "added"
    same = (row.last_post, row.recorded_on) == (account.last_post, account.recorded_on)
    return "unchanged" if same else "changed"
