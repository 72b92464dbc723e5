"""The house is in order: each rule has its files, is explained, and its page in the handbook is the one it gives."""

import re
from pathlib import Path

import pytest

from checks.rulebook import Rule, default_rulebook
from config.example_file import load_examples
from config.indicators import load_indicators
from config.words.handbook_words import load_handbook_words
from duwang.handbook import pages

ROOT = Path(__file__).parents[1]
RULES = default_rulebook().rules
_NAMES = """
site-unreachable tls-invalid tls-expiring ipv6-missing domain-irregular homepage-stale column-stale column-empty
column-undated column-expiring date-future link-broken link-malformed link-insecure interpretation-missing
interpretation-late interpretation-unlinked footer-mark-missing content-missing annual-report-missing
document-field-missing disclosure-late disclosure-mark-missing validity-missing reply-field-missing
catalogue-element-missing meta-missing message-overdue consultation-no-result interaction-few
guide-element-missing reprint-late account-stale wording-error privacy-leak placeholder-text hidden-link
image-alt-missing page-language-missing
"""
IN_THE_CONTRACT = frozenset(_NAMES.split())
BEYOND_IT = frozenset({"date-contradictory", "layout-residue"})
"""Rules that the issues ask for and the contract's table does not list."""

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def file_name(rule: Rule) -> str:
    return rule.id.replace("-", "_")


@every_rule
def test_a_rule_has_module_data_and_test(rule):
    folder = Path("rules") / rule.data.family
    assert (ROOT / "checks" / folder / f"{file_name(rule)}.py").is_file()
    assert (ROOT / "config" / folder / f"{file_name(rule)}.toml").is_file()
    assert (ROOT / "config/examples" / rule.data.family / f"{file_name(rule)}.toml").is_file()
    assert (ROOT / "tests" / "checks" / folder / f"test_{file_name(rule)}.py").is_file()


@every_rule
def test_a_rule_explains_itself_in_chinese(rule):
    data = rule.data
    texts = (data.title, data.message, *data.messages.values(), data.why, data.fix, data.clause, data.source)
    shown = [
        words for example in load_examples(data) for words in (example.text, *(one.text for one in example.passes))
    ]
    for text in (*texts, *shown):
        assert text.strip() == text
        assert text
    assert all(text.endswith("。") for text in shown)
    for text in (data.title, data.why, data.fix, data.clause):
        assert re.search("[一-鿿]", text)
    assert not re.search(r"\b(?:seen|inferred)\b", data.source)


@every_rule
def test_a_rule_serves_an_indicator_of_the_table(rule):
    assert rule.data.indicator in load_indicators()


@every_rule
def test_a_rules_family_and_limits_have_names(rule):
    words = load_handbook_words()
    assert rule.data.family in words.families
    assert set(rule.data.limits) <= set(words.limits)


@every_rule
def test_a_rules_module_begins_with_its_name(rule):
    module = (ROOT / "checks" / "rules" / rule.data.family / f"{file_name(rule)}.py").read_text("utf-8")
    assert module.startswith(f'"""{rule.id}: ')


def test_every_check_of_the_contract_is_there_under_its_name():
    assert {rule.id for rule in RULES} == IN_THE_CONTRACT | BEYOND_IT


def test_no_rule_file_lies_alone():
    ids = {rule.id for rule in RULES}
    data = {path.stem.replace("_", "-") for path in (ROOT / "config" / "rules").glob("*/*.toml")}
    tests = {path.stem[len("test_") :].replace("_", "-") for path in (ROOT / "tests/checks/rules").glob("*/test_*.py")}
    examples = {path.stem.replace("_", "-") for path in (ROOT / "config" / "examples").glob("*/*.toml")}
    assert data == ids
    assert examples == ids
    assert tests - ids <= {"titles"}  # what the interpretation rules share


def test_words_of_limits_that_no_rule_has_are_gone():
    used = {name for rule in RULES for name in rule.data.limits}
    assert set(load_handbook_words().limits) <= used


def test_the_handbook_is_up_to_date():
    folder = ROOT / "docs" / "rules"
    written = {path.name: path.read_text("utf-8") for path in folder.glob("*.md")}
    assert written == pages(), "run: make docs"
