"""Dataclasses of the lower floors <-> JSON values, as JSON columns keep them."""

import functools
from typing import Any, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")


@functools.cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def to_json(value: Any) -> Any:
    """JSON values of a dataclass or model; what stands at its default is left out."""
    kind: Any = type(value)
    return _adapter(kind).dump_python(value, mode="json", exclude_defaults=True)


def from_json(kind: type[T], value: Any) -> T:
    """The value again; raises `pydantic.ValidationError` where it does not fit."""
    wanted: Any = kind
    found: T = _adapter(wanted).validate_python(value)
    return found
