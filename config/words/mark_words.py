"""Reads `marks.toml`: the words by which a footer's marks are told."""

import functools
import tomllib
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, ValidationError

from config.errors import ConfigError


class _Words(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class OrganizerWords(_Words):
    """How a footer names the body behind the site."""

    organizer: tuple[str, ...]
    authority: tuple[str, ...]
    owner: tuple[str, ...]
    bodies: tuple[str, ...]
    next_labels: tuple[str, ...]


class ContactWords(_Words):
    """How a footer says where to turn."""

    phones: tuple[str, ...]
    addresses: tuple[str, ...]
    mails: tuple[str, ...]
    pages: tuple[str, ...]


class SiteMapWords(_Words):
    """What a link to the site map is called."""

    words: tuple[str, ...]


class BadgeWords(_Words):
    """What the badges' code looks like."""

    party: tuple[str, ...]
    party_pictures: tuple[str, ...]
    error_report: tuple[str, ...]


class ElsewhereWords(_Words):
    """Regular expressions for the names by which a page fetches its footer."""

    scripts: str
    containers: str
    comments: str


class MarkWords(_Words):
    """All of `marks.toml`."""

    organizer: OrganizerWords
    contact: ContactWords
    site_map: SiteMapWords
    badge: BadgeWords
    elsewhere: ElsewhereWords


@functools.cache
def mark_words() -> MarkWords:
    """The words of `config/words/marks.toml`. Raises `ConfigError` naming the key that is wrong."""
    raw = tomllib.loads(files("config.words").joinpath("marks.toml").read_text("utf-8"))
    try:
        return MarkWords(**raw)
    except ValidationError as error:
        key = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise ConfigError("config/words/marks.toml", f"“{key}”不对。", "请对照 MarkWords 改正。") from error
