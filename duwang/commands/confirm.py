"""`duwang confirm`: a finding is what it seems to be."""

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checks.lifecycle.case import Case


@click.command(help="确认问题：核对无误，可以列入整改通知；暂扣的随之放行。单项否决的问题会再问一次。")
@click.argument("ids", metavar="ID...", type=int, nargs=-1, required=True)
@click.option("--reason", metavar="TEXT", help="说明，记入问题的经过。")
@click.option("--undo", is_flag=True, help="撤回确认，回到待确认；发出整改通知以后不能撤回。")
@click.option("--yes", is_flag=True, help="单项否决的问题也不再询问。")
def command(ids: tuple[int, ...], reason: str | None, undo: bool, yes: bool) -> None:
    """Confirm findings, or take it back."""
    from checks.lifecycle.case import Move
    from duwang.deciding import carry_out

    if undo:
        carry_out(ids, Move.WITHDRAWN, reason=reason, told="已撤回确认")
        return
    carry_out(ids, Move.CONFIRMED, reason=reason, told="已确认", ask=None if yes else _ask_about_vetoes)


def _ask_about_vetoes(cases: "Sequence[Case]") -> None:
    """One veto item makes the whole site fail: nobody confirms it by a slip."""
    from checks.lifecycle.case import State
    from checks.message import sentence
    from config.rule_file import load_rules

    for case in cases:
        if case.severity != "veto" or case.state is not State.SUSPECTED:
            continue  # what is confirmed, dismissed or mended already is refused anyhow
        rule = load_rules().get(case.finding.rule)
        failing = "账号" if rule and rule.subject == "account" else "网站"
        warning = f"问题 {case.id} 是单项否决项，确认后{failing}即为不合格。"
        if not sys.stdin.isatty():
            raise click.ClickException(f"{warning}确实无误请加 --yes。")
        click.echo(sentence(rule, case.finding) if rule else case.finding.subject, err=True)
        click.confirm(f"{warning}确实无误吗？", abort=True, err=True)
