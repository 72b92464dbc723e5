"""Reads the official tables of `config/standards/*.yaml` as they stand; typed loaders build on it."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def read_standard(name: str) -> dict[str, Any]:
    """The table `config/standards/<name>.yaml`. Shared by all callers: nobody may change it."""
    text = files("config").joinpath(f"standards/{name}.yaml").read_text("utf-8")
    table: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return table
