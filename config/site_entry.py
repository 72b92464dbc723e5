"""One entry of a register -> a `Site`, or everything that is wrong with it in Chinese."""

import difflib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from config.column_types import column_types
from config.rule_file import load_rules
from config.sites import Site
from config.words.register_words import register_words

_CODE_DIGITS = 10
_SCHEME = re.compile(r"^\s*https?:", re.IGNORECASE)
_SCIENTIFIC = re.compile(r"\d(\.\d+)?E\+\d+", re.IGNORECASE)


def read_entry(raw: Mapping[str, Any]) -> Site | list[str]:
    """The site that `raw` describes (field -> text, or lists for columns and exemptions), or its problems.

    Every problem names the field, what was expected and what to do.
    """
    values = {key: value for key, value in raw.items() if value not in ("", None, [])}
    level = values.get("level")
    if isinstance(level, str):
        values["level"] = register_words().level(level) or level
    if isinstance(values.get("url"), str):
        values["url"] = _SCHEME.sub(lambda found: found[0].lower(), values["url"])  # telephones write Http://
    unknown = list(_unknown_names(values))
    try:
        site = Site(**values)
    except ValidationError as error:
        return [*(_told(detail, raw) for detail in error.errors()), *unknown]
    return [*_odd_address(site.url), *unknown] or site


def _told(detail: ErrorDetails, raw: Mapping[str, Any]) -> str:
    first, field = str(detail["loc"][0]), str(detail["loc"][-1])
    where = _where(detail["loc"])
    if detail["type"] == "missing":
        return f"{where}：没有填写。请补上。"
    if first == field and field in _EXPLAIN:
        return f"{where}：{_EXPLAIN[field](str(raw[field]))}"
    return f"{where}：{_general(detail)}"


def _where(loc: tuple[int | str, ...]) -> str:
    """栏目第 1 项的类型."""
    words = register_words().fields
    parts = [f"第 {part + 1} 项的" if isinstance(part, int) else words.get(part, part) for part in loc]
    return "".join(parts).removesuffix("的")


def _code(written: str) -> str:
    if _SCIENTIFIC.fullmatch(written):
        return f"“{written}”是表格软件改写的科学记数。请把这一列设为文本格式，再重新填写 10 位数字。"
    if not (written.isascii() and written.isdecimal()):
        form = "网站标识码是 10 位数字（部委网站为 bm 加 8 位数字），请按网站页脚核对。"
        return f"“{written}”含有半角数字以外的字符。{form}"
    length = len(written)
    if length < _CODE_DIGITS:
        zeros = "如果开头的 0 丢了，请把这一列设为文本格式。"
        return f"少 {_CODE_DIGITS - length} 位：网站标识码是 10 位数字，现在是 {length} 位。{zeros}"
    return f"多 {length - _CODE_DIGITS} 位：网站标识码是 10 位数字，现在是 {length} 位。请按网站页脚核对。"


def _url(written: str) -> str:
    if _is_full_width(written):
        return f"“{written}”含有全角符号。请改用半角的冒号、斜线和句点，例如 https://www.linhe.example/。"
    if " " in written or "://" in written:
        return f"“{written}”不是网页地址。应以 http:// 或 https:// 开头，中间没有空格。"
    return f"“{written}”缺少开头的 http:// 或 https://。请补上，例如 https://{written}。"


def _is_full_width(written: str) -> bool:
    return "。" in written or unicodedata.normalize("NFKC", written) != written


def _odd_address(url: str) -> Iterator[str]:
    """What begins like an address and leads nowhere: a host that is none, no such port, two addresses in one."""
    if _is_full_width(url):
        yield f"网址：{_url(url)}"
    elif not _is_home_address(url):
        hint = "请照浏览器地址栏填写，例如 https://www.linhe.example/，不带用户名和口令。"
        yield f"网址：“{url}”不是完整的首页网址。{hint}"


def _is_home_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:  # a bracket that never closes, a port above 65535
        return False
    return host is not None and parts.username is None and not parts.path.startswith("//")


def _level(written: str) -> str:
    return f"“{written}”不是级别。请填省、市、县、乡镇或部门。"


_EXPLAIN = {"code": _code, "url": _url, "level": _level}


def _general(detail: ErrorDetails) -> str:
    written = detail["input"]
    match detail["type"]:
        case "extra_forbidden":
            words = register_words()
            known = words.headers if len(detail["loc"]) == 1 else words.fields
            name = str(detail["loc"][-1])
            near = [words.header(name) or "", *difflib.get_close_matches(name, known, n=1)]
            meant = next(filter(None, near), None)
            return "没有这个字段。" + (f"是不是 {meant}？" if meant else "请删去，或对照说明改正。")
        case "int_parsing" | "int_type" | "greater_than":
            return f"“{written}”不是大于 0 的整数。请填天数。"
        case "date_from_datetime_parsing" | "date_parsing" | "date_type":
            return f"“{written}”不是日期。请写成 2026-12-31 的样子。"
        case "string_too_short":
            return "不能为空。请补上。"
        case "string_type":
            return "应是一段文字，不是列表，也不分项。请写成一行。"
        case "tuple_type" | "model_type" | "model_attributes_type" | "dict_type":
            return "写法不对。请写成列表，每项是“名称: 值”。"
        case _:
            return f"“{written}”不能用。请对照说明改正。"


def _unknown_names(values: Mapping[str, Any]) -> Iterator[str]:
    for number, kind in _named(values.get("columns"), "type"):
        if kind not in column_types():
            yield f"栏目第 {number} 项的类型：没有“{kind}”这个类型。{_did_you_mean(kind, column_types())}"
    for number, check in _named(values.get("exempt"), "check"):
        if check not in load_rules():
            hint = _did_you_mean(check, load_rules())
            yield f"不适用的检查项第 {number} 项：没有“{check}”这个检查项。{hint}"


def _named(entries: object, key: str) -> Iterator[tuple[int, str]]:
    """Number and name of each entry that has one; what has none is told by its model."""
    for number, entry in enumerate(entries if isinstance(entries, list) else (), 1):
        if isinstance(entry, Mapping) and isinstance(entry.get(key), str) and entry[key].strip():
            yield number, entry[key].strip()


def _did_you_mean(written: str, known: Mapping[str, Any]) -> str:
    near = difflib.get_close_matches(written, known, n=3, cutoff=0.4)
    return f"是不是 {'、'.join(near)}？" if near else f"可用的有：{'、'.join(known)}。"
