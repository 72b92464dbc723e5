"""A county office's portal written by hand: GB2312, tables in tables, `list.asp?id=`, dates on either side."""

from dataclasses import replace

from tests.duwang.column_portals.seeded import Column, Item, SeededPortal, items, words

HOST, NAME, PLACE = "www.qinghe.example", "青河县人民政府办公室", "青河县"


def _address(item: Item) -> str:
    return f"/show.asp?id={item.number}"


def _path(number: int) -> str:
    return f"/list.asp?id={number}"


def _rows(made: tuple[Item, ...], form: str = "left") -> str:
    shapes = {
        "left": "<tr><td width=90 class=date>[{day:%Y-%m-%d}]</td><td><a href='{url}'>{title}</a></td></tr>",
        "corner": "<tr><td>・<a href='{url}' class=blue>{title}</a><font color=#999999>"
        "〔{day:%m-%d}〕</font></td></tr>",
        "slash": "<tr><td height=25><a href='{url}'>{title}</a></td><td align=right>"
        "{day.year}/{day.month}/{day.day}</td></tr>",
        "none": "<tr><td height=25 width=20><img src=images/dot.gif></td><td><a href='{url}' "
        "target=_blank>{title}</a></td></tr>",
        "paren": "<tr><td>◇ <a href='{url}'>{title}</a>（{day.year}年{day.month}月{day.day}日）</td></tr>",
        "clicks": "<tr><td><a href='{url}'>{title}</a> <font color=gray>（点击：{number}次）</font></td></tr>",
    }
    return "\n".join(
        shapes[form].format(day=item.day, url=_address(item).lstrip("/"), title=item.title, number=item.number)
        for item in made
    )


def _table(rows: str, total: int) -> str:
    return (
        f"<table width=95% border=0 cellpadding=0 cellspacing=0 align=center>{rows}</table>"
        f"<table width=95%><tr><td align=center>共 {total} 条记录 第 1/1 页 首页 上一页 下一页 尾页 转到<select>"
        f"<option>1</select></td></tr></table>"
    )


def _listed(name: str, number: int, topic: str, days: list[int | None], form: str, **given: object) -> Column:
    printed = given.pop("printed", None)
    made = items(PLACE, topic, days, first=number * 100, printed=printed)  # type: ignore[arg-type]
    return Column(name, _path(number), _table(_rows(made, form), len(made)), made, **given)  # type: ignore[arg-type]


def _columns() -> list[Column]:
    towns = "".join(
        f"<td align=center><a href='list.asp?id={60 + n}'>{town}</a></td>"
        for n, town in enumerate(("城关镇", "柳林镇", "石桥乡", "白云乡"))
    )
    leaders = "".join(
        f"<tr><td><a href='leader.asp?id={n}'><img src=images/l{n}.jpg width=90></a></td><td><a "
        f"href='leader.asp?id={n}'>{who}</a></td><td>{what}</td></tr>"
        for n, (who, what) in enumerate((("周立新", "县长"), ("吴海燕", "常务副县长"), ("郑国强", "副县长")), 1)
    )
    ways = "".join(
        f"<tr><td><img src=images/dot.gif> <a href='service.asp?id={n}'>{what}办理程序</a></td></tr>"
        for n, what in enumerate(("低保申请", "残疾证", "生育登记", "林木采伐许可", "农机购置补贴"), 1)
    )
    photos = "".join(
        f"<td><a href='photo.asp?id={n}'><img src=images/p{n}.jpg></a><br>{what}</td>"
        for n, what in enumerate(("青河夜景", "古桥", "油菜花海", "湿地公园"))
    )
    laws = items(PLACE, "农民工工资支付（2027年1月1日起施行）", [15, 90, 100], first=1100)
    flows = tuple(
        replace(item, title=f"{what}申请办理流程")
        for item, what in zip(
            items(PLACE, "办理", [None] * 3, first=2300),
            ("农村居民最低生活保障", "特困人员救助供养", "大龄残疾人生活补贴"),
            strict=True,
        )
    )
    return [
        _listed("政务要闻", 1, "冬小麦播种", [23, 30, 33], "left", faults=("column-stale",)),
        _listed("通知公告", 2, "城乡居民医保缴费", [79, 90, 93], "left"),
        _listed("公示栏", 3, "公益岗位聘用", [None] * 2, "none", faults=("column-undated",)),
        Column(
            "招商引资",
            _path(4),
            _table("<tr bgcolor=#eeeeee><td><b>标题</b></td><td><b>发布时间</b></td><td><b>点击</b></td></tr>", 0),
            faults=("column-empty",),
        ),
        Column(
            "惠农政策",
            _path(5),
            _table("<tr><td align=center height=200>暂时没有任何信息!</td></tr>", 0),
            faults=("column-empty",),
        ),
        Column("文史资料", _path(6), _table("<tr><td valign=top>&nbsp;</td></tr>", 0), faults=("column-empty",)),
        _listed("安全生产", 7, "烟花爆竹", [49, 60, 70], "corner"),
        _listed("政府会议", 8, "常务", [None] * 3, "clicks", printed=12, faults=("column-undated",)),
        _listed("志愿服务", 9, "志愿服务", [None] * 6, "none", faults=("column-undated",)),
        _listed("人事任免", 10, "干部任用", [200], "slash"),
        Column("政策法规", _path(11), _table(_rows(laws, "slash"), 3), laws),
        _listed("工作计划", 21, "2026年度办公室", [None] * 3, "none", faults=("column-undated",)),
        Column(
            "廉政之窗",
            _path(22),
            "<p align=center><font color=red>本栏目正在建设中……</font></p>",
            faults=("column-empty",),
        ),
        Column("便民流程", _path(23), _table(_rows(flows, "none"), 3), flows),
        _listed("会议纪要", 24, "专题", [4, 40, 90], "paren"),
        Column("领导班子", _path(12), f"<table class=ld>{leaders}</table>"),
        Column("乡镇概况", _path(13), f"<table width=95%><tr>{towns}</tr></table>"),
        Column("办事程序", _path(14), _table(ways, 5)),
        Column("青河风光", _path(15), f"<table width=95%><tr>{photos}</tr></table>"),
        Column(
            "信息检索",
            "/search.asp",
            "<form action=search.asp method=post>关键字：<input name=k><select name=c><option>"
            "标题<option>内容</select><input type=submit value=搜索></form>",
        ),
        Column(
            "县长信箱",
            "/mail.asp",
            "<form action=mail.asp method=post><table><tr><td>姓名</td><td><input name=n></td></tr></table></form>",
        ),
    ]


def _menu(columns: list[Column]) -> str:
    links = " | ".join(f"<a href='{one.path.lstrip('/')}' class=menu>{one.name}</a>" for one in columns)
    return (
        f"<table width=980 bgcolor=#cc0000 align=center><tr><td><a href=index.asp class=menu>"
        f"网站首页</a> | {links}</td></tr></table>"
    )


def _page(title: str, menu: str, body: str) -> bytes:
    text = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>{title}</title></head>
<body topmargin=0><table width=980 align=center><tr><td><img src=images/top.jpg></td></tr></table>
{menu}
<table width=980 align=center><tr><td width=200 valign=top><table><tr><td>网站公告</td></tr>
<tr><td><marquee>欢迎访问{NAME}网站</marquee></td></tr></table></td>
<td valign=top>{body}</td></tr></table>
<table width=980 align=center><tr><td align=center>主办：{NAME}　联系电话：5550123　网站标识码：9901000004<br>
<a href=about.asp>关于我们</a></td></tr></table></body></html>"""
    return text.encode("gb18030")


def portal() -> SeededPortal:
    """The portal with its faults; nothing on its home page is younger than three weeks."""
    columns = _columns()
    menu = _menu(columns)
    pages: dict[str, bytes] = {}
    for one in columns:
        bar = f"<table width=95%><tr><td background=images/bar.gif>　<b>{one.name}</b></td></tr></table>"
        pages[one.path] = _page(f"{one.name} - {NAME}", menu, bar + one.main)
        for item in one.items:
            shown = f"发布时间：{item.printed.year}-{item.printed.month}-{item.printed.day}　" if item.printed else ""
            pages[_address(item)] = _page(
                item.title,
                menu,
                f"{bar}<table width=95%><tr><td align=center><font size=4><b>{item.title}</b></font></td></tr>"
                f"<tr><td align=center>{shown}来源：县政府办　阅读：{item.number}次</td></tr><tr><td>"
                f"{words(item.title)}</td></tr></table>",
            )
    for n in range(1, 6):
        pages[f"/service.asp?id={n}"] = _page(f"办理程序{n}", menu, f"<b>办理程序</b>{words('办理程序')}")
        pages[f"/leader.asp?id={n}"] = _page(f"领导{n}", menu, f"<b>个人简历</b>{words('个人简历')}")
    for n in range(4):
        pages[f"/photo.asp?id={n}"] = _page(f"风光{n}", menu, f"<img src=images/p{n}.jpg>")
        pages[f"/list.asp?id={60 + n}"] = _page(f"乡镇{n}", menu, f"<b>乡镇简介</b>{words('乡镇概况')}")
    pages["/about.asp"] = _page("关于我们", menu, words("关于我们"))
    pages["/"] = pages["/index.asp"] = _page(NAME, menu, _home(columns))
    faults = {(fault, one.path) for one in columns for fault in one.faults} | {("homepage-stale", "/")}
    return SeededPortal(
        HOST, NAME, "county", pages, frozenset(faults), traps=tuple(one.path for one in columns if not one.faults)
    )


def _home(columns: list[Column]) -> str:
    return "".join(
        f"<table width=380><tr><td><b>{one.name}</b></td><td align=right><a "
        f"href='{one.path.lstrip('/')}'>更多...</a></td></tr></table>"
        f"<table width=380>{_rows(one.items, 'left')}</table>"
        for one in columns
        if one.name in ("政务要闻", "通知公告")
    )
