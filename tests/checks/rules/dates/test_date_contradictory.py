from datetime import timedelta

import pytest

from tests.checks.rules.rule import found
from tests.factories import HOME, TODAY, page_facts, site


def ago(days):
    return TODAY - timedelta(days=days)


def doubts(*pages):
    return found("date-contradictory", site(pages=pages))


def article(number=1, **given):
    values = {"url": f"{HOME}{number}.html", "published_on": ago(2), "first_seen": ago(2), **given}
    return page_facts(**values)


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"first_seen": ago(40)}, "redated"),
        ({"first_seen": ago(4)}, "redated"),
        ({"meta_on": ago(4)}, "meta"),
        ({"meta_on": ago(0)}, "meta"),
        ({"modified_on": ago(10)}, "file"),
        ({"address_on": ago(34)}, "address"),
        ({"first_seen": ago(40), "meta_on": ago(40)}, "redated"),
    ],
)
def test_a_witness_contradicts_the_printed_date(given, kind):
    (finding,) = doubts(article(**given))
    assert finding.facts["kind"] == kind
    assert finding.verdict == "likely"


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"first_seen": ago(3)}, id="seen a day before its date"),
        pytest.param({"first_seen": ago(0)}, id="seen later"),
        pytest.param({"first_seen": None}, id="never seen before"),
        pytest.param({"meta_on": ago(3)}, id="a day apart"),
        pytest.param({"modified_on": ago(9)}, id="prepared a week ahead"),
        pytest.param({"modified_on": TODAY}, id="file made anew"),
        pytest.param({"address_on": ago(33)}, id="an address a month older"),
        pytest.param({"address_on": TODAY}, id="an address later than the article"),
        pytest.param({"published_on": ago(366), "meta_on": TODAY}, id="an old article on a moved site"),
        pytest.param({"published_on": TODAY + timedelta(days=1), "meta_on": ago(9)}, id="dated after today"),
        pytest.param({"published_on": None, "meta_on": ago(9)}, id="no printed date"),
        pytest.param({"meta_on": ago(9), "read": False}, id="not read today"),
        pytest.param({"meta_on": ago(9), "kind": "column"}, id="a column page"),
    ],
)
def test_nothing_to_say_about(given):
    assert doubts(article(**given)) == []


def test_articles_moved_together_are_no_forgeries():
    moved = [article(number, published_on=ago(100 + number), first_seen=ago(9), meta_on=ago(9)) for number in range(10)]
    assert doubts(*moved) == []
    assert len(doubts(*moved[:9])) == 9


def test_articles_redated_together_stay_suspicious():
    assert len(doubts(*(article(number, first_seen=ago(40)) for number in range(12)))) == 12
