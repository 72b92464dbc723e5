"""What a title is about, so that a document and its interpretation find each other by their titles."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

# Many sites show no documents: `re` compiles these when titles are compared.
_QUOTED = r"[《〈](.+)[》〉]"
_ORDERED = (
    r"关于(?:做好|开展|加强)?(?:印发|公布|发布|下发|修订|修改)?(.+?)的?(?:实施)?"
    r"(?:通知|意见|决定|公告|通告)(?:[（(].*)?$"
)
_DECORATION = (
    r"【[^】]*】|\[[^\]]*\]|(?:政策|文字|图文|图片|视频|音频|动漫|动画|专家|媒体|负责人)?(?:解读|图解)"
    r"|一[图张]图?(?:读懂|看懂|了解|弄懂)|政策问答|问答|[《》〈〉“”\"：:|｜—\-–·\s、，,。！!？?（）()]"
)
_PLACE = r"^[一-鿿]{1,8}?(?:省|自治区|市|县|区|旗|州|镇|乡|街道)"
_NUMERALS = r"\d+|第[一二三四五六七八九十]+"
_NUMBER_JOINTS = r"[\s\[\]［］【】〔〕()（）第号]+"
_NUMBER_PARTS = 3
"""Issuer's short name, year, running number."""
_SHORTEST = 4
_CACHED = 16_384
"""Titles and numbers of a large site: each is compared with many others."""


@lru_cache(maxsize=_CACHED)
def core(title: str) -> str:
    """What a title is about: 防汛应急预案, from a notice that orders it as from the title of what explains it."""
    words = title
    while (quoted := re.search(_QUOTED, words)) is not None:
        words = quoted[1]
    if (ordered := re.search(_ORDERED, words)) is not None:
        words = ordered[1]
    words = re.sub(_DECORATION, "", words)
    bare = re.sub(_PLACE, "", words)
    return bare if len(bare) >= _SHORTEST else words


def likeness(one: str, other: str) -> float:
    """How alike two titles' cores are, 0 to 100; 0 where their years or ordinals differ, or one is too short."""
    a, b = core(one), core(other)
    if min(len(a), len(b)) < _SHORTEST or _numerals(a) != _numerals(b):
        return 0.0
    return fuzz.ratio(a, b)


def names_number(title: str, number: str | None) -> bool:
    """True: the title quotes that document number, whatever its brackets and spaces."""
    pattern = _quoting(number or "")
    return pattern is not None and pattern.search(title) is not None


@lru_cache(maxsize=_CACHED)
def _quoting(number: str) -> re.Pattern[str] | None:
    """What quotes a document number; None where it is none."""
    parts = [re.escape(part) for part in re.split(_NUMBER_JOINTS, number) if part]
    if len(parts) < _NUMBER_PARTS:
        return None
    return re.compile(rf"(?<![一-鿿]){_NUMBER_JOINTS.join(parts)}(?!\d)")


@lru_cache(maxsize=_CACHED)
def _numerals(words: str) -> tuple[str, ...]:
    return tuple(re.findall(_NUMERALS, words))
