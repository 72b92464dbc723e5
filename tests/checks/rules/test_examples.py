"""The examples of the rules' pages, played: what is printed is what was run."""

import pytest

from checks.message import sentence
from config.example_file import Example, Passing, load_examples
from config.rule_file import RuleData, load_rules
from tests.examples import kinds, play

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}: {example.text}")
    for rule in load_rules().values()
    for example in load_examples(rule)
]
PASSING = [
    pytest.param(rule, example, passing, id=f"{rule.id}: {passing.text}")
    for rule in load_rules().values()
    for example in load_examples(rule)
    for passing in example.passes
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_failing_example_yields_one_finding_that_says_what_is_printed(rule: RuleData, example: Example) -> None:
    (finding,) = play(example, rule.id)
    assert (sentence(rule, finding), finding.verdict) == (example.says, example.verdict)
    assert (finding.severity or rule.severity) == (example.severity or rule.severity)


@pytest.mark.parametrize(("rule", "example", "passing"), PASSING)
def test_with_the_difference_alone_it_passes(rule: RuleData, example: Example, passing: Passing) -> None:
    """The rule did look: without the difference it finds something, as the test above shows."""
    assert play(passing.scene(example), rule.id) == []


@pytest.mark.parametrize(("rule", "example", "passing"), PASSING)
def test_the_difference_leaves_a_page_of_the_same_kind(rule: RuleData, example: Example, passing: Passing) -> None:
    """It passes for what it shows, not because it is taken for something else."""
    before = kinds(example)
    assert kinds(passing.scene(example))[: len(before)] == before


@pytest.mark.parametrize("rule", load_rules().values(), ids=lambda rule: rule.id)
def test_every_rule_shows_what_fails_and_what_passes(rule: RuleData) -> None:
    assert any(example.passes for example in load_examples(rule))


@pytest.mark.parametrize("rule", load_rules().values(), ids=lambda rule: rule.id)
def test_every_sentence_that_a_rule_may_say_is_shown(rule: RuleData) -> None:
    found = [finding for example in load_examples(rule) for finding in play(example, rule.id)]
    assert rule.messages.keys() <= {key for one in found for key in (one.verdict, one.facts.get("kind"))}
