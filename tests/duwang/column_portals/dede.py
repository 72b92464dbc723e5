"""A township's portal as DedeCMS 5.7 writes it: GB2312, `e2` lists, a side bar of hot articles on every page."""

from tests.duwang.column_portals.seeded import Column, Item, SeededPortal, ago, items, words

_HOST = "www.yunling.example"
_PLACE = "云岭镇"
_SITE = "云岭镇人民政府"


def _address(item: Item) -> str:
    return f"/a/{2000 + item.number}.html"


def _li(item: Item) -> str:
    date = f'<span class="info"><small>日期：</small>{item.day}<small> 点击：</small>{item.number * 7 % 300}</span>'
    return (
        f'<li><a href="{_address(item)}" class="title"><b>{item.title}</b></a>{date if item.day else ""}'
        f'<p class="intro">{item.title}，现将有关情况予以公布...</p></li>'
    )


def _pages(count: int) -> str:
    pages = 1 if count else 0
    return (
        '<div class="dede_pages"><ul class="pagelist"><li><span class="pageinfo">'
        f"共 <strong>{pages}</strong>页<strong>{count}</strong>条记录</span></li></ul></div>"
    )


def _e2(entries: tuple[Item, ...]) -> str:
    return f'<div class="listbox"><ul class="e2">{"".join(map(_li, entries))}</ul></div>{_pages(len(entries))}'


def _short(entries: tuple[Item, ...], form: str) -> str:
    """Lines with a date of another form before the title."""
    lines = "".join(
        f'<li><span>{entry.day:{form}}</span><a href="{_address(entry)}">{entry.title}</a></li>'
        for entry in entries
        if entry.day
    )
    return f'<ul class="d1 ico1">{lines}</ul>'


def _pictures(entries: tuple[Item, ...]) -> str:
    lines = "".join(
        f'<li><a href="{_address(e)}" class="pic"><img src="/uploads/{e.number}-lp.jpg" alt="{e.title}"></a>'
        f'<span class="title"><a href="{_address(e)}">{e.title}</a></span></li>'
        for e in entries
    )
    return f'<div class="picbox"><ul class="piclist">{lines}</ul></div>'


def _definitions(entries: tuple[Item, ...]) -> str:
    return "".join(
        f'<dl class="e8"><dt><a href="{_address(e)}">{e.title}</a></dt><dd>{e.title}，请各村（社区）认真抓好落实。'
        f'<a href="{_address(e)}">[详细]</a></dd></dl>'
        for e in entries
    )


def _two_columns(entries: tuple[Item, ...]) -> str:
    cells = [f'<td width="50%">·<a href="{_address(e)}">{e.title}</a></td>' for e in entries]
    rows = ("".join(cells[i : i + 2]) for i in range(0, len(cells), 2))
    return '<table width="98%">' + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def _single(title: str) -> str:
    return f'<div class="content"><h2>{title}</h2>{words(title)}{words(title)}</div>'


def _column(
    name: str, path: str, main: str, entries: tuple[Item, ...] = (), faults: tuple[str, ...] = (), group: str = ""
) -> Column:
    return Column(name, f"/a/{path}/", main, entries, faults, group)


def _empty(name: str, path: str, main: str, group: str = "政务公开") -> Column:
    return _column(name, path, main, faults=("column-empty",), group=group)


def _columns() -> tuple[Column, ...]:
    news = items(_PLACE, "秋冬生产", (1, 3, 6, 24, 30), first=0)
    notices = items(_PLACE, "用水管理", (200, 230, 260), first=10)
    papers = items(_PLACE, "村级财务", (176, 240, 300), first=20)
    meanings = items(_PLACE, "惠农政策", (310, 360, 420), first=30)
    figures = items(_PLACE, "农业普查", (None,) * 4, first=40)
    villages = items(_PLACE, "村务监督", (None,) * 6, first=50, printed=12)
    pictures = items(_PLACE, "文明创建", (None,) * 4, first=60)
    revival = items(_PLACE, "产业帮扶", (None,) * 5, first=70)
    aid = items(_PLACE, "临时救助", (361, 400, 430), first=80)
    health = items(_PLACE, "健康教育", (20, None, None, 90), first=90)
    culture = items(_PLACE, "文艺下乡", (8, 15, 25), first=100)
    safety = items(_PLACE, "安全检查", (10, 30, 50), first=110)
    civil = (
        Item(120, "关于开展殡葬改革宣传的通知", ago(-18), ago(-18)),
        *items(_PLACE, "殡葬改革", (5, 40), first=121),
    )
    schools = (Item(130, "云岭镇中心学校招生划片公告", ago(-50), None), *items(_PLACE, "招生入学", (15, 45), first=131))
    opinions = (
        Item(140, "关于集镇规划（草案）公开征求意见的公告", ago(-20), ago(10)),
        *items(_PLACE, "集镇规划征求意见", (5, 45), first=141),
    )
    past = items(_PLACE, "主题教育", (1200, 1300), first=150)
    return (
        _column("工作动态", "gzdt", _e2(news), news),
        _column("通知公告", "tzgg", _e2(notices), notices, ("column-stale",)),
        _column("政策文件", "zcwj", _e2(papers), papers, ("column-expiring",), "政务公开"),
        _column("政策解读", "zcjd", _short(meanings, "%Y-%m-%d"), meanings, ("column-stale",), "政务公开"),
        _empty("人事信息", "rsxx", _e2(())),
        _empty("财政预决算", "czyjs", '<div class="listbox"><p>对不起，该栏目暂时没有内容！</p></div>'),
        _empty("应急管理", "yjgl", '<div class="listbox"><br><center>栏目建设中，敬请期待……</center></div>'),
        _empty("招考录用", "zkly", '<div class="listbox"></div>'),
        _empty("建议提案", "jyta", '<div class="listbox"><ul class="e2"><li>没有找到相关信息</li></ul></div>'),
        _column("统计数据", "tjsj", _e2(figures), figures, ("column-undated",), "政务公开"),
        _column("村务公开", "cwgk", _two_columns(villages), villages, ("column-undated",), "政务公开"),
        _column("图片新闻", "tpxw", _pictures(pictures), pictures, ("column-undated",)),
        _column("乡村振兴", "xczx", _definitions(revival), revival, ("column-undated",)),
        _column("社会救助", "shjz", _e2(aid), aid, ("column-expiring",), "政务公开"),
        _column("卫生健康", "wsjk", _e2(health), health),
        _column("公共文化", "ggwh", _short(culture, "%m-%d"), culture),
        _column("安全生产", "aqsc", _short(safety, "%y/%m/%d"), safety, group="政务公开"),
        _column("民政工作", "mzgz", _e2(civil), civil),
        _column("义务教育", "ywjy", _e2(schools), schools),
        _column("意见征集", "yjzj", _e2(opinions), opinions),
        _column("往期专题", "wqzt", _e2(past), past),
        _column("走进云岭", "zjyl", _single("云岭镇概况")),
        _column("机构职能", "jgzn", _single("云岭镇人民政府主要职责"), group="政务公开"),
        _column("领导信息", "ldxx", _LEADERS, group="政务公开"),
        _column("联系我们", "lxwm", "<p>地址：云岭镇振兴路1号</p><p>电话：0999-1234567</p><p>邮编：990001</p>"),
        _column("镇长信箱", "zzxx", _FORM),
        _column("办事指南", "bszn", _GUIDES),
        _column("友情链接", "yqlj", _LINKS),
        _column(
            "政府采购", "zfcg", '<div class="listbox"><p>本年度无政府采购事项，特此说明。</p></div>', group="政务公开"
        ),
        _column("行政处罚", "xzcf", "<p>截至2026年11月，本镇未发生行政处罚案件。</p>", group="政务公开"),
        _column(
            "视频点播", "spdb", '<div id="vlist"></div><script>$("#vlist").load("/plus/vlist.php?tid=77")</script>'
        ),
        _column("政务公开", "zwgk", ""),
    )


_LEADERS = "".join(
    f'<div class="ld"><img src="/uploads/ld{n}.jpg"><h4>{name}</h4><p>{post}。负责{work}等工作。</p></div>'
    for n, (name, post, work) in enumerate(
        (
            ("方一舟", "党委副书记、镇长", "政府全面"),
            ("季小满", "党委委员、副镇长", "农业农村"),
            ("江又新", "副镇长", "教育卫生"),
        )
    )
)
_FORM = (
    '<form action="/plus/diy.php" method="post"><p>姓名：<input name="xm"></p><p>电话：<input name="dh"></p>'
    '<p>内容：<textarea name="nr"></textarea></p><input type="submit" value="提交"></form>'
)
_GUIDES = (
    "<ul>"
    + "".join(
        f'<li><a href="/uploads/g{n}.doc">{name}办理指南</a></li>'
        for n, name in enumerate(("生育登记", "残疾人证", "老年优待证", "农村建房"))
    )
    + "</ul>"
)
_LINKS = (
    "<ul>"
    + "".join(
        f'<li><a href="https://www.{host}.example/">{name}</a></li>'
        for host, name in (
            ("xian", "上级县人民政府"),
            ("shi", "市人民政府"),
            ("nongye", "县农业农村局"),
            ("jiaoyu", "县教育局"),
            ("minzheng", "县民政局"),
        )
    )
    + "</ul>"
)


def _page(title: str, crumb: str, main: str, columns: tuple[Column, ...], article: bool = False) -> bytes:
    menu = "".join(f'<li><a href="{c.path}"><span>{c.name}</span></a></li>' for c in columns if not c.group)
    open_columns = "".join(f'<li><a href="{c.path}">{c.name}</a></li>' for c in columns if c.group)
    hot = [entry for c in columns for entry in c.items][:24:3]
    side = "".join(f'<li><a href="{_address(entry)}">{entry.title}</a></li>' for entry in hot)
    left = (
        ""
        if article
        else f'<dl class="tbox"><dt><strong>栏目列表</strong></dt><dd><ul class="d6">{open_columns}</ul></dd></dl>'
    )
    html = (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"><html><head>'
        '<meta http-equiv="Content-Type" content="text/html; charset=gb2312" />'
        f"<title>{title}</title></head><body>"
        f'<div class="header"><div class="top"><h1><a href="/">{_SITE}</a></h1></div>'
        f'<div id="navMenu"><ul><li><a href="/"><span>首页</span></a></li>{menu}</ul></div></div>'
        f'<div class="w960 center"><div class="pleft"><div class="place"><strong>当前位置:</strong> {crumb}</div>'
        f"{main}</div>"
        f'<div class="pright">{left}<div class="hot"><dl class="tbox"><dt><strong>热点内容</strong></dt>'
        f'<dd><ul class="c1 ico2">{side}</ul></dd></dl></div></div></div>'
        '<div class="footer"><p>主办：云岭镇人民政府 网站标识码：9901210001</p></div></body></html>'
    )
    return html.encode("gb18030")


def _article(item: Item, column: Column, columns: tuple[Column, ...]) -> bytes:
    date = f"<small>时间:</small>{item.printed} 09:12" if item.printed else ""
    main = (
        f'<div class="viewbox"><div class="title"><h2>{item.title}</h2></div>'
        f'<div class="info">{date}<small>来源:</small>党政办 <small>点击:</small>次</div>'
        f'<div class="content">{words(item.title)}</div></div>'
    )
    crumb = f'<a href="/">主页</a> > <a href="{column.path}">{column.name}</a> > 正文'
    return _page(f"{item.title}_{column.name}_{_SITE}", crumb, main, columns, article=True)


def _home(columns: tuple[Column, ...]) -> str:
    """Its blocks were made three weeks ago and never again."""
    blocks = ""
    for name, age in (("工作动态", 6), ("公共文化", 25), ("社会救助", 361)):
        column = next(c for c in columns if c.name == name)
        old = [entry for entry in column.items if entry.day and entry.day <= ago(max(age, 21))]
        lines = "".join(f'<li><span>{e.day}</span><a href="{_address(e)}">{e.title}</a></li>' for e in old)
        blocks += (
            f'<dl class="tbox"><dt><strong>{name}</strong>'
            f'<span class="more"><a href="{column.path}">更多...</a></span></dt>'
            f'<dd><ul class="d1 ico3">{lines}</ul></dd></dl>'
        )
    return blocks


def portal() -> SeededPortal:
    """The portal, its faults and its traps."""
    columns = _columns()
    pages = {}
    for column in columns:
        main = column.main or "".join(
            f'<dl class="tbox"><dt><strong><a href="{c.path}">{c.name}</a></strong></dt></dl>'
            for c in columns
            if c.group
        )
        crumb = f'<a href="/">主页</a> > <a href="{column.path}">{column.name}</a> > '
        pages[column.path] = _page(f"{column.name}_{_SITE}", crumb, main, columns)
        for item in column.items:
            pages[_address(item)] = _article(item, column, columns)
    pages["/"] = _home_page(columns)
    faults = {(check, column.path) for column in columns for check in column.faults}
    faults |= {("date-future", "/a/2120.html"), ("date-future", "/a/2130.html"), ("homepage-stale", "/")}
    traps = tuple(column.path for column in columns if not column.faults)
    return SeededPortal(_HOST, _SITE, "township", pages, frozenset(faults), traps=traps)


def _home_page(columns: tuple[Column, ...]) -> bytes:
    """The start page: menus and old blocks, without the side bar."""
    menu = "".join(f'<li><a href="{c.path}"><span>{c.name}</span></a></li>' for c in columns if not c.group)
    return (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312" />'
        f'<title>{_SITE}</title></head><body><div class="header"><h1>{_SITE}</h1>'
        f'<div id="navMenu"><ul>{menu}</ul></div></div>'
        f'<div class="w960">{_home(columns)}</div><div class="footer">网站标识码：9901210001</div></body></html>'
    ).encode("gb18030")
