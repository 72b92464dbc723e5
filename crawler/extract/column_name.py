"""What a column page calls its column."""

import re
from typing import Final

from crawler.extract.breadcrumb import read_breadcrumb
from crawler.extract.element import Element
from crawler.extract.list_blocks import words
from crawler.extract.tree import ParsedPage

_STEP = re.compile(r"\s*(?:-+\s*>+|—+>|>+|》|»|›|→|/|\\|::|＞|->|&gt;)\s*")
_TITLE_PARTS = re.compile(r"\s*(?:[_|｜>]|--+|——|\s[-–—]\s|-(?=[^-]*(?:政府|网|局|厅|委|办)))\s*")
_OFFICE = r"[^-_|｜—–·>:：\s]{1,24}(?:政府|[局委办厅院网镇乡会]|街道|中心|办事处|网站|门户)"
_OFFICE_FIRST = re.compile(rf"{_OFFICE}\s*[-_|｜—–·>:：\s]+\s*(?!{_OFFICE}$)(?=\S)")
"""The name of an office or of its site, where a `<title>` begins with it and goes on with another one."""
_NO_NAME = frozenset({"首页", "网站首页", "正文", "列表", "栏目列表", "信息列表", "更多", "返回", "主页", "内容", ""})
_NO_HEADING = re.compile(r"：|(?:标题|名称).*(?:日期|时间)")
_LONGEST_NAME: Final = 30
_LONGEST_HEADING: Final = 16
_HEADINGS: Final = ("h1", "h2", "h3")


def column_name(doc: ParsedPage, *, container: Element | None = None) -> str:
    """Return the column's name: meta ColumnName, the last step of the breadcrumb, a heading, the page's title.

    "" where nothing names it. `container` holds the list: headings are looked for above it.
    """
    meta, step = _meta_name(doc), _last_step(doc)
    if meta and step and meta != step and meta in _from_title(doc):
        return step  # the site's own name stands in the tag: the template was never filled in
    return meta or step or _heading(container) or _from_title(doc)


def without_office(head: str) -> str:
    """Return a `<title>` without the name of the site's office at its beginning."""
    office = _OFFICE_FIRST.match(head)
    return head[office.end() :] if office else head


def _meta_name(doc: ParsedPage) -> str:
    if "olumn" not in doc.html and "OLUMN" not in doc.html:
        return ""
    for tag in doc.root.iter("meta"):
        if (tag.get("name") or "").strip().lower() == "columnname" and (tag.get("content") or "").strip():
            return " ".join((tag.get("content") or "").split())
    return ""


def _last_step(doc: ParsedPage) -> str:
    named = [crumb.name for crumb in read_breadcrumb(doc) if crumb.name not in _NO_NAME]
    return named[-1] if named and len(named[-1]) <= _LONGEST_NAME else ""


def _heading(container: Element | None) -> str:
    """A heading or a short line of words before the list, or one level further out."""
    if container is None:
        return ""
    element = container
    for _ in range(3):
        for before in element.itersiblings(preceding=True):
            if not isinstance(before.tag, str) or before.tag in ("script", "style", "form"):
                continue
            if next(before.iter("input"), None) is not None:
                continue  # a search box and its buttons
            text = _STEP.split(words(before))[-1]
            if len(text) > _LONGEST_HEADING:
                heading = before if before.tag in _HEADINGS else next(before.iter(*_HEADINGS), None)
                text = words(heading) if heading is not None else ""
            if 1 < len(text) <= _LONGEST_NAME and text not in _NO_NAME and not _NO_HEADING.search(text):
                return text
        parent = element.getparent()
        if parent is None or parent.tag == "body":
            break
        element = parent
    return ""


def _from_title(doc: ParsedPage) -> str:
    title = next(doc.root.iter("title"), None)
    if title is None:
        return ""
    parts = [part.strip() for part in _TITLE_PARTS.split(without_office(" ".join((title.text or "").split())))]
    named = [part for part in parts if part not in _NO_NAME and len(part) <= _LONGEST_NAME]
    return named[0] if named else ""
