import pytest

from tests.checks.rules.rule import found
from tests.factories import host, site


def test_a_host_without_aaaa_is_found():
    (finding,) = found("ipv6-missing", site(host=host()))
    assert (finding.subject, finding.facts["addresses"]) == ("www.linhe.example", ["203.0.113.5"])


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
