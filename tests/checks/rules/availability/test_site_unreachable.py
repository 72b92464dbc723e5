import pytest

from checks.observations.host import ProbesSeen
from tests.checks.rules.rule import found
from tests.factories import HOME, attempt, site


def closed(*outcomes, **given):
    return site(home=None, home_attempts=tuple(attempt(outcome=word) for word in outcomes), **given)


@pytest.mark.parametrize("outcome", ["timeout", "dns", "refused", "http-500", "http-503", "http-404", "tls"])
def test_two_failed_tries_confirm_it(outcome):
    (finding,) = found("site-unreachable", closed(outcome, outcome))
    assert (finding.subject, finding.verdict, finding.urgent) == (HOME, "confirmed", True)
    assert finding.repair == "external"  # no page's template brings a server back
    assert finding.severity is None


def test_one_failed_try_is_likely():
    assert found("site-unreachable", closed("timeout"))[0].verdict == "likely"


@pytest.mark.parametrize("outcome", ["walled", "http-403", "http-412"])
def test_a_wall_accuses_nobody(outcome):
    (finding,) = found("site-unreachable", closed("timeout", outcome))
    assert (finding.verdict, finding.urgent) == ("walled", False)


@pytest.mark.parametrize("outcome", ["bad-response", "moved-away", "error-shown"])
def test_what_a_browser_may_open_is_left_to_people(outcome):
    (finding,) = found("site-unreachable", closed(outcome, outcome, outcome))
    assert (finding.verdict, finding.urgent) == ("undecided", False)


@pytest.mark.parametrize(
    "seen",
    [
        pytest.param(site(home_attempts=(attempt(outcome="timeout"),)), id="read in the end"),
        pytest.param(closed("timeout", "ok"), id="answered, but not as a page"),
        pytest.param(closed("robots"), id="robots.txt: our own rule"),
        pytest.param(closed("timeout", "interrupted"), id="cut short"),
        pytest.param(closed("too-large", "too-large"), id="opens, but is more than we read"),
        pytest.param(closed(), id="never tried"),
    ],
)
def test_nothing_to_say_about(seen):
    assert found("site-unreachable", seen) == []


@pytest.mark.parametrize(("count", "failed", "vetoed"), [(140, 7, True), (140, 6, False), (139, 139, False)])
def test_five_per_cent_of_a_weeks_probes_is_the_veto_line(count, failed, vetoed):
    findings = found("site-unreachable", site(probes=ProbesSeen(count=count, failed=failed)))
    assert [finding.severity for finding in findings] == (["veto"] if vetoed else [])


def test_the_veto_speaks_for_today_too():
    (finding,) = found("site-unreachable", closed("timeout", "timeout", probes=ProbesSeen(count=200, failed=20)))
    assert (finding.severity, finding.facts["percent"]) == ("veto", 10.0)
