"""What each check costs a page: `python -m benchmarks.checks [FOLDER of saved pages] [--pages 2000]`.

Page rules are timed one by one on saved pages (without a folder: a generated portal's), file rules on a sheet and a
document, site rules, the ledger's among them, on the reading of a generated portal. Every cost is shared out over
pages: a site's among all of its pages, a file's among those that one file comes with.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from benchmarks.checks.samples import files, read_portal
from benchmarks.read_portal.portal import FILE_EVERY, TODAY, make_portal
from benchmarks.read_portal.web_server import nginx
from checks.observations.file import FileSeen
from checks.observations.page import PageSeen
from checks.observations.site import SiteSeen
from checks.rulebook import Rule, default_rulebook
from crawler.extract.page import parse, read_page

_ROUNDS = 5
_SAVED_PAGES = 200
_HOST = "https://www.linhe.example"

Seen = PageSeen | FileSeen | SiteSeen


def main() -> None:
    """Time parsing, reading and every rule, and print a line each."""
    parser = argparse.ArgumentParser(prog="benchmarks.checks", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--pages", type=int, default=2000, help="pages of the portal that the site rules look at")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="duwang-benchmark-") as name:
        scratch = Path(name)
        scratch.chmod(0o755)  # nginx's worker may run as somebody else
        if arguments.folder is None:
            make_portal(scratch / "pages", _SAVED_PAGES)
        parsing, reading, cost = _time_pages(_saved(arguments.folder or scratch / "pages"))
        cost |= _time_rules(files(), per_page=FILE_EVERY)
        if nginx() is None:
            print("site rules: skipped, nginx is not installed (on Debian: apt-get install nginx-light)")
        else:
            cost |= _time_rules([read_portal(scratch, arguments.pages)], per_page=arguments.pages)
    _print(cost, parsing, reading)


def _time_pages(pages: Sequence[tuple[str, bytes]]) -> tuple[float, float, dict[str, float]]:
    """Milliseconds a page of parsing alone and of parsing and extracting; and of every page rule."""
    seen = [_read(*page) for page in pages]
    parsing = _milliseconds(lambda: [parse(body, url=url) for url, body in pages]) / len(pages)
    reading = _milliseconds(lambda: [_read(*page) for page in pages]) / len(pages)
    print(f"{len(pages)} pages, {sum(len(body) for _, body in pages) / len(pages) / 1000:.1f} KB each")
    return parsing, reading, _time_rules(seen)


def _read(url: str, body: bytes) -> PageSeen:
    return read_page(body, url=url, today=TODAY, marks=False)


def _time_rules(seen: Sequence[Seen], *, per_page: int = 1) -> dict[str, float]:
    """What it looks at and rule -> milliseconds a page; `per_page`: pages that one of these comes with."""
    kind = type(seen[0])
    shown = kind.__name__.removesuffix("Seen").lower()
    return {
        f"{shown:6}{rule.id}": _milliseconds(partial(_check_all, rule, seen)) / len(seen) / per_page
        for rule in default_rulebook().looking_at(kind)
    }


def _check_all(rule: Rule, seen: Sequence[Seen]) -> None:
    for one in seen:
        for _finding in rule.check(one, rule.limits):
            pass


def _milliseconds(work: Callable[[], object]) -> float:
    """Processor time of one round."""
    started = time.process_time()
    for _ in range(_ROUNDS):
        work()
    return (time.process_time() - started) * 1000 / _ROUNDS


def _print(cost: dict[str, float], parsing: float, reading: float) -> None:
    print(f"\n{'':36}{'ms a page':>10}{'of parsing':>12}{'of parsing and extracting':>27}")
    print(f"{'parsing alone':36}{parsing:10.4f}")
    print(f"{'parsing and extracting':36}{reading:10.4f}\n")
    for name, spent in sorted(cost.items(), key=lambda pair: -pair[1]):
        print(f"{name:36}{spent:10.4f}{spent / parsing:12.3f}{spent / reading:27.3f}")
    total = sum(cost.values())
    print(f"\n{'all rules':36}{total:10.4f}{total / parsing:12.2f}{total / reading:27.2f}   (to stay under 0.50)")


def _saved(folder: Path) -> list[tuple[str, bytes]]:
    found = sorted(folder.rglob("*.html"))[:_SAVED_PAGES]
    if not found:
        raise SystemExit(f"no *.html below {folder}")
    return [(f"{_HOST}/{file.relative_to(folder)}", file.read_bytes()) for file in found]


if __name__ == "__main__":
    main()
