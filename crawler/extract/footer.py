"""Which part of a page's source is its footer, and whether it is there at all."""

import functools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from config.words.mark_words import mark_words
from crawler.extract.hints import unescaped, whole

_BEFORE, _AFTER, _INSIDE = 2500, 8000, 10_000
"""Characters of source before the first mark, after the last one, and how far before it the footer's element opens."""
_WIDEST = 60_000
"""Characters between a page's first and last mark; phones and desks have footers of their own."""
_LOWER_PART = 20_000
"""Characters at a page's end among which the footer's script or frame must stand."""
_SCRIPT = re.compile(r"<script\b[^<>]*>", re.I)
_WRITES = re.compile(r"document\.write|innerHTML|\.html\(|\.append\(|unescape\(|'\s*\+|initPage", re.I)
_STYLE = re.compile(r"<style\b[^<>]*>", re.I)
_BREAK = re.compile(r"</?(?:p|div|li|ul|br|tr|td|table|h\d|dd|dt|dl|footer|section)\b[^<>]*>", re.I)
_TAG = re.compile(r"<[^<>]*>")
_JOIN = re.compile(r"['\"]\s*\+\s*['\"]?|['\"]\s*\)?;?\s*\n\s*document\.write(?:ln)?\(\s*['\"]")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_BEIAN = re.compile(r"(?:I\s?C\s?P|公\s*[网安]\s*[安网]?)\s*[（(]?[备证]$", re.I)
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff]")
"""Characters without width, which editors leave inside numbers."""
_FOOTER_TAG = re.compile(
    r"<(?:footer\b|(?:div|table|section|ul|center)\b[^<>]{0,200}?(?:class|id)\s*=\s*[\"']?[^\"'<>]{0,100}?"
    r"(?:foot|bottom|copyright|banquan|dibu|yejiao|btm))",
    re.I,
)
_SRC = re.compile(r"<script\b[^<>]{0,300}?\bsrc\s*=\s*[\"']?([^\"'\s>]+)", re.I)
_FRAME = re.compile(
    r"<iframe\b[^<>]*\bsrc\s*=[^<>]*>|<(?:object|embed)\b[^<>]*\b(?:src|data)\s*=[^<>]*\.(?:s?html?|jspx?|aspx?|php)\b[^<>]*>",
    re.I,
)
_LOADS = re.compile(r"\.load\(|\bfetch\(|(?:\$|jQuery)\.(?:get|post|ajax)\(|XMLHttpRequest|axios")
_PICTURE = re.compile(
    r"<img\b[^<>]*\bsrc\s*=\s*[\"']?[^\"'<>\s]*(?:foot|bottom|copyright|banquan|dibu|yejiao|btm)[^\"'<>\s/]*\.(?:jpe?g|png|gif|webp)",
    re.I,
)
_LEAST_WORDS = 20
"""Characters of a footer that says something itself."""
_UNSEEN_FRAME = re.compile(
    r"display\s*:\s*none|(?:width|height)\s*[:=]\s*[\"']?0\b|visit|count|src\s*=\s*[\"']{2}", re.I
)
_JCMS_SCRIPT = re.compile(r"/\d{14,18}\.js")
_LIBRARY = re.compile(r"jquery|swiper|bootstrap|baidu|cnzz|analytics|share|qrcode|hm\.js|layer|html5shiv|respond", re.I)


class Footer(NamedTuple):
    """A footer's source without comments, and its words: one line a paragraph or cell."""

    source: str
    text: str


def cut_footer(source: str, fetched: Iterable[str] = ()) -> str:
    """The footer of a page's source, comments left out; with the sources that it fetches, theirs as well.

    It begins at the element that calls itself a footer before the first official mark, or a little before that
    mark; without any mark, at the first such element of the page's lower part. Pages of one site share it.
    """
    part = source[slice(*_span(source))]
    for other in fetched:
        part += "\n<div>" + other + "</div>"
    return without(part, "<!--", "-->") if "<!--" in part else part


def without(source: str, opening: str, closing: str) -> str:
    """The source without what stands between two marks; in one pass, however many are never closed."""
    kept: list[str] = []
    at = 0
    while (start := source.find(opening, at)) >= 0 and (end := source.find(closing, start + len(opening))) >= 0:
        kept += source[at:start], " "
        at = end + len(closing)
    return "".join((*kept, source[at:]))


def _span(source: str) -> tuple[int, int]:
    least = len(source) // 3
    marks = sorted(_marks_from(source, least))
    if not marks:
        element = _FOOTER_TAG.search(source, max(least, len(source) - _LOWER_PART))
        return (element.start() if element else max(0, len(source) - _BEFORE)), len(source)
    last = marks[-1]
    first = next(at for at in marks if last - at <= _WIDEST)
    before = [match.start() for match in _FOOTER_TAG.finditer(source, max(least, first - _INSIDE), first)]
    return (before[0] if before else max(0, first - _BEFORE)), last + _AFTER


def _marks_from(source: str, least: int) -> Iterator[int]:
    """Where filing numbers and site codes stand; looking for one rare character costs next to nothing."""
    at = source.find("备", least)
    while at >= 0:
        if _BEIAN.search(source, max(0, at - 12), at + 1):
            yield at
        at = source.find("备", at + 1)
    at = source.find("码", least)
    while at >= 0:
        if source[at - 2 : at] in {"标识", "识别"}:
            yield at
        at = source.find("码", at + 1)


def has_filing_marks(source: str) -> bool:
    """Whether a source holds a filing number or a site code, so that it is a footer's."""
    return next(_marks_from(source, 0), None) is not None


def read_words(part: str) -> Footer:
    """A footer's source with its words. What its scripts write is read as the HTML that it is."""
    part = _UNSEEN.sub("", part)
    if "'+" in part or '"+' in part or "' +" in part or "document.write" in part:
        part = written(part)
    return Footer(source=part, text=_words_of(part))


def written(source: str) -> str:
    """The strings of a script joined and their escapes undone; of other HTML nothing changes."""
    text = whole(_ESCAPED.sub(lambda match: chr(int(match.group(1), 16)), source))
    return _JOIN.sub("", text).replace('\\"', '"').replace("\\'", "'").replace("\\/", "/").replace("\\n", " ")


def _words_of(part: str) -> str:
    part = _without_bodies(part, _STYLE, "</style")
    part = _without_bodies(part, _SCRIPT, "</script", reads=True)
    part = _TAG.sub(" ", _BREAK.sub("\n", part))
    lines = (" ".join(line.split()) for line in unescaped(part).split("\n"))
    return "\n".join(line for line in lines if line)


def _without_bodies(part: str, opening: re.Pattern[str], closing: str, *, reads: bool = False) -> str:
    """The source without an element's contents; with `reads`, HTML that a script writes stays as that HTML."""
    kept: list[str] = []
    at = 0
    lower = part.lower()
    while (found := opening.search(part, at)) is not None:
        end = lower.find(closing, found.end())
        if end < 0:
            break
        body = part[found.end() : end]
        kept += part[at : found.start()], body if reads and "<" in body and _WRITES.search(body) else " "
        at = end
    return "".join((*kept, part[at:]))


@functools.cache
def _named_scripts() -> re.Pattern[str]:
    return re.compile(mark_words().elsewhere.scripts, re.I)


@functools.cache
def _empty_container() -> re.Pattern[str]:
    names = mark_words().elsewhere.containers
    return re.compile(
        rf"<(?:div|footer|section)\b[^<>]{{0,200}}?(?:id|class)\s*=\s*[\"']?{names}\b[^<>]*>\s*(?:<!--[^<>]*-->\s*)*"
        rf"(?:<script[^>]*\bsrc[^>]*>\s*</script>\s*)?</(?:div|footer|section)>|[\"'#.]{names}[\"']?\)?\.load\(",
        re.I | re.S,
    )


@functools.cache
def _noted() -> re.Pattern[str]:
    notes = mark_words().elsewhere.comments
    return re.compile(
        rf"<!--(?![^<>]{{0,80}}(?:结束|end\b|/|完))[^<>]{{0,80}}{notes}[^<>]{{0,80}}-->\s*<(script|iframe)\b[^<>]{{0,300}}\bsrc\s*=",
        re.I,
    )


def is_elsewhere(source: str, *, certain: bool) -> str | None:
    """Where a footer that cannot be seen comes from; None for a page that has its footer, or has none.

    `script`, `frame`, `picture`, or `fragment`: what was saved is only a part of a page.
    `certain`: something of a footer was seen, so that only an unmistakable sign counts; otherwise any script of
    the site's own in the body may be the one that draws it.
    """
    lower = source.lower()
    if "</body" not in lower and "</html" not in lower:
        return "fragment"
    half = source[max(len(source) // 3, len(source) - _LOWER_PART) :]
    noted = _noted().search(half)
    if noted:
        return "frame" if noted.group(1).lower() == "iframe" else "script"
    scripts = _SRC.findall(half)
    if any(_named_scripts().search(name) or _JCMS_SCRIPT.search(name) for name in scripts):
        return "script"
    if scripts and _empty_container().search(half):
        return "script"
    if any(not _UNSEEN_FRAME.search(frame) for frame in _FRAME.findall(half)):
        return "frame"
    if certain:
        return None
    if any(not _LIBRARY.search(name) for name in scripts) or _LOADS.search(half):
        return "script"
    return "picture" if _is_pictured(half) else None


def _is_pictured(half: str) -> bool:
    """True: the footer is a picture: one that is named so, or the footer's element shows one and says nothing."""
    element = _FOOTER_TAG.search(half)
    if element is None:
        return bool(_PICTURE.search(half))
    part = half[element.start() :]
    return ("<img" in part.lower() or "url(" in part) and len(_words_of(part)) < _LEAST_WORDS
