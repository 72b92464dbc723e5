from datetime import date

import pytest

from checks.observations.document import DocumentSeen
from tests.checks.rules.rule import found
from tests.factories import page

WHOLE = {
    "index_number": "0001/2026-1",
    "number": "临政发〔2026〕3号",
    "issuer": "临河县人民政府",
    "written_on": date(2026, 3, 2),
    "published_on": date(2026, 3, 4),
    "labels": ("index_number", "number", "issuer", "written_on", "published_on"),
    "is_policy": True,
    "has_block": True,
}


def missing(*, source="临河县人民政府", published_on=date(2026, 3, 4), **given):
    seen = page(document=DocumentSeen(**{**WHOLE, **given}), source=source, published_on=published_on)
    return found("document-field-missing", seen)


def test_a_number_in_the_title_only():
    (finding,) = missing(empty=("number",))
    assert (finding.facts["fields"], finding.facts["names"], finding.verdict) == (["number"], ["文号"], "confirmed")


def test_an_index_number_that_the_block_does_not_name():
    (finding,) = missing(index_number=None, labels=("number", "issuer", "written_on", "published_on"))
    assert finding.facts["names"] == ["索引号"]


def test_a_date_of_writing_that_only_the_signature_shows_is_likely_missed():
    (finding,) = missing(labels=("index_number", "number", "issuer", "published_on"))
    assert (finding.facts["fields"], finding.verdict) == (["written_on"], "likely")


def test_a_block_without_any_value_may_be_a_script_s():
    fields = ("index_number", "number", "issuer")
    (finding,) = missing(index_number="", issuer="", labels=fields, empty=fields)
    assert finding.verdict == "likely"
    assert finding.facts["fields"] == ["index_number", "number", "issuer"]


def test_a_date_of_publication_alone_may_suffice():
    (finding,) = missing(written_on=None, labels=("index_number", "number", "issuer", "published_on"))
    assert (finding.facts["fields"], finding.verdict) == (["written_on"], "likely")


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({}, id="all there"),
        pytest.param({"number": "", "empty": ("number",)}, id="a document without a number"),
        pytest.param({"published_on": None, "labels": WHOLE["labels"][:4]}, id="the page prints the date elsewhere"),
        pytest.param(
            {"issuer": None, "labels": ("index_number", "number", "written_on")}, id="the page names its source"
        ),
        pytest.param({"is_policy": False, "empty": ("issuer",)}, id="news with a block"),
        pytest.param({"has_block": False, "index_number": None, "labels": ()}, id="no block"),
    ],
)
def test_nothing_to_say_about(given):
    assert missing(**given) == []


def test_a_page_without_a_document():
    assert found("document-field-missing", page()) == []
