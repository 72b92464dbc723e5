"""Reads the register of sites: YAML, CSV (UTF-8 or GB18030) or XLSX."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import yaml

from config.errors import ConfigError
from config.site_entry import read_entry
from config.sites import Site
from config.words.register_words import register_words

_SHEET_TITLE_ROWS = 10
"""So many rows may stand above a table's headings."""
_NESTED = ("columns", "exempt")
Entry = tuple[str, dict[str, Any]]
"""Where it stands in the file (第 3 行), and field -> text."""


def load_sites(path: Path) -> list[Site]:
    """Every site of the file, in its order.

    Raises `ConfigError` with all that is wrong in the file at once: place, field, what was expected, what to do.
    """
    readers = {".yaml": _yaml_entries, ".yml": _yaml_entries, ".csv": _csv_entries, ".xlsx": _xlsx_entries}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise ConfigError(
            str(path), "不认识这种文件。", "登记表可以是 .yaml、.csv 或 .xlsx 文件；.xls 请另存为 .xlsx。"
        )
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise ConfigError(str(path), "没有这个文件。", "请检查文件名和文件夹。") from error
    except OSError as error:
        raise ConfigError(str(path), f"读不了这个文件（{error.strerror}）。", "请检查权限。") from error
    return _sites(path, list(reader(path, content)))


def _sites(path: Path, entries: Sequence[Entry]) -> list[Site]:
    if not entries:
        raise ConfigError(str(path), "里面还没有网站。", "请至少填写一个网站的标识码、名称、网址和级别。")
    sites: list[Site] = []
    problems: list[str] = []
    first: dict[str, str] = {}
    for place, raw in entries:
        read = read_entry(raw)
        if isinstance(read, Site):
            sites.append(read)
        else:
            problems += [f"{place}，{problem}" for problem in read]
        code = str(raw.get("code") or "")
        if code and first.setdefault(code, place) != place:
            problems.append(f"{place}，网站标识码：{code} 与{first[code]}重复。请删去一处，或按网站页脚改正。")
    if problems:
        listed = "".join(f"\n  {problem}" for problem in problems)
        raise ConfigError(str(path), f"有 {len(problems)} 处不能用：{listed}\n", "没有导入任何网站；全部改好后请再试。")
    return sites


def _yaml_entries(path: Path, content: bytes) -> Iterator[Entry]:
    text = _decoded(path, content)
    try:
        tree = yaml.compose(text, Loader=yaml.BaseLoader)  # keeps what is written: 0101… is no octal number
        data = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path} 第 {mark.line + 1} 行" if mark else str(path)
        raise ConfigError(place, "YAML 语法有误。", "请检查这一行及上一行的缩进、冒号和引号。") from error
    if not isinstance(data, dict) or not isinstance(data.get("sites") or [], list):
        raise ConfigError(str(path), "没有“sites:”列表。", "请在 sites: 下面逐个写网站，每个以短横线开头。")
    for line, raw in zip(_lines(tree), data.get("sites") or [], strict=True):
        if not isinstance(raw, dict):
            raise ConfigError(f"{path} 第 {line} 行", "这里应是一个网站。", "请写成 - code: … 及其余各项。")
        yield f"第 {line} 行起的网站", raw


def _lines(tree: yaml.Node | None) -> Iterator[int]:
    """The lines on which the entries of `sites` begin, from 1."""
    pairs = tree.value if isinstance(tree, yaml.MappingNode) else []
    for key, value in pairs:
        if key.value == "sites" and isinstance(value, yaml.SequenceNode):
            yield from (entry.start_mark.line + 1 for entry in value.value)


def _csv_entries(path: Path, content: bytes) -> Iterator[Entry]:
    text = _decoded(path, content)
    head = text.partition("\n")[0]
    delimiter = max(",\t;", key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        numbered = [(rows.line_num, row) for row in rows]
    except csv.Error as error:
        raise ConfigError(f"{path} 第 {rows.line_num} 行", "CSV 的引号不成对。", "请检查这一行的引号。") from error
    yield from _table_entries(path, numbered)


def _xlsx_entries(path: Path, content: bytes) -> Iterator[Entry]:
    from openpyxl import load_workbook  # 150 ms that a YAML register need not spend

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (BadZipFile, KeyError, ValueError) as error:
        raise ConfigError(str(path), "不是有效的 XLSX 文件。", "请用表格软件打开后另存为 .xlsx。") from error
    rows = book.worksheets[0].iter_rows(values_only=True)
    yield from _table_entries(path, [(number, [_cell(value) for value in row]) for number, row in enumerate(rows, 1)])


def _cell(value: object) -> str:
    """A cell's text; a code that was typed as a number is a whole number."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _table_entries(path: Path, rows: Sequence[tuple[int, Sequence[str]]]) -> Iterator[Entry]:
    below, fields = _headings(path, rows)
    for number, row in rows[below:]:
        raw: dict[str, Any] = {field: text.strip() for field, text in zip(fields, row, strict=False) if field}
        if any(raw.values()):
            yield f"第 {number} 行", raw | {key: _nested(path, number, raw[key]) for key in _NESTED if raw.get(key)}


def _headings(path: Path, rows: Sequence[tuple[int, Sequence[str]]]) -> tuple[int, list[str | None]]:
    """How many rows lie above the entries, and the field of each column of the table; None: a column not for us."""
    for above, (_, head) in enumerate(rows[:_SHEET_TITLE_ROWS], 1):
        fields = [register_words().header(title) for title in head]
        if "code" in fields:
            return above, fields
    raise ConfigError(str(path), "没有找到表头。", "表头应有：网站标识码、网站名称、网址、级别、责任单位、联系方式。")


def _nested(path: Path, number: int, text: str) -> Any:
    """Columns and exemptions in a cell: written as in YAML, `[{name: 统计数据, url: /tjsj/, type: …}]`."""
    try:
        return yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        raise ConfigError(
            f"{path} 第 {number} 行", "栏目或不适用项的写法不对。", "请按 sites.yaml 的写法填写。"
        ) from error


def _decoded(path: Path, content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ConfigError(str(path), "文字编码既不是 UTF-8 也不是 GB18030。", "请用 UTF-8 编码另存后重试。")
