import pytest

from tests.checks.rules.rule import found
from tests.factories import host, site


def test_a_host_without_aaaa_is_found():
    (finding,) = found("ipv6-missing", site(host=host()))
    assert (finding.subject, finding.verdict) == ("www.linhe.example", "confirmed")
    assert "203.0.113.5" in finding.evidence.snippet


def test_other_addresses_the_next_day_are_no_other_finding():
    today, tomorrow = host(ipv4=("203.0.113.5", "203.0.113.6")), host(ipv4=("203.0.113.9",))
    assert found("ipv6-missing", site(host=today))[0].facts == found("ipv6-missing", site(host=tomorrow))[0].facts


@pytest.mark.parametrize(
    "seen",
    [
        pytest.param(host(ipv6=("2001:db8::5",)), id="has one"),
        pytest.param(host(resolved=False), id="no clear answer"),
        pytest.param(host(ipv4=()), id="no address at all"),
        pytest.param(host(host="203.0.113.5"), id="a bare address"),
        pytest.param(None, id="not looked at"),
    ],
)
def test_nothing_to_say_about(seen):
    assert found("ipv6-missing", site(host=seen)) == []
