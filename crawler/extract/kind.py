"""What kind of page it is: home, column, article, a file, or something else."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from checks.observations.page import PageKind
from crawler.extract.title import without_site

_ARTICLE_PATH = re.compile(
    r"/(?:content|post|art|t\d{8}|t\d{6,}|info|article|detail|news|view|show)_?\d*[_/-]?\w*[_-]?\d{3,}[\w-]*\.\w{3,5}$"
    r"|/t?(?:19|20)\d{6}_\d+\.\w+$|/[0-9a-f]{24,32}\.s?html?$|/\d{6,}\.s?html?$|/\d{6,}/index\.html?$|[?&](?:article|info|news|content|doc)_?id=\w+",
    re.I,
)
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
_COLUMN_TAGS = ("ColumnName", "ColumnType", "ColumnDescription")
"""One of them is enough: pages of columns leave out the others."""
_ENOUGH_PROSE = 120


class Signs(NamedTuple):
    """What speaks for one kind or another."""

    titled: bool
    """The page prints something that looks like a title."""
    stated: bool
    """It prints the title that its meta tags or its `<title>` state."""
    dated: bool
    """The page prints a date of its own."""
    placed: bool
    """The page has a breadcrumb."""
    paged: bool
    """The page leads to further pages of itself."""
    prose: int
    """Characters of its main text."""


def page_kind(url: str, meta: Mapping[str, str], head_title: str, signs: Signs) -> PageKind | None:
    """Return the kind of an HTML page by its standard tags, its address, its looks; None: only its lists can tell."""
    if meta.get("ArticleTitle") or (meta.get("PubDate") and signs.titled and signs.dated):
        return "article"
    if not url and _looks_like_home(meta, head_title, signs):
        return "home"
    if signs.stated and signs.dated and signs.prose >= _ENOUGH_PROSE:
        return "article"
    if any(meta.get(tag) for tag in _COLUMN_TAGS):
        return "column"
    return "article" if _ARTICLE_PATH.search(url) else None


def likely_kind(signs: Signs) -> PageKind:
    """Return the kind of a page that neither its tags nor a list has settled."""
    written = signs.dated or (signs.stated and signs.prose >= _ENOUGH_PROSE)
    return "article" if signs.titled and written else "other"


def _looks_like_home(meta: Mapping[str, str], head_title: str, signs: Signs) -> bool:
    """True: a page of unknown address that names only its site, in its `<title>` and nowhere as a heading."""
    if signs.stated or signs.placed or "ColumnName" in meta or signs.dated or signs.paged:
        return False
    return bool(head_title) and head_title == (meta.get("SiteName") or without_site(head_title))


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
