"""Finds the rule modules and joins each with its data."""

import functools
import importlib
import inspect
import pkgutil
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

import checks.rules
from checks.findings import Finding
from config.errors import ConfigError
from config.rule_file import RuleData, load_rules


@dataclass(frozen=True)
class Rule:
    """A rule ready to run: its data, its check and its limits."""

    data: RuleData
    check: Callable[[Any, Any], Iterator[Finding]]
    limits: Any
    observes: tuple[type, ...]
    """What `check` takes: `PageSeen`, `SiteSeen`, …; a rule may take several kinds."""

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
    try:
        limits = TypeAdapter(module.Limits).validate_python({**data.limits, **overrides})
    except ValidationError as error:
        place = f"config/rules/{data.family}/{data.id.replace('-', '_')}.toml"
        raise ConfigError(
            place, f"limits 不对：{error.errors()[0]['msg']}。", "请对照该规则的 Limits 改正。"
        ) from error
    return Rule(data=data, check=check, limits=limits, observes=observes)


@functools.cache
def load_rulebook() -> tuple[Rule, ...]:
    """Every rule with its data's own limits, families in alphabetical order.

    Raises `ConfigError` for a module without data or data without a module.
    """
    data = load_rules()
    modules = {
        name.rsplit(".", 1)[1].replace("_", "-"): name
        for _, name, is_package in pkgutil.walk_packages(checks.rules.__path__, "checks.rules.")
        if not is_package and not name.rsplit(".", 1)[1].startswith("_")
    }
    for lonely in sorted(modules.keys() ^ data.keys()):
        raise ConfigError("config/rules", f"规则“{lonely}”的代码与数据不成对。", "每条规则须有同名的 .py 与 .toml。")
    return tuple(_join(modules[rule_id], data[rule_id], {}) for rule_id in data)


def rules_for(observes: type) -> tuple[Rule, ...]:
    """The rules that look at one kind of observation."""
    return tuple(rule for rule in load_rulebook() if observes in rule.observes)
