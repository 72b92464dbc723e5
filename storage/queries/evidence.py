"""Questions about the pictures that findings have as evidence."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from storage.tables.finding import FindingRow

_AT_ONCE = 500


def pictures_in_use(session: Session, paths: Sequence[str], *, mended_since: date) -> set[str]:
    """Those of these pictures that a finding needs which is not mended, or was mended on that day or later."""
    shown = FindingRow.evidence["screenshot"].as_string()
    needed = or_(FindingRow.status != "fixed", FindingRow.fixed_on.is_(None), FindingRow.fixed_on >= mended_since)
    used: set[str] = set()
    for start in range(0, len(paths), _AT_ONCE):
        used.update(session.scalars(select(shown).where(shown.in_(paths[start : start + _AT_ONCE]), needed)))
    return used
