"""A provincial bureau's portal in the manner of 开普: `c107269/….shtml`, dl and div lists, a side list on each page."""

from datetime import date
from hashlib import md5

from tests.duwang.column_portals.seeded import Column, Item, SeededPortal, ago, items, words

HOST, NAME, PLACE = "sthjt.donghai.example", "东海省生态环境厅", "我省"


def _address(item: Item, code: str) -> str:
    day = item.day or item.printed or date(2026, 7, 1)
    key = md5(str(item.number).encode(), usedforsecurity=False).hexdigest()
    return f"/hbt/{code}/{day:%Y%m}/{key}.shtml"


def _path(code: str, file: str = "list") -> str:
    return f"/hbt/{code}/{file}.shtml"


def _boxes(code: str, made: tuple[Item, ...]) -> str:
    """Day and month in a box of their own before the title and a summary."""
    return "".join(
        f'<div class="item clearfix"><div class="rq"><em>{item.day:%d}</em><span>{item.day:%Y-%m}</span></div>'
        f'<div class="wz"><h4><a href="{_address(item, code)}">{item.title}</a></h4><p>'
        f"{item.title}。现将有关情况公布如下，请遵照执行。</p></div></div>"
        for item in made
        if item.day
    )


def _terms(code: str, made: tuple[Item, ...]) -> str:
    rows = "".join(
        f'<dt><a href="{_address(item, code)}" target="_blank">{item.title}</a></dt>'
        f"<dd>{f'发布日期：{item.day:%Y.%m.%d}' if item.day else '为进一步规范相关工作，现予公布。'}</dd>"
        for item in made
    )
    return f'<dl class="zclist">{rows}</dl>'


_HEAD = "<tr><th>索引号</th><th>标题</th><th>发布机构</th><th>发布日期</th></tr>"


def _block(code: str, made: tuple[Item, ...]) -> str:
    rows = "".join(
        f'<tr><td>{20260000 + item.number}</td><td><a href="{_address(item, code)}">'
        f"{item.title}</a></td><td>{NAME}</td>"
        f"<td>{item.day:%Y-%m-%d}</td></tr>"
        for item in made
        if item.day
    )
    return f'<table class="xxgk">{_HEAD}{rows}</table>'


def _columns() -> list[Column]:
    def made(topic: str, days: list[int | None], first: int) -> tuple[Item, ...]:
        return items(PLACE, topic, days, first=first)

    news, rules = made("蓝天保卫", [0, 3, 5], 3000), made("排污许可标准", [44, 100, 120], 3100)
    fines, approvals = made("违法排污处罚", [12, 30], 3200), made("环评报告书审批", [None] * 5, 3300)
    rectified, water = made("中央督察整改", [None], 3400), made("饮用水源", [359, 362], 3500)
    old = made("清水行动", [1200, 1210], 3600)
    taught, told = made("环境教育基地", [None] * 4, 3710), made("机动车排放检验", [None] * 4, 3720)
    records = ",".join(f'{{"title":"{item.title}","url":"{_address(item, "c3710")}"}}' for item in taught)
    plain = "".join(f'<li><a href="{_address(item, "c3720")}">{item.title}</a></li>' for item in told)
    sub = "".join(
        f'<div class="kuai"><h3><a href="{_path(code)}">{name}</a></h3><ul>'
        + "".join(f'<li><a href="{_address(item, code)}">{item.title}</a></li>' for item in shown)
        + "</ul></div>"
        for code, name, shown in (("c3000", "环境要闻", news), ("c3100", "法规标准", rules))
    )
    return [
        Column("环境要闻", _path("c3000"), _boxes("c3000", news), news),
        Column("法规标准", _path("c3100"), _terms("c3100", rules), rules),
        Column("行政许可", _path("c3110"), f'<table class="xxgk">{_HEAD}</table>', faults=("column-empty",)),
        Column("行政处罚", _path("c3200"), _block("c3200", fines), fines),
        Column("环评公示", _path("c3300"), _terms("c3300", approvals), approvals, faults=("column-undated",)),
        Column(
            "核与辐射",
            _path("c3310"),
            '<ul class="list clearfix"></ul><div class="page"></div>',
            faults=("column-empty",),
        ),
        Column(
            "廉政建设",
            _path("c3320"),
            '<div class="con"><p class="tips">该栏目下暂无文章</p></div>',
            faults=("column-empty",),
        ),
        Column("督察整改", _path("c3400"), _terms("c3400", rectified), rectified, faults=("column-undated",)),
        Column("水质月报", _path("c3500"), _terms("c3500", water), water, faults=("column-expiring",)),
        Column("历史专题", _path("c3600"), _terms("c3600", old), old),
        Column("解读回应", _path("c3700", "index"), sub),
        Column("曝光台", _path("c3610"), '<dl class="zclist"></dl>', faults=("column-empty",)),
        Column(
            "环境教育",
            _path("c3710"),
            f'<ul id="ls"></ul><script>var datas=[{records}];showList("ls",datas);</script>',
            taught,
            faults=("column-undated",),
        ),
        Column("机动车管理", _path("c3720"), f'<ul class="xxlb">{plain}</ul>', told, faults=("column-undated",)),
        Column(
            "生态补偿",
            _path("c3620"),
            '<ul id="list"></ul><div class="nodata" id="nodata">暂无数据</div>'
            "<script>$.ajax({url:'/hbt/api/list',success:function(d){$('#nodata').hide();draw(d);}});</script>",
        ),
        Column(
            "信用信息",
            _path("c3800"),
            '<iframe src="https://credit.donghai-hb.example/list?dept=7" width="100%" height="600"></iframe>',
        ),
        Column(
            "数据查询",
            _path("c3810"),
            '<div class="cx"><select><option>省控断面</option></select><input type="text" placeholder="请输入断面名称">'
            '<a href="javascript:query()">查询</a></div><div id="result"></div>',
        ),
        Column(
            "厅领导",
            _path("c3820"),
            "<ul>"
            + "".join(
                f'<li><a href="{_path(f"c38{n}", "ld")}">{who}</a><span>{what}</span></li>'
                for n, (who, what) in enumerate((("孙志刚", "厅长"), ("钱丽", "副厅长"), ("冯涛", "总工程师")), 30)
            )
            + "</ul>",
        ),
        Column(
            "机关处室",
            _path("c3840"),
            "<ul>"
            + "".join(
                f'<li><a href="{_path(f"c38{n}", "cs")}">{what}</a></li>'
                for n, what in enumerate(("办公室", "水生态环境处", "大气环境处", "土壤生态环境处"), 50)
            )
            + "</ul>",
        ),
    ]


def _menu(columns: list[Column]) -> str:
    links = "".join(f'<a href="{one.path}">{one.name}</a>' for one in columns)
    return (
        f'<div class="nav_box"><div class="nav"><a href="/">首页</a>{links}<a '
        f'href="https://zwfw.donghai-fw.example/">政务服务</a></div></div>'
    )


def _page(title: str, menu: str, body: str, metas: str = "") -> bytes:
    return f"""<!DOCTYPE html><html><head><meta charset="UTF-8"><title>{title}</title><meta
name="SiteName" content="{NAME}">{metas}
</head><body><div class="head"><a href="/" class="logo">{NAME}</a></div>{menu}<div class="wrap">{body}</div>
<div class="footer"><p>主办单位：{NAME} 网站标识码：9900000007</p><p><a href="/hbt/c1/wzdt.shtml">网站地图</a></p>
</div></body></html>""".encode()


def portal() -> SeededPortal:
    """The portal with its faults; every page carries a short list of the newest news."""
    columns = _columns()
    menu = _menu(columns)
    news = columns[0]
    side = '<div class="yr w300"><h3>最新信息</h3><ul>' + "".join(
        f'<li><a href="{_address(item, "c3000")}">{item.title}</a><i>{item.day:%m-%d}</i></li>'
        for item in news.items
        if item.day
    )
    pages: dict[str, bytes] = {}
    for one in columns:
        code = one.path.split("/")[2]
        crumbs = (
            f'<div class="bread">您当前所在位置：<a href="/">首页</a>&nbsp;&gt;&nbsp;<a '
            f'href="{one.path}">{one.name}</a></div>'
        )
        metas = f'<meta name="ColumnName" content="{one.name}">'
        pages[one.path] = _page(
            f"{one.name}_{NAME}", menu, f'{crumbs}<div class="gl">{one.main}</div>{side}</ul></div>', metas
        )
        for item in one.items:
            shown = f"<span>时间：{item.printed:%Y-%m-%d %H:%M:%S}</span>" if item.printed else ""
            pub = f'<meta name="PubDate" content="{item.printed:%Y-%m-%d %H:%M}">' if item.printed else ""
            pages[_address(item, code)] = _page(
                f"{item.title}_{NAME}",
                menu,
                f'{crumbs}<div class="main"><h1>{item.title}</h1><div class="info">{shown}<span>'
                f"来源：办公室</span></div>"
                f'<div class="article">{words(item.title)}</div></div>{side}</ul></div>',
                f'<meta name="ArticleTitle" content="{item.title}">{pub}{metas}',
            )
    for n in (30, 31, 32):
        pages[_path(f"c38{n}", "ld")] = _page(f"厅领导_{NAME}", menu, f"<h1>简历</h1>{words('个人简历')}")
    for n in range(50, 54):
        pages[_path(f"c38{n}", "cs")] = _page(f"处室职责_{NAME}", menu, f"<h1>处室职责</h1>{words('处室职责')}")
    pages["/hbt/c1/wzdt.shtml"] = _page(f"网站地图_{NAME}", menu, words("网站地图"))
    rules = columns[1]
    pages["/"] = _page(
        NAME,
        menu,
        f'<div class="tab"><span><a href="{news.path}">环境要闻</a></span></div><ul>'
        + "".join(
            f'<li><a href="{_address(item, "c3000")}">{item.title}</a><span>{item.day:%m/%d}</span></li>'
            for item in news.items
            if item.day
        )
        + f'</ul><div class="tab"><span><a href="{rules.path}">法规标准</a></span></div><ul>'
        + "".join(f'<li><a href="{_address(item, "c3100")}">{item.title}</a></li>' for item in rules.items)
        + "</ul>",
    )
    faults = frozenset((fault, one.path) for one in columns for fault in one.faults)
    assert ago(0) == news.items[0].day
    return SeededPortal(
        HOST, NAME, "department", pages, faults, traps=tuple(one.path for one in columns if not one.faults)
    )
