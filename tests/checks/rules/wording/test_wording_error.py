import pytest

from checks.lexicon import Lexicon
from checks.observations.page import PageSeen
from checks.rulebook import rules_for
from config.words import Expression

RULE = next(rule for rule in rules_for(PageSeen) if rule.id == "wording-error")


def found(text: str, **kw):
    page = PageSeen(url="https://www.linhe.example/a.html", kind="article", encoding="utf-8", text=text, **kw)
    return list(RULE.check(page, RULE.limits))


@pytest.mark.parametrize(
    ("text", "wrong", "severity"),
    [
        ("深入开展扫黑险恶专项斗争。", "扫黑险恶", "veto"),
        ("请各单位认真贯彻落时。", "贯彻落时", "deduct"),
        ("项目已于去年峻工验收。", "峻工", "deduct"),
        ("根据安政办发[2026]5号文件要求", "[2026]5号", "advice"),
        ("依据安政发〔2026〕05号", "〔2026〕05号", "advice"),
        ("截至2026年2月30日，全市共办理", "2026年2月30日", "deduct"),
        ("二0二六年三月五日", "二0二六年", "advice"),
    ],
)
def test_names_the_wrong_words_and_the_grade(text, wrong, severity):
    (finding,) = found(text)
    assert finding.facts["wrong"] == wrong
    assert finding.severity == severity


@pytest.mark.parametrize(
    "text",
    [
        "坚持以经济建设为中心，自己经营的店铺按排名先后安排。",
        "各单位须确立既有目标，毕竟价格合理。",
        "（2016）粤13民初5号判决书、2026年2月28日、〔2026〕5号",
        "入场卷宗由档案馆保管，中标候选入围名单另行公布。",
        "闰年的2024年2月29日是存在的。",
        "两国务完成谈判，登记法人名政府采购网可查。",
    ],
)
def test_right_words_that_look_wrong_are_spared(text):
    assert found(text) == []


def test_a_page_is_one_finding_with_its_errors_counted_and_the_worst_first():
    (finding,) = found("工程峻工。\n深入开展扫黑险恶专项斗争。")
    assert finding.facts["count"] == 2
    assert finding.facts["wrong"] == "扫黑险恶"
    assert finding.evidence.snippet == "深入开展扫黑险恶专项斗争。"


def test_lists_and_home_pages_are_left_to_the_articles_behind_them():
    page = PageSeen(url="https://www.linhe.example/", kind="home", encoding="utf-8", text="工程峻工")
    assert list(RULE.check(page, RULE.limits)) == []


def test_a_required_form_is_missed_only_where_its_trigger_stands():
    lexicon = Lexicon([Expression("市政府公报", "安和市人民政府公报", "required")], [])
    assert [hit.expression.right for hit in lexicon.find("详见市政府公报。")] == ["安和市人民政府公报"]
    assert list(lexicon.find("详见安和市人民政府公报，市政府公报每月出版。")) == []


def test_the_offices_own_names_are_never_wrong():
    lexicon = Lexicon([Expression("峻工", "竣工", "typo")], ["李峻工作室"])
    assert list(lexicon.find("走进李峻工作室")) == []
