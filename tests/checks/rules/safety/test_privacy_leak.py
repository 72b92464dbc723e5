import pytest
from stdnum.cn import ric

from checks.observations.file import FilePart, FileSeen
from checks.observations.page import PageSeen
from tests.checks.rules.rule import rule

RULE = rule("privacy-leak")
CARD = (body := "11010119900307447") + ric.calc_check_digit(body + "0")
URL = "https://www.linhe.example/a.html"
MOBILES = "张某 13800138001\n李某 13900139002\n王某 13700137003"


def found(title: str, text: str):
    page = PageSeen(url=URL, kind="article", encoding="utf-8", title=title, text=text)
    return list(RULE.check(page, RULE.limits))


def test_an_identity_card_in_a_page_is_urgent_and_never_shown():
    (finding,) = found("公示", f"张某 {CARD} 补贴 500 元")
    assert finding.urgent
    assert CARD not in repr(finding)
    assert finding.facts["numbers"][0]["place"] == "正文"


def test_a_file_names_the_place_in_it():
    file = FileSeen(
        url="https://www.linhe.example/a.xlsx",
        page=URL,
        title="花名册",
        kind="xlsx",
        parts=(FilePart("工作表“名单”第 3 行", f"张某 {CARD}"),),
    )
    (finding,) = RULE.check(file, RULE.limits)
    assert finding.subject == file.url
    assert finding.repair == "attachment"
    assert finding.facts["place"] == "工作表“名单”第 3 行"


def test_mobile_numbers_of_a_list_of_private_persons_are_found():
    (finding,) = found("2026年耕地补贴发放花名册", MOBILES)
    assert finding.facts["kind"] == "mobile"
    assert finding.facts["example"] == "138****8001"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("2026年防汛责任人公示", MOBILES),
        ("2026年补贴发放办事指南", "联系人：张某 13800138001，李某 13900139002，王某 13700137003"),
        ("2026年补贴发放花名册", "张某 13800138001"),
        ("关于申报2026年农机购置补贴的通知", MOBILES),
        ("招标公告", "项目编号 " + CARD[:-1] + "*"),
        ("采购公告", "6222021234567890123 为货物编码"),
    ],
)
def test_published_contacts_and_lookalikes_are_spared(title, text):
    assert found(title, text) == []


def test_a_number_in_the_title_is_found():
    (finding,) = found(f"送达公告（{CARD}）", "请到本机关领取文书。")
    assert finding.facts["place"] == "标题"
    assert CARD not in str(finding)
