"""`duwang read`: fetch, check, keep."""

import click


@click.command(help="读网：读取登记的网站，检查，保存问题。随时可以中断，再次运行会接着读。")
@click.option("--site", "codes", multiple=True, metavar="CODE", help="只读这个网站，可多次给出；默认全部。")
@click.option("--full", is_flag=True, help="全面读网：所有页面和链接；默认是每日读网，先读首页、栏目和新文章。")
@click.pass_context
def command(ctx: click.Context, codes: tuple[str, ...], full: bool) -> None:
    """Read sites and sum up."""
    import time

    from config.settings import load_settings
    from duwang.commands.sites import summary as register_summary
    from duwang.find_sites import find_sites
    from duwang.jobs.processes import reading_processes
    from duwang.jobs.take_register import WORKSPACE_REGISTER, take_newer_register
    from duwang.workspace import open_store, today

    settings = load_settings()
    started = time.monotonic()
    with open_store(settings) as session:
        change = take_newer_register(session, settings)
        if change is not None:
            click.echo(f"{WORKSPACE_REGISTER} 有改动。{register_summary(change)}", err=True)
        sites = find_sites(session, codes)
    if len(sites) > 1:
        reading_processes()  # they import what follows while we do
    from duwang.jobs.read_sites import read_sites
    from duwang.reading_view import summary, watching

    with watching(len(sites)) as watcher:
        reads = read_sites(sites, "full" if full else "daily", settings, today=today(settings), watcher=watcher)
    click.echo(summary(reads, time.monotonic() - started))
    if any(read.state == "failed" for read in reads):
        ctx.exit(1)
    click.echo("接下来：duwang findings 查看问题，duwang report daily 写出日读网。", err=True)
