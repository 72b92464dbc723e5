"""Interpretations that a document's page shows by no link of its own: written by a script, or to be scanned."""

import re

from crawler.extract.address import join
from crawler.extract.interpretation import is_article_address, is_like, says_interpretation
from crawler.extract.labelled import squeeze
from crawler.extract.tree import ParsedPage

_RECORD = re.compile(r"\{[^{}]*\}")
"""An entry of a list that a script of the page turns into links."""
_NAMED = re.compile(r"解读|图解|读懂|\\u89e3\\u8bfb")
_QUOTED = re.compile(r"([\"'])(.*?)\1")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_SCANNED = re.compile(r"扫[^。；<>]{0,16}(?:解读|图解|读懂)|(?:解读|图解)[^。；<>]{0,4}(?:二维码|扫码|扫一扫)")


def explained_otherwise(doc: ParsedPage, *, title: str) -> tuple[str, ...]:
    """Addresses of what explains a document whose page links to nothing that does; its own for a code to be scanned.

    A script's records count where one names the document as well as an article's address. Dear: for documents only.
    """
    name = squeeze(title)
    records = filter(_NAMED.search, _RECORD.findall(doc.html))
    found = dict.fromkeys(url for record in records for url in _told_by(record, doc, name))
    found.pop(doc.url, None)
    return tuple(found) or ((doc.url,) if _SCANNED.search(doc.html) else ())


def _told_by(record: str, doc: ParsedPage, name: str) -> list[str]:
    values = [_unescaped(value) for _, value in _QUOTED.findall(record)]
    if not any(says_interpretation(value) and is_like(value, name) for value in values):
        return []
    joined = (join(doc.base, value, encoding=doc.encoding) for value in values if "/" in value)
    return [url for url in joined if url and is_article_address(url)]


def _unescaped(value: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value).replace("\\/", "/")
