"""A site's days on SQLite and on PostgreSQL."""

from datetime import timedelta

from sqlalchemy import Engine

from checks.lifecycle.case import Move, State
from config.settings import Settings
from tests.duwang.jobs.small_site import article, broken, read
from tests.factories import TODAY
from tests.portal import Portal


def test_a_fault_lives_from_the_reading_that_finds_it_to_the_one_that_sees_it_mended(
    portal: Portal, settings: Settings, engine: Engine
) -> None:
    first = read(settings)
    assert first.state == "finished"
    assert first.brought is not None
    assert (first.brought.pages, broken(engine)) == (5, {"/lost.html": State.SUSPECTED})
    again = read(settings, TODAY + timedelta(days=1), "daily")
    assert again.brought is not None
    assert again.brought.moves.get(Move.FOUND, 0) == 0
    portal.pages["/lost.html"] = article(1)
    read(settings, TODAY + timedelta(days=2), "daily")
    assert broken(engine) == {"/lost.html": State.FIXED}
    del portal.pages["/lost.html"]
    read(settings, TODAY + timedelta(days=3), "daily")
    assert broken(engine) == {"/lost.html": State.SUSPECTED}
