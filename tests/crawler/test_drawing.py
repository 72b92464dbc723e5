"""Pages whose list only scripts draw."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from checks.observations.link import LinkSeen
from checks.observations.marks import MarksSeen
from checks.observations.site import SiteColumn
from crawler.drawing import with_drawn
from crawler.fetch.chromium import can_draw
from storage.writes.readings import Mode
from tests.crawler.reading_site import TODAY, article, begin, end, front, read, the_site
from tests.factories import column_seen, item, page
from tests.servers import Portal, Reply, portal

needs_chromium = pytest.mark.skipif(not can_draw(), reason="Playwright or Chromium is not installed")
HIDDEN = column_seen(items=(), latest=None, unreadable="script")


def test_a_drawn_list_is_taken_over_and_its_links_with_it() -> None:
    raw = LinkSeen("{{ url }}", "", "page", malformed=True)
    new = LinkSeen(item().url, item().title, "page", hidden="display-none")
    seen = page(kind="column", column=HIDDEN, links=(raw,), sha256="aa")
    both = with_drawn(seen, page(kind="column", column=column_seen(), links=(new,), sha256="bb"))
    assert both.column == column_seen()
    assert [(link.url, link.hidden) for link in both.links] == [(item().url, None)]
    assert both.sha256 == "aa"


def test_a_list_that_seems_empty_is_believed_only_undrawn() -> None:
    empty = page(kind="column", column=column_seen(items=(), latest=None))
    assert with_drawn(empty, page(kind="column", column=column_seen())).column == column_seen()


def test_a_page_without_a_link_is_taken_over_whole_but_not_its_empty_list() -> None:
    shell = page(kind="other", title=None, sha256="aa")
    new = LinkSeen(item().url, item().title, "page")
    full = page(kind="column", title="通知公告", column=column_seen(), links=(new,), sha256="bb")
    whole = with_drawn(shell, full)
    assert (whole.kind, whole.title, whole.column, whole.sha256) == ("column", "通知公告", column_seen(), "aa")
    assert with_drawn(shell, replace(full, column=column_seen(items=(), latest=None))).column is None


def test_a_drawn_home_page_may_show_something_newer() -> None:
    old = page(kind="home", newest_item=TODAY - timedelta(days=90), links=(LinkSeen("http://a.example/", "", "page"),))
    assert with_drawn(old, replace(old, newest_item=TODAY)).newest_item == TODAY
    assert with_drawn(old, replace(old, newest_item=None)).newest_item == old.newest_item


@pytest.mark.parametrize("shown", [None, column_seen(items=(), latest=None), HIDDEN])
def test_a_list_that_is_not_drawn_either_stays_unseen(shown: Any) -> None:
    seen = page(kind="column", column=HIDDEN, links=(LinkSeen("http://a.example/", "", "page"),))
    assert with_drawn(seen, page(kind="column", column=shown)).column == HIDDEN


def test_a_drawn_footer_is_believed_only_with_its_number() -> None:
    seen = page(marks=MarksSeen(organizer="临河县人民政府", unreadable="script"))
    drawn = page(marks=MarksSeen(icp="京ICP备00000000号", unreadable="script"))
    marks = with_drawn(seen, drawn).marks
    assert marks == MarksSeen(organizer="临河县人民政府", icp="京ICP备00000000号")
    assert with_drawn(seen, page(marks=MarksSeen(contact="01000000000"))).marks == seen.marks


NAMES = ("县政府召开常务会议研究秋冬防火工作", "关于做好今冬明春供暖保障的通知", "关于公开征集惠民实事项目的公告")


def scripted(*dates: str) -> dict[str, Any]:
    """A site whose one column asks for its list by an address that no line of it names whole."""
    rows = ",".join(f'["/tzgg/{n}.html","{NAMES[n]}","{day}"]' for n, day in enumerate(dates))
    script = (
        "var part = 'tz' + 'gg';"
        "var asking = new XMLHttpRequest(); asking.open('GET', '/q/' + part);"
        "asking.onload = () => { for (const [url, title, day] of JSON.parse(asking.responseText))"
        " document.getElementById('list').innerHTML +="
        " '<li><a href=\"' + url + '\">' + title + '</a><span>' + day + '</span></li>'; }; asking.send();"
    )
    nav = "<div class='nav'><a href='/'>首页</a><a href='/tzgg/'>通知公告</a></div>"
    body = f"{nav}<ul id='list'></ul><script>{script}</script>"
    return {
        "/": front().replace("<body>", f"<body>{nav}"),
        "/tzgg/": f"<html><head><title>通知公告</title></head><body>{body}</body></html>",
        "/q/tzgg": Reply(f"[{rows}]", headers={"Content-Type": "application/json"}),
        **{f"/tzgg/{n}.html": article(NAMES[n]) for n in range(len(dates))},
    }


def read_column(engine: Engine, site: Portal, mode: Mode = "full") -> Any:
    """What a reading with a browser sees of the site's column."""
    known = SiteColumn(url=site.url + "/tzgg/", name="通知公告", type="notice")
    outcome = read(engine, site, mode=mode, browser=True, timeout_seconds=15, plan={"columns": (known,)})
    (column,) = [column for column in outcome.columns if column.url == known.url]
    return column.seen


@needs_chromium
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_list_drawn_by_a_script_is_read_anew_each_time_though_its_page_never_changes(engine: Engine) -> None:
    with portal(scripted("2026-11-16", "2026-11-17")) as site:
        first = read_column(engine, site)
        end(engine, begin(engine, the_site(site.url)))
        site.pages |= scripted("2026-11-16", "2026-11-17", "2026-11-19")
        second = read_column(engine, site, "daily")
        assert site.times("/tzgg/2.html") == 1
    assert (first.unreadable, first.latest, len(first.items)) == (None, TODAY - timedelta(days=3), 2)
    assert (second.latest, len(second.items)) == (TODAY - timedelta(days=1), 3)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_without_a_browser_nobody_could_look(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.fetch.browser.can_draw", lambda: False)
    with portal(scripted("2026-11-16")) as site:
        seen = read_column(engine, site)
    assert (seen.unreadable, seen.items) == ("script", ())
