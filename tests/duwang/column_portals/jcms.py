"""A county's portal in the manner of 大汉 jcms: lists as records in CDATA, `/art/Y/M/D/art_…` addresses."""

from datetime import date

from tests.duwang.column_portals.seeded import Column, Item, SeededPortal, items, words

HOST, NAME, PLACE = "www.linjiang.example", "临江县人民政府", "临江县"


def _address(item: Item, col: int) -> str:
    day = item.day or item.printed or date(2026, 8, 9)
    return f"/art/{day.year}/{day.month}/{day.day}/art_{col}_{item.number}.html"


def _record(item: Item, col: int) -> str:
    shown = f"<b>[{item.day:%Y-%m-%d}]</b>" if item.day else ""
    return (
        f"<record><![CDATA[<li>{shown}<a title='{item.title}' target='_blank' "
        f"href='{_address(item, col)}'>{item.title}</a></li>]]></record>"
    )


def _store(col: int, *made: Item, total: int | None = None) -> str:
    """The list as jcms delivers it: an empty box, and records in a script."""
    more = (
        f"<nextgroup><![CDATA[<a "
        f'href="/module/web/jpage/dataproxy.jsp?page=1&appid=1&webid=3&columnid={col}&unitid=77"></a>]]>'
        "</nextgroup>"
        if made
        else ""
    )
    records = "\n".join(_record(item, col) for item in made)
    count = len(made) if total is None else total
    return f"""<div id="{col}77" class="jpage"><script type="text/xml"><datastore>
<totalrecord>{count}</totalrecord><totalpage>{1 if count else 0}</totalpage>{more}<recordset>
{records}
</recordset></datastore></script></div>
<script>var jp = new jpage({{id:{col}77, totalRecord:{count}, perPage:15}});</script>"""


def _plain(col: int, *made: Item) -> str:
    rows = "".join(
        f'<tr><td><a href="{_address(item, col)}" class="bt_link" title="{item.title}">{item.title}</a></td>'
        f'<td class="bt_time">{item.day:%Y-%m-%d}</td></tr>'
        for item in made
        if item.day
    )
    return f'<table class="tlist" width="100%">{rows}</table>'


def _path(col: int) -> str:
    return f"/col/col{col}/index.html"


def _dated(name: str, col: int, topic: str, days: list[int | None], **given: object) -> Column:
    made = items(PLACE, topic, days, first=col * 10)
    return Column(name, _path(col), _store(col, *made), made, **given)  # type: ignore[arg-type]


def _columns() -> list[Column]:
    undated = items(PLACE, "党支部建设", [None] * 5, first=11700)
    hints = items(PLACE, "停水停电", [None] * 2, first=11800)
    policy = items(PLACE, "就业补贴", [30, 61, 90], first=11450)
    asked = items(PLACE, "城市更新方案意见征求", [3, 40], first=12200)
    units = "".join(
        f'<tr><td>{n}</td><td><a href="/col/col30{n}/index.html">{unit}</a></td><td>055-55501{n:02}</td></tr>'
        for n, unit in enumerate(("县政府办公室", "县发展和改革局", "县教育局", "县财政局", "县民政局"), 1)
    )
    services = "".join(
        f'<a class="icon" href="https://zwfw.linjiang-fw.example/item/{n}"><img '
        f'src="/picture/{n}.png"><span>{what}</span></a>'
        for n, what in enumerate(("社保查询", "公积金", "水电缴费", "公交线路", "气象服务", "药店查询"))
    )
    friends = "".join(
        f'<li><a href="https://www.{key}.example/">{what}</a></li>'
        for key, what in (
            ("guojia", "国家有关部门"),
            ("sheng", "省人民政府"),
            ("shi", "市人民政府"),
            ("xian", "兄弟县区"),
        )
    )
    asked_rows = "".join(
        f'<li><a href="{_address(item, 122)}">{item.title}</a><span>征集时间：{item.day:%Y-%m-%d} 至 '
        f"2026-12-2{n}</span>"
        f"<em>{'进行中' if n == 0 else '已结束'}</em></li>"
        for n, item in enumerate(asked)
    )
    forms = "".join(
        f"<record><![CDATA[<li><a href='/attach/0/{n}.doc'>{what}申请审批登记表</a></li>]]></record>"
        for n, what in enumerate(("临时救助对象", "残疾人两项补贴", "公共租赁住房", "农村危房改造"))
    )
    towns = "".join(
        f"<record><![CDATA[<li><a href='/col/col31{n}/index.html'>{what}人民政府信息公开专栏</a></li>]]></record>"
        for n, what in enumerate(("城关镇", "石桥镇", "白云乡", "柳林镇"))
    )
    raw = (
        '<div class="jpage"><script type="text/xml"><datastore><totalrecord>4</totalrecord>'
        "<recordset>{}</recordset></datastore></script></div>"
    )
    return [
        _dated("临江要闻", 111, "乡村产业", [0, 2, 3, 6], group="新闻中心"),
        _dated("镇街动态", 112, "人居环境", [40, 44, 60], group="新闻中心", faults=("column-stale",)),
        Column(
            "图片新闻",
            _path(119),
            '<ul class="piclist">'
            + "".join(
                f'<li><a href="/art/2026/11/{day}/art_119_{day}.html"><img src="/picture/0/{day}.jpg"></a>'
                f'<p><a href="/art/2026/11/{day}/art_119_{day}.html">临江县第{day}届农民丰收节掠影</a></p><i>'
                f"2026-11-{day}</i></li>"
                for day in (17, 14, 12)
            )
            + "</ul>",
            group="新闻中心",
        ),
        _dated("公告公示", 113, "土地征收", [1, 20, 33], group="政务公开"),
        _dated("政策解读", 114, "养老服务", [176, 190, 230], group="政务公开", faults=("column-expiring",)),
        Column("政策文件", _path(145), _plain(145, *policy), policy, group="政务公开"),
        Column("督查督办", _path(115), _store(115), group="政务公开", faults=("column-empty",)),
        Column(
            "应急预案",
            _path(127),
            '<table class="tlist"><thead><tr><th>序号</th><th>标题</th><th>发布机构</th><th>发文日期</th></tr></thead>'
            "<tbody></tbody></table>",
            group="政务公开",
            faults=("column-empty",),
        ),
        Column(
            "财政资金",
            _path(116),
            '<div class="nodata"><img src="/picture/nodata.png" alt=""><p>暂无数据</p></div>',
            group="政务公开",
            faults=("column-empty",),
        ),
        Column("党建工作", _path(117), _store(117, *undated), undated, group="政务公开", faults=("column-undated",)),
        Column("便民提示", _path(118), _store(118, *hints), hints, faults=("column-undated",)),
        _dated("乡村振兴", 126, "产业帮扶", [-56, 12, 40], group="政务公开"),
        Column(
            "重点项目",
            _path(128),
            '<div id="128077" class="jpage" name="dynamic"></div><script src="/script/jpage.js"></script>'
            "<script>$(function(){loadColumn(128,'/api/private/column/query?token='+getToken());});</script>",
            group="政务公开",
        ),
        Column(
            "年度报告",
            _path(123),
            "<ul>"
            + "".join(
                f'<li><a href="/art/{year + 1}/1/20/art_123_{year}.html">临江县{year}年政府信息公开工作年度报告</a>'
                f"<span>{year + 1}-01-20</span></li>"
                for year in (2025, 2024, 2023)
            )
            + "</ul>",
            group="政务公开",
        ),
        Column(
            "机构设置", _path(120), f'<table class="jg"><tr><th>序号</th><th>单位</th><th>电话</th></tr>{units}</table>'
        ),
        Column("便民服务", _path(124), f'<div class="icons">{services}</div>', group="办事服务"),
        Column("网站导航", _path(121), f'<ul class="links">{friends}</ul>', group="办事服务"),
        Column("意见征集", _path(122), f'<ul class="zj">{asked_rows}</ul>', asked, group="互动交流"),
        _dated("往期专题归档", 125, "脱贫攻坚", [900, 930, 960], group="互动交流"),
        Column("资料下载", _path(129), raw.format(forms), group="办事服务"),
        Column("乡镇公开", _path(130), raw.format(towns), group="政务公开"),
        Column(
            "法规公文",
            _path(131),
            raw.format("").replace(">4<", ">31<") + "<script>jpage('/module/web/jpage/dataproxy.jsp')</script>",
            group="政务公开",
        ),
        Column("人大建议", _path(132), '<p class="none">无相关信息</p>', group="政务公开", faults=("column-empty",)),
        Column(
            "依申请公开",
            _path(133),
            '<form action="/ysqgk.do"><table><tr><td>申请人姓名</td><td><input name="xm"></td></tr>'
            "</table><p>暂无申请记录</p></form>",
            group="政务公开",
        ),
        Column("县情概况", _path(110), f'<div id="zoom"><h3>走进临江</h3>{words("临江县行政区划与风土人情")}</div>'),
    ]


_TOPS = {"新闻中心": 100, "政务公开": 101, "办事服务": 102, "互动交流": 103}


def _menu(columns: list[Column]) -> str:
    tops = "".join(f"<td><a href='{_path(col)}'>{name}</a></td>" for name, col in _TOPS.items())
    rest = "".join(f"<td><a href='{one.path}'>{one.name}</a></td>" for one in columns if not one.group)
    return f"<table class='dh' width='100%'><tr><td><a href='/'>网站首页</a></td>{tops}{rest}</tr></table>"


def _side(columns: list[Column], group: str) -> str:
    links = "".join(f'<li><a href="{one.path}">{one.name}</a></li>' for one in columns if group and one.group == group)
    return f'<div class="left"><h3>{group}</h3><ul class="lm">{links}</ul></div>' if links else ""


def _page(title: str, menu: str, body: str, metas: str = "") -> bytes:
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{title}</title>
<meta name="SiteName" content="{NAME}"><meta name="SiteIDCode" content="9901000002">{metas}
<script src="/script/jquery.js"></script></head><body><div class="header"><img src="/picture/top.jpg" alt="{NAME}">
<div class="date"><script>document.write(new Date().toLocaleDateString());</script></div></div>{menu}
<div class="container">{body}</div>
<div class="footer">主办单位：{NAME}　承办：{PLACE}政务服务中心　网站标识码：9901000002
<a href="/col/col190/index.html">关于我们</a><a href="/col/col191/index.html">网站地图</a></div></body>
</html>""".encode()


def portal() -> SeededPortal:
    """The portal with its faults."""
    columns = _columns()
    menu = _menu(columns)
    pages: dict[str, bytes] = {}
    for one in columns:
        col = int(one.path.split("/")[2][3:])
        group = f"<a href='{_path(_TOPS[one.group])}'>{one.group}</a> > " if one.group else ""
        crumbs = (
            f"<div class='wz'>您现在的位置：<a href='/'>首页</a> > {group}<a href='{one.path}'>{one.name}</a></div>"
        )
        side = _side(columns, one.group)
        metas = f'<meta name="ColumnName" content="{one.name}">'
        pages[one.path] = _page(
            f"{NAME} {one.name}",
            menu,
            f"{side}<div class='right'>{crumbs}<div class='list'>{one.main}</div></div>",
            metas,
        )
        for item in one.items:
            shown = f"<td>发布日期：{item.printed:%Y-%m-%d}</td>" if item.printed else ""
            pub = f'<meta name="PubDate" content="{item.printed:%Y-%m-%d}">' if item.printed else ""
            if one.name == "便民提示":
                pub = '<meta name="PubDate" content="2026-08-09 09:12:00">'
            pages[_address(item, col)] = _page(
                f"{NAME} {one.name} {item.title}",
                menu,
                f"<div class='right'>{crumbs}<div class='title'>{item.title}</div><table><tr>"
                f"{shown}<td>信息来源：县政府办</td>"
                f"<td>浏览次数：<script src='/module/visitcount/articlehits.jsp?id={item.number}'>"
                f"</script></td></tr></table>"
                f"<div id='zoom'>{words(item.title)}</div></div>",
                f'<meta name="ArticleTitle" content="{item.title}">{pub}{metas}',
            )
    for name, col in _TOPS.items():
        blocks = "".join(
            f"<div class='box'><div class='tit'><a href='{one.path}'>{one.name}</a></div><ul>"
            + "".join(
                f"<li><a href='{_address(item, int(one.path.split('/')[2][3:]))}'>{item.title}</a></li>"
                for item in one.items[:3]
            )
            + "</ul></div>"
            for one in columns
            if one.group == name
        )
        pages[_path(col)] = _page(f"{NAME} {name}", menu, _side(columns, name) + f"<div class='right'>{blocks}</div>")
    for n in range(4):
        pages[f"/col/col31{n}/index.html"] = _page(
            f"{NAME} 乡镇", menu, f"<div class='right'><h3>乡镇信息公开专栏</h3>{words('乡镇')}</div>"
        )
    for day in (17, 14, 12):
        pages[f"/art/2026/11/{day}/art_119_{day}.html"] = _page(
            f"{NAME} 图片新闻 丰收节",
            menu,
            f"<div class='title'>临江县第{day}届农民丰收节掠影</div><p>发布日期：2026-11-{day}</p>{words('丰收节')}",
        )
    for year in (2025, 2024, 2023):
        title = f"临江县{year}年政府信息公开工作年度报告"
        pages[f"/art/{year + 1}/1/20/art_123_{year}.html"] = _page(
            f"{NAME} 年度报告 {title}",
            menu,
            f"<div class='title'>{title}</div><p>发布日期：{year + 1}-01-20</p>{words(title)}",
        )
    for col, what in ((190, "关于我们"), (191, "网站地图")):
        pages[_path(col)] = _page(f"{NAME} {what}", menu, f"<div class='right'><h3>{what}</h3>{words(what)}</div>")
    pages["/"] = _page(NAME, menu, _home(columns))
    faults = {(fault, one.path) for one in columns for fault in one.faults}
    rural = next(one for one in columns if one.name == "乡村振兴")
    faults.add(("date-future", _address(rural.items[0], 126)))
    return SeededPortal(
        HOST, NAME, "county", pages, frozenset(faults), traps=tuple(one.path for one in columns if not one.faults)
    )


def _home(columns: list[Column]) -> str:
    shown = [one for one in columns if one.name in ("临江要闻", "公告公示", "政策文件")]
    boxes = "".join(
        f"<div class='box'><div class='tit'><a href='{one.path}'>{one.name}</a></div><table>"
        + "".join(
            f"<tr><td><a href='{_address(item, int(one.path.split('/')[2][3:]))}'>{item.title}</a></td>"
            f"<td>{item.day:%Y-%m-%d}</td></tr>"
            for item in one.items
            if item.day
        )
        + "</table></div>"
        for one in shown
    )
    return f"<div class='main'>{boxes}</div>"
