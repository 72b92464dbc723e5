"""Reads `config/words/terms.toml`: the words for codes that observations carry."""

import functools
import tomllib
from importlib.resources import files
from typing import Literal

from pydantic import TypeAdapter

TermTable = Literal["outcomes", "files", "http", "kinds", "repairs"]


@functools.cache
def load_terms() -> dict[TermTable, dict[str, str]]:
    """Table name -> code -> Chinese words."""
    text = files("config").joinpath("words/terms.toml").read_text("utf-8")
    return TypeAdapter(dict[TermTable, dict[str, str]]).validate_python(tomllib.loads(text))
