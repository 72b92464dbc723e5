import pytest

from checks.observations.document import DocumentSeen
from tests.checks.rules.rule import found
from tests.factories import page_facts, site


def missing(*, title="临河县养老服务补贴办法", **given):
    values = {"number": "临政规〔2026〕1号", "is_policy": True, "is_normative": True, **given}
    return found("validity-missing", site(pages=(page_facts(title=title, document=DocumentSeen(**values)),)))


def test_a_normative_document_that_names_no_validity():
    (finding,) = missing()
    assert (finding.facts["number"], finding.facts["kind"]) == ("临政规〔2026〕1号", "unnamed")


def test_a_validity_left_empty():
    (finding,) = missing(validity="", labels=("validity",), empty=("validity",))
    assert finding.facts["kind"] == "empty"


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"validity": "有效"}, id="in force"),
        pytest.param({"validity": "已废止"}, id="repealed"),
        pytest.param({"labels": ("validity",)}, id="a script brings it"),
        pytest.param({"title": "中华人民共和国政府信息公开条例"}, id="a reprint from above"),
        pytest.param({"is_normative": False}, id="an ordinary document"),
        pytest.param({"title": "临河县行政规范性文件清理结果的公告"}, id="about such documents"),
    ],
)
def test_nothing_to_say_about(given):
    assert missing(**given) == []
