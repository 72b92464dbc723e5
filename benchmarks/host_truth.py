"""Precision and recall of what is said of hosts, certificates and encryption: `python -m benchmarks.host_truth`.

The hosts of `tests/duwang/host_portals`, served on loopback with certificates made for this run, are read on two days.
"""

import sys
import tempfile
from pathlib import Path

from benchmarks.demo_truth import table
from duwang.demo.measure import Measured
from duwang.demo.truth import scores
from tests.duwang.host_portals.read import CHECKS, read_hosts


def main() -> int:
    """Read the hosts and print the table; 1 where something was missed or invented."""
    with tempfile.TemporaryDirectory() as folder:
        compared = read_hosts(Path(folder))
    measured = Measured(
        scores(compared.expected, compared.found, CHECKS), compared.differences, unjudged=[], traps=compared.spotless
    )
    print(table(measured))
    return 1 if compared.differences else 0


if __name__ == "__main__":
    sys.exit(main())
