"""News and notices of a bureau."""

from tests.duwang.stranger_portals.files import paper, pdf
from tests.duwang.stranger_portals.hechuan.template import Entry, put
from tests.duwang.stranger_portals.liuquan.articles import number_of
from tests.duwang.stranger_portals.seeded import Stranger, attached, filler, paragraphs
from tests.servers import Reply

Lists = dict[str, list[Entry]]


def add(portal: Stranger, lists: Lists) -> None:
    """All of them."""
    _wording(portal, lists)
    _people(portal, lists)
    _links(portal, lists)
    _dates(portal, lists)


def _news(portal: Stranger, lists: Lists, title: str, day: str, body: str, *faults: str, **more: str) -> str:
    return put(portal, lists, "gzdt", title, day, body, *faults, **more)


def _notice(portal: Stranger, lists: Lists, title: str, day: str, body: str, *faults: str, **more: str) -> str:
    return put(portal, lists, "tzgg", title, day, body, *faults, **more)


def _wording(portal: Stranger, lists: Lists) -> None:
    _news(portal, lists, "我局召开党组扩大会议", "2026-11-18", filler("党建"))
    _news(portal, lists, "全县秋粮收获进入尾声", "2026-11-10", '<p><img src="/images/sl.jpg"></p>' + filler("秋粮收获"))
    _news(
        portal,
        lists,
        "我局组织干部职工观看警示教育片",
        "2026-10-29",
        paragraphs("大家纷纷表示，要再接再励，以案为鉴，筑牢思想防线。") + filler("警示教育"),
        "wording-error",
    )
    _news(
        portal,
        lists,
        "农技专家到田间开展技术指导",
        "2026-10-16",
        paragraphs("现场座无需席，农户们认真听讲。") + filler("技术指导"),
        "wording-error",
    )
    line = "截止日期：2026年12月10日。既使用有机肥又使用配方肥的农户优先，逾期不予受理。要以已经建成的项目为重点。"
    _notice(
        portal, lists, "关于申报2026年有机肥替代化肥项目的通知", "2026-11-03", paragraphs(line) + filler("项目申报")
    )
    _notice(portal, lists, "test", "2026-09-11", paragraphs("test123"), "placeholder-text")
    _notice(portal, lists, "非洲猪瘟病毒核酸检测试剂采购公告", "2026-09-03", filler("试剂采购"))
    _news(
        portal,
        lists,
        "Lorem ipsum",
        "2026-07-02",
        "<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit.</p>",
        "placeholder-text",
    )
    left = (
        "<p>&lt;!--[if gte mso 9]&gt;&lt;xml&gt;&lt;w:WordDocument&gt;&lt;w:View&gt;Normal&lt;/w:View&gt;&lt;w:Zo"
        "om&gt;0&lt;/w:Zoom&gt;&lt;/w:WordDocument&gt;&lt;/xml&gt;&lt;![endif]--&gt;</p>"
    )
    _notice(
        portal, lists, "关于加强农药包装废弃物回收的通知", "2026-08-12", left + filler("废弃物回收"), "layout-residue"
    )
    style = (
        "<style>.TRS_Editor P{line-height:2;font-family:宋体;font-size:12pt;}</style><!--[if gte mso 9]><xml></x"
        "ml><![endif]-->"
    )
    _news(portal, lists, "我局开展放心农资下乡活动", "2026-03-16", style + filler("农资下乡"))


def _people(portal: Stranger, lists: Lists) -> None:
    rows = [["序号", "申请人", "联系电话", "补贴金额"]] + [
        [str(n), "郑某某", f"1540000042{n}", "3000"] for n in range(1, 7)
    ]
    portal.add("/tzgg/202607/P20260716.docx", attached(paper("农机购置补贴申请人公示表", rows=rows)), "privacy-leak")
    _notice(
        portal,
        lists,
        "禾川县2026年农机购置补贴对象公示（第一批）",
        "2026-07-16",
        paragraphs("现将享受补贴的购机者信息公示如下。")
        + '<p>附件：<a href="/tzgg/202607/P20260716.docx">农机购置补贴申请人公示表.docx</a></p>',
    )
    lines = [
        "禾川县耕地地力保护补贴发放清册",
        *(f"{n} 孙某某 {number_of(f'190{n}1109', '306')} 620元" for n in range(1, 6)),
    ]
    portal.add("/tzgg/202606/P20260618.pdf", attached(pdf(lines), "application/pdf"), "privacy-leak")
    _notice(
        portal,
        lists,
        "2026年耕地地力保护补贴发放公示",
        "2026-06-18",
        paragraphs("现将补贴发放情况予以公示。") + '<p>附件：<a href="/tzgg/202606/P20260618.pdf">发放清册.pdf</a></p>',
    )
    lines = ["农机维修网点一览表", *(f"{n} 顺达农机维修部 联系人：钱某 服务电话：1540000053{n}" for n in range(1, 6))]
    portal.add("/tzgg/202605/P20260522.pdf", attached(pdf(lines), "application/pdf"))
    _notice(
        portal,
        lists,
        "“三夏”农机维修服务网点公布",
        "2026-05-22",
        paragraphs("为方便机手，现公布服务网点。")
        + '<p>附件：<a href="/tzgg/202605/P20260522.pdf">农机维修网点一览表.pdf</a></p>',
    )


def _links(portal: Stranger, lists: Lists) -> None:
    portal.faults.add(("link-broken", "/tzgg/202512/t20251211_60011.html"))
    body = filler("抽检") + '<p>相关链接：<a href="../202512/t20251211_60011.html">2025年抽检结果公告</a></p>'
    _notice(portal, lists, "2026年第三季度农产品质量安全抽检结果公告", "2026-10-13", body)
    deleted = Reply("<html><head><title>提示信息</title></head><body><p>该信息已被删除或正在审核中！</p></body></html>")
    portal.add("/gzdt/202503/t20250312_50001.html", deleted, "link-broken")
    body = (
        filler("春耕")
        + '<p><a href="/gzdt/202503/t20250312_50001.html">去年春耕情况</a>　<a href="http://www.hcnj.example/">县农'
        "机协会</a></p>"
    )
    _news(portal, lists, "我县春耕备耕工作有序开展", "2026-03-10", body)
    body = filler("培训") + '<p><a href="D:\\桌面\\培训手册.docx">培训手册</a></p>'
    _notice(portal, lists, "关于开展植保员培训的通知", "2026-05-08", body, "link-malformed D:\\桌面\\培训手册.docx")
    spam = '<p style="font-size:0"><a href="http://www.lhc49.example/">六合彩开奖结果</a></p>'
    _news(
        portal,
        lists,
        "我局开展乡村振兴夜校",
        "2026-06-25",
        filler("夜校") + spam,
        "hidden-link http://www.lhc49.example/",
    )
    spam = '<div style="display:none"><a href="http://www.bet36.example/">真人百家乐娱乐城</a></div>'
    _news(
        portal,
        lists,
        "我局调研蔬菜产业",
        "2026-04-22",
        filler("蔬菜产业") + spam,
        "hidden-link http://www.bet36.example/",
    )
    menu = '<ul style="display:none"><li><a href="/gzdt/">工作动态</a></li><li><a href="/tzgg/">通知公告</a></li></ul>'
    _news(portal, lists, "彩票公益金支持乡村文化广场建设", "2026-04-14", menu + filler("文化广场"))


def _dates(portal: Stranger, lists: Lists) -> None:
    _news(
        portal, lists, "我局检查屠宰场所", "2026-11-16", filler("屠宰检查"), "date-contradictory", meta_day="2026-08-20"
    )
    _news(
        portal,
        lists,
        "我县水稻喜获丰收",
        "2026-11-02",
        filler("水稻"),
        "date-contradictory",
        path="/gzdt/202607/t20260703_60321.html",
        meta_day="2026-11-02",
    )
    _news(portal, lists, "我局开展渔政执法", "2026-10-20", filler("渔政"), path="/gzdt/202610/t20261016_60388.html")
    _news(portal, lists, "我县获评全省农业先进县", "2018-05-03", filler("农业先进"), meta_day="2022-01-04")
