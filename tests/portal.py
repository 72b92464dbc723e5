"""A small site on loopback whose pages a test sets and changes."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from config.settings import Settings

HOST = "www.linhe.example"


class Portal:
    """Pages by path. What is not there is 404; a number instead of text is that status; bytes name their charset.

    A path instead of text is where visitors are sent on to.
    """

    def __init__(self, port: int) -> None:
        self.url = f"http://{HOST}:{port}/"
        self.pages: dict[str, str | bytes | int] = {}
        self.asked: list[str] = []
        """Paths in the order in which they were asked for."""

    def settings(self, database: str, **given: Any) -> Settings:
        """Settings under which the host is found here, and nothing waits for politeness."""
        fetch = {"hosts": {HOST: "127.0.0.1"}, "allow_private": True, "second_try_seconds": 0, "autothrottle": False}
        fetch["browser"] = False  # it takes seconds to start
        return Settings(database_url=database, fetch={**fetch, **given.pop("fetch", {})}, **given)


@contextmanager
def serve() -> Iterator[Portal]:
    """Serve a portal until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            portal.asked.append(self.path)
            page = portal.pages.get(self.path, 404)
            onward = page if isinstance(page, str) and page.startswith("/") else None
            page = 301 if onward else page
            text = f"<html><title>{page}</title></html>" if isinstance(page, int) else page
            body = text.encode() if isinstance(text, str) else text
            self.send_response(page if isinstance(page, int) else 200)
            self.send_header("Content-Type", "text/html" if isinstance(page, bytes) else "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            if onward:
                self.send_header("Location", onward)
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(body)

        def do_HEAD(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            """Keep the test's output clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    portal = Portal(server.server_port)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield portal
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
