"""Pages that were made, or have grown, so that reading one would hold up everything."""

import pytest

from crawler.extract.size import is_oversized

MOST = 4 << 20
HUGE = {
    "one line of 10 MB": b"<p>" + b"a" * 10_000_000,
    "200,000 nested blocks": b"<div>" * 200_000 + b"</div>" * 200_000,
    "a million attributes": b"<div " + b" ".join(b"a%d" % number for number in range(1_000_000)) + b">",
    "a hundred thousand attributes": b"<div " + b" ".join(b"a%d" % number for number in range(100_000)) + b">",
    "attributes that quote the end of the tag": b"<div " + b"".join(b"a%d='>'" % number for number in range(20_000)),
    "attributes parted by strokes": b"<div " + b"/".join(b"a%d" % number for number in range(20_000)) + b">",
    "500,000 links": b"<a href=/a.html>a</a>" * 500_000,
    "quotes never closed": b'<a "' * 60_000 + b"<b '",
    "links never closed": b"<a href=a>" * 250_000,
}
FINE = {
    "an empty page": b"",
    "a long text": b"<p>" + "各单位要高度重视。".encode() * 100_000,
    "a picture in a tag": b'<img alt="x" src="data:image/png;base64,' + b"A/" * 500_000 + b'">',
    "a drawing in a tag": b"<i style=\"background:url('data:image/svg+xml," + b"<path d=M10/>" * 10_000 + b"')\"></i>",
    "a table of ten thousand cells": b"<table>" + b"<tr>" + b"<td><p><span>5</span></p></td>" * 10_000 + b"</table>",
    "a script": b"<script>" + b"if(a<b && c>d){f('x/y')}" * 20_000 + b"</script>",
    "apostrophes": b"it's <b class=x>its</b> " * 20_000,
}


@pytest.mark.parametrize("body", HUGE.values(), ids=HUGE)
def test_what_would_hold_up_a_reading_is_oversized(body: bytes) -> None:
    assert is_oversized(body, most_bytes=MOST)


@pytest.mark.parametrize("body", FINE.values(), ids=FINE)
def test_what_people_read_is_not(body: bytes) -> None:
    assert not is_oversized(body, most_bytes=MOST)
