"""Documents of a bureau and what explains them."""

from tests.duwang.stranger_portals.files import paper
from tests.duwang.stranger_portals.hechuan.template import Entry, put
from tests.duwang.stranger_portals.seeded import Stranger, attached, filler, paragraphs

Lists = dict[str, list[Entry]]
BUREAU = "禾川县农业农村局"


def head(number: str, written: str, day: str, **rows: str) -> str:
    """The block over a document: items of a list, label and value in one."""
    serial = sum(map(ord, number + written)) % 900 + 100
    shown = {
        "索引号": f"hc021-0202-2026-{serial:05}",
        "发布机构": BUREAU,
        "发文字号": number,
        "生成日期": written,
        "公开日期": day,
    }
    shown |= {"公开方式": "主动公开", "有效性": "有效"} | rows
    items = "".join(f"<li><b>{label}：</b><span>{value}</span></li>" for label, value in shown.items() if value != "-")
    return f'<div class="xxgk-head"><ul>{items}</ul></div>'


def text(number: str, topic: str) -> str:
    """A document's body."""
    return (
        f'<p align="center">{number}</p>'
        + paragraphs(
            "各乡镇农业农村办公室，局属各单位：",
            f"为做好相关工作，我局制定了《禾川县{topic}》，现印发给你们，请遵照执行。",
        )
        + filler(topic)
    )


def add(portal: Stranger, lists: Lists) -> None:
    """All documents."""
    _explained(portal, lists)
    _faulty(portal, lists)
    _others(portal, lists)


def _explained(portal: Stranger, lists: Lists) -> None:
    for serial, (topic, day, told_day, place) in enumerate([
        ("畜禽粪污资源化利用实施方案", "2026-03-18", "2026-03-19", "title"),
        ("高标准农田建后管护办法", "2026-05-20", "2026-05-20", "tab"),
        ("农机购置补贴实施细则", "2026-07-15", "2026-07-17", "list"),
        ("种粮大户奖补办法", "2026-09-02", "2026-09-14", "late"),
    ], 11):  # fmt: skip
        number, written = f"禾农发〔2026〕{serial}号", f"{day[:8]}{int(day[8:]) - 1:02}"
        document = f"/zwgk/bmwj/{day[:4]}{day[5:7]}/t{day.replace('-', '')}_{7000 + serial}.html"
        told = f"/zwgk/zcjd/{told_day[:4]}{told_day[5:7]}/t{told_day.replace('-', '')}_{7100 + serial}.html"
        relative = f"../../zcjd/{told_day[:4]}{told_day[5:7]}/t{told_day.replace('-', '')}_{7100 + serial}.html"
        link = {
            "title": f'<div class="rel">相关解读：<a href="{relative}">《禾川县{topic}》解读</a></div>',
            "tab": f'<div class="tab"><span>政策原文</span><a href="{told}">政策解读</a></div>',
            "list": f'<ul class="xgwd"><li class="t">相关文档</li><li><a href="{relative}">问答：关于禾川县{topic}的'
            f"政策解读</a></li></ul>",
            "late": f'<div class="rel">解读：<a href="{relative}">《禾川县{topic}》政策解读</a></div>',
        }[place]
        title = f"关于印发《禾川县{topic}》的通知"
        put(
            portal,
            lists,
            "zwgk/bmwj",
            title,
            day,
            text(number, topic),
            *(["interpretation-late"] if place == "late" else []),
            path=document,
            block=head(number, written, day),
            after=link,
        )
        name = f"问答：关于禾川县{topic}的政策解读" if place == "list" else f"《禾川县{topic}》政策解读"
        back = f'<p>　　文件链接：<a href="{document}">{title}</a></p>'
        put(
            portal,
            lists,
            "zwgk/zcjd",
            name,
            told_day,
            paragraphs("一、制定背景", "二、主要内容", "三、执行标准") + filler(topic) + back,
            path=told,
        )


def _faulty(portal: Stranger, lists: Lists) -> None:
    portal.add("/zwgk/bmwj/202604/P020260408.docx", attached(paper("政策解读", ["政策解读：起草背景及主要内容。"])))
    told = '<p>附件：<a href="./P020260408.docx">政策解读</a></p>'
    rows = [
        ("休闲农业发展扶持办法", "2026-10-20", "2026-10-22", {}, "", "interpretation-missing"),
        ("设施农业奖补资金管理办法", "2026-04-02", "2026-04-08", {"生成日期": ""}, told, "document-field-missing"),
        ("秸秆综合利用方案", "2026-04-03", "2026-04-09", {"索引号": "-"}, told, "document-field-missing"),
        ("渔业发展补助办法", "2026-03-02", "2026-04-20", {}, told, "disclosure-late"),
        ("耕地轮作实施方案", "2026-04-13", "2026-04-15", {"公开方式": "-"}, told, "disclosure-mark-missing"),
        ("农产品追溯管理方案", "2026-04-14", "2026-04-16", {}, told, ""),
    ]
    for serial, (topic, written, day, given, more, fault) in enumerate(rows, 21):
        number = f"禾农发〔2026〕{serial}号"
        put(
            portal,
            lists,
            "zwgk/bmwj",
            f"{BUREAU}关于印发《禾川县{topic}》的通知",
            day,
            text(number, topic) + more.replace("./P", "/zwgk/bmwj/202604/P"),
            *([fault] if fault else []),
            block=head(number, written, day, **given),
        )
    number = "禾农规〔2026〕1号"
    put(
        portal,
        lists,
        "zwgk/gfxwj",
        f"{BUREAU}关于印发《禾川县农村宅基地审批管理实施细则》的通知",
        "2026-04-24",
        text(number, "农村宅基地审批管理实施细则") + told.replace("./P", "/zwgk/bmwj/202604/P"),
        "validity-missing",
        block=head(number, "2026-04-22", "2026-04-24", 有效性="-"),
    )
    number = "禾农规〔2026〕2号"
    put(
        portal,
        lists,
        "zwgk/gfxwj",
        f"{BUREAU}关于印发《禾川县农业保险补贴实施细则》的通知",
        "2026-06-11",
        text(number, "农业保险补贴实施细则") + told.replace("./P", "/zwgk/bmwj/202604/P"),
        block=head(number, "2026-06-10", "2026-06-11"),
    )
    put(
        portal,
        lists,
        "zwgk/zcjd",
        "《禾川县农业保险补贴实施细则》政策解读",
        "2026-06-12",
        paragraphs("现将《禾川县农业保险补贴实施细则》解读如下：") + filler("农业保险补贴"),
        "interpretation-unlinked",
    )


def _others(portal: Stranger, lists: Lists) -> None:
    """Papers with a number that call for nothing."""
    plain = [
        ("tzgg", "关于举办2026年高素质农民培训班的通知", "2026-10-15", "禾农函〔2026〕33号"),
        ("tzgg", "关于召开秋季动物防疫工作部署会的通知", "2026-09-16", "禾农函〔2026〕30号"),
        ("zwgk/bmwj", "关于周某某等同志任职的通知", "2026-08-06", "禾农人〔2026〕4号"),
        ("zwgk/bmwj", "关于成立禾川县农业农村局安全生产工作领导小组的通知", "2026-03-25", "禾农发〔2026〕9号"),
        ("zwgk/bmwj", "关于表彰2025年度先进工作者的决定", "2026-02-11", "禾农发〔2026〕3号"),
    ]
    for folder, title, day, number in plain:
        body = f'<p align="center">{number}</p>' + filler("有关")
        block = head(number, day, day) if folder != "tzgg" else ""
        put(portal, lists, folder, title, day, body + "<p>（此件公开发布）</p>", block=block)
    body = (
        '<p align="center">农发〔2026〕5号</p>'
        + paragraphs("各省、自治区、直辖市农业农村（农牧）厅（局、委）：")
        + filler("种业振兴")
    )
    put(
        portal,
        lists,
        "zwgk/zcwj",
        "农业农村部关于深入推进种业振兴的通知",
        "2026-08-20",
        body + "<p>农业农村部</p><p>2026年8月14日</p>",
    )
    body = '<p align="center">测农发〔2026〕18号</p>' + paragraphs("各市、县（市、区）农业农村局：") + filler("秋冬种")
    put(
        portal,
        lists,
        "zwgk/zcwj",
        "测省农业农村厅关于做好2026年秋冬种工作的通知",
        "2026-10-09",
        body + "<p>测省农业农村厅</p><p>（此件公开发布）</p>",
    )
    body = paragraphs(
        "近日，我局印发《关于印发〈禾川县种粮大户奖补办法〉的通知》（禾农发〔2026〕14号），各乡镇迅速贯彻。"
    ) + filler("种粮大户")
    put(portal, lists, "gzdt", "我局出台种粮大户奖补办法", "2026-09-16", body)
