"""items: the entries of a column's list."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class ItemRow(Base):
    """One entry of the list that a column's page showed last."""

    __tablename__ = "items"
    __table_args__ = (UniqueConstraint("column_id", "url", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    column_id: Mapped[int] = mapped_column(ForeignKey("columns.id", ondelete="CASCADE"))
    position: Mapped[int] = mapped_column(comment="place in the list, from 0")
    title: Mapped[str]
    url: Mapped[str]
    date: Mapped[date | None]
    pinned: Mapped[bool]
