"""The city's guides in a grid, letters on cards, consultations with deadlines in words, replies."""

from tests.duwang.stranger_portals.seeded import Stranger, filler, paragraphs
from tests.duwang.stranger_portals.yunxi.template import COLUMNS, Column


def add(portal: Stranger) -> None:
    """All of them."""
    _guides(Column(portal, "办事指南"))
    _letters(Column(portal, "市长信箱"))
    _consultations(Column(portal, "意见征集"))
    _replies(Column(portal, "建议提案"))


def _guides(guides: Column) -> None:
    lacking = "guide-element-missing"
    rest = {
        "办理流程": "网上申请、审核、领证",
        "办理地点": "市政务服务中心",
        "办理时间": "工作日",
        "联系电话": "0995-8881234",
    }

    def grid(fields: dict[str, str]) -> str:
        return "".join(
            f'<div class="row"><div class="l">{a}</div><div class="r">{b}</div></div>' for a, b in fields.items()
        )

    def tabs(fields: dict[str, str]) -> str:
        heads = "".join(f"<li>{a}</li>" for a in fields)
        return f'<ul class="tab">{heads}</ul>' + "".join(f'<div class="pane"><p>{b}</p></div>' for b in fields.values())

    def four(fields: dict[str, str]) -> str:
        cells = [f"<th>{a}</th><td>{b}</td>" for a, b in fields.items()]
        return (
            "<table>" + "".join(f"<tr>{''.join(cells[n : n + 2])}</tr>" for n in range(0, len(cells), 2)) + "</table>"
        )

    whole = {
        "事项名称": "公共场所卫生许可",
        "设定依据": "《公共场所卫生管理条例》",
        "申请条件": "符合卫生标准",
        "申请材料": "申请表",
    }
    guides.put(1, "公共场所卫生许可办事指南", grid({**whole, "设定依据": "", **rest}), lacking)
    guides.put(
        2, "户外广告设置审批办事指南", four({**{k: v for k, v in whole.items() if k != "申请材料"}, **rest}), lacking
    )
    guides.put(3, "排水许可证核发办事指南", grid({**whole, **rest}))
    guides.put(4, "占用绿地审批办事指南", tabs({**whole, **rest}))
    guides.put(5, "城镇燃气经营许可办事指南", four({**whole, **rest}))
    numbered = (
        "1.事项名称\n城市道路挖掘",
        "2.法律依据\n《城市道路管理条例》",
        "3.申办条件\n确需挖掘的",
        "4.办事流程\n申请审批",
        "5.办理地址\n一楼",
        "6.办公时间\n工作日",
        "7.咨询电话\n0995-8881235",
    )
    guides.put(
        6,
        "城市道路挖掘服务指南",
        "".join(f"<h3>{one.partition(chr(10))[0]}</h3><p>{one.partition(chr(10))[2]}</p>" for one in numbered),
        lacking,
    )
    guides.close()


def _letters(letters: Column) -> None:
    cards = ""
    for number, title, day, state, fault in (
        (1, "滨河路噪声扰民", "2026-10-09", "受理中", True),
        (2, "公积金贷款额度咨询", "2026-06-29", "未回复", True),
        (3, "请求增加课间餐", "2026-09-29", "转办", True),
        (4, "景区票务咨询", "2026-11-13", "受理中", False),
        (5, "供暖温度不达标", "2026-10-20", "已办结", False),
    ):
        chinese = f"{int(day[:4])}年{int(day[5:7])}月{int(day[8:])}日"
        answer = (
            (
                "<section><h4>官方回复</h4><p>您好，已协调供热企业整改，"
                "感谢来信。</p><p>2026年10月26日 市住建局</p></section>"
            )
            if number == 5
            else "<section><h4>官方回复</h4><p>暂无回复</p></section>"
        )
        body = (
            f"<ul><li>写信时间：{chinese}</li><li>处理状态：{state}</li>"
            f"<li>信件内容：{title}，请处理。</li></ul>{answer}"
        )
        path = letters.put(
            number,
            title,
            body,
            *(["message-overdue"] if fault else []),
            day=day,
            path=f"/hudong/mail/{number}.html",
            byline="",
        )
        cards += (
            f'<div class="card"><h4><a href="{path}">{title}</a></h4>'
            f'<p>提交日期 {chinese}</p><span class="tag">{state}</span></div>'
        )
    letters.close(cards)


def _consultations(asked: Column) -> None:
    none = "consultation-no-result"
    why = paragraphs("为广泛听取公众意见，现将征求意见稿予以公布，欢迎社会各界人士积极参与，提出修改建议。")
    asked.put(
        1,
        "《云栖市文明行为促进办法（征求意见稿）》公开征求意见",
        why + "<p>征求意见时间：即日起至2026年9月10日。</p>",
        none,
        day="2026-08-11",
    )
    asked.put(
        2,
        "关于公开征求《云栖市海绵城市规划》意见的公告",
        why + "<p>公示期为30天（2026年8月1日—8月30日）。</p>",
        none,
        day="2026-08-01",
    )
    grid = (
        '<div class="row"><span>征集时间</span><span>2026-07-01 至 2026-07-31</span>'
        '</div><div class="row"><span>征集部门</span><span>市城管局</span></div>'
    )
    asked.put(3, "云栖市城市家具设置导则（草案）意见征求", grid + why, none, day="2026-07-01")
    asked.put(
        4,
        "关于公开征求《云栖市慢行系统规划》意见的公告",
        why + "<p>意见征集截止日期为2026年9月30日17:30。</p>",
        none,
        day="2026-09-01",
    )
    path = f'<p><a href="{COLUMNS["意见征集"]}">返回</a> <a href="/art/2026/9/20/art_1004_6.html">采纳反馈</a></p>'
    asked.put(
        5,
        "关于公开征求《云栖市共享单车管理办法》意见的公告",
        why + "<p>截止时间：2026年8月31日</p>" + path,
        day="2026-08-01",
    )
    asked.put(6, "共享单车管理办法意见征集情况反馈", filler("共享单车"), day="2026-09-20")
    asked.put(7, "关于征集“十五五”规划意见建议的公告", why + "<p>征集时间为2026年1月至12月。</p>", day="2026-01-05")
    asked.close()


def _replies(replies: Column) -> None:
    lacking, text = "reply-field-missing", filler("公交线网优化")
    replies.put(
        1,
        "关于市十五届人大三次会议第2026105号代表建议答复的函",
        f"<p>何代表：</p>{text}<p>云栖市交通运输局</p>",
        lacking,
    )
    replies.put(
        2,
        "关于市政协十三届五次会议第088号提案的答复意见",
        f"<p>云交提复〔2026〕8号</p><p>吕委员：</p>{text}",
        byline="<p>2026-11-10</p>",
    )
    replies.put(
        3,
        "对市人大代表第33号建议的答复",
        f"<p>云交建复〔2026〕33号</p><p>施代表：</p>{text}<p>云栖市交通运输局</p><p>2026年11月5日</p>",
    )
    replies.close()
