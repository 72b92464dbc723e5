"""Letters as cards, consultations with states, guides in pairs, catalogues in files."""

from tests.duwang.stranger_portals.files import paper, workbook
from tests.duwang.stranger_portals.seeded import Stranger, attached, filler, paragraphs
from tests.duwang.stranger_portals.wuling.template import Entry, address, page, put

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
        ("咨询异地就医备案流程", "2026-11-13 10:22:31", "待办理", None),
        ("反映东门菜场占道经营", "2026-10-14 09:12:05", "办理中", "late"),
        ("咨询公租房申请条件", "2026-09-22 15:02:44", "已办结", "2026-09-25 10:00:00"),
        ("重复来信", "2026-08-12 08:45:10", "不予受理", None),
        ("举报某餐馆油烟扰民", "2026-07-20 19:20:00", "已转办", "2026-07-28 11:30:00"),
        ("人行道地砖破损", "2026-06-25 07:10:09", "未答复", "late"),
    ]
    cards = ""
    for serial, (title, asked, state, answered) in enumerate(letters, 900):
        path = f"/wlxrmzf/xzxx/detail.shtml?metadataId={serial}"
        body = (
            '<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/wlxrmzf/xzxx/list.shtml">县长信箱</a>'
            "</div>"
            f'<div class="letter"><h3>{title}</h3><p>写信时间：{asked}</p><p>办理状态：{state}</p>'
            f"<p>来信内容：您好，{title}，请有关部门处理。</p>"
        )
        if answered not in (None, "late"):
            body += (
                f"<p>回复单位：县信访局</p><p>回复时间：{answered}</p><p>回复内容：您好，来信收悉，已按规定办理"
                f"，感谢支持。</p>"
            )
        if state == "不予受理":
            body += "<p>不予受理原因：与此前来信内容重复，已答复。</p>"
        portal.add(
            path, page(f"{title}_县长信箱", body + "</div>"), *(["message-overdue"] if answered == "late" else [])
        )
        cards += (
            f'<li class="card"><a href="{path}">{title}</a><p><span>写信时间：{asked[:10]}</span>'
            f"<span>办理状态：{state}</span></p></li>"
        )
    here = (
        '<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/wlxrmzf/xzxx/list.shtml">县长信箱</a></div>'
    )
    portal.add("/wlxrmzf/xzxx/list.shtml", page("县长信箱", f'{here}<ul class="letters">{cards}</ul>'))


def _consultations(portal: Stranger, lists: Lists) -> None:
    def call(title: str, day: str, lines: str, *faults: str, after: str = "") -> None:
        put(portal, lists, "yjzj", title, day, lines + filler("征求意见"), *faults, after=after)

    times = "<p>开始时间：{}　结束时间：{}　状态：{}</p>"
    call(
        "《梧岭县湿地保护规划（草案）》公开征求意见",
        "2026-08-03",
        times.format("2026-08-03", "2026-09-02", "已结束"),
        "consultation-no-result",
    )
    call(
        "《梧岭县招标投标管理办法（征求意见稿）》公开征求意见",
        "2026-07-06",
        times.format("2026-07-06", "2026-08-05", "已结束"),
        after='<div class="fk"><h3>征集反馈</h3><p>截至2026年8月5日，共收到意见3条，已采纳2条。</p></div>',
    )
    call(
        "关于《梧岭县电动自行车管理规定》征求意见的通知",
        "2026-10-30",
        times.format("2026-10-30", "2026-11-30", "进行中"),
    )
    told = "关于《梧岭县学校布局专项规划》征求意见的反馈"
    put(portal, lists, "yjzj", told, "2026-06-18", paragraphs("共征集到意见建议7条，采纳情况如下。") + filler("反馈"))
    call(
        "关于《梧岭县学校布局专项规划（2026—2035年）》征求意见的公告",
        "2026-05-11",
        paragraphs("公示时间自2026年5月11日至2026年6月10日止，请将意见书面反馈。"),
        after=f'<p><a href="{address("yjzj", told, "2026-06-18")}">查看反馈</a></p>',
    )
    call(
        "测省发展和改革委员会关于公开征求《测省能源条例（征求意见稿）》意见的公告",
        "2026-07-20",
        paragraphs("意见请于2026年8月20日前反馈至测省发展和改革委员会。", "来源：测省发展和改革委员会网站"),
    )
    line = paragraphs("报名截止时间为2026年7月31日，请符合条件的单位报名。")
    put(portal, lists, "gggs", "关于公开征集政府采购代理机构的公告", "2026-07-10", line + filler("征集"))
    line = paragraphs("请有意参加的志愿者于2026年6月30日前报名。")
    put(portal, lists, "gggs", "梧岭县文化旅游节志愿者招募公告", "2026-06-12", line + filler("招募"))


WHOLE = {
    "事项名称": "乡村医生执业注册",
    "实施依据": "《乡村医生从业管理条例》",
    "受理条件": "具有中专以上学历",
    "办理材料": "申请表、学历证明",
    "办理程序": "申请、受理、审核、发证",
    "办公地址": "县政务服务中心卫健窗口",
    "办公时间": "周一至周五 8:30-17:30",
    "咨询电话": "0999-6630088",
}


def _pairs(rows: dict[str, str]) -> str:
    cells = [f"<th>{label}</th><td>{value}</td>" for label, value in rows.items()]
    return "<table>" + "".join(f"<tr>{''.join(cells[i : i + 2])}</tr>" for i in range(0, len(cells), 2)) + "</table>"


def _terms(rows: dict[str, str]) -> str:
    return "<dl>" + "".join(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in rows.items()) + "</dl>"


def _boxes(rows: dict[str, str]) -> str:
    return "".join(
        f'<div class="box"><div class="h"><span>{label}</span></div><div class="c"><p>{value}</p></div></div>'
        for label, value in rows.items()
    )


def _guides(portal: Stranger, lists: Lists) -> None:
    for name, form, skip in [
        ("乡村医生执业注册", _pairs, ""),
        ("公共场所卫生许可", _pairs, "实施依据"),
        ("放射诊疗许可", _terms, ""),
        ("义诊活动备案", _terms, "办理材料"),
        ("护士执业注册", _boxes, ""),
        ("医师执业注册", _boxes, "受理条件"),
    ]:
        rows = {label: value for label, value in (WHOLE | {"事项名称": name}).items() if label != skip}
        put(portal, lists, "bszn", name, "2026-04-08", form(rows), *(["guide-element-missing"] if skip else []))
    questions = paragraphs(
        "问：办理居住证需要哪些申请材料？",
        "答：身份证、居住地证明。",
        "问：办理流程是怎样的？",
        "答：到派出所申请即可。",
    )
    put(portal, lists, "bszn", "居住证办理常见问题解答", "2026-04-09", questions)


HEAD = ["序号", "事项名称", "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "公开对象", "公开方式"]
ROW = ["1", "公租房分配", "分配结果", "《保障性住房办法》", "20个工作日", "县住建局", "政府网站", "全社会", "主动"]


def _catalogues(portal: Stranger, lists: Lists) -> None:
    def rows(skip: str = "") -> list[list[str]]:
        kept = [place for place, label in enumerate(HEAD) if label != skip]
        return [[line[place] for place in kept] for line in (HEAD, ROW, ROW, ROW)]

    for name, skip, kind in [
        ("保障性住房", "", "xlsx"),
        ("城乡规划", "公开依据", "xlsx"),
        ("就业创业", "", "docx"),
        ("公共法律服务", "公开对象", "docx"),
    ]:
        title = f"梧岭县{name}领域基层政务公开标准目录"
        make = workbook(title, rows(skip)) if kind == "xlsx" else paper(title, rows=rows(skip))
        file = f"/wlxrmzf/upload/{sum(map(ord, name))}.{kind}"
        portal.add(file, attached(make), *(["catalogue-element-missing"] if skip else []))
        put(portal, lists, "bzml", title, "2026-02-24", f'<p><a href="{file}">{title}.{kind}</a></p>')
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in line) + "</tr>" for line in rows("公开时限"))
    title = "梧岭县安全生产领域基层政务公开标准目录"
    put(portal, lists, "bzml", title, "2026-02-25", f"<table>{lines}</table>", "catalogue-element-missing")
    table = "<table><tr><td>领域</td><td>牵头单位</td><td>完成时限</td><td>公开主体</td><td>联系人</td></tr>" + (
        "<tr><td>就业</td><td>县人社局</td><td>6月</td><td>县人社局</td><td>王某</td></tr>" * 3 + "</table>"
    )
    put(portal, lists, "bzml", "梧岭县基层政务公开标准化规范化工作任务分工表", "2026-02-26", table)


def _replies(portal: Stranger, lists: Lists) -> None:
    text = paragraphs("孙某某代表：", "您提出的关于加强农村饮水安全的建议收悉，现答复如下：") + filler("农村饮水安全")
    signed = "<p>梧岭县水利局</p><p>2026年6月30日</p>"
    table = (
        "<table><tr><td>发布机构</td><td>梧岭县水利局</td><td>发文字号</td><td>{}</td></tr><tr><td>发布日期</td>"
        "<td>2026-07-02</td><td>内容概述</td><td>关于加强农村饮水安全的答复</td></tr></table>"
    )
    put(
        portal,
        lists,
        "jyta",
        "梧岭县水利局关于县十八届人大五次会议第51号建议的答复",
        "2026-07-02",
        text + signed,
        block=table.format("梧水函〔2026〕7号"),
    )
    put(
        portal,
        lists,
        "jyta",
        "梧岭县水利局关于县十八届人大五次会议第53号建议的答复",
        "2026-07-02",
        text + signed,
        "reply-field-missing",
        block=table.format(""),
    )
    head = "<p>A类</p><p>梧交提复〔2026〕4号</p>"
    put(
        portal,
        lists,
        "jyta",
        "关于政协第十届梧岭县委员会第五次会议第20号提案的答复函",
        "2026-07-03",
        head + text + "<p>梧岭县交通运输局</p>",
    )
    put(portal, lists, "jyta", "2026年县政协提案办理情况一览表", "2026-09-03", filler("提案办理"))
