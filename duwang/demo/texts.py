"""The demo's own words: `content/*.yaml`, with the site's names filled in."""

import functools
from dataclasses import asdict
from importlib.resources import files
from typing import Any

import yaml

from duwang.demo.model import Identity


@functools.cache
def load(name: str) -> Any:
    """One file of `content`, parsed once."""
    return yaml.safe_load(files("duwang.demo").joinpath("content", f"{name}.yaml").read_text("utf-8"))


def filler(identity: Identity) -> dict[str, str]:
    """The names that the texts leave open."""
    return {key: str(value) for key, value in asdict(identity).items()}


def fill(value: Any, names: dict[str, str]) -> Any:
    """Put the site's names into every string of a piece of content."""
    if isinstance(value, str):
        return value.format_map(names)
    if isinstance(value, list):
        return [fill(one, names) for one in value]
    if isinstance(value, dict):
        return {key: fill(one, names) for key, one in value.items()}
    return value


def content(name: str, identity: Identity) -> Any:
    """One file of `content` as this site would have written it."""
    return fill(load(name), filler(identity))


@functools.cache
def identities() -> tuple[Identity, ...]:
    """The six sites of the invented city."""
    return tuple(Identity(**{**entry, "framed": tuple(entry.get("framed", ()))}) for entry in load("city")["sites"])
