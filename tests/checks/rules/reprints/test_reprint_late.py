from dataclasses import replace
from datetime import date

import pytest

from checks.observations.column import ItemSeen
from checks.rules.reprints.reprint_late import Limits, Reprint, check
from tests.factories import column, column_seen, site

TITLE = "国务院关于加强示例工作的意见"
LIMITS = Limits(
    documents=(Reprint(TITLE, date(2026, 11, 18)),),
    levels=frozenset({"county"}),
    column_types=frozenset({"news_state_council"}),
    max_days=1,
    horizon_days=30,
)


def seen(*items: ItemSeen, **kw):
    listed = column(name="国务院信息", type="news_state_council", seen=column_seen(items=items, **kw))
    return site(today=date(2026, 11, 21), columns=(listed,))


def item(on: date | None, title: str = TITLE) -> ItemSeen:
    return ItemSeen(title, "https://www.linhe.example/gwy/1.html", on)


def test_a_document_that_nobody_reprinted_is_found():
    (finding,) = check(seen(item(date(2026, 11, 18), "别的消息")), LIMITS)
    assert (finding.subject, finding.facts["kind"]) == (TITLE, "missing")


def test_a_late_reprint_is_found_with_its_date():
    (finding,) = check(seen(item(date(2026, 11, 20))), LIMITS)
    assert (finding.facts["kind"], finding.facts["deadline"]) == ("late", "2026-11-19")


@pytest.mark.parametrize(
    "site_seen",
    [
        pytest.param(seen(item(date(2026, 11, 19))), id="on the last day"),
        pytest.param(seen(item(None)), id="reprinted, without a date"),
        pytest.param(seen(item(date(2026, 11, 19), f"《{TITLE}》")), id="title in book marks"),
        pytest.param(seen(unreadable="script"), id="the list could not be seen"),
        pytest.param(replace(seen(), columns=()), id="no such column was found: content-missing's business"),
        pytest.param(replace(seen(), today=date(2026, 11, 19)), id="the deadline has not passed"),
        pytest.param(replace(seen(), today=date(2027, 1, 10)), id="too long ago to be on the first page"),
    ],
)
def test_nothing_to_say_about(site_seen):
    assert list(check(site_seen, LIMITS)) == []
