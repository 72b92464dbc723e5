"""Reads `rehearsal.toml`: the words of the veto rehearsal."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict


class RehearsalSentences(BaseModel):
    """Format strings over site, name, counted, value, line and unit."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    met: str
    passed: str
    """As `met`, where the line itself still passes."""
    near: str
    measured: str
    unknown: str


class RehearsalWords(BaseModel):
    """What the rehearsal says."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    account: str
    """What an account is called, by its platform and name."""
    counted: Mapping[str, str]
    """Id of a veto -> what its value counts."""
    sentences: RehearsalSentences


@cache
def load_rehearsal_words() -> RehearsalWords:
    """The words as installed."""
    text = files("config").joinpath("words/rehearsal.toml").read_text("utf-8")
    return RehearsalWords.model_validate(tomllib.loads(text))
