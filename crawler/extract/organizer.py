"""Who runs the site, as its footer says: 主办单位：…, …主办, 主管, or only 版权所有."""

import functools
import re

from config.words.mark_words import mark_words
from crawler.extract.footer import Footer

_SHORT_LABEL = 2
_YEARS = r"(?:(?:19|20)\d\d年?\s*(?:[-—–~至]+\s*(?:(?:19|20)\d\d年?|至?今)\s*)?)?"
"""Of a copyright: 1997-2022."""
_NAME = r"[\u4e00-\u9fff、（）()·]{2,40}"


@functools.cache
def _ends() -> re.Pattern[str]:
    labels = "|".join(map(re.escape, mark_words().organizer.next_labels))
    return re.compile(rf"(?<=[\s|，。；])(?:{labels})|(?:{labels})[^\s:：]{{0,4}}\s*[:：]|[\d|｜]")


@functools.cache
def _labelled(kind: str) -> re.Pattern[str]:
    labels = "|".join(r"\s{0,3}".join(label) for label in getattr(mark_words().organizer, kind))
    return re.compile(rf"(?:{labels})\s*[:：]\s*(?:©\s*)?([^\n|｜]{{2,120}})")


@functools.cache
def _suffixed(kind: str) -> re.Pattern[str]:
    labels = "|".join(getattr(mark_words().organizer, kind))
    bodies = "|".join(sorted(mark_words().organizer.bodies, key=len, reverse=True))
    return re.compile(
        rf"(?:^|[\s|｜:：©])(?:本[^\s|｜]{{0,6}}由)?((?:{_NAME}?)(?:{bodies}))\s*(?:{labels})(?=$|[\s|｜©,，、（(\d]|承办|协办)",
        re.M,
    )


@functools.cache
def _parted(kind: str) -> re.Pattern[str]:
    """A whole label, and white space or a new line in place of the colon; 主办 alone may end the sentence before."""
    labels = "|".join(label for label in getattr(mark_words().organizer, kind) if len(label) > _SHORT_LABEL)
    return re.compile(rf"(?:{labels})\s+([^\n|｜]{{2,120}})")


@functools.cache
def _unpunctuated(kind: str) -> re.Pattern[str]:
    labels = "|".join(getattr(mark_words().organizer, kind))
    return re.compile(rf"(?:{labels})\s*(?:©|\(c\))?\s*{_YEARS}({_NAME})", re.I)


@functools.cache
def _is_body() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(mark_words().organizer.bodies)})(?:[（(][^（）()]*[）)])?$")


def read_organizer(footer: Footer) -> str | None:
    """The organiser's name; of two, both with a space between.

    Where nobody is named as such, the body in charge, or the owner of the rights.
    """
    for kind in ("organizer", "authority", "owner"):
        for shape in (_labelled, _suffixed, _unpunctuated if kind == "owner" else _parted):
            for found in shape(kind).finditer(footer.text):
                name = _name(found.group(1))
                if name:
                    return name
    return None


def _name(words: str) -> str | None:
    """The leading part that names one body or several, up to the next label of the footer."""
    end = _ends().search(words, 1)
    words = (words[: end.start()] if end else words).strip(" 、,，;；©")
    bodies: list[str] = []
    for word in words.split():
        if not re.fullmatch(_NAME, word) or (bodies and not _is_body().search(word)):
            break
        bodies.append(word)
    name = " ".join(bodies).removeprefix("中国·")
    return name if len(name) >= 4 and _is_body().search(name) else None
