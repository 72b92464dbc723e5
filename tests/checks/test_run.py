from datetime import date

import pytest
from stdnum.cn import ric

from checks.findings import Finding
from checks.observations.page import PageSeen
from checks.rulebook import load_rulebook
from checks.run import judge_page, without_exempt
from config.errors import ConfigError
from config.rule_file import load_rules
from config.sites import Exemption
from tests.factories import register_site, site

CARD = (body := "11010119900307447") + ric.calc_check_digit(body + "0")


def article(text: str) -> PageSeen:
    return PageSeen(url="https://www.linhe.example/a.html", kind="article", encoding="utf-8", text=text)


def test_a_finding_names_the_page_it_was_seen_on():
    findings = list(judge_page(article("工程已经峻工。")))
    assert {finding.page for finding in findings} == {"https://www.linhe.example/a.html"}


def test_no_rule_lets_a_private_number_out():
    findings = list(judge_page(article(f"{CARD} 的房屋已峻工。")))
    assert {"wording-error", "privacy-leak"} <= {finding.rule for finding in findings}
    assert CARD not in repr(findings)


def test_an_installation_sets_its_own_limits():
    rulebook = load_rulebook({"layout-residue": {"min_runs": 1}})
    findings = judge_page(article("样式 @font-face 残留"), rulebook)
    assert "layout-residue" in {finding.rule for finding in findings}


@pytest.mark.parametrize(
    ("overrides", "told"),
    [
        ({"no-such-rule": {}}, "没有这条规则"),
        ({"layout-residue": {"min_runs": "许多"}}, "“min_runs”不对（应是整数）"),
        ({"layout-residue": {"min_run": 9}}, "没有“min_run”这个参数。是不是 min_runs？"),
    ],
)
def test_an_override_that_fits_no_rule_is_refused(overrides, told):
    with pytest.raises(ConfigError, match=told):
        load_rulebook(overrides)


@pytest.mark.parametrize(
    ("rule", "own", "allowed"),
    [
        ("homepage-stale", {"max_age_days": 15}, "不大于 14"),
        ("site-unreachable", {"fail_ratio": 0.06}, "不大于 0.05"),
        ("site-unreachable", {"min_probes": 1000}, "不大于 140"),
        ("disclosure-late", {"since": "2020-01-01"}, "不大于 2019-05-15"),
        ("annual-report-missing", {"deadlines": {"county": "04-30"}}, "不大于 03-31"),
        ("interaction-few", {"required": {"consultation": 5, "interview": 1}}, "不小于 6"),
        ("interaction-few", {"required": {"interview": 1}}, "不小于 6"),
        ("guide-element-missing", {"key_elements": ["事项名称"]}, "含事项名称、设定依据"),
    ],
)
def test_a_limit_laxer_than_its_clause_is_refused(rule, own, allowed):
    with pytest.raises(ConfigError) as refused:
        load_rulebook({rule: own})
    assert refused.value.place == f"duwang.toml [checks.{rule}]"
    assert load_rules()[rule].clause in refused.value.problem
    assert f"“{next(iter(own))}" in refused.value.problem
    assert allowed in refused.value.remedy


@pytest.mark.parametrize(
    ("rule", "own"),
    [
        ("homepage-stale", {"max_age_days": 14}),
        ("homepage-stale", {"max_age_days": 7}),
        ("message-overdue", {"max_workdays": 30}),
        ("interaction-few", {"required": {"consultation": 12, "interview": 0}}),
        ("guide-element-missing", {"key_elements": ["办理材料", "申请条件", "设定依据", "事项名称", "收费标准"]}),
    ],
)
def test_a_stricter_limit_and_one_that_no_clause_sets_are_taken(rule, own):
    limits = load_rulebook({rule: own}).by_id[rule].limits
    for name, value in own.items():
        taken = getattr(limits, name)
        assert (dict(taken) if isinstance(value, dict) else list(taken) if isinstance(value, list) else taken) == value


@pytest.mark.parametrize("rule", load_rules().values(), ids=lambda rule: rule.id)
def test_bounds_are_of_limits_that_the_rule_has(rule):
    for name in rule.bounds:
        own, _, key = name.partition(".")
        assert not key or key in rule.limits[own]
        assert own in rule.limits


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (Exemption(check="content-missing", reason="由市政府统一刊发"), True),
        (Exemption(check="content-missing", item="K15", reason="由市政府统一刊发"), True),
        (Exemption(check="content-missing", item="政府公报", reason="由市政府统一刊发"), True),
        (Exemption(check="content-missing", item="政务公开", reason="由市政府统一刊发"), True),
        (Exemption(check="content-missing", item="K09", reason="由市政府统一刊发"), False),
        (Exemption(check="content-missing", reason="今年无任免", until=date(2026, 11, 21)), True),
        (Exemption(check="content-missing", reason="今年无任免", until=date(2026, 11, 20)), False),
    ],
)
def test_an_exemption_holds_for_its_item_and_until_its_day(entry, expected):
    finding = Finding(rule="content-missing", subject="K15", facts={"item": "政府公报"}, column="政务公开")
    left = list(without_exempt([finding], site(site=register_site(exempt=(entry,)), today=date(2026, 11, 21))))
    assert (left == []) is expected
