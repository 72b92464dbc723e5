"""Precision and recall of lists on the corpus pages, against labels_items.yaml."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from checks.observations.column import ColumnSeen
from crawler.extract.items import read_column, read_home_items
from crawler.extract.page import parse
from crawler.extract.tree import ParsedPage

TODAY = date(2026, 11, 21)
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
LABELS = yaml.safe_load(Path(__file__).with_name("labels_items.yaml").read_text("utf-8"))
LEAST = 0.97

pytestmark = pytest.mark.skipif(not (CORPUS / "index.yaml").exists(), reason="the corpus is not beside the repository")


@pytest.fixture(scope="module")
def index() -> dict[str, dict[str, Any]]:
    return {entry["id"]: entry for entry in yaml.safe_load((CORPUS / "index.yaml").read_text("utf-8"))["pages"]}


def page(number: str, index: dict[str, dict[str, Any]], *, home: bool = False) -> ParsedPage:
    fallback = "https://www.linhe.example/" + ("" if home else "a/b/page.html")
    body = (CORPUS / "pages" / f"{number}.html").read_bytes()
    return parse(body, url=index[number]["url"] or fallback)


def column(number: str, index: dict[str, dict[str, Any]]) -> ColumnSeen:
    found = read_column(page(number, index), today=TODAY)
    assert found is not None, number
    return found


def path(url: str) -> str:
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def test_lists_are_found_with_precision_and_recall(index: dict[str, dict[str, Any]]) -> None:
    right = found = labelled = 0
    for number, label in LABELS["lists"].items():
        seen = Counter(item.date for item in column(number, index).items)
        shown = Counter(label["dates"]) + Counter({None: label.get("undated", 0)})
        right += (seen & shown).total()
        found += seen.total()
        labelled += shown.total()
    assert right / found >= LEAST
    assert right / labelled >= LEAST


@pytest.mark.parametrize("number", LABELS["lists"])
def test_the_list_is_told_as_people_see_it(number: str, index: dict[str, dict[str, Any]]) -> None:
    label, seen = LABELS["lists"][number], column(number, index)
    ends = [(item.title, path(item.url)) for item in (seen.items[0], seen.items[-1])]
    assert ends == [(label[end]["title"], label[end]["url"]) for end in ("first", "last")]
    assert seen.latest == max(label["dates"])
    assert path(seen.next_page or "") == (label["next"] or "")
    assert label["name"] in (None, seen.name)


@pytest.mark.parametrize("number", LABELS["homes"])
def test_a_home_page_shows_its_items(number: str, index: dict[str, dict[str, Any]]) -> None:
    label, items = LABELS["homes"][number], read_home_items(page(number, index, home=True), today=TODAY)
    assert (len(items), items[0].title) == (label["items"], label["first"])
    assert max(item.date for item in items if item.date) == label["latest"]


@pytest.mark.parametrize("number", LABELS["homes"])
def test_a_home_page_is_no_column(number: str, index: dict[str, dict[str, Any]]) -> None:
    assert read_column(page(number, index, home=True), today=TODAY) is None


def test_articles_are_no_columns(index: dict[str, dict[str, Any]]) -> None:
    numbers = {number for number, entry in index.items() if entry["kind"] == "article"}
    assert set(LABELS["articles"]) <= numbers
    assert [number for number in sorted(numbers) if read_column(page(number, index), today=TODAY)] == []
