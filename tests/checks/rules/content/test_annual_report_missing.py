from dataclasses import replace
from datetime import date

import pytest

from tests.checks.rules.rule import found
from tests.factories import HOME, column, item, page_facts, register_site, site

APRIL = date(2026, 4, 1)
OLD = item(title="临河县2024年政府信息公开工作年度报告", date=date(2025, 2, 1))


def reports(*items, **given):
    return column(
        url=f"{HOME}nb/", name="政府信息公开年报", type="disclosure_annual", items=items, latest=None, **given
    )


def missing(*columns, today=APRIL, **given):
    return found("annual-report-missing", site(columns=columns, today=today, **given))


def test_last_years_report_is_due_after_the_deadline():
    (finding,) = missing(reports(OLD))
    assert (finding.subject, finding.facts["year"]) == ("annual-report-2025", 2025)
    assert missing(reports(OLD), today=date(2026, 3, 31)) == []


def test_departments_are_due_in_january():
    bureau = register_site(level="department")
    assert missing(reports(OLD), site=bureau, today=date(2026, 2, 1))
    assert missing(reports(OLD), site=bureau, today=date(2026, 1, 31)) == []


def test_an_empty_column_has_no_report():
    assert missing(reports())


@pytest.mark.parametrize(
    "title",
    [
        "临河县2025年政府信息公开工作年度报告",
        "二〇二五年政府信息公开年报",
        "县统计局 2025 年政府信息公开工作年度报告",
        "2025年度",
        "临河县人民政府2025年度报告",
    ],
)
def test_a_title_with_the_year_in_the_column_is_the_report(title):
    assert missing(reports(OLD, item(title=title))) == []


@pytest.mark.parametrize("day", ["2025-03-16", "2025/3/16", " 2025年3月16日", "（2025.03.16）"])
def test_the_day_on_which_an_older_report_was_published_is_not_its_year(day):
    words = f"· 临河县2024年政府信息公开工作年度报告{day}"
    assert missing(reports(OLD), names={words: f"{HOME}nb/2024.html"})
    assert missing(reports(item(title=words)))


def test_a_list_that_begins_with_the_oldest_must_be_read_to_its_next_page():
    older = item(title="临河县2023年政府信息公开工作年度报告", date=date(2024, 2, 1))
    page_two = f"{HOME}nb/2.html"
    rising = replace(reports(older, OLD), seen=replace(reports(older, OLD).seen, next_page=page_two))
    assert missing(rising) == []
    assert missing(rising, looked_at=frozenset({HOME, page_two}))
    falling = replace(rising, seen=replace(rising.seen, items=(OLD, older)))
    assert missing(falling)


def test_a_report_of_this_year_without_a_year_counts():
    assert missing(reports(item(title="政府信息公开工作年度报告", date=date(2026, 1, 20)))) == []
    assert missing(reports(item(title="政府信息公开工作年度报告", date=date(2025, 1, 20))))


@pytest.mark.parametrize("title", ["2025年政府网站工作年度报表", "2025年法治政府建设年度报告"])
def test_another_yearly_paper_is_not_the_report(title):
    assert missing(reports(OLD, item(title=title)))


def test_a_report_elsewhere_counts():
    elsewhere = page_facts(title="临河县2025年政府信息公开工作年度报告")
    assert missing(reports(OLD), pages=(elsewhere,)) == []
    assert missing(reports(OLD), names={"2025年政府信息公开年报": f"{HOME}1.pdf"}) == []


def test_a_column_a_year_counts():
    assert missing(reports(OLD), column(url=f"{HOME}nb/2025/", name="2025年", path=("政府信息公开年报",))) == []


@pytest.mark.parametrize(
    "columns",
    [
        pytest.param((), id="no such column: another rule's business"),
        pytest.param((reports(OLD, unreadable="script"),), id="could not look"),
        pytest.param((reports(seen=None),), id="not read"),
    ],
)
def test_nothing_to_say_about(columns):
    assert missing(*columns) == []
