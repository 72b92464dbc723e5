"""Runs `duwang` on a generated portal, in a workspace of its own."""

import compileall
import json
import sqlite3
import sys
import sysconfig
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from benchmarks.read_portal.measure import AT_ONCE, PATIENCE_SECONDS, Took, run
from benchmarks.read_portal.web_server import Served

_SETTINGS = f"""
[fetch]
contact = "benchmark@example.org"
concurrency = {AT_ONCE}
timeout_seconds = {PATIENCE_SECONDS}
second_try_seconds = 0.2  # the pause before a second try measures patience, not speed
screenshots = 0  # evidence pictures are made after the reading, by a browser that the others do not start
"""


_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Workspace:
    """A workspace with one or two portals in its register."""

    folder: Path
    servers: tuple[Served, ...]

    @property
    def database(self) -> Path:
        """Its SQLite file."""
        return self.folder / "data" / "duwang.db"

    def make(self) -> None:
        """Write settings and register, and let the register be taken in, which makes the database."""
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "duwang.toml").write_text(_SETTINGS, encoding="utf-8")
        sites = "".join(
            f'  - {{code: "{site_code(number)}", name: 临河县, url: "{server.url}", level: county, unit: 县政府办}}\n'
            for number, server in enumerate(self.servers)
        )
        (self.folder / "sites.yaml").write_text(f"sites:\n{sites}", encoding="utf-8")
        _compile()
        self._duwang("sites", "import", "sites.yaml")

    def read(self) -> Took:
        """`duwang read --full`."""
        return self._duwang("read", "--full")

    def broken(self, number: int = 0) -> set[str]:
        """Broken links that it would put into a notice; the portal's own as paths."""
        took = self._duwang("findings", "--site", site_code(number), "--check", "link-broken", "--format", "json")
        found = json.loads(took.output)
        confirmed = (one["subject"] for one in found if one["verdict"] == "confirmed")
        return {subject.replace(self.servers[number].url, "/") for subject in confirmed}

    def database_bytes(self) -> int:
        """Pages in use of the database."""
        with closing(sqlite3.connect(self.database)) as database:
            size, pages, free = (
                database.execute(f"pragma {what}").fetchone()[0]
                for what in ("page_size", "page_count", "freelist_count")
            )
        return int(size * (pages - free))

    def _duwang(self, *arguments: str) -> Took:
        program = Path(sysconfig.get_path("scripts")) / "duwang"
        environment = {"DUWANG_HOME": str(self.folder), "DUWANG_TODAY": "2026-11-20"}
        took = run(
            [sys.executable, str(program), *arguments],
            server=self.servers[0],
            environment=environment,
            folder=self.folder,
        )
        if took.status != 0:
            raise SystemExit(f"duwang {' '.join(arguments)}: {(self.folder / 'errors.txt').read_text()}")
        return took


def _compile() -> None:
    """Let Python keep our modules compiled, as it keeps an installed program's: the others' are."""
    for package in ("checks", "config", "crawler", "dashboards", "duwang", "storage"):
        compileall.compile_dir(_ROOT / package, quiet=1)


def site_code(number: int = 0) -> str:
    """The code under which a workspace's first, second, … portal is registered."""
    return f"99012100{number + 1:02}"
