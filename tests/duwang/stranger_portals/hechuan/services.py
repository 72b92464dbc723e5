"""Letters, consultations, guides, catalogues and replies of a bureau."""

from tests.duwang.stranger_portals.files import paper, workbook
from tests.duwang.stranger_portals.hechuan.template import NAME, Entry, page, put, site_tags
from tests.duwang.stranger_portals.seeded import Stranger, attached, filler, paragraphs

Lists = dict[str, list[Entry]]


def add(portal: Stranger, lists: Lists) -> None:
    """All of them."""
    _letters(portal)
    _consultations(portal, lists)
    _guides(portal, lists)
    _catalogues(portal, lists)
    _replies(portal, lists)


def _letters(portal: Stranger) -> None:
    letters = [
        ("咨询农机补贴发放时间", "2026-11-10", ""),
        ("反映村级水渠渗漏", "2026-10-09", "late"),
        ("咨询土地流转合同备案", "2026-09-15", "2026-09-18"),
        ("建议加强种子市场监管", "2026-08-19", "2026-08-24"),
    ]
    rows = ""
    for serial, (title, day, answered) in enumerate(letters, 1):
        path = f"/hdjl/jzxx/{day[:4]}{day[5:7]}/t{day.replace('-', '')}_{serial}.html"
        asked = (
            f'<h3>{title}</h3><dl class="wt"><dt>提问</dt><dd>网友 李** 　{day}</dd><dd>局长您好，{title}，请予'
            f"以答复。</dd></dl>"
        )
        if answered and answered != "late":
            asked += (
                f'<dl class="hf"><dt>回复</dt><dd>禾川县农业农村局　{answered}</dd><dd>您好，您反映的事项已收悉'
                f"并办理，感谢您的关注。</dd></dl>"
            )
        body = (
            f'<div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/hdjl/jzxx/">局长信箱</a></div><div '
            f'class="xj">{asked}</div>'
        )
        portal.add(
            path, page(f"{title}-{NAME}", site_tags(), body), *(["message-overdue"] if answered == "late" else [])
        )
        state = "已回复" if answered not in ("", "late") else "未回复"
        rows += f'<li><a href="{path}">{title}</a><em>{state}</em><span>{day}</span></li>'
    metas = site_tags() | {
        "ColumnName": "局长信箱",
        "ColumnDescription": "局长信箱",
        "ColumnKeywords": "信箱",
        "ColumnType": "局长信箱",
    }
    place = '<div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/hdjl/jzxx/">局长信箱</a></div>'
    portal.add("/hdjl/jzxx/", page(f"局长信箱-{NAME}", metas, f'{place}<ul class="xjlb">{rows}</ul>'))


def _consultations(portal: Stranger, lists: Lists) -> None:
    def call(topic: str, day: str, line: str, *faults: str, after: str = "") -> str:
        body = paragraphs(
            f"我局起草了《{topic}（征求意见稿）》，现向社会公开征求意见。",
            line,
            "联系人：王同志，联系电话：0999-6620118。",
        )
        return put(
            portal,
            lists,
            "hdjl/yjzj",
            f"关于《{topic}（征求意见稿）》公开征求意见的通知",
            day,
            body,
            *faults,
            after=after,
        )

    call(
        "禾川县畜禽养殖禁养区划定方案",
        "2026-08-17",
        "征求意见期限：2026年8月17日—2026年9月16日。",
        "consultation-no-result",
    )
    call("禾川县乡村产业发展规划", "2026-10-26", "征求意见时间截止到2026年11月25日。")
    call("禾川县渔业资源保护办法", "2026-06-01", "公众可于2026年7月1日前反馈意见。")
    put(
        portal,
        lists,
        "hdjl/zjjg",
        "《禾川县渔业资源保护办法（征求意见稿）》征求意见结果反馈",
        "2026-07-08",
        paragraphs("征求意见期间，共收到意见2条，均已采纳。"),
    )
    call(
        "禾川县农田水利管护办法",
        "2026-04-07",
        "请于2026年5月7日前将意见反馈我局。",
        after="<p>　　意见采纳情况：公示期内未收到不同意见。</p>",
    )


def _guides(portal: Stranger, lists: Lists) -> None:
    def guide(name: str, parts: dict[str, str], *faults: str) -> None:
        body = "".join(f'<h4 class="bt">{label}</h4><div class="nr">{value}</div>' for label, value in parts.items())
        put(portal, lists, "bsfw", f"{name}办事指南", "2026-04-29", body, *faults)

    whole = {
        "事项名称": "农药经营许可",
        "法律依据": "《农药管理条例》第二十四条",
        "办理条件": "有具备农药和病虫害防治专业知识的经营人员",
        "申报材料": "农药经营许可证申请表、经营人员学历证明",
        "办理流程": "受理、审核、决定",
        "办理地点及时间": "县政务服务中心，工作日9:00—17:00",
        "联系方式": "0999-6620110",
    }
    guide("农药经营许可", whole)
    guide(
        "兽药经营许可",
        {label: value for label, value in (whole | {"事项名称": "兽药经营许可"}).items() if label != "办理条件"},
        "guide-element-missing",
    )
    guide(
        "动物诊疗许可",
        {
            label: value
            for label, value in (whole | {"事项名称": "动物诊疗许可"}).items()
            if label not in ("申报材料", "法律依据")
        },
        "guide-element-missing",
    )
    told = paragraphs(
        "一、事项名称：拖拉机驾驶证核发",
        "二、设定依据：《农业机械安全监督管理条例》",
        "三、申请条件：年满18周岁，身体健康",
        "四、申请材料：身份证、体检证明、照片",
        "五、办理流程：申请—考试—发证",
        "六、办理地点：县政务服务中心3楼",
        "七、办理时间：工作日",
        "八、咨询电话：0999-6620112",
    )
    put(portal, lists, "bsfw", "拖拉机驾驶证核发服务指南", "2026-05-18", told)


HEAD = ["公开事项", "公开内容", "公开依据", "公开时限", "公开主体", "公开方式", "公开渠道", "公开对象"]
ROW = [
    "农业补贴政策",
    "补贴对象、标准",
    "《政府信息公开条例》",
    "信息形成20个工作日内",
    "县农业农村局",
    "主动公开",
    "政府网站",
    "全社会",
]


def _catalogues(portal: Stranger, lists: Lists) -> None:
    def rows(skip: str = "") -> list[list[str]]:
        kept = [place for place, label in enumerate(HEAD) if label != skip]
        return [[line[place] for place in kept] for line in (HEAD, ROW, ROW)]

    def shown(table: list[list[str]]) -> str:
        head, *body = ["".join(f"<td>{cell}</td>" for cell in line) for line in table]
        return (
            f'<table class="MsoNormalTable"><thead><tr>{head}</tr></thead><tbody>'
            + "".join(f"<tr>{line}</tr>" for line in body)
            + "</tbody></table>"
        )

    put(portal, lists, "zwgk/zdgkml", "禾川县涉农补贴领域基层政务公开标准目录", "2026-03-31", shown(rows()))
    put(
        portal,
        lists,
        "zwgk/zdgkml",
        "禾川县农业农村局主动公开事项标准目录",
        "2026-03-31",
        shown(rows("公开依据")),
        "catalogue-element-missing",
    )
    portal.add(
        "/zwgk/zdgkml/202603/P1.xlsx",
        attached(workbook("禾川县涉农补贴标准目录", rows("公开对象"))),
        "catalogue-element-missing",
    )
    portal.add("/zwgk/zdgkml/202603/P2.docx", attached(paper("禾川县动物防疫领域基层政务公开标准目录", rows=rows())))
    links = (
        '<p>附件1：<a href="/zwgk/zdgkml/202603/P1.xlsx">禾川县涉农补贴领域基层政务公开标准目录.xlsx</a></p><p>'
        '附件2：<a href="/zwgk/zdgkml/202603/P2.docx">动物防疫领域标准目录.docx</a></p>'
    )
    put(
        portal,
        lists,
        "zwgk/zdgkml",
        "关于公布基层政务公开标准目录的公告",
        "2026-03-30",
        paragraphs("现予公布。") + links,
    )


def _replies(portal: Stranger, lists: Lists) -> None:
    def reply(title: str, day: str, number: str, signed: str, *faults: str) -> None:
        body = (
            f"<p>{number}</p>"
            + paragraphs("赵某某委员：", "您提出的《关于发展特色农业的提案》收悉。经研究，现答复如下：")
            + filler("特色农业")
            + signed
        )
        put(portal, lists, "zwgk/fdzdgk", title, day, body, *faults)

    signed = "<p>禾川县农业农村局</p><p>2026年8月3日</p>"
    reply("对政协禾川县第十四届五次会议第16号提案的答复", "2026-08-05", "禾农提字〔2026〕3号", signed)
    reply("对县第十九届人大五次会议第41号建议的答复", "2026-08-06", "", signed, "reply-field-missing")
    reply("关于县人大十九届五次会议第9号建议办理情况的答复", "2026-08-07", "禾农函〔2026〕28号", signed)
