"""Reads `interpretation.toml`: which documents call for an interpretation, and what gives an interpretation away."""

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict


class InterpretationWords(BaseModel):
    """Words of, and expressions over, titles, issuers and document numbers.

    The expressions are left as they stand: `re` compiles them when a document first asks, and many sites show none.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    interpretation_words: tuple[str, ...]
    """Words by which a title gives itself away as an interpretation's."""
    drafts: tuple[str, ...]
    """Words of titles of drafts, which are no documents yet."""
    repealed: str
    """How the validity of a document begins that is in force no more."""
    called_for: str
    """Titles that call for an interpretation even where no number was found."""
    none_called: tuple[str, ...]
    """Titles of kinds that call for none."""
    national_organ: str
    province_organ: str
    city_organ: str
    """How names of issuers, and titles, of each rank begin; the group is the city's name."""


@cache
def load_interpretation_words() -> InterpretationWords:
    """The words as installed."""
    text = files("config").joinpath("words/interpretation.toml").read_text("utf-8")
    return InterpretationWords.model_validate(tomllib.loads(text))
