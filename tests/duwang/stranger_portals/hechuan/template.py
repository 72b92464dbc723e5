"""禾川县农业农村局: `/zwgk/tzgg/202611/t20261104_1234.html`, lists in the folder itself, relative links."""

from tests.duwang.stranger_portals.seeded import Stranger, list_items

HOST = "nyncj.hechuan.example"
NAME = "禾川县农业农村局"
CODE = "9901370021"
FOLDERS = {
    "gzdt": "工作动态", "tzgg": "通知公告", "zwgk/zcwj": "政策文件", "zwgk/zcjd": "政策解读", "zwgk/bmwj": "部门文件",
    "zwgk/gknb": "政府信息公开年报",
    "zwgk/gkzn": "政府信息公开指南",
    "zwgk/gkzd": "政府信息公开制度", "zwgk/fdzdgk": "法定主动公开内容",
    "zwgk/zdgkml": "主动公开基本目录", "zwgk/jgzn": "机构职能",
    "zwgk/yjs": "财政预决算",
    "zwgk": "政府信息公开",
    "hdjl/yjzj": "意见征集",
    "hdjl/zjjg": "结果反馈", "bsfw": "办事服务", "zwgk/gfxwj": "规范性文件",
}  # fmt: skip
Entry = tuple[str, str, str]

FOOTER = """<div class="bottom"><div class="w1200">
<p><a href="/wzdt/">网站地图</a>　|　<a href="/gywm/">网站声明</a></p>
<p>主办：禾川县农业农村局　　版权所有：禾川县农业农村局</p>
<p><span>测ICP备 99013702号</span>
<img src="/images/ghs.png" alt=""><span>测公网安备 99013702000021号</span>
<span>网站标识码 9901370021</span></p>
<p><a href="javascript:void(0)"
onclick="window.open('https://bszs.conac.cn/sitename?method=show&amp;id=53A1')">
<img src="/images/blue.png" alt="事业单位"></a>
<img src="/images/dzjg.png" alt="党政机关网站标识"></p>
</div></div>"""


def page(title: str, metas: dict[str, str], body: str, lang: str = "") -> str:
    """The frame of all pages; only the home page says its language."""
    tags = "".join(f'<meta content="{value}" name="{name}"/>\n' for name, value in metas.items())
    nav = "".join(
        f'<a href="/{folder}/">{FOLDERS[folder]}</a>'
        for folder in ("gzdt", "tzgg", "zwgk", "zwgk/zcwj", "zwgk/zcjd", "bsfw", "hdjl/yjzj")
    )
    return f"""<!DOCTYPE html>
<html{lang}>
<head><meta charset="utf-8"/>
<title>{title}</title>
{tags}<link href="/images/base.css" rel="stylesheet"/></head>
<body>
<div class="head"><img src="/images/banner.png" alt="{NAME}"/></div>
<div class="menu"><a href="/">网站首页</a>{nav}<a href="/hdjl/jzxx/">局长信箱</a></div>
{body}
{FOOTER}
</body></html>"""


def site_tags() -> dict[str, str]:
    """The three tags of every page."""
    return {"SiteName": NAME, "SiteDomain": HOST, "SiteIDCode": CODE}


def where(folder: str) -> str:
    """The position over a page."""
    links = "".join(f' &gt; <a class="CurrChnlCls" href="/{name}/">{FOLDERS[name]}</a>' for name in _parents(folder))
    return f'<div class="dqwz">当前位置：<a class="CurrChnlCls" href="/">首页</a>{links}</div>'


def _parents(folder: str) -> list[str]:
    top = folder.split("/")[0]
    return [top, folder] if top != folder and top in FOLDERS else [folder]


def column(folder: str, entries: list[Entry], main: str = "") -> str:
    """A list; a picture in the side bar has no alt."""
    name = FOLDERS[folder]
    metas = site_tags() | {
        "ColumnName": name,
        "ColumnDescription": f"{name}栏目",
        "ColumnKeywords": name,
        "ColumnType": name,
    }
    rows = list_items(entries, '<li><span class="date">{day}</span><a href="{url}" target="_blank">{title}</a></li>')
    return page(
        f"{name}-{NAME}",
        metas,
        f'<div class="w1200">{where(folder)}<div class="left"><img src="/images/side.png"></div>'
        f'<div class="right">{main}<ul class="list">{rows}</ul></div></div>',
    )


def article(folder: str, title: str, day: str, body: str, block: str = "", after: str = "", meta_day: str = "") -> str:
    """An article; the template forgot ContentSource."""
    metas = site_tags() | {"ColumnName": FOLDERS[folder], "ColumnType": FOLDERS[folder], "ArticleTitle": title}
    metas["PubDate"] = f"{meta_day or day} 10:12:00"
    return page(
        f"{title}-{NAME}",
        metas,
        f'<div class="w1200">{where(folder)}<div class="xl">{block}<h2 class="xl_tit">{title}</h2>'
        f'<div class="xl_sub"><span>时间：{day} 10:12</span><span>来源：禾川县农业农村局</span><span>【字体：<a href'
        f'="javascript:doZoom(16)">大</a>】</span></div>'
        f'<div class="TRS_Editor">{body}</div>{after}</div></div>',
    )


def put(
    portal: Stranger,
    lists: dict[str, list[Entry]],
    folder: str,
    title: str,
    day: str,
    body: str,
    *faults: str,
    **more: str,
) -> str:
    """Add an article to its folder and remember it for the list."""
    serial = 61000 + len(portal.pages)
    path = more.pop("path", "") or f"/{folder}/{day[:4]}{day[5:7]}/t{day.replace('-', '')}_{serial}.html"
    portal.add(path, article(folder, title, day, body, **more), *faults)
    lists.setdefault(folder, []).append((path.replace(f"/{folder}/", "./", 1), title, day))
    return path
