"""Names everything that decides what a page is found to be, so that pages which other rules judged are judged anew."""

import functools
from collections.abc import Iterator
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

from config.settings import Settings

_FLOORS = ("checks", "config")
_ENDINGS = (".py", ".toml", ".tsv", ".txt", ".yaml")


def rule_stamp(settings: Settings) -> str:
    """A digest of the rules, their words and limits, and what this installation sets over them."""
    return f"{_shipped()}-{blake2b(repr(sorted(settings.checks.items())).encode(), digest_size=8).hexdigest()}"


@functools.cache
def _shipped() -> str:
    digest = blake2b(digest_size=8)
    for floor in _FLOORS:
        for file in _below(files(floor)):
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _below(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _below(entry)
        elif entry.name.endswith(_ENDINGS):
            yield entry
