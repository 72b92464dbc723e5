"""Reads generated portals and prints what it costs: `python -m benchmarks.read_portal [--pages 500 2000 10000]`."""

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from statistics import median

from benchmarks.read_portal.measure import Took, precision_recall
from benchmarks.read_portal.our_runs import Workspace
from benchmarks.read_portal.peers import Peer, linkchecker, linkinator
from benchmarks.read_portal.portal import Portal, make_portal
from benchmarks.read_portal.two_portals import two_portals
from benchmarks.read_portal.web_server import Served, nginx, served

_TIMES = 3
"""A portal is read so often anew, and as often again; the medians count, as single runs vary by a third.

The others run in between: a machine that is shared has slow minutes, and they should not fall on one program alone.
"""
_SILENT_PAGES = 200
_HEAD = (
    f"{'':32}{'wall s':>8}{'CPU s':>8}{'ms/page':>9}{'peak MB':>9}{'requests':>10}{'asked':>7}{'precision':>11}"
    f"{'recall':>8}{'pace':>7}"
)
"""`asked`: the share of the portal's own addresses that were asked for; `pace`: milliseconds, see `Took`."""
_TIMES_FASTER = {"linkinator": (5, 8), "linkchecker": (11, 20)}
"""Floor and aim."""


@dataclass(frozen=True)
class Figure:
    """One figure beside what it must reach and what it should."""

    name: str
    value: float
    floor: float
    aim: float
    at_least: bool = False
    """True where more is better."""

    def __str__(self) -> str:
        reached = "aim" if self._holds(self.aim) else "floor" if self._holds(self.floor) else "MISSED"
        return f"{self.name:58}{self.value:10.2f}{self.floor:10.2f}{self.aim:10.2f}   {reached}"

    def _holds(self, limit: float) -> bool:
        return self.value >= limit if self.at_least else self.value <= limit


def main() -> None:
    """Generate, serve, read, compare."""
    parser = argparse.ArgumentParser(prog="benchmarks.read_portal", description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[500, 2000, 10_000])
    parser.add_argument("--peers-at", type=int, default=2000, help="pages of the portal that the others check too")
    parser.add_argument("--no-peers", action="store_true")
    arguments = parser.parse_args()
    if nginx() is None:
        raise SystemExit("nginx is not installed (on Debian: apt-get install nginx-light): nothing to measure against")
    peers = [] if arguments.no_peers else list(_peers())
    with tempfile.TemporaryDirectory(prefix="duwang-benchmark-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # nginx's worker may run as somebody else
        figures: list[Figure] = []
        for pages in arguments.pages:
            figures += _one_size(folder / str(pages), pages, peers if pages == arguments.peers_at else ())
        figures += _with_silence(folder / "silent", peers)
        figures += _together(folder, min(arguments.pages, key=lambda pages: abs(pages - 2000)))
    print(f"\n{'':58}{'figure':>10}{'floor':>10}{'aim':>10}")
    for figure in figures:
        print(figure)


def _peers() -> Iterator[Peer]:
    folder = Path(tempfile.gettempdir()) / "duwang-benchmark-peers"
    folder.mkdir(exist_ok=True)
    for name, install in (("linkinator", linkinator), ("linkchecker", linkchecker)):
        ready = install(folder)
        if isinstance(ready, Peer):
            print(f"{name} {ready.version}")
            yield ready
        else:
            print(f"{name}: skipped, {ready}")


def _one_size(folder: Path, pages: int, peers: Sequence[Peer]) -> list[Figure]:
    portal = _made(folder, pages)
    firsts: list[Took] = []
    seconds: list[Took] = []
    scores: list[tuple[float, float]] = []
    walls: dict[str, float] = {}
    with served(portal.folder, folder / "nginx") as server:
        for number, peer in zip_longest(range(_TIMES), peers):
            ours = Workspace(folder / f"workspace-{number}", (server,))
            ours.make()
            firsts.append(ours.read())
            scores.append(_print("duwang read --full", portal, firsts[-1], ours.broken()))
            size = ours.database_bytes()
            seconds.append(ours.read())
            scores.append(_print("duwang read --full, unchanged", portal, seconds[-1], ours.broken()))
            if peer is not None:
                walls[peer.name] = _check(peer, portal, server, folder).wall
    cpu, wall = median(first.cpu for first in firsts), median(first.wall for first in firsts)
    return [
        Figure(f"{pages}: CPU a page, ms", cpu * 1000 / pages, 3.5, 2.1),
        Figure(
            f"{pages}: second reading's CPU against the first's", median(one.cpu for one in seconds) / cpu, 0.5, 0.3
        ),
        Figure(f"{pages}: peak memory, MB", max(one.peak_mb for one in (*firsts, *seconds)), 200, 130),
        Figure(f"{pages}: database bytes a page, first reading", size / pages, 3000, 1000),
        Figure(f"{pages}: database bytes a page, second", (ours.database_bytes() - size) / pages, 400, 100),
        *_all_found(str(pages), *scores),
        *_faster(pages, wall, walls),
    ]


def _with_silence(folder: Path, peers: Sequence[Peer]) -> list[Figure]:
    """A portal of its own for the target that never answers: all that its times show is how long everybody waits."""
    portal = _made(folder, _SILENT_PAGES, silent=True)
    with served(portal.folder, folder / "nginx") as server:
        ours = Workspace(folder / "workspace", (server,))
        ours.make()
        scores = _print("duwang read --full", portal, ours.read(), ours.broken())
        for peer in peers:
            _check(peer, portal, server, folder, silent=True)
    return list(_all_found("with a target that never answers", scores))


def _together(folder: Path, pages: int) -> Iterable[Figure]:
    gain = two_portals(folder, pages)
    if gain is not None:
        yield Figure("two portals on two cores against one on one: throughput", gain, 1.7, 1.9, at_least=True)


def _all_found(name: str, *scores: tuple[float, float]) -> Iterable[Figure]:
    yield Figure(f"{name}: precision", min(precision for precision, _ in scores), 1, 1, at_least=True)
    yield Figure(f"{name}: recall", min(recall for _, recall in scores), 1, 1, at_least=True)


def _faster(pages: int, wall: float, others: dict[str, float]) -> Iterable[Figure]:
    for name, other in others.items():
        yield Figure(f"{pages}: times faster than {name}", other / wall, *_TIMES_FASTER[name], at_least=True)


def _made(folder: Path, pages: int, *, silent: bool = False) -> Portal:
    portal = make_portal(folder / "site", pages, silent=silent)
    kinds = f"{len(portal.dead)} of them dead in {len(set(portal.dead.values()))} ways"
    print(f"\n{pages} pages, {len(portal.targets)} targets, {kinds}\n{_HEAD}")
    return portal


def _check(peer: Peer, portal: Portal, server: Served, folder: Path, *, silent: bool = False) -> Took:
    took, broken = peer.check(server, folder / peer.name, silent=silent)
    _print(peer.name, portal, took, broken)
    return took


def _print(name: str, portal: Portal, took: Took, broken: set[str]) -> tuple[float, float]:
    precision, recall = precision_recall(broken, portal.dead)
    own = {target for target in portal.targets if target.startswith("/")}
    asked = len(own.intersection(took.asked)) / len(own)
    print(
        f"{name:32}{took.wall:8.1f}{took.cpu:8.1f}{took.cpu * 1000 / portal.pages:9.2f}{took.peak_mb:9.0f}"
        f"{len(took.asked):10}{asked:7.2f}{precision:11.3f}{recall:8.3f}{took.pace:7.2f}"
        f"{_missed(portal, broken)}",
        flush=True,
    )
    return precision, recall


def _missed(portal: Portal, broken: set[str]) -> str:
    """Which kinds of dead links a program did not see, and how many."""
    counted = Counter(kind for target, kind in portal.dead.items() if target not in broken)
    missed = ", ".join(f"{kind} {count}" for kind, count in counted.items())
    return f"   missed: {missed}" if missed else ""


if __name__ == "__main__":
    main()
