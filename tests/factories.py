"""Filled-in values, so that a test names only what it is about.

Invented places only: hosts under `.example`, codes that begin with 99.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from checks.findings import Evidence, Finding
from checks.observations.column import ColumnSeen, ItemSeen
from checks.observations.document import DocumentSeen
from checks.observations.host import CertificateSeen, HostSeen
from checks.observations.link import Attempt, LinkSeen, TargetSeen
from checks.observations.marks import MarksSeen
from checks.observations.page import PageSeen
from checks.observations.site import PageFacts, SiteColumn, SiteSeen
from config.sites import Site

TODAY = date(2026, 11, 20)
"""A Friday, a working day."""
NOW = datetime(2026, 11, 19, 20, 31, 7, tzinfo=UTC)
"""04:31:07 of `TODAY` in Beijing."""
CODE = "9901210001"
HOME = "https://www.linhe.example/"


def register_site(**given: Any) -> Site:
    """An entry of the register."""
    values: dict[str, Any] = {
        "code": CODE,
        "name": "临河县人民政府",
        "url": HOME,
        "level": "county",
        "unit": "临河县人民政府办公室",
    }
    return Site(**{**values, **given})


def item(**given: Any) -> ItemSeen:
    """An entry of a column's list, dated today."""
    values: dict[str, Any] = {"title": "临河县召开防汛工作会议", "url": f"{HOME}tzgg/1.html", "date": TODAY}
    return ItemSeen(**{**values, **given})


def column_seen(**given: Any) -> ColumnSeen:
    """A column page's list with one fresh item."""
    values: dict[str, Any] = {"name": "通知公告", "type": "notice", "items": (item(),), "latest": TODAY}
    return ColumnSeen(**{**values, **given})


def column(**given: Any) -> SiteColumn:
    """A fresh column of a site. `latest` and `items` go into what its page showed."""
    shown = {key: given.pop(key) for key in ("latest", "items", "unreadable") if key in given}
    values: dict[str, Any] = {"url": f"{HOME}tzgg/", "name": "通知公告", "type": "notice", **given}
    if "seen" not in values:
        values["seen"] = column_seen(name=values["name"], type=values["type"], **shown)
    return SiteColumn(**values)


def attempt(**given: Any) -> Attempt:
    """A try at an address that met a 404."""
    values: dict[str, Any] = {"at": NOW, "method": "GET", "outcome": "http-404", "ms": 118}
    return Attempt(**{**values, **given})


def link(**given: Any) -> LinkSeen:
    """A link of a page's main part."""
    values: dict[str, Any] = {"url": f"{HOME}tzgg/1.html", "text": "临河县召开防汛工作会议", "kind": "page"}
    return LinkSeen(**{**values, **given})


def target(**given: Any) -> TargetSeen:
    """A target that is surely gone, met on one article."""
    values: dict[str, Any] = {
        "url": f"{HOME}old.html",
        "kind": "page",
        "ok": False,
        "verdict": "confirmed",
        "cause": "http-404",
        "attempts": (attempt(), attempt(at=datetime(2026, 11, 19, 20, 41, 7, tzinfo=UTC))),
        "pages": (f"{HOME}tzgg/1.html",),
        "count": 1,
        "text": "旧页面",
    }
    return TargetSeen(**{**values, **given})


def document(**given: Any) -> DocumentSeen:
    """A policy document with a whole block."""
    values: dict[str, Any] = {
        "index_number": "LH0001/2026-00012",
        "number": "临政发〔2026〕12号",
        "issuer": "临河县人民政府",
        "written_on": date(2026, 11, 2),
        "published_on": date(2026, 11, 4),
        "is_policy": True,
        "has_block": True,
        "disclosure_mark": "此件公开发布",
    }
    return DocumentSeen(**{**values, **given})


def marks(**given: Any) -> MarksSeen:
    """A footer with every mark."""
    values: dict[str, Any] = {
        "organizer": "临河县人民政府办公室",
        "contact": "0999-5550100",
        "icp": "测ICP备99000001号",
        "police": "测公网安备 99012102000001号",
        "site_code": CODE,
        "party_government_badge": True,
        "error_report_badge": True,
        "site_map": f"{HOME}wzdt.html",
    }
    return MarksSeen(**{**values, **given})


def page(**given: Any) -> PageSeen:
    """An article published today."""
    values: dict[str, Any] = {
        "url": f"{HOME}tzgg/1.html",
        "kind": "article",
        "encoding": "utf-8",
        "title": "临河县召开防汛工作会议",
        "published_on": TODAY,
        "text": "11月20日，临河县召开防汛工作会议。",
        "sha256": "0" * 64,
    }
    return PageSeen(**{**values, **given})


def page_facts(**given: Any) -> PageFacts:
    """What is kept of an article published today."""
    values: dict[str, Any] = {
        "url": f"{HOME}tzgg/1.html",
        "kind": "article",
        "title": "临河县召开防汛工作会议",
        "published_on": TODAY,
        "first_seen": TODAY,
    }
    return PageFacts(**{**values, **given})


def site(**given: Any) -> SiteSeen:
    """A site seen today, with one fresh column."""
    values: dict[str, Any] = {
        "site": register_site(),
        "today": TODAY,
        "home": page(url=HOME, kind="home", title="临河县人民政府"),
        "home_latest": TODAY,
        "columns": (column(),),
        "looked_at": frozenset({HOME, f"{HOME}tzgg/"}),
    }
    return SiteSeen(**{**values, **given})


def finding(**given: Any) -> Finding:
    """A broken link, confirmed by two tries."""
    values: dict[str, Any] = {
        "rule": "link-broken",
        "subject": f"{HOME}old.html",
        "facts": {"kind": "page", "cause": "http-404", "pages": [f"{HOME}tzgg/1.html"], "count": 1},
        "page": f"{HOME}tzgg/1.html",
        "severity": "deduct",
        "attempts": (attempt(),),
        "evidence": Evidence(snippet='<a href="/old.html">旧页面</a>'),
    }
    return Finding(**{**values, **given})


def host(**given: Any) -> HostSeen:
    """The site's host with an IPv4 address alone. `ends_in` (days) or `error` give it a certificate."""
    ends_in, error = given.pop("ends_in", None), given.pop("error", None)
    values: dict[str, Any] = {"host": "www.linhe.example", "ipv4": ("203.0.113.5",), **given}
    if ends_in is not None or error is not None:
        ends = None if ends_in is None else datetime.combine(TODAY + timedelta(days=ends_in), time(12), UTC)
        values["certificate"] = CertificateSeen(
            not_after=ends, subject="www.dahe.example", issuer="虚构证书机构", error=error
        )
    return HostSeen(**values)
