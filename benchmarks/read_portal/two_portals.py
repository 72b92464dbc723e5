"""What a second core is worth: two portals on two cores against one on one."""

import contextlib
import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from benchmarks.read_portal.our_runs import Workspace
from benchmarks.read_portal.portal import make_portal
from benchmarks.read_portal.web_server import served

_ROUNDS = 3
"""The median of so many counts: each is three readings, and a shared machine's slow moment may fall on any of them."""


def two_portals(folder: Path, pages: int) -> float | None:
    """Portals that two cores read while one core reads one; None, with the reason printed, where that cannot be seen.

    A core carries a portal whole: its reader and its web server. Each of the two is read alone on one core, then
    both at once on two, where the system may move everything as it likes. Twice as much would be perfect.
    """
    cores = _cores()
    if len(cores) < 2:
        print("\ntwo portals at once: skipped, this needs two cores and a system that binds programs to them")
        return None
    sites = [make_portal(folder / f"twin{number}", pages, seed=number).folder for number in (1, 2)]
    print(f"\ntwo portals of {pages} pages:")
    return median(_round(folder / f"round{number}", sites, cores) for number in range(_ROUNDS))


def _round(folder: Path, sites: list[Path], cores: list[int]) -> float:
    alone = [_read(folder / f"alone{number}", [site], cores[:1]) for number, site in enumerate(sites)]
    together = _read(folder / "together", sites, cores[:2])
    print(f"each alone {alone[0]:.1f} and {alone[1]:.1f} s, both at once {together:.1f} s", flush=True)
    return sum(alone) / together


def _read(folder: Path, sites: list[Path], cores: list[int]) -> float:
    """Seconds that `duwang read --full` takes for these portals."""
    with _bound_to(cores), ExitStack() as stack:
        runs = [folder / f"nginx{number}" for number in range(len(sites))]
        servers = [stack.enter_context(served(site, run)) for site, run in zip(sites, runs, strict=True)]
        workspace = Workspace(folder / "workspace", tuple(servers))
        workspace.make()
        return workspace.read().wall


def _cores() -> list[int]:
    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []


@contextlib.contextmanager
def _bound_to(cores: list[int]) -> Iterator[None]:
    """Everything that is started in the block runs on these cores."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
