"""Reads generated portals and prints what it costs: `python -m benchmarks.read_portal [--pages 500 2000 10000]`."""

import argparse
import tempfile
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.read_portal.measure import Took, precision_recall
from benchmarks.read_portal.our_runs import Workspace
from benchmarks.read_portal.peers import Peer, linkchecker, linkinator
from benchmarks.read_portal.portal import Portal, make_portal
from benchmarks.read_portal.web_server import Served, nginx, served

_HEAD = f"{'':34}{'wall s':>8}{'CPU s':>8}{'ms/page':>9}{'peak MB':>9}{'requests':>10}{'precision':>11}{'recall':>8}"


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
    with tempfile.TemporaryDirectory(prefix="duwang-benchmark-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # nginx's worker may run as somebody else
        figures: list[Figure] = []
        for pages in arguments.pages:
            with_peers = pages == arguments.peers_at and not arguments.no_peers
            figures += _one_size(folder / str(pages), pages, _peers() if with_peers else ())
        figures.append(_two_portals(folder, min(arguments.pages, key=lambda pages: abs(pages - 2000))))
    print(f"\n{'':58}{'figure':>10}{'floor':>10}{'aim':>10}")
    for figure in figures:
        print(figure)


def _peers() -> Iterable[Peer | str]:
    folder = Path(tempfile.gettempdir()) / "duwang-benchmark-peers"
    folder.mkdir(exist_ok=True)
    for name, install in (("linkinator", linkinator), ("linkchecker", linkchecker)):
        ready = install(folder)
        yield f"{name}: skipped, {ready}" if isinstance(ready, str) else ready


def _one_size(folder: Path, pages: int, peers: Iterable[Peer | str]) -> list[Figure]:
    portal = make_portal(folder / "site", pages)
    print(f"\n{pages} pages, {len(portal.targets)} targets, {len(portal.dead)} of them dead\n{_HEAD}")
    with served(portal.folder, folder / "nginx") as server:
        ours = Workspace(folder / "workspace", (server,))
        ours.make()
        first = ours.read()
        size = ours.database_bytes()
        scores = _print("duwang read --full", portal, first, ours.broken())
        second = ours.read()
        again = _print("duwang read --full, unchanged", portal, second, ours.broken())
        walls = dict(_check(peer, portal, server, folder) for peer in peers if not _said(peer))
        return [
            Figure(f"{pages}: CPU a page, ms", first.cpu * 1000 / pages, 3.5, 2.1),
            Figure(f"{pages}: second reading's CPU against the first's", second.cpu / first.cpu, 0.5, 0.3),
            Figure(f"{pages}: peak memory, MB", max(first.peak_mb, second.peak_mb), 200, 130),
            Figure(f"{pages}: database bytes a page, first reading", size / pages, 3000, 1000),
            Figure(f"{pages}: database bytes a page, second", (ours.database_bytes() - size) / pages, 400, 100),
            Figure(f"{pages}: precision", min(scores[0], again[0]), 1, 1, at_least=True),
            Figure(f"{pages}: recall", min(scores[1], again[1]), 1, 1, at_least=True),
            *_faster(pages, first.wall, walls),
        ]


def _faster(pages: int, wall: float, others: dict[str, float]) -> Iterable[Figure]:
    limits = {"linkinator": (5, 8), "linkchecker": (11, 20)}
    for name, other in others.items():
        yield Figure(f"{pages}: times faster than {name}", other / wall, *limits[name], at_least=True)


def _said(peer: Peer | str) -> bool:
    if isinstance(peer, str):
        print(peer)
    return isinstance(peer, str)


def _check(peer: Peer | str, portal: Portal, server: Served, folder: Path) -> tuple[str, float]:
    assert isinstance(peer, Peer)
    took, broken = peer.check(server, folder / peer.name)
    _print(peer.name, portal, took, broken)
    return peer.name, took.wall


def _print(name: str, portal: Portal, took: Took, broken: set[str]) -> tuple[float, float]:
    precision, recall = precision_recall(broken, portal.dead)
    print(
        f"{name:34}{took.wall:8.1f}{took.cpu:8.1f}{took.cpu * 1000 / portal.pages:9.2f}{took.peak_mb:9.0f}"
        f"{took.requests:10}{precision:11.3f}{recall:8.3f}",
        flush=True,
    )
    return precision, recall


def _two_portals(folder: Path, pages: int) -> Figure:
    """Two portals at once on two cores, against one alone."""
    portals = [make_portal(folder / f"twin{number}", pages, seed=number) for number in (1, 2)]
    with ExitStack() as stack:
        servers = [
            stack.enter_context(served(portal.folder, folder / f"nginx-twin{number}"))
            for number, portal in enumerate(portals)
        ]
        one = Workspace(folder / "one", (servers[0],))
        two = Workspace(folder / "two", tuple(servers))
        one.make()
        two.make()
        alone, together = one.read(), two.read()
    print(f"\ntwo portals of {pages} pages: one alone {alone.wall:.1f} s, two at once {together.wall:.1f} s")
    return Figure(
        "two portals at once: throughput against one", 2 * alone.wall / together.wall, 1.7, 1.9, at_least=True
    )


if __name__ == "__main__":
    main()
