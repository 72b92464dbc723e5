"""Letters, consultations, guides, catalogues and replies of 柳泉县."""

from tests.duwang.stranger_portals.files import paper, workbook
from tests.duwang.stranger_portals.liuquan.template import Entry, column, put
from tests.duwang.stranger_portals.seeded import Stranger, attached, filler, paragraphs

Lists = dict[int, list[Entry]]


def add(portal: Stranger, lists: Lists) -> None:
    """All of them."""
    _letters(portal)
    _consultations(portal, lists)
    _guides(portal, lists)
    _catalogues(portal, lists)
    _replies(portal, lists)


def _letters(portal: Stranger) -> None:
    letters = [
        ("反映河东路夜间施工噪声扰民问题", "2026-11-12", "办理中", ""),
        ("咨询灵活就业人员社保补贴如何申请", "2026-11-02", "已办结", "2026-11-06"),
        ("城南小区暖气不热", "2026-10-20", "受理中", "late"),
        ("建议在文化广场增设健身器材", "2026-10-12", "已回复", "2026-10-19"),
        ("咨询户口迁移手续", "2026-09-21", "已办结", "2026-09-24"),
        ("石桥镇三组自来水浑浊", "2026-08-03", "待回复", "late"),
        ("感谢县医院医护人员", "2026-07-16", "已办结", "2026-07-20"),
        ("反映小区电动车充电桩损坏", "2026-06-10", "转办中", "late"),
    ]
    rows = ""
    for serial, (title, day, state, answered) in enumerate(letters, 501):
        path = f"/mailbox/show.do?id={serial}"
        asked = (
            f'<div class="position">您现在的位置：<a href="/">首页</a> &gt; <a href="/mailbox/list.do">县长信箱</a><'
            f'/div><table class="mail">'
            f'<tr><th>信件标题</th><td colspan="3">{title}</td></tr><tr><th>来信人</th><td>张**</td><th>来信时间</th'
            f"><td>{day}</td></tr>"
            f'<tr><th>处理状态</th><td colspan="3">{state}</td></tr><tr><th>信件内容</th><td colspan="3">您好，'
            f"{title}，希望有关部门尽快处理，谢谢。</td></tr>"
        )
        if answered and answered != "late":
            asked += (
                f"<tr><th>答复单位</th><td>县政府办公室</td><th>答复时间</th><td>{answered}</td></tr>"
                '<tr><th>答复内容</th><td colspan="3">您好！您反映的问题收悉，经核实已办理完毕。感谢您对政府工作的支'
                "持。</td></tr>"
            )
        portal.add(
            path, column(401, "县长信箱", [], asked + "</table>"), *(["message-overdue"] if answered == "late" else [])
        )
        rows += f'<tr><td>{serial}</td><td><a href="{path}">{title}</a></td><td>{day}</td><td>{state}</td></tr>'
    table = (
        f'<table class="maillist"><tr><th>编号</th><th>信件标题</th><th>来信时间</th><th>办理状态</th></tr>'
        f"{rows}</table>"
    )
    portal.add("/mailbox/list.do", column(401, "县长信箱", [], table))


def _consultations(portal: Stranger, lists: Lists) -> None:
    def call(topic: str, day: str, line: str, *faults: str, after: str = "") -> None:
        body = paragraphs(
            f"为进一步规范相关工作，我局起草了《柳泉县{topic}（征求意见稿）》，现面向社会公开征求意见。",
            line,
            "联系电话：0999-6610233，电子邮箱：lqyj@liuquan.example。",
        )
        put(
            portal,
            lists,
            402,
            "意见征集",
            f"关于公开征求《柳泉县{topic}（征求意见稿）》意见的公告",
            day,
            body,
            *faults,
            after=after,
            source="县司法局",
        )

    call("城市供水管理办法", "2026-11-02", "征求意见时间：2026年11月2日至2026年12月2日。")
    call("烟花爆竹安全管理规定", "2026-09-15", "征求意见时间为2026年9月15日至10月15日。", "consultation-no-result")
    call(
        "公共文化设施开放办法", "2026-08-05", "欢迎社会各界人士于2026年9月5日前提出宝贵意见。", "consultation-no-result"
    )
    call(
        "农村公路管理办法",
        "2026-07-01",
        "意见反馈截止时间：2026年7月31日。",
        after='<div class="fkjg"><h4>结果反馈</h4><p>征集期间共收到意见5条，采纳4条，1条因与上位法不一致未采纳。</p>'
        "</div>",
    )
    call("停车收费管理办法", "2026-05-06", "征集时间：2026-05-06至2026-06-05。")
    put(
        portal,
        lists,
        403,
        "征集结果",
        "关于《柳泉县停车收费管理办法（征求意见稿）》公开征求意见采纳情况的说明",
        "2026-06-16",
        paragraphs("2026年5月6日至6月5日，我局就办法公开征求意见，共收到意见12条，采纳9条，现说明如下。")
        + filler("意见采纳"),
        source="县发改局",
    )
    linked = "/art/2026/4/20/art_403_9001.html"
    call(
        "养犬管理规定",
        "2026-03-10",
        "请于2026年4月10日前将意见反馈至县公安局。",
        after=f'<div class="xgxx"><h4>征集结果</h4><ul><li><a href="{linked}">征集结果反馈</a></li></ul></div>',
    )
    put(
        portal,
        lists,
        403,
        "征集结果",
        "养犬管理规定意见征集情况反馈",
        "2026-04-20",
        paragraphs("征集期间，未收到社会公众提出的意见建议。"),
        path=linked,
        source="县公安局",
    )
    body = paragraphs(
        "主持人：各位网友，大家好！今天我们邀请到县人社局局长做客访谈室，就稳就业政策与大家交流。", "嘉宾：各位网友好！"
    ) + filler("稳就业")
    put(portal, lists, 404, "在线访谈", "县人社局局长谈稳就业政策落实", "2026-06-18", body, source="县融媒体中心")


def _guide(name: str, rows: dict[str, str]) -> str:
    cells = "".join(
        f'<tr><td class="lab">{label}</td><td>{value}</td></tr>' for label, value in ({"事项名称": name} | rows).items()
    )
    return f'<table class="bszn" border="1"><tbody>{cells}</tbody></table>'


WHOLE = {
    "事项类型": "行政许可",
    "设定依据": "《食品安全法》第三十五条",
    "受理条件": "具有与经营品种、数量相适应的场所",
    "申请材料": "1.申请书；2.营业执照复印件",
    "办理流程": "申请—受理—审查—决定—发证",
    "办理地点": "县政务服务中心二楼7号窗口",
    "办理时间": "工作日上午8:30—12:00，下午14:30—17:30",
    "承诺时限": "5个工作日",
    "收费标准": "不收费",
    "咨询电话": "0999-6612345",
}


def _guides(portal: Stranger, lists: Lists) -> None:
    def without(*labels: str) -> dict[str, str]:
        return {label: value for label, value in WHOLE.items() if label not in labels}

    whole = _guide("食品经营许可", WHOLE)
    put(portal, lists, 301, "办事指南", "食品经营许可办事指南", "2026-05-12", whole)
    put(
        portal,
        lists,
        301,
        "办事指南",
        "小餐饮登记办事指南",
        "2026-05-12",
        _guide("小餐饮登记", without("设定依据")),
        "guide-element-missing",
    )
    put(
        portal,
        lists,
        301,
        "办事指南",
        "药品零售企业许可办事指南",
        "2026-05-12",
        _guide("药品零售企业许可", without("申请材料") | {"申请材料": ""}),
        "guide-element-missing",
    )
    told = "".join(
        f"<p><strong>{number}、{label}</strong></p><p>{value}</p>"
        for number, (label, value) in zip(
            "一二三四五六七八",
            {
                "事项名称": "老年人优待证办理",
                "办理依据": "《老年人权益保障法》",
                "办理条件": "本县户籍年满60周岁",
                "所需材料": "身份证、近期照片",
                "办理程序": "申请、审核、发证",
                "办理地点": "各乡镇便民服务中心",
                "办理时间": "工作日",
                "联系电话": "0999-6610456",
            }.items(),
            strict=True,
        )
    )
    put(portal, lists, 301, "办事指南", "老年人优待证办理指南", "2026-06-02", told, source="县民政局")
    line = paragraphs(
        "近日，县政务服务中心推出办事指南二维码，群众扫码即可查看事项名称、申请条件、办理材料等内容。"
    ) + filler("政务服务")
    put(portal, lists, 101, "政务要闻", "我县推行“扫码看办事指南”服务", "2026-09-08", line)


HEAD = (
    "序号",
    "公开事项",
    "公开内容（要素）",
    "公开依据",
    "公开时限",
    "公开主体",
    "公开渠道和载体",
    "公开对象",
    "公开方式",
)
ROW = (
    "1",
    "救助对象认定",
    "申请条件、办理程序",
    "《社会救助暂行办法》",
    "20个工作日内",
    "县民政局",
    "政府网站、公示栏",
    "全社会",
    "主动公开",
)


def _table(*skip: str) -> list[list[str]]:
    kept = [place for place, label in enumerate(HEAD) if not any(word in label for word in skip)]
    return [[row[place] for place in kept] for row in (HEAD, ROW, ("2", *ROW[1:]), ("3", *ROW[1:]))]


def _html(rows: list[list[str]]) -> str:
    lines = "".join("<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in row) + "</tr>" for row in rows)
    return f'<table border="1" cellspacing="0"><tbody>{lines}</tbody></table>'


def _catalogues(portal: Stranger, lists: Lists) -> None:
    domain = "领域基层政务公开标准目录"
    put(portal, lists, 220, "基层政务公开", f"柳泉县社会救助{domain}", "2026-03-03", _html(_table()))
    put(
        portal,
        lists,
        220,
        "基层政务公开",
        f"柳泉县养老服务{domain}",
        "2026-03-03",
        _html(_table("渠道")),
        "catalogue-element-missing",
    )
    two = (
        '<table border="1"><tr><td rowspan="2">序号</td><td colspan="2">公开事项</td><td rowspan="2">公开内容（要素'
        '）</td><td rowspan="2">公开依据</td>'
        '<td rowspan="2">公开时限</td><td rowspan="2">公开主体</td><td rowspan="2">公开渠道和载体</td><td colspan="2'
        '">公开对象</td><td colspan="2">公开方式</td></tr>'
        "<tr><td>一级事项</td><td>二级事项</td><td>全社会</td><td>特定群众</td><td>主动</td><td>依申请</td></tr>"
        + "<tr><td>1</td><td>征地管理</td><td>征地公告</td><td>公告内容</td><td>《土地管理法》</td><td>10个工作日</t"
        "d><td>县自然资源局</td><td>政府网站</td><td>√</td><td></td><td>√</td><td></td></tr>" * 3 + "</table>"
    )
    put(portal, lists, 220, "基层政务公开", f"柳泉县征地补偿{domain}", "2026-03-03", two)
    for name, rows, fault in [("涉农补贴", _table("时限"), True), ("义务教育", _table(), False)]:
        file = f"/module/download/{'sn' if fault else 'jy'}ml.xlsx"
        portal.add(
            file, attached(workbook(f"柳泉县{name}{domain}", rows)), *(["catalogue-element-missing"] if fault else [])
        )
        put(
            portal,
            lists,
            220,
            "基层政务公开",
            f"柳泉县{name}{domain}",
            "2026-03-05",
            paragraphs(f"现公布柳泉县{name}{domain}。")
            + f'<p>附件：<a href="{file}">柳泉县{name}{domain}.xlsx</a></p>',
        )
    file = "/module/download/yiliao.docx"
    portal.add(file, attached(paper(f"柳泉县医疗卫生{domain}", rows=_table("公开主体"))), "catalogue-element-missing")
    put(
        portal,
        lists,
        220,
        "基层政务公开",
        f"柳泉县医疗卫生{domain}",
        "2026-03-05",
        paragraphs("现公布目录如下。") + f'<p>附件：<a href="{file}">柳泉县医疗卫生{domain}.docx</a></p>',
    )
    rights = [
        ["序号", "职权名称", "职权类型", "实施依据", "责任事项", "备注"],
        ["1", "食品经营许可", "行政许可", "《食品安全法》", "受理、审查", ""],
    ]
    put(
        portal,
        lists,
        221,
        "权责清单",
        "柳泉县市场监管局权责清单（2026年版）",
        "2026-02-10",
        _html(rights + rights[1:] * 2),
    )


def _replies(portal: Stranger, lists: Lists) -> None:
    def reply(title: str, day: str, number: str, signed: str, *faults: str) -> None:
        body = (
            (f'<p style="text-align:right">{number}</p>' if number else "")
            + paragraphs(
                "李某某代表：",
                "您提出的建议收悉，现答复如下：一是加大投入，今年安排专项资金改善条件；二是强化管理，健全长效机制；"
                "三是加强督查，定期通报进展情况。",
                "感谢您对我们工作的关心和支持，欢迎继续提出宝贵意见。",
            )
            + filler("办理")
            + (
                f'<p style="text-align:right">{signed}</p><p style="text-align:right">2026年7月10日</p>'
                if signed
                else ""
            )
        )
        put(portal, lists, 222, "建议提案办理", title, day, body, *faults, source=signed or "本站")

    reply("对县十八届人大六次会议第12号建议的答复", "2026-07-14", "柳交函〔2026〕21号", "柳泉县交通运输局")
    reply("关于县政协十二届五次会议第35号提案的答复", "2026-07-15", "柳教体函〔2026〕18号", "柳泉县教育体育局")
    reply("对县十八届人大六次会议第27号建议的答复", "2026-07-16", "", "柳泉县水利局", "reply-field-missing")
    reply("关于县政协十二届五次会议第8号提案的答复", "2026-07-17", "柳卫健函〔2026〕9号", "", "reply-field-missing")
    body = paragraphs(
        "7月18日，县政府召开建议提案办理工作推进会，听取对县人大代表建议和政协提案的答复情况汇报。"
    ) + filler("建议提案办理")
    put(portal, lists, 222, "建议提案办理", "我县召开人大代表建议和政协提案办理工作推进会", "2026-07-20", body)
