import pytest

from checks.observations.page import Crumb
from crawler.extract.explained_otherwise import explained_otherwise
from crawler.extract.interpretation import read_interpretations
from crawler.extract.links import read_links
from crawler.extract.page import parse

HOST = "https://www.linhe.example"
DOCUMENT = "临河县人民政府关于印发《临河县养老服务补贴办法》的通知"
EXPLAINS = "《临河县养老服务补贴办法》政策解读"
PAGE = "/zcjd/202603/t20260305_118.html"
HERE = f"{HOST}/zcwj/202603/t20260302_1.html"
TEXT = "/zcwj/202603/t20260302_117.html"
NAV = "<div class='nav'><a href='/zcjd/'>政策解读</a><a href='/zcwj/'>政策文件</a></div>"


def read(
    body: str, *, title: str = DOCUMENT, crumbs: tuple[Crumb, ...] = ()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    page = f"<html><body>{NAV}<div class='content'><p>正文。</p>{body}</div></body></html>"
    doc = parse(page.encode(), url=HERE)
    return read_interpretations(doc, title=title, crumbs=crumbs, links=read_links(doc))


@pytest.mark.parametrize(
    "body",
    [
        f"<h3><span>关联稿件：</span></h3><ul><li><a href='{PAGE}'>《临河县养老服务补贴办法》解读</a></li></ul>",
        f"<div class='t'>相关解读</div><ul><li><a href='{PAGE}'>养老补贴怎么领</a></li></ul>",
        f"<p><strong>相关文档：</strong></p><div><a href='{PAGE}'>图解：养老服务补贴</a></div>",
        f"<p>解读链接：<a href='{PAGE}'>养老补贴怎么领</a></p>",
        f"<p><span>相关解读：</span><a href='{PAGE}'><font>养老补贴</font><font>怎么领</font></a></p>",
        f"<ul><li>图解<ul><li><a href='{PAGE}'>养老补贴怎么领</a></li></ul></li></ul>",
        f"<table><tr><td>相关解读</td><td><a href='{PAGE}'>养老补贴怎么领</a></td></tr></table>",
        f"<div><p><b>相关解读</b></p></div><div><script>var a=1</script></div><div><a href='{PAGE}'>怎么领</a></div>",
        f"<p><a href='{PAGE}'>一图读懂《临河县养老服务补贴办法》</a></p>",
        f"<p><a href='{PAGE}'>政策解读</a></p>",
        f"<p><a href='{PAGE}'><img src='/jd.png' alt='政策解读'></a></p>",
        f"<p><a href='{PAGE}'><img src='/jd.png'></a></p>",
        f"<div><b>相关文档</b><br>·<a href='{PAGE}'>起草背景和主要内容解读</a><br></div>",
        f"<p>相关解读：<br><a href='{PAGE}'>养老补贴怎么领</a></p>",
        f"<div><a href='{PAGE}'><i></i>查看解读</a></div>",
        f"<p><a href='{PAGE}'>点击查看文件解读</a></p>",
        f"<img src='/1.jpg' usemap='#m'><map name='m'><area href='{PAGE}' alt='政策解读'></map>",
    ],
)
def test_a_document_links_to_its_interpretation(body: str) -> None:
    assert read(body) == ((HOST + PAGE,), ())


def test_an_attachment_named_interpretation() -> None:
    assert read("<p><a href='/files/2.docx'>政策解读.docx</a></p>") == ((HOST + "/files/2.docx",), ())


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://mp.weixin.qq.com/s/AbCdEf", "图解来了！补贴怎么领"),
        (HOST + PAGE, "县民政局负责人就《办法》答记者问"),
        (HOST + PAGE, "《实施方案》解读"),
    ],
)
def test_an_interpretation_elsewhere_or_by_a_short_name(address: str, words: str) -> None:
    assert read(f"<p><a href='{address}'>{words}</a></p>") == ((address,), ())


@pytest.mark.parametrize(
    "body",
    [
        "<h3>政策解读</h3><p>一、起草背景。为规范养老服务补贴的发放，制定本办法。二、主要内容。办法共五章，明确了补贴对象和标准。</p>",
        "<div><span>图解</span></div><div class='jd'><img src='/tj.jpg'></div>",
        "<div>文件解读</div><div><video src='/jd.mp4'></video></div>",
        "<div class='xgjd'>相关解读：<iframe src='/rel.jsp?id=5'></iframe></div>",
        "<h3>相关解读</h3><ul id='xgjd'></ul>",
        "<h3>相关解读</h3><div><ul id='xgjd'></ul></div>",
        "<div><div>政策解读</div><script src='/rel.js?id=3'></script></div>",
        "<h3>相关解读</h3><script>$.getJSON('/rel',function(d){show(d)})</script><ul></ul>",
        "<p><a href='javascript:void(0)' onclick='showJd(4)'>政策解读</a></p>",
        "<p><a onclick='showJd(4)'>政策解读</a></p>",
        "<p><a data-url='/zcjd/2.html' href='#'>政策解读</a></p>",
    ],
)
def test_an_explanation_on_the_page_itself_or_brought_by_a_script(body: str) -> None:
    assert read(body) == ((HERE,), ())


@pytest.mark.parametrize("name", ["政策解读.docx", "图解.png", "图文解读.jpg"])
def test_a_file_or_a_picture_named_interpretation(name: str) -> None:
    address = f"/files/2.{name.rpartition('.')[2]}"
    assert read(f"<p>附件：<a href='{address}'>{name}</a></p>") == ((HOST + address,), ())


@pytest.mark.parametrize(
    "address",
    [
        "/zcjd/content/post_32.html",
        "/zcjd/7.html",
        "/newsshow.asp?id=18",
        "/zcjd/show.aspx?cid=2&id=9",
        "/info/1012/543.htm",
    ],
)
def test_small_sites_count_their_articles_from_one(address: str) -> None:
    assert read(f"<p><a href='{address}'>政策解读</a></p>") == ((HOST + address,), ())


@pytest.mark.parametrize(
    "address",
    [
        "/zcjd/list_2.html",
        "/col12.html",
        "/channel/12.html",
        "/newslist.asp?id=3",
        "/class.asp?id=3",
        "/zcjd/index_2.html",
    ],
)
def test_columns_with_numbers_are_no_articles(address: str) -> None:
    assert read(f"<p><a href='{address}'>政策解读</a></p>") == ((), ())


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<p>政策解读：</p><ul></ul>",
        "<p>政策解读：</p><p>无</p>",
        "<div><p>政策解读</p></div><div>分享到：微信 微博 打印 关闭 扫一扫在手机打开当前页</div>",
        "<h3>政策解读</h3><div>主办：县政府办公室 备案号：临ICP备12号 标识码：9901210001 网站地图<img src='b'></div>",
        f"<div><b>相关解读</b><br>暂无<br><b>推荐阅读</b></div><p><a href='{TEXT}'>临河县关于防汛工作的通知</a></p>",
        "<h3>关联稿件：</h3><ul><li><a href='/zcwj/202603/t20260301_9.html'>临河县关于防汛工作的通知</a></li></ul>",
        "<p><a href='/zcjd/'>政策解读</a></p>",
        "<div>当前位置：<a href='/zcwjjjd/index.html'>政策文件及解读</a></div>",
        f"<div class='side'><a href='{PAGE.replace('118', '119')}'>《临河县危房改造方案》解读</a></div>",
        "<p>相关解读见县政府网站。</p><p>附件：<a href='/zcwj/202603/t20260302_7.html'>申请表</a></p>",
    ],
)
def test_these_are_no_relation(body: str) -> None:
    assert read(body) == ((), ())


@pytest.mark.parametrize(
    "body",
    [
        f"<p>相关文件：<a href='{TEXT}'>临河县人民政府关于印发《临河县养老服务补贴办法》的通知</a></p>",
        f"<p>政策原文：<a href='{TEXT}'>点击查看</a></p>",
        f"<div>原文链接</div><div><a href='{TEXT}'>{DOCUMENT}</a></div>",
        f"<h4>关联文件</h4><ul><li><a href='{TEXT}'>临政发〔2026〕3号</a></li></ul>",
        f"<h4>相关链接</h4><ul><li><a href='{TEXT}'>{DOCUMENT}</a></li></ul>",
        f"<p>近日，县政府印发了<a href='{TEXT}'>《临河县养老服务补贴办法》</a>，现解读如下。</p>",
        f"<p><a href='{TEXT}'>查看原文</a></p>",
        f"<p>更多内容见<a href='{TEXT}'>原文</a>。</p>",
    ],
)
def test_an_interpretation_links_back(body: str) -> None:
    assert read(body, title=EXPLAINS) == ((), (HOST + TEXT,))


@pytest.mark.parametrize(
    "body",
    [
        "<div>相关文件：<span id='xgwj'></span></div>",
        "<p><a href='javascript:;' onclick='show(3)'>政策原文</a></p>",
        "<h3>文件原文</h3><p>第一条 为规范补贴发放，依据有关规定，制定本办法。第二条 本办法适用于全县各级机关。</p>",
    ],
)
def test_a_document_on_the_page_itself_or_brought_by_a_script(body: str) -> None:
    assert read(body, title=EXPLAINS) == ((), (HERE,))


def test_a_column_of_interpretations_makes_one() -> None:
    crumbs = (Crumb("首页", HOST), Crumb("政策解读", f"{HOST}/zcjd/"))
    body = f"<p>相关文件：<a href='{TEXT}'>{DOCUMENT}</a></p>"
    assert read(body, title="养老补贴怎么领", crumbs=crumbs) == ((), (HOST + TEXT,))


def test_a_column_of_documents_and_interpretations_makes_none() -> None:
    crumbs = (Crumb("首页", HOST), Crumb("政策文件及解读", f"{HOST}/zcwjjjd/"))
    body = f"<p>相关解读：<a href='{PAGE}'>养老补贴怎么领</a></p>"
    assert read(body, crumbs=crumbs) == ((HOST + PAGE,), ())


def test_a_drawn_interpretation_without_quotation_marks_links_back_by_the_document_s_title() -> None:
    body = f"<p>附：<a href='{TEXT}'>{DOCUMENT}</a></p>"
    assert read(body, title="图解：临河县养老服务补贴办法") == ((), (HOST + TEXT,))


def otherwise(body: str) -> tuple[str, ...]:
    page = f"<html><body>{NAV}<div class='content'><p>正文。</p>{body}</div></body></html>"
    return explained_otherwise(parse(page.encode(), url=HERE), title=DOCUMENT)


@pytest.mark.parametrize(
    "records",
    [
        f"var rel=[{{title:'{EXPLAINS}',url:'{PAGE}'}}];",
        f'var rel = [{{"URL":"{PAGE}","TITLE":"{EXPLAINS}","DATE":"2026-03-05"}}]',
        '[{"title":"\\u300a\\u517b\\u8001\\u670d\\u52a1\\u8865\\u8d34\\u529e\\u6cd5\\u300b\\u89e3\\u8bfb","url":"%s"}]'.replace(
            "%s", PAGE.replace("/", "\\/")
        ),
    ],
)
def test_a_link_that_the_pages_script_writes(records: str) -> None:
    assert otherwise(f"<script>{records} show(rel)</script>") == (HOST + PAGE,)


@pytest.mark.parametrize(
    "records",
    [
        "var menu=[{name:'政策解读',url:'/zcjd/'},{name:'政策文件',url:'/zcwj/'}];",
        f"var hot=[{{title:'《临河县防汛应急预案》政策解读',url:'{PAGE}'}}];",
        ".jd{color:red}",
    ],
)
def test_a_script_that_writes_other_links(records: str) -> None:
    assert otherwise(f"<script>{records}</script>") == ()


@pytest.mark.parametrize(
    ("shown", "is_told"),
    [
        ("<p>扫一扫，查看政策解读</p><img src='/a.png'>", True),
        ("<p>扫一扫查看政策解读</p><img src='/a.png'>", True),
        ("<img src='/a.png' alt='解读二维码'>", True),
        ("<p>扫一扫在手机打开当前页</p><p>政策解读</p>", False),
    ],
)
def test_a_code_to_be_scanned(shown: str, is_told: bool) -> None:
    assert otherwise(shown) == ((HERE,) if is_told else ())
