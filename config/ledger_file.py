"""Reads the ledger of new-media accounts: YAML, CSV (UTF-8 or GB18030) or XLSX."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from config.errors import ConfigError
from config.table_file import TableForm, read_entries, refuse
from config.words.register_words import ledger_words

_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]\d{1,2}:\d\d(?::\d\d)?)?")
"""As people write it, and as table programs hand a date over."""
_REQUIRED = ("site", "platform", "name", "recorded_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One new-media account as the ledger has it."""

    site: str
    """网站标识码 of the site whose unit keeps the account."""
    platform: str
    name: str
    last_post: date | None
    """None: no post is known."""
    recorded_on: date
    """The day up to which the ledger knows the account's posts."""
    closed: bool = False
    """True: signed off; the ledger keeps it no more."""


def load_accounts(path: Path, *, sites: Collection[str], today: date) -> list[Account]:
    """Every account of the file, in its order; `sites` are the codes that the register knows.

    Raises `ConfigError` with all that is wrong in the file at once: place, field, what was expected, what to do.
    """
    form = TableForm(
        entry="账号",
        list_key="accounts",
        first_field="site",
        headings="网站标识码、平台、账号名称、最近发布日期、登记截至日期",
        header=ledger_words().header,
    )
    entries = read_entries(path, form)
    if not entries:
        raise ConfigError(str(path), "里面还没有账号。", "请至少填写一个账号的网站标识码、平台、名称和登记截至日期。")
    accounts: list[Account] = []
    problems: list[str] = []
    first: dict[tuple[str, ...], str] = {}
    for place, raw in entries:
        told = list(_problems(raw, sites, today))
        problems += [f"{place}，{problem}" for problem in told]
        if told:
            continue
        account = _account(raw)
        accounts.append(account)
        before = first.setdefault((account.site, account.platform, account.name), place)
        if before != place:
            problems.append(f"{place}，账号名称：“{account.name}”与{before}重复。请删去一处。")
    refuse(path, problems, entry="账号")
    return accounts


def _account(raw: Mapping[str, Any]) -> Account:
    recorded_on = _day(raw["recorded_on"])
    assert recorded_on is not None  # told as a problem before
    return Account(
        site=_text(raw, "site"),
        platform=_text(raw, "platform"),
        name=_text(raw, "name"),
        last_post=_day(raw.get("last_post")),
        recorded_on=recorded_on,
        closed=ledger_words().state(_text(raw, "state")) == "closed",
    )


def _problems(raw: Mapping[str, Any], sites: Collection[str], today: date) -> Iterator[str]:
    names = ledger_words().fields
    for field in (name for name in raw if name not in names):
        yield f"{field}：没有这个字段。可用的有：{'、'.join(names)}。"
    for field in _REQUIRED:
        if not _text(raw, field):
            yield f"{names[field]}：没有填写。请补上。"
    code = _text(raw, "site")
    if code and code not in sites:
        yield f"{names['site']}：登记表里没有 {code} 这个网站。请核对，或先用 duwang sites import 登记。"
    state = _text(raw, "state")
    if state and ledger_words().state(state) is None:
        yield f"{names['state']}：不认识“{state}”。请写“正常”或“注销”，也可以留空。"
    yield from _day_problems(raw, names, today)


def _day_problems(raw: Mapping[str, Any], names: Mapping[str, str], today: date) -> Iterator[str]:
    days = {field: _day(raw.get(field)) for field in ("last_post", "recorded_on")}
    for field, day in days.items():
        if day is None and _text(raw, field):
            yield f"{names[field]}：“{_text(raw, field)}”不是日期。请写成 2026-12-31 的样子。"
        if day is not None and day > today:
            yield f"{names[field]}：{day} 在今天（{today}）之后。请核对年份和月份。"
    last, recorded = days["last_post"], days["recorded_on"]
    if last is not None and recorded is not None and recorded < last <= today:
        yield f"{names['recorded_on']}：{recorded} 早于最近发布日期 {last}。请把登记截至日期改为登记到的那一天。"


def _text(raw: Mapping[str, Any], field: str) -> str:
    value = raw.get(field)
    return value.strip() if isinstance(value, str) else ""


def _day(written: object) -> date | None:
    """The day that a text names; None where it names none, or one that does not exist."""
    found = _DAY.fullmatch(written.strip()) if isinstance(written, str) else None
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:  # 30 February
        return None
