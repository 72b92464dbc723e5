"""Documents of 柳泉县 whose blocks, marks or validity are what is wrong, or right."""

from tests.duwang.stranger_portals.files import pdf
from tests.duwang.stranger_portals.liuquan.documents import GOV, OFFICE, Lists, block, text
from tests.duwang.stranger_portals.liuquan.template import put
from tests.duwang.stranger_portals.seeded import Stranger, attached


def add(portal: Stranger, lists: Lists) -> None:
    """Them, and the normative ones."""
    _fields(portal, lists)
    _normative(portal, lists)


def _fields(portal: Stranger, lists: Lists) -> None:
    """Blocks with holes, marks forgotten, publication late; each has its explanation attached."""
    portal.add(
        "/module/download/zcjd.pdf", attached(pdf(["政策解读", "一、起草背景", "二、主要内容"]), "application/pdf")
    )
    told = '<p>附件：<a href="/module/download/zcjd.pdf">政策解读.pdf</a></p>'
    rows = [
        ("林长制工作规则", "2026-05-18", "2026-05-20", {"number": ""}, "（此件公开发布）", "document-field-missing"),
        ("医疗救助实施办法", "2026-05-19", "2026-05-21", {"issuer": ""}, "（此件公开发布）", "document-field-missing"),
        ("道路交通安全提升方案", "2026-03-02", "2026-04-10", {}, "（此件公开发布）", "disclosure-late"),
        ("节水型社会建设方案", "2026-06-01", "2026-07-24", {}, "公开属性：主动公开", "disclosure-late"),
        ("校车安全管理方案", "2026-09-10", "2026-10-14", {}, "（此件主动公开）", ""),
        ("乡村公路养护办法", "2026-07-01", "2026-07-03", {}, "", "disclosure-mark-missing"),
        ("中小学布局调整方案", "2026-07-02", "2026-07-06", {}, "", "disclosure-mark-missing"),
        ("古树名木保护方案", "2026-07-07", "2026-07-09", {"公开方式": "主动公开"}, "", ""),
        ("粮食应急预案", "2023-02-03", "2026-08-05", {}, "（此件公开发布）", ""),
    ]
    for serial, (topic, written, day, given, end, fault) in enumerate(rows, 60):
        number = f"柳政办发〔{written[:4]}〕{serial}号"
        shown = {"number": number, "issuer": OFFICE} | given
        body = text(number, topic, written, OFFICE, end) + told
        put(
            portal,
            lists,
            210,
            "政府文件",
            f"{OFFICE}关于印发柳泉县{topic}的通知",
            day,
            body,
            *([fault] if fault else []),
            block=block(shown.pop("number"), written, day, **shown),
        )


def _normative(portal: Stranger, lists: Lists) -> None:
    told = '<p>附件：<a href="/module/download/zcjd.pdf">政策解读.pdf</a></p>'
    rows = [
        ("物业管理办法", {"有效性": None}, "validity-missing"),
        ("犬类管理规定", {"有效性": ""}, "validity-missing"),
        ("户外广告设置管理办法", {"有效性": "有效"}, ""),
        ("餐厨垃圾管理办法", {"效力状态": "现行有效"}, ""),
    ]
    for serial, (topic, given, fault) in enumerate(rows, 1):
        number = f"柳政规〔2026〕{serial}号"
        day = f"2026-04-{20 + serial:02}"
        put(
            portal,
            lists,
            213,
            "行政规范性文件",
            f"{GOV}关于印发《柳泉县{topic}》的通知",
            day,
            text(number, topic, "2026-04-17") + told,
            *([fault] if fault else []),
            block=block(number, "2026-04-17", day, **given),
        )
    put(
        portal,
        lists,
        213,
        "行政规范性文件",
        f"{GOV}关于印发《柳泉县城市养路费征收办法》的通知【已废止】",
        "2019-08-20",
        text("柳政规〔2019〕2号", "城市养路费征收办法", "2019-08-19") + told,
        block=block("柳政规〔2019〕2号", "2019-08-19", "2019-08-20"),
    )
