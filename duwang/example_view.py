"""What of an example is shown, before it has a format: the terminal and the handbook say the same."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from checks.message import cause, day, kind
from config.example_file import DAY, Example, Scene
from config.words.example_words import load_example_words
from config.words.handbook_words import load_handbook_words
from dashboards.wording import LEVELS, SEVERITIES, VERDICTS

EXAMPLES_ARE = (
    f"除另写明的以外，读网日期为{day(DAY)}，参数用默认值。不算问题的例子，与它前面的不合格的例子只差所写之处。"
    "全部例子都作为测试运行。"
)
"""What holds for all examples."""
_NONE = "无"


@dataclass(frozen=True, slots=True)
class PassingShown:
    """What passes, and by which difference."""

    text: str
    changes: tuple[tuple[str, str], ...]
    """What stands in the failing example, and what stands here instead; HTML."""
    lines: tuple[str, ...]
    pages: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ExampleShown:
    """A failing example and what passes instead."""

    text: str
    lines: tuple[str, ...]
    """What was seen beside pages, a sentence each."""
    pages: tuple[tuple[str, str], ...]
    """Address and HTML."""
    says: str
    """The finding's sentence; after it a severity that is not the rule's own, and a verdict that is not sure."""
    passes: tuple[PassingShown, ...]


def example_shown(example: Example) -> ExampleShown:
    """An example as people read it."""
    verdict = VERDICTS[example.verdict] if example.verdict != "confirmed" else ""
    grade = "，".join(filter(None, (SEVERITIES[example.severity] if example.severity else "", verdict)))
    limits = load_handbook_words().limits
    set_here = [f"{limits[name]}：{_told(name, value)}" for name, value in example.limits.items()]
    return ExampleShown(
        text=example.text,
        lines=(*_today(example.today), *set_here, *_lines(example.seen)),
        pages=tuple(example.addresses().items()),
        says=f"{example.says}（{grade}）" if grade else example.says,
        passes=tuple(_passing_shown(example)),
    )


def change_told(old: str, new: str, code: Callable[[str], str]) -> str:
    """A difference in words; `code` sets markup off from them."""
    if not new:
        return f"删去{code(old)}"
    if new.startswith(old):
        return f"在{code(old)}之后加上{code(new.removeprefix(old))}"
    if new.endswith(old):
        return f"在{code(old)}之前加上{code(new.removesuffix(old))}"
    return f"{code(old)}换成{code(new)}"


def _passing_shown(example: Example) -> Iterable[PassingShown]:
    for passing in example.passes:
        own = Scene(pages=passing.pages, seen={**example.seen, **passing.seen}).addresses()
        yield PassingShown(
            text=passing.text,
            changes=tuple(passing.change.items()),
            lines=(*_today(passing.today or DAY), *_lines(passing.seen)),
            pages=tuple(own.items()),
        )


def _today(today: date) -> tuple[str, ...]:
    return () if today == DAY else (f"读网日期：{day(today)}",)


def _lines(seen: Mapping[str, Any]) -> tuple[str, ...]:
    """A line a thing: 证书：到期 2026年12月20日."""
    return tuple(
        f"{_field(name)}：{_told(name, one)}" for name, value in seen.items() for one in (_each(value) or (_NONE,))
    )


def _each(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else (value,)


def _told(name: str, value: Any) -> str:
    if isinstance(value, Mapping):
        return "；".join(_within(key, inner) if key != name else inner for key, inner in value.items())
    if isinstance(value, list | tuple):
        return "、".join(_told(name, inner) for inner in value) or _NONE
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return day(value.date())
    if isinstance(value, date):
        return day(value)
    return _word(name, str(value))


def _within(name: str, value: Any) -> str:
    """A field with its name; a thing inside a thing stands in brackets."""
    told = _told(name, value)
    holds_things = any(isinstance(one, Mapping) for one in _each(value))
    return f"{_field(name)}（{told}）" if holds_things else f"{_field(name)} {told}".lstrip()


def _word(name: str, value: str) -> str:
    if name in ("outcome", "tries"):
        return cause(value)
    if name == "kind":
        return kind(value)
    codes = {"level": LEVELS, "error": load_example_words().codes}.get(name, {})
    return codes.get(value, value)


def _field(name: str) -> str:
    return load_example_words().fields[name]
