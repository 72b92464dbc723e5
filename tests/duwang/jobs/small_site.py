"""A site of five pages with a dead link in its footer, and a reading of it."""

from datetime import date

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from checks.lifecycle.case import State
from config.settings import Settings
from duwang.jobs.read_site import SiteRead, read_one
from storage.queries.cases import site_cases
from storage.writes.readings import Mode
from tests.factories import CODE, TODAY

NAV = "<div class='nav'><a href='/'>首页</a><a href='/tzgg/'>通知公告</a></div>"
FOOT = "<div class='footer'><a href='/lost.html'>联系我们</a></div>"


def listing(*numbers: int) -> str:
    rows = "".join(
        f"<li><a href='/tzgg/{n}.html'>临河县第{n}号情况通报</a><span>2026-11-{n:02}</span></li>" for n in numbers
    )
    return f"<ul class='list'>{rows}</ul>"


def html(title: str, body: str) -> str:
    return f"<html><head><title>{title}</title></head><body>{NAV}{body}{FOOT}</body></html>"


def article(number: int, more: str = "") -> str:
    head = f"<h1>临河县第{number}号情况通报</h1><p>发布时间：2026-11-{number:02}</p>"
    return html(f"第{number}号", f"{head}<div class='content'>{'工作进展顺利。' * 30}{more}</div>")


PAGES = {
    "/": html("临河县人民政府", listing(18, 19)),
    "/tzgg/": html("通知公告", listing(17, 18, 19)),
    **{f"/tzgg/{n}.html": article(n) for n in (17, 18, 19)},
}


def read(settings: Settings, day: date = TODAY, mode: Mode = "full") -> SiteRead:
    return read_one(CODE, mode, settings, today=day)


def broken(engine: Engine) -> dict[str, State]:
    """Path of each broken link -> its state."""
    with Session(engine) as session:
        cases = [case for case in site_cases(session, CODE) if case.finding.rule == "link-broken"]
    return {"/" + case.finding.subject.split("/", 3)[3]: case.state for case in cases}
