"""Precision and recall of every check over the demo's sample sites: `python -m benchmarks.demo_truth [DAYS]`."""

import sys
import tempfile
from pathlib import Path

from duwang.demo.measure import LAST_DAY, Measured, measure
from duwang.demo.play import simulated_days


def _share(value: float | None) -> str:
    return "     -" if value is None else f"{value:6.3f}"


def table(measured: Measured) -> str:
    """One line a check, then all of them together, then everything missed or invented.

    `faults` are different ones; `seeded` and the rest count each once a day.
    """
    counted = f"{'faults':>6} {'seeded':>6} {'found':>6} {'missed':>6} {'invented':>8}"
    lines = [f"{'check':26} {counted} {'precision':>9} {'recall':>7}"]
    lines += [
        f"{score.check:26} {score.faults:6} {score.seeded:6} {score.found:6} {score.missed:6} {score.invented:8} "
        f"   {_share(score.precision)}  {_share(score.recall)}"
        for score in (*measured.scores, measured.total)
    ]
    lines.append(f"besides, {measured.traps} traps of which nothing may be said")
    lines += [
        f"{kind}: {one.check} {one.site} {one.subject} ({', '.join(f'{day:%m-%d}' for day in days)})"
        for kind, one, days in measured.differences
    ]
    if measured.unjudged:
        lines.append(f"seeded, but no rule yet: {', '.join(measured.unjudged)}")
    return "\n".join(lines)


def main() -> int:
    """Read the demo and print the table; 1 where something was missed or invented."""
    days = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(Path(folder) / "demo", simulated_days(LAST_DAY, days))
    print(table(measured))
    return 1 if measured.differences else 0


if __name__ == "__main__":
    sys.exit(main())
