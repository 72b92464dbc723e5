"""The whole invented city on one day: every site with its faults, and what its server answers."""

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import format_datetime
from functools import cached_property

from duwang.demo.assets import asset, plain_page
from duwang.demo.effects import EFFECTS, HOME, day_number
from duwang.demo.faults import Fault, all_faults
from duwang.demo.model import Answer, Identity, Portal
from duwang.demo.portal import build_portal
from duwang.demo.render import CHARSETS, Press, Sheet
from duwang.demo.texts import identities, load

SOFT_ERRORS = {"ucap"}
"""Styles whose servers answer 200 with an error page where there is no page."""


@dataclass(frozen=True, slots=True)
class Seeded:
    """What a reading must find: site, check, subject."""

    site: str
    check: str
    subject: str


class SiteDay:
    """One site on one day, its faults put in."""

    def __init__(self, identity: Identity, *, port: int, today: date, anchor: date, faults: Iterable[Fault]) -> None:
        self.identity = identity
        self.portal = build_portal(identity, port=port, today=today, anchor=anchor)
        self._day = day_number(today, anchor)
        told = [self._apply(fault, anchor) for fault in faults if fault.site == identity.key]
        self.press = Press(self.portal)
        self.seeded = frozenset(
            Seeded(identity.code, fault.check, self._address(subject))
            for fault, subject in told
            if subject is not None and fault.check is not None and fault.is_found(self._day)
        )

    def _apply(self, fault: Fault, anchor: date) -> tuple[Fault, str | None]:
        place = str(fault.about.get("at", ""))
        self._touch(place)
        not_yet = "/" in place and all(article.key != place for article in self.portal.listed())
        if not_yet or not fault.is_there(self._day):
            return fault, None
        return fault, EFFECTS[fault.effect](self.portal, {**fault.about, "anchor": anchor})

    def _touch(self, key: str) -> None:
        """Mark the pages that a fault changes on some day: they say nothing about their last change."""
        for article in self.portal.listed():
            if key and (article.key == key or article.column == key):
                article.touched = True

    def _address(self, subject: str) -> str:
        if subject == HOME:
            return f"{self.portal.origin}/"
        path = self.press.paths.get(subject)
        return subject if path is None else self.portal.origin + path

    @cached_property
    def sheets(self) -> dict[str, Sheet]:
        """Path -> page."""
        return self.press.sheets()


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes out: an answer with its validators."""

    answer: Answer
    etag: str = ""
    modified: str = ""


class City:
    """All sites on the simulated day; `turn_to` changes the day."""

    def __init__(self, *, port: int, anchor: date, faults: Sequence[Fault] | None = None) -> None:
        """`faults`: None for those that the demo shows."""
        self.faults = all_faults() if faults is None else faults
        self.port = port
        self.anchor = anchor
        self.days: dict[str, SiteDay] = {}
        self._drawn: dict[tuple[str, str], Reply] = {}
        self.turn_to(anchor)

    def turn_to(self, today: date) -> None:
        """Make it `today` on every site."""
        self.today = today
        self._drawn = {}
        self.days = {
            one.host: SiteDay(one, port=self.port, today=today, anchor=self.anchor, faults=self.faults)
            for one in identities()
        }

    @property
    def seeded(self) -> frozenset[Seeded]:
        """What readings of this day must find; of a site that is down, only that it is."""
        return frozenset(one for day in self.days.values() for one in _visible(day))

    @property
    def down(self) -> frozenset[str]:
        """Codes of the sites that cannot be reached today."""
        return frozenset(day.identity.code for day in self.days.values() if day.portal.down)

    @property
    def accounts(self) -> dict[str, dict[str, date]]:
        """Code of each site -> its new-media accounts, with their last posts."""
        return {day.identity.code: day.portal.accounts for day in self.days.values()}

    def find(self, host: str, path: str) -> Reply:
        """What the server answers for a host and a path with its query."""
        site = self.days.get(host)
        if site is None:
            return Reply(self._stranger(host, path))
        if site.portal.down:
            return Reply(Answer(502, plain_page("502 Bad Gateway", "")))
        answer = site.portal.answers.get(path)
        if answer is not None:
            return Reply(_settle(answer, site))
        sheet = site.sheets.get(path)
        if sheet is not None:
            return self._draw(host, path, sheet, site.identity.style)
        found = asset(path)
        return Reply(found) if found is not None else Reply(_no_such_page(site.portal))

    def _draw(self, host: str, path: str, sheet: Sheet, style: str) -> Reply:
        known = self._drawn.get((host, path))
        if known is None:
            body = sheet.draw()
            kind = sheet.content_type if style in CHARSETS else f"{sheet.content_type}; charset=utf-8"
            etag = f'"{hashlib.sha1(body, usedforsecurity=False).hexdigest()[:16]}"'
            known = Reply(Answer(200, body, kind), etag, _http_date(sheet.modified))
            self._drawn[host, path] = known
        return known

    def _stranger(self, host: str, path: str) -> Answer:
        """A host beside the six sites: neighbours, badges, and those that faults speak of."""
        address = f"http://{host}:{self.port}{path}"
        for day in self.days.values():
            if address in day.portal.answers:
                return _settle(day.portal.answers[address], day)
        if host in load("city")["walls"]:
            return Answer(403, plain_page("访问验证", load("city")["wall"]))
        names = {one["host"]: one["name"] for one in load("city")["neighbours"]}
        is_known = host in names or host in (*load("city")["badges"], *load("city")["strangers"])
        if not is_known or (not path.startswith(tuple(load("city")["pages_elsewhere"])) and path != "/"):
            return Answer(404, plain_page("404 Not Found", ""))
        text = f"本页编号 {zlib.crc32(address.encode())}。"
        return Answer(200, plain_page(names.get(host, host), text))


def known_hosts() -> tuple[str, ...]:
    """Every host that the demo's server stands in for."""
    data = load("city")
    neighbours = [one["host"] for one in data["neighbours"]]
    return (*(one.host for one in identities()), *neighbours, *data["badges"], *data["strangers"], *data["walls"])


def _visible(day: SiteDay) -> frozenset[Seeded]:
    if not day.portal.down:
        return day.seeded
    return frozenset(one for one in day.seeded if one.check == "site-unreachable")


def _settle(answer: Answer, site: SiteDay) -> Answer:
    """The answer with a real address where it leads to a page of the model, and a page where it has none."""
    told = f"{site.identity.name}办理结果查询页面，编号 {zlib.crc32(repr(answer).encode())}。"
    body = answer.body or plain_page("办理结果查询", told)
    location = site.press.href(answer.location)
    return Answer(
        answer.status, body, answer.content_type, location, answer.wait_seconds, answer.fails_first, answer.head_refused
    )


def _no_such_page(portal: Portal) -> Answer:
    soft = portal.identity.style in SOFT_ERRORS
    title = "您访问的页面不存在或已被删除" if soft else "404 Not Found"
    return Answer(200 if soft else 404, plain_page(title, "请检查地址，或返回首页。"))


def _http_date(moment: datetime | None) -> str:
    return format_datetime(moment, usegmt=True) if moment else ""
