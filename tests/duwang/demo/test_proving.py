"""The faults that `make truth` proves the checks with: each can be put into its site."""

from datetime import date, timedelta

import pytest

from benchmarks.proving_truth import proving_faults
from config.rule_file import load_rules
from duwang.demo.city import City
from duwang.demo.effects import EFFECTS
from duwang.demo.faults import all_faults
from tests.duwang.host_portals.read import CHECKS

ANCHOR = date(2026, 11, 21)


@pytest.mark.parametrize("back", [0, 1])
def test_every_fault_shows_on_its_days(back: int) -> None:
    faults = proving_faults()
    city = City(port=8750, anchor=ANCHOR, faults=faults)
    city.turn_to(ANCHOR - timedelta(days=back))
    assert len(city.seeded) == sum(fault.is_found(-back) for fault in faults)


def test_every_fault_has_an_effect() -> None:
    assert {fault.effect for fault in proving_faults()} <= EFFECTS.keys()


def test_every_check_of_the_catalogue_is_seeded_somewhere() -> None:
    seeded = {fault.check for fault in (*proving_faults(), *all_faults())} | set(CHECKS)
    assert load_rules().keys() <= seeded
