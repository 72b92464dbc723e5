"""Reads `answers.toml`: what tells an answer that is not what it seems."""

import functools
import re
import tomllib
from importlib.resources import files
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from config.errors import ConfigError

AnyCase = Annotated[re.Pattern[str], BeforeValidator(lambda words: re.compile(words, re.IGNORECASE))]
"""An expression for letters of either case."""


class _Words(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class NotFoundWords(_Words):
    """What error pages call themselves."""

    titles: tuple[AnyCase, ...]
    longest_text: int
    messages: tuple[re.Pattern[str], ...]
    """Sentences of pages that say nothing else."""
    longest_message: int


class ClosedWords(_Words):
    """What stands in place of a site that is closed, or was never put there."""

    messages: tuple[AnyCase, ...]
    longest_text: int
    most_links: int


class WallWords(_Words):
    """What walls against robots show."""

    statuses: frozenset[int]
    doubtful_statuses: frozenset[int]
    bodies: tuple[str, ...]
    headers: tuple[str, ...]
    longest_text: int


class LoginWords(_Words):
    """What pages show that ask who one is."""

    paths: tuple[AnyCase, ...]
    titles: tuple[AnyCase, ...]


class AnswerWords(_Words):
    """All of `answers.toml`."""

    not_found: NotFoundWords
    closed: ClosedWords
    wall: WallWords
    login: LoginWords


@functools.cache
def load_answer_words() -> AnswerWords:
    """The words, their expressions compiled. Raises `ConfigError` where the file does not fit."""
    text = files("config.words").joinpath("answers.toml").read_text(encoding="utf-8")
    try:
        return AnswerWords.model_validate(tomllib.loads(text))
    except (ValidationError, tomllib.TOMLDecodeError, re.error) as error:
        raise ConfigError("config/words/answers.toml", f"写得不对（{error}）。", "请对照文件里的说明改正。") from error
