"""`duwang recheck`: look again now."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from checks.lifecycle.case import Case


@click.command(help="复查：现在就重新打开这些问题涉及的页面和链接，看是否已经改好。")
@click.argument("ids", metavar="ID...", type=int, nargs=-1, required=True)
def command(ids: tuple[int, ...]) -> None:
    """Recheck findings and say how each one stands."""
    from checks.lifecycle.case import STANDING
    from config.settings import load_settings
    from duwang.jobs.decide import DecisionError, cases_to_decide
    from duwang.jobs.recheck import recheck
    from duwang.workspace import open_store, today
    from storage.queries.findings import FindingFilter, findings

    settings = load_settings()
    numbers = tuple(dict.fromkeys(ids))
    with open_store(settings) as session:
        try:
            cases_to_decide(session, numbers)
        except DecisionError as error:
            raise click.ClickException(str(error)) from error
        before = findings(session, FindingFilter(ids=numbers, states=()))
        session.rollback()  # nothing of ours may stand in the reading's way
        standing = [known for known in before if known.case.state in STANDING]
        seen: set[int] = set()
        for site in {known.site.code: known.site for known in standing}.values():
            cases = [known.case for known in standing if known.site.code == site.code]
            click.echo(f"{site.name}：复查 {len(cases)} 个问题", err=True)
            read = recheck(site, cases, settings, today=today(settings))
            seen.update(read.brought.seen if read.brought else ())
        session.expire_all()
        after = {known.case.id: known.case for known in findings(session, FindingFilter(ids=numbers, states=()))}
    for known in before:
        click.echo(f"{known.case.id}：{_told(known.case, after[known.case.id], known.case.id in seen)}")


def _told(before: "Case", after: "Case", was_seen: bool) -> str:
    from checks.lifecycle.case import STANDING, State
    from dashboards.wording import STATES

    if before.state not in STANDING:
        return f"{STATES[before.state]}，不用复查"
    if after.state is State.FIXED:
        return "已整改"
    return "仍然存在" if was_seen else "这次没能看清，维持原状"
