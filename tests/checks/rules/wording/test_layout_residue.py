from checks.observations.page import PageSeen
from tests.checks.rules.rule import rule

RULE = rule("layout-residue")


def found(text: str):
    page = PageSeen(url="https://www.linhe.example/a.html", kind="article", encoding="utf-8", text=text)
    return list(RULE.check(page, RULE.limits))


def test_leaked_code_is_found_with_its_words():
    (finding,) = found("特此通知。\n@font-face{font-family:仿宋} mso-style-name:普通表格;")
    assert finding.facts["count"] == 3
    assert "@font-face" in finding.evidence.snippet


def test_tags_and_entities_that_were_escaped_twice_are_found():
    assert found("各乡镇：&nbsp;&nbsp;请抓紧落实。")
    assert found("一、要求<br/><br/>二、时间</div>")
    assert found("开展&ldquo;质量月&rdquo;活动。")
    assert found("指标 PM2.5<35，a>b，A&B公司。") == []


def test_one_piece_of_code_may_be_what_the_article_is_about():
    assert found("在样式表中写 font-family: 宋体 即可。") == []
