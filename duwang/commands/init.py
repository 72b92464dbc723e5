"""`duwang init`: a workspace to start from."""

from pathlib import Path

import click

SITES_EXAMPLE = """\
# 网站登记表：每个网站前四项必填，其余可以不写。去掉行首的 # 并改成您的网站。
# 也可以用 duwang sites import 文件.xlsx（或 .csv）导入，表头写：网站标识码、网站名称、网址、级别、责任单位、联系方式。
sites:
#  - code: "9901210001"                # 网站标识码，10 位数字，以页脚为准
#    name: 临河县人民政府
#    url: https://www.linhe.example/
#    level: county                     # province 省 | city 市 | county 县 | township 乡镇 | department 部门
#    unit: 临河县人民政府办公室            # 责任单位
#    contact: office@example.org       # 联系方式
#    columns:                          # 栏目会自动发现；这里只写需要更正的，按网址对应
#      - {name: 统计数据, url: /tjsj/, type: statistics, max_age_days: 31}
#    exempt:                           # 不适用的检查项，须写理由，报告里会写明
#      - {check: content-missing, item: government-gazette, reason: 由市政府统一刊发}
"""


@click.command(help="新建工作区：duwang.toml（设置）、sites.yaml（网站登记表）和 data 文件夹。")
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path, file_okay=False), default=Path())
def command(folder: Path) -> None:
    """Lay out a workspace in `folder`; nothing that is there is overwritten."""
    from config.settings import SETTINGS_FILE  # pydantic takes longer to import than `duwang --help` may
    from duwang.settings_file import settings_file

    contents = {SETTINGS_FILE: settings_file(), "sites.yaml": SITES_EXAMPLE}
    present = [name for name in contents if (folder / name).exists()]
    if present:
        raise click.ClickException(f"{folder.absolute()} 里已有 {'、'.join(present)}，未作改动。请换一个文件夹。")
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name, text in contents.items():
        (folder / name).write_text(text, "utf-8")
    click.echo(f"工作区已建好：{folder.absolute()}", err=True)
    click.echo(_next_steps(folder), err=True)


def _next_steps(folder: Path) -> str:
    enter = "" if folder.absolute() == Path.cwd() else f"  cd {folder}\n"
    return (
        "接下来：\n"
        f"{enter}"
        "  duwang discover 网址      看看能发现哪些栏目，把得到的内容填入 sites.yaml\n"
        "  duwang read               读网\n"
        "  duwang report daily       写出当天的日读网"
    )
