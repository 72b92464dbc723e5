"""Builds one sample site as it is on one day: columns, articles, no markup yet."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from config.sites import Level
from duwang.demo.model import Article, Column, Identity, Portal
from duwang.demo.texts import content, load
from duwang.demo.writers import NEWS_SHOWN, WRITERS, Desk

FIRST_NUMBER = 1201
STANDING_AGE = 204
"""Days before the last simulated day on which the standing pages were last gone over."""


def _entries(level: Level) -> Iterator[dict[str, Any]]:
    return (entry for entry in load("columns")["columns"] if level in entry["levels"])


def _standing(desk: Desk, name: str) -> Article:
    text = content("standing", desk.identity)[desk.column]
    return desk.write("0", name, desk.published(STANDING_AGE), text)


def _fill(column: Column, entry: dict[str, Any], desk: Desk) -> None:
    if entry["kind"] == "standing":
        column.standing = _standing(desk, column.name)
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
    known = load("columns")["hubs"].get(key, [])
    wanted = [other for other in portal.columns if other != key] if key == "ditu" else known
    return [child for child in wanted if child in portal.columns]


def build_portal(identity: Identity, *, port: int, today: date, anchor: date) -> Portal:
    """The faultless site on `today`; `anchor` is the last simulated day, from which ages count back."""
    portal = Portal(identity=identity, port=port, today=today)
    for number, entry in enumerate(_entries(identity.level), start=FIRST_NUMBER):
        name = entry["name"].format(place=identity.place, mailbox=identity.mailbox)
        column = Column(key=entry["key"], name=name, section=entry["section"], number=number)
        column.in_frame = column.key in identity.framed
        _fill(column, entry, Desk(identity=identity, column=column.key, today=today, anchor=anchor))
        portal.columns[column.key] = column
    for key, column in portal.columns.items():
        if key == "ditu" or key in load("columns")["hubs"]:
            column.children = _children(key, portal)
    return portal
