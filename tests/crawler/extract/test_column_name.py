"""What a column's page calls its column where only its `<title>` names it."""

import pytest

from crawler.extract.column_name import column_name, without_office
from crawler.extract.page import parse


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("临河县人民政府-通知公告", "通知公告"),
        ("临河县教育局-局长信箱", "局长信箱"),
        ("临河县人民政府门户网站 政策文件", "政策文件"),
        ("通知公告-临河县人民政府", "通知公告"),
        ("乡镇动态_临河县人民政府", "乡镇动态"),
        ("部门乡镇-临河县人民政府", "部门乡镇"),
        ("县教育局_临河县人民政府", "县教育局"),
        ("新闻动态", "新闻动态"),
    ],
)
def test_the_title_names_the_column_and_not_the_office_before_it(head: str, name: str) -> None:
    doc = parse(f"<title>{head}</title><body></body>".encode(), url="https://www.linhe.example/list.aspx?cid=3")
    assert column_name(doc) == name


def test_an_office_alone_stays() -> None:
    assert without_office("临河县教育局") == "临河县教育局"


def test_a_search_box_above_a_list_is_no_heading() -> None:
    page = """<title>临河县智能检索</title><body>
    <div class="top"><div><input class="words"><span>清空历史</span></div><div>高级检索</div></div>
    <div class="results"><ul id="list"><li><a href="1.html">关于开展防汛检查的通知</a></li></ul></div></body>"""
    doc = parse(page.encode(), url="https://www.linhe.example/search/")
    container = next(element for element in doc.root.iter("ul") if element.get("id") == "list")
    assert column_name(doc, container=container) == "临河县智能检索"
