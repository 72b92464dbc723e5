from duwang.jobs.read_site import planned_columns
from tests.factories import HOME, TODAY, column, register_site


def test_the_profile_wins_over_what_was_known() -> None:
    profile = {"name": "数据", "url": "/tjsj/", "type": "statistics", "max_age_days": 31, "items": "li"}
    known = [column(url=f"{HOME}tjsj/", name="统计", level=2, first_seen=TODAY), column(max_age_days=7, selector="p")]
    one, other = planned_columns(register_site(columns=[profile]), known)
    assert (one.name, one.max_age_days, one.selector, one.level, one.first_seen) == ("数据", 31, "li", 2, TODAY)
    assert (other.max_age_days, other.selector, other.seen) == (None, None, None)


def test_a_column_that_only_the_profile_knows() -> None:
    profile = {"name": "数据", "url": "/tjsj/", "type": "statistics"}
    (only,) = planned_columns(register_site(columns=[profile]), [])
    assert (only.url, only.type, only.confidence) == (f"{HOME}tjsj/", "statistics", 1.0)


def test_only_a_profile_is_sure():
    (known,) = planned_columns(register_site(), [column(confidence=1.0)])
    assert known.confidence < 1.0
