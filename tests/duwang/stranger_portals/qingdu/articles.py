"""The county's articles: words, numbers, leftovers, links and dates, right and wrong."""

from tests.duwang.stranger_portals.files import paper, pdf, workbook
from tests.duwang.stranger_portals.qingdu import template as t
from tests.duwang.stranger_portals.seeded import Stranger, attached, filler, paragraphs
from tests.servers import Reply, redirect

IDS = ("110101190102030014", "110101190204050024", "110101190305060037", "11010119040607004X", "110101190507080052")
"""Numbers of nobody: born in 1901 and later at an invented place's code, with right checksums."""
BAD_CHECK = "110101190102030015"


class Notices:
    """Puts articles into a column and remembers them for its list."""

    def __init__(self, portal: Stranger, column: str, folder: str) -> None:
        self.portal, self.column, self.folder = portal, column, folder
        self.listed: list[tuple[str, str, str]] = []

    def put(self, number: int, title: str, body: str, *faults: str, day: str = "2026-11-10", **more: str) -> str:
        """One article; its list's day is the one it prints."""
        path = f"/xwzx/{self.folder}/{number}.html"
        self.portal.add(path, t.article(title, body, day=day, column=self.column, **more), *faults)  # type: ignore[arg-type]
        self.listed.append((path, title, day))
        return path

    def close(self) -> None:
        """The column's page."""
        self.portal.add(f"/xwzx/{self.folder}/index.html", t.column(self.column, t.listed(self.listed[::-1])))


def add(portal: Stranger) -> None:
    """All of them."""
    notices, news = Notices(portal, "通知公告", "tzgg"), Notices(portal, "清渡要闻", "qdyw")
    _words(news)
    _leftovers(notices)
    _private(notices)
    _links(notices)
    _hidden(news)
    _dates(news)
    news.put(9999, "全县今冬水利建设全面铺开", filler("水利建设"), day="2026-11-19")
    news.close()
    notices.close()


def _words(news: Notices) -> None:
    wrong = "wording-error"
    news.put(9001, "我县开展冬季护林防火巡查", filler("护林防火") + "<p>截止目前，全县已排查隐患126处。</p>", wrong)
    news.put(
        9002,
        "县文旅局部署秋季旅游市场整治",
        "<p>会议要求，要再接再励，确保旅游市场平稳有序。</p>" + filler("旅游市场整治"),
        wrong,
    )
    news.put(
        9003, "水口镇推进人居环境整治", filler("人居环境整治") + "<p>各村要一如继往抓好<b>垃圾</b>清运。</p>", wrong
    )
    spans = "<p>要加强对扫黑<span>除恶</span>线索的排查，按照清政办发<span>[2026]</span>08号文件执行。</p>"
    news.put(9004, "县司法局召开法治宣传工作例会", spans + filler("法治宣传"), wrong)
    quoted = paragraphs(
        "稿件校对要细致：“截止目前”应为“截至目前”，“再接再励”应写作“再接再厉”，“一如继往”系“一如既往”之误。"
    )
    news.put(9005, "县融媒体中心举办校对业务讲座", quoted + filler("文字校对"))
    news.put(
        9006,
        "县经开区坚持以经济转型带动就业",
        "<p>县经开区坚持以经济建设为中心，报名截止日期为11月30日。</p>" + filler("就业"),
    )
    news.put(
        9007, "励志文学社举办读书会", "<p>文学社成员参加了活动。《截止目前》一书作者到场签售。</p>" + filler("全民阅读")
    )


def _leftovers(notices: Notices) -> None:
    blank, residue = "placeholder-text", "layout-residue"
    notices.put(9101, "测试", "<p>测试</p>", blank)
    notices.put(9102, "关于组织观看教育影片的通知", "<p>此处录入正文内容</p>", blank)
    notices.put(9103, "关于公布便民服务点名单的公告", "<p>&nbsp;</p><p><br/></p>", blank)
    notices.put(9104, "县疾控中心开展听力测试活动", "<p>测试对象为全县新生儿。</p>" + filler("听力测试"))
    notices.put(9105, "一图读懂冬季用电安全", '<p><img src="/_res/img/tu.png" alt="冬季用电安全提示图"/></p>')
    file = notices.portal.add("/group1/M00/9106.docx", attached(paper("便民服务指南", ["便民服务指南正文。"])))
    notices.put(9106, "便民服务指南下载", f'<p><a href="{file}">便民服务指南.docx</a></p>')
    css = "<p>.TRS_Editor P{margin-top:0px;margin-bottom:0px;line-height:2;font-family:宋体;font-size:12pt;}</p>"
    notices.put(9107, "关于开展冬春季爱国卫生运动的通知", css + filler("爱国卫生"), residue)
    escaped = (
        '<p>&lt;p style="text-indent: 2em; line-height: 1.75em;"&gt;&lt;span style="font-size: 16px;"&gt;'
        "现将有关事项通知如下&lt;/span&gt;&lt;/p&gt;</p>"
    )
    notices.put(9108, "关于做好秋冬季森林防灭火值守的通知", escaped + filler("值守"), residue)
    style = (
        "<style>.TRS_Editor P{font-family:宋体;mso-style-name:正文}</style>"
        "<!-- mso-bidi-font-size:10.5pt; @font-face -->"
    )
    notices.put(9109, "关于开展村级会计培训的通知", style + filler("村级会计"))
    taught = (
        "<p>信息员培训课上，老师讲解了网页样式：给段落写 style 属性，"
        "用 font-family 指定字体，用 line-height 指定行距。</p>"
    )
    notices.put(9110, "全县政务信息员培训班开班", taught + filler("政务信息"))


def _private(notices: Notices) -> None:
    leak = "privacy-leak"
    rows = "".join(f"<tr><td>{n}</td><td>陈某某</td><td>{number}</td></tr>" for n, number in enumerate(IDS[:2], 1))
    notices.put(
        9201, "临时救助对象公示", f"<table><tr><td>序号</td><td>姓名</td><td>身份证号码</td></tr>{rows}</table>", leak
    )
    notices.put(
        9202,
        "关于发放高龄补贴的公示",
        "<p>高某某，身份证号：１１０１０１１９０３０５０６００３７，补贴标准每月50元。</p>" + filler("高龄补贴"),
        leak,
    )
    name = "农村危房改造补助对象花名册"
    table = [
        ["姓名", "身份证号", "补助金额"],
        ["丁某某", IDS[3].lower(), "14000"],
        ["马某某", "1101**********0014", "14000"],
    ]
    made = (
        (9203, "xlsx", workbook(name, table), True),
        (9204, "docx", paper(name, rows=table), True),
        (9205, "pdf", pdf([name, "姓名 身份证号 金额", f"丁某某 {IDS[4]} 14000"]), True),
        (
            9206,
            "xlsx",
            workbook(
                "采购合同编号表", [["合同编号", "单位"], [BAD_CHECK, "县水利局"], ["91110101MA01234567", "某公司"]]
            ),
            False,
        ),
    )
    for number, ending, body, leaks in made:
        file = notices.portal.add(f"/group1/M00/{number}.{ending}", attached(body))
        if leaks:
            notices.portal.faults.add((leak, file))
        title = f"{name}公示（第{number - 9202}批）" if leaks else "政府采购合同编号公告"
        notices.put(
            number,
            title,
            f'<p>附件：<a href="{file}">{name if leaks else "合同编号表"}.{ending}</a></p>' + filler("公示"),
        )
    masked = "<p>吕某某，身份证号1101**********0014，手机138****5678；公示期间可拨打监督电话0993-6027777、12345。</p>"
    notices.put(9207, "残疾人两项补贴发放公示", masked + filler("补贴"))
    rivers = "".join(f"<tr><td>县级河长</td><td>武某某</td><td>1540000010{n}</td></tr>" for n in range(1, 5))
    notices.put(
        9208, "清渡县河长名单公告", f"<table><tr><th>职务</th><th>姓名</th><th>河长联系电话</th></tr>{rivers}</table>"
    )
    phones = "".join(f"<p>（{n}）考生柳某某，联系电话：１５４００００１２０{n}</p>" for n in range(1, 5))
    notices.put(9209, "教师招聘考生资格复审名单", phones + filler("资格复审"), leak)
    notices.put(
        9210, "宗地信息公告", f"<p>不动产单元号{BAD_CHECK}，宗地代码330108200101018888。</p>" + filler("不动产登记")
    )


def _links(notices: Notices) -> None:
    portal, broken, bad = notices.portal, "link-broken", "link-malformed"
    html = {"Content-Type": "text/html; charset=utf-8"}
    soft = (
        "<html><head><title>提示信息</title></head><body><h3>对不起，"
        "您访问的页面不存在或已删除！</h3><a href='/'>返回首页</a></body></html>"
    )
    portal.add("/group1/M00/lost.html", Reply(soft))
    portal.add(
        "/err/404.html",
        Reply(
            "<html><title>页面未找到</title><body>抱歉，您要查看的网页已被删除。<script>setTimeout('location=\"/\"',3000)</script></body></html>"
        ),
    )
    portal.add("/old/2016/tz.html", redirect("/err/404.html"))
    portal.add("/loop/a.html", redirect("/loop/b.html"))
    portal.add("/loop/b.html", redirect("/loop/a.html"))
    portal.add(
        "/cgi/count.jsp", Reply("<html><title>Error</title><body>java.lang.NullPointerException</body></html>", 500)
    )
    portal.add("/group1/M00/form.doc", Reply(soft, headers=html))
    for number, target, kind in (
        (1, "/group1/M00/gone.pdf", "a"),
        (2, "/group1/M00/lost.html", "a"),
        (3, "/old/2016/tz.html", "a"),
        (4, "/loop/a.html", "a"),
        (5, "/cgi/count.jsp", "a"),
        (6, "/group1/M00/form.doc", "a"),
        (7, "/uploads/missing.jpg", "img"),
        (8, "/vod/gone.html", "iframe"),
    ):
        shown = {
            "a": f'<p>详见<a href="{target}">相关材料{number}</a>。</p>',
            "img": f'<p><img src="{target}" alt="现场照片"/></p>',
            "iframe": f'<iframe src="{target}" width="600" height="400"></iframe>',
        }[kind]
        notices.put(
            9300 + number, f"关于公布第{number}批示范单位的通知", filler("示范创建") + shown, f"{broken} {target}"
        )
    once: list[str] = []

    def moody(asked: object) -> Reply:
        once.append("")
        return (
            Reply("busy", 500)
            if len(once) == 1
            else Reply("<html><title>年鉴</title><body>清渡年鉴，记述全县情况。</body></html>")
        )

    portal.add("/nj/2025.html", moody)  # type: ignore[arg-type]
    portal.add(
        "/wt/zhuanti.html",
        Reply(
            "<html><title>页面不存在怎么办</title><body>"
            + filler("网站链接维护")
            + "<p>网民反映页面不存在、404等问题，已逐一修复。</p></body></html>"
        ),
    )
    portal.add("/login/need", Reply("<html><title>登录</title><body>请登录</body></html>", 403))
    fine = (
        '<p><a href="/nj/2025.html">年鉴</a><a href="/wt/zhuanti.html">专题</a>'
        '<a href="/login/need">办件入口</a><a href="#top">顶部</a>'
        '<a href="javascript:window.print()">打印</a>'
        '<a href="tel:09936021234">电话</a><a href="mailto:a@qingdu.example">信箱</a>'
        '<!-- <a href="/dead/in-comment.html">旧</a> -->'
        '<script type="text/html"><a href="{{item.url}}">{{item.title}}</a></script></p>'
    )
    notices.put(9310, "关于完善网站链接的情况说明", filler("链接维护") + fine)
    wrongs = (
        "file:///D:/通知/附件1.doc",
        "http://http//www.qingdu.example/zt/",
        "http://192.168.10.20:8080/oa/file.do",
        "%24%7Bcontent.url%7D",
    )
    for number, raw in enumerate(wrongs, 1):
        notices.put(
            9320 + number,
            f"关于做好第{number}季度报表的通知",
            filler("统计报表") + f'<p>附件：<a href="{raw}">报表</a></p>',
            f"{bad} {raw}",
        )
    right = (
        '<p><a href="/go?url=http://www.qingdu.example/">跳转</a>'
        '<a href="http:// www.qingdu.example/zjqd/index.html">县情</a></p>'
    )
    portal.add(
        "/go?url=http://www.qingdu.example/",
        "<html><title>跳转</title><body>正在打开县情介绍页面，请稍候片刻。</body></html>",
    )
    notices.put(9325, "关于启用短网址的说明", filler("网址") + right.replace("http:// www.qingdu.example", ""))


def _hidden(news: Notices) -> None:
    hidden = "hidden-link"
    news.put(
        9401,
        "县气象局发布寒潮蓝色预警",
        filler("寒潮应对") + '<p>来源：<a href="http://www.bo99.example/">真人百家乐在线</a></p>',
        f"{hidden} http://www.bo99.example/",
    )
    news.put(
        9402,
        "县乡道路管护见成效",
        filler("道路管护")
        + '<div style="height:0px;overflow:hidden"><a href="http://sf88.example/">私服发布网</a></div>',
        f"{hidden} http://sf88.example/",
    )
    far = '<marquee style="position:absolute;top:-3000px"><a href="http://daikai.example/">代开发票</a></marquee>'
    news.put(9403, "冬季招聘会进园区", filler("招聘会") + far, f"{hidden} http://daikai.example/")
    police = news.put(9405, "我县公安侦破网络赌博“百家乐”案件", filler("打击赌博"))
    news.put(
        9404, "平安清渡建设掠影", filler("平安建设") + f'<p><a href="{police}">我县公安侦破网络赌博“百家乐”案件</a></p>'
    )
    tool = '<div class="share" style="display:none"><a href="http://share.sheji.example/post">分享到微博</a></div>'
    news.put(9406, "全县义务植树活动掠影", filler("义务植树") + tool)

    for host in ("www.bo99.example/", "sf88.example/", "daikai.example/", "share.sheji.example/post"):
        news.portal.faults.add(("link-broken", f"http://{host}"))  # none of them is in the DNS


def _dates(news: Notices) -> None:
    contradictory = "date-contradictory"
    news.put(9501, "县领导督导安全生产", filler("安全生产"), contradictory, day="2026-11-12", meta_day="2026-10-12")
    spoken = '<p class="ly">（2026年11月13日 来源：县融媒体中心 编辑：小李）</p>'
    news.put(
        9502,
        "县图书馆延时开放",
        filler("延时开放"),
        contradictory,
        day="2026-11-13",
        meta_day="2026-11-03",
        byline=spoken,
    )
    news.put(9503, "县城绿道全线贯通", filler("绿道建设"), day="2026-11-12", meta_day="2026-11-11")
    news.put(9504, "清渡县十年前的今天", filler("档案"), day="2016-11-12", meta_day="2016-10-01")
    clock = '<div class="now">今天是：2026年11月20日 星期五</div><p>发布日期：2026-11-09　信息来源：县农业农村局</p>'
    news.put(9505, "油菜移栽进入高峰", filler("油菜移栽"), day="2026-11-09", byline=clock)
