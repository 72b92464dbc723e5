"""Reads `relation.toml`: how documents and interpretations point at each other."""

import functools
import tomllib
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from config.errors import ConfigError


class _Words(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LinkWords(_Words):
    """What links, titles and columns are called."""

    interpretation: tuple[str, ...]
    titles: tuple[str, ...]
    columns: frozenset[str]
    explanation: tuple[str, ...]
    """Of an explanation that stands on the document's own page."""
    back: tuple[str, ...]


class Likeness(_Words):
    """When two titles are about one document."""

    least: int = Field(ge=0, le=100)
    """Of 100."""


class RelationWords(_Words):
    """All of `relation.toml`."""

    labels: dict[str, tuple[str, ...]]
    """interpretation, document, either -> the headings before such links."""
    words: LinkWords
    likeness: Likeness


@functools.cache
def relation_words() -> RelationWords:
    """The words of `config/words/relation.toml`. Raises `ConfigError` naming the key that is wrong."""
    raw = tomllib.loads(files("config.words").joinpath("relation.toml").read_text("utf-8"))
    try:
        return RelationWords(**raw)
    except ValidationError as error:
        key = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise ConfigError("config/words/relation.toml", f"“{key}”不对。", "请对照 RelationWords 改正。") from error
