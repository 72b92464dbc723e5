"""How the simulated days are shown while they are read."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from config.sites import Site
from crawler.plan import Progress as HowFar
from dashboards.wording import weekday
from duwang.jobs.read_site import SiteRead


class Quiet:
    """Shows nothing: for measurements and tests."""

    def begun(self, site: Site) -> None:
        """Nothing to show."""

    def progressed(self, site: Site, progress: HowFar) -> None:
        """Nothing to show."""

    def ended(self, site: Site, read: SiteRead) -> None:
        """Nothing to show."""


class DayBars(Quiet):
    """One bar over all days, and a line for each day that has ended."""

    def __init__(self, console: Console, bars: Progress, days: int, sites: int) -> None:
        self._console = console
        self._bars = bars
        self._task = bars.add_task("开始读网", total=days * sites)

    def begun(self, site: Site) -> None:
        """Name the site."""
        self._bars.update(self._task, description=f"正在读 {site.name}")

    def ended(self, site: Site, read: SiteRead) -> None:
        """Move on."""
        self._bars.advance(self._task)

    def day_ended(self, day: date, reads: Sequence[SiteRead]) -> None:
        """One line: how many pages, what failed."""
        pages = sum(read.brought.pages for read in reads if read.brought)
        links = sum(read.brought.links for read in reads if read.brought)
        shut = "".join(f"，{read.name}打不开" for read in reads if read.state == "unreachable")
        failed = "".join(f"，{read.name}没有读成（{read.error}）" for read in reads if read.state == "failed")
        told = f"{day:%m-%d} {weekday(day)}：{len(reads)} 个网站，{pages} 页，{links} 个链接{shut}{failed}"
        self._console.print(told, markup=False)


@contextmanager
def showing(console: Console, days: int, sites: int) -> Iterator[DayBars]:
    """A bar on a terminal; elsewhere only the days' lines."""
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("剩余"), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bars:
        yield DayBars(console, bars, days, sites)
