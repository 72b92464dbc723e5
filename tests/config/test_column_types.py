from pathlib import Path

import pytest

from config.column_types import column_types, match_type, read_column_types, type_told
from config.errors import ConfigError


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("通知公告", "notice"),
        ("公示 公告", "notice"),
        ("政策解读", "interpretation"),
        ("政策文件及解读", "policy_document"),
        ("政策法规解读· 以案释法", "interpretation"),
        ("统计公报", "statistics"),
        ("政府公报", "gazette"),
        ("行政处罚公示", "admin_penalty"),
        ("新闻发布会", "press_conference"),
        ("政府信息公开年报", "disclosure_annual"),
        ("政府信息公开专栏", "disclosure_catalog"),
        ("规章制度", "disclosure_rules"),
        ("部门动态", "news_department"),
        ("乡镇动态", "news_county"),
        ("新闻动态", "news_local"),
        ("走进临河", "overview"),
    ],
)
def test_the_most_telling_pattern_wins(name: str, expected: str) -> None:
    found = match_type(name)
    assert found is not None
    assert found.id == expected


@pytest.mark.parametrize("name", ["首页", "政务公开", "栏目名字", ""])
def test_names_that_tell_nothing_have_no_type(name: str) -> None:
    assert match_type(name) is None


def test_limits_are_the_standards() -> None:
    types = column_types()
    assert [types[kind].max_age_days for kind in ("news_local", "notice", "budget", "overview")] == [14, 180, 365, None]
    assert {types[kind].bucket for kind in ("news_local", "news_department")} == {"news"}


@pytest.mark.parametrize("text", ["types: [{id: a}]", "other: 1", "types: 3"])
def test_a_wrong_file_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "column-types.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(ConfigError, match=r"column-types\.yaml"):
        read_column_types(file)


def test_a_type_is_told_by_its_name_and_its_id():
    assert [type_told(kind) for kind in ("notice", None, "own_type")] == ["通知公告（notice）", "未识别", "own_type"]
