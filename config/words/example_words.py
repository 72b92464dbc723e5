"""Reads `examples.toml`: what the things that an example shows beside its pages are called."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict


class ExampleWords(BaseModel):
    """Name of a field, or code -> Chinese words."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    fields: Mapping[str, str]
    codes: Mapping[str, str]


@cache
def load_example_words() -> ExampleWords:
    """The words as installed."""
    text = files("config").joinpath("words/examples.toml").read_text("utf-8")
    return ExampleWords.model_validate(tomllib.loads(text))
