"""What this machine takes for the least that anybody does with a page: parse it, take out links, text and meta tags.

The limits of processor time stem from another machine; counted in such pages they hold on any.
"""

import time
from itertools import islice
from pathlib import Path

from lxml.html import document_fromstring

THEIRS_MS = 1000 / 2240
"""Milliseconds a page on the machine from which the limits stem: lxml's 2,240 pages a second, addresses not joined."""
_PAGES = 400
_ROUNDS = 3


def bare_page_ms(folder: Path) -> float:
    """Milliseconds of processor time a page of a portal's folder, on one core, at this moment."""
    bodies = [file.read_bytes() for file in islice(folder.rglob("*.html"), _PAGES)]
    started = time.process_time()
    for _ in range(_ROUNDS):
        for body in bodies:
            _look_at(body)
    return (time.process_time() - started) * 1000 / len(bodies) / _ROUNDS


def _look_at(body: bytes) -> tuple[list[str], str, list[str | None]]:
    tree = document_fromstring(body)
    links = tree.xpath("//a/@href | //@src | //link/@href")
    return links, tree.text_content(), [meta.get("content") for meta in tree.iter("meta")]
