"""Pages, the targets that they link to, and what is asked about both."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from checks.observations.page import PageKind
from storage.kept import PageKept
from storage.queries.pages import home_page, longest_unread, page_facts, pages_read, pages_shown
from storage.queries.targets import FIRST_PAGES, asked_after, bad_targets, known_targets, names_offered
from storage.tables.page import HitSetRow, LinkSetRow
from storage.writes.pages import PageRead, drop_unused_sets, keep_pages, pages_gone, pages_unchanged
from storage.writes.readings import open_reading
from storage.writes.sites import register_sites
from storage.writes.targets import NewTarget, TargetCheck, add_targets, settle_targets, targets_are_there
from tests.factories import CODE, HOME, attempt, column_seen, finding, item, page, register_site

NOW = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
DAY = date(2026, 11, 20)


class Kept:
    """A site's pages in one reading, named by their path."""

    def __init__(self, session: Session) -> None:
        register_sites(session, [register_site()], source="test", at=NOW)
        self.session = session
        self.connection: Connection = session.connection()
        self.ids: dict[str, int] = {}
        self.reading_id = self.next_reading()

    def next_reading(self) -> int:
        opened = open_reading(self.session, register_site(), mode="recheck", day=DAY, now=NOW)
        self.reading_id = opened.id
        return opened.id

    def target(self, path: str, **given: Any) -> int:
        if path not in self.ids:
            values = {"kind": "page", "on_site": True, "region": "main", "text": path, "first_page_id": None, **given}
            self.ids |= {
                url.removeprefix(HOME): number
                for url, number in add_targets(self.connection, CODE, [NewTarget(url=HOME + path, **values)]).items()
            }
        return self.ids[path]

    def page(self, path: str, *links: str, frame: tuple[str, ...] = (), **given: Any) -> None:
        keep_pages(self.connection, CODE, self.reading_id, DAY, [self._row(path, links, frame, given)])

    def pages(self, *paths: str) -> None:
        """Pages kept at once, each with a fault of its own."""
        rows = [self._row(path, (), (), {"findings": (finding(subject=path),)}) for path in paths]
        keep_pages(self.connection, CODE, self.reading_id, DAY, rows)

    def _row(self, path: str, links: tuple[str, ...], frame: tuple[str, ...], given: dict[str, Any]) -> PageRead:
        values: dict[str, Any] = {
            "kind": "article",
            "title": path,
            "published_on": DAY,
            "sha256": b"0" * 32,
            "etag": None,
            "last_modified": None,
            "stamp": "1",
            "findings": (),
            "kept": PageKept(),
            **given,
        }
        return PageRead(
            target_id=self.target(path),
            frame=tuple(self.target(link) for link in frame),
            links=tuple(self.target(link) for link in links),
            **values,
        )

    def bad(self, path: str, **given: Any) -> None:
        check = TargetCheck(self.target(path), False, given.get("verdict", "confirmed"), "http-404", (attempt(),))
        settle_targets(self.connection, self.reading_id, [check])

    def found(self) -> dict[str, Any]:
        targets = bad_targets(self.session, self.reading_id, CODE)
        return {target.url.removeprefix(HOME): target for target in targets}

    def count(self, table: type) -> int:
        return self.session.scalar(select(func.count()).select_from(table)) or 0


@pytest.fixture
def kept(session: Session) -> Kept:
    return Kept(session)


def test_a_bad_target_names_its_first_pages_and_counts_all(kept: Kept) -> None:
    for number in range(30):
        kept.page(f"t{number:02}.html", "gone.html", frame=("index.html",))
    kept.bad("gone.html")
    gone = kept.found()["gone.html"]
    assert gone.count == 30
    assert gone.pages == tuple(f"{HOME}t{number:02}.html" for number in range(FIRST_PAGES))
    assert gone.attempts == (attempt(),)
    assert gone.page_kind == "article"


def test_a_page_that_links_twice_counts_once(kept: Kept) -> None:
    kept.page("a.html", "gone.html", frame=("gone.html",))
    kept.bad("gone.html")
    assert kept.found()["gone.html"].count == 1


def test_pages_that_are_gone_are_no_places(kept: Kept) -> None:
    kept.page("a.html", "gone.html")
    kept.page("b.html", "gone.html")
    pages_gone(kept.connection, kept.reading_id, [kept.ids["a.html"]])
    kept.bad("gone.html")
    assert kept.found()["gone.html"].pages == (HOME + "b.html",)


def test_pages_share_equal_sets(kept: Kept) -> None:
    for number in range(20):
        kept.page(f"t{number}.html", "x.html", frame=("a.html", "b.html"), findings=(finding(),))
    assert kept.count(LinkSetRow) == 2
    assert kept.count(HitSetRow) == 1


def test_findings_are_shared_although_each_names_its_page(kept: Kept) -> None:
    for name in ("a.html", "b.html"):
        kept.page(name, "x.html", findings=(replace(finding(), page=HOME + name),))
    assert kept.count(HitSetRow) == 1


def test_shared_sets_are_made_in_one_order_by_all_readings(kept: Kept) -> None:
    """Two that make the same ones at once would otherwise wait for each other, and PostgreSQL end one of them."""
    kept.pages(*(f"a{number}.html" for number in range(20)))
    digests = kept.session.scalars(select(HitSetRow.digest).order_by(HitSetRow.id)).all()
    assert len(digests) == 20
    assert digests == sorted(digests)


def test_sets_that_nobody_needs_are_dropped(kept: Kept) -> None:
    kept.page("a.html", "x.html", findings=(finding(),))
    kept.page("a.html", "y.html")
    drop_unused_sets(kept.connection)
    assert kept.count(LinkSetRow) == 1
    assert kept.count(HitSetRow) == 0


def test_what_is_there_again_is_no_longer_bad(kept: Kept) -> None:
    kept.page("a.html", "x.html")
    kept.bad("x.html")
    kept.next_reading()
    targets_are_there(kept.connection, kept.reading_id, [kept.ids["x.html"]])
    assert kept.found() == {}
    assert asked_after(kept.session, kept.reading_id, CODE) == {HOME + "x.html"}


def test_a_target_not_asked_after_in_this_reading_is_not_bad_in_it(kept: Kept) -> None:
    kept.page("a.html", "x.html")
    kept.bad("x.html")
    kept.next_reading()
    assert kept.found() == {}


def test_a_doubtful_answer_is_no_look(kept: Kept) -> None:
    kept.bad("x.html", verdict="undecided")
    kept.bad("y.html")
    assert asked_after(kept.session, kept.reading_id, CODE) == {HOME + "y.html"}


def test_facts_say_which_column_lists_a_page_and_whether_it_was_read(kept: Kept) -> None:
    listed = column_seen(items=(item(url=HOME + "a.html"),))
    kept.page("a.html")
    kept.page("tzgg/", "a.html", kind="column", published_on=None, kept=PageKept(column=listed))
    kept.next_reading()
    pages_unchanged(kept.connection, kept.reading_id, [kept.ids["tzgg/"]])
    facts = {one.url: one for one in page_facts(kept.session, kept.reading_id, CODE)}
    assert facts[HOME + "a.html"].column == HOME + "tzgg/"
    assert not facts[HOME + "a.html"].read
    assert pages_read(kept.session, kept.reading_id, CODE) == {HOME + "tzgg/"}


def test_an_unchanged_columns_latest_item_moves_with_the_day(kept: Kept) -> None:
    items = (item(date=date(2026, 11, 22)), item(date=date(2026, 11, 18)))
    kept.page("tzgg/", kind="column", kept=PageKept(column=column_seen(items=items, latest=date(2026, 11, 18))))
    ids = [kept.ids["tzgg/"]]
    for today, latest in ((DAY, date(2026, 11, 18)), (date(2026, 11, 23), date(2026, 11, 22))):
        seen = pages_shown(kept.session, kept.reading_id, today, ids)[HOME + "tzgg/"].column
        assert seen is not None
        assert seen.latest == latest


def test_the_home_page_comes_back_whole(kept: Kept) -> None:
    home = page(url=HOME, kind="home", text="")
    kept.page("", kind="home", kept=PageKept(home=home))
    assert home_page(kept.session, kept.reading_id, CODE) == home
    assert home_page(kept.session, kept.next_reading(), CODE) is None


def test_names_come_from_the_home_page_and_from_around_the_main_part(kept: Kept) -> None:
    kind: PageKind = "home"
    kept.page("", kind=kind)
    home = kept.ids[""]
    kept.target("a.html", text="政府公报", first_page_id=home)
    kept.target("b.html", text="机构职能", region="nav", first_page_id=kept.target("x.html"))
    kept.target("c.html", text="某条新闻", first_page_id=kept.ids["x.html"])
    kept.page("hub.html", kind="other")
    kept.target("d.html", text="依申请公开", first_page_id=kept.ids["hub.html"])
    names = names_offered(kept.session, CODE)
    assert names == {"政府公报": HOME + "a.html", "机构职能": HOME + "b.html", "依申请公开": HOME + "d.html"}


def test_the_longest_unread_come_first(kept: Kept) -> None:
    for path in ("a.html", "b.html", "c.html"):
        kept.page(path)
    kept.next_reading()
    pages_unchanged(kept.connection, kept.reading_id, [kept.ids["a.html"]])
    assert longest_unread(kept.connection, CODE, 2) == [kept.ids["b.html"], kept.ids["c.html"]]


def test_known_targets_tell_pages_from_links(kept: Kept) -> None:
    kept.page("a.html", "x.html")
    known = {target.url.removeprefix(HOME): target for target in known_targets(kept.connection, CODE)}
    assert (known["a.html"].is_page, known["x.html"].is_page) == (True, False)
