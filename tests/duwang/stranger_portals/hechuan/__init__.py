"""禾川县农业农村局: a bureau's site that lacks two columns, two marks and some tags."""

from tests.duwang.stranger_portals.hechuan import articles, documents, services
from tests.duwang.stranger_portals.hechuan.template import (
    CODE,
    FOLDERS,
    HOST,
    NAME,
    Entry,
    column,
    page,
    put,
    site_tags,
)
from tests.duwang.stranger_portals.seeded import Stranger, attached, filler

OUTER = ("www.hcnj.example", "www.lhc49.example", "www.bet36.example")
MARKS = ("F02", "F07")
LACKING = ("K16", "K20", "P05")


def portal() -> Stranger:
    """The portal with everything that is written down about it."""
    site = Stranger(HOST, NAME, CODE, "department", hosts=OUTER)
    lists: dict[str, list[Entry]] = {}
    for part in (documents, services, articles):
        part.add(site, lists)
    for year in (2025, 2024):
        put(
            site,
            lists,
            "zwgk/gknb",
            f"禾川县农业农村局{year}年政府信息公开工作年度报告",
            f"{year + 1}-01-20",
            filler("政府信息公开"),
        )
    put(site, lists, "zwgk/yjs", "禾川县农业农村局2026年部门预算", "2026-02-20", filler("部门预算"))
    tree = "".join(f'<li><a href="/{folder}/">{name}</a></li>' for folder, name in FOLDERS.items())
    for folder, name in FOLDERS.items():
        entries = sorted(lists.get(folder, []), key=lambda entry: entry[2], reverse=True)
        text = f"<div>{filler(name)}</div>" if not entries and folder != "zwgk" else ""
        site.add(f"/{folder}/", column(folder, entries, f"<ul class='tree'>{tree}</ul>" if folder == "zwgk" else text))
    news = "".join(
        f'<li><a href="{url.replace("./", "./gzdt/", 1)}">{title}</a><i>{day}</i></li>'
        for url, title, day in lists["gzdt"][:6]
    )
    metas = site_tags() | {"SiteIDCode": "9901370001"}
    site.add("/", page(NAME, metas, f'<ul class="dt">{news}</ul><ul>{tree}</ul>', ' lang="zh-CN"'))
    for folder, name in (("wzdt", "网站地图"), ("gywm", "网站声明")):
        site.add(f"/{folder}/", page(f"{name}-{NAME}", site_tags(), f"<h2>{name}</h2><ul>{tree}</ul>"))
    for image in ("ghs.png", "blue.png", "dzjg.png", "banner.png", "side.png", "sl.jpg"):
        site.add(f"/images/{image}", attached(b"\x89PNG\r\n\x1a\n" + b"0" * 200, "image/png"))
    site.add("/images/base.css", attached(b"body{margin:0}", "text/css"))
    site.faults |= {("footer-mark-missing", code) for code in MARKS} | {("content-missing", code) for code in LACKING}
    site.faults |= {
        ("meta-missing", "home"),
        ("meta-missing", "article"),
        ("image-alt-missing", "article"),
        ("image-alt-missing", "column"),
    }
    site.faults |= {("page-language-missing", "article"), ("page-language-missing", "column")}
    return site
