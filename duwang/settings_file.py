"""The text of a new `duwang.toml`: every setting with its default and a line of explanation."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from config.settings import Settings

_HEAD = """\
# 读网的设置。每项前面有说明，行首带 # 的是默认值：去掉 # 再改即可，不改的保持原样。
# 同名环境变量优先于本文件，例如 DUWANG_PROCESSES=4、DUWANG_FETCH__CONCURRENCY=4。
"""
_ELSEWHERE = {"home"}
"""The workspace cannot be named by the file that lies in it."""


def settings_file() -> str:
    """Generate the file from the settings' own schema, so that it names all of them and nothing else."""
    return _HEAD + "\n".join(_lines(Settings, "")) + "\n"


def _lines(model: type[BaseModel], table: str) -> Iterator[str]:
    nested = []
    for name, field in model.model_fields.items():
        if isinstance(field.default, BaseModel):
            nested.append((name, field))
        elif name not in _ELSEWHERE:
            yield from ("", f"# {field.description}", f"# {name} = {_toml(_shown(field))}")
    for name, field in nested:
        path = f"{table}.{name}" if table else name
        yield from ("", f"# {field.description}", f"[{path}]")
        yield from _lines(type(field.default), path)


def _shown(field: FieldInfo) -> Any:
    """The default; an example where the default is empty and would not show how to write it."""
    return field.examples[0] if field.examples else field.default


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        pairs = ", ".join(f"{json.dumps(key)} = {_toml(item)}" for key, item in value.items())
        return f"{{ {pairs} }}"
    return str(value) if isinstance(value, date) else json.dumps(value, ensure_ascii=False)
