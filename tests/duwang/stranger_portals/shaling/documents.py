"""The bureau's documents and interpretations."""

from tests.duwang.stranger_portals.files import paper
from tests.duwang.stranger_portals.seeded import Stranger, attached, filler
from tests.duwang.stranger_portals.shaling.template import NAME, Column

_MARK = "<p>（此件主动公开）</p>"
_FILE = "/files/jd.docx"
_TOLD = f"<p>附件：<a href='{_FILE}'>文件解读.docx</a></p>"
"""The documents that other checks are about have their interpretation beside them."""


def _divs(fields: dict[str, str]) -> str:
    cells = "".join(
        f"<div class=a>{label[0]}&nbsp;{label[1:]}&#65306;</div><div class=b>{value}</div>"
        for label, value in fields.items()
    )
    return f"<div class=info>{cells}</div>"


def _bold(fields: dict[str, str]) -> str:
    return (
        "<div class=info>"
        + "".join(f"<p><strong>{label}:</strong>&nbsp;{value}</p>" for label, value in fields.items())
        + "</div>"
    )


def _four(fields: dict[str, str]) -> str:
    cells = [f"<td class=t>{label}</td><td>{value or '&nbsp;'}</td>" for label, value in fields.items()]
    return (
        "<table border=1>"
        + "".join(f"<tr>{''.join(cells[n : n + 3])}</tr>" for n in range(0, len(cells), 3))
        + "</table>"
    )


def _labels(fields: dict[str, str]) -> str:
    return (
        "<ul>"
        + "".join(
            f"<li><label>{label}：</label><em title='{value}'>{value}</em></li>" for label, value in fields.items()
        )
        + "</ul>"
    )


def _full(serial: int, written: str, published: str, **changed: str) -> dict[str, str]:
    values = {
        "索引号": f"SL015-{serial:04}",
        "公开责任部门": NAME,
        "发文日期": written,
        "文号": f"沙自然资〔2026〕{serial}号",
        "公开日期": published,
        "效力状态": "有效",
        **changed,
    }
    return {label: value for label, value in values.items() if value != "-"}


def add(portal: Stranger) -> None:
    """Documents and interpretations."""
    portal.add(_FILE, attached(paper("文件解读", ["为方便公众理解文件内容，现解读如下。"])))
    files, told = Column(portal, "政策文件", "/zcwj/"), Column(portal, "文件解读", "/zcjd/")

    def put(number: int, title: str, block: str, published: str, *faults: str, end: str = _MARK, body: str = "") -> str:
        text = body or filler(title.rpartition("关于")[2])
        signed = (
            f"<p align=right>{NAME}</p>"
            f"<p align=right>{published[:4]}年{int(published[5:7])}月{int(published[8:])}日</p>"
        )
        return files.put(number, title, text + signed + end + _TOLD, *faults, day=published, block=block)

    def plain(topic: str) -> str:
        return f"{NAME}关于加强{topic}的意见"

    lacking, late, mark, validity = (
        "document-field-missing",
        "disclosure-late",
        "disclosure-mark-missing",
        "validity-missing",
    )
    put(101, plain("矿山复绿"), _four(_full(1, "2026-08-03", "2026-08-05", 公开责任部门="")), "2026-08-05", lacking)
    put(102, plain("测绘成果管理"), _labels(_full(2, "2026-08-04", "2026-08-06", 索引号="-")), "2026-08-06", lacking)
    number = f"<p align=center>沙自然资〔2026〕3号</p>{filler('耕地保护')}"
    put(
        103, plain("耕地保护"), _bold(_full(3, "2026-08-05", "2026-08-07", 文号="")), "2026-08-07", lacking, body=number
    )
    put(104, plain("临时用地管理"), _divs(_full(4, "2026-08-05", "2026-08-10")), "2026-08-10")
    put(105, plain("不动产登记便民"), _bold(_full(5, "2026年8月6日", "2026年8月11日", 文号="无")), "2026-08-11")
    put(106, plain("采矿权人监管"), _divs(_full(6, "2026-05-06", "2026-06-12")), "2026-06-12", late)
    put(107, plain("土地整治项目"), _labels(_full(7, "2026年5月7日", "2026年6月15日")), "2026-06-15", late)
    put(108, plain("规划编制资质"), _bold(_full(8, "2026-05-08", "2026-05-29")), "2026-05-29")
    put(109, plain("森林资源督查"), _four(_full(9, "2026-08-06", "2026-08-12")), "2026-08-12", mark, end="")
    put(
        110,
        plain("地质灾害群测群防"),
        _labels(_full(10, "2026-08-07", "2026-08-13")),
        "2026-08-13",
        mark,
        end="<p>联系人：科室 0994-2200110</p>",
    )
    put(111, plain("湿地保护"), _divs(_full(11, "2026-08-10", "2026-08-14", 公开属性="主动公开")), "2026-08-14", end="")
    put(
        112,
        plain("行政处罚裁量"),
        _bold(_full(12, "2026-08-10", "2026-08-14", 文号="沙自然资规〔2026〕2号", 效力状态="")),
        "2026-08-14",
        validity,
    )
    put(
        113,
        plain("批后监管"),
        _four(_full(13, "2026-08-11", "2026-08-17", 文号="沙自然资规〔2026〕3号", 效力状态="-")),
        "2026-08-17",
        validity,
    )
    put(
        114,
        plain("房屋面积测算"),
        _labels(_full(14, "2026-08-12", "2026-08-18", 文号="沙自然资规〔2026〕4号")),
        "2026-08-18",
    )
    _interpreted(files, told)
    files.close()
    told.close()


def _interpreted(files: Column, told: Column) -> None:
    def scheme(topic: str) -> str:
        return f"{NAME}关于印发《沙岭市{topic}》的通知"

    def document(serial: int, topic: str, published: str, *faults: str, link: str = "", title: str = "") -> None:
        block = _four(_full(serial, published, published))
        files.put(
            200 + serial, title or scheme(topic), filler(topic) + _MARK + link, *faults, day=published, block=block
        )

    def explained(serial: int, topic: str, day: str, *faults: str, link: bool = True, title: str = "") -> str:
        back = f"<p>附：<a href='/zcwj/content/post_{200 + serial}.html'>{scheme(topic)}</a></p>" if link else ""
        return told.put(
            300 + serial, title or f"《沙岭市{topic}》起草背景和主要内容解读", filler(topic) + back, *faults, day=day
        )

    missing, late, unlinked = "interpretation-missing", "interpretation-late", "interpretation-unlinked"
    document(21, "地下管线管理办法", "2026-10-12", missing)
    document(22, "拆旧复垦实施细则", "2026-10-13", missing)
    explained(22, "拆旧复垦实施细则", "2026-10-14")
    path = explained(23, "集体土地征收补偿办法", "2026-10-22")
    document(
        23,
        "集体土地征收补偿办法",
        "2026-10-14",
        late,
        link=f"<div class=xg><b>相关文档</b><br>·<a href='{path}'>起草背景和主要内容解读</a></div>",
    )
    path = explained(24, "闲置土地处置办法", "2026-10-26")
    document(24, "闲置土地处置办法", "2026-10-15", late, link=f"<p>政策解读：<a href='{path}'>点击打开</a></p>")
    path = explained(25, "砂石资源开采管理办法", "2026-10-19", unlinked, link=False)
    document(25, "砂石资源开采管理办法", "2026-10-16", link=f"<p><a href='{path}'>【解读】</a></p>")
    path = explained(26, "采煤沉陷区治理方案", "2026-10-20", title="图解：沙岭市采煤沉陷区治理方案")
    document(
        26,
        "采煤沉陷区治理方案",
        "2026-10-19",
        link=f"<p>关联阅读</p><p><a href='{path}'><img src='/images/dot.gif' alt='图解'></a></p>",
    )
    document(27, "", "2026-10-20", title=f"{NAME}关于成立地质灾害防治领导小组的通知")
    document(28, "", "2026-10-21", title=f"{NAME}关于王某某等同志职务任免的通知")
