"""What a stranger's portal is made of: pages with their faults written beside them, and the traps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.servers import Page, Reply

TODAY = date(2026, 11, 20)
Fault = tuple[str, str]
"""(check, subject): a path with its query, an address of another host, or an item's code."""


@dataclass
class Stranger:
    """A portal as it is written down: `add` a page together with what an inspector would note about it."""

    host: str
    name: str
    code: str
    level: str
    pages: dict[str, Page] = field(default_factory=dict)
    faults: set[Fault] = field(default_factory=set)
    checks: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """The office's own limits."""
    unasked: frozenset[str] = frozenset()
    """Checks of which nothing is written down here."""
    hosts: tuple[str, ...] = ()
    """Other hosts that this machine answers for."""

    def add(self, path: str, html: str | Page, *faults: str) -> str:
        """Put a page on the portal. A fault is a check's id, of this page, or `check subject`."""
        if path in self.pages:
            raise ValueError(path)
        self.pages[path] = html
        for fault in faults:
            check, _, subject = fault.partition(" ")
            self.faults.add((check, subject or path))
        return path


def attached(body: bytes, kind: str = "application/octet-stream") -> Reply:
    """A file to download."""
    return Reply(body, headers={"Content-Type": kind})


def paragraphs(*lines: str) -> str:
    """Lines of text, as editors write them."""
    return "".join(f"<p>　　{line}</p>" for line in lines)


def filler(topic: str) -> str:
    """An article's paragraphs, some 250 characters."""
    return paragraphs(
        f"为扎实做好{topic}工作，各有关单位要结合实际，明确目标任务，细化工作举措，层层压实责任，确保各项部署落到实处、取得实效。",
        f"一是加强组织领导。主要负责同志要亲自过问，分管负责同志要具体抓落实，定期研究{topic}中的困难和问题，及时协调解决。",
        f"二是强化工作保障。统筹安排经费和人员，把{topic}纳入年度重点任务，做到有计划、有检查、有总结，不断提高工作质量。",
        f"三是注重宣传引导。充分利用广播、宣传栏、微信群等方式，广泛宣传{topic}的意义和要求，营造全社会共同参与的良好氛围。",
        "四是严格督促检查。对工作推进缓慢、落实不到位的单位，及时提醒督促，限期整改，并将结果作为年终评价的参考。",
    )


def list_items(entries: Iterable[tuple[str, str, str]], form: str) -> str:
    """(address, title, date) in a form with `{url}`, `{title}` and `{day}`."""
    return "".join(form.format(url=url, title=title, day=day) for url, title, day in entries)
