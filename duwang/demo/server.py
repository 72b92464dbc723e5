"""Serves the invented city on loopback: one port, hosts told apart by name, in a thread of its own."""

import asyncio
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from aiohttp import web

from duwang.demo.city import City, Reply
from duwang.demo.faults import Fault

HOST = "127.0.0.1"
USUAL_PORT = 8750
START_SECONDS = 10.0


def _listening_socket() -> socket.socket:
    """A socket on the usual port, or on any that is free: taken at once, so that nobody else can get in between."""
    try:
        return socket.create_server((HOST, USUAL_PORT))
    except OSError:
        return socket.create_server((HOST, 0))


class Handler:
    """Answers requests from the city as it is on the simulated day."""

    def __init__(self, city: City) -> None:
        self.city = city
        self.asked: set[tuple[date, str]] = set()

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer one request."""
        host = request.host.partition(":")[0].lower()
        reply = self.city.find(host, request.raw_path)
        answer = reply.answer
        if answer.wait_seconds:
            await asyncio.sleep(answer.wait_seconds)
        if answer.head_refused and request.method == "HEAD":
            return web.Response(status=405)
        if answer.fails_first and self._fails_now(host + request.raw_path):
            return web.Response(status=500, text="Internal Server Error")
        if _is_unchanged(request, reply):
            return web.Response(status=304, headers=_validators(reply))
        headers = {"Content-Type": answer.content_type, **_validators(reply)}
        if answer.location:
            headers["Location"] = answer.location
        return web.Response(status=answer.status, body=answer.body, headers=headers)

    def _fails_now(self, address: str) -> bool:
        asked = (self.city.today, address)
        is_first = asked not in self.asked
        self.asked.add(asked)
        return is_first


def _validators(reply: Reply) -> dict[str, str]:
    headers = {"ETag": reply.etag, "Last-Modified": reply.modified}
    return {name: value for name, value in headers.items() if value}


def _is_unchanged(request: web.Request, reply: Reply) -> bool:
    return bool(reply.etag) and request.headers.get("If-None-Match") == reply.etag


async def _serve(city: City, listening: socket.socket, started: threading.Event, stop: asyncio.Event) -> None:
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", Handler(city).answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.SockSite(runner, listening).start()
    started.set()
    await stop.wait()
    await runner.cleanup()
    waiting = asyncio.all_tasks() - {asyncio.current_task()}
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)


@contextmanager
def serving(anchor: date, faults: Sequence[Fault] | None = None) -> Iterator[City]:
    """The city, served while the block runs; `city.turn_to(day)` changes the day.

    `faults`: None for those that the demo shows. Raises `OSError` where no port of loopback can be had.
    """
    listening = _listening_socket()
    city = City(port=listening.getsockname()[1], anchor=anchor, faults=faults)
    loop, started, stop = asyncio.new_event_loop(), threading.Event(), asyncio.Event()
    thread = threading.Thread(
        target=loop.run_until_complete, args=(_serve(city, listening, started, stop),), daemon=True
    )
    thread.start()
    if not started.wait(START_SECONDS):
        raise OSError(f"the sample sites did not start on port {city.port}")
    try:
        yield city
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(START_SECONDS)
        loop.close()
