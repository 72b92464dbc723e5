"""Tables for people on standard output."""

import shutil
import sys

from rich.console import Console
from rich.table import Table

_WIDE_ENOUGH = 160
"""Columns of output that goes to a file or a pipe, where no window sets the width."""


def show(table: Table) -> None:
    """Print a table: coloured and as wide as the window on a terminal, plain elsewhere. Nothing is cut off."""
    for column in table.columns:
        column.overflow = "fold"
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _WIDE_ENOUGH
    Console(width=width, highlight=False).print(table)
