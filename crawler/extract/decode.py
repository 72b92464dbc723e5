"""A page's bytes -> its text, whatever the page claims about its encoding."""

import codecs
import logging
import re

_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_HEADER_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""", re.I)
_LONG_SEQUENCE = re.compile("[^\x00-\u07ff]")
_HEAD_BYTES = 4096
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (b"\x84\x31\x95\x33", "gb18030"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
logging.getLogger("bs4.dammit").setLevel(logging.ERROR)  # it warns of each page that no encoding fits; we only ask it
_CHINESE = frozenset({"gb2312", "gbk", "gb18030", "hz", "euc_cn", "x-gbk", "cp936"})
_SAYS_NOTHING = frozenset({"ascii", "iso8859-1", "cp1252"})
"""What servers add by default; any bytes can be read as these."""
_SPOILT = 0.02
"""Up to this share of unreadable characters a page is a page with a few cut characters, not another encoding."""


def decode(body: bytes, content_type: str | None = None) -> tuple[str, str]:
    """Return a page's text, without nul characters, and the encoding that was really used.

    A byte order mark wins; then the bytes are believed before the declarations, because pages say gb2312 and are
    UTF-8, say UTF-8 and are GBK. The whole GB family is read as `gb18030`. Never raises: what no encoding explains
    comes back with replacement characters.
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return _clean(body[len(mark) :].decode(encoding, "replace")), encoding
    text = _strictly(body, "utf-8")
    if text is not None and not (_only_short_sequences(text) and _declared(body, content_type) == "gb18030"):
        return (_clean(text) if b"\x00" in body else text), "utf-8"
    text, encoding = _not_utf8(body, _declared(body, content_type))
    return _clean(text), encoding


def _not_utf8(body: bytes, declared: str | None) -> tuple[str, str]:
    if declared not in (None, "utf-8", "gb18030"):
        text = _strictly(body, declared or "")
        if text is not None:
            return text, declared or ""
    text = _strictly(body, "gb18030")
    if text is not None and (declared == "gb18030" or _looks_chinese(text)):
        return text, "gb18030"
    return _damaged(body, declared)


def _damaged(body: bytes, declared: str | None) -> tuple[str, str]:
    """Text of bytes that no likely encoding reads without a fault: cut characters, mixed encodings, or no text."""
    first, second = ("gb18030", "utf-8") if declared == "gb18030" else ("utf-8", "gb18030")
    for encoding in (first, second):
        text = body.decode(encoding, "replace")
        if _spoilt_share(text) <= _SPOILT and _looks_chinese(text):
            return text, encoding
    from bs4.dammit import UnicodeDammit  # 60 ms that most readings never have to spend

    guess = UnicodeDammit(body[:65536], smart_quotes_to=None).original_encoding
    encoding = _name(guess) or declared or "utf-8"
    return body.decode(encoding, "replace"), encoding


def _declared(body: bytes, content_type: str | None) -> str | None:
    """The declared encoding that Python knows: the HTTP header's, else the page's own."""
    in_header = _HEADER_CHARSET.search(content_type) if content_type else None
    if in_header and (name := _name(in_header[1])):
        return name
    head = body[:_HEAD_BYTES]
    in_page = _META_CHARSET.search(head) or _XML_ENCODING.search(head)
    name = _name(in_page[1].decode("ascii", "replace")) if in_page else None
    # A page whose ASCII declaration could be read is not in UTF-16, whatever it says.
    return "utf-8" if name and name.startswith(("utf-16", "utf-32")) else name


def _name(label: str | None) -> str | None:
    """Python's name of a text encoding; the GB family is one."""
    if not label:
        return None
    label = label.strip().lower()
    if label in _CHINESE or label.startswith(("gb", "x-gb")):
        return "gb18030"
    try:
        info = codecs.lookup(label)
        b"a".decode(info.name)
    except (LookupError, ValueError):
        return None
    return None if info.name in _SAYS_NOTHING else info.name


def _strictly(body: bytes, encoding: str) -> str | None:
    try:
        return body.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _only_short_sequences(text: str) -> bool:
    """True: not ASCII, yet nothing above U+07FF: a few GBK pairs can pass for this, Chinese UTF-8 has three bytes."""
    return not text.isascii() and _LONG_SEQUENCE.search(text) is None


def _looks_chinese(text: str) -> bool:
    """True: what is not ASCII is mostly common Chinese, as text decoded rightly is."""
    foreign = [char for char in text[:20000] if char > "\x7f"]
    if not foreign:
        return True
    common = sum("\u4e00" <= char <= "\u9fff" or "\u3000" <= char <= "\u303f" or char > "\uff00" for char in foreign)
    return common >= 0.6 * len(foreign)


def _spoilt_share(text: str) -> float:
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    return text.count("\ufffd") / foreign if foreign else 0.0


def _clean(text: str) -> str:
    return text.replace("\x00", "") if "\x00" in text else text
