import pytest

from checks.observations.guide import GuideSeen
from tests.checks.rules.rule import found
from tests.factories import page

ALL = ("事项名称", "设定依据", "申请条件", "办理材料", "办理地点", "办理时间", "联系电话", "办理流程")


def missing(*names, **given):
    present = tuple(name for name in ALL if name not in names)
    return found("guide-element-missing", page(guide=GuideSeen(**{"present": present, **given})))


def test_a_key_element_is_missing():
    (finding,) = missing("设定依据", "办理材料", empty=("办理材料",))
    assert (finding.facts["elements"], finding.facts["empty"]) == (["设定依据", "办理材料"], ["办理材料"])
    assert finding.verdict == "confirmed"


def test_other_elements_alone_are_only_likely_to_count():
    (finding,) = missing("办理流程")
    assert finding.verdict == "likely"


@pytest.mark.parametrize("guide", [GuideSeen(present=ALL), GuideSeen(unreadable="script"), None])
def test_nothing_to_say_about(guide):
    assert found("guide-element-missing", page(guide=guide)) == []
