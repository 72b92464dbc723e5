"""Reads tables that people fill in (YAML, CSV in UTF-8 or GB18030, XLSX) as entries of field -> text, with places."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import yaml

from config.errors import ConfigError, told

_TITLE_ROWS = 10
"""So many rows may stand above a table's headings."""
_Row = tuple[int, Sequence[str]]

Entry = tuple[str, dict[str, Any]]
"""Where it stands in the file (第 3 行), and field -> text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableForm:
    """What a kind of table holds, in the words of its error messages."""

    entry: str
    """What one row describes: 网站."""
    list_key: str
    """The YAML file's list."""
    first_field: str
    """The field that a YAML entry begins with; a row of headings names it."""
    headings: str
    """The headings that a table should have."""
    header: Callable[[str], str | None]
    """A heading as written -> the field; None: a column that is not for us."""


def read_entries(path: Path, form: TableForm) -> list[Entry]:
    """Every entry of the file in its order; rows without any text are left out.

    Raises `ConfigError` where the file cannot be read as such a table: place, what was expected, what to do.
    """
    readers = {".yaml": _yaml_entries, ".yml": _yaml_entries, ".csv": _csv_entries, ".xlsx": _xlsx_entries}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise ConfigError(str(path), "不认识这种文件。", "可以是 .yaml、.csv 或 .xlsx 文件；.xls 请另存为 .xlsx。")
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise ConfigError(str(path), "没有这个文件。", "请检查文件名和文件夹。") from error
    except OSError as error:
        raise ConfigError(str(path), f"读不了这个文件（{told(error)}）。", "请核对路径和权限。") from error
    return list(reader(path, content, form))


def refuse(path: Path, problems: Iterable[str], *, entry: str) -> None:
    """Raise `ConfigError` with all that is wrong in a file at once; nothing where nothing is."""
    told = list(problems)
    if told:
        listed = "".join(f"\n  {problem}" for problem in told)
        raise ConfigError(str(path), f"有 {len(told)} 处不能用：{listed}\n", f"没有导入任何{entry}；全部改好后请再试。")


def _yaml_entries(path: Path, content: bytes, form: TableForm) -> Iterator[Entry]:
    text = _decoded(path, content)
    key = form.list_key
    try:
        tree = yaml.compose(text, Loader=yaml.BaseLoader)  # keeps what is written: 0101… is no octal number
        data = yaml.load(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path} 第 {mark.line + 1} 行" if mark else str(path)
        raise ConfigError(place, "YAML 语法有误。", "请检查这一行及上一行的缩进、冒号和引号。") from error
    if not isinstance(data, dict) or key not in data or not isinstance(data[key] or [], list):
        raise ConfigError(str(path), f"没有“{key}:”列表。", f"请在 {key}: 下面逐个写{form.entry}，每个以短横线开头。")
    _refuse_repeated(path, tree, key)
    for line, raw in zip(_lines(tree, key), data[key] or [], strict=True):
        if not isinstance(raw, dict):
            raise ConfigError(
                f"{path} 第 {line} 行", f"这里应是一个{form.entry}。", f"请写成 - {form.first_field}: … 及其余各项。"
            )
        yield f"第 {line} 行起的{form.entry}", raw


def _refuse_repeated(path: Path, tree: yaml.Node | None, wanted: str) -> None:
    """A key written twice loses what stood under the first: a whole register, or an entry whose dash was forgotten."""
    pairs = tree.value if isinstance(tree, yaml.MappingNode) else []
    entries = [entry for key, value in pairs if key.value == wanted for entry in value.value]
    for node in (tree, *entries):
        known: set[str] = set()
        for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
            if key.value in known:
                place = f"{path} 第 {key.start_mark.line + 1} 行"
                remedy = "请并成一处；漏写了短横线的，补上短横线另起一项。"
                raise ConfigError(place, f"“{key.value}”在同一处写了两次，前一处会丢失。", remedy)
            known |= {key.value} if value.value else set()


def _lines(tree: yaml.Node | None, wanted: str) -> Iterator[int]:
    """The lines on which the entries of the list begin, from 1."""
    pairs = tree.value if isinstance(tree, yaml.MappingNode) else []
    for key, value in pairs:
        if key.value == wanted and isinstance(value, yaml.SequenceNode):
            yield from (entry.start_mark.line + 1 for entry in value.value)


def _csv_entries(path: Path, content: bytes, form: TableForm) -> Iterator[Entry]:
    text = _decoded(path, content)
    head = text.partition("\n")[0]
    delimiter = max(",\t;", key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        numbered = [(rows.line_num, row) for row in rows]
    except csv.Error as error:
        raise ConfigError(f"{path} 第 {rows.line_num} 行", "CSV 的引号不成对。", "请检查这一行的引号。") from error
    yield from _table_entries(str(path), numbered, form)


def _xlsx_entries(path: Path, content: bytes, form: TableForm) -> Iterator[Entry]:
    from openpyxl import load_workbook  # 150 ms that a YAML register need not spend

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (BadZipFile, KeyError, ValueError) as error:
        raise ConfigError(str(path), "不是有效的 XLSX 文件。", "请用表格软件打开后另存为 .xlsx。") from error
    rows = book.worksheets[0].iter_rows(values_only=True)
    numbered = [(number, [_cell(value) for value in row]) for number, row in enumerate(rows, 1)]
    yield from _table_entries(f"{path} 第一张工作表", numbered, form)


def _cell(value: object) -> str:
    """A cell's text; a code that was typed as a number is a whole number."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _table_entries(place: str, rows: Sequence[_Row], form: TableForm) -> Iterator[Entry]:
    below, head = _headings(place, rows, form)
    for number, row in rows[below:]:
        raw: dict[str, Any] = {}
        titles: dict[str, str] = {}
        for (title, field), cell in zip(head, row, strict=False):
            text = cell.strip()
            if not field or not text:
                continue
            if raw.setdefault(field, text) != text:
                problem = f"“{titles[field]}”和“{title}”两列是同一项，内容却不同。"
                raise ConfigError(f"{place} 第 {number} 行", problem, "请只留一列。")
            titles.setdefault(field, title)
        if raw:
            yield f"第 {number} 行", raw


def _headings(place: str, rows: Sequence[_Row], form: TableForm) -> tuple[int, list[tuple[str, str | None]]]:
    """How many rows lie above the entries, and each column's heading and field; None: a column not for us."""
    for above, (_, titles) in enumerate(rows[:_TITLE_ROWS], 1):
        fields = [form.header(title) for title in titles]
        if form.first_field in fields:
            return above, list(zip(titles, fields, strict=True))
    raise ConfigError(place, "没有找到表头。", f"表头应有：{form.headings}。")


def _decoded(path: Path, content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ConfigError(str(path), "文字编码既不是 UTF-8 也不是 GB18030。", "请用 UTF-8 编码另存后重试。")
