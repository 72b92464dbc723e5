"""accounts: new-media accounts, as the ledger has them."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from checks.observations.account import AccountSeen
from storage.base import Base, UtcTime


class AccountRow(Base):
    """One account under the site whose unit keeps it."""

    __tablename__ = "accounts"
    __table_args__ = (UniqueConstraint("site_code", "platform", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    site_code: Mapped[str] = mapped_column(ForeignKey("sites.code"))
    platform: Mapped[str]
    name: Mapped[str]
    last_post: Mapped[date | None] = mapped_column(comment="null: no post is known")
    recorded_on: Mapped[date] = mapped_column(comment="the day up to which its posts are known")
    imported_at: Mapped[datetime] = mapped_column(UtcTime)

    def to_account(self) -> AccountSeen:
        """The row as rules look at it."""
        return AccountSeen(
            platform=self.platform, name=self.name, last_post=self.last_post, recorded_on=self.recorded_on
        )
