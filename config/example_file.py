"""Reads `config/examples/<family>/<rule>.toml`: examples of a rule that are shown to people and run as tests."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from typing import Any, Literal
from urllib.parse import urljoin

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from config.errors import ConfigError
from config.mistakes import expected, no_toml
from config.rule_file import RuleData, Severity

DAY = date(2026, 11, 20)
"""The day on which examples take place, unless they say otherwise; a Friday."""
SITE = "https://www.linhe.example/"
"""The site of the examples, unless they say otherwise."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Scene(_Part):
    """What there is to be seen: pages by their markup, other things by the fields of `SiteSeen`."""

    today: date = DAY
    pages: Mapping[str, str] = {}
    """Path below the site's address (`gzdt/1.html`; "" is the home page) -> HTML."""
    seen: Mapping[str, Any] = {}
    """Fields of `SiteSeen` that no page shows (certificates, tries at an address, lines of the ledger); `files`, each a
    `FileSeen`. A target has its `tries`, what came of each, instead of what they prove."""
    limits: Mapping[str, Any] = {}
    """Limits of the rule that an office has to set before it finds anything."""

    @property
    def site(self) -> dict[str, Any]:
        """What the scene says of the register's entry; at least the address."""
        return {"url": SITE, **self.seen.get("site", {})}

    def addresses(self) -> dict[str, str]:
        """Address of each page -> HTML."""
        return {urljoin(self.site["url"], path): markup for path, markup in self.pages.items()}


class Passing(_Part):
    """The scene of a failing example with a difference that makes it pass."""

    text: str
    """What the reader is shown, in Chinese."""
    change: Mapping[str, str] = {}
    """Words or markup of the pages -> what stands there instead."""
    pages: Mapping[str, str] = {}
    """Pages that are there besides, or instead."""
    seen: Mapping[str, Any] = {}
    """Fields that are otherwise, each whole."""
    today: date | None = None

    def scene(self, failing: Scene) -> Scene:
        """The failing scene with the difference. Raises `ValueError` where there is nothing to change."""
        pages = {path: self._changed(markup) for path, markup in failing.pages.items()}
        idle = [old for old in self.change if not any(old in markup for markup in failing.pages.values())]
        if idle or not (self.change or self.pages or self.seen or self.today):
            raise ValueError(f"{self.text}: changes nothing {idle}")
        return Scene(
            today=self.today or failing.today,
            pages={**pages, **self.pages},
            seen={**failing.seen, **self.seen},
            limits=failing.limits,
        )

    def _changed(self, markup: str) -> str:
        """All at once: what has been put in is not changed again."""
        if not self.change:
            return markup
        return re.sub("|".join(map(re.escape, self.change)), lambda match: self.change[match[0]], markup)


class Example(Scene):
    """A failing example, with what passes instead."""

    text: str
    """What the reader is shown, in Chinese."""
    says: str
    """The sentence of the one finding."""
    verdict: Literal["confirmed", "likely", "walled", "undecided"] = "confirmed"
    severity: Severity | None = None
    """None: the rule's own."""
    passes: tuple[Passing, ...] = ()


class _File(_Part):
    examples: tuple[Example, ...] = Field(min_length=1)


def load_examples(rule: RuleData) -> tuple[Example, ...]:
    """The examples of a rule, in their order. Raises `ConfigError` where they are missing or wrong."""
    name = f"config/examples/{rule.family}/{rule.id.replace('-', '_')}.toml"
    path = files("config").joinpath(name.removeprefix("config/"))
    try:
        return _File.model_validate(tomllib.loads(path.read_text("utf-8"))).examples
    except FileNotFoundError as error:
        raise ConfigError(name, "没有这个文件。", "每条规则须有例子：不合格的和合格的。") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(name, no_toml(error), "请检查引号、方括号和等号。") from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise ConfigError(name, f"“{key}”不对（{expected(first)}）。", "请对照其他规则的例子改正。") from error
