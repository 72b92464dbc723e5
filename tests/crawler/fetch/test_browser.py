"""The browser, against pages that mean no good."""

import asyncio
from collections.abc import Iterator

import pytest

from config.settings import FetchSettings
from crawler.fetch.browser import Browser, Drawn
from crawler.fetch.chromium import can_draw
from crawler.fetch.door import Door
from tests.servers import Portal, Reply, portal, redirect

pytestmark = pytest.mark.skipif(not can_draw(), reason="Playwright or Chromium is not installed")
HOST = "www.linhe.example"


@pytest.fixture
def site() -> Iterator[Portal]:
    with portal() as running:
        yield running


def draw(site: Portal, *paths: str, **settings: object) -> list[Drawn | None]:
    """Draw pages of a site one after another in one browser."""

    async def run() -> list[Drawn | None]:
        fetch = FetchSettings.model_validate({"hosts": {HOST: "127.0.0.1"}, **settings})
        async with Door(fetch) as door, Browser(door, fetch) as browser:
            url = f"http://{HOST}:{site.port}"
            return [await browser.draw(await door.ask("GET", url + path)) for path in paths]

    return asyncio.run(run())


def page(script: str) -> str:
    return f"<html><head><title>通知公告</title></head><body><ul id=seen></ul><script>{script}</script></body></html>"


def test_a_page_asks_through_the_door_and_nothing_inside_is_asked(site: Portal) -> None:
    with portal({"/secret": "geheim"}) as inner:
        secret = inner.url + "/secret"
        site.pages["/away"] = redirect(secret)
        site.pages["/list"] = Reply("有" * 5, headers={"Content-Type": "text/plain; charset=utf-8"})
        site.pages["/"] = page(
            "const say = words => seen.innerHTML += `<li>${words}</li>`;"
            f"for (const url of ['{secret}', 'http://169.254.169.254/latest/', '/away'])"
            " fetch(url, {mode: 'no-cors'}).then(() => say('open'), () => say('refused'));"
            "fetch('/list', {method: 'POST'}).then(it => it.text()).then(say);"
            f"navigator.sendBeacon('{secret}', '1'); new WebSocket('{secret}'.replace('http', 'ws'));"
            f"document.head.innerHTML += `<link rel=preconnect href={inner.url}><link rel=prefetch href={secret}>`;"
            f"document.body.insertAdjacentHTML('beforeend', `<iframe src={secret}></iframe><img src={secret}>`)"
        )
        (drawn,) = draw(site, "/")
        assert inner.asked == []
    assert drawn is not None
    html = drawn.html.decode()
    assert (html.count("<li>refused</li>"), html.count("<li>open</li>")) == (3, 0)
    assert "<li>有有有有有</li>" in html
    assert drawn.frames == {}
    (asked,) = [asked for asked in site.asked if asked.path == "/list"]
    assert asked.method == "POST"
    assert "Duwang" in asked.headers["user-agent"]
    assert site.times("/") == 1


def test_a_script_without_end_is_given_up_and_the_next_page_is_drawn(site: Portal) -> None:
    site.pages |= {"/loop": page("while (true) {}"), "/": page("seen.innerHTML = '<li>好</li>'")}
    loop, good = draw(site, "/loop", "/", timeout_seconds=4)
    assert loop is None
    assert good is not None
    assert "<li>好</li>" in good.html.decode()


def test_a_browser_that_cannot_start_harms_nothing(site: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.fetch.browser.find_chromium", lambda: "/bin/false")
    site.pages["/"] = page("")
    assert draw(site, "/") == [None]


def test_a_page_that_declares_no_encoding_is_drawn_in_its_own(site: Portal) -> None:
    site.pages["/"] = Reply(page("seen.innerHTML = '<li>通知</li>'"), headers={"Content-Type": "text/html"})
    (drawn,) = draw(site, "/")
    assert drawn is not None
    assert "<title>通知公告</title>" in drawn.html.decode()
