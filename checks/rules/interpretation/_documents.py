"""Which documents call for an interpretation, when they were published, and which interpretation may be theirs."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pydantic import BaseModel

from checks.observations.document import DocumentSeen
from checks.observations.site import PageFacts, SiteSeen
from checks.origin import is_from_above
from checks.rules.interpretation._titles import likeness, names_number
from config.sites import Site
from config.words.interpretation_words import load_interpretation_words


class DocumentLimits(BaseModel, frozen=True):
    horizon_days: int
    """Documents published longer ago than this are history: nobody is asked to interpret them now."""


class Document(NamedTuple):
    """A document that calls for an interpretation."""

    page: PageFacts
    seen: DocumentSeen
    title: str
    published: date


def documents_due(site: SiteSeen, limits: DocumentLimits) -> Iterator[Document]:
    """The documents read today that call for an interpretation and were published within the horizon."""
    for page in site.pages:
        seen = page.document
        if not page.read or seen is None or not page.title:
            continue
        published = published_on(page, site.today)
        if published is None or (site.today - published).days > limits.horizon_days:
            continue
        if calls_for_one(seen, page.title, site.site):
            yield Document(page, seen, page.title, published)


def has_grown_old(site: SiteSeen, url: str, limits: DocumentLimits) -> bool:
    """True for a page of which nothing is said only because its day is too long ago, or was not read: no mending."""
    page = next((page for page in site.pages if page.url == url), None)
    if page is None:
        return False
    published = published_on(page, site.today)
    return published is None or (site.today - published).days > limits.horizon_days


def published_on(page: PageFacts, today: date) -> date | None:
    """When a document appeared, by the latest of its witnesses that is not after today: the fairest reading."""
    own = page.document.published_on if page.document else None
    days = (page.published_on, own, page.meta_on)
    return max((day for day in days if day is not None and day <= today), default=None)


def calls_for_one(seen: DocumentSeen, title: str, site: Site) -> bool:
    """True: a policy document of this site's own level, of a kind that wants explaining."""
    words = load_interpretation_words()
    if not seen.is_policy or not (seen.number or re.search(words.called_for, title)):
        return False
    if seen.validity and re.match(words.repealed, seen.validity):
        return False  # nobody is asked to explain today what is in force no more
    if is_draft(title) or is_interpretation(title) or any(re.search(kind, title) for kind in words.none_called):
        return False
    return not is_from_above(seen, title, site)


def is_interpretation(title: str) -> bool:
    """True: the title says that the page explains something."""
    return any(word in title for word in load_interpretation_words().interpretation_words)


def is_draft(title: str) -> bool:
    """True: the title says that the page asks for opinions on a draft."""
    return any(word in title for word in load_interpretation_words().drafts)


def interpretation_pages(site: SiteSeen) -> list[PageFacts]:
    """The site's pages that explain documents, by their title or by the documents that they link to."""
    return [
        page
        for page in site.pages
        if page.title
        and not (page.document is not None and page.document.is_policy)
        and (page.interprets or is_interpretation(page.title))
    ]


def interpretation_of(document: Document, candidates: list[PageFacts], min_likeness: float) -> PageFacts | None:
    """The page that most probably explains `document`: links to it, quotes its number, or bears its name."""
    best, score = None, 0.0
    for page in candidates:
        if document.page.url in page.interprets or names_number(page.title or "", document.seen.number):
            return page
        alike = likeness(page.title or "", document.title)
        if alike >= min_likeness and alike > score:
            best, score = page, alike
    return best
