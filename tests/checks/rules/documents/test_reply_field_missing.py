from datetime import date

from checks.observations.reply import ReplySeen
from tests.checks.rules.rule import found
from tests.factories import page

WHOLE = {
    "issuer": "临河县教育局",
    "summary": "关于农村校车的答复",
    "published_on": date(2026, 6, 5),
    "number": "临教函〔2026〕15号",
}


def missing(**given):
    return found("reply-field-missing", page(title="对第23号建议的答复", reply=ReplySeen(**{**WHOLE, **given})))


def test_what_a_reply_lacks():
    (finding,) = missing(number=None, issuer="")
    assert (finding.facts["fields"], finding.facts["names"]) == (["issuer", "number"], ["发布机构", "文号"])


def test_a_whole_reply_and_other_pages():
    assert missing() == []
    assert found("reply-field-missing", page()) == []
