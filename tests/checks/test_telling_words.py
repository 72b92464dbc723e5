from hypothesis import given
from hypothesis import strategies as st

from checks.telling_words import words_in

_WORDS = st.text(alphabet="测试内容ab<", min_size=1, max_size=4)


def test_words_come_in_the_order_of_the_list() -> None:
    assert words_in("内容测试<p>", ("<p>", "测试", "正文", "内容")) == ["<p>", "测试", "内容"]


def test_a_text_without_any_of_the_words_holds_none() -> None:
    assert words_in("县人民政府办公室", ("<p>", "测试")) == []
    assert words_in("", ("测试",)) == []
    assert words_in("测试", ()) == []


@given(st.text(alphabet="测试内容ab<。", max_size=20), st.lists(_WORDS, unique=True, max_size=6))
def test_finds_what_looking_for_each_word_finds(text: str, words: list[str]) -> None:
    assert words_in(text, tuple(words)) == [word for word in words if word in text]
