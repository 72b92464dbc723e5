"""nginx on loopback, for one folder."""

import contextlib
import resource
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_MOST_FILES = 32_768

_CONFIG = """
daemon off; worker_processes 1; pid {run}/nginx.pid; error_log {run}/error.log;
worker_rlimit_nofile {files};
events {{ worker_connections {connections}; }}
http {{
  include {mime}; default_type application/octet-stream; charset utf-8;
  log_format address $request_uri;
  access_log {run}/access.log address buffer=64k flush=200ms; sendfile on; tcp_nopush on;
  keepalive_requests 1000000; etag on;
  client_body_temp_path {run}; proxy_temp_path {run}; fastcgi_temp_path {run}; uwsgi_temp_path {run};
  scgi_temp_path {run};
  server {{
    listen 127.0.0.1:{port} backlog=4096; root {root}; index index.html;
    add_header LinkChecker Duwang-benchmark;  # without it linkchecker keeps to a few requests a second
    location /withdrawn/ {{ return 410; }}
    location /broken/ {{ return 500; }}
    location /reset/ {{ return 444; }}
    location /moved/ {{ rewrite ^/moved/(.*)$ /gone/$1 redirect; }}
    location /loop/ {{ rewrite ^/loop/(.*)$ /loop2/$1 redirect; }}
    location /loop2/ {{ rewrite ^/loop2/(.*)$ /loop/$1 redirect; }}
    location /soft/ {{ error_page 404 =200 /error.html; }}
    location /refused/ {{ return 302 http://127.0.0.1:{closed}$request_uri; }}
    location /tls/ {{ return 302 https://127.0.0.1:{port}$request_uri; }}  # a port that speaks no TLS
    location /silent/ {{ proxy_pass http://127.0.0.1:{silent}; }}
  }}
}}
"""


@dataclass(frozen=True)
class Served:
    """A running server."""

    port: int
    log: Path
    """One address a line."""

    @property
    def url(self) -> str:
        """Address of the home page."""
        return f"http://127.0.0.1:{self.port}/"


def nginx() -> str | None:
    """Path of nginx, or None."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


@contextlib.contextmanager
def served(root: Path, run: Path) -> Iterator[Served]:
    """Serve `root` while the block runs; `run` takes the log.

    The server is no bottleneck: it holds as many connections as the machine allows files, because a link checker
    may open one for each target at once (linkinator does, whatever its `--concurrency` says), and whom a full
    server turns away would call half of the portal broken.
    """
    program = nginx()
    assert program is not None
    run.mkdir(parents=True, exist_ok=True)
    files = _files_allowed()
    with _bound() as closed, _bound() as silent:
        silent.listen()  # and nobody ever accepts
        port = _free_port()
        config = run / "nginx.conf"
        settings = _CONFIG.format(
            run=run,
            root=root,
            port=port,
            closed=closed.getsockname()[1],
            silent=silent.getsockname()[1],
            files=files,
            connections=files // 2,
            mime="/etc/nginx/mime.types",
        )
        config.write_text(settings)
        process = subprocess.Popen([program, "-p", str(run), "-e", str(run / "error.log"), "-c", str(config)])
        try:
            _wait_for(port, process)
            yield Served(port, run / "access.log")
        finally:
            process.terminate()
            process.wait()


def _files_allowed() -> int:
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    return _MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, _MOST_FILES)


def _bound() -> socket.socket:
    """A port that is taken and, until it listens, refuses everybody."""
    taken = socket.socket()
    taken.bind(("127.0.0.1", 0))
    return taken


def _free_port() -> int:
    with _bound() as free:
        return int(free.getsockname()[1])


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.1):
            return
        if process.poll() is not None:
            break
        time.sleep(0.02)
    raise SystemExit("nginx did not start")
