"""Documents and what explains them, in the places where a county's editors put the link."""

from tests.duwang.stranger_portals.files import paper
from tests.duwang.stranger_portals.liuquan.template import Entry, put
from tests.duwang.stranger_portals.seeded import Stranger, attached, filler, paragraphs

Lists = dict[int, list[Entry]]
GOV, OFFICE = "柳泉县人民政府", "柳泉县人民政府办公室"


def block(number: str, written: str, day: str, issuer: str = GOV, index: str = "auto", **rows: str | None) -> str:
    """The table over a document, two pairs in a row."""
    shown = f"014360001/2026-{abs(hash_of(number + written)) % 90000 + 10000}" if index == "auto" else index
    pairs = [("索引号", shown), ("文号", number), ("发布机构", issuer), ("成文日期", written), ("发布日期", day)]
    pairs += [("主题分类", "综合政务"), *({"有效性": "有效"} | rows).items()]
    cells = [f'<td class="bt">{label}</td><td class="nr">{value}</td>' for label, value in pairs if value is not None]
    lines = "".join(f"<tr>{''.join(cells[i : i + 2])}</tr>" for i in range(0, len(cells), 2))
    return f'<table class="xxgk_table" width="100%" border="1">{lines}</table>'


def hash_of(text: str) -> int:
    """The same number for the same text, in every run."""
    return sum(ord(char) * place for place, char in enumerate(text, 1))


def text(number: str, topic: str, written: str, issuer: str = GOV, end: str = "（此件公开发布）") -> str:
    """A document as it is printed."""
    year, month, day = (int(part) for part in written.split("-"))
    return (
        f'<p style="text-align:center">{number}</p>'
        + paragraphs("各乡镇人民政府，县政府各部门：", f"现将《柳泉县{topic}》印发给你们，请认真组织实施。")
        + f'<p style="text-align:right">{issuer}</p><p style="text-align:right">{year}年{month}月{day}日</p>'
        + (f"<p>　　{end}</p>" if end else "")
        + f'<p style="text-align:center"><strong>柳泉县{topic}</strong></p>'
        + filler(topic)
    )


def related(heading: str, *links: tuple[str, str]) -> str:
    """A box under the body."""
    rows = "".join(f'<li><a href="{url}" target="_blank">{name}</a></li>' for url, name in links)
    return f'<div class="xgxx"><h4>{heading}</h4><ul>{rows}</ul></div>'


def add(portal: Stranger, lists: Lists) -> None:
    """All documents and interpretations."""
    _explained(portal, lists)
    _unexplained(portal, lists)
    _calling_for_none(portal, lists)


def _explained(portal: Stranger, lists: Lists) -> None:
    """One topic for each usual place of the link; interpretations link back in as many ways."""
    places = [
        ("养老服务设施规划建设实施方案", "2026-03-09", "2026-03-11", "2026-03-12", "box"),
        ("城乡居民基本医疗保险实施细则", "2026-04-13", "2026-04-15", "2026-04-15", "sidebar"),
        ("支持现代农业发展若干措施", "2026-05-11", "2026-05-13", "2026-05-15", "row"),
        ("城区停车场管理工作方案", "2026-06-08", "2026-06-10", "2026-06-11", "body"),
        ("招商引资优惠政策", "2026-07-06", "2026-07-08", "2026-07-09", "picture"),
        ("农村生活污水治理三年行动计划", "2026-08-10", "2026-08-12", "2026-08-13", "button"),
        ("就业创业扶持资金使用办法", "2026-09-07", "2026-09-09", "2026-09-18", "late"),
        ("公共租赁住房保障方案", "2026-10-12", "2026-10-14", "2026-10-26", "late"),
    ]
    for serial, (topic, written, day, explained, place) in enumerate(places, 21):
        number = f"柳政办发〔2026〕{serial}号"
        title = f"{OFFICE}关于印发《柳泉县{topic}》的通知"
        document = f"/art/{day[:4]}/{int(day[5:7])}/{int(day[8:])}/art_210_{4000 + serial}.html"
        year, month, dom = explained.split("-")
        told = f"/art/{year}/{int(month)}/{int(dom)}/art_211_{4100 + serial}.html"
        name = f"《柳泉县{topic}》政策解读"
        more = {"block": block(number, written, day, OFFICE)}
        body = text(number, topic, written, OFFICE)
        if place in ("box", "late"):
            more["after"] = related("相关解读", (told, name))
        if place == "sidebar":
            more["after"] = (
                f'<div class="right_box"><div class="tit">关联稿件</div><p><a href="{told}">{name}</a></p></div>'
            )
        if place == "row":
            more["block"] = more["block"].replace(
                "</table>", f'<tr><td>政策解读</td><td colspan="3"><a href="{told}">点击查看</a></td></tr></table>'
            )
        if place == "body":
            body += f'<p>　　解读链接：<a href="{told}">http://www.liuquan.example{told}</a></p>'
        if place == "picture":
            body += f'<p><a href="{told}"><img src="/images/yttd.jpg" alt="一图读懂"></a></p>'
        if place == "button":
            more["after"] = f'<div class="jdan"><a class="btn" href="{told}">图文解读</a></div>'
        faults = ["interpretation-late"] if place == "late" else []
        put(portal, lists, 210, "政府文件", title, day, body, *faults, path=document, **more)
        back = [
            related("相关文件", (document, title)),
            f'<div class="wjlj">原文链接：<a href="{document}">点击查看文件原文</a></div>',
        ][serial % 2]
        explain = paragraphs(f"近日，县政府办公室印发了《柳泉县{topic}》，现就有关内容解读如下。") + filler(topic)
        put(portal, lists, 211, "政策解读", name, explained, explain, path=told, after=back, source="县政府办公室")
    _attached(portal, lists)


def _attached(portal: Stranger, lists: Lists) -> None:
    """An explanation among the attachments; a document of three days ago."""
    portal.add("/module/download/jd35.docx", attached(paper("政策解读", ["本政策解读说明起草背景和主要内容。"])))
    body = text("柳政办发〔2026〕35号", "消防安全整治工作方案", "2026-09-21", OFFICE)
    body += '<p>附件：1.<a href="/module/download/jd35.docx">《柳泉县消防安全整治工作方案》政策解读.docx</a></p>'
    title = f"{OFFICE}关于印发柳泉县消防安全整治工作方案的通知"
    put(
        portal,
        lists,
        210,
        "政府文件",
        title,
        "2026-09-23",
        body,
        block=block("柳政办发〔2026〕35号", "2026-09-21", "2026-09-23", OFFICE),
    )
    title = f"{OFFICE}关于印发柳泉县冬季清洁取暖实施方案的通知"
    body = text("柳政办发〔2026〕52号", "冬季清洁取暖实施方案", "2026-11-16", OFFICE)
    put(
        portal,
        lists,
        210,
        "政府文件",
        title,
        "2026-11-18",
        body,
        block=block("柳政办发〔2026〕52号", "2026-11-16", "2026-11-18", OFFICE),
    )


def _unexplained(portal: Stranger, lists: Lists) -> None:
    topic, number = "农村集体资产管理办法", "柳政发〔2026〕8号"
    put(
        portal,
        lists,
        210,
        "政府文件",
        f"{GOV}关于印发《柳泉县{topic}》的通知",
        "2026-06-24",
        text(number, topic, "2026-06-22"),
        "interpretation-missing",
        block=block(number, "2026-06-22", "2026-06-24"),
    )
    number = "柳政发〔2026〕11号"
    body = paragraphs(
        "各乡镇人民政府，县政府各部门：", "为加快发展夜间经济，促进消费扩容提质，现提出如下实施意见。"
    ) + filler("夜间经济发展")
    body = (
        f'<p style="text-align:center">{number}</p>{body}<p>柳泉县人民政府</p><p>2026年8月24日</p><p>（此件主动公'
        f"开）</p>"
    )
    put(
        portal,
        lists,
        210,
        "政府文件",
        f"{GOV}关于加快发展夜间经济的实施意见",
        "2026-08-26",
        body,
        "interpretation-missing",
        block=block(number, "2026-08-24", "2026-08-26"),
        after='<div class="xgxx"><h4>相关解读</h4><ul></ul></div>',
    )
    told = paragraphs("8月24日，县政府印发《关于加快发展夜间经济的实施意见》，现解读如下。") + filler("夜间经济发展")
    put(
        portal,
        lists,
        211,
        "政策解读",
        "《柳泉县人民政府关于加快发展夜间经济的实施意见》政策解读",
        "2026-08-27",
        told,
        "interpretation-unlinked",
        source="县商务局",
    )
    topic, number = "城市更新专项资金管理办法", "柳政办发〔2026〕44号"
    told_at = "/art/2026/10/22/art_211_4501.html"
    title = f"{OFFICE}关于印发《柳泉县{topic}》的通知"
    put(
        portal,
        lists,
        210,
        "政府文件",
        title,
        "2026-10-21",
        text(number, topic, "2026-10-19", OFFICE),
        block=block(number, "2026-10-19", "2026-10-21", OFFICE),
        after=related("相关解读", (told_at, f"一图读懂：柳泉县{topic}")),
    )
    put(
        portal,
        lists,
        211,
        "政策解读",
        f"一图读懂：柳泉县{topic}",
        "2026-10-22",
        '<p style="text-align:center"><img src="/images/yttd2.jpg" alt="一图读懂柳泉县城市更新专项资金管理办法"></p>',
        "interpretation-unlinked",
        path=told_at,
    )


def _calling_for_none(portal: Stranger, lists: Lists) -> None:
    """What an inspector would not ask an interpretation of."""
    plain = [
        (
            "柳政任〔2026〕6号",
            f"{GOV}关于王某某等同志职务任免的通知",
            "经县政府研究，决定：任命王某某同志为县水利局副局长（试用期一年）；免去李某某同志县水利局副局长职务。",
        ),
        (
            "柳政发〔2026〕14号",
            f"{GOV}关于表扬2025年度安全生产工作先进集体和先进个人的通报",
            "2025年，全县上下扎实做好安全生产工作，涌现出一批先进集体和先进个人。县政府决定对县应急管理局等12个单位"
            "予以通报表扬。",
        ),
        (
            "柳政办发〔2026〕30号",
            f"{OFFICE}关于调整县防汛抗旱指挥部组成人员的通知",
            "因工作需要和人员变动，现将县防汛抗旱指挥部组成人员调整如下。指挥长：张某某，副指挥长：刘某某、陈某某。",
        ),
        (
            "柳政办发〔2026〕31号",
            f"{OFFICE}关于召开全县秋冬季森林防火工作会议的通知",
            "经县政府同意，定于近日召开全县秋冬季森林防火工作会议。请各单位主要负责人准时参加，不得请假。",
        ),
        (
            "柳政复〔2026〕19号",
            f"{GOV}关于同意石桥镇国土空间总体规划的批复",
            "石桥镇人民政府：你镇《关于审批国土空间总体规划的请示》收悉。经研究，原则同意《石桥镇国土空间总体规划》"
            "，请认真组织实施。",
        ),
        (
            "柳政办明电〔2026〕9号",
            f"{OFFICE}关于2026年国庆节放假安排的通知",
            "根据上级通知精神，现将2026年国庆节放假安排通知如下：10月1日至7日放假调休，共7天。各单位要妥善安排好值班"
            "和安全保卫工作。",
        ),
    ]
    for serial, (number, title, line) in enumerate(plain):
        day = f"2026-09-{10 + serial * 3:02}"
        body = (
            f'<p style="text-align:center">{number}</p>'
            + paragraphs(line)
            + filler("有关")
            + f"<p>{GOV}</p><p>2026年9月7日</p><p>（此件公开发布）</p>"
        )
        put(
            portal,
            lists,
            210,
            "政府文件",
            title,
            day,
            body,
            block=block(number, "2026-09-07", day, GOV if "政办" not in number else OFFICE),
        )
    body = paragraphs(
        "各省、自治区、直辖市人民政府，国务院各部委、各直属机构：", "为推动养老事业高质量发展，现提出以下意见。"
    ) + filler("养老服务")
    body = (
        f'<p style="text-align:center">国办发〔2026〕18号</p>{body}<p>国务院办公厅</p><p>2026年9月20日</p><p>（此'
        f"件公开发布）</p>"
    )
    put(
        portal,
        lists,
        212,
        "上级政策",
        "国务院办公厅关于推动养老事业高质量发展的意见",
        "2026-09-25",
        body,
        source="中国政府网",
    )
    body = '<p style="text-align:center">柳政办函〔2026〕40号</p>' + paragraphs(
        "各乡镇人民政府，县政府各部门：",
        "现将《测省人民政府办公厅关于做好高温天气安全防范工作的通知》转发给你们，请结合实际，认真贯彻执行。",
    )
    put(
        portal,
        lists,
        210,
        "政府文件",
        f"{OFFICE}转发测省人民政府办公厅关于做好高温天气安全防范工作的通知",
        "2026-07-15",
        body + filler("高温防范") + "<p>（此件公开发布）</p>",
        block=block("柳政办函〔2026〕40号", "2026-07-13", "2026-07-15", OFFICE),
    )
    for year in (2016, 2018, 2021):
        number = f"柳政发〔{year}〕5号"
        put(
            portal,
            lists,
            210,
            "政府文件",
            f"{GOV}关于印发柳泉县{year}年重点工作安排的通知",
            f"{year}-03-04",
            text(number, f"{year}年重点工作安排", f"{year}-03-02", end="（此件公开发布）"),
            block=block(number, f"{year}-03-02", f"{year}-03-04"),
        )
