"""How each rule fared with the people of this workspace, and the words for it."""

from typing import Any

import click

from checks.trust import Record
from config.errors import ConfigError
from config.settings import Settings
from config.trust import load_trust
from dashboards.wording import STANDINGS
from duwang.workspace import database_file, open_store, today
from storage.queries.decisions import rule_records

NOBODY = "还没有人核看"


def workspace_records(settings: Settings) -> dict[str, Record]:
    """Rule -> its record; empty where nothing has been read yet.

    A database that cannot be opened is told on standard error: the catalogue itself needs none.
    """
    try:
        file = database_file(settings)
        if file is not None and not file.exists():
            return {}
        with open_store(settings) as session:
            return rule_records(session, on=today(settings), limits=load_trust().precision)
    except ConfigError as error:
        click.echo(f"各检查项的核看情况没有取到：{error}", err=True)
        return {}


def window() -> str:
    """近 90 天."""
    return f"近 {load_trust().precision.window_days} 天"


def short(record: Record | None) -> str:
    """9/1，90%: upheld, dismissed, precision; with 只复核 where it is so."""
    if record is None:
        return "—"
    decided = record.decisions
    review = f"，{STANDINGS['review']}" if record.standing == "review" else ""
    return f"{decided.upheld}/{decided.dismissed}，{decided.precision:.0%}{review}"


def long(record: Record | None) -> str:
    """The same as a sentence, with what the standing means."""
    if record is None:
        return f"{NOBODY}；状态：{STANDINGS['notify']}。"
    decided, limits = record.decisions, load_trust().precision
    why = (
        f"精度低于 {limits.min_share:.0%}，问题只供复核，不进入整改通知；精度回升后自动恢复"
        if record.standing == "review"
        else "确认后的问题可以进入整改通知"
    )
    return (
        f"维持 {decided.upheld} 个，排除 {decided.dismissed} 个，精度 {decided.precision:.0%}；"
        f"状态：{STANDINGS[record.standing]}（{why}）。"
    )


def record_object(record: Record | None) -> dict[str, Any]:
    """The same as a JSON object."""
    decided = record.decisions if record else None
    return {
        "days": load_trust().precision.window_days,
        "upheld": decided.upheld if decided else 0,
        "dismissed": decided.dismissed if decided else 0,
        "precision": decided.precision if decided else None,
        "standing": record.standing if record else "notify",
    }
