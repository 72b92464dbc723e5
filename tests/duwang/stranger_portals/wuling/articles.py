"""News and notices of 梧岭县."""

from tests.duwang.stranger_portals.files import paper, pdf
from tests.duwang.stranger_portals.liuquan.articles import number_of
from tests.duwang.stranger_portals.seeded import Stranger, attached, filler, paragraphs
from tests.duwang.stranger_portals.wuling.template import Entry, put
from tests.servers import Reply, redirect

Lists = dict[str, list[Entry]]


def add(portal: Stranger, lists: Lists) -> None:
    """All of them."""
    _words(portal, lists)
    _people(portal, lists)
    _links(portal, lists)


def _news(portal: Stranger, lists: Lists, title: str, day: str, body: str, *faults: str, **more: str) -> str:
    return put(portal, lists, "zwyw", title, day, body, *faults, **more)


def _notice(portal: Stranger, lists: Lists, title: str, day: str, body: str, *faults: str, **more: str) -> str:
    return put(portal, lists, "gggs", title, day, body, *faults, **more)


def _words(portal: Stranger, lists: Lists) -> None:
    fine = [
        "台风即将登陆，各单位要做好防范。网上报名截止到12月5日，截至11月15日已有300人报名。",
        "他既使命在肩，又责任在心；要以往年经验为鉴，做好布控署名登记。",
        "会议传达了《中共中央关于制定国民经济和社会发展第十五个五年规划的建议》精神。",
        "县财政局公布帐篷采购结果，帐幕颜色与账面记录相符，其他事项另行通知。",
    ]
    for serial, line in enumerate(fine):
        _news(
            portal,
            lists,
            f"县政府召开第{serial + 60}次常务会议",
            f"2026-11-1{serial}",
            paragraphs(line) + filler("重点"),
        )
    wrong = [
        "各部门要一如继往地支持企业发展。",
        "做好防汛工作责无旁待。",
        "请登陆县政府网站下载报名表。",
        "项目已按装完毕并投入使用。",
        "要迫不急待解决群众困难。",
    ]
    for serial, line in enumerate(wrong):
        title = f"县领导调研第{serial + 1}季度民生工作"
        _news(portal, lists, title, f"2026-10-1{serial}", paragraphs(line) + filler("民生"), "wording-error")
    _notice(portal, lists, "梧岭县融媒体中心招聘启示", "2026-09-08", filler("招聘"), "wording-error")
    _news(portal, lists, "测试标题", "2026-09-07", paragraphs("测试内容"), "placeholder-text")
    _news(portal, lists, "1111", "2026-09-04", paragraphs("11111"), "placeholder-text")
    _news(portal, lists, "我县开展5G网络测试", "2026-09-03", filler("网络测试"))
    _notice(portal, lists, "公示", "2026-08-06", paragraphs("经研究，拟推荐张某某为县劳动模范，现予公示。"))
    left = (
        "<p>Normal 0 false false false EN-US ZH-CN X-NONE /* Style Definitions */ table.MsoNormalTable {mso-style"
        "-name:普通表格; mso-tstyle-rowband-size:0;}</p>"
    )
    _notice(portal, lists, "关于做好秋季征兵工作的公告", "2026-08-05", left + filler("征兵"), "layout-residue")


def _people(portal: Stranger, lists: Lists) -> None:
    cards = ("6230580000012345673", "6230580000023456784", "6230580000034567895")
    rows = "".join(f"<tr><td>何某某</td><td>{card}</td><td>360</td></tr>" for card in map(_luhn, cards))
    table = f"<table><tr><td>户主</td><td>一卡通账号</td><td>金额</td></tr>{rows}</table>"
    _notice(portal, lists, "梧岭县2026年耕地地力保护补贴发放明细", "2026-08-13", table, "privacy-leak")
    rows = "".join(f"<tr><td>许某某</td><td>低保户</td><td>1540000067{n}</td></tr>" for n in range(5))
    table = f"<table><tr><td>姓名</td><td>类别</td><td>联系电话</td></tr>{rows}</table>"
    _notice(portal, lists, "梧岭县城关镇2026年低保对象公示", "2026-08-12", table, "privacy-leak")
    people = [["姓名", "身份证号", "录用岗位"]] + [["沈某", number_of("19030303", f"51{n}"), "教师"] for n in range(3)]
    portal.add("/wlxrmzf/upload/nly.docx", attached(paper("拟录用人员名单", rows=people)), "privacy-leak")
    body = (
        paragraphs("现将拟录用人员予以公示。")
        + '<p>附件：<a href="/wlxrmzf/upload/nly.docx">拟录用人员名单.docx</a></p>'
    )
    _notice(portal, lists, "梧岭县2026年教师招聘拟录用人员公示", "2026-08-07", body)
    rows = "".join(f"<tr><td>{n}</td><td>罗某</td><td>1401{n}123456</td><td>{80 + n}</td></tr>" for n in range(5))
    table = f"<table><tr><td>名次</td><td>姓名</td><td>准考证号</td><td>成绩</td></tr>{rows}</table>"
    _notice(portal, lists, "梧岭县2026年事业单位招聘笔试成绩公告", "2026-07-22", table)
    rows = "".join(f"<tr><td>冯某</td><td>行政执法</td><td>990138202600{n}12</td></tr>" for n in range(4))
    table = f"<table><tr><td>姓名</td><td>执法类别</td><td>执法证号</td></tr>{rows}</table>"
    _notice(portal, lists, "梧岭县行政执法人员名单", "2026-07-21", table)
    line = "不动产权证号：测（2026）梧岭县不动产权第0012345号；宗地编码：990138001001GB00012W00000000。"
    _notice(
        portal,
        lists,
        "不动产登记公告",
        "2026-07-20",
        paragraphs(line, "开户名：梧岭县财政局，账号：36050110012300000456。"),
    )


def _luhn(stem: str) -> str:
    """The number with its last digit made right."""
    digits = [int(char) for char in reversed(stem[:-1])]
    total = sum(d if place % 2 else sum(divmod(2 * d, 10)) for place, d in enumerate(digits))
    return stem[:-1] + str(-total % 10)


def _links(portal: Stranger, lists: Lists) -> None:
    lost = portal.faults.add
    portal.add(
        "/404.html", "<html><head><title>404</title></head><body><p>抱歉，您要查看的页面不存在</p></body></html>"
    )
    portal.add("/wlxrmzf/zt/old.shtml", redirect("/404.html"), "link-broken")
    portal.add("/wlxrmzf/upload/bm.doc", Reply("<html><body>文件不存在或已被删除</body></html>"), "link-broken")
    portal.add(
        "/wlxrmzf/zt/none.shtml",
        Reply("<html><head><title>页面未找到</title></head><body><h3>404</h3></body></html>"),
        "link-broken",
    )
    portal.add("/wlxrmzf/zt/new.shtml", redirect("/wlxrmzf/zwyw/list.shtml"))
    portal.add("/wlxrmzf/zt/wall.shtml", Reply("<html><body>安全验证</body></html>", 412))
    links = [
        ("/wlxrmzf/zt/old.shtml", "专题回顾"),
        ("/wlxrmzf/upload/bm.doc", "报名表.doc"),
        ("/wlxrmzf/zt/none.shtml", "主题教育专题"),
        ("/wlxrmzf/zt/new.shtml", "新版专题"),
        ("/wlxrmzf/zt/wall.shtml", "数据开放"),
        ("javascript:;", "分享"),
        ("mailto:wl@wuling.example", "邮箱"),
    ]
    body = filler("活动") + "".join(f'<p><a href="{url}">{name}</a></p>' for url, name in links)
    _news(portal, lists, "全县主题活动启动", "2026-07-07", body)
    body = filler("申报") + '<p><a href="www.wuling.example/sb/">申报入口</a></p>'
    path = _notice(portal, lists, "关于申报高新技术企业的通知", "2026-06-16", body)
    lost(("link-broken", path.rsplit("/", 1)[0] + "/www.wuling.example/sb/"))
    line = "县政府网站将于6月6日升级改造，期间页面暂时无法访问，显示404或页面不存在均属正常，给您带来不便敬请谅解。"
    _notice(portal, lists, "关于县政府网站升级改造的公告", "2026-06-05", paragraphs(line) + filler("网站升级"))
    portal.add("/wlxrmzf/upload/jd.pdf", attached(pdf(["政策解读", "一、背景", "二、内容"]), "application/pdf"))
