"""Other link checkers, installed for the occasion, on the same portal in the same run."""

import csv
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.read_portal.measure import Took, run
from benchmarks.read_portal.web_server import Served

_INSTALL_SECONDS = 300


@dataclass(frozen=True)
class Peer:
    """A link checker that is ready to run."""

    name: str
    command: Callable[[str], list[str]]
    """Start address -> command."""
    broken: Callable[[str], set[str]]
    """Its output -> addresses that it calls broken."""

    def check(self, server: Served, folder: Path) -> tuple[Took, set[str]]:
        """Check a portal; its own addresses come back as paths."""
        folder.mkdir(parents=True, exist_ok=True)
        took = run(self.command(server.url), server=server, folder=folder)
        return took, {address.replace(server.url, "/") for address in self.broken(took.output)}


def linkchecker(folder: Path) -> Peer | str:
    """Give linkchecker from PyPI, or why it is not to be had."""
    program = folder / "linkchecker" / "bin" / "linkchecker"
    if not program.exists():
        failed = _try([sys.executable, "-m", "venv", str(folder / "linkchecker")]) or _try(
            [str(folder / "linkchecker" / "bin" / "pip"), "install", "--quiet", "linkchecker"]
        )
        if failed:
            return failed
    settings = folder / "linkcheckerrc"
    settings.write_text("[checking]\nmaxrequestspersecond=100000\nthreads=32\n")  # with the server's header: no pauses
    options = [f"--config={settings}", "--no-status", "--no-warnings", "--check-extern", "--output=csv/utf-8"]
    return Peer("linkchecker", lambda url: [str(program), *options, url], _from_csv)


def linkinator(folder: Path) -> Peer | str:
    """Give linkinator from npm, or why it is not to be had."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        return "node is not installed"
    program = folder / "linkinator" / "node_modules" / ".bin" / "linkinator"
    if not program.exists():
        failed = _try([npm, "install", "--silent", "--prefix", str(folder / "linkinator"), "linkinator"])
        if failed:
            return failed
    options = ["--recurse", "--format", "json", "--concurrency", "32"]
    return Peer("linkinator", lambda url: [node, str(program), url, *options], _from_json)


def _try(command: list[str]) -> str | None:
    """None where the command succeeds; else what it said last."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_INSTALL_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    if done.returncode == 0:
        return None
    return (done.stderr or done.stdout).strip().splitlines()[-1:][0] if (done.stderr or done.stdout) else "failed"


def _from_csv(output: str) -> set[str]:
    lines = [line for line in output.splitlines() if line and not line.startswith("#")]
    return {
        row["url"] for row in csv.DictReader(lines, delimiter=";") if row.get("valid") == "False" and row.get("url")
    }


def _from_json(output: str) -> set[str]:
    try:
        links = json.loads(output[output.index("{") :])["links"]
    except ValueError:
        return set()
    return {link["url"] for link in links if link["state"] == "BROKEN"}
