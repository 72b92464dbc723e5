import pytest

from tests.checks.rules.rule import found
from tests.factories import page


@pytest.mark.parametrize("kind", ["home", "column", "article"])
def test_a_picture_without_words_is_found(kind):
    (finding,) = found("image-alt-missing", page(kind=kind, images=9, images_without_alt=1))
    assert finding.subject == kind


@pytest.mark.parametrize(
    "given", [{"images": 9}, {"images": 0}, {"kind": "other", "images_without_alt": 5}, {"kind": "attachment"}]
)
def test_nothing_to_say_about(given):
    assert found("image-alt-missing", page(**given)) == []
