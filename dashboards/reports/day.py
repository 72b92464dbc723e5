"""What is known of one day: its readings, and its findings as they stood when it ended."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from checks.trust import Jump, Record
from config.sites import Site
from config.trust import load_trust
from config.zone import BEIJING
from storage.queries.days import sites_missed
from storage.queries.decisions import rule_records
from storage.queries.history import FindingOnDay, ReadingOnDay, days_read, findings_on, readings_on

_LEVELS = ("province", "city", "county", "department", "township")
"""The order in which papers name units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnseenColumn:
    """A column whose list the day's reading did not see."""

    url: str
    name: str
    cause: str
    since: date
    """The first of the days in a row whose readings did not see it."""
    days: int
    """How many such days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOfDay:
    """How one site was read on the day, the last finished time if there are several; `unread`: that it was not."""

    site: Site
    mode: str
    state: str
    """`finished`, `interrupted`, `running` or `unread`."""
    started_at: datetime | None = None
    ended_at: datetime | None = None
    pages: int = 0
    targets: int = 0
    """Link targets asked after."""
    unread: Mapping[str, int] = field(default_factory=dict)
    """Cause of `NotFetched` -> how many pages were due and could not be read."""
    unread_pages: tuple[tuple[str, str], ...] = ()
    """(address, cause) of the first of them."""
    unseen_columns: tuple[UnseenColumn, ...] = ()
    files_opened: int = 0
    """Files that were opened whole, or known to be as they were."""
    files_unopened: Mapping[str, int] = field(default_factory=dict)
    """Why a file was not opened -> how many."""
    unopened_files: tuple[tuple[str, str], ...] = ()
    """(address, cause) of the first of them."""
    jumps: Mapping[str, Jump] = field(default_factory=dict)
    """The rules that left their usual band in any of the day's readings of the site."""

    @property
    def outcome(self) -> str:
        """How the reading of the site ended, in a word."""
        if self.state == "unread":
            return "未读"
        if self.state != "finished":
            return "未读完"
        return "读完" if self.pages else "没有读到"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """All that is known of a day."""

    on: date
    issue: int
    """How many days had a reading, this one included."""
    readings: tuple[ReadingOfDay, ...]
    findings: tuple[FindingOnDay, ...]
    records: Mapping[str, Record] = field(default_factory=dict)
    """Rule -> how people decided over its findings in the days before; rules nobody decided are left out."""


def read_day(session: Session, on: date) -> Day:
    """Ask storage for everything that the report of a day needs; `readings` is empty where nothing was read."""
    by_site: dict[str, ReadingOnDay] = {}
    jumps: dict[str, dict[str, Jump]] = defaultdict(dict)
    for reading in readings_on(session, on):
        jumps[reading.site.code] |= reading.jumps
        if reading.state == "finished" or by_site.get(reading.site.code, reading).state != "finished":
            by_site[reading.site.code] = reading
    read = tuple(_reading_of_day(reading, jumps[code]) for code, reading in by_site.items())
    missed = tuple(ReadingOfDay(site=site, mode="daily", state="unread") for site in sites_missed(session, on))
    return Day(
        on=on,
        issue=days_read(session, on),
        readings=read + missed if read else (),
        findings=tuple(findings_on(session, on)),
        records=rule_records(session, on=on, limits=load_trust().precision),
    )


def _reading_of_day(reading: ReadingOnDay, jumps: Mapping[str, Jump]) -> ReadingOfDay:
    files = reading.coverage.get("files", {})
    return ReadingOfDay(
        site=reading.site,
        mode=reading.mode,
        state=reading.state,
        started_at=reading.started_at,
        ended_at=reading.ended_at,
        pages=reading.counts.get("pages", 0),
        targets=reading.counts.get("targets", 0),
        unread=reading.coverage.get("unread", {}),
        unread_pages=tuple((page["url"], page["cause"]) for page in reading.coverage.get("unread_pages", ())),
        unseen_columns=tuple(
            UnseenColumn(url=url, **{**known, "since": date.fromisoformat(known["since"])})
            for url, known in reading.coverage.get("unseen_columns", {}).items()
        ),
        files_opened=files.get("opened", 0),
        files_unopened=files.get("unopened", {}),
        unopened_files=tuple((file["url"], file["cause"]) for file in files.get("unopened_files", ())),
        jumps=jumps,
    )


def is_of(moment: datetime, day: date) -> bool:
    """Whether the moment belongs to the day, or to the night before or after; simulated days have no such moments."""
    return abs(moment.astimezone(BEIJING).date() - day) <= timedelta(days=1)


def site_order(site: Site) -> tuple[int, str]:
    """For sorting sites as papers name them."""
    return _LEVELS.index(site.level), site.code
