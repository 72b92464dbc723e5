"""Other people's hosts as their front pages show themselves."""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from checks.observations.external import HostLook
from storage.plain import from_json, to_json
from storage.tables.external_host import ExternalHostRow
from storage.upsert import insert


def keep_look(connection: Connection, look: HostLook, *, today: date) -> None:
    """Keep what a host showed today; where title and certificate are both others than before, keep the old ones too."""
    before = connection.scalar(select(ExternalHostRow.look).where(ExternalHostRow.host == look.host))
    if before is not None:
        look = _compared(from_json(HostLook, before), look, today)
    shown = {
        "last_seen": today,
        "asked_on": today,
        "title": look.title,
        "certificate": look.certificate,
        "domain": look.domain,
        "is_odd": bool(look.spam or look.parked or look.changed_on),
        "look": to_json(look),
    }
    _upsert(connection, look.host, today, {**shown}, fresh=shown)


def host_silent(connection: Connection, host: str, *, today: date) -> None:
    """A host was asked for and showed no page: what it showed before stands."""
    nothing = {
        "title": "",
        "certificate": "",
        "domain": "",
        "is_odd": False,
        "look": to_json(HostLook(host=host, title="")),
    }
    _upsert(connection, host, today, {"asked_on": today, **nothing}, fresh={"asked_on": today})


def _upsert(connection: Connection, host: str, today: date, row: dict[str, Any], *, fresh: dict[str, Any]) -> None:
    """Two sites that are read at once may meet the same host."""
    statement = insert(connection.dialect.name, ExternalHostRow).values(host=host, first_seen=today, **row)
    connection.execute(statement.on_conflict_do_update(index_elements=["host"], set_=fresh))


def _compared(before: HostLook, now: HostLook, today: date) -> HostLook:
    known = (before.title, before.certificate, now.title, now.certificate)
    if all(known) and before.title != now.title and before.certificate != now.certificate:
        return replace(now, title_before=before.title, certificate_before=before.certificate, changed_on=today)
    return replace(
        now,
        title_before=before.title_before,
        certificate_before=before.certificate_before,
        changed_on=before.changed_on,
    )
