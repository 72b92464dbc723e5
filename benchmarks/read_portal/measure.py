"""What a program took: wall, processor, memory, requests."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.read_portal.web_server import Served

_LOG_SETTLES = 0.6
"""Seconds until nginx has written what it holds back of its log."""


@dataclass(frozen=True)
class Took:
    """One run of a program with all its processes."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of processor time."""
    peak_mb: float
    """Most memory of its largest process."""
    requests: int
    output: str
    status: int


def run(command: Sequence[str], *, server: Served, environment: Mapping[str, str] | None = None, folder: Path) -> Took:
    """Run a program to its end."""
    before = _requests(server)
    out = folder / "output.txt"
    with out.open("wb") as output, (folder / "errors.txt").open("wb") as errors:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, stdout=output, stderr=errors, env={**os.environ, **(environment or {})}, cwd=folder
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
    time.sleep(_LOG_SETTLES)
    return Took(
        wall=wall,
        cpu=usage.ru_utime + usage.ru_stime,
        peak_mb=usage.ru_maxrss / 1024,
        requests=_requests(server) - before,
        output=out.read_text(encoding="utf-8", errors="replace"),
        status=os.waitstatus_to_exitcode(status),
    )


def _requests(server: Served) -> int:
    if not server.log.exists():
        return 0
    with server.log.open("rb") as log:
        return sum(1 for _ in log)


def precision_recall(found: set[str], dead: set[str]) -> tuple[float, float]:
    """Share of what was found that is dead; share of the dead that was found."""
    right = len(found & dead)
    return (right / len(found) if found else 1.0), (right / len(dead) if dead else 1.0)
