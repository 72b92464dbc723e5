import pytest

from tests.checks.rules.rule import found
from tests.factories import register_site, site


def kinds(host, level="county", **given):
    entry = register_site(url=f"http://{host}/", level=level, **given)
    return [finding.facts["kind"] for finding in found("domain-irregular", site(site=entry))]


@pytest.mark.parametrize(
    ("host", "level", "kind"),
    [
        ("www.linhe.com", "county", "not-gov-cn"),
        ("linhe.gov.cn.com", "county", "not-gov-cn"),
        ("notgov.cn", "county", "not-gov-cn"),
        ("61.1.2.3", "county", "bare-ip"),
        ("192.168.1.5:8080", "county", "bare-ip"),
        ("[2408::1]", "county", "bare-ip"),
        ("zwgk.linhe.gov.cn", "county", "naming"),
        ("jyj.linhe.gov.cn", "city", "naming"),
        ("www.lhjyj.gov.cn", "department", "naming"),
        ("lhjyj.gov.cn", "department", "naming"),
        ("www.xiaozhen.gov.cn", "township", None),
    ],
)
def test_each_irregularity_is_named(host, level, kind):
    assert kinds(host, level) == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("host", "level"),
    [
        ("www.linhe.gov.cn", "county"),
        ("linhe.gov.cn", "county"),
        ("www.linhe.linjiang.gov.cn", "county"),
        ("www.linjiang.gov.cn", "city"),
        ("WWW.LINHE.GOV.CN", "county"),
        ("jyj.linhe.gov.cn", "department"),
        ("www.jyj.linhe.gov.cn", "department"),
        ("chengguan.linhe.gov.cn", "township"),
        ("www.linhe.example", "county"),
        ("linhe.test", "county"),
        ("localhost:8000", "county"),
        ("127.0.0.1:8000", "county"),
        ("[::1]:8000", "county"),
        ("www.example.com", "county"),
        ("临河县人民政府.政务", "county"),
        ("xn--miq665e.xn--zfr164b.cn", "county"),
        ("www.linhe.gov.cn/jyj", "department"),
        ("www.linhe.gov.cn/xzjd/cg", "township"),
    ],
)
def test_regular_and_reserved_names_are_fine(host, level):
    assert kinds(host, level) == []


def test_bodies_of_the_state_council_are_named_as_portals():
    assert kinds("www.buwei.gov.cn", "department", code="bm99000001") == []


@pytest.mark.parametrize("name", ["临河县人民医院", "临河县第一中学", "临河县图书馆"])
def test_public_institutions_are_not_bound(name):
    assert kinds("www.lhyy.com", "department", name=name) == []


def test_a_folder_of_a_host_outside_gov_cn_is_still_outside():
    assert kinds("www.linhe.com/jyj", "department") == ["not-gov-cn"]


def test_the_home_pages_own_file_is_no_folder():
    entry = register_site(url="http://zwgk.linhe.gov.cn/index.html", level="county")
    assert [finding.facts["kind"] for finding in found("domain-irregular", site(site=entry))] == ["naming"]


def test_a_name_against_the_rule_is_advice():
    entry = register_site(url="http://zwgk.linhe.gov.cn/")
    assert [finding.severity for finding in found("domain-irregular", site(site=entry))] == ["advice"]
