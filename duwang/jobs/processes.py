"""Where the processes come from that read sites side by side."""

import multiprocessing
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
    forkserver.ensure_running()
    return context
