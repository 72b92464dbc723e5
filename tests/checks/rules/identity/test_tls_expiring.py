import pytest

from tests.checks.rules.rule import found
from tests.factories import host, site


@pytest.mark.parametrize(("days", "told"), [(0, True), (30, True), (31, False), (-1, False)])
def test_thirty_days_are_soon(days, told):
    findings = found("tls-expiring", site(host=host(ends_in=days)))
    assert [finding.facts["days_left"] for finding in findings] == ([days] if told else [])


def test_one_whose_chain_has_a_gap_ends_all_the_same():
    assert found("tls-expiring", site(host=host(ends_in=3, error="incomplete-chain")))


@pytest.mark.parametrize("seen", [host(ends_in=3, error="wrong-host"), host(), None])
def test_an_invalid_or_unseen_certificate_is_not_expiring(seen):
    assert found("tls-expiring", site(host=seen)) == []
