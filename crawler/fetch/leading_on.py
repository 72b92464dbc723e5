"""Where a page sends every browser on its own: by a refresh, or by a script that does nothing else."""

import re

from multidict import CIMultiDict

from crawler.extract.decode import decode
from crawler.extract.hints import unescaped
from crawler.fetch.answer import Answer
from crawler.fetch.looks import look_of

_LONGEST = 8192
"""Bytes of a page that only leads on."""
_LEAST_SHOWN = 60
"""Characters of text from which on a page shows something of its own; `正在进入，请稍候` is none."""
_REFRESH = re.compile(r"<meta\b(?=[^<>]*\bhttp-equiv\s*=\s*[\"']?refresh)[^<>]*>", re.IGNORECASE)
_AT_ONCE = re.compile(r"[\"'=]\s*[0-5](?:\.\d+)?\s*[;,]\s*url\s*=\s*[\"']?([^\"'<>\s]+)", re.IGNORECASE)
_GOES_TO = re.compile(
    r"\blocation(?:\.href)?\s*=\s*([\"'])([^\"']+)\1\s*[;}<\r\n)]|\blocation\.(?:replace|assign)\s*\(\s*([\"'])([^\"']+)\3\s*\)",
    re.IGNORECASE,
)
_SCRIPT = re.compile(r"<script\b[^<>]*>(.*?)</script", re.IGNORECASE | re.DOTALL)
_LINK = re.compile(r"<a\s|\bonclick\b", re.IGNORECASE)
_MOST_LINKS = 2
"""`没有跳转的，请点击这里`; with more, people choose themselves."""
_FOR_PHONES = re.compile(r"(?:^|//|[/.])(?:m|wap|mobile|phone|h5|3g|app)(?:[/.]|$)", re.IGNORECASE)


def sent_on(answer: Answer) -> Answer | None:
    """The answer as the redirect that its page amounts to; None where the page stays, or shows something itself.

    Of several addresses in a script, the first that is not for telephones.
    """
    if answer.status != 200 or not answer.is_page or len(answer.body) > _LONGEST:
        return None
    html, _ = decode(answer.body, answer.headers.get("Content-Type"))
    said = _refreshed(html) or _scripted(html, answer)
    if said is None:
        return None
    headers = CIMultiDict(answer.headers)  # with the cookies that some set on this page
    headers["Location"] = unescaped(said)
    redirect = answer._replace(status=302, headers=headers)
    return None if redirect.leads_to in (None, answer.url) else redirect


def _refreshed(html: str) -> str | None:
    tag = _REFRESH.search(html)
    found = _AT_ONCE.search(tag[0]) if tag else None
    return found[1] if found else None


def _scripted(html: str, answer: Answer) -> str | None:
    if "location" not in html or "<frame" in html.lower() or len(look_of(answer).text) > _LEAST_SHOWN:
        return None
    if len(_LINK.findall(html)) > _MOST_LINKS:
        return None
    named = [found[2] or found[4] for script in _SCRIPT.findall(html) for found in _GOES_TO.finditer(f"{script}\n")]
    return next((address for address in named if not _FOR_PHONES.search(address)), None)
