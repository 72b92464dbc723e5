"""The installation's secret: digests of private numbers made with it tell nothing to whoever does not have it."""

import os
import secrets
from pathlib import Path
from typing import Any

from checks.rulebook import Rulebook, load_rulebook
from config.errors import ConfigError
from config.settings import Settings

_FILE = "privacy.key"
_RULE = "privacy-leak"
_LEAST_CHARACTERS = 32


def rulebook_of(settings: Settings) -> Rulebook:
    """The rules with this installation's limits and its secret; for whatever is going to be kept."""
    own = settings.checks.get(_RULE, {})
    keyed: dict[str, Any] = {"hash_key": privacy_key(settings), **own}
    return load_rulebook({**settings.checks, _RULE: keyed})


def key_file(settings: Settings) -> Path:
    """Where the secret lies, whether or not it was made yet."""
    return settings.home / "data" / _FILE


def privacy_key(settings: Settings) -> str:
    """The secret in the workspace's `data/privacy.key`, made on first use and readable for its owner alone.

    Raises `ConfigError` where the file is there and too short to be a secret.
    """
    path = key_file(settings)
    if not path.exists():
        _make(path)
    key = path.read_text("ascii", errors="replace").strip()
    if len(key) < _LEAST_CHARACTERS:
        raise ConfigError(str(path), "密钥不完整。", "请从备份恢复；没有备份就删去它，下次读网时会另建。")
    return key


def _make(path: Path) -> None:
    """Write it whole under another name first: of two programs that start at once, both get the same one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{_FILE}.{os.getpid()}.{secrets.token_hex(4)}")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32) + "\n")
    try:
        os.link(draft, path)
    except FileExistsError:
        return  # the other program was quicker: its key counts
    finally:
        draft.unlink()
