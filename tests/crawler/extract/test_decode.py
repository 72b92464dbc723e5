import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.decode import decode

TEXT = "临河县人民政府关于印发《政务公开工作要点》的通知，请认真贯彻执行。"


def page(charset: str, text: str = TEXT) -> str:
    return f'<html><head><meta charset="{charset}"><title>{text}</title></head><body>{text}</body></html>'


@pytest.mark.parametrize(
    ("declared", "real", "named"),
    [
        pytest.param("utf-8", "utf-8", "utf-8", id="honest utf-8"),
        pytest.param("gb2312", "gb2312", "gb18030", id="honest gb2312"),
        pytest.param("gbk", "gbk", "gb18030", id="honest gbk"),
        pytest.param("gb2312", "utf-8", "utf-8", id="says gb2312, is utf-8"),
        pytest.param("utf-8", "gb18030", "gb18030", id="says utf-8, is gbk"),
        pytest.param("iso-8859-1", "gb18030", "gb18030", id="says latin-1, is gbk"),
        pytest.param("iso-8859-1", "utf-8", "utf-8", id="says latin-1, is utf-8"),
        pytest.param("no-such-charset", "gb18030", "gb18030", id="says nonsense, is gbk"),
        pytest.param("utf-16", "utf-8", "utf-8", id="says utf-16 in plain ASCII"),
        pytest.param("big5", "utf-8", "utf-8", id="says big5, is utf-8"),
    ],
)
def test_believes_bytes_before_declarations(declared: str, real: str, named: str) -> None:
    html = page(declared)
    assert decode(html.encode(real)) == (html, named)


def test_reads_a_character_that_only_gb18030_knows_in_a_page_that_says_gb2312() -> None:
    html = page("gb2312", "陶朱公镕䶮，" + TEXT)
    assert decode(html.encode("gb18030")) == (html, "gb18030")


def test_reads_traditional_chinese_in_big5_as_declared() -> None:
    html = page("big5", "惠州中級人民法院司法公開信息，歡迎訪問。")
    assert decode(html.encode("big5")) == (html, "big5")


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_a_byte_order_mark_wins(mark: bytes, encoding: str) -> None:
    html = page("gb2312")
    assert decode(mark + html.encode(encoding), "text/html; charset=gbk") == (html, encoding)


def test_takes_the_servers_word_where_the_page_has_none() -> None:
    html = f"<p>{TEXT}</p>"
    assert decode(html.encode("gbk"), "text/html; charset=GBK") == (html, "gb18030")


def test_a_few_cut_characters_do_not_change_the_encoding() -> None:
    body = page("utf-8", TEXT * 20).encode()[:-30] + b"\xe4\xb8"
    text, encoding = decode(body)
    assert (encoding, TEXT in text) == ("utf-8", True)
    body = page("gb2312", TEXT * 20).encode("gbk") + b"\xff\xff"
    text, encoding = decode(body)
    assert (encoding, TEXT in text) == ("gb18030", True)


def test_two_gbk_characters_that_pass_for_utf8_are_gbk_where_the_page_says_so() -> None:
    body = b'<meta charset="gbk">' + "联".encode("gbk")[:0] + "泻".encode("gbk") + "通".encode("gbk")
    assert decode(body)[1] == "gb18030"


def test_removes_nul_characters() -> None:
    assert decode(b"<p>a\x00b</p>")[0] == "<p>ab</p>"


@pytest.mark.parametrize("body", [b"", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", bytes(range(256)) * 50])
def test_garbage_does_no_harm(body: bytes) -> None:
    text, encoding = decode(body)
    assert "\x00" not in text
    assert encoding


@given(st.binary(max_size=300), st.none() | st.text(max_size=40))
def test_never_raises(body: bytes, content_type: str | None) -> None:
    text, encoding = decode(body, content_type)
    assert "\x00" not in text
    codecs.lookup(encoding)


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=8, max_size=80))
def test_reads_back_what_was_written(text: str) -> None:
    assert text in decode(page("utf-8", text).encode())[0]
