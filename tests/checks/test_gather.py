from checks.gather import NAMED_PAGES, Hit, gather
from tests.factories import HOME, finding


def hit(number: int = 1, *, read: bool = True, kind: str = "article", **given: object) -> Hit:
    page = f"{HOME}a{number:04}.html"
    values = {"rule": "link-malformed", "subject": "C:\\a.doc", "facts": {"item": "附件"}, "page": page, **given}
    return Hit(page, kind, read, finding(**values))


def test_one_fault_on_many_pages_is_one_finding_with_its_places():
    gathered = gather([hit(number) for number in range(30, 0, -1)], pages=1000)
    (one,) = gathered.found
    assert one.facts["count"] == 30
    assert one.facts["pages"] == [f"{HOME}a{number:04}.html" for number in range(1, NAMED_PAGES + 1)]
    assert one.page == one.facts["pages"][0]
    assert one.repair == "article"


def test_what_stands_on_most_pages_is_mended_in_the_template():
    (one,) = gather([hit(number) for number in range(11)], pages=20).found
    assert one.repair == "template"


def test_a_few_pages_make_no_template():
    (one,) = gather([hit(1), hit(2)], pages=2).found
    assert one.repair == "article"


def test_a_fault_on_a_column_page_is_mended_in_the_column():
    (one,) = gather([hit(1, kind="column")], pages=20).found
    assert one.repair == "column"


def test_the_place_that_the_rule_names_stays():
    (one,) = gather([hit(1, repair="template")], pages=100).found
    assert one.repair == "template"


def test_a_fault_of_the_page_itself_names_no_other_places():
    page = f"{HOME}a0001.html"
    (one,) = gather([hit(1, rule="wording-error", subject=page)], pages=5).found
    assert "pages" not in one.facts
    assert "count" not in one.facts


def test_lists_are_joined_over_pages():
    hits = [hit(1, facts={"tags": ["SiteName"]}), hit(2, facts={"tags": ["SiteName", "PubDate"]})]
    assert gather(hits, pages=5).found[0].facts["tags"] == ["SiteName", "PubDate"]


def test_pages_that_were_not_looked_at_are_counted_but_prove_nothing():
    both = gather([hit(1), hit(2, read=False)], pages=5)
    assert both.found[0].facts["count"] == 2
    assert both.unseen == frozenset()
    none = gather([hit(2, read=False)], pages=5)
    assert none.found == ()
    assert none.unseen == {("link-malformed", "C:\\a.doc")}
