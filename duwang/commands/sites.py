"""`duwang sites`: the register of sites."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checks.lifecycle.case import Case
    from config.sites import Exemption, Site
    from storage.writes.sites import RegisterChange


@click.group(help="网站登记表。")
def command() -> None:
    """Hold what can be done with the register."""


@command.command(
    "import",
    help="导入登记表（yaml、csv、xlsx），表头：网站标识码、网站名称、网址、级别、责任单位、联系方式。"
    "文件里有一处不对，就一个网站也不导入。",
    short_help="导入登记表（yaml、csv、xlsx）。",
)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
def import_file(file: Path) -> None:
    """Take over a register file."""
    from config.settings import load_settings  # each command imports what it needs when it runs: help stays quick
    from duwang.jobs.take_register import take_register
    from duwang.workspace import open_store

    with open_store(load_settings()) as session:
        change = take_register(session, file)
    click.echo(summary(change), err=True)


@command.command("list", help="列出登记的网站。")
def list_sites() -> None:
    """Print one line a site."""
    from rich.table import Table

    from config.settings import load_settings
    from dashboards.wording import LEVELS
    from duwang.terminal import show
    from duwang.workspace import open_store
    from storage.queries.sites import all_sites

    with open_store(load_settings()) as session:
        sites = all_sites(session)
    if not sites:
        click.echo("登记表里还没有网站。请编辑 sites.yaml，或运行 duwang sites import 文件。", err=True)
        return
    table = Table("网站标识码", "网站名称", "级别", "责任单位", "网址")
    for site in sites:
        table.add_row(site.code, site.name, LEVELS[site.level], site.unit, site.url)
    show(table)
    click.echo(f"共 {len(sites)} 个网站。", err=True)


@command.command(help="显示一个网站：登记内容、否决演练和已知的栏目。")
@click.argument("code", metavar="CODE")
def show(code: str) -> None:
    """Print what the register and the readings know of a site."""
    from rich.table import Table

    from config.column_types import type_told
    from config.settings import load_settings
    from duwang.find_sites import find_site
    from duwang.terminal import show as show_table
    from duwang.workspace import open_store
    from storage.queries.columns import site_columns
    from storage.queries.findings import FindingFilter, findings

    with open_store(load_settings()) as session:
        site = find_site(session, code)
        columns = site_columns(session, code)
        standing = findings(session, FindingFilter(sites=[code]))
    for name, value in _facts(site):
        click.echo(f"{name}：{value}")
    if columns or standing:
        _rehearse(site, [known.case for known in standing])
    if not columns:
        click.echo("栏目：还没有读过，运行 duwang read 后可见。")
        return
    table = Table("栏目", "类型", "最新条目", "可靠程度", "网址")
    for column in columns:
        latest = column.seen.latest.isoformat() if column.seen and column.seen.latest else "—"
        table.add_row(column.name, type_told(column.type), latest, f"{column.confidence:.0%}", column.url)
    show_table(table)


def _rehearse(site: "Site", standing: "Sequence[Case]") -> None:
    """Print how the site would fare if it were inspected today; what is held counts only after a look."""
    from rich.table import Table

    from checks.vetoes import amount, rehearse, rehearse_accounts, told
    from duwang.terminal import show as show_table

    table = Table("单项否决", "现有", "界限", "假如今天检查", title="否决演练", title_justify="left")
    counting = [case.finding for case in standing if not case.held]
    rehearsed = [*((site.name, veto) for veto in rehearse(counting)), *rehearse_accounts(counting)]
    for name, veto in rehearsed:
        table.add_row(veto.heading, amount(veto.value, veto.unit), amount(veto.line, veto.unit), told(veto, name))
    show_table(table)


def _facts(site: "Site") -> list[tuple[str, str]]:
    from dashboards.wording import LEVELS

    return [
        ("网站标识码", site.code),
        ("网站名称", site.name),
        ("网址", site.url),
        ("级别", LEVELS[site.level]),
        ("责任单位", site.unit),
        ("联系方式", site.contact or "未填"),
        *(("不适用的检查项", _exempt(entry)) for entry in site.exempt),
    ]


def _exempt(entry: "Exemption") -> str:
    until = f"，有效期至 {entry.until}" if entry.until else ""
    return f"{entry.check} {entry.item or '全部'}（{entry.reason}{until}）"


def summary(change: "RegisterChange") -> str:
    """What importing a register did, in one line; in a second one, what it allows that the rules do not."""
    parts = [
        f"新增 {len(change.added)} 个",
        f"更改 {len(change.changed)} 个",
        f"不变 {len(change.unchanged)} 个",
        *([f"停读 {len(change.retired)} 个（{'、'.join(change.retired)}，历史记录保留）"] if change.retired else []),
    ]
    told = f"登记表已导入：{'，'.join(parts)}。"
    if change.lax:
        told += (
            f"\n注意：这些栏目填写的更新期限宽于国家规定，检查以填写的为准，请核对是否有依据：{'、'.join(change.lax)}。"
        )
    return told
