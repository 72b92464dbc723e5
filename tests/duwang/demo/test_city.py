"""The sample sites, walked by a plain link follower that knows nothing of Duwang's own extraction."""

import functools
from datetime import date, timedelta
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html

from duwang.demo.city import City
from duwang.demo.faults import all_faults
from duwang.demo.model import Article

ANCHOR = date(2026, 11, 21)
PORT = 8750
DAYS = [ANCHOR + timedelta(days=back) for back in (-6, -2, 0)]


@functools.cache
def city_on(day: date) -> City:
    city = City(port=PORT, anchor=ANCHOR)
    city.turn_to(day)
    return city


def addresses_in(body: bytes, charset: str) -> list[str]:
    """Everything that a page links to or loads, as it stands; records in scripts too."""
    text = body.decode(charset)
    tree = html.fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    found = [str(value) for value in tree.xpath("//a/@href | //*[not(self::a)]/@src | //link/@href")]
    for script in tree.xpath("//script[not(@src)]/text()"):
        words = unquote(str(script)).replace('\\"', '"')
        parts = words.split('href="')[1:] + words.split("src='")[1:] + words.split('"pc": "')[1:]
        found.extend(part.split('"')[0].split("'")[0].rstrip("\\") for part in parts)
    return found


def is_plain(address: str) -> bool:
    """False for the malformed addresses that faults put into pages."""
    return address.isascii() and "http//" not in address and "$" not in address


def walk(city: City, host: str) -> tuple[set[str], dict[str, int]]:
    """From the home page: paths of the site's own pages, and every address with its status."""
    charset = "gbk" if host == "www.liuping.example" else "utf-8"
    origin = f"http://{host}:{PORT}"
    statuses: dict[str, int] = {}
    pages: set[str] = set()
    waiting = [f"{origin}/"]
    while waiting:
        url = waiting.pop()
        parts = urlsplit(url)
        if url in statuses or parts.scheme != "http" or parts.port != PORT:
            continue
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        reply = city.find(parts.hostname or "", path)
        statuses[url] = reply.answer.status
        if parts.hostname != host or not reply.etag:
            continue
        body = reply.answer.body
        if reply.answer.content_type.startswith("application/javascript"):
            waiting += [urljoin(url, one) for one in addresses_in(b"<script>" + body + b"</script>", "utf-8")]
            continue
        pages.add(parts.path)
        waiting += [urljoin(url, one) for one in addresses_in(body, charset) if is_plain(one)]
    return pages, statuses


def shown_articles(city: City, host: str) -> list[Article]:
    columns = city.days[host].portal.columns.values()
    return [article for column in columns for article in column.articles[: column.shown or None]]


HOSTS = sorted(city_on(ANCHOR).days)


@pytest.mark.parametrize("host", HOSTS)
def test_every_site_has_60_to_150_pages_all_reachable_from_its_home_page(host: str) -> None:
    city = city_on(ANCHOR)
    pages, _ = walk(city, host)
    columns = set(city.days[host].press.paths.values())
    listed = {city.days[host].press.href(one.key) for one in shown_articles(city, host)}
    assert 60 <= len(pages - {"/index.html", "/index.htm"}) <= 150
    assert listed <= pages <= columns | {"/", "/index.html", "/index.htm"} | {path for path in pages if "frame" in path}


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("host", HOSTS)
def test_the_only_dead_links_are_the_seeded_ones(host: str, day: date) -> None:
    city = city_on(day)
    _, statuses = walk(city, host)
    dead = {url for url, status in statuses.items() if status >= 400}
    seeded = {one.subject for one in city.seeded if one.check == "link-broken"}
    walled = {url for url in dead if "www.wall.example" in url}
    assert dead - walled <= seeded


def test_every_fault_shows_on_the_last_seven_days() -> None:
    shown = {fault.check for fault in all_faults() if any(fault.is_found(day) for day in range(-6, 1))}
    assert shown == {fault.check for fault in all_faults()} - {None}


def test_the_same_day_is_drawn_the_same_twice() -> None:
    one, other = City(port=PORT, anchor=ANCHOR), City(port=PORT, anchor=ANCHOR)
    for host in HOSTS:
        for path in one.days[host].sheets:
            assert one.find(host, path) == other.find(host, path)


@pytest.mark.parametrize("anchor", [date(2027, 1, 2), date(2027, 2, 28), date(2028, 2, 29), date(2027, 9, 1)])
def test_the_city_can_be_built_for_any_calendar_day(anchor: date) -> None:
    city = City(port=PORT, anchor=anchor)
    for back in range(14):
        city.turn_to(anchor - timedelta(days=back))
        assert city.seeded


def test_an_article_keeps_its_bytes_from_one_day_to_the_next() -> None:
    host = "www.anhe.example"
    before, after = city_on(ANCHOR - timedelta(days=1)), City(port=PORT, anchor=ANCHOR)
    path = after.days[host].press.paths["wenjian/renshi"]
    assert before.find(host, path) == after.find(host, path)


def test_a_site_that_is_down_hides_all_its_other_faults() -> None:
    city = city_on(ANCHOR - timedelta(days=3))
    assert city.down == {"9901000013"}
    assert {one.check for one in city.seeded if one.site == "9901000013"} == {"site-unreachable"}
    assert city.find("scjgj.anhe.example", "/").answer.status == 502


def test_gbk_pages_declare_gb2312() -> None:
    reply = city_on(ANCHOR).find("www.liuping.example", "/")
    assert b'charset="gb2312"' in reply.answer.body
    assert "柳坪县" in reply.answer.body.decode("gbk")


def test_a_report_that_is_not_due_yet_is_not_missed() -> None:
    before, after = City(port=PORT, anchor=date(2027, 1, 28)), City(port=PORT, anchor=date(2027, 2, 3))
    for city in (before, after):
        city.turn_to(city.anchor - timedelta(days=1))
    assert "annual-report-missing" not in {one.check for one in before.seeded}
    assert "annual-report-missing" in {one.check for one in after.seeded}
