from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.checks.rules.rule import found
from tests.factories import host, site


@pytest.mark.parametrize("error", ["expired", "not-yet-valid", "wrong-host", "self-signed"])
def test_an_error_of_the_handshake_is_told(error):
    (finding,) = found("tls-invalid", site(host=host(ends_in=-1, error=error)))
    assert (finding.subject, finding.facts["kind"], finding.verdict) == ("www.linhe.example", error, "confirmed")


@pytest.mark.parametrize(
    ("error", "verdict", "severity"),
    [
        pytest.param("untrusted", "likely", None, id="we may lack a root"),
        pytest.param("incomplete-chain", "confirmed", "advice", id="browsers fetch what is missing"),
        pytest.param("chain-unknown", "undecided", None, id="we could not fetch what is missing"),
        pytest.param("own-network", "undecided", None, id="we see something wrong with everybody"),
    ],
)
def test_what_a_browser_may_see_otherwise_is_told_with_care(error, verdict, severity):
    (finding,) = found("tls-invalid", site(host=host(ends_in=99, error=error)))
    assert (finding.verdict, finding.severity) == (verdict, severity)


def test_the_last_day_is_the_one_in_china():
    seen = host(ends_in=-1, error="expired")
    late = replace(seen.certificate, not_after=datetime(2026, 11, 18, 23, 59, 59, tzinfo=UTC))
    (finding,) = found("tls-invalid", site(host=replace(seen, certificate=late)))
    assert finding.facts["not_after"] == "2026-11-19"


@pytest.mark.parametrize("seen", [host(ends_in=99), host(), None])
def test_nothing_to_say_about_a_sound_or_unseen_certificate(seen):
    assert found("tls-invalid", site(host=seen)) == []
