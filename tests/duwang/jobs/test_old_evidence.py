"""Pictures go when nobody needs them as evidence any more."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from checks.lifecycle.case import State
from config.settings import Settings
from duwang.jobs.old_evidence import drop_old_evidence
from storage.tables.finding import FindingRow
from storage.writes.sites import register_sites
from tests.factories import CODE, NOW, TODAY, register_site

LONG_AGO = timedelta(days=500)


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    return Settings(home=tmp_path, database_url=database_url)


@pytest.fixture
def picture(settings: Settings) -> Callable[..., Path]:
    """Makes a picture of that age."""

    def make(name: str, age: timedelta = LONG_AGO) -> Path:
        path = settings.home / "data" / "evidence" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"png")
        then = (datetime.now(UTC) - age).timestamp()
        os.utime(path, (then, then))
        return path

    return make


def found(
    engine: Engine, name: str, status: State, mended_days_ago: int | None = None, rule: str = "link-broken"
) -> None:
    """Keep a finding with this picture."""
    with Session(engine) as session:
        register_sites(session, [register_site()], source="sites.yaml", at=NOW)
        session.flush()
        session.add(
            FindingRow(
                site_code=CODE,
                rule=rule,
                subject=f"https://www.linhe.example/{name}",
                status=status.value,
                verdict="confirmed",
                severity="deduct",
                urgent=False,
                repair="article",
                facts={},
                evidence={"screenshot": f"data/evidence/{name}"},
                attempts=[],
                first_seen=TODAY - LONG_AGO,
                last_seen=TODAY,
                fixed_on=None if mended_days_ago is None else TODAY - timedelta(days=mended_days_ago),
                reopened=0,
            )
        )
        session.commit()


def test_an_old_picture_that_nobody_needs_goes(
    settings: Settings, engine: Engine, picture: Callable[..., Path]
) -> None:
    stray, mended = picture("stray.png"), picture("mended.png")
    found(engine, "mended.png", State.FIXED, mended_days_ago=401)
    assert drop_old_evidence(settings, today=TODAY) == 2
    assert not stray.exists()
    assert not mended.exists()


@pytest.mark.parametrize("status", [state for state in State if state is not State.FIXED])
def test_the_picture_of_a_finding_that_is_not_mended_stays_for_ever(
    settings: Settings, engine: Engine, picture: Callable[..., Path], status: State
) -> None:
    kept = picture("open.png")
    found(engine, "open.png", status)
    assert drop_old_evidence(settings, today=TODAY) == 0
    assert kept.exists()


def test_a_picture_stays_as_long_after_its_finding_was_mended(
    settings: Settings, engine: Engine, picture: Callable[..., Path]
) -> None:
    kept = picture("mended.png")
    found(engine, "mended.png", State.FIXED, mended_days_ago=400)
    assert drop_old_evidence(settings, today=TODAY) == 0
    assert kept.exists()


def test_a_picture_that_two_findings_share_stays_while_one_needs_it(
    settings: Settings, engine: Engine, picture: Callable[..., Path]
) -> None:
    picture("shared.png")
    found(engine, "shared.png", State.FIXED, mended_days_ago=450)
    found(engine, "shared.png", State.OPEN, rule="link-insecure")
    assert drop_old_evidence(settings, today=TODAY) == 0


def test_young_pictures_and_other_files_stay(settings: Settings, picture: Callable[..., Path]) -> None:
    assert drop_old_evidence(settings, today=TODAY) == 0
    picture("young.png", timedelta(days=399))
    picture("note.txt")
    assert drop_old_evidence(settings, today=TODAY) == 0
    assert drop_old_evidence(settings.model_copy(update={"evidence_days": 1}), today=TODAY) == 1
