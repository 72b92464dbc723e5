"""Reads `handbook.toml`: the words of the rule handbook."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict


class HandbookWords(BaseModel):
    """Code -> Chinese words."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    families: Mapping[str, str]
    """In the handbook's order."""
    subjects: Mapping[str, str]
    looks: Mapping[str, str]
    limits: Mapping[str, str]
    """Name of a limit -> what it means, whichever rule has it."""


@cache
def load_handbook_words() -> HandbookWords:
    """The words as installed."""
    text = files("config").joinpath("words/handbook.toml").read_text("utf-8")
    return HandbookWords.model_validate(tomllib.loads(text))
