"""Endless places."""

from collections.abc import Sequence

import pytest

from crawler.fetch.traps import Traps, grows_by_itself, pattern_of

SITE = "http://www.linhe.example"


def learn(traps: Traps, path: str, *, is_content: bool = False, text_size: int = 0, items: Sequence[str] = ()) -> None:
    traps.learn(SITE + path, is_content=is_content, text_size=text_size, items=[SITE + item for item in items])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/rili/2031/05/", "/rili/1987/12/"),
        ("/rili?year=2031&month=5", "/rili?month=6&year=1"),
        ("/list.do?type=a&sort=b", "/list.do?sort=c&type=d"),
    ],
)
def test_numbers_and_values_do_not_make_a_new_pattern(one: str, other: str) -> None:
    assert pattern_of(SITE + one) == pattern_of(SITE + other)


@pytest.mark.parametrize("other", ["/rili2/2031/05/", "/rili/2031/", "/rili/2031/05/?day=1"])
def test_words_do(other: str) -> None:
    assert pattern_of(f"{SITE}/rili/2031/05/") != pattern_of(SITE + other)


@pytest.mark.parametrize(
    ("path", "grows"),
    [
        ("/a/b/a/b/a/b/c.html", True),
        ("/x" * 20, True),
        ("/?q=" + "x" * 2000, True),
        ("/zwgk/zfxxgk/fdzdgknr/gfxwj/2026/11/t20261120_1.html", False),
        ("/art/2026/11/20/art_2026_11.html", False),
    ],
)
def test_paths_that_grow_by_themselves(path: str, grows: bool) -> None:
    assert grows_by_itself(SITE + path) is grows


def test_a_calendar_is_cut_after_its_budget() -> None:
    traps = Traps(3)
    for month in range(1, 4):
        assert not traps.refuses(f"{SITE}/rili/2031/{month:02}/")
        learn(traps, f"/rili/2031/{month:02}/")
    assert traps.refuses(f"{SITE}/rili/2031/04/")
    assert not traps.refuses(f"{SITE}/tzgg/2031/04/")


def test_articles_never_use_the_budget_up() -> None:
    traps = Traps(3)
    for number in range(20):
        learn(traps, f"/t{number}.html", is_content=True)
    assert not traps.refuses(f"{SITE}/t21.html")


def test_lists_of_something_else_bring_something() -> None:
    traps = Traps(2)
    for number in range(5):
        learn(traps, f"/list_{number}.html", items=["/t1.html"])
        learn(traps, f"/rili/2031/{number}/", items=["/rili/2031/9/"])
    assert not traps.refuses(f"{SITE}/list_9.html")
    assert traps.refuses(f"{SITE}/rili/2031/8/")
