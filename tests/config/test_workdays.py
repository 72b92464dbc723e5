from datetime import date

import pytest

from config.errors import ConfigError
from config.workdays import load_workdays, parse_workdays


def test_the_installed_table_is_sound():
    assert load_workdays().years == frozenset()


def test_a_filled_table_is_read():
    table = parse_workdays("years = [2027]\nholidays = [2027-01-01]\nworkdays = [2027-01-02]")
    assert table.years == {2027}
    assert date(2027, 1, 1) in table.holidays
    assert date(2027, 1, 2) in table.workdays


@pytest.mark.parametrize(
    "text", ["holiday = []", "years = [", "holidays = ['soon']", "holidays = [2027-01-02]\nworkdays = [2027-01-02]"]
)
def test_a_wrong_table_names_the_file(text):
    with pytest.raises(ConfigError, match=r"config/workdays\.toml"):
        parse_workdays(text)
