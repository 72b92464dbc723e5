"""Which places are photographed."""

import asyncio
from pathlib import Path

import pytest

from config.settings import FetchSettings
from crawler.fetch.chromium import can_draw
from crawler.screenshots import Place, take_screenshots
from tests.servers import portal

HEAD = "<html><head><meta charset=utf-8></head>"


@pytest.mark.skipif(not can_draw(), reason="Playwright or Chromium is not installed")
def test_only_a_place_that_is_surely_the_one_meant_and_shows_no_private_number(tmp_path: Path) -> None:
    pages = {
        "/": f"{HEAD}<ul class=a><li>通知</li></ul><ul class=b><li>公告</li></ul><a href=/no style=display:none>无</a>",
        "/names": f"{HEAD}<ul class=a><li>张三 13800138000</li></ul>",
    }
    with portal(pages) as site:
        home = site.url + "/"
        the_one = Place(home, selector="ul.a")
        one_of_two, hidden = Place(home, selector="ul"), Place(home, target=site.url + "/no")
        missing, private = Place(home, target=site.url + "/gone"), Place(site.url + "/names", selector="ul.a")
        places = [the_one, one_of_two, hidden, missing, private]
        taken = asyncio.run(take_screenshots(places, FetchSettings(), own_hosts=["127.0.0.1"], folder=tmp_path))
    assert set(taken) == {the_one}
    assert [file.name for file in tmp_path.iterdir()] == [taken[the_one]]
