"""梧岭县人民政府: a county's portal of which only the pages matter, not what the site as a whole lacks."""

from tests.duwang.stranger_portals.seeded import Stranger, attached
from tests.duwang.stranger_portals.wuling import articles, documents, services, traps
from tests.duwang.stranger_portals.wuling.template import CODE, COLUMNS, HOST, NAME, Entry, crumbs, page

UNASKED = (
    "annual-report-missing",
    "content-missing",
    "footer-mark-missing",
    "image-alt-missing",
    "interaction-few",
    "meta-missing",
    "page-language-missing",
)


def portal() -> Stranger:
    """The portal with everything that is written down about it."""
    site = Stranger(HOST, NAME, CODE, "county", unasked=frozenset(UNASKED))
    lists: dict[str, list[Entry]] = {}
    for part in (documents, services, articles, traps):
        part.add(site, lists)
    for folder, name in COLUMNS.items():
        rows = "".join(
            f'<li><a href="{url}" title="{title}">{title}</a><span>{day}</span></li>'
            for url, title, day in sorted(lists[folder], key=lambda entry: entry[2], reverse=True)
        )
        site.add(
            f"/wlxrmzf/{folder}/list.shtml", page(name, f'{crumbs(folder)}<h2>{name}</h2><ul class="list">{rows}</ul>')
        )
    news = "".join(f'<li><a href="{url}">{title}</a><span>{day}</span></li>' for url, title, day in lists["zwyw"][:6])
    site.add("/", page(NAME, f'<div class="main"><h2>政务要闻</h2><ul>{news}</ul></div>'))
    for image in ("jd.png", "yx.png"):
        site.add(f"/img/{image}", attached(b"\x89PNG\r\n\x1a\n" + b"0" * 200, "image/png"))
    return site
