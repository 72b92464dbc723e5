import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from checks.run import judge_page
from config.errors import ConfigError
from config.settings import Settings
from duwang.privacy_key import privacy_key, rulebook_of
from tests.factories import page

CARD = "11010119900307" + "4477"


def settings(home: Path, **given: Any) -> Settings:
    return Settings(home=home, **given)


def digest(home: Path, **given: Any) -> str:
    shown = page(text=f"张某，身份证号{CARD}")
    (leak,) = [one for one in judge_page(shown, rulebook_of(settings(home, **given))) if one.rule == "privacy-leak"]
    found: str = leak.facts["numbers"][0]["digest"]
    return found


def test_it_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    key = privacy_key(settings(tmp_path))
    assert len(key) == 64
    assert privacy_key(settings(tmp_path)) == key
    assert stat.S_IMODE((tmp_path / "data" / "privacy.key").stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["privacy.key"]


def test_programs_that_start_at_once_get_the_same_one(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(lambda _: privacy_key(settings(tmp_path)), range(40)))) == 1


def test_one_number_has_one_digest_here_and_another_one_elsewhere(tmp_path: Path) -> None:
    assert digest(tmp_path / "a") == digest(tmp_path / "a")
    assert digest(tmp_path / "a") != digest(tmp_path / "b")


def test_other_limits_of_the_rule_stay(tmp_path: Path) -> None:
    own = {"privacy-leak": {"max_named": 0}}
    assert rulebook_of(settings(tmp_path, checks=own)).by_id["privacy-leak"].limits.max_named == 0


def test_a_broken_key_is_told_not_used(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "privacy.key").write_text("")
    with pytest.raises(ConfigError, match="密钥不完整"):
        privacy_key(settings(tmp_path))
