"""Tells where a text only repeats wording: another's words, a law's, a registered name, a wrong form it explains."""

import re

_MARKS = (("“", "”"), ("《", "》"), ("「", "」"))
_REACH = 200
"""Characters within which a quotation opens and closes."""
# Few texts hold a wrong form: `re` compiles these when one is found.
_ABOUT_WORDING = "误[写作为用将]|错[写成字别]|写错|别字|应为|应是|应改为|写成|混淆|正确写法|规范写法"
_NEAR = 30
"""Characters around a wrong form within which a text says that it speaks of it."""
_REST_OF_NAME = r"[\u4e00-\u9fff（）()]{0,14}?(?:有限(?:责任)?公司|股份公司|合作社|经营部|门市部|事务所)"
_LONGEST_REST = 24
"""Characters: more than `_REST_OF_NAME` can match."""
_ARTICLE = re.compile(r"第[一二三四五六七八九十百零〇\d]{1,6}条")


def is_quoted(text: str, start: int, end: int, *, reach: int = _REACH) -> bool:
    """Tell whether text[start:end] stands between quotation or title marks that are at most `reach` away."""
    left, right = max(0, start - reach), end + reach
    return any(
        text.rfind(opening, left, start) > text.rfind(closing, left, start) and text.find(closing, end, right) >= 0
        for opening, closing in _MARKS
    )


def is_explained(text: str, start: int, end: int) -> bool:
    """Tell whether the text speaks of the wording itself: 将“项目竣工”误写为“项目峻工”."""
    if not is_quoted(text, start, end, reach=_NEAR):
        return False
    return re.search(_ABOUT_WORDING, text[max(0, start - _NEAR) : end + _NEAR]) is not None


def is_in_name(text: str, end: int) -> bool:
    """Tell whether a registered name goes on behind text[:end]: 临河县绿州园林有限公司."""
    return re.match(_REST_OF_NAME, text[end : end + _LONGEST_REST]) is not None


def cites_articles(text: str) -> bool:
    """Tell whether the text is, or cites, a law by its articles: it keeps the law's own way of writing."""
    return _ARTICLE.search(text) is not None
