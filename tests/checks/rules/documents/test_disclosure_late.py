from datetime import date

import pytest

from checks.observations.document import DocumentSeen
from tests.checks.rules.rule import found
from tests.factories import page_facts, site

WRITTEN = date(2026, 3, 2)
TITLE = "临河县人民政府关于印发《临河县养老服务补贴办法》的通知"


def late(published, *, written=WRITTEN, is_policy=True, in_block=None, title=TITLE, read=True, **witnesses):
    document = DocumentSeen(written_on=written, published_on=in_block, is_policy=is_policy)
    values = {"first_seen": None, "title": title, "published_on": published, "document": document, "read": read}
    return found("disclosure-late", site(pages=(page_facts(**{**values, **witnesses}),)))


def test_the_twenty_first_working_day_is_late():
    assert late(date(2026, 3, 30)) == []
    (finding,) = late(date(2026, 3, 31))
    assert (finding.facts["workdays"], finding.facts["written"]) == (21, "2026-03-02")


def test_holidays_cost_nothing():
    assert late(date(2026, 3, 19), written=date(2026, 2, 13)) == []


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(
            {"published": date(2026, 4, 20), "in_block": date(2026, 3, 5)}, id="its block has an earlier date"
        ),
        pytest.param({"published": date(2026, 4, 20), "address_on": date(2026, 3, 5)}, id="its address is earlier"),
        pytest.param({"published": date(2026, 4, 20), "written": date(2018, 4, 2)}, id="under the older law"),
        pytest.param({"published": date(2026, 4, 20), "written": date(2021, 4, 2)}, id="a moved site"),
        pytest.param({"published": date(2026, 4, 20), "written": None}, id="no date of writing"),
        pytest.param({"published": date(2026, 4, 20), "first_seen": date(2026, 3, 6)}, id="seen here before"),
        pytest.param({"published": date(2026, 4, 20), "title": "国务院关于养老服务的意见"}, id="a reprint from above"),
        pytest.param({"published": date(2026, 4, 20), "read": False}, id="not read today"),
        pytest.param({"published": None}, id="no date of publication"),
        pytest.param({"published": date(2026, 4, 20), "is_policy": False}, id="no policy"),
        pytest.param({"published": date(2026, 2, 20)}, id="published before it was written: a wrong date"),
    ],
)
def test_nothing_to_say_about(given):
    assert late(**given) == []
