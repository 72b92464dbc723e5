"""沙岭市自然资源和规划局: a bureau's portal as a stranger writes it."""

from tests.duwang.stranger_portals.seeded import Stranger
from tests.duwang.stranger_portals.shaling import articles, documents, services, template


def portal() -> Stranger:
    """The portal with everything that an inspector would note about it."""
    made = template.portal()
    documents.add(made)
    services.add(made)
    articles.add(made)
    lead = template.listed([("/zwdt/content/post_3999.html", "我局组织党员下沉社区", "2026-11-19")])
    main = f"<div><b><a href='/zwdt/'>政务动态</a></b>{lead}</div><div><a href='/jyta/'>政协提案</a></div>"
    tags = template.site_tags("www.anlan.example")
    made.add("/", template.shell(tags, main, template.NAME, lang=""))
    made.add(
        "/sitemap/",
        template.column(
            "网站地图", template.listed([(p, n, "") for n, p in {**template.MENU, **template.PLATFORM}.items()])
        ),
    )
    for check, subject in (
        *(("content-missing", code) for code in ("P02", "P07", "K20")),
        *(("footer-mark-missing", code) for code in ("F02", "F07")),
        *(("meta-missing", kind) for kind in ("home", "article")),
        ("page-language-missing", "home"),
        ("image-alt-missing", "column"),
    ):
        made.faults.add((check, subject))
    return made
