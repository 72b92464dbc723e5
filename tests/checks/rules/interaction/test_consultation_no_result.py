from datetime import date

import pytest

from checks.observations.consultation import ConsultationSeen
from tests.checks.rules.rule import found
from tests.factories import HOME, page_facts, site

CALL = f"{HOME}yjzj/1.html"
TITLE = "关于公开征求《临河县物业管理办法（征求意见稿）》意见的公告"


def call(*, title=TITLE, read=True, **given):
    seen = ConsultationSeen(**{"ends_on": date(2026, 9, 30), **given})
    return page_facts(url=CALL, title=title, consultation=seen, read=read)


def outcome(title):
    return page_facts(url=f"{HOME}yjzj/2.html", title=title, consultation=ConsultationSeen(is_result=True, result=True))


def lacking(*pages, full=True):
    return found("consultation-no-result", site(pages=pages, full=full))


def test_a_consultation_without_outcome():
    (finding,) = lacking(call())
    assert (finding.subject, finding.facts["days"], finding.verdict) == (CALL, 51, "confirmed")


def test_only_likely_where_the_site_was_not_read_whole():
    (finding,) = lacking(call(), full=False)
    assert finding.verdict == "likely"


def test_the_outcome_of_another_consultation_does_not_count():
    assert len(lacking(call(), outcome("关于《临河县停车场管理办法》公开征求意见采纳情况的公告"))) == 1


@pytest.mark.parametrize(
    "title",
    [
        "关于《临河县物业管理办法（征求意见稿）》公开征求意见采纳情况的公告",
        "《临河县物业管理办法》意见征集结果反馈",
    ],
)
def test_an_outcome_on_a_page_of_its_own(title):
    assert lacking(call(), outcome(title)) == []


def test_a_title_without_book_marks():
    title = "临河县公交线路调整征求意见"
    assert lacking(call(title=title), outcome("临河县公交线路调整征求意见采纳情况")) == []
    assert len(lacking(call(title=title))) == 1


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(call(ends_on=date(2026, 10, 21)), id="thirty days"),
        pytest.param(call(ends_on=None), id="no end named"),
        pytest.param(call(ends_on=date(2025, 3, 1)), id="history"),
        pytest.param(call(result=True), id="shown on the page"),
        pytest.param(call(read=False), id="not read today"),
        pytest.param(page_facts(), id="another page"),
        pytest.param(
            call(title="河南省财政厅关于公开征求《收费办法（征求意见稿）》意见的公告"), id="the province's own"
        ),
    ],
)
def test_nothing_to_say_about(page):
    assert lacking(page) == []
