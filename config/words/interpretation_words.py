"""Reads `interpretation.toml`: which documents call for an interpretation, and what gives an interpretation away."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict


class InterpretationWords(BaseModel):
    """Words and patterns over titles, issuers and document numbers."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    interpretation_words: tuple[str, ...]
    """Words by which a title gives itself away as an interpretation's."""
    drafts: tuple[str, ...]
    """Words of titles of drafts, which are no documents yet."""
    called_for: re.Pattern[str]
    """Titles that call for an interpretation even where no number was found."""
    none_called: tuple[re.Pattern[str], ...]
    """Titles of kinds that call for none."""
    national_organ: re.Pattern[str]
    province_organ: re.Pattern[str]
    city_organ: re.Pattern[str]
    """How names of issuers, and titles, of each rank begin; the group is the city's name."""


@cache
def load_interpretation_words() -> InterpretationWords:
    """The words as installed."""
    text = files("config").joinpath("words/interpretation.toml").read_text("utf-8")
    return InterpretationWords.model_validate(tomllib.loads(text))
