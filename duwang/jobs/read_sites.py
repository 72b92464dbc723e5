"""Reads many sites side by side, each in a process of its own: one that crashes takes no other down."""

import logging
import os
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Protocol

from config.errors import ConfigError
from config.settings import Settings
from config.sites import Site
from crawler.plan import Progress
from duwang.failures import explain
from duwang.jobs.old_evidence import drop_old_evidence
from duwang.jobs.processes import reading_processes
from duwang.jobs.read_site import ReportProgress, SiteRead, read_one
from storage.writes.readings import Mode

log = logging.getLogger(__name__)

_MOST_CHILDREN = 3
"""One reading does not fetch faster than so many read."""


class Watcher(Protocol):
    """Is told how far the readings are."""

    def begun(self, site: Site) -> None:
        """A site's reading has begun."""

    def progressed(self, site: Site, progress: Progress) -> None:
        """A site's reading is this far."""

    def ended(self, site: Site, read: SiteRead) -> None:
        """A site's reading has ended, well or not."""


def read_sites(
    sites: Sequence[Site], mode: Mode, settings: Settings, *, today: date, watcher: Watcher
) -> list[SiteRead]:
    """Read sites, `settings.processes` at a time; how each one ended, in their order.

    A site whose reading fails says so in its result; the others go on. Afterwards old pictures are deleted.
    """
    children = _children_each(min(len(sites), settings.processes) or 1)
    if len(sites) == 1:
        reads = [_read_here(sites[0], mode, settings, today, children, watcher)]
    else:
        reads = _read_side_by_side(sites, mode, settings, today, children, watcher)
    if any(read.state != "failed" for read in reads):
        _tidy(settings, today)
    return reads


def _tidy(settings: Settings, today: date) -> None:
    """What is left over may wait: the readings have ended well, and are to be told."""
    try:
        drop_old_evidence(settings, today=today)
    except (ConfigError, OSError):
        log.warning("old pictures could not be deleted", exc_info=True)


def _read_side_by_side(
    sites: Sequence[Site], mode: Mode, settings: Settings, today: date, children: int, watcher: Watcher
) -> list[SiteRead]:
    ended: dict[str, SiteRead] = {}
    waiting = deque(sites)
    context = reading_processes()
    with _ending_all() as running:
        while waiting or running:
            while waiting and len(running) < settings.processes:
                site = waiting.popleft()
                watcher.begun(site)
                child = _start(context, site, mode, settings, today, children)
                running[child.connection] = child
            ready = wait(list(running))
            for connection, child in [pair for pair in running.items() if pair[0] in ready]:
                read = child.listen(watcher)
                if read is not None:
                    del running[connection]
                    ended[child.site.code] = read
                    watcher.ended(child.site, read)
    return [ended[site.code] for site in sites]


def _children_each(readings: int) -> int:
    """How many processes read pages beside each of so many readings: the cores are shared out among these."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min((cores - readings) // readings, _MOST_CHILDREN))


def _read_here(site: Site, mode: Mode, settings: Settings, today: date, children: int, watcher: Watcher) -> SiteRead:
    """One site alone needs no process of its own."""
    watcher.begun(site)
    read = _read(site, mode, settings, today, children, lambda progress: watcher.progressed(site, progress))
    watcher.ended(site, read)
    return read


def _read(site: Site, mode: Mode, settings: Settings, today: date, children: int, progress: ReportProgress) -> SiteRead:
    _log_to_file(settings)
    try:
        return read_one(site.code, mode, settings, today=today, children=children, progress=progress)
    except Exception as error:
        told = explain(error)
        if told is None:
            log.exception("reading %s failed", site.code)
            told = f"程序出现意外（{type(error).__name__}），经过已记入 {_log_file(settings)}。"
        return SiteRead(code=site.code, name=site.name, state="failed", error=told)


@dataclass(frozen=True, slots=True, eq=False)
class _Child:
    site: Site
    process: BaseProcess
    connection: Connection

    def listen(self, watcher: Watcher) -> SiteRead | None:
        """What the child says next; its result when it has ended, however it did."""
        try:
            said = self.connection.recv()
        except EOFError:
            said = None
        if isinstance(said, Progress):
            watcher.progressed(self.site, said)
            return None
        self.process.join()
        self.connection.close()
        return said if isinstance(said, SiteRead) else self._crashed()

    def _crashed(self) -> SiteRead:
        error = f"读网进程意外结束（{self.process.exitcode}）。已读的内容都在，再次运行会接着读。"
        return SiteRead(code=self.site.code, name=self.site.name, state="failed", error=error)


def _start(context: BaseContext, site: Site, mode: Mode, settings: Settings, today: date, children: int) -> _Child:
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(  # type: ignore[attr-defined]  # every context has it
        target=_run_child, args=(theirs, site, mode, settings, today, children), name=f"duwang-{site.code}"
    )
    process.start()
    theirs.close()  # so that the child's end is the only one, and its death is seen
    return _Child(site, process, ours)


def _run_child(connection: Connection, site: Site, mode: Mode, settings: Settings, today: date, children: int) -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # the server that forked us ignores it
    try:
        connection.send(_read(site, mode, settings, today, children, connection.send))
    except (KeyboardInterrupt, BrokenPipeError):
        return  # whoever started us has been told to stop, or is gone


@contextmanager
def _ending_all() -> Iterator[dict[Connection, _Child]]:
    """The children that run; none is left behind when we are interrupted."""
    running: dict[Connection, _Child] = {}
    try:
        yield running
    finally:
        for child in running.values():
            child.process.terminate()
        for child in running.values():
            child.process.join()


def _log_file(settings: Settings) -> str:
    return str(settings.home / "data" / "duwang.log")


def _log_to_file(settings: Settings) -> None:
    """Warnings go to a file in the workspace, not between the progress bars."""
    folder = settings.home / "data"
    folder.mkdir(parents=True, exist_ok=True)
    logging.raiseExceptions = False  # a full disk must not make the log itself cry out
    logging.basicConfig(
        handlers=[logging.FileHandler(_log_file(settings), encoding="utf-8", delay=True)],
        level=logging.WARNING,
        format="%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s",
    )
