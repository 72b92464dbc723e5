"""Plays an example of a rule's page: its markup is read and judged by the program itself."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter

from checks.findings import Finding
from checks.gather import Hit, gather
from checks.observations.file import FileSeen
from checks.observations.link import Attempt, TargetSeen
from checks.observations.page import PageKind, PageSeen
from checks.observations.site import PageFacts, SiteColumn, SiteSeen
from checks.rulebook import Rulebook, load_rulebook
from checks.run import judge_file, judge_page, judge_site
from config.example_file import Scene
from config.sites import Site
from crawler.extract.page import read_page
from crawler.fetch.link_probe import final_check
from crawler.fetch.redirects import Probed
from storage.writes.worklist import Work
from tests.factories import HOME, attempt, page_facts, register_site, target

_FILES = TypeAdapter(tuple[FileSeen, ...])
_SITE_SEEN = TypeAdapter(SiteSeen)
_WHOLE: Mapping[str, dict[str, Any]] = {
    "home_attempts": asdict(attempt()),
    "pages": asdict(page_facts()),
    "external": {"pages": (HOME,), "count": 1},
}
"""Fields of `SiteSeen` that hold many of a kind -> a whole one."""


def play(scene: Scene, rule_id: str) -> list[Finding]:
    """What the rule finds in the scene, page by page and in the whole."""
    rulebook = load_rulebook({rule_id: scene.limits} if scene.limits else None)
    site = register_site(**scene.site)
    pages = _read(scene)
    found = [*_of_pages(pages, rulebook), *judge_site(_site_seen(site, pages, scene), rulebook)]
    for file in _FILES.validate_python(scene.seen.get("files", ())):
        found += judge_file(file, rulebook)
    return [finding for finding in found if finding.rule == rule_id]


def kinds(scene: Scene) -> list[PageKind]:
    """What each page of the scene is taken for, in order."""
    return [page.kind for page in _read(scene)]


def _read(scene: Scene) -> list[PageSeen]:
    return [read_page(markup.encode(), url=url, today=scene.today) for url, markup in scene.addresses().items()]


def _of_pages(pages: list[PageSeen], rulebook: Rulebook) -> tuple[Finding, ...]:
    hits = [Hit(page.url, page.kind, True, finding) for page in pages for finding in judge_page(page, rulebook)]
    return gather(hits, pages=len(pages)).found


def _site_seen(site: Site, pages: list[PageSeen], scene: Scene) -> SiteSeen:
    """The site as a full reading of these pages shows it, with what the scene says besides."""
    home = next((page for page in pages if page.kind == "home"), None)
    columns = [_column(page) for page in pages if page.kind == "column"]
    shown = {
        "today": scene.today,
        "full": True,
        "home": home,
        "home_latest": home.newest_item if home else None,
        "columns": columns,
        "pages": [_facts(page, columns) for page in pages if page.kind != "home"],
        "undated": {page.url: page.kind for page in pages},
        "marks": {page.url: page.marks for page in pages if page.marks},
        "names": {link.text: link.url for page in pages for link in page.links if link.text},
        "looked_at": {page.url for page in pages},
    }
    return _SITE_SEEN.validate_python({**shown, **_filled_in(scene.seen), "site": site})


def _filled_in(seen: Mapping[str, Any]) -> dict[str, Any]:
    """The fields with what an example need not name."""
    whole = {name: [_WHOLE[name] | entry for entry in value] for name, value in seen.items() if name in _WHOLE}
    targets = [one for entry in seen.get("targets", ()) if (one := _tried(**entry)) is not None]
    return {**seen, **whole, "targets": targets}


def _tried(*, tries: list[str], **given: Any) -> TargetSeen | None:
    """A target as a reading keeps it after these tries; None where the last one found it there."""
    *first, last = [attempt(outcome=outcome) for outcome in tries]
    probed = Probed(last.outcome, (last,))
    if probed.ok:
        return None
    check = final_check(_leased(first), probed)
    return target(verdict=check.verdict, cause=check.cause, attempts=check.attempts, **given)


def _leased(tries: list[Attempt]) -> Work:
    return Work(
        target_id=1,
        url=HOME,
        kind="page",
        on_site=True,
        purpose="link",
        priority=0,
        tries=len(tries),
        etag=None,
        last_modified=None,
        sha256=None,
        stamp=None,
        frame_id=None,
        links_id=None,
        attempts=tuple(tries),
    )


def _column(page: PageSeen) -> SiteColumn:
    seen = page.column
    return SiteColumn(url=page.url, name=seen.name if seen else "", type=seen.type if seen else None, seen=seen)


def _facts(page: PageSeen, columns: list[SiteColumn]) -> PageFacts:
    listed = (column.url for column in columns if column.seen and any(i.url == page.url for i in column.seen.items))
    return PageFacts(
        url=page.url,
        kind=page.kind,
        title=page.title,
        published_on=page.published_on,
        meta_on=page.dates.meta,
        address_on=page.dates.address,
        modified_on=page.dates.last_modified,
        column=next(listed, None),
        document=page.document,
        interpretations=page.interpretations,
        interprets=page.interprets,
        crumbs=tuple(crumb.name for crumb in page.breadcrumb),
        letters=page.letters,
        consultation=page.consultation,
    )
