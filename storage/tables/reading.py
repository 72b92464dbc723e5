"""readings: one run over one site."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, UtcTime


class ReadingRow(Base):
    """One reading, with what a report of its day needs even after the register has changed."""

    __tablename__ = "readings"
    __table_args__ = (Index("ix_readings_site_code_day", "site_code", "day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    site_code: Mapped[str] = mapped_column(ForeignKey("sites.code"))
    mode: Mapped[str] = mapped_column(comment="daily or full")
    day: Mapped[date] = mapped_column(index=True, comment="the day that the rules took for today, Beijing")
    state: Mapped[str] = mapped_column(comment="running, finished or interrupted")
    started_at: Mapped[datetime] = mapped_column(UtcTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcTime)
    counts: Mapped[dict[str, int]] = mapped_column(JSON, comment="pages, targets, requests, …; new, fixed, standing")
    coverage: Mapped[dict[str, Any]] = mapped_column(JSON, comment="due, read, and the unread with their reasons")
    site: Mapped[dict[str, Any]] = mapped_column(JSON, comment="the register's entry as it was")
    seen: Mapped[list[int]] = mapped_column(JSON, comment="ids of the findings that it saw")
    new_by_rule: Mapped[dict[str, int] | None] = mapped_column(
        JSON(none_as_null=True), comment="rule -> new findings; null: not counted"
    )
    jumps: Mapped[dict[str, Any] | None] = mapped_column(
        JSON(none_as_null=True), comment="rule -> a Jump, of the rules that left their usual band"
    )
