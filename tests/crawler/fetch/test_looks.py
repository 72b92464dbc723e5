"""Error pages, walls and logins that come as pages."""

from datetime import UTC, datetime

import pytest
from multidict import CIMultiDict

from crawler.fetch.answer import Answer
from crawler.fetch.looks import is_like, is_login, is_walled, look_of, says_closed, says_not_found


def answer(body: str = "", status: int = 200, encoding: str = "utf-8", **headers: str) -> Answer:
    named = CIMultiDict({name.replace("_", "-"): value for name, value in headers.items()})
    return Answer("http://www.linhe.example/a", "GET", status, named, body.encode(encoding), datetime.now(UTC), 1)


@pytest.mark.parametrize(
    "title",
    [
        "404",
        "404 Not Found",
        "404错误",
        "错误：404",
        "页面不存在",
        "您访问的页面不存在 - 临河县人民政府",
        "对不起，您访问的页面不存在或已被删除",
        "找不到页面_临河县",
        "抱歉，页面走丢了！",
        "系统错误提示",
        "Page Not Found",
    ],
)
def test_error_pages_call_themselves_so(title: str) -> None:
    assert says_not_found(title, 100)


@pytest.mark.parametrize(
    "title",
    [
        "关于网站出现404页面不存在问题的答复",
        "临河县人民政府",
        "关于纠正错误信息的通知",
        "错误与更正：一起典型案例",
        "404号提案的答复",
        "404家企业获得补助",
        "",
    ],
)
def test_articles_about_errors_are_no_error_pages(title: str) -> None:
    assert not says_not_found(title, 100)


def test_a_long_page_is_no_error_page_whatever_its_title() -> None:
    assert not says_not_found("页面不存在", 5000)


def test_a_page_like_the_hosts_own_error_page() -> None:
    html = "<html><title>临河县</title><body>您要找的内容暂时没有，请从首页重新进入。地址：{}</body></html>"
    error = look_of(answer(html.format("/x1") + "<script>var a=1</script>"))
    assert is_like(look_of(answer(html.format("/y22"))), error)
    assert not is_like(look_of(answer("<html><title>临河县</title><body>会议召开</body></html>")), error)
    assert not is_like(look_of(answer(html.replace("临河县", "通知公告").format("/x1"))), error)


@pytest.mark.parametrize(
    "walled",
    [
        pytest.param(answer("$_ts=window['$_ts']", 412), id="412"),
        pytest.param(answer("", 429), id="too many requests"),
        pytest.param(answer("<script>document.cookie='__jsl_clearance'</script>", 521), id="521"),
        pytest.param(answer("<script>acw_sc__v2</script>"), id="a cookie to be counted out"),
        pytest.param(answer("<html>安全验证：请拖动滑块</html>", 403, "gb18030"), id="403 with a slider, in GBK"),
        pytest.param(answer("Just a moment...", 503), id="503 with a challenge"),
        pytest.param(answer("", 401), id="login"),
        pytest.param(answer("<script>$_ts=window['$_ts']</script>", 400), id="400 with a challenge"),
        pytest.param(answer("<title>网站防火墙</title>您的请求已被拦截", 444), id="a status of its own"),
        pytest.param(answer("很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。", 405), id="405"),
        pytest.param(answer("The requested URL was rejected. Your support ID is: 1"), id="rejected with 200"),
    ],
)
def test_walls(walled: Answer) -> None:
    assert is_walled(walled, on_site=True)


@pytest.mark.parametrize(
    "open_page",
    [
        pytest.param(answer("<html>404</html>", 404), id="404"),
        pytest.param(answer("<html>502 Bad Gateway</html>", 502), id="502"),
        pytest.param(answer("<html>创宇盾：源站没有应答</html>", 502), id="502 of a gateway that says who it is"),
        pytest.param(answer("<html>404<script src='/challenge-platform/a.js'></script></html>", 404), id="marked 404"),
        pytest.param(answer("<html>Bad Request</html>", 400), id="plain 400"),
        pytest.param(answer("<html>503 Service Unavailable</html>", 503), id="plain 503"),
        pytest.param(answer("<html>403 Forbidden</html>", 403), id="plain 403 of the site itself"),
        pytest.param(
            answer("<p>" + "关于开展网络安全验证工作的通知，各单位要高度重视。" * 30), id="an article about it"
        ),
    ],
)
def test_no_walls(open_page: Answer) -> None:
    assert not is_walled(open_page, on_site=True)


def test_a_forbidding_stranger_says_nothing_about_the_page() -> None:
    assert is_walled(answer("<html>403 Forbidden</html>", 403), on_site=False)


@pytest.mark.parametrize(
    ("url", "title", "expected"),
    [
        ("https://sso.linhe.example/login?from=x", "", True),
        ("https://zw.linhe.example/uc", "用户登录-政务服务网", True),
        ("https://zw.linhe.example/uc", "统一身份认证平台", True),
        ("https://www.linhe.example/tzgg/", "关于登录平台填报信息的通知", False),
    ],
)
def test_logins(url: str, title: str, expected: bool) -> None:
    assert is_login(url, title) is expected


@pytest.mark.parametrize(
    "source",
    ["<title>", "<title", "<script>", "<!--", "<", "<a", "a", "a1", "</", "-_", "<title>a</title"],
)
def test_a_source_that_nobody_wrote_for_people_is_looked_at_in_passing(source: str) -> None:
    hostile = source * (1_000_000 // len(source))
    assert len(look_of(answer(f"<html>{hostile}</html>")).text) <= 4000


def test_addresses_and_numbers_are_not_compared() -> None:
    look = look_of(answer("<title>页面</title><p>a1b /no/such/page.html 于 2026 年 x/ 12x/3 不存在</p><script>1"))
    assert look.text == "页面ab于年x/不存在"


@pytest.mark.parametrize(
    "html",
    [
        "<title>提示信息</title><body><h3>对不起，您访问的页面不存在或已删除！</h3><a href='/'>返回首页</a></body>",
        "<title>临河县人民政府</title><body><p>该信息已被删除或未审核，请返回。</p></body>",
        "<html><body>文件不存在或已被删除</body></html>",
        "<body><script>alert('文章不存在');history.back();</script></body>",
        "<head><title>提示信息</title></head><body><script>alert('该信息不存在！');history.back();</script></body>",
    ],
)
def test_a_page_that_says_nothing_else_is_an_error_page(html: str) -> None:
    look = look_of(answer(html))
    assert says_not_found(look.title, len(look.text), look.text)


@pytest.mark.parametrize(
    "html",
    [
        "<body><p>"
        + "网民反映该页面不存在，经核查，系旧链接，现已全部修复，感谢您对网站工作的关心和支持。" * 3
        + "</p></body>",
        "<title>查询</title><body>没有符合条件的记录</body>",
        "<body><div id=app></div><script>function load(){fail=function(){alert('文章不存在')}}</script></body>",
        "<body><script>alert('欢迎来到临河县人民政府网站')</script></body>",
        "<title>办事大厅</title><body><script>alert('请使用谷歌浏览器访问');</script></body>",
    ],
)
def test_other_short_pages_are_none(html: str) -> None:
    look = look_of(answer(html))
    assert not says_not_found(look.title, len(look.text), look.text)


def test_a_server_status_line_for_a_title() -> None:
    assert says_not_found("HTTP Status 404 – 未找到", 30)


def test_a_login_that_forbids_is_no_missing_page() -> None:
    assert is_walled(answer("<title>用户登录</title><body>请登录</body>", 403), on_site=True)
    assert not is_walled(answer("<title>403 Forbidden</title>", 403), on_site=True)


@pytest.mark.parametrize(
    "html",
    [
        "<title>系统维护公告</title><p>尊敬的用户：因系统升级维护，本网站将于近期暂停服务，敬请谅解。</p>",
        "<title>临河县人民政府</title><p>网站正在改版升级中……</p>",
        "<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1>",
        "<title>IIS Windows Server</title><img src='iisstart.png'>",
        "<p>该网站已关闭，请访问县政府门户网站。</p>",
    ],
)
def test_a_page_in_place_of_a_closed_site(html: str) -> None:
    assert says_closed(look_of(answer(html)))


@pytest.mark.parametrize(
    "html",
    [
        "<title>网站维护</title><p>网站维护单位：县大数据中心，联系电话：0900-5112233。</p>",
        "<title>养护公告</title><p>因道路改造，人民路自11月20日起实行交通管制，请绕行。</p>",
        f"<title>系统升级公告</title><p>因系统升级，社保业务暂停服务。{'请广大群众合理安排办理时间。' * 40}</p>",
        "<title>临河县人民政府</title><p>首页</p>",
    ],
)
def test_a_page_that_is_no_notice_of_closing(html: str) -> None:
    assert not says_closed(look_of(answer(html)))
