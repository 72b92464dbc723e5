"""Links that scripts hide while a page loads are so marked; menus, tabs and windows that open on a click are not."""

from datetime import date

import pytest

from crawler.extract.page import read_page

AD = "<a href='http://www.shop8.example/'>代开票据</a><a href='http://www.loan8.example/'>快速贷款</a>"


def hidden(body: str) -> dict[str, str | None]:
    html = f"<html><body><div class='main'><a href='/tzgg/'>通知公告</a>{body}</div></body></html>"
    page = read_page(html.encode(), url="https://www.linhe.example/", today=date(2026, 11, 20))
    return {link.url: link.hidden for link in page.links if "8.example" in link.url}


BOTH = {"http://www.shop8.example/": "script", "http://www.loan8.example/": "script"}


@pytest.mark.parametrize(
    "body",
    [
        f"<script>document.write('<div style=\"display:none\">');</script>{AD}<script>"
        f"document.write('</div>');</script>",
        (
            "<script>document.write('<d'+'iv sty'+'le=\"position:absolute;left:-9999px\">')</script>"
            f"<p>{AD}</p><script>document.write('</div>')</script>"
        ),
        (
            "<script>document.write('<marquee height=0 width=0 scrollamount=9999>')</script>"
            f"<ul><li>{AD}</li></ul><script>document.write('</marquee>')</script>"
        ),
        f"<div id='yl'>{AD}</div><script>document.getElementById('yl').style.display='none';</script>",
        f'<div id=\'yl\'>{AD}</div><script>document.getElementById("yl").style.visibility = "hidden"</script>',
        f"<div id='yl'>{AD}</div><script>document.getElementById('yl').style.left='-2000px'</script>",
        f"<div id='yl'>{AD}</div><script>document.getElementById('yl').style.cssText='height:0px;"
        f"overflow:hidden'</script>",
        f"<script>document.write(\"<div style='display:none'>{AD.replace(chr(39), '')}</div>\");</script>",
        (
            "<script>document.write(unescape('%3Cdiv style=%22display:none%22%3E%3Ca "
            "href=%22http://www.shop8.example/%22%3E"
            "x%3C/a%3E%3Ca href=%22http://www.loan8.example/%22%3Ey%3C/a%3E%3C/div%3E'))</script>"
        ),
    ],
    ids=["box", "in pieces", "marquee", "by id", "visibility", "off screen", "cssText", "written whole", "escaped"],
)
def test_what_a_script_hides_as_it_loads(body: str) -> None:
    assert hidden(body) == BOTH


@pytest.mark.parametrize(
    "body",
    [
        f"<div id='t2'>{AD}</div><script>function "
f"show(n){{document.getElementById('t2').style.display='none';}}</script>",
        (
            f"<div id='t2'>{AD}</div><script>document.getElementById('t2').style.display='none';"
            "function open2(){document.getElementById('t2').style.display='block';}</script>"
        ),
        (
            f"<a href='#yq' onclick=\"$('#yq').toggle()\">友情链接</a><div id='yq'>{AD}</div>"
            "<script>document.getElementById('yq').style.display='none';</script>"
        ),
        f"<div id='m'>{AD}</div><script>if(isMobile){{document.getElementById('m').style.display='none';}}</script>",
        f"<div id='m'>{AD}</div><script>for(var i=1;i<4;"
f"i++)document.getElementById('m'+i).style.display='none';</script>",
        f"<script>document.write('<div class=\"box\">');</script>{AD}<script>document.write('</div>');</script>",
        f"<script>document.write('<div style=\"display:none\"></div>');</script>{AD}<script>"
f"document.write('</div>');</script>",
        f"<script>document.write('<div style=\"width:600px;height:100px\">');</script>"
f"{AD}<script>document.write('</div>');</script>",
        f"<script>function w(){{document.write('<div style=\"display:none\">');}}</script>"
f"{AD}<script>document.write('</div>')</script>",
        f"<script>document.write('<div style=\"display:none\">');</script>{AD}",
        f"<ul class='menu' onmouseover='o(this)'><li>{AD}</li></ul><script>var s=1;x.style.display='none';</script>",
        f"<div class='swiper'><div id='s1'>{AD}</div></div><script>"
f"document.getElementById('s1').style.left='-20px'</script>",
        f"<div id='zoom'>{AD}</div><script>document.getElementById('zoom').style.cssText='font-size:16px'</script>",
    ],
    ids=[
        "a tab's function", "opened by another", "a label opens it", "on phones", "computed", "a plain box",
        "a box of nothing", "a box with a size", "never called", "never closed", "a menu", "a carousel", "type size",
    ],
)  # fmt: skip
def test_what_opens_on_a_click_or_is_not_hidden_at_all(body: str) -> None:
    assert hidden(body) == dict.fromkeys(BOTH)


@pytest.mark.parametrize(
    "script",
    [
        'document.write(unescape(\'%3Cspan id="cnzz_stat_icon_1" style="display:none"%3E%3C/span%3E\'))',
        "document.write('<a href=\"http://www.shop8.example/\">x</a>')",
        'function a(){document.write(\'<div style="display:none"><a href="http://www.shop8.example/">x</a></div>\')}',
    ],
    ids=["a counter", "in sight", "in a function"],
)
def test_what_a_script_writes_in_sight_or_without_links_is_no_hidden_link(script: str) -> None:
    assert hidden(f"<script>{script}</script>") == {}
