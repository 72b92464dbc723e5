import pytest

from tests.checks.rules.rule import found
from tests.factories import HOME, marks, register_site, site

ARTICLE = f"{HOME}tzgg/1.html"


def missing(seen, **given):
    return found("footer-mark-missing", site(marks=seen, **given))


@pytest.mark.parametrize(
    ("code", "absent"),
    [
        ("F01", {"party_government_badge": False}),
        ("F02", {"error_report_badge": False}),
        ("F03", {"site_code": None}),
        ("F04", {"icp": None}),
        ("F05", {"police": None}),
        ("F06", {"organizer": None}),
        ("F07", {"contact": None}),
        ("F08", {"site_map": None}),
    ],
)
@pytest.mark.parametrize("level", ["province", "city", "county", "department"])
def test_each_mark_is_owed(code, absent, level):
    (finding,) = missing({HOME: marks(**absent)}, site=register_site(level=level))
    assert (finding.subject, finding.verdict, finding.page) == (code, "confirmed", HOME)
    assert finding.severity == ("advice" if code == "F08" else None)


def test_a_whole_footer_is_fine():
    assert missing({HOME: marks(), ARTICLE: marks()}) == []


def test_the_standard_asks_nothing_of_townships():
    assert missing({HOME: marks(icp=None)}, site=register_site(level="township")) == []


def test_other_pages_that_carry_it_make_it_likely():
    (finding,) = missing({HOME: marks(icp=None), ARTICLE: marks()})
    assert (finding.verdict, finding.facts["pages"]) == ("likely", [HOME])


def test_a_site_code_that_only_the_error_report_entry_carries_is_for_people_to_judge():
    (finding,) = missing({HOME: marks(site_code=None, error_report_code="9901210001")})
    assert (finding.subject, finding.verdict) == ("F03", "likely")


def test_pages_are_counted():
    (finding,) = missing({HOME: marks(icp=None), ARTICLE: marks(icp=None)})
    assert finding.facts["count"] == 2


def test_without_homes_footer_all_others_must_lack_it():
    lacking = {f"{HOME}{n}.html": marks(icp=None) for n in range(3)}
    assert missing(lacking, home=None)
    assert missing({**lacking, ARTICLE: marks()}, home=None) == []


@pytest.mark.parametrize(
    "seen",
    [
        pytest.param({HOME: marks(icp=None, unreadable="script")}, id="a footer by script"),
        pytest.param({}, id="no footer looked for"),
        pytest.param({HOME: marks(), ARTICLE: marks(icp=None)}, id="an article page without it"),
        pytest.param(
            {HOME: marks(icp=None, unreadable="frame"), **{f"{HOME}{n}": marks(icp=None) for n in range(3)}},
            id="home hides it",
        ),
        pytest.param({ARTICLE: marks(icp=None)}, id="one article alone"),
    ],
)
def test_nothing_to_say_about(seen):
    assert missing(seen) == []
