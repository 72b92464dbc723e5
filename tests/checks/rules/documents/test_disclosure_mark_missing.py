from datetime import date

import pytest

from checks.observations.document import DocumentSeen
from tests.checks.rules.rule import found
from tests.factories import page_facts, site

TITLE = "临河县人民政府关于印发《临河县养老服务补贴办法》的通知"


def missing(*, title=TITLE, **given):
    values = {"number": "临政发〔2026〕3号", "is_policy": True, "length": 2000, **given}
    return found("disclosure-mark-missing", site(pages=(page_facts(title=title, document=DocumentSeen(**values)),)))


def test_a_document_without_a_mark():
    (finding,) = missing()
    assert finding.facts == {"item": TITLE, "number": "临政发〔2026〕3号"}


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"disclosure_mark": "此件公开发布"}, id="marked"),
        pytest.param({"number": None}, id="no number, perhaps no official document"),
        pytest.param({"is_policy": False}, id="no policy"),
        pytest.param({"written_on": date(1996, 2, 9)}, id="written before documents were marked"),
        pytest.param({"length": 5}, id="the text is attached"),
        pytest.param({"title": "河东省人民政府关于养老服务的意见"}, id="a reprint from above"),
        pytest.param({"number": "临河县人民政府令第3号"}, id="an order"),
        pytest.param({"title": "临河县人民政府关于禁止燃放烟花爆竹的通告"}, id="a public notice"),
    ],
)
def test_nothing_to_say_about(given):
    assert missing(**given) == []
