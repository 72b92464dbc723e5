"""Addresses that a reading comes to know, and how asking after them ended."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, insert, update

from checks.observations.link import Attempt, LinkKind, Region, Verdict
from storage.plain import to_json
from storage.tables.target import TargetRow

_LONGEST_TEXT = 80
"""Characters of a link's words that are kept: enough to find the place again."""


class NewTarget(NamedTuple):
    """An address met for the first time on its site."""

    url: str
    kind: LinkKind
    on_site: bool
    region: Region
    text: str
    first_page_id: int | None


class TargetCheck(NamedTuple):
    """How asking after a target ended. `ok` None: tried once without success, to be tried again."""

    target_id: int
    ok: bool | None
    verdict: Verdict | None = None
    cause: str | None = None
    attempts: tuple[Attempt, ...] = ()


_ADD = insert(TargetRow).returning(TargetRow.url, TargetRow.id)


def add_targets(connection: Connection, site_code: str, targets: Sequence[NewTarget]) -> dict[str, int]:
    """Keep new addresses of a site; returns each one's id."""
    if not targets:
        return {}
    rows = [
        {
            "site_code": site_code,
            "url": target.url,
            "kind": target.kind,
            "on_site": target.on_site,
            "region": target.region,
            "text": target.text[:_LONGEST_TEXT],
            "first_page_id": target.first_page_id,
        }
        for target in targets
    ]
    kept = connection.execute(_ADD, rows)
    return dict(kept.all())


_SETTLE_OK = (
    update(TargetRow)
    .where(TargetRow.id.in_(bindparam("targets", expanding=True)))
    .values(ok=True, verdict=None, cause=None, attempts=None, checked_in=bindparam("reading"))
)
_SETTLE = (
    update(TargetRow)
    .where(TargetRow.id == bindparam("target"))
    .values(
        ok=bindparam("ok"),
        verdict=bindparam("verdict"),
        cause=bindparam("cause"),
        attempts=bindparam("attempts"),
        checked_in=bindparam("reading"),
    )
)


_DOUBT = (
    update(TargetRow).where(TargetRow.id == bindparam("target")).values(verdict="undecided", cause=bindparam("why"))
)


def targets_are_there(connection: Connection, reading_id: int, target_ids: Iterable[int]) -> None:
    """Note that these targets answered as they should."""
    targets = list(target_ids)
    if targets:
        connection.execute(_SETTLE_OK, {"targets": targets, "reading": reading_id})


def settle_targets(connection: Connection, reading_id: int, checks: Iterable[TargetCheck]) -> None:
    """Note how asking after targets ended, with the tries as witnesses."""
    rows = [
        {
            "target": check.target_id,
            "reading": reading_id,
            "ok": check.ok,
            "verdict": check.verdict,
            "cause": check.cause,
            "attempts": to_json(check.attempts) if check.attempts else None,
        }
        for check in checks
    ]
    if rows:
        connection.execute(_SETTLE, rows)


def doubt_targets(connection: Connection, target_ids: Iterable[int], *, cause: str) -> None:
    """Take back what was said of targets: whether they are there is undecided, for this cause."""
    rows = [{"target": target_id, "why": cause} for target_id in target_ids]
    if rows:
        connection.execute(_DOUBT, rows)
