import pytest

from tests.checks.rules.rule import found
from tests.factories import host, register_site, site


@pytest.mark.parametrize("error", ["expired", "not-yet-valid", "wrong-host", "self-signed"])
def test_an_error_of_the_handshake_is_told(error):
    (finding,) = found("tls-invalid", site(host=host(ends_in=-1, error=error)))
    assert (finding.subject, finding.facts["kind"], finding.verdict) == ("www.linhe.example", error, "confirmed")


def test_roots_that_we_may_lack_leave_a_doubt():
    assert found("tls-invalid", site(host=host(ends_in=99, error="untrusted")))[0].verdict == "likely"


def test_a_site_that_offers_https_beside_http_is_advised():
    beside = site(site=register_site(url="http://www.linhe.example/"), host=host(error="self-signed"))
    assert found("tls-invalid", beside)[0].severity == "advice"


@pytest.mark.parametrize("seen", [host(ends_in=99), host(), None])
def test_nothing_to_say_about_a_sound_or_unseen_certificate(seen):
    assert found("tls-invalid", site(host=seen)) == []
