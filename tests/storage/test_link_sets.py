"""Sets of ids, packed."""

from hypothesis import given
from hypothesis import strategies as st

from storage.link_sets import digest, pack, unpack

IDS = st.lists(st.integers(min_value=1, max_value=1 << 62))


@given(IDS)
def test_a_set_comes_back_sorted_and_without_doubles(ids: list[int]) -> None:
    assert unpack(pack(ids)) == sorted(set(ids))


@given(IDS)
def test_order_and_doubles_make_no_difference(ids: list[int]) -> None:
    assert digest(pack(ids)) == digest(pack([*reversed(ids), *ids]))


def test_neighbours_cost_a_byte_each() -> None:
    assert len(pack(range(1_000_000, 1_000_100))) < 110
