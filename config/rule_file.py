"""Reads `config/rules/<family>/<rule>.toml`: a rule's words, limits, due days and source."""

import functools
import tomllib
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from config.errors import ConfigError
from config.mistakes import expected, no_toml

Severity = Literal["veto", "deduct", "advice"]
SubjectKind = Literal["home", "host", "column", "page", "target", "href", "item", "page-kind", "title", "account"]


class Bound(BaseModel):
    """How far an installation may move a limit that the rule's clause sets: stricter, never laxer."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    at_most: int | float | date | str | None = None
    """Days of a year as `03-31`."""
    at_least: int | float | date | str | None = None
    holds: tuple[str, ...] = ()
    """Members that a list or a table has to keep."""


class RuleData(BaseModel):
    """Everything about a rule that is not code, but for its examples: `config.example_file` reads those when asked."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    family: str
    title: str
    """The problem as a heading, in Chinese."""
    message: str
    """The sentence of a finding: a format string over the finding's facts."""
    messages: dict[str, str] = {}
    """Sentences for findings whose verdict or fact `kind` is the key, where one sentence cannot say all."""
    why: str
    fix: str
    """What the department is asked to do."""
    severity: Severity
    urgent: bool = False
    """True: must be dealt with at once, and is alerted at once."""
    due_days: int = Field(gt=0)
    """Working days that a notice gives for mending."""
    indicator: str
    """An id of `standards/indicators-2019.yaml`."""
    clause: str
    """The document, number and article that the rule enforces, as a circular cites it."""
    source: str
    """Where the clause and the limits were read, and how sure that is."""
    subject: SubjectKind
    """What a finding of this rule is about; with it a reading knows whether it has looked again."""
    looks_at: Literal["page", "site", "file", "ledger"]
    standard: Literal["column-types", "mandatory-content", "meta-tags"] | None = None
    """The table of `standards/` that holds the rule's other numbers and names; its page shows it."""
    limits: dict[str, Any] = {}
    bounds: dict[str, Bound] = {}
    """Limit, or `limit.key` -> how far it may be moved; limits that no clause sets are free and stand not here."""


def _load(path: Traversable, family: str) -> RuleData:
    name = f"config/rules/{family}/{path.name}"
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(name, no_toml(error), "请检查引号、方括号和等号。") from error
    rule_id = path.name.removesuffix(".toml").replace("_", "-")
    try:
        return RuleData(id=rule_id, family=family, **raw)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        known = "、".join(sorted(RuleData.model_fields))
        raise ConfigError(name, f"“{key}”不对（{expected(first)}）。", f"可用的键：{known}。") from error


@functools.cache
def load_rules() -> dict[str, RuleData]:
    """Every rule's data by rule id, in the order of families and names."""
    families = sorted((f for f in files("config").joinpath("rules").iterdir() if f.is_dir()), key=lambda f: f.name)
    loaded = [
        _load(path, family.name)
        for family in families
        for path in sorted(family.iterdir(), key=lambda p: p.name)
        if path.name.endswith(".toml")
    ]
    return {rule.id: rule for rule in loaded}
