"""What `duwang confirm` and `duwang dismiss` have in common."""

import getpass
from collections.abc import Callable, Sequence

import click

from checks.lifecycle.case import Case, Move
from config.settings import load_settings
from duwang.jobs.decide import DecisionError, cases_to_decide, take_decision
from duwang.workspace import open_store, today


def carry_out(
    ids: Sequence[int],
    move: Move,
    *,
    reason: str | None,
    told: str,
    ask: Callable[[Sequence[Case]], None] | None = None,
) -> None:
    """Take a decision as the person who is logged in here, and say so: `told` stands before the numbers.

    `ask` sees the cases first and may refuse.
    """
    settings = load_settings()
    numbers = list(dict.fromkeys(ids))
    with open_store(settings) as session:
        try:
            if ask is not None:
                ask(cases_to_decide(session, numbers))
            take_decision(session, numbers, move, by=_person(), day=today(settings), reason=reason)
        except DecisionError as error:
            raise click.ClickException(str(error)) from error
    click.echo(f"{told}：{'、'.join(map(str, numbers))}。", err=True)


def _person() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user may have no name
        return "命令行"
