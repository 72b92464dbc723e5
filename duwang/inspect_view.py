"""A page as `duwang inspect` shows it to people."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from checks.message import kind as word_for
from checks.observations.page import PageSeen
from config.column_types import type_told

_WITNESSES = (("printed", "页面标注"), ("meta", "meta 标签"), ("address", "网址"), ("last_modified", "Last-Modified"))
_REGIONS = {"header": "页头", "nav": "导航", "main": "正文区", "aside": "侧栏", "footer": "页脚"}
_UNREADABLE = {
    "script": "由脚本生成",
    "frame": "在框架页内",
    "picture": "是图片",
    "fetch-failed": "没有取到",
    "fragment": "不在这一段网页里",
}
_MOST_ITEMS = 15
_MOST_BAD_LINKS = 10
_NONE = "—"


def page_view(page: PageSeen) -> RenderableType:
    """Return everything that Duwang saw on a page, part by part; parts that the page does not have are left out."""
    parts = (_facts(page), _meta(page), _column(page), _document(page), _relations(page), _marks(page), _links(page))
    title = Text(page.title or "（没有标题）", style="bold")
    return Panel(Group(*(part for part in parts if part is not None)), title=title, title_align="left", padding=(1, 2))


def _facts(page: PageSeen) -> Table:
    table = _pairs()
    table.add_row("网址", page.url or _NONE)
    table.add_row("页面类型", word_for(page.kind))
    table.add_row("编码", page.encoding)
    if page.kind == "article":
        table.add_row("发布日期", _published(page))
        table.add_row("来源", page.source or _NONE)
    if page.breadcrumb:
        table.add_row("所在位置", " › ".join(crumb.name for crumb in page.breadcrumb))
    if page.text:
        table.add_row("正文", f"{len(page.text)} 字：{_short(page.text, 60)}")
    if page.images:
        table.add_row("图片", f"{page.images} 张，其中 {page.images_without_alt} 张没有替代文字")
    table.add_row("SHA-256", page.sha256)
    return table


def _published(page: PageSeen) -> str:
    """The date that counts, and each witness's where they differ."""
    if page.published_on is None:
        return _NONE
    said = [f"{word} {day}" for name, word in _WITNESSES if (day := getattr(page.dates, name))]
    clock = f" {page.published_at:%H:%M}" if page.published_at else ""
    return f"{page.published_on}{clock}（{'，'.join(said)}）"


def _meta(page: PageSeen) -> RenderableType | None:
    if not page.meta:
        return None
    table = _pairs("meta 标签")
    for name, content in page.meta.items():
        table.add_row(name, _short(content, 80) or Text("（空）", style="yellow"))
    return table


def _column(page: PageSeen) -> RenderableType | None:
    column = page.column
    if column is None:
        return None
    if column.unreadable:
        why = _UNREADABLE.get(column.unreadable, column.unreadable)
        return Text(f"\n栏目“{column.name}”的列表{why}，看不到，不作判断。", style="yellow")
    latest = column.latest.isoformat() if column.latest else "无日期"
    heading = f"栏目“{column.name}”，类型：{type_told(column.type)}，{len(column.items)} 条，最新 {latest}"
    table = Table(box=None, pad_edge=False, show_header=False)
    for item in column.items[:_MOST_ITEMS]:
        table.add_row(_day(item.date), _short(item.title, 60))
    if len(column.items) > _MOST_ITEMS:
        table.add_row("", f"……其余 {len(column.items) - _MOST_ITEMS} 条略")
    if column.next_page:
        table.add_row("下一页", column.next_page)
    return Group(Text(f"\n{heading}", style="bold"), table)  # a title would be no wider than its table


def _document(page: PageSeen) -> RenderableType | None:
    document = page.document
    if document is None:
        return None
    table = _pairs("政策文件" if document.is_policy else "文件信息")
    fields = (
        ("索引号", document.index_number),
        ("文号", document.number),
        ("发布机构", document.issuer),
        ("成文日期", _day(document.written_on)),
        ("发布日期", _day(document.published_on)),
        ("主题分类", document.subject),
        ("有效性", document.validity),
        ("公开标识", document.disclosure_mark),
    )
    for label, value in fields:
        table.add_row(label, value or _NONE)
    return table


def _relations(page: PageSeen) -> RenderableType | None:
    if not page.interpretations and not page.interprets:
        return None
    table = _pairs("解读关系")
    for url in page.interpretations:
        table.add_row("本文件的解读", url)
    for url in page.interprets:
        table.add_row("所解读的文件", url)
    return table


def _marks(page: PageSeen) -> RenderableType | None:
    marks = page.marks
    if marks is None:
        return None
    table = _pairs("页脚标识")
    fields = (
        ("主办单位", marks.organizer),
        ("联系方式", marks.contact),
        ("ICP 备案", marks.icp),
        ("公安备案", marks.police),
        ("网站标识码", marks.site_code),
        ("党政机关标识", "有" if marks.party_government_badge else None),
        ("政府网站找错", "有" if marks.error_report_badge else None),
        ("网站地图", marks.site_map),
    )
    absent = f"看不到（页脚{_UNREADABLE.get(marks.unreadable, marks.unreadable)}）" if marks.unreadable else "没有"
    for label, value in fields:
        table.add_row(label, value or Text(absent, style="yellow"))
    return table


def _links(page: PageSeen) -> RenderableType | None:
    if not page.links:
        return None
    table = _pairs("链接")
    kinds = Counter(link.kind for link in page.links)
    table.add_row("共", f"{len(page.links)} 个：" + _counted((word_for(kind), n) for kind, n in kinds.most_common()))
    regions = Counter(link.region for link in page.links)
    table.add_row("位置", _counted((_REGIONS[region], count) for region, count in regions.most_common()))
    malformed = [link.url for link in page.links if link.malformed]
    for url in malformed[:_MOST_BAD_LINKS]:
        table.add_row(Text("写错的网址", style="red"), url)
    return table


def _counted(counts: Iterator[tuple[str, int]]) -> str:
    return "，".join(f"{name} {count}" for name, count in counts)


def _pairs(title: str | None = None) -> Table:
    table = Table(
        title=f"\n{title}" if title else None,
        title_justify="left",
        title_style="bold",
        box=None,
        show_header=False,
        pad_edge=False,
        padding=(0, 2, 0, 0),
    )
    table.add_column(style="cyan", no_wrap=True)
    table.add_column(overflow="fold")
    return table


def _short(text: str, limit: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else f"{text[:limit]}……"


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
