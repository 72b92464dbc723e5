"""A bureau's old portal, in GBK: `post_508890.html`, div soup, labels in bold, breadcrumbs with ».."""

from tests.duwang.stranger_portals.seeded import Stranger
from tests.servers import Reply

HOST, NAME, CODE = "zrzy.shaling.example", "沙岭市自然资源和规划局", "9904020015"
MENU = {
    "本局概况": "/jgzn/",
    "政务动态": "/zwdt/",
    "公告公示": "/gggs/",
    "信息公开": "/gkmlpt/",
    "政策文件": "/zcwj/",
    "文件解读": "/zcjd/",
    "政务服务": "/zwfw/",
    "政民互动": "/hd/",
}
PLATFORM = {
    "信息公开指南": "/gkmlpt/guide/",
    "主动公开": "/gkmlpt/mulu/",
    "年度报告": "/gkmlpt/annual/",
    "依申请公开": "/gkmlpt/apply/",
    "机构设置": "/jgzn/",
    "预决算公开": "/gkmlpt/yjs/",
    "民意征集": "/hd/myzj/",
    "局长信箱": "/hd/jzxx/",
}
_WRONG_DOMAIN = "www.anlan.example"


def _tags(names: dict[str, str]) -> str:
    """`content` before `name`, as this template writes them."""
    return "".join(f"<META content='{value}' NAME='{name}'>" for name, value in names.items())


def site_tags(domain: str = HOST) -> dict[str, str]:
    """The three of the site, in odd case."""
    return {"sitename": NAME, "SITEDOMAIN": domain, "SiteIDCode": CODE}


def shell(tags: dict[str, str], body: str, title: str, lang: str = " lang='zh'") -> Reply:
    """A whole page in GBK; nobody but the page says so."""
    menu = "".join(f"<td><a href='{path}'>{name}</a></td>" for name, path in MENU.items())
    html = f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><HTML{lang}><HEAD>
<META http-equiv=Content-Type content="text/html; charset=gb2312">{_tags(tags)}<TITLE>{title}</TITLE>
<LINK href="/css/style.css" type=text/css rel=stylesheet></HEAD><BODY>
<div id=head><img src="/images/top.jpg" alt="{NAME}"><table><tr><td><a href="/">首 页</a></td>{menu}</tr></table></div>
<div id=con>{body}</div>{_footer()}</BODY></HTML>"""
    return Reply(html.encode("gbk"), headers={"Content-Type": "text/html"})


def _footer() -> str:
    """No way to report errors, no telephone; the badge is a picture, the organiser stands after 版权所有."""
    return f"""<div id=foot><a href="javascript:;" onclick="window.open('/bz.html')">
<img src="/images/dzjg.gif" alt="党政机关" title="党政机关"></a>
<p>版权所有 主办单位:{NAME} <a href="/sitemap/">网站导航地图</a> <a href="/sitemap/">网站地图</a></p>
<p>备案编号：沙ICP备：99040200号 沙公网安备号 99040202000015 标识码：{CODE}</p></div>"""


def crumbs(*names: str) -> str:
    """首页 » … » …"""
    known = {**MENU, **PLATFORM}
    return "当前位置：<a href='/'>首页</a>" + "".join(
        f" &raquo; <a href='{known.get(name, '/gkmlpt/')}'>{name}</a>" for name in names
    )


def column(name: str, main: str, *path: str) -> Reply:
    """A column's page; pictures without words."""
    tags = site_tags() | {
        "ColumnName": name,
        "columndescription": f"{name}栏目",
        "ColumnKeywords": name,
        "ColumnType": name,
    }
    arrow = "<img src='/images/dot.gif'>"
    return shell(
        tags, f"<div class=local>{crumbs(*path, name)}</div>{arrow}<div class=listbox>{main}</div>", f"{name}-{NAME}"
    )


def article(
    title: str,
    body: str,
    *,
    day: str,
    column: str = "公告公示",
    path: tuple[str, ...] = (),
    block: str = "",
    byline: str = "",
    source: str = "本局办公室",
) -> Reply:
    """An article; its PubDate is never filled in."""
    tags = site_tags() | {
        "ColumnName": column,
        "ColumnType": column,
        "ArticleTitle": title,
        "PubDate": "",
        "ContentSource": source,
    }
    line = byline or (
        f"<div class=sj><b>时间</b>：{day.replace('-', '/')} 08∶30　<b>来源</b>：{source}　<b>字号</b>：大 中 小</div>"
    )
    return shell(
        tags,
        f"<div class=local>{crumbs(*path, column)} &raquo; 正文</div>{block}"
        f"<div class=bt>{title}</div>{line}<div id=zw>{body}</div>"
        "<img src='/images/ewm.png' alt='扫一扫在手机打开当前页'>"
        "<div><a href='javascript:window.close()'>关闭窗口</a></div>",
        f"{title}",
    )


def listed(entries: list[tuple[str, str, str]]) -> str:
    """Rows of a table, day and month first."""
    return (
        "<table class=lb>"
        + "".join(
            f"<tr><td>·<a href='{url}' target=_blank>{title}</a></td><td class=rq>{day}</td></tr>"
            for url, title, day in entries
        )
        + "</table>"
    )


class Column:
    """Puts articles into a column and remembers them for its list."""

    def __init__(self, portal: Stranger, name: str, path: str, *above: str) -> None:
        self.portal, self.name, self.path, self.above = portal, name, path, above
        self.listed: list[tuple[str, str, str]] = []

    def put(self, number: int, title: str, body: str, *faults: str, day: str = "2026-11-10", **more: str) -> str:
        """One article."""
        address = f"{self.path}content/post_{number}.html"
        page = article(title, body, day=day, column=self.name, path=self.above, **more)  # type: ignore[arg-type]
        self.portal.add(address, page, *faults)
        self.listed.append((address, title, day))
        return address

    def close(self, *faults: str) -> None:
        """The column's page."""
        self.portal.add(self.path, column(self.name, listed(self.listed[::-1]), *self.above), *faults)


def portal() -> Stranger:
    """An empty portal with its assets."""
    made = Stranger(HOST, NAME, CODE, "department")
    made.add("/bz.html", f"<html lang=zh><title>标识核验</title><body>党政机关标识：{NAME}，核验通过。</body></html>")
    for path, kind in (
        ("/css/style.css", "text/css"),
        ("/images/top.jpg", "image/jpeg"),
        ("/images/dzjg.gif", "image/gif"),
        ("/images/dot.gif", "image/gif"),
        ("/images/ewm.png", "image/png"),
    ):
        made.add(path, Reply(b"GIF89a asset", headers={"Content-Type": kind}))
    return made
