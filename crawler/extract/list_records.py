"""Lists that the page holds as data: JSON of a script, records in CDATA, markup kept in a comment."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

from lxml import etree
from lxml.html import fragment_fromstring

from checks.observations.column import ItemSeen
from config.zone import BEIJING
from crawler.extract.address import join
from crawler.extract.dates import find_all
from crawler.extract.element import Element
from crawler.extract.hints import whole
from crawler.extract.tree import ParsedPage

_TITLE_KEYS: Final = (
    "title", "showtitle", "articletitle", "infotitle", "doctitle", "maintitle", "ftitle", "newstitle",
    "contenttitle", "topic", "subject", "bt", "biaoti", "headline", "name",
)  # fmt: skip
_ADDRESS_KEYS: Final = (
    "urls", "url", "href", "link", "linkurl", "pcurl", "docpuburl", "puburl", "infourl", "articleurl",
    "contenturl", "viewurl", "staticurl", "htmlurl", "visiturl", "detailurl", "pageurl", "path", "furl",
    "linkto", "chnldocurl", "posturl",
)  # fmt: skip
_DATE_KEYS: Final = (
    "pubdate", "publishdate", "publishtime", "pubtime", "publishedtimestr", "publishedtime", "releasetime",
    "releasedate", "docreltime", "docpubtime", "displaydate", "displaytime", "showdate",
    "infodate", "date", "time", "fbsj", "fbrq", "rq", "inputtime", "addtime", "createtime", "createdate", "crtime",
    "updatetime", "operatetime", "displaypublishtime",
)  # fmt: skip
_HAS_TITLE = re.compile(r"""(?:title|topic|subject|\bbt)["']?\s*:""", re.I)
_ARRAY = re.compile(r"\[\s*\{")
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.S)
_RECORD = re.compile(r"<record\b[^>]*>\s*(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?\s*</record>", re.S | re.I)
_MARKUP = re.compile(r"<[^>]*>")
_MOST_TRIES: Final = 24
"""Arrays tried in one page: a page of scripts is no reason to parse for ever."""
_TITLE_WITHIN: Final = 800
"""Characters from the start of an array of records in which the first one names its title."""
_FIRST_YEAR: Final = 1990


def script_records(doc: ParsedPage) -> tuple[ItemSeen, ...]:
    """Return the longest list of records (title with an address or a date) in the literals of the page's scripts."""
    if not _ARRAY.search(doc.html) or not _HAS_TITLE.search(doc.html):
        return ()
    best: tuple[ItemSeen, ...] = ()
    for script in doc.root.iter("script"):
        text = script.text or ""
        if "[" in text and "{" in text and _HAS_TITLE.search(text):
            for value in _literals(text):
                best = max(best, read_records(value, base=doc.base), key=len)
    return best


def read_records(value: Any, *, base: str) -> tuple[ItemSeen, ...]:
    """Return the longest list of items anywhere inside a JSON value; () where none is."""
    best: tuple[ItemSeen, ...] = ()
    waiting = [value]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            waiting += node.values()
        elif isinstance(node, list):
            items = tuple(item for entry in node if isinstance(entry, Mapping) and (item := _item(entry, base)))
            if len(items) > len(best) and 2 * len(items) >= len(node):
                best = items
            waiting += [entry for entry in node if isinstance(entry, Mapping | list)]
    return best


def data_lists(doc: ParsedPage) -> Iterator[Element]:
    """Yield trees of the markup that the page keeps in CDATA sections of a script, or comments in place of a list."""
    if "CDATA" in doc.html or "<record" in doc.html:
        yield from _cdata_lists(doc)
    if "<!--" in doc.html:
        yield from _commented_lists(doc)


def lenient_tree(markup: str) -> Element | None:
    """Return a fragment's tree inside a div; BeautifulSoup's where libxml2 loses links of broken markup."""
    try:
        tree = fragment_fromstring(f"<div>{markup}</div>", create_parent="div")
    except (etree.ParserError, ValueError):
        tree = None
    if tree is not None and sum(1 for _ in tree.iter("a")) == markup.lower().count("<a "):
        return tree
    from lxml.html.soupparser import fromstring as lenient_fromstring  # 60 ms that few readings have to spend

    try:
        return lenient_fromstring(f"<div><div>{markup}</div></div>", features="html.parser")
    except (etree.ParserError, ValueError):
        return tree


def cdata_markup(text: str) -> str:
    """Return the markup of a `<datastore>` or `<recordset>`: its records, not the links to the neighbouring groups."""
    records = _RECORD.findall(text)
    parts = records or [part for part in _CDATA.findall(text) if "dataproxy" not in part]
    return "".join(part for part in parts if "<a" in part or "<A" in part)


def _cdata_lists(doc: ParsedPage) -> Iterator[Element]:
    for script in doc.root.iter("script", "xml", "datastore", "textarea"):
        text = script.text or ""
        if script.tag != "script" and not text:
            text = etree.tostring(script, encoding="unicode")
        if "CDATA" in text or "<record" in text:
            tree = lenient_tree(cdata_markup(text))
            if tree is not None:
                yield tree


def _commented_lists(doc: ParsedPage) -> Iterator[Element]:
    """Comments with several links where the live list should be: their parent holds no link of its own."""
    body = next(doc.root.iter("body"), None)
    comments = body.iter(etree.Comment) if body is not None else ()
    found = [(one.getparent(), text) for one in comments if (text := one.text or "").count("<a") > 1 and "href" in text]
    parents = {parent for parent, _ in found if parent is not None and parent.tag != "body"}
    bare = {parent for parent in parents if next(parent.iter("a"), None) is None}
    for parent, text in found:
        tree = lenient_tree(text) if parent in bare else None
        if tree is not None:
            yield tree


def _literals(text: str) -> Iterator[Any]:
    """JSON values that begin at an array of objects inside a script."""
    decoder, at, tries = json.JSONDecoder(strict=False), 0, 0
    while tries < _MOST_TRIES:
        start = _ARRAY.search(text, at)
        if not start:
            return
        if not _HAS_TITLE.search(text, start.end(), start.end() + _TITLE_WITHIN):
            at = start.end()
            continue
        tries += 1
        try:
            value, at = decoder.raw_decode(text, start.start())
        except (ValueError, RecursionError):  # no JSON, or a number of thousands of digits
            at = start.end()
            continue
        yield value


def _item(entry: Mapping[Any, Any], base: str) -> ItemSeen | None:
    fields = {str(key).lower().replace("-", "").replace("_", ""): value for key, value in entry.items()}
    title = next((text for key in _TITLE_KEYS if key in fields and (text := _plain(fields[key]))), "")
    if not title or "children" in fields or "channeltype" in fields:
        return None
    day = next((day for key in _DATE_KEYS if key in fields and (day := _day(fields[key]))), None)
    href = next((href for key in _ADDRESS_KEYS if key in fields and (href := _address(fields[key]))), "")
    if not href and not day:
        return None
    pinned = any(str(fields.get(key)) in ("1", "true", "True") for key in ("topstatus", "istop", "top", "settop"))
    return ItemSeen(title, join(base, href) or "", day, pinned)


def _plain(value: Any) -> str:
    if not isinstance(value, str):
        return ""
    return whole(" ".join((_MARKUP.sub("", value) if "<" in value else value).split()))


def _address(value: Any) -> str:
    """An address, or the one for desktops of several: `{"pc": …}`, or that written as a JSON string."""
    if isinstance(value, str) and value.lstrip().startswith("{"):
        try:
            value = json.loads(value)
        except ValueError:
            return ""
    if isinstance(value, Mapping):
        value = next(
            (value[key] for key in ("pc", "PC", "common", "www", "url") if isinstance(value.get(key), str)), ""
        )
    return whole(value.strip()) if isinstance(value, str) else ""


def _day(value: Any) -> date | None:
    """A day out of a text, or of milliseconds or seconds since 1970 (in China's time)."""
    if isinstance(value, str) and not value.isdigit():
        found = next(iter(find_all(value)), None)
        return found.day if found else None
    try:
        number = int(value)
        seconds = number / 1000 if number > 1e11 else number
        day = datetime.fromtimestamp(seconds, UTC).astimezone(BEIJING).date()
    except (TypeError, ValueError, OverflowError, OSError):
        return None
    return day if day.year >= _FIRST_YEAR else None
