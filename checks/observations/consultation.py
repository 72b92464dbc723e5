"""A consultation of the public: 意见征集."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationSeen:
    """What a consultation's page says of its time and its outcome."""

    starts_on: date | None = None
    ends_on: date | None = None
    """The last day for opinions; None: the page names none."""
    result: bool = False
    """True: the outcome stands on the page, or the page links to it."""
    is_result: bool = False
    """True: this page is itself the outcome of a consultation, not the call."""
