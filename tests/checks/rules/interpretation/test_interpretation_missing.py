from datetime import date, timedelta

import pytest

from tests.checks.rules.rule import found
from tests.factories import HOME, TODAY, document, page_facts, register_site, site

DOC = f"{HOME}zcwj/12.html"
READ = f"{HOME}zcjd/12.html"
TITLE = "临河县人民政府办公室关于印发临河县防汛抗旱应急预案的通知"
FRIDAY = date(2026, 11, 13)


def policy(*, title=TITLE, published=FRIDAY, url=DOC, doc=None, **given):
    return page_facts(
        url=url, title=title, published_on=published, document=document(published_on=published, **(doc or {})), **given
    )


def explaining(title="《临河县防汛抗旱应急预案》政策解读", **given):
    return page_facts(**{"url": READ, "title": title, **given})


def missing(*pages, **given):
    return found("interpretation-missing", site(pages=pages, **given))


def test_the_fourth_working_day_is_too_late():
    (finding,) = missing(policy(), today=date(2026, 11, 19))
    assert (finding.subject, finding.facts["workdays"], finding.facts["kind"]) == (DOC, 4, "absent")
    assert missing(policy(), today=date(2026, 11, 18)) == []


def test_the_national_holiday_does_not_count():
    before = policy(published=date(2026, 9, 30))
    assert missing(before, today=date(2026, 10, 10)) == []  # the 8th, 9th and the make-up Saturday
    assert missing(before, today=date(2026, 10, 12))


def test_years_without_known_holidays_say_so():
    (finding,) = missing(policy(published=date(2027, 3, 1)), today=date(2027, 3, 10))
    assert finding.facts["calendar"] == "weekdays-only"
    assert "calendar" not in missing(policy())[0].facts


@pytest.mark.parametrize("other", [explaining(), explaining("防汛怎么做的解读"), explaining(interprets=(DOC,))])
def test_a_link_in_words_that_say_nothing_satisfies(other):
    assert missing(policy(leads_to=(READ,)), other) == []


@pytest.mark.parametrize(
    "other", [explaining("会议召开"), explaining("林业办法的解读", interprets=(f"{HOME}zcwj/9.html",))]
)
def test_a_link_to_another_page_does_not(other):
    assert missing(policy(leads_to=(READ,)), other)


def test_a_link_to_one_of_several_interpretations_satisfies():
    other = explaining(url=f"{HOME}zcjd/11.html", interprets=(DOC,))
    assert missing(policy(leads_to=(READ,)), other, explaining("防汛怎么做", interprets=(DOC,))) == []


def test_a_link_to_an_interpretation_that_carries_the_document_s_text_satisfies():
    assert missing(policy(leads_to=(READ,)), explaining("防汛怎么做", interprets=(READ,))) == []


@pytest.mark.parametrize(
    "validity", ["废止", "已失效", "全文废止", "宣布失效", "已被废止", "现已宣布失效", "无效", "否"]
)
def test_what_is_in_force_no_more_calls_for_none(validity):
    assert missing(policy(doc={"validity": validity})) == []


@pytest.mark.parametrize("validity", ["有效", "部分失效", "尚未生效", "是", "已修改"])
def test_what_is_in_force_calls_for_one(validity):
    assert missing(policy(doc={"validity": validity}))


@pytest.mark.parametrize("reference", [READ, f"{HOME}files/政策解读.pdf"])
def test_a_link_of_any_sort_satisfies(reference):
    assert missing(policy(interpretations=(reference,))) == []


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(explaining(), id="by its name"),
        pytest.param(explaining("一图读懂临河县防汛抗旱应急预案"), id="a picture"),
        pytest.param(explaining("关于临政发〔2026〕12号文件的解读（临政发〔2026〕12号）"), id="by its number"),
        pytest.param(explaining("防汛怎么做", interprets=(DOC,)), id="links to it"),
    ],
)
def test_an_interpretation_on_the_site_is_suggested(other):
    (finding,) = missing(policy(), other)
    assert (finding.facts["kind"], finding.facts["suggestion"]) == ("unlinked", READ)


@pytest.mark.parametrize(
    "other",
    [
        explaining("《临河县森林防火应急预案》政策解读"),
        explaining("《临河县养老服务发展规划》解读"),
        explaining("临河县防汛抗旱应急预案演练"),
    ],
)
def test_no_other_page_is_suggested(other):
    (finding,) = missing(policy(), other)
    assert "suggestion" not in finding.facts


@pytest.mark.parametrize(
    "title",
    [
        "临河县人民政府关于张三等同志任免职的通知",
        "关于表彰2026年度先进集体的决定",
        "关于成立临河县防汛抗旱指挥部的通知",
        "关于调整县安全生产委员会组成人员的通知",
        "关于召开全县防汛工作会议的通知",
        "转发市政府办公室关于做好防汛工作的通知",
        "关于同意设立临河县工业园区的批复",
        "关于下达2026年度退役士兵安置任务的通知",
        "关于2027年元旦放假安排的通知",
        "关于废止部分文件的决定",
        "关于《临河县防汛条例（征求意见稿）》公开征求意见的通知",
        "国务院关于印发扎实稳住经济一揽子政策措施的通知",
        "河南省人民政府关于印发防汛应急预案的通知",
        "临江市人民政府关于印发防汛应急预案的通知",
        "《临河县防汛抗旱应急预案》解读",
        "关于公布2026年民办学校年检结果的通知",
        "关于公布第五批县级非物质文化遗产代表性项目名录的通知",
        "关于解除防汛Ⅳ级应急响应的通知",
        "关于拨付2026年农村综合改革转移支付资金的通知",
        "关于报送2026年度工作总结的通知",
        "关于推荐2026年度县级农业产业化龙头企业的通知",
        "关于认定2026年度县级科技型中小企业的通知",
        "关于开展2026年“质量月”活动的通知",
        "关于做好2026年元旦春节期间有关工作的通知",
        "临河县人民政府房屋征收决定",
        "关于收回国有土地使用权的决定",
        "关于12号地块国有土地使用权收回的决定",
        "关于印发政府工作报告重点任务分工方案的通知",
        "关于修改部分行政规范性文件的决定",
        "关于划定临河县森林高火险区的命令",
        "2026年征兵命令",
        "关于印发临河县人民政府2026年工作要点的通知",
        "关于公布2026年度重大行政决策事项目录的通知",
        "关于做好2026年防汛抗旱工作的通知",
        "关于切实做好当前低温雨雪冰冻天气防范应对工作的通知",
        "关于做好第十五届运动会期间信访稳定工作的紧急通知",
        "关于做好人大代表建议和政协提案办理工作的通知",
        "关于做好第五次经济普查工作的通知",
        "关于认真贯彻落实全市安全生产电视电话会议精神的通知",
        "关于分解落实2026年《政府工作报告》主要目标任务的通知",
        "关于印发《政府工作报告》重点任务责任清单的通知",
        "关于印发2026年度行政执法检查计划的通知",
        "关于2026年度政府投资项目计划的通知",
        "关于城东片区国有土地上房屋征收的决定",
        "关于经济普查领导小组人员调整的通知",
        "关于公布临河县第二批历史建筑的通知",
    ],
)
def test_some_kinds_call_for_none(title):
    assert missing(policy(title=title, doc={"issuer": None})) == []


@pytest.mark.parametrize(
    "title",
    [
        "关于认定高新技术企业若干规定的通知",
        "关于公布实施临河县城镇土地级别与基准地价的通知",
        "关于支持企业春节期间稳岗的若干措施",
        "关于印发临河县财政资金分配办法的通知",
        "关于做好2026年义务教育阶段招生工作的通知",
        "关于做好2026年城乡居民基本医疗保险工作的通知",
        "关于印发加强森林防火工作实施意见的通知",
        "关于印发临河县防汛抗旱应急预案的通知",
        "关于印发临河县政府投资项目计划管理办法的通知",
        "关于印发临河县信访工作责任制实施细则的通知",
    ],
)
def test_rules_about_such_occasions_call_for_one(title):
    assert missing(policy(title=title))


@pytest.mark.parametrize(
    "doc",
    [
        pytest.param({"issuer": "国务院办公厅", "number": "国办发〔2026〕3号"}, id="the State Council's"),
        pytest.param({"issuer": "河南省财政厅"}, id="the province's"),
        pytest.param({"issuer": "临江市人民政府办公室"}, id="the city's"),
        pytest.param({"issuer": "省政府办公厅"}, id="the province's, for short"),
        pytest.param({"issuer": "市政府"}, id="the city's, for short"),
        pytest.param({"is_policy": False}, id="no policy document"),
        pytest.param({"number": None}, id="neither number nor 印发"),
    ],
)
def test_reprints_and_news_call_for_none(doc):
    assert missing(policy(title="关于做好防汛工作的通知", doc=doc)) == []


def test_a_county_level_city_is_its_own_city():
    own = register_site(name="临江市人民政府")
    for issuer in ("临江市人民政府", "市政府", "市场监督管理局"):
        titled = policy(title="临江市人民政府关于印发防汛应急预案的通知", doc={"issuer": issuer})
        assert missing(titled, site=own)


def test_a_countys_market_bureau_is_no_citys():
    assert missing(policy(doc={"issuer": "市场监督管理局"}))


def test_a_county_named_with_its_city_does_not_own_the_citys_documents():
    own = register_site(name="临江市临河县人民政府")
    assert missing(policy(doc={"issuer": "临江市人民政府办公室"}), site=own) == []


def test_a_department_answers_for_its_own_documents_only():
    bureau = register_site(name="临河县教育局", unit="临河县教育局", level="department")
    assert missing(policy(doc={"issuer": "临河县人民政府办公室"}), site=bureau) == []
    assert missing(policy(doc={"issuer": "临河县教育局"}), site=bureau)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"published": TODAY - timedelta(days=366)}, id="older than the horizon"),
        pytest.param({"published": None}, id="no date"),
        pytest.param({"published": TODAY + timedelta(days=3)}, id="dated after today"),
        pytest.param({"read": False}, id="not read today"),
        pytest.param({"meta_on": TODAY - timedelta(days=1)}, id="published lately by its meta date"),
    ],
)
def test_nothing_to_say_about(given):
    assert missing(policy(**given)) == []


def test_the_horizon_itself_is_still_judged():
    assert missing(policy(published=TODAY - timedelta(days=365)))
