"""A city's portal in the manner of 大汉: `art/2026/…/art_12_345.html`, HTML5 landmarks, a grid instead of tables."""

from tests.duwang.stranger_portals.seeded import Stranger

HOST, NAME, CODE = "www.yunxi.example", "云栖市人民政府", "9905000003"
_SITE = (
    f'<meta name="SiteName" content="{NAME}"><meta name="SiteDomain" content="{HOST}">'
    f'<meta name="SiteIDCode" content="{CODE}">'
)
COLUMNS = {
    "政策文件": "/col/col1001/index.html",
    "政策解读": "/col/col1002/index.html",
    "市长信箱": "/col/col1003/index.html",
    "意见征集": "/col/col1004/index.html",
    "办事指南": "/col/col1005/index.html",
    "建议提案": "/col/col1006/index.html",
    "公示公告": "/col/col1007/index.html",
    "今日云栖": "/col/col1008/index.html",
}


def shell(tags: str, main: str, title: str) -> str:
    """A whole page."""
    menu = "".join(f'<li><a href="{path}">{name}</a></li>' for name, path in COLUMNS.items())
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">{_SITE}{tags}'
        f"<title>{title}</title></head><body>"
        f'<header><nav><ul><li><a href="/">首页</a></li>{menu}</ul></nav></header><main>{main}</main>'
        f"<footer><p>主办单位：云栖市人民政府办公室 联系电话：0995-8880000 "
        f"网站标识码：{CODE}</p></footer></body></html>"
    )


def column(name: str, main: str) -> str:
    """A column's page."""
    tags = "".join(
        f'<meta name="{tag}" content="{name}">'
        for tag in ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
    )
    return shell(
        tags,
        f'<div class="mbx">当前位置：<a href="/">首页</a> &gt; {name}</div><h2>{name}</h2>{main}',
        f"{name} - {NAME}",
    )


def article(
    title: str, body: str, *, day: str, column: str, block: str = "", byline: str | None = None, meta_day: str = ""
) -> str:
    """An article's page."""
    tags = (
        f'<meta name="ColumnName" content="{column}"><meta name="ColumnType" content="{column}">'
        f'<meta name="ArticleTitle" content="{title}">'
        f'<meta name="PubDate" content="{meta_day or day} 10:00"><meta name="ContentSource" content="市政府办公室">'
    )
    line = (
        f'<p class="sub"><time>发布时间：{day} 10:00</time> <span>来源：市政府办公室</span></p>'
        if byline is None
        else byline
    )
    crumbs = (
        f'<div class="mbx">当前位置：<a href="/">首页</a> &gt; <a href="{COLUMNS[column]}">{column}</a> &gt; 正文</div>'
    )
    return shell(
        tags, f'{crumbs}<article>{block}<h1>{title}</h1>{line}<div id="zoom">{body}</div></article>', f"{title}_{NAME}"
    )


class Column:
    """Puts articles into a column and remembers them for its list."""

    def __init__(self, portal: Stranger, name: str) -> None:
        self.portal, self.name, self.path = portal, name, COLUMNS[name]
        self.listed: list[tuple[str, str, str]] = []

    def put(
        self,
        number: int,
        title: str,
        body: str,
        *faults: str,
        day: str = "2026-11-10",
        path: str = "",
        **more: str | None,
    ) -> str:
        """One article."""
        year, month, date = day.split("-")
        address = path or f"/art/{year}/{int(month)}/{int(date)}/art_{self.path[8:12]}_{number}.html"
        self.portal.add(address, article(title, body, day=day, column=self.name, **more), *faults)  # type: ignore[arg-type]
        self.listed.append((address, title, day))
        return address

    def close(self, main: str = "") -> None:
        """The column's page."""
        rows = "".join(
            f'<li><a href="{url}">{title}</a><span>{day}</span></li>' for url, title, day in self.listed[::-1]
        )
        self.portal.add(self.path, column(self.name, main or f'<ul class="news-list">{rows}</ul>'))
