"""Draws a portal's pages in the manner of its content management system."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, select_autoescape

from duwang.demo.addresses import article_path, column_path
from duwang.demo.model import Article, Column, Link, Portal
from duwang.demo.texts import load
from duwang.demo.writers import cn_date

SHORT = 28
"""Characters after which some systems cut a title in a list."""
CUTS_TITLES = {"trs", "jcms", "nfcms"}
SECTION_NAMES = {
    "dongtai": "要闻动态",
    "gongkai": "政府信息公开",
    "fuwu": "办事服务",
    "hudong": "互动交流",
    "jiceng": "基层政务公开",
}
HOME_ITEMS, HUB_ITEMS = 5, 2
OFFICE_OPENS = time(1)
"""UTC: nine in the morning in China."""
CHARSETS = {"own": "gbk"}
"""Styles whose pages are not UTF-8; they declare gb2312, as such sites do."""

_environment = Environment(
    loader=PackageLoader("duwang.demo"), autoescape=select_autoescape(default=True), trim_blocks=False
)
_environment.globals["spaced"] = lambda label: " ".join(label) if len(label) == 3 else label


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as a list draws it."""

    title: str
    short: str
    href: str
    date: str
    index_number: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One address of a portal: how to draw it, and when it was last changed."""

    draw: Callable[[], bytes]
    modified: datetime | None = None
    content_type: str = "text/html"


class Press:
    """Draws the pages of one portal on one day."""

    def __init__(self, portal: Portal) -> None:
        self.portal = portal
        self.site = portal.identity
        self.paths = self._paths()

    def _paths(self) -> dict[str, str]:
        """Key of every column and article -> its path."""
        paths = {key: column_path(column, self.site) for key, column in self.portal.columns.items()}
        for column in self.portal.columns.values():
            standing = [column.standing] if column.standing is not None else []
            for article in [*column.articles, *standing]:
                paths[article.key] = article_path(article, column, self.site)
        return paths

    def href(self, target: str) -> str:
        """The address of an article or column by its key; anything else is written as it stands."""
        return self.paths.get(target, target)

    def elsewhere(self, host: str, path: str = "/") -> str:
        """An address on another host of the demo."""
        return f"http://{host}:{self.portal.port}{path}"

    def _named(self, keys: list[str]) -> list[dict[str, str]]:
        columns = self.portal.columns
        return [{"key": key, "name": columns[key].name, "href": self.paths[key]} for key in keys if key in columns]

    def _menu(self) -> list[dict[str, Any]]:
        menu: list[dict[str, Any]] = [dict(one) for one in self._named(load("columns")["menu"])]
        for one in menu:
            one["below"] = self._named(self.portal.columns[one["key"]].children[:6])
        return menu

    def _metas(self, kind: str, column: Column | None, article: Article | None) -> list[tuple[str, str]]:
        metas = {"SiteName": self.site.name, "SiteDomain": self.site.host, "SiteIDCode": self.site.code}
        if column is not None:
            metas |= {
                "ColumnName": column.name, "ColumnDescription": f"{self.site.name}{column.name}栏目",
                "ColumnKeywords": f"{column.name},{self.site.place}", "ColumnType": column.name,
            }  # fmt: skip
        if article is not None:
            metas |= {
                "ArticleTitle": article.title, "PubDate": f"{article.published} {_clock(article)}",
                "ContentSource": article.source, "Url": self.portal.origin + self.paths.get(article.key, ""),
            }  # fmt: skip
        left_out = self.portal.metas_left_out.get(kind, set()) | (article.metas_left_out if article else set())
        return [(name, value) for name, value in metas.items() if name not in left_out]

    def _context(self, kind: str, column: Column | None = None, article: Article | None = None) -> dict[str, Any]:
        parts = (article and article.title, column and column.name, self.site.name)
        title = " - ".join(dict.fromkeys(part for part in parts if part))
        steps = [{"name": "首页", "href": "/"}]
        section = SECTION_NAMES.get(column.section) if column else None
        hub = self.portal.columns.get(column.section) if column else None
        if section and hub is not None and hub is not column:
            steps.append({"name": section, "href": self.paths[hub.key]})
        if column is not None:
            steps.append({"name": column.name, "href": self.paths[column.key]})
        lang = "" if kind in self.portal.without_language else _Markup(' lang="zh-CN"')
        alt = _no_alt if kind in self.portal.without_alt else _alt
        return {
            "site": self.site, "title": title, "metas": self._metas(kind, column, article), "crumbs": steps,
            "menu": self._menu(), "map": self.paths["ditu"], "home_of": self.paths, "ext": self.elsewhere,
            "alt": alt, "lang": lang, "without": self.portal.footer_without, "banner": self.portal.banner,
            "police_number": self.site.police[-15:-1], "today_cn": cn_date(self.portal.today),
            "heading": column.name if column else "",
        }  # fmt: skip

    def _entry(self, article: Article, column: Column) -> Entry:
        cut = self.site.style in CUTS_TITLES and len(article.title) > SHORT
        short = article.title[: SHORT - 1] + "..." if cut else article.title
        date = (article.printed or article.published).isoformat()
        if self.site.style == "epoint" and column.key == "gongzuo":
            date = date[5:]
        shown = date if article.show_date else ""
        return Entry(article.title, short, self.href(article.key), shown, article.block.get("索引号", ""))

    def entries(self, column: Column, count: int | None = None) -> list[Entry]:
        """The column's items as lists show them, or the first `count`."""
        return [self._entry(article, column) for article in column.articles[: count or column.shown or None]]

    def _render(self, template: str, context: dict[str, Any]) -> bytes:
        text = _environment.get_template(template).render(context)
        return text.encode(CHARSETS.get(self.site.style, "utf-8"), errors="xmlcharrefreplace")

    def home(self) -> bytes:
        """The home page."""
        context = self._context("home")
        columns = self.portal.columns
        boxes = []
        for one in self._named(load("columns")["boxes"]):
            shown = [
                article for article in columns[one["key"]].articles
                if (self.portal.today - article.published).days >= self.portal.home_frozen_days
            ]  # fmt: skip
            entries = [self._entry(article, columns[one["key"]]) for article in shown[:HOME_ITEMS]]
            boxes.append({**one, "entries": entries})
        neighbours = [{"name": one["name"], "href": self.elsewhere(one["host"])} for one in load("city")["neighbours"]]
        return self._render("home.html", {
            **context, "boxes": boxes, "shortcuts": self._named(load("columns")["shortcuts"]),
            "neighbours": neighbours,
        })  # fmt: skip

    def hub(self, column: Column) -> bytes:
        """A page that leads to other columns."""
        columns = self.portal.columns
        is_map = column.key == "ditu"
        boxes = [
            {**one, "entries": [] if is_map else self.entries(columns[one["key"]], HUB_ITEMS)}
            for one in self._named(column.children)
        ]
        return self._render("hub.html", {**self._context("column", column), "boxes": boxes, "extra": column.extra})

    def frame_path(self, column: Column) -> str:
        """Where the iframe of a column finds its list."""
        return self.paths[column.key].rsplit("/", 1)[0] + "/listframe.html"

    def frame(self, column: Column) -> bytes:
        """The list inside the iframe."""
        return self._render("list_frame.html", {**self._context("column", column), "entries": self.entries(column)})

    def listing(self, column: Column) -> bytes:
        """A column's list page."""
        context = self._context("column", column)
        entries = self.entries(column)
        records = [
            {"title": one.title, "pubDate": f"{one.date} 10:20" if one.date else "", "type": 0,
             "urls": json.dumps({"pc": one.href}), "contentSource": self.site.unit}
            for one in entries
        ]  # fmt: skip
        channel = {"code": column.key, "showName": column.name, "articleCount": len(entries)}
        return self._render("list.html", {
            **context, "entries": entries, "frame_src": self.frame_path(column) if column.in_frame else "",
            "list_json": json.dumps(records, ensure_ascii=False),
            "channel_json": json.dumps(channel, ensure_ascii=False),
        })  # fmt: skip

    def article(self, article: Article, column: Column) -> bytes:
        """An article's page."""
        date = article.printed or article.published
        resolve = [Link(one.text, self.href(one.target), one.label) for one in article.related]
        page = {
            "title": article.title, "form": article.form, "paragraphs": article.paragraphs, "table": article.table,
            "block": list(article.block.items()), "images": article.images, "mark": article.mark,
            "source": article.source, "signature": article.signature.splitlines(), "extra": article.extra,
            "date": date.isoformat() if article.show_date else "", "time": _clock(article),
            "related": [{"label": one.label, "text": one.text, "href": one.target} for one in resolve],
            "files": [{"text": one.text, "href": self.href(one.target)} for one in article.files],
        }  # fmt: skip
        return self._render("article.html", {**self._context("article", column, article), "page": page})

    def footer_script(self) -> bytes:
        """`footer.js`: the footer, written by a script."""
        markup = _environment.get_template(f"{self.site.style}/footer.html").render(self._context("home"))
        lines = [f"document.write({json.dumps(line, ensure_ascii=False)});" for line in markup.splitlines() if line]
        return "\n".join(lines).encode()

    def _column_sheets(self, column: Column) -> Iterator[tuple[str, Sheet]]:
        path = self.paths[column.key]
        if column.standing is not None:
            standing = column.standing
            yield path, Sheet(lambda: self.article(standing, column), _modified(standing))
        elif column.children:
            yield path, Sheet(lambda: self.hub(column))
        else:
            yield path, Sheet(lambda: self.listing(column))
        if column.in_frame:
            yield self.frame_path(column), Sheet(lambda: self.frame(column))

    def _article_sheet(self, article: Article, column: Column) -> Sheet:
        return Sheet(lambda: self.article(article, column), _modified(article))

    def sheets(self) -> dict[str, Sheet]:
        """Path -> page, for every page of the portal."""
        found = {"/": Sheet(self.home), "/index.html": Sheet(self.home), "/index.htm": Sheet(self.home)}
        for column in self.portal.columns.values():
            found.update(self._column_sheets(column))
            for article in column.articles:
                found[self.paths[article.key]] = self._article_sheet(article, column)
        if self.site.style == "ucap":
            found["/jytyj/xhtml/js/footer.js"] = Sheet(self.footer_script, content_type="application/javascript")
        return found


class _Markup(str):
    """Markup that templates must not escape."""

    def __html__(self) -> str:
        return str(self)


def _escaped(markup: str) -> str:
    """Markup as scripts hide it in `unescape(...)`."""
    return _Markup(quote(markup, safe=" =:/._'-()"))


_environment.globals["escaped"] = _escaped


def _alt(text: str) -> str:
    return _Markup(f' alt="{text}"')


def _no_alt(_text: str) -> str:
    return ""


def _clock(article: Article) -> str:
    """A time of day for the article, stable."""
    return f"{9 + sum(map(ord, article.key)) % 8:02d}:{sum(map(ord, article.title)) % 60:02d}"


def _modified(article: Article) -> datetime | None:
    """When the page last changed; None where the demo's faults change it."""
    if article.touched or article.form == "letter":
        return None
    return datetime.combine(article.published, OFFICE_OPENS, tzinfo=UTC)
