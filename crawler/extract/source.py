"""Where an article says it comes from: 来源, in all its forms."""

import re

from crawler.extract.body import Body
from crawler.extract.flow import Line
from crawler.extract.title import TitleSeen

_LABEL = re.compile(
    r"(?:^|(?<=[^\u4e00-\u9fff]))(?:(?:信息|文章|稿件|新闻|内容|消息|稿|文稿)?来\s*源(?:于|网站|单位)?|信息来源单位|供稿单位|发布来源|出处)\s*[:：]\s*"
)
_NEXT_LABEL = re.compile(
    r"\s*(?:[|｜【】\[\]]|[（(]?(?:作\s*者|编\s*辑|记者|责编|审核|责任编辑|发布|发表|时间|日期|更新|字\s*[体号]|浏览|阅读|点击|访问|人气|次数|"
    r"打印|分享|收藏|保存|关闭|保护视力|我要|听全文|扫一扫|文章类型|信息类型|微信|微博|文字|大\s*中\s*小|[A-Za-z]{3,}\s*[:：]|"
    r"\w{2,6}\s*[:：])|(?:19|20)\d\d\s*[-年/.]\s*\d)"
)
_EMPTY = frozenset(("", "无", "-", "--", "—", "null", "本站原创"))
_LONGEST = 40
_HEAD_LINES = 12


def read_source(lines: list[Line], title: TitleSeen, body: Body) -> str | None:
    """Return the printed source of an article; None: it prints none, or prints the label without a value.

    Looked for between title and text first, then after the text, at last in the text's last lines: a 来源 in the
    middle of the text is a photograph's.
    """
    start = max((at for at in title.at if at <= body.first), default=0)
    head = range(start, min(body.first + 1, len(lines)))
    inner = range(body.first, min(body.first + _HEAD_LINES, body.end))
    tail = range(max(body.first, body.end - 3), min(body.end + _HEAD_LINES, len(lines)))
    for part in (head, tail, inner):
        for index in part:
            value = _value(lines, index)
            if value:
                return value
    return None


def _value(lines: list[Line], index: int) -> str | None:
    parts = lines[index].parts
    if not any("源" in part or "出处" in part or "供稿" in part for part in parts):
        return None
    text = lines[index].text
    if len(text) > 300:
        return None
    found = list(_LABEL.finditer(text))
    if not found:
        return None
    return _cut(text[found[-1].end() :] if found[-1].start() - found[0].end() <= 1 else text[found[0].end() :])


def _cut(text: str) -> str | None:
    end = _NEXT_LABEL.search(text)
    value = (text[: end.start()] if end else text).strip(" \t:：;；,，|)）-")
    if value.count("（") > value.count("）"):
        value += "）"
    return value if value not in _EMPTY and len(value) <= _LONGEST else None
