"""梧岭县人民政府: `/wlxrmzf/zfwj/202611/<32 hex>.shtml`, of which only the pages matter."""

from hashlib import md5

from tests.duwang.stranger_portals.seeded import Stranger

HOST = "www.wuling.example"
NAME = "梧岭县人民政府"
CODE = "9901380001"
COLUMNS = {
    "zwyw": "政务要闻",
    "gggs": "公告公示",
    "zfwj": "政府文件",
    "bmwj": "部门文件",
    "gfxwj": "规范性文件",
    "zcjd": "政策解读",
    "xzcf": "行政处罚",
    "yjzj": "意见征集",
    "bszn": "办事指南",
    "bzml": "基层政务公开标准目录",
    "jyta": "人大代表建议和政协提案",
}
Entry = tuple[str, str, str]


def page(title: str, body: str) -> str:
    """The frame."""
    menu = "".join(f'<li><a href="/wlxrmzf/{folder}/list.shtml">{name}</a></li>' for folder, name in COLUMNS.items())
    return f"""<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title></head><body>
<div class="header"><h1 class="logo">{NAME}</h1><ul class="nav"><li><a href="/">首页</a></li>{menu}
<li><a href="/wlxrmzf/xzxx/list.shtml">县长信箱</a></li></ul></div>
{body}
<div class="footer"><p>主办：梧岭县人民政府办公室　电话：0999-6630001　网站标识码：{CODE}　测ICP备99013801号</p></div>
</body></html>"""


def crumbs(folder: str) -> str:
    """The position over a page."""
    return (
        '<div class="crumbs">当前位置：<a href="/">首页</a> &gt; '
        f'<a href="/wlxrmzf/{folder}/list.shtml">{COLUMNS[folder]}</a></div>'
    )


def article(folder: str, title: str, day: str, body: str, block: str = "", after: str = "") -> str:
    """An article with its date and source under the title."""
    return page(
        f"{title}_{NAME}",
        f'<div class="content">{crumbs(folder)}{block}<div class="article"><h2 class="title">{title}</h2>'
        f'<p class="sub">发布时间：{day}　　来源：县政府办　　访问量：<em>118</em></p>'
        f'<div id="UCAP-CONTENT">{body}</div>{after}</div></div>',
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
    """Add an article and remember it for its list; its address is made of its title."""
    path = address(folder, title, day)
    portal.add(path, article(folder, title, day, body, **more), *faults)
    lists.setdefault(folder, []).append((path, title, day))
    return path


def address(folder: str, title: str, day: str) -> str:
    """Where an article of this title stands."""
    return f"/wlxrmzf/{folder}/{day[:4]}{day[5:7]}/{md5(title.encode(), usedforsecurity=False).hexdigest()}.shtml"
