"""Reads the word lists beside this module, and an office's own of the same form."""

import functools
import re
import tomllib
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal, NamedTuple, cast, get_args

from config.errors import ConfigError, told
from config.settings import workspace

Grade = Literal["severe", "typo", "usage", "forbidden", "required"]
_GRADES: tuple[Grade, ...] = get_args(Grade)


class Expression(NamedTuple):
    """One wrong way to write something.

    For grade `required`, `wrong` is the trigger and `right` the form that must stand on the same page.
    """

    wrong: str
    right: str
    grade: Grade
    not_after: tuple[str, ...] = ()
    """Where one of these goes before, `wrong` is not a word: 严峻|工作 is no 峻工."""
    not_before: tuple[str, ...] = ()
    """Where one of these follows, `wrong` is not a word: 干部|暑期 is no 部暑."""


class Placeholders(NamedTuple):
    """What editors leave behind."""

    titles: frozenset[str]
    runs: tuple[str, ...]
    unfinished: re.Pattern[str]
    """What a text says that is to come yet, its punctuation left out."""
    residue: tuple[str, ...]


class Spam(NamedTuple):
    """What planted links look like."""

    words: re.Pattern[str]
    hosts: re.Pattern[str]
    spared_hosts: tuple[str, ...]
    institutions: tuple[str, ...]
    reports: re.Pattern[str]
    """Words of a link that is news about such things."""
    online: re.Pattern[str]
    """Words that hold one of the institutions' words, and name none."""
    parked: re.Pattern[str]
    against: re.Pattern[str]


def _source(name: str | Path) -> Traversable:
    """A path that is not absolute begins in the workspace, wherever the program was started."""
    return files("config.words").joinpath(name) if isinstance(name, str) else workspace() / name


def load_lines(name: str | Path) -> tuple[str, ...]:
    """One entry a line, comments (#) and blank lines left out.

    `name` is a file of this folder, or the path of an office's own list. Raises `ConfigError` for a file that cannot
    be read.
    """
    try:
        lines = _source(name).read_text("utf-8-sig").splitlines()
    except OSError as error:
        raise ConfigError(str(name), f"读不到这个文件（{told(error)}）。", "请核对路径和权限。") from error
    except UnicodeDecodeError as error:
        raise ConfigError(str(name), "不是 UTF-8 编码。", "请另存为 UTF-8 编码的文本文件。") from error
    return tuple(stripped for line in lines if (stripped := line.strip()) and not stripped.startswith("#"))


def load_expressions(name: str | Path = "wrong_expressions.tsv") -> tuple[Expression, ...]:
    """Read wrong expressions: wrong, right, grade and, if need be, what may not stand before and after, parted by tabs.

    Raises `ConfigError` naming the file and the line.
    """
    return tuple(_expression(line, str(name)) for line in load_lines(name))


def _expression(line: str, name: str) -> Expression:
    fields = list(map(str.strip, line.split("\t")))
    if not 3 <= len(fields) <= 5 or not fields[0] or fields[2] not in _GRADES:
        raise ConfigError(
            name,
            f"“{line}”这一行不对。",
            f"每行三至五项，用制表符隔开：错误写法、正确写法、级别（{'、'.join(_GRADES)}）、前面不能是、后面不能是。",
        )
    wrong, right, grade, *context = fields
    return Expression(wrong, right, cast(Grade, grade), *map(_listed, context))


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split("、")) if words else ()


def _load_toml(name: str) -> dict[str, list[str]]:
    return tomllib.loads(files("config.words").joinpath(name).read_text("utf-8"))


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in words), re.I)


@functools.cache
def load_spam() -> Spam:
    """What `hidden-link` looks for."""
    raw = _load_toml("spam.toml")
    return Spam(
        words=_any_of(raw["words"]),
        hosts=_any_of(raw["hosts"]),
        spared_hosts=tuple(raw["spared_hosts"]),
        institutions=tuple(raw["institutions"]),
        reports=re.compile("|".join(raw["reports"])),
        online=re.compile("|".join(raw["online"])),
        parked=_any_of(raw["parked"]),
        against=_any_of(raw["against"]),
    )


@functools.cache
def load_placeholders() -> Placeholders:
    """What `placeholder-text` and `layout-residue` look for."""
    raw = _load_toml("placeholders.toml")
    return Placeholders(
        titles=frozenset(title.lower() for title in raw["titles"]),
        runs=tuple(raw["runs"]),
        unfinished=re.compile("|".join(raw["unfinished"])),
        residue=tuple(raw["residue"]),
    )
