"""The command `duwang`: finds the commands, speaks Chinese, and turns every failure into one clear line."""

import atexit
import gc
import importlib
import os
import pkgutil
import sys
from typing import Any

import click

import duwang.commands
from duwang.chinese import speak_chinese, write_chinese
from duwang.failures import report

_COLLECT_AFTER = 500_000
"""Objects made over objects gone before the garbage collector looks: twice what a command imports, which stays."""


class LazyGroup(click.Group):
    """A group whose commands are the modules of `duwang.commands`, each imported only when it is asked for.

    A module offers its click command as `command`; its file name, with hyphens, is the command's name.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all commands, in alphabetical order."""
        names = (module.name for module in pkgutil.iter_modules(duwang.commands.__path__))
        return sorted(name.replace("_", "-") for name in names if not name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command; None where there is no such module."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"duwang.commands.{cmd_name.replace('-', '_')}").command
        _use_chinese_metavars(command)
        return command

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command line and leave with its exit status: 0 done, 1 could not, 2 wrong usage, 130 interrupted."""
        speak_chinese()
        try:
            result = super().main(*args, **{**extra, "standalone_mode": False, "color": _wants_colour()})
        except Exception as error:
            sys.exit(report(error))
        sys.exit(result if isinstance(result, int) else 0)


def _wants_colour() -> bool | None:
    """False where NO_COLOR says so, which click does not know; None: as the terminal has it."""
    return False if os.environ.get("NO_COLOR") else None


def _use_chinese_metavars(command: click.Command) -> None:
    """Click takes these words of the usage line from attributes, not from its catalogue."""
    command.options_metavar = "[选项]"
    if isinstance(command, click.Group):
        command.subcommand_metavar = "命令 [参数]..."
        for sub in command.commands.values():
            _use_chinese_metavars(sub)


def _print_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # 20 ms that no other command has to spend

        click.echo(f"duwang {version('duwang')}")
        ctx.exit()


@click.group(
    cls=LazyGroup,
    name="duwang",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="每个命令都有自己的说明：duwang 命令 --help",
    help="读网：每天读政府网站，查出问题，留下证据，写出日读网。",
)
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_print_version, help="显示版本号。"
)
def cli() -> None:
    """Hold the options that come before a command's name."""


_use_chinese_metavars(cli)


def main() -> None:
    """Entry point of the console script."""
    write_chinese()
    gc.set_threshold(_COLLECT_AFTER)
    atexit.register(gc.freeze)  # what is left goes with the process, and need not be taken apart
    cli(prog_name="duwang")
