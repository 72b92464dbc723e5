"""Finds the rule modules and joins each with its data."""

import functools
import importlib
import inspect
import pkgutil
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

import checks.rules
from checks.bounds import loosened
from checks.findings import Finding
from config.errors import ConfigError
from config.mistakes import did_you_mean, expected
from config.rule_file import RuleData, load_rules


@dataclass(frozen=True)
class Rule:
    """A rule ready to run: its data, its check and its limits."""

    data: RuleData
    check: Callable[[Any, Any], Iterator[Finding]]
    limits: Any
    observes: tuple[type, ...]
    """What `check` takes: `PageSeen`, `SiteSeen`, …; a rule may take several kinds."""
    can_tell: Callable[[Any, str, Any], bool] | None = None
    """`can_tell(site, subject, limits)` of a rule that may have to keep silent: True where its silence on a subject
    means that nothing is wrong there. None: reading the subject's place is enough."""

    @property
    def id(self) -> str:
        """The rule's name: `column-stale`."""
        return self.data.id


def _join(module_name: str, data: RuleData, overrides: Mapping[str, Any]) -> Rule:
    module = importlib.import_module(module_name)
    check = module.check
    first = next(iter(inspect.signature(check).parameters))
    hint = typing.get_type_hints(check)[first]
    observes = typing.get_args(hint) or (hint,)
    limits = _limits(module.Limits, data, overrides)
    return Rule(data=data, check=check, limits=limits, observes=observes, can_tell=getattr(module, "can_tell", None))


def _limits(kind: type[BaseModel], data: RuleData, overrides: Mapping[str, Any]) -> BaseModel:
    place = f"duwang.toml [checks.{data.id}]"
    for name in overrides.keys() - kind.model_fields.keys():
        remedy = did_you_mean(name, kind.model_fields) or f"用 duwang checks {data.id} 查看全部参数。"
        raise ConfigError(place, f"没有“{name}”这个参数。", remedy)
    try:
        limits = kind.model_validate({**data.limits, **overrides})
    except ValidationError as error:
        if not overrides:
            place = f"config/rules/{data.family}/{data.id.replace('-', '_')}.toml"
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        problem = f"“{name}”不对（{expected(first)}）。"
        raise ConfigError(place, problem, f"用 duwang checks {data.id} 查看该参数。") from error
    for name, allowed in loosened(data, limits):
        raise ConfigError(
            place, f"“{name}”宽于所执行的条款（{data.clause}）。", f"该参数须{allowed}；只可从严，不可放宽。"
        )
    return limits


@dataclass(frozen=True)
class Rulebook:
    """Every rule, families in alphabetical order."""

    rules: tuple[Rule, ...]

    @functools.cached_property
    def by_id(self) -> Mapping[str, Rule]:
        """Rule id -> rule."""
        return {rule.id: rule for rule in self.rules}

    @functools.cached_property
    def by_observation(self) -> Mapping[type, tuple[Rule, ...]]:
        """What a rule looks at -> the rules that do."""
        kinds = {kind for rule in self.rules for kind in rule.observes}
        return {kind: tuple(rule for rule in self.rules if kind in rule.observes) for kind in kinds}

    def looking_at(self, observes: type) -> tuple[Rule, ...]:
        """The rules that look at one kind of observation."""
        return self.by_observation.get(observes, ())


def load_rulebook(overrides: Mapping[str, Mapping[str, Any]] | None = None) -> Rulebook:
    """Join rules and data; `overrides` maps a rule's id to limits that this installation sets.

    Raises `ConfigError` for a module without data, data without a module, an override that fits no rule, or one that
    is laxer than the rule's clause.
    """
    overrides = overrides or {}
    modules, data = _modules(), load_rules()
    for lonely in sorted(modules.keys() ^ data.keys()):
        raise ConfigError("config/rules", f"规则“{lonely}”的代码与数据不成对。", "每条规则须有同名的 .py 与 .toml。")
    for unknown in sorted(overrides.keys() - data.keys()):
        raise ConfigError("duwang.toml", f"[checks.{unknown}] 没有这条规则。", "用 duwang checks 查看全部规则。")
    return Rulebook(tuple(_join(modules[rule_id], data[rule_id], overrides.get(rule_id, {})) for rule_id in data))


@functools.cache
def default_rulebook() -> Rulebook:
    """The rules with their data's own limits."""
    return load_rulebook()


@functools.cache
def _modules() -> Mapping[str, str]:
    """Rule id -> module name."""
    return {
        name.rsplit(".", 1)[1].replace("_", "-"): name
        for _, name, is_package in pkgutil.walk_packages(checks.rules.__path__, "checks.rules.")
        if not is_package and not name.rsplit(".", 1)[1].startswith("_")
    }
