"""nginx on loopback, for one folder."""

import contextlib
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_CONFIG = """
daemon off; worker_processes 1; pid {run}/nginx.pid; error_log {run}/error.log;
events {{ worker_connections 1024; }}
http {{
  include {mime}; default_type application/octet-stream; charset utf-8;
  access_log {run}/access.log combined buffer=64k flush=200ms; sendfile on; tcp_nopush on;
  keepalive_requests 1000000; etag on;
  client_body_temp_path {run}; proxy_temp_path {run}; fastcgi_temp_path {run}; uwsgi_temp_path {run};
  scgi_temp_path {run};
  server {{
    listen 127.0.0.1:{port}; root {root}; index index.html;
    add_header LinkChecker Duwang-benchmark;  # without it linkchecker keeps to a few requests a second
    location /withdrawn/ {{ return 410; }}
    location /broken/ {{ return 500; }}
    location /reset/ {{ return 444; }}
    location /moved/ {{ rewrite ^/moved/(.*)$ /gone/$1 redirect; }}
    location /loop/ {{ rewrite ^/loop/(.*)$ /loop2/$1 redirect; }}
    location /loop2/ {{ rewrite ^/loop2/(.*)$ /loop/$1 redirect; }}
    location /soft/ {{ error_page 404 =200 /error.html; }}
  }}
}}
"""


@dataclass(frozen=True)
class Served:
    """A running server."""

    port: int
    log: Path

    @property
    def url(self) -> str:
        """Address of the home page."""
        return f"http://127.0.0.1:{self.port}/"


def nginx() -> str | None:
    """Path of nginx, or None."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


@contextlib.contextmanager
def served(root: Path, run: Path) -> Iterator[Served]:
    """Serve `root` while the block runs; `run` takes the log."""
    program = nginx()
    assert program is not None
    run.mkdir(parents=True, exist_ok=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = run / "nginx.conf"
    config.write_text(_CONFIG.format(run=run, root=root, port=port, mime="/etc/nginx/mime.types"))
    process = subprocess.Popen([program, "-p", str(run), "-e", str(run / "error.log"), "-c", str(config)])
    try:
        _wait_for(port, process)
        yield Served(port, run / "access.log")
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.1):
            return
        if process.poll() is not None:
            break
        time.sleep(0.02)
    raise SystemExit("nginx did not start")
