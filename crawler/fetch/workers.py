"""A few workers on one queue."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def work_through(
    queue: deque[T], step: Callable[[T], Awaitable[None]], *, at_once: int, is_stopped: Callable[[], bool]
) -> None:
    """Take `step` with what the queue holds, `at_once` at a time; `is_stopped` leaves the rest in it.

    The first error ends all and comes out as it is.
    """

    async def work() -> None:
        while queue and not is_stopped():
            await step(queue.popleft())

    workers = [asyncio.create_task(work()) for _ in range(min(at_once, len(queue)))]
    try:
        await asyncio.gather(*workers)
    finally:
        for worker in workers:
            worker.cancel()
