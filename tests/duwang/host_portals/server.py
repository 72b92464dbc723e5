"""Serves many hosts on two ports of loopback, http and https, each with the certificate of its own."""

import ssl
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from tests.duwang.host_portals.state import State


class Hosts:
    """What every host shows now; a test changes it as days go by."""

    def __init__(self) -> None:
        self.states: dict[str, State] = {}
        self.files: dict[str, bytes] = {}
        """Path -> what an authority hands out there, on whatever host."""
        self.http_port = self.https_port = 0
        self._contexts: dict[Path, ssl.SSLContext] = {}

    def origin(self, scheme: str, host: str) -> str:
        """`https://host:port`."""
        return f"{scheme}://{host}:{self.http_port if scheme == 'http' else self.https_port}"

    def filled(self, text: str, host: str) -> str:
        """The text with the host's name and origins put in."""
        names = {"{host}": host, "{http}": self.origin("http", host), "{https}": self.origin("https", host)}
        for mark, name in names.items():
            text = text.replace(mark, name)
        return text

    def context_of(self, host: str) -> ssl.SSLContext | None:
        """How the host shakes hands; None: not at all."""
        state = self.states.get(host)
        file = state.certificate if state else None
        if file is None:
            return None
        if file not in self._contexts:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(file)
            self._contexts[file] = context
        return self._contexts[file]


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that refuse a certificate are what this is about."""


class _TlsServer(_Server):
    def __init__(self, hosts: Hosts, handler: type[BaseHTTPRequestHandler], any_certificate: Path) -> None:
        super().__init__(("127.0.0.1", 0), handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(any_certificate)

        def choose(connection: ssl.SSLObject, name: str | None, _: ssl.SSLContext) -> int | None:
            chosen = hosts.context_of(name or "")
            if chosen is None:
                return ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME
            connection.context = chosen
            return None

        context.sni_callback = choose
        self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)


def _handler(hosts: Hosts, scheme: str) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            host = self.headers.get("Host", "").partition(":")[0]
            state = hosts.states.get(host)
            if self.path in hosts.files:
                self._say(200, hosts.files[self.path], "application/pkix-cert")
            elif state is not None and state.leads_to_https and scheme == "http":
                self._say(301, b"", "text/html", Location=hosts.origin("https", host) + self.path)
            elif state is None or self.path not in state.pages:
                self._say(404, b"<html><title>404 Not Found</title></html>", "text/html")
            else:
                policy = {"Content-Security-Policy": state.policy} if state.policy else {}
                page = hosts.filled(state.pages[self.path], host).encode()
                self._say(200, page, "text/html; charset=utf-8", **policy)

        def do_HEAD(self) -> None:
            self.do_GET()

        def _say(self, status: int, body: bytes, kind: str, **headers: str) -> None:
            self.send_response(status)
            for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep the output clean."""

    return Handler


@contextmanager
def served(any_certificate: Path) -> Iterator[Hosts]:
    """Serve hosts until the block ends; `any_certificate` is there because Python asks for one before it knows more."""
    hosts = Hosts()
    with ExitStack() as stack:
        plain = _Server(("127.0.0.1", 0), _handler(hosts, "http"))
        secure = _TlsServer(hosts, _handler(hosts, "https"), any_certificate)
        hosts.http_port, hosts.https_port = plain.server_port, secure.server_port
        for server in (plain, secure):
            thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
            thread.start()
            stack.callback(thread.join)
            stack.callback(server.server_close)
            stack.callback(server.shutdown)
        yield hosts
