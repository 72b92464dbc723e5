"""The national inspection table, from `standards/indicators-2019.yaml`: what a circular cites by number."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from config.standard_file import read_standard

IndicatorGroup = Literal["veto", "deduct", "new-media"]
DOCUMENT = "国办秘函〔2019〕19号《政府网站与政务新媒体检查指标》"


class Indicator(BaseModel):
    """One entry of the table that a check can serve."""

    model_config = ConfigDict(frozen=True)
    id: str
    name: str
    text: str = ""
    """What is inspected, as the table says it; empty where it has only numbers."""
    group: IndicatorGroup
    section: str = ""
    """The heading that it stands under: 功能设计, or the veto item's name."""
    confidence: str = ""
    """`seen`: read in the cited source; `inferred`: derived from it."""
    params: Mapping[str, Any] = {}
    """The numbers of the entry, by the table's own names."""


_WORDS = {"id", "name", "text", "test", "confidence", "source", "note", "note_source", "machine", "any_of", "params"}


def _indicator(entry: Mapping[str, Any], group: IndicatorGroup, section: str) -> Indicator:
    numbers = {key: value for key, value in entry.items() if key not in _WORDS}
    text = str(entry.get("text") or entry.get("test") or "")
    return Indicator(
        id=entry["id"],
        name=str(entry.get("name") or text),
        text=text,
        group=group,
        section=section,
        confidence=str(entry.get("confidence", "")),
        params={**numbers, **entry.get("params", {})},
    )


def _entries(table: Mapping[str, Any]) -> Iterator[Indicator]:
    for veto in table["veto_website"]:
        yield _indicator(veto, "veto", "单项否决")
        yield from (_indicator(part, "veto", veto["name"]) for part in veto.get("any_of", ()))
    for group in table["deductions"]:
        yield from (_indicator(item, "deduct", group["group"]) for item in group["items"])
    yield from (_indicator(entry, "new-media", "政务新媒体") for entry in table["veto_new_media"])


@cache
def load_indicators() -> Mapping[str, Indicator]:
    """Indicator id (`W4.1`, `D4.3`, `M2`) -> entry, in the table's order."""
    return {entry.id: entry for entry in _entries(read_standard("indicators-2019"))}
