"""Reads `document.toml`: the words by which a policy document is told."""

import functools
import re
import tomllib
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, ValidationError

from config.errors import ConfigError


class _Words(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class BlockWords(_Words):
    """What makes a block of labelled fields."""

    needs_one_of: frozenset[str]
    least_fields: int
    none_words: frozenset[str]


class NumberWords(_Words):
    """Names of document series."""

    government_series: tuple[str, ...]
    normative_series: tuple[str, ...]


class PolicyWords(_Words):
    """What tells a policy document's title from news and notices."""

    kinds: tuple[str, ...]
    carriers: tuple[str, ...]
    carrying_verbs: tuple[str, ...]
    numbered_kinds: tuple[str, ...]
    not_in_title: tuple[str, ...]
    subjects: frozenset[str]
    """Those of `not_in_title` that rules may be about."""
    rules: re.Pattern[str]
    """Titles of rules."""
    news_verbs: tuple[str, ...]
    event_words: tuple[str, ...]


class NormativeWords(_Words):
    """What marks a normative document."""

    words: tuple[str, ...]
    not_words: tuple[str, ...]


class ValidityWords(_Words):
    """States that a document may be in."""

    states: tuple[str, ...]


class DisclosureWords(_Words):
    """Marks such as 此件公开发布."""

    marks: tuple[str, ...]


class DocumentWords(_Words):
    """All of `document.toml`."""

    labels: dict[str, tuple[str, ...]]
    """Field -> its labels without inner spaces; the first one with a value wins."""
    block: BlockWords
    number: NumberWords
    policy: PolicyWords
    normative: NormativeWords
    validity: ValidityWords
    disclosure: DisclosureWords


@functools.cache
def document_words() -> DocumentWords:
    """The words of `config/words/document.toml`. Raises `ConfigError` naming the key that is wrong."""
    raw = tomllib.loads(files("config.words").joinpath("document.toml").read_text("utf-8"))
    try:
        return DocumentWords(**raw)
    except ValidationError as error:
        key = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise ConfigError("config/words/document.toml", f"“{key}”不对。", "请对照 DocumentWords 改正。") from error
