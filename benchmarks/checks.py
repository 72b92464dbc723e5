"""What each check costs beside parsing: `python -m benchmarks.checks [FOLDER of saved pages]`.

Without a folder it generates a small portal. The time of a page is that of parsing and extracting it; page rules
are timed one by one.
"""

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.read_portal.portal import TODAY, make_portal
from checks.observations.page import PageSeen
from checks.rulebook import default_rulebook
from crawler.extract.page import read_page

_ROUNDS = 5
_PAGES = 200
_HOST = "https://www.linhe.example"


def main() -> None:
    """Read the pages once, judge them several times, print a line a check."""
    parser = argparse.ArgumentParser(prog="benchmarks.checks", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    folder = parser.parse_args().folder
    if folder is not None:
        measure(_saved(folder))
        return
    with tempfile.TemporaryDirectory() as scratch:
        make_portal(Path(scratch), _PAGES)
        measure(_saved(Path(scratch)))


def measure(pages: Sequence[tuple[str, bytes]]) -> None:
    """Print milliseconds a page of reading and of every page rule, and their ratio."""
    _read_all(pages)
    started = time.process_time()
    seen = _read_all(pages)
    reading = (time.process_time() - started) * 1000 / len(pages)
    cost = _judge_all(seen)
    print(f"{len(pages)} pages, {sum(len(body) for _, body in pages) / len(pages) / 1000:.1f} KB each")
    print(f"{'parse and extract':28}{reading:9.4f} ms a page")
    for rule, spent in cost.most_common():
        print(f"{rule:28}{spent:9.4f}")
    total = sum(cost.values())
    print(f"{'all page rules':28}{total:9.4f} = {total / reading:.2f} of parsing (to stay under 0.50)")


def _read_all(pages: Sequence[tuple[str, bytes]]) -> list[PageSeen]:
    return [read_page(body, url=url, today=TODAY, marks=False) for url, body in pages]


def _judge_all(seen: Sequence[PageSeen]) -> Counter[str]:
    """Rule id -> CPU milliseconds a page."""
    cost: Counter[str] = Counter()
    for rule in default_rulebook().looking_at(PageSeen):
        started = time.process_time()
        for _ in range(_ROUNDS):
            for page in seen:
                for _finding in rule.check(page, rule.limits):
                    pass
        cost[rule.id] = (time.process_time() - started) * 1000 / _ROUNDS / len(seen)
    return cost


def _saved(folder: Path) -> list[tuple[str, bytes]]:
    files = sorted(folder.rglob("*.html"))[:_PAGES]
    return [(f"{_HOST}/{file.relative_to(folder)}", file.read_bytes()) for file in files]


if __name__ == "__main__":
    main()
