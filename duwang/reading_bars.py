"""How far the readings are, as bars on a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, ProgressColumn, Task, TaskID, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars
from rich.text import Text

from config.sites import Site
from crawler.plan import Progress
from duwang.jobs.read_site import SiteRead
from duwang.jobs.read_sites import Watcher
from duwang.reading_view import ending


@contextmanager
def bars(sites: int) -> Iterator[Watcher]:
    """Bars on standard error, as long as the block runs."""
    shown = Bars(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.fields[done]}"),
        _Rate(),
        TextColumn("剩余"),
        TimeRemainingColumn(),
        console=Console(stderr=True, highlight=False),
    )
    with shown:
        yield _BarsPerSite(shown, sites)


class _Rate(ProgressColumn):
    """Pages and links a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.0f} 个/秒" if task.speed else "")


class _BarsPerSite:
    """A bar for each site under way, and one for all."""

    def __init__(self, bars: Bars, sites: int) -> None:
        self._bars = bars
        self._all = bars.add_task("全部网站", total=sites, done=f"0/{sites}", visible=sites > 1)
        self._sites = sites
        self._ended = 0
        self._tasks: dict[str, TaskID] = {}

    def begun(self, site: Site) -> None:
        """Show a bar that does not know its length yet."""
        self._tasks[site.code] = self._bars.add_task(site.name, total=None, done="")

    def progressed(self, site: Site, progress: Progress) -> None:
        """Move the site's bar."""
        done = progress.pages + progress.links
        waiting = progress.pages_waiting + progress.links_waiting
        drawn = f"（浏览器打开 {progress.drawn} 页）" if progress.drawn else ""
        self._bars.update(
            self._tasks[site.code],
            completed=done,
            total=done + waiting,
            done=f"{progress.pages} 页{drawn} {progress.links} 链接",
        )

    def ended(self, site: Site, read: SiteRead) -> None:
        """Take the site's bar away and say how it ended."""
        self._bars.remove_task(self._tasks.pop(site.code))
        self._ended += 1
        self._bars.update(self._all, completed=self._ended, done=f"{self._ended}/{self._sites}")
        self._bars.console.print(ending(read), markup=False)
