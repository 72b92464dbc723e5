"""The county's guides, letters, consultations, replies, catalogues and reports."""

from tests.duwang.stranger_portals.files import paper, pdf, workbook
from tests.duwang.stranger_portals.qingdu import template as t
from tests.duwang.stranger_portals.seeded import Stranger, attached, filler, paragraphs

Entries = list[tuple[str, str, str]]


def add(portal: Stranger) -> None:
    """All of them, and the columns that list them."""
    _guides(portal)
    _letters(portal)
    _consultations(portal)
    _interviews(portal)
    _replies(portal)
    _catalogues(portal)
    _reports(portal)
    _reprints(portal)


def _sections(*parts: tuple[str, str]) -> str:
    return "".join(f"<h4>{name}</h4><div><p>{text}</p></div>" for name, text in parts)


def _guides(portal: Stranger) -> None:
    listed: Entries = []

    def put(number: int, title: str, body: str, *faults: str) -> None:
        path = f"/bsfw/{8000 + number}.html"
        portal.add(path, t.article(title, body, day="2026-06-15", column="办事服务", source="县政务服务中心"), *faults)
        listed.append((path, title, "2026-06-15"))

    lacking = "guide-element-missing"
    rest = (
        ("办理流程", "受理、审核、决定、送达"),
        ("办理地点", "县政务服务大厅3号窗口"),
        ("办理时间", "工作日9:00—17:00"),
        ("联系电话", "0993-6025678"),
    )
    put(
        1,
        "食品小作坊登记办事指南",
        _sections(
            ("事项名称", "食品小作坊登记"), ("受理条件", "有固定场所"), ("申请材料", "申请书、身份证复印件"), *rest
        ),
        lacking,
    )
    rows = "".join(
        f"<tr><td>{a}</td><td>{b}</td></tr>"
        for a, b in (
            ("事项名称", "林木采伐许可"),
            ("设定依据", "《森林法》"),
            ("申请条件", "　"),
            ("办理材料", "采伐申请表"),
            *rest,
        )
    )
    put(2, "林木采伐许可", f"<table>{rows}</table>", lacking)
    numbered = paragraphs(
        "一、事项名称：残疾人证办理",
        "二、设定依据：《残疾人保障法》",
        "三、申请条件：具有本县户籍的残疾人",
        "四、办理流程：申请、评定、发证",
        "五、办理地点：县残联一楼",
        "六、办理时间：工作日",
        "七、联系电话：0993-6021111",
    )
    put(3, "残疾人证办理服务指南", numbered, lacking)
    full = paragraphs(
        "（一）项目名称：再生育审批",
        "（二）法律依据：《人口与计划生育法》第十八条",
        "（三）受理条件：符合法定情形的夫妻",
        "（四）提交材料：申请表、结婚证",
        "（五）办事程序：申请、审核、发证",
        "（六）办理地址：县卫健委二楼",
        "（七）工作时间：周一至周五",
        "（八）咨询电话：0993-6023333",
    )
    put(4, "再生育审批办事指南", full)
    put(5, "政务大厅推行办事指南“一码通”", filler("办事指南二维码"))
    page = "".join(f'<li><a href="{url}">{name}</a></li>' for url, name, _ in listed)
    portal.add("/bsfw/index.html", t.column("办事服务", f'<ul class="fw">{page}</ul>'))


def _letters(portal: Stranger) -> None:
    overdue = "message-overdue"
    rows = ""
    for number, title, day, state, faults in (
        (1, "水口镇自来水浑浊", "2026-10-12", "待回复", (overdue,)),
        (2, "反映东门菜市场占道经营", "2026-06-22", "办理中", (overdue,)),
        (3, "咨询灵活就业参保", "2026-11-12", "办理中", ()),
        (4, "建议增设公交站牌", "2026-09-14", "已回复", ()),
        (5, "重复来信：同一事项", "2026-09-15", "不予受理", ()),
        (6, "城南小区下水道堵塞", "2026-09-21", "处理中", ()),
        (7, "老旧小区加装电梯补贴咨询", "2024-09-21", "处理中", ()),
    ):
        answered = number in (4, 6)
        reply = (
            '<div class="hf"><h3>回复内容</h3><p>回复单位：县住房和城乡建设局　回复时间：2026-09-28 10:20</p>'
            "<p>网友您好：来信收悉，经现场核实，现将办理情况答复如下，感谢您的支持。</p></div>"
        )
        body = (
            f'<table class="xx"><tr><td>信件编号</td><td>QD2026{number:04}</td><td>来信时间</td><td>{day}</td></tr>'
            f"<tr><td>来信人</td><td>李**</td><td>办理状态</td><td>{state}</td></tr></table>"
            f"<p>来信内容：{title}，请予核实处理，谢谢。</p>{reply if answered else ''}"
        )
        path = f"/hdjl/xzxx/detail.html?id={number}"
        portal.add(path, t.article(title, body, day=day, column="县长信箱", path=("互动交流",), byline=" "), *faults)
        rows += (
            f'<tr><td>QD{number:04}</td><td><a href="{path}">{title}</a>'
            f'</td><td>{day}</td><td class="s">{state}</td></tr>'
        )
    head = "<tr><th>编号</th><th>信件标题</th><th>来信日期</th><th>办理状态</th></tr>"
    portal.add("/hdjl/xzxx/index.html", t.column("县长信箱", f"<table>{head}{rows}</table>", "互动交流"))
    links = "".join(f'<li><a href="{t.MENU[name]}">{name}</a></li>' for name in ("县长信箱", "意见征集", "在线访谈"))
    portal.add("/hdjl/index.html", t.column("互动交流", f"<ul>{links}</ul>"))


def _consultations(portal: Stranger) -> None:
    listed: Entries = []

    def put(number: int, title: str, day: str, body: str, *faults: str) -> None:
        path = f"/hdjl/yjzj/{8200 + number}.html"
        portal.add(path, t.article(title, body, day=day, column="意见征集", path=("互动交流",)), *faults)
        listed.append((path, title, day))

    none = "consultation-no-result"
    why = paragraphs(
        "为进一步提高决策的科学化、民主化水平，现将草案全文公布，向社会公开征求意见。公众可通过信函、电子邮件等方式提出意见。"
    )
    put(
        1,
        "关于《清渡县养老服务规划（征求意见稿）》公开征求意见的公告",
        "2026-08-03",
        "<p>征集时间：2026年8月3日至2026年9月2日</p>" + why,
        none,
    )
    table = "<table><tr><td>开始日期</td><td>2026-07-01</td><td>截止日期</td><td>2026-07-31</td></tr></table>"
    put(2, "清渡县客运出租汽车管理办法（草案）意见征集", "2026-07-01", table + why, none)
    put(
        3,
        "关于征求《清渡县城市绿线划定方案》意见建议的通知",
        "2026-09-01",
        why + "<p>意见反馈截止时间：二〇二六年九月三十日。</p>",
        none,
    )
    put(4, "关于公开征求《清渡县校外托管管理办法》意见的公告", "2026-08-20", why + "<p>请于2026年9月20日前反馈。</p>")
    put(
        5,
        "关于公开征求《清渡县公共停车场规划》意见的公告",
        "2026-06-01",
        why + "<p>征集期限：2026年6月1日—6月30日。</p><h3>结果反馈</h3><p>截至征集结束，共收到意见5条，采纳3条。</p>",
    )
    put(6, "关于公开征求《清渡县燃气管理办法》意见的公告", "2026-10-20", why + "<p>请于2026年11月19日前反馈。</p>")
    put(7, "《清渡县校外托管管理办法》征求意见采纳情况的说明", "2026-10-08", filler("意见采纳"))
    portal.add("/hdjl/yjzj/index.html", t.column("意见征集", t.listed(listed[::-1]), "互动交流"))


def _interviews(portal: Stranger) -> None:
    listed: Entries = []
    for number, (title, day) in enumerate(
        (("县农业农村局局长谈春耕备耕", "2025-03-12"), ("县医保局负责人谈门诊统筹", "2025-06-18"))
    ):
        path = f"/hdjl/zxft/{8300 + number}.html"
        portal.add(path, t.article(title, filler("在线访谈"), day=day, column="在线访谈", path=("互动交流",)))
        listed.append((path, title, day))
    portal.add(
        "/hdjl/zxft/index.html", t.column("在线访谈", t.listed(listed[::-1]), "互动交流"), "interaction-few interview"
    )


def _replies(portal: Stranger) -> None:
    listed: Entries = []

    def put(number: int, title: str, body: str, *faults: str, before: str = "") -> None:
        path = f"/public/6596131/{8400 + number}.html"
        page = t.article(
            title, body, day="2026-09-22", column="建议提案办理", path=("政府信息公开",), before=before, source=""
        )
        portal.add(path, page, *faults)
        listed.append((path, title, "2026-09-22"))

    lacking = "reply-field-missing"
    text = filler("农村公路养护")
    put(1, "关于县十八届人大五次会议第31号建议的答复", f"<p>王某某代表：</p>{text}", lacking)
    put(
        2,
        "对县政协十届四次会议第58号提案的复函",
        f"<p>赵某某委员：</p>{text}<p>清渡县交通运输局</p><p>2026年9月18日</p>",
        lacking,
    )
    block = (
        "<dl><dt>索引号</dt><dd>QD0009/2026-00011</dd><dt>发布机构</dt><dd></dd>"
        "<dt>文号</dt><dd>清交函〔2026〕21号</dd><dt>成文日期</dt><dd>2026-09-18</dd></dl>"
    )
    put(3, "县人大代表第44号建议办理答复", f"<p>刘某某代表：</p>{text}", lacking, before=block)
    put(
        4,
        "关于县政协第12号提案办理情况的答复",
        f"<p>清教函〔2026〕9号</p><p>孙某某委员：</p>{text}<p>清渡县教育和体育局</p><p>二〇二六年九月十八日</p>",
    )
    put(5, "全县召开建议提案办理工作推进会", filler("建议提案办理"))
    portal.add("/public/column/6006.html", t.column("建议提案办理", t.listed(listed[::-1]), "政府信息公开"))


_ALL = ("公开事项", "公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "公开对象", "公开方式")


def _rows(names: tuple[str, ...]) -> list[list[str]]:
    return [["序号", *names]] + [[str(n), *(f"{name}内容{n}" for name in names)] for n in range(1, 5)]


def _without(*gone: str) -> tuple[str, ...]:
    return tuple(name for name in _ALL if not any(word in name for word in gone))


def _catalogues(portal: Stranger) -> None:
    listed: Entries = []

    def put(number: int, title: str, body: str, *faults: str) -> None:
        path = f"/public/6596141/{8500 + number}.html"
        portal.add(
            path, t.article(title, body, day="2026-03-20", column="法定主动公开内容", path=("政府信息公开",)), *faults
        )
        listed.append((path, title, "2026-03-20"))

    lacking = "catalogue-element-missing"

    def html(rows: list[list[str]]) -> str:
        cells = ("".join(f"<td><p>{cell}</p></td>" for cell in row) for row in rows)
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"

    name = "清渡县{}领域基层政务公开标准目录"
    put(1, name.format("就业"), html(_rows(_without("依据", "时限"))), lacking)
    two = (
        "<table><tr><th rowspan=2>序号</th><th colspan=2>公开事项</th><th rowspan=2>公开内容（要素）</th>"
        "<th rowspan=2>公开依据</th><th rowspan=2>公开时限</th>"
        "<th rowspan=2>公开主体</th><th rowspan=2>公开渠道和载体</th>"
        "<th colspan=2>公开对象</th><th colspan=2>公开方式</th></tr>"
        "<tr><th>一级事项</th><th>二级事项</th><th>全社会</th><th>特定群体</th><th>主动</th><th>依申请</th></tr>"
        f"<tr>{''.join(f'<td>甲{n}</td>' for n in range(12))}</tr>"
        f"<tr>{''.join(f'<td>乙{n}</td>' for n in range(12))}</tr></table>"
    )
    put(2, name.format("社会救助"), two)
    for number, topic, body, ending, faulty in (
        (3, "养老服务", workbook(name.format("养老服务"), _rows(_without("主体"))), "xlsx", True),
        (4, "公共文化服务", paper(name.format("公共文化服务"), rows=_rows(_without("渠道"))), "docx", True),
        (
            5,
            "税收管理",
            pdf([name.format("税收管理"), *("  ".join(row) for row in _rows(_without("对象", "时限")))]),
            "pdf",
            True,
        ),
        (6, "户籍管理", workbook(name.format("户籍管理"), _rows(_ALL)), "xlsx", False),
        (7, "城乡规划", paper(name.format("城乡规划"), rows=_rows(_ALL)), "docx", False),
    ):
        file = portal.add(f"/group1/M00/{8500 + number}.{ending}", attached(body))
        if faulty:
            portal.faults.add((lacking, file))
        put(
            number,
            name.format(topic),
            f'<p>见附件。</p><p>附件：<a href="{file}">{name.format(topic)}.{ending}</a></p>' + filler(topic),
        )
    put(
        8,
        "清渡县权责清单目录",
        html([["序号", "职权名称", "职权类型", "实施主体"], ["1", "取水许可", "行政许可", "县水利局"]]),
    )
    portal.add("/public/column/6007.html", t.column("法定主动公开内容", t.listed(listed[::-1]), "政府信息公开"))


def _reports(portal: Stranger) -> None:
    """Last year's own report is missing; another body's and the site's are there."""
    listed: Entries = []
    for number, title in enumerate(
        (
            "清渡县人民政府2024年政府信息公开工作年度报告",
            "清渡县2023年政府信息公开工作年度报告",
            "清渡县人民政府2025年法治政府建设年度报告",
        )
    ):
        path, day = f"/public/6596151/{8600 + number}.html", f"202{6 - (number + 1) % 3}-03-1{number}"
        portal.add(
            path, t.article(title, filler("信息公开"), day=day, column="政府信息公开年报", path=("政府信息公开",))
        )
        listed.append((path, title, day))
    portal.add(
        "/public/column/6005.html",
        t.column("政府信息公开年报", t.listed(listed), "政府信息公开"),
        "annual-report-missing annual-report-2025",
    )


def _reprints(portal: Stranger) -> None:
    due = {
        "国务院关于推进城市更新的意见": "2026-11-05",
        "国务院办公厅关于加强寒潮应对工作的通知": "2026-11-09",
        "国务院关于发展银发经济的若干意见": "2026-11-10",
        "国务院办公厅关于印发冬季防火方案的通知": "2026-11-12",
        "国务院关于支持中小企业的若干措施": "2026-11-19",
        "国务院办公厅转发农业农村部关于粮食收储的意见": "2026-11-02",
    }
    portal.checks = {
        "reprint-late": {"documents": [{"title": title, "published_on": day} for title, day in due.items()]}
    }
    listed: Entries = []
    for number, (title, day) in enumerate(
        (
            ("国务院印发《关于发展银发经济的若干意见》", "2026-11-11"),
            ("国务院关于推进城市更新的意见", "2026-11-12"),
            ("转载：国务院办公厅转发《农业农村部关于粮食收储的意见》", "2026-11-03"),
            ("国务院常务会议部署今冬明春能源保供", "2026-11-15"),
        )
    ):
        path = f"/xwzx/gwyxx/{8700 + number}.html"
        portal.add(path, t.article(title, filler("政策落实"), day=day, column="国务院信息", source="中国政府网"))
        listed.append((path, title, day))
    portal.add("/xwzx/gwyxx/index.html", t.column("国务院信息", t.listed(listed)))
    for title in (
        "国务院关于推进城市更新的意见",
        "国务院办公厅关于加强寒潮应对工作的通知",
        "国务院办公厅关于印发冬季防火方案的通知",
    ):
        portal.faults.add(("reprint-late", title))
