"""Sites in a folder of a portal's host: what lies beside them is somebody else's."""

import pytest

from config.sites import Site
from crawler.columns import ColumnFinder
from crawler.own_hosts import OwnHosts
from tests.factories import link, page, register_site

HOST = "https://www.linhe.example"
BESIDE = (f"{HOST}/", f"{HOST}/tzgg/", f"{HOST}/mzj/gzdt/")
INSIDE = tuple(f"{HOST}/jyj/{name}/" for name in ("gzdt", "tzgg", "zcwj", "jgsz"))


def own(url: str, *links: str, **given: object) -> OwnHosts:
    hosts = OwnHosts(register_site(url=url, **given))
    hosts.settle(page(url=url, kind="home", links=tuple(link(url=one, text=one[-5:]) for one in links)))
    return hosts


@pytest.mark.parametrize("url", [f"{HOST}/jyj/", f"{HOST}/jyj", f"{HOST}/jyj/index.html"])
def test_a_site_in_a_folder_keeps_to_it(url: str) -> None:
    hosts = own(url, *INSIDE, *BESIDE)
    assert all(map(hosts.has, INSIDE))
    assert not any(map(hosts.has, BESIDE))


def test_a_portal_whose_home_page_alone_lies_in_a_folder_has_its_host() -> None:
    assert all(map(own(f"{HOST}/jyj/index.html", INSIDE[0], *BESIDE).has, BESIDE))
    assert all(map(own(f"{HOST}/", *INSIDE, *BESIDE).has, BESIDE))


def test_a_column_of_the_profile_is_the_site_s_wherever_it_lies() -> None:
    column = {"name": "政府信息公开", "url": "/public/7301/index.html", "type": "disclosure_catalog"}
    hosts = own(f"{HOST}/jyj/", *INSIDE, *BESIDE, columns=[column])
    assert hosts.has(f"{HOST}/public/7301/5.html")
    assert not hosts.has(f"{HOST}/public/7302/5.html")


def test_columns_of_the_portal_and_of_other_offices_are_not_the_site_s() -> None:
    site: Site = register_site(url=f"{HOST}/jyj/")
    names = {f"{HOST}/jyj/gzdt/": "工作动态", f"{HOST}/jyj/zcwj/": "政策文件", f"{HOST}/tzgg/": "通知公告"}
    home = page(url=site.url, kind="home", links=tuple(link(url=url, text=name) for url, name in names.items()))
    hosts = OwnHosts(site)
    hosts.settle(home)
    finder = ColumnFinder(site, (), hosts.has)
    assert {lead.name for lead in finder.first_level(home)} == {"工作动态", "政策文件"}
    other = page(url=f"{HOST}/jyj/lj/", links=(link(url=f"{HOST}/mzj/gzdt/", text="民政动态"),))
    assert finder.second_level(other) == []
