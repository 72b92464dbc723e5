"""What every site must carry, from `standards/mandatory-content.yaml`, typed and flat."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from config.sites import Level
from config.standard_file import read_standard

ItemGroup = Literal["footer", "platform", "article20", "domains", "columns"]
Place = Literal["footer", "site", "home", "column", "platform", "article"]
Must = Literal["yes", "if", "local"]

_LEVELS: Mapping[str, tuple[Level, ...]] = {
    "city": ("province", "city"),  # the table starts at cities; a province's portal owes no less
    "county": ("county",),
    "dept": ("department",),
    "town": ("township",),
}


class Item(BaseModel):
    """One thing that a site of its level carries."""

    model_config = ConfigDict(frozen=True)
    code: str
    name: str
    group: ItemGroup
    where: Place
    must: Must
    levels: frozenset[Level]
    match: tuple[str, ...] = ()
    """Words that a link or a column bears that is this thing; empty: it cannot be found by name."""
    confidence: str
    """`seen`: the duty was read in the cited source; `inferred`: derived."""


def _item(entry: Mapping[str, Any], group: ItemGroup, common: Mapping[str, Any]) -> Item:
    whole = {**common, **entry}
    levels = frozenset(level for name in whole["levels"] for level in _LEVELS[name])
    return Item(
        code=whole["code"],
        name=whole["name"],
        group=group,
        where=whole["where"],
        must=whole["must"],
        levels=levels,
        match=tuple(whole.get("match", ())),
        confidence=whole["confidence"],
    )


def _items(table: Mapping[str, Any]) -> Iterator[Item]:
    yield from (_item(entry, "footer", {}) for entry in table["footer"])
    yield from (_item(entry, "platform", {}) for entry in table["platform"])
    yield from (_item(entry, "article20", table["article20_common"]) for entry in table["article20"])
    rule = table["pilot_domains"]["rule"]
    yield _item(rule, "domains", {})
    yield from (_item(entry, "domains", rule) for entry in table["pilot_domains"]["list"])
    yield from (_item(entry, "columns", {}) for entry in table["columns"])


@cache
def load_mandatory() -> Mapping[str, Item]:
    """Item code (`F03`, `P04`, `L02`, `G12`, `K08`) -> item, in the table's order."""
    return {item.code: item for item in _items(read_standard("mandatory-content"))}
