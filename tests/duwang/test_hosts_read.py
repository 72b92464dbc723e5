"""Hosts read over real sockets: every seeded fault is found on its day, none is invented."""

from pathlib import Path

import pytest

from tests.duwang.host_portals.read import read_hosts
from tests.duwang.host_portals.seeded import GROUPS


@pytest.mark.parametrize("group", GROUPS)
def test_every_fault_of_a_host_is_found_and_none_is_invented(group: str, tmp_path: Path) -> None:
    compared = read_hosts(tmp_path, [group])
    assert compared.differences == []
    assert any(compared.expected.values())
