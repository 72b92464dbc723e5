"""A reading in a process of its own, to be killed."""

import sys

from config.settings import Settings
from crawler.plan import ReadingPlan
from crawler.reading import read_site
from storage.engine import open_engine
from tests.crawler.reading_site import TODAY, begin, judge_nothing, settings, the_site


def read_until_killed(database: str, home: str) -> None:
    """Begin the reading, or go on with it."""
    site = the_site(home)
    engine = open_engine(database)
    reading_id = begin(engine, site)
    engine.dispose()
    given: Settings = settings(database)
    plan = ReadingPlan(site=site, reading_id=reading_id, mode="full", today=TODAY, settings=given)
    outcome = read_site(plan, judge=judge_nothing, judge_file=judge_nothing)
    sys.exit(0 if outcome.state == "finished" else 1)
