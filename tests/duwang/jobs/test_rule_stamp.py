"""What makes pages that did not change be judged anew."""

from pathlib import Path

import pytest

from config.settings import load_settings
from duwang.jobs.rule_stamp import rule_stamp


def test_a_word_that_the_office_adds_to_its_own_list_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUWANG_HOME", str(tmp_path))
    (tmp_path / "duwang.toml").write_text('[checks.wording-error]\noffice_expressions = ["words.tsv"]\n', "utf-8")
    words = tmp_path / "words.tsv"
    words.write_text("甲错\t甲对\ttypo\n", "utf-8")
    before = rule_stamp(load_settings())
    assert rule_stamp(load_settings()) == before
    words.write_text("甲错\t甲对\ttypo\n乙错\t乙对\ttypo\n", "utf-8")
    assert rule_stamp(load_settings()) != before
