"""What 日读网 holds back, and what it would say on a day of inspection."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from checks import message
from checks.findings import Finding
from checks.lifecycle.case import STANDING
from checks.trust import Jump
from checks.vetoes import Veto, amount, rehearse, rehearse_accounts, told
from config.rule_file import RuleData
from config.sites import Site
from dashboards.reports.content import Table, TableColumn
from dashboards.reports.day import ReadingOfDay, site_order
from storage.queries.history import FindingOnDay

LOOK_FIRST = "请先核看再发出"


def held_alerts(
    readings: Iterable[ReadingOfDay], standing: Iterable[FindingOnDay], rules: Mapping[str, RuleData]
) -> tuple[str, ...]:
    """A sentence for each site and rule whose new findings are held, in the order of `standing`."""
    standing = [found for found in standing if found.case.held and found.case.finding.rule in rules]
    held = Counter((found.site.code, found.case.finding.rule) for found in standing)
    sites = {found.site.code: found.site for found in standing}
    jumps = {reading.site.code: reading.jumps for reading in readings}
    return tuple(
        _alert(sites[code].name, rules[rule].title, number, jumps.get(code, {}).get(rule))
        for (code, rule), number in held.items()
    )


def _alert(site: str, title: str, number: int, jumped: Jump | None) -> str:
    if jumped is None:
        return f"{site}“{title}”：还有 {number} 个此前暂扣的问题没有核看，{LOOK_FIRST}。"
    return f"{site}“{title}”：{message.jump(jumped)}；{number} 个已暂扣，{LOOK_FIRST}。"


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """How one site, or one of its new-media accounts, would fare if it were inspected on the day."""

    site: Site
    vetoes: tuple[Veto, ...]
    account: str | None = None
    """What the account is called; None: the site itself."""

    @property
    def name(self) -> str:
        """What would be inspected."""
        return self.account or self.site.name

    @property
    def fails(self) -> bool:
        """True: at least one veto is met."""
        return any(veto.met for veto in self.vetoes)


def rehearsals(readings: Sequence[ReadingOfDay], findings: Sequence[FindingOnDay], on: date) -> list[Rehearsal]:
    """Every site of the day in the order of papers, against every veto that readings can see.

    Each is followed by its accounts that would fail. What is held counts only after somebody has looked; of a site
    that showed no page, only what the day itself saw: the rest may be mended.
    """
    shown = {reading.site.code for reading in readings if reading.pages}
    sites = {found.site.code: found.site for found in findings} | {one.site.code: one.site for one in readings}
    counting: dict[str, list[Finding]] = defaultdict(list)
    for found in findings:
        is_known = found.site.code in shown or found.case.last_seen == on
        if found.case.state in STANDING and not found.case.held and is_known:
            counting[found.site.code].append(found.case.finding)
    return [one for site in sorted(sites.values(), key=site_order) for one in _rehearsed(site, counting[site.code])]


def _rehearsed(site: Site, counting: Sequence[Finding]) -> Iterator[Rehearsal]:
    yield Rehearsal(site, rehearse(counting))
    for account, veto in rehearse_accounts(counting):
        yield Rehearsal(site, (veto,), account)


def rehearsal_table(rehearsed: Sequence[Rehearsal], readings: Iterable[ReadingOfDay]) -> Table:
    """否决演练: the vetoes that are met or near, site by site; the other sites in one line."""
    rows = tuple(
        (
            "不合格" if veto.met else "临近",
            one.site.name,
            told(veto, one.name),
            amount(veto.value, veto.unit),
            amount(veto.line, veto.unit),
            veto.clause,
        )
        for one in rehearsed
        for veto in sorted(one.vetoes, key=lambda veto: not veto.met)
        if veto.met or veto.near
    )
    return Table(
        id="vetoes",
        heading="否决演练",
        note=_note(rehearsed, readings),
        tone="urgent" if any(one.fails for one in rehearsed) else "plain",
        columns=(
            TableColumn(heading="结论", kind="short", share=2),
            TableColumn(heading="网站", share=4),
            TableColumn(heading="假如今天检查", share=8),
            TableColumn(heading="现有", kind="short", share=2),
            TableColumn(heading="界限", kind="short", share=2),
            TableColumn(heading="依据", share=7),
        ),
        rows=rows,
    )


def _note(rehearsed: Sequence[Rehearsal], readings: Iterable[ReadingOfDay]) -> str:
    read = {reading.site.code for reading in readings if reading.outcome == "读完"}
    sites = [one for one in rehearsed if one.account is None]
    quiet = [one.site.code for one in sites if not any(veto.met or veto.near for veto in one.vetoes)]
    sound = sum(code in read for code in quiet)
    unread = len(quiet) - sound
    told_ = ["按目前未整改、判定为确凿的问题推演，暂扣待核看的不计。"]
    if len(sites) < len(rehearsed):
        told_.append("政务新媒体账号单独检查，账号不合格不影响网站。")
    if sound:
        other = "其余 " if sound < len(sites) else ""
        told_.append(f"{other}{sound} 个网站没有达到或临近单项否决的界限。")
    if unread:
        told_.append(f"{unread} 个网站没有读完，不作结论。")
    return "".join(told_)
