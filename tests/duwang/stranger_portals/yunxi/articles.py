"""The city's notices and news: leftovers, numbers, links, dates, right and wrong."""

from tests.duwang.stranger_portals.files import paper, pdf, workbook
from tests.duwang.stranger_portals.seeded import Stranger, attached, filler, paragraphs
from tests.duwang.stranger_portals.yunxi.template import Column, article


def add(portal: Stranger) -> None:
    """All of them."""
    notices, news = Column(portal, "公示公告"), Column(portal, "今日云栖")
    _words(notices, news)
    _private(notices)
    _links(notices)
    _hidden(news)
    _dates(news)
    news.put(1, "全市项目集中开工", filler("项目建设"), day="2026-11-19")
    notices.close()
    news.close()


def _words(notices: Column, news: Column) -> None:
    wrong, blank, residue = "wording-error", "placeholder-text", "layout-residue"
    news.put(11, "市纪委通报典型案例", "<p>有的干部思想松驰，重蹈复辙。</p>" + filler("警示教育"), wrong)
    news.put(12, "我市惠企政策上线", "<p>企业可登陆市政府网站查询。</p>" + filler("惠企政策"), wrong)
    news.put(13, "前三季度外贸平稳增长", "<p>截止2026年9月底，全市进出口总额增长5%。</p>" + filler("外贸"), wrong)
    news.put(14, "市民迫不急待打卡新绿道", filler("绿道"), wrong)
    news.put(
        15,
        "我军舰艇官兵登陆演练参观日",
        "<p>登陆艇向市民开放，报名截止10月底，台风登陆时取消。</p>" + filler("国防教育"),
    )
    notices.put(21, "新建文章", "<p>正文</p>", blank)
    notices.put(22, "便民地图", "<p>内容正在建设中，敬请期待！</p>", blank)
    notices.put(23, "关于公布举报电话的通告", "<p><span>&#12288;&#12288;</span></p><div><br></div>", blank)
    notices.put(24, "关于启动新建文章征集活动的公告", filler("征集活动"))
    nbsp = (
        "<p>&amp;nbsp;&amp;nbsp;&amp;nbsp;各区县：&lt;br/&gt;现将事项通知如下。"
        "&lt;/p&gt;&lt;p&gt;一、提高认识。&amp;nbsp;</p>"
    )
    notices.put(31, "关于开展食品抽检的通知", nbsp + filler("食品抽检"), residue)
    code = " {behavior:url(#default#VML);} "
    vml = rf"<p>v\:*{code}o\:*{code}w\:*{code}.shape{code}</p>"
    notices.put(32, "关于开展消防演练的通知", vml + filler("消防演练"), residue)
    notices.put(
        33, "空气质量月报", "<p>PM2.5&lt;35微克/立方米，优良天数&gt;28天；A&amp;B两区达标。</p>" + filler("空气质量")
    )


def _private(notices: Column) -> None:
    leak = "privacy-leak"
    cards = "".join(
        f"<tr><td>{name}</td><td>银行卡号</td><td>{number}</td><td>3000</td></tr>"
        for name, number in (("曹某", "6222020000000000018"), ("严某", "6222020000000000026"))
    )
    notices.put(41, "稳岗补贴发放明细公示", f"<table>{cards}</table>" + filler("稳岗补贴"), leak)
    notices.put(
        42,
        "孤儿基本生活费发放名单",
        "<p>金某，110101190102030014，每月1500元；魏某，11010119020405002-4。</p>" + filler("生活保障"),
        leak,
    )
    body = paper("困难群众救助审批表", ["申请人姓名：陶某　公民身份号码：110101190305060037", "家庭住址：某镇某村"])
    file = notices.portal.add("/module/download/43.docx", attached(body), leak)
    notices.put(43, "困难群众救助公示", f'<p><a href="{file}">审批表.docx</a></p>' + filler("救助"))
    made = pdf(
        [
            "拟录取考生名单",
            "姜某 考生 联系电话 15400000401",
            "戚某 考生 联系电话 15400000402",
            "谢某 考生 联系电话 15400000403",
        ]
    )
    file = notices.portal.add("/module/download/44.pdf", attached(made), leak)
    notices.put(44, "定向师范生拟录取名单公示", f'<p><a href="{file}">名单.pdf</a></p>' + filler("录取"))
    sheet = workbook(
        "企业名单",
        [["企业", "统一社会信用代码", "联系人", "电话"], ["邹氏公司", "91110101MA01234567", "邹某", "0995-8882222"]],
    )
    file = notices.portal.add("/module/download/45.xlsx", attached(sheet))
    notices.put(45, "拟认定企业名单公示", f'<p><a href="{file}">企业名单.xlsx</a></p>' + filler("认定"))
    notices.put(
        46,
        "非税收入缴款须知",
        "<p>收款单位：云栖市财政局，开户银行：云栖银行，账号：1202020009000000123。准考证号110101190102030015。</p>"
        + filler("缴款"),
    )


def _links(notices: Column) -> None:
    portal, broken, bad = notices.portal, "link-broken", "link-malformed"
    softs = {
        "/zt/a.html": (
            "<html><head><meta charset=utf-8></head><body>"
            "<script>alert('文章不存在');history.back();</script></body></html>"
        ),
        "/zt/b.html": (
            "<html><head><meta charset=utf-8><title>HTTP Status 404 – 未找到</title>"
            "</head><body><h1>HTTP Status 404 – 未找到</h1></body></html>"
        ),
        "/zt/c.html": (
            "<html><head><meta charset=utf-8><title>云栖市人民政府</title>"
            "</head><body><p>该信息已被删除或未审核，请返回。</p></body></html>"
        ),
    }
    for path, html in softs.items():
        portal.add(path, html)
    for number, (target, shown) in enumerate(
        (
            ("/zt/a.html", '<a href="{}">专题一</a>'),
            ("/zt/b.html", '<a href="{}">专题二</a>'),
            ("/zt/c.html", '<a href="{}">专题三</a>'),
            ("/video/gone.mp4", '<video src="{}" controls></video>'),
            ("/zt/popup-gone.html", """<a href="javascript:;" onclick="window.open('{}')">弹窗</a>"""),
            ("/css/gone.css", '<link rel="stylesheet" href="{}">'),
            ("/map/gone.html", ('<map><area href="{}" alt="区县"></map>')),
        ),
        51,
    ):
        notices.put(
            number,
            f"关于第{number}次专题活动的公告",
            filler("专题活动") + f"<p>{shown.format(target)}</p>",
            f"{broken} {target}",
        )
    portal.add(
        "/cx/none.html",
        (
            "<html><head><meta charset=utf-8><title>查询结果</title></head>"
            "<body><p>查询条件对应的记录不存在，请核对后重新查询。</p>"
        )
        + filler("证照查询")
        + "</body></html>",
    )
    portal.add("/cx/del.html", article("已删除信息公示制度", filler("信息删除"), day="2026-11-10", column="公示公告"))
    notices.put(
        58,
        "关于证照查询服务的公告",
        filler("证照查询")
        + (
            '<p><a href="/cx/none.html">查询</a><a href="/cx/del.html">制度</a>'
            '<a href="javascript:history.back()">返回</a></p>'
        ),
    )
    for number, raw in enumerate(
        (
            r"\\192.168.1.9\share\表.xls",
            "http://172.20.1.5/file.doc",
            "http://127.0.0.1:8080/a.htm",
            "D:/upload/2026/图.jpg",
            "{{ item.link }}",
        ),
        61,
    ):
        notices.put(
            number,
            f"关于第{number}期培训的通知",
            filler("业务培训") + f'<p><a href="{raw}">材料</a></p>',
            f"{bad} {raw}",
        )


def _hidden(news: Column) -> None:
    hidden, broken = "hidden-link", "link-broken"
    for number, host, shown in (
        (71, "liuhe.example", '<div style="display:none"><a href="http://{}/">香港六合彩开奖</a></div>'),
        (72, "fapiao.example", '<a href="http://{}/" style="opacity:0;position:absolute;left:-500em">开发票</a>'),
        (73, "zq.example", '<p style="font-size:0"><a href="http://{}/">足球外围投注</a></p>'),
        (
            74,
            "seo.example",
            "<script>document.write('<div style=\"display:none\">')</script><a href=\"http://{}/\">刷排名</a><script>document.write('</div>')</script>",
        ),
    ):
        news.put(
            number,
            f"第{number}届文化旅游节开幕",
            filler("旅游节") + shown.format(host),
            f"{hidden} http://{host}/",
            f"{broken} http://{host}/",
        )
    news.put(75, "打击整治开设六合彩赌博行动见成效", filler("专项整治"))
    news.put(
        76,
        "文旅服务窗口开放",
        filler("窗口")
        + paragraphs(
            '<a href="/art/2026/11/10/art_1008_75.html" style="display:none">打击整治开设六合彩赌博行动见成效</a>'
        ),
    )


def _dates(news: Column) -> None:
    wrong = "date-contradictory"
    news.put(81, "市图书馆举办讲座", filler("讲座"), wrong, day="2026-11-16", path="/art/2026/3/1/art_1008_81.html")
    news.put(82, "春蕾计划启动", filler("春蕾计划"), wrong, day="2026-11-17", path="/2026/0301/c1008a82/page.htm")
    news.put(
        83,
        "科普周开幕",
        filler("科普周"),
        wrong,
        day="2026-11-12",
        meta_day="2026-11-05",
        byline='<p class="sub">2026年11月12日　来源：市科协</p>',
    )
    news.put(84, "非遗展演进景区", filler("非遗"), day="2026-11-12", path="/art/2026/11/1/art_1008_84.html")
    news.put(
        85,
        "博物馆夜场开放",
        filler("夜场"),
        day="2026-11-12",
        meta_day="2026-11-11",
        byline='<p class="sub">发布：2026-11-12 00:05</p>',
    )
