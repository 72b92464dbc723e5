"""The new-media accounts of the invented city, and the ledger that its office brings up to date each morning."""

import csv
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from duwang.demo.texts import load

HEAD = ("网站标识码", "平台", "账号名称", "最近发布日期", "登记截至日期")


def last_posts(site: str, today: date) -> dict[str, date]:
    """Account of the site, as findings name it -> its last post; each one posts every so many days."""
    return {
        f"{one['platform']}:{one['name']}": date.fromordinal(today.toordinal() // one["every"] * one["every"])
        for one in load("accounts")["accounts"]
        if one["site"] == site
    }


def write_ledger(path: Path, accounts: Mapping[str, Mapping[str, date]], today: date) -> None:
    """Write the ledger up to `today`; `accounts`: code of each site -> what `last_posts` tells of it."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(HEAD)
        for code, posts in accounts.items():
            rows.writerows((code, *account.split(":"), last, today) for account, last in posts.items())
