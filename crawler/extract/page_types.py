"""Pages of special kinds: letters, consultations, service guides, replies to proposals, catalogues."""

from dataclasses import replace
from typing import Any

from checks.observations.page import PageSeen
from crawler.extract.catalogue import read_catalogues
from crawler.extract.consultation import read_consultation
from crawler.extract.guide import read_guide
from crawler.extract.letters import read_letters
from crawler.extract.reply import read_reply
from crawler.extract.tree import ParsedPage


def with_page_types(seen: PageSeen, doc: ParsedPage) -> PageSeen:
    """The page with what only pages of special kinds have; the same page where it is of none.

    Letters stand in articles and in columns; guides and catalogues often bear no date, so that they are no articles.
    """
    title, crumbs = seen.title, seen.breadcrumb
    found: dict[str, Any] = {"letters": read_letters(doc, title=title, crumbs=crumbs)}
    if seen.kind in ("article", "other"):
        found["guide"] = read_guide(doc, title=title, crumbs=crumbs)
        found["catalogues"] = read_catalogues(doc)
    if seen.kind == "article":
        found["consultation"] = read_consultation(doc, title=title, text=seen.text, links=seen.links)
        found["reply"] = read_reply(
            doc,
            title=title,
            text=seen.text,
            document=seen.document,
            published_on=seen.published_on,
            source=seen.source,
        )
    return replace(seen, **found) if any(found.values()) else seen
