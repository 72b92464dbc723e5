"""`duwang report`: the documents."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_FORMATS = ("html", "docx", "xlsx", "json")
"""Those of `dashboards.reports.formats`, which would cost `duwang --help` its quick start."""


@click.group(help="写出报告。")
def command() -> None:
    """Hold the kinds of reports."""


@command.command(help="日读网：某一天读网的结果。不选格式则 html、docx、xlsx、json 各写一份。")
@click.option("--date", "day", metavar="YYYY-MM-DD", type=click.DateTime(["%Y-%m-%d"]), help="哪一天；默认今天。")
@click.option("--format", "file_format", type=click.Choice(_FORMATS), help="只写一种格式；json 同时打印到标准输出。")
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="写到哪个文件夹；默认工作区的 reports。",
)
def daily(day: datetime | None, file_format: str | None, out: Path | None) -> None:
    """Write the day's report and print where it is."""
    from config.settings import load_settings
    from duwang.jobs.publish_report import NothingReadError, publish_daily
    from duwang.workspace import open_store, today

    settings = load_settings()
    wanted = day.date() if day else today(settings)
    formats = (file_format,) if file_format else _FORMATS
    with open_store(settings) as session:
        try:
            paths = publish_daily(session, wanted, out or settings.home / "reports", formats)
        except NothingReadError as error:
            raise click.ClickException(_nothing_read(session, wanted)) from error
    if file_format == "json":
        click.echo(paths[0].read_text("utf-8"), nl=False)
    for path in paths:
        click.echo(path, err=file_format == "json")


def _nothing_read(session: "Session", wanted: date) -> str:
    from dashboards.wording import long_day
    from storage.queries.days import last_day_read

    last = last_day_read(session, wanted)
    hint = (
        f"最近一次读网在此之前，可用 --date {last} 写那一天的。"
        if last
        else "在此之前也没有读网记录，请先运行 duwang read。"
    )
    return f"{long_day(wanted)}没有读网记录，写不出日读网。{hint}"
