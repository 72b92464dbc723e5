"""What a column page says about its list in words: that there is nothing, and how many entries its pager counts."""

import re
from typing import Final, NamedTuple

from crawler.extract.column_name import column_name
from crawler.extract.element import Element
from crawler.extract.flow import Line
from crawler.extract.main_list import stands_in_main
from crawler.extract.place import hidden_by
from crawler.extract.tree import ParsedPage

_THINGS = r"(?:信息|数据|内容|记录|文章|结果|资料|文件|稿件|公开信息|栏目内容|新闻|公告|通知|动态|项目)"
_SAYS_EMPTY = re.compile(
    rf"(?:暂无|暂时没有|没有找到|没有[检查][索询]?到|未找到|未[检查][索询]?到|(?<![如若有])无)(?:相关|任何|符合条件的?|您要的|可显示的?)?(?:的)?{_THINGS}"
    rf"|(?:尚|还)?没有(?:添加|发布|录入)?(?:任何|相关|符合条件的?){_THINGS}|该栏目(?:下)?(?:暂无|没有)"
    r"|(?:内容|信息)(?:正在)?(?:更新|建设|整理|完善|充实)(?:之)?中"
    r"|(?:栏目|网页|页面|频道|板块|版块|专栏|资料|数据)(?:内容|信息)?(?:正在)?(?:紧张)?(?:建设|整理|完善|筹备|制作|充实)(?:之)?中"
    r"|栏目(?:内容|信息)?正在(?:紧张)?(?:建设|整理|完善|筹备|更新)"
)
_COUNTS_NONE = re.compile(
    r"(?:总?共(?:有|计)?|总数|合计)\s*[:：]?\s*0\s*(?:条|篇|页|项|个(?!月)|记录)(?!\s*(?:评论|留言|附件|回复))"
    r"|(?:总(?:记录|条)数|记录总数)\s*[:：]?\s*0(?!\d)"
)
_SAYS_ONLY = re.compile(
    rf"(?:抱歉|对不起|很遗憾)?(?:暂时|目前|这里|当前|[该本此]?栏目下?|该类别下|还|尚)*没有{_THINGS}"
    r"|(?:目前)?正在(?:紧张|努力)?(?:建设|更新|完善|整理|筹备)中?(?:请(?:稍[候后]|耐心等待)\S{0,6})?"
    rf"|(?:[该本此]栏目|当前栏目)?(?:内容)?[暂尚还]?未(?:发布|更新|上传|添加|录入)(?:任何|相关)?{_THINGS}?"
    rf"|(?:更多)?(?:精彩)?(?:栏目)?(?:内容)?(?:即将(?:上线|开通|推出)|正在(?:筹备|建设))?敬请(?:期待|关注)"
    rf"|(?:目前)?暂无|空空如也|nodata|norecords?",
    re.I,
)
"""What says so only where nothing else is said; without white space and marks."""
_MARKS = re.compile(r"[\s\W]+")
_NO_PAGES = re.compile(r"""createPageHTML\(\s*(?:["'][\w-]+["']\s*,\s*)?0\s*,""", re.I)
_EMPTY_WORDS: Final = (
    "栏目正在",
    "暂无", "没有", "未找到", "检索到", "查询到", "查到", "无相关", "无任何", "无数据", "无记录", "无信息", "无内容",
    "新中", "设中", "理中", "善中", "备中", "作中", "实中", "之中",
)  # fmt: skip
_CONDITION: Final = ("v-if", "v-show", "v-else", "ng-if", "ng-show", "x-show", ":style", "th:if")
_LONGEST_NOTE: Final = 200
_LINES_TO_NAME: Final = 4
"""Lines from the column's name down to a note that stands where its list should be."""


class EmptyNote(NamedTuple):
    """A line of the page's main part that says that the list holds nothing."""

    text: str
    element: Element
    counts: bool
    """It only counts: 共0条, as a pager does before its script has run, too."""
    out_of_sight: bool
    """A script may show it, or take it away: it is hidden, or shown under a condition."""
    in_place: bool
    """It stands where the list should be: right below the column's name."""
    answers: bool
    """A field to fill in stands beside it: what is empty is the answer to a question that nobody asked yet."""

    @property
    def names_column(self) -> bool:
        """True: 本栏目正在建设中, below the column's name; only a column says so, whatever else it looks like."""
        return self.in_place and "栏目" in self.text


def empty_note(doc: ParsedPage) -> EmptyNote | None:
    """Return the first note that says so in words, else the pager that counts none; None where neither is there."""
    says = any(word in doc.html for word in _EMPTY_WORDS)
    if not says and "0" not in doc.html:
        return None
    counted: EmptyNote | None = None
    lines = doc.flow.lines
    for at, line in enumerate(lines):
        text = line.text
        if len(text) >= _LONGEST_NOTE:
            continue
        if says and _SAYS_EMPTY.search(text) and stands_in_main(line.element):
            return _note(doc, lines, at, counts=False)
        if (
            counted is None
            and ("共" in text or "总" in text)
            and _COUNTS_NONE.search(text)
            and stands_in_main(line.element)
        ):
            counted = _note(doc, lines, at, counts=True)
    return counted


def _note(doc: ParsedPage, lines: list[Line], at: int, *, counts: bool) -> EmptyNote:
    line = lines[at]
    return EmptyNote(
        line.text,
        line.element,
        counts,
        out_of_sight=_is_out_of_sight(line.element if counts else _innermost(line)),
        in_place=counts or _is_in_place(doc, lines, at),
        answers=not counts and _asks_for_input(line.element),
    )


def says_only_nothing(text: str) -> bool:
    """True: words that stand alone in a column's place say that it is empty: 敬请期待, 暂未更新."""
    return _SAYS_ONLY.fullmatch(_MARKS.sub("", text)) is not None


def pages_none(doc: ParsedPage) -> bool:
    """True: the call that draws the pager counts no page."""
    return "createPageHTML" in doc.html and bool(_NO_PAGES.search(doc.html))


def _innermost(line: Line) -> Element:
    """The element whose own words they are: a span may be hidden inside its paragraph."""
    return next((el for el in line.element.iter("*") if el.text and _SAYS_EMPTY.search(el.text)), line.element)


def _is_out_of_sight(element: Element) -> bool:
    return any(
        hidden_by(above.get("style") or "")
        or "hide" in (above.get("class") or "")
        or any(name in above.attrib for name in _CONDITION)
        for above in (element, *element.iterancestors())
    )


def _is_in_place(doc: ParsedPage, lines: list[Line], at: int) -> bool:
    name = column_name(doc, container=lines[at].element)
    return bool(name) and any(name in line.text for line in lines[max(0, at - _LINES_TO_NAME) : at + 1])


def _asks_for_input(element: Element) -> bool:
    for depth, above in enumerate(element.iterancestors()):
        if depth == 3 or above.tag in ("body", "html"):
            return False
        for field in above.iter("input", "textarea", "button"):
            if (field.get("type") or "text").lower() in ("text", "search", "button", "submit"):
                return True
    return False
