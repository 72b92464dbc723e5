"""A made-up day with something of everything a daily report can say."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from checks.findings import Evidence, Finding
from checks.lifecycle.case import Case, Move, State
from config.rule_file import RuleData
from dashboards.reports.day import Day, ReadingOfDay, UnseenColumn
from storage.queries.history import FindingOnDay
from tests.factories import HOME, NOW, TODAY, attempt, register_site

YESTERDAY = TODAY - timedelta(days=1)
SITE = register_site()
BUREAU = register_site(
    code="9900000012",
    name="安澜市卫生健康委员会",
    url="https://wjw.anlan.example/",
    level="department",
    unit="安澜市卫生健康委员会",
)
PORTAL = register_site(
    code="9900000001",
    name="安澜市人民政府",
    url="https://www.anlan.example/",
    level="city",
    unit="安澜市人民政府办公室",
)
ABSENT = register_site(
    code="9900000031", name="安澜市体育局", url="https://tyj.anlan.example/", level="department", unit="安澜市体育局"
)


def rule(rule_id: str, title: str, message: str, **given: Any) -> RuleData:
    values: dict[str, Any] = {
        "id": rule_id,
        "family": "links",
        "title": title,
        "message": message,
        "why": "公众打不开。",
        "fix": "恢复原地址的内容，或改正链接；文件已废止的，删除链接并注明“已废止”。",
        "severity": "deduct",
        "due_days": 5,
        "indicator": "D4.3",
        "clause": "国办秘函〔2019〕19号《政府网站与政务新媒体检查指标》功能设计“可用性”",
        "source": "试例",
        "subject": "target",
        "looks_at": "site",
    }
    return RuleData(**{**values, **given})


RULES = {
    made.id: made
    for made in (
        rule("link-broken", "链接打不开", "链接“{text}”打不开：{cause}，{count} 个页面链接到它。"),
        rule(
            "column-stale",
            "栏目长期不更新",
            "“{column}”最近更新于{latest}，已 {quiet_days} 天没有新内容，应在 {max_age_days} 天内更新。",
            fix="发布新内容；确已停办的栏目，并入其他栏目并做跳转。",
        ),
        rule("column-expiring", "栏目临近更新时限", "“{column}”将在 {days_left} 天后超过更新时限。", severity="advice"),
        rule(
            "privacy-leak",
            "泄露个人隐私信息",
            "公开了 {count} 个{what}（如 {example}）。",
            urgent=True,
            severity="deduct",
        ),
        rule("site-unreachable", "网站打不开", "首页打不开：{cause}。", severity="veto"),
        rule(
            "wording-error",
            "文字表述错误",
            "页面文字有 {count} 处表述问题，如“{wrong}”应为“{right}”。",
            severity="advice",
        ),
    )
}


def seen(rule_id: str, subject: str, *moves: Move, site: Any = SITE, number: int = 1, **given: Any) -> FindingOnDay:
    """A finding that stands on `TODAY`; `given` goes to the finding or the case."""
    of_case = {key: given.pop(key) for key in ("state", "first_seen", "fixed_on", "reopened", "held") if key in given}
    finding = Finding(rule=rule_id, subject=subject, **given)
    values: dict[str, Any] = {"first_seen": TODAY if Move.FOUND in moves else YESTERDAY, "last_seen": TODAY, **of_case}
    known = RULES.get(rule_id, RULES["link-broken"])
    severity = finding.severity or known.severity
    return FindingOnDay(
        case=Case(id=number, finding=replace(finding, urgent=known.urgent), severity=severity, **values),
        site=site,
        moves=frozenset(moves),
    )


def broken(number: int, name: str, *moves: Move, cause: str = "http-404", **given: Any) -> FindingOnDay:
    """A link that two tries found broken."""
    page = f"{HOME}zwgk/tzgg/202306/t20230612_8841.html"
    values: dict[str, Any] = {
        "facts": {"text": name, "cause": cause, "count": 6, "pages": [page, f"{HOME}zwfw/bszn/tz/0312.html"]},
        "page": page,
        "column": "通知公告",
        "repair": "attachment",
        "evidence": Evidence(snippet=f'<p>附件：1. <a href="/zwgk/wj/{number}.pdf">{name}</a></p>'),
        "attempts": (
            attempt(outcome=cause),
            attempt(outcome=cause, at=NOW + timedelta(seconds=25), ms=94, headers=(("server", "nginx"),)),
        ),
        **given,
    }
    return seen("link-broken", f"{HOME}zwgk/wj/2023/P{number}.pdf", *moves, number=number, **values)


FINDINGS = (
    broken(11, "临河县政府投资项目管理办法.pdf", Move.FOUND),
    broken(12, "公路超限检测站点表.xls", Move.WORSE, severity="veto"),
    broken(13, "通知.docx", Move.REOPENED, reopened=2),
    broken(14, "旧栏目", Move.FIXED, state=State.FIXED, fixed_on=TODAY, first_seen=date(2026, 11, 12)),
    broken(15, "人机验证后的页面", Move.FOUND, cause="walled", verdict="walled"),
    broken(16, "已经排除的", state=State.DISMISSED),
    broken(17, "很久以前整改的", state=State.FIXED, fixed_on=date(2026, 10, 8), first_seen=date(2026, 10, 1)),
    seen(
        "privacy-leak",
        "https://wjw.anlan.example/gs/202611/P1.xlsx",
        Move.FOUND,
        site=BUREAU,
        number=21,
        facts={"count": 23, "what": "身份证号", "example": "990121********001X"},
        page="https://wjw.anlan.example/gs/202611/t1.html",
        repair="attachment",
        evidence=Evidence(snippet="《10月份城乡低保对象公示》　张某某 990121********001X"),
    ),
    seen(
        "column-stale",
        f"{HOME}tjsj/",
        number=31,
        facts={"latest": "2026-10-14", "quiet_days": 37, "max_age_days": 31},
        column="统计数据",
        repair="column",
        first_seen=date(2026, 11, 15),
    ),
    seen(
        "column-expiring",
        f"{HOME}gzdt/",
        Move.FOUND,
        number=41,
        facts={"latest": "2026-11-09", "last_day": "2026-11-23", "max_age_days": 14, "days_left": 4},
        column="工作动态",
        repair="column",
    ),
)

READINGS = (
    ReadingOfDay(
        site=SITE,
        mode="daily",
        state="finished",
        started_at=datetime(2026, 11, 19, 20, 10, tzinfo=UTC),
        ended_at=datetime(2026, 11, 19, 20, 19, tzinfo=UTC),
        pages=212,
        targets=1840,
        unread={"timeout": 2, "robots": 5, "budget": 40},
        unread_pages=(
            (f"{HOME}slow/1.html", "timeout"),
            (f"{HOME}slow/", "timeout"),
            (f"{HOME}later/1.html", "budget"),
        ),
        unseen_columns=(
            UnseenColumn(url=f"{HOME}slow/", name="工作动态", cause="timeout", since=TODAY, days=1),
            UnseenColumn(url=f"{HOME}hd/", name="互动交流", cause="script", since=date(2026, 11, 18), days=3),
        ),
    ),
    ReadingOfDay(
        site=PORTAL,
        mode="full",
        state="finished",
        started_at=datetime(2026, 11, 19, 20, 20, tzinfo=UTC),
        ended_at=datetime(2026, 11, 19, 21, 3, tzinfo=UTC),
        pages=1180,
        targets=9021,
    ),
    ReadingOfDay(
        site=BUREAU,
        mode="daily",
        state="interrupted",
        started_at=datetime(2026, 11, 19, 20, 20, tzinfo=UTC),
        ended_at=datetime(2026, 11, 19, 20, 21, tzinfo=UTC),
        pages=40,
        targets=12,
        unread={"interrupted": 88},
    ),
    ReadingOfDay(site=ABSENT, mode="daily", state="unread"),
)

DAY = Day(on=TODAY, issue=324, readings=READINGS, findings=FINDINGS)
