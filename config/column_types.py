"""The taxonomy of column types, read from `standards/column-types.yaml`."""

import math
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from config.errors import ConfigError
from config.mistakes import expected
from config.sites import Site

FILE: Final = Path(__file__).parent / "standards" / "column-types.yaml"
_SPACES = re.compile(r"\s+")
_HOME = "home_page"
"""The home page is no column: its name in a list of columns only leads back to it."""


class ColumnType(BaseModel):
    """One type of column. The file's other keys (source, note) are for readers of the file."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    name: str
    patterns: tuple[str, ...] = Field(min_length=1)
    """Words of a column's name that point to this type."""
    bucket: Literal["news", "notice", "should", "none"]
    """How a stale column is counted (W4.1, W4.2, never)."""
    max_age_days: int | None
    """None: no rule about its age."""
    basis: Literal["national", "local", "derived"]
    """Whose rule the age is: the country's, a place's, or one worked out from other rules."""


@cache
def column_types() -> Mapping[str, ColumnType]:
    """Every type by its id, in the file's order. Raises `ConfigError` when the file is wrong."""
    return read_column_types(FILE)


def read_column_types(file: Path) -> Mapping[str, ColumnType]:
    """Read one taxonomy file. Raises `ConfigError` naming the file and the entry."""
    entries = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    try:
        types = TypeAdapter(tuple[ColumnType, ...]).validate_python(entries["types"])
    except (KeyError, TypeError) as error:
        raise ConfigError(str(file), "缺少栏目类型表“types”。", "请恢复该文件后重试。") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise ConfigError(str(file), f"第“{place}”项不对（{expected(first)}）。", "请改正后重试。") from error
    return {entry.id: entry for entry in types}


def type_told(type_id: str | None) -> str:
    """A type as people read it, with the id that they write into the register: 通知公告（notice）."""
    known = column_types().get(type_id or "")
    return f"{known.name}（{known.id}）" if known else type_id or "未识别"


def lax_columns(site: Site) -> Iterator[str]:
    """Yield each column that the profile allows to be older than the country's rule for its type: “通知公告”400 天."""
    for column in site.columns:
        kind = column_types()[column.type]
        if kind.basis == "national" and (column.max_age_days or 0) > (kind.max_age_days or math.inf):
            yield f"“{column.name}”{column.max_age_days} 天（规定 {kind.max_age_days} 天）"


@lru_cache(maxsize=4096)
def match_type(name: str) -> ColumnType | None:
    """Return the type that a column's name points to, or None.

    A name that is a type's own name or pattern wins at once. Otherwise the longest pattern inside the name wins; of
    equally long ones that which ends last, as Chinese puts the head of a phrase at its end.
    """
    plain = _SPACES.sub("", name)
    hits = [(word == plain, len(word), plain.rfind(word) + len(word), kind) for word, kind in _words() if word in plain]
    return max(hits, key=lambda hit: hit[:3])[3] if hits else None


@cache
def _words() -> tuple[tuple[str, ColumnType], ...]:
    return tuple(_pairs())


def _pairs() -> Iterator[tuple[str, ColumnType]]:
    for kind in column_types().values():
        if kind.id != _HOME:
            yield from ((word, kind) for word in dict.fromkeys((*kind.patterns, kind.name)))
