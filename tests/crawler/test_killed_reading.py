"""A reading killed with SIGKILL at many points goes on where it was."""

import multiprocessing
from collections import Counter
from collections.abc import Iterator
from multiprocessing.process import BaseProcess

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from storage.queries.pages import pages_read
from storage.queries.targets import bad_targets
from storage.tables.page import PageRow
from storage.tables.target import TargetRow
from storage.tables.work import WorkRow
from tests.crawler.killed_reading import read_until_killed
from tests.crawler.reading_site import CODE, article, begin, front, the_site
from tests.servers import Portal, Reply, portal

PROCESSES = multiprocessing.get_context("forkserver")  # a fresh process each time, without importing all of it again
PROCESSES.set_forkserver_preload(["tests.crawler.killed_reading"])

PAGES = 150
DEAD = 12
REPEATED_AT_MOST = 8 + 32 + 128
"""What one kill may cost: requests under way, pages of an unwritten batch, probes of an unwritten batch."""


@pytest.fixture
def site() -> Iterator[Portal]:
    with portal() as running:
        names = [f"/zx/t{number}.html" for number in range(PAGES)]
        for number, name in enumerate(names):
            nearby = [names[(number * 2 + step) % PAGES] for step in (1, 2)]
            dead = [f"/gone/{number // 12}.html"] if number % 12 == 0 and number // 12 < DEAD else []
            running.pages[name] = Reply(article(f"第{number}条", *nearby, *dead, f"/files/{number}.mp4"), delay=0.002)
            running.pages[f"/files/{number}.mp4"] = Reply(b"mp4", headers={"Content-Type": "video/mp4"})
        running.pages["/"] = front(*names[:3])
        yield running


def start(engine: Engine, site: Portal) -> BaseProcess:
    url = engine.url.render_as_string(hide_password=False)
    process = PROCESSES.Process(target=read_until_killed, args=(url, site.url))
    process.start()
    return process


def kill_after(requests: int, process: BaseProcess, site: Portal) -> bool:
    """Kill as soon as the server has seen so many requests; False where the reading ended before."""
    while process.is_alive():
        if len(site.asked) >= requests:
            process.kill()
            process.join()
            return True
        process.join(0.002)
    assert process.exitcode == 0
    return False


def test_killed_at_many_points_it_loses_nothing_and_counts_nothing_twice(engine: Engine, site: Portal) -> None:
    kills = 0
    for step in (1, 2, 5, 15, 30, 60, 90, 120, 40, 150, 70, 10_000):
        kills += kill_after(len(site.asked) + step, start(engine, site), site)
    assert kills >= 5, "the reading was over before it could be killed often enough"
    reading = begin(engine, the_site(site.url))
    with Session(engine) as session:
        read = {url.removeprefix(site.url) for url in pages_read(session, reading, CODE)}
        dead = {target.url.removeprefix(site.url): target for target in bad_targets(session, reading, CODE)}
        rows = session.scalar(select(func.count()).select_from(PageRow))
        states = dict(session.execute(select(WorkRow.state, func.count()).group_by(WorkRow.state)).all())
        addresses = list(session.scalars(select(TargetRow.url)))
    assert read == {"/", *(f"/zx/t{number}.html" for number in range(PAGES))}
    assert rows == PAGES + 1
    assert set(dead) == {f"/gone/{number}.html" for number in range(DEAD)}
    assert {target.verdict for target in dead.values()} == {"confirmed"}
    assert {target.count for target in dead.values()} == {1}
    assert set(states) <= {2, 3}, "every row has ended"
    assert len(addresses) == len(set(addresses))
    times = Counter(asked.path for asked in site.asked if asked.path.startswith(("/zx/", "/files/")))
    assert sum(times.values()) - len(times) <= kills * REPEATED_AT_MOST
    assert max(times.values()) <= kills + 1


def test_a_finished_reading_asks_for_no_page_again(engine: Engine, site: Portal) -> None:
    for _ in range(2):
        before = len(site.asked)
        assert not kill_after(1_000_000, start(engine, site), site)
    assert not any(asked.path.startswith("/zx/") for asked in site.asked[before:])
