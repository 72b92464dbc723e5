"""targets: every address that a site's pages or links name, once."""

from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class TargetRow(Base):
    """One address, and how asking after it ended last."""

    __tablename__ = "targets"
    __table_args__ = (UniqueConstraint("site_code", "url"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    site_code: Mapped[str] = mapped_column(ForeignKey("sites.code"))
    url: Mapped[str]
    kind: Mapped[str] = mapped_column(String(10), comment="a LinkKind")
    on_site: Mapped[bool] = mapped_column(comment="true: on one of the site's own hosts")
    region: Mapped[str] = mapped_column(String(6), comment="where in its first page the link stands")
    text: Mapped[str] = mapped_column(comment="the link's words at its first place")
    first_page_id: Mapped[int | None] = mapped_column(comment="target of the page that named it first")
    ok: Mapped[bool | None] = mapped_column(comment="null: never asked")
    verdict: Mapped[str | None] = mapped_column(String(9), comment="null when ok")
    cause: Mapped[str | None] = mapped_column(comment="the outcome that decided")
    attempts: Mapped[list[dict[str, Any]] | None] = mapped_column(
        JSON(none_as_null=True), comment="the tries of the last check that was not ok"
    )
    checked_in: Mapped[int | None] = mapped_column(comment="the reading that asked last")
