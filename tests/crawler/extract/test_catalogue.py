from crawler.extract.catalogue import read_catalogues, table_rows
from crawler.extract.page import parse

TWO_ROWS = """<p>临河县养老服务领域基层政务公开标准目录</p><table>
<tr><td rowspan="2">序号</td><td colspan="2">公开事项</td>
<td rowspan="2">公开内容（要素）</td>
<td rowspan="2">公开依据</td><td rowspan="2">公开时限</td><td rowspan="2">公开主体</td>
<td rowspan="2">公开渠道和载体</td>
<td colspan="2">公开对象</td><td colspan="2">公开方式</td></tr>
<tr><td>一级事项</td><td>二级事项</td><td>全社会</td><td>特定群体</td><td>主动</td><td>依申请</td></tr>
<tr><td>1</td><td>养老补贴</td><td>高龄津贴</td><td>标准</td><td>条例</td><td>20个工作日</td><td>民政局</td><td>网站</td>
<td>√</td><td></td><td>√</td><td></td></tr></table>"""


def read(body: str):
    return read_catalogues(parse(f"<html><body>{body}</body></html>".encode(), url="https://www.linhe.example/1.html"))


def test_a_header_of_two_rows():
    (catalogue,) = read(TWO_ROWS)
    assert catalogue.missing == ()
    assert catalogue.rows == 1
    assert catalogue.place == "临河县养老服务领域基层政务公开标准目录"


def test_a_catalogue_without_two_elements():
    header = ("序号", "公开事项", "公开内容", "公开依据", "公开主体", "公开时限", "公开方式")
    rows = "<tr>" + "".join(f"<td>{cell}</td>" for cell in header) + "</tr>"
    (catalogue,) = read(f"<table>{rows}<tr><td>1</td><td>a</td></tr></table>")
    assert set(catalogue.missing) == {"渠道", "公开对象"}


def test_other_tables():
    checks = "".join(f"<td>抽查{cell}</td>" for cell in ("事项名称", "依据", "主体", "内容", "方式", "时限"))
    assert read(f"<table><tr>{checks}</tr></table>") == ()


def test_merged_cells_stand_in_each_row():
    doc = parse(
        b"<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
        url="https://a.example/",
    )
    table = next(doc.root.iter("table"))
    assert table_rows(table) == [["a", "b", "b"], ["a", "c", "d"]]


def test_a_mistyped_span_costs_nothing():
    doc = parse(b"<table><tr><td colspan=999999999>a</td><td colspan=x>b</td></tr></table>", url="https://a.example/")
    assert len(table_rows(next(doc.root.iter("table")))[0]) == 61


def test_a_cell_stretched_without_end_ends():
    doc = parse(f"<table><tr><td colspan={'9' * 5000}>a</td></tr></table>".encode(), url="")
    (table,) = doc.root.iter("table")
    (row,) = table_rows(table)
    assert set(row) == {"a"}
