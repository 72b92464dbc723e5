"""The city's documents: fields in rows of a grid, in one sentence, in brackets; interpretations beside them."""

from tests.duwang.stranger_portals.seeded import Stranger, filler
from tests.duwang.stranger_portals.yunxi.template import Column
from tests.servers import Reply

_MARK, _TOLD = "<p>（此件公开发布）</p>", '<p>附件：<a href="/picture/jd.png">图解.png</a></p>'


def _grid(fields: dict[str, str]) -> str:
    return (
        '<div class="xxgk">'
        + "".join(
            f'<div class="row"><span class="tit">{a}</span><span class="con">{b}</span></div>'
            for a, b in fields.items()
        )
        + "</div>"
    )


def _sentence(fields: dict[str, str]) -> str:
    return '<p class="xx">' + "　　".join(f"{a}：{b}" for a, b in fields.items()) + "</p>"


def _brackets(fields: dict[str, str]) -> str:
    return "<div>" + "<br>".join(f"[{a[0]} {a[1:]}] {b}" for a, b in fields.items()) + "</div>"


def _nested(fields: dict[str, str]) -> str:
    rows = "".join(
        f"<tr><td><p><b><span>{a}：</span></b></p></td><td><table><tr><td><p>{b}</p></td></tr></table></td></tr>"
        for a, b in fields.items()
    )
    return f"<table>{rows}</table>"


def _full(serial: int, written: str, published: str, **changed: str) -> dict[str, str]:
    values = {
        "索引号": f"YX01-2026-{serial:04}",
        "发文机关": "云栖市人民政府",
        "成文日期": written,
        "发文字号": f"云政发〔2026〕{serial}号",
        "发布日期": published,
        "有效性": "有效",
        **changed,
    }
    return {label: value for label, value in values.items() if value != "-"}


def add(portal: Stranger) -> None:
    """Documents and interpretations."""
    portal.add("/picture/jd.png", Reply(b"\x89PNG\r\n\x1a\n", headers={"Content-Type": "image/png"}))
    files, told = Column(portal, "政策文件"), Column(portal, "政策解读")

    def put(number: int, topic: str, block: str, published: str, *faults: str, end: str = _MARK + _TOLD) -> str:
        title = f"云栖市人民政府关于促进{topic}的意见"
        return files.put(
            number, title, filler(topic) + "<p>云栖市人民政府</p>" + end, *faults, day=published, block=block
        )

    lacking, late, mark, validity = (
        "document-field-missing",
        "disclosure-late",
        "disclosure-mark-missing",
        "validity-missing",
    )
    put(1, "花卉产业", _grid(_full(1, "2026-09-01", "2026-09-02", 发文机关="")), "2026-09-02", lacking)
    put(2, "冷链物流", _sentence(_full(2, "2026-09-02", "2026-09-03", 索引号="")), "2026-09-03", lacking)
    put(3, "夜间经济", _nested(_full(3, "", "2026-09-04")), "2026-09-04", lacking)
    put(4, "会展业", _brackets(_full(4, "2026-09-03", "2026-09-07", 发文机关="")), "2026-09-07", lacking)
    put(5, "数字乡村", _brackets(_full(5, "2026-09-04", "2026-09-08")), "2026-09-08")
    put(6, "体育赛事", _sentence(_full(6, "2026年9月7日", "2026年9月9日")), "2026-09-09")
    put(7, "绿色建筑", _grid(_full(7, "2026.03.02", "2026.04.10")), "2026-04-10", late)
    put(8, "民办教育", _sentence(_full(8, "二〇二六年三月四日", "2026-04-13")), "2026-04-13", late)
    put(9, "家政服务", _nested(_full(9, "2026 年 3 月 5 日", "2026 年 4 月 14 日")), "2026-04-14", late)
    put(
        10,
        "气象服务",
        _grid(_full(10, "2026-09-08", "2026-09-10")),
        "2026-09-10",
        mark,
        end="<p>抄送：市委办公室。</p>" + _TOLD,
    )
    put(11, "中医药", _sentence(_full(11, "2026-09-09", "2026-09-11", 公开方式="主动公开")), "2026-09-11", end=_TOLD)
    put(
        12,
        "出租房屋",
        _grid(_full(12, "2026-09-09", "2026-09-11", 发文字号="云政规〔2026〕1号", 有效性="")),
        "2026-09-11",
        validity,
    )
    put(
        13,
        "电梯安全",
        _sentence(_full(13, "2026-09-10", "2026-09-14", 发文字号="云政规〔2026〕2号", 有效性="-")),
        "2026-09-14",
        validity,
    )
    put(14, "犬类饲养", _nested(_full(14, "2026-09-10", "2026-09-14", 发文字号="云政规〔2026〕3号")), "2026-09-14")
    _interpreted(files, told)
    files.close()
    told.close()


def _interpreted(files: Column, told: Column) -> None:
    def document(number: int, topic: str, day: str, *faults: str, more: str = "") -> str:
        title = f"云栖市人民政府办公室关于印发云栖市{topic}的通知"
        block = _grid(_full(number, day, day, 发文字号=f"云政办发〔2026〕{number}号", 发文机关="云栖市人民政府办公室"))
        return files.put(number, title, filler(topic) + _MARK, *faults, day=day, block=block + more)

    def explained(number: int, topic: str, day: str, *faults: str, more: str = "") -> str:
        return told.put(number, f"《云栖市{topic}》解读", filler(topic) + more, *faults, day=day)

    def address(number: int, day: str, column: int = 1001) -> str:
        year, month, date = day.split("-")
        return f"/art/{year}/{int(month)}/{int(date)}/art_{column}_{number}.html"

    missing, late, unlinked = "interpretation-missing", "interpretation-late", "interpretation-unlinked"
    document(31, "城市更新实施方案", "2026-10-12", missing)
    document(32, "人才公寓管理办法", "2026-10-13", missing)
    explained(32, "人才公寓管理办法", "2026-10-14", unlinked)
    box = '<aside><dl><dt>解读材料</dt><dd><a href="{}">文字解读</a></dd></dl></aside>'
    document(33, "校园食品安全办法", "2026-10-14", late, more=box.format(address(33, "2026-10-23", 1002)))
    explained(
        33,
        "校园食品安全办法",
        "2026-10-23",
        more=f'<p>为落实<a href="{address(33, "2026-10-14")}">《云栖市校园食品安全办法》</a>要求。</p>',
    )
    document(
        34,
        "社区养老服务办法",
        "2026-10-15",
        late,
        more=f'<div><a href="{address(34, "2026-10-26", 1002)}"><i></i>查看解读</a></div>',
    )
    explained(
        34,
        "社区养老服务办法",
        "2026-10-26",
        more=f'<div>原文链接 <a href="{address(34, "2026-10-15")}">云政办发〔2026〕34号</a></div>',
    )
    document(
        35,
        "户外招牌管理办法",
        "2026-10-16",
        more=f"""<div onclick="window.open('{address(35, "2026-10-19", 1002)}')">政策解读</div>""",
    )
    explained(35, "户外招牌管理办法", "2026-10-19", unlinked)
    document(
        36,
        "应急物资储备办法",
        "2026-10-19",
        more=f'<ul class="tab"><li>原文</li><li><a href="{address(36, "2026-10-20", 1002)}">解读</a></li></ul>',
    )
    explained(
        36, "应急物资储备办法", "2026-10-20", more=f'<p><a href="{address(36, "2026-10-19")}">返回文件原文</a></p>'
    )
