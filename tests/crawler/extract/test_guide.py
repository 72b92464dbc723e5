import pytest

from checks.observations.page import Crumb
from crawler.extract.guide import read_guide
from crawler.extract.page import parse

VALUES = {
    "事项名称": "临时救助对象认定",
    "设定依据": "《社会救助暂行办法》第四十七条",
    "申请条件": "因火灾等意外事件，基本生活陷入困境的家庭。",
    "申请材料": "申请书、户口簿",
    "办理地点": "临河县政务服务中心二楼12号窗口",
    "办理时间": "工作日 9:00-12:00",
    "联系电话": "0999-5550101",
    "办理流程": "申请、受理、审核、确认",
}
ALL = ("事项名称", "设定依据", "申请条件", "办理材料", "办理地点", "办理时间", "联系电话", "办理流程")


def read(body: str, *, title: str | None = "临时救助对象认定", crumbs: tuple[Crumb, ...] = ()):
    page = f"<html><body><div class='main'>{body}</div></body></html>"
    return read_guide(parse(page.encode(), url="https://www.linhe.example/bs/1.html"), title=title, crumbs=crumbs)


def table(values: dict[str, str]) -> str:
    return "<table>" + "".join(f"<tr><th>{k}</th><td>{v}</td></tr>" for k, v in values.items()) + "</table>"


def paragraphs(values: dict[str, str]) -> str:
    return "".join(f"<p>{n}、{k}</p><p>{v}</p>" for n, (k, v) in zip("一二三四五六七八", values.items(), strict=False))


def lines(values: dict[str, str]) -> str:
    return "".join(f"<p><b>{k}：</b>{v}</p>" for k, v in values.items())


def tabs(values: dict[str, str]) -> str:
    heads = "".join(f"<li><span>{k}</span></li>" for k in values)
    return f"<ul>{heads}</ul>" + "".join(f"<div><h3>{k}</h3><div>{v}</div></div>" for k, v in values.items())


FORMS = [table, paragraphs, lines, tabs]


@pytest.mark.parametrize("form", FORMS)
def test_a_whole_guide(form):
    guide = read(form(VALUES))
    assert (guide.present, guide.empty, guide.unreadable) == (ALL, (), None)


@pytest.mark.parametrize("form", FORMS)
def test_a_guide_without_two_elements(form):
    values = {key: value for key, value in VALUES.items() if key not in ("设定依据", "联系电话")}
    guide = read(form(values))
    assert set(ALL) - set(guide.present) == {"设定依据", "联系电话"}


@pytest.mark.parametrize("form", FORMS)
def test_an_element_left_empty(form):
    guide = read(form({**VALUES, "申请条件": ""}))
    assert guide.empty == ("申请条件",)


def test_the_last_cell_left_empty_is_not_filled_by_what_stands_under_the_table():
    values = {**VALUES, "申请材料": ""}
    values["申请材料"] = values.pop("申请材料")
    assert read(table(values) + "<p>打印本页 关闭窗口</p>").empty == ("办理材料",)


def test_the_title_names_the_item():
    values = {key: value for key, value in VALUES.items() if key != "事项名称"}
    assert "事项名称" in read(table(values)).present


def test_one_label_for_place_and_time():
    values = {key: value for key, value in VALUES.items() if key not in ("办理地点", "办理时间")}
    assert read(table({**values, "办理地点和时间": "政务大厅，工作日"})).present == ALL


def test_a_flow_chart_stands_for_words():
    assert read(table({**VALUES, "办理流程": "<img src='/lct.png'>"})).present == ALL


def test_values_that_a_script_brings_are_not_missing():
    guide = read(table(dict.fromkeys(VALUES, "")))
    assert (guide.present, guide.empty, guide.unreadable) == ((), (), "script")


def test_few_labels_make_a_guide_only_where_it_is_called_one():
    few = {key: VALUES[key] for key in ("申请材料", "办理流程", "联系电话")}
    assert read(table(few)) is None
    named = read(table(few), crumbs=(Crumb("办事服务"), Crumb("办事指南")))
    assert named.present == ("事项名称", "办理材料", "联系电话", "办理流程")


def test_a_list_of_guides_is_none():
    assert read(table(VALUES) * 6) is None


def test_the_guide_to_disclosure_is_none():
    assert read(lines(VALUES), title="临河县政府信息公开指南") is None


def test_a_plain_article_is_none():
    assert read("<p>县政务服务中心优化办理流程，精简申请材料，群众办事更方便。</p>") is None


def test_labels_with_spaces_inside() -> None:
    values = {name: value for name, value in VALUES.items() if name != "设定依据"}
    body = "".join(f"<p><b>{'　'.join(name)}</b>：{value}</p>" for name, value in values.items())
    seen = read(body, title="临时救助对象认定办事指南")
    assert seen is not None
    assert set(ALL) - set(seen.present) == {"设定依据"}


def test_a_window_s_address_in_the_column_of_guides_is_no_guide() -> None:
    body = "<p>办公地址：一楼</p><p>办公时间：工作日</p><p>联系电话：0999-5550101</p>"
    assert read(body, title="民政窗口", crumbs=(Crumb("办事指南", None),)) is None
