"""The county's policy documents: each prints its fields in another form; and their interpretations."""

from tests.duwang.stranger_portals.files import paper
from tests.duwang.stranger_portals.qingdu import template as t
from tests.duwang.stranger_portals.seeded import Stranger, attached, filler

_MARK = "<p>（此件公开发布）</p>"
_SEAL = '<p style="text-align:right">清渡县人民政府</p><p style="text-align:right">{}</p>'
_FILE = "/group1/M00/jd.docx"
_TOLD = f'<p>附件：<a href="{_FILE}">政策解读.docx</a></p>'
"""The documents that other checks are about have their interpretation beside them."""
Fields = list[tuple[str, str]]


def table(fields: Fields) -> str:
    """Two fields a row."""
    cells = [f"<th>{label}：</th><td>{value}</td>" for label, value in fields]
    rows = "".join(f"<tr>{''.join(cells[n : n + 2])}</tr>" for n in range(0, len(cells), 2))
    return f'<table class="gk_tab">{rows}</table>'


def terms(fields: Fields) -> str:
    """A dl."""
    return f'<dl class="xxgk">{"".join(f"<dt>{a}</dt><dd>{b}</dd>" for a, b in fields)}</dl>'


def spans(fields: Fields) -> str:
    """Spans side by side, with ideographic spaces in the labels."""
    wide = "".join(f'<span class="k">{"　".join(a)}：</span><span class="v">{b}</span>' for a, b in fields)
    return f'<div class="gkinfo">{wide}</div>'


def lines(fields: Fields) -> str:
    """Label and value in one list item."""
    return f'<ul class="info">{"".join(f"<li>【{a}】 {b}</li>" for a, b in fields)}</ul>'


def heads(fields: Fields) -> str:
    """A header row and a value row."""
    names = "".join(f"<td>{a}</td>" for a, _ in fields)
    return f"<table><tr>{names}</tr><tr>{''.join(f'<td>{b}</td>' for _, b in fields)}</tr></table>"


def full(serial: int, written: str, published: str, **changed: str) -> Fields:
    """A complete block, with what differs."""
    values = {
        "索引号": f"QD0001/2026-{serial:05}",
        "文号": f"清政发〔2026〕{serial}号",
        "发布机构": "清渡县人民政府",
        "成文日期": written,
        "发布日期": published,
        "有效性": "有效",
        **changed,
    }
    return [(label, value) for label, value in values.items() if value != "-"]


def _doc(title: str, body: str, published: str, block: str, column: str = "政策文件") -> str:
    return t.article(title, body, day=published, column=column, path=("政府信息公开",), before=block)


def add(portal: Stranger) -> None:
    """Documents, and the columns that list them."""
    portal.add(_FILE, attached(paper("政策解读", ["为方便公众理解文件内容，现解读如下。"])))
    made: list[tuple[str, str, str]] = []

    def put(
        serial: int,
        title: str,
        block: str,
        published: str,
        *faults: str,
        body: str = "",
        end: str = _MARK,
        more: str = "",
    ) -> None:
        path = f"/public/6596121/{7000 + serial}.html"
        text = body or filler(title.rpartition("关于")[2])
        told = "" if serial > 50 else _TOLD
        whole = f"{text}{_SEAL.format('2026年' + published[5:7].lstrip('0') + '月2日')}{end}{told}{more}"
        portal.add(path, _doc(title, whole, published, block), *faults)
        made.append((path, title, published))

    def plain(topic: str) -> str:
        return f"清渡县人民政府关于加强{topic}工作的意见"

    # fields: what is missing, in four forms; and blocks that only look poor
    lacking, late, mark = "document-field-missing", "disclosure-late", "disclosure-mark-missing"
    put(1, plain("秸秆禁烧"), table(full(1, "2026-09-01", "2026-09-03", 索引号="")), "2026-09-03", lacking)
    put(2, plain("河道采砂管理"), terms(full(2, "", "2026-09-04")), "2026-09-04", lacking)
    put(3, plain("古树名木保护"), spans(full(3, "2026-09-01", "2026-09-07", 发布机构="")), "2026-09-07", lacking)
    put(4, plain("校车安全"), lines(full(4, "2026-09-01", "2026-09-08", 索引号="-")), "2026-09-08", lacking)
    put(5, plain("农机购置"), spans(full(5, "二〇二六年九月一日", "２０２６年９月９日")), "2026-09-09")
    synonyms: Fields = [
        ("信息索取号", "QD0001/2026-00006"),
        ("发文字号", "清政发〔2026〕6号"),
        ("发文机关", "清渡县人民政府"),
    ]
    put(
        6, plain("冬小麦播种"), heads([*synonyms, ("印发日期", "2026-09-08"), ("公开日期", "2026-09-10")]), "2026-09-10"
    )
    put(7, plain("地名管理"), lines(full(7, "2026-09-08", "2026-09-11", 文号="无", 发布日期="-")), "2026-09-11")
    # disclosure: too late, in four ways of writing a date; and not too late
    put(11, plain("城镇燃气安全"), table(full(11, "2026-03-02", "2026-04-10")), "2026-04-10", late)
    put(12, plain("旅游民宿发展"), terms(full(12, "二〇二六年三月三日", "2026-04-14")), "2026-04-14", late)
    put(13, plain("电动自行车"), spans(full(13, "２０２６年３月４日", "2026-04-16")), "2026-04-16", late)
    put(14, plain("渡口管理"), heads(full(14, "2026/3/5", "2026.04.17")), "2026-04-17", late)
    put(15, plain("茶产业发展"), table(full(15, "2026-03-02", "2026-03-30")), "2026-03-30")
    put(16, plain("老区建设"), lines(full(16, "2024-03-05", "2026-04-20")), "2026-04-20")
    put(17, plain("小水电整治"), terms(full(17, "2026-04-20", "2026-04-21", 施行日期="2026-01-01")), "2026-04-21")
    # the mark of disclosure
    put(21, plain("公共厕所建设"), table(full(21, "2026-10-08", "2026-10-09")), "2026-10-09", mark, end="")
    put(
        22,
        plain("油茶产业"),
        spans(full(22, "2026-10-08", "2026-10-10")),
        "2026-10-10",
        mark,
        end="<p>抄送：县委各部门。</p>",
    )
    put(
        23,
        plain("学前教育"),
        lines(full(23, "2026-10-09", "2026-10-12")),
        "2026-10-12",
        end="<p>（此 件 公 开 发 布）</p>",
    )
    put(
        24,
        plain("医养结合"),
        terms([*full(24, "2026-10-09", "2026-10-13"), ("公开方式", "主动公开")]),
        "2026-10-13",
        end="",
    )
    put(
        25,
        plain("集镇亮化"),
        table(full(25, "2026-10-10", "2026-10-14")),
        "2026-10-14",
        end="<p>（此件依申请公开）</p>",
    )
    for name, block in (("城关镇", table), ("水口镇", heads)):
        serial = 26 if name == "城关镇" else 27
        rows = block(full(serial, "2026-10-12", f"2026-10-{serial - 11}"))
        put(serial, f"{name}河长制责任落实工作方案", rows, f"2026-10-{serial - 11}", mark, end="")
    _normative(portal, put)
    _interpreted(portal, put)
    portal.add("/public/column/6001.html", t.column("政策文件", t.listed(made[::-1]), "政府信息公开"))


def _normative(portal: Stranger, put: object) -> None:
    """Normative documents with and without their validity."""
    assert callable(put)
    missing = "validity-missing"

    def rules(serial: int, day: str, **changed: str) -> Fields:
        return full(serial, "2026-05-06", day, 文号=f"清政规〔2026〕{serial - 30}号", **changed)

    put(31, "清渡县人民政府关于规范养犬行为的意见", table(rules(31, "2026-05-08", 有效性="-")), "2026-05-08", missing)
    put(32, "清渡县人民政府关于户外广告设置的意见", spans(rules(32, "2026-05-09", 有效性="")), "2026-05-09", missing)
    put(33, "清渡县人民政府关于停车收费的意见", lines(rules(33, "2026-05-11", 有效性="-")), "2026-05-11", missing)
    stamp = '<img class="zt" src="/_res/img/line.gif" alt="有效" title="有效"/>'
    put(34, "清渡县人民政府关于烟花燃放的意见", stamp + table(rules(34, "2026-05-12", 有效性="-")), "2026-05-12")
    put(
        35,
        "清渡县人民政府关于畜禽禁养的意见",
        terms(rules(35, "2026-05-13", 有效性="-", 时效性="现行有效")),
        "2026-05-13",
    )
    gone = "<p>（本文件已于2026年10月1日废止）</p>"
    put(
        36,
        "清渡县人民政府关于人力客车的意见",
        heads(rules(36, "2026-05-14", 有效性="-")),
        "2026-05-14",
        end=gone + _MARK,
    )


def _interpreted(portal: Stranger, put: object) -> None:
    """Documents that call for an interpretation: none, late, one-sided, or linked in an unusual place."""
    assert callable(put)
    told: list[tuple[str, str, str]] = []

    def scheme(topic: str) -> str:
        return f"清渡县人民政府办公室关于印发清渡县{topic}的通知"

    def told_at(number: int, topic: str, day: str, link: str, *faults: str, title: str = "") -> str:
        path = f"/zwgk/zcjd/{7500 + number}.html"
        name = title or f"《清渡县{topic}》政策解读"
        body = filler(topic) + link
        portal.add(path, t.article(name, body, day=day, column="政策解读", path=("政府信息公开",)), *faults)
        told.append((path, name, day))
        return path

    def document(serial: int) -> str:
        return f"/public/6596121/{7000 + serial}.html"

    def back(serial: int) -> str:
        return f'<p>文件链接：<a href="{document(serial)}">点击查看原文</a></p>'

    missing, late, unlinked = "interpretation-missing", "interpretation-late", "interpretation-unlinked"

    def block(serial: int, written: str, published: str, form: object = table) -> str:
        assert callable(form)
        return str(
            form(full(serial, written, published, 文号=f"清政办发〔2026〕{serial}号", 发布机构="清渡县人民政府办公室"))
        )

    put(51, scheme("户外劳动者驿站建设方案"), block(51, "2026-10-19", "2026-10-20"), "2026-10-20", missing)
    put(52, scheme("农村供水管护办法"), block(52, "2026-10-19", "2026-10-21", spans), "2026-10-21", missing)
    put(53, "清渡县残疾儿童康复救助实施办法", block(53, "2026-10-20", "2026-10-22", lines), "2026-10-22", missing)
    told_at(53, "残疾儿童康复救助实施办法", "2026-10-23", "", f"{unlinked}")
    # late
    for serial, topic, day, form in (
        (54, "中小学课后服务管理办法", "2026-10-30", table),
        (55, "殡葬服务管理办法", "2026-11-02", heads),
    ):
        path = told_at(serial, topic, day, back(serial))
        side = f'<div class="related"><h4>关联稿件</h4><ul><li><a href="{path}">《{topic}》解读</a></li></ul></div>'
        put(serial, scheme(topic), block(serial, "2026-10-20", "2026-10-23", form), "2026-10-23", late, more=side)
    # one-sided: the interpretation names its document without a link
    for serial, topic in ((56, "路长制实施方案"), (57, "政府储备粮管理办法")):
        path = told_at(serial, topic, "2026-10-26", "<p>文件原文请到政策文件栏目查看。</p>", unlinked)
        more = f'<p>相关解读：<a href="{path}">图文解读</a></p>'
        put(serial, scheme(topic), block(serial, "2026-10-22", "2026-10-23"), "2026-10-23", more=more)
    # traps
    area = told_at(58, "临时救助实施细则", "2026-10-28", back(58))
    image = (
        f'<img src="/_res/img/logo.png" usemap="#m" alt="解读"/><map name="m">'
        f'<area shape="rect" coords="0,0,9,9" href="{area}"/></map>'
    )
    put(58, scheme("临时救助实施细则"), block(58, "2026-10-26", "2026-10-27", terms), "2026-10-27", more=image)
    pdf = f'<p>附件：2.<a href="{_FILE}">《清渡县招商奖励办法》政策解读.docx</a></p>'
    put(59, scheme("招商奖励办法"), block(59, "2026-10-26", "2026-10-27"), "2026-10-27", more=pdf)
    put(
        60,
        scheme("冬春农田水利方案").replace("关于印发", "转发市水利局"),
        block(60, "2026-10-26", "2026-10-27"),
        "2026-10-27",
    )
    put(61, "清渡县人民政府办公室关于印发县长副县长工作分工的通知", block(61, "2026-10-26", "2026-10-27"), "2026-10-27")
    both = told_at(62, "公共机构节能办法", "2026-11-16", back(62), title="一图读懂｜清渡县公共机构节能办法")
    tabs = f'<div class="tabs"><a class="on">文件</a><a href="{both}" title="图解">图解</a></div>'
    put(62, scheme("公共机构节能办法"), tabs + block(62, "2026-11-12", "2026-11-13"), "2026-11-13")
    put(63, scheme("乡村客运补贴办法"), block(63, "2026-11-16", "2026-11-17"), "2026-11-17")
    told_at(64, "", "2026-10-29", "", title="《国家森林草原火灾应急预案》解读")
    portal.add("/zwgk/zcjd/index.html", t.column("政策解读", t.listed(told[::-1]), "政府信息公开"))
