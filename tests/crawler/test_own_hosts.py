"""Which hosts are a site's own."""

import pytest

from config.sites import Site
from crawler.extract.address import canonical
from crawler.own_hosts import OwnHosts


def own(url: str) -> OwnHosts:
    return OwnHosts(Site(code="9901210001", name="临河县人民政府", url=url, level="county", unit="县政府办公室"))


@pytest.mark.parametrize(
    ("registered", "address"),
    [
        ("https://www.linhe.example/", "https://linhe.example/a.html"),
        ("https://linhe.example", "http://www.linhe.example:8080/a.html"),
        ("http://WWW.Linhe.Example/", "http://www.linhe.example/a.html"),
        ("https://临河县.example/", "https://临河县.example/a.html"),
        ("http://[2400:3200::1]:8080/", "http://[2400:3200::1]/a.html"),
    ],
)
def test_a_sites_host_is_its_own_however_it_is_written(registered: str, address: str) -> None:
    assert own(registered).has(canonical(address))


@pytest.mark.parametrize(
    ("registered", "address"),
    [
        ("https://www.linhe.example/", "https://jyj.linhe.example/"),
        ("https://www.linhe.example/", "https://www.linhe.example.other.example/"),
        ("http://[2400:3200::1]/", "http://[2400:3200::2]/"),
    ],
)
def test_other_hosts_are_not(registered: str, address: str) -> None:
    assert not own(registered).has(canonical(address))
