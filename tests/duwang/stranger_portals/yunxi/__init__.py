"""云栖市人民政府: a city's portal of which only the pages matter, not what the site as a whole lacks."""

from tests.duwang.stranger_portals.seeded import Stranger
from tests.duwang.stranger_portals.yunxi import articles, documents, services, template

_SITE_WIDE = ("content-missing", "footer-mark-missing", "annual-report-missing", "interaction-few")


def portal() -> Stranger:
    """The portal with everything that an inspector would note about its pages."""
    made = Stranger(template.HOST, template.NAME, template.CODE, "city", unasked=frozenset(_SITE_WIDE))
    documents.add(made)
    services.add(made)
    articles.add(made)
    lead = '<ul><li><a href="/art/2026/11/19/art_1008_1.html">全市项目集中开工</a><span>2026-11-19</span></li></ul>'
    made.add("/", template.shell("", f"<section><h3>今日云栖</h3>{lead}</section>", template.NAME))
    return made
