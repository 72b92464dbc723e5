from datetime import date

import pytest

from checks.observations.document import DocumentSeen
from crawler.extract.page import parse
from crawler.extract.reply import is_reply, read_reply

TITLE = "临河县教育局对县十七届人大五次会议第23号建议的答复"
TEXT = (
    "临教函〔2026〕15号\n王代表：\n您提出的关于加强农村校车管理的建议收悉，现答复如下：\n"
    + "近年来，我县不断加大校车投入。" * 10
    + "\n临河县教育局\n2026年6月3日"
)


def read(*, text: str = TEXT, body: str = "", title: str = TITLE, **given):
    doc = parse(f"<html><body>{body}<p>{text}</p></body></html>".encode(), url="https://www.linhe.example/jyta/1.html")
    values = {"document": None, "published_on": date(2026, 6, 5), **given}
    return read_reply(doc, title=title, text=text, **values)


def test_a_whole_reply():
    reply = read()
    assert (reply.issuer, reply.number, reply.published_on) == ("临河县教育局", "临教函〔2026〕15号", date(2026, 6, 5))
    assert reply.summary.startswith("临教函")


def test_what_the_block_gives():
    block = (
        "<table><tr><td>发布机构</td><td>临河县民政局</td></tr><tr><td>文号</td><td>临民函〔2026〕2号</td></tr>"
        "<tr><td>内容概述</td><td>关于养老的答复</td></tr></table>"
    )
    reply = read(body=block)
    assert (reply.issuer, reply.number, reply.summary) == ("临河县民政局", "临民函〔2026〕2号", "关于养老的答复")


@pytest.mark.parametrize(("source", "issuer"), [("本站", None), ("县水利局", "县水利局")])
def test_a_source_that_names_nobody_is_no_issuer(source, issuer):
    text = "临水函〔2026〕2号\n王代表：\n" + "近年来，我县不断加大投入。" * 10
    assert read(text=text, source=source).issuer == issuer


def test_what_is_not_there():
    reply = read(text="您好：\n" + "近年来，我县不断加大校车投入。" * 10, published_on=None)
    assert (reply.issuer, reply.number, reply.published_on) == (None, None, None)


def test_what_the_document_gives():
    document = DocumentSeen(issuer="临河县交通运输局", number="临交函〔2026〕9号", published_on=date(2026, 6, 1))
    reply = read(text="您好：\n" + "近年来，我县不断加大校车投入。" * 10, published_on=None, document=document)
    assert (reply.issuer, reply.number, reply.published_on) == (
        "临河县交通运输局",
        "临交函〔2026〕9号",
        date(2026, 6, 1),
    )


def test_a_reply_that_is_only_attached_says_nothing():
    assert read(text="详见附件。") is None


@pytest.mark.parametrize("title", [TITLE, "关于县政协十五届三次会议第45号提案的复函", "对第14040218号建议的答复"])
def test_replies_by_title(title):
    assert is_reply(title)


@pytest.mark.parametrize(
    "title",
    [
        "临河县召开建议提案交办会议",
        "临河县2026年建议提案答复情况统计",
        "县政协十届五次会议提案办理答复情况",
        "临河县政府办公室关于建议提案办理总体情况的答复汇总",
        "县长信箱回复：建议增设路灯".replace("回复", "来信"),
    ],
)
def test_other_titles(title):
    assert not is_reply(title)
