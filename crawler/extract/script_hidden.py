"""Links that a script takes out of sight while the page loads: nobody sees them, search engines count them."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from crawler.extract.element import Element
from crawler.extract.list_records import lenient_tree
from crawler.extract.parts import written_markup
from crawler.extract.place import hidden_by
from crawler.extract.tree import ParsedPage

HOW: Final = "script"
"""`LinkSeen.hidden` of such a link."""

_WRITES: Final = "document.write"
_MAY_HIDE = re.compile(
    r"""play\s*:\s*none|ity\s*:\s*(?:hidden|0)|(?:left|top|indent)\s*:\s*-\s*\d{3}|(?:height|width|size)\s*[:=][\s\\"']*[01]\b""",
    re.I,
)
_MOST: Final = 20
"""Scripts looked at in one page, and elements that one script hides: what is planted needs few."""
_FARTHEST: Final = 300
"""Elements between the script that opens a hidden box and the one that closes it."""
_SPAN: Final = 400
"""Characters after `document.write` in which the opening tag of what it hides must stand."""
_TAG = re.compile(r"<(/?)(div|span|p|ul|ol|table|marquee|font|center|section|dl|b|i)\b([^>]*)>", re.I)
_STYLE = re.compile(r"""\bstyle\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.I)
_NO_SIZE = re.compile(r"""\b(?:height|width)\s*=\s*["']?[01]\b""", re.I)
_SET = re.compile(
    r"""getElementById\(\s*["']([\w-]+)["']\s*\)\.style(?:\.(?:display|visibility)\s*=\s*["'](?:none|hidden)["']"""
    r"""|\.cssText\s*=\s*["']([^"']*)["']|\.(?:left|top|textIndent|marginLeft)\s*=\s*["']-\d{3,})"""
)


class HiddenLinks(NamedTuple):
    """The `a` elements that a page's own scripts hide as it loads; nearly always none."""

    own: frozenset[Element]
    """Elements of the page itself."""
    written: tuple[Element, ...]
    """Elements that a script writes inside a hidden box of its own."""


_NONE: Final = HiddenLinks(frozenset(), ())


def hidden_by_scripts(doc: ParsedPage) -> HiddenLinks:
    """Return what the page's scripts hide.

    Three ways are known: a script writes the opening tag of a hidden box and a later one its end, with the links
    between them; a script writes box and links; or a script that runs at once hides an element that nothing else in
    the page names. What is hidden inside functions or conditions (tabs, menus, floating windows) waits for somebody's
    click and is spared.
    """
    scripts = [(script, text) for script in doc.root.iter("script") if (text := script.text)]
    writing = [script for script, text in scripts if _WRITES in text and _may_write_hidden(text)][:_MOST]
    setting = [text for _, text in scripts if ".style" in text and "getElementById" in text][:_MOST]
    if not writing and not setting:
        return _NONE
    own = {link for script in writing for link in _up_to_its_end(script)}
    own.update(link for text in setting for link in _in_hidden_elements(doc, text))
    return HiddenLinks(frozenset(own), tuple(link for script in writing for link in _written_links(script)))


def _may_write_hidden(script: str) -> bool:
    at = script.find(_WRITES)
    while at >= 0:
        if _MAY_HIDE.search(script, at, at + _SPAN):
            return True
        at = script.find(_WRITES, at + len(_WRITES))
    return False


def _written_at_once(script: Element) -> str:
    """What a script writes when it is met, not inside a function or under a condition."""
    text = script.text or ""
    at = text.find(_WRITES)
    if at < 0 or text.count("{", 0, at) != text.count("}", 0, at):
        return ""
    return written_markup(text)


def _written_links(script: Element) -> Iterator[Element]:
    markup = _written_at_once(script)
    tree = lenient_tree(markup) if "<a" in markup.lower() else None
    for link in tree.iter("a") if tree is not None else ():
        if any(_hides(above) for above in (link, *link.iterancestors())):
            yield link


def _hides(element: Element) -> bool:
    return bool(hidden_by(element.get("style") or "")) or "0" in (element.get("height"), element.get("width"))


def _up_to_its_end(script: Element) -> Iterator[Element]:
    """The links from the script that opens a hidden box to the one that closes it."""
    if not _opens_hidden(_written_at_once(script)):
        return
    inside: list[Element] = []
    for after in islice(script.itersiblings(), _FARTHEST):
        if after.tag == "script" and "</" in _written_at_once(after):
            yield from inside
            return
        if isinstance(after.tag, str):
            inside += after.iter("a")


def _opens_hidden(markup: str) -> bool:
    """True: the markup ends inside a hidden box that it has opened."""
    open_tags: list[bool] = []
    for closing, _, attributes in _TAG.findall(markup):
        if not closing:
            style = _STYLE.search(attributes)
            hidden = hidden_by((style[1] or style[2] or "") if style else "") is not None
            open_tags.append(hidden or bool(_NO_SIZE.search(attributes)))
        elif open_tags:
            open_tags.pop()
    return any(open_tags)


def _in_hidden_elements(doc: ParsedPage, script: str) -> Iterator[Element]:
    for found in islice(_SET.finditer(script), _MOST):
        name, style = found[1], found[2]
        at_once = script.count("{", 0, found.start()) == script.count("}", 0, found.start())
        if at_once and (style is None or hidden_by(style)) and not _is_named_again(doc, name):
            for element in doc.root.xpath("//*[@id=$name]", name=name):
                yield from element.iter("a")


def _is_named_again(doc: ParsedPage, name: str) -> bool:
    """True: the page names the element a second time, in a script, a link to it or a label: somebody can open it."""
    named = re.findall(rf"""["'#]{re.escape(name)}\b""", doc.html)
    return len(named) > 2
