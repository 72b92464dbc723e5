"""Deletes the pictures that nobody needs as evidence any more."""

import logging
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from math import inf
from pathlib import Path

from sqlalchemy.orm import Session

from config.settings import Settings
from duwang.jobs.screenshots import EVIDENCE_FOLDER
from storage.engine import open_engine
from storage.queries.evidence import pictures_in_use

log = logging.getLogger(__name__)


def drop_old_evidence(settings: Settings, *, today: date) -> int:
    """Delete pictures taken over `settings.evidence_days` ago, and return how many.

    Those of findings that are not mended stay, and those of findings mended less than so many days before `today`.
    A file that cannot be deleted is left for the next time. Raises `ConfigError` where the database fails.
    """
    keep = timedelta(days=settings.evidence_days)
    folder = settings.home / EVIDENCE_FOLDER
    old = list(_taken_before(folder, datetime.now(UTC) - keep))
    if not old:
        return 0
    engine = open_engine(settings.database)
    try:
        with Session(engine) as session:
            used = pictures_in_use(session, [_path(name) for name in old], mended_since=today - keep)
    finally:
        engine.dispose()
    return sum(_delete(folder / name) for name in old if _path(name) not in used)


def _path(name: str) -> str:
    """As findings name it."""
    return f"{EVIDENCE_FOLDER}/{name}"


def _taken_before(folder: Path, moment: datetime) -> Iterator[str]:
    if not folder.is_dir():
        return
    with os.scandir(folder) as files:
        for file in files:
            if file.name.endswith(".png") and _written(file) < moment.timestamp():
                yield file.name


def _written(file: os.DirEntry[str]) -> float:
    try:
        return file.stat().st_mtime
    except FileNotFoundError:  # another reading has just deleted it
        return inf


def _delete(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        log.warning("%s could not be deleted", path, exc_info=True)
        return False
    return True
