from dataclasses import replace
from datetime import date

import pytest

from checks.observations.column import ItemSeen
from checks.rules.reprints.reprint_late import Limits, Reprint, can_tell, check
from tests.factories import column, column_seen, site

TITLE = "国务院关于加强示例工作的意见"
LIMITS = Limits(
    documents=(Reprint(TITLE, date(2026, 11, 18)),),
    levels=frozenset({"county"}),
    column_types=frozenset({"news_state_council"}),
    max_days=1,
    horizon_days=30,
)


def seen(*items: ItemSeen, **kw):
    listed = column(name="国务院信息", type="news_state_council", seen=column_seen(items=items, **kw))
    return site(today=date(2026, 11, 21), columns=(listed,))


def item(on: date | None, title: str = TITLE) -> ItemSeen:
    return ItemSeen(title, "https://www.linhe.example/gwy/1.html", on)


def test_a_document_that_nobody_reprinted_is_found():
    (finding,) = check(seen(item(date(2026, 11, 18), "别的消息")), LIMITS)
    assert (finding.subject, finding.facts["kind"]) == (TITLE, "missing")


def test_a_late_reprint_is_found_with_its_date():
    (finding,) = check(seen(item(date(2026, 11, 20))), LIMITS)
    assert (finding.facts["kind"], finding.facts["deadline"]) == ("late", "2026-11-19")


@pytest.mark.parametrize(
    "site_seen",
    [
        pytest.param(seen(item(date(2026, 11, 19))), id="on the last day"),
        pytest.param(seen(item(None)), id="reprinted, without a date"),
        pytest.param(seen(item(date(2026, 11, 19), f"《{TITLE}》")), id="title in book marks"),
        pytest.param(seen(unreadable="script"), id="the list could not be seen"),
        pytest.param(replace(seen(), columns=()), id="no such column was found: content-missing's business"),
        pytest.param(replace(seen(), today=date(2026, 11, 19)), id="the deadline has not passed"),
        pytest.param(replace(seen(), today=date(2027, 1, 10)), id="too long ago to be on the first page"),
    ],
)
def test_nothing_to_say_about(site_seen):
    assert list(check(site_seen, LIMITS)) == []


@pytest.mark.parametrize(
    "title",
    [
        "国务院印发《关于加强示例工作的意见》",
        "（受权发布）国务院关于加强示例工作的意见",
        "国务院关于加强示例工作的意见（国发〔2026〕30号）",
        "国务院关于加强示例...",
        "国务院关于加强示例工…",
    ],
)
def test_portals_write_the_title_in_ways_of_their_own(title):
    assert list(check(seen(item(date(2026, 11, 19), title)), LIMITS)) == []


@pytest.mark.parametrize("title", ["国务院关于加强其他工作的意见", "国务院...", "国务院关于加强"])
def test_another_title_is_another_document(title):
    assert [one.facts["kind"] for one in check(seen(item(date(2026, 11, 18), title)), LIMITS)] == ["missing"]


def test_the_first_of_several_counts():
    both = seen(item(date(2026, 11, 20)), item(date(2026, 11, 19), f"国务院印发《{TITLE}》"))
    assert list(check(both, LIMITS)) == []


NEWER = item(date(2026, 11, 20), "别的消息")


def test_a_list_that_has_run_on_says_nothing_of_older_documents():
    assert list(check(seen(NEWER, next_page="https://www.linhe.example/gwy/2.html"), LIMITS)) == []


@pytest.mark.parametrize("first_seen", [date(2026, 11, 18), None])
def test_unless_it_was_watched_all_the_time(first_seen):
    watched = seen(NEWER, next_page="https://www.linhe.example/gwy/2.html")
    columns = tuple(replace(one, first_seen=first_seen) for one in watched.columns)
    assert len(list(check(replace(watched, columns=columns), LIMITS))) == (first_seen is not None)


@pytest.mark.parametrize(
    ("site_seen", "subject", "told"),
    [
        pytest.param(seen(item(date(2026, 11, 25))), TITLE, True, id="it stands there now"),
        pytest.param(seen(NEWER), TITLE, False, id="it grew old and is still not there"),
        pytest.param(seen(NEWER), "国务院关于别的工作的意见", True, id="the office asks for it no more"),
    ],
)
def test_what_growing_old_does_not_mend(site_seen, subject, told):
    assert can_tell(replace(site_seen, today=date(2027, 1, 10)), subject, LIMITS) is told
