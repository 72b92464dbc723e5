"""The block of facts about a policy document."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSeen:
    """A policy document's block, or what the page shows of one without a block.

    A field the page does not name at all is None; a field that it names and leaves empty is "" (dates: None,
    with the field's name in `empty`).
    """

    index_number: str | None = None
    number: str | None = None
    """文号, brackets as the page has them."""
    issuer: str | None = None
    written_on: date | None = None
    published_on: date | None = None
    subject: str | None = None
    validity: str | None = None
    is_policy: bool = False
    """True: a document of the government or a department that sets policy, not a news item or a list."""
    is_normative: bool = False
    """True: a 行政规范性文件 or a 规章."""
    disclosure_mark: str | None = None
    length: int = 0
    """Characters of the document's text on the page; a short one only introduces an attachment."""
    has_block: bool = False
    """True: the page carries a block of labelled fields."""
    labels: tuple[str, ...] = ()
    """The contract's names of the fields that the block labels, filled or not."""
    empty: tuple[str, ...] = ()
    """Those of them without a value; one whose value a script brings is labelled, None and not empty."""
