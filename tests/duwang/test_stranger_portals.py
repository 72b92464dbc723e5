"""Faults of most checks on six portals that were written without a look at the extractors: found, nothing else."""

from pathlib import Path

import pytest

from tests.duwang.stranger_portals import hechuan, liuquan, qingdu, shaling, wuling, yunxi
from tests.duwang.stranger_portals.read import compare

PORTALS = {
    "hechuan": hechuan.portal,
    "liuquan": liuquan.portal,
    "qingdu": qingdu.portal,
    "shaling": shaling.portal,
    "wuling": wuling.portal,
    "yunxi": yunxi.portal,
}
BEYOND = frozenset({("catalogue-element-missing", "/group1/M00/8505.pdf")})
"""A paper's text has lost the columns of its tables, so that none can be said to be missing."""


@pytest.mark.parametrize("name", PORTALS)
def test_every_seeded_fault_is_found_and_no_trap_springs(name: str, tmp_path: Path) -> None:
    compared = compare(PORTALS[name](), tmp_path)
    assert (compared.missed - BEYOND, compared.false) == (frozenset(), frozenset())
