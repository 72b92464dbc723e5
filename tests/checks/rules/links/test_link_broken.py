import pytest

from tests.checks.rules.rule import found
from tests.factories import HOME, site, target


def one(**given):
    (finding,) = found("link-broken", site(targets=(target(**given),)))
    return finding


def test_a_dead_page_names_cause_kind_and_places():
    finding = one(pages=(f"{HOME}a.html", f"{HOME}b.html"), count=812)
    assert finding.facts["cause"] == "http-404"
    assert finding.facts["kind"] == "page"
    assert finding.facts["count"] == 812
    assert finding.facts["pages"] == [f"{HOME}a.html", f"{HOME}b.html"]
    assert len(finding.attempts) == 2


@pytest.mark.parametrize("verdict", ["confirmed", "likely", "walled", "undecided"])
def test_the_verdict_of_asking_is_kept(verdict):
    assert one(verdict=verdict).verdict == verdict


@pytest.mark.parametrize("kind", ["page", "image", "attachment", "script", "style", "frame", "media"])
@pytest.mark.parametrize(
    "cause", ["http-404", "http-500", "dns", "refused", "timeout", "tls", "redirect-loop", "soft-404"]
)
def test_every_kind_and_cause_is_said(kind, cause):
    assert one(kind=kind, cause=cause).facts["kind"] == kind


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ({"region": "footer", "count": 812}, "template"),
        ({"region": "nav", "on_site": False}, "template"),
        ({"region": "main", "count": 60}, "template"),
        ({"on_site": False}, "external"),
        ({"kind": "attachment"}, "attachment"),
        ({"page_kind": "column"}, "column"),
        ({"page_kind": "home"}, "column"),
        ({}, "article"),
        ({"kind": "image"}, "article"),
    ],
)
def test_it_says_where_it_is_mended(given, place):
    assert one(**given).repair == place


def test_a_target_that_answers_is_fine():
    assert found("link-broken", site(targets=(target(ok=True, verdict=None, cause=None),))) == []


def test_a_link_without_words_shows_its_address():
    assert one(text="").facts["item"] == f"{HOME}old.html"
