import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from config.settings import load_settings
from duwang.commands.inspect import command
from duwang.workspace import open_store
from storage.writes.sites import register_sites
from tests.factories import register_site

KEYS = (
    *("url", "kind", "encoding", "title", "published_on", "source", "breadcrumb", "meta", "column", "document"),
    *("interpretations", "interprets", "marks", "links"),
)
ARTICLE = """<html><head><title>关于森林防火的通知_临河县人民政府</title>
<meta name="SiteName" content="临河县人民政府"><meta name="ArticleTitle" content="关于森林防火的通知"></head>
<body><div>当前位置：<a href="/">首页</a> &gt; <a href="/tzgg/">通知公告</a></div>
<h1>关于森林防火的通知</h1>
<div>发布时间：2026-11-20 来源：临河日报</div>
<div id="zoom"><p>各乡镇人民政府：现将有关事项通知如下，请认真落实。</p>
<a href="a.pdf">附件</a></div>
<div class="footer">主办：临河县人民政府办公室 网站标识码：9901210001</div></body></html>"""
ROWS = "".join(
    f"<li><a href=/a/{n}.html>关于第{n}项工作的通知</a><span>2026-11-{n:02}</span></li>" for n in range(1, 16)
)
COLUMN = f"<html><head><title>通知公告</title></head><body><h2>通知公告</h2><ul class=list>{ROWS}</ul></body></html>"
URL = "https://www.linhe.example/tzgg/content_1234567.html"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DUWANG_TODAY", "2026-11-21")
    monkeypatch.setenv("DUWANG_HOME", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("DUWANG_ALLOW_PRIVATE", raising=False)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    (tmp_path / "article.html").write_text(ARTICLE, "utf-8")
    (tmp_path / "column.html").write_text(COLUMN, "utf-8")
    return tmp_path


@pytest.fixture
def server(saved: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("DUWANG_ALLOW_PRIVATE", "1")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=saved)) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}"
        serving.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


def inspect(*args: object) -> Result:
    return CliRunner().invoke(command, [str(arg) for arg in args])


def as_json(*args: object) -> dict[str, object]:
    result = inspect(*args, "--format", "json")
    assert result.exit_code == 0, result.output
    found: dict[str, object] = json.loads(result.stdout)
    return found


def test_prints_an_article_as_the_contract_names_it(saved: Path) -> None:
    seen = as_json(saved / "article.html", "--url", URL)
    assert tuple(seen) == KEYS
    assert {key: seen[key] for key in KEYS[:7]} == {
        "url": URL,
        "kind": "article",
        "encoding": "utf-8",
        "title": "关于森林防火的通知",
        "published_on": "2026-11-20",
        "source": "临河日报",
        "breadcrumb": ["首页", "通知公告"],
    }
    assert seen["meta"] == {"SiteName": "临河县人民政府", "ArticleTitle": "关于森林防火的通知"}
    assert seen["column"] is None
    assert seen["interpretations"] == []
    marks = seen["marks"]
    assert isinstance(marks, dict)
    assert (marks["site_code"], marks["party_government_badge"], marks["icp"]) == ("9901210001", False, None)
    assert {"url": "https://www.linhe.example/tzgg/a.pdf", "text": "附件", "kind": "attachment"} in seen["links"]  # type: ignore[operator]


def test_prints_a_column_with_its_items(saved: Path) -> None:
    seen = as_json(saved / "column.html", "--url", "https://www.linhe.example/tzgg/")
    column = seen["column"]
    assert isinstance(column, dict)
    assert (seen["kind"], column["name"], column["latest"], len(column["items"])) == (
        "column",
        "通知公告",
        "2026-11-15",
        15,
    )
    assert {"title", "url", "date"} == set(column["items"][0])
    assert (seen["document"], seen["interpretations"], seen["published_on"]) == (None, None, None)


def test_what_does_not_apply_to_a_file_is_null(saved: Path) -> None:
    (saved / "a.pdf").write_bytes(b"%PDF-1.7 x")
    seen = as_json(saved / "a.pdf")
    assert seen["kind"] == "attachment"
    assert [key for key in KEYS if seen[key] is not None] == ["kind", "encoding"]


def test_reads_a_page_from_the_network(server: str) -> None:
    seen = as_json(f"{server}/article.html")
    assert (seen["url"], seen["title"]) == (f"{server}/article.html", "关于森林防火的通知")


def test_shows_people_every_part_in_chinese(saved: Path) -> None:
    result = inspect(saved / "article.html", "--url", URL)
    assert result.exit_code == 0
    for words in (
        "关于森林防火的通知",
        "2026-11-20",
        "首页 › 通知公告",
        "临河日报",
        "网站标识码",
        "9901210001",
        "附件 1",
    ):
        assert words in result.stdout
    assert "关于第15项工作的通知" in inspect(saved / "column.html").stdout


def test_brackets_of_a_page_are_shown_as_they_are(tmp_path: Path) -> None:
    page = tmp_path / "brackets.html"
    page.write_text(COLUMN.replace("关于第1项", "[more] 第1项 [/b]"), "utf-8")
    shown = inspect(page).output
    assert "[more] 第1项 [/b]工作的通知" in shown
    assert "栏目“通知公告”，类型：通知公告（notice），15 条，最新 2026-11-15" in shown


def test_a_part_of_a_page_is_said_to_be_one(saved: Path) -> None:
    (saved / "part.html").write_text("<title>关于森林防火的通知</title>", "utf-8")
    assert "看不到（页脚不在这一段网页里）" in inspect(saved / "part.html").stdout


@pytest.mark.parametrize(
    ("args", "status", "told"),
    [
        (["no-such-file.html"], 1, "找不到文件"),
        (["www.linhe.example"], 1, "http://"),
        (["."], 1, "不是文件"),
        (["http://www.linhe.example/"], 1, "域名无法解析"),
        (["http://127.0.0.1:9/"], 1, "指向内部网络地址。要读内网的网站，请设置环境变量 DUWANG_ALLOW_PRIVATE=1。"),
        (["http://www.linhe.example/", "--url", URL], 2, "--url"),
        (["column.html", "--url", "linhe"], 2, "完整的网址"),
        (["column.html", "--url", "http://[linhe.example/"], 2, "完整的网址"),
        ([], 2, ""),
    ],
)
def test_says_what_is_wrong(
    args: list[str], status: int, told: str, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(saved)
    result = inspect(*args)
    assert (result.exit_code, told in result.stderr, result.stdout) == (status, True, "")


def test_a_page_that_is_not_there_is_told_with_its_status(server: str) -> None:
    result = inspect(f"{server}/nothing.html")
    assert (result.exit_code, "404" in result.stderr) == (1, True)


def test_a_registered_sites_own_host_may_be_read_though_it_lies_inside(
    server: str, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DUWANG_ALLOW_PRIVATE")
    assert "内部网络地址" in inspect(f"{server}/article.html").stderr
    with open_store(load_settings()) as session:
        register_sites(session, [register_site(url=f"{server}/")], source="sites.yaml", at=datetime.now(UTC))
        session.commit()
    assert as_json(f"{server}/article.html")["title"] == "关于森林防火的通知"
