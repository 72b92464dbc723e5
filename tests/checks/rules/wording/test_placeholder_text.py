import pytest

from checks.observations.link import LinkSeen
from checks.observations.page import PageSeen, Want
from tests.checks.rules.rule import rule

RULE = rule("placeholder-text")


def found(**kw):
    page = PageSeen(url="https://www.linhe.example/a.html", kind="article", encoding="utf-8", **kw)
    return list(RULE.check(page, RULE.limits))


@pytest.mark.parametrize("title", ["测试", "Test", "测试文章", "无标题文档", "test111", "测试-2"])
def test_a_trial_title_is_found(title):
    assert found(title=title, text="正文。")[0].facts["kind"] == "trial"


@pytest.mark.parametrize(
    "text",
    ["内容正在建设中，敬请期待！", "测试内容", "aaaaaa", "栏目建设中……", "（待补充）", "该页面正在完善中，请稍候"],
)
def test_a_text_that_is_still_to_come_is_found(text):
    assert found(title="便民地图", text=text)[0].facts["kind"] == "trial"


def test_placeholder_words_in_the_text_are_found():
    assert found(title="公示", text="Lorem ipsum dolor sit amet")[0].verdict == "confirmed"


def test_an_empty_article_is_only_likely():
    (finding,) = found(title="关于供水的通知", text="")
    assert (finding.facts["kind"], finding.verdict) == ("empty", "likely")


def test_a_footer_that_a_script_brings_does_not_hide_an_empty_text():
    assert found(title="关于供水的通知", text="", wants=(Want("https://www.linhe.example/foot.js", "footer"),))


@pytest.mark.parametrize(
    "kw",
    [
        pytest.param({"title": "附件下载", "text": "详见附件。"}, id="a text that points to a file"),
        pytest.param({"title": "城东水厂", "text": "水厂正在建设中，预计年底通水。"}, id="a building under way"),
        pytest.param({"title": "第111期", "text": "简报。"}, id="a number of its own"),
        pytest.param({"title": "全国计算机等级考试测试安排", "text": "考生须知。"}, id="a word of the title"),
        pytest.param(
            {"title": "一图读懂", "links": (LinkSeen("https://www.linhe.example/1.png", "", "image"),)}, id="a picture"
        ),
        pytest.param(
            {"title": "安排表", "links": (LinkSeen("https://www.linhe.example/d.jsp?id=3", "安排表.xlsx", "page"),)},
            id="a file by a script's address",
        ),
        pytest.param(
            {"title": "直播", "wants": (Want("https://www.linhe.example/d.json", "list"),)}, id="drawn by a script"
        ),
    ],
)
def test_nothing_to_say_about(kw):
    assert found(**kw) == []
