"""日读网: one day's reading of all sites, as a report."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from checks import message
from checks.lifecycle.case import STANDING, Move, State
from checks.lifecycle.due import is_overdue
from config.rule_file import RuleData
from dashboards import wording
from dashboards.reports.content import Entry, Figure, Group, Matter, Report, Section, Witness
from dashboards.reports.day import Day, ReadingOfDay, is_of, site_order
from dashboards.reports.day_tables import (
    coverage_table,
    exemptions_table,
    expiring_table,
    files_table,
    unread_table,
    unseen_table,
)
from dashboards.reports.day_trust import Rehearsal, held_alerts, rehearsal_table, rehearsals
from storage.queries.history import FindingOnDay

_WARNING = "column-expiring"
"""Not a fault yet: listed in its own table and counted nowhere."""
_MOST_NAMES = 6
"""So many sites are named in the head; the table of coverage has all."""
_SEVERITIES = ("veto", "deduct", "advice")
_MARKS: Mapping[Move, str] = {
    Move.FOUND: "新增",
    Move.WORSE: "加重",
    Move.RETURNED: "复查未通过",
    Move.CHANGED: "情况有变",
    Move.FIXED: "已整改",
}
_HELD, _REVIEW = "暂扣", "只复核"
_CLOSING = (
    "判定分四种：确凿，证据充分，打不开的链接须先后两次核实一致；疑似，证据尚不充分；被拦，网站要求验证或登录；不能判定，几次核实结果不一，或应答反常。"
    "只有判定为“确凿”并经人工确认的问题，才能列入整改通知书和通报。没有读到的页面不作结论，既不算有问题，也不算已整改。"
    "标“暂扣”的，是同一检查项的新问题突然增多，核看以前不发出；标“只复核”的，是该检查项近期被排除的较多，不列入整改通知书。"
)


def daily_report(day: Day, rules: Mapping[str, RuleData]) -> Report:
    """The day's issue. The same day always gives the same report, whenever it is made."""
    counted = [found for found in day.findings if found.case.finding.rule != _WARNING]
    shelves = _Shelves.sort(found for found in counted if found.case.finding.rule in rules)
    expiring = [found for found in day.findings if found.case.finding.rule == _WARNING and _stands(found)]
    readings = sorted(day.readings, key=lambda reading: site_order(reading.site))
    rehearsed = rehearsals(readings, [found for found in counted if found.case.finding.rule in rules], day.on)
    reviewed = frozenset(rule for rule, record in day.records.items() if record.standing == "review")
    first, *sections = _sections(shelves, _Manner(day.on, rules, reviewed))
    told = {found.case.finding.subject for found in shelves.standing}
    seen_today = [found for found in shelves.standing if found.case.last_seen == day.on]
    return Report(
        kind="daily",
        title="日读网",
        day=day.on,
        dateline=f"{wording.long_day(day.on)}　{wording.weekday(day.on)}",
        issue=day.issue,
        subline=_subline(readings, day.on),
        lead=_lead(readings, shelves, sum(map(_is_dropped, counted))) + _failing(rehearsed),
        alerts=held_alerts(readings, [*shelves.standing, *expiring], rules),
        figures=_figures(readings, shelves, expiring),
        blocks=(
            first,
            rehearsal_table(rehearsed, readings),
            *sections,
            expiring_table(expiring, day.on),
            coverage_table(
                readings,
                day.on,
                new=Counter(found.site.code for found in shelves.moved(Move.FOUND)),
                standing=Counter(found.site.code for found in shelves.standing),
            ),
            unread_table(readings, told=told),
            files_table(readings),
            unseen_table(readings, told={found.case.finding.subject for found in seen_today}),
            exemptions_table(readings, day.on, rules),
        ),
        closing=_CLOSING,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shelves:
    """The day's findings, each on one shelf; what the day did to the urgent ones is counted with the others."""

    urgent: tuple[FindingOnDay, ...]
    new: tuple[FindingOnDay, ...]
    worse: tuple[FindingOnDay, ...]
    reopened: tuple[FindingOnDay, ...]
    fixed: tuple[FindingOnDay, ...]
    older: tuple[FindingOnDay, ...]
    undecided: tuple[FindingOnDay, ...]

    @classmethod
    def sort(cls, findings: Iterable[FindingOnDay]) -> "_Shelves":
        shelves: dict[str, list[FindingOnDay]] = {name: [] for name in cls.__slots__}
        for found in sorted(findings, key=_order):
            shelf = _shelf(found)
            if shelf is not None:
                shelves[shelf].append(found)
        return cls(**{name: tuple(kept) for name, kept in shelves.items()})

    @property
    def standing(self) -> tuple[FindingOnDay, ...]:
        """All that accuses somebody and is not mended."""
        return self.urgent + self.new + self.worse + self.reopened + self.older

    def moved(self, move: Move) -> tuple[FindingOnDay, ...]:
        """The standing findings that the day found, made worse or brought back."""
        return tuple(found for found in self.standing if move in found.moves)


def _shelf(found: FindingOnDay) -> str | None:
    if found.case.state is State.FIXED:
        return "fixed" if Move.FIXED in found.moves and found.case.finding.accuses else None
    if not _stands(found):
        return None
    if not found.case.finding.accuses:
        return "undecided"
    if found.case.finding.urgent:
        return "urgent"
    for move, shelf in ((Move.FOUND, "new"), (Move.WORSE, "worse"), (Move.REOPENED, "reopened")):
        if move in found.moves:
            return shelf
    return "older"


def _stands(found: FindingOnDay) -> bool:
    return found.case.state in STANDING


def _order(found: FindingOnDay) -> tuple[object, ...]:
    """By site, by rule (the gravest first), by age, by number."""
    case = found.case
    return (*site_order(found.site), _SEVERITIES.index(case.severity), case.finding.rule, case.first_seen, case.id)


def _subline(readings: Sequence[ReadingOfDay], on: date) -> str:
    parts = [f"{len(readings)} 个网站：{sum(reading.outcome == '读完' for reading in readings)} 个读完"]
    for outcome in ("没有读到", "未读完", "未读"):
        names = [reading.site.name for reading in readings if reading.outcome == outcome]
        if names:
            more = "等" if len(names) > _MOST_NAMES else ""
            parts.append(f"{len(names)} 个{outcome}（{'、'.join(names[:_MOST_NAMES])}{more}，不作结论）")
    text = "，".join(parts)
    starts = [reading.started_at for reading in readings if reading.started_at]
    ends = [reading.ended_at for reading in readings if reading.ended_at]
    if starts and ends and is_of(min(starts), on):
        text += f"。{wording.clock(min(starts), on=on)} 开始，{wording.clock(max(ends), on=on)} 结束"
    return text


def _is_dropped(found: FindingOnDay) -> bool:
    """Whether the day said that it is no fault after all, or none of this site's."""
    return found.case.state is State.DISMISSED and Move.DISMISSED in found.moves and found.case.finding.accuses


def _lead(readings: Sequence[ReadingOfDay], shelves: _Shelves, dropped: int) -> str:
    """The day in a sentence; `dropped`: how many findings were dismissed, without which the numbers do not add up."""
    read = [reading for reading in readings if reading.pages]
    pages = sum(reading.pages for reading in read)
    new, back = len(shelves.moved(Move.FOUND)), len(shelves.moved(Move.REOPENED))
    vetoes = sum(1 for found in shelves.standing if found.case.severity == "veto")
    parts = [f"当日读了 {len(read)} 个网站、{wording.count(pages)} 个页面"]
    parts.append(f"发现 {new} 个新问题" if new else "没有发现新问题")
    if back:
        parts.append(f"{back} 个问题反复出现")
    parts.append(f"看到 {len(shelves.fixed)} 个问题整改到位" if shelves.fixed else "没有看到新的整改")
    if dropped:
        parts.append(f"{dropped} 个经核看或豁免排除")
    text = "，".join(parts) + "；"
    if not shelves.standing:
        return text + "目前各网站没有未整改的问题。"
    text += f"目前未整改的问题共 {len(shelves.standing)} 个"
    if vetoes:
        text += f"，其中 {vetoes} 个触及单项否决"
    if shelves.urgent:
        text += f"，{len(shelves.urgent)} 个须立即处置"
    return text + "。"


def _failing(rehearsed: Sequence[Rehearsal]) -> str:
    names = [one.name for one in rehearsed if one.fails]
    if not names:
        return ""
    more = f"等 {len(names)} 个" if len(names) > _MOST_NAMES else ""
    return f"假如今天检查，{'、'.join(names[:_MOST_NAMES])}{more}将不合格。"


def _figures(
    readings: Sequence[ReadingOfDay], shelves: _Shelves, expiring: Sequence[FindingOnDay]
) -> tuple[Figure, ...]:
    read = [reading for reading in readings if reading.pages]
    vetoes = sum(1 for found in shelves.standing if found.case.severity == "veto")
    return (
        Figure(label="网站", value=len(read), section="coverage"),
        Figure(label="页面", value=sum(reading.pages for reading in read), section="coverage"),
        Figure(label="须立即处置", value=len(shelves.urgent), section="urgent", severity="veto"),
        Figure(label="新增", value=len(shelves.moved(Move.FOUND)), section="new"),
        Figure(label="加重", value=len(shelves.moved(Move.WORSE)), section="worse"),
        Figure(label="反复", value=len(shelves.moved(Move.REOPENED)), section="reopened"),
        Figure(label="已整改", value=len(shelves.fixed), section="fixed"),
        Figure(label="未整改", value=len(shelves.standing)),
        Figure(label="单项否决", value=vetoes, severity="veto"),
        Figure(label="临期栏目", value=len(expiring), section="expiring"),
        Figure(label="未能判定", value=len(shelves.undecided), section="undecided"),
    )


@dataclass(frozen=True, slots=True)
class _Manner:
    """What findings are told by."""

    on: date
    rules: Mapping[str, RuleData]
    reviewed: frozenset[str]
    """Rules whose findings nobody is notified of."""


def _sections(shelves: _Shelves, manner: _Manner) -> list[Section]:
    def above(move: Move) -> str:
        """Where the findings are that the figure counts and the section does not list."""
        elsewhere = sum(1 for found in shelves.urgent if move in found.moves)
        return f"另有 {elsewhere} 个列在“须立即处置”。" if elsewhere else ""

    def groups(findings: Iterable[FindingOnDay]) -> tuple[Group, ...]:
        return _groups(findings, manner)

    return [
        Section(
            id="urgent",
            heading="须立即处置",
            groups=groups(shelves.urgent),
            note=_urgent_note(shelves.urgent),
            tone="urgent",
        ),
        Section(id="new", heading="新增问题", groups=groups(shelves.new), note=above(Move.FOUND)),
        Section(id="worse", heading="加重的问题", groups=groups(shelves.worse), note=above(Move.WORSE)),
        Section(id="reopened", heading="反复出现的问题", groups=groups(shelves.reopened), note=above(Move.REOPENED)),
        Section(
            id="fixed",
            heading="已整改的问题",
            groups=groups(shelves.fixed),
            note="凭当日读网核实：重新读到了原来的位置，问题已不存在。" if shelves.fixed else "",
            tone="fixed",
        ),
        Section(id="older", heading="此前发现、尚未整改的问题", groups=groups(shelves.older)),
        Section(
            id="undecided",
            heading="未能判定",
            groups=groups(shelves.undecided),
            note="网站设有人机验证、登录，或几次核实结果不一、应答反常。不计入问题，不作为对任何单位的评价；可人工打开核对。"
            if shelves.undecided
            else "",
            tone="open-question",
        ),
    ]


def _urgent_note(urgent: Sequence[FindingOnDay]) -> str:
    if not urgent:
        return ""
    held = f"其中标“{_HELD}”的，先核看。" if any(found.case.held for found in urgent) else ""
    return f"不等每日汇总，请立即通知责任单位处置。{held}"


def _groups(findings: Iterable[FindingOnDay], manner: _Manner) -> tuple[Group, ...]:
    """By site, in the order of papers; on a site by rule. `findings` come in that order."""
    made = []
    for _, of_site in groupby(findings, key=lambda found: found.site.code):
        kept = list(of_site)
        site = kept[0].site
        by_rule: dict[str, list[FindingOnDay]] = {}
        for found in kept:
            by_rule.setdefault(found.case.finding.rule, []).append(found)
        matters = tuple(_matter(manner.rules[name], same, manner) for name, same in by_rule.items())
        made.append(Group(site_code=site.code, site=site.name, site_url=site.url, unit=site.unit, matters=matters))
    return tuple(made)


def _matter(rule: RuleData, findings: Iterable[FindingOnDay], manner: _Manner) -> Matter:
    entries = tuple(_entry(rule, found, manner) for found in findings)
    return Matter(
        check=rule.id, title=rule.title, clause=rule.clause, fix=rule.fix, due_days=rule.due_days, entries=entries
    )


def _entry(rule: RuleData, found: FindingOnDay, manner: _Manner) -> Entry:
    case, finding = found.case, found.case.finding
    places = tuple(str(place) for place in finding.facts.get("pages", ()))
    suggestion = finding.facts.get("suggestion")
    return Entry(
        id=case.id or 0,
        check=rule.id,
        severity=case.severity,
        status=case.state.value,
        verdict=finding.verdict,
        urgent=finding.urgent,
        flags=_flags(found, manner),
        message=message.sentence(rule, finding),
        subject=finding.subject,
        page=finding.page,
        column=finding.column,
        places=places,
        place_count=int(finding.facts.get("count", len(places))) if places else 0,
        snippet=finding.evidence.snippet,
        witnesses=tuple(
            Witness(
                at=attempt.at,
                method=attempt.method,
                outcome=attempt.outcome,
                words=message.tried(attempt),
                ms=attempt.ms,
                headers=attempt.headers,
            )
            for attempt in finding.attempts
        ),
        screenshot=finding.evidence.screenshot,
        suggestion=suggestion if isinstance(suggestion, str) else None,
        repair=message.repair(finding.repair),
        indicator=rule.indicator,
        first_seen=case.first_seen,
        last_seen=case.last_seen,
        due_on=case.due_on,
        fixed_on=case.fixed_on,
        reopened=case.reopened,
    )


def _flags(found: FindingOnDay, manner: _Manner) -> tuple[str, ...]:
    flags = [words for move, words in _MARKS.items() if move in found.moves]
    if found.case.reopened:
        flags.append(f"第 {found.case.reopened + 1} 次出现")
    if found.case.due_on and is_overdue(found.case, manner.on):
        flags.append(f"逾期 {(manner.on - found.case.due_on).days} 天")
    if found.case.held:
        flags.append(_HELD)
    if found.case.finding.rule in manner.reviewed and _stands(found):
        flags.append(_REVIEW)
    return tuple(flags)
