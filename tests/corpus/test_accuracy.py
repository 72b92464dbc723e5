"""Reads every labelled page of the corpus and compares with what people saw on it."""

import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from checks.observations.page import PageSeen
from crawler.extract.page import read_page

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
LABELS = Path(__file__).parent / "labels.yaml"
TODAY = date(2026, 11, 21)
LEAST = {"kind": 0.97, "title": 0.97, "printed": 0.97, "source": 0.95, "crumbs": 0.95}

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of saved pages is not beside the repository")


class Compared(NamedTuple):
    page: str
    field: str
    wanted: Any
    got: Any


@pytest.fixture(scope="module")
def compared() -> list[Compared]:
    labels = yaml.safe_load(LABELS.read_text("utf-8"))
    index = {page["id"]: page for page in yaml.safe_load((CORPUS / "index.yaml").read_text("utf-8"))["pages"]}
    return [one for page, label in labels.items() for one in compare(page, label, read(page, index[page]))]


def read(page: str, entry: dict[str, Any]) -> PageSeen:
    body = (CORPUS / "pages" / f"{page}.html").read_bytes()
    return read_page(body, url=entry.get("url") or "", today=TODAY, marks=False)


def compare(page: str, label: dict[str, Any], seen: PageSeen) -> Iterator[Compared]:
    shown = {
        "kind": seen.kind,
        "title": seen.title,
        "printed": seen.dates.printed,
        "source": seen.source,
        "crumbs": [crumb.name for crumb in seen.breadcrumb] or None,
    }
    for field, wanted in label.items():
        yield Compared(page, field, wanted, shown[field])


def is_right(one: Compared) -> bool:
    if one.field == "title":
        wanted = one.wanted if isinstance(one.wanted, list) else [one.wanted]
        return plain(one.got) in {plain(title) for title in wanted}
    if one.field == "crumbs" and one.wanted:
        return [plain(name) for name in one.got or ()] == [plain(name) for name in one.wanted]
    return bool(one.wanted == one.got)


def plain(text: str | None) -> str:
    return re.sub(r"\s+", "", text or "")


@pytest.mark.parametrize("field", LEAST)
def test_it_reads_the_field_as_people_do(compared: list[Compared], field: str) -> None:
    asked = [one for one in compared if one.field == field]
    wrong = [one for one in asked if not is_right(one)]
    right = 1 - len(wrong) / len(asked)
    sys.stdout.write(f"{field}: {right:.3f} of {len(asked)} pages\n")
    assert right >= LEAST[field], "\n".join(f"{one.page}: wanted {one.wanted!r}, got {one.got!r}" for one in wrong)
