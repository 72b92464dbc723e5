"""Prints a rule's page on the terminal."""

from collections.abc import Iterator, Mapping
from typing import Any

from rich.table import Table
from rich.text import Text

from checks.trust import Record
from config.rule_file import RuleData
from duwang.example_view import EXAMPLES_ARE, ExampleShown, PassingShown, change_told
from duwang.rule_page import RulePage, rule_page
from duwang.rule_records import long, window
from duwang.terminal import show


def print_rule(rule: RuleData, own: Mapping[str, Any], record: Record | None) -> None:
    """Print what the rule says, its examples and its limits; `own` and `record` are this workspace's."""
    page = rule_page(rule, own)
    fared = (f"{window()}核看", long(record))
    told = (("分类", page.family), *page.facts, fared, *page.sections)
    show(_two_columns(f"{page.title}（{page.id}）", [(label, Text(text)) for label, text in told]))
    show(_two_columns("例子", list(_examples(page)), caption=EXAMPLES_ARE))
    for grid in page.grids:
        below = Table(*grid.columns, title=grid.heading)
        for row in grid.rows:
            below.add_row(*map(Text, row))
        show(below)


def _two_columns(title: str, rows: list[tuple[str, Text]], caption: str | None = None) -> Table:
    table = Table(title=title, caption=caption, show_header=False, show_lines=True)
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    for label, text in rows:
        table.add_row(label, text)
    return table


def _examples(page: RulePage) -> Iterator[tuple[str, Text]]:
    for example in page.examples:
        yield "不合格", _lines(example.text, *_seen(example), f"查出：{example.says}")
        for passing in example.passes:
            changes = (change_told(old, new, _quoted) for old, new in passing.changes)
            yield "不算问题", _lines(passing.text, *changes, *_seen(passing))


def _seen(shown: ExampleShown | PassingShown) -> Iterator[str | Text]:
    yield from shown.lines
    for address, markup in shown.pages:
        yield address
        yield Text(markup.strip(), style="cyan")


def _lines(*lines: str | Text) -> Text:
    return Text("\n").join(Text(line) if isinstance(line, str) else line for line in lines)


def _quoted(markup: str) -> str:
    return f"“{' '.join(markup.split())}”"
