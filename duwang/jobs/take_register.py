"""Takes the register of sites over from a file."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from config.settings import Settings
from storage.queries.sites import register_imported_at
from storage.writes.sites import RegisterChange, register_sites

WORKSPACE_REGISTER = "sites.yaml"


def take_register(session: Session, path: Path) -> RegisterChange:
    """Import a register file, whole or not at all, and commit. Raises `ConfigError` with all that is wrong in it."""
    from config.site_file import load_sites  # 10 ms that a register without changes need not spend

    sites = load_sites(path)
    change = register_sites(session, sites, source=path.name, at=datetime.now(UTC))
    session.commit()
    return change


def take_newer_register(session: Session, settings: Settings) -> RegisterChange | None:
    """Import the workspace's `sites.yaml` where it was edited after the last import; None: nothing to do."""
    path = settings.home / WORKSPACE_REGISTER
    try:
        edited = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except FileNotFoundError:
        return None
    imported = register_imported_at(session)
    if imported is not None and edited <= imported:
        return None
    return take_register(session, path)
