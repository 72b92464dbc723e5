"""The words of an element, as people read them."""

import pytest
from lxml import html

from crawler.extract.labelled import text_of


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<td>  甲 \n 乙 </td>", "甲 乙"),
        ("<td>甲<b>乙</b>丙</td>", "甲乙丙"),
        ("<td>甲<!-- 注 -->乙</td>", "甲乙"),
        ("<td>甲<?pi 注?>乙</td>", "甲乙"),
        ("<td>甲<script>var 乙;</script>丙</td>", "甲丙"),
        ("<td>甲<span>乙<!-- 注 -->丙</span><!-- 注 --></td>", "甲乙丙"),
    ],
)
def test_words_without_comments_and_scripts(markup: str, words: str) -> None:
    assert text_of(html.fragment_fromstring(markup)) == words
