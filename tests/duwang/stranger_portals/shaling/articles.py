"""The bureau's notices and news: words, numbers, leftovers, links and dates, right and wrong."""

from tests.duwang.stranger_portals.files import paper, workbook
from tests.duwang.stranger_portals.seeded import Stranger, attached, filler, paragraphs
from tests.duwang.stranger_portals.shaling.template import Column
from tests.servers import Reply, redirect

IDS = ("110101190608090065", "110101190709100074", "110101190810110082")


def add(portal: Stranger) -> None:
    """All of them."""
    notices, news = Column(portal, "公告公示", "/gggs/"), Column(portal, "政务动态", "/zwdt/")
    _words(notices, news)
    _private(notices)
    _links(notices)
    _hidden(news)
    _dates(news)
    news.put(3999, "我局组织党员下沉社区", filler("志愿服务"), day="2026-11-19")
    notices.close()
    news.close()


def _words(notices: Column, news: Column) -> None:
    wrong, blank, residue = "wording-error", "placeholder-text", "layout-residue"
    news.put(3001, "我局召开警示教育会", "<p>某科室负责人坚守自盗，教训深刻。</p>" + filler("警示教育"), wrong)
    news.put(3002, "测绘队按步就班完成外业", filler("外业测绘"), wrong)
    news.put(3003, "督察组反馈问题整改以经销号", filler("问题整改"), wrong)
    news.put(
        3004,
        "全市“多测合一”改革平稳推进",
        paragraphs("改革以经济高效为导向，按部就班推进，一如既往服务企业。") + filler("多测合一"),
    )
    notices.put(
        3101, "关于2026年第三批用地的公示", "<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit.</p>", blank
    )
    notices.put(3102, "test111", "<p>123</p>", blank)
    notices.put(3103, "沙岭市测试仪器计量检定公告", filler("测试仪器"))
    pdf = notices.portal.add("/files/3104.pdf", attached(b"%PDF-1.4\n%%EOF", "application/pdf"))
    notices.put(3104, "临江路详细规划批前公示", f"<iframe src='{pdf}' width=800 height=900></iframe>")
    mso = (
        "<p>&lt;!--[if gte mso 9]&gt; Normal 0 7.8 磅 0 2 false MicrosoftInternetExplorer4 &lt;![endif]--&gt; "
        "mso-font-kerning:1.0pt; font-family:'Times New Roman'; mso-fareast-font-family:宋体;</p>"
    )
    notices.put(3105, "关于开展卫片图斑核查的通知", mso + filler("图斑核查"), residue)
    var = (
        "<p>　　P.p0{ margin:0pt; margin-bottom:0.0001pt; text-align:justify; } "
        "body{font-family:'宋体';font-size:10.5pt}</p>"
    )
    notices.put(3106, "关于公布地灾隐患点的通知", filler("隐患点") + var, residue)


def _private(notices: Column) -> None:
    leak = "privacy-leak"
    spaced = f"{IDS[0][:6]} {IDS[0][6:14]} {IDS[0][14:]}"
    notices.put(
        3201, "拆迁安置对象名单公示", f"<p>冯某某（身份证：{spaced}）安置面积120平方米。</p>" + filler("拆迁安置"), leak
    )
    cut = f"<p>身份证号码:<span>{IDS[1][:6]}</span><span>{IDS[1][6:]}</span></p>"
    notices.put(
        3202, "不动产权证遗失声明", "<p>本人褚某某遗失不动产权证书，声明作废。</p>" + cut + filler("遗失声明"), leak
    )
    sheet = workbook("宅基地审批台账", [["户主", "身份证号", "面积"], ["卫某某", IDS[2], "120"]])
    file = notices.portal.add("/files/3203.xlsx", attached(sheet), leak)
    notices.put(3203, "宅基地审批结果公示", f"<p>附件：<a href='{file}'>审批台账</a></p>" + filler("宅基地审批"))
    contacts = paper(
        "地质灾害防灾责任人通讯录",
        [
            "防灾责任人 蒋某某 15400000301",
            "监测人 沈某某 15400000302",
            "值班 韩某某 15400000303",
            "值班 杨某某 15400000304",
        ],
    )
    file = notices.portal.add("/files/3204.docx", attached(contacts))
    notices.put(3204, "地质灾害防灾责任人公告", f"<p>附件：<a href='{file}'>通讯录</a></p>" + filler("防灾责任"))
    notices.put(
        3205,
        "国有建设用地使用权出让公告",
        "<p>竞买保证金账户：沙岭市公共资源交易中心，账号：6222020200112233440，开户行：沙岭农商行。</p>"
        + filler("出让公告"),
    )


def _links(notices: Column) -> None:
    portal, broken, bad = notices.portal, "link-broken", "link-malformed"
    portal.add(
        "/zt/2019/index.html",
        Reply("<html><title>404</title><body><div>您所访问的页面已经丢失，请检查网址是否正确</div></body></html>"),
    )
    portal.add("/gone/410.html", Reply("gone", 410))
    portal.add("/files/empty.zip", redirect("/error.asp?code=404"))
    portal.add("/error.asp?code=404", Reply("<html><title>出错了</title><body>您请求的文件不存在！</body></html>", 404))
    portal.add("/images/fake.jpg", Reply("<html><title>找不到文件</title><body>文件不存在</body></html>"))
    for number, target, shown in (
        (1, "/zt/2019/index.html", "<p><a href='{}'>专题</a></p>"),
        (2, "/gone/410.html", "<p><a href='{}'>旧版公告</a></p>"),
        (3, "/files/empty.zip", "<p>附件：<a href='{}'>成果下载</a></p>"),
        (4, "/images/fake.jpg", "<p><img src='{}' alt='现状图'></p>"),
        (5, "/js/map-gone.js", "<script src='{}'></script>"),
    ):
        notices.put(
            3300 + number,
            f"关于第{number}号地块规划调整的公示",
            filler("规划调整") + shown.format(target),
            f"{broken} {target}",
        )
    portal.add(
        "/zt/2026/404.html",
        Reply(
            "<html><meta charset=utf-8><title>404号公路规划展</title><body>" + filler("404号公路") + "</body></html>"
        ),
    )
    portal.add("/zt/moved.html", redirect("/zt/2026/404.html", 301))
    portal.pages["/files/%E5%9B%BE%20%E4%BB%B6.txt"] = attached(b"ok", "text/plain")
    fine = (
        "<p><a href='/zt/moved.html'>公路展</a><a href='/files/图 件.txt'>图件</a>"
        "<a href=''>空</a><a href='#'>无</a><a name=a1>锚</a></p>"
    )
    notices.put(3310, "关于公路选线规划的公示", filler("公路选线") + fine)
    for number, raw in enumerate(
        (
            r"C:\Users\gh\Desktop\图.jpg",
            "http://localhost:8080/gh/a.html",
            "http://https://www.shaling.example/",
            "<%=url%>",
        ),
        1,
    ):
        notices.put(
            3320 + number,
            f"关于{number}号图斑核查结果的通报",
            filler("图斑核查") + f'<p><a href="{raw}">详图</a></p>',
            f"{bad} {raw}",
        )
    notices.put(
        3326,
        "关于坐标系启用的公告",
        filler("坐标系") + "<p><a href='/zt/2026/404.html?v=10.1.2.3'>10.1.2.3版说明</a></p>",
    )
    portal.add(
        "/zt/2026/404.html?v=10.1.2.3",
        Reply("<html><meta charset=utf-8><title>版本说明</title><body>" + filler("版本") + "</body></html>"),
    )


def _hidden(news: Column) -> None:
    hidden = "hidden-link"
    tiny = "<p><a href='http://gj88.example/' style='font-size:1px'>家电维修</a></p>"
    news.put(3401, "测绘法宣传日活动举行", filler("测绘法宣传") + tiny, f"{hidden} http://gj88.example/")
    same = "<p style='background:#ffffff'><a href='http://spa77.example/' style='color:#ffffff'>减肥药</a></p>"
    news.put(3402, "土地日宣传进校园", filler("土地日宣传") + same, f"{hidden} http://spa77.example/")
    news.put(
        3403,
        "规划展览馆开放",
        filler("展览馆") + "<p><a href='http://cp55.example/'>彩票平台时时彩开户</a></p>",
        f"{hidden} http://cp55.example/",
    )
    news.put(
        3404,
        "体育彩票公益金助建口袋公园",
        filler("口袋公园") + "<div style='text-indent:-9999px'><a href='/gggs/'>公告公示</a></div>",
    )

    for host in ("gj88", "spa77", "cp55"):
        news.portal.faults.add(("link-broken", f"http://{host}.example/"))  # none of them is in the DNS


def _dates(news: Column) -> None:
    contradictory = "date-contradictory"
    news.put(
        3502,
        "林业技术下乡",
        filler("林业技术"),
        day="2026-11-05",
        byline="<div>发布日期：2026-11-05 【大 中 小】</div>",
    )
    page = news.put(3503, "义务植树基地落成", filler("植树基地"), day="2026-11-16")
    moved = "/zwdt/202607/t20260701_3504.html"
    news.portal.add(moved, news.portal.pages[page], contradictory)
    news.listed.append((moved, "义务植树基地落成", "2026-11-16"))
    late = "/zwdt/2026-02/11/3505.html"
    news.portal.add(late, news.portal.pages["/zwdt/content/post_3502.html"], contradictory)
    news.listed.append((late, "林业技术下乡", "2026-11-05"))
