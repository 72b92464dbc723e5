"""A child that carries out orders, and what becomes of orders that end it."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import pytest

from crawler.child import Child, ChildFailedError, Children

MEMORY = 256 << 20


def serve(order: tuple[str, Any]) -> Any:
    what, value = order
    if what == "sleep":
        time.sleep(value)
    if what == "eat":
        return len(bytearray(value))
    if what == "fail":
        raise ValueError(value)
    if what == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "who":
        return os.getpid()
    return value


def asked(*orders: tuple[str, Any], seconds: float = 20.0, serve: Callable[[Any], Any] = serve) -> list[Any]:
    """Each order's answer, or the cause that it failed with; all are sent at once."""

    async def ask(child: Child, order: tuple[str, Any]) -> Any:
        try:
            return await child.ask(order)
        except ChildFailedError as error:
            return error.cause

    async def run() -> list[Any]:
        async with Child(serve, seconds=seconds, memory_bytes=MEMORY) as child:
            return await asyncio.gather(*(ask(child, order) for order in orders))

    return asyncio.run(run())


def test_orders_are_carried_out_elsewhere_in_their_order() -> None:
    first, echoed, second = asked(("who", None), ("echo", b"x" * 3_000_000), ("who", None))
    assert first == second != os.getpid()
    assert echoed == b"x" * 3_000_000


@pytest.mark.parametrize(
    ("order", "cause"),
    [
        pytest.param(("sleep", 60), "time", id="hangs"),
        pytest.param(("eat", 1 << 30), "memory", id="eats memory"),
        pytest.param(("fail", "x"), "crash", id="raises"),
        pytest.param(("die", None), "crash", id="dies"),
    ],
)
def test_an_order_that_fails_takes_no_other_with_it(order: tuple[str, Any], cause: str) -> None:
    seconds = 0.3 if cause == "time" else 20.0
    assert asked(("echo", 1), order, ("echo", 2), ("echo", 3), seconds=seconds) == [1, cause, 2, 3]


def test_of_many_orders_only_those_that_end_the_child_fail() -> None:
    orders = [("die", None) if number in (3, 11) else ("echo", number) for number in range(20)]
    assert asked(*orders) == ["crash" if number in (3, 11) else number for number in range(20)]


def test_what_answers_have_in_common_stays_the_same() -> None:
    shared = [("menu", number) for number in range(50)]
    answers = asked(*(("echo", [shared, number]) for number in range(600)))
    assert answers == [[shared, number] for number in range(600)]


def test_an_idle_child_that_died_is_replaced_without_blame() -> None:
    async def run() -> tuple[int, int]:
        async with Child(serve, seconds=20.0, memory_bytes=MEMORY) as child:
            before = await child.ask(("who", None))
            os.kill(before, signal.SIGKILL)
            return before, await child.ask(("who", None))

    before, after = asyncio.run(run())
    assert before != after


def test_the_child_goes_when_it_is_left() -> None:
    async def run() -> int:
        async with Child(serve, seconds=20.0, memory_bytes=MEMORY) as child:
            return int(await child.ask(("who", None)))

    with pytest.raises(ProcessLookupError):
        os.kill(asyncio.run(run()), 0)


def test_what_is_unfinished_when_it_is_left_is_cancelled() -> None:
    async def run() -> bool:
        async with Child(serve, seconds=20.0, memory_bytes=MEMORY) as child:
            waiting = asyncio.create_task(child.ask(("sleep", 60)))
            await asyncio.sleep(0.05)
        waiting.cancel()
        await asyncio.wait([waiting])
        return waiting.cancelled()

    assert asyncio.run(run())


def test_a_child_whose_parent_was_killed_goes_in_silence() -> None:
    program = """
import asyncio, os, signal, time
from crawler.child import Child

def serve(seconds):
    time.sleep(seconds)

async def ask():
    async with Child(serve, seconds=20, memory_bytes=1 << 28) as child:
        asyncio.create_task(child.ask(0.3))
        await asyncio.sleep(0.2)
        os.kill(os.getpid(), signal.SIGTERM)

asyncio.run(ask())
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=20, check=False)
    assert ran.returncode == -signal.SIGTERM
    assert ran.stderr == b""


def test_several_children_share_the_orders() -> None:
    async def run() -> set[int]:
        async with Children(2, serve, seconds=20.0, memory_bytes=MEMORY) as children:
            return set(await asyncio.gather(*(children.ask(("who", None)) for _ in range(40))))

    assert len(asyncio.run(run())) == 2
