from checks.catalogue import read_catalogue

HEADER = ["序号", "公开事项", "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "公开对象", "公开方式"]
NAMES = ("公开对象", "渠道", "方式", "时限", "主体", "依据", "内容", "名称")


def test_a_sheet_with_a_heading_above_its_header():
    seen = read_catalogue(
        [["临河县社会救助领域基层政务公开标准目录", "", ""], HEADER, ["1", "低保", *["x"] * 7]], place="Sheet1"
    )
    assert seen is not None
    assert (seen.elements, seen.missing, seen.rows, seen.place) == (NAMES, (), 1, "Sheet1")


def test_merged_cells_of_a_sheet_are_empty():
    first = [
        "序号",
        "公开事项",
        "",
        "公开内容",
        "公开依据",
        "公开时限",
        "公开主体",
        "公开渠道",
        "公开对象",
        "",
        "公开方式",
        "",
    ]
    second = ["", "一级事项", "二级事项", "", "", "", "", "", "全社会", "特定群体", "主动", "依申请公开"]
    seen = read_catalogue([first, second, ["1", "救助"]])
    assert seen is not None
    assert (seen.missing, seen.rows) == ((), 1)


def test_an_element_that_no_cell_names():
    seen = read_catalogue([[cell for cell in HEADER if cell not in ("公开依据", "公开时限")]])
    assert seen is not None
    assert set(seen.missing) == {"依据", "时限"}


def test_a_table_of_something_else():
    assert read_catalogue([["姓名", "职务", "分工"], ["张三", "局长", "全面工作"]]) is None
    assert read_catalogue([]) is None
