from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from config.errors import ConfigError
from config.ledger_file import Account, load_accounts
from tests.factories import CODE, TODAY

HEAD = ["序号", "网站标识码", "平台", "账号名称", "最近发布日期", "登记截至日期"]
WECHAT = Account(
    site=CODE, platform="微信", name="临河发布", last_post=date(2026, 11, 1), recorded_on=date(2026, 11, 20)
)


def load(path: Path) -> list[Account]:
    return load_accounts(path, sites={CODE}, today=TODAY)


def written(tmp_path: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    (tmp_path / name).write_text(text, encoding)
    return tmp_path / name


def trouble(path: Path) -> str:
    with pytest.raises(ConfigError) as caught:
        load(path)
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("day", ["2026-11-01", "2026/11/1", "2026.11.1", "2026年11月1日", "2026-11-01 08:30"])
def test_csv_with_days_as_people_write_them(tmp_path: Path, encoding: str, day: str) -> None:
    rows = [HEAD, ["1", CODE, "微信", "临河发布", day, "2026-11-20"]]
    text = "\n".join(",".join(row) for row in rows)
    assert load(written(tmp_path, "ledger.csv", text, encoding)) == [WECHAT]


def test_xlsx_with_dates_as_dates_and_a_title_above(tmp_path: Path) -> None:
    book = Workbook()
    row = [1, int(CODE), "微信", "临河发布", date(2026, 11, 1), datetime(2026, 11, 20)]
    for line in (["政务新媒体台账"], HEAD, row, [None] * 6):
        book.active.append(line)
    book.save(tmp_path / "ledger.xlsx")
    assert load(tmp_path / "ledger.xlsx") == [WECHAT]


def test_english_headings_and_an_account_without_a_known_post(tmp_path: Path) -> None:
    text = f"site,platform,name,last_post,recorded_on\n{CODE},微博,临河微博,,2026-11-20\n"
    (account,) = load(written(tmp_path, "ledger.csv", text))
    assert (account.name, account.last_post) == ("临河微博", None)


@pytest.mark.parametrize(("state", "closed"), [("", False), ("正常", False), ("注销", True), ("已关停", True)])
def test_an_account_may_be_signed_off(tmp_path: Path, state: str, closed: bool) -> None:
    text = f"{','.join(HEAD[1:])},状态\n{CODE},微信,临河发布,2026-11-01,2026-11-20,{state}\n"
    assert [one.closed for one in load(written(tmp_path, "ledger.csv", text))] == [closed]


def test_yaml(tmp_path: Path) -> None:
    fields = "platform: 微信, name: 临河发布, last_post: 2026-11-01, recorded_on: 2026-11-20"
    assert load(written(tmp_path, "ledger.yaml", f"accounts:\n  - {{site: {CODE}, {fields}}}\n")) == [WECHAT]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("9901210009,微信,临河发布,,2026-11-20", "第 2 行，网站标识码：登记表里没有 9901210009 这个网站"),
        (f"{CODE},,临河发布,,2026-11-20", "第 2 行，平台：没有填写"),
        (f"{CODE},微信,临河发布,2026-11-01,", "第 2 行，登记截至日期：没有填写"),
        (f"{CODE},微信,临河发布,昨天,2026-11-20", "最近发布日期：“昨天”不是日期"),
        (f"{CODE},微信,临河发布,2026-02-30,2026-11-20", "“2026-02-30”不是日期"),
        (f"{CODE},微信,临河发布,2027-11-01,2026-11-20", "2027-11-01 在今天（2026-11-20）之后"),
        (f"{CODE},微信,临河发布,2026-11-01,2026-11-20,暂停", "状态：不认识“暂停”。请写“正常”或“注销”"),
        (f"{CODE},微信,临河发布,2026-11-10,2026-11-01", "2026-11-01 早于最近发布日期 2026-11-10"),
    ],
)
def test_each_mistake_says_what_was_expected(tmp_path: Path, row: str, expected: str) -> None:
    assert expected in trouble(written(tmp_path, "ledger.csv", f"{','.join(HEAD[1:])},状态\n{row}\n"))


def test_all_mistakes_are_told_at_once_and_nothing_is_taken(tmp_path: Path) -> None:
    good = f"{CODE},微信,临河发布,2026-11-01,2026-11-20"
    told = trouble(written(tmp_path, "ledger.csv", "\n".join((",".join(HEAD[1:]), good, good, f"{CODE},,,,"))))
    assert "第 3 行，账号名称：“临河发布”与第 2 行重复" in told
    assert "有 4 处不能用" in told
    assert "没有导入任何账号" in told


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("ledger.csv", "a,b\n1,2\n", "表头应有：网站标识码、平台"),
        ("ledger.csv", ",".join(HEAD), "里面还没有账号"),
        ("ledger.yaml", "- 临河发布", "没有“accounts:”列表"),
        ("ledger.yaml", "accounts: [临河发布]", "这里应是一个账号"),
        ("ledger.yaml", "accounts: [{sitte: 1}]", "sitte：没有这个字段"),
        ("ledger.txt", "", "不认识这种文件"),
    ],
)
def test_a_file_that_is_no_ledger_says_so(tmp_path: Path, name: str, text: str, expected: str) -> None:
    assert expected in trouble(written(tmp_path, name, text))


@given(st.text(max_size=200), st.sampled_from([".yaml", ".csv"]))
def test_any_text_is_accounts_or_a_clear_error(tmp_path_factory, text, suffix) -> None:
    path = tmp_path_factory.mktemp("any") / f"ledger{suffix}"
    path.write_text("accounts:\n" * (suffix == ".yaml") + text, "utf-8", errors="replace")
    try:
        accounts = load(path)
    except ConfigError:
        return
    assert all(isinstance(account, Account) for account in accounts)
