"""柳泉县人民政府: a county's portal, of which the site as a whole lacks some columns and marks."""

from tests.duwang.stranger_portals.liuquan import articles, blocks, documents, services
from tests.duwang.stranger_portals.liuquan.template import CODE, HOST, NAME, Entry, column, home, put
from tests.duwang.stranger_portals.seeded import Stranger, attached, filler
from tests.servers import Reply, redirect

NAMES = {
    100: "走进柳泉",
    200: "政府信息公开",
    201: "政府信息公开指南",
    202: "政府信息公开制度",
    203: "法定主动公开内容",
    204: "政府信息公开年报",
    205: "依申请公开",
    206: "主动公开基本目录",
    101: "政务要闻",
    102: "通知公告",
    103: "国务院信息",
    210: "政府文件",
    211: "政策解读",
    212: "上级政策",
    213: "行政规范性文件",
    220: "基层政务公开",
    221: "权责清单",
    222: "建议提案办理",
    300: "办事服务",
    301: "办事指南",
    400: "互动交流",
    402: "意见征集",
    403: "征集结果",
    404: "在线访谈",
    405: "12345政务服务热线",
    230: "机构职能",
    231: "规划计划",
    232: "统计信息",
    233: "行政许可",
    234: "行政处罚",
    235: "财政预决算",
    236: "行政事业性收费",
    237: "政府采购",
    238: "重大建设项目",
    239: "乡村振兴",
    240: "应急管理",
    241: "安全生产",
    242: "公务员招考",
    243: "公共资源交易",
    244: "双随机一公开",
    245: "行政执法公示",
    246: "社会公益事业",
    247: "行政事业性收费和政府性基金目录清单",
    248: "双公示",
    250: "城乡规划",
    251: "税收管理",
    252: "征地补偿",
    253: "国有土地上房屋征收",
    254: "保障性住房",
    255: "农村危房改造",
    256: "环境保护",
    257: "公共文化服务",
    258: "公共法律服务",
    259: "救灾",
    260: "食品药品监管",
    261: "城市综合执法",
    262: "就业",
    263: "社会保险",
    264: "社会救助",
    265: "养老服务",
    266: "户籍管理",
    267: "涉农补贴",
    268: "义务教育",
    269: "医疗卫生",
    270: "市政服务",
    900: "关于我们",
    901: "网站地图",
    902: "无障碍浏览",
}
"""Columns; no 政府债务 and no 公共企事业单位信息公开."""

REPRINTS = (
    ("国务院关于促进家政服务业提质扩容的意见", "2026-11-03", "2026-11-04"),
    ("国务院办公厅关于加强冬季供暖保障工作的通知", "2026-11-05", "2026-11-12"),
    ("国务院关于推进基层治理数字化的指导意见", "2026-11-09", ""),
    ("国务院办公厅关于印发《全民健身设施补短板行动方案》的通知", "2026-10-28", "2026-10-29"),
    ("国务院关于修改部分行政法规的决定", "2026-10-26", "2026-11-02"),
)


def portal() -> Stranger:
    """The portal with everything that is written down about it."""
    site = Stranger(HOST, NAME, CODE, "county", hosts=("www.yule88.example", "kjj.liuquan.example"))
    lists: dict[int, list[Entry]] = {}
    for part in (documents, blocks, services, articles):
        part.add(site, lists)
    site.checks = {"reprint-late": {"documents": [{"title": title, "published_on": day} for title, day, _ in REPRINTS]}}
    for title, _, reprinted in REPRINTS:
        if reprinted:
            put(site, lists, 103, "国务院信息", title, reprinted, filler("政策落实"), source="中国政府网")
    for number in (1, 2, 4):
        site.faults.add(("reprint-late", REPRINTS[number][0]))
    for year in (2025, 2024, 2023):
        put(
            site,
            lists,
            204,
            "政府信息公开年报",
            f"柳泉县人民政府{year}年政府信息公开工作年度报告",
            f"{year + 1}-01-28",
            filler("政府信息公开"),
        )
    _columns(site, lists)
    _assets(site)
    site.faults |= {
        ("content-missing", "K22"),
        ("content-missing", "K34"),
        ("footer-mark-missing", "F05"),
        ("meta-missing", "column"),
    }
    return site


def _columns(site: Stranger, lists: dict[int, list[Entry]]) -> None:
    news = lists[101][:3]
    tree = "".join(
        f'<li><a href="/col/col{number}/index.html">{name}</a></li>'
        for number, name in NAMES.items()
        if 200 < number < 300
    )
    for number, name in NAMES.items():
        entries = sorted(lists.get(number, news), key=lambda entry: entry[2], reverse=True)
        before = f'<div class="xxgk_left"><ul class="tree">{tree}</ul></div>' if number in (200, 203, 901) else ""
        site.add(f"/col/col{number}/index.html", column(number, name, entries, before))
    more = "".join(f'<a href="/col/col{number}/index.html">{name}</a>' for number, name in NAMES.items())
    news_list = "".join(
        f'<li><a href="{url}" title="{title}">{title}</a><span>{day}</span></li>'
        for url, title, day in sorted(lists[101], key=lambda e: e[2], reverse=True)[:8]
    )
    banner = '<a href="/col/col101/index.html"><img src="/images/banner.jpg"></a>'
    site.add(
        "/",
        home(
            f'<div class="banner">{banner}</div><ul class="news">{news_list}</ul><div class="mail"><a href="/mailbox'
            f'/list.do">县长信箱</a></div><div class="all">{more}</div>'
        ),
    )
    site.faults.add(("image-alt-missing", "home"))


def _assets(site: Stranger) -> None:
    for name in ("conac_red.png", "logo.png", "yttd.jpg", "yttd2.jpg", "news1.jpg", "banner.jpg"):
        site.add(f"/images/{name}", attached(b"\x89PNG\r\n\x1a\n" + b"0" * 200, "image/png"))
    for name in ("jiucuo.js", "jquery.js", "hits.js"):
        site.add(f"/script/{name}", attached(b"var a=1;", "application/javascript"))
    site.add("/css/common.css", attached(b"body{margin:0}", "text/css"))
    site.add("/video/lq.mp4", attached(b"0" * 400, "video/mp4"))
    site.add("/col/col401/index.html", redirect("/mailbox/list.do"))
    site.add("/search/index.html", Reply("<html lang='zh-CN'><title>搜索</title><body>请输入关键字</body></html>"))
