import pytest

from config.errors import ConfigError
from config.example_file import Passing, Scene, load_examples
from config.rule_file import load_rules

FAILING = Scene(pages={"gzdt/": "<li>2026-11-02</li>", "": "<p>2026-11-06</p>"}, seen={"probes": {"count": 140}})


def test_changes_are_made_at_once_on_every_page():
    passing = Passing(text="", change={"2026-11-02": "2026-11-06", "2026-11-06": "2026-11-11"})
    assert passing.scene(FAILING).pages == {"gzdt/": "<li>2026-11-06</li>", "": "<p>2026-11-11</p>"}


def test_pages_and_fields_take_the_place_of_what_stood_there():
    passing = Passing(text="", pages={"": "", "tzgg/": "<p>"}, seen={"probes": {"count": 100}})
    scene = passing.scene(FAILING)
    assert scene.pages == {"gzdt/": "<li>2026-11-02</li>", "": "", "tzgg/": "<p>"}
    assert scene.seen == {"probes": {"count": 100}}


@pytest.mark.parametrize("passing", [Passing(text="same"), Passing(text="absent", change={"2026-10-01": ""})])
def test_a_difference_that_is_none_is_an_error(passing):
    with pytest.raises(ValueError, match="changes nothing"):
        passing.scene(FAILING)


def test_pages_lie_below_the_sites_address():
    assert list(FAILING.addresses()) == ["https://www.linhe.example/gzdt/", "https://www.linhe.example/"]
    elsewhere = Scene(pages={"gzdt/": ""}, seen={"site": {"url": "http://192.168.1.5/"}})
    assert list(elsewhere.addresses()) == ["http://192.168.1.5/gzdt/"]


def test_a_rule_without_examples_names_the_file_to_write():
    rule = load_rules()["column-stale"].model_copy(update={"id": "column-slow"})
    with pytest.raises(ConfigError, match=r"config/examples/freshness/column_slow\.toml"):
        load_examples(rule)
