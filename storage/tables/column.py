"""columns: what a site offers, by name and type."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class ColumnRow(Base):
    """A column of a site, and what its page showed last."""

    __tablename__ = "columns"
    __table_args__ = (UniqueConstraint("site_code", "url"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    site_code: Mapped[str] = mapped_column(ForeignKey("sites.code"))
    url: Mapped[str]
    name: Mapped[str]
    type: Mapped[str | None] = mapped_column(comment="an id of column-types.yaml; null: not known")
    max_age_days: Mapped[int | None] = mapped_column(comment="what the profile sets; null: the type's own limit")
    level: Mapped[int] = mapped_column(comment="1: in the home page's navigation; 2: below such a column")
    confidence: Mapped[float]
    path: Mapped[list[str]] = mapped_column(JSON, comment="names of the columns above it")
    selector: Mapped[str | None] = mapped_column(comment="CSS of the list's items, as the profile sets it")
    first_seen: Mapped[date]
    reading_id: Mapped[int | None] = mapped_column(
        ForeignKey("readings.id", ondelete="SET NULL"), comment="the reading that saw its page last"
    )
    listed_in: Mapped[int | None] = mapped_column(
        ForeignKey("readings.id", ondelete="SET NULL"), comment="the last reading that counted it among the columns"
    )
    seen: Mapped[dict[str, Any] | None] = mapped_column(
        JSON(none_as_null=True), comment="latest, next page, unreadable; items apart"
    )
