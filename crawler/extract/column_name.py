"""What a column page calls its column."""

import re
from typing import Final

from lxml.html import HtmlElement

from crawler.extract.list_blocks import words
from crawler.extract.tree import ParsedPage

_PLACE_WORDS: Final = (
    "当前位置",
    "您的位置",
    "您所在的位置",
    "您现在的位置",
    "现在位置",
    "所在位置",
    "当前栏目",
    "你的位置",
)
_HERE = re.compile(
    r"(?:(?:您|你|当前|现在|目前|所在)+(?:所在|当前|现在)?的?位置|当前栏目)[是为]?\s*[:：]?|^\s*位置\s*[:：]"
)
_STEP = re.compile(r"\s*(?:-+\s*>+|—+>|>+|》|»|›|→|/|\\|::|＞|->|&gt;)\s*")
_PLACE_NAME = re.compile(r"crumb|bread|location|position|path|dqwz|weizhi|curr|place|navsite|address", re.I)
_TITLE_PARTS = re.compile(r"\s*(?:[_|｜>]|--+|——|\s[-–—]\s|-(?=[^-]*(?:政府|网|局|厅|委|办)))\s*")
_NO_NAME = frozenset({"首页", "网站首页", "正文", "列表", "栏目列表", "信息列表", "更多", "返回", "主页", "内容", ""})
_LONGEST_NAME: Final = 30
_LONGEST_HEADING: Final = 16
_HEADINGS: Final = ("h1", "h2", "h3")


def column_name(doc: ParsedPage, *, container: HtmlElement | None = None) -> str:
    """Return the column's name: meta ColumnName, the last step of the breadcrumb, a heading, the page's title.

    "" where nothing names it. `container` holds the list: headings are looked for above it.
    """
    meta, step = _meta_name(doc), _last_step(doc)
    if meta and step and meta != step and meta in _from_title(doc):
        return step  # the site's own name stands in the tag: the template was never filled in
    return meta or step or _heading(container) or _from_title(doc)


def _meta_name(doc: ParsedPage) -> str:
    if "olumn" not in doc.html and "OLUMN" not in doc.html:
        return ""
    for tag in doc.root.iter("meta"):
        if (tag.get("name") or "").strip().lower() == "columnname" and (tag.get("content") or "").strip():
            return " ".join((tag.get("content") or "").split())
    return ""


def _last_step(doc: ParsedPage) -> str:
    box = _breadcrumb(doc)
    if box is None:
        return ""
    text = _HERE.sub("", words(box), count=1)
    steps = [step.strip(" 　:：") for step in _STEP.split(text)]
    if len(steps) < 2:
        steps = [words(link) for link in box.iter("a")]
    named = [step for step in steps if step not in _NO_NAME and len(step) <= _LONGEST_NAME]
    return named[-1] if named else ""


def _breadcrumb(doc: ParsedPage) -> HtmlElement | None:
    """The smallest element that holds the words and the steps."""
    if not any(word in doc.html for word in _PLACE_WORDS) and "位置" not in doc.html:
        return _named_breadcrumb(doc)
    for found in doc.root.xpath("//body//text()[contains(., '位置')]")[:8]:
        element = found.getparent()
        if not _HERE.search(str(found)) or element is None or element.tag in ("script", "style", "option"):
            continue
        if found.is_tail:
            element = element.getparent()
        for _ in range(3):
            if len(_STEP.split(words(element))) > 1 or len(list(element.iter("a"))) > 1:
                return element if len(words(element)) < 200 else None
            element = element.getparent()
            if element is None or element.tag == "body":
                break
    return _named_breadcrumb(doc)


def _named_breadcrumb(doc: ParsedPage) -> HtmlElement | None:
    if not _PLACE_NAME.search(doc.html):
        return None
    for element in doc.root.iter("div", "ul", "ol", "p", "span", "nav", "td"):
        name = f"{element.get('class') or ''} {element.get('id') or ''}"
        if len(name) > 3 and _PLACE_NAME.search(name):
            text = words(element)
            if len(text) < 120 and len(_STEP.split(text)) > 1 and "首页" in text:
                return element
    return None


def _heading(container: HtmlElement | None) -> str:
    """A heading or a short line of words before the list, or one level further out."""
    if container is None:
        return ""
    element = container
    for _ in range(3):
        for before in element.itersiblings(preceding=True):
            if not isinstance(before.tag, str) or before.tag in ("script", "style", "form"):
                continue
            text = _STEP.split(words(before))[-1]
            if len(text) > _LONGEST_HEADING:
                heading = before if before.tag in _HEADINGS else next(before.iter(*_HEADINGS), None)
                text = words(heading) if heading is not None else ""
            if 1 < len(text) <= _LONGEST_NAME and text not in _NO_NAME and "：" not in text:
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
    parts = [part.strip() for part in _TITLE_PARTS.split(" ".join((title.text or "").split()))]
    named = [part for part in parts if part not in _NO_NAME and len(part) <= _LONGEST_NAME]
    return named[0] if named else ""
