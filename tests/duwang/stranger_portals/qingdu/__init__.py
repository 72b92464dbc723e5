"""清渡县人民政府: a county's portal as a stranger writes it."""

from tests.duwang.stranger_portals.qingdu import articles, documents, services, template
from tests.duwang.stranger_portals.seeded import Stranger, filler


def portal() -> Stranger:
    """The portal with everything that an inspector would note about it."""
    made = template.portal()
    documents.add(made)
    services.add(made)
    articles.add(made)
    _platform(made)
    _home(made)
    for check, subject in (
        *(("content-missing", code) for code in ("K12", "K22", "G09", "G26")),
        *(("footer-mark-missing", code) for code in ("F05", "F08")),
        *(("page-language-missing", kind) for kind in ("column", "article")),
        *(("meta-missing", kind) for kind in ("column", "article")),
        ("image-alt-missing", "home"),
    ):
        made.faults.add((check, subject))
    return made


def _platform(made: Stranger) -> None:
    """The tree of the disclosure platform, each branch with the same two articles."""
    shared = []
    for number, title in ((1, "关于公布年度公开事项的说明"), (2, "相关事项办理情况一览")):
        path = f"/public/6596199/{8900 + number}.html"
        made.add(
            path,
            template.article(
                title, filler("事项公开"), day="2026-10-20", column="法定主动公开内容", path=("政府信息公开",)
            ),
        )
        shared.append((path, title, "2026-10-20"))
    names = {name: f"/public/column/{7100 + n}.html" for n, name in enumerate(template.DOMAINS)}
    names |= {name: f"/public/column/{7200 + n}.html" for n, name in enumerate(template.PLATFORM)}
    names |= {"建议提案办理": "/public/column/6006.html", "法定主动公开内容": "/public/column/6007.html"}
    for name, path in names.items():
        if path not in made.pages:
            made.add(path, template.column(name, template.listed(shared), "政府信息公开"))
    tree = "".join(f'<li><a href="{path}">{name}</a></li>' for name, path in names.items())
    base = f'<li><a href="/public/column/7301.html">基层政务公开标准目录</a></li>{tree}'
    made.add(
        "/public/column/7301.html", template.column("基层政务公开标准目录", template.listed(shared), "政府信息公开")
    )
    made.add(
        "/public/index.html", template.column("政府信息公开", f'<ul class="tree">{base}</ul>{template.listed(shared)}')
    )
    made.add("/zjqd/index.html", template.column("走进清渡", filler("县情")))


def _home(made: Stranger) -> None:
    news = [
        (f"/xwzx/qdyw/{n}.html", title, day) for n, title, day in ((9999, "全县今冬水利建设全面铺开", "2026-11-19"),)
    ]
    photos = '<div class="banner"><a href="/xwzx/qdyw/9999.html"><img src="/_res/img/logo.png"/></a></div>'
    boxes = f'<div class="box"><h3><a href="/xwzx/qdyw/index.html">清渡要闻</a></h3>{template.listed(news)}</div>'
    page = template.shell(template.SITE_TAGS, photos + boxes, title=template.NAME, lang=' lang="zh-CN"')
    made.add("/", page)
