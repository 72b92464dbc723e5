"""One reading a site at a time."""

import pytest
from sqlalchemy import Engine

from config.errors import ConfigError
from storage.engine import open_engine
from storage.site_lock import hold_site


def test_a_site_is_held_once(engine: Engine, database_url: str) -> None:
    other = open_engine(database_url)
    with hold_site(engine, "9901210001"):
        with pytest.raises(ConfigError, match="另一个程序正在读"), hold_site(other, "9901210001"):
            pass
        with hold_site(other, "9901210002"):
            pass
    with hold_site(other, "9901210001"):
        pass
    other.dispose()


def test_sites_whose_short_hashes_are_equal_are_two(engine: Engine, database_url: str) -> None:
    """PostgreSQL's `hashtext` says the same of these; 13,500 sites hold such a pair one time in fifty."""
    other = open_engine(database_url)
    with hold_site(engine, "9900072405"), hold_site(other, "9900196272"):
        pass
    other.dispose()


def test_an_error_lets_go(engine: Engine) -> None:
    for _ in range(2):
        with pytest.raises(RuntimeError), hold_site(engine, "9901210001"):
            raise RuntimeError
