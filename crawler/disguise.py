"""Walls and error pages that come with status 200, told from the site's pages."""

from dataclasses import dataclass
from typing import Final

from checks.observations.page import PageSeen
from crawler.fetch.absent import Absent
from crawler.fetch.answer import Answer
from crawler.fetch.looks import is_walled, look_of, says_not_found
from crawler.page_reading import PageResult

_MESSAGE_BYTES: Final = 2000
"""A page that shows nothing but a message box is not longer."""


@dataclass
class Disguises:
    """What one site is known to show in the place of pages."""

    absent: Absent | None = None
    """What it shows to lost visitors, where that comes with status 200."""

    def outcome(self, url: str, answer: Answer, page: PageResult) -> str | None:
        """Why a page, which `url` led to, is none; None where it is what it looks like. The home page is not asked."""
        if is_wall(answer, page):
            return "walled"
        if says_not_found(page.title or "", page.text_size, _all_shown(answer)):
            return "soft-404"
        return self.lost(url, answer)

    def lost(self, url: str, answer: Answer) -> str | None:
        """Why an answer is only what this site shows at any address that does not exist; None where it is not."""
        absent = self.absent
        if absent is None or not (answer.url == absent.look.final_url or absent.look.may_be(len(answer.body))):
            return None
        return absent.outcome(url, look_of(answer))


def is_wall(answer: Answer, page: PageSeen | PageResult) -> bool:
    """True for a page without a link, which a wall against robots shows in the page's place."""
    return not page.links and is_walled(answer, on_site=True)


def _all_shown(answer: Answer) -> str:
    """All the words of a page so small that it can be nothing but a message; "" for any other."""
    return look_of(answer).text if len(answer.body) <= _MESSAGE_BYTES else ""
