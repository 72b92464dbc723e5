"""The tables of 日读网."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from checks import message
from config.rule_file import RuleData
from config.trust import load_trust
from dashboards import wording
from dashboards.reports.content import Cell, Table, TableColumn
from dashboards.reports.day import ReadingOfDay, is_of
from storage.queries.history import FindingOnDay

_BUDGET = "budget"
_FORMAT = "format-"
"""Before the ending of files that Duwang never opens: counted, and not named again every day."""


def expiring_table(findings: Sequence[FindingOnDay], on: date) -> Table:
    """Columns that go stale within days, the most pressing first."""
    rows = sorted((_expiring_row(found, on) for found in findings), key=lambda row: (row[3], row[0], row[1]))
    return Table(
        id="expiring",
        heading="临期栏目",
        note="即将超过更新时限，请提前更新；不计入问题。" if rows else "",
        columns=(
            TableColumn(heading="网站", share=5),
            TableColumn(heading="栏目", share=4),
            TableColumn(heading="最近更新", kind="date", share=3),
            TableColumn(heading="最迟更新", kind="date", share=3),
            TableColumn(heading="剩余天数", kind="number", share=2),
            TableColumn(heading="时限天数", kind="number", share=2),
            TableColumn(heading="网址", kind="address", share=6),
        ),
        rows=tuple(rows),
    )


def _expiring_row(found: FindingOnDay, on: date) -> tuple[str, str, date, date, int, int, str]:
    finding = found.case.finding
    latest, last_day = (date.fromisoformat(finding.facts[name]) for name in ("latest", "last_day"))
    left, limit = (last_day - on).days, int(finding.facts["max_age_days"])
    return found.site.name, finding.column or "", latest, last_day, left, limit, finding.subject


def coverage_table(readings: Sequence[ReadingOfDay], on: date, *, new: Counter[str], standing: Counter[str]) -> Table:
    """Who was read, and how far; `new` and `standing` are numbers of findings by site code."""
    rows = tuple(
        (
            reading.site.name,
            reading.site.unit,
            _state_words(reading),
            _span(reading, on),
            reading.pages,
            reading.targets,
            _unread_words(reading.unread),
            new[reading.site.code],
            standing[reading.site.code],
            _result_words(reading, standing[reading.site.code]),
        )
        for reading in readings
    )
    return Table(
        id="coverage",
        heading="读网覆盖情况",
        note="没有读到的页面不作结论；其中经核实打不开的链接，已列为问题。",
        columns=(
            TableColumn(heading="网站", share=5),
            TableColumn(heading="责任单位", share=5),
            TableColumn(heading="读网", share=3),
            TableColumn(heading="时间", kind="short", share=3),
            TableColumn(heading="页面", kind="number", share=2),
            TableColumn(heading="链接", kind="number", share=2),
            TableColumn(heading="没有读到的", share=6),
            TableColumn(heading="新增", kind="number", share=2),
            TableColumn(heading="未整改", kind="number", share=2),
            TableColumn(heading="结果", kind="short", share=3),
        ),
        rows=rows,
    )


def unread_table(readings: Sequence[ReadingOfDay], *, told: Collection[str]) -> Table:
    """Columns and pages by address, without those that are `told` as findings: there we do have a verdict.

    Pages that only the day's budget left out are counted in the coverage. The columns of a site of which nothing at all
    was read take one row.
    """
    rows = [row for reading in readings for row in _unread_rows(reading, told)]
    return Table(
        id="unread",
        heading="没有读到的栏目、页面和附件",
        note="不作结论：既不算有问题，也不算已整改。" if rows else "",
        columns=(
            TableColumn(heading="网站", share=4),
            TableColumn(heading="类别", share=1),
            TableColumn(heading="原因", share=5),
            TableColumn(heading="网址", kind="address", share=8),
        ),
        rows=tuple(rows),
    )


def _unread_rows(reading: ReadingOfDay, told: Collection[str]) -> list[tuple[Cell, ...]]:
    site = reading.site
    columns = {column.url: column.cause for column in reading.unseen_columns if column.url not in told}
    known = {*columns, *told}
    pages = {url: cause for url, cause in reading.unread_pages if url not in known and cause != _BUDGET}
    files = {url: cause for url, cause in reading.unopened_files if cause != _BUDGET and _FORMAT not in cause}
    rows: list[tuple[Cell, ...]] = []
    if len(columns) > 1 and not reading.pages:
        most = Counter(columns.values()).most_common(1)[0][0]
        rows.append((site.name, "栏目", f"{message.cause(most)}（全部 {len(columns)} 个栏目）", site.url))
        columns = {}
    for kind, found in (("栏目", columns), ("页面", pages), ("附件", files)):
        rows += [(site.name, kind, message.cause(cause), url) for url, cause in sorted(found.items())]
    return rows


def files_table(readings: Sequence[ReadingOfDay]) -> Table:
    """The files that were not opened, counted by cause: that nothing was found in them says nothing."""
    rows = tuple(
        (reading.site.name, reading.files_opened, sum(reading.files_unopened.values()), words)
        for reading in readings
        if (words := message.unopened(reading.files_unopened))
    )
    return Table(
        id="files",
        heading="没有打开的附件",
        note="没有打开的附件不作结论：其中有没有个人信息等问题，本系统没有看到，可人工打开核对。" if rows else "",
        columns=(
            TableColumn(heading="网站", share=4),
            TableColumn(heading="当日核看", kind="number", share=2),
            TableColumn(heading="未能打开", kind="number", share=2),
            TableColumn(heading="情况", share=10),
        ),
        rows=rows,
    )


def unseen_table(readings: Sequence[ReadingOfDay], *, told: Collection[str]) -> Table:
    """Columns that nobody has seen for days: for us to mend, whoever's doing it is.

    `told`: addresses of findings that the day saw: those were looked at. A site of which nothing at all was read takes
    one row.
    """
    days = load_trust().coverage.unseen_days
    rows = [row for reading in readings for row in _unseen_rows(reading, days, told)]
    return Table(
        id="unseen",
        heading="连续没有读到的栏目",
        note=f"连续 {days} 天以上没有读到，是对我方的提醒，不是对任何单位的评价：请核对网址，或调整读网设置。"
        if rows
        else "",
        columns=(
            TableColumn(heading="网站", share=4),
            TableColumn(heading="栏目", share=4),
            TableColumn(heading="起始日期", kind="date", share=2),
            TableColumn(heading="连续天数", kind="number", share=2),
            TableColumn(heading="原因", share=5),
            TableColumn(heading="网址", kind="address", share=6),
        ),
        rows=tuple(rows),
    )


def _unseen_rows(reading: ReadingOfDay, days: int, told: Collection[str]) -> list[tuple[Cell, ...]]:
    unseen = [column for column in reading.unseen_columns if column.days >= days and column.url not in told]
    unseen.sort(key=lambda column: (-column.days, column.url))
    if unseen and not reading.pages:
        longest, site = unseen[0], reading.site
        causes = Counter(message.cause(column.cause) for column in unseen)
        name = f"全部 {len(unseen)} 个栏目" if len(unseen) > 1 else longest.name
        return [(site.name, name, longest.since, longest.days, causes.most_common(1)[0][0], site.url)]
    return [
        (reading.site.name, column.name, column.since, column.days, message.cause(column.cause), column.url)
        for column in unseen
    ]


def exemptions_table(readings: Sequence[ReadingOfDay], on: date, rules: Mapping[str, RuleData]) -> Table:
    """What the register says does not apply to a site, with its reason: a reader must see what was not judged."""
    rows = tuple(
        (reading.site.name, rules[exempt.check].title, exempt.item or "全部", exempt.reason, exempt.until)
        for reading in readings
        for exempt in reading.site.exempt
        if exempt.check in rules and (exempt.until is None or exempt.until >= on)
    )
    return Table(
        id="exempt",
        heading="不适用的检查项",
        note="登记表列明不适用，或声明在有效期内无可发布的内容，不作检查。" if rows else "",
        columns=(
            TableColumn(heading="网站", share=4),
            TableColumn(heading="检查项", share=4),
            TableColumn(heading="项目", share=4),
            TableColumn(heading="理由", share=6),
            TableColumn(heading="有效期至", kind="date", share=3),
        ),
        rows=rows,
    )


def _state_words(reading: ReadingOfDay) -> str:
    if reading.state == "unread":
        return reading.outcome
    return f"{wording.MODES[reading.mode]}，{reading.outcome}"


def _span(reading: ReadingOfDay, on: date) -> str:
    if reading.started_at is None or not is_of(reading.started_at, on):
        return "—"
    start = wording.clock(reading.started_at, on=on)
    return f"{start} 至 {wording.clock(reading.ended_at, on=on)}" if reading.ended_at else f"{start} 开始"


def _unread_words(unread: Mapping[str, int]) -> str:
    told: Counter[str] = Counter()
    for cause, number in unread.items():
        told[message.cause(cause)] += number
    return "；".join(
        f"{words} {number} 个" for words, number in sorted(told.items(), key=lambda pair: (-pair[1], pair))
    )


def _result_words(reading: ReadingOfDay, standing: int) -> str:
    if standing and reading.state != "unread":
        return "有问题"
    return "正常" if reading.outcome == "读完" else "不作结论"
