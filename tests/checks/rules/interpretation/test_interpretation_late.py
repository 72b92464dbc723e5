from datetime import date

import pytest

from tests.checks.rules.rule import found
from tests.factories import HOME, document, page_facts, site

DOC, READ, OTHER = f"{HOME}zcwj/12.html", f"{HOME}zcjd/12.html", f"{HOME}zcjd/13.html"
MONDAY = date(2026, 11, 2)


def policy(*references, published=MONDAY):
    return page_facts(
        url=DOC,
        title="临河县人民政府关于印发防汛抗旱应急预案的通知",
        published_on=published,
        document=document(published_on=published),
        interpretations=references,
    )


def explaining(day, url=READ, **given):
    return page_facts(url=url, title="防汛抗旱应急预案解读", published_on=day, **given)


def late(*pages):
    return found("interpretation-late", site(pages=pages))


def test_the_fourth_working_day_is_late():
    (finding,) = late(policy(READ), explaining(date(2026, 11, 6)))
    assert (finding.subject, finding.facts["workdays"], finding.facts["pages"]) == (DOC, 4, [READ])
    assert late(policy(READ), explaining(date(2026, 11, 5))) == []


def test_a_holiday_between_costs_nothing():
    assert late(policy(READ, published=date(2026, 9, 30)), explaining(date(2026, 10, 10))) == []


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param((policy(),), id="none linked: another rule's business"),
        pytest.param((policy(READ), explaining(date(2026, 10, 30))), id="before the document"),
        pytest.param((policy(READ), explaining(None)), id="no date known"),
        pytest.param((policy(READ, f"{HOME}a.pdf"), explaining(date(2026, 11, 20))), id="one is a file"),
        pytest.param(
            (policy(READ, OTHER), explaining(date(2026, 11, 20)), explaining(MONDAY, OTHER)), id="one in time"
        ),
        pytest.param((policy(READ), explaining(date(2026, 11, 20), meta_on=MONDAY)), id="in time by its meta date"),
    ],
)
def test_nothing_to_say_about(pages):
    assert late(*pages) == []
