"""The way along a chain of redirects, walked as browsers do: with the cookies that are set on it."""

from collections import defaultdict
from urllib.parse import urlsplit

from multidict import MultiMapping

from crawler.fetch.answer import MOST_HOPS, Answer


class Trail:
    """Where one chain of redirects has been.

    Many servers and walls set a cookie and send the visitor to the same address again: without it that is a loop.
    """

    def __init__(self) -> None:
        self._been: set[tuple[str, str]] = set()
        self._cookies: defaultdict[str, dict[str, str]] = defaultdict(dict)
        """Host -> name -> value."""

    def goes_on(self, url: str) -> bool:
        """True, and noted, for an address to be asked next; False where it was asked so, or the way is long."""
        step = url, self._shown_at(url)
        if step in self._been or len(self._been) > MOST_HOPS:
            return False
        self._been.add(step)
        return True

    def headers(self, url: str) -> dict[str, str]:
        """What an address is asked with."""
        cookies = self._shown_at(url)
        return {"Cookie": cookies} if cookies else {}

    def note(self, answer: Answer) -> None:
        """Take the cookies that an answer sets."""
        if not isinstance(answer.headers, MultiMapping):
            return
        for set_cookie in answer.headers.getall("Set-Cookie", ()):
            name, mark, value = set_cookie.partition(";")[0].strip().partition("=")
            if mark and name.isascii() and value.isascii():
                self._cookies[urlsplit(answer.url).netloc][name] = value

    def _shown_at(self, url: str) -> str:
        if not self._cookies:
            return ""
        cookies = self._cookies.get(urlsplit(url).netloc, {})
        return "; ".join(f"{name}={value}" for name, value in cookies.items())
