"""`duwang dismiss`: a finding is none, for a reason."""

import click


@click.command(help="排除问题：不是问题，须写理由。情况不变就不再提起，情况有变会重新列为待确认。")
@click.argument("ids", metavar="ID...", type=int, nargs=-1, required=True)
@click.option("--reason", metavar="TEXT", help="理由，记入问题的经过。")
@click.option("--undo", is_flag=True, help="撤回排除，回到待确认。")
def command(ids: tuple[int, ...], reason: str | None, undo: bool) -> None:
    """Dismiss findings, or take it back."""
    from checks.lifecycle.case import Move
    from duwang.deciding import carry_out

    if undo:
        carry_out(ids, Move.RESTORED, reason=reason, told="已撤回排除")
        return
    if not (reason or "").strip():
        raise click.UsageError("排除问题须写明理由：--reason 理由。")
    carry_out(ids, Move.DISMISSED, reason=reason, told="已排除")
