import pytest

from tests.checks.rules.rule import found
from tests.factories import link, page

PART = "http://www.linhe.example/a"


def parts(page_url="https://www.linhe.example/", **given):
    return found("link-insecure", page(url=page_url, links=(link(**{"url": PART, "embedded": True, **given}),)))


@pytest.mark.parametrize("kind", ["script", "style", "frame"])
def test_what_browsers_block_costs_points(kind):
    assert [finding.severity for finding in parts(kind=kind)] == ["deduct"]


@pytest.mark.parametrize("kind", ["image", "media"])
def test_what_browsers_upgrade_is_advice(kind):
    assert [finding.severity for finding in parts(kind=kind)] == [None]


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"kind": "image", "embedded": False}, id="a link to a picture"),
        pytest.param({"kind": "page"}, id="a page"),
        pytest.param({"kind": "attachment"}, id="a file"),
        pytest.param({"kind": "script", "url": "https://www.linhe.example/a.js"}, id="https throughout"),
        pytest.param({"kind": "script", "malformed": True}, id="malformed: another rule's business"),
    ],
)
def test_nothing_to_say_about(given):
    assert parts(**given) == []


def test_a_page_that_has_browsers_upgrade_its_parts_is_fine():
    insecure = link(url=PART, kind="script", embedded=True)
    assert (
        found("link-insecure", page(url="https://www.linhe.example/", links=(insecure,), upgrades_insecure=True)) == []
    )


def test_a_site_on_http_has_another_trouble():
    assert parts(page_url="http://www.linhe.example/", kind="script") == []
