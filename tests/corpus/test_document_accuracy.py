"""How well documents and footers of real pages are read, field by field, against labels read off their source."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from checks.observations.page import PageSeen
from crawler.extract.page import read_page

HERE = Path(__file__).parent
CORPUS = HERE.parents[2] / "shared" / "corpus"
pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of real pages is not beside the repository")
DOCUMENT_FIELDS = ("index_number", "number", "issuer", "written_on", "published_on", "subject", "validity")
LEAST = 0.97


def labels(name: str) -> dict[str, Any]:
    return yaml.safe_load((HERE / name).read_text("utf-8"))


@pytest.fixture(scope="module")
def pages() -> dict[str, PageSeen]:
    index = yaml.safe_load((CORPUS / "index.yaml").read_text("utf-8"))["pages"]
    return {
        entry["id"]: read_page(
            (CORPUS / "pages" / f"{entry['id']}.html").read_bytes(),
            url=entry["url"] or "https://www.linhe.example/a/b.html",
            today=date(2026, 11, 20),
        )
        for entry in index
    }


def wrong_ones(pairs: Iterator[tuple[str, str, Any, Any]]) -> dict[str, tuple[float, list[str]]]:
    """Field -> share of right ones, and the wrong ones."""
    right: dict[str, list[bool]] = defaultdict(list)
    wrong: dict[str, list[str]] = defaultdict(list)
    for page, field, wanted, got in pairs:
        right[field].append(wanted == got)
        if wanted != got:
            wrong[field].append(f"{page}: {got!r} instead of {wanted!r}")
    return {field: (sum(found) / len(found), wrong[field]) for field, found in right.items()}


def assert_accurate(pairs: Iterator[tuple[str, str, Any, Any]]) -> None:
    figures = wrong_ones(pairs)
    poor = {field: figure for field, figure in figures.items() if figure[0] < LEAST}
    assert not poor, poor


def shown(value: Any, *, empty: bool) -> Any:
    if value is None:
        return "" if empty else None
    return value.isoformat() if isinstance(value, date) else value


def document_pairs(pages: dict[str, PageSeen]) -> Iterator[tuple[str, str, Any, Any]]:
    wanted = labels("labels_document.yaml")["pages"]
    for name, page in pages.items():
        document = page.document
        yield name, "has_block", name in wanted, document is not None and document.has_block
        if name not in wanted or document is None:
            continue
        for field in DOCUMENT_FIELDS:
            got = shown(getattr(document, field), empty=field in document.empty)
            yield name, field, wanted[name].get(field), got
        yield name, "is_policy", wanted[name].get("is_policy", False), document.is_policy
        if "disclosure_mark" in wanted[name]:
            yield name, "disclosure_mark", wanted[name]["disclosure_mark"], document.disclosure_mark


def test_document_blocks(pages: dict[str, PageSeen]) -> None:
    assert_accurate(document_pairs(pages))


def test_relations_of_interpretations(pages: dict[str, PageSeen]) -> None:
    wanted = labels("labels_document.yaml")["interpretations"]
    found = {name: list(page.interpretations) for name, page in pages.items() if page.interpretations}
    assert found == wanted


def mark_pairs(pages: dict[str, PageSeen]) -> Iterator[tuple[str, str, Any, Any]]:
    for name, wanted in labels("labels_marks.yaml")["pages"].items():
        marks = pages[name].marks
        assert marks is not None
        for field, value in wanted.items():
            got = getattr(marks, field)
            if field in {"contact", "site_map", "unreadable"}:
                got = got is not None
            yield name, field, value, got


def test_footer_marks(pages: dict[str, PageSeen]) -> None:
    assert len(labels("labels_marks.yaml")["pages"]) >= 60
    assert_accurate(mark_pairs(pages))
