"""Questions about the ledger of new-media accounts."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from checks.observations.account import AccountSeen
from storage.tables.account import AccountRow
from storage.tables.site import SiteRow


def site_accounts(session: Session, site_code: str) -> tuple[AccountSeen, ...]:
    """The accounts that the ledger registers under a site, by platform and name."""
    rows = session.scalars(select(AccountRow).where(AccountRow.site_code == site_code))
    return tuple(sorted((row.to_account() for row in rows), key=lambda account: account.key))


def all_accounts(session: Session) -> list[tuple[str, AccountSeen]]:
    """(name of the site, account) of the whole ledger, by site."""
    rows = session.execute(
        select(SiteRow.name, AccountRow)
        .join(SiteRow, SiteRow.code == AccountRow.site_code)
        .order_by(AccountRow.site_code, AccountRow.platform, AccountRow.name)
    )
    return [(name, row.to_account()) for name, row in rows]
