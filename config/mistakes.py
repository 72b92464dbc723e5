"""What pydantic and tomllib find wrong with what a person wrote, in Chinese."""

import difflib
import re
import tomllib
from collections.abc import Iterable

from pydantic_core import ErrorDetails

_EXPECTED = {
    "missing": "没有填写",
    "bool": "应是 true 或 false",
    "int": "应是整数",
    "float": "应是数字",
    "string": "应是文字，写在引号里",
    "date": "应是日期，写成 2026-12-31 的样子",
    "time": "应是时刻，写成 08:30 的样子",
    "list": "应是列表，写在方括号里",
    "tuple": "应是列表，写在方括号里",
    "set": "应是列表，写在方括号里",
    "frozen": "应是列表，写在方括号里",
    "model": "应分项写明，写成 { 名称 = 值, … } 的样子",
    "dict": "应分项写明，写成 { 名称 = 值, … } 的样子",
    "extra": "没有这一项",
}
"""First word of an error's type (`int_parsing`) -> what was expected."""
_BOUNDS = {
    "greater_than": ("gt", "应大于 {}"),
    "greater_than_equal": ("ge", "应不小于 {}"),
    "less_than": ("lt", "应小于 {}"),
    "less_than_equal": ("le", "应不大于 {}"),
}


def expected(detail: ErrorDetails) -> str:
    """What should have been written, without a full stop: 应是整数."""
    kind, context = detail["type"], detail.get("ctx", {})
    if kind in _BOUNDS:
        name, words = _BOUNDS[kind]
        return words.format(context[name])
    if kind == "literal_error":
        return f"可以是 {context['expected'].replace(' or ', '、').replace(', ', '、')}"
    if kind == "value_error":
        return str(context["error"])  # our own validators speak Chinese
    return _EXPECTED.get(kind.partition("_")[0], "写法不对")


def no_toml(error: tomllib.TOMLDecodeError) -> str:
    """Say where a file is no TOML: in line 2 at character 7, or at its end."""
    found = re.search(r"line (\d+), column (\d+)", str(error))
    spot = f"第 {found[1]} 行第 {found[2]} 个字符附近" if found else "文件末尾"
    return f"{spot}不合 TOML 的写法。"


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """是不是 processes？ Empty where nothing comes near."""
    near = difflib.get_close_matches(written, list(known), n=1)
    return f"是不是 {near[0]}？" if near else ""
