"""柳泉县人民政府: `/col/colN/index.html` and `/art/Y/M/D/art_C_N.html`, marks of a content system round the body."""

from datetime import date

from tests.duwang.stranger_portals.seeded import Stranger, list_items

HOST = "www.liuquan.example"
NAME = "柳泉县人民政府"
CODE = "9901360001"
NAV = (("首页", "/"), ("走进柳泉", "/col/col100/index.html"), ("政务要闻", "/col/col101/index.html"))
NAV += (("政府信息公开", "/col/col200/index.html"), ("政策解读", "/col/col211/index.html"))
NAV += (("办事服务", "/col/col300/index.html"), ("互动交流", "/col/col400/index.html"))
Entry = tuple[str, str, str]

FOOTER = """<!--页脚 开始-->
<div class="footer"><div class="wrap">
<div class="foot_l"><span id="_ideConac"><a href="javascript:void(0);" title="党政机关">
<img src="/images/conac_red.png" alt="党政机关"></a></span>
<script id="_jiucuo_" sitecode="9901360001" src="/script/jiucuo.js"></script></div>
<div class="foot_m"><p><a href="/col/col900/index.html">关于我们</a> | <a href="/col/col901/index.html">网站地图</a></p>
<p>主办单位：柳泉县人民政府办公室&nbsp;&nbsp;&nbsp;联系电话：0999-6610012</p>
<p>测ICP备99013601号-1&nbsp;&nbsp;网站标识码：9901360001</p></div>
</div></div>"""


def _page(title: str, metas: dict[str, str], body: str) -> str:
    tags = "\n".join(f'<meta name="{name}" content="{value}">' for name, value in metas.items())
    nav = "".join(f'<li><a href="{url}" target="_blank">{name}</a></li>' for name, url in NAV)
    return f"""<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">
<title>{title}</title>
{tags}
<link rel="stylesheet" href="/css/common.css"><script src="/script/jquery.js"></script>
</head>
<body>
<div class="top"><div class="wrap"><span id="time"></span>
<a href="/col/col902/index.html">无障碍浏览</a></div></div>
<div class="header"><h2 class="logo"><a href="/"><img src="/images/logo.png" alt="{NAME}"></a></h2>
<form action="/search/index.html"><input type="text" name="q"><input type="submit" value="搜索"></form></div>
<div class="nav"><ul>{nav}</ul></div>
{body}
{FOOTER}
</body></html>"""


def _site() -> dict[str, str]:
    return {"SiteName": NAME, "SiteDomain": HOST, "SiteIDCode": CODE}


def home(main: str) -> str:
    """The home page; its tags are whole."""
    return _page(NAME, _site(), f'<div class="main wrap">{main}</div>')


def column(number: int, name: str, entries: list[Entry], before: str = "", tags: bool = True) -> str:
    """A list of a column; the template knows no ColumnType."""
    metas = _site() | {"ColumnName": name, "ColumnDescription": f"{NAME}{name}栏目", "ColumnKeywords": f"{name},柳泉"}
    rows = list_items(
        entries,
        '<li><a href="{url}" title="{title}" target="_blank">{title}</a><span class="bt_time">{day}</span></li>',
    )
    where = f'<a href="/">首页</a> &gt; <a href="/col/col{number}/index.html">{name}</a>'
    return _page(
        f"{NAME} {name}",
        metas,
        f'<div class="wrap"><div class="position">您现在的位置：{where}</div>{before}'
        f'<div class="list"><h3>{name}</h3><ul class="default_pgContainer">{rows}</ul></div></div>',
    )


def address(number: int, serial: int, day: str) -> str:
    """`/art/2026/11/4/art_101_2001.html`."""
    printed = date.fromisoformat(day)
    return f"/art/{printed.year}/{printed.month}/{printed.day}/art_{number}_{serial}.html"


def article(
    column_name: str,
    number: int,
    title: str,
    day: str,
    body: str,
    *,
    block: str = "",
    after: str = "",
    source: str = "县政府办公室",
    meta_day: str = "",
) -> str:
    """An article: position, block of a document if any, title, line of date and source, body."""
    metas = _site() | {
        "ColumnName": column_name,
        "ColumnType": column_name,
        "ArticleTitle": title,
        "PubDate": f"{meta_day or day} 09:30",
        "Author": "",
        "Description": title,
        "Keywords": "",
        "ContentSource": source,
    }
    where = f'<a href="/">首页</a> &gt; <a href="/col/col{number}/index.html">{column_name}</a>'
    return _page(
        f"{NAME} {column_name} {title}",
        metas,
        f'<div class="wrap"><div class="position">您现在的位置：{where}</div>{block}'
        f'<div class="arc"><h1 class="title">{title}</h1>'
        f'<div class="info"><span>发布日期：{day}</span><span>来源：{source}</span>'
        '<span>浏览次数：<script src="/script/hits.js"></script></span><span>字号：[ <a href="javascript:doZoom(18)"'
        ">大</a> "
        '<a href="javascript:doZoom(14)">小</a> ]</span></div>'
        f'<div id="zoom" class="bt_content"><!--ZJEG_RSS.content.begin-->{body}<!--ZJEG_RSS.content.end--></div>{after}'
        '<div class="tool"><a href="javascript:window.print()">打印本页</a> <a href="javascript:window.close()">关闭'
        "窗口</a>"
        "</div></div></div>",
    )


def put(
    portal: Stranger,
    lists: dict[int, list[Entry]],
    number: int,
    name: str,
    title: str,
    day: str,
    body: str,
    *faults: str,
    **more: str,
) -> str:
    """Add an article under a serial of its own and remember it for its column's list."""
    shown = more.pop("listed", day)
    path = more.pop("path", "") or address(number, 3000 + len(portal.pages), day)
    portal.add(path, article(name, number, title, day, body, **more), *faults)  # type: ignore[arg-type]
    lists.setdefault(number, []).append((path, title, shown))
    return path
