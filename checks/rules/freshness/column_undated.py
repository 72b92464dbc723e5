"""column-undated: a column's items bear no date."""

from collections.abc import Iterator

from checks.findings import Evidence, Finding
from checks.observations.site import SiteSeen
from checks.rules.freshness._columns import AgeLimits, Judged, is_timeless, judged_columns, years_in

_DAYS_OF_YEAR = 365


class Limits(AgeLimits, frozen=True):
    sure_confidence: float
    """Confidence from which a column's name and list are enough; below it, its items must lead to articles."""
    min_items: int
    """Fewer items than this, of which none is known to lead to an article, may be a menu and no list."""
    loose_types: frozenset[str]
    """Types of columns that may hold topics as well as articles."""
    until_types: frozenset[str]
    """Types of columns whose lists may tell how long something is open, and not since when."""
    timeless_types: frozenset[str]
    """Types of columns whose entries hold until they are changed, whenever they were written."""
    timeless: tuple[str, ...]
    """Last words of a column's name that say the same of a column of no type, or of the titles of its items."""


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for each column with items of which none is dated.

    What most of the items lead to must be articles, as far as it is known: columns, files and forms need no date.
    Where the articles themselves, as far as they were read, do bear dates, or a title names this year and a year is
    the limit, it is advice only: a reader can find out how new they are. A list of consultations that prints their
    deadlines alone is then left alone.
    """
    dated = {page.url for page in site.pages if page.published_on is not None}
    for judged in judged_columns(site, limits):
        items = judged.seen.items
        if not items or any(item.date for item in items):
            continue
        if judged.column.type in limits.timeless_types or is_timeless(judged, limits.timeless):
            continue
        articles = _articles(judged, site, limits)
        if articles is None or not _is_surely_list(judged, articles, limits) or _is_front(judged, site):
            continue
        told = any(item.url in dated for item in items)
        if told and judged.column.type in limits.until_types:
            continue
        yield Finding(
            rule="column-undated",
            subject=judged.column.url,
            page=judged.column.url,
            column=judged.column.name,
            repair="column",
            severity="advice" if told or _names_this_year(judged, site) else None,
            verdict="confirmed" if articles else "likely",
            facts={"count": len(items), "type": judged.column.type},
            evidence=Evidence(snippet=items[0].title, selector=judged.seen.selector),
        )


def _articles(judged: Judged, site: SiteSeen, limits: Limits) -> int | None:
    """How many of the items are known to lead to articles; None: more of them lead to something else.

    A column whose type is known may publish files: they prove nothing, for it or against it.
    """
    kinds = [site.undated[item.url] for item in judged.seen.items if item.url in site.undated]
    if _is_typed(judged, limits):
        kinds = [kind for kind in kinds if kind != "attachment"]
    articles = kinds.count("article")
    return articles if 2 * articles >= len(kinds) else None


def _is_surely_list(judged: Judged, articles: int, limits: Limits) -> bool:
    if articles:
        return True
    sure = _is_typed(judged, limits) and judged.column.confidence >= limits.sure_confidence
    return sure and len(judged.seen.items) >= limits.min_items


def _names_this_year(judged: Judged, site: SiteSeen) -> bool:
    named = (year for item in judged.seen.items for year in years_in(item.title))
    return judged.max_age_days >= _DAYS_OF_YEAR and site.today.year in named


def _is_typed(judged: Judged, limits: Limits) -> bool:
    return judged.column.type is not None and judged.column.type not in limits.loose_types


def _is_front(judged: Judged, site: SiteSeen) -> bool:
    """True: other columns list most of these items with dates, or among more; this page only leads there."""
    own = {item.url for item in judged.seen.items}
    elsewhere = {
        item.url
        for other in site.columns
        if other.seen is not None and other.url != judged.column.url
        if other.seen.latest or len(other.seen.items) > len(judged.seen.items)
        for item in other.seen.items
    }
    return 2 * len(own & elsewhere) > len(own)
