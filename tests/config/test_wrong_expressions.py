from collections import Counter
from pathlib import Path

import pytest

from checks.lexicon import Lexicon
from config.errors import ConfigError
from config.words import load_expressions, load_lines

EXPRESSIONS = load_expressions()
LEXICON = Lexicon(EXPRESSIONS, load_lines("never_wrong.txt"))


def test_each_wrong_expression_is_found_as_itself():
    missed = [e.wrong for e in EXPRESSIONS if [hit.expression for hit in LEXICON.find(e.wrong)] != [e]]
    assert missed == []


def test_no_right_form_is_itself_called_wrong():
    assert [e.right for e in EXPRESSIONS if list(LEXICON.find(e.right))] == []


def test_each_expression_is_named_once():
    assert [wrong for wrong, count in Counter(e.wrong for e in EXPRESSIONS).items() if count > 1] == []


def test_no_context_word_is_empty():
    assert [e.wrong for e in EXPRESSIONS if "" in e.not_after + e.not_before] == []


def test_an_offices_own_list_has_three_to_five_columns(tmp_path):
    path = tmp_path / "words.tsv"
    path.write_text("# 本单位用语\n一网通办理\t一网通办\tforbidden\t\t平台、系统\n", encoding="utf-8-sig")
    (own,) = load_expressions(path)
    assert (own.grade, own.not_after, own.not_before) == ("forbidden", (), ("平台", "系统"))


@pytest.mark.parametrize("line", ["峻工\t竣工", "峻工\t竣工\t笔误", "\t竣工\ttypo", "甲\t乙\ttypo\t丙\t丁\t戊"])
def test_a_line_of_another_form_is_told(tmp_path, line):
    path = tmp_path / "words.tsv"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(ConfigError, match="三至五项"):
        load_expressions(path)


def test_a_path_begins_in_the_workspace_wherever_the_program_was_started(tmp_path, monkeypatch):
    (tmp_path / "words.tsv").write_text("甲错\t甲对\ttypo\n", "utf-8")
    monkeypatch.setenv("DUWANG_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path.parent)
    assert [own.wrong for own in load_expressions(Path("words.tsv"))] == ["甲错"]
