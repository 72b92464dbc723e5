"""Tells where a text only repeats wording: another's words, a law's, a registered name, a wrong form it explains."""

import re

_MARKS = (("“", "”"), ("《", "》"), ("「", "」"))
_REACH = 200
"""Characters within which a quotation opens and closes."""
_ABOUT_WORDING = re.compile("误|错|应为|应是|写成|写作|别字|混淆|规范写法|正确写法")
_NEAR = 30
_REST_OF_NAME = re.compile(r"[\u4e00-\u9fff（）()]{0,14}?(?:有限(?:责任)?公司|股份公司|合作社|经营部|门市部|事务所)")
_ARTICLE = re.compile(r"第[一二三四五六七八九十百零〇\d]{1,6}条")


def is_quoted(text: str, start: int, end: int) -> bool:
    """Tell whether text[start:end] stands between quotation or title marks."""
    left, right = max(0, start - _REACH), end + _REACH
    return any(
        text.rfind(opening, left, start) > text.rfind(closing, left, start) and text.find(closing, end, right) >= 0
        for opening, closing in _MARKS
    )


def is_explained(text: str, start: int, end: int) -> bool:
    """Tell whether the text speaks of the wording itself: 将“竣工”误写为“峻工”."""
    wrapped = any(text[start - 1 : start] == opening and text[end : end + 1] == closing for opening, closing in _MARKS)
    return wrapped and _ABOUT_WORDING.search(text, max(0, start - _NEAR), end + _NEAR) is not None


def is_in_name(text: str, end: int) -> bool:
    """Tell whether a registered name goes on behind text[:end]: 临河县绿州园林有限公司."""
    return _REST_OF_NAME.match(text, end) is not None


def cites_articles(text: str) -> bool:
    """Tell whether the text is, or cites, a law by its articles: it keeps the law's own way of writing."""
    return _ARTICLE.search(text) is not None
