"""footer-mark-missing: a mark that every page's footer must carry is not there."""

from collections.abc import Callable, Iterator, Mapping

from pydantic import BaseModel

from checks.findings import Finding
from checks.observations.link import Verdict
from checks.observations.marks import MarksSeen
from checks.observations.site import SiteSeen
from config.mandatory_content import load_mandatory

_SITE_CODE = "F03"
_SHOWS: Mapping[str, Callable[[MarksSeen], object]] = {
    "F01": lambda marks: marks.party_government_badge,
    "F02": lambda marks: marks.error_report_badge,
    "F03": lambda marks: marks.site_code,
    "F04": lambda marks: marks.icp,
    "F05": lambda marks: marks.police,
    "F06": lambda marks: marks.organizer,
    "F07": lambda marks: marks.contact,
    "F08": lambda marks: marks.site_map,
}


class Limits(BaseModel, frozen=True):
    switched_on: frozenset[str]
    """Codes of marks that only local plans ask for, and that hold here."""
    min_pages: int
    """Footers that must have been read where the home page's was not."""
    named_pages: int


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for each mark that a site of its level owes and the home page's footer lacks.

    Where the home page's footer could not be seen, every other footer read must lack it. Where other pages do carry
    the mark, it is only likely that home lacks it; nor is it sure of a site code that the 找错 entry's address names.
    """
    seen = {url: marks for url, marks in site.marks.items() if not marks.unreadable}
    home = site.home.url if site.home else site.site.url
    for item in load_mandatory().values():
        shows = _SHOWS.get(item.code)
        if shows is None or site.site.level not in item.levels:
            continue
        if item.must != "yes" and item.code not in limits.switched_on:
            continue
        lacking = [url for url, marks in seen.items() if not shows(marks)]
        verdict = _verdict(home, lacking, seen, site, limits)
        if verdict is None:
            continue
        if item.code == _SITE_CODE and any(seen[url].error_report_code for url in lacking):
            verdict = "likely"
        yield Finding(
            rule="footer-mark-missing",
            subject=item.code,
            page=home if home in lacking else lacking[0],
            repair="template",
            verdict=verdict,
            severity=None if item.confidence == "seen" else "advice",
            facts={"item": item.name, "count": len(lacking), "pages": lacking[: limits.named_pages]},
        )


def _verdict(
    home: str, lacking: list[str], seen: Mapping[str, MarksSeen], site: SiteSeen, limits: Limits
) -> Verdict | None:
    """How surely the mark is missing; None: it is there, or could not be looked for."""
    if home in seen:
        if home not in lacking:
            return None
        return "confirmed" if len(lacking) == len(seen) else "likely"
    if home in site.marks or len(seen) < limits.min_pages or len(lacking) < len(seen):
        return None
    return "confirmed"
