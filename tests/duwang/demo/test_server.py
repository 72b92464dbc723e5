"""The sample sites over real HTTP."""

import http.client
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from duwang.demo.city import City
from duwang.demo.server import serving

LAST = date(2026, 11, 21)


@pytest.fixture(scope="module")
def city() -> Iterator[City]:
    with serving(LAST) as city:
        yield city


def ask(city: City, host: str, path: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", city.port, timeout=10)
    connection.request(method, path, headers={"Host": f"{host}:{city.port}", **headers})
    return connection.getresponse()


def test_hosts_are_told_apart_by_name(city: City) -> None:
    assert "安和市人民政府" in ask(city, "www.anhe.example", "/").read().decode()
    assert "青汀县人民政府" in ask(city, "www.qingting.example", "/").read().decode()
    assert ask(city, "www.nobody.example", "/").status == 404


def test_an_unchanged_page_answers_304(city: City) -> None:
    first = ask(city, "www.anhe.example", "/zwgk/tongzhi/")
    tag = first.headers["ETag"]
    again = ask(city, "www.anhe.example", "/zwgk/tongzhi/", **{"If-None-Match": tag})
    assert (again.status, again.headers["ETag"], again.read()) == (304, tag, b"")


def test_the_pages_follow_the_simulated_day(city: City) -> None:
    today = ask(city, "www.anhe.example", "/").headers["ETag"]
    city.turn_to(LAST - timedelta(days=1))
    assert ask(city, "www.anhe.example", "/").headers["ETag"] != today
    city.turn_to(LAST)
    assert ask(city, "www.anhe.example", "/").headers["ETag"] == today


def test_a_stumbling_page_works_at_the_second_request_of_a_day(city: City) -> None:
    assert [ask(city, "www.anhe.example", "/zwgk/flaky/report.html").status for _ in range(3)] == [500, 200, 200]


def test_a_page_that_refuses_head_can_be_had(city: City) -> None:
    assert ask(city, "www.qingting.example", "/zwgk/get_only.html", "HEAD").status == 405
    assert ask(city, "www.qingting.example", "/zwgk/get_only.html").status == 200


def test_one_site_answers_200_where_there_is_no_page(city: City) -> None:
    answer = ask(city, "jytyj.anhe.example", "/jytyj/nothing.shtml")
    assert answer.status == 200
    assert "不存在" in answer.read().decode()


def test_two_cities_are_served_side_by_side() -> None:
    with serving(LAST) as first, serving(LAST) as second:
        assert first.port != second.port
        assert {ask(city, "www.anhe.example", "/").status for city in (first, second)} == {200}
