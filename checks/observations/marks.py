"""The marks that every page's footer must carry."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksSeen:
    """Footer marks of one page; None or False: not there, unless `unreadable`."""

    organizer: str | None = None
    contact: str | None = None
    icp: str | None = None
    police: str | None = None
    site_code: str | None = None
    party_government_badge: bool = False
    error_report_badge: bool = False
    site_map: str | None = None
    error_report_code: str | None = None
    """The site code in the 找错 entry's address."""
    unreadable: str | None = None
    """Why the footer could not be seen (`script`, `frame`, `picture`, …); then nothing here is "missing"."""
