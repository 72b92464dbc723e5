"""How far the readings are, and how they ended, as people at a terminal see it."""

import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from checks.lifecycle.case import Move
from checks.message import cause, jump, unopened
from config.rule_file import load_rules
from config.sites import Site
from crawler.plan import Progress
from duwang.jobs.read_site import SiteRead
from duwang.jobs.read_sites import Watcher

_LINE_SECONDS = 10
"""Least time between two lines about one site, where there is no terminal."""


@contextmanager
def watching(sites: int) -> Iterator[Watcher]:
    """Bars on a terminal, plain lines elsewhere; both on standard error."""
    if not sys.stderr.isatty():
        yield Lines()
        return
    from duwang.reading_bars import bars  # Rich takes 25 ms to import

    with bars(sites) as watcher:
        yield watcher


class Lines:
    """A line now and then, for logs."""

    def __init__(self) -> None:
        self._last: dict[str, float] = {}

    def begun(self, site: Site) -> None:
        """Say so."""
        self._last[site.code] = time.monotonic()
        click.echo(f"{site.name}：开始读网", err=True)

    def progressed(self, site: Site, progress: Progress) -> None:
        """Say how far, every ten seconds."""
        now = time.monotonic()
        if now - self._last[site.code] < _LINE_SECONDS:
            return
        self._last[site.code] = now
        click.echo(f"{site.name}：{how_far(progress)}", err=True)

    def ended(self, site: Site, read: SiteRead) -> None:
        """Say how."""
        click.echo(ending(read), err=True)


def how_far(progress: Progress) -> str:
    """How far one site's reading is, in a line; a browser is named, because it is what takes the time."""
    drawn = f"（{progress.drawn} 页须用浏览器打开，较慢）" if progress.drawn else ""
    return (
        f"已读 {progress.pages} 页{drawn}，待读 {progress.pages_waiting} 页；"
        f"已查 {progress.links} 个链接，待查 {progress.links_waiting} 个"
    )


def ending(read: SiteRead) -> str:
    """How one site's reading ended, in a line."""
    if read.state == "failed":
        return f"{read.name}：没有读成。{read.error}"
    if read.state == "quiet-hours":
        return f"{read.name}：进入静默时段，先停下，下次接着读"
    went_on = "接着上次，" if read.resumed else ""
    if read.brought is None:
        return f"{read.name}：{went_on}已由另一个程序读完"
    home = "首页打不开，" if read.state == "unreachable" else ""
    new = read.brought.moves.get(Move.FOUND, 0)
    return f"{read.name}：{went_on}{home}读了 {read.brought.pages} 页，新发现 {new} 个问题（{_duration(read.seconds)}）"


def summary(reads: Sequence[SiteRead], seconds: float) -> str:
    """What all readings of a run brought, for the end of the command."""
    brought = [read.brought for read in reads if read.brought]
    moves: Counter[Move] = Counter()
    unread: Counter[str] = Counter()
    files: Counter[str] = Counter()
    for one in brought:
        moves.update(one.moves)
        unread.update(one.unread)
        files.update(one.unopened)
    pages, links = sum(one.pages for one in brought), sum(one.links for one in brought)
    lines = [
        f"读网结束：{len(brought)} 个网站，{pages} 页，{links} 个链接，用时 {_duration(seconds)}。",
        f"新发现 {moves[Move.FOUND]} 个问题，加重 {moves[Move.WORSE]} 个，再次出现 {moves[Move.REOPENED]} 个，"
        f"已整改 {moves[Move.FIXED]} 个；现有 {sum(one.standing for one in brought)} 个未整改。",
        *_not_read(unread),
        *([f"{unopened(files)}，不作结论。"] if files else []),
        *_troubles(reads),
        *_held(reads),
    ]
    return "\n".join(lines)


def _not_read(unread: Counter[str]) -> list[str]:
    if not unread:
        return []
    why = "、".join(f"{cause(code)} {count} 页" for code, count in unread.most_common())
    return [f"没有读到 {unread.total()} 页，不作结论：{why}。"]


def _held(reads: Sequence[SiteRead]) -> list[str]:
    rules = load_rules()
    jumps = [
        f"  {read.name}“{rules[rule].title}”（{rule}）：{jump(jumped)}"
        for read in reads
        if read.brought
        for rule, jumped in read.brought.jumps.items()
    ]
    if not jumps:
        return []
    return [
        "请先核看再发出：下列检查项的新问题突然增多，已全部暂扣，可能是网站改版，也可能是误判。",
        *jumps,
        "  duwang findings --check 检查项 查看；duwang confirm 编号 放行，duwang dismiss 编号 --reason 理由 排除。",
    ]


def _troubles(reads: Sequence[SiteRead]) -> list[str]:
    groups = [
        ("首页打不开", [read.name for read in reads if read.state == "unreachable"]),
        ("静默时段未读完", [read.name for read in reads if read.state == "quiet-hours"]),
        ("没有读成", _failures(reads)),
    ]
    return [f"{title}：{'、'.join(names)}。" for title, names in groups if names]


def _failures(reads: Sequence[SiteRead]) -> list[str]:
    """The sites that could not be read, those with the same cause together."""
    alike: dict[str, list[str]] = {}
    for read in reads:
        if read.state == "failed":
            alike.setdefault(str(read.error).removesuffix("。"), []).append(read.name)
    return [f"{'、'.join(names)}（{error}）" for error, names in alike.items()]


def _duration(seconds: float) -> str:
    whole = round(seconds)
    if whole < 60:
        return f"{max(whole, 1)} 秒"
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} 小时 {minutes} 分" if hours else f"{minutes} 分 {rest} 秒"
