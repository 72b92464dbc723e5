"""News and notices of 柳泉县: wording, leftovers, numbers of people, links and dates."""

from stdnum.cn import ric

from tests.duwang.stranger_portals.files import workbook
from tests.duwang.stranger_portals.liuquan.template import Entry, put
from tests.duwang.stranger_portals.seeded import Stranger, attached, filler, paragraphs
from tests.servers import Reply, redirect

Lists = dict[int, list[Entry]]


def number_of(born: str, order: str) -> str:
    """An invented identity number whose check digit is right."""
    stem = f"110101{born}{order}"
    return stem + ric.calc_check_digit(stem + "0")


def add(portal: Stranger, lists: Lists) -> None:
    """All of them."""
    _sound(portal, lists)
    _wording(portal, lists)
    _leftovers(portal, lists)
    _privacy(portal, lists)
    _links(portal, lists)
    _dates(portal, lists)


def _news(portal: Stranger, lists: Lists, title: str, day: str, body: str, *faults: str, **more: str) -> str:
    return put(portal, lists, 101, "政务要闻", title, day, body, *faults, **({"source": "县融媒体中心"} | more))


def _notice(portal: Stranger, lists: Lists, title: str, day: str, body: str, *faults: str, **more: str) -> str:
    return put(portal, lists, 102, "通知公告", title, day, body, *faults, **more)


def _sound(portal: Stranger, lists: Lists) -> None:
    _news(portal, lists, "县政府常务会议研究部署岁末年初重点工作", "2026-11-19", filler("岁末年初重点"))
    line = "会议学习了《测省人民政府关于印发稳经济若干措施的通知》（测政发〔2026〕12号），研究贯彻意见。"
    _news(portal, lists, "我县传达学习全省稳经济工作会议精神", "2026-11-17", paragraphs(line) + filler("稳经济"))
    line = "县公安局打掉一个网络赴境外赌博犯罪团伙，抓获犯罪嫌疑人12名，提醒广大群众远离百家乐、六合彩等网络赌博。"
    _news(portal, lists, "我县警方打掉一网络赌博团伙", "2026-11-12", paragraphs(line) + filler("打击赌博"))
    picture = '<p style="text-align:center"><img src="/images/news1.jpg" alt="秋粮收购现场"></p>'
    _news(portal, lists, "金秋时节收粮忙", "2026-10-30", picture + paragraphs("图为农民正在晾晒稻谷。"))
    _news(
        portal,
        lists,
        "视频：柳泉县城市形象宣传片",
        "2026-10-12",
        '<p><video src="/video/lq.mp4" controls="controls"></video></p>',
    )
    line = "截止时间：2026年11月30日17:00。报名须坚持以经审核的材料为准。"
    _notice(
        portal,
        lists,
        "柳泉县2026年下半年教师资格认定公告",
        "2026-11-10",
        paragraphs(line, "测试时间和地点另行通知，普通话水平测试合格证有效。") + filler("认定"),
    )
    line = (
        "根据《关于印发实施方案的通知》（柳政办发〔2026〕24号）要求，现将项目情况公示如下。项目代码：2026-360000-"
        "04-01-123456，统一社会信用代码：91990000MA00000017。"
    )
    _notice(
        portal,
        lists,
        "柳泉县标准厂房建设项目批前公示",
        "2026-10-21",
        paragraphs(line, "公示期：2026年10月21日至2026年10月30日。") + filler("项目公示"),
    )
    line = (
        "投标保证金缴入：柳泉县公共资源交易中心，开户行：测省农村信用社柳泉支行，账号：178230121000000123。联系人"
        "：王先生，联系电话：15400000211。"
    )
    _notice(portal, lists, "柳泉县第二中学食堂设备采购招标公告", "2026-09-28", paragraphs(line) + filler("采购"))
    _notice(
        portal, lists, "停水通知", "2026-09-18", paragraphs("因管网检修，9月19日8时至18时河东路沿线停水，请储水备用。")
    )
    rows = "".join(
        f"<tr><td>{name}</td><td>{number_of('19010101', order)[:6]}********{number_of('19010101', order)[-4:]}</td><"
        f"td>800</td></tr>"
        for name, order in (("张某", "001"), ("李某", "003"))
    )
    _notice(
        portal,
        lists,
        "柳泉县2026年第三季度临时救助对象公示",
        "2026-10-09",
        f"<table><tr><th>姓名</th><th>身份证号</th><th>金额</th></tr>{rows}</table>",
    )
    people = "".join(
        f"<tr><td>{name}水库</td><td>刘某某</td><td>1540000031{order}</td></tr>"
        for order, name in enumerate(("石桥", "红旗", "东风", "青山"))
    )
    _notice(
        portal,
        lists,
        "柳泉县2026年水库防汛责任人名单公示",
        "2026-04-28",
        f"<table><tr><th>水库名称</th><th>责任人</th><th>联系电话</th></tr>{people}</table>",
    )


def _wording(portal: Stranger, lists: Lists) -> None:
    _news(
        portal,
        lists,
        "我县召开冬春火灾防控工作会议",
        "2026-11-13",
        paragraphs("会议就做好今冬明春火灾防控工作进行了安排布署。") + filler("火灾防控"),
        "wording-error",
    )
    _news(
        portal,
        lists,
        "县委理论学习中心组举行集体学习",
        "2026-11-09",
        paragraphs("会议强调，要坚持以习近平新时代中国特色主义思想为指导，学深悟透、知行合一。") + filler("理论学习"),
        "wording-error",
    )
    _notice(
        portal,
        lists,
        "关于开展冬季安全用电检查的通知",
        "2026-11-06",
        paragraphs("各乡镇：", "根据《柳泉县人民政府办公室关于印发方案的通知》（柳政办发[2026]05号）要求，开展检查。")
        + filler("用电检查"),
        "wording-error",
    )
    _news(
        portal,
        lists,
        "全县秋播进展顺利",
        "2026-10-26",
        paragraphs("截止目前，全县已完成秋播面积12万亩，占计划的86%。") + filler("秋播"),
        "wording-error",
    )


def _leftovers(portal: Stranger, lists: Lists) -> None:
    _news(portal, lists, "测试", "2026-10-13", paragraphs("测试"), "placeholder-text")
    _notice(portal, lists, "关于公布2026年县级重点项目的通知", "2026-04-01", "<p>&nbsp;</p>", "placeholder-text")
    _news(portal, lists, "全县中小学生体质健康测试工作启动", "2026-09-22", filler("体质健康测试"))
    left = (
        '<p>@font-face{font-family:"Times New Roman";} @font-face{font-family:"宋体";} p.MsoNormal{mso-style-name'
        ":正文;mso-pagination:none;text-align:justify;}</p>"
    )
    _notice(
        portal, lists, "关于开展农产品质量安全监测的通知", "2026-08-18", left + filler("质量安全监测"), "layout-residue"
    )
    left = (
        '<p>&lt;p style="text-indent:2em;"&gt;&lt;span style="font-size:16px;font-family:仿宋"&gt;各乡镇要高度重'
        "视。&lt;/span&gt;&lt;/p&gt;</p>"
    )
    _news(portal, lists, "我县扎实推进高标准农田建设", "2026-08-11", filler("高标准农田") + left, "layout-residue")


def _privacy(portal: Stranger, lists: Lists) -> None:
    rows = "".join(
        f"<tr><td>{place}</td><td>周某某</td><td>{number_of(f'190{place}0512', '102')}</td><td>1200元</td></tr>"
        for place in (1, 2, 3)
    )
    table = f"<table border=1><tr><td>序号</td><td>姓名</td><td>身份证号码</td><td>补助金额</td></tr>{rows}</table>"
    _notice(
        portal,
        lists,
        "柳泉县2026年农村危房改造补助对象公示",
        "2026-08-27",
        paragraphs("现将名单公示如下：") + table,
        "privacy-leak",
    )
    people = [["序号", "姓名", "身份证号", "乡镇"]] + [
        [str(n), "吴某某", number_of(f"190{n}0819", "214"), "石桥镇"] for n in (1, 2, 3)
    ]
    portal.add("/module/download/lw.xlsx", attached(workbook("雨露计划补助名单", people)), "privacy-leak")
    _notice(
        portal,
        lists,
        "2026年雨露计划职业教育补助名单公示",
        "2026-08-20",
        paragraphs("现将2026年雨露计划职业教育补助对象予以公示。")
        + '<p>附件：<a href="/module/download/lw.xlsx">雨露计划补助名单.xlsx</a></p>',
    )


def _links(portal: Stranger, lists: Lists) -> None:
    add = portal.faults.add
    body = filler("招聘") + '<p>附件：<a href="/module/download/gone.doc">报名表.doc</a></p>'
    _notice(portal, lists, "柳泉县2026年公开招聘城管协管员公告", "2026-06-08", body)
    add(("link-broken", "/module/download/gone.doc"))
    _news(
        portal,
        lists,
        "县领导调研夏粮生产",
        "2026-06-03",
        '<p><img src="/picture/old/0603.jpg" alt="调研现场"></p>' + filler("夏粮生产"),
    )
    add(("link-broken", "/picture/old/0603.jpg"))
    soft = (
        "<html><head><title>出错了</title></head><body><div class=err><h2>对不起，您访问的页面不存在或已删除！</h"
        "2><a href='/'>返回首页</a></div></body></html>"
    )
    portal.add("/art/2024/5/6/art_101_999.html", soft, "link-broken")
    portal.add("/zt/ws/index.html", Reply("Internal Server Error", 500), "link-broken")
    portal.add("/zt/a/index.html", redirect("/zt/b/index.html"), "link-broken")
    portal.add("/zt/b/index.html", redirect("/zt/a/index.html"))
    links = (
        '<p>相关链接：<a href="/art/2024/5/6/art_101_999.html">往年回顾</a> <a href="/zt/ws/index.html">卫生健康'
        '专题</a> <a href="/zt/a/index.html">创城专题</a></p>'
    )
    _news(portal, lists, "我县开展爱国卫生运动", "2026-04-16", filler("爱国卫生运动") + links)
    portal.add("/inner/login.html", Reply("<html><title>登录</title></html>", 403))
    moved = redirect("/col/col102/index.html", 301)
    portal.add("/tzgg/", moved)
    _news(
        portal,
        lists,
        "县图书馆恢复开放",
        "2026-04-09",
        filler("图书馆开放")
        + '<p><a href="/tzgg/">通知公告</a> <a href="/inner/login.html">预约登录</a> <a href="#top">回到顶部</a> <a '
        'href="tel:09996610012">电话</a></p>',
    )
    body = '<p><img src="file:///C:/Users/lenovo/AppData/Local/Temp/ksohtml/wps1.png" alt="会场"></p>' + filler(
        "动员会"
    )
    _news(
        portal,
        lists,
        "我县召开文明城市创建动员会",
        "2026-03-26",
        body,
        "link-malformed file:///C:/Users/lenovo/AppData/Local/Temp/ksohtml/wps1.png",
    )
    body = (
        filler("申报")
        + '<p>详见：<a href="http://http://kjj.liuquan.example/sb/">申报系统</a>；附件：<a href="http://192.168.10.2'
        '1:8080/upload/a.doc">申报书</a></p>'
    )
    _notice(
        portal,
        lists,
        "关于组织申报2026年度科技计划项目的通知",
        "2026-03-18",
        body,
        "link-malformed http://http://kjj.liuquan.example/sb/",
        "link-malformed http://192.168.10.21:8080/upload/a.doc",
    )
    hidden = (
        '<div style="position:absolute;left:-3000px;top:-2000px"><a href="http://www.yule88.example/">澳门威尼'
        "斯人网上娱乐</a></div>"
    )
    _news(
        portal,
        lists,
        "全县植树活动全面展开",
        "2026-03-12",
        filler("植树") + hidden,
        "hidden-link http://www.yule88.example/",
        "link-broken http://www.yule88.example/",
    )


def _dates(portal: Stranger, lists: Lists) -> None:
    _news(
        portal,
        lists,
        "县领导走访慰问困难群众",
        "2026-11-11",
        filler("走访慰问"),
        "date-contradictory",
        meta_day="2026-09-30",
    )
    _news(
        portal,
        lists,
        "我县举办消防知识培训班",
        "2026-11-05",
        filler("消防培训"),
        "date-contradictory",
        path="/art/2026/8/14/art_101_7001.html",
        meta_day="2026-11-05",
    )
    _news(portal, lists, "全县妇联工作座谈会召开", "2026-10-23", filler("妇联"), meta_day="2026-10-22")
    _news(portal, lists, "（2026年9月1日至9月7日）一周政务要闻", "2026-09-08", filler("一周要闻"))
    _news(portal, lists, "我县第三次全国土地调查全面完成", "2019-11-05", filler("土地调查"), meta_day="2023-06-01")
