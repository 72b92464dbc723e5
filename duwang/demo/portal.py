"""Builds one sample site as it is on one day: columns, articles, no markup yet."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from config.sites import Level
from duwang.demo.accounts import last_posts
from duwang.demo.model import Article, Column, Identity, Portal
from duwang.demo.texts import content, load
from duwang.demo.writers import NEWS_SHOWN, WRITERS, Desk, catalogue

FIRST_NUMBER = 1201
DOMAINS = "jiceng"
"""Key of the page that leads to the pilot domains' catalogues, and their section."""
STANDING_AGE = 204
"""Days before the last simulated day on which the standing pages were last gone over."""


def _entries(level: Level) -> Iterator[dict[str, Any]]:
    yield from (entry for entry in load("columns")["columns"] if level in entry["levels"])
    if level == "county":
        for domain in load("columns")["pilot_domains"]:
            yield {"key": domain, "name": domain, "section": DOMAINS, "kind": "domain"}


def _standing(desk: Desk, name: str) -> Article:
    text = content("standing", desk.identity)[desk.column]
    return desk.write("0", name, desk.published(STANDING_AGE), text)


def _fill(column: Column, entry: dict[str, Any], desk: Desk) -> None:
    if entry["kind"] == "standing":
        column.standing = _standing(desk, column.name)
    if entry["kind"] == "domain":
        column.standing = catalogue(desk, column.name)
    if entry["kind"] == "list":
        written = list(WRITERS[entry["writer"]](desk))
        seen = [article for article in written if article.published <= desk.today]
        column.shown = NEWS_SHOWN.get(column.key, 0)
        column.articles = sorted(seen, key=lambda a: (a.pinned, a.published), reverse=True)


def fill_column(portal: Portal, key: str, *, today: date, anchor: date) -> None:
    """Fill one column as it was on `today`, whatever day the rest of the portal is at."""
    entry = next(one for one in _entries(portal.identity.level) if one["key"] == key)
    _fill(portal.columns[key], entry, Desk(identity=portal.identity, column=key, today=today, anchor=anchor))


def _children(key: str, portal: Portal) -> list[str]:
    columns = portal.columns.values()
    if key == DOMAINS:
        return [column.key for column in columns if column.section == DOMAINS]
    if key == "ditu":
        return [column.key for column in columns if column.key != key and column.section != DOMAINS]
    return [child for child in load("columns")["hubs"].get(key, []) if child in portal.columns]


def build_portal(identity: Identity, *, port: int, today: date, anchor: date) -> Portal:
    """The faultless site on `today`; `anchor` is the last simulated day, from which ages count back."""
    portal = Portal(identity=identity, port=port, today=today, accounts=last_posts(identity.key, today))
    for number, entry in enumerate(_entries(identity.level), start=FIRST_NUMBER):
        name = entry["name"].format(place=identity.place, mailbox=identity.mailbox)
        column = Column(key=entry["key"], name=name, section=entry["section"], number=number)
        column.in_frame = column.key in identity.framed
        _fill(column, entry, Desk(identity=identity, column=column.key, today=today, anchor=anchor))
        portal.columns[column.key] = column
    for key, column in portal.columns.items():
        if key in ("ditu", DOMAINS) or key in load("columns")["hubs"]:
            column.children = _children(key, portal)
    return portal
