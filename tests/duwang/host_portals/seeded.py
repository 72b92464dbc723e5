"""The hosts: faults and, beside each, what looks like it and is none. Two days, on the second of which some mend."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from config.sites import Level
from tests.certificates import root, self_signed
from tests.duwang.host_portals.state import NONE, SILENT, HostSite, State

DAY = timedelta(days=1)
ISSUER = "ca.xugou.example"
ISSUER_FILE = "/zhongji.cer"
CONTROL = "www.zhiming-xugou.cn"
"""A well-known host that is surely in order."""
NOT_IN_DNS = "www.xugou.example"
NOT_HANDED_OUT = "/meiyou.cer"
BETWEEN = root().child("虚构中级证书机构")
"""The authority whose certificate `ISSUER` hands out at `ISSUER_FILE`."""
STRANGER = root("没有登记的证书机构")

INVALID = frozenset({("tls-invalid", "{host}")})
EXPIRING = frozenset({("tls-expiring", "{host}")})
NO_IPV6 = frozenset({("ipv6-missing", "{host}")})
IRREGULAR = frozenset({("domain-irregular", "{host}")})


def page(title: str, body: str = "", head: str = "") -> str:
    """A page in the manner of a small portal."""
    text = "本县认真做好各项工作，及时公开政府信息，接受社会监督。" * 8
    return (
        f"<html lang='zh-CN'><head><meta charset='utf-8'><title>{title}</title>{head}</head><body>"
        f"<div class='nav'><a href='/'>首页</a><a href='/tzgg/1.html'>情况通报</a></div><h1>{title}</h1>"
        f"<p>发布时间：2026-11-18</p><div class='content'><p>{text}</p>{body}</div></body></html>"
    )


HOME = {"/": page("虚构县人民政府")}


def _site(
    host: str,
    first: State,
    then: State | None = None,
    *,
    url: str = "{https}/",
    level: Level = "county",
    name: str = "虚构县人民政府",
) -> HostSite:
    first = first if first.pages else replace(first, pages=HOME)
    then = then or first
    return HostSite(
        host=host, url=url, level=level, name=name, days=(first, then if then.pages else replace(then, pages=HOME))
    )


def _host(key: str) -> str:
    return f"www.{key}-xugou.gov.cn"


def _certificates(folder: Path, _: str) -> Iterator[HostSite]:
    """What is wrong with the certificate itself, and what is not."""
    issue = partial(root().issue, folder)
    fine, ended, young = _host("youxiao"), _host("guoqi"), _host("weidao")
    yield _site(fine, State(certificate=issue(fine)))
    yield _site(ended, State(certificate=issue(ended, ends=-DAY), found=INVALID), State(certificate=issue(ended)))
    yield _site(young, State(certificate=issue(young, starts=DAY), found=INVALID))
    other, bare, many, star = _host("taren"), _host("luoming"), _host("duoming"), _host("tongpei")
    yield _site(other, State(certificate=issue("www.qita-xugou.gov.cn"), found=INVALID))
    yield _site(bare, State(certificate=issue(bare.removeprefix("www.")), found=INVALID))
    yield _site(many, State(certificate=issue("qita-xugou.gov.cn", many, common_name="")))
    yield _site(star, State(certificate=issue(f"*.{star.removeprefix('www.')}")))
    own, unknown = _host("ziqian"), _host("buzhi")
    yield _site(own, State(certificate=self_signed(folder, own), found=INVALID))
    yield _site(unknown, State(certificate=STRANGER.issue(folder, unknown), found=INVALID))


def _chains(folder: Path, issuer: str) -> Iterator[HostSite]:
    """Chains with all their links, and without."""
    whole, gap, lost, old = _host("quanlian"), _host("loulian"), _host("quelian"), _host("jiulian")
    issue = partial(BETWEEN.issue, folder)
    yield _site(whole, State(certificate=issue(whole)))
    with_gap = issue(gap, chain=False, fetched_at=issuer + ISSUER_FILE)
    yield _site(gap, State(certificate=with_gap, found=INVALID), State(certificate=issue(gap)))
    yield _site(lost, State(certificate=issue(lost, chain=False, fetched_at=issuer + NOT_HANDED_OUT)))
    ended = root().child("已到期的中级证书机构", ends=-DAY)
    yield _site(old, State(certificate=ended.issue(folder, old), found=INVALID))


def _ends(folder: Path, _: str) -> Iterator[HostSite]:
    """Certificates that end, and the days that go by."""
    issue = partial(root().issue, folder)
    soon, last, month, later = _host("jiangdao"), _host("jintian"), _host("sanshi"), _host("liushi")
    yield _site(
        soon,
        State(certificate=issue(soon, ends=10 * DAY), found=EXPIRING),
        State(certificate=issue(soon, ends=-DAY), found=EXPIRING | INVALID),  # it ended; that renews nothing
    )
    yield _site(
        last,
        State(certificate=issue(last, ends=2 * DAY), found=EXPIRING),
        State(certificate=issue(last, ends=90 * DAY)),
    )
    certificate = issue(month, ends=31 * DAY)
    yield _site(month, State(certificate=certificate), State(certificate=certificate, found=EXPIRING))
    yield _site(later, State(certificate=issue(later, ends=60 * DAY)))


def _ways_to_https(folder: Path, _: str) -> Iterator[HostSite]:
    """Sites that are registered with http, and handshakes that fail."""
    issue = partial(root().issue, folder)
    onward, good, plain, dropped = _host("tiaozhuan"), _host("haotiao"), _host("buyong"), _host("duankai")
    bad = State(certificate=issue(onward, ends=-DAY), leads_to_https=True, found=INVALID)
    yield _site(onward, bad, replace(bad, leads_to_https=False, found=frozenset()), url="{http}/")
    yield _site(good, State(certificate=issue(good), leads_to_https=True), url="{http}/")
    yield _site(plain, State(), State(certificate=self_signed(folder, plain)), url="{http}/")  # nobody is led there
    yield _site(dropped, State(certificate=self_signed(folder, dropped), found=INVALID), State(found=INVALID))


def _insecure(*paths: str) -> frozenset[tuple[str, str]]:
    return frozenset(("link-insecure", "{http}" + path) for path in paths)


INSECURE = _insecure("/js/tongji.js", "/css/a.css", "/zhutu.jpg", "/shipin.mp4", "/kuang.html", "/datu.jpg")
_BAD_HEAD = "<script src='{http}/js/tongji.js'></script><link rel='stylesheet' href='{http}/css/a.css'>"
_BAD_BODY = (
    "<p><img src='{http}/zhutu.jpg' alt='主图'></p><video src='{http}/shipin.mp4'></video>"
    "<iframe src='{http}/kuang.html' title='表格'></iframe>"
    "<a href='{http}/datu.jpg'><img src='{http}/datu.jpg' alt='大图'></a>"
)
_ODD_HEAD = "<link rel='shortcut icon' href='{http}/tubiao.ico'><link rel='stylesheet' href='/css/b.css'>"
_ODD_BODY = (
    "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' data-original='{http}/lan.jpg' alt='懒加载'>"
    "<audio><source src='{http}/yinpin.mp3'></audio><embed src='{http}/dongtai.swf'>"
    "<input type='image' src='{http}/anniu.png' alt='提交'>"
    "<div class='footer'><script src='{http}/js/dangzheng.js'></script>"
    "<script src='//tj.xugou.example/a.js'></script></div>"
)
_ODD = _insecure("/tubiao.ico", "/lan.jpg", "/yinpin.mp3", "/dongtai.swf", "/anniu.png", "/js/dangzheng.js")
_BASED_HEAD = "<base href='{http}/'><script src='js/based.js'></script>"
_HARMLESS_HEAD = (
    "<link rel='canonical' href='{http}/'><link rel='dns-prefetch' href='http://tj.xugou.example'>"
    "<!-- <script src='{http}/js/jiu.js'></script> -->"
    "<!--[if lt IE 9]><script src='{http}/js/ie.js'></script><![endif]-->"
    "<script>var jiu = '{http}/js/jiu.js';</script><script src='/js/xin.js'></script>"
)
_HARMLESS_BODY = (
    "<a href='{http}/tzgg/1.html'>上一篇</a><a href='{http}/fujian.pdf'>附件</a><a href='{http}/tu.jpg'>看图</a>"
    "<form action='{http}/sousuo'></form><img src='/bendi.jpg' alt=''>"
    "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' alt=''>"
    "<noscript><img src='{http}/tongji.gif' alt=''></noscript><p>网址：{http}/js/tongji.js</p>"
)
_UPGRADE = "upgrade-insecure-requests"


def _parts(folder: Path, _: str) -> Iterator[HostSite]:
    """Pages sent over https with parts over http, and what is no such part."""
    keys = ("jiaza", "muban", "wujiaza", "shengji", "shengjitou", "wujiami")
    mixed, odd, clean, told, header, plain = map(_host, keys)
    certificate = {host: root().issue(folder, host) for host in (mixed, odd, clean, told, header)}
    bad = {**HOME, "/tzgg/1.html": page("情况通报", _BAD_BODY, _BAD_HEAD)}
    upgraded = {
        **HOME,
        "/tzgg/1.html": page(
            "情况通报", _BAD_BODY, f"<meta http-equiv='Content-Security-Policy' content='{_UPGRADE}'>{_BAD_HEAD}"
        ),
    }
    harmless = {**HOME, "/tzgg/1.html": page("情况通报", _HARMLESS_BODY, _HARMLESS_HEAD)}
    yield _site(
        mixed,
        State(certificate=certificate[mixed], pages=bad, found=INSECURE),
        State(certificate=certificate[mixed], pages=harmless),
    )
    everywhere = {
        "/": page("虚构县人民政府", _ODD_BODY, _ODD_HEAD),
        "/tzgg/1.html": page("情况通报", _ODD_BODY, _BASED_HEAD + _ODD_HEAD),
    }
    based = _insecure("/js/based.js", "/css/b.css") | {("link-insecure", "http://tj.xugou.example/a.js")}
    yield _site(odd, State(certificate=certificate[odd], pages=everywhere, found=_ODD | based))
    yield _site(clean, State(certificate=certificate[clean], pages=harmless))
    yield _site(told, State(certificate=certificate[told], pages=upgraded))
    yield _site(header, State(certificate=certificate[header], pages=bad, policy=f"default-src * data:; {_UPGRADE}"))
    yield _site(plain, State(pages=bad), url="{http}/")


def _addresses(_: Path, __: str) -> Iterator[HostSite]:
    """Hosts without an IPv6 address, and hosts of which nobody knows."""
    at_http = partial(_site, url="{http}/")
    missing = State(ipv6=NONE, found=NO_IPV6)
    yield at_http(_host("wuliu"), missing)
    yield at_http(_host("jialiu"), missing, State())
    yield at_http(_host("bumingliu"), missing, State(ipv6=SILENT, found=NO_IPV6))
    yield at_http(_host("buzhiliu"), State(ipv6=SILENT))


def _names(_: Path, __: str) -> Iterator[HostSite]:
    """Names of every level."""
    at_http = partial(_site, url="{http}/")
    moved = _host("xinming")
    yield at_http("www.jiuming-xugou.com", State(found=IRREGULAR), State(register=moved))
    yield at_http("xugou.net.cn", State(found=IRREGULAR), level="department", name="虚构县教育局")
    yield at_http("zwgk.xugou.gov.cn", State(found=IRREGULAR))
    yield at_http("www.xgjyj.gov.cn", State(found=IRREGULAR), level="department", name="虚构县教育局")
    # 0.0.0.0 leads to this machine without being its loopback address: it stands for one in a machine room.
    yield at_http("0.0.0.0", State(found=IRREGULAR))
    yield at_http("127.0.0.1", State())
    yield at_http("www.xugou.gov.cn", State())
    yield at_http("www.xugou.xusheng.gov.cn", State())
    yield at_http("jyj.xugou.gov.cn", State(), level="department", name="虚构县教育局")
    yield at_http("chengguan.xugou.gov.cn", State(), level="township", name="虚构县城关镇人民政府")
    yield at_http("www.xugou-yiyuan.com", State(), level="department", name="虚构县人民医院")
    yield at_http("xn--miq665e.xn--zfr164b", State())
    yield at_http("wz.xugou.gov.cn", State(), url="{http}/jyj/", level="department", name="虚构县教育局")
    yield at_http(NOT_IN_DNS, State(ipv6=NONE))


Seeds = Callable[[Path, str], Iterator[HostSite]]
"""Folder for certificates, origin of `ISSUER` -> hosts."""
GROUPS: dict[str, Seeds] = {
    "certificates": _certificates,
    "chains": _chains,
    "ends": _ends,
    "ways-to-https": _ways_to_https,
    "parts": _parts,
    "addresses": _addresses,
    "names": _names,
}
