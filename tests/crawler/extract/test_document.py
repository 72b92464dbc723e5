from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.observations.document import DocumentSeen
from crawler.extract.document import read_document
from crawler.extract.page import parse

TITLE = "临河县人民政府关于印发《临河县养老服务补贴办法》的通知"


def read(body: str, *, title: str = TITLE, text: str = "") -> DocumentSeen | None:
    page = f"<html><head><title>临河县</title></head><body>{body}</body></html>"
    return read_document(parse(page.encode(), url="https://www.linhe.example/a/1.html"), title=title, text=text)


def whole(body: str, **given: str) -> DocumentSeen:
    document = read(body, **given)
    assert document is not None
    return document


FORMS = {
    "cells": "<table><tr><td>索 引 号</td><td>0001/2026-1</td><td>文　　号</td><td>临政发〔2026〕3号</td></tr>"
    "<tr><td>发布机构</td><td>临河县人民政府</td><td>成文日期</td><td>2026-03-02</td></tr></table>",
    "cells with an empty value": "<table><tr><td>索引号：</td><td>0001/2026-1</td><td>主题分类：</td><td></td></tr>"
    "<tr><td>发文字号：</td><td>临政发〔2026〕3号</td><td>发文机关：</td><td>临河县人民政府</td></tr>"
    "<tr><td>生成日期：</td><td>2026年3月2日</td><td>有效性：</td><td>有效</td></tr></table>",
    "label and value in one cell": "<table><tr><td>索引号: 0001/2026-1</td><td>文件编号 : 临政发〔2026〕3号</td></tr>"
    "<tr><td>责任部门：临河县人民政府</td><td>生成日期: 2026-03-02</td></tr></table>",
    "label and value in spans of one cell": "<table><tr><td><span>索引号:</span><span>0001/2026-1</span></td>"
    "<td><span>文号:</span><span>临政发〔2026〕3号</span></td></tr><tr><td><span>发布机构:</span><span>临河县人民政府</span></td>"
    "<td><span>成文日期:</span><span>2026-03-02</span></td></tr></table>",
    "header row and value row": "<table><tr><td>索取号</td><td>发布机构</td><td>文件编号</td><td>成文日期</td></tr>"
    "<tr><td>0001/2026-1</td><td>临河县人民政府</td><td>临政发〔2026〕3号</td><td>2026-03-02</td></tr></table>",
    "the same table twice": 2
    * "<table><tr><td>信息索引</td><td>0001/2026-1</td></tr><tr><td>文号</td><td>临政发〔2026〕3号</td></tr>"
    "<tr><td>发文机构</td><td>临河县人民政府</td></tr><tr><td>成文日期</td><td>2026-03-02</td></tr></table>",
    "definition list": "<dl><dt>索引号</dt><dd>0001/2026-1</dd><dt>文号</dt><dd>临政发〔2026〕3号</dd>"
    "<dt>发布单位</dt><dd>临河县人民政府</dd><dt>成文日期</dt><dd>2026-03-02</dd></dl>",
    "labels and blocks in dd": "<dl><dd><label><font>索 引 号：</font></label><div>0001/2026-1</div></dd>"
    "<dd><label><font>文 号：</font></label><div>临政发〔2026〕3号</div></dd>"
    "<dd><label><font>发布机构：</font></label><div>临河县人民政府</div></dd>"
    "<dd><label><font>发文日期：</font></label><div>2026-03-02</div></dd></dl>",
    "list items": "<ul><li><b>索引号：</b>0001/2026-1</li><li><b>文号：</b>临政发〔2026〕3号</li>"
    "<li><b>发布机构：</b>临河县人民政府</li><li><b>成文日期：</b>2026-03-02</li></ul>",
    "spans in one paragraph": "<p><span>索引号：</span><span>0001/2026-1</span><span>文号：</span>"
    "<span>临政发〔2026〕3号</span><span>发布机构：</span><span>临河县人民政府</span><span>成文日期：</span>"
    "<span>2026-03-02</span></p>",
    "one line of text": "<p>索引号：0001/2026-1 文号：临政发〔2026〕3号 发布机构：临河县人民政府 "
    "成文日期：2026-03-02</p>",
    "lines parted by breaks": "<div>索引号：0001/2026-1<br>文号：临政发〔2026〕3号<br>"
    "发布机构：临河县人民政府<br>成文日期：2026-03-02</div>",
    "labels in divs of their own": "<div><div>索引号：</div><div>0001/2026-1</div><div>文号：</div>"
    "<div>临政发〔2026〕3号</div><div>发布机构：</div><div>临河县人民政府</div><div>成文日期：</div><div>2026-03-02</div></div>",
    "no colon but a space": "<ul><li>索引号 0001/2026-1</li><li>发文字号 临政发〔2026〕3号</li>"
    "<li>发布机构　临河县人民政府</li><li>成文日期 2026-03-02</li></ul>",
    "characters parted by elements": "<table><tr><th>索<i></i>引<i></i>号</th><td>0001/2026-1</td></tr>"
    "<tr><th>文<i></i>号</th><td>临政发〔2026〕3号</td></tr><tr><th>发布机构</th><td>临河县人民政府</td></tr>"
    "<tr><th>成文日期</th><td>2026-03-02</td></tr><tr><th>公开方式</th><td>主动公开</td></tr></table>",
    "comment before the label": "<table><tr><td><!--x-->索引号</td><td>0001/2026-1</td><td>文号</td>"
    "<td>临政发〔2026〕3号</td></tr><tr><td><!--y-->发布机构</td><td>临河县人民政府</td><td>成文日期</td><td>2026-03-02</td></tr></table>",
}


@pytest.mark.parametrize("body", FORMS.values(), ids=FORMS)
def test_reads_the_block_in_every_form(body: str) -> None:
    document = whole(body)
    assert document.has_block
    assert document.index_number == "0001/2026-1"
    assert document.number == "临政发〔2026〕3号"
    assert document.issuer == "临河县人民政府"
    assert document.written_on == date(2026, 3, 2)
    assert document.is_policy


def test_an_empty_cell_takes_nothing_from_its_neighbour() -> None:
    document = whole(FORMS["cells with an empty value"])
    assert document.subject == ""
    assert document.empty == ("subject",)
    assert document.validity == "有效"


def test_a_label_at_the_end_does_not_swallow_the_article() -> None:
    fields = "<p><b>索引号：</b>1</p><p><b>成文日期：</b>2026-03-02</p><p><b>文号：</b></p>"
    block = f"<div>{fields}</div><p>各乡镇人民政府：</p>"
    assert whole(block, title="简讯一则，与文件无关").number == ""


@pytest.mark.parametrize("value", ["<script>document.write(wh)</script>", "{{ detail.number }}", "${wenhao}"])
def test_what_a_script_brings_is_not_called_empty(value: str) -> None:
    document = whole(FORMS["cells"].replace("临政发〔2026〕3号", value), title="简讯一则，与文件无关")
    assert document.number is None
    assert "number" in document.labels
    assert document.empty == ()


def test_the_number_stands_only_under_the_title() -> None:
    block = "<table><tr><td>索引号</td><td></td><td>文号</td><td></td></tr><tr><td>发布机构</td><td></td></tr></table>"
    document = whole(block, text="临政办发〔2026〕12号\n各乡镇人民政府：\n现印发给你们。")
    assert document.number == "临政办发〔2026〕12号"
    assert document.empty == ("index_number", "number", "issuer")


@pytest.mark.parametrize("none", ["无", "暂无", "—"])
def test_a_value_that_says_there_is_none_is_not_left_empty(none: str) -> None:
    document = whole(FORMS["cells"].replace("临政发〔2026〕3号", none))
    assert document.number == ""
    assert document.empty == ()


@pytest.mark.parametrize(
    "number",
    ["临政发〔2026〕3号", "临政办发[2026]12号", "临政办【2018】100号", "临政发（2026）3号", "临政规〔2026〕1-2号"],
)
def test_brackets_of_every_kind(number: str) -> None:
    assert whole("", text=f"{number}\n各乡镇人民政府：").number == number


def test_a_plain_article_is_no_document() -> None:
    text = "临河县召开防汛工作会议，要求各乡镇落实责任。\n会议指出，要加强值班。"
    assert read("<p>来源：县水利局 发布时间：2026-03-02</p>", title="临河县召开防汛工作会议", text=text) is None


def test_a_search_form_asks_for_fields_and_has_no_block() -> None:
    form = (
        "<form>索引号：<input type=text> 文号：<input type=text> 发布机构：<input type=text> 成文日期：<input></form>"
    )
    assert read(form, title="信息公开目录") is None


def test_a_list_of_documents_is_no_block() -> None:
    rows = "".join(
        f"<tr><td><a href='{n}.html'>临河县关于第{n}号文件的通知</a></td><td>0001/{n}</td><td>县政府</td>"
        f"<td>2026-03-0{n}</td></tr>"
        for n in range(1, 4)
    )
    table = f"<table><tr><td>名称</td><td>索引号</td><td>发布机构</td><td>成文日期</td></tr>{rows}</table>"
    assert read(table, title="政策文件") is None


def test_a_list_of_one_linked_document_is_no_block() -> None:
    row = "<tr><td><a href='1.html'>临河县第一号文件</a></td><td>1</td><td>县政府</td><td>2026-03-01</td></tr>"
    table = f"<table><tr><td>名称</td><td>索引号</td><td>发布机构</td><td>成文日期</td></tr>{row}</table>"
    assert read(table, title="政策文件") is None


@pytest.mark.parametrize(
    "title",
    [
        TITLE,
        "临河县人民政府办公室关于加快推进电子商务发展的实施意见",
        "临河县民政局关于印发《临时救助实施细则（试行）》的通知",
        "临河县养老服务补贴办法",
        "临河县教育局关于印发《校外培训管理办法》的通知",
    ],
)
def test_policy_by_title_and_number(title: str) -> None:
    assert whole("", title=title, text="临民发〔2026〕7号\n各乡镇：").is_policy


@pytest.mark.parametrize(
    "title",
    [
        "临河县财政局关于印发《政府采购代理机构管理办法》的通知",
        "临河县司法局关于印发行政处罚裁量权基准制定规定的通知",
        "临河县人民政府关于进一步加强预算绩效管理的意见",
    ],
)
def test_rules_about_purchases_and_penalties_set_policy(title: str) -> None:
    assert whole("", title=title, text="临财〔2026〕7号\n各乡镇：").is_policy


@pytest.mark.parametrize("number", ["临府〔2026〕9号", "临府办〔2026〕9号", "临政办〔2026〕9号"])
def test_a_government_s_own_series_makes_a_notice_a_document(number: str) -> None:
    assert whole("", title="临河县人民政府办公室关于校外培训机构登记的通知", text=f"{number}\n各乡镇：").is_policy


@pytest.mark.parametrize(
    "title",
    [
        "《临河县养老服务补贴办法》政策解读",
        "关于公开征求《临河县养老服务补贴办法（征求意见稿）》意见的通知",
        "临河县民政局关于举办养老护理员培训班的通知",
        "临河县人民政府办公室公开招聘工作人员公告",
        "临河县出台养老服务补贴办法",
        "临河县民政局办公设备采购实施方案",
        "关于对临河县某公司作出行政处罚的决定",
        "临河县人民政府关于2026年预算调整方案",
    ],
)
def test_other_pages_with_a_number_set_no_policy(title: str) -> None:
    assert not whole("", title=title, text="临民发〔2026〕7号\n各乡镇：").is_policy


def test_the_block_names_the_document_when_the_page_does_not() -> None:
    block = FORMS["cells"].replace("</table>", f"<tr><td>名称</td><td colspan=3>{TITLE}</td></tr></table>")
    assert whole(block, title="临河县人民政府信息公开").is_policy


@pytest.mark.parametrize("number", ["临政规〔2026〕1号", "临河县人民政府令第3号", "临政办规〔2026〕2号"])
def test_normative_by_its_number(number: str) -> None:
    assert whole("", text=f"{number}\n各乡镇：").is_normative


def test_normative_by_its_column() -> None:
    crumbs = "<div>当前位置：<a href='/'>首页</a> &gt; <a href='/gfxwj/'>行政规范性文件</a></div><div>"
    assert whole(crumbs, text="临政发〔2026〕3号\n各乡镇：").is_normative
    assert not whole(
        crumbs.replace("行政规范性文件", "规范性文件清理"), text="临政发〔2026〕3号\n各乡镇："
    ).is_normative


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("临政发〔2026〕3号\n正文。\n（此件公开发布）", "此件公开发布"),
        ("临政发〔2026〕3号\n正文。\n（此件主动公开）", "此件主动公开"),
        ("临政发〔2026〕3号\n正文。\n信息公开形式：主动公开", "主动公开"),
        ("临政发〔2026〕3号\n正文。", None),
    ],
)
def test_the_mark_of_disclosure(text: str, mark: str | None) -> None:
    assert whole("", text=text).disclosure_mark == mark


def test_a_mark_with_spaces_inside() -> None:
    assert whole("", text="临政发〔2026〕3号\n正文。\n（此 件 公 开 发 布）").disclosure_mark == "此件公开发布"


@pytest.mark.parametrize("form", ["<li>【{}】 {}</li>", "<p>[{}]{}</p>", "[{}] {}<br>", "<p>［{}］{}</p>"])
def test_brackets_stand_for_the_colon(form: str) -> None:
    fields = {"索 引 号": "LH-1", "发布机构": "", "成文日期": "2026-03-02", "文 号": "临政发〔2026〕3号"}
    seen = whole("".join(form.format(*field) for field in fields.items()))
    assert (seen.index_number, seen.number, seen.written_on) == ("LH-1", "临政发〔2026〕3号", date(2026, 3, 2))
    assert seen.empty == ("issuer",)


@pytest.mark.parametrize(
    "form",
    [
        "<div><p class='l'>{}</p><p class='r'>{}</p></div>",
        "<div><p>{}</p><p>{}</p></div>",
        "<table><tr><td><b>{}</b>：{}</td></tr></table>",
    ],
)
def test_a_byline_s_form_is_not_the_block_s(form: str) -> None:
    fields = {"索引号": "LH-1", "发布机构": "临河县人民政府", "成文日期": "", "文号": "临政发〔2026〕3号"}
    block = "".join(form.format(*field) for field in fields.items())
    seen = whole(f"{block}<p>发布日期：2026-03-04</p>")
    assert (seen.index_number, seen.issuer, seen.number) == ("LH-1", "临河县人民政府", "临政发〔2026〕3号")
    assert seen.empty == ("written_on",)


def test_the_block_s_way_of_disclosure_stands_in_for_the_mark() -> None:
    block = FORMS["cells"].replace("</table>", "<tr><td>公开方式</td><td>主动公开</td></tr></table>")
    assert whole(block).disclosure_mark == "主动公开"


def test_a_stamp_says_that_a_document_has_lapsed() -> None:
    assert whole("<img src='/images/yishixiao.png'>", text="临政规〔2026〕1号").validity == "失效"
    assert whole("", text="【已废止】\n临政规〔2026〕1号").validity == "已废止"


def test_a_note_says_that_the_document_itself_has_lapsed() -> None:
    text = "临政规〔2026〕1号\n正文。\n{}"
    assert whole("", text=text.format("（本文件已于2026年10月1日废止）")).validity == "废止"
    assert whole("", text=text.format("注：本办法已被临政规〔2027〕2号宣布失效。")).validity == "失效"
    assert whole("", text=text.format("本办法自公布之日起施行，原办法同时废止。")).validity is None
    assert whole("", text=text.format("本办法已经县政府常务会议通过，2019年的办法同时废止。")).validity is None


@pytest.mark.parametrize("word", ["有效", "现行有效"])
def test_a_stamp_says_that_a_document_holds(word: str) -> None:
    assert whole(f"<img src='/images/yx.png' alt='{word}'>", text="临政规〔2026〕1号").validity == "有效"


def test_the_way_of_disclosure_at_the_end_of_the_text() -> None:
    assert whole("", text="临政发〔2026〕3号\n正文。\n公开方式：主动公开").disclosure_mark == "主动公开"


def test_a_banner_about_lapsed_documents_is_no_stamp() -> None:
    banner = "<img src='/banner.png' alt='规范性文件清理废止失效专栏'>"
    assert whole(banner, text="临政规〔2026〕1号").validity is None


def test_the_date_under_the_signature() -> None:
    text = "临政发〔2026〕3号\n各乡镇人民政府：\n自2026年5月1日起施行。\n临河县人民政府\n2026年3月2日\n（此件公开发布）"
    assert whole("", text=text).written_on == date(2026, 3, 2)


@given(st.text(alphabet="索引号文发布机构：: <>/td成日期〔〕2026无\n\u3000", max_size=200))
def test_never_fails(noise: str) -> None:
    read(f"<div>{noise}</div>", title=noise[:30], text=noise)
