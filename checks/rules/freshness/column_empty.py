"""column-empty: a column that has never been filled."""

from collections.abc import Iterator

from checks.findings import Evidence, Finding
from checks.observations.site import SiteSeen
from checks.rules.freshness._columns import AgeLimits, columns_below, judged_columns, years_in


class Limits(AgeLimits, frozen=True):
    untyped_confidence: float
    """Confidence from which a column of unknown type is judged: below it, the page may be a single text."""
    explained: tuple[str, ...]
    """Words of a note that says why there is nothing yet, or nothing to publish."""


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for each column whose list was read and holds nothing.

    Columns that hold other columns, that go on to a next page, that are static or pure functions, that say why they
    hold nothing, or whose list could not be seen, are left alone. One that held something when it was looked at last
    may be out of order today: only the next reading confirms that it is empty.
    """
    for judged in judged_columns(site, limits):
        column = judged.column
        if judged.seen.items or judged.seen.next_page or any(columns_below(column, site)):
            continue
        if column.type is None and column.confidence < limits.untyped_confidence:
            continue
        if _is_explained(judged.seen.note, limits, site):
            continue
        yield Finding(
            rule="column-empty",
            subject=column.url,
            page=column.url,
            column=column.name,
            repair="column",
            verdict="likely" if column.held_items else "confirmed",
            facts={"type": column.type, "level": column.level},
            evidence=Evidence(snippet=judged.seen.note or "", selector=judged.seen.selector),
        )


def _is_explained(note: str | None, limits: Limits, site: SiteSeen) -> bool:
    """True: the page says why, and no year in it is long over: a column that opened in 2019 is not new."""
    if note is None or not any(word in note for word in limits.explained):
        return False
    return max(years_in(note), default=site.today.year) >= site.today.year - 1
