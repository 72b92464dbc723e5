from datetime import timedelta

import pytest

from checks.rules.freshness._columns import QuietLimits
from config.rule_file import load_rules
from tests.checks.rules.rule import found
from tests.factories import TODAY, column, site


def news(days):
    return site(columns=(column(type="news_local", latest=TODAY - timedelta(days=days)),))


@pytest.mark.parametrize(("days", "left"), [(8, 7), (14, 1)])
def test_it_warns_before_the_last_day(days, left):
    (finding,) = found("column-expiring", news(days))
    assert finding.facts["days_left"] == left
    assert finding.facts["last_day"] == (TODAY + timedelta(days=left - 1)).isoformat()


@pytest.mark.parametrize("days", [0, 7, 15, 400])
def test_nothing_to_say(days):
    assert found("column-expiring", news(days)) == []


def test_a_column_stale_today_is_not_also_expiring():
    for days in range(30):
        seen = news(days)
        assert not (found("column-expiring", seen) and found("column-stale", seen))


def test_both_rules_judge_the_same_columns():
    soon, stale = (load_rules()[name].limits for name in ("column-expiring", "column-stale"))
    assert [soon[name] for name in QuietLimits.model_fields] == [stale[name] for name in QuietLimits.model_fields]
