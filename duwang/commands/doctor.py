"""`duwang doctor`: whether everything is there that reading needs."""

import click

_COLOURS = {"正常": "green", "注意": "yellow", "不行": "red"}


@click.command(help="检查运行环境：数据库、工作区、登记表、网络、字体等，说明哪里要改、怎么改。")
@click.pass_context
def command(ctx: click.Context) -> None:
    """Print a line a check; leave with 1 where something makes reading impossible."""
    from config.settings import load_settings
    from duwang.health import examine

    grades = []
    for line in examine(load_settings()):
        grades.append(line.grade)
        click.echo(f"{click.style(line.grade, fg=_COLOURS[line.grade], bold=True)}  {line.what}")
        if line.remedy:
            click.echo(f"      {line.remedy}")
    wrong, doubtful = grades.count("不行"), grades.count("注意")
    click.echo()
    if wrong:
        click.echo(f"有 {wrong} 项不行，须先解决。")
        ctx.exit(1)
    click.echo(f"可以读网；有 {doubtful} 项请注意。" if doubtful else "一切正常。")
