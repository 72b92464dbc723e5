"""A county's portal in the manner of 龙讯: `/public/…/7001.html`, a tree of columns, a slot-filled footer."""

from tests.duwang.stranger_portals.seeded import Stranger
from tests.servers import Reply

HOST, NAME, CODE = "www.qingdu.example", "清渡县人民政府", "9903310001"

DOMAINS = [
    "城乡规划",
    "重大建设项目",
    "公共资源交易",
    "财政预决算",
    "安全生产",
    "税收管理",
    "征地补偿",
    "国有土地上房屋征收",
    "农村危房改造",
    "生态环境",
    "公共文化服务",
    "公共法律服务",
    "乡村振兴",
    "救灾",
    "食品药品监管",
    "城市综合执法",
    "就业",
    "社会保险",
    "社会救助",
    "养老服务",
    "户籍管理",
    "涉农补贴",
    "义务教育",
    "医疗卫生",
]
"""The 26 pilot domains without 保障性住房 and 市政服务."""
PLATFORM = [
    "政府信息公开指南",
    "政府信息公开制度",
    "法定主动公开内容",
    "依申请公开",
    "主动公开基本目录",
    "规范性文件",
    "机构职能",
    "规划计划",
    "统计信息",
    "行政许可",
    "行政处罚",
    "行政事业性收费",
    "政府采购",
    "应急管理",
    "公务员招考",
    "建议提案办理",
    "双随机一公开",
    "双公示",
    "行政执法公示",
    "权责清单",
    "公共资源配置",
    "社会公益事业",
    "收费目录清单",
    "公共企事业单位",
]
MENU = {
    "走进清渡": "/zjqd/index.html",
    "清渡要闻": "/xwzx/qdyw/index.html",
    "通知公告": "/xwzx/tzgg/index.html",
    "国务院信息": "/xwzx/gwyxx/index.html",
    "政府信息公开": "/public/index.html",
    "政策文件": "/public/column/6001.html",
    "政策解读": "/zwgk/zcjd/index.html",
    "政府信息公开年报": "/public/column/6005.html",
    "办事服务": "/bsfw/index.html",
    "互动交流": "/hdjl/index.html",
    "县长信箱": "/hdjl/xzxx/index.html",
    "意见征集": "/hdjl/yjzj/index.html",
    "在线访谈": "/hdjl/zxft/index.html",
}
SITE_TAGS = (
    f'<meta name="SiteName" content="{NAME}"/><meta name="SiteDomain" content="{HOST}"/>'
    f'<meta name="SiteIDCode" content="{CODE}"/>'
)
ARTICLE_SITE_TAGS = SITE_TAGS.replace(CODE, "3408810002")
"""An article's template is another county's: the code contradicts the footer."""
_HEAD = """<meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>
<link rel="stylesheet" href="/_res/css/core.min.css"/><link rel="dns-prefetch" href="//nowhere.qingdu.example"/>
<!--[if lt IE 9]><script src="/_res/js/respond-gone.js"></script><![endif]-->
<script src="/_res/js/common.min.js"></script>"""
_CONAC = (
    '<script type="text/javascript">document.write(unescape("%3Cspan id=\'_ideConac\' %3E%3C/span%3E"));'
    'var conac="dcs.conac.cn/js/99/000/0000/60000000/CA990000000600000000001.js";</script>'
)


def _menu() -> str:
    """Two levels: the second is hidden until the pointer is over the first."""
    tops = "".join(f'<li class="m"><a href="{path}" title="{name}">{name}</a></li>' for name, path in MENU.items())
    drop = "".join(
        f'<li><a href="/public/column/{7100 + n}.html">{name}</a></li>' for n, name in enumerate(DOMAINS[:6])
    )
    return (
        '<div class="skip" style="position:absolute;left:-9999px;"><a href="#main">跳到主要内容</a></div>'
        f'<ul class="nav"><li><a href="/">首页</a></li>{tops}<li class="m"><a href="javascript:;">重点领域</a>'
        f'<ul class="sub" style="display:none">{drop}</ul></li></ul>'
    )


def _footer() -> str:
    """Without the police's record and a site map; the organiser and the telephone in words of their own."""
    return f"""<div class="ls_fotcon"><div class="flinks"><select onchange="if(this.value)window.open(this.value)">
<option value="">县直部门网站</option><option value="/xwzx/tzgg/index.html">县教体局</option></select></div>
<p>主办：清渡县人民政府办公室　承办：清渡县数据资源管理局　值班电话：0993－6021234（工作日）</p>
<p><a href="javascript:void(0)">清 ICP 备 99003310 号 -1</a>　网站识别码 {CODE}</p>
<div class="dzjg">{_CONAC}<img src="/_res/img/jiucuo.png" alt="政府网站找错" onclick="jiucuo('{CODE}')"/></div></div>"""


def shell(head: str, body: str, *, title: str, lang: str = "") -> str:
    """A whole page."""
    return (
        f"<!DOCTYPE html><html{lang}><head>{_HEAD}{head}<title>{title}</title></head><body>"
        f'<div class="top"><img src="/_res/img/logo.png" alt="{NAME}"/></div>{_menu()}'
        f'<div class="wrap" id="main">{body}</div>{_footer()}</body></html>'
    )


def crumbs(*names: str) -> str:
    """你的位置：three levels or more, the last without a link."""
    links = " <i>&gt;</i> ".join(f'<a href="{MENU.get(name, "/public/index.html")}">{name}</a>' for name in names)
    return f'<div class="wz_top">您现在所在的位置： <a href="/">网站首页</a> <i>&gt;</i> {links}</div>'


def column(name: str, main: str, *path: str) -> str:
    """A column's page. The template forgets ColumnType; every picture has its words, or is mere decoration."""
    tags = (
        f'{SITE_TAGS}<meta name="ColumnName" content="{name}"/>'
        f'<meta name="ColumnDescription" content="发布{name}信息"/>'
        f'<meta name="ColumnKeywords" content="{name}"/>'
    )
    line = '<img src="/_res/img/line.gif" alt=""/>'
    return shell(tags, f'{crumbs(*path, name)}{line}<h2 class="lm">{name}</h2>{main}', title=f"{name}_{NAME}")


def article(
    title: str,
    body: str,
    *,
    day: str,
    column: str = "通知公告",
    path: tuple[str, ...] = (),
    source: str = "县政府办公室",
    meta_day: str = "",
    byline: str = "",
    before: str = "",
) -> str:
    """An article's page; `before` stands above its title (a document's block)."""
    tags = (
        f'{ARTICLE_SITE_TAGS}<meta name="ColumnName" content="{column}"/><meta name="ColumnType" content="{column}"/>'
        f'<meta name="ArticleTitle" content="{title}"/><meta name="PubDate" content="{meta_day or day} 09:12"/>'
        f'<meta name="ContentSource" content="{source}"/>'
    )
    line = byline or (
        f'<div class="newsinfo"><span>发布时间：{day} 09:12</span><span>来源：{source}</span>'
        "<span>浏览次数：<i>36</i></span>"
        '<span class="fx">字体：[<a href="javascript:;">大</a> <a href="javascript:;">小</a>]</span></div>'
    )
    main = f'{crumbs(*path, column)}<span>正文</span>{before}<h1 class="newstitle">{title}</h1>{line}'
    return shell(tags, f'{main}<div class="j-fontContent newscontnet">{body}</div>', title=f"{title}_{NAME}")


def listed(entries: list[tuple[str, str, str]]) -> str:
    """The date before the title, in brackets."""
    rows = "".join(
        f'<li><span class="right date">[{day}]</span><a href="{url}" title="{title}">{title}</a></li>'
        for url, title, day in entries
    )
    return f'<ul class="doc_list list-6001">{rows}</ul>'


def portal() -> Stranger:
    """An empty portal with its assets."""
    made = Stranger(HOST, NAME, CODE, "county")
    for asset in (
        "css/core.min.css",
        "js/common.min.js",
        "img/jiucuo.png",
        "img/logo.png",
        "img/line.gif",
        "img/tu.png",
    ):
        made.add(f"/_res/{asset}", _asset(asset))
    return made


def _asset(name: str) -> Reply:
    kinds = {"css": "text/css", "js": "text/javascript", "png": "image/png", "gif": "image/gif"}
    return Reply(b"\x89PNG\r\n\x1a\n/* asset */", headers={"Content-Type": kinds[name.rsplit(".", 1)[1]]})
