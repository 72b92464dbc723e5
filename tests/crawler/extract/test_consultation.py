from datetime import date

import pytest

from checks.observations.consultation import ConsultationSeen
from crawler.extract.consultation import read_consultation
from crawler.extract.links import read_links
from crawler.extract.page import parse

URL = "https://www.linhe.example/yjzj/202609/t20260901_5.html"
TITLE = "关于公开征求《临河县物业管理办法（征求意见稿）》意见的公告"


def read(body: str, *, title: str = TITLE, text: str = "") -> ConsultationSeen | None:
    doc = parse(f"<html><body><div class='content'>{body}</div></body></html>".encode(), url=URL)
    return read_consultation(doc, title=title, text=text, links=read_links(doc))


def whole(body: str = "", **given: str) -> ConsultationSeen:
    seen = read(body, **given)
    assert seen is not None
    return seen


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("征求意见时间为2026年9月1日至2026年9月30日。", date(2026, 9, 1), date(2026, 9, 30)),
        ("征集时间：2026年9月1日至30日。", date(2026, 9, 1), date(2026, 9, 30)),
        ("征集期限：2026年12月20日至1月10日。", date(2026, 12, 20), date(2027, 1, 10)),
        ("征集时间：2028年3月1日至2月29日。", None, None),
        ("征集时间：2027年12月20日至2月29日。", date(2027, 12, 20), date(2028, 2, 29)),
        ("有意见请于2026年9月30日前反馈县住建局。", None, date(2026, 9, 30)),
        ("意见反馈截止到2026年9月30日18:00前。", None, date(2026, 9, 30)),
        ("现公开征求意见。本办法自2027年1月1日起施行，有效期至2031年12月31日。", None, None),
        ("现公开征求意见。", None, None),
        ("意见征集时间截至2026年9月30日。", None, date(2026, 9, 30)),
        ("本次意见征集至2026年9月30日结束。", None, date(2026, 9, 30)),
        ("截至2026年9月30日，共收到意见3条。", None, None),
        ("征求意见时间：即日起至2026年9月10日。", None, date(2026, 9, 10)),
        ("如有意见，自本公告发布之日起至2026年9月10日以书面形式提出。", None, date(2026, 9, 10)),
    ],
)
def test_when_it_ends(text, starts, ends):
    seen = whole(text=text)
    assert (seen.starts_on, seen.ends_on) == (starts, ends)


def test_labelled_dates():
    seen = whole("<p>开始时间：2026-09-01</p><p>结束时间：2026-09-30 18:00</p>")
    assert (seen.starts_on, seen.ends_on) == (date(2026, 9, 1), date(2026, 9, 30))


def test_labels_and_dates_in_cells_of_their_own():
    seen = whole("<table><tr><td>开始日期</td><td>2026-09-01</td><td>截止日期</td><td>2026-09-30</td></tr></table>")
    assert (seen.starts_on, seen.ends_on) == (date(2026, 9, 1), date(2026, 9, 30))


@pytest.mark.parametrize(
    "body",
    [
        "<p><a href='/yjzj/202610/t20261010_6.html'>意见采纳情况</a></p>",
        "<h3>结果反馈</h3><p>征求意见期间共收到意见3条，采纳2条。</p>",
        "<p>结果反馈：截至9月30日，未收到修改意见和建议。</p>",
        "<h3>征集反馈</h3><p>已采纳2条，不采纳1条，理由如下。</p>",
        "<p>截至9月30日，共收到社会公众意见3条，均已采纳。</p>",
        "<p>公示期间未收到意见建议。</p>",
    ],
)
def test_the_outcome_is_shown(body):
    assert whole(body).result


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<h3>结果反馈</h3><p>暂无</p>",
        "<h3>结果反馈</h3>",
        "<p><a href='/yjzj/jgfk/'>结果反馈</a></p>",
        "<ul><li><a href='javascript:;'>意见反馈</a></li></ul>",
        "<p>起草中书面征求各部门意见，共收到意见15条。</p>",
        "<p>公示期内如未收到意见，视为无意见。</p>",
        "<p>意见反馈截止时间：二〇二六年九月三十日。</p>",
        "<p>意见反馈方式：发送至电子邮箱或者邮寄至县住建局办公室。</p>",
        "<p>附件：<a href='/files/20260901.doc'>意见反馈表.doc</a></p>",
    ],
)
def test_no_outcome_is_shown(body):
    assert not whole(body).result


def test_the_outcome_s_own_page():
    title = "关于《临河县物业管理办法（征求意见稿）》公开征求意见采纳情况的公告"
    assert whole(title=title).is_result


@pytest.mark.parametrize(
    "title",
    [
        "临河县召开征求意见座谈会",
        "临河县面向社会征集标识设计作品的公告",
        "临河县召开防汛工作会议",
        "关于征集供应商意见的公告：征集供应商",
    ],
)
def test_other_pages(title):
    seen = read("", title=title)
    assert seen is None or seen.ends_on is None
