"""account-stale: a registered new-media account has posted nothing for two weeks."""

from collections.abc import Iterator

from pydantic import BaseModel

from checks.findings import Evidence, Finding
from checks.observations.account import AccountSeen
from checks.observations.site import SiteSeen


class Limits(BaseModel, frozen=True):
    max_quiet_days: int
    """Whole days an account may go without a post."""


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for each account whose posts, as far as the ledger knows them, ended too long ago.

    Days are counted to the day that the ledger was brought up to, not to today: what nobody has recorded yet is no
    silence of the account.
    """
    for account in site.accounts:
        if account.last_post is None:
            continue
        quiet = (account.recorded_on - account.last_post).days
        if quiet > limits.max_quiet_days:
            yield _finding(account, quiet, limits)


def _finding(account: AccountSeen, quiet: int, limits: Limits) -> Finding:
    return Finding(
        rule="account-stale",
        subject=account.key,
        facts={
            "name": account.name,
            "platform": account.platform,
            "quiet_days": quiet,
            "allowed_days": limits.max_quiet_days,
            "latest": str(account.last_post),
            "recorded_on": str(account.recorded_on),
        },
        repair="external",
        evidence=Evidence(snippet=f"台账记录：截至 {account.recorded_on}，最近一条发布于 {account.last_post}"),
    )
