import asyncio

import pytest

from config.settings import FetchSettings
from crawler.fetch.absent import AbsentLooks
from crawler.fetch.door import Door
from crawler.fetch.link_probe import LinkProbe, verdict_of
from storage.writes.worklist import Work
from tests.servers import Asked, Reply, portal, redirect


class BrokenDoor:
    """Our own code at fault."""

    async def ask(self, *_: object, **__: object) -> None:
        raise AttributeError("nobody thought of this")


def test_a_target_that_our_own_code_stumbles_over_accuses_nobody_and_ends_nothing():
    fields = dict.fromkeys(Work._fields)
    work = Work(**{**fields, "url": "https://www.linhe.example/a.html", "kind": "page", "tries": 0, "attempts": ()})
    probed = asyncio.run(LinkProbe(BrokenDoor(), None, lambda _: "", home="http://a.example/").try_once(work))
    assert probed.outcome == "crash"
    assert verdict_of(work, probed) == ("undecided", "crash")


def test_a_host_that_sends_everybody_to_its_login_says_nothing_of_the_page():
    login = "<html><title>政务协同</title><form>用户 密码 <input type='password' name='p'></form></html>"
    work = Work(**dict.fromkeys(Work._fields))._replace(kind="page", tries=0, attempts=(), on_site=False)

    async def probe(url: str) -> str:
        async with Door(FetchSettings(), ["127.0.0.1"]) as door:
            return (
                await LinkProbe(door, AbsentLooks(door), lambda _: "", home=url).try_once(work._replace(url=url))
            ).outcome

    with portal({"/": login}) as site:
        site.missing = redirect("/")
        assert asyncio.run(probe(f"{site.url}/doc/12.html")) == "walled"


@pytest.mark.parametrize(
    ("tries", "home", "outcome"),
    [
        pytest.param(0, "http://www.linhe.example/", "http-404", id="asked out of the blue"),
        pytest.param(1, "http://www.linhe.example/zt/", "ok", id="asked as a visitor of the site"),
        pytest.param(1, "https://www.linhe.example/", "http-404", id="browsers tell no unsafe place"),
    ],
)
def test_a_file_that_is_only_for_visitors_of_the_site(tries: int, home: str, outcome: str) -> None:
    def guarded(asked: Asked) -> Reply:
        return Reply(b"%PDF-1.4", 200 if asked.headers.get("referer") == "http://www.linhe.example/" else 404)

    work = Work(**dict.fromkeys(Work._fields))._replace(kind="attachment", tries=tries, attempts=(), on_site=True)

    async def probe(url: str) -> str:
        async with Door(FetchSettings(), ["127.0.0.1"]) as door:
            visitor = LinkProbe(door, AbsentLooks(door), lambda _: "", home=home)
            return (await visitor.try_once(work._replace(url=url))).outcome

    with portal({"/a.pdf": guarded}) as site:
        assert asyncio.run(probe(f"{site.url}/a.pdf")) == outcome
