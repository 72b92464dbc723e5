import pytest

from tests.checks.rules.rule import found
from tests.factories import page


@pytest.mark.parametrize("kind", ["home", "column", "article"])
@pytest.mark.parametrize("language", [None, "", " "])
def test_a_page_without_a_language_is_found(kind, language):
    assert [finding.subject for finding in found("page-language-missing", page(kind=kind, language=language))] == [kind]


@pytest.mark.parametrize("given", [{"language": "zh-CN"}, {"language": "zh"}, {"kind": "other", "language": None}])
def test_nothing_to_say_about(given):
    assert found("page-language-missing", page(**given)) == []
