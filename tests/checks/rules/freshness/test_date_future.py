from datetime import timedelta

import pytest

from tests.checks.rules.rule import found
from tests.factories import HOME, TODAY, column, item, page_facts, site

TOMORROW = TODAY + timedelta(days=1)
URL = f"{HOME}tzgg/9.html"


def test_an_article_dated_tomorrow_is_found():
    (finding,) = found("date-future", site(pages=(page_facts(url=URL, published_on=TOMORROW),)))
    assert (finding.subject, finding.verdict, finding.facts["days_ahead"]) == (URL, "confirmed", 1)


def test_an_item_whose_article_is_not_known_is_likely():
    (finding,) = found("date-future", site(columns=(column(items=(item(url=URL, date=TOMORROW),)),)))
    assert (finding.subject, finding.verdict, finding.page) == (URL, "likely", f"{HOME}tzgg/")


def test_an_item_without_an_address_names_the_list():
    (finding,) = found("date-future", site(columns=(column(items=(item(url="", date=TOMORROW),)),)))
    assert finding.subject == f"{HOME}tzgg/"


@pytest.mark.parametrize(
    ("name", "title"), [("会议预告", "全县教育工作会议"), ("工作安排", "领导接访日程"), ("活动", "读书活动预告")]
)
def test_what_is_announced_for_a_day_to_come_is_not_dated_falsely(name, title):
    listed = column(name=name, type=None, items=(item(url=URL, title=title, date=TOMORROW),))
    assert found("date-future", site(columns=(listed,))) == []


def test_a_list_whose_dates_mostly_lie_ahead_shows_no_dates_of_publishing():
    def listed(ahead, past):
        days = [TODAY + timedelta(days=900 + n) for n in range(ahead)] + [TODAY] * past
        return column(
            type="admin_license", items=tuple(item(url=f"{HOME}{n}.html", date=d) for n, d in enumerate(days))
        )

    assert found("date-future", site(columns=(listed(3, 2),))) == []
    assert len(found("date-future", site(columns=(listed(3, 4),)))) == 3


def test_article_and_item_are_one_finding():
    seen = site(
        columns=(column(items=(item(url=URL, date=TOMORROW),)),), pages=(page_facts(url=URL, published_on=TOMORROW),)
    )
    assert [finding.verdict for finding in found("date-future", seen)] == ["confirmed"]


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"pages": (page_facts(url=URL, published_on=TODAY),)}, id="today"),
        pytest.param({"pages": (page_facts(url=URL, published_on=TOMORROW, read=False),)}, id="not read today"),
        pytest.param(
            {
                "columns": (column(items=(item(url=URL, date=TOMORROW),)),),
                "pages": (page_facts(url=URL, published_on=TODAY),),
            },
            id="the article says otherwise",
        ),
        pytest.param(
            {"columns": (column(type="consultation", items=(item(url=URL, date=TOMORROW),)),)}, id="a deadline"
        ),
        pytest.param({"columns": (column(items=(item(date=TOMORROW),), unreadable="script"),)}, id="could not look"),
    ],
)
def test_nothing_to_say_about(given):
    assert found("date-future", site(**given)) == []
