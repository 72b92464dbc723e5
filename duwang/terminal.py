"""Tables for people on standard output."""

import shutil
import sys

from rich.console import Console
from rich.table import Table

_WIDE_ENOUGH = 160
"""Columns of output that goes to a file or a pipe, where no window sets the width."""


def width() -> int:
    """How many columns a line of standard output has."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else _WIDE_ENOUGH


def console() -> Console:
    """Standard output: coloured and as wide as the window on a terminal, plain elsewhere.

    Brackets are no markup here: pages write [more] and [/b].
    """
    return Console(width=width(), highlight=False, markup=False)


def show(table: Table) -> None:
    """Print a table. Nothing is cut off."""
    for column in table.columns:
        column.overflow = "fold"
    console().print(table)
