"""What kind of page it is: home, column, article, a file, or something else."""

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from checks.observations.page import PageKind
from crawler.extract.flow import Line

_ARTICLE_PATH = re.compile(
    r"/(?:content|post|art|t\d{8}|t\d{6,}|info|article|detail|news|view|show)_?\d*[_/-]?\w*[_-]?\d{3,}[\w-]*\.\w{3,5}$"
    r"|/t?(?:19|20)\d{6}_\d+\.\w+$|/[0-9a-f]{24,32}\.s?html?$|/\d{6,}\.s?html?$|/\d{6,}/index\.html?$|[?&](?:articleid|infoid|newsid|id)=\w+",
    re.I,
)
_COLUMN_PATH = re.compile(
    r"/$|/(?:index|list|node|default|col\d+)(?:_?\d+)?\.\w{3,5}$|/col/col\d+|/list[/_\w-]*\.\w+$|/node_\d+", re.I
)
_DATE = re.compile(r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}|(?:^|[\[(（\s])\d{2}-\d{2}(?:$|[\])）\s])")
_FILE_MARKS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"{\\rtf",
)
_PICTURE_MARKS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\x00\x00\x01\x00")
_FILE_TYPES = (
    "application/pdf",
    "application/msword",
    "application/vnd.",
    "application/zip",
    "application/octet-stream",
    "application/x-",
)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_MARKUP = re.compile(rb"<(?:!doctype|html|head|body|meta|div|script|title)\b", re.I)
_ENOUGH_PROSE = 120
_MANY_ITEMS = 4


class Signs(NamedTuple):
    """What speaks for one kind or another."""

    title_printed: bool
    dated: bool
    """The page prints a date of its own."""
    prose: int
    """Characters of its main text."""


def page_kind(url: str, meta: Mapping[str, str], lines: list[Line], signs: Signs) -> PageKind:
    """Return the kind of an HTML page, by its standard tags, else its address, else its looks."""
    if meta.get("ArticleTitle") or meta.get("PubDate"):
        return "article"
    path = urlsplit(url).path
    if signs.dated and signs.prose >= _ENOUGH_PROSE:
        return "article"
    if meta.get("ColumnName"):
        return "column"
    if _ARTICLE_PATH.search(url):
        return "article"
    items = dated_items(lines)
    if _COLUMN_PATH.search(path) and (items or "ColumnName" in meta):
        return "column"
    if items >= _MANY_ITEMS and items * 60 > signs.prose:
        return "column"
    return "article" if signs.prose >= _ENOUGH_PROSE or signs.dated else "other"


def file_kind(body: bytes, content_type: str | None = None) -> PageKind | None:
    """Return the kind of a file that is no web page; None for a page, which an empty file is too."""
    start = body[:512].lstrip()
    if start.startswith(_FILE_MARKS):
        return "attachment"
    declared = (content_type or "").partition(";")[0].strip().lower()
    if declared.startswith(("image/", "audio/", "video/", "font/")) or start.startswith(_PICTURE_MARKS):
        return "other"
    if declared.startswith(_FILE_TYPES) and not _MARKUP.search(body[:4096]):
        return "attachment"
    if b"\x00" in start and not body.startswith(_WIDE) and start.count(b"\x00") > len(start) // 8:
        return "other"
    return None


def dated_items(lines: list[Line]) -> int:
    """Return how many lines look like dated entries of a list."""
    return sum(1 for line in lines if line.element.tag in ("li", "td", "dd", "div", "p") and _is_item(line))


def _is_item(line: Line) -> bool:
    text = line.text
    return 4 < len(text) < 120 and text[:1].isdigit() is False and bool(_DATE.search(text[-14:]))
