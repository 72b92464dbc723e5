"""What a rule's page says, before it has a format: one value for the terminal, JSON and the handbook."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import to_jsonable_python

from checks.bounds import told
from config.column_types import column_types
from config.example_file import Example, load_examples
from config.indicators import load_indicators
from config.mandatory_content import load_mandatory
from config.meta_tags import required_tags
from config.rule_file import RuleData, Severity
from config.words.handbook_words import load_handbook_words
from dashboards.wording import LEVELS, SEVERITIES
from duwang.example_view import ExampleShown, example_shown

_HOLE = re.compile(r"\{\w+\}")
_NONE = "无"
_FREE = "没有规定"
"""Of a limit that no clause sets: an installation may move it as it likes."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of a page."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class RulePage:
    """A rule as people read it."""

    id: str
    title: str
    family: str
    facts: tuple[tuple[str, str], ...]
    """Label and text, a line each."""
    sections: tuple[tuple[str, str], ...]
    """Heading and text."""
    examples: tuple[ExampleShown, ...]
    grids: tuple[Grid, ...]


def rule_page(rule: RuleData, own: Mapping[str, Any] | None = None) -> RulePage:
    """The page of a rule; `own` are the limits that this installation sets over the rule's."""
    words = load_handbook_words()
    indicator = load_indicators()[rule.indicator]
    urgent = "，须立即处置" if rule.urgent else ""
    facts = (
        ("检查指标", f"{indicator.id} {indicator.name}"),
        ("严重程度", SEVERITIES[rule.severity] + urgent),
        ("整改期限", f"{rule.due_days} 个工作日"),
        ("检查范围", words.looks[rule.looks_at]),
        ("问题对象", words.subjects[rule.subject]),
        ("依据", rule.clause),
        ("出处", rule.source),
    )
    messages = dict.fromkeys((rule.message, *rule.messages.values()))
    sections = (
        ("说什么", "\n".join(_HOLE.sub("……", message) for message in messages)),
        ("为什么", rule.why),
        ("怎么改", rule.fix),
    )
    return RulePage(
        id=rule.id,
        title=rule.title,
        family=words.families[rule.family],
        facts=facts,
        sections=sections,
        examples=tuple(example_shown(example) for example in load_examples(rule)),
        grids=tuple(_grids(rule, own or {})),
    )


def rule_object(rule: RuleData, own: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The same as a JSON object; limits as they hold in this installation."""
    words = load_handbook_words()
    indicator = load_indicators()[rule.indicator]
    default = to_jsonable_python(rule.limits)
    limits = {**default, **to_jsonable_python(own or {})}
    return {
        "id": rule.id,
        "title": rule.title,
        "family": rule.family,
        "severity": rule.severity,
        "urgent": rule.urgent,
        "due_days": rule.due_days,
        "indicator": {"id": indicator.id, "name": indicator.name},
        "clause": rule.clause,
        "source": rule.source,
        "looks_at": rule.looks_at,
        "subject": rule.subject,
        "message": rule.message,
        "why": rule.why,
        "fix": rule.fix,
        "limits": [
            {
                "name": name,
                "meaning": words.limits.get(name, ""),
                "value": value,
                "default": default.get(name),
                "bounds": {key: told(bound) for key, bound in rule.bounds.items() if key.partition(".")[0] == name},
            }
            for name, value in limits.items()
        ],
        "examples": [_example_object(example, rule.severity) for example in load_examples(rule)],
    }


def _example_object(example: Example, severity: Severity) -> dict[str, Any]:
    told = {
        "text": example.text,
        "says": example.says,
        "verdict": example.verdict,
        "severity": example.severity or severity,
    }
    return {**told, **example.model_dump(mode="json", exclude_defaults=True)}


def _grids(rule: RuleData, own: Mapping[str, Any]) -> Iterable[Grid]:
    if rule.limits:
        yield _limits(rule, own)
    if rule.standard == "column-types":
        yield _column_types()
    elif rule.standard == "mandatory-content":
        yield _mandatory(footer=rule.id == "footer-mark-missing")
    elif rule.standard == "meta-tags":
        yield _meta_tags()


def _limits(rule: RuleData, own: Mapping[str, Any]) -> Grid:
    words = load_handbook_words().limits
    columns: tuple[str, ...] = ("名称", "含义", "默认")
    rows: list[tuple[str, ...]] = [
        (name, words.get(name.partition(".")[0], ""), text) for name, text in _flat(rule.limits)
    ]
    if rule.bounds:
        columns += ("条款规定",)
        rows = [(*row, told(rule.bounds[row[0]]) if row[0] in rule.bounds else _FREE) for row in rows]
    if own:
        here = dict(_flat({**rule.limits, **own}))
        columns += ("本单位",)
        rows = [(*row, here.get(row[0], _NONE)) for row in rows]
    return Grid("参数", columns, tuple(rows))


def _flat(limits: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """Name and text of each limit; one that maps keys to values is a row a key: `naming.county`."""
    for name, value in limits.items():
        if isinstance(value, Mapping):
            yield from ((f"{name}.{key}", _text(inner)) for key, inner in value.items())
        else:
            yield name, _text(value)


def _text(value: Any) -> str:
    if isinstance(value, Mapping):
        return "；".join(f"{name}：{_text(inner)}" for name, inner in value.items())
    if isinstance(value, list | tuple):
        return "、".join(_text(inner) for inner in value) or _NONE
    return str(value)


def _column_types() -> Grid:
    rows = (
        (kind.id, kind.name, f"{kind.max_age_days} 天" if kind.max_age_days else "不按更新查")
        for kind in column_types().values()
    )
    return Grid("各类栏目的更新期限", ("类型", "名称", "期限"), tuple(rows))


_MUST = {"yes": "必须", "if": "有此职能的必须（默认不查）", "local": "地方要求的必须（默认不查）"}


def _mandatory(*, footer: bool) -> Grid:
    rows = (
        (
            item.code,
            item.name,
            "、".join(name for level, name in LEVELS.items() if level in item.levels),
            _MUST[item.must],
            "已核实" if item.confidence == "seen" else "推定，只作提醒",
        )
        for item in load_mandatory().values()
        if (item.group == "footer") is footer and item.match
    )
    return Grid("应有内容", ("代码", "名称", "适用", "要求", "依据情况"), tuple(rows))


def _meta_tags() -> Grid:
    kinds = {"首页": "home", "栏目页": "column", "文章页": "article"}
    return Grid(
        "必有标签", ("页面", "标签"), tuple((name, "、".join(required_tags(kind))) for name, kind in kinds.items())
    )
