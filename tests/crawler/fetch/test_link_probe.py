import asyncio

from crawler.fetch.link_probe import LinkProbe, verdict_of
from storage.writes.worklist import Work


class BrokenDoor:
    """Our own code at fault."""

    async def ask(self, *_: object, **__: object) -> None:
        raise AttributeError("nobody thought of this")


def test_a_target_that_our_own_code_stumbles_over_accuses_nobody_and_ends_nothing():
    fields = dict.fromkeys(Work._fields)
    work = Work(**{**fields, "url": "https://www.linhe.example/a.html", "kind": "page", "tries": 0, "attempts": ()})
    probed = asyncio.run(LinkProbe(BrokenDoor(), None).try_once(work))
    assert probed.outcome == "crash"
    assert verdict_of(work, probed) == ("undecided", "crash")
