"""external_hosts: other people's hosts that the sites link to."""

from datetime import date
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class ExternalHostRow(Base):
    """One host, whichever site links to it, as its front page showed itself last."""

    __tablename__ = "external_hosts"

    host: Mapped[str] = mapped_column(primary_key=True, comment="with its port where it has one")
    first_seen: Mapped[date] = mapped_column(comment="the day of the reading that met it first")
    last_seen: Mapped[date | None] = mapped_column(comment="when its front page was read last; null: never")
    asked_on: Mapped[date] = mapped_column(comment="the day on which it was asked for last, answered or not")
    title: Mapped[str]
    certificate: Mapped[str] = mapped_column(comment="the name that its certificate is made out to")
    domain: Mapped[str] = mapped_column(comment="the registered domain")
    is_odd: Mapped[bool] = mapped_column(comment="true: it showed words that rules look at, or has changed")
    look: Mapped[dict[str, Any]] = mapped_column(JSON, comment="HostLook")
