from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from config.errors import ConfigError
from config.site_file import load_sites
from config.sites import Site
from tests.factories import register_site

YAML = """\
sites:
  - code: 9901210001
    name: 临河县人民政府
    url: https://www.linhe.example/
    level: county
    unit: 临河县人民政府办公室
    contact: office@example.org
    columns:
      - {name: 统计数据, url: /tjsj/, type: statistics, max_age_days: 31}
  - code: 0101210002
    name: 临河县教体局
    url: http://jtj.linhe.example/
    level: 部门
"""
HEAD = ["序号", "网站标识码", "网站名称（全称）", "网址", "级别", "责任单位", "联系方式"]
ROW = ["1", "9901210001", "临河县人民政府", "https://www.linhe.example/", "县级", "临河县人民政府办公室", ""]


def written(tmp_path: Path, name: str, content: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def sheet(tmp_path: Path, *rows: list[object]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "sites.xlsx")
    return tmp_path / "sites.xlsx"


def trouble(path: Path) -> str:
    with pytest.raises(ConfigError) as caught:
        load_sites(path)
    return str(caught.value)


def test_yaml_gives_every_field_and_keeps_codes_as_written(tmp_path):
    first, second = load_sites(written(tmp_path, "sites.yaml", YAML))
    assert (first.code, first.contact, first.columns[0].max_age_days) == ("9901210001", "office@example.org", 31)
    assert (second.code, second.level, second.unit) == ("0101210002", "department", "临河县教体局")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_csv_in_the_encodings_of_table_programs(tmp_path, encoding, delimiter):
    text = "\r\n".join(delimiter.join(row) for row in (HEAD, ROW))
    assert load_sites(written(tmp_path, "sites.csv", text.encode(encoding))) == [register_site()]


def test_english_headings(tmp_path):
    text = (
        "code,name,url,level,unit\n9901210001,临河县人民政府,https://www.linhe.example/,county,临河县人民政府办公室\n"
    )
    assert load_sites(written(tmp_path, "sites.csv", text)) == [register_site()]


def test_xlsx_with_a_title_above_a_blank_row_within_and_a_code_typed_as_a_number(tmp_path):
    row = [1, 9901210001, *ROW[2:]]
    assert load_sites(sheet(tmp_path, ["临河县政府网站登记表"], HEAD, row, [None] * 7)) == [register_site()]


def test_columns_and_exemptions_in_cells(tmp_path):
    cells = ["[{name: 统计数据, url: /tjsj/, type: statistics}]", "[{check: link-broken, reason: 试运行}]"]
    (site,) = load_sites(sheet(tmp_path, [*HEAD, "栏目", "不适用的检查项"], [*ROW, *cells]))
    assert (site.columns[0].type, site.exempt[0].reason) == ("statistics", "试运行")


def test_all_errors_of_a_file_are_told_at_once_with_their_places(tmp_path):
    told = trouble(
        sheet(
            tmp_path,
            HEAD,
            [1, 990121001, "临河县人民政府", "www.linhe.example", "县级", "", ""],
            [2, "9901210002", "", "https://b.example/", "国家", "", ""],
            ROW,
            ROW,
        )
    )
    assert "第 2 行，网站标识码：少 1 位：网站标识码是 10 位数字，现在是 9 位。" in told
    assert "第 2 行，网址：“www.linhe.example”缺少开头的 http:// 或 https://" in told
    assert "第 3 行，网站名称：没有填写" in told
    assert "第 3 行，级别：“国家”不是级别" in told
    assert "第 5 行，网站标识码：9901210001 与第 4 行重复" in told
    assert "有 5 处不能用" in told


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("code: '99012100011'", "多 1 位"),
        ("code: 9.90121E+09", "科学记数"),
        ("code: 99O1210001", "数字以外的字符"),
        ("code: '９９０１２１０００１'", "半角数字以外的字符"),
        ("url: ftp://a.example/", "不是网页地址"),
        ("url: https：//a.example/", "含有全角符号"),
        ("url: https://www。a。example/", "含有全角符号"),
        ("url: http://http://a.example/", "不是完整的首页网址"),
        ("url: https://a.example:99999/", "不是完整的首页网址"),
        ("url: 'https://[::1/'", "不是完整的首页网址"),
        ("url: https://admin:secret@a.example/", "不是完整的首页网址"),
        ("untl: x", "untl：没有这个字段。是不是 unit？"),
        (
            "columns: [{name: 统计, url: /a/, type: statistcs}]",
            "栏目第 1 项的类型：没有“statistcs”这个类型。是不是 statistics",
        ),
        (
            "columns: [{name: 统计, url: /a/, type: statistics, max_age_days: 三十}]",
            "栏目第 1 项的最长更新间隔：“三十”不是大于 0",
        ),
        ("columns: [{name: 统计, type: statistics}]", "栏目第 1 项的网址：没有填写"),
        ("columns: 统计数据", "栏目：写法不对"),
        ("columns: [统计数据]", "栏目第 1 项：写法不对"),
        ("exempt: [{check: link-brokn, reason: 试运行}]", "没有“link-brokn”这个检查项。是不是 link-broken"),
        ("exempt: [{check: link-broken, reason: ''}]", "不适用的检查项第 1 项的理由：不能为空"),
        ("exempt: [{check: link-broken, reason: 无, until: 明年}]", "“明年”不是日期"),
    ],
)
def test_each_mistake_says_what_was_expected(tmp_path, entry, expected):
    field = entry.partition(":")[0]
    whole = {"code": "'9901210001'", "name": "临河", "url": "https://a.example/", "level": "county"}
    lines = [entry, *(f"{key}: {value}" for key, value in whole.items() if key != field)]
    assert expected in trouble(written(tmp_path, "sites.yaml", "sites:\n  - " + "\n    ".join(lines)))


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("sites.yaml", "sites:\n", "还没有网站"),
        ("sites.yaml", "", "没有“sites:”列表"),
        ("sites.yaml", "sites: {a: 1}", "没有“sites:”列表"),
        ("sites.yaml", "网站:\n  - code: x\n", "没有“sites:”列表"),
        ("sites.yaml", "sites: " + "[" * 3000, "YAML 语法有误"),
        ("sites.yaml", "sites:\n  - 临河", "第 2 行：这里应是一个网站"),
        ("sites.yaml", "sites:\n  - code: [\n", "YAML 语法有误"),
        ("sites.csv", "a,b\n1,2\n", "没有找到表头"),
        ("sites.csv", 'code,name\n"1,2\n', "引号不成对"),
        ("sites.csv", b"\xff\xff\xff", "文字编码"),
        ("sites.xlsx", b"PK", "不是有效的 XLSX"),
        ("sites.xls", b"", "另存为 .xlsx"),
    ],
)
def test_a_file_that_is_no_register_says_so(tmp_path, name, content, expected):
    assert expected in trouble(written(tmp_path, name, content))


def test_a_second_entry_without_its_dash_is_not_swallowed(tmp_path):
    two = YAML.replace("  - code: 0101210002", "    code: 0101210002")
    assert "第 10 行：“code”在同一处写了两次" in trouble(written(tmp_path, "sites.yaml", two))


def test_a_second_draft_appended_does_not_replace_the_register(tmp_path):
    told = trouble(written(tmp_path, "sites.yaml", YAML + YAML))
    assert "第 14 行：“sites”在同一处写了两次，前一处会丢失" in told
    assert len(load_sites(written(tmp_path, "sites.yaml", "sites:\n# 说明\n" + YAML))) == 2


def test_two_sites_with_one_address_are_a_slip_of_the_pen(tmp_path):
    same = YAML.replace("http://jtj.linhe.example/", "https://WWW.linhe.example")
    told = trouble(written(tmp_path, "sites.yaml", same))
    assert "第 10 行起的网站，网址：https://WWW.linhe.example 与第 2 行起的网站相同" in told


def test_a_file_that_is_not_there(tmp_path):
    assert "没有这个文件" in trouble(tmp_path / "sites.yaml")


@given(st.binary(max_size=300), st.sampled_from([".yaml", ".csv", ".xlsx"]))
def test_any_bytes_are_sites_or_a_clear_error(tmp_path_factory, content, suffix):
    path = tmp_path_factory.mktemp("any") / f"sites{suffix}"
    path.write_bytes(content)
    try:
        sites = load_sites(path)
    except ConfigError:
        return
    assert all(isinstance(site, Site) for site in sites)


def test_two_columns_of_one_field_may_not_contradict_each_other(tmp_path):
    head = [*HEAD, "主办单位"]
    assert load_sites(sheet(tmp_path, head, [*ROW, ""])) == [register_site()]
    assert load_sites(sheet(tmp_path, head, [*ROW, ROW[5]])) == [register_site()]
    assert load_sites(sheet(tmp_path, head, [*ROW[:5], "", ROW[6], ROW[5]])) == [register_site()]
    told = trouble(sheet(tmp_path, head, [*ROW, "临河县融媒体中心"]))
    assert "第 2 行：“责任单位”和“主办单位”两列是同一项，内容却不同。请只留一列。" in told


def test_a_workbook_is_read_from_its_first_sheet_and_says_so(tmp_path):
    assert "第一张工作表：没有找到表头。" in trouble(sheet(tmp_path, ["填表说明"]))


def test_an_address_may_begin_in_upper_case_as_telephones_write_it(tmp_path):
    row = [cell.replace("https", "Https") for cell in ROW]
    assert load_sites(sheet(tmp_path, HEAD, row)) == [register_site()]


@pytest.mark.parametrize(
    ("written_as", "expected"),
    [("网址: https://a.example/", "网址：没有这个字段。是不是 url？"), ("contact: [a, b]", "联系方式：应是一段文字")],
)
def test_what_is_meant_is_told(tmp_path, written_as, expected):
    text = f'sites:\n- code: "9901210001"\n  name: 临河县人民政府\n  level: county\n  {written_as}\n'
    assert expected in trouble(written(tmp_path, "sites.yaml", text))


def test_an_unknown_type_is_told_together_with_what_else_is_wrong(tmp_path):
    column = "[{name: 统计, url: /a/, type: statistcs, max_age_days: 三十}]"
    told = trouble(sheet(tmp_path, [*HEAD, "栏目"], [*ROW, column]))
    assert "“三十”不是大于 0 的整数" in told
    assert "没有“statistcs”这个类型" in told
