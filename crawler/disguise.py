"""What stands at a page's address and is not the page: a wall, an error page, a notice that all is closed, nothing."""

from typing import Final

from checks.observations.page import PageSeen
from config.words.answer_words import load_answer_words
from crawler.fetch.absent import Absent
from crawler.fetch.answer import Answer
from crawler.fetch.looks import is_walled, look_of, says_closed, says_not_found
from crawler.page_reading import PageResult

_MESSAGE_BYTES: Final = 2000
"""A page that shows nothing but a message box is not longer."""


class Disguises:
    """What one site is known to show in the place of pages."""

    def __init__(self) -> None:
        self.absent: Absent | None = None
        """What it shows to lost visitors, where that comes with status 200; known once the home page was read."""

    def outcome(self, url: str, answer: Answer, page: PageResult, *, is_known: bool) -> str | None:
        """Why a page, which `url` led to, is none; None where it may be what it looks like. Not for the home page.

        `is_known`: it was a page before, so that a blank one today proves nothing.
        """
        if _is_wall(answer, page):
            return "walled"
        if says_not_found(page.title or "", page.text_size, _all_shown(answer)):
            return "soft-404"
        if page.published_on is None and _is_closed(answer, page):
            return "closed"
        if is_known and not page.links and not page.text_size and not _all_shown(answer):
            return "empty"
        return self.lost(url, answer)

    def lost(self, url: str, answer: Answer) -> str | None:
        """Why an answer is only what this site shows at any address that does not exist; None where it is not."""
        absent = self.absent
        if absent is None or not (answer.url == absent.look.final_url or absent.look.may_be(len(answer.body))):
            return None
        return absent.outcome(url, look_of(answer))


def home_disguise(answer: Answer, page: PageSeen) -> str | None:
    """Why an answer to the home page's address shows no home page; None where it does.

    A home page leads on: one that names no other address at all is a server's own page, or blank.
    """
    if _is_wall(answer, page):
        return "walled"
    if _is_closed(answer, page):
        return "closed"
    if page.links or page.wants:
        return None
    return "closed" if look_of(answer).text else "empty"


def _is_wall(answer: Answer, page: PageSeen | PageResult) -> bool:
    return all(link.kind != "page" for link in page.links) and is_walled(answer, on_site=True)


def _is_closed(answer: Answer, page: PageSeen | PageResult) -> bool:
    return len(page.links) <= load_answer_words().closed.most_links and says_closed(look_of(answer))


def _all_shown(answer: Answer) -> str:
    """All the words of a page so small that it can be nothing but a message; "" for any other."""
    return look_of(answer).text if len(answer.body) <= _MESSAGE_BYTES else ""
