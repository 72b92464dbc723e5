"""A county's portal of plain JSP pages: tables, dates in brackets before titles, year groups, documents in rows."""

from tests.duwang.column_portals.seeded import Column, Item, SeededPortal, ago, items, words

_HOST = "www.qingze.example"
_PLACE = "青泽县"
_SITE = "青泽县人民政府"


def _address(item: Item) -> str:
    return f"/site/show.jsp?id={70000 + item.number}"


def _link(item: Item) -> str:
    return f"<a href='{_address(item)}' target=_blank title='{item.title}'>{item.title}</a>"


def _rows(entries: tuple[Item, ...], form: str = "[%Y-%m-%d]") -> str:
    """A row an item: a dot, the date in brackets, the title."""
    lines = "".join(
        f"<tr><td width=10><img src=/images/dot.gif></td>"
        f"<td height=26>{format(e.day, form) if e.day else ''} {_link(e)}</td></tr>"
        for e in entries
    )
    pager = f"<p align=center>共{len(entries)}条 第1/1页 首页 上页 下页 末页</p>"
    return f"<table width=100% border=0 cellspacing=0>{lines}</table>{pager}"


def _boxes(entries: tuple[Item, ...]) -> str:
    lines = "".join(
        f"<li><div class=rq><b>{e.day:%d}</b><i>{e.day:%Y-%m}</i></div>"
        f"<div class=wz>{_link(e)}<p>{e.title}……</p></div></li>"
        for e in entries
        if e.day
    )
    return f"<ul class=rqlist>{lines}</ul>"


def _documents(entries: tuple[Item, ...]) -> str:
    lines = "".join(
        f"<tr><td>{n}</td><td>{_link(e)}</td><td>青政发〔{e.day.year}〕{9 - n}号</td><td>{e.day}</td></tr>"
        for n, e in enumerate(entries, start=1)
        if e.day
    )
    return f"<table class=wjlist><tr><th>序号</th><th>标题</th><th>文号</th><th>发布日期</th></tr>{lines}</table>"


def _years(entries: tuple[Item, ...]) -> str:
    """Groups under a year's heading, with month and day on the lines."""
    groups = ""
    for year in sorted({e.day.year for e in entries if e.day}, reverse=True):
        lines = "".join(
            f"<li>{_link(e)}<span>{e.day:%m-%d}</span></li>" for e in entries if e.day and e.day.year == year
        )
        groups += f"<div class=acc><h4 onclick='fold(this)'>{year}年</h4><ul>{lines}</ul></div>"
    return groups


def _terms(entries: tuple[Item, ...]) -> str:
    return "".join(f"<dl><dt>2026年</dt><dd>{_link(e)}</dd></dl>" for e in entries)


def _panes(entries: tuple[Item, ...]) -> str:
    """Three panes, of which the last is bare."""
    lines = "".join(f"<li><em>{e.day:%Y.%m.%d}</em>{_link(e)}</li>" for e in entries if e.day)
    heads = "".join(f"<li class=tab>{name}</li>" for name in ("文字解读", "图片解读", "视频解读"))
    return f"<ul class=tabs>{heads}</ul><div class=pane><ul>{lines}</ul></div><div class=pane><ul></ul></div>"


def _two(entries: tuple[Item, ...]) -> str:
    cells = [f"<td>◇{_link(e)}</td>" for e in entries]
    return (
        "<table width=100%>"
        + "".join(f"<tr>{''.join(cells[i : i + 2])}</tr>" for i in range(0, len(cells), 2))
        + "</table>"
    )


def _chinese(entries: tuple[Item, ...]) -> str:
    numerals = "〇一二三四五六七八九"
    small = ("", *"一二三四五六七八九", "十", "十一", "十二")
    return (
        "<ul>"
        + "".join(
            f"<li>{_link(e)}（{''.join(numerals[int(digit)] for digit in str(e.day.year))}年"
            f"{small[e.day.month]}月）</li>"
            for e in entries
            if e.day
        )
        + "</ul>"
    )


def _period(entries: tuple[Item, ...]) -> str:
    return (
        "<ul>"
        + "".join(f"<li>{_link(e)}<p>征集时间：{e.day} 至 {ago(-30)}　状态：征集中</p></li>" for e in entries)
        + "</ul>"
    )


_GROUPS = {"政务公开": 2, "重点领域": 3, "互动交流": 4}


def _columns() -> tuple[Column, ...]:
    made: list[Column] = []

    def add(name: str, main: str, entries: tuple[Item, ...] = (), fault: str = "", group: str = "") -> None:
        path = f"/site/col.jsp?cid={101 + len(made)}"
        made.append(Column(name, path, main, entries, (fault,) if fault else (), group))

    def lists(
        name: str, days: tuple[int | None, ...], draw: object, fault: str = "", group: str = "", **more: int
    ) -> None:
        entries = items(_PLACE, name, days, first=len(made) * 10, **more)
        add(name, draw(entries), entries, fault, group)  # type: ignore[operator]

    lists("青泽要闻", (0, 1, 2, 4), _rows)
    lists("乡镇动态", (28, 33, 40), _boxes, "column-stale")
    lists(
        "通知公告",
        (30, 50, 70),
        lambda e: f"<form action=col.jsp>标题：<input name=k><input type=submit value=搜索></form>{_rows(e)}",
    )
    lists("规范性文件", (20, 120, 400), _documents, group="政务公开")
    lists("政策文件", (210, 300, 420), _documents, "column-stale", "政务公开")
    lists("政策解读", (21, 80, 130), _panes, group="政务公开")
    lists("人事任免", (280, 300, 500, 530), _years, group="政务公开")
    lists("规划计划", (690, 700, 1010), _years, "column-stale", "政务公开")
    lists("财政预决算", (None,) * 4, _terms, "column-undated", "政务公开")
    add(
        "行政许可",
        "<table class=wjlist><tr><th>序号</th><th>许可事项</th><th>申请人</th><th>决定日期</th></tr></table>",
        fault="column-empty",
        group="重点领域",
    )
    add(
        "行政处罚",
        "<table class=wjlist><tr><th>文书号</th><th>案由</th><th>日期</th></tr>"
        "<tr><td colspan=3 align=center>暂无数据</td></tr></table>",
        fault="column-empty",
        group="重点领域",
    )
    add(
        "审计监督",
        "<table width=100%></table><p align=center>共0条 第1/1页 首页 上页 下页 末页</p>",
        fault="column-empty",
        group="重点领域",
    )
    add("环境保护", "<p>没有相关内容</p>", fault="column-empty", group="重点领域")
    add(
        "食品药品",
        "<div class=nr><font color=red>该栏目下暂无文章！</font></div>",
        fault="column-empty",
        group="重点领域",
    )
    add(
        "医疗保障",
        "<table width=100% height=400><tr><td valign=top>&nbsp;</td></tr></table>",
        fault="column-empty",
        group="重点领域",
    )
    lists("涉农补贴", (None,) * 4, _two, "column-undated", "重点领域")
    lists("教育信息", (None,) * 3, _rows, "column-undated", "重点领域")
    lists("就业创业", (None,) * 3, _rows, "column-undated", "重点领域", printed=14)
    lists("住房保障", (362, 380), _rows, "column-expiring", "重点领域")
    lists("价格信息", (359, 400, 440), lambda e: _rows(e, "%Y年%m月%d日"), "column-expiring", "重点领域")
    lists("应急管理", (-46, 400, 450), _rows, "column-stale", "重点领域")
    lists("部门动态", (-30, 2, 5), _rows)
    lists("意见征集", (10, 12), _period, group="互动交流")
    lists(
        "公共资源交易",
        (3, 8),
        lambda e: _rows(e).replace("</td></tr>", f"　开标时间：{ago(-13)}</td></tr>"),
        group="重点领域",
    )
    lists("重大项目", (18, 60), lambda e: _rows(e, "%-m/%-d/%Y"), group="重点领域")
    lists("老年教育", (20, 50, 81), _chinese, group="重点领域")
    lists("往期公报", (900, 1000), _rows)
    add(
        "县长信箱",
        "<form action=save.jsp><p>标题<input name=t></p><p>内容<textarea name=c></textarea></p>"
        "<input type=submit value=提交></form>",
        group="互动交流",
    )
    add("领导之窗", _LEADERS)
    add("内设机构", _OFFICES)
    add("县情概况", f"<h3>青泽概况</h3>{words('青泽县')}{words('县情')}")
    add("政府信息公开指南", f"<h3>青泽县政府信息公开指南</h3>{words('信息公开')}", group="政务公开")
    add(
        "依申请公开",
        "<p><a href=/files/sqb.doc>申请表下载</a></p>"
        "<form action=apply.jsp><input name=n><input type=submit value=申请></form>",
        group="政务公开",
    )
    add("双随机一公开", "<p>本季度无双随机抽查任务。</p>", group="重点领域")
    add("养老服务", "<p>本栏目为新建栏目，开设时间：2026年10月。暂无信息。</p>", group="重点领域")
    add(
        "办事大厅",
        "<ul class=icon>"
        + "".join(
            f"<li><a href=/site/hall.jsp?t={n}><img src=/i/{n}.png>{t}</a></li>"
            for n, t in enumerate(("个人办事", "法人办事", "部门窗口"))
        )
        + "</ul>",
    )
    add(
        "统计图表",
        "<div id=chart style='height:400px'></div><script src=/js/echarts.js></script>"
        "<script>draw('chart','/site/data.jsp')</script>",
    )
    add("网站地图", "")
    for group in _GROUPS:
        add(group, "")
    return tuple(made)


_LEADERS = (
    "<table><tr>"
    + "".join(
        f"<td align=center><img src=/l/{n}.jpg><br>{t}</td>"
        for n, t in enumerate(("县长 方知远", "副县长 柳又青", "副县长 季一凡"))
    )
    + "</tr></table>"
)
_OFFICES = (
    "<ul>"
    + "".join(f"<li>{t}　电话：0999-123450{n}</li>" for n, t in enumerate(("办公室", "秘书一科", "秘书二科", "督查科")))
    + "</ul>"
)


def _page(title: str, crumb: str, main: str, columns: tuple[Column, ...], group: str = "") -> bytes:
    menu = "".join(f"<td align=center><a href='{c.path}'>{c.name}</a></td>" for c in columns if not c.group)
    left = "".join(f"<tr><td><a href='{c.path}'>{c.name}</a></td></tr>" for c in columns if group and c.group == group)
    news = columns[0].items
    hot = "".join(f"<tr><td>·{_link(e)}</td><td>{e.day:%m-%d}</td></tr>" for e in news if e.day)
    return (
        f"<html><head><meta charset=utf-8><title>{title}</title></head><body>"
        f"<table width=1000 align=center><tr><td><img src=/images/top.jpg alt={_SITE}></td></tr></table>"
        f"<table width=1000 align=center bgcolor=#c00><tr><td><a href=/>首页</a></td>{menu}</tr></table>"
        f"<table width=1000 align=center><tr><td width=220 valign=top><table>{left}</table>"
        f"<table><tr><td colspan=2><b>本周热点</b></td></tr>{hot}</table></td>"
        f"<td valign=top><table width=100%><tr><td>您的位置：{crumb}</td></tr>"
        f"<tr><td>{main}</td></tr></table></td></tr></table>"
        f"<table width=1000 align=center><tr><td align=center>"
        f"主办：{_SITE}　网站标识码：9901210001</td></tr></table></body></html>"
    ).encode()


def _main(column: Column, columns: tuple[Column, ...]) -> str:
    """What a column's page shows: its own part, the columns below it, or the whole map."""
    if column.main:
        return column.main
    below = [c for c in columns if c.group == column.name] or [c for c in columns if c is not column]
    return "<ul>" + "".join(f"<li><a href='{c.path}'>{c.name}</a></li>" for c in below) + "</ul>"


def _article(item: Item, column: Column, columns: tuple[Column, ...]) -> bytes:
    date = f"发布时间：{item.printed}　" if item.printed else ""
    head = f"<h2 align=center>{item.title}</h2><p align=center>{date}来源：{_PLACE}政府办　【大 中 小】</p>"
    main = head + words(item.title)
    return _page(
        f"{item.title}-{_SITE}",
        f"<a href=/>首页</a> >> <a href='{column.path}'>{column.name}</a> >> 正文",
        main,
        columns,
    )


def _home(columns: tuple[Column, ...]) -> str:
    blocks = ""
    for column in (columns[0], columns[2], columns[4]):
        lines = "".join(f"<tr><td>[{e.day}] {_link(e)}</td></tr>" for e in column.items)
        blocks += (
            f"<table><tr><td><b>{column.name}</b></td><td><a href='{column.path}'>更多>></a></td></tr>{lines}</table>"
        )
    return blocks


def portal() -> SeededPortal:
    """The portal, its faults and its traps."""
    columns = _columns()
    pages = {"/": _page(_SITE, "首页", _home(columns), columns)}
    faults = {(check, column.path) for column in columns for check in column.faults}
    for column in columns:
        crumb = f"<a href=/>首页</a> >> <a href='{column.path}'>{column.name}</a>"
        pages[column.path] = _page(f"{column.name}-{_SITE}", crumb, _main(column, columns), columns, column.group)
        for item in column.items:
            pages[_address(item)] = _article(item, column, columns)
            if item.printed and item.printed > ago(0):
                faults.add(("date-future", _address(item)))
    traps = tuple(column.path for column in columns if not column.faults)
    return SeededPortal(_HOST, _SITE, "county", pages, frozenset(faults), traps=traps)
