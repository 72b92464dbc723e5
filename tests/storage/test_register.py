from datetime import timedelta

from sqlalchemy.orm import Session

from storage.queries.sites import all_sites, register_imported_at, similar_sites, site_by_code
from storage.writes.sites import register_sites
from tests.factories import CODE, NOW, register_site

OTHER = register_site(code="9901210002", name="临河县教育体育局", url="https://jtj.linhe.example/", level="department")
FULL = register_site(
    contact="office@example.org",
    columns=[{"name": "统计数据", "url": "/tjsj/", "type": "statistics", "max_age_days": 31}],
    exempt=[{"check": "link-broken", "reason": "试运行", "until": "2026-12-31"}],
)


def test_an_entry_comes_back_as_it_went_in(session: Session):
    register_sites(session, [FULL, OTHER], source="sites.yaml", at=NOW)
    session.expire_all()
    assert all_sites(session) == [FULL, OTHER]
    assert site_by_code(session, CODE) == FULL
    assert register_imported_at(session) == NOW


def test_it_says_which_columns_may_be_older_than_the_country_s_rules_allow(session: Session):
    columns = [
        {"name": "通知公告", "url": "/tzgg/", "type": "notice", "max_age_days": 400},
        {"name": "工作动态", "url": "/gzdt/", "type": "news_department", "max_age_days": 14},
        {"name": "价格信息", "url": "/jgxx/", "type": "price", "max_age_days": 999},
        {"name": "领导信息", "url": "/ldxx/", "type": "leaders", "max_age_days": 999},
    ]
    change = register_sites(session, [register_site(columns=columns)], source="sites.yaml", at=NOW)
    assert change.lax == (f"{CODE}“通知公告”400 天（规定 180 天）",)


def test_importing_again_says_what_changed(session: Session):
    register_sites(session, [FULL, OTHER], source="sites.yaml", at=NOW)
    change = register_sites(
        session, [FULL, OTHER.model_copy(update={"name": "临河县教体局"})], source="sites.yaml", at=NOW
    )
    assert (change.added, change.changed, change.unchanged, change.retired) == ((), (OTHER.code,), (CODE,), ())


def test_who_stands_no_longer_in_the_file_is_retired_and_may_come_back(session: Session):
    register_sites(session, [FULL, OTHER], source="sites.yaml", at=NOW)
    assert register_sites(session, [FULL], source="sites.yaml", at=NOW).retired == (OTHER.code,)
    assert site_by_code(session, OTHER.code) is None
    assert register_sites(session, [FULL, OTHER], source="sites.yaml", at=NOW).changed == (OTHER.code,)


def test_another_file_retires_nobody(session: Session):
    register_sites(session, [FULL], source="sites.yaml", at=NOW)
    assert register_sites(session, [OTHER], source="bureaus.csv", at=NOW + timedelta(days=1)).retired == ()
    assert [site.code for site in all_sites(session)] == [CODE, OTHER.code]


def test_a_mistyped_code_or_name_finds_its_neighbours(session: Session):
    register_sites(session, [FULL, OTHER], source="sites.yaml", at=NOW)
    assert similar_sites(session, "9901210020")
    assert similar_sites(session, "教育体育局")[0] == OTHER
    assert similar_sites(session, "xyz") == []
