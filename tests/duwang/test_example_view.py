import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest

from config.example_file import Example, Passing, load_examples
from config.rule_file import load_rules
from config.words.example_words import load_example_words
from duwang.example_view import change_told, example_shown


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("<h1>", "", "删去“<h1>”"),
        ("<h1>", "<h2>", "“<h1>”换成“<h2>”"),
        ("<h1>", "<h1>【废止】", "在“<h1>”之后加上“【废止】”"),
        ("<h1>", "<p>1</p><h1>", "在“<h1>”之前加上“<p>1</p>”"),
    ],
)
def test_a_difference_is_told_in_words(old: str, new: str, told: str) -> None:
    assert change_told(old, new, lambda markup: f"“{markup}”") == told


def test_what_no_page_shows_is_told_in_chinese() -> None:
    certificate = {"not_after": date(2026, 12, 20), "error": "wrong-host"}
    example = Example(
        text="……",
        says="……",
        verdict="likely",
        severity="advice",
        today=date(2026, 4, 1),
        limits={"max_days": 3},
        seen={
            "site": {"name": "临河县教育局", "level": "department"},
            "host": {"host": "www.linhe.example", "ipv4": ["203.0.113.5", "203.0.113.6"], "certificate": certificate},
            "home_attempts": [{"outcome": "timeout"}, {"outcome": "ok"}],
            "accounts": [],
        },
        passes=(Passing(text="……", seen={"targets": [{"kind": "attachment", "tries": ["timeout", "ok"]}]}),),
    )
    shown = example_shown(example)
    assert shown.lines == (
        "读网日期：2026年4月1日",
        "最多几天：3",
        "登记的网站：名称 临河县教育局；级别 部门",
        "域名：www.linhe.example；IPv4 地址 203.0.113.5、203.0.113.6；"
        "证书（到期日 2026年12月20日；浏览器的警告 域名不符）",
        "打开首页：15 秒内没有应答",
        "打开首页：正常打开",
        "台账里的账号：无",
    )
    assert shown.says == "……（提醒，疑似）"
    assert shown.passes[0].lines == ("链接：种类 附件；先后打开 15 秒内没有应答、正常打开",)


def test_every_word_is_used() -> None:
    used = {
        name
        for rule in load_rules().values()
        for example in load_examples(rule)
        for scene in (example, *example.passes)
        for name in _fields({**scene.seen, **(scene.limits if isinstance(scene, Example) else {})})
    }
    assert set(load_example_words().fields) <= used


def _fields(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from value
        for inner in value.values():
            yield from _fields(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _fields(inner)


def test_no_code_is_shown_raw() -> None:
    """Codes have words: what is left in Latin letters are names, numbers and addresses."""
    codes = load_example_words().codes
    errors = [
        certificate["error"]
        for rule in load_rules().values()
        for example in load_examples(rule)
        for scene in (example, *example.passes)
        if (certificate := scene.seen.get("host", {}).get("certificate", {})) and "error" in certificate
    ]
    assert set(errors) == set(codes)


def test_examples_are_json_for_other_programs() -> None:
    for rule in load_rules().values():
        for example in load_examples(rule):
            json.dumps(example.model_dump(mode="json"), ensure_ascii=False)
