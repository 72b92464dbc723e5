"""work: the work list of the readings under way."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, UtcTime


class WorkRow(Base):
    """One address that a reading has to do with. Rows go when their reading has ended."""

    __tablename__ = "work"
    __table_args__ = (
        Index(
            "ix_work_waiting",
            "reading_id",
            "purpose",
            "priority",
            "target_id",
            # The migration says it for PostgreSQL too; said here, every start would import that dialect: 20 ms.
            sqlite_where=text("state = 0"),
        ),
        {"sqlite_with_rowid": False},
    )

    reading_id: Mapped[int] = mapped_column(ForeignKey("readings.id", ondelete="CASCADE"), primary_key=True)
    target_id: Mapped[int] = mapped_column(ForeignKey("targets.id", ondelete="CASCADE"), primary_key=True)
    purpose: Mapped[str] = mapped_column(String(4), comment="page: read it; link: ask whether it is there")
    state: Mapped[int] = mapped_column(SmallInteger, comment="0 waiting, 1 leased, 2 done, 3 left undone")
    priority: Mapped[int] = mapped_column(SmallInteger, comment="lower comes first")
    tries: Mapped[int] = mapped_column(SmallInteger)
    not_before: Mapped[datetime | None] = mapped_column(UtcTime, comment="the earliest time of the next try")
    cause: Mapped[str | None] = mapped_column(comment="why a page was not read")
