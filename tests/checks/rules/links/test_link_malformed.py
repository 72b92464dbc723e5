import pytest

from checks.observations.page import Want
from tests.checks.rules.rule import found
from tests.factories import HOME, column_seen, link, page


def bad(raw, **given):
    return found("link-malformed", page(links=(link(url=raw, malformed=True, **given),)))


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("http://http//www.linhe.example/", "doubled-scheme"),
        ("http://http://www.linhe.example/", "doubled-scheme"),
        ("file:///C:/Users/a.jpg", "file"),
        (r"C:\Documents\a.doc", "file"),
        (r"\\fileserver\share\a.doc", "file"),
        ("http://localhost:8080/a", "localhost"),
        ("http://10.1.2.3/a", "private-address"),
        ("http://192.168.1.5/a.doc", "private-address"),
        ("http://172.16.0.1/", "private-address"),
        ("${item.url}", "template-mark"),
        ("{{url}}", "template-mark"),
        ("<%=url%>", "template-mark"),
        ("htttp://www.linhe.example/", "unusable"),
    ],
)
def test_each_mistake_is_named(raw, kind):
    (finding,) = bad(raw)
    assert (finding.subject, finding.facts["kind"]) == (raw, kind)


def test_only_172_16_to_31_is_inside():
    assert bad("http://172.32.0.1:99999/")[0].facts["kind"] == "unusable"


def test_a_footer_link_is_mended_in_the_template():
    assert bad("http://localhost/", region="footer")[0].repair == "template"
    assert bad("http://localhost/")[0].repair == "article"


def test_a_rehearsal_may_link_to_its_own_host():
    trial = page(url="http://192.168.1.5:8080/a.html", links=(link(url="http://192.168.1.5/b", malformed=True),))
    assert found("link-malformed", trial) == []


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"wants": (Want(f"{HOME}list.json", "list"),)}, id="a script brings the list"),
        pytest.param({"column": column_seen(items=(), unreadable="script")}, id="a list drawn by a script"),
    ],
)
def test_template_marks_of_a_page_filled_by_script_are_left_alone(given):
    assert found("link-malformed", page(links=(link(url="{{url}}", malformed=True),), **given)) == []


def test_sound_links_are_fine():
    assert found("link-malformed", page(links=(link(), link(url="https://www.dahe.example/a{b}.html")))) == []
