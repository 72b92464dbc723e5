"""documents: policy documents and interpretations, by what their pages show."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class DocumentRow(Base):
    """The document side of a page: its block, and which pages it explains or is explained by."""

    __tablename__ = "documents"
    __table_args__ = (UniqueConstraint("site_code", "url"), Index("ix_documents_number", "number"))

    id: Mapped[int] = mapped_column(primary_key=True)
    site_code: Mapped[str] = mapped_column(ForeignKey("sites.code"))
    url: Mapped[str]
    number: Mapped[str | None] = mapped_column(comment="文号")
    issuer: Mapped[str | None] = mapped_column(comment="发布机构")
    written_on: Mapped[date | None]
    published_on: Mapped[date | None]
    block: Mapped[dict[str, Any] | None] = mapped_column(
        JSON(none_as_null=True), comment="DocumentSeen; null: not a document"
    )
    interpretations: Mapped[list[str]] = mapped_column(JSON, comment="addresses that explain it")
    interprets: Mapped[list[str]] = mapped_column(JSON, comment="addresses that it explains")
