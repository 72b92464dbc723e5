"""What a report says, before it has a format: plain values that every writer of `formats` understands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from checks.observations.link import Verdict
from config.rule_file import Severity

CellKind = Literal["text", "short", "number", "date", "address"]
"""`short`: a word or an amount, never broken over lines."""
Cell = str | int | date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number of the report's head."""

    label: str
    value: int
    section: str | None = None
    """Id of the section or table that lists what is counted."""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """One try at an address."""

    at: datetime
    method: str
    outcome: str
    """A code: `http-404`."""
    words: str
    """The same for people: 页面不存在（404）."""
    ms: int
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One finding, with everything that somebody needs who has to check or to mend it."""

    id: int
    check: str
    severity: Severity
    status: str
    verdict: Verdict
    urgent: bool
    flags: tuple[str, ...]
    """What the day did to it, and what it may not be used for: 新增, 加重, 第 2 次出现, 暂扣, 只复核."""
    message: str
    subject: str
    """What is wrong: an address, or the code of what is lacking."""
    page: str | None
    column: str | None
    places: tuple[str, ...]
    """The first pages where it stands."""
    place_count: int
    snippet: str
    witnesses: tuple[Witness, ...]
    screenshot: str | None
    """Path of its picture, from the workspace on."""
    suggestion: str | None
    repair: str
    """Where it is mended, in words: 页面模板."""
    indicator: str
    first_seen: date
    last_seen: date
    due_on: date | None
    fixed_on: date | None
    reopened: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """The findings of one rule on one site: they share their clause and their remedy."""

    check: str
    title: str
    clause: str
    fix: str
    due_days: int
    """Working days after the notice until which it has to be mended."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What a section says about one site."""

    site_code: str
    site: str
    site_url: str
    unit: str
    matters: tuple[Matter, ...]

    @property
    def size(self) -> int:
        """How many findings."""
        return sum(len(matter.entries) for matter in self.matters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Findings of one kind, by site and unit."""

    id: str
    heading: str
    groups: tuple[Group, ...]
    note: str = ""
    """A sentence under the heading."""
    empty: str = "无"
    """What stands here when there is nothing."""
    tone: Literal["plain", "urgent", "fixed", "open-question"] = "plain"

    @property
    def size(self) -> int:
        """How many findings."""
        return sum(group.size for group in self.groups)

    def entries(self) -> Iterator[tuple[Group, Matter, Entry]]:
        """Every finding with what stands above it."""
        for group in self.groups:
            for matter in group.matters:
                for entry in matter.entries:
                    yield group, matter, entry


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn:
    """A column of a table: its heading, and what its cells are."""

    heading: str
    kind: CellKind = "text"
    share: int = 1
    """Width beside the other columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under headings."""

    id: str
    heading: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    empty: str = "无"
    tone: Literal["plain", "urgent"] = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole report. Nothing in it depends on when it is made."""

    kind: str
    title: str
    day: date
    """The last day that it speaks of; files are dated with it."""
    dateline: str
    """2026年11月20日　星期五."""
    issue: int
    subline: str
    """Who was read, and when, in one line."""
    lead: str
    """The report in one sentence."""
    alerts: tuple[str, ...] = ()
    """What has to be looked at before anything of this is passed on."""
    figures: tuple[Figure, ...]
    blocks: tuple[Section | Table, ...]
    """In reading order."""
    closing: str = ""
    """How to read it: the last lines of the report."""

    @property
    def sections(self) -> tuple[Section, ...]:
        """The blocks that hold findings."""
        return tuple(block for block in self.blocks if isinstance(block, Section))

    @property
    def tables(self) -> tuple[Table, ...]:
        """The blocks that are tables."""
        return tuple(block for block in self.blocks if isinstance(block, Table))
