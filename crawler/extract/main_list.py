"""Which of a page's lists is the one that the page is there for."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, takewhile
from typing import Final

from crawler.extract.breadcrumb import read_breadcrumb
from crawler.extract.element import Element
from crawler.extract.item_parts import heading_of, title_of
from crawler.extract.list_blocks import Block, Group, group_blocks, pressed, words
from crawler.extract.own_list import is_anothers, nearness
from crawler.extract.place import named_region
from crawler.extract.tree import ParsedPage

_BODY_MARKS: Final = (
    "TRS_Editor", "UCAP-CONTENT", "ucapcontent", "Custom_UnionStyle", "TRS_UEDITOR", "trs_editor_view", 'id="zoom',
    "id='zoom", 'id="Zoom', "js_content", "BodyLabel", "vsb_content", "textBody", "articleContent", "article_content",
    "article-content", "content_body", "fontzoom", "fontZoom", "mainText", 'id="UCAP', "bt-content", "pages_content",
    "wzcon", "xl_con", "newscontent", "news_content", "contentText",
)  # fmt: skip
"""What the publishing systems call the box of an article's text."""
_COLUMN_META = re.compile(r"""name\s*=\s*["']?column(?:name|type|description|keywords)\b""", re.I)
_PAGER_MARKS: Final = (
    "下一页", "下页", "尾页", "末页", "createPage", "laypage", "pagination", "pageDec", 'class="page', "class='page",
    "pb_sys_common", "wp_paging", 'class="fenye', "jpage",
)  # fmt: skip
_PAGER = re.compile(r"下一页|下页|尾页|末页|共\s*\d+\s*(?:页|条)|\d+\s*/\s*\d+\s*页")
_ASIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:side\w*|hot\w*|rank\w*|recommend\w*|relat\w*|xgxx|xgwz|tuijian|rdxw)(?:$|[\s_-])", re.I
)
_ASIDE_HEADINGS = re.compile(
    r"热点|推荐|排行|相关(?:阅读|新闻|信息|文章|链接|报道|稿件|文档)|最新(?:更新|文章|信息)|猜你|感兴趣|点击榜"
)
_FOOTER_NAMES = re.compile(r"foot|copyright|banquan|dibu", re.I)
_PICTURE_NAMES = re.compile(r"swiper|slide|banner|carousel|focus|lunbo|flash|gallery", re.I)
_PORTAL_LISTS: Final = 4
"""Lists of about one size on a page: it is the front of a part of the site, not one column."""
_LEAST_TITLE: Final = 10
_TITLE_LENGTH: Final = 6
"""Characters of a link that may be a title in a list of dated items."""
_LONGEST_HEADING: Final = 20
_LEAST_TRAIL: Final = 2
"""Steps of a breadcrumb that is one."""
_FIRST_LINKS: Final = 3
"""Links of an item among which its title's is."""
_LEAST_UNDATED: Final = 3
_MOST_GROUPS: Final = 60
"""Lists of a page among which its own is looked for."""
_LARGE: Final = 16
"""Parts of an element that is more than a pager."""
_FEW: Final = 5
"""Items of a list that may as well be the news beside an article."""
_NUMBERED = re.compile(r"\d{3,}[^/]*$|[0-9a-f]{16,}|[?&]\w*id=\w+|/c\d+a\d+/", re.I)
"""The end of an address that has a number of its own."""
_MOST_HEADLINES: Final = 2
_HEADLINE_DEPTH: Final = 3
"""Levels at which a headline may stand inside its box."""
_BOX_DEPTH: Final = 3
"""Levels at which a list may stand inside one of several boxes."""
_ROWS_UNDATED: Final = frozenset({"li", "tr", "dt", "dd", "dl"})
_CELL: Final = frozenset({"td"})
_MOST_IN_CELL: Final = 2
"""Titles in one cell of a row that is one item: its own, and that of what goes with it."""


def looks_like_column(doc: ParsedPage) -> bool:
    """True: the meta tags or a pager say that the page is a column's."""
    html = doc.html
    if ("olumn" in html or "OLUMN" in html) and _COLUMN_META.search(html, 0, html.find("<body") % len(html)):
        return True
    return any(mark in html for mark in _PAGER_MARKS) and not _has_article_body(doc)


def _has_article_body(doc: ParsedPage) -> bool:
    return any(mark in doc.html for mark in _BODY_MARKS)


def main_group(doc: ParsedPage, groups: Sequence[Group], *, known: bool) -> Group | None:
    """The list that the page is there for; None where it is an article, the front of a part of the site, or none."""
    groups = _longest(_below_trail(doc, groups))
    if not groups:
        return None
    ranked = _own_first(doc, groups)
    best = _best_own(doc, ranked)
    if best is None:
        return None
    if known:
        return best
    if not _titled(best) or _is_front(doc, ranked):
        return None
    doubtful = len(best.blocks) < _FEW or _stands_beside_text(best)
    if len(best.blocks) > 1 and not (doubtful and _has_article_body(doc)):
        return best
    return best if looks_like_column(doc) else None


def headlines(groups: Iterable[Group], chosen: Group) -> list[Block]:
    """The one or two items that stand in a box of their own right above a list: its newest, shown large."""
    above = set(chosen.container.itersiblings(preceding=True))
    return [
        block
        for group in (groups if above else ())
        if group is not chosen and len(group.blocks) <= _MOST_HEADLINES and region_of(group.container) == "main"
        for block in group.blocks
        if not above.isdisjoint((block.element, *islice(block.element.iterancestors(), _HEADLINE_DEPTH)))
        and not is_beside(block.element)
    ]


def lists_alike(doc: ParsedPage, groups: Sequence[Group], chosen: Group) -> Iterator[Group]:
    """The page's other own lists, in boxes of the same make beside the chosen one: 图解 and 文字解读 of 政策解读."""
    makes = set(_makes(chosen.container))
    alike = [group for group in groups if group is not chosen and not makes.isdisjoint(_makes(group.container))]
    near = nearness(doc, chosen.container, chosen.blocks) if alike else 0
    for group in _longest(alike):
        if nearness(doc, group.container, group.blocks) < near or not stands_in_main(group.container):
            continue
        heading = _heading_before(group.container) or _heading_inside(group)
        if not (_ASIDE_HEADINGS.search(heading) or is_anothers(doc, heading)):
            yield group


def _makes(container: Element) -> Iterator[tuple[int, Element | None, str, str | None]]:
    """What an element and the boxes around it have in common with others: level, parent, tag and class."""
    for level, box in enumerate(islice((container, *container.iterancestors()), _BOX_DEPTH)):
        if not level or box.get("class"):
            yield level, box.getparent(), str(box.tag), box.get("class")


def _own_first(doc: ParsedPage, groups: Sequence[Group]) -> list[Group]:
    """The lists that may be the page's own, likeliest first: none that stands beside the main part."""
    ranks = [_rank(group) for group in groups]
    may_be = [(rank, group) for rank, group in zip(ranks, groups, strict=True) if rank >= 0]
    if len(may_be) > 1:
        may_be = [(rank + nearness(doc, group.container, group.blocks), group) for rank, group in may_be]
    return [group for _, group in sorted(may_be, key=lambda pair: -pair[0])]


def _best_own(doc: ParsedPage, ranked: Sequence[Group]) -> Group | None:
    """The first list that is not headed by another column's name."""
    headed = ((_heading_before(group.container) or _heading_inside(group), group) for group in ranked)
    return next((group for heading, group in headed if not is_anothers(doc, heading)), None)


def _longest(groups: Sequence[Group]) -> Sequence[Group]:
    """The longest lists in the page's order: to rank one, what stands around it is looked at."""
    if len(groups) <= _MOST_GROUPS:
        return groups
    kept = sorted(range(len(groups)), key=lambda at: -len(groups[at].blocks))[:_MOST_GROUPS]
    return [groups[at] for at in sorted(kept)]


def _below_trail(doc: ParsedPage, groups: Sequence[Group]) -> Sequence[Group]:
    """The lists but for those that end before the breadcrumb begins: a page's own list never stands above its path."""
    if not groups or len(read_breadcrumb(doc)) < _LEAST_TRAIL or doc.trail is None:
        return groups
    around = set(doc.trail.iterancestors())
    above = set(takewhile(lambda element: element is not doc.trail, doc.root.iter())) - around
    return [group for group in groups if not all(block.element in above for block in group.blocks)]


def _rank(group: Group) -> int:
    """More for many items, a pager beside them and the main part of the page; less beside and below it."""
    score = min(len(group.blocks), 60) + (8 if _has_pager(group.container) else 0)
    chain = [group.container, *group.container.iterancestors()][:6]
    names = " ".join([name for above in chain for name in (above.get("class"), above.get("id")) if name])
    if region_of(group.container) != "main" or _ASIDE_NAMES.search(names):
        score -= 40
    if _ASIDE_HEADINGS.search(_heading_before(group.container)) or _ASIDE_HEADINGS.search(_heading_inside(group)):
        score -= 12
    return score - (10 if _PICTURE_NAMES.search(names) else 0)


def region_of(element: Element) -> str:
    """The part of the page that the elements above a list name: `footer`, `nav`, `aside` or `main`.

    Boxes inside the main part are called top and bottom, and tabs nav: only a footer that says so is one.
    """
    for above in (element, *element.iterancestors()):
        if above.tag in ("body", "html"):
            break
        if above.tag in ("footer", "nav", "aside"):
            return str(above.tag)
        names = above.get("class"), above.get("id")
        region = named_region(*names)
        if region == "footer" and _FOOTER_NAMES.search(f"{names[0]} {names[1]}"):
            return region
        if region == "aside" and above is not element:
            return region  # a list's own box is seldom named well
    return "main"


def stands_in_main(element: Element) -> bool:
    """True: no part of the page around it is a footer, a menu, or a box beside the main part."""
    if region_of(element) != "main":
        return False
    chain = [element, *element.iterancestors()][:6]
    return not any(map(is_beside, chain))


def is_beside(element: Element) -> bool:
    """True: its own name says that it is a box beside the main part: hot news, related ones."""
    return bool(_ASIDE_NAMES.search(f"{element.get('class') or ''} {element.get('id') or ''}"))


def _has_pager(container: Element) -> bool:
    """True: beside the list, or one level further out, stand the words of a pager."""
    element = container
    for _ in range(2):
        for after in element.itersiblings():
            name = after.get("class") if isinstance(after.tag, str) else None
            if name and ("page" in name or "pagin" in name):
                return True
        for after in element.itersiblings("div", "p", "table", "ul", "tr", "center"):
            if len(after) < _LARGE and _PAGER.search(words(after)[:200]):
                return True
        parent = element.getparent()
        if parent is None or parent.tag == "body":
            break
        element = parent
    return False


def _heading_before(container: Element) -> str:
    element = container
    for _ in range(2):
        before = element.getprevious()
        while before is not None and not isinstance(before.tag, str):
            before = before.getprevious()
        if before is not None:
            text = words(before)
            return text if len(text) <= _LONGEST_HEADING else ""
        parent = element.getparent()
        if parent is None:
            break
        element = parent
    return ""


def _heading_inside(group: Group) -> str:
    """The words of the row that a list begins with, where it is no item: tables of layout have their headings there."""
    row = group.blocks[0].element
    while (above := row.getparent()) is not None and above is not group.container:
        row = above
    before = row.getprevious()
    text = words(before) if before is not None and isinstance(before.tag, str) else ""
    return text if len(text) <= _LONGEST_HEADING else ""


def _titled(group: Group) -> bool:
    """True: most items of the list have a link long enough to be a title, and no column's name."""
    titles = [_title_length(block) for block in group.blocks[:8]]
    return any(titles) and sum(length >= _TITLE_LENGTH for length in titles) * 2 >= sum(map(bool, titles))


def _title_length(block: Block) -> int:
    """Characters of the longest of an item's first links; where those say only 详情, of its heading."""
    length = max(map(_link_length, _links(block)), default=0)
    if length >= _TITLE_LENGTH or block.link is not None:
        return length
    button = pressed(block.element) if not length else None
    return max(length, len(heading_of(block.element)), len(words(button)) if button is not None else 0)


def _links(block: Block) -> Iterable[Element]:
    """A flat item's own link, or a row's links: the first one may be around a picture."""
    return (block.link,) if block.link is not None else islice(block.element.iter("a"), _FIRST_LINKS)


def _link_length(link: Element) -> int:
    return len(words(link)) or len(link.get("title") or "")


def _is_front(doc: ParsedPage, ranked: Sequence[Group]) -> bool:
    """True: several lists of about one size, each with its own link to more of it."""
    large = [group for group in ranked if len(group.blocks) >= 2 and 3 * len(group.blocks) >= len(ranked[0].blocks)]
    own = {tuple(sorted(_addresses(group))) for group in large}
    return len(own) >= _PORTAL_LISTS and doc.html.count("更多") + doc.html.lower().count("more") >= _PORTAL_LISTS


def _addresses(group: Group) -> list[str]:
    links = [block.link if block.link is not None else next(block.element.iter("a"), None) for block in group.blocks]
    return [link.get("href") or "" for link in links if link is not None]


def _stands_beside_text(group: Group) -> bool:
    """True: the list stands inside or below an article's text, as related news do."""
    before = group.container.xpath("preceding::p[string-length(normalize-space(.)) > 60]")
    return len(before) >= 2


def with_undated(group: Group) -> list[Block]:
    """The list's items, those among them without a date too: rows of the same kind with a title."""
    tags = {block.element.tag for block in group.blocks if block.link is None}
    if len(group.blocks) < 2 or len(tags) != 1:
        return group.blocks
    tag, classes = str(tags.pop()), {block.element.get("class") for block in group.blocks}
    dated = {block.element: block for block in group.blocks}
    parents = dict.fromkeys(block.element.getparent() for block in group.blocks)
    blocks: list[Block] = []
    for parent in parents:
        for element in parent.iterchildren(tag) if parent is not None else ():
            if element in dated:
                blocks.append(dated.pop(element))
            elif _is_undated_row(element) and (tag in _ROWS_UNDATED or element.get("class") in classes):
                blocks.append(Block(element))
    return [*blocks, *dated.values()]


def _is_undated_row(element: Element) -> bool:
    links = list(element.iter("a"))
    return 0 < len(links) <= 4 and len(title_of(links[0])) >= _LEAST_TITLE and bool(links[0].get("href"))


def undated_group(doc: ParsedPage, body: Element) -> Group | None:
    """The longest run of titles that lead somewhere where no item shows a date; one title may be all."""
    found = _longest(_below_trail(doc, undated_groups(body)))
    ranked = _own_first(doc, [group for group in found if _rank(group) > 0 and _is_list(group)])
    return _best_own(doc, ranked) if ranked and not _is_front(doc, ranked) else None


def undated_groups(body: Element) -> list[Group]:
    """Every run of links that are long enough to be titles; each with its row, if it has one."""
    links = [
        link
        for link in body.iter("a")
        if (href := link.get("href"))
        and not href.startswith(("#", "javascript:"))
        and len(title_of(link)) >= _LEAST_TITLE
    ]
    elements = dict.fromkeys(_own_elements(links))
    rows = {element: Block(element) for element in elements}
    row_of = {id(block): row for row, block in rows.items()}
    return [_own_place(group, row_of) for group in group_blocks(list(rows.values()), body)]


def _own_place(group: Group, row_of: Mapping[int, Element]) -> Group:
    """A lone title with its own row, not with all of the page around it that holds no other."""
    if len(group.blocks) > 1:
        return group
    row = row_of[id(group.blocks[0])]
    parent = row.getparent()
    return Group(parent if parent is not None else row, [Block(row)])


def _is_list(group: Group) -> bool:
    """True: rows that fill their list, or, where they are few or no rows, titles that are most of its words.

    One or two must lead to something numbered, as articles are, and stand in no menu: any link may be long.
    """
    blocks, container = group.blocks, group.container
    if len(blocks) < _LEAST_UNDATED and not (_leads_to_articles(blocks) and not _in_template(container)):
        return False
    if len(blocks) >= _LEAST_UNDATED and all(block.element.tag in _ROWS_UNDATED for block in blocks):
        return 2 * len(blocks) >= len(container)
    titles = sum(len(words(block.element)) for block in blocks)
    return 3 * titles >= len(words(container))


def _leads_to_articles(blocks: Iterable[Block]) -> bool:
    links = [next(block.element.iter("a"), None) for block in blocks]
    return all(link is not None and _NUMBERED.search(link.get("href") or "") for link in links)


def _in_template(container: Element) -> bool:
    return any(
        above.tag in ("header", "nav", "footer")
        or named_region(above.get("class"), above.get("id")) in ("header", "nav", "footer")
        for above in (container, *container.iterancestors())
    )


def _own_elements(links: Sequence[Element]) -> Iterator[Element]:
    """What holds each title: its row; its cell, where a table's row has titles in several; else the link alone.

    A table's row that holds many titles in one cell lays out the page.
    """
    rows = [_row_of(link) for link in links]
    cells = [
        _row_of(link, _CELL) if row is not None and row.tag == "tr" else None
        for link, row in zip(links, rows, strict=True)
    ]
    in_cell = Counter(cells)
    in_row = Counter(row for row, _ in dict.fromkeys(zip(rows, cells, strict=True)))
    for link, row, cell in zip(links, rows, cells, strict=True):
        if cell is not None and in_cell[cell] > _MOST_IN_CELL:
            yield link
        elif cell is not None and in_row[row] > 1:
            yield cell
        else:
            yield link if row is None else row


def _row_of(link: Element, tags: frozenset[str] = _ROWS_UNDATED) -> Element | None:
    return next((above for above in link.iterancestors() if above.tag in tags), None)
