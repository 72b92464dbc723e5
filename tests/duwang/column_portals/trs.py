"""A city's portal in the manner of TRS WCM: folders of months, drop-down menus, `createPageHTML`."""

from datetime import date

from tests.duwang.column_portals.seeded import Column, Item, SeededPortal, ago, items, words

HOST, NAME, PLACE = "www.yunze.example", "云泽市人民政府", "云泽市"


def _address(item: Item) -> str:
    day = item.day or item.printed or date(2026, 9, 3)
    return f"{day:%Y%m}/t{day:%Y%m%d}_{item.number}.html"


def _row(item: Item) -> str:
    shown = f"<span>{item.day:%Y-%m-%d}</span>" if item.day else ""
    return f'<li><a href="./{_address(item)}" target="_blank" title="{item.title}">{item.title[:18]}...</a>{shown}</li>'


def _list(*made: Item, pages: int = 1) -> str:
    rows = "\n".join(_row(item) for item in made)
    return f"""<ul class="gl_list">
{rows}
</ul>
<div class="fenye"><script language="JavaScript">createPageHTML({pages}, 0, "index", "html");</script></div>"""


def _dated(name: str, path: str, topic: str, days: list[int | None], first: int, **given: object) -> Column:
    made = items(PLACE, topic, days, first=first)
    return Column(name, path, _list(*made), made, **given)  # type: ignore[arg-type]


def _columns() -> list[Column]:
    undated = items(PLACE, "普法宣传", [None, None], first=1700)
    plans = items(PLACE, "应急救援", [None] * 5, first=1710)
    inside = items(PLACE, "重点规划", [None] * 4, first=1720, printed=30)
    pinned = items(PLACE, "征收补偿", [400, 5, 9, 30], first=1730)
    future = items(PLACE, "节水型城市", [-12, 3, 20], first=1740)
    faces = "".join(
        f'<li><a href="./ld{n}/"><img src="/images/ld{n}.jpg" alt="{who}"/><p>{who}</p></a></li>'
        for n, who in enumerate(("张明远", "李文华", "王建国", "赵小兰"))
    )
    units = "".join(
        f'<li><a href="./{key}/" title="市{unit}">市{unit}</a></li>'
        for key, unit in (("fgw", "发展和改革委员会"), ("jyj", "教育局"), ("kjj", "科学技术局"), ("gaj", "公安局"))
    )
    guides = "".join(
        f'<li><a href="./t20190{n}02_88{n}.html">{what}办理指南</a></li>'
        for n, what in enumerate(("户口迁移", "居民身份证", "不动产登记", "婚姻登记", "食品经营许可"), 1)
    )
    wall = "".join(
        f'<li><a href="./zt{n}/"><img src="/images/zt{n}.png" alt="{what}"></a><p><a '
        f'href="./zt{n}/">{what}</a></p></li>'
        for n, what in enumerate(("优化营商环境", "创建文明城市", "安全生产月", "森林防火", "反诈宣传"))
    )
    topics = "".join(
        f'<li><a href="/ztzl/{key}/" target="_blank">{what}</a></li>'
        for key, what in (
            ("qh", "学习贯彻党的二十届四中全会精神"),
            ("yshj", "全力打造一流法治化营商环境"),
            ("cwm", "争创全国文明典范城市在行动"),
        )
    )
    talks = items(PLACE, "民生实事", [None] * 4, first=1750)
    talk_rows = "".join(
        f'<li><a href="./{_address(item)}"><img src="./t{item.number}.jpg" alt=""></a><p><a '
        f'href="./{_address(item)}">{item.title}</a></p></li>'
        for item in talks
    )
    queries = "".join(
        f'<li><a href="https://{key}.yunze-cx.example/">{what}</a></li>'
        for key, what in (
            ("sb", "全国社会保险公共服务平台"),
            ("gjj", "住房公积金个人账户查询服务"),
            ("jt", "机动车驾驶人交通违法查询"),
        )
    )
    years = "".join(f'<li><a href="./{year}/">{year}年政府公报</a></li>' for year in range(2026, 2019, -1))
    return [
        _dated("云泽要闻", "/ywdt/yzyw/", "项目建设", [0, 1, 2, 4, 7], 1000, group="要闻动态"),
        _dated("部门动态", "/ywdt/bmdt/", "作风建设", [22, 25, 31], 1100, group="要闻动态", faults=("column-stale",)),
        _dated(
            "县区动态", "/ywdt/xqdt/", "秋粮收购", [10, 12, 15], 1200, group="要闻动态", faults=("column-expiring",)
        ),
        Column("公示公告", "/gsgg/", _list(*pinned, pages=6), pinned),
        _dated("政府文件", "/zwgk/zfwj/", "污水处理", [60, 80, 95], 1300, group="政务公开"),
        Column("人事信息", "/zwgk/rsxx/", _list(), group="政务公开", faults=("column-empty",)),
        Column(
            "双随机一公开",
            "/zwgk/ssj/",
            '<ul class="gl_list"><li class="none">暂无信息</li></ul>',
            group="政务公开",
            faults=("column-empty",),
        ),
        Column(
            "环境质量",
            "/zwgk/hjzl/",
            '<div class="list_con"><p align="center">栏目建设中，敬请期待……</p></div>',
            group="政务公开",
            faults=("column-empty",),
        ),
        Column(
            "信访工作",
            "/zwgk/xfgz/",
            '<div class="gl_list"><!--1-2-0--></div>',
            group="政务公开",
            faults=("column-empty",),
        ),
        Column("普法工作", "/zwgk/pfgz/", _list(*undated), undated, group="政务公开", faults=("column-undated",)),
        Column("应急管理", "/zwgk/yjgl/", _list(*plans), plans, group="政务公开", faults=("column-undated",)),
        Column("规划计划", "/zwgk/ghjh/", _list(*inside), inside, group="政务公开", faults=("column-undated",)),
        Column("节水行动", "/zwgk/jsxd/", _list(*future), future, group="政务公开"),
        Column("领导之窗", "/ldzc/", f'<ul class="ld_list">{faces}</ul>'),
        Column("机构职能", "/zwgk/jgzn/", f'<ul class="gl_list">{units}</ul>', group="政务公开"),
        Column("办事指南", "/zwfw/bszn/", f'<ul class="gl_list">{guides}</ul>', group="政务服务"),
        Column("专题专栏", "/ztzl/", f'<ul class="pic_list">{wall}</ul>'),
        Column("政府公报", "/zwgk/zfgb/", f'<ul class="gl_list">{years}</ul>', group="政务公开"),
        Column(
            "网上调查",
            "/hdjl/wsdc/",
            '<div id="dcList"></div><script>'
            '$.post("https://hd.yunze-apps.example/api/survey/list",{siteId:7},function(r)'
            '{$("#dcList").html(template("t1",r.data));});</script>',
            group="互动交流",
        ),
        Column("热点专题", "/ztzl/rdzt/", f'<ul class="gl_list">{topics}</ul>', in_menu=True),
        Column(
            "在线访谈",
            "/hdjl/zxft/",
            f'<ul class="pic_list2">{talk_rows}</ul>',
            talks,
            group="互动交流",
            faults=("column-undated",),
        ),
        Column("便民查询", "/zwfw/bmcx/", f'<ul class="gl_list">{queries}</ul>', group="政务服务"),
        Column(
            "政策文件库",
            "/zwgk/zcwjk/",
            '<div class="cxtj"><input type="text" id="bt" placeholder="请输入标题"><a '
            'href="javascript:cx()">查询</a></div>'
            '<table class="jg"><tr><th>标题</th><th>发布日期</th></tr><tr><td colspan="2">暂无数据</td></tr></table>',
            group="政务公开",
        ),
        Column(
            "城市名片",
            "/csmp/",
            f'<ul class="pic_list">{wall}</ul><div class="gg"><h4>最新公告</h4><p>暂无信息</p></div>',
        ),
        Column(
            "市情概况",
            "/sqgk/",
            f'<div class="TRS_Editor"><h2>云泽市情概况</h2>{words("云泽市历史沿革与自然资源")}</div>',
        ),
    ]


def _menu(columns: list[Column]) -> str:
    single = [f'<li><a href="{one.path}">{one.name}</a></li>' for one in columns if not one.group]
    groups = dict.fromkeys(one.group for one in columns if one.group)
    tops = {"要闻动态": "/ywdt/", "政务公开": "/zwgk/", "政务服务": "/zwfw/", "互动交流": "/hdjl/"}
    nested = [
        f'<li><a href="{tops[group]}">{group}</a><div class="subnav" style="display:none">'
        + "".join(f'<a href="{one.path}">{one.name}</a>' for one in columns if one.group == group)
        + "</div></li>"
        for group in groups
    ]
    return f'<div class="nav"><ul><li><a href="/">首页</a></li>{"".join(nested)}{"".join(single)}</ul></div>'


def _page(title: str, menu: str, body: str, metas: str = "") -> bytes:
    return f"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>
<meta name="SiteName" content="{NAME}"><meta name="SiteDomain" content="{HOST}"><meta
name="SiteIDCode" content="9901000001">
{metas}<link rel="stylesheet" href="/images/base.css"></head><body>
<div class="top"><a href="javascript:void(0)" onclick="aria.start()">无障碍阅读</a></div>
<div class="header"><div class="logo"><img src="/images/logo.png" alt="{NAME}"></div>
<form class="search"><input name="searchword"><button>搜索</button></form></div>
{menu}
{body}
<div class="footer"><p>主办：{NAME}办公室　联系电话：0999-5550100　<a href="/wzdt.html">网站地图</a>　<a
href="/wzsm.html">网站声明</a></p>
<p>网站标识码：9901000001　测ICP备99000001号</p></div></body></html>""".encode()


def portal() -> SeededPortal:
    """The portal with its faults."""
    columns = _columns()
    menu = _menu(columns)
    pages: dict[str, bytes] = {}
    tops = {"要闻动态": "/ywdt/", "政务公开": "/zwgk/", "政务服务": "/zwfw/", "互动交流": "/hdjl/"}
    for one in columns:
        crumbs = f'<a href="{tops[one.group]}" class="CurrChnlCls">{one.group}</a>&gt;' if one.group else ""
        where = (
            f'<div class="dqwz">当前位置：<a href="/" class="CurrChnlCls">首页</a>&gt;{crumbs}<a '
            f'href="{one.path}" class="CurrChnlCls">{one.name}</a></div>'
        )
        metas = f'<meta name="ColumnName" content="{one.name}"><meta name="ColumnType" content="{one.name}">'
        pages[one.path] = _page(
            f"{one.name}_{NAME}",
            menu,
            f'<div class="main">{where}<h2 class="bt">{one.name}</h2>{one.main}</div>',
            metas,
        )
        for item in one.items:
            shown = f"<span>发布时间：{item.printed:%Y-%m-%d %H:%M}</span>" if item.printed else ""
            pubdate = f'<meta name="PubDate" content="{item.printed:%Y-%m-%d %H:%M}">' if item.printed else ""
            pages[one.path + _address(item)] = _page(
                f"{item.title}_{one.name}_{NAME}",
                menu,
                f'<div class="main">{where}<div class="xl"><h1>{item.title}</h1><div class="info">{shown}'
                f'<span>来源：市政府办公室</span></div><div class="TRS_Editor">{words(item.title)}</div></div></div>',
                f'<meta name="ArticleTitle" content="{item.title}">{pubdate}<meta '
                f'name="ColumnName" content="{one.name}">',
            )
    for group, path in tops.items():
        inner = [one for one in columns if one.group == group]
        blocks = "".join(
            f'<div class="box"><h3><a href="{one.path}">{one.name}</a><a class="more" '
            f'href="{one.path}">更多&gt;&gt;</a></h3>'
            f"<ul>{''.join(_row(item).replace('./', one.path) for item in one.items[:3])}</ul></div>"
            for one in inner
        )
        pages[path] = _page(
            f"{group}_{NAME}", menu, f'<div class="main">{blocks}</div>', f'<meta name="ColumnName" content="{group}">'
        )
    for n, what in enumerate(("户口迁移", "居民身份证", "不动产登记", "婚姻登记", "食品经营许可"), 1):
        pages[f"/zwfw/bszn/t20190{n}02_88{n}.html"] = _page(
            f"{what}办理指南_{NAME}", menu, f'<div class="main"><h1>{what}办理指南</h1>{words(what)}</div>'
        )
    for path, what in (("/wzdt.html", "网站地图"), ("/wzsm.html", "网站声明")):
        pages[path] = _page(f"{what}_{NAME}", menu, f'<div class="main"><h1>{what}</h1>{words(what)}</div>')
    pages["/"] = _page(NAME, menu, _home(columns))
    faults = {(fault, one.path) for one in columns for fault in one.faults}
    future = next(one for one in columns if one.name == "节水行动")
    faults.add(("date-future", future.path + _address(future.items[0])))
    silent = tuple(one.path for one in columns if not one.faults)
    return SeededPortal(HOST, NAME, "city", pages, frozenset(faults), traps=silent)


def _home(columns: list[Column]) -> str:
    blocks = "".join(
        f'<div class="box"><h3><a href="{one.path}">{one.name}</a></h3><ul>'
        + "".join(
            f'<li><a href="{one.path}{_address(item)}">{item.title}</a><span>{item.day:%m-%d}</span></li>'
            for item in one.items
            if item.day and item.day <= ago(0)
        )
        + f'</ul><a class="more" href="{one.path}">更多</a></div>'
        for one in columns
        if one.name in ("云泽要闻", "公示公告", "政府文件")
    )
    return f'<div class="main">{blocks}<div class="yqlj"><select><option>友情链接</option></select></div></div>'
