"""pages: what each page showed when it was read last; link_sets and hit_sets: what many pages share."""

from datetime import date

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class LinkSetRow(Base):
    """A set of targets. Pages of one template share the set of their header, navigation and footer."""

    __tablename__ = "link_sets"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[bytes] = mapped_column(LargeBinary(16), unique=True)
    targets: Mapped[bytes] = mapped_column(LargeBinary, comment="ids, packed by storage.link_sets")


class HitSetRow(Base):
    """What the page rules found on a page."""

    __tablename__ = "hit_sets"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[bytes] = mapped_column(LargeBinary(16), unique=True)
    findings: Mapped[str] = mapped_column(comment="JSON array of Finding")


class PageRow(Base):
    """One page of a site, as it was when it was read last."""

    __tablename__ = "pages"
    __table_args__ = (Index("ix_pages_site_code_read_in", "site_code", "read_in"),)

    target_id: Mapped[int] = mapped_column(
        ForeignKey("targets.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    site_code: Mapped[str] = mapped_column(ForeignKey("sites.code"))
    kind: Mapped[str] = mapped_column(String(10), comment="a PageKind")
    title: Mapped[str | None]
    published_on: Mapped[date | None]
    sha256: Mapped[bytes] = mapped_column(LargeBinary(32), comment="of the page's bytes")
    etag: Mapped[str | None]
    last_modified: Mapped[str | None] = mapped_column(comment="the header as it came")
    stamp: Mapped[str] = mapped_column(String(16), comment="which reader and rulebook judged it")
    frame_id: Mapped[int | None] = mapped_column(ForeignKey("link_sets.id"), comment="links outside its main part")
    links_id: Mapped[int | None] = mapped_column(ForeignKey("link_sets.id"), comment="links of its main part")
    hits_id: Mapped[int | None] = mapped_column(ForeignKey("hit_sets.id"))
    facts: Mapped[str | None] = mapped_column(comment="JSON of PageKept: what rules on the whole site compare")
    first_seen: Mapped[date]
    read_in: Mapped[int | None] = mapped_column(comment="the reading that read it last")
    gone_in: Mapped[int | None] = mapped_column(comment="the reading that found it gone")
