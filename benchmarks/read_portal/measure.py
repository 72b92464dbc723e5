"""What a program took: wall, processor, memory, requests."""

import contextlib
import ctypes
import os
import subprocess
import sys
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from resource import struct_rusage
from statistics import mean
from threading import Event, Thread

from benchmarks.read_portal.web_server import Served

AT_ONCE = 32
"""Requests at once, for every program."""
PATIENCE_SECONDS = 15
"""How long every program waits for an answer."""

_YARDSTICK = 20_000
"""Steps of a loop that always costs the same."""
_YARDSTICK_SECONDS = 0.1
"""How long between two loops: often enough to be there for a short run, and too seldom to be felt."""
_ENVIRONMENT = ("PATH", "HOME", "LANG", "TMPDIR")
_LOG_SETTLES = 0.6
"""Seconds until nginx has written what it holds back of its log."""
_SET_CHILD_SUBREAPER = 36
"""Of prctl(2)."""


@dataclass(frozen=True)
class Took:
    """One run of a program with all its processes."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of processor time."""
    peak_mb: float
    """Most memory of its largest process."""
    asked: Sequence[str]
    """The path of each request, in their order."""
    output: str
    status: int
    pace: float
    """Milliseconds that a loop of Python took meanwhile: the same machine may be half as fast a minute later."""


def run(command: Sequence[str], *, server: Served, environment: Mapping[str, str] | None = None, folder: Path) -> Took:
    """Run a program to its end."""
    logged = server.log.stat().st_size if server.log.exists() else 0
    out = folder / "output.txt"
    _adopt_orphans()
    with out.open("wb") as output, (folder / "errors.txt").open("wb") as errors, _Yardstick() as yardstick:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, stdout=output, stderr=errors, env=_environment(environment), cwd=folder, process_group=0
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    usages = [usage, *_left_behind(process.pid)]
    time.sleep(_LOG_SETTLES)
    return Took(
        wall=wall,
        cpu=sum(one.ru_utime + one.ru_stime for one in usages),
        peak_mb=max(one.ru_maxrss for one in usages) / 1024,
        asked=_asked(server.log, logged),
        output=out.read_text(encoding="utf-8", errors="replace"),
        status=process.returncode,
        pace=yardstick.pace,
    )


class _Yardstick:
    """Measures the machine's pace beside a program. Use as `with _Yardstick() as yardstick`."""

    def __init__(self) -> None:
        self._taken: list[float] = []
        self._is_over = Event()
        self._thread = Thread(target=self._measure)

    @property
    def pace(self) -> float:
        """Milliseconds a loop, on average."""
        return mean(self._taken) * 1000

    def __enter__(self) -> "_Yardstick":
        self._thread.start()
        return self

    def __exit__(self, *gone: object) -> None:
        self._is_over.set()
        self._thread.join()

    def _measure(self) -> None:
        while True:
            begun = time.thread_time()
            for step in range(_YARDSTICK):
                step & 3
            self._taken.append(time.thread_time() - begun)
            if self._is_over.wait(_YARDSTICK_SECONDS):
                return


def _environment(more: Mapping[str, str] | None) -> dict[str, str]:
    """A bare one, for every program: what happens to be set on a machine is not to be measured.

    Such as proxies, which linkinator would ask for 127.0.0.1 too, and `SSL_CERT_FILE`, which has all authorities read
    at each start.
    """
    return {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ} | dict(more or {})


def _adopt_orphans() -> None:
    """Let what a program leaves running become our child, so that its processor time is counted.

    Python's fork server outlives the program that started it by a moment, and with it go all whom it forked.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _left_behind(group: int) -> Iterator[struct_rusage]:
    """Wait for the other processes of a program's group."""
    with contextlib.suppress(ChildProcessError):
        while True:
            yield os.wait4(-group, 0)[2]


def _asked(log: Path, start: int) -> list[str]:
    with log.open(encoding="utf-8", errors="replace") as lines:
        lines.seek(start)
        return lines.read().splitlines()


def precision_recall(found: Collection[str], dead: Collection[str]) -> tuple[float, float]:
    """Share of what was found that is dead; share of the dead that was found."""
    right = len(set(found) & set(dead))
    return (right / len(found) if found else 1.0), (right / len(dead) if dead else 1.0)
