"""What a person reads when the demo has ended: the days, the sites, the worst, and where to go on."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shlex import quote
from shutil import which
from sysconfig import get_path

from rich.console import Console
from rich.markup import escape
from rich.panel import Panel
from rich.table import Table
from sqlalchemy.orm import Session

from checks.lifecycle.case import STANDING, Move
from checks.message import sentence
from config.rule_file import load_rules
from dashboards.wording import SEVERITIES, long_day, standing_days, weekday
from storage.queries.history import FindingOnDay, ReadingOnDay, findings_on, readings_on

SEVERITY_ORDER = tuple(SEVERITIES)
LONGEST_SENTENCE = 110


@dataclass(frozen=True, slots=True)
class DayTold:
    """One simulated day in figures."""

    day: date
    pages: int
    moves: Counter[Move]
    standing: int
    down: tuple[str, ...]
    """Names of the sites that could not be reached."""


def tell_day(session: Session, day: date) -> DayTold:
    """One day's figures; findings that accuse nobody are left out."""
    found = [one for one in findings_on(session, day) if one.case.finding.accuses]
    moves = Counter(move for one in found for move in one.moves)
    down = [one.site.name for one in found if one.case.finding.rule == "site-unreachable" and _stands(one)]
    pages = sum(reading.counts.get("pages", 0) for reading in readings_on(session, day))
    return DayTold(day, pages, moves, sum(map(_stands, found)), tuple(down))


def show_summary(console: Console, session: Session, days: Sequence[date], reports: Sequence[Path]) -> None:
    """Print the whole summary."""
    last = [one for one in findings_on(session, days[-1]) if one.case.finding.accuses]
    standing = [one for one in last if _stands(one)]
    console.print()
    console.print(Panel.fit(_headline(days, standing), title="读网演示", border_style="blue"))
    console.print(days_table([tell_day(session, day) for day in days]))
    console.print(_sites_table(standing, readings_on(session, days[-1])))
    _show_worst(console, standing, days[-1])
    _show_paths(console, reports)


def _stands(one: FindingOnDay) -> bool:
    return one.case.state in STANDING


def days_told(days: Sequence[date]) -> str:
    """How many days, and from when to when."""
    span = [long_day(days[0]), long_day(days[-1])]
    return f"{len(days)} 天（{'至'.join(dict.fromkeys(span))}）"


def _headline(days: Sequence[date], standing: Sequence[FindingOnDay]) -> str:
    sites = len({one.site.code for one in standing})
    return (
        f"读了 {days_told(days)}，"
        f"{sites} 个网站现有问题 [bold]{len(standing)}[/bold] 个。\n"
        "地名、单位和问题都是虚构的；网站由本机提供，没有访问外网。"
    )


def days_table(told: Sequence[DayTold]) -> Table:
    """A row a day; in a narrow window the note breaks, and nothing is cut off."""
    table = Table(title="逐日情况", title_justify="left", header_style="bold")
    table.add_column("日期", no_wrap=True)
    for heading in ("读到页面", "新发现", "加重", "已整改", "又出现", "现有"):
        table.add_column(heading, justify="right")
    table.add_column("备注", overflow="fold")
    for one in told:
        note = "、".join(f"{name}打不开" for name in one.down)
        numbers = [one.moves[move] for move in (Move.FOUND, Move.WORSE, Move.FIXED, Move.REOPENED)]
        styled = [
            _number(number, style) for number, style in zip(numbers, ("yellow", "red", "green", "red"), strict=True)
        ]
        table.add_row(f"{one.day:%m-%d} {weekday(one.day)}", str(one.pages), *styled, str(one.standing), note)
    return table


def _number(number: int, style: str) -> str:
    return f"[{style}]{number}[/{style}]" if number else "[dim]0[/dim]"


def _sites_table(standing: Sequence[FindingOnDay], readings: Sequence[ReadingOnDay]) -> Table:
    table = Table(title="各网站现有问题", title_justify="left", header_style="bold")
    table.add_column("网站")
    for heading in (*SEVERITIES.values(), "合计"):
        table.add_column(heading, justify="right")
    for name, code in sorted({(reading.site.name, reading.site.code) for reading in readings}, key=lambda s: s[1]):
        counts = Counter(one.case.severity for one in standing if one.site.code == code)
        severe = _number(counts["veto"], "bold red")
        table.add_row(name, severe, str(counts["deduct"]), str(counts["advice"]), str(counts.total()))
    return table


def _show_worst(console: Console, standing: Sequence[FindingOnDay], today: date) -> None:
    """The most serious finding of each site."""
    rules = load_rules()
    table = Table(title="各网站最要紧的一项", title_justify="left", show_header=False, box=None, padding=(0, 1))
    for width in (8, 20, None):
        table.add_column(width=width, overflow="fold")
    worst: dict[str, FindingOnDay] = {}
    for one in sorted((one for one in standing if one.case.finding.rule in rules), key=_seriousness):
        worst.setdefault(one.site.code, one)
    for one in sorted(worst.values(), key=_seriousness):
        told = sentence(rules[one.case.finding.rule], one.case.finding)
        told = told if len(told) <= LONGEST_SENTENCE else f"{told[:LONGEST_SENTENCE]}……"
        age = standing_days(one.case.first_seen, today)
        table.add_row(SEVERITIES[one.case.severity], one.site.name, escape(f"{told}（{age}）"))
    console.print(table)
    console.print()


def _seriousness(one: FindingOnDay) -> tuple[int, bool, date]:
    case = one.case
    return SEVERITY_ORDER.index(case.severity), not case.finding.urgent, case.first_seen


def _show_paths(console: Console, reports: Sequence[Path]) -> None:
    console.print("[bold]日读网[/bold]（用浏览器打开；同一文件夹里另有 docx、xlsx 和 json）")
    for path in reports:
        if path.suffix == ".html":
            console.print(f"  {path}", markup=False, highlight=False, soft_wrap=True)
    console.print("证据里的时刻是演示运行时的，日期是模拟的。")


def show_next_steps(console: Console, folder: Path, day: date) -> None:
    """Print what to type next; `day`: the last one played, which is yesterday's when midnight has passed."""
    console.print()
    console.print("[bold]接下来可以试试[/bold]")
    for line in (
        *_way_to_program(),
        f"cd {quote(str(folder))}",
        "duwang findings                        现有问题一览",
        "duwang findings --check link-broken    只看某一项检查",
        "duwang checks column-stale             某项检查的依据、期限和整改办法",
        f"duwang report daily --date {day}  再写一份日读网",
    ):
        console.print(f"  {line}", markup=False, highlight=False, soft_wrap=True)


def _way_to_program() -> Iterator[str]:
    """What a shell has to be told before it knows `duwang`, as after `make demo`."""
    if which("duwang") is None:
        yield f'export PATH="{get_path("scripts")}:$PATH"'
