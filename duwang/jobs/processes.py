"""Where the processes come from that read sites side by side."""

import multiprocessing
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import forkserver
from multiprocessing.context import BaseContext

_READING = "duwang.jobs.read_sites"


def reading_processes() -> BaseContext:
    """Children are forked from a server that has imported everything once, and never from a process with threads.

    The server starts at once: it imports while whoever asked for it does the same on another core.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([_READING])
    with _deaf_to_interrupts():
        forkserver.ensure_running()
    return context


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Who is started now ignores Ctrl-C: the server would print what it was importing when it came.

    The processes that it forks listen again, see `duwang.jobs.read_sites`.
    """
    ours = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, ours)
