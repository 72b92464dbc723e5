"""The draft of a site's profile: what one short reading of its home page and lists tells."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from urllib.parse import urlsplit

import click
import yaml

from checks.observations.fetch import Fetched, NotFetched
from checks.observations.page import PageSeen
from checks.observations.site import SiteColumn
from config.settings import Settings
from config.sites import Level, Site
from crawler.candidates import Candidate, column_candidates
from crawler.discover import second_level_candidates, settle_columns, third_level_candidates
from crawler.extract.page import read_page
from crawler.fetch.simple import fetch_many, fetch_one
from duwang.failures import unread

_MOST_FIRST: Final = 160
"""Pages linked from the home page that are read."""
_MOST_SECOND: Final = 120
"""Pages linked from those, and from the menus among them."""
_CODE = re.compile(r"^(?:\d{10}|bm\d{8})$")
_NO_CODE: Final = "0000000000"
_GOVERNMENT = re.compile(r"人民政府|政府网|门户网站")
_TOWNSHIP = re.compile(r"(?:镇|乡|街道|街道办事处)(?:人民政府|政府|办事处)?(?:网站|门户网站)?$")
_DEPARTMENT = re.compile(r"(?:局|委|委员会|厅|办公室|部|署|总局|中心|院|处)(?:门户)?(?:网站?)?$")
_BY_NAME: Final[dict[str, Level]] = {"省": "province", "自治区": "province", "县": "county", "旗": "county"}

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftProfile:
    """A site's profile as far as its pages tell it; None: a person has to fill it in."""

    url: str
    code: str | None
    name: str | None
    level: Level | None
    unit: str | None
    columns: tuple[SiteColumn, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """What of the site's own entry nobody told, in words."""
        return tuple(word for word, key in _WORDS.items() if not getattr(self, key))

    def as_json(self) -> dict[str, Any]:
        """The contract's object of `duwang discover --format json`."""
        site = {"code": self.code, "name": self.name, "url": self.url, "level": self.level, "unit": self.unit}
        return {"site": site, "columns": [_column_json(column) for column in self.columns]}

    def as_yaml(self) -> str:
        """An entry of `sites.yaml`; columns without a known type are left in as comments."""
        site: dict[str, Any] = {
            "code": self.code or "",
            "name": self.name or "",
            "url": self.url,
            "level": self.level or "",
            "unit": self.unit or "",
        }
        typed = [self._entry(column) for column in self.columns if column.type]
        untyped = [self._entry(column) for column in self.columns if not column.type]
        if typed:
            site["columns"] = typed
        text = yaml.safe_dump({"sites": [site]}, allow_unicode=True, sort_keys=False, width=1000)
        head = f"# 请补上：{'、'.join(self.missing)}\n" if self.missing else ""
        notes = [f"#   - {_flow(entry | {'type': ''})}\n" for entry in untyped]
        return head + text + ("".join([_UNTYPED, *notes]) if notes else "")

    def _entry(self, column: SiteColumn) -> dict[str, str]:
        parts = urlsplit(column.url)
        own = parts.netloc == urlsplit(self.url).netloc
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        entry = {"name": column.name, "url": path if own else column.url}
        return {**entry, "type": column.type} if column.type else entry


def _flow(entry: dict[str, str]) -> str:
    """An entry in one line of YAML: {name: 便民服务, url: /bmfw/, type: ''}."""
    return yaml.safe_dump(entry, allow_unicode=True, sort_keys=False, default_flow_style=True, width=1000).strip()


_UNTYPED: Final = "# 下面的栏目没有识别出类型，需要时填好 type 并去掉 # 号\n"
_WORDS: Final = {
    "网站标识码（code）": "code",
    "网站名称（name）": "name",
    "级别（level）": "level",
    "责任单位（unit）": "unit",
}


async def draft_profile(url: str, settings: Settings, *, today: date, progress: Progress) -> DraftProfile:
    """Read the home page, what its navigation and list headings link to, one level below, and below its menus.

    Raises `ClickException` where the home page cannot be read.
    """
    progress(f"读首页 {url}")
    home = await _read_home(url, settings, today)
    first = column_candidates(home)[:_MOST_FIRST]
    progress(f"首页上有 {len(first)} 个可能是栏目的链接，逐个读取")
    pages = await _read_pages(first, settings, home, today)
    known = [link.url for link in home.links] + [candidate.url for candidate in first]
    second = second_level_candidates(pages.values(), known)[:_MOST_SECOND]
    if second:
        progress(f"再读下一级的 {len(second)} 个链接")
        pages |= (below := await _read_pages(second, settings, home, today))
        third = third_level_candidates(below.values(), [*known, *(one.url for one in second)])[:_MOST_SECOND]
        pages |= await _read_pages(third, settings, home, today)
        second += third
    site = Site(code=_NO_CODE, name=url, url=home.url, level="department", unit=url)
    columns = settle_columns(site, home, pages, (*first, *second))
    return DraftProfile(
        url=home.url,
        code=site_code(home),
        name=site_name(home),
        level=site_level(site_name(home), site_code(home)),
        unit=home.marks.organizer if home.marks else None,
        columns=columns,
    )


def site_code(home: PageSeen) -> str | None:
    """The site's code: the footer's, the meta tag's, or that of the 找错 entry."""
    marks = home.marks
    codes = (
        marks.site_code if marks else None,
        home.meta.get("SiteIDCode"),
        marks.error_report_code if marks else None,
    )
    return next((code for code in codes if code and _CODE.match(code)), None)


def site_name(home: PageSeen) -> str | None:
    """The site's name: the meta tag's, else the home page's title."""
    name = home.meta.get("SiteName") or home.title or ""
    return re.sub(r"^(?:欢迎(?:访问|光临|来到)?[:：]?|首页[-_—| ]*)|[-_—| ]*(?:首页|主页)$", "", name).strip() or None


def site_level(name: str | None, code: str | None) -> Level | None:
    """The site's level, guessed from its name and the division code that its code begins with; None: not told."""
    if code and code.startswith("bm"):
        return "department"
    if not name:
        return None
    plain = re.sub(r"(?:门户)?网站$|中国[·•]?", "", name)
    if not _GOVERNMENT.search(name):
        if _TOWNSHIP.search(plain):
            return "township"
        return "department" if _DEPARTMENT.search(plain) else None
    if _TOWNSHIP.search(plain):
        return "township"
    place = plain.split("人民政府")[0]
    by_name = next((level for ending, level in _BY_NAME.items() if place.endswith(ending)), None)
    return by_name or (_by_division(code[:6]) if code else None)


def _by_division(division: str) -> Level:
    """GB/T 2260: 江西省 360000, 宜春市 360900, 万载县 360922."""
    if division.endswith("0000"):
        return "province"
    return "city" if division.endswith("00") else "county"


async def _read_home(url: str, settings: Settings, today: date) -> PageSeen:
    fetched = await fetch_one(url, settings, is_home=True)
    if isinstance(fetched, NotFetched):
        raise unread(f"首页 {url}", fetched.cause, waited=settings.fetch.timeout_seconds)
    page = _page(fetched, today, {}, is_home=True)
    if page.kind == "attachment":
        raise click.ClickException(f"{url} 是文件，不是网页。请给出网站首页的网址。")
    parts = await _parts([page], settings)
    return _page(fetched, today, parts, is_home=True) if parts else page


async def _read_pages(
    candidates: Sequence[Candidate], settings: Settings, home: PageSeen, today: date
) -> dict[str, PageSeen]:
    """Address -> page of each candidate that could be read, with what its scripts and frames bring."""
    host = urlsplit(home.url).hostname or ""
    answers = fetch_many([candidate.url for candidate in candidates], settings, own_hosts=[host])
    fetched = {
        url: answer async for url, answer in answers if isinstance(answer, Fetched) and answer.final_url != home.url
    }
    pages = {url: _page(answer, today, {}) for url, answer in fetched.items()}
    parts = await _parts(list(pages.values()), settings)
    for url, page in pages.items():
        own = {want.url: parts[want.url] for want in page.wants if want.url in parts}
        if own:
            pages[url] = _page(fetched[url], today, own)
    return pages


async def _parts(pages: Sequence[PageSeen], settings: Settings) -> dict[str, bytes]:
    wanted = list(dict.fromkeys(want.url for page in pages for want in page.wants))
    hosts = {urlsplit(page.url).hostname or "" for page in pages}
    parts: dict[str, bytes] = {}
    async for url, answer in fetch_many(wanted, settings, own_hosts=hosts):
        if isinstance(answer, Fetched):
            parts[url] = answer.body
    return parts


def _page(fetched: Fetched, today: date, parts: dict[str, bytes], *, is_home: bool | None = None) -> PageSeen:
    return read_page(
        fetched.body,
        url=fetched.final_url,
        today=today,
        content_type=fetched.headers.get("content-type"),
        is_home=is_home,
        parts=parts,
        marks=bool(is_home),
    )


def _column_json(column: SiteColumn) -> dict[str, Any]:
    seen = column.seen
    return {
        "name": column.name,
        "url": column.url,
        "type": column.type,
        "confidence": column.confidence,
        "items": len(seen.items) if seen else None,
        "latest": seen.latest.isoformat() if seen and seen.latest else None,
        "unreadable": seen.unreadable if seen else "fetch-failed",
    }
