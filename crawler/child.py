"""A child process that carries out orders one after the other: for what may hang, crash or eat memory."""

import asyncio
import gc
import io
import multiprocessing
import os
import pickle
import signal
import socket
import traceback
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.process import BaseProcess
from operator import attrgetter
from types import TracebackType
from typing import Any, Literal, NoReturn

Cause = Literal["time", "memory", "crash"]
_Failure = tuple[Cause, str]

_HEAD_BYTES = 8
"""Each message begins with its length."""
_MOST_TOGETHER = 6
"""Orders in one parcel."""
_GATHERING_SECONDS = 0.01
"""How long an order waits for company."""
_PARCEL_BYTES = 1 << 20
"""Room for a parcel in the socket, as far as the system grants it: one that does not fit wakes both ends often."""
_SHARING = 32
"""So many parcels share what they have in common; then it is sent anew, because both ends keep it in memory."""


class ChildFailedError(Exception):
    """An order that was not carried out. `cause`: it took too long, or too much memory, or our own code stumbled."""

    def __init__(self, cause: Cause, told: str = "") -> None:
        super().__init__(told or cause)
        self.cause = cause


class _Order:
    def __init__(self, message: bytes) -> None:
        self.message = message
        self.answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self.is_alone = False
        """True: a child was lost that had it; it is sent again, and no other with it."""


class Child:
    """A process of its own, forked when the first order comes. Use as `async with Child(...) as child`.

    `serve` runs there, with everything that it refers to as it was then; an order and its answer travel pickled, a few
    at a time, because each parcel wakes a sleeping process. One order may take so many `seconds` and `memory_bytes`;
    one that takes more ends the child, and the orders behind it go to the next one. Of several in one parcel, which
    share its seconds, each is then tried alone.
    """

    def __init__(self, serve: Callable[[Any], Any], *, seconds: float, memory_bytes: int) -> None:
        self._serve = serve
        self._seconds = seconds
        self._memory_bytes = memory_bytes
        self._unsent: list[_Order] = []
        self._parcels: deque[list[_Order]] = deque()
        """Orders under way, as they were sent together."""
        self._has_parcels = asyncio.Event()
        self._sending: asyncio.TimerHandle | None = None
        self._writer: asyncio.StreamWriter | None = None
        self._process: BaseProcess | None = None
        self._running: asyncio.Task[None] | None = None

    async def __aenter__(self) -> "Child":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._running is not None:
            self._running.cancel()
        if self._sending is not None:
            self._sending.cancel()
        self._end()

    @property
    def backlog(self) -> int:
        """Orders that are not answered yet."""
        return len(self._unsent) + sum(len(parcel) for parcel in self._parcels)

    async def ask(self, order: object) -> Any:
        """Have an order carried out. Orders are answered in their order; raises `ChildFailedError`."""
        asked = _Order(pickle.dumps(order, pickle.HIGHEST_PROTOCOL))
        self._unsent.append(asked)
        if len(self._unsent) >= _MOST_TOGETHER:
            self._send()
        elif self._sending is None:
            self._sending = asyncio.get_running_loop().call_later(_GATHERING_SECONDS, self._send)
        return await asked.answer

    def _send(self) -> None:
        """Send what has gathered."""
        if self._sending is not None:
            self._sending.cancel()
            self._sending = None
        self._parcels.append(self._unsent)
        self._has_parcels.set()
        if self._running is None:
            self._running = asyncio.create_task(self._run())
        elif self._writer is not None:
            self._writer.write(_parcel(self._unsent))
        self._unsent = []

    async def _run(self) -> None:
        """Start one child after the other."""
        while True:
            await self._has_parcels.wait()
            try:
                reader = await self._start()
            except OSError:  # no room for another process
                self._settle([(None, ("memory", traceback.format_exc())) for _ in self._parcels[0]])
                continue
            cause = await self._take_answers(reader)
            self._end()
            self._blame(cause)

    def _blame(self, cause: Cause) -> None:
        """Whatever ended a child falls to the order that it had; of several, each is tried alone to find out which."""
        lost = self._parcels[0]
        if len(lost) == 1 and (lost[0].is_alone or cause == "time"):
            self._settle([(None, (cause, ""))])
            return
        self._parcels.popleft()
        for order in lost:
            order.is_alone = True
        self._parcels.extendleft([order] for order in reversed(lost))

    async def _start(self) -> asyncio.StreamReader:
        ours, theirs = socket.socketpair()
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _PARCEL_BYTES)
        theirs.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _PARCEL_BYTES)
        self._process = _FORKED.Process(
            target=_work, args=(theirs, self._serve, self._memory_bytes), name="duwang-child", daemon=True
        )
        self._process.start()
        theirs.close()
        reader, self._writer = await asyncio.open_connection(sock=ours)
        for parcel in self._parcels:
            self._writer.write(_parcel(parcel))
        return reader

    async def _take_answers(self, reader: asyncio.StreamReader) -> Cause:
        """Hand out answers until the child is lost; returns why."""
        unpacker = _Unpacker()
        while True:
            await self._has_parcels.wait()
            try:
                async with asyncio.timeout(self._seconds):
                    size = _size(await reader.readexactly(_HEAD_BYTES))
                    answers = unpacker.unpack(await reader.readexactly(size))
            except TimeoutError:
                return "time"
            except (asyncio.IncompleteReadError, ConnectionError):
                return "crash"
            self._settle(answers)

    def _settle(self, answers: list[tuple[Any, _Failure | None]]) -> None:
        for order, (answer, failure) in zip(self._parcels.popleft(), answers, strict=True):
            if order.answer.done():
                continue  # whoever asked has gone
            if failure is None:
                order.answer.set_result(answer)
            else:
                order.answer.set_exception(ChildFailedError(*failure))
        if not self._parcels:
            self._has_parcels.clear()

    def _end(self) -> None:
        if self._writer is not None:
            self._writer.close()
            self._writer = None
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None


class Children:
    """Several of a kind, each on a core of its own where there are as many. Use as `async with`."""

    def __init__(self, number: int, serve: Callable[[Any], Any], *, seconds: float, memory_bytes: int) -> None:
        self._children = [Child(serve, seconds=seconds, memory_bytes=memory_bytes) for _ in range(number)]

    async def __aenter__(self) -> "Children":
        return self

    async def __aexit__(self, *gone: Any) -> None:
        for child in self._children:
            await child.__aexit__(*gone)

    async def ask(self, order: object) -> Any:
        """Have an order carried out by the child with the fewest before it; raises `ChildFailedError`."""
        return await min(self._children, key=attrgetter("backlog")).ask(order)


_FORKED = multiprocessing.get_context("fork")
"""A fork has imported everything already; and it runs nothing but `serve`, far from the parent's loop and threads."""


def _work(connection: socket.socket, serve: Callable[[Any], Any], memory_bytes: int) -> NoReturn:
    """Carry out orders until the parent hangs up or is gone."""
    _let_go_of_the_parent(connection.fileno())
    _bound_memory(memory_bytes)
    gc.freeze()  # what the parent had is never garbage here; to look through it would copy its memory
    stream = connection.makefile("rwb")
    packer = _Packer()
    with suppress(ConnectionError):
        while head := stream.read(_HEAD_BYTES):
            orders = [stream.read(_size(stream.read(_HEAD_BYTES))) for _ in range(_size(head))]
            stream.write(_framed(packer.pack([_answer(serve, pickle.loads(order)) for order in orders])))
            stream.flush()
    os._exit(0)


def _answer(serve: Callable[[Any], Any], order: object) -> tuple[Any, _Failure | None]:
    try:
        return serve(order), None
    except MemoryError:
        return None, ("memory", "")
    except Exception:
        return None, ("crash", traceback.format_exc())


def _let_go_of_the_parent(keep: int) -> None:
    """Close its files, whose locks would outlive it, and leave its signals alone: it ends us itself."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.closerange(3, keep)
    os.closerange(keep + 1, os.sysconf("SC_OPEN_MAX"))


def _bound_memory(more: int) -> None:
    """Let the kernel hold this process to so many bytes beyond what it was born with."""
    import resource

    with open("/proc/self/statm") as sizes:
        now = int(sizes.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + more, now + more))


def _parcel(orders: list[_Order]) -> bytes:
    """How many, and each with its length."""
    return b"".join((_head(len(orders)), *(_framed(order.message) for order in orders)))


def _framed(message: bytes) -> bytes:
    return _head(len(message)) + message


def _head(number: int) -> bytes:
    return number.to_bytes(_HEAD_BYTES)


def _size(head: bytes) -> int:
    return int.from_bytes(head)


class _Packer:
    """Pickles answers. What one shares with those before it (the links of a site's menus) is not sent again."""

    def __init__(self) -> None:
        self._buffer = io.BytesIO()
        self._pickler = pickle.Pickler(self._buffer, pickle.HIGHEST_PROTOCOL)
        self._packed = 0

    def pack(self, answers: object) -> bytes:
        self._buffer.seek(0)
        self._buffer.truncate()
        self._pickler.dump(answers)
        self._packed += 1
        if self._packed % _SHARING == 0:
            self._pickler.clear_memo()
        return self._buffer.getvalue()


class _Unpacker:
    """The other end of a `_Packer`: forgets when it forgets."""

    def __init__(self) -> None:
        self._unpacked = 0

    def unpack(self, message: bytes) -> Any:
        if self._unpacked % _SHARING == 0:
            self._buffer = io.BytesIO()
            self._unpickler = pickle.Unpickler(self._buffer)
        self._unpacked += 1
        self._buffer.seek(0)
        self._buffer.truncate()
        self._buffer.write(message)
        self._buffer.seek(0)
        return self._unpickler.load()
