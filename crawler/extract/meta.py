"""The meta tags of a page."""

from config.meta_tags import standard_names
from crawler.extract.tree import ParsedPage


def read_meta(doc: ParsedPage) -> tuple[dict[str, str], dict[str, str]]:
    """Return the standard's tags by the standard's spelling, and all named tags by their lower-case names.

    Case of the names and order of the attributes do not matter. Of several tags with one name the first that is
    not empty wins; one that is there but empty stays as "".
    """
    named: dict[str, str] = {}
    for tag in doc.root.iter("meta"):
        name = tag.get("name") or tag.get("property")
        if name and not named.get(name := name.strip().lower()):
            named[name] = " ".join((tag.get("content") or "").split())
    standard = {spelt: named[name] for name, spelt in standard_names().items() if name in named}
    return standard, named
