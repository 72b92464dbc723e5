"""Precision and recall of every check, proven on each sample site: `python -m benchmarks.proving_truth`."""

import sys
import tempfile
from pathlib import Path

import yaml

from benchmarks.demo_truth import table
from duwang.demo.faults import Fault, as_faults
from duwang.demo.measure import LAST_DAY, measure
from duwang.demo.play import simulated_days

FAULTS = Path(__file__).with_name("proving_faults.yaml")
DAYS = 2
"""What stands on the first day and not on the second is mended."""


def proving_faults() -> tuple[Fault, ...]:
    """The faults and traps of `proving_faults.yaml`."""
    return as_faults(yaml.safe_load(FAULTS.read_text("utf-8"))["faults"])


def main() -> int:
    """Read the sites and print the table; 1 where something was missed or invented."""
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(Path(folder) / "demo", simulated_days(LAST_DAY, DAYS), proving_faults())
    print(table(measured))
    return 1 if measured.differences else 0


if __name__ == "__main__":
    sys.exit(main())
