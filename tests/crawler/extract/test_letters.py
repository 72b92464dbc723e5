from datetime import date

import pytest

from checks.observations.page import Crumb
from crawler.extract.letters import read_letters
from crawler.extract.page import parse

URL = "https://www.linhe.example/hdjl/xzxx/index.html"
MAILBOX = (Crumb("首页"), Crumb("互动交流"), Crumb("县长信箱"))


def read(body: str, *, title: str = "县长信箱", crumbs: tuple[Crumb, ...] = MAILBOX):
    page = f"<html><body><div class='nav'><a href='/xx/'>县长信箱</a></div><div class='main'>{body}</div></body></html>"
    return read_letters(parse(page.encode(), url=URL), title=title, crumbs=crumbs)


TABLE = """<table><tr><th>编号</th><th>来信标题</th><th>来信时间</th><th>办理状态</th></tr>
<tr><td>1</td><td><a href="1.html" title="咨询老旧小区加装电梯的补贴政策">咨询老旧小区…</a></td>
<td>2026-10-08</td><td>受理中</td></tr>
<tr><td>2</td><td><a href="2.html">路灯不亮</a></td><td>2026-10-09</td><td>已办结</td></tr></table>"""


def test_a_table_of_letters():
    pending, done = read(TABLE)
    assert (pending.title, pending.asked_on, pending.answered, pending.status) == (
        "咨询老旧小区加装电梯的补贴政策",
        date(2026, 10, 8),
        False,
        "受理中",
    )
    assert pending.url == "https://www.linhe.example/hdjl/xzxx/1.html"
    assert (done.answered, done.asked_on) == (True, date(2026, 10, 9))


def test_a_list_of_letters():
    items = "".join(
        f"<li><span>[{state}]</span><a href='{n}.html'>第{n}封来信</a><em>2026-10-0{n}</em></li>"
        for n, state in enumerate(("未回复", "已回复"), start=1)
    )
    assert [(letter.answered, letter.asked_on) for letter in read(f"<ul>{items}</ul>")] == [
        (False, date(2026, 10, 1)),
        (True, date(2026, 10, 2)),
    ]


def test_columns_for_both_dates():
    table = TABLE.replace("<th>办理状态</th>", "<th>答复日期</th><th>状态</th>").replace(
        "<td>2026-10-09</td>", "<td>2026-10-09</td><td>2026-10-15</td>"
    )
    table = table.replace("<td>2026-10-08</td>", "<td>2026-10-08</td><td></td>")
    pending, done = read(table)
    assert (pending.answered, pending.answered_on) == (False, None)
    assert (done.asked_on, done.answered_on) == (date(2026, 10, 9), date(2026, 10, 15))


@pytest.mark.parametrize(
    ("fields", "answered"),
    [
        ("<tr><td>办理状态</td><td>办理中</td></tr>", False),
        ("<tr><td>办理状态</td><td>已办结</td></tr>", True),
        ("<tr><td>回复内容</td><td>您好，路灯已修复，感谢您的监督。</td></tr>", True),
        ("<tr><td>回复内容</td><td>暂无回复</td></tr>", False),
        ("<tr><td>回复时间</td><td>2026-10-12</td></tr>", True),
        ("<tr><td>回复内容</td><td></td></tr>", None),
        ("<tr><td>回复内容</td><td>{{reply.content}}</td></tr>", None),
        ("", None),
    ],
)
def test_a_letter_s_own_page(fields, answered):
    table = (
        "<table><tr><td>来信标题</td><td>路灯不亮</td></tr><tr><td>来信时间</td><td>2026-10-08 09:12</td></tr>"
        f"<tr><td>来信内容</td><td>建设路的路灯坏了一周。</td></tr>{fields}</table>"
    )
    (letter,) = read(table, title="路灯不亮")
    assert (letter.url, letter.title, letter.asked_on) == (URL, "路灯不亮", date(2026, 10, 8))
    assert letter.answered is answered


@pytest.mark.parametrize(
    "crumbs",
    [
        (Crumb("首页"), Crumb("政务服务"), Crumb("办件公示")),
        (Crumb("首页"), Crumb("网上信访"), Crumb("来信查询")),
        (Crumb("首页"), Crumb("监督举报"), Crumb("举报信箱")),
        (Crumb("首页"), Crumb("通知公告")),
    ],
)
def test_other_lists_with_states_hold_no_letters(crumbs):
    assert read(TABLE, title="列表", crumbs=crumbs) == ()


def test_a_form_for_writing_is_no_letter():
    form = "<form>来信标题：<input> 来信时间：<input> 来信内容：<textarea></textarea></form>"
    assert read(form) == ()


def test_a_grid_of_boxes():
    row = (
        "<div class='row'><div>{0}</div><div class='t'><a href='{0}.html'>{1}</a></div><div>2026-10-0{0}</div>"
        "<div class='s'>{2}</div></div>"
    )
    grid = row.format(1, "路灯不亮", "受理中") + row.format(2, "井盖破损", "已办结")
    pending, done = read(f"<div class='list'>{grid}</div>")
    assert (pending.title, pending.asked_on, pending.answered) == ("路灯不亮", date(2026, 10, 1), False)
    assert done.answered is True


def test_boxes_of_more_than_one_letter_are_no_lines():
    both = "<div><a href='1.html'>路灯不亮</a><a href='2.html'>井盖破损</a><p>2026-10-08</p><p>受理中</p></div>"
    assert read(both + both) == ()


def test_a_state_that_only_a_picture_shows():
    row = "<tr><td><a href='{0}.html'>来信{0}</a></td><td>2026-10-0{0}</td><td><img src='s.gif' alt='{1}'></td></tr>"
    rows = "<tr><th>标题</th><th>时间</th><th>状态</th></tr>" + row.format(1, "未处理") + row.format(2, "已处理")
    pending, done = read(f"<table>{rows}</table>")
    assert (pending.answered, done.answered) == (False, True)
