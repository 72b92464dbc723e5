"""The hosts and folders that a site's pages lie on."""

from checks.observations.page import PageSeen
from config.sites import Site
from crawler.extract.address import canonical, hostname_of, join, path_of


class OwnHosts:
    """The hosts that a site's pages lie on; of one that it shares with others, the folders."""

    def __init__(self, site: Site) -> None:
        self.names: set[str] = set()
        self._fixed = [join(site.url, column.url) or site.url for column in site.columns]
        self._folder = site.folder
        self._folders: tuple[str, ...] = ()
        """Empty: all of the hosts is the site's."""
        for url in (canonical(site.url), *self._fixed):  # the register may write it in capitals or in Chinese
            self.adopt(url)

    def settle(self, home: PageSeen) -> None:
        """Keep to the site's folder, and those of its profile's columns, where its home page mostly does so too.

        A portal may have its home page in a folder and all the rest elsewhere: then the host is its own.
        """
        if self._folder == "/":
            return
        paths = {path_of(link.url) for link in home.links if link.kind == "page" and self.has(link.url)}
        if 2 * sum(path.startswith(self._folder) for path in paths) > len(paths):
            self._folders = (self._folder, *(path_of(url).rpartition("/")[0] + "/" for url in self._fixed))

    def adopt(self, url: str) -> None:
        """Count an address's host among the site's, with and without `www.`."""
        name = hostname_of(url)
        self.names |= {name, name.removeprefix("www."), f"www.{name.removeprefix('www.')}"}

    def has(self, url: str) -> bool:
        """True for an address of the site's own."""
        if hostname_of(url) not in self.names:
            return False
        return not self._folders or path_of(url).startswith(self._folders)
