"""What a page leaves to scripts and frames, and which addresses would bring it."""

import re
from collections.abc import Iterator
from typing import Final

from checks.observations.page import Want, WantRole
from crawler.extract.address import join
from crawler.extract.element import Element
from crawler.extract.list_absence import list_frame
from crawler.extract.tree import ParsedPage

_FOOTER_NAME: Final = (
    r"(?:foot(?!er?[-_]?(?:nav|menu))\w*|bottom\w*|copyright|yewei|yejiao|dibu|weibu|banquan|page_?end)"
)
_FOOTER_FILE = re.compile(
    rf"(?:^|[/_.-])(?:\w{{0,12}}[_-])?{_FOOTER_NAME}(?:[_-]?\w{{0,12}})?(?:\.\w{{2,5}})?(?:[/?]|$)", re.I
)
_NOT_FOOTER = re.compile(
    r"scroll|jquery|swiper|plugin|\.min\.js|common\.js|float|help|fixed|menu|nav|\.(?:css|png|jpe?g|gif|svg)(?:\?|$)",
    re.I,
)
_FOOTER_COMMENT = re.compile(r"尾部|底部|页尾|页脚|\bfoot(?:er)?\b|\bbottom\b|版权", re.I)
_ENDS = re.compile(r"end|结束|over|/", re.I)
_LOADED = re.compile(r"""\.load\s*\(\s*["']([^"']+)["']""")
_INCLUDED = re.compile(r"""<!--\s*#include\s+(?:virtual|file)\s*=\s*["']([^"']+)["']""", re.I)
_FETCHED = re.compile(
    r"""(?:\burl\s*:|\$\.(?:get|post|getJSON|ajax)\s*\(|jQuery\.(?:get|post|getJSON|ajax)\s*\(|axios(?:\.\w+)?\s*\(|\bfetch\s*\(|"""
    r"""\.open\s*\(\s*["'](?:GET|POST|get|post)["']\s*,)\s*["'`]([^"'`\s]+)["'`]\s*([+]?)"""
)
_LIST_DATA = re.compile(
    r"list|query|article|info|data|json|xml|col\d|column|channel|news|record|content|doc|page|item|catalog|gkml|\.js(?:\?|$)",
    re.I,
)
_NOT_LIST = re.compile(
    r"log(?:in|out|ger)?\b|captcha|verify|stat(?:istic)?s?\b|count|click|hits?\b|visit|weather|tianqi|user|token|comment|vote|survey|"
    r"suggest|hotword|upload|submit|save|add|delete|update|config|lang|share|collect|jiucuo|wza|aria|map\b|qrcode|sms|pay",
    re.I,
)
_UNFILLED = re.compile(r"\$\{|\{\{|<%|\s")
_MOST_DATA: Final = 3
"""List addresses asked for on one page: the first ones that look right."""


def read_wants(doc: ParsedPage, *, lists: bool = True, footer: bool = True) -> tuple[Want, ...]:
    """Return what should be fetched so that the page's list and footer can be seen, each address once.

    `lists`: the page's list is not to be seen; `footer`: its footer is not. A frameset is always wanted: without its
    frames there is no page.
    """
    wants = [*_framesets(doc)]
    if lists:
        wants += _list_frames(doc)
        wants += _list_data(doc)
    if footer:
        wants += _footers(doc)
    return tuple({want.url: want for want in reversed(wants) if want.url != doc.url}.values())[::-1]


def _framesets(doc: ParsedPage) -> Iterator[Want]:
    for frame in doc.root.iter("frame"):
        if "<frameset" in doc.html or "<FRAMESET" in doc.html:
            yield from _wanted(doc, frame.get("src"), "frame")


def _list_frames(doc: ParsedPage) -> Iterator[Want]:
    frame = list_frame(doc)
    if frame is not None and frame.tag == "iframe":
        yield from _wanted(doc, frame.get("src"), "frame")


def _list_data(doc: ParsedPage) -> Iterator[Want]:
    found = 0
    for script in doc.root.iter("script"):
        text = script.text
        if not text or script.get("src"):
            continue
        for match in _FETCHED.finditer(text):
            address, continued = match[1], match[2]
            if continued or _UNFILLED.search(address) or not is_list_data(address):
                continue
            for want in _wanted(doc, address, "list"):
                found += 1
                if found <= _MOST_DATA:
                    yield want


def is_list_data(address: str) -> bool:
    """True: the address reads like a source of records, not a counter, a login or the weather."""
    path = address.partition("?")[0].rpartition("//")[2]
    last_steps = "/".join(path.split("/")[-3:])
    return bool(_LIST_DATA.search(address)) and not _NOT_LIST.search(last_steps)


def _footers(doc: ParsedPage) -> Iterator[Want]:
    for script in doc.root.iter("script"):
        source = script.get("src")
        if source and (
            _is_footer_file(source) or (_stands_at_footer_comment(script) and not _NOT_FOOTER.search(source))
        ):
            yield from _wanted(doc, source, "footer")
        elif script.text and ".load" in script.text:
            for address in _LOADED.findall(script.text):
                yield from _wanted(doc, address.split()[0], "footer") if _is_footer_file(address.split()[0]) else ()
    for frame in doc.root.iter("iframe"):
        source = frame.get("src")
        if source and (_is_footer_file(source) or _is_footer_file(frame.get("id") or "") or _stands_in_footer(frame)):
            yield from _wanted(doc, source, "footer")
    for address in _INCLUDED.findall(doc.html) if "#include" in doc.html else ():
        yield from _wanted(doc, address, "footer") if _is_footer_file(address) else ()


def _is_footer_file(address: str) -> bool:
    return bool(_FOOTER_FILE.search(address)) and not _NOT_FOOTER.search(address.rpartition("/")[2])


def _stands_at_footer_comment(script: Element) -> bool:
    """True: the comment before the script says that the footer begins, not as `<!--底部 end-->` that it is over."""
    before = script.getprevious()
    if (
        _NOT_FOOTER.search(script.get("src") or "")
        or before is None
        or isinstance(before.tag, str)
        or script.getparent() is None
    ):
        return False
    text = before.text or ""
    return len(text) < 40 and bool(_FOOTER_COMMENT.search(text)) and not _ENDS.search(text)


def _stands_in_footer(frame: Element) -> bool:
    return any(
        above.tag == "footer" or _FOOTER_COMMENT.search(f"{above.get('class') or ''} {above.get('id') or ''}")
        for above in frame.iterancestors()
    )


def _wanted(doc: ParsedPage, address: str | None, role: WantRole) -> Iterator[Want]:
    url = join(doc.base, address) if address else None
    if url:
        yield Want(url, role)
