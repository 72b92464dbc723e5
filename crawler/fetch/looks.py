"""What an answer really is: the page, an error page sent as 200, a wall against robots, a login.

Everything here errs on the side of the site: only a telling title on a short page, or the very look of the host's own
error page, makes a 200 a soft 404.
"""

import functools
import re
from typing import NamedTuple
from urllib.parse import urlsplit

from rapidfuzz import fuzz

from config.words.answer_words import load_answer_words
from crawler.extract.decode import decode
from crawler.extract.hints import unescaped
from crawler.fetch.answer import Answer

# What is never closed goes to the end, as in a browser: looking for its end again and again would take minutes.
_TITLE = re.compile(r"<title[^<>]*>(.*?)(?:</title\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_NO_TEXT = re.compile(
    r"<(script|style|noscript)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|<[^<>]*+>", re.IGNORECASE | re.DOTALL
)
_VARYING = re.compile(r"(?<![!-~])[!-~]*/[!-~]+|\d+")
"""Addresses and numbers: what one error page prints differently from one time to the next."""
_ALERT = re.compile(r"\balert\s*\(\s*(['\"])(.{2,60}?)\1")
_PASSWORD = re.compile(rb"type\s*=\s*[\"']?password", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_TITLE_PARTS = re.compile(r"\s*[-_—|]+\s*")

ERROR_SHOWN = "error-shown"
"""The cause where the very page comes with a status of error."""
_LEAST_NAME = 4
"""Characters of a link's words that tell one page from another."""
_SURELY_GONE = (404, 410)
_SAME = 97.0
"""Likeness of two texts, per cent, from which on they are one page."""
_COMPARED = 4000
"""Characters of text that are compared: error pages are short."""
_MESSAGE_PAGE = 500
"""Characters of a page that is nothing but a message box; a longer one is drawn by its script."""
_LOOKED_AT = 1 << 18
"""Bytes of a body; the text beyond is compared with nothing."""


class Look(NamedTuple):
    """What a person would see of a page: its title and its words."""

    title: str
    text: str
    final_url: str
    """Where redirects led."""
    size: int
    """Bytes of the body."""

    def may_be(self, size: int) -> bool:
        """False for a body so much longer or shorter that it cannot look like this one."""
        return abs(size - self.size) <= self.size // 10 + 500


def look_of(answer: Answer) -> Look:
    """The look of an answer's body."""
    html, _ = decode(answer.body[:_LOOKED_AT], answer.headers.get("Content-Type"))
    found = _TITLE.search(html)
    title = _SPACE.sub(" ", found[1]).strip() if found else ""
    text = _SPACE.sub("", _VARYING.sub("", _NO_TEXT.sub(" ", html)))
    bare = text in ("", _SPACE.sub("", _VARYING.sub("", title)))
    if bare and len(html) <= _MESSAGE_PAGE and "alert" in html and "function" not in html:
        text = "".join(message for _, message in _ALERT.findall(html))  # its message box is all that people see
    return Look(title, text[:_COMPARED], answer.url, len(answer.body))


def words_of(answer: Answer) -> tuple[str, str]:
    """Title and words of a page as a person reads them, the title not among the words."""
    html, _ = decode(answer.body, answer.headers.get("Content-Type"))
    found = _TITLE.search(html)
    title = _SPACE.sub(" ", unescaped(found[1])).strip() if found else ""
    return title, _SPACE.sub(" ", unescaped(_NO_TEXT.sub(" ", _TITLE.sub(" ", html)))).strip()


def is_like(page: Look, error_page: Look) -> bool:
    """True for a page that looks like the host's answer to an address that surely does not exist."""
    if page.title != error_page.title or not error_page.text:
        return False
    longer = max(len(page.text), len(error_page.text))
    if abs(len(page.text) - len(error_page.text)) > longer * (100 - _SAME) / 100 + 40:
        return False
    return fuzz.ratio(page.text, error_page.text) >= _SAME


def says_not_found(title: str, text_length: int, text: str = "") -> bool:
    """True for a short page that calls itself an error page: `404`, `您访问的页面不存在 - 某某市政府`.

    `text` is all that the page shows: one that shows no more than 该信息已被删除 is an error page under any title.
    """
    words = load_answer_words().not_found
    if 0 < len(text) <= words.longest_message and any(pattern.search(text) for pattern in words.messages):
        return True
    if not title or text_length > words.longest_text:
        return False
    parts = [title, *_TITLE_PARTS.split(title)] if len(title) <= 60 else [title]
    return any(pattern.fullmatch(part.strip()) for part in parts[:4] for pattern in words.titles)


def says_closed(look: Look) -> bool:
    """True for a short page that says the site is closed today, or a server's own first page."""
    words = load_answer_words().closed
    if len(look.text) > words.longest_text:
        return False
    said = _SPACE.sub("", look.title) + look.text
    return any(pattern.search(said) for pattern in words.messages)


def error_outcome(answer: Answer, name: str) -> str:
    """The outcome of an answer with a status of error; `name`: the words of the link to it."""
    return ERROR_SHOWN if _is_shown_all_the_same(answer, name) else f"http-{answer.status}"


def _is_shown_all_the_same(answer: Answer, name: str) -> bool:
    """True where a status of error comes with the very page: its title says `name`, the words of the link to it.

    Visitors never see the status; an error page has few words or says in its title what it is.
    """
    words = _SPACE.sub("", name)
    if len(words) < _LEAST_NAME or not answer.is_page:
        return False
    look = look_of(answer)
    is_page = len(look.text) > load_answer_words().not_found.longest_text and not says_not_found(look.title, 0)
    return is_page and words in _SPACE.sub("", look.title)


def is_walled(answer: Answer, *, on_site: bool) -> bool:
    """True where a wall against robots, a login or a limit answered, not the page: nothing is known of the page."""
    words = load_answer_words().wall
    if answer.status in words.statuses:
        return True
    if any(name in answer.headers for name in words.headers):
        return True
    doubtful = answer.status in words.doubtful_statuses
    if doubtful and (not on_site or is_login(answer.url, look_of(answer).title)):
        return True
    if (answer.status >= 500 and not doubtful) or answer.status in _SURELY_GONE:
        return False  # gateways put their mark on these, too
    return bool(answer.body) and _shows_wall(answer, doubtful=doubtful)


def _shows_wall(answer: Answer, *, doubtful: bool) -> bool:
    words = load_answer_words().wall
    head = answer.body[:65536]
    if not any(mark in head for mark in _wall_bytes()):
        return False
    return doubtful or len(look_of(answer).text) <= words.longest_text


@functools.cache
def _wall_bytes() -> tuple[bytes, ...]:
    marks = load_answer_words().wall.bodies
    return tuple({mark.encode(encoding) for mark in marks for encoding in ("utf-8", "gb18030")})


def asks_password(answer: Answer) -> bool:
    """True for a page with a field for a password: what it would show to somebody who is known, nobody can tell."""
    return _PASSWORD.search(answer.body) is not None


def is_login(url: str, title: str) -> bool:
    """True for a page that asks who one is."""
    words = load_answer_words().login
    path = urlsplit(url).path
    return any(pattern.search(path) for pattern in words.paths) or any(
        pattern.fullmatch(part.strip()) for part in _TITLE_PARTS.split(title) for pattern in words.titles
    )
