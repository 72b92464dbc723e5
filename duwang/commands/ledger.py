"""`duwang ledger`: registers that no crawler can see."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from storage.writes.accounts import LedgerChange


@click.group(help="台账：读网看不到的登记，例如政务新媒体账号。")
def command() -> None:
    """Hold what can be done with the ledger."""


@command.command(
    "import",
    help="导入政务新媒体账号台账（yaml、csv、xlsx），表头：网站标识码、平台、账号名称、最近发布日期、登记截至日期；"
    "已注销的账号另加一列“状态”写明。"
    "文件里有一处不对，就一个账号也不导入。",
    short_help="导入政务新媒体账号台账（yaml、csv、xlsx）。",
)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
def import_file(file: Path) -> None:
    """Take over a ledger file."""
    from config.settings import load_settings
    from duwang.jobs.take_ledger import take_ledger
    from duwang.workspace import open_store, today

    settings = load_settings()
    with open_store(settings) as session:
        change = take_ledger(session, file, today=today(settings))
    click.echo(summary(change), err=True)


@command.command("list", help="列出台账里的政务新媒体账号。")
def list_accounts() -> None:
    """Print one line an account."""
    from rich.table import Table

    from config.settings import load_settings
    from duwang.terminal import show
    from duwang.workspace import open_store
    from storage.queries.accounts import all_accounts

    with open_store(load_settings()) as session:
        accounts = all_accounts(session)
    if not accounts:
        click.echo("台账里还没有账号。请运行 duwang ledger import 文件。", err=True)
        return
    table = Table("网站名称", "平台", "账号名称", "最近发布日期", "登记截至日期")
    for site, account in accounts:
        last = account.last_post.isoformat() if account.last_post else "—"
        table.add_row(site, account.platform, account.name, last, account.recorded_on.isoformat())
    show(table)
    click.echo(f"共 {len(accounts)} 个账号。", err=True)


def summary(change: "LedgerChange") -> str:
    """What importing a ledger did, in one line."""
    parts = [f"新增 {change.added} 个", f"更改 {change.changed} 个", f"不变 {change.unchanged} 个"]
    if change.closed:
        parts.append(f"注销 {change.closed} 个")
    if change.older:
        parts.append(f"旧于已有登记而未用 {change.older} 个")
    return f"台账已导入：{'，'.join(parts)}。"
