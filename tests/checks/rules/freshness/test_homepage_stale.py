from datetime import timedelta

import pytest

from checks.observations.page import Want
from checks.rules.freshness.homepage_stale import can_tell
from tests.checks.rules.rule import found, rule
from tests.factories import HOME, TODAY, column, item, link, page, page_facts, site


def ago(days):
    return TODAY - timedelta(days=days)


def old_column(**given):
    return column(items=(item(date=ago(40)),), latest=ago(40), **given)


def home(*links):
    return page(url=HOME, kind="home", links=links)


def test_fifteen_quiet_days_are_too_many():
    (finding,) = found("homepage-stale", site(home_latest=ago(15), columns=(old_column(),)))
    assert finding.subject == HOME
    assert finding.facts["quiet_days"] == 15


def test_a_home_page_whose_lists_come_from_elsewhere_is_only_likely_to_be_quiet():
    framed = page(url=HOME, kind="home", wants=(Want(f"{HOME}news.html", "frame"),))
    assert found("homepage-stale", site(home=framed, home_latest=ago(15)))[0].verdict == "likely"
    footed = page(url=HOME, kind="home", wants=(Want(f"{HOME}foot.html", "footer"),))
    assert found("homepage-stale", site(home=footed, home_latest=ago(15)))[0].verdict == "confirmed"


def test_the_entry_of_the_newest_day_is_the_proof():
    old = old_column()
    linked = home(link(url=old.seen.items[0].url))
    (finding,) = found("homepage-stale", site(home=linked, home_latest=ago(40), columns=(old,)))
    assert finding.evidence.snippet == f"{old.seen.items[0].title} {ago(40)}"
    (finding,) = found("homepage-stale", site(home=home(), home_latest=ago(40), columns=(old,)))
    assert finding.evidence.snippet == ""


def test_fourteen_quiet_days_pass():
    assert found("homepage-stale", site(home_latest=ago(14), columns=(old_column(),))) == []


def test_an_undated_link_to_a_fresh_article_keeps_it_fresh():
    fresh = page_facts(url=f"{HOME}new.html", published_on=ago(1))
    seen = site(home=home(link(url=f"{HOME}new.html")), home_latest=ago(40), columns=(old_column(),), pages=(fresh,))
    assert found("homepage-stale", seen) == []


def test_a_fresh_article_that_home_does_not_link_to_does_not_help():
    fresh = page_facts(url=f"{HOME}new.html", published_on=ago(1))
    assert found("homepage-stale", site(home=home(), home_latest=ago(40), columns=(old_column(),), pages=(fresh,)))


def test_a_fresh_date_on_home_counts_though_columns_are_old():
    assert found("homepage-stale", site(home_latest=TODAY, columns=(old_column(),))) == []


def test_a_home_of_navigation_is_judged_by_its_columns():
    seen = site(home_latest=None, columns=(old_column(), old_column(url=f"{HOME}b/", type="news_local")))
    assert found("homepage-stale", seen)[0].facts["kind"] == "navigation"


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"home": None}, id="home not read"),
        pytest.param({"columns": (old_column(), column(url=f"{HOME}b/", seen=None))}, id="a column not read"),
        pytest.param(
            {"columns": (old_column(), column(url=f"{HOME}b/", unreadable="script"))}, id="a column that hides its list"
        ),
        pytest.param({"columns": (old_column(), column(url=f"{HOME}b/"))}, id="one fresh column"),
        pytest.param({"columns": ()}, id="no columns known"),
        pytest.param({"columns": (column(latest=None),)}, id="no date anywhere"),
    ],
)
def test_nothing_to_say_about_a_home_without_dates(given):
    assert found("homepage-stale", site(home_latest=None, **given)) == []


def test_static_columns_do_not_stand_in_the_way():
    seen = site(home_latest=None, columns=(old_column(), column(url=f"{HOME}ld/", type="leaders", seen=None)))
    assert found("homepage-stale", seen)


def test_it_can_tell_only_where_dates_were_seen():
    limits = rule("homepage-stale").limits
    assert can_tell(site(home_latest=TODAY), HOME, limits)
    assert can_tell(site(home_latest=None, columns=(old_column(),)), HOME, limits)
    assert not can_tell(site(home_latest=None, columns=(column(seen=None),)), HOME, limits)
    assert not can_tell(site(home=None), HOME, limits)
