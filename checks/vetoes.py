"""The veto rehearsal: would the site fail if it were inspected today, and on which line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from checks.findings import Finding
from checks.observations.host import ProbesSeen
from config.indicators import DOCUMENT, Indicator, load_indicators
from config.rule_file import load_rules
from config.standard_file import read_standard
from config.words.rehearsal_words import load_rehearsal_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Veto:
    """One veto of the national table, held against a site."""

    id: str
    """An id of `standards/indicators-2019.yaml`."""
    name: str
    heading: str
    """The name alone, without the part of it that is counted."""
    unit: str
    """What `value` and `line` count, in Chinese: 个, 天, %, 处, 条."""
    value: float | None
    """None: nothing was measured, or nothing is near the line."""
    line: float
    """From here on (`inclusive`) or above it, the site fails."""
    inclusive: bool
    warn: float | None = None
    """From here on it is near the line; None: the table names no warning."""
    clause: str
    subjects: tuple[str, ...] = ()
    """What was counted."""

    @property
    def met(self) -> bool:
        """True: this alone fails the site."""
        if self.value is None:
            return False
        return self.value >= self.line if self.inclusive else self.value > self.line

    @property
    def near(self) -> bool:
        """True: not met, and a warning is due."""
        return not self.met and self.value is not None and self.warn is not None and self.value >= self.warn


def rehearse(findings: Iterable[Finding], *, probes: ProbesSeen | None = None) -> tuple[Veto, ...]:
    """Every veto that readings can see, in the table's order, with value and line.

    `findings` are what stands on one site today, without what was dismissed or exempt; only confirmed verdicts count.
    `probes` gives the share of failed probes below the line as well, once there are enough of them.
    """
    standing = [finding for finding in findings if finding.verdict == "confirmed"]
    return (
        _serious(standing),
        _unreachable(standing, probes),
        _home(standing),
        _count("W4.1", _stale(standing, ("news", "notice"))),
        _count("W4.2", _stale(standing, ("should",)), warn=_warning("A4", "warn_count")),
        _count("W4.3", _of(standing, "column-empty"), warn=_warning("A3", "warn_count")),
        _count("W5.2", [finding for finding in _of(standing, "message-overdue") if _vetoes(finding)], unit="条"),
    )


def rehearse_accounts(findings: Iterable[Finding]) -> tuple[tuple[str, Veto], ...]:
    """Each new-media account that would fail if it were inspected today: what it is called, and the veto.

    Accounts are inspected by themselves: a silent one fails, and not the site of its unit.
    """
    name = load_rehearsal_words().account
    return tuple(
        (
            name.format(**finding.facts),
            _veto(
                "M2",
                _fact([finding], "quiet_days"),
                finding.facts["allowed_days"],
                unit="天",
                inclusive=False,
                found=[finding],
            ),
        )
        for finding in findings
        if finding.rule == "account-stale" and finding.verdict == "confirmed"
    )


def told(veto: Veto, site: str) -> str:
    """The veto as a sentence about a site.

    今天检查，××网站将因栏目不更新不合格：空白栏目 5 个，达到界限 5 个。
    """
    words = load_rehearsal_words()
    sentence = getattr(words.sentences, _tone(veto)).format(
        site=site,
        name=veto.heading,
        counted=words.counted[veto.id],
        value=_number(veto.value),
        line=_number(veto.line),
        unit=veto.unit,
    )
    return str(sentence).replace(" %", "%")


def amount(number: float | None, unit: str) -> str:
    """A value or a line as people read it: 5 个, 4.3%; a dash where nothing was measured."""
    return "—" if number is None else f"{_number(number)} {unit}".replace(" %", "%")


def _tone(veto: Veto) -> str:
    if veto.met:
        return "met" if veto.inclusive else "passed"
    if veto.near:
        return "near"
    return "unknown" if veto.value is None else "measured"


def _number(number: float | None) -> str:
    return "" if number is None else f"{number:g}"


def _serious(standing: list[Finding]) -> Veto:
    """Errors that fail a site one by one: severe wording, forged dates, indecent links."""
    rules = load_rules()
    found = [
        finding
        for finding in standing
        if _vetoes(finding) and finding.rule in rules and rules[finding.rule].indicator.startswith("W1")
    ]
    return _veto("W1", float(len(found)), 1, unit="处", found=found)


def _unreachable(standing: list[Finding], probes: ProbesSeen | None) -> Veto:
    params = load_indicators()["W2"].params
    line = 100 * params["fail_ratio_max"]
    found = [finding for finding in _of(standing, "site-unreachable") if finding.facts.get("kind") == "probes"]
    value = _share(probes, params) if probes else None
    if found:
        value = _fact(found, "percent")
    return _veto("W2", value, line, unit="%", warn=100 * _warning("A1", "warn_ratio"), found=found)


def _share(probes: ProbesSeen, params: Mapping[str, Any]) -> float | None:
    """Per cent of probes that failed; None: too few to say."""
    if probes.count < params["monitor_days"] * params["probes_per_day_min"]:
        return None
    return round(100 * probes.failed / probes.count, 1)


def _home(standing: list[Finding]) -> Veto:
    found = _of(standing, "homepage-stale")
    value = _fact(found, "quiet_days")
    days = load_indicators()["W3"].params["window_days"]
    return _veto("W3", value, days, unit="天", inclusive=False, found=found)


def _count(veto_id: str, found: list[Finding], *, unit: str = "个", warn: float | None = None) -> Veto:
    params = load_indicators()[veto_id].params
    line = params.get("count_min") or params["min_messages"]
    return _veto(veto_id, float(len(found)), line, unit=unit, warn=warn, found=found)


def _veto(
    veto_id: str,
    value: float | None,
    line: float,
    *,
    unit: str,
    found: list[Finding],
    inclusive: bool = True,
    warn: float | None = None,
) -> Veto:
    entry = load_indicators()[veto_id]
    return Veto(
        id=veto_id,
        name=_name(entry),
        heading=_heading(entry),
        unit=unit,
        value=value,
        line=float(line),
        inclusive=inclusive,
        warn=warn,
        clause=f"{DOCUMENT}{'政务新媒体' if entry.group == 'new-media' else ''}单项否决“{_heading(entry)}”",
        subjects=tuple(finding.subject for finding in found),
    )


def _fact(found: list[Finding], name: str) -> float | None:
    """The number of the first finding; None where there is none, or an older reading did not record it."""
    value = found[0].facts.get(name) if found else None
    return None if value is None else float(value)


def _name(entry: Indicator) -> str:
    """The veto's own name, with what is counted where it is a part of one."""
    heading = _heading(entry)
    return heading if heading == entry.name else f"{heading}：{entry.name}"


def _heading(entry: Indicator) -> str:
    return entry.name if "." not in entry.id else entry.section


def _warning(warning_id: str, number: str) -> float:
    table = read_standard("indicators-2019")["early_warning"]
    return float(next(entry[number] for entry in table if entry["id"] == warning_id))


def _of(standing: list[Finding], rule: str) -> list[Finding]:
    return [finding for finding in standing if finding.rule == rule]


def _stale(standing: list[Finding], buckets: tuple[str, ...]) -> list[Finding]:
    return [finding for finding in _of(standing, "column-stale") if finding.facts.get("bucket") in buckets]


def _vetoes(finding: Finding) -> bool:
    rule = load_rules().get(finding.rule)
    return (finding.severity or (rule.severity if rule else None)) == "veto"
