import pytest

from checks.message import cause, sentence, tried, unopened
from config.rule_file import load_rules
from tests.checks.lifecycle.test_follow import rule
from tests.factories import attempt, finding


def told(message: str, **facts: object) -> str:
    return sentence(rule("x", "page").model_copy(update={"message": message}), finding(facts=facts))


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ("http-404", "页面不存在（404）"),
        ("http-418", "请求被拒绝（418）"),
        ("http-599", "服务器出错（599）"),
        ("http-302", "应答异常（302）"),
        ("dns", "域名无法解析"),
        ("timeout", "15 秒内没有应答"),
        ("tls", "证书无效"),
        ("never-heard-of", "无法打开"),
    ],
)
def test_an_outcome_is_told_in_plain_chinese(outcome, words):
    assert cause(outcome) == words


def test_codes_days_and_lists_are_told_as_people_say_them():
    words = told(
        "{kind}，{cause}，{latest}，{tags}", kind="attachment", cause="dns", latest="2026-11-03", tags=["A", "B"]
    )
    assert words == "附件，域名无法解析，2026年11月3日，A、B"


def test_a_long_list_is_cut_and_counted():
    assert told("{items}", items=list("abcdefg")) == "a、b、c、d、e等 7 项"


def test_what_is_at_hand_besides_the_facts():
    assert told("{subject}").startswith("https://")


def test_a_fact_that_was_not_recorded_is_said_to_be_missing():
    assert told("已 {quiet_days} 天", other=1) == "已 （未记录） 天"


def test_a_day_that_does_not_exist_is_quoted_as_it_stands():
    assert told("{latest}", latest="2026-02-30") == "2026-02-30"


def test_a_finding_of_its_own_kind_has_its_own_sentence():
    data = rule("x", "page").model_copy(update={"messages": {"file": "指向电脑里的文件"}})
    assert sentence(data, finding(facts={"kind": "file"})) == "指向电脑里的文件"


def test_every_rule_speaks_whatever_it_is_given():
    for data in load_rules().values():
        assert sentence(data, finding(rule=data.id, facts={}))


@pytest.mark.parametrize("verdict", ["walled", "undecided"])
def test_what_could_not_be_verified_is_not_called_broken(verdict):
    behind_a_wall = finding(verdict=verdict, facts={**finding().facts, "item": "相关材料", "cause": "walled"})
    words = sentence(load_rules()["link-broken"], behind_a_wall)
    assert words.startswith("“相关材料”（页面）没能核实：网站要求人机验证或登录；")
    assert "打不开" not in words


def test_a_time_out_is_as_long_as_the_try_that_waited_least():
    tries = tuple(attempt(outcome="timeout", ms=ms) for ms in (2009, 30_004))
    late = finding(facts={**finding().facts, "cause": "timeout"}, attempts=tries)
    assert "打不开：2 秒内没有应答" in sentence(load_rules()["link-broken"], late)
    assert [tried(one) for one in tries] == ["2 秒内没有应答", "30 秒内没有应答"]


def test_a_title_inside_a_title_takes_the_inner_marks():
    assert told("《{item}》缺少索引号", item="关于印发《管理办法》的通知") == "《关于印发〈管理办法〉的通知》缺少索引号"
    assert told("《{item}》缺少索引号", item="关于印发《管理办法的通知") == "《关于印发《管理办法的通知》缺少索引号"


def test_no_space_follows_a_day_in_words():
    assert told("{ended} 截止，已过 {days} 天", ended="2026-08-23", days=85) == "2026年8月23日截止，已过 85 天"


def test_files_that_were_not_opened_are_told_in_a_sentence():
    assert unopened({}) == ""
    assert unopened({"encrypted": 1, "format-rar": 2}) == "附件 3 个未能打开：.rar 格式 2 个、加密 1 个"
    assert unopened({"http-503": 1}) == f"附件 1 个未能打开：{cause('http-503')} 1 个"
    assert cause("format-rar") == "暂不能打开 .rar 格式的文件"
