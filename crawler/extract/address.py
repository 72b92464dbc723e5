"""Addresses: joined, made canonical, and told apart from what is none."""

import ipaddress
import re
from datetime import date
from functools import lru_cache
from typing import Final
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from crawler.extract.dates import find_compact_dates

LONGEST: Final = 2000
"""Characters of an address. What is longer fits into no index of PostgreSQL, and into few servers."""
_CACHED: Final = 1 << 14
_SCHEME_LENGTH = len("https:/")
_WEB = ("http://", "https://")
_JUNK = re.compile(r"[\x00-\x1f\x7f\u200b\ufeff]+")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_HTTP_MISSPELT = re.compile(r"[htps]{2,7}$", re.I)
_TEMPLATE_MARK = re.compile(
    r"\$\{|\{\{|\}\}|<%|%>|<\?|\{\$|#\{|\[#|\[!--|<#|@\{|\{\w+:\w|%24%7[Bb]|%7[Bb]%7[Bb]|%3[Cc]%25"
)
_DRIVE = re.compile(r"[a-z]:[\\/|]", re.I)
_NO_HOST = re.compile(r"https?:(?:/{0,2}https?(?:[:/]|$)|///|//?(?:[?#]|$)|/?[^/]|$)", re.I)
_ODD_SLASHES = re.compile(
    r"(?:(https?):|(?=[\\/]{3}))([\\/]*)((?:[\w-]+\.)+(?!(?:s?html?|jspx?|aspx?|php|do|pdf|docx?|xlsx?)\b)[a-z]{2,}(?![\w.-]).*)",
    re.I | re.S,
)
"""A scheme or three slashes, and what has the look of a host."""
_SIMPLE = re.compile(
    r"https?://[a-z0-9][a-z0-9.-]*[a-z0-9](?::(?!80/|443/)(?:[1-5]\d{4}|[1-9]\d{0,3}))?(?:/[A-Za-z0-9_~-]+)*(?:/|/[A-Za-z0-9_~-]+\.[A-Za-z0-9]+)\Z"
)
_PATH_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/;?#]*", re.I)
_QUERY_SESSION = re.compile(
    r"(?:^|(?<=&))(?:jsessionid|phpsessid|aspsessionid\w*|session_?id|(?:sid(?==(?=\w*\d)(?=\w*[a-z])\w{20,}(?:&|$))))=[^&]*(?:&|$)",
    re.I,
)
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_KEEP_PATH = "%/:@!$&'()*+,;=~-._"
_KEEP_QUERY = _KEEP_PATH + "?"
_DEFAULT_PORT = {"http": 80, "https": 443}
_DATED_FOLDER = re.compile(r"/((?:19|20)\d\d)(?:[-/](\d{1,2})[-/](\d{1,2})(?=[/_-])|/(\d\d)(\d\d)/c\d+a\d+/)")
_TRS_NAME = re.compile(r"/t((?:19|20)\d{6})_\d")


def canonical(url: str, *, encoding: str = "utf-8") -> str:
    """Return the one spelling of an absolute http address; anything else comes back without its white space.

    Dropped: fragment, default port, session ids. Lower case: scheme and host (names beyond ASCII as `xn--…`). Dot
    segments are resolved, percent escapes normalised without changing what they mean, spaces and characters beyond
    ASCII escaped; those of the query in `encoding`, the page's own, as browsers do.
    """
    if _SIMPLE.match(url):
        return url
    url = _JUNK.sub("", url).strip()
    if url[:8].lower().startswith(("http:\\\\", "https:\\\\", *_WEB)):
        head, mark, query = url.partition("?")
        url = head.replace("\\", "/") + mark + query
    try:
        parts = urlsplit(url)
        host = _host(parts)
    except ValueError:
        return url  # [not an address], :port: kept as it is, so that people see what is wrong
    if not host or parts.scheme not in _DEFAULT_PORT:
        return url
    path = _PATH_SESSION.sub("", parts.path) if ";" in parts.path else parts.path
    path = _without_dots(_escaped(path, _KEEP_PATH, "utf-8")) or "/"
    query = _QUERY_SESSION.sub("", parts.query) if "s" in parts.query.lower() else parts.query
    query = _escaped(query.rstrip("&"), _KEEP_QUERY, encoding)
    return f"{parts.scheme}://{host}{path}" + (f"?{query}" if query else "")


def join(base: str, href: str, *, encoding: str = "utf-8") -> str | None:
    """Return `href` as a canonical address, seen from the page `base`; None where it leads to no other page.

    None: empty, a fragment, `javascript:`, `mailto:`, `tel:`, `data:` and other schemes that no web server answers,
    all that `is_malformed`, and what is longer than `LONGEST`. Cached by (folder of the page, href): joining is the
    dearest thing on a page.
    """
    return Joiner(base, encoding).join(href)


class Joiner:
    """Joins many hrefs of one page."""

    __slots__ = ("_folder", "_page", "encoding", "origin")

    def __init__(self, base: str, encoding: str = "utf-8") -> None:
        self._page = base.partition("?")[0].partition("#")[0]
        slash = self._page.rfind("/")
        self._folder = self._page[: slash + 1] if slash > _SCHEME_LENGTH else self._page
        end = base.find("/", _SCHEME_LENGTH + 1)
        self.origin = base[:end] if end > 0 else base
        self.encoding = encoding

    def base_of(self, href: str) -> str | None:
        """What an href that means the same on every page of the site is seen from; None for any other."""
        first = href[:1]
        if first == "/" and href[1:2] not in ("/", "\\"):
            return self.origin
        return self.origin if first == "h" and href.startswith(_WEB) else None

    def join(self, href: str) -> str | None:
        """Do what the module's `join` says."""
        origin = self.base_of(href)
        if origin is not None:
            return _absolute(origin, href, self.encoding)
        href = href.strip()
        if not href or href[0] == "#":
            return None
        return _absolute(self._page if href[0] == "?" else self._folder, href, self.encoding)


@lru_cache(maxsize=_CACHED)
def _absolute(base: str, href: str, encoding: str) -> str | None:
    plain = base + href
    if (href[0] == "/" or base[-1:] == "/") and len(plain) <= LONGEST and _SIMPLE.match(plain):
        return plain
    href = _JUNK.sub("", href).strip()
    if is_malformed(href) and not _is_same_origin(base, href):  # a site on an inside address may name itself
        read = _with_two_slashes(base, href)
        if read is None or is_malformed(read):
            return None
        href = read
    scheme = _SCHEME.match(href)
    if scheme and scheme[1].lower() not in _DEFAULT_PORT:
        return None
    path, mark, query = href.partition("?")
    try:
        whole = href if scheme else urljoin(base, path.replace("\\", "/") + mark + query)
    except ValueError:
        return None
    found = canonical(whole, encoding=encoding)
    return found if len(found) <= LONGEST else None


def path_of(url: str) -> str:
    """Path and query of a canonical address."""
    return "/" + "".join(url.split("/", 3)[3:])


def host_of(url: str) -> str:
    """Host and port of a canonical address; quicker than splitting it whole."""
    parts = url.split("/", 3)
    return parts[2].rpartition("@")[2] if len(parts) > 2 else ""


def hostname_of(url: str) -> str:
    """Host of a canonical address, without its port."""
    host = host_of(url)
    return host[1:].partition("]")[0] if host[:1] == "[" else host.partition(":")[0]


@lru_cache(maxsize=_CACHED)
def is_malformed(href: str) -> bool:
    r"""Return True for what was meant as an address and is none.

    `http://http//…`, `file:///…`, `C:\…`, localhost, addresses inside (10/8, 172.16/12, 192.168/16, loopback),
    unresolved template marks such as `${url}`, `{{url}}` and `<%=url%>`, misspelt schemes such as `htttp://`.
    """
    href = _JUNK.sub("", href).strip()
    if not href or href[0] == "#" or href[:11].lower() == "javascript:":
        return False
    if _TEMPLATE_MARK.search(href) or _DRIVE.match(href) or _NO_HOST.match(href.replace("\\", "/")):
        return True
    scheme = _SCHEME.match(href)
    if not scheme:
        return href[:2] in ("//", "\\\\") and _is_inside(f"http:{href}")
    name = scheme[1].lower()
    if name in _DEFAULT_PORT:
        return _is_inside(href)
    return name == "file" or "." in name or bool(_HTTP_MISSPELT.match(name) and href[scheme.end() :].startswith("//"))


def _with_two_slashes(base: str, href: str) -> str | None:
    """`///host`, `http:///host`, and `http:/host` on an https page, as browsers read them; None for anything else.

    An address of the page's own scheme with fewer than two slashes is a path to them, and leads nowhere.
    """
    odd = _ODD_SLASHES.match(href)
    if odd is None or (len(odd[2]) < 3 and base.startswith(f"{odd[1]}:".lower())):
        return None
    return f"{odd[1]}://{odd[3]}" if odd[1] else f"//{odd[3]}"


def _is_inside(url: str) -> bool:
    """True: a host that only the editor's own machine or office can reach, or none at all."""
    try:
        parts = urlsplit(url.replace("\\", "/"))
        host = parts.hostname or ""
        impossible = parts.port == 0
    except ValueError:
        return True
    if impossible or host.split() != [host] or host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return False


def _is_same_origin(base: str, href: str) -> bool:
    end = base.find("/", _SCHEME_LENGTH + 1)
    origin = base[:end] if end > 0 else base
    return origin.startswith(_WEB) and href.startswith(origin) and href[len(origin) :][:1] in ("", "/", "?", "#")


def _host(parts: SplitResult) -> str:
    """Host with the port, if it is not the scheme's own, and any user name; ValueError for an impossible port."""
    host = (parts.hostname or "").rstrip(".。．｡")
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            host = quote(host)
    if ":" in host:
        host = f"[{host}]"
    port = parts.port
    user, at, _ = parts.netloc.rpartition("@")
    shown = "" if port is None or port == _DEFAULT_PORT.get(parts.scheme) else f":{port}"
    return f"{user}{at}{host}{shown}" if host else ""


def _escaped(text: str, keep: str, encoding: str) -> str:
    if "%" in text:
        text = _ESCAPE.sub(_normal_escape, text)
    if text.isascii() and " " not in text and '"' not in text and "<" not in text:
        return quote(text, safe=keep + "[]{}|\\^`")
    return quote(text, safe=keep, encoding=encoding, errors="replace")


def _normal_escape(match: re.Match[str]) -> str:
    char = chr(int(match[1], 16))
    return char if char in _UNRESERVED else f"%{match[1].upper()}"


def _without_dots(path: str) -> str:
    """RFC 3986 5.2.4, empty segments kept: some servers tell `//` from `/`."""
    if "/." not in path:
        return path
    out: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            if len(out) > 1:
                out.pop()
        elif segment != ".":
            out.append(segment)
    if segments[-1] in (".", ".."):
        out.append("")
    return "/".join(out)


def address_date(url: str) -> date | None:
    """Return the day that an address names.

    `/2024/10/14/`, `/2018-12/25/`, `/t20210713_9468077.html`, `/20240511/`, WebPlus' `/2024/0511/c1a2/`.
    The publishing system's day: it may be later than the item's own.
    """
    path = url.partition("?")[0]
    named = _TRS_NAME.search(path)
    if named:
        return next(iter(find_compact_dates(named[1])), None)
    foldered = _DATED_FOLDER.search(path)
    if foldered:
        year, month, day = (int(number) for number in foldered.groups() if number)
        try:
            return date(year, month, day)
        except ValueError:
            return None
    return next(iter(find_compact_dates(path)), None)
