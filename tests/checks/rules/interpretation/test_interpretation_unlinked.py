from datetime import timedelta

import pytest

from tests.checks.rules.rule import found
from tests.factories import HOME, TODAY, document, page_facts, site

DOC, READ = f"{HOME}zcwj/12.html", f"{HOME}zcjd/12.html"
POLICY = page_facts(url=DOC, title="临河县人民政府关于印发防汛抗旱应急预案的通知", document=document())


def explaining(title="《临河县防汛抗旱应急预案》政策解读", **given):
    return page_facts(**{"url": READ, "title": title, **given})


def unlinked(*pages):
    return found("interpretation-unlinked", site(pages=pages))


def test_an_interpretation_of_a_document_on_the_site_must_link_to_it():
    (finding,) = unlinked(POLICY, explaining())
    assert (finding.subject, finding.facts["suggestion"]) == (READ, DOC)


def test_what_the_document_links_to_is_its_interpretation_by_any_name():
    linking = page_facts(url=DOC, title="防汛抗旱应急预案", document=document(), interpretations=(READ,))
    assert unlinked(linking, explaining("一图读懂防汛大事"))[0].facts["suggestion"] == DOC


def test_a_number_in_the_title_finds_it():
    assert unlinked(POLICY, explaining("关于新文件的解读（临政发〔2026〕12号）"))


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(explaining(interprets=(DOC,)), id="links back"),
        pytest.param(explaining(leads_to=(DOC,)), id="links back in words that say nothing"),
        pytest.param(explaining("《扎实稳住经济一揽子政策措施》解读"), id="a document that the site does not carry"),
        pytest.param(explaining("《临河县防汛抗旱应急预案（2024年）》解读"), id="another year's"),
        pytest.param(explaining("县政府召开防汛工作会议"), id="no interpretation"),
        pytest.param(explaining("水利部有关负责人解读《防汛抗旱应急预案》"), id="a ministry's own"),
        pytest.param(explaining(read=False), id="not read today"),
        pytest.param(explaining(published_on=TODAY - timedelta(days=400)), id="history"),
        pytest.param(explaining(published_on=None), id="no date"),
        pytest.param(explaining(kind="column"), id="a column named 政策解读"),
    ],
)
def test_nothing_to_say_about(page):
    assert unlinked(POLICY, page) == []


def test_a_draft_is_no_document():
    draft = page_facts(url=DOC, title="防汛抗旱应急预案（征求意见稿）", document=document())
    assert unlinked(draft, explaining()) == []
