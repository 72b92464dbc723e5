"""The office's own table of holidays and make-up days, from `workdays.toml`, over what the calendar package knows."""

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, ValidationError

from config.errors import ConfigError
from config.mistakes import expected, no_toml

PLACE = "config/workdays.toml"


class WorkdayTable(BaseModel):
    """Days that differ from the plain week; what is written here wins."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    years: frozenset[int] = frozenset()
    """Years whose arrangement is entered in full."""
    holidays: frozenset[date] = frozenset()
    workdays: frozenset[date] = frozenset()


def parse_workdays(text: str) -> WorkdayTable:
    """Read a table's TOML. Raises `ConfigError` naming the key."""
    try:
        table = WorkdayTable(**tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(PLACE, no_toml(error), "请检查引号、方括号和等号。") from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        remedy = "可用的键：years、holidays、workdays，日期写作 2027-01-01。"
        raise ConfigError(PLACE, f"“{key}”不对（{expected(first)}）。", remedy) from error
    for day in sorted(table.holidays & table.workdays):
        raise ConfigError(PLACE, f"{day} 既是假日又是工作日。", "请只保留一处。")
    return table


@cache
def load_workdays() -> WorkdayTable:
    """The table as installed."""
    return parse_workdays(files("config").joinpath("workdays.toml").read_text("utf-8"))
