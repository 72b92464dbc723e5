import pytest

from checks.observations.link import LinkSeen
from checks.observations.page import PageSeen
from checks.rulebook import rules_for

RULE = next(rule for rule in rules_for(PageSeen) if rule.id == "hidden-link")


def found(*links: LinkSeen):
    page = PageSeen(url="https://www.linhe.example/", kind="home", encoding="utf-8", links=links)
    return list(RULE.check(page, RULE.limits))


def test_a_gambling_link_is_a_confirmed_veto():
    (finding,) = found(LinkSeen("http://www.abc.example/", "澳门新葡京官网", "page", "footer"))
    assert (finding.verdict, finding.severity, finding.repair) == ("confirmed", None, "template")
    assert RULE.data.severity == "veto"


def test_a_telling_host_is_enough():
    assert found(LinkSeen("http://www.bet365-888.example/", "", "page"))[0].facts["kind"] == "spam"


def test_a_link_out_of_sight_is_only_likely():
    (finding,) = found(LinkSeen("http://shop.example/", "优惠", "page", hidden="off-screen"))
    assert (finding.verdict, finding.severity) == ("likely", "deduct")


@pytest.mark.parametrize(
    "link",
    [
        LinkSeen("https://www.linhe.example/x.html", "特码", "page", hidden="tiny"),
        LinkSeen("http://www.mps.gov.cn/", "严厉打击网络赌博", "page", hidden="off-screen"),
        LinkSeen("http://www.shop.example/", "某某集团", "page", hidden="display-none"),
        LinkSeen("http://www.paper.example/", "警方打掉一个赌博团伙", "page"),
        LinkSeen("http://www.price.example/", "安和市价格监测中心", "page", hidden="off-screen"),
    ],
    ids=["own pages", "public bodies", "drop-down menus", "news about gambling", "friend links off the screen"],
)
def test_nothing_to_say_about(link):
    assert found(link) == []
