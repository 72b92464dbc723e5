import pytest

from checks.findings import Finding
from checks.observations.host import ProbesSeen
from checks.vetoes import amount, rehearse, rehearse_accounts, told


def stale(bucket, number, **given):
    return [
        Finding(
            rule="column-stale", subject=f"https://www.linhe.example/{bucket}{n}/", facts={"bucket": bucket}, **given
        )
        for n in range(number)
    ]


def empty(number):
    return [Finding(rule="column-empty", subject=f"https://www.linhe.example/{n}/") for n in range(number)]


def veto(veto_id, findings=(), **given):
    return next(one for one in rehearse(findings, **given) if one.id == veto_id)


def met(findings=(), **given):
    return [one.id for one in rehearse(findings, **given) if one.met]


def test_a_sound_site_meets_no_veto():
    assert met() == []
    assert [one.id for one in rehearse([])] == ["W1", "W2", "W3", "W4.1", "W4.2", "W4.3", "W5.2"]


def test_news_and_notices_are_counted_together_to_five():
    four = stale("news", 3) + stale("notice", 1)
    assert met(four) == []
    assert met(four + stale("notice", 1)) == ["W4.1"]  # the same column twice would be one finding
    assert veto("W4.1", four).value == 4


@pytest.mark.parametrize(("number", "is_met", "is_near"), [(6, False, False), (7, False, True), (10, True, False)])
def test_ten_other_columns(number, is_met, is_near):
    one = veto("W4.2", stale("should", number))
    assert (one.met, one.near, one.line) == (is_met, is_near, 10)


@pytest.mark.parametrize(("number", "is_met", "is_near"), [(2, False, False), (3, False, True), (5, True, False)])
def test_five_blank_columns(number, is_met, is_near):
    one = veto("W4.3", empty(number))
    assert (one.met, one.near, len(one.subjects)) == (is_met, is_near, number)


def test_only_what_is_confirmed_counts():
    assert met(stale("news", 5, verdict="likely")) == []


@pytest.mark.parametrize(
    ("probes", "value", "is_met"),
    [
        (ProbesSeen(count=140, failed=7), 5.0, True),
        (ProbesSeen(count=140, failed=6), 4.3, False),
        (ProbesSeen(count=139, failed=100), None, False),
        (None, None, False),
    ],
)
def test_five_per_cent_of_probes(probes, value, is_met):
    one = veto("W2", probes=probes)
    assert (one.value, one.met, one.unit) == (value, is_met, "%")


def test_a_finding_of_the_probes_speaks_without_them():
    found = Finding(
        rule="site-unreachable", subject="https://www.linhe.example/", facts={"kind": "probes", "percent": 9.5}
    )
    assert veto("W2", [found]).value == 9.5


def test_one_closed_morning_is_no_veto():
    closed = Finding(rule="site-unreachable", subject="https://www.linhe.example/", facts={"cause": "timeout"})
    assert met([closed]) == []


def test_a_home_page_of_fifteen_days():
    old = Finding(rule="homepage-stale", subject="https://www.linhe.example/", facts={"quiet_days": 15})
    assert (met([old]), veto("W3", [old]).line) == (["W3"], 14)


def test_a_number_that_was_not_recorded_is_not_measured():
    old = Finding(rule="homepage-stale", subject="https://www.linhe.example/")
    assert veto("W3", [old]).value is None


def test_one_letter_over_three_months():
    letter = Finding(rule="message-overdue", subject="https://www.linhe.example/1", severity="veto")
    young = Finding(rule="message-overdue", subject="https://www.linhe.example/2", severity="deduct")
    assert met([young]) == []
    assert met([letter]) == ["W5.2"]


def test_a_severe_error_fails_alone():
    severe = Finding(rule="wording-error", subject="https://www.linhe.example/1", severity="veto")
    typo = Finding(rule="wording-error", subject="https://www.linhe.example/2", severity="deduct")
    assert met([typo]) == []
    assert met([severe]) == ["W1"]


def test_each_names_its_clause():
    assert all("国办秘函〔2019〕19号" in one.clause and one.name for one in rehearse([]))
    assert veto("W4.3").name == "栏目不更新：空白栏目 ≥5"


@pytest.mark.parametrize(
    ("veto_id", "findings", "given_", "expected"),
    [
        ("W4.3", empty(5), {}, "今天检查，甲网站将因栏目不更新不合格：空白栏目 5 个，达到界限 5 个。"),
        ("W4.3", empty(3), {}, "甲网站临近“栏目不更新”的界限：空白栏目 3 个，达到 5 个即不合格。"),
        ("W4.3", empty(1), {}, "空白栏目 1 个，界限 5 个。"),
        (
            "W2",
            [],
            {"probes": ProbesSeen(count=140, failed=14)},
            "今天检查，甲网站将因站点无法访问不合格：近 7 天探测首页打不开的占比 10%，达到界限 5%。",
        ),
        ("W2", [], {}, "近 7 天探测首页打不开的占比：没有问题记录，界限 5%。"),
        (
            "W3",
            [Finding(rule="homepage-stale", subject="https://www.linhe.example/", facts={"quiet_days": 15})],
            {},
            "今天检查，甲网站将因首页不更新不合格：首页未更新 15 天，超过界限 14 天。",
        ),
    ],
)
def test_the_sentence_names_value_and_line(veto_id, findings, given_, expected):
    assert told(veto(veto_id, findings, **given_), "甲网站") == expected


def test_every_veto_has_its_words():
    assert all(told(one, "甲网站") for one in rehearse([]))
    assert [amount(number, unit) for number, unit in ((None, "天"), (5.0, "个"), (4.3, "%"))] == ["—", "5 个", "4.3%"]


def silent(**given):
    facts = {"name": "临河发布", "platform": "微博", "quiet_days": 16, "allowed_days": 14}
    return Finding(rule="account-stale", subject="weibo/临河发布", facts=facts, **given)


def test_a_silent_account_fails_by_itself_and_not_its_site():
    ((name, one),) = rehearse_accounts([silent(), *empty(2)])
    assert (one.id, one.met, one.value, one.line) == ("M2", True, 16, 14)
    assert told(one, name) == ("今天检查，微博账号“临河发布”将因内容不更新不合格：未发布内容 16 天，超过界限 14 天。")
    assert one.clause.endswith("政务新媒体单项否决“内容不更新”")
    assert met([silent()]) == []


def test_an_account_that_is_only_likely_silent_fails_not():
    assert rehearse_accounts([silent(verdict="likely")]) == ()
