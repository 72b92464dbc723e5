"""A page as the contract of `duwang inspect --format json` names its parts."""

from datetime import date
from typing import Any

from checks.observations.column import ColumnSeen
from checks.observations.document import DocumentSeen
from checks.observations.marks import MarksSeen
from checks.observations.page import PageSeen

_PLACED = ("article", "column")
"""Kinds of page that stand somewhere in a site's tree of columns."""


def page_json(page: PageSeen) -> dict[str, Any]:
    """Return the contract's object; what does not apply to the page's kind, or could not be seen, is None."""
    is_page = page.kind != "attachment"
    is_article = page.kind == "article"
    return {
        "url": page.url or None,
        "kind": page.kind,
        "encoding": page.encoding,
        "title": page.title,
        "published_on": _day(page.published_on),
        "source": page.source,
        "breadcrumb": [crumb.name for crumb in page.breadcrumb] if page.kind in _PLACED else None,
        "meta": dict(page.meta) if is_page else None,
        "column": _column(page.column) if page.column else None,
        "document": _document(page.document) if page.document else None,
        "interpretations": list(page.interpretations) if is_article else None,
        "interprets": list(page.interprets) if is_article else None,
        "marks": _marks(page.marks) if page.marks else None,
        "links": [{"url": link.url, "text": link.text, "kind": link.kind} for link in page.links] if is_page else None,
    }


def _column(column: ColumnSeen) -> dict[str, Any]:
    """A list that could not be seen has no items to name: None, not an empty list."""
    items = [{"title": item.title, "url": item.url or None, "date": _day(item.date)} for item in column.items]
    return {
        "name": column.name,
        "type": column.type,
        "items": None if column.unreadable else items,
        "latest": _day(column.latest),
        "next_page": column.next_page,
    }


def _document(document: DocumentSeen) -> dict[str, Any]:
    return {
        "index_number": document.index_number,
        "number": document.number,
        "issuer": document.issuer,
        "written_on": _day(document.written_on),
        "published_on": _day(document.published_on),
        "subject": document.subject,
        "validity": document.validity,
        "is_policy": document.is_policy,
        "disclosure_mark": document.disclosure_mark,
    }


def _marks(marks: MarksSeen) -> dict[str, Any]:
    """A badge that was not seen in a footer that could not be seen is neither there nor missing: None."""
    absent = None if marks.unreadable else False
    return {
        "organizer": marks.organizer,
        "contact": marks.contact,
        "icp": marks.icp,
        "police": marks.police,
        "site_code": marks.site_code,
        "party_government_badge": marks.party_government_badge or absent,
        "error_report_badge": marks.error_report_badge or absent,
        "site_map": marks.site_map,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
