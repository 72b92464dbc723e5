"""Other link checkers, installed for the occasion, on the same portal in the same run.

Each is run as somebody who knows it would run it: the whole portal, links to other hosts too, 32 requests at once,
no pauses. How much of the portal it asked for is printed, so that a quick half of a check does not pass for a check.
"""

import csv
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from benchmarks.read_portal.measure import AT_ONCE, PATIENCE_SECONDS, Took, run
from benchmarks.read_portal.web_server import Served

_INSTALL_SECONDS = 300


@dataclass(frozen=True)
class Peer:
    """A link checker that is ready to run."""

    name: str
    program: Sequence[str]
    options: Sequence[str]
    broken: Callable[[str], set[str]]
    """Its output -> addresses that it calls broken."""
    patience: Sequence[str] = ()
    """What else it is told where something never answers."""

    @property
    def version(self) -> str:
        """As it says itself."""
        said = subprocess.run([*self.program, "--version"], capture_output=True, text=True, check=False).stdout
        found = re.search(r"\d+(\.\d+)+", said)
        return found[0] if found else "?"

    def check(self, server: Served, folder: Path, *, silent: bool = False) -> tuple[Took, set[str]]:
        """Check a portal, one with a target that never answers if `silent`; its own addresses come back as paths."""
        folder.mkdir(parents=True, exist_ok=True)
        command = [*self.program, *self.options, server.url, *(self.patience if silent else ())]
        took = run(command, server=server, folder=folder)
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
    settings.write_text(  # with the server's header: no pauses
        f"[checking]\nmaxrequestspersecond=100000\nthreads={AT_ONCE}\ntimeout={PATIENCE_SECONDS}\n"
    )
    options = [f"--config={settings}", "--no-status", "--no-warnings", "--check-extern", "--output=csv/utf-8"]
    return Peer("linkchecker", [str(program)], options, _from_csv)


def linkinator(folder: Path) -> Peer | str:
    """Give linkinator from npm (the newest that this node can run), or why it is not to be had.

    Since 7.1.3 it heeds no `--concurrency` and begins everything that it meets at once. So its time limit, which counts
    from that moment, is set only where something never answers: on a large portal sound pages would run into it.
    """
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        return "node is not installed"
    program = folder / "linkinator" / "node_modules" / ".bin" / "linkinator"
    if not program.exists():
        failed = _try([npm, "install", "--silent", "--prefix", str(folder / "linkinator"), "linkinator"])
        if failed:
            return failed
    options = ["--recurse", "--format", "json", "--concurrency", str(AT_ONCE)]
    return Peer(
        "linkinator", [node, str(program)], options, _from_json, patience=["--timeout", str(PATIENCE_SECONDS * 1000)]
    )


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
    """The links as they stand in the pages: a redirected one is told with the address where it ended."""
    lines = [line for line in output.splitlines() if line and not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter=";")
    return {urljoin(row["parentname"], row["urlname"]) for row in rows if row.get("valid") == "False"}


def _from_json(output: str) -> set[str]:
    try:
        links = json.loads(output[output.index("{") :])["links"]
    except ValueError:
        return set()
    return {link["url"] for link in links if link["state"] == "BROKEN"}
