from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.official_usage import find_irregular, find_numbers


def found(text: str) -> list[tuple[str, str]]:
    return [
        (hit.expression.wrong, hit.expression.right) for hit in (*find_numbers(text, since=2013), *find_irregular(text))
    ]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("临政办发[2026]5号", "[2026]5号", "〔2026〕5号"),
        ("临政办发［2026］5号", "［2026］5号", "〔2026〕5号"),
        ("临政发【2026】5号", "【2026】5号", "〔2026〕5号"),
        ("临政函（2026）5号", "（2026）5号", "〔2026〕5号"),
        ("临政函(2026)5号", "(2026)5号", "〔2026〕5号"),
        ("临政函[2026〕5号", "[2026〕5号", "〔2026〕5号"),
        ("临政规〔2026〕05号", "〔2026〕05号", "〔2026〕5号"),
        ("临政规〔2026〕第5号", "〔2026〕第5号", "〔2026〕5号"),
        ("临政字[2026]12号", "[2026]12号", "〔2026〕12号"),
        ("二0二六年三月", "二0二六年", "二〇二六年"),
        ("二O二六年三月", "二O二六年", "二〇二六年"),
        ("二零二六年三月", "二零二六年", "二〇二六年"),
        ("二00八年", "二00八年", "二〇〇八年"),
        ("2026年2月30日", "2026年2月30日", "历法中有的日期"),
        ("2026年13月1日", "2026年13月1日", "历法中有的日期"),
        (
            "定于2026年11月21日（星期日）举行",
            "2026年11月21日（星期日）",
            "与星期相符的日期（当天是星期六）",
        ),
        ("截止2025年底，全县共有学校90所", "截止2025年底", "截至2025年底"),
        ("据统计，截止2025年底，全县党员总数突破1万人", "截止2025年底", "截至2025年底"),
        ("会议指出。截止到今年6月底，已完成投资3亿元", "截止到今年6月底", "截至今年6月底"),
    ],
)
def test_irregular_usage_is_told_with_the_right_form(text, wrong, right):
    assert found(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "临政办发〔2026〕5号",
        "临政办发﹝2026﹞5号",
        "临政办发[2008]12号",  # issued before the standard was in force
        "（2016）粤13民初5号判决书",
        "临人仲案（2026）12号、临市监罚字（2026）第5号、采购编号：LHZC(2026)001号",
        "中国人民银行公告〔2026〕第5号",
        "锦绣嘉园开发（2026）12号楼",
        "二〇二六年三月，二〇二〇年，二十一世纪，二百年，二○二六年",
        "2024年2月29日，2026年2月28日",
        "定于2026年11月21日（星期六）举行，2026年11月22日（周日）返回，2026年11月22日（星期天）",
        "报名截止2026年11月21日17时",
        "报名截止时间：2026年11月30日",
        "即日起，截止2026年11月30日，逾期不候",
        "截止2026年11月30日，超过期限的不予受理",
        "截至2025年底，全县共有学校90所",
    ],
)
def test_regular_usage_passes(text):
    assert found(text) == []


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_of_the_calendar_passes_with_its_own_weekday(day):
    weekday = "一二三四五六日"[day.weekday()]
    assert found(f"{day.year}年{day.month}月{day.day}日（星期{weekday}）") == []
