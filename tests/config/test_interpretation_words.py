"""The expressions over documents are left as text until one asks; what is wrong with one has to show before."""

import re

import pytest

from config.words.interpretation_words import load_interpretation_words

WORDS = load_interpretation_words()


@pytest.mark.parametrize(
    "expression",
    [WORDS.called_for, *WORDS.none_called, WORDS.national_organ, WORDS.province_organ, WORDS.city_organ],
)
def test_every_expression_compiles(expression: str) -> None:
    re.compile(expression)


def test_the_one_over_cities_gives_the_citys_name() -> None:
    assert re.compile(WORDS.city_organ).groups == 1
