"""A county bureau's portal in the manner of 新点: `ewb-` classes, numbered folders, and lists as JSON in scripts."""

import json
from uuid import NAMESPACE_URL, uuid5

from tests.duwang.column_portals.seeded import Column, Item, SeededPortal, items, words

HOST, NAME, PLACE = "zjj.linjiang.example", "临江县住房和城乡建设局", "临江县"


def _address(item: Item, code: str) -> str:
    day = item.day or item.printed
    return f"/{code}/{f'{day:%Y%m%d}' if day else 'detail'}/{uuid5(NAMESPACE_URL, str(item.number))}.html"


def _path(code: str) -> str:
    return f"/{code}/secondpage.html"


def _node(code: str, item: Item, gap: str = "") -> str:
    shown = f'<span class="ewb-list-date">{item.day:%Y-%m-%d}</span>' if item.day else gap
    return (
        f'<li class="ewb-list-node clearfix"><a class="ewb-list-name" href="{_address(item, code)}" target="_blank">'
        f"{item.title}</a>{shown}</li>"
    )


def _list(code: str, made: tuple[Item, ...], gap: str = "") -> str:
    return f'<ul class="ewb-list">{"".join(_node(code, item, gap) for item in made)}</ul>'


def _listed(name: str, code: str, topic: str, days: list[int | None], **given: object) -> Column:
    gap = str(given.pop("gap", ""))
    made = items(PLACE, topic, days, first=int(code[-3:]) * 100)
    return Column(name, _path(code), _list(code, made, gap), made, **given)  # type: ignore[arg-type]


def _data(code: str, made: tuple[Item, ...]) -> str:
    """A list that the page's script draws from its own data."""
    records = [
        {"title": item.title, "urls": json.dumps({"pc": _address(item, code)})}
        | ({"pubDate": f"{item.day:%Y-%m-%d} 09:30"} if item.day else {})
        for item in made
    ]
    return (
        f'<div id="unit{code}"></div><script>var listData = {{articleList: {json.dumps(records, ensure_ascii=False)}, '
        f"total: {len(made)}}};renderList('unit{code}', listData);</script>"
    )


def _columns() -> list[Column]:
    cards, rules = (
        items(PLACE, "老旧小区改造", [None] * 4, first=20100),
        items(PLACE, "房屋征收", [None] * 3, first=20200),
    )
    lone, drawn = items(PLACE, "招投标监管", [None], first=20300), items(PLACE, "燃气安全", [None] * 4, first=20400)
    fresh, stale = items(PLACE, "物业管理", [4, 9], first=20500), items(PLACE, "建筑工地", [390, 420], first=20600)
    timed = items(PLACE, "海绵城市", [3, 8, 12], first=20700)
    card_rows = "".join(
        f'<div class="card"><a href="{_address(item, "001201")}"><img '
        f'src="/img/{item.number}.jpg"><h3>{item.title}</h3></a></div>'
        for item in cards
    )
    rule_rows = "".join(
        f'<tr><td>{n}</td><td><a href="{_address(item, "001202")}">{item.title}</a></td><td>'
        f"临建发〔2025〕{n}号</td></tr>"
        for n, item in enumerate(rules, 1)
    )
    timed_rows = "".join(
        f'<li><a href="{_address(item, "001207")}">{item.title}</a><time '
        f'datetime="{item.day:%Y-%m-%d}">{item.day:%m/%d}</time></li>'
        for item in timed
        if item.day
    )
    notices = "".join(
        f'<li class="ewb-list-node"><a href="/files/gs{n}.pdf">{what}公示</a></li>'
        for n, what in enumerate(("保障性住房配租对象名册", "城镇低收入住房困难家庭", "建筑业企业资质审查意见"))
    )
    posts = "".join(
        f'<li><a href="/001301/ld{n}.html">{who}：{what}</a></li>'
        for n, (who, what) in enumerate(
            (("局长 高峰", "主持县住建局全面工作"), ("副局长 林静", "分管建筑业与质量安全"))
        )
    )
    projects = "".join(
        f"<tr><td>{what}</td><td>县城投公司</td><td>{cost}万元</td></tr>"
        for what, cost in (("滨江路雨污分流", 3200), ("城东安置房二期", 15800))
    )
    return [
        _listed("工作动态", "001101", "城市更新", [1, 6, 9]),
        _listed("公告公示", "001102", "施工许可", [2, 30, 41]),
        _listed("政策文件", "001103", "农村建房", [50, 120]),
        Column("物业管理", _path("001205"), _data("001205", fresh), fresh),
        Column("建筑施工", _path("001206"), _data("001206", stale), stale, faults=("column-stale",)),
        Column("海绵城市", _path("001207"), f"<ul>{timed_rows}</ul>", timed),
        Column("燃气管理", _path("001204"), _data("001204", drawn), drawn, faults=("column-undated",)),
        Column("装配建筑", _path("001208"), _data("001208", ()), faults=("column-empty",)),
        _listed(
            "人防工程",
            "001209",
            "人民防空",
            [None] * 6,
            gap='<span class="ewb-list-date"></span>',
            faults=("column-undated",),
        ),
        _listed(
            "抗震设防",
            "001210",
            "抗震加固",
            [None] * 3,
            gap='<span class="date">&nbsp;</span>',
            faults=("column-undated",),
        ),
        Column("旧改专报", _path("001201"), f'<div class="cards">{card_rows}</div>', cards, faults=("column-undated",)),
        Column(
            "规范性文件",
            _path("001202"),
            f"<table><tr><th>序号</th><th>文件名称</th><th>文号</th></tr>{rule_rows}</table>",
            rules,
            faults=("column-undated",),
        ),
        Column("招标公告", _path("001203"), _list("001203", lone), lone, faults=("column-undated",)),
        Column("配租公示", _path("001211"), f'<ul class="ewb-list">{notices}</ul>', faults=("column-undated",)),
        Column("村镇建设", _path("001212"), '<div class="ewb-nodata">暂无内容</div>', faults=("column-empty",)),
        Column("历史建筑", _path("001213"), "<p>信息正在整理中，请稍后访问！</p>", faults=("column-empty",)),
        Column("建筑节能", _path("001214"), '<ul class="ewb-list"></ul>', faults=("column-empty",)),
        Column(
            "市政公用",
            _path("001215"),
            '<ul class="ewb-list"><li><a href="#"></a><span></span></li></ul>',
            faults=("column-empty",),
        ),
        Column("信用评价", _path("001216"), '<div class="tip">没有相关记录</div>', faults=("column-empty",)),
        Column(
            "房产查询",
            _path("001303"),
            '<form>项目名称<input name="xm"><button>查询</button></form><table><tr><th>项目</th><th>发证日期</th></tr>'
            "<tr><td colspan=2>没有相关记录</td></tr></table>",
        ),
        Column("领导分工", _path("001301"), f'<ul class="ewb-list">{posts}</ul>'),
        Column(
            "重点工程",
            _path("001302"),
            f"<table><tr><th>项目名称</th><th>业主</th><th>投资</th></tr>{projects}</table>",
        ),
        Column("机构职责", _path("001304"), f'<div class="ewb-article">{words("县住建局主要职责")}</div>'),
        Column(
            "监督电话",
            _path("001305"),
            "<table><tr><td>质量安全监督</td><td>5550177</td></tr><tr><td>燃气</td><td>5550178</td></tr></table>",
        ),
        Column("公积金", "https://gjj.linjiang-gjj.example/", ""),
        Column(
            "办事指引",
            _path("001306"),
            "".join(
                f'<p><a href="/001306/{n}.html">{what}办理指引</a></p>'
                for n, what in enumerate(("建筑工程施工许可证", "商品房预售许可证"))
            ),
        ),
        Column("信息订阅", _path("001307"), '<p>请输入邮箱</p><input type="text"><p>暂无信息推送</p>'),
        Column(
            "影像住建",
            _path("001308"),
            '<div class="pics">'
            + "".join(f'<a href="/img/{n}.jpg"><img src="/img/s{n}.jpg"></a>' for n in range(6))
            + "</div>",
        ),
        Column("问卷调查", _path("001309"), '<div id="app"></div><script>new Vue({el:"#app"})</script>'),
    ]


def _menu(columns: list[Column]) -> str:
    links = "".join(f'<li class="ewb-nav-item"><a href="{one.path}">{one.name}</a></li>' for one in columns)
    return f'<div class="ewb-nav"><ul><li><a href="/">首页</a></li>{links}</ul></div>'


def _page(title: str, menu: str, body: str) -> bytes:
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title><meta
name="SiteName" content="{NAME}"></head>
<body><div class="ewb-header"><a href="/"><img src="/img/logo.png" alt="{NAME}"></a></div>
{menu}<div class="ewb-container">{body}</div>
<div class="ewb-footer"><p>主办单位：{NAME}　网站标识码：9901210006</p></div></body></html>""".encode()


def portal() -> SeededPortal:
    """The portal with its faults."""
    columns = _columns()
    menu = _menu(columns)
    news, notices = columns[0], columns[1]
    home = "".join(
        f'<div class="ewb-box"><h3>{one.name}<a class="more" href="{one.path}">更多</a></h3>{one.main}</div>'
        for one in (news, notices)
    )
    pages = {"/": _page(NAME, menu, home)}
    for one in columns:
        if not one.path.startswith("/"):
            continue
        code = one.path.split("/")[1]
        path = f'<div class="ewb-location">当前位置：<a href="/">首页</a>&gt;<a href="{one.path}">{one.name}</a></div>'
        pages[one.path] = _page(
            f"{one.name}_{NAME}",
            menu,
            f'{path}<div class="ewb-right"><div class="ewb-tt">{one.name}</div>{one.main}</div>',
        )
        for item in one.items:
            shown = f"【信息时间：{item.printed:%Y/%m/%d}　阅读次数：12】" if item.printed else "【阅读次数：12】"
            pages[_address(item, code)] = _page(
                f"{item.title}_{NAME}",
                menu,
                f'{path}<h2 class="article-title">{item.title}</h2><p class="info">{shown}</p>'
                f'<div class="ewb-article">{words(item.title)}</div>',
            )
    for n in range(2):
        pages[f"/001301/ld{n}.html"] = _page(f"领导{n}", menu, f"<h2>个人简历</h2>{words('个人简历')}")
        pages[f"/001306/{n}.html"] = _page(f"指引{n}", menu, f"<h2>办理指引</h2>{words('办理指引')}")
    faults = frozenset((fault, one.path) for one in columns for fault in one.faults)
    return SeededPortal(
        HOST, NAME, "department", pages, faults, traps=tuple(one.path for one in columns if not one.faults)
    )
