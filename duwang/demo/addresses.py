"""Where each content management system puts its pages."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass

from duwang.demo.model import Article, Column, Identity


def _number(article: Article, identity: Identity) -> int:
    """A stable number for the article, seven digits."""
    return 1_000_000 + zlib.crc32(f"{identity.key}/{article.key}".encode()) % 9_000_000


def _hash(article: Article, identity: Identity) -> str:
    """A stable 32-digit name, as some systems give their pages."""
    seed = f"{identity.key}/{article.key}"
    return "".join(f"{zlib.crc32(f'{seed}{step}'.encode()):08x}" for step in range(4))


@dataclass(frozen=True, slots=True)
class Addresses:
    """One system's habits."""

    column: Callable[[Column], str]
    article: Callable[[Column, Article, Identity], str]


ADDRESSES = {
    "trs": Addresses(
        column=lambda c: f"/zwgk/{c.key}/",
        article=lambda c, a, i: f"/zwgk/{c.key}/{a.published:%Y%m}/t{a.published:%Y%m%d}_{_number(a, i)}.html",
    ),
    "jcms": Addresses(
        column=lambda c: f"/col/col{c.number}/index.html",
        article=lambda c, a, i: (
            f"/art/{a.published.year}/{a.published.month}/{a.published.day}/art_{c.number}_{_number(a, i)}.html"
        ),
    ),
    "own": Addresses(
        column=lambda c: f"/{c.number - 1100}/{c.number - 1000}/index.htm",
        article=lambda c, a, i: f"/{c.number - 1100}/{c.number - 1000}/content_{_number(a, i)}.htm",
    ),
    "ucap": Addresses(
        column=lambda c: f"/jytyj/{c.key}/list.shtml",
        article=lambda c, a, i: f"/jytyj/{c.key}/{a.published:%Y%m}/{_hash(a, i)}.shtml",
    ),
    "nfcms": Addresses(
        column=lambda c: f"/zwgk/{c.key}/index.html",
        article=lambda c, a, i: f"/zwgk/{c.key}/content/post_{_number(a, i)}.html",
    ),
    "epoint": Addresses(
        column=lambda c: f"/zwgk/{c.number:06d}/subpage.html",
        article=lambda c, a, i: f"/zwgk/{c.number:06d}/{a.published:%Y%m%d}/{_hash(a, i)}.html",
    ),
}


def column_path(column: Column, identity: Identity) -> str:
    """The column's path on its site."""
    return ADDRESSES[identity.style].column(column)


def article_path(article: Article, column: Column, identity: Identity) -> str:
    """The article's path; a standing page is its column's page."""
    if article is column.standing:
        return column_path(column, identity)
    return ADDRESSES[identity.style].article(column, article, identity)
