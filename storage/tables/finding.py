"""findings and finding_events: a finding's present state, and its append-only life."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, UtcTime


class FindingRow(Base):
    """One thing that is or was wrong. (site, rule, subject) is its identity."""

    __tablename__ = "findings"
    __table_args__ = (
        UniqueConstraint("site_code", "rule", "subject"),
        Index("ix_findings_status", "status", "site_code"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    site_code: Mapped[str] = mapped_column(ForeignKey("sites.code"))
    rule: Mapped[str]
    subject: Mapped[str] = mapped_column(comment="what is wrong: an address, or an item's code")
    status: Mapped[str] = mapped_column(comment="a State")
    verdict: Mapped[str] = mapped_column(comment="confirmed, likely, walled or undecided")
    severity: Mapped[str] = mapped_column(comment="veto, deduct or advice")
    urgent: Mapped[bool]
    repair: Mapped[str] = mapped_column(comment="where it is mended: template, column, article, …")
    page: Mapped[str | None] = mapped_column(comment="where it was seen")
    column: Mapped[str | None] = mapped_column(comment="name of the column")
    facts: Mapped[dict[str, Any]] = mapped_column(JSON, comment="what the rule's message is filled with")
    evidence: Mapped[dict[str, Any]] = mapped_column(JSON)
    attempts: Mapped[list[dict[str, Any]]] = mapped_column(JSON, comment="the tries that witness it, times in UTC")
    first_seen: Mapped[date]
    last_seen: Mapped[date]
    due_on: Mapped[date | None]
    fixed_on: Mapped[date | None]
    reopened: Mapped[int] = mapped_column(comment="how many times it came back")
    dismissed_by: Mapped[str | None] = mapped_column(comment="a person's name, or register for an exemption")
    held: Mapped[bool] = mapped_column(server_default=false(), comment="a person must look before anything is sent")


class FindingEventRow(Base):
    """One change in a finding's life: who, when, why, and what was seen. Never updated, never deleted."""

    __tablename__ = "finding_events"
    __table_args__ = (Index("ix_finding_events_day", "day", "finding_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("findings.id"), index=True)
    at: Mapped[datetime] = mapped_column(UtcTime)
    day: Mapped[date] = mapped_column(comment="the day that the rules took for today, Beijing")
    reading_id: Mapped[int | None] = mapped_column(ForeignKey("readings.id"), comment="null: a person did it")
    kind: Mapped[str] = mapped_column(comment="a Move")
    status: Mapped[str] = mapped_column(comment="the State after it")
    by: Mapped[str] = mapped_column(comment="who: reading, or a person's name")
    reason: Mapped[str | None]
    payload: Mapped[dict[str, Any]] = mapped_column(JSON, comment="the parts of what was seen that changed")
