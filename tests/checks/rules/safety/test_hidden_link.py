from datetime import timedelta

import pytest

from checks.message import sentence
from checks.observations.external import ExternalLink, HostLook
from checks.observations.link import LinkSeen
from checks.observations.page import PageSeen
from tests.checks.rules.rule import rule
from tests.factories import HOME, TODAY, site

RULE = rule("hidden-link")


def found(*links: LinkSeen):
    page = PageSeen(url="https://www.linhe.example/", kind="home", encoding="utf-8", links=links)
    return list(RULE.check(page, RULE.limits))


def test_a_gambling_link_is_a_confirmed_veto():
    (finding,) = found(LinkSeen("http://www.abc.example/", "澳门新葡京官网", "page", "footer"))
    assert (finding.verdict, finding.severity, finding.repair) == ("confirmed", None, "template")
    assert RULE.data.severity == "veto"


def test_a_telling_host_is_enough():
    assert found(LinkSeen("http://www.bet365-888.example/", "", "page"))[0].facts["kind"] == "spam"


@pytest.mark.parametrize("how", ["off-screen", "tiny", "same-colour", "script"])
def test_a_link_out_of_sight_is_only_likely(how):
    (finding,) = found(LinkSeen("http://shop.example/", "优惠", "page", hidden=how))
    assert (finding.verdict, finding.severity) == ("likely", "deduct")


def test_words_for_the_internet_name_no_institution():
    """网上 and 网址 hold 网, by which a friend link off the screen is known."""
    for text in ("网上购彩平台", "网址大全"):
        assert found(LinkSeen("http://shop.example/", text, "page", hidden="off-screen"))


@pytest.mark.parametrize(
    "link",
    [
        LinkSeen("https://www.linhe.example/x.html", "特码", "page", hidden="tiny"),
        LinkSeen("http://www.mps.gov.cn/", "严厉打击网络赌博", "page", hidden="off-screen"),
        LinkSeen("http://www.shop.example/", "某某集团", "page", hidden="display-none"),
        LinkSeen("http://www.paper.example/", "警方打掉一个赌博团伙", "page"),
        LinkSeen("http://www.paper.example/", "公安机关捣毁一“百家乐”赌博窝点", "page"),
        LinkSeen("http://www.price.example/", "安和市价格监测中心", "page", hidden="off-screen"),
    ],
    ids=[
        "own pages",
        "public bodies",
        "drop-down menus",
        "news about gambling",
        "news that names a game",
        "friend links off the screen",
    ],
)
def test_nothing_to_say_about(link):
    assert found(link) == []


def lapsed(**look: object):
    shown = HostLook(**{"host": "www.friend.example", "domain": "friend.example", "title": "某某协会", **look})
    link = ExternalLink(
        url="http://www.friend.example/", look=shown, pages=(HOME,), count=1, region="footer", text="某某协会"
    )
    findings = list(RULE.check(site(external=(link,)), RULE.limits))
    for finding in findings:
        assert "未记录" not in sentence(RULE.data, finding)
    return findings


WORDS = ("百家乐", "老虎机", "真人荷官")


@pytest.mark.parametrize(("title", "verdict"), [("澳门新葡京-真人娱乐", "confirmed"), ("欢迎光临", "likely")])
def test_a_friend_link_that_became_a_gambling_site_is_sure_where_title_and_words_agree(title, verdict):
    (finding,) = lapsed(title=title, spam=WORDS, size=900)
    assert (finding.verdict, finding.severity, finding.facts["kind"]) == (verdict, None, "spam-target")
    assert (finding.subject, finding.page, finding.repair) == ("http://www.friend.example/", HOME, "template")


@pytest.mark.parametrize(
    ("title", "verdict"),
    [("该域名已过期", "confirmed"), ("friend.example", "confirmed"), ("Welcome", "likely")],
)
def test_a_domain_for_sale_is_a_deduction(title, verdict):
    (finding,) = lapsed(title=title, parked=("域名出售",), size=200)
    assert (finding.verdict, finding.severity, finding.urgent) == (verdict, "deduct", False)


CHANGED = {
    "title": "海外购物",
    "certificate": "b.example",
    "title_before": "某某协会",
    "certificate_before": "a.example",
}


def test_a_host_that_changed_name_and_certificate_is_only_pointed_out():
    (finding,) = lapsed(**CHANGED, changed_on=TODAY)
    assert (finding.verdict, finding.severity, finding.facts["kind"]) == ("likely", "advice", "drift")


@pytest.mark.parametrize(
    "look",
    [
        {"title": "某某日报：警方打击网络赌博", "spam": WORDS},
        {"title": "某某门户", "spam": WORDS[:2]},
        {"title": "域名注册商", "parked": ("域名出售",), "size": 9000},
        {**CHANGED, "changed_on": TODAY - timedelta(days=31)},
        {**CHANGED, "title": "某某协会官网", "changed_on": TODAY},
        {},
    ],
    ids=["news about it", "too few words", "a shop of domains", "long ago", "nearly the same name", "nothing odd"],
)
def test_targets_with_nothing_to_say_about(look):
    assert lapsed(**look) == []
