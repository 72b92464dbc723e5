"""A district's portal rendered on the server by Vue: cards, `time` elements, tab panes, `el-empty`, a state in JSON."""

import json

from tests.duwang.column_portals.seeded import TODAY, Column, Item, SeededPortal, items, words

_HOST = "www.lanhu.example"
_PLACE = "岚湖区"
_SITE = "岚湖区人民政府"


def _address(item: Item) -> str:
    return f"/detail/{50000 + item.number}"


def _title(item: Item) -> str:
    return f'<h3 data-v-1a2b><a href="{_address(item)}" data-v-1a2b>{item.title}</a></h3>'


def _items(entries: tuple[Item, ...], shown: str = "%m-%d") -> str:
    """Title, summary and a `time` whose attribute holds the whole date."""
    return (
        '<div class="list" data-v-1a2b>'
        + "".join(
            f'<div class="item" data-v-1a2b>{_title(e)}<p class="desc" data-v-1a2b>{e.title}，有关情况如下…</p>'
            + (f'<time datetime="{e.day}T08:30:00+08:00">{e.day:{shown}}</time>' if e.day else "")
            + "</div>"
            for e in entries
        )
        + f'</div><div class="el-pagination"><span class="el-pagination__total">共 {len(entries)} 条</span></div>'
    )


def _cards(entries: tuple[Item, ...]) -> str:
    return (
        '<div class="el-row">'
        + "".join(
            f'<div class="el-col el-col-8"><div class="el-card"><div class="el-card__body"><a href="{_address(e)}">'
            f'<span class="t">{e.title}</span><span class="d">{e.day:%Y/%m/%d}</span></a></div></div></div>'
            for e in entries
            if e.day
        )
        + "</div>"
    )


def _papers(entries: tuple[Item, ...]) -> str:
    return "".join(
        f'<div class="card"><span class="tag">岚政发〔{e.day.year}〕{9 - n}号</span>{_title(e)}'
        f'<div class="meta"><span>发文机关：区政府办</span><span>发布日期：{e.day}</span></div></div>'
        for n, e in enumerate(entries)
        if e.day
    )


def _stamped(entries: tuple[Item, ...]) -> str:
    return "".join(
        f'<section class="row"><a href="{_address(e)}">{e.title}</a>'
        f'<div class="foot">发布于 {e.day} 09:30:12 | 来源：区融媒体中心 | 阅读 {e.number}</div></section>'
        for e in entries
    )


def _relative(entries: tuple[Item, ...]) -> str:
    told = ("3小时前", "昨天", "3天前", "1周前")
    return (
        "<ul>"
        + "".join(
            f'<li><a href="{_address(e)}">{e.title}</a><i>{t}</i></li>' for e, t in zip(entries, told, strict=False)
        )
        + "</ul>"
    )


def _figures(entries: tuple[Item, ...]) -> str:
    return (
        '<div class="grid">'
        + "".join(
            f'<figure><a href="{_address(e)}"><img src="/upload/{e.number}.webp" alt=""></a>'
            f"<figcaption>{e.title}</figcaption></figure>"
            for e in entries
        )
        + "</div>"
    )


def _tabs(entries: tuple[Item, ...]) -> str:
    half = len(entries) // 2
    panes = "".join(
        f'<div class="el-tab-pane" role="tabpanel"><ul>{"".join(f"<li>{_title(e)}</li>" for e in part)}</ul></div>'
        for part in (entries[:half], entries[half:])
    )
    return f'<div class="el-tabs"><div role="tab">疾病预防</div><div role="tab">妇幼健康</div>{panes}</div>'


def _nothing(text: str) -> str:
    return (
        '<div class="el-empty" data-v-1a2b><div class="el-empty__image"><svg viewBox="0 0 79 86"></svg></div>'
        f'<div class="el-empty__description"><p>{text}</p></div></div>'
    )


def _guess(entries: tuple[Item, ...]) -> str:
    """An empty column under which other columns' news are recommended."""
    lines = "".join(f'<li><a href="{_address(e)}">{e.title}</a><span>{e.day}</span></li>' for e in entries)
    return f'<p class="none">此栏目暂无内容</p><div class="recommend"><h4>猜你喜欢</h4><ul>{lines}</ul></div>'


def _columns() -> tuple[Column, ...]:
    made: list[Column] = []

    def add(name: str, path: str, main: str, entries: tuple[Item, ...] = (), fault: str = "", group: str = "") -> None:
        made.append(Column(name, f"/{path}", main, entries, (fault,) if fault else (), group))

    def lists(
        name: str, path: str, days: tuple[int | None, ...], draw: object, fault: str = "", group: str = "", **more: int
    ) -> None:
        entries = items(_PLACE, name, days, first=len(made) * 10, **more)
        add(name, path, draw(entries), entries, fault, group)  # type: ignore[operator]

    lists("岚湖要闻", "news/local", (0, 1, 3, 5), _items)
    lists("街道动态", "news/street", (31, 36, 44), _items, "column-stale")
    lists("部门动态", "news/dept", (10, 15, 19), _stamped, "column-expiring")
    lists("图片新闻", "news/photo", (None,) * 4, _figures, "column-undated", printed=3)
    lists("今日快讯", "news/flash", (0, 1, 3, 7), _relative)
    lists("通知公告", "notice", (12, 40, 77), _cards)
    lists("政府文件", "open/file", (200, 260, 330), _papers, "column-stale", "政务公开")
    lists("政策解读", "open/explain", (177, 220, 250), _cards, "column-expiring", "政务公开")
    lists("统计信息", "open/stat", (361, 390, 430), _stamped, "column-expiring", "政务公开")
    add("重大项目", "open/project", _nothing("暂无数据"), fault="column-empty", group="政务公开")
    add("社会保障", "open/security", _items(()), group="政务公开")  # a pager that counts none before its data came
    add(
        "养老服务",
        "open/elder",
        '<div class="coming"><img src="/i/soon.png"><p>敬请期待</p></div>',
        fault="column-empty",
        group="政务公开",
    )
    add("政府债务", "open/debt", "<p>栏目内容更新中，请稍后访问。</p>", fault="column-empty", group="政务公开")
    add("乡村振兴", "open/rural", '<div class="list" data-v-1a2b></div>', fault="column-empty", group="政务公开")
    add("公共文化", "open/culture", _guess(made[0].items), fault="column-empty", group="政务公开")
    lists("营商环境", "business/env", (None,) * 4, _items, "column-undated")
    lists(
        "招商引资",
        "business/invest",
        (None,) * 3,
        lambda e: "".join(f"<div class=box>{_title(i)}</div>" for i in e),
        "column-undated",
    )
    lists("公共卫生", "open/health", (None,) * 4, _tabs, "column-undated", "政务公开")
    lists("食品药品", "open/food", (-25, 14, 60), _items, group="政务公开")
    lists("社会救助", "open/aid", (-11, 20, 90), _cards, group="政务公开")
    lists("建议提案", "open/proposal", (150, 155), lambda e: _items(e, "%Y年%m月%d日"), group="政务公开")
    lists("政府信息公开年报", "open/annual", (300, 660), _items, group="政务公开")
    lists(
        "人事信息",
        "open/hr",
        (45, 100),
        lambda e: '<div class="empty" style="display:none">暂无数据</div>' + _items(e),
        group="政务公开",
    )
    add(
        "政府采购",
        "open/buy",
        '<div id="list-app"></div><script src="/static/js/list.3f2a.js"></script>',
        group="政务公开",
    )
    add(
        "住房保障",
        "open/house",
        '<div class="el-skeleton"><p>加载中...</p></div><script src="/static/js/house.js"></script>',
        group="政务公开",
    )
    add(
        "价格信息",
        "open/price",
        '<ul><li v-for="i in list">{{ i.title }}</li></ul>'
        "<p v-if=\"!list.length\">暂无数据</p><script>new Vue({el:'#app'})</script>",
        group="政务公开",
    )
    add("行政处罚", "open/penalty", "<p>本月无行政处罚信息。</p>", group="政务公开")
    add("应急预案", "open/plan", "<p>本栏目开通时间：2026年11月1日，内容正在收集。</p>", group="政务公开")
    add("机构职能", "open/org", f"<h3>主要职责</h3>{words('岚湖区人民政府办公室')}{words('机构')}", group="政务公开")
    add(
        "领导信息",
        "leader",
        '<div class="cards">'
        + "".join(
            f'<div class="card"><img src="/l/{n}.png"><h3>{t}</h3><p>主持全面工作。</p></div>'
            for n, t in enumerate(("区长 陆知行", "副区长 沈又安"))
        )
        + "</div>",
    )
    add(
        "办事服务",
        "service",
        "".join(
            f'<a class="tile" href="/service/{n}"><i class="icon"></i><span>{t}</span></a>'
            for n, t in enumerate(("社保卡", "公积金", "不动产", "婚姻登记"))
        ),
    )
    add(
        "常见问题",
        "faq",
        "".join(
            f'<div class="el-collapse-item"><div role="button">{q}？</div><div class="c">{words(q)}</div></div>'
            for q in ("如何办理居住证", "怎样申领补贴", "在哪里缴费")
        ),
    )
    add(
        "区长信箱",
        "mailbox",
        '<form class="el-form"><label>标题</label><input><label>内容</label><textarea></textarea>'
        "<button>提交</button></form>",
    )
    add("联系我们", "contact", "<p>地址：岚湖区湖滨路8号</p><p>电话：0999-7654321</p>")
    add("数据图解", "chart", '<canvas id="c"></canvas><script src="/static/js/echarts.min.js"></script>')
    add("电子地图", "map", '<div id="map" style="height:500px"></div><script src="/static/js/map.js"></script>')
    add(
        "部门网站",
        "links",
        "<ul>"
        + "".join(
            f'<li><a href="https://{h}.example">{t}</a></li>'
            for h, t in (("jy", "区教育局"), ("ws", "区卫生健康局"), ("cz", "区财政局"))
        )
        + "</ul>",
    )
    add("政务公开", "open", "")
    return tuple(made)


def _page(title: str, crumb: str, main: str, columns: tuple[Column, ...], group: str = "") -> bytes:
    menu = "".join(f'<li class="el-menu-item"><a href="{c.path}">{c.name}</a></li>' for c in columns if not c.group)
    side = "".join(
        f'<li><a href="{c.path}" class="side-link">{c.name}</a></li>' for c in columns if group and c.group == group
    )
    aside = f'<aside class="el-aside"><ul>{side}</ul></aside>' if side else ""
    state = json.dumps({"layout": "default", "state": {"site": _SITE}}, ensure_ascii=False)
    return (
        f'<!doctype html><html data-n-head-ssr lang="zh-CN"><head><meta charset="utf-8">'
        f"<title>{title}</title></head><body>"
        f'<div id="__nuxt"><div id="__layout"><div><header data-v-9c>'
        f'<a href="/"><img src="/logo.png" alt="{_SITE}"></a>'
        f'<nav><ul class="el-menu">{menu}</ul></nav></header>'
        f'<main class="el-main"><div class="el-breadcrumb">{crumb}</div>{aside}<div class="body">{main}</div></main>'
        f"<footer>主办单位：{_SITE}办公室 网站标识码：9901210001</footer></div></div></div>"
        f"<script>window.__NUXT__={state}</script></body></html>"
    ).encode()


def _crumb(*parts: tuple[str, str]) -> str:
    return "".join(
        f'<span class="el-breadcrumb__item"><a class="el-breadcrumb__inner" href="{path}">{name}</a><i>/</i></span>'
        for name, path in (("首页", "/"), *parts)
    )


def _article(item: Item, column: Column, columns: tuple[Column, ...]) -> bytes:
    date = f'<span>发布时间：<time datetime="{item.printed}">{item.printed} 10:20</time></span>' if item.printed else ""
    meta = f'<div class="meta">{date}<span>来源：{_SITE}办公室</span></div>'
    main = f"<article><h1>{item.title}</h1>{meta}{words(item.title)}</article>"
    return _page(f"{item.title} - {_SITE}", _crumb((column.name, column.path)), main, columns)


def _home(columns: tuple[Column, ...]) -> str:
    blocks = ""
    for column in (columns[0], columns[5], columns[6]):
        lines = "".join(
            f'<li><a href="{_address(e)}">{e.title}</a><time datetime="{e.day}">{e.day:%m-%d}</time></li>'
            for e in column.items
            if e.day
        )
        more = f'<a class="more" href="{column.path}">更多 &gt;</a>'
        blocks += f"<section><h2>{column.name}</h2>{more}<ul>{lines}</ul></section>"
    return blocks


def portal() -> SeededPortal:
    """The portal, its faults and its traps."""
    columns = _columns()
    pages = {"/": _page(_SITE, "", _home(columns), columns)}
    faults = {(check, column.path) for column in columns for check in column.faults}
    for column in columns:
        main = column.main or "".join(f'<a class="tile" href="{c.path}">{c.name}</a>' for c in columns if c.group)
        parts = (("政务公开", "/open"),) if column.group else ()
        pages[column.path] = _page(
            f"{column.name} - {_SITE}", _crumb(*parts, (column.name, column.path)), main, columns, column.group
        )
        for item in column.items:
            pages[_address(item)] = _article(item, column, columns)
            if item.printed and item.printed > TODAY:
                faults.add(("date-future", _address(item)))
    for number in range(4):
        pages[f"/service/{number}"] = _page(
            f"办理入口 - {_SITE}", _crumb(("办事服务", "/service")), "<p>请携带身份证到窗口办理。</p>", columns
        )
    traps = tuple(column.path for column in columns if not column.faults)
    return SeededPortal(_HOST, _SITE, "county", pages, frozenset(faults), traps=traps)
