"""Writes the rule handbook `docs/rules/` from the rules' own data: `python -m duwang.handbook docs/rules`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

from config.rule_file import RuleData, load_rules
from config.words.handbook_words import load_handbook_words
from dashboards.wording import SEVERITIES
from duwang.example_view import EXAMPLES_ARE, ExampleShown, PassingShown, change_told
from duwang.rule_page import Grid, rule_page

INDEX = "README.md"
_MADE = "<!-- 由 make docs 生成，请勿手改：改 config/rules 和 config/examples 下的同名文件。 -->"


def pages() -> dict[str, str]:
    """File name -> Markdown: one page a rule, and the index."""
    rules = load_rules()
    return {INDEX: _index(rules), **{f"{rule.id}.md": _page(rule) for rule in rules.values()}}


def write(folder: Path) -> None:
    """Bring `folder` up to date: every page written, pages of rules that are no more removed."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for old in folder.glob("*.md"):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, "utf-8")


def _page(rule: RuleData) -> str:
    page = rule_page(rule)
    lines = [_MADE, f"# {page.title}（`{page.id}`）", f"分类：{page.family}"]
    lines += ["\n".join(f"- {label}：{_plain(text)}" for label, text in page.facts)]
    for heading, text in page.sections:
        lines += [f"## {heading}", _plain(text).replace("\n", "\n\n")]
    lines += ["## 例子", EXAMPLES_ARE, *(part for example in page.examples for part in _example(example))]
    for grid in page.grids:
        lines += [f"## {grid.heading}", _grid(grid)]
    return "\n\n".join(lines) + "\n"


def _example(example: ExampleShown) -> Iterator[str]:
    yield f"**不合格：** {_plain(example.text)}"
    yield from _seen(example)
    yield f"查出：{_plain(example.says)}"
    for passing in example.passes:
        yield f"- **不算问题：** {_plain(passing.text)}{_changes(passing)}"
        yield from (indent(part, "  ") for part in _seen(passing))


def _changes(passing: PassingShown) -> str:
    told = "；".join(change_told(old, new, _code) for old, new in passing.changes)
    return f"{told}。" if told else ""


def _seen(shown: ExampleShown | PassingShown) -> Iterator[str]:
    yield from (_plain(line) for line in shown.lines)
    for address, markup in shown.pages:
        yield f"`{address}`\n\n```html\n{markup.strip()}\n```"


def _code(markup: str) -> str:
    return f"`{' '.join(markup.split())}`"


def _index(rules: dict[str, RuleData]) -> str:
    lines = [_MADE, "# 检查项", f"共 {len(rules)} 项。`duwang checks 编号` 显示同样的内容。"]
    for family, name in load_handbook_words().families.items():
        mine = [rule for rule in rules.values() if rule.family == family]
        if mine:
            rows = tuple(_row(rule) for rule in mine)
            lines += [f"## {name}", _grid(Grid("", ("编号", "检查项", "严重程度", "指标"), rows), escaped=False)]
    return "\n\n".join(lines) + "\n"


def _row(rule: RuleData) -> tuple[str, ...]:
    return f"[`{rule.id}`]({rule.id}.md)", rule.title, SEVERITIES[rule.severity], rule.indicator


def _grid(grid: Grid, *, escaped: bool = True) -> str:
    return "\n".join(_grid_lines(grid, escaped=escaped))


def _grid_lines(grid: Grid, *, escaped: bool) -> Iterator[str]:
    yield f"| {' | '.join(grid.columns)} |"
    yield f"|{' --- |' * len(grid.columns)}"
    for row in grid.rows:
        yield f"| {' | '.join(_cell(text) if escaped else text for text in row)} |"


def _cell(text: str) -> str:
    return _plain(text).replace("|", "\\|").replace("\n", " ")


def _plain(text: str) -> str:
    """Text in which Markdown sees no markup: examples show HTML and patterns."""
    for mark in ("\\", "`", "*", "_", "<", "[", "$"):
        text = text.replace(mark, f"\\{mark}")
    return text


if __name__ == "__main__":
    write(Path(sys.argv[1]))
