"""Where an article says it comes from: 来源, in all its forms."""

import re
from itertools import chain

from crawler.extract.body import Body
from crawler.extract.flow import Flow
from crawler.extract.title import TitleSeen

_APART = "\x1f"
"""Stands between the parts of a line while it is searched: a value ends where its element ends."""
_LABEL = re.compile(
    r"(?<![\u4e00-\u9fff“‘《])(?:(?:信息|文章|稿件|新闻|内容|消息|稿|文稿|发布)?来\s*源(?:于|网站|单位)?|供稿单位|供稿|出处)"
    r"\s*[:：][\s\x1f]*"
)
_STOP = re.compile(
    r"[|｜【】\[\]\x1f]|(?:发布|发表|更新|公开)?(?:时间|日期)\s*[:：]|(?:浏览|阅读|点击|访问)(?:次数|量|数|率|人次)|责任编辑|文章类型|"
    r"(?:作\s*者|编\s*辑|责\s*编|审\s*核|字\s*[体号])\s*[:：]|字体大小|(?:19|20)\d\d\s*[-年/.]\s*\d"
    r"|\s+(?:打印|分享|收藏|保存|关闭|下载|字体|字号|大\s*中\s*小|扫一扫|听全文|微信|微博|\w{2,8}\s*[:：])"
)
_EMPTY = frozenset(("", "无", "-", "--", "—", "null", "本站原创"))
_LONGEST = 40
_LONGEST_LINE = 300
_LINES_AROUND = 20


def read_source(flow: Flow, title: TitleSeen, body: Body) -> str | None:
    """Return the printed source of an article; None: it prints none, or prints the label without a value.

    Looked for between title and text first, then after the text, at last in the text's last lines: a 来源 in the
    middle of the text is a photograph's.
    """
    lines = flow.lines
    start = max((at for at in title.at if at <= body.first), default=0)
    head = range(start, min(body.first + 1, len(lines)))
    above = range(max(0, start - _LINES_AROUND), start)
    inner = range(body.first, min(body.first + _LINES_AROUND, body.end))
    tail = range(max(body.first, body.end - 3), min(body.end + _LINES_AROUND, len(lines)))
    for index in head:
        if value := _value(lines[index].parts):
            return value
    labelled = frozenset(flow.lines_with("源", "出处", "供稿"))
    likely = (index for index in chain(above, tail, inner) if index in labelled)
    return next((value for index in likely if (value := _value(lines[index].parts))), None)


def _value(parts: list[str]) -> str | None:
    if (
        not any("源" in part or "出处" in part or "供稿" in part for part in parts)
        or sum(map(len, parts)) > _LONGEST_LINE
    ):
        return None
    text = _APART.join(" ".join(part.split()) for part in parts)
    found = _LABEL.search(text)
    while found and (again := _LABEL.match(text, found.end())):  # 来源：来源：
        found = again
    if not found:
        return None
    rest = text[found.end() :]
    end = _STOP.search(rest)
    value = (rest[: end.start()] if end else rest).strip(" :：;；,，-)）") if not rest.startswith(_APART) else ""
    if value.count("（") > value.count("）"):
        value += "）"
    return value if value not in _EMPTY and len(value) <= _LONGEST else None
