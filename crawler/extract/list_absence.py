"""Why a column page shows no list: it is empty, a script draws it, or a frame holds it."""

import re
from typing import Final, Literal, NamedTuple

from checks.observations.column import EmptyBy
from checks.observations.page import Crumb
from crawler.extract.address import join
from crawler.extract.breadcrumb import read_breadcrumb
from crawler.extract.column_name import column_name, without_office
from crawler.extract.element import Element
from crawler.extract.list_blocks import words
from crawler.extract.list_notes import empty_note, pages_none, says_only_nothing
from crawler.extract.list_place import below_trail, may_be_filled
from crawler.extract.place import hidden_by, named_region
from crawler.extract.title import head_title
from crawler.extract.tree import ParsedPage

_DRAWN_MARKS: Final = (
    "x-handlebars", "text/x-template", 'type="text/template', "text/x-jsrender", "text/x-dot-template", "{{#each",
    "{{each", "{{ ", "v-for", "ng-repeat", "loadPageData", "dataproxy", "laypage", "el-pagination", ".jpage(",
    ".pagination(", "template.render", "template(", "layui.", "new Vue", "createApp", 'id="app"', 'id="root"', "<jsp:",
    "<c:forEach", "jpaas-", "unitbuild", "queryList", "searchList", "initList", "getList(", "getData(", "getPage(",
    "loadList(", "loadData(",
)  # fmt: skip
"""What stands in pages whose list a script draws."""
_ASKING_MARKS: Final = (
    ".getJSON(", "$.ajax", "$.get(", "$.post(", "jQuery.ajax", "jQuery.get(", "jQuery.post(", "axios", "fetch(",
    "XMLHttpRequest",
)  # fmt: skip
"""A script that asks a server for something: a list, or only the number of visits."""
_MINOR_CALL = re.compile(
    r"(?:hits?|click|count|visit|stat|log(?:in|out)?|weather|tianqi|user|token|captcha|jiucuo|like|share|session)\w*[./?]?[\w.]*$",
    re.I,
)
_AJAX_URL = re.compile(r"""(?:url\s*:|\$\.(?:get|post|getJSON)\s*\(|axios\.\w+\s*\(|fetch\s*\()\s*["'`]([^"'`]+)""")
_DATA_STORE = re.compile(r"<datastore\b.*?</datastore\s*>", re.S | re.I)
_RECORDS_TO_COME = re.compile(r"<(?:totalrecord|nextgroup)\b[^>]*>\s*(?:<!\[CDATA\[)?\s*(?:[1-9]|<a\b)", re.I)
_GOES_TO = re.compile(r"^\s*[0-5]\s*[;,]\s*url\s*=", re.I)
_GOES_ON = re.compile(
    r"""[\s/<!\-]*(?:(?:window|top|self|parent|document)\.)*location(?:\.href)?"""
    r"""(?:\s*=\s*|\.(?:replace|assign)\()["'][^"']+["']\)?[\s;/>\-]*"""
)
"""A script that does nothing but go to another page."""
_NO_ARTICLES = re.compile(r"""var\s+listData\s*=\s*\{\s*["']?articleList["']?\s*:\s*\[\s*\]""")
"""The page's own data as one publishing system writes it; an empty array elsewhere may be what a script begins with."""
_NOWHERE: Final = frozenset({"#", "javascript:;", "javascript:void(0)", "javascript:void(0);"})
_LIST_NAME = re.compile(
    r"list|lb|news|items?|(?:^|[\s_-])con(?:tent)?(?:$|[\s_-])|wzlb|gl|article|info|data|main|right", re.I
)
_LIST_BOX = re.compile(r"list(?:$|[\s_-]|\d|box|con|wrap)|(?:^|[\s_-])lb(?:$|[\s_-])|^\s*wp_news", re.I)
_FRAME_ASIDE = re.compile(
    r"weather|tianqi|share|yetou|yewei|yejiao|foot|head|/top|bottom|banner|nav|menu|hits|visit|count|stat|baidu|jiucuo|conac|map|video|player|about:blank|login|counter|weibo|weixin|chat|kefu|robot",
    re.I,
)
_NUMBER = re.compile(r"\d{1,9}")
_LEAST_FRAME: Final = 250
_LEAST_PROSE: Final = 80
_LEAST_STEPS: Final = 2
"""Of a path that is one."""
_LONGEST_SAID: Final = 100
_LONGEST_NAME: Final = 12
"""Characters of a column's name, where only a menu and the title tell it."""
_HEADINGS = re.compile(
    r"(?:序\s*号|标\s*题|名\s*称|文件名称?|信息名称|文件标题|索\s*引\s*号|文\s*号|发文字号|发布(?:机构|单位)|发文(?:机构|单位|日期)|"
    r"(?:发布|公开|生成|成文|更新)?(?:日期|时间)|点击(?:数|率|量)?|浏览(?:次数|量)?|来\s*源|状\s*态|操\s*作|附\s*件)"
)
_DAY_HEADING = re.compile(r"日期|(?<!办公)(?<!工作)(?<!服务)时间")
_LONGEST_HEADING: Final = 8
"""Characters of a heading in a cell that is marked as one."""
_LEAST_HEADINGS: Final = 2
_PATH_OR_PAGER = re.compile(r"位\s*置|首\s*页|上一页|下一页|栏目导航")
_MOST_COMPANY: Final = 2
"""Links or pictures beside an empty box that may be its heading's."""


class Absence(NamedTuple):
    """Why no list is to be seen."""

    why: Literal["empty", "script", "frame"]
    empty_by: EmptyBy | None = None
    """Of an empty list: how the page shows it."""
    box: Element | None = None
    """What holds nothing."""
    note: str | None = None
    """The page's own words for it."""


def list_absence(doc: ParsedPage, *, known: bool) -> Absence | None:
    """Return why no list is to be seen, or None where nothing says that there should be one.

    `known`: the page surely is a column's. What a script or a frame may still bring is never called empty; nor is a
    page without a path for an empty box: it may be the front of several columns.
    """
    absence = _absence(doc, known=known)
    if absence is not None and absence.empty_by == "box" and not known and len(read_breadcrumb(doc)) < _LEAST_STEPS:
        return None
    return absence


def _absence(doc: ParsedPage, *, known: bool) -> Absence | None:
    if list_frame(doc) is not None:
        return Absence("frame")
    if leads_on(doc):
        return Absence("script") if known else None
    note = empty_note(doc)
    if not known and not is_bare(doc) and not (note is not None and note.names_column):
        return None
    if _holds_no_record(doc):
        return Absence("empty", "count")
    if note is not None and note.answers:
        return None
    drawn = is_script_drawn(doc)
    if note is not None and not (drawn and (note.out_of_sight or note.counts)):
        sure = note.in_place and not drawn
        return Absence("empty", ("count" if note.counts else "words") if sure else "box", note.element, note.text)
    if drawn:
        return Absence("script")
    return _empty_place(doc) or _empty_below_trail(doc)


def _empty_place(doc: ParsedPage) -> Absence | None:
    """What the list's own place shows where no words say anything."""
    if pages_none(doc):
        return Absence("empty", "count")
    head = next((table for table in doc.root.iter("table") if _is_head_alone(table)), None)
    if head is not None and not _has_company(head, most=0):
        return Absence("empty", "head", head)
    box = _empty_container(doc)
    if box is None or _has_company(box):
        return None
    return Absence("script") if may_be_filled(doc, box) else Absence("empty", "box", box, _said_beside(box))


def _said_beside(box: Element) -> str | None:
    """A line beside an empty box, which may say why it is empty: 本栏目于10月新开设."""
    texts = (words(beside) for beside in box.itersiblings("p", "div", "span", "font", "center") if not len(beside))
    return next((text for text in texts if 0 < len(text) <= _LONGEST_SAID), None)


def _empty_below_trail(doc: ParsedPage) -> Absence | None:
    """What the place below the page's path shows, whatever its name: nothing, or only words that say so."""
    place = below_trail(doc)
    if place is None:
        return None
    if place.may_be_drawn:
        return Absence("script")
    if not place.words and (not place.pictures or place.pictures_nothing):
        return Absence("empty", "box", place.first)
    if says_only_nothing(place.words):
        return Absence("empty", "words", place.first, place.words)
    return None


def _holds_no_record(doc: ParsedPage) -> bool:
    """True: the page carries the data store that its list is drawn from, with no record and none to come."""
    if "articleList" in doc.html and _NO_ARTICLES.search(doc.html):
        return True
    store = _DATA_STORE.search(doc.html) if "<datastore" in doc.html else None
    return store is not None and "<record>" not in store[0] and not _RECORDS_TO_COME.search(store[0])


def is_script_drawn(doc: ParsedPage) -> bool:
    """True: the page's scripts fetch or fill something that may be the list."""
    html = doc.html
    if any(mark in html for mark in _DRAWN_MARKS):
        return True
    if not any(mark in html for mark in _ASKING_MARKS):
        return False
    urls = _AJAX_URL.findall(html)
    return not urls or not all(_MINOR_CALL.search(url.partition("?")[0]) for url in urls)


def list_frame(doc: ParsedPage) -> Element | None:
    """The frame that may hold the page's list: large, in the main part, of no well-known other use."""
    if (
        "<iframe" not in doc.html
        and "<frame" not in doc.html
        and "<IFRAME" not in doc.html
        and "<FRAME" not in doc.html
    ):
        return None
    for frame in doc.root.iter("iframe", "frame"):
        source = (frame.get("src") or "").strip()
        if not source or source.lower().startswith(("javascript", "about:")) or _FRAME_ASIDE.search(source):
            continue
        if frame.tag == "frame" or (_is_large(frame) and not _stands_aside(frame)):
            return frame
    return None


def leads_on(doc: ParsedPage) -> bool:
    """True: a browser goes on to another page at once: what this one shows is nobody's to see."""
    html = doc.html
    if "refresh" in html and any(_GOES_TO.search(tag.get("content") or "") for tag in doc.root.iter("meta")):
        return True
    if "location" not in html:
        return False
    return any(script.text and _GOES_ON.fullmatch(script.text) for script in doc.root.iter("script"))


def _is_large(frame: Element) -> bool:
    style = frame.get("style") or ""
    if hidden_by(style) or "none" in (frame.get("display") or ""):
        return False
    for side in ("width", "height"):
        size = frame.get(side) or ""
        number = _NUMBER.match(size)
        if number and "%" not in size and int(number[0]) < _LEAST_FRAME:
            return False
    return True


def _stands_aside(element: Element) -> bool:
    return any(
        named_region(above.get("class"), above.get("id")) in ("footer", "header", "nav")
        or above.tag in ("footer", "header", "nav")
        for above in element.iterancestors()
    )


def _empty_container(doc: ParsedPage) -> Element | None:
    """A list's container in the main part without any item."""
    for element in doc.root.iter("ul", "ol", "tbody", "table", "dl", "div"):
        if element.tag == "div":
            named = _LIST_BOX.search(f"{element.get('class') or ''} {element.get('id') or ''}")
        else:
            names = (above.get("class") or above.get("id") or "" for above in (element, *_near(element)))
            named = _LIST_NAME.search(" ".join(names))
        if named and _holds_nothing(element) and not _stands_aside(element):
            return element
    return None


def is_bare(doc: ParsedPage) -> bool:
    """True: its path ends at the page itself, or without one a menu calls it as its title does, and no running text.

    It is a column's page, whatever it lists.
    """
    crumbs = read_breadcrumb(doc)
    if not (_is_here(doc, crumbs[-1]) if len(crumbs) >= _LEAST_STEPS else _is_called(doc)):
        return False
    return all(len("".join(map(str, text.itertext())).strip()) < _LEAST_PROSE for text in doc.root.iter("p"))


def _is_here(doc: ParsedPage, step: Crumb) -> bool:
    """True: the path's last step leads to this page, or is no link and what the title or a menu calls this page."""
    if step.url is not None:
        return step.url in (doc.url, doc.url.rpartition("/")[0] + "/")
    head = head_title(doc)
    return head.startswith(step.name) or without_office(head) == step.name or _names_itself(doc, step.name)


def _is_called(doc: ParsedPage) -> bool:
    name = column_name(doc)
    return 1 < len(name) <= _LONGEST_NAME and _names_itself(doc, name)


def _names_itself(doc: ParsedPage, name: str) -> bool:
    """True: a link of this name leads to this very page: the menu of the columns beside it."""
    own = doc.url.rstrip("/").rpartition("/")[2]
    links = (link for link in doc.root.iter("a") if (link.get("href") or "").rstrip("/").endswith(own))
    return any(words(link) == name and join(doc.base, link.get("href") or "") == doc.url for link in links)


def _has_company(box: Element, *, most: int = _MOST_COMPANY) -> bool:
    """True: beside the empty box stand more links or pictures, and no path or pager: the page shows something else."""
    for beside in (*box.itersiblings(), *box.itersiblings(preceding=True)):
        if not isinstance(beside.tag, str) or named_region(beside.get("class"), beside.get("id")):
            continue
        shown = [link for link in beside.iter("a", "img") if link.get("href") or link.tag == "img"]
        text = "".join(map(str, beside.itertext()))
        if len(shown) > most and not _PATH_OR_PAGER.search(text):
            return True
    return False


def _is_head_alone(table: Element) -> bool:
    """True: a table whose only row names what its rows would hold: 标题, 发布时间, 点击; one below may say 没有记录."""
    rows = [row for row in table.iter("tr") if "".join(map(str, row.itertext())).strip()]
    if len(rows) == 2 and len(rows[1]) == 1 and says_only_nothing("".join(map(str, rows[1].itertext()))):
        rows.pop()
    if len(rows) != 1 or next(table.iter("a", "img", "input", "iframe", "select"), None) is not None:
        return False
    cells = ["".join("".join(map(str, cell.itertext())).split()) for cell in rows[0].iterchildren("th", "td")]
    heads = rows[0].find("td") is None and all(len(cell) <= _LONGEST_HEADING for cell in cells)
    headings = [cell for cell in cells if heads or _HEADINGS.fullmatch(cell)]
    return len(headings) >= _LEAST_HEADINGS and len(headings) == len(cells) and any(map(_DAY_HEADING.search, headings))


def _near(element: Element) -> list[Element]:
    parents = list(element.iterancestors())
    return parents[:2]


def _holds_nothing(element: Element) -> bool:
    if next(element.iter("img", "input", "iframe", "select"), None) is not None:
        return False
    if any((link.get("href") or "#").strip() not in _NOWHERE for link in element.iter("a")):
        return False  # a template's row without an item leads nowhere
    return not "".join(map(str, element.itertext())).strip()
