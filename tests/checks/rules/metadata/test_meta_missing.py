import pytest

from config.meta_tags import required_tags
from tests.checks.rules.rule import found
from tests.factories import CODE, HOME, marks, page

ARTICLE = f"{HOME}tzgg/1.html"
SITE_TAGS = {"SiteName": "临河县人民政府", "SiteDomain": "www.linhe.example", "SiteIDCode": CODE}
FULL = dict.fromkeys(required_tags("article"), "有内容") | SITE_TAGS


def seen(meta, kind="article", **given):
    return page(**{"url": ARTICLE, "kind": kind, "meta": meta, **given})


def only(page_seen):
    (finding,) = found("meta-missing", page_seen)
    return finding


@pytest.mark.parametrize(("kind", "count"), [("home", 3), ("column", 7), ("article", 8)])
def test_each_kind_of_page_owes_its_tags(kind, count):
    finding = only(seen({}, kind))
    assert finding.subject == kind
    assert len(finding.facts["tags"]) == count


@pytest.mark.parametrize("kind", ["home", "column", "article"])
def test_a_full_set_is_fine(kind):
    assert found("meta-missing", seen(FULL, kind, marks=marks(error_report_code=CODE))) == []


@pytest.mark.parametrize("kind", ["attachment", "other"])
def test_other_pages_owe_nothing(kind):
    assert found("meta-missing", seen({}, kind)) == []


def test_articles_need_no_words_about_their_column():
    bare = {tag: text for tag, text in FULL.items() if tag not in ("ColumnDescription", "ColumnKeywords")}
    assert found("meta-missing", seen(bare)) == []
    assert only(seen(bare, "column")).facts["tags"] == ["ColumnDescription", "ColumnKeywords"]


@pytest.mark.parametrize("tag", sorted(set(required_tags("article")) - {"ColumnDescription", "ColumnKeywords"}))
@pytest.mark.parametrize("content", [None, "", "  "])
def test_a_missing_and_an_empty_tag_are_named(tag, content):
    meta = {key: value for key, value in FULL.items() if key != tag} | ({} if content is None else {tag: content})
    finding = only(seen(meta))
    assert finding.facts["tags"] == [tag]
    assert ("缺少" in finding.facts["problems"][0]) is (content is None)


@pytest.mark.parametrize("content", ["null", "${site.name}", "<%=sitename%>", "网站名称"])
def test_a_template_left_as_it_is(content):
    assert only(seen(FULL | {"SiteName": content})).facts["problems"] == ["SiteName 没有填写，仍是模板原样"]


@pytest.mark.parametrize("shown", [{"site_code": "9909990001"}, {"error_report_code": "bm99000001"}])
def test_another_sites_code_contradicts_the_footer(shown):
    finding = only(seen(FULL, marks=marks(**shown)))
    assert finding.facts["tags"] == ["SiteIDCode"]


@pytest.mark.parametrize(
    "domain", ["www.dahe.example", "http://www.dahe.example/", "dahe.example", "dahe.example,dh.example"]
)
def test_another_sites_domain_contradicts_the_host(domain):
    assert only(seen(FULL | {"SiteDomain": domain})).facts["tags"] == ["SiteDomain"]


@pytest.mark.parametrize(
    ("domain", "url"),
    [
        ("linhe.example", ARTICLE),
        ("http://www.linhe.example/", ARTICLE),
        ("WWW.LINHE.EXAMPLE:443", ARTICLE),
        ("www.linhe.example", "https://jyj.linhe.example/1.html"),
        ("jyj.linhe.example", ARTICLE),
        ("www.linhe.example", "http://127.0.0.1:8000/1.html"),
        ("www.linhe.example", "http://localhost:8000/1.html"),
        ("www.linhe.example,www.lh.example", ARTICLE),
        ("www.lh.example；www.linhe.example", ARTICLE),
        ("本网站", ARTICLE),
        ("[::", ARTICLE),
    ],
)
def test_the_same_site_by_another_name_is_no_contradiction(domain, url):
    assert found("meta-missing", seen(FULL | {"SiteDomain": domain}, url=url)) == []


@pytest.mark.parametrize(
    "shown",
    [
        pytest.param(None, id="not looked for"),
        pytest.param(marks(site_code=None), id="no code in the footer"),
        pytest.param(marks(site_code="待定"), id="no code at all"),
    ],
)
def test_an_unseen_footer_contradicts_nothing(shown):
    assert found("meta-missing", seen(FULL, marks=shown)) == []
