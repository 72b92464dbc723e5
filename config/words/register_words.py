"""Reads `register.toml` and `ledger.toml`: how registers of sites and ledgers of accounts name fields and levels."""

import functools
import re
import tomllib
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

_NOISE = re.compile(r"[\s*＊]+|[（(].*?[)）]")


class RegisterWords(BaseModel):
    """Our name of a field, level or state -> the ways in which files write it."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    headers: dict[str, tuple[str, ...]]
    levels: dict[str, tuple[str, ...]] = {}
    states: dict[str, tuple[str, ...]] = {}
    fields: dict[str, str]
    """Our name of a field -> its name in messages."""

    def header(self, written: str) -> str | None:
        """The field that a table's heading means; None: none of ours."""
        return _look_up(self.headers, written)

    def level(self, written: str) -> str | None:
        """The level that a word means; None: none of ours."""
        return _look_up(self.levels, written)

    def state(self, written: str) -> str | None:
        """The state of an account that a word means; None: none of ours."""
        return _look_up(self.states, written)


def _look_up(table: dict[str, tuple[str, ...]], written: str) -> str | None:
    plain = _NOISE.sub("", written).lower()
    return next((ours for ours, ways in table.items() if plain in ways), None)


@functools.cache
def register_words() -> RegisterWords:
    """The words of registers of sites."""
    return _load("register.toml")


@functools.cache
def ledger_words() -> RegisterWords:
    """The words of ledgers of new-media accounts."""
    return _load("ledger.toml")


def _load(name: str) -> RegisterWords:
    return RegisterWords.model_validate(tomllib.loads(files("config.words").joinpath(name).read_text("utf-8")))
