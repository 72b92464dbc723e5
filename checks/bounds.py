"""What an installation may not loosen: limits that a regulation itself has set."""

from collections.abc import Iterator, Mapping
from typing import Any

from config.rule_file import Bound, RuleData


def loosened(rule: RuleData, limits: Any) -> Iterator[tuple[str, str]]:
    """Yield (name of a limit, what is allowed in Chinese) for each of a rule's limits that is laxer than its clause.

    `limits` is the rule's `Limits`; a bound's name is a limit's, or `limit.key` of one that maps keys to values.
    """
    for name, bound in rule.bounds.items():
        own, _, key = name.partition(".")
        value = getattr(limits, own)
        if key:
            value = value.get(key)
        if value is None or not _is_within(value, bound):
            yield name, told(bound)


def told(bound: Bound) -> str:
    """不大于 14; 不小于 6; 含事项名称、设定依据."""
    parts = [f"不大于 {bound.at_most}"] if bound.at_most is not None else []
    parts += [f"不小于 {bound.at_least}"] if bound.at_least is not None else []
    parts += [f"含{'、'.join(bound.holds)}"] if bound.holds else []
    return "，".join(parts)


def _is_within(value: Any, bound: Bound) -> bool:
    if bound.at_most is not None and value > bound.at_most:
        return False
    if bound.at_least is not None and value < bound.at_least:
        return False
    return set(bound.holds) <= _members(value)


def _members(value: Any) -> set[str]:
    return set(value) if isinstance(value, Mapping | tuple | list | frozenset | set) else set()
