"""Replies to proposals of deputies and members: 建议提案答复."""

import functools
import re
from datetime import date

from checks.observations.document import DocumentSeen
from checks.observations.reply import ReplySeen
from config.words.page_type_words import ReplyWords, page_type_words
from crawler.extract.block import read_block
from crawler.extract.dates import find_dates
from crawler.extract.document import find_number
from crawler.extract.hints import has_one
from crawler.extract.labelled import Vocabulary, squeeze
from crawler.extract.tree import ParsedPage

_HEAD = 400
"""Characters at a reply's beginning among which its number stands."""
_FULL_TEXT = 120
"""So many characters of text are the reply itself; less only introduces an attachment, which nobody has opened."""
_SIGNER = re.compile(r"(?:政府|办公室|办公厅|委员会|委|局|厅|部|院|中心|管委会|分局|总队|支队)$")


@functools.cache
def _words() -> ReplyWords:
    return page_type_words().reply


@functools.cache
def _vocabulary() -> Vocabulary:
    return Vocabulary(_words().labels)


def read_reply(
    doc: ParsedPage,
    *,
    title: str | None,
    text: str,
    document: DocumentSeen | None,
    published_on: date | None,
    source: str | None = None,
) -> ReplySeen | None:
    """The reply that a page is; None for other pages, and where the reply is only attached."""
    name = squeeze(title or "")
    if not is_reply(name) or len(text) < _FULL_TEXT:
        return None
    block = read_block(doc.root, _vocabulary(), least_fields=2, needs_one_of=frozenset(_words().labels))
    fields = dict(block.fields) if block else {}
    shown = document or DocumentSeen()
    named = source if source and squeeze(source) not in _words().nameless else None
    days = find_dates(fields.get("published_on", ""))
    return ReplySeen(
        issuer=fields.get("issuer") or shown.issuer or named or _signer(text),
        summary=fields.get("summary") or text[:200],
        published_on=published_on or shown.published_on or (days[0] if days else None),
        number=fields.get("number") or shown.number or find_number(text[:_HEAD]),
    )


def is_reply(title: str) -> bool:
    """By its title: it answers a proposal. Reports about the handling of proposals are none."""
    words = _words()
    if not has_one(title, words.answers_to) or has_one(title, words.not_titles):
        return False
    asked = [title.find(word) for word in words.answers_to if word in title]
    return any(title.rfind(word) > min(asked) for word in words.called)


def _signer(text: str) -> str | None:
    """The authority that signs: a short line of its own near the end."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return next((line for line in reversed(lines[-8:]) if len(line) <= 30 and _SIGNER.search(squeeze(line))), None)
