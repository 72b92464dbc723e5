"""Names everything that decides what a page is found to be, so that pages which other rules judged are judged anew."""

import functools
import os
from collections.abc import Iterator
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from config.settings import Settings

_FLOORS = ("checks", "config")
_ENDINGS = (".py", ".toml", ".tsv", ".txt", ".yaml")


def rule_stamp(settings: Settings) -> str:
    """A digest of the rules, their words and limits, and what this installation sets over them, its lists included."""
    own = blake2b(repr(sorted(settings.checks.items())).encode(), digest_size=8)
    for file in _files_named(settings):
        own.update(file.read_bytes())
    return f"{_shipped()}-{own.hexdigest()}"


def _files_named(settings: Settings) -> Iterator[Path]:
    """The office's own lists of words: the path of one stays the same when somebody adds a word."""
    for limits in settings.checks.values():
        for value in limits.values():
            for entry in value if isinstance(value, list) else ():
                if isinstance(entry, str) and os.path.isfile(settings.home / entry):
                    yield settings.home / entry


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
