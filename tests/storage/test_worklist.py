"""The work list: leases, ends, second tries."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from storage.queries.worklist import left_undone, listed_targets, work_counts
from storage.writes.readings import open_reading
from storage.writes.sites import register_sites
from storage.writes.targets import NewTarget, add_targets
from storage.writes.worklist import (
    NewWork,
    State,
    Work,
    add_work,
    clear_work,
    end_work,
    lease,
    over_budget,
    promote,
    put_back,
    return_leases,
    try_again,
)
from tests.factories import CODE, register_site

NOW = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)


class List:
    """A reading's work list on one connection; targets are named by a letter."""

    def __init__(self, connection: Connection, reading_id: int, ids: dict[str, int]) -> None:
        self.connection, self.reading_id = connection, reading_id
        self.ids = {url[-1]: target_id for url, target_id in ids.items()}
        self.names = {target_id: name for name, target_id in self.ids.items()}

    def add(self, **priorities: int) -> None:
        work = [NewWork(self.ids[name], "page", priority) for name, priority in priorities.items()]
        add_work(self.connection, self.reading_id, work)

    def lease(self, limit: int = 10, *, down_to: int = 99, now: datetime = NOW) -> list[Work]:
        return lease(self.connection, self.reading_id, "page", limit=limit, down_to=down_to, now=now)

    def take(self, limit: int = 10, *, down_to: int = 99, now: datetime = NOW) -> str:
        return "".join(self.names[work.target_id] for work in self.lease(limit, down_to=down_to, now=now))


@pytest.fixture
def work(engine: Engine, session: Session) -> List:
    register_sites(session, [register_site()], source="test", at=NOW)
    reading = open_reading(session, register_site(), mode="full", day=date(2026, 11, 20), now=NOW)
    connection = session.connection()
    urls = [f"https://www.linhe.example/{name}" for name in "abcdef"]
    new = [NewTarget(url, "page", True, "main", "", None) for url in urls]
    return List(connection, reading.id, add_targets(connection, CODE, new))


def test_the_most_urgent_rows_come_first_one_priority_at_a_time(work: List) -> None:
    work.add(a=40, b=10, c=10, d=20)
    assert [work.take(), work.take(), work.take(), work.take()] == ["bc", "d", "a", ""]


def test_the_limit_and_the_least_priority_hold(work: List) -> None:
    work.add(a=10, b=10, c=40)
    assert [work.take(1), work.take(), work.take(down_to=20), work.take()] == ["a", "b", "", "c"]


def test_what_is_leased_is_not_leased_again_however_long_it_takes(work: List) -> None:
    work.add(a=10)
    assert work.take() == "a"
    assert work.take() == ""
    assert work.take(now=NOW + timedelta(days=1)) == ""


def test_returned_leases_are_free_at_once(work: List) -> None:
    work.add(a=10, b=10)
    work.take(1)
    return_leases(work.connection, work.reading_id)
    assert work.take() == "ab"


def test_what_has_ended_is_never_leased_again(work: List) -> None:
    work.add(a=10, b=10)
    work.take()
    end_work(work.connection, work.reading_id, [work.ids["a"]])
    end_work(work.connection, work.reading_id, [work.ids["b"]], cause="robots")
    return_leases(work.connection, work.reading_id)
    assert work.take() == ""
    assert work_counts(work.connection, work.reading_id) == {("page", State.DONE): 1, ("page", State.LEFT): 1}


def test_a_second_try_waits_for_its_time(work: List) -> None:
    work.add(a=10)
    work.take()
    later = NOW + timedelta(seconds=20)
    try_again(work.connection, work.reading_id, [NewWork(work.ids["a"], "page", 50)], later=later)
    assert work.take() == ""
    (again,) = work.lease(now=later)
    assert (again.tries, again.priority) == (1, 50)


def test_what_is_put_back_was_not_tried(work: List) -> None:
    work.add(a=10)
    work.take()
    put_back(work.connection, work.reading_id, [NewWork(work.ids["a"], "page", 50)])
    (again,) = work.lease()
    assert (again.tries, again.priority) == (0, 50)


def test_only_waiting_rows_are_moved_forward(work: List) -> None:
    work.add(a=40, b=40)
    work.take(1)
    promote(work.connection, work.reading_id, [NewWork(work.ids[name], "page", 10) for name in "ab"])
    assert listed_targets(work.connection, work.reading_id) == {
        work.ids["a"]: ("page", 40),
        work.ids["b"]: ("page", 10),
    }


def test_beyond_the_budget_pages_become_links_and_urgent_ones_say_why(work: List, session: Session) -> None:
    work.add(a=10, b=20, c=40)
    work.take(1)
    assert over_budget(work.connection, work.reading_id, due_before=40, priority=50) == 2
    assert work.take() == ""
    assert [page.cause for page in left_undone(session, work.reading_id)] == ["budget"]
    leased = lease(work.connection, work.reading_id, "link", limit=9, down_to=99, now=NOW)
    assert [work.names[one.target_id] for one in leased] == ["b", "c"]


def test_an_ended_readings_list_is_gone(work: List) -> None:
    work.add(a=10)
    clear_work(work.connection, work.reading_id)
    assert work_counts(work.connection, work.reading_id) == {}
