"""The bureau's guides, letters, consultations, replies, catalogues and yearly reports."""

from tests.duwang.stranger_portals.files import paper, pdf, workbook
from tests.duwang.stranger_portals.seeded import Stranger, attached, filler, paragraphs
from tests.duwang.stranger_portals.shaling.template import NAME, PLATFORM, Column, article, column, listed


def add(portal: Stranger) -> None:
    """All of them."""
    _guides(portal)
    _letters(portal)
    _consultations(portal)
    _catalogues(portal)
    _annual(portal)
    links = listed([(path, name, "") for name, path in PLATFORM.items()])
    portal.add("/gkmlpt/", column("信息公开", links))
    portal.add("/hd/", column("政民互动", listed([(PLATFORM[name], name, "") for name in ("民意征集", "局长信箱")])))
    portal.add("/jgzn/", column("本局概况", filler("机构职责")))
    portal.add("/gkmlpt/guide/", column("信息公开指南", filler("信息公开指南"), "信息公开"))
    portal.add(
        "/gkmlpt/apply/",
        column("依申请公开", paragraphs("申请人可当面提交或者邮寄申请表，也可通过网上平台申请。"), "信息公开"),
    )


def _guides(portal: Stranger) -> None:
    guides = Column(portal, "政务服务", "/zwfw/")
    lacking = "guide-element-missing"
    rest = {
        "办理流程": "受理—审查—决定",
        "办理地点": "市民中心B区",
        "办理时间": "法定工作日",
        "联系电话": "0994-2200120",
    }

    def terms(fields: dict[str, str]) -> str:
        return "<dl>" + "".join(f"<dt>{name}</dt><dd>{text}</dd>" for name, text in fields.items()) + "</dl>"

    guides.put(
        401,
        "建设用地规划许可证核发办事指南",
        terms({"事项名称": "建设用地规划许可证核发", "设定依据": "《城乡规划法》", "申请条件": "取得批准文件", **rest}),
        lacking,
    )
    wide = "".join(
        f"<div><b>{'　'.join(name)}</b>：{text}</div>"
        for name, text in {
            "事项名称": "采矿权延续登记",
            "申请材料": "登记书",
            "受理条件": "期满前三十日",
            **rest,
        }.items()
    )
    guides.put(402, "采矿权延续登记服务指南", wide, lacking)
    synonyms = {
        "事项名称": "测绘资质审批",
        "审批依据": "《测绘法》第二十七条",
        "申办条件": "有专业技术人员",
        "所需材料": "申请表",
        **rest,
    }
    guides.put(403, "测绘资质审批办事指南", terms(synonyms))
    flat = (
        "<p>事项名称：不动产登记资料查询。设定依据：《不动产登记暂行条例》。申请条件：权利人。"
        "办理材料：无。办理流程：申请、查询。办理地点：一楼。办理时间：工作日。联系电话：0994-2200121。</p>"
    )
    guides.put(404, "不动产登记资料查询办事指南", flat)
    guides.close()


def _letters(portal: Stranger) -> None:
    rows = ""
    for number, title, day, state, fault in (
        (1, "邻居违建举报何时处理", "2026-10-09", "未答复", True),
        (2, "办证资料退回原因咨询", "2026-07-13", "等待回复", True),
        (3, "咨询宅基地确权", "2026-09-10", "答复完毕", False),
        (4, "建议公开规划图", "2026-11-16", "未答复", False),
    ):
        answer = (
            "<p>【答复内容】您好，您反映的问题已经核实，已为您办理。</p><p>【答复时间】2026-09-15</p>"
            if number == 3
            else ""
        )
        body = f"<p>【来信时间】{day}</p><p>【信件状态】{state}</p><p>【信件内容】{title}，望答复。</p>{answer}"
        path = f"/hd/jzxx/show.asp?id={number}"
        page = article(title, body, day=day, column="局长信箱", path=("政民互动",), byline=" ")
        portal.add(path, page, *(["message-overdue"] if fault else []))
        rows += f"<li><a href='{path}'>{title}</a> <span>（{day}）</span> <font color=red>[{state}]</font></li>"
    portal.add("/hd/jzxx/", column("局长信箱", f"<ul>{rows}</ul>", "政民互动"))


def _consultations(portal: Stranger) -> None:
    asked = Column(portal, "民意征集", "/hd/myzj/", "政民互动")
    none = "consultation-no-result"
    why = paragraphs("根据工作安排，现将文本公示，诚邀社会各界提出宝贵意见，可寄至市民中心B区，或发送至电子邮箱。")
    asked.put(
        501,
        "《沙岭市国土空间总体规划》（草案）公开征求意见",
        why + "<p>征求意见时间为30天，自2026年7月15日起至2026年8月13日止。</p>",
        none,
        day="2026-07-15",
    )
    state = "<p>征集状态：已结束</p><p>起止时间：2026.08.01 至 2026.08.31</p>"
    asked.put(502, "关于《沙岭市村庄规划导则》征求意见的函", state + why, none, day="2026-08-01")
    feedback = "<div><b>反馈情况</b></div><p>公示期间未收到书面意见。</p>"
    asked.put(
        503, "《沙岭市绿道规划》征求公众意见的公告", why + "<p>截止日期：2026年8月20日</p>" + feedback, day="2026-07-21"
    )
    asked.put(504, "关于开展地名命名意见征集的公告", why, day="2026-06-10")
    asked.close()
    replies = Column(portal, "政协提案", "/jyta/")
    lacking = "reply-field-missing"
    replies.put(
        511,
        "沙岭市自然资源和规划局关于市政协第77号提案的答复",
        f"<p>周某某委员：</p>{filler('口袋公园建设')}",
        lacking,
        day="2026-09-02",
    )
    replies.put(
        512,
        "对市人大第19号代表建议的答复",
        f"<p>沙自然资函〔2026〕19号</p><p>吴某某代表：</p>{filler('停车位规划')}",
        day="2026-09-03",
    )
    signed = (
        f"<p align=center>沙自然资函（2026）20号</p>"
        f"<p>郑某某代表：</p>{filler('老街保护')}<p align=right>{NAME}<br>2026年9月3日</p>"
    )
    replies.put(513, "对市人大第20号代表建议的答复", signed, "wording-error", day="2026-09-04")
    replies.close()


_ALL = ("公开事项名称", "公开内容", "公开依据", "公开时限", "公开责任主体", "公开渠道", "公开对象", "公开方式")


def _catalogues(portal: Stranger) -> None:
    made = Column(portal, "主动公开", "/gkmlpt/mulu/", "信息公开")
    lacking = "catalogue-element-missing"

    def rows(names: list[str]) -> list[list[str]]:
        return [["序号", *names], *([str(n), *(f"{name}{n}" for name in names)] for n in range(1, 4))]

    title = "沙岭市{}领域政务公开标准目录"
    few = [name for name in _ALL if name not in ("公开对象", "公开依据")]
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows(few))
    made.put(601, title.format("征地补偿"), f"<table>{table}</table>", lacking)
    for number, topic, body, ending, faulty in (
        (602, "国土空间规划", paper(title.format("国土空间规划"), ["编制说明。"], rows(few)), "docx", True),
        (
            603,
            "不动产登记",
            pdf([title.format("不动产登记"), *(" ".join(row) for row in rows(list(_ALL)))]),
            "pdf",
            False,
        ),
        (604, "矿产资源", workbook(title.format("矿产资源"), rows([n for n in _ALL if n != "公开时限"])), "xlsx", True),
    ):
        file = portal.add(f"/files/{number}.{ending}", attached(body), *([lacking] if faulty else []))
        made.put(
            number, title.format(topic), f"<p><a href='{file}'>{title.format(topic)}.{ending}</a></p>" + filler(topic)
        )
    made.close()
    budget = Column(portal, "预决算公开", "/gkmlpt/yjs/", "信息公开")
    budget.put(611, f"{NAME}2026年部门预算", filler("部门预算"), day="2026-02-10")
    budget.close()


def _annual(portal: Stranger) -> None:
    """The year in full-width digits: it is there."""
    made = Column(portal, "年度报告", "/gkmlpt/annual/", "信息公开")
    made.put(701, f"{NAME}２０２５年政府信息公开工作年度报告", filler("信息公开"), day="2026-01-21")
    made.put(702, f"{NAME}2024年政府信息公开工作年度报告", filler("信息公开"), day="2025-01-22")
    made.close()
