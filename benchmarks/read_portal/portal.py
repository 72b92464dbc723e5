"""Generates a portal as files for nginx: columns, articles, attachments, and a known set of dead links."""

import io
import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

COLUMNS = 80
ITEMS = 20
"""Entries on a list page."""
TODAY = date(2026, 11, 20)
RELATED = 28
"""Entries of the list below an article: with the menu and the rest, a page links to about 120 targets."""
TARGETS_PER_PAGE = 2.7
"""Pages, pictures and files."""
FILE_EVERY = 20
"""One article of so many has a file attached."""
DEAD_SHARE = 0.01
"""Dead targets, of all; small portals have one of each kind."""

_SUBJECTS = (
    "优化营商环境",
    "乡村振兴",
    "义务教育",
    "公共卫生",
    "生态保护",
    "安全生产",
    "道路交通",
    "养老服务",
    "就业创业",
    "农田水利",
    "城市更新",
    "政务服务",
)
_FORMS = ("实施意见", "工作方案", "公告", "情况通报", "会议召开", "专项行动启动", "工作推进会举行", "调研活动开展")
_OFFERS = ("动态", "公示", "专栏", "信息", "资料", "服务", "公开")
_SENTENCES = (
    "会议强调，要深入学习贯彻上级决策部署，坚持问题导向和目标导向相统一，推动各项任务落实落细。",
    "各乡镇人民政府、县政府各部门要加强组织领导，明确责任分工，细化工作举措，确保按时完成。",
    "县有关部门负责同志介绍了今年以来的工作进展，并就下一步安排作了说明。",
    "要健全长效机制，强化督促检查，及时总结推广好经验好做法，切实增强人民群众的获得感。",
    "本次活动共有来自全县各单位的代表参加，现场交流气氛热烈，取得了良好效果。",
    "各单位要统筹安排资金，严格按照规定使用，主动接受社会监督，确保公开透明。",
)
_STYLE = "".join(
    f".box{i}{{width:{100 + i}px;float:left;margin:0 {i}px 10px;border:1px solid #ddd;line-height:{20 + i}px}}\n"
    for i in range(60)
)
_SCRIPT = "".join(
    f"function tab{i}(o){{for(var k=0;k<o.length;k++){{o[k].className=k=={i}?'on':'';}}}}\n" for i in range(40)
)
_DEAD = (
    ("page", '<a href="{}">相关文件</a>', "/gone/p{}.html"),
    ("image", '<img src="{}" alt="图片">', "/gone/i{}.jpg"),
    ("attachment", '<a href="{}">附件下载</a>', "/gone/f{}.pdf"),
    ("script", '<script src="{}"></script>', "/gone/s{}.js"),
    ("style", '<link rel="stylesheet" href="{}">', "/gone/c{}.css"),
    ("frame", '<iframe src="{}"></iframe>', "/gone/n{}.html"),
    ("media", '<video src="{}" controls></video>', "/gone/v{}.mp4"),
    ("withdrawn", '<a href="{}">原公告</a>', "/withdrawn/p{}.html"),
    ("server error", '<a href="{}">在线办理</a>', "/broken/p{}.html"),
    ("soft 404", '<a href="{}">上一版本</a>', "/soft/p{}.html"),
    ("moved to nowhere", '<a href="{}">查看原文</a>', "/moved/p{}.html"),
    ("redirect loop", '<a href="{}">旧版栏目</a>', "/loop/p{}.html"),
    ("reset", '<a href="{}">数据接口</a>', "/reset/p{}.html"),
    ("refused", '<a href="{}">业务系统</a>', "/refused/p{}.html"),
    ("TLS", '<a href="{}">统一登录</a>', "/tls/p{}.html"),
    ("DNS", '<a href="{}">友情链接</a>', "http://gone{}.example/"),
)
"""Name, tag and target of every kind of dead link, but for the one that never answers; `web_server` plays them."""
_SILENT = ("silent", '<a href="{}">视频会议</a>', "/silent/p{}.html")


@dataclass
class Portal:
    """A generated portal."""

    folder: Path
    pages: int
    targets: set[str] = field(default_factory=set)
    """Paths of everything that is linked, dead ones included; whole addresses on other hosts."""
    dead: dict[str, str] = field(default_factory=dict)
    """Those that cannot be had -> why, as `_DEAD` names it."""


class _Maker:
    def __init__(self, folder: Path, pages: int, seed: int, silent: bool) -> None:
        self.random = random.Random(seed)
        self.portal = Portal(folder, pages)
        self.pdf = _pdf()
        self.kinds = (*_DEAD, _SILENT) if silent else _DEAD
        self.columns = [f"/zwgk/lm{number:02d}/" for number in range(COLUMNS)]
        self.names = [f"{_SUBJECTS[n % len(_SUBJECTS)]}{_OFFERS[n // len(_SUBJECTS)]}" for n in range(COLUMNS)]
        self.nav = "".join(
            f'<li><a href="{url}" title="{name}">{name}</a></li>\n'
            for url, name in zip(self.columns, self.names, strict=True)
        )

    def make(self) -> Portal:
        articles = self._articles()
        self._assets()
        dead = self._dead_links()
        for number, article in enumerate(articles):
            self._article(number, article, articles, dead)
        for number, column in enumerate(self.columns):
            self._lists(number, column, [one for one in articles if one[1] == number])
        self._home(articles)
        return self.portal

    def _articles(self) -> list[tuple[str, int, str, date]]:
        """(path, column, title, day) of each article: what is left after home and list pages."""
        found: list[tuple[str, int, str, date]] = []
        room = self.portal.pages - 1 - COLUMNS
        while room > 0:
            number = len(found)
            column = number % COLUMNS
            day = TODAY - timedelta(days=number // COLUMNS * 3 % 900)
            title = f"临河县{self.random.choice(_SUBJECTS)}{self.random.choice(_FORMS)}（{number + 1}）"
            found.append((f"{self.columns[column]}{day:%Y%m}/t{day:%Y%m%d}_{number}.html", column, title, day))
            in_column = number // COLUMNS + 1
            room -= 1 + (in_column > 1 and in_column % ITEMS == 1)  # a full list page opens another one
        return found

    def _assets(self) -> None:
        for name in ("site.css", "print.css", "jquery.js", "site.js", "logo.png", "jiucuo.png", "jiguan.png"):
            self._file(f"/images/{name}", b"x" * 2000)

    def _dead_links(self) -> list[tuple[str, str, str]]:
        """(kind, tag with {}, target) of dead links of every kind in turn."""
        count = max(len(self.kinds), round(self.portal.pages * TARGETS_PER_PAGE * DEAD_SHARE))
        turns = islice(cycle(self.kinds), count)
        return [(kind, tag, target.format(number)) for number, (kind, tag, target) in enumerate(turns)]

    def _article(
        self,
        number: int,
        article: tuple[str, int, str, date],
        articles: list[tuple[str, int, str, date]],
        dead: list[tuple[str, str, str]],
    ) -> None:
        path, column, title, day = article
        parts = [
            f"<p>　　{''.join(self.random.choices(_SENTENCES, k=6))}</p>" for _ in range(self.random.randint(8, 20))
        ]
        for picture in range(2 if number % 4 else 1):
            image = f"/files/{number}-{picture}.jpg"
            self._file(image, b"x" * 1000)
            parts.insert(1 + picture, f'<p><img src="{image}" alt="{title}"></p>')
        if number % FILE_EVERY == 0:
            name = f"/files/{number}.pdf"
            self._file(name, self.pdf)
            parts.append(f'<p>附件：<a href="{name}">{title}.pdf</a></p>')
        every = max(1, len(articles) // len(dead))
        if number % every == 0 and number // every < len(dead):
            kind, tag, target = dead[number // every]
            self.portal.targets.add(target)
            self.portal.dead[target] = kind
            parts.append(f"<p>{tag.format(target)}</p>")
        related = (articles[(number + step * COLUMNS) % len(articles)] for step in range(1, RELATED + 1))
        links = "".join(f'<li><a href="{one[0]}">{one[2]}</a></li>' for one in related)
        body = (
            f"<h1>{title}</h1><div class='info'>发布时间：{day:%Y-%m-%d} 08:30　来源：临河县人民政府办公室</div>"
            f"<div class='content' id='zoom'>{''.join(parts)}</div>"
            f"<div class='related'><h3>相关信息</h3><ul>{links}</ul></div>"
        )
        meta = (
            f'<meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="{day:%Y-%m-%d} 08:30">'
            '<meta name="ContentSource" content="临河县人民政府办公室">'
        )
        self._page(path, title, body, meta=meta, column=column)

    def _lists(self, number: int, column: str, articles: list[tuple[str, int, str, date]]) -> None:
        newest = sorted(articles, key=lambda one: one[3], reverse=True)
        sheets = [newest[start : start + ITEMS] for start in range(0, len(newest), ITEMS)] or [[]]
        for index, sheet in enumerate(sheets):
            items = "".join(
                f'<li><a href="{one[0]}" title="{one[2]}">{one[2]}</a><span>{one[3]:%Y-%m-%d}</span></li>'
                for one in sheet
            )
            onward = f'<a href="{column}index_{index + 1}.html">下一页</a>' if index + 1 < len(sheets) else ""
            body = f"<div class='list'><ul>{items}</ul><div class='page'>{onward}</div></div>"
            name = "index.html" if index == 0 else f"index_{index}.html"
            meta = f'<meta name="ColumnName" content="{self.names[number]}"><meta name="ColumnType" content="政务公开">'
            self._page(column + name, self.names[number], body, meta=meta, column=number)

    def _home(self, articles: list[tuple[str, int, str, date]]) -> None:
        newest = sorted(articles, key=lambda one: one[3], reverse=True)[:60]
        items = "".join(f'<li><a href="{one[0]}">{one[2]}</a><span>{one[3]:%m-%d}</span></li>' for one in newest)
        self._page("/index.html", "", f"<div class='news'><ul>{items}</ul></div>", meta="", column=None)
        error = (
            "<html><head><meta charset='utf-8'><title>您访问的页面不存在</title></head><body>请返回首页</body></html>"
        )
        (self.portal.folder / "error.html").write_text(error, encoding="utf-8")

    def _page(self, path: str, title: str, body: str, *, meta: str, column: int | None) -> None:
        place = (
            ""
            if column is None
            else (
                f"<div class='position'>当前位置：<a href='/'>首页</a> &gt; "
                f"<a href='{self.columns[column]}'>{self.names[column]}</a></div>"
            )
        )
        shown = f"{title}_临河县人民政府" if title else "临河县人民政府"
        html = f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{shown}</title>
<meta name="SiteName" content="临河县人民政府"><meta name="SiteDomain" content="www.linhe.example">
<meta name="SiteIDCode" content="9901210001">{meta}
<link rel="stylesheet" href="/images/site.css"><link rel="stylesheet" media="print" href="/images/print.css">
<script src="/images/jquery.js"></script><script src="/images/site.js"></script>
<style>{_STYLE}</style><script>{_SCRIPT}</script></head>
<body><div class="header"><a href="/"><img src="/images/logo.png" alt="临河县人民政府"></a></div>
<div class="nav"><ul>
{self.nav}</ul></div>
{place}<div class="main">{body}</div>
<div class="footer"><p>主办单位：临河县人民政府办公室　联系电话：0999-5550100</p>
<p>网站标识码：9901210001　<a href="/images/site.js">某ICP备00000000号-1</a>　某公网安备 00000000000000号</p>
<p><a href="/"><img src="/images/jiguan.png" alt="党政机关"></a>
<a href="/"><img src="/images/jiucuo.png" alt="政府网站找错"></a></p>
</div></body></html>"""
        self._file(path, html.encode())

    def _file(self, path: str, content: bytes) -> None:
        file = self.portal.folder / path.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        self.portal.targets.add(path.removesuffix("index.html"))  # pages link to the folder


def _pdf() -> bytes:
    """A file of one page with a line of text."""
    writer, text, out = PdfWriter(), StreamObject(), io.BytesIO()
    name = NameObject
    font = {name("/Type"): name("/Font"), name("/Subtype"): name("/Type1"), name("/BaseFont"): name("/Helvetica")}
    text.set_data(b"BT /F1 12 Tf 72 720 Td (Linhe 2026) Tj ET")
    page = writer.add_blank_page(595, 842)
    fonts = DictionaryObject({name("/F1"): DictionaryObject(font)})
    page[name("/Resources")] = DictionaryObject({name("/Font"): fonts})
    page[name("/Contents")] = writer._add_object(text)
    writer.write(out)
    return out.getvalue()


def make_portal(folder: Path, pages: int, *, seed: int = 1, silent: bool = False) -> Portal:
    """Write a portal of so many pages below `folder`; `silent`: with a target that never answers."""
    return _Maker(folder, pages, seed, silent).make()
