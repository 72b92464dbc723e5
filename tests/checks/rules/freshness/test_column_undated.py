import pytest

from tests.checks.rules.rule import found
from tests.factories import HOME, TODAY, column, item, page_facts, site

UNDATED = tuple(item(title=f"第{n}次会议", url=f"{HOME}{n}.html", date=None) for n in range(3))


def test_a_list_without_any_date_is_found():
    (finding,) = found("column-undated", site(columns=(column(items=UNDATED, latest=None),)))
    assert finding.facts["count"] == 3
    assert finding.severity is None


def test_dated_articles_make_it_advice():
    seen = site(
        columns=(column(items=UNDATED, latest=None),), pages=(page_facts(url=f"{HOME}1.html", published_on=TODAY),)
    )
    assert found("column-undated", seen)[0].severity == "advice"


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"items": (*UNDATED, item())}, id="one date is enough"),
        pytest.param({"items": UNDATED[:1]}, id="a single entry"),
        pytest.param({"items": (), "latest": None}, id="empty: another rule's business"),
        pytest.param({"items": UNDATED, "unreadable": "frame"}, id="could not look"),
        pytest.param({"items": UNDATED, "type": "leaders"}, id="static"),
        pytest.param({"items": UNDATED, "type": None, "confidence": 0.4}, id="perhaps no column"),
    ],
)
def test_nothing_to_say_about(given):
    values = {"latest": None, **given}
    assert found("column-undated", site(columns=(column(**values),))) == []
