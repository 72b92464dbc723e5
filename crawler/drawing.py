"""What of a page only its scripts draw: when that is worth a browser, and what of it is believed."""

from dataclasses import replace

from checks.observations.column import ColumnSeen
from checks.observations.link import LinkSeen
from checks.observations.marks import MarksSeen
from checks.observations.page import PageSeen
from crawler.fetch.answer import Answer
from crawler.fetch.browser import Browser, Drawn
from crawler.fetch.looks import is_walled

_MOST_FOOTERS = 5
"""Pages drawn for their footer's sake in one reading: they share their templates."""
_ELSEWHERE = ("script", "frame")


class Drawing:
    """Draws the pages of one reading that need it."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._footers_left = _MOST_FOOTERS
        self.pages = 0
        """Pages drawn so far, each as dear as a page read."""

    async def draw(self, answer: Answer, page: PageSeen) -> Drawn | None:
        """The page as a browser shows it, where something of it cannot be seen otherwise, and a browser is there.

        A wall against robots is not drawn: we do not pass for a visitor.
        """
        waits = _shows_nothing(page) and b"<script" in answer.body.lower()
        is_bare = waits or is_hidden(page.column) or _may_show_more(page)
        if not is_bare and not self._is_footer_due(page.marks):
            return None
        if not self._browser.is_of_use or is_walled(answer, on_site=True):
            return None
        self._footers_left -= not is_bare
        self.pages += 1
        return await self._browser.draw(answer)

    def _is_footer_due(self, marks: MarksSeen | None) -> bool:
        return self._footers_left > 0 and marks is not None and marks.unreadable in _ELSEWHERE


def as_answer(answer: Answer, drawn: Drawn) -> Answer:
    """The answer with the drawn page in place of its bytes."""
    return answer._replace(body=drawn.html, headers={"Content-Type": "text/html; charset=utf-8"})


def with_drawn(page: PageSeen, drawn: PageSeen) -> PageSeen:
    """The page with the list and the footer that its scripts drew. All else stays what its bytes say.

    A drawn list without items and a drawn footer without its number are not believed: what was to fill them may not
    have come, and they would accuse the site of lacking what it has.
    """
    if not page.links and drawn.links:
        its_bytes = ("encoding", "dates", "sha256", "column", "marks", "upgrades_insecure")
        page = replace(drawn, **{name: getattr(page, name) for name in its_bytes})
    newest = max(filter(None, (page.newest_item, drawn.newest_item)), default=None)
    seen = replace(page, links=_links(page, drawn), marks=_marks(page.marks, drawn.marks), newest_item=newest)
    if not _shows_nothing(page) or drawn.column is None or not drawn.column.items:
        return seen
    return replace(
        seen,
        column=drawn.column,
        letters=page.letters or drawn.letters,
        catalogues=page.catalogues or drawn.catalogues,
    )


def _shows_nothing(page: PageSeen) -> bool:
    """True for a page without a link, and for a column's without an item: it may be empty, or wait for a script."""
    return not page.links or (page.kind == "column" and (page.column is None or not page.column.items))


def _may_show_more(page: PageSeen) -> bool:
    """True for a home page without anything new, of which scripts or frames bring a part."""
    return page.kind == "home" and any(want.role != "footer" for want in page.wants)


def is_hidden(column: ColumnSeen | None) -> bool:
    """True for a column whose list only a script or a frame brings."""
    return column is not None and column.unreadable in _ELSEWHERE


def _links(page: PageSeen, drawn: PageSeen) -> tuple[LinkSeen, ...]:
    """The links of both. A template that scripts have filled in is no link; what scripts hide, nobody hid by hand."""
    shown = {link.url for link in drawn.links}
    known = {link.url for link in page.links}
    written = (link for link in page.links if not link.malformed or link.url in shown)
    return (*written, *(replace(link, hidden=None) for link in drawn.links if link.url not in known))


def _marks(written: MarksSeen | None, drawn: MarksSeen | None) -> MarksSeen | None:
    """The marks of both, where the drawn footer is one."""
    if written is None or drawn is None or not written.unreadable or not (drawn.icp or drawn.site_code):
        return written
    return MarksSeen(
        organizer=drawn.organizer or written.organizer,
        contact=drawn.contact or written.contact,
        icp=drawn.icp or written.icp,
        police=drawn.police or written.police,
        site_code=drawn.site_code or written.site_code,
        party_government_badge=drawn.party_government_badge or written.party_government_badge,
        error_report_badge=drawn.error_report_badge or written.error_report_badge,
        site_map=drawn.site_map or written.site_map,
        error_report_code=drawn.error_report_code or written.error_report_code,
    )
