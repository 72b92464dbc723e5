"""Questions about findings as they stand now."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from checks.lifecycle.case import STANDING, Case, State
from config.sites import Site
from storage.queries.cases import to_case
from storage.tables.finding import FindingRow
from storage.tables.site import SiteRow


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFinding:
    """A finding with a life, and the site that it stands on."""

    case: Case
    site: Site


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingFilter:
    """Which findings are asked for; what is empty restricts nothing."""

    sites: Collection[str] = ()
    """Codes."""
    checks: Collection[str] = ()
    states: Collection[State] = STANDING
    ids: Collection[int] = ()


def findings(session: Session, wanted: FindingFilter | None = None) -> list[KnownFinding]:
    """Findings by site, then rule, then number; all but fixed and dismissed unless the filter says otherwise."""
    wanted = wanted or FindingFilter()
    query = select(FindingRow, SiteRow).join(SiteRow, SiteRow.code == FindingRow.site_code)
    for column, values in (
        (FindingRow.site_code, wanted.sites),
        (FindingRow.rule, wanted.checks),
        (FindingRow.status, [state.value for state in wanted.states]),
        (FindingRow.id, wanted.ids),
    ):
        if values:
            query = query.where(column.in_(values))
    rows = session.execute(query.order_by(FindingRow.site_code, FindingRow.rule, FindingRow.id))
    return [KnownFinding(case=to_case(finding), site=site.to_site()) for finding, site in rows]
