"""sites: the register."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from config.sites import Site
from storage.base import Base, UtcTime


class SiteRow(Base):
    """One site of the register."""

    __tablename__ = "sites"

    code: Mapped[str] = mapped_column(String(10), primary_key=True, comment="网站标识码")
    name: Mapped[str] = mapped_column(comment="full name")
    url: Mapped[str] = mapped_column(comment="address of the home page")
    level: Mapped[str] = mapped_column(comment="province, city, county, township or department")
    unit: Mapped[str] = mapped_column(comment="责任单位")
    contact: Mapped[str | None] = mapped_column(comment="where notices go")
    profile: Mapped[dict[str, Any]] = mapped_column(JSON, comment="columns and exemptions of the profile")
    source: Mapped[str] = mapped_column(comment="name of the register file that it came from")
    imported_at: Mapped[datetime] = mapped_column(UtcTime, comment="when that file was imported last")
    active: Mapped[bool] = mapped_column(comment="false: the register no longer names it; its history stays")

    def to_site(self) -> Site:
        """The entry as the register's value."""
        return Site(
            code=self.code,
            name=self.name,
            url=self.url,
            level=self.level,  # type: ignore[arg-type]  # pydantic checks it
            unit=self.unit,
            contact=self.contact,
            **self.profile,
        )
