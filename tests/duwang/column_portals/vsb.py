"""A bureau's portal in the manner of 博达: `.htm` files, table lists with `line_u9_0`, addresses without dates."""

from tests.duwang.column_portals.seeded import Column, Item, SeededPortal, items, words

HOST, NAME, PLACE = "jyj.yunze.example", "云泽市教育体育局", "我市"


def _address(item: Item) -> str:
    return f"/info/{1000 + item.number // 100}/{item.number}.htm"


def _row(place: int, item: Item, form: str) -> str:
    shown = f'<td class="timestyle9" width="1%" nowrap>{item.day.strftime(form)}</td>' if item.day else ""
    return (
        f'<tr id="line_u9_{place}" height="24"><td width="10"><span class="leaderfont9">·</span></td>'
        f'<td><a href="..{_address(item)}" class="c9" target="_blank" title="{item.title}">'
        f"{item.title}</a></td>{shown}</tr>"
    )


def _list(*made: Item, form: str = "%Y/%m/%d", total: int | None = None) -> str:
    rows = "".join(_row(place, item, form) for place, item in enumerate(made))
    count = len(made) if total is None else total
    return f"""<script language="javascript" src="/system/resource/js/dynclicks.js"></script>
<table class="winstyle9" width="100%" cellspacing="0" cellpadding="0">{rows}
<tr><td colspan="3"><div class="pb_sys_common pb_sys_normal"><span class="p_t">共{count}条</span>
<span class="p_pages"><span class="p_no_d">1</span></span></div></td></tr></table>"""


def _dated(name: str, path: str, topic: str, days: list[int | None], first: int, **given: object) -> Column:
    form = str(given.pop("form", "%Y/%m/%d"))
    made = items(PLACE, topic, days, first=first)
    return Column(name, path, _list(*made, form=form), made, **given)  # type: ignore[arg-type]


def _columns() -> list[Column]:
    def undated(name: str, path: str, topic: str, count: int, first: int) -> Column:
        return _dated(name, path, topic, [None] * count, first, faults=("column-undated",))

    intake = items(PLACE, "幼升小登记", [None] * 4, first=2500)
    intake_rows = "".join(
        f'<tr><td align="center">{n}</td><td><a href="..{_address(item)}">{item.title}</a></td>'
        f"<td>点击[{37 * n}]</td></tr>"
        for n, item in enumerate(intake, 1)
    )
    files = "".join(
        f'<li><a href="/__local/A/{n}/form{n}.doc">{what}</a></li>'
        for n, what in enumerate(("教师资格认定申请表", "民办学校年检表", "转学申请表", "休学申请表"), 1)
    )
    asked = "".join(
        f"<dl><dt>问：{what}？</dt><dd>答：请携带户口簿原件到所在学区学校咨询办理。</dd></dl>"
        for what in ("小学入学需要哪些材料", "转学如何办理", "高中阶段资助怎样申请")
    )
    wall = "".join(
        f'<div class="photo"><a href="../content_{n}.jsp"><img src="/images/xy{n}.jpg"></a><div>{what}</div></div>'
        for n, what in enumerate(("云泽一中", "云泽二中", "实验小学", "中心幼儿园", "特殊教育学校"))
    )
    offices = "".join(
        f"<p><b>{what}</b>：负责相关业务的组织实施。电话：5550{n}23</p>"
        for n, what in enumerate(("办公室", "基教科", "体卫科"))
    )
    hired = items(PLACE, "特岗教师", [None] * 3, first=2700)
    hired_rows = "".join(
        f'<tr id="line_u9_{n}"><td><img src="/images/li.gif"></td><td><a '
        f'href="..{_address(item)}">{item.title}</a><img src="/images/new.gif"></td></tr>'
        for n, item in enumerate(hired)
    )
    permits = "".join(
        f"<tr><td>{n}</td><td>{what}培训学校</td><td>云泽市学府路{n}号</td><td>202{n + 4}年8月</td></tr>"
        for n, what in enumerate(("星光", "启航", "博雅"), 1)
    )
    schools = "".join(
        f'<tr><td><a href="https://{key}.yunze-edu.example/">云泽市{what}</a></td></tr>'
        for key, what in (("yz", "第一高级中学附属学校"), ("ez", "第二实验中学教育集团"), ("sy", "实验小学滨江新校区"))
    )
    return [
        _dated("工作动态", "/xwzx/gzdt.htm", "秋季开学", [1, 5, 8, 13], 2000),
        undated("通知公告", "/xwzx/tzgg.htm", "教师招聘", 20, 2100),
        Column("学前教育", "/jyxx/xqjy.htm", _list(), faults=("column-empty",)),
        _dated("义务教育", "/jyxx/ywjy.htm", "义务教育均衡", [20, 50, 51], 2200, form="%Y年%m月%d日"),
        Column(
            "校园安全",
            "/jyxx/xyaq.htm",
            '<div class="wu" align="center">对不起，暂无数据！</div>',
            faults=("column-empty",),
        ),
        undated("体育赛事", "/tyxx/tyss.htm", "中小学生运动会", 1, 2300),
        _dated("师资建设", "/jyxx/szjs.htm", "名师工作室", [18, 25, 40], 2400, form="[%m-%d]"),
        Column(
            "招生信息",
            "/jyxx/zsxx.htm",
            f'<table border="0" class="bg"><tr><th>序号</th><th>标题</th><th>点击</th></tr>{intake_rows}</table>',
            intake,
            faults=("column-undated",),
        ),
        _dated("清廉学校", "/dflz.htm", "廉洁从教", [730, 760], 2600, faults=("column-stale",)),
        Column(
            "教育督导",
            "/jyxx/jydd.htm",
            '<div class="v_news_content"><p>本栏目建设时间：2026年11月10日，内容正在充实，暂无信息。</p></div>',
        ),
        Column("学生资助", "/jyxx/xszz.htm", '<div class="wu" align="center">暂无内容</div>'),
        Column("下载中心", "/xzzx.htm", f'<ul class="down">{files}</ul>'),
        Column("常见问题", "/cjwt.htm", f'<div class="faq">{asked}</div>'),
        Column("校园风采", "/xyfc.htm", f'<div class="photos">{wall}</div>'),
        Column("教育科研", "/jyxx/jyky.htm", '<div class="list_box"></div>', faults=("column-empty",)),
        Column(
            "招聘专栏",
            "/jyxx/zpzl.htm",
            f'<table class="winstyle9">{hired_rows}</table>',
            hired,
            faults=("column-undated",),
        ),
        Column(
            "办学许可",
            "/jyxx/bxxk.htm",
            f'<table border="1"><tr><th>序号</th><th>学校名称</th><th>地址</th><th>有效期</th></tr>{permits}</table>',
        ),
        Column("学校一览", "/xxyl.htm", f'<table class="winstyle9">{schools}</table>'),
        Column("内设机构", "/jgsz/nsjg.htm", f'<div class="v_news_content">{offices}</div>'),
        Column(
            "局长信箱",
            "/jzxx.htm",
            '<form action="/mail.jsp"><input name="t"><textarea name="c"></textarea><button>提交</button></form>',
        ),
    ]


def _menu(columns: list[Column]) -> str:
    links = "".join(f'<td class="menu1"><a href="{one.path}">{one.name}</a></td>' for one in columns)
    return (
        f'<TABLE id="menu" cellspacing="0"><TR><td class="menu1"><a href="/index.htm">首页</a></td>{links}</TR></TABLE>'
    )


def _page(title: str, menu: str, body: str) -> bytes:
    return f"""<HTML><HEAD><TITLE>{title}</TITLE><META http-equiv="Content-Type" content="text/html; charset=UTF-8">
<META content="{NAME}" name="keywords"><link href="/css/style.css" rel="stylesheet">
<!--Announced by Visual SiteBuilder 9--><script src="/_sitegray/_sitegray_d.js"></script></HEAD><BODY>
<div class="top"><img src="/images/banner.jpg" alt="{NAME}"></div>{menu}
<TABLE width="1000" align="center"><TR><TD valign="top">{body}</TD></TR></TABLE>
<div class="foot">版权所有：{NAME}　主办单位：{NAME}　地址：云泽市学府路1号　网站标识码：9901000003　<a
href="/wzdt.htm">
网站地图</a>
</div>
</BODY></HTML>""".encode()


def portal() -> SeededPortal:
    """The portal with its faults; one empty column is exempt."""
    columns = _columns()
    menu = _menu(columns)
    pages: dict[str, bytes] = {"/": _page(NAME, menu, _home(columns))}
    for one in columns:
        crumbs = (
            f'<table><tr><td>当前位置: <a href="/index.htm">首页</a>&gt;&gt;<a href="{one.path}">'
            f"{one.name}</a></td></tr></table>"
        )
        pages[one.path] = _page(f"{one.name}-{NAME}", menu, f"{crumbs}{one.main}")
        for item in one.items:
            shown = (
                f"{item.printed.year}年{item.printed.month:02}月{item.printed.day:02}日 10:21&nbsp; "
                if item.printed
                else ""
            )
            pages[_address(item)] = _page(
                f"{item.title}-{NAME}",
                menu,
                f'{crumbs}<form name="_newscontent_fromname"><table><tr><td class="titlestyle7" '
                f'align="center">{item.title}</td></tr>'
                f'<tr><td align="center"><span class="timestyle7">{shown}</span>作者：&nbsp; '
                f'点击：[<span id="dynclicks"></span>]</td></tr>'
                f'<tr><td class="contentstyle7"><div id="vsb_content"><div '
                f'class="v_news_content">{words(item.title)}</div></div></td></tr>'
                "</table></form>",
            )
    for n in range(1, 5):
        pages[f"/__local/A/{n}/form{n}.doc"] = b"form"
    pages["/index.htm"] = pages["/"]
    pages["/wzdt.htm"] = _page(f"网站地图-{NAME}", menu, f"<div>{words('网站地图')}</div>")
    faults = frozenset((fault, one.path) for one in columns for fault in one.faults)
    exempt = ({"check": "column-empty", "item": "学生资助", "reason": "资助信息由省教育厅统一公布"},)
    return SeededPortal(
        HOST, NAME, "department", pages, faults, exempt, tuple(one.path for one in columns if not one.faults)
    )


def _home(columns: list[Column]) -> str:
    return "".join(
        f'<table class="win"><tr><td><a href="{one.path}">{one.name}</a></td><td><a '
        f'href="{one.path}">more</a></td></tr></table>'
        + one.main.replace("../", "/").split("<tr><td colspan")[0]
        + "</table>"
        for one in columns
        if one.name in ("工作动态", "义务教育")
    )
