"""What 日读网 holds back, rehearses, and admits not to have seen."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from checks.lifecycle.case import Move, State
from checks.trust import Decisions, Jump, Record
from dashboards.reports.content import Report, Table
from dashboards.reports.daily import daily_report
from dashboards.reports.day import UnseenColumn
from storage.queries.history import FindingOnDay
from tests.dashboards.sample_day import DAY, READINGS, RULES, SITE, YESTERDAY, broken, rule, seen
from tests.factories import HOME, TODAY

ALL_RULES = {
    **RULES,
    "column-empty": rule("column-empty", "空白栏目", "“{column}”没有内容。"),
    "account-stale": rule("account-stale", "政务新媒体不更新", "{platform}账号“{name}”不更新。", severity="veto"),
    "homepage-stale": rule("homepage-stale", "首页不更新", "首页已 {quiet_days} 天没有更新。", severity="veto"),
}
REVIEW = {"link-broken": Record(Decisions(8, 2), "review"), "column-stale": Record(Decisions(10, 0), "notify")}


def told(findings: Sequence[FindingOnDay] = (), **given: Any) -> Report:
    return daily_report(replace(DAY, findings=tuple(findings), **given), ALL_RULES)


def table(report: Report, wanted: str) -> Table:
    return next(found for found in report.tables if found.id == wanted)


def flags(report: Report) -> dict[int, tuple[str, ...]]:
    return {entry.id: entry.flags for part in report.sections for _, _, entry in part.entries()}


def empty(number: int, **given: Any) -> list[FindingOnDay]:
    return [seen("column-empty", f"{HOME}{one}/", number=one + 100, **given) for one in range(number)]


def test_what_jumped_today_stands_at_the_head_with_its_usual_band() -> None:
    jumped = replace(READINGS[0], jumps={"link-broken": Jump(count=3, usual=1, most=2)})
    held = [broken(number, "甲", Move.FOUND, held=True) for number in (1, 2, 3)]
    report = told([*held, broken(4, "乙")], readings=(jumped,))
    assert report.alerts == (
        "临河县人民政府“链接打不开”：今天新增 3 个，平常 1 个左右，不超过 2 个；3 个已暂扣，请先核看再发出。",
    )
    assert flags(report) == {1: ("新增", "暂扣"), 2: ("新增", "暂扣"), 3: ("新增", "暂扣"), 4: ()}


def test_what_is_still_held_is_told_until_somebody_has_looked() -> None:
    assert told([broken(1, "甲", held=True)]).alerts == (
        "临河县人民政府“链接打不开”：还有 1 个此前暂扣的问题没有核看，请先核看再发出。",
    )
    assert told([broken(1, "甲")]).alerts == ()


def test_findings_of_a_rule_in_review_say_so() -> None:
    found = [
        broken(1, "甲"),
        broken(2, "乙", Move.FIXED, state=State.FIXED, fixed_on=TODAY),
        *(one for one in DAY.findings if one.case.finding.rule == "column-stale"),
    ]
    assert flags(told(found, records=REVIEW)) == {1: ("只复核",), 2: ("已整改",), 31: ()}


def test_a_site_that_would_fail_is_named_in_the_lead_and_in_the_rehearsal() -> None:
    report = told([*empty(5), broken(1, "甲")])
    assert report.lead.endswith("假如今天检查，临河县人民政府将不合格。")
    rehearsal = table(report, "vetoes")
    assert [row[:5] for row in rehearsal.rows] == [
        (
            "不合格",
            SITE.name,
            "今天检查，临河县人民政府将因栏目不更新不合格：空白栏目 5 个，达到界限 5 个。",
            "5 个",
            "5 个",
        )
    ]
    assert "国办秘函〔2019〕19号" in str(rehearsal.rows[0][5])
    assert rehearsal.tone == "urgent"
    assert rehearsal.note == (
        "按目前未整改、判定为确凿的问题推演，暂扣待核看的不计。其余 1 个网站没有达到或临近单项否决的界限。"
        "2 个网站没有读完，不作结论。"
    )


def test_an_account_that_would_fail_is_named_beside_the_sites_and_is_none_of_them() -> None:
    facts = {"name": "临河发布", "platform": "微博", "quiet_days": 16, "allowed_days": 14}
    report = told([seen("account-stale", "weibo/临河发布", facts=facts, severity="veto")])
    assert "其中 1 个触及单项否决" in report.lead
    assert report.lead.endswith("假如今天检查，微博账号“临河发布”将不合格。")
    rehearsal = table(report, "vetoes")
    assert [row[:2] + row[3:5] for row in rehearsal.rows] == [("不合格", SITE.name, "16 天", "14 天")]
    assert rehearsal.note.endswith(
        "账号不合格不影响网站。其余 2 个网站没有达到或临近单项否决的界限。2 个网站没有读完，不作结论。"
    )


def test_a_site_that_showed_no_page_fails_by_nothing_that_stood_before() -> None:
    stale = seen("homepage-stale", HOME, facts={"quiet_days": 16}, severity="veto", number=9)
    before = replace(stale, case=replace(stale.case, last_seen=YESTERDAY))
    down = tuple(replace(reading, pages=0) for reading in DAY.readings)
    report = told([before], readings=down)
    assert "不合格" not in report.lead
    assert table(report, "vetoes").rows == ()
    assert "不合格" in told([stale], readings=down).lead


def test_what_is_near_a_line_is_told_and_fails_nobody() -> None:
    report = told(empty(3))
    assert [row[0] for row in table(report, "vetoes").rows] == ["临近"]
    assert "不合格" not in report.lead
    assert table(report, "vetoes").tone == "plain"


def test_only_what_is_proven_standing_and_looked_at_counts_in_the_rehearsal() -> None:
    for given in ({"verdict": "likely"}, {"held": True}, {"state": State.DISMISSED}):
        assert table(told(empty(5, **given)), "vetoes").rows == ()


def test_the_vetoes_that_are_met_come_before_those_that_are_near() -> None:
    found = [*empty(3), seen("homepage-stale", HOME, facts={"quiet_days": 16}, number=9)]
    assert [row[0] for row in table(told(found), "vetoes").rows] == ["不合格", "临近"]


def test_a_column_unread_for_two_days_is_a_finding_against_us() -> None:
    assert table(told(), "unseen").rows == (
        (SITE.name, "互动交流", date(2026, 11, 18), 3, "内容由脚本生成，无法读取", f"{HOME}hd/"),
    )


def test_a_column_that_is_told_as_a_finding_is_not_told_twice() -> None:
    gone = seen("link-broken", f"{HOME}hd/", facts={"text": "互动", "cause": "http-404", "count": 1})
    assert table(told([gone]), "unseen").rows == ()
    earlier = replace(gone, case=replace(gone.case, last_seen=YESTERDAY))
    assert len(table(told([earlier]), "unseen").rows) == 1


def test_reminders_can_be_held_too() -> None:
    (soon,) = (one for one in DAY.findings if one.case.finding.rule == "column-expiring")
    assert len(told([replace(soon, case=replace(soon.case, held=True))]).alerts) == 1


def test_a_site_of_which_nothing_was_read_takes_one_row() -> None:
    columns = tuple(
        UnseenColumn(url=f"{HOME}{n}/", name=f"栏目{n}", cause="timeout", since=YESTERDAY, days=2) for n in range(30)
    )
    closed = replace(READINGS[0], pages=0, unseen_columns=columns)
    assert table(told(readings=(closed,)), "unseen").rows == (
        (SITE.name, "全部 30 个栏目", YESTERDAY, 2, "15 秒内没有应答", HOME),
    )


def test_what_is_urgent_and_held_is_looked_at_first() -> None:
    leak = {"facts": {"count": 1, "what": "身份证号", "example": "990121********001X"}}
    held = told([seen("privacy-leak", f"{HOME}1.xlsx", Move.FOUND, held=True, **leak)])
    free = told([seen("privacy-leak", f"{HOME}1.xlsx", Move.FOUND, **leak)])
    assert [report.sections[0].note for report in (held, free)] == [
        "不等每日汇总，请立即通知责任单位处置。其中标“暂扣”的，先核看。",
        "不等每日汇总，请立即通知责任单位处置。",
    ]
