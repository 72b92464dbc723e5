"""Numbered papers of every sort that a county publishes, and links to interpretations in further forms."""

from tests.duwang.stranger_portals.seeded import Stranger, filler, paragraphs
from tests.duwang.stranger_portals.wuling.template import Entry, address, put

Lists = dict[str, list[Entry]]
OPEN = "<p>（此件公开发布）</p>"
EXPLAINED = '<p>附件：<a href="/wlxrmzf/upload/jd.pdf">政策解读.pdf</a></p>'


def block(number: str, written: str, issuer: str = "梧岭县人民政府办公室", form: str = "cells", **more: str) -> str:
    """The block in one of three forms."""
    serial = sum(map(ord, number + written)) % 9000 + 1000
    shown = {"索引号": f"wl001/2026-0{serial}", "文号": number, "发布机构": issuer, "成文日期": written} | more
    if form == "cells":
        return '<table class="zw"><tr>' + "".join(f"<td>{k}：{v}</td>" for k, v in shown.items()) + "</tr></table>"
    if form == "lines":
        return '<div class="zw">' + "".join(f"<p><b>{k}：</b> {v}</p>" for k, v in shown.items()) + "</div>"
    return '<dl class="zw">' + "".join(f"<dt>{k}</dt><dd>{v}</dd>" for k, v in shown.items()) + "</dl>"


def add(portal: Stranger, lists: Lists) -> None:
    """All of them."""
    _explained(portal, lists)
    _asking_for_none(portal, lists)
    _blocks(portal, lists)
    _validity(portal, lists)


def _explained(portal: Stranger, lists: Lists) -> None:
    for serial, (topic, day, form, link) in enumerate(
        [
            (
                "数字经济发展行动方案",
                "2026-10-13",
                "cells",
                '<p><a href="{u}" title="政策解读"><img src="/img/jd.png"></a></p>',
            ),
            ("托育服务发展实施意见", "2026-09-08", "lines", '<p>相关链接：</p><p><a href="{u}">图解：{t}</a></p>'),
            ("残疾人就业促进方案", "2026-08-11", "dl", '<div class="fj"><a href="{u}">视频解读</a></div>'),
            ("耕地保护激励办法", "2026-07-14", "cells", '<p>（解读：<a href="{u}">{t}</a>）</p>'),
            (
                "老旧小区改造方案",
                "2026-06-09",
                "lines",
                '<dl class="gl"><dt>相关解读</dt><dd><a href="{u}">{t}</a></dd></dl>',
            ),
            (
                "科技创新奖补办法",
                "2026-05-12",
                "dl",
                '<map name="m"><area shape="rect" coords="0,0,9,9" href="{u}" alt="政策解读"></map>',
            ),
        ],
        71,
    ):
        number, title = f"梧政办发〔2026〕{serial}号", f"梧岭县人民政府办公室关于印发{topic}的通知"
        told = f"关于《{topic}》的解读"
        there, here = address("zcjd", told, day), address("zfwj", title, day)
        body = f"<p>{number}</p>" + paragraphs(f"现将《{topic}》印发给你们，请遵照执行。") + filler(topic) + OPEN
        given = block(number, day, form=form, 有效性="有效")
        put(portal, lists, "zfwj", title, day, body, block=given, after=link.format(u=there, t=told))
        back = [f'<p><a href="{here}">【原文】</a></p>', f'<p>相关文件：<a href="{here}">{title}</a></p>'][serial % 2]
        put(portal, lists, "zcjd", told, day, paragraphs("一、背景依据", "二、主要举措") + filler(topic) + back)


def _asking_for_none(portal: Stranger, lists: Lists) -> None:
    papers = [
        ("zfwj", "", "2026年梧岭县政府工作报告"),
        ("zfwj", "梧政征〔2026〕3号", "梧岭县人民政府征收土地公告"),
        ("zfwj", "梧政人〔2026〕7号", "梧岭县人民政府关于郑某某等三名同志任免职的通知"),
        ("zfwj", "梧政办发〔2026〕20号", "梧岭县人民政府办公室关于调整县政府领导同志工作分工的通知"),
        ("zfwj", "梧政办发〔2026〕22号", "梧岭县人民政府办公室关于成立县优化营商环境工作专班的通知"),
        ("zfwj", "梧政发〔2026〕9号", "梧岭县人民政府关于命名2026年度县级文明村镇的决定"),
        ("zfwj", "梧政发〔2026〕10号", "梧岭县人民政府关于授予赵某某同志“劳动模范”荣誉称号的决定"),
        ("zfwj", "梧政函〔2026〕41号", "梧岭县人民政府关于同意设立城东社区居民委员会的函"),
        ("bmwj", "梧汛〔2026〕6号", "梧岭县防汛抗旱指挥部关于启动防汛Ⅳ级应急响应的通知"),
        ("bmwj", "梧财农〔2026〕15号", "梧岭县财政局关于下达2026年中央财政衔接推进乡村振兴补助资金的通知"),
        ("bmwj", "梧环审〔2026〕12号", "关于梧岭县污水处理厂扩建项目环境影响报告表的批复"),
        ("bmwj", "梧发改价〔2026〕5号", "梧岭县发展和改革局关于核定梧岭县实验幼儿园保教费标准的批复"),
        ("xzcf", "梧市监罚〔2026〕18号", "梧岭县市场监督管理局行政处罚决定书（某某超市）"),
        ("gggs", "梧自然资告〔2026〕8号", "梧岭县国有建设用地使用权挂牌出让公告"),
        ("gggs", "梧人社〔2026〕30号", "梧岭县2026年公开招聘事业单位工作人员公告"),
        ("gggs", "梧教〔2026〕44号", "关于公布2026年民办学校年检结果的通知"),
    ]
    for serial, (folder, number, title) in enumerate(papers):
        day = f"2026-{serial % 9 + 1:02}-{serial + 5:02}"
        body = f"<p align=center>{number}</p>" + filler("有关") + OPEN
        form = ("cells", "lines", "dl")[serial % 3]
        given = block(number, day, form=form) if folder in ("zfwj", "bmwj") else ""
        put(portal, lists, folder, title, day, body, block=given)
    line = "10月10日，县政府办公室印发《数字经济发展行动方案》（梧政办发〔2026〕71号），明确了发展目标。"
    put(portal, lists, "zwyw", "我县印发数字经济发展行动方案", "2026-10-14", paragraphs(line) + filler("数字经济"))
    topic = "民宿管理办法"
    put(
        portal,
        lists,
        "bmwj",
        f"梧岭县文化广电和旅游局关于印发《梧岭县{topic}》的通知",
        "2026-10-27",
        f"<p>梧文旅〔2026〕25号</p>{paragraphs('各乡镇人民政府：', '现将办法印发给你们，请遵照执行。')}"
        f"{filler(topic)}{OPEN}",
        "interpretation-missing",
        block=block("梧文旅〔2026〕25号", "2026-10-26", "梧岭县文化广电和旅游局", "dl", 有效性="有效"),
    )
    topic = "促进外贸稳定增长若干措施"
    put(
        portal,
        lists,
        "zfwj",
        f"梧岭县人民政府印发{topic}的通知",
        "2026-09-29",
        f"<p>梧政发〔2026〕16号</p>{paragraphs('现将有关措施印发给你们，请认真贯彻落实。')}{filler(topic)}{OPEN}",
        "interpretation-missing",
        block=block("梧政发〔2026〕16号", "2026-09-28", "梧岭县人民政府", "lines"),
    )


def _blocks(portal: Stranger, lists: Lists) -> None:
    """Pages of the disclosure platform that are no documents: their blocks have no number, as it should be."""
    for serial, title in enumerate(
        [
            "梧岭县2026年政府预算公开",
            "梧岭县民政局2026年10月低保资金发放情况公示",
            "梧岭县教育局机构职能",
            "梧岭县9月份环境空气质量状况",
        ]
    ):
        form = ("cells", "lines", "dl")[serial % 3]
        day = f"2026-10-{serial + 12}"
        put(portal, lists, "gggs", title, day, filler("公开"), block=block("", day, "梧岭县有关部门", form))
    topic = "燃气安全专项整治方案"
    told = EXPLAINED
    body = f"<p>梧政办发〔2026〕90号</p>{paragraphs('现印发给你们。')}{filler(topic)}{OPEN}{told}"
    title = f"梧岭县人民政府办公室关于印发{topic}的通知"
    given = block("梧政办发〔2026〕90号", "", form="dl")
    put(portal, lists, "zfwj", title, "2026-06-23", body, "document-field-missing", block=given)
    topic = "森林防火工作方案"
    body = f"<p>梧政办发〔2026〕91号</p>{paragraphs('现印发给你们。')}{filler(topic)}{told}"
    title = f"梧岭县人民政府办公室关于印发{topic}的通知"
    given = block("梧政办发〔2026〕91号", "2026-02-02", form="lines")
    put(portal, lists, "zfwj", title, "2026-04-17", body, "disclosure-mark-missing", "disclosure-late", block=given)


def _validity(portal: Stranger, lists: Lists) -> None:
    rows = [
        ("建筑垃圾管理办法", {"是否有效": "是"}, "", ""),
        ("出租房屋管理规定", {"时效性": "有效"}, "", ""),
        ("公墓管理办法", {}, '<p class="state"><img src="/img/yx.png" alt="现行有效"></p>', ""),
        ("烟花爆竹燃放管理规定", {}, "<p>本文件已于2026年9月1日废止</p>", ""),
        ("城区道路停车管理办法", {}, "", "validity-missing"),
        ("集贸市场管理办法", {"有效性": "　"}, "", "validity-missing"),
    ]
    told = EXPLAINED
    for serial, (topic, given, before, fault) in enumerate(rows, 1):
        number = f"梧政规〔2026〕{serial}号"
        title = f"梧岭县人民政府关于印发《梧岭县{topic}》的通知"
        body = f"{before}<p>{number}</p>{paragraphs('现将办法印发给你们，请遵照执行。')}{filler(topic)}{OPEN}{told}"
        faults = [fault] if fault else []
        form = ("cells", "lines", "dl")[serial % 3]
        put(
            portal,
            lists,
            "gfxwj",
            title,
            f"2026-03-1{serial}",
            body,
            *faults,
            block=block(number, "2026-03-09", form=form, **given),
        )
