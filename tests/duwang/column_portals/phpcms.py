"""A county's portal in the manner of PHPCMS v9: query addresses, GBK, `ul.list`, a ranking beside every list."""

from tests.duwang.column_portals.seeded import Column, Item, SeededPortal, ago, items, words

_HOST = "www.qingxi.example"
_NAME = "青溪县人民政府"
_FUTURE = 2100
_SCRIPTED = """<ul class="list lh24 f14" id="hygq"></ul>
<script type="text/javascript">
$.getJSON("/api.php?op=meeting&catid=34", function(d){ $.each(d, function(i, n){ $("#hygq").append(n.html); }); });
</script>"""
_LETTERS = """<table class="xjlist" width="100%"><tr><th>编号</th><th>信件标题</th><th>来信时间</th><th>状态</th></tr>
<tr><td>3021</td><td>咨询城东路灯何时修复</td><td>2025-06-03</td><td>已回复</td></tr>
<tr><td>3019</td><td>反映自来水水压不足</td><td>2025-05-21</td><td>已回复</td></tr></table>"""
_APPLY = """<form action="/index.php?m=formguide&c=index&a=show&formid=3" method="post"><table class="table_form">
<tr><th>姓名</th><td><input name="info[name]" type="text"></td></tr>
<tr><th>所需信息内容</th><td><textarea name="info[content]"></textarea></td></tr></table>
<input type="submit" value=" 提交 "></form>"""


def _address(catid: int) -> str:
    return f"/index.php?m=content&c=index&a=lists&catid={catid}"


def _article_address(catid: int, item: Item) -> str:
    return f"/index.php?m=content&c=index&a=show&catid={catid}&id={item.number}"


def _pager(catid: int, total: int) -> str:
    address = _address(catid)
    return (
        f'<div id="pages" class="text-c"><a class="a1">{total}条</a> <a href="{address}&page=1" class="a1">上一页</a>'
        f' <span>1</span> <a href="{address}&page=1" class="a1">下一页</a></div>'
    )


def _row(catid: int, item: Item) -> str:
    date = f'<span class="rt">{item.day} {8 + item.number % 9:02}:{item.number % 60:02}:17</span>' if item.day else ""
    return f'<li>{date}·<a href="{_article_address(catid, item)}" target="_blank" >{item.title}</a></li>\n'


def _list(catid: int, made: tuple[Item, ...]) -> str:
    rows = [_row(catid, item) for item in made]
    rows.insert(3, '<li class="bk20 hr"></li>\n')  # the template draws a line after some rows
    return f'<ul class="list lh24 f14">\n{"".join(rows)}</ul>\n{_pager(catid, len(made))}'


def _cards(catid: int, made: tuple[Item, ...]) -> str:
    cells = "".join(
        f'<li>\n<div class="img-wrap"><a href="{_article_address(catid, item)}" target="_blank">'
        f'<img src="/uploadfile/thumb_{item.number}.jpg" width="180" height="120" alt="{item.title}" /></a></div>'
        f'<a href="{_article_address(catid, item)}" target="_blank" title="{item.title}">{item.title[:14]}</a>'
        f"{f'<p>{item.day:%Y-%m-%d}</p>' if item.day else ''}</li>\n"
        for item in made
    )
    return f'<ul class="photo-list picbig">\n{cells}</ul>\n{_pager(catid, len(made))}'


def _dated(catid: int, name: str, topic: str, days: list[int | None], **given: object) -> Column:
    made = items("青溪县", topic, days, first=catid * 100)
    return Column(name, _address(catid), _list(catid, made), made, **given)  # type: ignore[arg-type]


def _undated(catid: int, name: str, topic: str, count: int, *, printed: int | None, **given: object) -> Column:
    made = items("青溪县", topic, [None] * count, first=catid * 100, printed=printed)
    form = _cards if given.pop("cards", False) else _list
    return Column(name, _address(catid), form(catid, made), made, **given)  # type: ignore[arg-type]


def _empty(catid: int, name: str, main: str, group: str) -> Column:
    return Column(name, _address(catid), main, faults=("column-empty",), group=group)


def _news() -> list[Column]:
    group = "政务动态"
    pinned = _dated(9, "青溪要闻", "秋冬种植", [210, 1, 2, 4], group=group)
    film = items("青溪县", "文旅融合", [3, 9, 20], first=1300)
    return [
        pinned,
        _dated(10, "乡镇动态", "人居环境整治", [23, 30, 41, 55], faults=("column-stale",), group=group),
        _dated(11, "部门动态", "数字政务", [10, 12, 25, 31], faults=("column-expiring",), group=group),
        _undated(12, "图片新闻", "全民健身", 4, printed=2, cards=True, faults=("column-undated",), group=group),
        Column("视频新闻", _address(13), _cards(13, film), film, group=group),
    ]


def _open() -> list[Column]:
    group = "政务公开"
    notices = items("青溪县", "森林防火", [-6, 2, 6, 8, 30, 45], first=2100)
    asked = (
        Item(2601, "青溪县2025年度财政决算公开", None, None),
        Item(2602, "青溪县2026年部门预算公开汇总", None, None),
        Item(2603, "青溪县2025年“三公”经费支出情况", None, None),
    )
    reports = tuple(
        Item(3100 + year, f"青溪县{year}年政府信息公开工作年度报告", *[ago(240 + 365 * (2025 - year))] * 2)
        for year in (2025, 2024, 2023)
    )
    return [
        Column("通知公告", _address(21), _list(21, notices), notices, group=group),
        _dated(22, "政策文件", "招商引资", [231, 260, 301], faults=("column-stale",), group=group),
        _dated(23, "政策解读", "高龄津贴", [176, 201, 280], faults=("column-expiring",), group=group),
        _empty(24, "人事任免", '<ul class="list lh24 f14">\n</ul>\n<div id="pages" class="text-c"></div>', group),
        _dated(25, "规划计划", "综合交通", [300, 420, 700], group=group),
        Column("财政预决算", _address(26), _list(26, asked), asked, ("column-undated",), group),
        _empty(27, "行政处罚", '<ul class="list lh24 f14">\n<li>暂无信息！</li>\n</ul>', group),
        _empty(28, "政府采购", f'<ul class="list lh24 f14">\n        </ul>\n{_pager(28, 0)}', group),
        _dated(29, "重大建设项目", "城乡供水一体化", [421, 450, 512], faults=("column-stale",), group=group),
        _empty(
            30, "审计公告", '<div class="nodata"><img src="/statics/images/nodata.png"><p>暂无数据</p></div>', group
        ),
        Column("政府信息公开年报", _address(31), _list(31, reports), reports, group=group),
        Column("政府信息公开指南", _address(32), f'<div class="content">{words("信息公开指南")}</div>', group=group),
        Column("依申请公开", _address(33), _APPLY, group=group),
        Column("常务会议", _address(34), _SCRIPTED, group=group),
    ]


def _rest() -> list[Column]:
    talk, known = "政民互动", "走进青溪"
    drafts = tuple(
        Item(4200 + place, f"关于公开征求《青溪县{name}（征求意见稿）》意见的公告", ago(age), ago(age))
        for place, (name, age) in enumerate((("停车管理办法", 12), ("养犬管理规定", 70)))
    )
    open_ = "".join(
        f'<li><span class="rt">截止时间：{ago(-20 + 70 * place)}</span>·'
        f'<a href="{_article_address(42, item)}">{item.title}</a></li>\n'
        for place, item in enumerate(drafts)
    )
    asked = tuple(
        Item(4400 + place, title, None, None)
        for place, title in enumerate(("身份证丢失如何补办？", "老年优待证在哪里办理？", "新生儿落户需要什么材料？"))
    )
    return [
        Column("县长信箱", _address(41), _LETTERS, group=talk),
        Column("意见征集", _address(42), f'<ul class="list lh24 f14">\n{open_}</ul>', drafts, group=talk),
        _empty(43, "在线访谈", '<div class="ftlist"></div>\n<div id="pages" class="text-c"></div>', talk),
        Column("常见问题", _address(44), _list(44, asked), asked, group=talk),
        Column("县情概况", _address(51), f'<div class="content">{words("青溪县基本情况")}</div>', group=known),
        _undated(52, "乡镇风貌", "古镇老街", 3, printed=None, cards=True, group=known),
        _undated(53, "招考录用", "事业单位招聘", 4, printed=None, faults=("column-undated",), group=known),
        _undated(54, "义务教育", "义务教育阶段入学", 3, printed=40, faults=("column-undated",), group=known),
    ]


def _columns() -> list[Column]:
    return _news() + _open() + _rest()


def _menu(columns: list[Column]) -> str:
    groups: dict[str, list[Column]] = {}
    for column in columns:
        groups.setdefault(column.group, []).append(column)
    made = ""
    for name, inside in groups.items():
        head = _address(20) if name == "政务公开" else "javascript:;"
        below = "".join(f'<li><a href="{one.path}">{one.name}</a></li>' for one in inside)
        made += f'<li class="line">|</li><li><a href="{head}"><span>{name}</span></a><ul class="sub">{below}</ul></li>'
    home = '<li><a href="/"><span>首页</span></a></li>'
    return f'<div class="nav-bar"><map><ul class="nav-site">{home}{made}</ul></map></div>'


def _ranking(made: tuple[Item, ...]) -> str:
    """The site's most read, as the default template ranks them: with clicks, without days."""
    rows = "".join(
        f'<li><span>{item.number * 3}</span><a href="{_article_address(9, item)}" target="_blank" class="title"'
        f' title="{item.title}">{item.title[:12]}</a></li>'
        for item in made
    )
    return (
        f'<div class="box"><h5 class="title-2">频道总排行</h5><ul class="content digg">{rows}</ul></div>'
        '<div class="bk10"></div><div class="box"><h5 class="title-2">频道本月排行</h5>'
        '<ul class="content rank"></ul></div>'
    )


def _page(title: str, menu: str, body: str, column: str = "") -> bytes:
    metas = f'<meta name="ColumnName" content="{column}" />\n' if column else ""
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=gbk" />
<title>{title}</title>
<meta name="SiteName" content="{_NAME}" />
{metas}<link href="/statics/css/reset.css" rel="stylesheet" type="text/css" />
<script type="text/javascript" src="/statics/js/jquery.min.js"></script>
</head>
<body>
<div class="body-top"><div class="content"><div class="login lh24 blue">
<a href="/index.php?m=content&c=rss" class="rt">rss</a>
<script type="text/javascript">
document.write('<iframe src="/index.php?m=member&c=index&a=mini" height="24"></iframe>')
</script>
</div></div></div>
<div class="header"><div class="logo"><a href="/"><img src="/statics/images/logo.jpg" alt="{_NAME}" /></a></div>
<div class="search"><form action="/index.php"><input type="text" name="q" />
<input type="submit" value="搜 索" /></form></div>
{menu}</div>
{body}
<div class="footer"><p class="info">主办：{_NAME}办公室 网站标识码：9901210001</p></div>
</body></html>""".encode("gbk")


def portal() -> SeededPortal:
    columns = _columns()
    menu = _menu(columns)
    hot = columns[0].items
    pages = {"/": _page(_NAME, menu, _home(columns)), _address(20): _hub(columns, menu)}
    for column in columns:
        crumb = (
            f'<div class="crumbs"><a href="/">首页</a><span> &gt; </span><a href="#">{column.group}</a> &gt; '
            f'<a href="{column.path}">{column.name}</a> &gt;  列表</div>'
        )
        body = (
            f'<!--main-->\n<div class="main">\n<div class="col-left">\n{crumb}\n{column.main}\n</div>\n'
            f'<div class="col-auto">\n{_ranking(hot)}\n</div>\n</div>'
        )
        pages[column.path] = _page(f"{column.name} - {column.group} - {_NAME}", menu, body, column.name)
        for item in column.items:
            pages[column.path.replace("a=lists", "a=show") + f"&id={item.number}"] = _article(item, crumb, menu, hot)
    faults = {(fault, column.path) for column in columns for fault in column.faults}
    faults.add(("date-future", f"/index.php?m=content&c=index&a=show&catid=21&id={_FUTURE}"))
    traps = (_address(20), *(column.path for column in columns if not column.faults), *_article_traps())
    return SeededPortal(_HOST, _NAME, "county", pages, frozenset(faults), traps=traps)


def _article_traps() -> tuple[str, ...]:
    """Articles that tell of days to come."""
    return tuple(f"/index.php?m=content&c=index&a=show&catid=42&id={number}" for number in (4200, 4201))


def _article(item: Item, crumb: str, menu: str, hot: tuple[Item, ...]) -> bytes:
    when = f"{item.printed} 09:{item.number % 60:02}:17" if item.printed else ""
    extra = (
        "<p>　　意见反馈截止时间为2026年12月10日，座谈会定于2026年12月18日召开。</p>"
        if item.number // 100 == 42
        else ""
    )
    body = f"""<!--main-->
<div class="main"><div class="col-left">{crumb}
<div id="Article">
<h1>{item.title}<br />
<span>{when}&nbsp;&nbsp;&nbsp;来源：县政府办&nbsp;&nbsp;&nbsp;点击：</span><span id="hits"></span></h1>
<div class="content">{words(item.title)}{extra}</div>
<p class="f14"><strong>上一篇：</strong>没有了<br /><strong>下一篇：</strong>没有了</p>
</div></div>
<div class="col-auto">{_ranking(hot)}</div></div>"""
    return _page(f"{item.title} - {_NAME}", menu, body)


def _boxes(columns: list[Column]) -> str:
    return "".join(
        f'<div class="box cat-area"><h5 class="title-1">{column.name}'
        f'<a href="{column.path}" class="more">更多&gt;&gt;</a></h5>'
        f'<div class="content"><ul class="list lh24 f14">'
        f"{''.join(_row(int(column.path.rpartition('=')[2]), item) for item in column.items[:3])}</ul></div></div>\n"
        for column in columns
    )


def _hub(columns: list[Column], menu: str) -> bytes:
    shown = [column for column in columns if column.group == "政务公开" and "catid=3" not in column.path]
    body = (
        '<div class="main"><div class="col-left"><div class="crumbs"><a href="/">首页</a><span> &gt; </span>'
        f'<a href="{_address(20)}">政务公开</a> &gt; </div>\n{_boxes(shown)}</div></div>'
    )
    return _page(f"政务公开 - {_NAME}", menu, body, "政务公开")


def _home(columns: list[Column]) -> str:
    shown = [column for column in columns if column.name in ("青溪要闻", "部门动态", "通知公告", "政策文件")]
    return f'<div class="main"><div class="col-left">{_boxes(shown)}</div></div>'
