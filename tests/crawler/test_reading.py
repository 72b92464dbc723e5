"""A reading of one site over real HTTP, into a real database."""

import json
import os
import random
import signal
import socket
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from string import ascii_letters
from typing import Any

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from checks.findings import Finding
from checks.observations.page import PageSeen
from checks.observations.site import SiteColumn
from config.errors import ConfigError
from config.settings import QuietHours
from crawler.fetch.politeness import SITES_ZONE
from crawler.keep import Keeper
from storage.queries.page_hits import page_hits
from storage.queries.pages import footer_marks, page_facts, pages_read
from storage.queries.targets import asked_after
from storage.site_lock import hold_site
from storage.tables.page import LinkSetRow, PageRow
from storage.tables.target import TargetRow
from storage.writes.worklist import Work
from tests.crawler.reading_site import CODE, article, bad, begin, end, front, judge_nothing, read, the_site
from tests.servers import Asked, Portal, Reply, conditional, endless_body, hang_up, portal, redirect, slow_drip


@pytest.fixture
def site() -> Iterator[Portal]:
    with portal() as running:
        yield running


def paths_read(engine: Engine, site: Portal) -> set[str]:
    reading = begin(engine, the_site(site.url))
    with Session(engine) as session:
        return {url.removeprefix(site.url) for url in pages_read(session, reading, CODE)}


def test_it_reads_every_page_once(engine: Engine, site: Portal) -> None:
    names = [f"/zx/t{number}.html" for number in range(40)]
    site.pages |= {name: article(f"第{name}条", *names) for name in names} | {"/": front(*names)}
    outcome = read(engine, site)
    assert outcome.state == "finished"
    assert outcome.home is not None
    assert outcome.counts["pages"] == 41
    assert all(site.times(name) == 1 for name in names)
    assert bad(engine, site) == {}


def test_addresses_that_differ_only_in_spelling_are_one_page(engine: Engine, site: Portal) -> None:
    host = site.url.removeprefix("http://")
    spellings = ["/a.html", "/a.html#top", "a.html", f"HTTP://{host}/a.html", "/x/../a.html", "/a.html;jsessionid=1F"]
    site.pages |= {"/": front(*spellings), "/a.html": article("甲")}
    read(engine, site)
    assert site.times("/a.html") == 1


DEAD: dict[str, tuple[Any, str]] = {
    "/gone.html": (Reply("", 404), "http-404"),
    "/withdrawn.html": (Reply("", 410), "http-410"),
    "/broken.html": (Reply("", 500), "http-500"),
    "/loop.html": (redirect("/loop.html"), "redirect-loop"),
    "/to-gone.html": (redirect("/gone.html"), "http-404"),
    "/reset.html": (hang_up, "reset"),
    "/drip.html": (slow_drip, "timeout"),
    "/soft.html": ("<html><title>您访问的页面不存在</title><body>请返回首页</body></html>", "soft-404"),
    "/gone.jpg": (Reply("", 404), "http-404"),
    "/gone.pdf": (Reply("", 404), "http-404"),
}


def test_every_kind_of_dead_link_is_found_and_confirmed(engine: Engine, site: Portal) -> None:
    alive = {"/a.html": article("甲", *DEAD), "/ok.pdf": Reply(b"%PDF", headers={"Content-Type": "application/pdf"})}
    site.pages |= {path: page for path, (page, _) in DEAD.items()} | alive
    site.pages["/"] = front("/a.html", "/ok.pdf", "/gone.html", "http://gone.example/")
    read(engine, site, timeout_seconds=1.5)
    found = bad(engine, site)
    expected = {path: cause for path, (_, cause) in DEAD.items()} | {"http://gone.example/": "dns"}
    assert {path: target.cause for path, target in found.items()} == expected
    assert {target.verdict for target in found.values()} == {"confirmed"}
    assert all(len(target.attempts) >= 2 for target in found.values())
    assert found["/gone.html"].count == 2
    assert found["/gone.html"].pages == (site.url + "/", site.url + "/a.html")


def test_a_redirect_to_a_dead_page_seen_before_is_not_lost(engine: Engine, site: Portal) -> None:
    site.pages["/"] = front("/gone.html", *(f"/r{number}.html" for number in range(5)))
    site.pages |= {f"/r{number}.html": redirect("/gone.html") for number in range(5)}
    read(engine, site)
    assert len(bad(engine, site)) == 6


def test_a_failure_that_passes_is_no_finding_and_the_page_is_read(engine: Engine, site: Portal) -> None:
    def second_time(asked: Asked) -> Reply:
        return Reply("", 502) if site.times(asked.path) == 1 else Reply(article("乙", "/c.html"))

    site.pages |= {"/": front("/b.html"), "/b.html": second_time, "/c.html": article("丙")}
    read(engine, site)
    assert bad(engine, site) == {}
    assert paths_read(engine, site) == {"/", "/b.html", "/c.html"}


OUTSIDE = {"hosts": {"elsewhere.example": "127.0.0.1"}}


def elsewhere(site: Portal, path: str = "/x.html") -> str:
    """The same server under a name that is none of the site's."""
    return f"http://elsewhere.example:{site.port}{path}"


def test_a_page_that_leads_to_another_site_is_asked_after_once(engine: Engine, site: Portal) -> None:
    site.pages |= {"/": front("/go"), "/go": redirect(elsewhere(site)), "/x.html": article("外")}
    outcome = read(engine, site, **OUTSIDE)
    assert (outcome.state, outcome.counts["links"], site.times("/go")) == ("finished", 1, 2)
    assert bad(engine, site) == {}


def test_a_page_that_fails_once_and_then_leads_to_another_site_is_there(engine: Engine, site: Portal) -> None:
    def second_time(asked: Asked) -> Reply:
        return Reply("", 502) if site.times(asked.path) == 1 else redirect(elsewhere(site))

    site.pages |= {"/": front("/go"), "/go": second_time, "/x.html": article("外")}
    assert read(engine, site, **OUTSIDE).state == "finished"
    assert bad(engine, site) == {}


def test_a_page_that_leads_to_a_dead_one_elsewhere_is_tried_twice_before_it_counts(
    engine: Engine, site: Portal
) -> None:
    def dead(asked: Asked) -> Reply:
        return Reply("", 502 if site.times(asked.path) == 1 else 500)

    site.pages |= {"/": front("/go"), "/go": redirect(elsewhere(site)), "/x.html": dead}
    read(engine, site, **OUTSIDE)
    found = bad(engine, site)["/go"]
    assert found.verdict == "likely"
    assert [one.outcome for one in found.attempts] == ["redirect", "http-502", "redirect", "http-500"]


def test_two_failures_of_two_kinds_are_only_likely(engine: Engine, site: Portal) -> None:
    def changing(asked: Asked) -> Reply:
        return Reply("", 502 if site.times(asked.path) == 1 else 500)

    site.pages |= {"/": front("/b.html"), "/b.html": changing}
    read(engine, site)
    assert bad(engine, site)["/b.html"].verdict == "likely"


@pytest.mark.parametrize(
    "wall",
    [
        Reply("<script>$_ts=window['$_ts']</script>", 412),
        Reply("", 429),
        Reply("<script>document.cookie='__jsl_clearance=1'</script>", 521),
        Reply("<script>var arg1='';acw_sc__v2</script>"),
        redirect("/sso/login?service=1"),
    ],
)
def test_walls_and_logins_accuse_nobody(engine: Engine, site: Portal, wall: Reply) -> None:
    site.pages |= {"/": front("/w.html"), "/w.html": wall}
    site.pages["/sso/login?service=1"] = "<html><title>用户登录</title><body>用户名 密码</body></html>"
    read(engine, site, longest_pause_seconds=0)
    assert {target.verdict for target in bad(engine, site).values()} <= {"walled"}


def test_addresses_longer_than_an_index_holds_are_left_alone(engine: Engine, site: Portal) -> None:
    noise = random.Random(1)
    long = "/b.html?token=" + "".join(noise.choices(ascii_letters, k=6000))  # what repeats itself is packed small
    site.pages |= {"/": front("/a.html", long, "/to"), "/to": redirect(long), "/a.html": article("甲", long)}
    site.pages[long] = article("乙")
    assert read(engine, site).state == "finished"
    assert paths_read(engine, site) == {"/", "/a.html"}
    assert bad(engine, site) == {}


def test_characters_that_a_script_names_by_number_and_no_database_keeps(engine: Engine, site: Portal) -> None:
    records = [
        {"title": f"关于\0做好第{day}号工作的\ud800通知", "url": f"/tzgg/t{day}.html", "date": f"2026-11-1{day}"}
        for day in range(8)
    ]
    shown = f'<html><title>通知公告</title><body><div id="list"></div><script>var list={json.dumps(records)};</script>'
    site.pages |= {"/": front("/tzgg/"), "/tzgg/": shown}
    site.pages |= {f"/tzgg/t{day}.html": article("甲") for day in range(8)}
    assert read(engine, site).counts["pages"] == 10


def test_names_that_no_server_answers_for_keep_no_other_name_waiting(
    engine: Engine, site: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look_up(host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
        if "dead" not in host:
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]
        time.sleep(0.6)
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    dead = [f"http://dead{number}.gov.cn/" for number in range(60)]
    site.pages |= {"/": front(*dead, f"http://alive.gov.cn:{site.port}/a.html"), "/a.html": article("外")}
    read(engine, site, timeout_seconds=1.5, allow_private=True)
    assert set(bad(engine, site)) == set(dead)


def test_links_that_lead_inside_are_never_asked_for(engine: Engine, site: Portal) -> None:
    with portal({"/secret": "geheim"}) as inner:
        site.pages["/"] = front("/out.html", "/meta.html")
        site.pages["/out.html"] = redirect(inner.url.replace("127.0.0.1", "localhost") + "/secret")
        site.pages["/meta.html"] = redirect("http://169.254.169.254/latest/")
        read(engine, site)
        assert inner.asked == []
    assert {path: target.verdict for path, target in bad(engine, site).items()} == {
        "/out.html": "undecided",
        "/meta.html": "undecided",
    }


def test_a_host_that_answers_200_to_everything_is_seen_through(engine: Engine, site: Portal) -> None:
    site.missing = Reply(
        "<html><title>临河县</title><body><p>您来到了没有内容的地方，请从首页重新进入。</p></body></html>"
    )
    site.pages |= {"/": front("/a.html", "/lost.html", "/lost.doc"), "/a.html": article("甲")}
    read(engine, site)
    found = bad(engine, site)
    assert {path: target.cause for path, target in found.items()} == {
        "/lost.html": "soft-404",
        "/lost.doc": "soft-404",
    }


def test_a_host_that_sends_everything_lost_to_its_home_page(engine: Engine, site: Portal) -> None:
    site.missing = redirect("/")
    site.pages |= {"/": front("/a.html", "/lost.html"), "/a.html": article("甲")}
    read(engine, site)
    assert {path: target.cause for path, target in bad(engine, site).items()} == {"/lost.html": "redirect-home"}


def test_the_place_that_everything_lost_is_sent_to_is_there(engine: Engine, site: Portal) -> None:
    site.missing = redirect("/index.html")
    home = front("/index.html", "/index.jsp", "/a.html")
    site.pages |= {"/": home, "/index.html": home, "/a.html": article("甲")}
    read(engine, site)
    assert bad(engine, site) == {}


def test_an_old_home_address_that_redirects_home_is_fine(engine: Engine, site: Portal) -> None:
    site.pages |= {"/": front("/index.html"), "/index.html": redirect("/")}
    read(engine, site)
    assert bad(engine, site) == {}


def test_hostile_pages_do_not_stop_a_reading(engine: Engine, site: Portal) -> None:
    site.pages |= {
        "/": front("/endless.html", "/many.html", "/a.html"),
        "/endless.html": endless_body,
        "/many.html": article("多", *(f"/n{number}.jpg" for number in range(10_000))),
        "/a.html": article("甲"),
    }
    outcome = read(engine, site, max_bytes=1 << 21, timeout_seconds=30)
    assert {page.url.removeprefix(site.url): page.cause for page in outcome.unread} == {"/endless.html": "too-large"}
    assert len(bad(engine, site)) == 10_001


def test_a_page_that_ends_its_reader_costs_one_page(
    engine: Engine, site: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def judge(page: PageSeen) -> Iterator[Finding]:
        if page.url.endswith("/hangs.html"):
            time.sleep(60)
        if page.url.endswith("/dies.html"):
            os.kill(os.getpid(), signal.SIGKILL)
        yield from ()

    monkeypatch.setattr("crawler.crawl._PAGE_SECONDS", 1.0)
    paths = ["/hangs.html", "/dies.html", *(f"/{number}.html" for number in range(9))]
    site.pages |= {"/": front(*paths)} | {path: article(path) for path in paths}
    outcome = read(engine, site, plan={"judge": judge})
    left = {page.url.removeprefix(site.url): page.cause for page in outcome.unread}
    assert left == {"/hangs.html": "page-time", "/dies.html": "crash"}
    assert outcome.counts["pages"] == 10


def test_an_endless_calendar_is_left_after_its_budget(engine: Engine, site: Portal) -> None:
    def month(asked: Asked) -> Reply:
        number = int(asked.path.rpartition("=")[2])
        return Reply(f"<html><body><a href='/rili?m={number + 1}'>下月</a><a href='/rili?m={number + 7}'>七</a></body>")

    with_calendar = {f"/rili?m={number}": month for number in range(3000)}
    site.pages |= {"/": front("/rili?m=0", "/a.html"), "/a.html": article("甲"), **with_calendar}
    outcome = read(engine, site, pattern_pages=10)
    assert outcome.counts["pages"] < 60
    assert {page.cause for page in outcome.unread} == {"endless"}
    assert "/a.html" in paths_read(engine, site)


def test_the_budget_is_kept_and_what_is_left_is_said(engine: Engine, site: Portal) -> None:
    names = [f"/t{number}.html" for number in range(30)]
    site.pages |= {"/": front(*names, "/gone.html")} | {name: article(name) for name in names}
    outcome = read(engine, site, full_pages=10)
    assert outcome.counts["pages"] == 10
    assert [page.cause for page in outcome.unread if not page.gone] == ["budget"] * 21
    assert set(bad(engine, site)) == {"/gone.html"}


def test_robots_txt_is_obeyed_unless_switched_off(engine: Engine, site: Portal) -> None:
    site.pages |= {
        "/": front("/open.html", "/closed/a.html"),
        "/open.html": article("开"),
        "/closed/a.html": article("关"),
    }
    site.pages["/robots.txt"] = Reply("User-agent: *\nDisallow: /closed/", headers={"Content-Type": "text/plain"})
    outcome = read(engine, site)
    assert site.times("/closed/a.html") == 0
    assert [page.cause for page in outcome.unread] == ["robots"]
    end(engine, begin(engine, the_site(site.url)))
    read(engine, site, obey_robots=False)
    assert site.times("/closed/a.html") == 1


def test_a_dead_home_page_is_tried_three_times(engine: Engine, site: Portal) -> None:
    site.pages["/"] = Reply("", 500)
    outcome = read(engine, site)
    assert (outcome.state, outcome.home, site.times("/")) == ("unreachable", None, 3)
    assert [attempt.outcome for attempt in outcome.home_attempts] == ["http-500"] * 3


def test_a_home_page_said_to_be_as_before_is_tried_again(engine: Engine, site: Portal) -> None:
    site.pages["/"] = Reply("", 304)
    outcome = read(engine, site)
    assert (outcome.state, outcome.home, site.times("/")) == ("unreachable", None, 3)


def test_a_home_page_that_leads_to_no_address_is_not_reached(engine: Engine, site: Portal) -> None:
    site.pages["/"] = redirect("http://[")
    outcome = read(engine, site)
    assert outcome.state == "unreachable"
    assert outcome.home_attempts[-1].outcome == "moved-away"


def test_a_page_whose_header_names_a_day_beyond_the_calendar_is_read(engine: Engine, site: Portal) -> None:
    headers = {"Content-Type": "text/html; charset=utf-8", "Last-Modified": "Fri, 31 Dec 9999 23:59:59 GMT"}
    site.pages |= {"/": Reply(front("/a.html"), headers=headers), "/a.html": Reply(article("甲"), headers=headers)}
    assert read(engine, site).counts["pages"] == 2


def test_a_home_page_that_comes_at_the_third_try_is_read(engine: Engine, site: Portal) -> None:
    def third_time(asked: Asked) -> Reply:
        return Reply("", 500) if site.times(asked.path) < 3 else Reply(front("/a.html"))

    site.pages |= {"/": third_time, "/a.html": article("甲")}
    outcome = read(engine, site)
    assert outcome.state == "finished"
    assert outcome.counts["pages"] == 2


def test_nothing_is_sent_in_quiet_hours(engine: Engine, site: Portal) -> None:
    site.pages["/"] = front("/a.html")
    now = datetime.now(UTC).astimezone(SITES_ZONE)
    hours = QuietHours(start=(now - timedelta(hours=1)).time(), end=(now + timedelta(hours=1)).time())
    outcome = read(engine, site, quiet_hours=hours)
    assert (outcome.state, site.asked) == ("quiet-hours", [])


def test_what_quiet_hours_cut_short_the_next_start_reads_as_if_it_had_not_been_leased(
    engine: Engine, site: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails_at_first(asked: Asked) -> Reply:
        return Reply("", 502) if site.times(asked.path) == 1 else Reply(article("甲"))

    names = [f"/{number}.html" for number in range(20)]
    site.pages |= {"/": front(*names)} | {name: Reply(article(name), delay=0.2) for name in names}
    with monkeypatch.context() as context:
        context.setattr("crawler.reading.is_quiet", lambda *_: site.times("/0.html") > 0)
        assert read(engine, site, concurrency=1).state == "quiet-hours"
    assert site.times("/19.html") == 0
    site.pages["/19.html"] = fails_at_first
    assert read(engine, site).state == "finished"
    assert bad(engine, site) == {}
    assert paths_read(engine, site) == {"/", *names}


def test_a_site_is_read_by_one_process_at_a_time(engine: Engine, site: Portal) -> None:
    site.pages["/"] = front()
    with hold_site(engine, CODE), pytest.raises(ConfigError, match="另一个程序正在读"):
        read(engine, site)


def find_title(page: PageSeen) -> Iterator[Finding]:
    if page.title and "甲" in page.title:
        yield Finding(rule="placeholder-text", subject=page.url)


@pytest.mark.parametrize("leased", ["pages", "links"])
def test_a_database_that_fails_while_work_is_leased_ends_the_reading_and_says_so(
    leased: str, engine: Engine, site: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages |= {"/": front("/a.png"), "/a.png": Reply(b"\x89PNG")}

    def lease(self: Keeper, *_: object, **__: object) -> list[Work]:
        raise ConfigError("duwang.db", "磁盘已满，写不进去。", "请腾出空间后重试。")

    monkeypatch.setattr(Keeper, f"lease_{leased}", lease)
    with pytest.raises(ConfigError, match="磁盘已满"):
        read(engine, site)
    assert "/a.png" not in [asked.path for asked in site.asked]


def test_a_database_that_fails_while_pages_are_kept_ends_the_reading_though_it_works_again(
    engine: Engine, site: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the reading knows of addresses is not in the database then."""
    names = [f"/{number}.html" for number in range(20)]
    site.pages |= {"/": front(*names)} | {name: article(name) for name in names}
    monkeypatch.setattr("crawler.keep.BATCH_PAGES", 4)
    locked = iter([ConfigError("duwang.db", "数据库正被另一个程序占用。", "请重试。")])
    flush = Keeper.flush

    def flush_unless_locked(self: Keeper) -> None:
        if self.is_full and (error := next(locked, None)):
            raise error
        flush(self)

    monkeypatch.setattr(Keeper, "flush", flush_unless_locked)
    with pytest.raises(ConfigError, match="另一个程序占用"):
        read(engine, site)


def test_an_unchanged_page_keeps_its_findings_without_being_judged(
    engine: Engine, site: Portal, tmp_path: Path
) -> None:
    judged = tmp_path / "judged.txt"  # a file, because most pages are judged in another process

    def judge(page: PageSeen) -> Iterator[Finding]:
        with judged.open("a") as log:
            print(page.url.removeprefix(site.url), file=log)
        yield from find_title(page)

    site.pages |= {"/": front("/a.html", "/b.html", "/gone.html"), "/a.html": conditional(article("甲"))}
    site.pages["/b.html"] = article("乙", "/gone.html")
    for expected in ({"/", "/a.html", "/b.html"}, {"/"}):
        judged.unlink(missing_ok=True)
        outcome = read(engine, site, plan={"judge": judge, "rules": "1"})
        reading = begin(engine, the_site(site.url))
        with Session(engine) as session:
            found = page_hits(session, reading, CODE).found
        assert set(judged.read_text().split()) == expected
        assert [finding.subject for finding in found] == [site.url + "/a.html"]
        assert bad(engine, site)["/gone.html"].count == 2
        end(engine, reading)
    assert outcome.counts["unchanged"] == 2
    read(engine, site, plan={"judge": judge, "rules": "2"})
    assert set(judged.read_text().split()) == {"/", "/a.html", "/b.html"}, "another rulebook judges anew"


def test_a_page_that_is_gone_keeps_nothing(engine: Engine, site: Portal) -> None:
    site.pages |= {"/": front("/a.html"), "/a.html": article("甲", "/gone.html")}
    read(engine, site, plan={"judge": find_title})
    end(engine, begin(engine, the_site(site.url)))
    del site.pages["/a.html"]
    read(engine, site, plan={"judge": find_title})
    reading = begin(engine, the_site(site.url))
    with Session(engine) as session:
        assert page_hits(session, reading, CODE).found == ()
    assert bad(engine, site)["/a.html"].cause == "http-404"


def test_a_daily_reading_looks_at_what_is_new_and_what_was_wrong(engine: Engine, site: Portal) -> None:
    names = [f"/zx/t{number}.html" for number in range(30)]
    site.pages |= {"/": front("/zx/", "/deep.html"), "/zx/": front(*names[:20])}
    site.pages |= {name: article(name) for name in names} | {"/deep.html": article("深", "/ok.jpg", "/gone.jpg")}
    site.pages["/ok.jpg"] = Reply(b"jpg", headers={"Content-Type": "image/jpeg"})
    read(engine, site)
    end(engine, begin(engine, the_site(site.url)))
    site.pages["/zx/"] = front(*names[1:21])
    outcome = read(engine, site, mode="daily", daily_pages=12, plan={"open_pages": (site.url + "/deep.html",)})
    asked = [request.path for request in site.asked]
    assert site.times(names[20]) == 1, "a new item is read"
    assert outcome.counts["pages"] <= 12
    assert site.times("/deep.html") == 1, "a page with an open finding is looked at"
    assert "/ok.jpg" not in asked, "what was fine is left in peace"
    assert "/gone.jpg" in asked, "what was wrong is asked after again"
    with Session(engine) as session:
        assert site.url + "/ok.jpg" not in asked_after(session, begin(engine, the_site(site.url), "daily"), CODE)


def test_a_page_with_a_fault_of_ours_is_left_with_the_reason(engine: Engine, site: Portal) -> None:
    def stumble(page: PageSeen) -> Iterator[Finding]:
        if page.url.endswith("/a.html"):
            raise RuntimeError("a rule's own mistake")
        yield from ()

    site.pages |= {"/": front("/a.html", "/b.html"), "/a.html": article("甲"), "/b.html": article("乙")}
    outcome = read(engine, site, plan={"judge": stumble})
    assert {page.url.removeprefix(site.url): page.cause for page in outcome.unread} == {"/a.html": "crash"}
    assert paths_read(engine, site) == {"/", "/b.html"}


def test_the_home_page_may_redirect_within_its_domain(engine: Engine) -> None:
    with portal() as site:
        names = {"linhe.example": "127.0.0.1", "www.linhe.example": "127.0.0.1"}
        home = f"http://linhe.example:{site.port}"
        www = f"http://www.linhe.example:{site.port}"

        def main(asked: Asked) -> Reply:
            if not asked.headers["host"].startswith("www."):
                return redirect(www + "/")
            return Reply(front(www + "/a.html"))

        site.pages |= {"/": main, "/a.html": article("甲")}
        outcome = read(engine, site, plan={"site": the_site(home)}, hosts=names)
    assert outcome.home is not None
    assert outcome.home.url == www + "/"
    assert outcome.counts["pages"] == 2


def test_a_site_registered_in_capitals_or_chinese_is_read_whole(engine: Engine, site: Portal) -> None:
    site.pages |= {"/": front("/a.html"), "/a.html": article("甲")}
    for host, name in (("WWW.Linhe.Example", "www.linhe.example"), ("临河.example", "xn--miq665e.example")):
        registered = the_site(f"http://{host}:{site.port}")
        outcome = read(engine, site, plan={"site": registered}, hosts={name: "127.0.0.1"})
        assert outcome.counts["pages"] == 2
        end(engine, begin(engine, registered))


def test_a_home_page_that_leads_to_another_site_is_not_read_as_this_one(engine: Engine, site: Portal) -> None:
    with portal({"/": front()}) as other:
        site.pages["/"] = redirect(f"http://www.dahe.example:{other.port}/")
        outcome = read(engine, site, hosts={"www.dahe.example": "127.0.0.1"})
        assert other.asked == []
    assert outcome.home is None
    assert {attempt.outcome for attempt in outcome.home_attempts} == {"moved-away"}


def test_columns_come_first_and_are_settled(engine: Engine, site: Portal) -> None:
    names = [f"/tzgg/2026/t2026111{number}_{number}.html" for number in range(8)]
    rows = "".join(
        f'<li><a href="{name}">关于做好第{name[-6]}项工作的通知</a><span>2026-11-1{number}</span></li>'
        for number, name in enumerate(names)
    )
    listing = (
        '<html><head><meta charset="utf-8"><title>通知公告_临河县人民政府</title>'
        '<meta name="ColumnName" content="通知公告">'
        f'</head><body><div class="list"><ul>{rows}</ul></div></body></html>'
    )
    nav = "<div class='nav'><ul><li><a href='/tzgg/'>通知公告</a></li><li><a href='/'>首页</a></li></ul></div>"
    site.pages |= {"/": front("/zzz.html").replace("<body>", f"<body>{nav}"), "/tzgg/": listing}
    site.pages |= {name: article(name) for name in names} | {"/zzz.html": article("末")}
    outcome = read(engine, site, concurrency=1)
    order = [asked.path for asked in site.asked if asked.path in {*site.pages} - {"/robots.txt"}]
    assert order[:2] == ["/", "/tzgg/"]
    assert order[-1] == "/zzz.html", "new items come before the rest"
    found = {column.url.removeprefix(site.url): column for column in outcome.columns}
    assert found["/tzgg/"].type == "notice"
    assert found["/tzgg/"].seen is not None
    assert len(found["/tzgg/"].seen.items) == 8


def test_the_columns_of_a_menu_on_the_second_level_are_columns(engine: Engine, site: Portal) -> None:
    def menu(title: str, *links: tuple[str, str]) -> str:
        shown = "".join(f'<li><a href="{href}">{name}</a></li>' for href, name in links)
        return f"<html><head><meta charset='utf-8'><title>{title}</title></head><body><ul>{shown}</ul></body></html>"

    rows = "".join(f'<li><a href="/cf/{n}.html">第{n}号处罚决定</a><span>2026-11-1{n}</span></li>' for n in (1, 2, 3))
    nav = "<div class='nav'><a href='/zfxxgk/'>政府信息公开</a></div>"
    site.pages |= {
        "/": front().replace("<body>", f"<body>{nav}"),
        "/zfxxgk/": menu("政府信息公开", ("/zfxxgk/zdgk/", "法定主动公开内容"), ("/zfxxgk/zn/", "政府信息公开指南")),
        "/zfxxgk/zdgk/": menu("法定主动公开内容", ("/cf/", "行政处罚"), ("/x/", "其他")),
        "/cf/": f"<html><head><meta charset='utf-8'><title>行政处罚</title></head><body><ul>{rows}</ul></body></html>",
    }
    found = {column.url.removeprefix(site.url): column for column in read(engine, site).columns}
    assert (found["/cf/"].type, found["/cf/"].level) == ("admin_penalty", 3)
    assert "/x/" not in found


def test_a_columns_list_from_a_script_is_fetched_and_put_in(engine: Engine, site: Portal) -> None:
    seen: list[PageSeen] = []

    def judge(page: PageSeen) -> Iterator[Finding]:
        seen.append(page)
        yield from ()

    site.pages["/"] = (
        "<html><head><meta charset='utf-8'><title>临河县人民政府</title></head><body>"
        "<iframe src='/list_inner.html'></iframe></body></html>"
    )
    site.pages["/list_inner.html"] = front("/a.html")
    site.pages["/a.html"] = article("甲")
    read(engine, site, plan={"judge": judge})
    assert site.times("/list_inner.html") >= 1
    assert "/a.html" in paths_read(engine, site)


def test_a_known_column_stays_one_when_its_page_fails(engine: Engine, site: Portal) -> None:
    known = SiteColumn(url=site.url + "/tjsj/", name="统计数据", type="statistics", confidence=0.8)
    site.pages |= {"/": front("/a.html"), "/a.html": article("甲"), "/tjsj/": Reply("", 500)}
    outcome = read(engine, site, plan={"columns": (known,)})
    assert [(column.url, column.seen) for column in outcome.columns] == [(site.url + "/tjsj/", None)]
    assert [page.cause for page in outcome.unread] == ["http-500"]


def test_what_is_kept_of_pages(engine: Engine, site: Portal) -> None:
    site.pages |= {"/": front("/a.html"), "/a.html": article("甲")}
    read(engine, site)
    reading = begin(engine, the_site(site.url))
    with Session(engine) as session:
        (facts,) = page_facts(session, reading, CODE)
        marks = footer_marks(session, reading, CODE)
        sets = session.scalar(select(func.count()).select_from(LinkSetRow))
        first = session.scalar(select(PageRow.first_seen).limit(1))
        text = session.scalar(select(TargetRow.text).where(TargetRow.url == site.url + "/a.html"))
    assert facts.url == site.url + "/a.html"
    assert facts.read
    assert facts.published_on is not None
    assert set(marks) == {site.url + "/", site.url + "/a.html"}
    assert sets
    assert first is not None
    assert text == "/a.html"


def test_an_interpretations_links_are_known_whatever_their_words(engine: Engine, site: Portal) -> None:
    explaining = article("《办法》解读", "/doc.html", "/list.html")
    site.pages |= {"/": front("/a.html"), "/a.html": explaining, "/doc.html": article("办法"), "/list.html": front()}
    read(engine, site)
    with Session(engine) as session:
        facts = page_facts(session, begin(engine, the_site(site.url)), CODE)
    assert {page.url: page.leads_to for page in facts if page.leads_to} == {
        f"{site.url}/a.html": (f"{site.url}/doc.html",)
    }


def test_progress_is_told(engine: Engine, site: Portal) -> None:
    site.pages |= {"/": front("/a.html"), "/a.html": Reply(article("甲"), delay=0.7)}
    outcome = read(engine, site, plan={"judge": judge_nothing})
    assert outcome.counts["requests"] == len(site.asked)


HUGE = "<p>" * 250_000


def test_a_page_too_large_to_be_parsed_is_left_and_the_others_are_read(engine: Engine, site: Portal) -> None:
    site.pages |= {
        "/": front("/huge.html", "/moved.html", "/a.html"),
        "/huge.html": article("甲", text=HUGE),
        "/moved.html": redirect("/there.html"),
        "/there.html": article("乙", text=HUGE),
        "/a.html": article("丙"),
    }
    outcome = read(engine, site)
    assert paths_read(engine, site) == {"/", "/a.html"}
    left = {page.url.removeprefix(site.url): page.cause for page in outcome.unread}
    assert left == {"/huge.html": "page-too-large", "/moved.html": "page-too-large"}
    assert bad(engine, site) == {}


def test_a_page_that_has_grown_too_large_keeps_what_stands_on_it(engine: Engine, site: Portal) -> None:
    def judge(page: PageSeen) -> list[Finding]:
        return [Finding(rule="placeholder-text", subject=page.url)] if page.url.endswith("/a.html") else []

    site.pages |= {"/": front("/a.html"), "/a.html": article("甲")}
    read(engine, site, plan={"judge": judge})
    end(engine, begin(engine, the_site(site.url)))
    site.pages["/a.html"] = article("甲", text=HUGE)
    read(engine, site, plan={"judge": judge})
    with Session(engine) as session:
        gathered = page_hits(session, begin(engine, the_site(site.url)), CODE)
    assert gathered.unseen == {("placeholder-text", f"{site.url}/a.html")}


def test_a_home_page_too_large_to_be_parsed_is_no_closed_site_and_known_columns_are_read(
    engine: Engine, site: Portal
) -> None:
    site.pages |= {"/": front("/x.html").replace("</ul>", HUGE), "/tzgg/": front("/x.html")}
    column = SiteColumn(url=f"{site.url}/tzgg/", name="通知公告", type="notice")
    outcome = read(engine, site, plan={"columns": (column,)})
    assert (outcome.state, outcome.home) == ("finished", None)
    assert [attempt.outcome for attempt in outcome.home_attempts] == ["ok"]
    assert outcome.unread[0].cause == "page-too-large"
    assert "/tzgg/" in paths_read(engine, site)


@pytest.mark.parametrize("home", [True, False])
def test_a_page_that_sets_a_cookie_and_sends_to_itself_is_read(engine: Engine, site: Portal, home: bool) -> None:
    def guarded(asked: Asked) -> Reply:
        if "seen=1" in asked.headers.get("cookie", ""):
            return Reply(front("/a.html") if asked.path == "/" else article("甲"))
        return Reply("", 302, {"Location": asked.path, "Set-Cookie": "seen=1; path=/; HttpOnly"})

    site.pages |= {"/": guarded if home else front("/a.html"), "/a.html": guarded}
    outcome = read(engine, site)
    assert outcome.state == "finished"
    assert bad(engine, site) == {}
    assert paths_read(engine, site) == {"/", "/a.html"}


@pytest.mark.parametrize("status", [404, 500])
def test_a_page_that_comes_with_a_status_of_error_is_left_to_people(engine: Engine, site: Portal, status: int) -> None:
    named = "关于印发防汛应急预案的通知"
    long = article(named, text="各乡镇人民政府、县政府各部门要高度重视，认真抓好贯彻落实。" * 40)
    lost = article("您访问的页面不存在", text="您可以看看本网站的其他内容，或者返回上一页重新选择。" * 40)
    site.pages |= {
        "/": "".join(f"<li><a href='{path}'>{named}</a></li>" for path in ("/a.html", "/b.html")),
        "/a.html": Reply(long, status),
        "/b.html": Reply(lost, status),
    }
    read(engine, site)
    found = {path: (target.verdict, target.cause) for path, target in bad(engine, site).items()}
    assert found == {"/a.html": ("undecided", "error-shown"), "/b.html": ("confirmed", f"http-{status}")}


def test_a_home_page_behind_a_wall_that_says_200_is_told_as_walled(engine: Engine, site: Portal) -> None:
    site.pages["/"] = "<html><script>var arg1='6F';document.cookie='acw_sc__v2='+arg1;location.reload()</script></html>"
    outcome = read(engine, site)
    assert (outcome.state, outcome.home) == ("unreachable", None)
    assert {attempt.outcome for attempt in outcome.home_attempts} == {"walled"}
