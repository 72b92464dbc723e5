"""`duwang db`: looking after the database."""

from pathlib import Path

import click


@click.group(help="维护数据库。")
def command() -> None:
    """Hold what can be done with the database."""


@command.command("upgrade", help="建好或升级数据库的表；平时会自动进行。")
def upgrade_schema() -> None:
    """Bring the schema up to date."""
    from config.settings import load_settings
    from storage.engine import open_engine
    from storage.schema import newest_revision, upgrade

    engine = open_engine(load_settings().database)
    changed = upgrade(engine)
    engine.dispose()
    click.echo(f"数据库{'已升级到' if changed else '已是最新，版本'} {newest_revision()}。", err=True)


@command.command("backup", help="备份数据库和隐私密钥；读网进行中也可以备份。默认写到工作区的 backups 文件夹。")
@click.argument("file", metavar="[FILE]", type=click.Path(path_type=Path, dir_okay=False), required=False)
def backup(file: Path | None) -> None:
    """Copy the database as it is at this moment, and print where the copy is."""
    from config.settings import load_settings
    from duwang.jobs.backup import back_up

    made = back_up(load_settings(), file)
    click.echo(made.database)
    if made.key is not None:
        click.echo(
            f"隐私密钥另存为 {made.key}，恢复时放回工作区的 data/privacy.key。"
            "有了它可以推算出被遮盖的号码，请与数据库备份分开保管。",
            err=True,
        )
    click.echo("duwang.toml、sites.yaml 和 data/evidence（截图）不在备份里，请另行备份。", err=True)
