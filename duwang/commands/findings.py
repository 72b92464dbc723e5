"""`duwang findings`: what stands."""

from datetime import date
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storage.queries.findings import KnownFinding

_STATES = ("suspected", "open", "notified", "replied", "fixed", "dismissed")
_NESTED = ("details", "attempts", "evidence")
"""Parts of the JSON object that a row of CSV cannot hold."""
_TABLE_WIDTH = 130
"""In a narrower window the table would break every sentence into splinters."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@click.command(help="列出问题：默认是除已整改、已排除以外的全部。")
@click.option("--site", "sites", multiple=True, metavar="CODE", help="只看这个网站，可多次给出。")
@click.option("--check", "checks", multiple=True, metavar="ID", help="只看这个检查项，可多次给出。")
@click.option("--status", "states", multiple=True, type=click.Choice(_STATES), help="只看这个状态，可多次给出。")
@click.option(
    "--format",
    "file_format",
    type=click.Choice(("table", "json", "csv")),
    default="table",
    help="输出格式；默认 table。",
)
def command(sites: tuple[str, ...], checks: tuple[str, ...], states: tuple[str, ...], file_format: str) -> None:
    """Print findings."""
    from checks.lifecycle.case import STANDING, State
    from config.rule_file import load_rules
    from config.settings import load_settings
    from duwang.find_sites import find_site
    from duwang.known_checks import must_be_known
    from duwang.workspace import open_store
    from storage.queries.days import last_day_read
    from storage.queries.findings import FindingFilter, findings

    must_be_known(checks, load_rules())
    wanted = [State(state) for state in states] or list(STANDING)
    with open_store(load_settings()) as session:
        codes = [find_site(session, code).code for code in sites]
        known = findings(session, FindingFilter(sites=codes, checks=checks, states=wanted))
        is_read = last_day_read(session, date.max) is not None
    {"table": _print_table, "json": _print_json, "csv": _print_csv}[file_format](known)
    if not known:
        click.echo(_nothing(is_read=is_read, is_narrowed=bool(sites or checks or states)), err=True)


def _nothing(*, is_read: bool, is_narrowed: bool) -> str:
    """Why nothing is listed: that nobody has looked yet is no good news."""
    if not is_read:
        return "还没有读网记录，请先运行 duwang read。"
    return "没有符合条件的问题。" if is_narrowed else "目前没有未整改的问题。"


def _objects(known: "Sequence[KnownFinding]") -> list[dict[str, Any]]:
    from checks.finding_object import finding_object
    from config.rule_file import load_rules

    return [finding_object(one.case, one.site, load_rules()) for one in known]


def _print_json(known: "Sequence[KnownFinding]") -> None:
    import json

    click.echo(json.dumps(_objects(known), ensure_ascii=False, indent=2))


def _print_csv(known: "Sequence[KnownFinding]") -> None:
    import csv
    import io

    from checks.finding_object import KEYS

    text = io.StringIO()
    writer = csv.DictWriter(text, [key for key in KEYS if key not in _NESTED], extrasaction="ignore")
    writer.writeheader()
    for one in _objects(known):
        writer.writerow({key: _harmless(value) for key, value in one.items()})
    click.echo(text.getvalue(), nl=False)


def _harmless(value: Any) -> Any:
    """A page's words must not become a formula in somebody's table program."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _print_table(known: "Sequence[KnownFinding]") -> None:
    from duwang.terminal import width

    if not known:
        return
    tell = _print_wide if width() >= _TABLE_WIDTH else _print_narrow
    tell(known)
    click.echo(_total(known), err=True)


def _total(known: "Sequence[KnownFinding]") -> str:
    """How many are listed, counted as the reports count them."""
    unsure = sum(not one.case.finding.accuses for one in known)
    return f"共 {len(known) - unsure} 个问题{f'，另有 {unsure} 个没能核实、不计入' if unsure else ''}。"


def _print_wide(known: "Sequence[KnownFinding]") -> None:
    from rich.table import Table

    from dashboards.wording import SEVERITIES, VERDICTS
    from duwang.terminal import show

    table = Table("编号", "网站", "检查项", "程度", "状态", "判定", "问题", "首次发现")
    for one in known:
        case = one.case
        table.add_row(
            str(case.id),
            one.site.name,
            case.finding.rule,
            SEVERITIES[case.severity],
            _state(one),
            VERDICTS[case.finding.verdict],
            _sentence(one),
            case.first_seen.isoformat(),
        )
    show(table)


def _print_narrow(known: "Sequence[KnownFinding]") -> None:
    """The same below one another: no line of a sentence is shorter than the window."""
    from rich.padding import Padding
    from rich.text import Text

    from dashboards.wording import SEVERITIES, VERDICTS
    from duwang.terminal import console

    printer = console()
    for one in known:
        case = one.case
        printer.print(Text(f"{case.id}  {one.site.name}  {case.finding.rule}", style="bold"))
        facts = (SEVERITIES[case.severity], _state(one), VERDICTS[case.finding.verdict], f"{case.first_seen} 发现")
        printer.print(Padding(Text(f"{'，'.join(facts)}\n{_sentence(one)}"), (0, 0, 0, 4)))


def _state(one: "KnownFinding") -> str:
    from dashboards.wording import STATES

    words = STATES[one.case.state]
    return f"{words}，暂扣" if one.case.held else words


def _sentence(one: "KnownFinding") -> str:
    from checks.message import sentence
    from config.rule_file import load_rules

    rule = load_rules().get(one.case.finding.rule)
    return sentence(rule, one.case.finding) if rule else one.case.finding.subject
