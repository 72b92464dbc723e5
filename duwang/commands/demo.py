"""`duwang demo`: sample sites of an invented city, read for some simulated days."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console

    from duwang.demo.city import City

FOLDER = "duwang-demo"
USUAL_DAYS = 3
MOST_DAYS = 14


def _possible(_ctx: click.Context, _param: click.Parameter, days: int) -> int:
    if not 1 <= days <= MOST_DAYS:
        raise click.BadParameter(f"应是 1 至 {MOST_DAYS} 之间的整数，现在是 {days}。")
    return days


@click.command(help="演示：在本机提供一座虚构城市的 6 个样例网站，模拟读网若干天，写出日读网。")
@click.option(
    "--days",
    metavar="N",
    type=int,
    callback=_possible,
    default=USUAL_DAYS,
    help=f"模拟几天（1 至 {MOST_DAYS}），到今天为止；默认 {USUAL_DAYS}。",
)
@click.option("--no-serve", is_flag=True, help="读完就结束；否则样例网站一直开着，直到按下 Ctrl+C。")
def command(days: int, no_serve: bool) -> None:
    """Play the demo in `duwang-demo` under the current folder, and sum up."""
    from rich.console import Console

    from config.settings import load_settings
    from duwang.demo.play import simulated_days
    from duwang.demo.server import serving
    from duwang.workspace import today

    console = Console(highlight=False)
    folder = Path(FOLDER).absolute()
    played = simulated_days(today(load_settings()), days)
    with serving(played[-1]) as city:
        _play(console, folder, city, played)
        if not no_serve:
            _keep_serving(console, city)


def _play(console: "Console", folder: Path, city: "City", played: list[date]) -> None:
    from duwang.demo.play import demo_settings, play
    from duwang.demo.summary import show_next_steps, show_summary
    from duwang.demo.view import showing
    from duwang.demo.workspace import NotOursError
    from duwang.workspace import open_store

    console.print(f"样例网站已在本机 {city.port} 端口打开，工作区在 {folder}。", soft_wrap=True)
    try:
        with showing(console, len(played), len(city.days)) as bars:
            reports = play(folder, city, played, watcher=bars, tell_day=bars.day_ended)
    except NotOursError as error:
        raise click.ClickException(f"{error} 里有别的内容，没有动它。请换一个文件夹运行，或先把它移走。") from error
    with open_store(demo_settings(folder)) as session:
        show_summary(console, session, played, reports)
    show_next_steps(console, folder, played[-1])


def _keep_serving(console: "Console", city: "City") -> None:
    """Until Ctrl+C: the sample sites stay open, so that findings can be looked up in them."""
    import threading

    console.print(f"样例网站仍开着（端口 {city.port}），在工作区里可对它们运行 duwang read、duwang discover 等命令。")
    console.print("按 Ctrl+C 结束。")
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        console.print("样例网站已关闭。")
