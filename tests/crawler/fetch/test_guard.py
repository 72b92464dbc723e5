"""Where we never connect."""

import asyncio
import socket

import pytest

from config.settings import FetchSettings
from crawler.fetch.guard import Guard, RefusedAddressError, is_inside, literal


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd12:3456::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "fec0::1",
        "::127.0.0.1",
        "::ffff:0:10.0.0.1",
    ],
)
def test_addresses_of_somebodys_network_are_inside(address: str) -> None:
    assert is_inside(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "218.65.3.1", "2400:3200::1", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1"])
def test_addresses_of_the_internet_are_not(address: str) -> None:
    assert not is_inside(address)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("2130706433", "127.0.0.1"),
        ("0x7f000001", "127.0.0.1"),
        ("0177.0.0.1", "127.0.0.1"),
        ("127.1", "127.0.0.1"),
        ("www.linhe.example", None),
        ("123.example", None),
    ],
)
def test_numbers_in_every_writing_are_addresses(host: str, address: str | None) -> None:
    assert literal(host) == address


@pytest.mark.parametrize(
    ("url", "cause"),
    [
        ("http://169.254.169.254/latest/meta-data/", "inside-address"),
        ("http://2130706433/", "inside-address"),
        ("http://0x7f.1/", "inside-address"),
        ("http://[::1]:8080/", "inside-address"),
        ("http://[::ffff:127.0.0.1]/", "inside-address"),
        ("file:///etc/passwd", "scheme"),
        ("data:text/html,x", "scheme"),
        ("ftp://ftp.linhe.example/", "scheme"),
        ("gopher://x/", "scheme"),
        ("http:///nohost", "malformed"),
        ("http://a:99999/", "malformed"),
        ("http://[::1/", "malformed"),
    ],
)
def test_it_refuses_before_anything_is_asked(url: str, cause: str) -> None:
    with pytest.raises(RefusedAddressError) as refused:
        Guard(FetchSettings()).check(url)
    assert refused.value.cause == cause


def test_a_registered_sites_own_host_may_lie_inside() -> None:
    guard = Guard(FetchSettings(), ["10.0.0.8"])
    guard.check("http://10.0.0.8/")
    with pytest.raises(RefusedAddressError):
        guard.check("http://10.0.0.9/")


def test_allow_private_lifts_the_guard() -> None:
    Guard(FetchSettings(allow_private=True)).check("http://127.0.0.1/")


def resolve(guard: Guard, host: str) -> list[str]:
    return [found["host"] for found in asyncio.run(guard.resolve(host, 80))]


def test_a_name_that_leads_inside_is_refused() -> None:
    with pytest.raises(RefusedAddressError):
        resolve(Guard(FetchSettings()), "localhost")


def test_one_inside_address_spoils_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    async def two_faced(*_: object, **__: object) -> list[tuple[object, ...]]:
        return [(2, 1, 6, "", ("1.1.1.1", 80)), (2, 1, 6, "", ("127.0.0.1", 80))]

    async def run() -> None:
        monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", two_faced)
        await Guard(FetchSettings()).resolve("rebinding.gov.cn", 80)

    with pytest.raises(RefusedAddressError):
        asyncio.run(run())


def test_mapped_names_lead_where_the_settings_say() -> None:
    guard = Guard(FetchSettings(hosts={"www.linhe.example": "127.0.0.1"}))
    assert resolve(guard, "www.linhe.example") == ["127.0.0.1"]
    guard.check("http://www.linhe.example/")


def test_reserved_names_ask_no_name_server() -> None:
    with pytest.raises(socket.gaierror):
        resolve(Guard(FetchSettings()), "gone.example")


@pytest.mark.parametrize("first", ["http://192.168.0.1x", "http://192.168.0.1x/"])
def test_an_address_that_may_be_asked_opens_no_door_to_a_shorter_one(first: str) -> None:
    guard = Guard(FetchSettings(contact="test@example.org"))
    guard.check(first)
    guard.check(first)
    with pytest.raises(RefusedAddressError):
        guard.check("http://192.168.0.1/")
