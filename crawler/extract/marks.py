"""The marks of a page's footer: who runs the site, its codes and badges.

Footers are read from the source, not from the tree: half of them are written by scripts (`document.write`), and the
source of a fetched `footer.js` is read the same way.
"""

import functools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from checks.observations.marks import MarksSeen
from config.words.mark_words import MarkWords, mark_words
from crawler.extract.address import join
from crawler.extract.footer import cut_footer, has_filing_marks, is_elsewhere, read_words, written
from crawler.extract.hints import unescaped
from crawler.extract.organizer import read_organizer
from crawler.extract.tree import ParsedPage

_PROVINCE = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼滇黔蜀陇秦港澳台]"
_ICP = re.compile(
    rf"(?:({_PROVINCE})\s*)?I\s*C\s*P\s*\(?\s*[备证]\s*\)?\s*(?:案\s*(?:编?号|序号)?)?\s*[:第(]?\s*(\d{{5,10}})\s*\)?\s*号?"
    r"\s*(?:[-－—–]\s*(\d{1,3}))?\s*号?",
    re.I,
)
_POLICE = re.compile(
    rf"(?:({_PROVINCE})\s*)?公\s*(?:网\s*安|安\s*网|安\s*机\s*关|安|网)\s*备\s*案?\s*(?:编?号)?\s*:?\s*(\d{{11,14}}|\d(?:\s?\d){{13}})\s*号?"
)
_RECORD_CODE = re.compile(
    r"(?:registerSystemInfo\?recordcode|beian\.mps\.gov\.cn/#/query/webSearch\?code)=\s*(\d{11,14})"
)
_SITE_CODE = re.compile(
    r"(?:标\s*识|识\s*别)\s*(?:(?:编|代)?[码号]\s*(?:编?号)?\s*(?:[:：(]|为)?|:)\s*(bm\d{8}|\d{10})(?!\d)", re.I
)
_REPORT_TAG = re.compile(r"<(?:script|a|img|span|div)\b[^<>]{0,600}?(?:jiucuo|exposure/)[^<>]{0,600}>", re.I)
_REPORT_CODE = re.compile(r"site_?code\s*[=:]\s*\\?[\"']?(bm\d{8}|\d{10})", re.I)
_REPORT_CALL = re.compile(r"\b(?:Link|\w*jiucuo\w*)\(\s*\\?[\"'](bm\d{8}|\d{10})\\?[\"']\s*\)", re.I)
_NUMBER = r"\s*[:：]?\s*(?:[（(]?\+?\d[\d\s（）()—–－-]{3,20}\d)"
_MAIL = r"\s*[:：]\s*[A-Za-z0-9_.-]{1,64}\s*[@＠#]\s*[A-Za-z0-9.-]{3,80}"
_BARE_CONTACT = re.compile(
    r"[\u4e00-\u9fff]{2,16}(?:路|街|道|巷)\s?\d{1,5}\s?号|(?<!\d)0\d{2,3}\s?[-－—]\s?\d{7,8}(?!\d)|(?<![A-Za-z0-9_.-])[A-Za-z0-9_.-]{1,64}@[A-Za-z0-9.-]{3,80}"
)
_ANCHOR = re.compile(r"<a\b([^<>]*)>((?:(?!</a>).){0,300}?)</a>", re.I | re.S)
_HREF = re.compile(r"href\s*=\s*\\?[\"']?([^\"'\s>\\]*)", re.I)
_TAG = re.compile(r"<[^<>]*>")
_PICTURED = re.compile(r"\b(?:alt|title)\s*=\s*\\?[\"']([^\"'<>]{4,80})", re.I)


@functools.cache
def _words() -> MarkWords:
    return mark_words()


def _spaced(labels: Iterable[str]) -> str:
    """The labels as alternatives, with the spaces that footers put inside them: 电  话."""
    return "|".join(r"\s{0,4}".join(map(re.escape, label)) for label in labels)


@functools.cache
def _phones() -> re.Pattern[str]:
    return re.compile(f"(?:{_spaced(_words().contact.phones)}){_NUMBER}")


@functools.cache
def _addresses() -> re.Pattern[str]:
    return re.compile(rf"(?:{_spaced(_words().contact.addresses)})\s*[:：]\s*[\u4e00-\u9fff][^\s|｜]{{3,50}}")


@functools.cache
def _mails() -> re.Pattern[str]:
    return re.compile(f"(?:{_spaced(_words().contact.mails)}){_MAIL}")


@functools.cache
def _contact_pages() -> re.Pattern[str]:
    return re.compile("|".join(_words().contact.pages))


def read_marks(doc: ParsedPage, *, fetched: Iterable[str] = ()) -> MarksSeen:
    """The footer's marks. `fetched` holds the sources of the scripts and frames that the page was completed from.

    Where an official mark cannot be seen and the footer, or that part of it, evidently comes from elsewhere,
    `unreadable` says from where; then nothing is missing, it could not be looked at.
    """
    fetched = tuple(map(written, fetched))
    marks, map_link = _read_footer(cut_footer(doc.html, fetched))
    if map_link is None:
        map_link = _site_map_link(_around(doc.html, _words().site_map.words))
    site_map = None if map_link is None else join(doc.base, map_link) or doc.url
    official = (marks.icp, marks.police, marks.site_code, marks.party_government_badge, marks.error_report_badge)
    unreadable = None
    if not all(official) and not any(has_filing_marks(source) for source in fetched):
        unreadable = is_elsewhere(doc.html, certain=any(official) or marks.organizer is not None)
    return replace(marks, site_map=site_map, unreadable=unreadable)


@functools.lru_cache(maxsize=64)
def _read_footer(source: str) -> tuple[MarksSeen, str | None]:
    """The marks, and the raw href of the site map. Kept, because all pages of a site share one footer."""
    footer = read_words(source)
    plain = unicodedata.normalize("NFKC", footer.text)
    pictured = unicodedata.normalize("NFKC", "\n".join(_PICTURED.findall(footer.source)))
    site_code = _SITE_CODE.search(plain) or _SITE_CODE.search(pictured)
    code = _error_report_code(footer.source)
    marks = MarksSeen(
        organizer=read_organizer(footer) or read_organizer(footer._replace(text=pictured)),
        contact=_contact(footer.text),
        icp=_icp(plain) or _icp(pictured),
        police=_police(plain, footer.source) or _police(pictured, ""),
        site_code=site_code.group(1).lower() if site_code else None,
        party_government_badge=_has_party_badge(footer.source),
        error_report_badge=code is not None or any(word in footer.source for word in _words().badge.error_report),
        error_report_code=code,
    )
    return marks, _site_map_link(footer.source)


def _icp(text: str) -> str | None:
    """The filing number in its usual spelling; the site's own number is the one with a province."""
    found = sorted(_ICP.finditer(text), key=lambda match: match.group(1) is None)
    if not found:
        return None
    province, number, suffix = found[0].groups()
    return f"{province or ''}ICP备{number}号" + (f"-{suffix}" if suffix else "")


def _police(text: str, source: str) -> str | None:
    found = _POLICE.search(text)
    if found:
        return f"{found.group(1) or ''}公网安备{''.join(found.group(2).split())}号"
    record = _RECORD_CODE.search(source)
    return record.group(1) if record else None


def _has_party_badge(source: str) -> bool:
    badge = _words().badge
    return any(word in source for word in badge.party) or any(word in source for word in badge.party_pictures)


def _error_report_code(source: str) -> str | None:
    for tag in _REPORT_TAG.findall(source):
        found = _REPORT_CODE.search(unescaped(tag)) or _REPORT_CALL.search(tag)
        if found:
            return found.group(1).lower()
    call = _REPORT_CALL.search(source)
    return call.group(1).lower() if call else None


def _contact(text: str) -> str | None:
    """A telephone, else an address, a mailbox, the contact page's link, or one of these without its label."""
    for pattern in (_phones(), _addresses(), _mails(), _contact_pages(), _BARE_CONTACT):
        found = pattern.search(text)
        if found:
            return re.sub(r"\s+", " ", found.group(0)).strip()
    return None


def _site_map_link(source: str) -> str | None:
    """The raw href of the link that is called a site map; "" where it leads nowhere."""
    words = _words().site_map.words
    if not any(word in source for word in words):
        return None
    for attributes, inner in _ANCHOR.findall(source):
        if any(word in attributes or word in _TAG.sub("", inner) for word in words):
            href = _HREF.search(attributes)
            return unescaped(href.group(1)) if href else ""
    return None


def _around(source: str, words: Iterable[str]) -> str:
    """The surroundings of each word's first place."""
    places = [at for word in words if (at := source.find(word)) >= 0]
    return "\n".join(source[max(0, at - 500) : at + 200] for at in places)
