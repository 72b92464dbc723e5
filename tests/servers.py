"""A real HTTP server on loopback, for whatever fetches: well-behaved pages and hostile ones."""

import asyncio
import contextlib
import gzip
import threading
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Asked:
    """One request as the server saw it; header names in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Reply:
    """What the server answers."""

    body: bytes | str = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    delay: float = 0.0

    def head(self) -> bytes:
        """Status line and headers, with the true length unless one is given."""
        lines = dict(self.headers)
        if self.status not in (204, 304):
            lines.setdefault("Content-Length", str(len(self.content())))
        shown = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        return f"HTTP/1.1 {self.status} Status\r\n{shown}\r\n".encode(errors="surrogateescape")

    def content(self) -> bytes:
        """The body as bytes."""
        return self.body.encode() if isinstance(self.body, str) else self.body


Raw = Callable[[asyncio.StreamWriter], Awaitable[None]]
Page = Reply | str | Callable[[Asked], "Reply | Raw"] | Raw


class Portal:
    """A site: `pages` maps a path with its query to what it answers; anything else is `missing`.

    A page is HTML, a `Reply`, or a function of the request; that function may also be handed the raw connection
    (`raw`), to misbehave on. `asked` holds every request.
    """

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.missing: Page = Reply("<html><title>404 Not Found</title><body>404</body></html>", 404)
        self.asked: list[Asked] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> "Portal":
        self._thread.start()
        self._server = asyncio.run_coroutine_threadsafe(
            asyncio.start_server(self._serve, "127.0.0.1", 0), self._loop
        ).result()
        self.port = self._server.sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def times(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(asked.path == path for asked in self.asked)

    async def _stop(self) -> None:
        self._server.close()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while await self._answer(reader, writer):
                pass
        writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = await reader.readuntil(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").rstrip().split("\r\n")
        method, path, _ = first.split(" ", 2)
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        asked = Asked(method, path, headers)
        self.asked.append(asked)
        page = self.pages.get(path, self.missing)
        if isinstance(page, _RawPage):
            await page.behave(writer)
            return False
        reply = page if isinstance(page, Reply) else Reply(page) if isinstance(page, str) else page(asked)
        assert isinstance(reply, Reply)
        await asyncio.sleep(reply.delay)
        writer.write(reply.head() + (b"" if method == "HEAD" else reply.content()))
        await writer.drain()
        return True


@dataclass(frozen=True)
class _RawPage:
    behave: Raw

    def __call__(self, asked: Asked) -> Reply:
        raise NotImplementedError(f"{asked.path} talks to the connection itself")


def raw(behave: Raw) -> Page:
    """A page that is handed the connection."""
    return _RawPage(behave)


def redirect(to: str, status: int = 302) -> Reply:
    """Sends the visitor on."""
    return Reply(b"", status, {"Location": to})


def conditional(body: str, etag: str = '"1"') -> Callable[[Asked], Reply]:
    """A page that says 304 to whoever has it."""

    def answer(asked: Asked) -> Reply:
        if asked.headers.get("if-none-match") == etag:
            return Reply(b"", 304, {"ETag": etag})
        return Reply(body, headers={"Content-Type": "text/html; charset=utf-8", "ETag": etag})

    return answer


@raw
async def endless_body(writer: asyncio.StreamWriter) -> None:
    """Never stops sending."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>")
    while True:
        writer.write(b"x" * 65536)
        await writer.drain()


@raw
async def slow_drip(writer: asyncio.StreamWriter) -> None:
    """One byte now and then, for ever."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n")
    while True:
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.05)


@raw
async def hang_up(writer: asyncio.StreamWriter) -> None:
    """Closes without a word."""
    writer.transport.abort()


@raw
async def wrong_length(writer: asyncio.StreamWriter) -> None:
    """Promises more than it sends."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<html>short")
    await writer.drain()


@raw
async def babble(writer: asyncio.StreamWriter) -> None:
    """Speaks no HTTP."""
    writer.write(b"220 mail.example ready\r\n\r\n")
    await writer.drain()


def gzip_bomb(megabytes: int = 64) -> Reply:
    """A few kilobytes that unpack to many megabytes."""
    packed = gzip.compress(b"\0" * (megabytes << 20))
    return Reply(packed, headers={"Content-Type": "text/html", "Content-Encoding": "gzip"})


@contextlib.contextmanager
def portal(pages: Mapping[str, Page] | None = None) -> Iterator[Portal]:
    """A running portal."""
    with Portal() as running:
        running.pages.update(pages or {})
        yield running
