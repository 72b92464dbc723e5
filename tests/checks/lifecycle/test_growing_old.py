"""A document that has grown too old to be looked at is not mended by that."""

from datetime import timedelta

import pytest

from checks.observations.site import PageFacts
from checks.rulebook import default_rulebook
from tests.factories import HOME, TODAY, document, page_facts, site

URL = f"{HOME}zcwj/12.html"
RULES = ("interpretation-missing", "interpretation-late", "interpretation-unlinked")


def can_tell(rule_id: str, *pages: PageFacts) -> bool:
    rule = default_rulebook().by_id[rule_id]
    assert rule.can_tell is not None
    return rule.can_tell(site(pages=pages), URL, rule.limits)


def seen(days: int, **given: object) -> PageFacts:
    day = TODAY - timedelta(days=days)
    return page_facts(url=URL, title="防汛办法", published_on=day, document=document(published_on=day), **given)


@pytest.mark.parametrize("rule_id", RULES)
def test_silence_on_an_old_page_mends_nothing(rule_id: str) -> None:
    assert can_tell(rule_id, seen(365))
    assert not can_tell(rule_id, seen(366))


@pytest.mark.parametrize("rule_id", RULES)
def test_nor_does_silence_on_a_page_whose_day_was_not_read(rule_id: str) -> None:
    assert not can_tell(
        rule_id, page_facts(url=URL, title="防汛办法", published_on=None, document=document(published_on=None))
    )


def test_a_later_day_in_its_tags_makes_no_interpretation_younger() -> None:
    assert not can_tell("interpretation-unlinked", seen(366, meta_on=TODAY - timedelta(days=300)))


@pytest.mark.parametrize("rule_id", RULES)
def test_a_page_that_is_gone_can_be_told_of(rule_id: str) -> None:
    assert can_tell(rule_id)


def test_an_old_page_that_has_got_its_link_is_mended() -> None:
    assert can_tell("interpretation-missing", seen(400, interpretations=(f"{HOME}zcjd/1.html",)))
    assert can_tell("interpretation-unlinked", seen(400, interprets=(f"{HOME}zcwj/1.html",)))
