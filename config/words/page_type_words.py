"""Reads `page_types.toml`: the words of letters, consultations, guides, replies and catalogues."""

import functools
import tomllib
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, ValidationError

from config.errors import ConfigError

Synonyms = dict[str, tuple[str, ...]]
"""Field or element -> its labels."""


class _Words(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LetterWords(_Words):
    """A public mailbox and its letters."""

    places: tuple[str, ...]
    not_places: tuple[str, ...]
    answered: tuple[str, ...]
    pending: tuple[str, ...]
    no_reply: frozenset[str]
    labels: Synonyms


class ConsultationWords(_Words):
    """A consultation of the public and its outcome."""

    titles: tuple[str, ...]
    about: tuple[str, ...]
    not_titles: tuple[str, ...]
    results: tuple[str, ...]
    no_result: frozenset[str]
    ends: tuple[str, ...]
    starts: tuple[str, ...]


class GuideWords(_Words):
    """A service guide's elements."""

    titles: tuple[str, ...]
    not_titles: tuple[str, ...]
    """Guides to something else, and what names the same parts."""
    least_labels: int
    """So many different labels make a guide of any page."""
    least_labels_named: int
    """So many suffice where title or breadcrumb names it a guide."""
    elements: Synonyms


class ReplyWords(_Words):
    """A reply to a proposal."""

    answers_to: tuple[str, ...]
    called: tuple[str, ...]
    not_titles: tuple[str, ...]
    nameless: frozenset[str]
    """Sources that name nobody."""
    labels: Synonyms


class CatalogueWords(_Words):
    """A catalogue of disclosure items."""

    least_elements: int
    least_open_cells: int
    open_word: str
    sub_headers: frozenset[str]
    elements: Synonyms


class PageTypeWords(_Words):
    """All of `page_types.toml`."""

    letter: LetterWords
    consultation: ConsultationWords
    guide: GuideWords
    reply: ReplyWords
    catalogue: CatalogueWords


@functools.cache
def page_type_words() -> PageTypeWords:
    """The words of `config/words/page_types.toml`. Raises `ConfigError` naming the key that is wrong."""
    raw = tomllib.loads(files("config.words").joinpath("page_types.toml").read_text("utf-8"))
    try:
        return PageTypeWords(**raw)
    except ValidationError as error:
        key = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise ConfigError("config/words/page_types.toml", f"“{key}”不对。", "请对照 PageTypeWords 改正。") from error
