"""What speaks for a list being the page's own, and not another column's box beside it."""

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from config.column_types import match_type
from crawler.extract.address import join
from crawler.extract.breadcrumb import read_breadcrumb
from crawler.extract.column_name import column_name
from crawler.extract.element import Element
from crawler.extract.list_blocks import Block, words
from crawler.extract.title import head_title
from crawler.extract.tree import ParsedPage

_MORE = re.compile(r"\s*(?:\[?\+?\s*(?:查看)?更多|more).*$|[\s>»·|]+$", re.I)
_LONGEST_NAME: Final = 12
_IN_FOLDER: Final = 20
"""What addresses below the page's own are worth, in items."""
_BESIDE_PATH: Final = 10
"""What standing in one box with the page's path is worth, in items."""
_FIRST: Final = 4


def nearness(doc: ParsedPage, container: Element, blocks: Sequence[Block]) -> int:
    """More for a list whose items have addresses below the page's own, or that stands in one box with its path."""
    score = _IN_FOLDER if _is_in_folder(doc, blocks) else 0
    read_breadcrumb(doc)
    box = doc.trail.getparent() if doc.trail is not None else None
    if box is not None and box.tag not in ("body", "form") and box in set(container.iterancestors()):
        score += _BESIDE_PATH
    return score


def _is_in_folder(doc: ParsedPage, blocks: Sequence[Block]) -> bool:
    folder = urlsplit(doc.url).path.rpartition("/")[0] + "/"
    if folder == "/":
        return False
    links = [block.link if block.link is not None else next(block.element.iter("a"), None) for block in blocks[:_FIRST]]
    hrefs = [(link.get("href") or "").strip() if link is not None else "" for link in links]
    return all(_is_below(href, folder, doc) for href in hrefs)


def _is_below(href: str, folder: str, doc: ParsedPage) -> bool:
    """True: the address leads further down from the page's folder."""
    if href.startswith(("http:", "https:")):
        href = urlsplit(join(doc.base, href) or "").path
    if href.startswith("/"):
        return href.startswith(folder) and len(href) > len(folder)
    return doc.base == doc.url and bool(href) and not href.startswith(("..", "#", "?", "javascript:"))


def is_anothers(doc: ParsedPage, heading: str) -> bool:
    """True: a list's heading is the name of another column that the page links to.

    One of the same type (文字解读 on the page of 政策解读), or with the page's own name in its name (政府信息公开年报
    on the page of 政府信息公开), must have an address that is not below the page's own.
    """
    heading = _MORE.sub("", heading).strip()
    name = column_name(doc) if 1 < len(heading) <= _LONGEST_NAME else ""
    if not name or heading in name or heading in head_title(doc):
        return False
    likely = ((link, text) for link in doc.root.iter("a") if (text := words(link)).startswith(heading))
    named = [link for link, text in likely if _MORE.sub("", text) == heading]
    leads = {url for link in named if (url := join(doc.base, link.get("href") or ""))} - {doc.url}
    kind, own = match_type(heading), match_type(name)
    if name in heading or (kind is not None and own is not None and kind.id == own.id):
        return bool(leads) and not any(_may_be_part(url, doc.url) for url in leads)
    return bool(leads)


def _may_be_part(url: str, own: str) -> bool:
    """True: the address is below a column's own, or tells nothing of it: one program answers for all columns."""
    path, above = urlsplit(url).path, urlsplit(own).path
    folder = above.rpartition("/")[0] + "/"
    return path == above or (folder != "/" and path.startswith(folder))
