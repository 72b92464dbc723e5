import pytest

from checks.observations.catalogue import CatalogueSeen
from checks.observations.file import FileSeen, FileTable
from checks.observations.page import Crumb
from tests.checks.rules.rule import found
from tests.factories import page

TITLE = "临河县养老服务领域基层政务公开标准目录"
HEADER = ("序号", "公开事项", "公开内容", "公开依据", "公开时限", "公开主体", "公开方式")
FILE = "https://www.linhe.example/files/mulu.xlsx"


def catalogue(**given):
    return CatalogueSeen(
        **{"elements": ("内容",), "missing": ("渠道", "公开对象"), "header": HEADER, "rows": 20, **given}
    )


def test_a_page_s_catalogue():
    (finding,) = found("catalogue-element-missing", page(title=TITLE, catalogues=(catalogue(),)))
    assert (finding.facts["elements"], finding.repair) == (["渠道", "公开对象"], "article")


def test_a_file_s_catalogue():
    table = FileTable("工作表“养老”", (HEADER, ("1", "补贴", "标准", "条例", "20日", "民政局", "主动")))
    seen = FileSeen(url=FILE, page="https://www.linhe.example/1.html", title=TITLE, kind="xlsx", tables=(table,))
    (finding,) = found("catalogue-element-missing", seen)
    assert (finding.subject, finding.facts["elements"], finding.repair) == (FILE, ["公开对象", "渠道"], "attachment")


def test_a_catalogue_that_only_its_column_names():
    seen = page(title="养老服务", breadcrumb=(Crumb("首页"), Crumb("基层政务公开")), catalogues=(catalogue(),))
    assert len(found("catalogue-element-missing", seen)) == 1


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"catalogues": (catalogue(missing=()),)}, id="whole"),
        pytest.param({"catalogues": (catalogue(rows=0),)}, id="an empty form"),
        pytest.param({"title": "临河县随机抽查事项清单", "catalogues": (catalogue(),)}, id="another kind of list"),
        pytest.param({}, id="no table"),
    ],
)
def test_nothing_to_say_about(given):
    assert found("catalogue-element-missing", page(**{"title": TITLE, **given})) == []
