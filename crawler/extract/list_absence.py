"""Why a column page shows no list: it is empty, a script draws it, or a frame holds it."""

import re
from typing import Final, Literal

from lxml.html import HtmlElement

from crawler.extract.breadcrumb import read_breadcrumb
from crawler.extract.place import hidden_by, named_region
from crawler.extract.tree import ParsedPage

Absence = Literal["empty", "script", "frame"]

_SAYS_EMPTY = re.compile(
    r"(?:暂无|暂时没有|没有找到|没有检索到|未找到|未检索到|无)(?:相关|任何|符合条件的?|您要的|可显示的?)?"
    r"(?:的)?(?:信息|数据|内容|记录|文章|结果|资料|文件|公开信息|栏目内容)|没有任何(?:信息|数据|内容|记录|文章|文件)|该栏目(?:暂无|没有)|共\s*0\s*(?:条|篇|页)|内容(?:正在)?(?:更新|建设|整理)中"
)
_COUNTS_NONE = re.compile(r"^共\s*0")
_EMPTY_WORDS: Final = (
    "暂无",
    "没有找到",
    "没有任何",
    "没有检索到",
    "未找到",
    "未检索到",
    "无相关",
    "暂时没有",
    "该栏目",
    "0条",
    "0 条",
    "0篇",
    "新中",
    "设中",
    "理中",
)
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
_LIST_NAME = re.compile(
    r"list|lb|news|items?|(?:^|[\s_-])con(?:tent)?(?:$|[\s_-])|wzlb|gl|article|info|data|main|right", re.I
)
_LIST_BOX = re.compile(r"list(?:$|[\s_-]|\d)|(?:^|[\s_-])lb(?:$|[\s_-])", re.I)
_FRAME_ASIDE = re.compile(
    r"weather|tianqi|share|yetou|yewei|yejiao|foot|head|/top|bottom|banner|nav|menu|hits|visit|count|stat|baidu|jiucuo|conac|map|video|player|about:blank|login|counter|weibo|weixin|chat|kefu|robot",
    re.I,
)
_NUMBER = re.compile(r"\d+")
_LEAST_FRAME: Final = 250
_LONGEST_NOTE: Final = 200
_LEAST_PROSE: Final = 80
_NO_WORDS: Final = frozenset({"script", "style", "option", "title", "meta"})


def list_absence(doc: ParsedPage, *, known: bool) -> Absence | None:
    """Return why no list is to be seen, or None where nothing says that there should be one.

    `known`: the page surely is a column's. What a script or a frame may still bring is never called empty.
    """
    if list_frame(doc) is not None:
        return "frame"
    if not known and not _is_bare(doc):
        return None
    if _holds_no_record(doc):
        return "empty"
    drawn, empty = is_script_drawn(doc), _says_empty(doc)
    if empty is not None and not (drawn and (_is_out_of_sight(empty) or _only_counts(empty))):
        return "empty"
    if drawn:
        return "script"
    return "empty" if _empty_container(doc) is not None else None


def _holds_no_record(doc: ParsedPage) -> bool:
    """True: the page carries the data store that its list is drawn from, with no record and none to come."""
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


def list_frame(doc: ParsedPage) -> HtmlElement | None:
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


def _is_large(frame: HtmlElement) -> bool:
    style = frame.get("style") or ""
    if hidden_by(style) or "none" in (frame.get("display") or ""):
        return False
    for side in ("width", "height"):
        size = frame.get(side) or ""
        number = _NUMBER.match(size)
        if number and "%" not in size and int(number[0]) < _LEAST_FRAME:
            return False
    return True


def _stands_aside(element: HtmlElement) -> bool:
    return any(
        named_region(above.get("class"), above.get("id")) in ("footer", "header", "nav")
        or above.tag in ("footer", "header", "nav")
        for above in element.iterancestors()
    )


def _says_empty(doc: ParsedPage) -> HtmlElement | None:
    """The element whose words say that there is nothing."""
    html = doc.html
    if not any(word in html for word in _EMPTY_WORDS):
        return None
    for element in doc.root.iter("*"):
        if element.tag in _NO_WORDS:
            continue
        if element.text and len(element.text) < _LONGEST_NOTE and _SAYS_EMPTY.search(element.text):
            return element
        if element.tail and len(element.tail) < _LONGEST_NOTE and _SAYS_EMPTY.search(element.tail):
            return element.getparent()
    return None


def _only_counts(element: HtmlElement) -> bool:
    """True: all that the element says is 共0条, as a pager does before its script has run."""
    own = [element.text or "", *(child.tail or "" for child in element)]
    return all(_COUNTS_NONE.search(match[0]) for text in own for match in _SAYS_EMPTY.finditer(text))


def _is_out_of_sight(element: HtmlElement) -> bool:
    chain = [element, *element.iterancestors()]
    return any(hidden_by(above.get("style") or "") or "hide" in (above.get("class") or "") for above in chain)


def _empty_container(doc: ParsedPage) -> HtmlElement | None:
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


def _is_bare(doc: ParsedPage) -> bool:
    """True: a breadcrumb that ends at the page itself, and no running text: a column's page, whatever it lists."""
    crumbs = read_breadcrumb(doc)
    if len(crumbs) < 2 or crumbs[-1].url not in (doc.url, doc.url.rpartition("/")[0] + "/"):
        return False
    return all(len("".join(map(str, text.itertext())).strip()) < _LEAST_PROSE for text in doc.root.iter("p"))


def _near(element: HtmlElement) -> list[HtmlElement]:
    parents = list(element.iterancestors())
    return parents[:2]


def _holds_nothing(element: HtmlElement) -> bool:
    if next(element.iter("a", "img", "input", "iframe", "select"), None) is not None:
        return False
    # A header row (名称, 索引号, 发布日期) may stand above the rows that are not there.
    rows = [row for row in element.iter("li", "tr") if next(row.iter("th"), None) is None]
    text = "".join(map(str, element.itertext())).strip()
    return not text or (element.tag in ("table", "tbody") and len(rows) <= 1 and len(text) < 40 and "发布" in text)
