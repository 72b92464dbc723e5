"""A reply to a proposal of a people's deputy or a member of the consultative conference: 建议提案答复."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplySeen:
    """What a reply's page gives; a field that the page neither names nor shows is None, one left empty is ""."""

    issuer: str | None = None
    summary: str | None = None
    """The labelled summary, or the beginning of the reply's full text, which stands for it."""
    published_on: date | None = None
    number: str | None = None
