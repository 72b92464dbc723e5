"""The address of a list's next page, as the publishing systems write their pagers."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from crawler.extract.address import join
from crawler.extract.element import Element
from crawler.extract.hints import mentions
from crawler.extract.tree import ParsedPage

_WORDS = (("下一页", 2), ("下页", 1), ("后一页", 2), ("下 一 页", 4), ("›</a>", 0), ("»</a>", 0))
"""With the index of the word's rarest character."""
_LATIN_WORDS = ("Next</", "next</", "next page", '"next', "'next")
_ARROWS = ("&gt;</a>", ">></a>")
_COUNTING = ("countPage", "pageCount", "totalPage", "PageCount")
_NEXT = re.compile(r"^\W*(?:下\s*一?\s*页|后一页|next(?:\s*page)?)\W*$|^(?:>|›|»|&gt;|>>)$", re.I)
_NEXT_CLASS = re.compile(r"(?:^|[\s_-])(?:next|nextpage|pagenext|page-next)(?:$|[\s_-])", re.I)
_CREATE = re.compile(r"""createPage(?:HTML|Html)\w*\s*\(([^)]{1,200})\)""")
_ARGUMENT = re.compile(r"""\s*(?:'([^']*)'|"([^"]*)"|([^,'"]+))\s*(?:,|$)""")
_COUNT = re.compile(r"\b(?:countPage|pageCount|totalPages?|nPageCount|m_nPageCount)\s*[=:]\s*['\"]?(\d{1,9})")
_CURRENT = re.compile(r"\b(?:currentPage|currPage|pageIndex|nCurrIndex|m_nCurrPage|curPage)\s*[=:]\s*['\"]?(\d{1,9})")
_NUMBER = re.compile(r"\d{1,9}")
_NUMBERED = re.compile(r"""["'](\w+)["']?\s*\+?\s*["']?_["']?\s*\+""")
_PREVIOUS = re.compile(r"\W*(?:上\s*一?\s*页|前一页)\W*")
_PAGE_KEYS = frozenset({"pagenum", "page", "pageno", "pageindex", "p", "currentpage", "pn"})


def next_page(doc: ParsedPage) -> str | None:
    """Return the absolute address of the page after this one; None on the last page or where only scripts know it."""
    html = doc.html
    if _may_link_next(html):
        linked = _linked(doc)
        if linked and linked != doc.url:
            return linked
    if "Page" not in html and "pageCount" not in html:
        return None
    if "createPage" in html:
        return _created(doc)
    if any(word in html for word in _COUNTING):
        return _counted(doc)
    return None


def _may_link_next(html: str) -> bool:
    """Cheap test of a page's source: most lists fit on one page."""
    if any(mentions(html, word, rare) for word, rare in _WORDS) or any(arrow in html for arrow in _ARROWS):
        return True
    return ("next" in html or "Next" in html) and any(word in html for word in _LATIN_WORDS)


def _linked(doc: ParsedPage) -> str | None:
    for link in doc.root.iter("a"):
        if _says_next(link):
            href = link.get("href") or ""
            address = join(doc.base, href)
            if address and "javascript" not in href[:12].lower():
                return None if _is_only_page(doc, href) else address
    return None


def _is_only_page(doc: ParsedPage, following: str) -> bool:
    """True: the page before has the address of the page after: the pager of a list that fits on one page."""
    same = (link for link in doc.root.iter("a") if link.get("href") == following)
    return any(_PREVIOUS.fullmatch("".join(map(str, link.itertext()))) for link in same)


def _says_next(link: Element) -> bool:
    text = link.text
    if text and len(text) < 40 and _NEXT.match(text.strip()):
        return True
    if not len(link) and text and text.strip():
        return False
    words = "".join(map(str, link.itertext())).strip()
    if words:
        return len(words) <= 8 and bool(_NEXT.match(words))
    return bool(_NEXT_CLASS.search(link.get("class") or "") or _NEXT.match(link.get("title") or ""))


def _created(doc: ParsedPage) -> str | None:
    """TRS `createPageHTML(pages, index from 0, "index", "html")`; Ucap puts a box's id first and counts from 1."""
    call = next((match for match in _CREATE.finditer(doc.html) if not match[1].lstrip().startswith("_")), None)
    if not call:
        return None
    values = [(one or two or bare).strip() for one, two, bare in _ARGUMENT.findall(call[1])]
    from_zero = bool(values) and _NUMBER.fullmatch(values[0]) is not None
    values = values if from_zero else values[1:]
    if len(values) < 4 or not (_NUMBER.fullmatch(values[0]) and _NUMBER.fullmatch(values[1])):
        return None
    pages, current, name, ending = int(values[0]), int(values[1]), values[2], values[3].lstrip(".")
    last = pages - 1 if from_zero else pages
    return join(doc.base, f"{name}_{current + 1}.{ending}") if current < last and name and ending else None


def _counted(doc: ParsedPage) -> str | None:
    """Pagers that a script of the page writes from `countPage` and `currentPage`, or an address that counts itself."""
    count, current = _COUNT.search(doc.html), _CURRENT.search(doc.html)
    if not (count and current):
        return None
    pages, at = int(count[1]), int(current[1])
    name = _NUMBERED.search(doc.html)
    if name and f"{name[1]}.htm" in doc.html and at < pages - 1:
        return join(doc.base, f"{name[1]}_{at + 1}.html")
    return _next_in_query(doc.url) if at < pages else None


def _next_in_query(url: str) -> str | None:
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    for index, (key, value) in enumerate(pairs):
        if key.lower() in _PAGE_KEYS and _NUMBER.fullmatch(value):
            pairs[index] = (key, str(int(value) + 1))
            return urlunsplit(parts._replace(query=urlencode(pairs)))
    return None
