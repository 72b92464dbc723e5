"""An office's portal in the manner of WebPlus: `/123/list.htm`, `wp_news_w6`, titles and dates in spans."""

from tests.duwang.column_portals.seeded import Column, Item, SeededPortal, items, words

HOST, NAME, PLACE = "kjj.qinghe.example", "青河县科学技术局", "青河县"


def _address(item: Item) -> str:
    day = item.day or item.printed
    when = f"{day:%Y}/{day:%m%d}" if day else "2026/0611"
    return f"/{when}/c{item.number // 100}a{item.number}/page.htm"


_PAGING = '<div id="wp_paging'


def _paging(count: int) -> str:
    return (
        '<div id="wp_paging_w6"><ul class="wp_paging clearfix"><li class="pages_count"><span '
        'class="per_page">每页&nbsp;'
        f'<em class="per_count">14</em>&nbsp;记录&nbsp;</span><span class="all_count">总共&nbsp;<em '
        f'class="all_count">{count}</em>&nbsp;'
        '记录&nbsp;</span></li><li class="page_nav"><a class="first" href="javascript:void(0)"><span>第一页</span></a>'
        '<a class="next" href="javascript:void(0)"><span>下一页&gt;&gt;</span></a></li></ul></div>'
    )


def _list(*made: Item) -> str:
    rows = "".join(
        f'<li class="news n{n} clearfix"><span class="news_title"><a href="{_address(item)}" '
        f'target="_blank" title="{item.title}">{item.title}</a></span>'
        + (f'<span class="news_meta">{item.day:%Y-%m-%d}</span>' if item.day else "")
        + "</li>"
        for n, item in enumerate(made, 1)
    )
    inner = f'<ul class="news_list list2">{rows}</ul>' if made else ""
    return f'<div id="wp_news_w6">{inner}</div>{_paging(len(made))}'


def _path(number: int) -> str:
    return f"/{number}/list.htm"


def _listed(name: str, number: int, topic: str, days: list[int | None], **given: object) -> Column:
    made = items(PLACE, topic, days, first=number * 100)
    return Column(name, _path(number), _list(*made), made, **given)  # type: ignore[arg-type]


def _columns() -> list[Column]:
    lines = items(PLACE, "科技特派员", [None] * 5, first=48700)
    paragraphs = items(PLACE, "创新券兑付", [None] * 3, first=48800)
    months = items(PLACE, "高新技术企业", [9, 40, 71], first=48900)
    counted = items(PLACE, "研发经费", [500, 530], first=49500)
    steps = "".join(
        f"<p>第{n}步：{what}</p>" for n, what in zip("一二三", ("提交申请", "现场核查", "公示发证"), strict=True)
    )
    apps = "".join(
        f'<li><a href="https://{key}.kjt-fw.example/"><img src="/_upload/{key}.png">{what}</a></li>'
        for key, what in (("xm", "项目申报系统"), ("gq", "高企认定系统"), ("zj", "专家库"))
    )
    return [
        _listed("科技要闻", 480, "科技创新", [2, 4, 11]),
        Column("科普活动", _path(481), _list(), faults=("column-empty",)),
        Column(
            "成果转化",
            _path(482),
            '<div id="wp_content_w6_0"><p style="text-align:center">内容更新中...</p></div>',
            faults=("column-empty",),
        ),
        Column(
            "知识产权",
            _path(483),
            '<div class="wp_articlecontent"><p>本栏目暂无内容，请浏览其他栏目。</p></div>',
            faults=("column-empty",),
        ),
        _listed("通知公告", 484, "项目申报", [3, 9, 70]),
        _listed("科技奖励", 500, "科技进步奖", [40]),
        _listed("平台建设", 485, "重点实验室", [None] * 5, faults=("column-undated",)),
        _listed("政策文件", 486, "研发投入", [178, 200], faults=("column-expiring",)),
        Column(
            "科技下乡",
            _path(487),
            "<div class='wp_entry'>"
            + "<br>".join(f"<a href='{_address(item)}'>{item.title}</a>" for item in lines)
            + "</div>",
            lines,
            faults=("column-undated",),
        ),
        Column(
            "惠企服务",
            _path(488),
            "".join(f"<p>◆ <a href='{_address(item)}'>{item.title}</a></p>" for item in paragraphs),
            paragraphs,
            faults=("column-undated",),
        ),
        Column(
            "企业培育",
            _path(489),
            "<ul class='ul3'>"
            + "".join(
                f"<li><div class='news_time'><b>{item.day:%d}</b><p>{item.day:%m月}</p></div><div class='news_tt'>"
                f"<a href='{_address(item)}'>{item.title}</a></div></li>"
                for item in months
                if item.day
            )
            + "</ul>",
            months,
        ),
        _listed("科技合作", 490, "产学研", [800, 820], faults=("column-stale",)),
        Column(
            "科技统计",
            _path(495),
            "<ul class='ul3'>"
            + "".join(
                f"<li><div class='news_time'><b>{item.day:%d}</b><p>{item.day:%m月}</p></div><div class='news_tt'>"
                f"<a href='{_address(item)}'>{item.title}</a></div></li>"
                for item in counted
                if item.day
            )
            + "</ul>",
            counted,
            faults=("column-stale",),
        ),
        Column(
            "行政许可",
            _path(496),
            "<table><tr><th>文号</th><th>项目名称</th><th>许可日期</th></tr><tr><td colspan='3' "
            "align='center'>暂无数据</td></tr></table>",
            faults=("column-empty",),
        ),
        Column(
            "科普基地",
            _path(497),
            f'<div class="wp_articlecontent"><img src="/_upload/k.jpg">{words("县科普基地")}</div>',
        ),
        Column(
            "专家风采",
            _path(498),
            '<div class="wp_articlecontent">'
            + "".join(
                f'<div class="zj"><img src="/_upload/{n}.jpg"><p>{who} 高级工程师</p></div>'
                for n, who in enumerate(("何明", "罗静", "谢军"))
            )
            + "</div>",
        ),
        Column("办事流程", _path(491), f'<div class="wp_articlecontent">{steps}</div>'),
        Column("应用系统", _path(492), f'<ul class="apps">{apps}</ul>'),
        Column("机构简介", _path(493), f'<div class="wp_articlecontent">{words("县科学技术局主要职责")}</div>'),
        Column(
            "联系我们", _path(494), '<div class="wp_articlecontent"><p>地址：青河县人民路8号　电话：5550188</p></div>'
        ),
    ]


def _menu(columns: list[Column]) -> str:
    links = "".join(
        f'<li class="nav-item i{n}"><a href="{one.path}" title="{one.name}"><span '
        f'class="item-name">{one.name}</span></a></li>'
        for n, one in enumerate(columns, 2)
    )
    return (
        f'<div class="navbar"><ul class="wp_nav" data-nav-config="{{drop_v: 1}}"><li '
        f'class="nav-item i1"><a href="/main.htm"><span class="item-name">首页</span></a></li>{links}</ul></div>'
    )


def _page(title: str, menu: str, body: str) -> bytes:
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title><link
href="/_css/_system/system.css" rel="stylesheet">
<script src="/_js/jquery.min.js" sudy-wp-context="" sudy-wp-siteId="12"></script></head><body class="list">
<div class="wp-header"><img src="/_upload/logo.png" alt="{NAME}"></div>{menu}<div
class="wp-wrapper"><div class="inner">{body}</div></div>
<div class="wp-footer"><p>主办：{NAME}　网站标识码：9901000005</p></div></body></html>""".encode()


def portal() -> SeededPortal:
    """The portal with its faults."""
    columns = _columns()
    menu = _menu(columns)
    home = "".join(
        f'<div class="post"><div class="tt"><h3><span class="tit-name">{one.name}</span></h3>'
        f'<div class="more_btn"><a href="{one.path}"><span class="more_text">More+</span></a>'
        f"</div></div>{one.main.split(_PAGING)[0]}</div>"
        for one in columns
        if one.name in ("科技要闻", "通知公告")
    )
    pages: dict[str, bytes] = {"/": _page(NAME, menu, home)}
    pages["/main.htm"] = pages["/"]
    for one in columns:
        head = (
            f'<div class="col_metas"><div class="col_title"><h2>{one.name}</h2></div><div '
            f'class="col_path"><span class="path-name">当前位置：</span><a href="/main.htm">首页</a><span> / </span>'
            f'<a href="{one.path}">{one.name}</a></div></div>'
        )
        pages[one.path] = _page(one.name, menu, f'{head}<div class="col_news_list">{one.main}</div>')
        for item in one.items:
            shown = f'<span class="arti_update">发布时间：{item.printed:%Y-%m-%d}</span>' if item.printed else ""
            pages[_address(item)] = _page(
                item.title,
                menu,
                f'{head}<div class="article"><h1 class="arti_title">{item.title}</h1><p '
                f'class="arti_metas"><span class="arti_publisher">发布者：县科技局</span>{shown}'
                f'<span class="arti_views">浏览次数：<span class="WP_VisitCount">{item.number % 97}</span></span></p>'
                f'<div class="wp_articlecontent">{words(item.title)}</div></div>',
            )
    faults = frozenset((fault, one.path) for one in columns for fault in one.faults)
    return SeededPortal(
        HOST, NAME, "department", pages, faults, traps=tuple(one.path for one in columns if not one.faults)
    )
