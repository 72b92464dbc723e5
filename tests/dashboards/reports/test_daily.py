"""What 日读网 says about a day."""

from dataclasses import replace
from datetime import date

import pytest

from checks.lifecycle.case import Move, State
from config.sites import Exemption
from dashboards.reports.content import Report, Section, Table
from dashboards.reports.daily import daily_report
from dashboards.reports.day import Day
from tests.dashboards.sample_day import ABSENT, DAY, PORTAL, READINGS, RULES, SITE, broken, seen
from tests.factories import TODAY


@pytest.fixture(scope="module")
def report() -> Report:
    return daily_report(DAY, RULES)


def section(report: Report, wanted: str) -> Section:
    return next(found for found in report.sections if found.id == wanted)


def table(report: Report, wanted: str) -> Table:
    return next(found for found in report.tables if found.id == wanted)


def ids(report: Report, wanted: str) -> list[int]:
    return [entry.id for _, _, entry in section(report, wanted).entries()]


def figures(report: Report) -> dict[str, int]:
    return {figure.label: figure.value for figure in report.figures}


def test_each_finding_stands_in_one_section(report: Report) -> None:
    shelves = {found.id: ids(report, found.id) for found in report.sections}
    assert shelves == {
        "urgent": [21],
        "new": [11],
        "worse": [12],
        "reopened": [13],
        "fixed": [14],
        "older": [31],
        "undecided": [15],
    }


def test_what_was_dismissed_or_fixed_long_ago_is_not_told(report: Report) -> None:
    told = {entry.id for found in report.sections for _, _, entry in found.entries()}
    assert not {16, 17} & told


def test_the_day_in_one_sentence(report: Report) -> None:
    assert report.lead == (
        "当日读了 3 个网站、1,432 个页面，发现 2 个新问题，1 个问题反复出现，看到 1 个问题整改到位；"
        "目前未整改的问题共 5 个，其中 1 个触及单项否决，1 个须立即处置。"
    )


def test_the_sentence_names_what_was_dismissed_so_that_the_numbers_add_up() -> None:
    dropped = broken(1, "甲", Move.DISMISSED, state=State.DISMISSED)
    told = daily_report(replace(DAY, findings=(dropped, broken(2, "乙"))), RULES)
    assert "没有看到新的整改，1 个经核看或豁免排除；目前未整改的问题共 1 个" in told.lead


def test_figures_count_the_urgent_with_the_others_and_the_walled_nowhere(report: Report) -> None:
    assert figures(report) == {
        "网站": 3,
        "页面": 1432,
        "须立即处置": 1,
        "新增": 2,
        "加重": 1,
        "反复": 1,
        "已整改": 1,
        "未整改": 5,
        "单项否决": 1,
        "临期栏目": 1,
        "未能判定": 1,
    }
    assert section(report, "new").note == "另有 1 个列在“须立即处置”。"


def test_what_could_not_be_read_is_no_verdict(report: Report) -> None:
    assert report.subline == (
        "4 个网站：2 个读完，1 个未读完（安澜市卫生健康委员会，不作结论），1 个未读（安澜市体育局，不作结论）。"
        "04:10 开始，05:03 结束"
    )
    rows = {row[0]: row for row in table(report, "coverage").rows}
    assert rows["临河县人民政府"][6] == (
        "本次读网的额度已用完 40 个；网站的 robots.txt 不允许读取 5 个；15 秒内没有应答 2 个"
    )
    assert rows["安澜市体育局"][2:4] == ("未读", "—")
    assert rows["安澜市体育局"][-1] == "不作结论"


def test_columns_that_were_not_seen_are_named_with_the_reason(report: Report) -> None:
    assert table(report, "unread").rows == (
        (SITE.name, "栏目", "内容由脚本生成，无法读取", "https://www.linhe.example/hd/"),
        (SITE.name, "栏目", "15 秒内没有应答", "https://www.linhe.example/slow/"),
        (SITE.name, "页面", "15 秒内没有应答", "https://www.linhe.example/slow/1.html"),
    )


def test_files_that_were_not_opened_are_counted_apart_and_only_odd_ones_named(report: Report) -> None:
    assert table(report, "files").rows == ()
    reading = replace(
        READINGS[0],
        files_opened=7,
        files_unopened={"format-rar": 2, "encrypted": 1},
        unopened_files=(
            ("https://www.linhe.example/a.rar", "format-rar"),
            ("https://www.linhe.example/a.pdf", "encrypted"),
        ),
        unread_pages=(),
        unseen_columns=(),
    )
    told = daily_report(replace(DAY, readings=(reading,)), RULES)
    words = "附件 3 个未能打开：.rar 格式 2 个、加密 1 个"
    assert table(told, "files").rows == ((SITE.name, 7, 3, words),)
    assert table(told, "unread").rows == (
        (SITE.name, "附件", "文件已加密，无法打开", "https://www.linhe.example/a.pdf"),
    )


def test_an_address_told_as_broken_is_not_called_unread() -> None:
    gone = broken(1, "甲", Move.FOUND)
    reading = replace(READINGS[0], unread_pages=((gone.case.finding.subject, "http-404"),), unseen_columns=())
    told = daily_report(replace(DAY, readings=(reading,), findings=(gone,)), RULES)
    assert table(told, "unread").rows == ()


def test_a_simulated_day_names_no_time_of_the_day_it_was_simulated_on() -> None:
    told = daily_report(replace(DAY, on=date(2026, 11, 2), findings=()), RULES)
    assert "开始" not in told.subline
    assert {row[3] for row in table(told, "coverage").rows} == {"—"}


def test_a_site_without_a_single_page_is_not_called_read() -> None:
    closed = replace(READINGS[0], pages=0, unread={"timeout": 1})
    told = daily_report(replace(DAY, readings=(closed,), findings=()), RULES)
    assert told.lead.startswith("当日读了 0 个网站、0 个页面")
    assert told.subline.startswith("1 个网站：0 个读完，1 个没有读到（临河县人民政府，不作结论）")
    assert (table(told, "coverage").rows[0][2], table(told, "coverage").rows[0][-1]) == (
        "每日读网，没有读到",
        "不作结论",
    )


def test_a_site_that_was_not_read_gets_no_result_whatever_stood_there_before() -> None:
    told = daily_report(replace(DAY, findings=(broken(1, "甲", site=ABSENT),)), RULES)
    row = next(row for row in table(told, "coverage").rows if row[0] == ABSENT.name)
    assert (row[-2], row[-1]) == (1, "不作结论")


def test_the_columns_of_a_site_that_was_down_take_one_row() -> None:
    closed = replace(READINGS[0], pages=0, unread_pages=())
    told = daily_report(replace(DAY, readings=(closed,), findings=()), RULES)
    assert table(told, "unread").rows == ((SITE.name, "栏目", "15 秒内没有应答（全部 2 个栏目）", SITE.url),)


def test_a_site_without_findings_reads_as_normal_only_where_it_was_read(report: Report) -> None:
    results = {row[0]: row[-1] for row in table(report, "coverage").rows}
    assert results[PORTAL.name] == "正常"
    cut = [replace(reading, state="interrupted") for reading in READINGS if reading.site == PORTAL]
    other = daily_report(Day(on=TODAY, issue=1, readings=tuple(cut), findings=()), RULES)
    assert table(other, "coverage").rows[0][-1] == "不作结论"


def test_sites_come_in_the_order_of_papers(report: Report) -> None:
    assert [row[0] for row in table(report, "coverage").rows] == [
        "安澜市人民政府",
        "临河县人民政府",
        "安澜市卫生健康委员会",
        "安澜市体育局",
    ]


def test_a_column_about_to_be_late_is_a_reminder_and_no_finding(report: Report) -> None:
    (row,) = table(report, "expiring").rows
    assert row == (
        SITE.name,
        "工作动态",
        date(2026, 11, 9),
        date(2026, 11, 23),
        3,
        14,
        "https://www.linhe.example/gzdt/",
    )


def test_a_finding_carries_proof_rule_and_remedy(report: Report) -> None:
    ((group, matter, entry),) = section(report, "new").entries()
    assert (group.site, group.unit) == (SITE.name, SITE.unit)
    assert entry.message == "链接“临河县政府投资项目管理办法.pdf”打不开：页面不存在（404），6 个页面链接到它。"
    assert [witness.words for witness in entry.witnesses] == ["页面不存在（404）"] * 2
    assert (entry.place_count, len(entry.places)) == (6, 2)
    assert entry.repair == "附件"
    assert matter.clause.startswith("国办秘函〔2019〕19号")
    assert "删除链接" in matter.fix


def test_marks_say_what_the_day_did() -> None:
    late = broken(1, "甲", state=State.NOTIFIED)
    late = replace(late, case=replace(late.case, due_on=date(2026, 11, 17)))
    found = (late, broken(2, "乙", Move.REOPENED, reopened=2), broken(3, "丙", Move.WORSE))
    told = daily_report(replace(DAY, findings=found), RULES)
    marks = {entry.id: entry.flags for part in told.sections for _, _, entry in part.entries()}
    assert marks == {1: ("逾期 3 天",), 2: ("第 3 次出现",), 3: ("加重",)}


def test_a_quiet_day_says_so() -> None:
    quiet = daily_report(replace(DAY, readings=READINGS[1:2], findings=()), RULES)
    assert quiet.lead == (
        "当日读了 1 个网站、1,180 个页面，没有发现新问题，没有看到新的整改；目前各网站没有未整改的问题。"
    )


def test_likely_findings_count_and_undecided_ones_do_not() -> None:
    found = (
        broken(1, "甲", Move.FOUND, verdict="likely"),
        broken(2, "乙", Move.FOUND, verdict="undecided"),
        broken(3, "丙", Move.FIXED, verdict="walled", state=State.FIXED, fixed_on=TODAY),
    )
    told = daily_report(replace(DAY, findings=found), RULES)
    assert (figures(told)["未整改"], figures(told)["未能判定"], figures(told)["已整改"]) == (1, 1, 0)


def test_the_gravest_come_first_on_a_site() -> None:
    found = (
        seen(
            "wording-error",
            "https://www.linhe.example/a.html",
            number=1,
            facts={"count": 1, "wrong": "a", "right": "b"},
        ),
        seen("site-unreachable", "https://www.linhe.example/", number=2, facts={"cause": "timeout"}),
        broken(3, "甲"),
    )
    told = daily_report(replace(DAY, findings=found), RULES)
    assert ids(told, "older") == [2, 3, 1]


def test_exemptions_are_printed_with_their_reason_while_they_last() -> None:
    exempt = (
        Exemption(check="link-broken", reason="整站迁移中", until=TODAY),
        Exemption(check="column-stale", item="/rs/", reason="今年无人事任免", until=date(2026, 11, 1)),
    )
    reading = replace(READINGS[0], site=SITE.model_copy(update={"exempt": exempt}))
    told = daily_report(replace(DAY, readings=(reading,)), RULES)
    assert table(told, "exempt").rows == ((SITE.name, "链接打不开", "全部", "整站迁移中", TODAY),)


def test_findings_of_a_rule_that_is_no_more_are_left_out() -> None:
    rules = {name: rule for name, rule in RULES.items() if name != "link-broken"}
    assert figures(daily_report(DAY, rules))["新增"] == 1
