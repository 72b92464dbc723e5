"""A bureau's portal in the manner of ASP.NET WebForms: view state, GridView and DataList, post-back pagers."""

from tests.duwang.column_portals.seeded import Column, Item, SeededPortal, ago, items, words

_HOST = "jtj.shimen.example"
_NAME = "石门区教育体育局"
_STATE = "/wEPDwUKLTk5NDI4MzQ2NQ9kFgICAw9kFgQCAQ8WAh4LXyFJdGVtQ291bnQCBmQYAQUJR3JpZFZpZXcx"
_LEADERS = """<table class="ld" cellspacing="0" width="100%"><tr>
<td align="center"><a href="Show.aspx?id=9101"><img src="upload/ld1.jpg" alt="" /></a><br />
<a href="Show.aspx?id=9101">王建国</a><br />党组书记、局长</td>
<td align="center"><a href="Show.aspx?id=9102"><img src="upload/ld2.jpg" alt="" /></a><br />
<a href="Show.aspx?id=9102">李秀兰</a><br />党组成员、副局长</td>
</tr></table>"""
_LETTERS = """<table cellspacing="0" cellpadding="4" id="GridView1" style="width:100%;border-collapse:collapse;">
<tr class="head"><th scope="col">主题</th><th scope="col">来信日期</th><th scope="col">回复情况</th></tr>
<tr><td><a href="LetterShow.aspx?id=12">小区配套幼儿园何时开园</a></td><td>2025/5/6</td><td>已回复</td></tr>
<tr><td><a href="LetterShow.aspx?id=11">建议延长体育馆开放时间</a></td><td>2025/4/17</td><td>已回复</td></tr></table>
<a href="LetterWrite.aspx">我要写信</a>"""
_CHART = """<div id="tjlist">数据加载中...</div>
<script type="text/javascript">
$.ajax({ type: "POST", url: "Handler/TjList.ashx", data: { cid: 212, page: 1 },
  success: function (d) { $("#tjlist").html(d); } });
</script>"""


def _address(cid: int) -> str:
    return f"/List.aspx?cid={cid}"


def _show(item: Item) -> str:
    return f"Show.aspx?id={item.number}"


def _post_back_pager(columns: int) -> str:
    return (
        f'<tr class="pager" align="center"><td colspan="{columns}"><table border="0"><tr><td><span>1</span></td>'
        "<td><a href=\"javascript:__doPostBack('GridView1','Page$2')\">2</a></td></tr></table></td></tr>"
    )


def _grid(made: tuple[Item, ...], clock: str = "") -> str:
    """A GridView of titles and days, as .NET prints a day that nobody formatted."""
    rows = ""
    for place, item in enumerate(made):
        day = f"{item.day.year}/{item.day.month}/{item.day.day}" if item.day else ""
        day += clock if day else ""
        when = (
            f'<td align="right" style="width:140px;"><span id="GridView1_lblDate_{place}">{day}</span></td>'
            if day
            else ""
        )
        rows += (
            f'<tr>\n<td>\n<img src="images/dot.gif" alt="" /> <a id="GridView1_HyperLink1_{place}" '
            f'href="{_show(item)}" target="_blank">{item.title}</a>\n</td>{when}\n</tr>'
        )
    return (
        '<div>\n<table cellspacing="0" border="0" id="GridView1" style="width:100%;border-collapse:collapse;">\n'
        f"{rows}{_post_back_pager(2)}\n</table>\n</div>"
    )


def _asp_net_pager(total: int) -> str:
    return (
        f'<div id="AspNetPager1" class="paginator">共{total}条记录&nbsp;当前第1/1页&nbsp;'
        '<a disabled="disabled">首页</a>&nbsp;<a disabled="disabled">上一页</a>&nbsp;'
        '<a disabled="disabled">下一页</a></div>'
    )


def _clocked(made: tuple[Item, ...]) -> str:
    return _grid(made, " 0:00:00")


def _repeater(made: tuple[Item, ...]) -> str:
    rows = ""
    for item in made:
        link = f'<a href="{_show(item)}" title="{item.title}">{item.title}</a>'
        day = f'<span class="date">[{item.day:%Y-%m-%d}]</span>' if item.day else ""
        rows += f"<li>{day}{link}{'' if day else f' <em>点击：{item.number % 700}</em>'}</li>\n"
    return f'<ul class="newslist">\n{rows}</ul>\n{_asp_net_pager(len(made))}'


def _cards(made: tuple[Item, ...]) -> str:
    cells = "".join(
        f'<td><div class="pic"><a href="{_show(item)}">'
        f'<img src="upload/s_{item.number}.jpg" width="160" border="0" /></a></div>'
        f'<div class="txt"><a href="{_show(item)}">{item.title}</a><br />{item.day:%Y-%m-%d}</div></td>'
        for item in made
        if item.day
    )
    table = f'<table id="DataList1" cellspacing="0" border="0" style="width:100%;">\n<tr>\n{cells}</tr>\n</table>'
    return table + _asp_net_pager(len(made))


def _documents(made: tuple[Item, ...]) -> str:
    """Documents by number: the template has no column for days."""
    rows = "".join(
        f'<tr><td align="center">{place}</td><td><a href="{_show(item)}">{item.title}</a></td>'
        f"<td>石教体〔{2021 + place}〕{item.number % 90}号</td></tr>"
        for place, item in enumerate(made, 1)
    )
    head = '<tr><th scope="col">序号</th><th scope="col">文件名称</th><th scope="col">文号</th></tr>'
    return f'<div><table class="tab" cellspacing="0" rules="all" border="1" id="GridView1">{head}{rows}</table></div>'


def _dated(cid: int, name: str, topic: str, days: list[int | None], **given: object) -> Column:
    form = given.pop("form", _grid)
    made = items("石门区", topic, days, first=cid * 100)
    return Column(name, _address(cid), form(made), made, **given)  # type: ignore[operator,arg-type]


def _undated(cid: int, name: str, topic: str, printed: int | None, **given: object) -> Column:
    form = given.pop("form", _grid)
    made = items("石门区", topic, [None] * 4, first=cid * 100, printed=printed)
    return Column(name, _address(cid), form(made), made, ("column-undated",), **given)  # type: ignore[operator,arg-type]


def _empty(cid: int, name: str, main: str) -> Column:
    return Column(name, _address(cid), main, faults=("column-empty",), group="信息公开")


def _news() -> list[Column]:
    about, news = "机构概况", "新闻动态"
    duties = f'<div class="con">{words("石门区教育体育局机构职能")}</div>'
    rooms = "".join(
        f'<li><a href="Show.aspx?id=92{n}">{name}</a></li>'
        for n, name in enumerate(("办公室", "基础教育股", "体卫艺股"))
    )
    return [
        Column("机构职能", _address(1), duties, group=about),
        Column("领导之窗", _address(2), _LEADERS, group=about),
        Column("内设机构", _address(3), f'<ul class="newslist">{rooms}</ul>', group=about),
        _dated(101, "工作动态", "校园安全", [-9, 3, 5, 16], form=_clocked, group=news),
        _dated(102, "基层动态", "阳光体育", [40, 52, 77], faults=("column-stale",), group=news),
        _dated(103, "图片新闻", "中小学生运动会", [12, 20, 33], form=_cards, faults=("column-expiring",), group=news),
        _undated(104, "媒体聚焦", "课后服务", 30, form=_repeater, group=news),
    ]


def _open() -> list[Column]:
    group = "信息公开"
    head = '<tr class="head"><th scope="col">序号</th><th scope="col">标题</th><th scope="col">发布日期</th></tr>'
    reports = tuple(
        Item(20600 + place, f"石门区教育体育局{2025 - place}年政府信息公开工作年度报告", *[ago(300 + 365 * place)] * 2)
        for place in range(3)
    )
    return [
        _dated(
            201, "通知公告", "教师资格认定", [175, 190, 222], form=_repeater, faults=("column-expiring",), group=group
        ),
        _dated(202, "公示公告", "优秀教师评选", [8, 60, 160], group=group),
        _empty(203, "财政预决算", "<div>\n\n</div>"),  # a GridView without rows
        _undated(204, "人事信息", "教师岗位聘用", None, group=group),
        _dated(205, "规划计划", "教育事业发展", [500, 610, 940], faults=("column-stale",), group=group),
        Column("政府信息公开年报", _address(206), _grid(reports), reports, group=group),
        _empty(
            207,
            "义务教育招生",
            f'<div><table class="tab" cellspacing="0" border="1" id="GridView1">{head}</table></div>',
        ),
        _empty(
            208, "行政执法", '<div>\n<table id="GridView1"><tr><td colspan="3">暂无数据！</td></tr>\n</table>\n</div>'
        ),
        _empty(
            209,
            "双随机一公开",
            '<table id="DataList1" cellspacing="0" border="0" style="width:100%;border-collapse:collapse;">\n</table>\n'
            f"{_asp_net_pager(0).replace('1/1', '0/0')}",
        ),
        _empty(
            210,
            "安全生产",
            '<ul class="newslist">\n</ul>\n<span id="lblMsg" style="color:Red;">该栏目下没有信息</span>',
        ),
        _dated(211, "建议提案", "体育场馆开放", [100, 101, 420], form=_repeater, group=group),
        Column("教育统计", _address(212), _CHART, group=group),
    ]


def _rest() -> list[Column]:
    law, service, talk = "政策法规", "办事服务", "互动交流"
    guides = tuple(
        Item(40100 + place, title, None, None)
        for place, title in enumerate(("教师资格认定办事指南", "民办学校设立审批办事指南", "体育类社团登记办事指南"))
    )
    forms = tuple(
        Item(40200 + place, title, None, None)
        for place, title in enumerate(("转学申请表", "困难学生资助申请表", "体育场地使用登记表"))
    )
    asked = (
        Item(50200, "石门区教育体育局关于调整学区划分方案的意见征集", ago(4), ago(4)),
        Item(50201, "关于校服选用管理办法公开征求意见", ago(90), ago(90)),
    )
    rows = "".join(
        f'<tr><td><a href="{_show(item)}">{item.title}</a></td><td>{item.day:%Y-%m-%d}至2026-12-{10 + place}</td></tr>'
        for place, item in enumerate(asked)
    )
    return [
        _dated(301, "政策文件", "校外培训治理", [190, 300, 402], faults=("column-stale",), group=law),
        _dated(302, "政策解读", "双减政策", [20, 88, 270], form=_clocked, group=law),
        _undated(303, "规范性文件", "民办教育管理", None, form=_documents, group=law),
        _undated(304, "教研动态", "课堂教学改革", None, form=_repeater, group=law),
        Column("办事指南", _address(401), _grid(guides), guides, group=service),
        Column("表格下载", _address(402), _grid(forms), forms, group=service),
        Column("局长信箱", _address(501), _LETTERS, group=talk),
        Column("意见征集", _address(502), f'<table id="GridView1" width="100%">{rows}</table>', asked, group=talk),
        _dated(601, "往期专题", "教育系统主题教育", [900, 930, 1001], group="专题专栏"),
    ]


def _columns() -> list[Column]:
    return _news() + _open() + _rest()


def _groups(columns: list[Column]) -> dict[str, list[Column]]:
    groups: dict[str, list[Column]] = {}
    for column in columns:
        groups.setdefault(column.group, []).append(column)
    return groups


def _menu(groups: dict[str, list[Column]]) -> str:
    cells = "".join(
        f'<td class="nav"><a href="{inside[0].path.lstrip("/")}">{name}</a></td>' for name, inside in groups.items()
    )
    home = '<td class="nav"><a href="Default.aspx">首页</a></td>'
    return f'<table width="1000" class="navbg"><tr>{home}{cells}</tr></table>'


def _page(title: str, action: str, menu: str, body: str) -> bytes:
    return f"""\ufeff
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head id="Head1"><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>
	{title}
</title><link href="css/style.css" rel="stylesheet" type="text/css" />
<script src="js/jquery-1.4.2.min.js" type="text/javascript"></script></head>
<body>
    <form name="form1" method="post" action="{action}" id="form1">
<div>
<input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" />
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="{_STATE}" />
</div>
<script type="text/javascript">
//<![CDATA[
var theForm = document.forms['form1'];
function __doPostBack(eventTarget, eventArgument) {{
    if (!theForm.onsubmit || (theForm.onsubmit() != false)) {{
        theForm.__EVENTTARGET.value = eventTarget; theForm.submit(); }}
}}
//]]>
</script>
<table width="1000" border="0" align="center" cellpadding="0" cellspacing="0">
<tr><td><img src="images/top.jpg" alt="" /></td></tr>
<tr><td class="date"><script type="text/javascript" src="js/date.js"></script></td></tr></table>
{menu}
{body}
<table width="1000" class="foot" align="center">
<tr><td align="center">主办单位：{_NAME} 地址：石门区文教路18号 网站标识码：9901210001</td></tr></table>
    </form>
</body>
</html>""".encode()


def _body(column: Column, groups: dict[str, list[Column]], inner: str) -> str:
    side = "".join(
        f'<tr><td height="28" class="leftmenu"><a href="{one.path.lstrip("/")}">{one.name}</a></td></tr>'
        for one in groups[column.group]
    )
    return f"""<table width="1000" border="0" align="center" cellpadding="0" cellspacing="0"><tr>
<td width="220" valign="top"><table width="100%"><tr><td class="lefttitle">{column.group}</td></tr>{side}</table></td>
<td width="10"></td>
<td valign="top"><table width="100%">
<tr><td class="weizhi">您当前的位置：<a href="Default.aspx">首页</a> &gt;&gt; {column.group} &gt;&gt;
<span id="lblClass">{column.name}</span></td></tr>
<tr><td valign="top" class="content">
{inner}
</td></tr></table></td></tr></table>"""


def portal() -> SeededPortal:
    columns = _columns()
    groups = _groups(columns)
    menu = _menu(groups)
    home = _page(_NAME, "Default.aspx", menu, _home(columns))
    pages = {"/": home, "/Default.aspx": home}
    for column in columns:
        body = _body(column, groups, column.main)
        pages[column.path] = _page(f"{_NAME}-{column.name}", column.path.lstrip("/"), menu, body)
        for item in column.items:
            inner = _article(item)
            pages[f"/{_show(item)}"] = _page(_NAME, _show(item), menu, _body(column, groups, inner))
    for number, name in ((9101, "王建国"), (9102, "李秀兰"), (920, "办公室"), (921, "基础教育股"), (922, "体卫艺股")):
        about = Item(number, name, None, None)
        pages[f"/{_show(about)}"] = _page(_NAME, _show(about), menu, _body(columns[1], groups, _article(about)))
    faults = {(fault, column.path) for column in columns for fault in column.faults}
    faults.add(("date-future", "/Show.aspx?id=10100"))
    traps = (*(column.path for column in columns if not column.faults), "/Show.aspx?id=50200", "/Show.aspx?id=20200")
    return SeededPortal(_HOST, _NAME, "department", pages, frozenset(faults), traps=traps)


def _article(item: Item) -> str:
    when = f"{item.printed.year}/{item.printed.month}/{item.printed.day} 10:12:33" if item.printed else ""
    line = f"发布时间：{when}" if when else "作者：管理员"
    later = "<p>　　公示期至2026年12月8日止，届时将于2026年12月12日召开会议。</p>" if item.number == 20200 else ""
    return (
        f'<div class="title"><span id="lblTitle">{item.title}</span></div>\n'
        f'<div class="info"><span id="lblInfo">{line}</span>&nbsp;&nbsp;浏览次数：'
        f'<span id="lblHits">{item.number % 500}</span>次</div>\n'
        f'<div class="neirong"><span id="lblContent">{words(item.title)}{later}</span></div>'
    )


def _home(columns: list[Column]) -> str:
    shown = [column for column in columns if column.name in ("工作动态", "通知公告", "公示公告", "政策解读")]
    boxes = "".join(
        f'<td valign="top"><table width="100%"><tr><td class="bt">{column.name}</td>'
        f'<td align="right"><a href="{column.path.lstrip("/")}">'
        '<img src="images/more.gif" border="0" alt="更多" /></a></td></tr>'
        f'<tr><td colspan="2">{_short(column.items)}</td></tr></table></td>'
        for column in shown
    )
    return f'<table width="1000" align="center"><tr>{boxes}</tr></table>'


def _short(made: tuple[Item, ...]) -> str:
    rows = "".join(
        f'<tr><td><a href="{_show(item)}" title="{item.title}">{item.title[:16]}</a></td>'
        f"<td>[{item.day:%m-%d}]</td></tr>"
        for item in made
        if item.day
    )
    return f"<table>{rows}</table>"
