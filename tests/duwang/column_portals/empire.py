"""A town's portal in the manner of EmpireCMS: folders by column and day, summaries, `div` soup, a home left behind."""

from tests.duwang.column_portals.seeded import Column, Item, SeededPortal, ago, items, words

_HOST = "www.yuntai.example"
_NAME = "云台镇人民政府"
_APPLY = """<div class="sqb">
<form name="feedback" method="post" enctype="multipart/form-data" action="/e/enews/index.php">
<table width="100%"><tr><td>申请人姓名：</td><td><input name="name" type="text"></td></tr>
<tr><td>所需政府信息内容描述：</td><td><textarea name="saytext" rows="10"></textarea></td></tr></table>
<input type="submit" name="submit" value="提交"></form></div>"""
_LETTERS = """<div class="letters"><dl><dt>网友：关于村道硬化的建议</dt><dd>提交时间：2025-04-02 10:22:31</dd>
<dd class="re">回复：您反映的问题已列入计划，感谢您的关心。</dd></dl>
<dl><dt>网友：请问合作医疗缴费截止时间</dt>
<dd>提交时间：2025-03-18 09:02:11</dd>
<dd class="re">回复：请咨询镇便民服务中心。</dd></dl></div>"""
_SURVEY = """<div class="vote"><form action="/e/enews/index.php" method="post"><h3>您对本镇人居环境是否满意</h3>
<label><input type="radio" name="vote" value="1">满意</label>
<label><input type="radio" name="vote" value="2">一般</label>
<input type="submit" value="投票"></form></div>"""
_DUTIES = """<div class="text"><p><strong>党委书记 赵明：</strong>主持党委全面工作。</p>
<p><strong>党委副书记、镇长 孙丽：</strong>主持政府全面工作，分管财政、审计。</p></div>"""


def _address(folder: str, item: Item) -> str:
    day = f"{item.printed:%Y-%m-%d}/" if item.printed else ""
    return f"/{folder}/{day}{item.number}.html"


def _pager(total: int) -> str:
    return (
        f'<div class="epages"><a title="Total record">&nbsp;<b>{total}</b> </a>&nbsp;&nbsp;&nbsp;<b>1</b>&nbsp;</div>'
    )


def _rows(folder: str, made: tuple[Item, ...], form: str = "%Y-%m-%d") -> str:
    return f"{_lines(folder, made, form)}\n{_pager(len(made))}"


def _lines(folder: str, made: tuple[Item, ...], form: str = "%Y-%m-%d") -> str:
    rows = "".join(
        f"<li>{f'<span>{item.day.strftime(form)}</span>' if item.day else ''}"
        f'<a href="{_address(folder, item)}" title="{item.title}" target="_blank">{item.title}</a></li>\n'
        for item in made
    )
    return f'<div class="list-box"><ul>\n{rows}</ul></div>'


def _summaries(folder: str, made: tuple[Item, ...]) -> str:
    """Titles with the first words of their articles, and a line of when and how often read."""
    return "".join(
        f'<dl class="news-item"><dt><a href="{_address(folder, item)}">{item.title}</a></dt>\n'
        f"<dd>　　为做好{item.title}相关事宜，现将具体情况说明如下，请各有关单位结合实际……"
        f'<a href="{_address(folder, item)}">[详细]</a></dd>\n'
        f'<dd class="info">发布：{item.day:%Y-%m-%d} &nbsp;阅读：{item.number % 400} 次</dd></dl>\n'
        for item in made
        if item.day
    ) + _pager(len(made))


def _soup(folder: str, made: tuple[Item, ...]) -> str:
    """Boxes without a list: a page maker's answer to everything."""
    rows = ""
    for item in made:
        link = f'<a href="{_address(folder, item)}">{item.title}</a>'
        day = f'<div class="fr">[{item.day:%Y-%m-%d}]</div>' if item.day else ""
        icon = "" if day else '<i class="icon"></i>'
        rows += f'<div class="item"><div class="fl">{icon}{link}</div>{day}<div class="clear"></div></div>\n'
    return f'<div class="main-right">{rows}</div>'


def _cards(folder: str, made: tuple[Item, ...]) -> str:
    cells = "".join(
        f'<div class="col-md-4 col-sm-6"><div class="card"><a href="{_address(folder, item)}">'
        f'<img src="/d/file/p/{item.number}.jpg" alt="">'
        f'<p class="tit">{item.title}</p></a></div></div>\n'
        for item in made
    )
    return f'<div class="row">\n{cells}</div>\n{_pager(len(made))}'


def _table(folder: str, made: tuple[Item, ...]) -> str:
    rows = "".join(
        f'<tr><td width="8%">{place}</td><td><a href="{_address(folder, item)}">{item.title}</a></td>'
        "<td>社会事务办</td></tr>"
        for place, item in enumerate(made, 1)
    )
    return f'<table class="table table-bordered"><tr><td>序号</td><td>标题</td><td>责任科室</td></tr>{rows}</table>'


def _column(folder: str, name: str, topic: str, days: list[int | None], **given: object) -> Column:
    form, printed = given.pop("form", _rows), given.pop("printed", None)
    number = 100 * sum(map(ord, folder)) % 90000
    made = items("云台镇", topic, days, first=number, printed=printed)  # type: ignore[arg-type]
    return Column(name, f"/{folder}/", form(folder, made), made, **given)  # type: ignore[operator,arg-type]


def _empty(folder: str, name: str, main: str) -> Column:
    return Column(name, f"/{folder}/", main, faults=("column-empty",), group="政务公开")


def _month_and_day(folder: str, made: tuple[Item, ...]) -> str:
    return _rows(folder, made, "%m-%d").replace("</a></li>", '</a><img src="/images/new.gif"></li>', 1)


def _about() -> list[Column]:
    group, news = "走进云台", "新闻动态"
    stale, soon, undated = ("column-stale",), ("column-expiring",), ("column-undated",)
    return [
        Column("镇情简介", "/zjyt/zqjj/", f'<div class="text">{words("云台镇基本情况")}</div>', group=group),
        Column("组织机构", "/zjyt/zzjg/", f'<div class="text">{words("云台镇机构设置")}</div>', group=group),
        Column("领导分工", "/zjyt/ldfg/", _DUTIES, group=group),
        _column("zjyt/ytfg", "云台风光", "云台山", [None] * 3, form=_cards, group=group),
        _column("xwdt/ytyw", "云台要闻", "秸秆禁烧", [35, 41, 60], form=_summaries, faults=stale, group=news),
        _column("xwdt/jcdt", "基层动态", "移风易俗", [-13, 13, 19, 26], form=_soup, faults=soon, group=news),
        _column("xwdt/tpxw", "图片新闻", "丰收节", [None] * 4, printed=37, form=_cards, faults=undated, group=news),
        _column("tzgg", "通知公告", "医保缴费", [2, 9, 34, 120], form=_month_and_day, group="通知公告"),
    ]


def _open() -> list[Column]:
    group = "政务公开"
    stale, soon, undated = ("column-stale",), ("column-expiring",), ("column-undated",)
    reports = tuple(
        Item(7700 + n, f"云台镇{2025 - n}年政府信息公开工作年度报告", *[ago(310 + 365 * n)] * 2) for n in range(3)
    )
    return [
        _column("zwgk/zcwj", "政策文件", "耕地保护", [200, 233, 380], faults=stale, group=group),
        _empty("zwgk/zcjd", "政策解读", '<div class="list-box"><ul>\n<li>该栏目暂无信息</li></ul></div>'),
        _column("zwgk/czyjs", "财政预决算", "部门预算公开", [280, 290, 640], form=_soup, group=group),
        _empty("zwgk/rsxx", "人事信息", f'<div class="list-box"><ul>\n</ul></div>\n{_pager(0)}'),
        _empty(
            "zwgk/yjgl", "应急管理", '<div class="text"><p style="text-align:center">栏目建设中，敬请期待……</p></div>'
        ),
        _column("zwgk/shjz", "社会救助", "临时救助", [None] * 4, form=_table, faults=undated, group=group),
        _column("zwgk/xczx", "乡村振兴", "产业帮扶", [400, 433, 470], form=_soup, faults=stale, group=group),
        _empty("zwgk/ylws", "医疗卫生", '<div class="main-right">\n<!--list-->\n</div>'),
        _empty("zwgk/cwgk", "村务公开", '<div class="nolist">对不起，该栏目下没有内容！</div>'),
        _column("zwgk/hjbh", "环境保护", "河长制", [362, 380, 500], faults=soon, group=group),
        _column("zwgk/aqsc", "安全生产", "消防安全", [None] * 3, form=_soup, faults=undated, group=group),
        _column("zwgk/jycy", "就业创业", "返乡创业", [None] * 4, printed=25, faults=undated, group=group),
        Column("依申请公开", "/zwgk/ysqgk/", _APPLY, group=group),
        Column("政府信息公开指南", "/zwgk/gkzn/", f'<div class="text">{words("政府信息公开指南")}</div>', group=group),
        Column("政府信息公开年报", "/zwgk/gknb/", _rows("zwgk/gknb", reports), reports, group=group),
    ]


def _rest() -> list[Column]:
    serve = "便民互动"
    guides = tuple(
        Item(8800 + n, title, None, None)
        for n, title in enumerate(("高龄津贴申请流程", "生育登记办理流程", "残疾证办理流程"))
    )
    specials = (
        '<div class="row"><div class="col-md-6"><a href="/zt/hyzx/">'
        '<img src="/images/zt1.jpg" alt="移风易俗专题"></a></div>'
        '<div class="col-md-6"><a href="/zt/shce/"><img src="/images/zt2.jpg" alt="扫黑除恶专题"></a></div></div>'
    )
    return [
        Column("办事指南", "/bsfw/bszn/", _rows("bsfw/bszn", guides), guides, group=serve),
        Column("镇长信箱", "/bsfw/zzxx/", _LETTERS, group=serve),
        Column("网上调查", "/bsfw/wsdc/", _SURVEY, group=serve),
        Column("专题专栏", "/zt/", specials, group="专题专栏"),
        _column("zt/lszt", "历史专题", "脱贫攻坚", [1500, 1600, 1700], group="专题专栏"),
    ]


def _columns() -> list[Column]:
    return _about() + _open() + _rest()


def _groups(columns: list[Column]) -> dict[str, list[Column]]:
    groups: dict[str, list[Column]] = {}
    for column in columns:
        groups.setdefault(column.group, []).append(column)
    return groups


def _menu(groups: dict[str, list[Column]]) -> str:
    made = ""
    for name, inside in groups.items():
        below = "".join(f'<dd><a href="{one.path}">{one.name}</a></dd>' for one in inside)
        head = "/zwgk/" if name == "政务公开" else inside[0].path
        made += f'<div class="nav-item"><a class="first" href="{head}">{name}</a><dl class="drop">{below}</dl></div>'
    return f'<div class="nav"><div class="wrap"><div class="nav-item"><a href="/">首页</a></div>{made}</div></div>'


def _page(title: str, menu: str, body: str) -> bytes:
    return f"""<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="X-UA-Compatible" content="IE=edge">
<title>{title}</title>
<meta name="keywords" content="{title}" />
<meta name="description" content="" />
<link href="/skin/default/css/style.css" rel="stylesheet" type="text/css" />
<script type="text/javascript" src="/skin/default/js/tabs.js"></script>
</head>
<body class="listpage">
<div class="top"><div class="wrap"><div class="logo"><img src="/skin/images/logo.png" alt="{_NAME}"></div>
<div class="sou"><form action="/e/search/index.php" method="post">
<input name="keyboard" type="text"><input type="submit" value="搜索"></form></div></div></div>
{menu}
{body}
<div class="footer"><div class="wrap"><p>版权所有：{_NAME} 主办：云台镇党政办公室</p>
<p>网站标识码：9901210001 <script src="/e/public/onclick/?enews=doclass"></script></p></div></div>
</body>
</html>""".encode()


def _side(made: tuple[Item, ...]) -> str:
    """Newest notices, beside every column: theirs, not the column's."""
    rows = "".join(
        f'<li><a href="{_address("tzgg", item)}">{item.title[:13]}</a><span>{item.day:%Y-%m-%d}</span></li>'
        for item in made
        if item.day
    )
    return f'<div class="side-box"><div class="side-tit">最新公告</div><ul class="side-list">{rows}</ul></div>'


def _body(column: Column, groups: dict[str, list[Column]], side: str, inner: str, title: str = "") -> str:
    links = "".join(
        f'<li{" class=on" if one is column else ""}><a href="{one.path}">{one.name}</a></li>'
        for one in groups[column.group]
    )
    return f"""<div class="wrap main"><div class="left-nav">
<div class="left-tit">{column.group}</div><ul>{links}</ul>{side}</div>
<div class="right-con"><div class="position">您当前的位置：<a href="/">首页</a>&nbsp;&gt;&nbsp;
<a href="{column.path}">{column.name}</a>{title}</div>
{inner}
</div><div class="clear"></div></div>"""


def portal() -> SeededPortal:
    columns = _columns()
    groups = _groups(columns)
    menu = _menu(groups)
    notices = next(column.items for column in columns if column.name == "通知公告")
    side = _side(notices)
    pages = {
        "/": _page(_NAME, menu, _home(columns)),
        "/zwgk/": _page(f"政务公开-{_NAME}", menu, _tree(groups["政务公开"])),
    }
    for column in columns:
        # Columns of text have no box beside them.
        beside = side if column.items or column.faults else ""
        pages[column.path] = _page(f"{column.name}-{_NAME}", menu, _body(column, groups, beside, column.main))
        for item in column.items:
            article = _body(column, groups, side, _article(item), " &gt; 正文")
            pages[_address(column.path.strip("/"), item)] = _page(f"{item.title}-{_NAME}", menu, article)
    for special, name in (("/zt/hyzx/", "移风易俗专题"), ("/zt/shce/", "扫黑除恶专题")):
        pages[special] = _page(
            name, menu, f'<div class="wrap"><img src="/images/b.jpg" alt="{name}">{words(name)}</div>'
        )
    faults = {(fault, column.path) for column in columns for fault in column.faults} | {("homepage-stale", "/")}
    future = next(item for column in columns for item in column.items if item.printed and item.printed > ago(0))
    faults.add(("date-future", _address("xwdt/jcdt", future)))
    traps = ("/zwgk/", *(column.path for column in columns if not column.faults), _address("tzgg", notices[0]))
    return SeededPortal(_HOST, _NAME, "township", pages, frozenset(faults), traps=traps)


def _article(item: Item) -> str:
    when = f"{item.printed.year}年{item.printed.month:02}月{item.printed.day:02}日" if item.printed else ""
    line = f"发布日期：{when} 来源：党政办" if when else "来源：党政办"
    more = "<p>　　集中缴费期为2026年11月1日至2027年2月28日，逾期不再受理。</p>" if "医保" in item.title else ""
    return (
        f'<div class="article"><h2 class="tit">{item.title}</h2><div class="info">{line} 浏览：'
        f'<script src="/e/public/ViewClick/?classid=3&id={item.number}&addclick=1"></script>次</div>'
        f'<div class="text">{words(item.title)}{more}</div></div>'
    )


def _tree(columns: list[Column]) -> str:
    """The head of disclosure: a tree of columns, nothing else."""
    rows = "".join(f'<li><a href="{one.path}">{one.name}</a></li>' for one in columns)
    return (
        '<div class="wrap main"><div class="position">您当前的位置：<a href="/">首页</a>&nbsp;&gt;&nbsp;政务公开</div>'
        f'<div class="gk-tree"><h3>法定主动公开内容</h3><ul>{rows}</ul></div></div>'
    )


def _of_then(made: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(item for item in made if item.day and item.day < ago(18))


def _home(columns: list[Column]) -> str:
    """As it was made three weeks ago, and never again."""
    boxes = "".join(
        f'<div class="box"><div class="box-tit"><span>{column.name}</span>'
        f'<a href="{column.path}">更多&gt;&gt;</a></div>{_lines(column.path.strip("/"), _of_then(column.items))}</div>'
        for column in columns
        if column.name in ("云台要闻", "基层动态", "通知公告", "政策文件")
    )
    slides = next(column for column in columns if column.name == "图片新闻")
    shown = "".join(
        f'<li><a href="{_address("xwdt/tpxw", item)}">'
        f'<img src="/d/file/p/{item.number}.jpg" alt="{item.title}"></a></li>'
        for item in slides.items
    )
    return f'<div class="wrap main"><div class="slide"><ul>{shown}</ul></div>{boxes}</div>'
