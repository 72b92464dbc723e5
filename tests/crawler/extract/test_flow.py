import re

from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.flow import Flow
from crawler.extract.hints import has_one
from crawler.extract.page import parse

_WORDS = st.text(alphabet="县政府20 \n　", max_size=6)


def _flow(lines: list[list[str]]) -> Flow:
    body = "".join(f"<p>{''.join(f'<b>{part}</b>' for part in parts)}</p>" for parts in lines)
    return parse(f"<html><body>{body}</body></html>".encode(), url="http://a.example/").flow


@given(st.lists(st.lists(_WORDS, max_size=3), max_size=8), st.sampled_from(["县", "政府", "20", "0 县", "无"]))
def test_lines_are_found_by_their_words_beginnings_and_patterns(lines: list[list[str]], word: str) -> None:
    flow = _flow(lines)
    texts = ["".join(line.parts) for line in flow.lines]
    assert flow.lines_with(word) == [index for index, text in enumerate(texts) if word in text]
    assert flow.lines_with(word, "府") == [index for index, text in enumerate(texts) if word in text or "府" in text]
    assert list(flow.lines_matching(re.compile(r"\d"))) == [
        at for at, text in enumerate(texts) if re.search(r"\d", text)
    ]
    assert flow.lines_beginning({"县", "2"}) == [
        at for at, text in enumerate(texts) if text.lstrip()[:1] in ("县", "2")
    ]


def test_a_plain_links_words_come_with_it_and_no_others() -> None:
    body = '<a href="/1">甲</a><a href="/2"><b>乙</b></a><noscript><a href="/3">丙</a></noscript><img src="/4.png">'
    page = parse(f"<html><body>{body}</body></html>".encode(), url="http://a.example/")
    assert [words for _, _, words in page.flow.anchors] == ["甲", None, None, None]


def test_one_of_no_words_is_in_no_text() -> None:
    assert has_one("县政府", ("市", "政府"))
    assert not has_one("县政府", ("市", "(县"))
    assert not has_one("县政府", ())
