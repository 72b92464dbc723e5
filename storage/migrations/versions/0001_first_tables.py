"""First tables."""

import sqlalchemy as sa
from alembic import op

import storage.base

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "hit_sets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=16), nullable=False),
        sa.Column("findings", sa.String(), nullable=False, comment="JSON array of Finding"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hit_sets")),
        sa.UniqueConstraint("digest", name=op.f("uq_hit_sets_digest")),
    )
    op.create_table(
        "link_sets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=16), nullable=False),
        sa.Column("targets", sa.LargeBinary(), nullable=False, comment="ids, packed by storage.link_sets"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link_sets")),
        sa.UniqueConstraint("digest", name=op.f("uq_link_sets_digest")),
    )
    op.create_table(
        "sites",
        sa.Column("code", sa.String(length=10), nullable=False, comment="网站标识码"),
        sa.Column("name", sa.String(), nullable=False, comment="full name"),
        sa.Column("url", sa.String(), nullable=False, comment="address of the home page"),
        sa.Column("level", sa.String(), nullable=False, comment="province, city, county, township or department"),
        sa.Column("unit", sa.String(), nullable=False, comment="责任单位"),
        sa.Column("contact", sa.String(), nullable=True, comment="where notices go"),
        sa.Column("profile", sa.JSON(), nullable=False, comment="columns and exemptions of the profile"),
        sa.Column("source", sa.String(), nullable=False, comment="name of the register file that it came from"),
        sa.Column(
            "imported_at",
            storage.base.UtcTime(timezone=True),
            nullable=False,
            comment="when that file was imported last",
        ),
        sa.Column(
            "active", sa.Boolean(), nullable=False, comment="false: the register no longer names it; its history stays"
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_sites")),
    )
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site_code", sa.String(length=10), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=True, comment="文号"),
        sa.Column("issuer", sa.String(), nullable=True, comment="发布机构"),
        sa.Column("written_on", sa.Date(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("block", sa.JSON(none_as_null=True), nullable=True, comment="DocumentSeen; null: not a document"),
        sa.Column("interpretations", sa.JSON(), nullable=False, comment="addresses that explain it"),
        sa.Column("interprets", sa.JSON(), nullable=False, comment="addresses that it explains"),
        sa.ForeignKeyConstraint(["site_code"], ["sites.code"], name=op.f("fk_documents_site_code")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
        sa.UniqueConstraint("site_code", "url", name=op.f("uq_documents_site_code_url")),
    )
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.create_index("ix_documents_number", ["number"], unique=False)

    op.create_table(
        "findings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site_code", sa.String(length=10), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False, comment="what is wrong: an address, or an item's code"),
        sa.Column("status", sa.String(), nullable=False, comment="a State"),
        sa.Column("verdict", sa.String(), nullable=False, comment="confirmed, likely, walled or undecided"),
        sa.Column("severity", sa.String(), nullable=False, comment="veto, deduct or advice"),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("repair", sa.String(), nullable=False, comment="where it is mended: template, column, article, …"),
        sa.Column("page", sa.String(), nullable=True, comment="where it was seen"),
        sa.Column("column", sa.String(), nullable=True, comment="name of the column"),
        sa.Column("facts", sa.JSON(), nullable=False, comment="what the rule's message is filled with"),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("attempts", sa.JSON(), nullable=False, comment="the tries that witness it, times in UTC"),
        sa.Column("first_seen", sa.Date(), nullable=False),
        sa.Column("last_seen", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("fixed_on", sa.Date(), nullable=True),
        sa.Column("reopened", sa.Integer(), nullable=False, comment="how many times it came back"),
        sa.Column("dismissed_by", sa.String(), nullable=True, comment="a person's name, or register for an exemption"),
        sa.ForeignKeyConstraint(["site_code"], ["sites.code"], name=op.f("fk_findings_site_code")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_findings")),
        sa.UniqueConstraint("site_code", "rule", "subject", name=op.f("uq_findings_site_code_rule_subject")),
    )
    with op.batch_alter_table("findings", schema=None) as batch_op:
        batch_op.create_index("ix_findings_status", ["status", "site_code"], unique=False)

    op.create_table(
        "readings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site_code", sa.String(length=10), nullable=False),
        sa.Column("mode", sa.String(), nullable=False, comment="daily or full"),
        sa.Column("day", sa.Date(), nullable=False, comment="the day that the rules took for today, Beijing"),
        sa.Column("state", sa.String(), nullable=False, comment="running, finished or interrupted"),
        sa.Column("started_at", storage.base.UtcTime(timezone=True), nullable=False),
        sa.Column("ended_at", storage.base.UtcTime(timezone=True), nullable=True),
        sa.Column("counts", sa.JSON(), nullable=False, comment="pages, targets, requests, …; new, fixed, standing"),
        sa.Column("coverage", sa.JSON(), nullable=False, comment="due, read, and the unread with their reasons"),
        sa.Column("site", sa.JSON(), nullable=False, comment="the register's entry as it was"),
        sa.Column("seen", sa.JSON(), nullable=False, comment="ids of the findings that it saw"),
        sa.ForeignKeyConstraint(["site_code"], ["sites.code"], name=op.f("fk_readings_site_code")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readings")),
    )
    with op.batch_alter_table("readings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_readings_day"), ["day"], unique=False)
        batch_op.create_index("ix_readings_site_code_day", ["site_code", "day"], unique=False)

    op.create_table(
        "targets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site_code", sa.String(length=10), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False, comment="a LinkKind"),
        sa.Column("on_site", sa.Boolean(), nullable=False, comment="true: on one of the site's own hosts"),
        sa.Column("region", sa.String(length=6), nullable=False, comment="where in its first page the link stands"),
        sa.Column("text", sa.String(), nullable=False, comment="the link's words at its first place"),
        sa.Column("first_page_id", sa.Integer(), nullable=True, comment="target of the page that named it first"),
        sa.Column("ok", sa.Boolean(), nullable=True, comment="null: never asked"),
        sa.Column("verdict", sa.String(length=9), nullable=True, comment="null when ok"),
        sa.Column("cause", sa.String(), nullable=True, comment="the outcome that decided"),
        sa.Column(
            "attempts", sa.JSON(none_as_null=True), nullable=True, comment="the tries of the last check that was not ok"
        ),
        sa.Column("checked_in", sa.Integer(), nullable=True, comment="the reading that asked last"),
        sa.ForeignKeyConstraint(["site_code"], ["sites.code"], name=op.f("fk_targets_site_code")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_targets")),
        sa.UniqueConstraint("site_code", "url", name=op.f("uq_targets_site_code_url")),
    )
    op.create_table(
        "columns",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site_code", sa.String(length=10), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=True, comment="an id of column-types.yaml; null: not known"),
        sa.Column(
            "max_age_days", sa.Integer(), nullable=True, comment="what the profile sets; null: the type's own limit"
        ),
        sa.Column(
            "level", sa.Integer(), nullable=False, comment="1: in the home page's navigation; 2: below such a column"
        ),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("path", sa.JSON(), nullable=False, comment="names of the columns above it"),
        sa.Column("selector", sa.String(), nullable=True, comment="CSS of the list's items, as the profile sets it"),
        sa.Column("first_seen", sa.Date(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=True, comment="the reading that saw its page last"),
        sa.Column(
            "listed_in", sa.Integer(), nullable=True, comment="the last reading that counted it among the columns"
        ),
        sa.Column(
            "seen", sa.JSON(none_as_null=True), nullable=True, comment="latest, next page, unreadable; items apart"
        ),
        sa.ForeignKeyConstraint(["listed_in"], ["readings.id"], name=op.f("fk_columns_listed_in"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["readings.id"], name=op.f("fk_columns_reading_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["site_code"], ["sites.code"], name=op.f("fk_columns_site_code")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_columns")),
        sa.UniqueConstraint("site_code", "url", name=op.f("uq_columns_site_code_url")),
    )
    op.create_table(
        "finding_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("at", storage.base.UtcTime(timezone=True), nullable=False),
        sa.Column("day", sa.Date(), nullable=False, comment="the day that the rules took for today, Beijing"),
        sa.Column("reading_id", sa.Integer(), nullable=True, comment="null: a person did it"),
        sa.Column("kind", sa.String(), nullable=False, comment="a Move"),
        sa.Column("status", sa.String(), nullable=False, comment="the State after it"),
        sa.Column("by", sa.String(), nullable=False, comment="who: reading, or a person's name"),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("payload", sa.JSON(), nullable=False, comment="the parts of what was seen that changed"),
        sa.ForeignKeyConstraint(["finding_id"], ["findings.id"], name=op.f("fk_finding_events_finding_id")),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name=op.f("fk_finding_events_reading_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding_events")),
    )
    with op.batch_alter_table("finding_events", schema=None) as batch_op:
        batch_op.create_index("ix_finding_events_day", ["day", "finding_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_finding_events_finding_id"), ["finding_id"], unique=False)

    op.create_table(
        "pages",
        sa.Column("target_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("site_code", sa.String(length=10), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False, comment="a PageKind"),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("sha256", sa.LargeBinary(length=32), nullable=False, comment="of the page's bytes"),
        sa.Column("etag", sa.String(), nullable=True),
        sa.Column("last_modified", sa.String(), nullable=True, comment="the header as it came"),
        sa.Column("stamp", sa.String(length=16), nullable=False, comment="which reader and rulebook judged it"),
        sa.Column("frame_id", sa.Integer(), nullable=True, comment="links outside its main part"),
        sa.Column("links_id", sa.Integer(), nullable=True, comment="links of its main part"),
        sa.Column("hits_id", sa.Integer(), nullable=True),
        sa.Column(
            "facts", sa.String(), nullable=True, comment="JSON of PageKept: what rules on the whole site compare"
        ),
        sa.Column("first_seen", sa.Date(), nullable=False),
        sa.Column("read_in", sa.Integer(), nullable=True, comment="the reading that read it last"),
        sa.Column("gone_in", sa.Integer(), nullable=True, comment="the reading that found it gone"),
        sa.ForeignKeyConstraint(["frame_id"], ["link_sets.id"], name=op.f("fk_pages_frame_id")),
        sa.ForeignKeyConstraint(["hits_id"], ["hit_sets.id"], name=op.f("fk_pages_hits_id")),
        sa.ForeignKeyConstraint(["links_id"], ["link_sets.id"], name=op.f("fk_pages_links_id")),
        sa.ForeignKeyConstraint(["site_code"], ["sites.code"], name=op.f("fk_pages_site_code")),
        sa.ForeignKeyConstraint(["target_id"], ["targets.id"], name=op.f("fk_pages_target_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("target_id", name=op.f("pk_pages")),
    )
    with op.batch_alter_table("pages", schema=None) as batch_op:
        batch_op.create_index("ix_pages_site_code_read_in", ["site_code", "read_in"], unique=False)

    op.create_table(
        "work",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("target_id", sa.Integer(), nullable=False),
        sa.Column(
            "purpose", sa.String(length=4), nullable=False, comment="page: read it; link: ask whether it is there"
        ),
        sa.Column("state", sa.SmallInteger(), nullable=False, comment="0 waiting, 1 leased, 2 done, 3 left undone"),
        sa.Column("priority", sa.SmallInteger(), nullable=False, comment="lower comes first"),
        sa.Column("tries", sa.SmallInteger(), nullable=False),
        sa.Column(
            "not_before",
            storage.base.UtcTime(timezone=True),
            nullable=True,
            comment="the earliest time of the next try",
        ),
        sa.Column("leased_until", storage.base.UtcTime(timezone=True), nullable=True),
        sa.Column("cause", sa.String(), nullable=True, comment="why a page was not read"),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name=op.f("fk_work_reading_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["target_id"], ["targets.id"], name=op.f("fk_work_target_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("reading_id", "target_id", name=op.f("pk_work")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("work", schema=None) as batch_op:
        batch_op.create_index(
            "ix_work_waiting",
            ["reading_id", "purpose", "priority", "target_id"],
            unique=False,
            sqlite_where=sa.text("state = 0"),
            postgresql_where=sa.text("state = 0"),
        )

    op.create_table(
        "items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("column_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, comment="place in the list, from 0"),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("pinned", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["column_id"], ["columns.id"], name=op.f("fk_items_column_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_items")),
        sa.UniqueConstraint("column_id", "url", "position", name=op.f("uq_items_column_id_url_position")),
    )


def downgrade() -> None:
    op.drop_table("items")
    with op.batch_alter_table("work", schema=None) as batch_op:
        batch_op.drop_index("ix_work_waiting", sqlite_where=sa.text("state = 0"), postgresql_where=sa.text("state = 0"))

    op.drop_table("work")
    with op.batch_alter_table("pages", schema=None) as batch_op:
        batch_op.drop_index("ix_pages_site_code_read_in")

    op.drop_table("pages")
    with op.batch_alter_table("finding_events", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_finding_events_finding_id"))
        batch_op.drop_index("ix_finding_events_day")

    op.drop_table("finding_events")
    op.drop_table("columns")
    op.drop_table("targets")
    with op.batch_alter_table("readings", schema=None) as batch_op:
        batch_op.drop_index("ix_readings_site_code_day")
        batch_op.drop_index(batch_op.f("ix_readings_day"))

    op.drop_table("readings")
    with op.batch_alter_table("findings", schema=None) as batch_op:
        batch_op.drop_index("ix_findings_status")

    op.drop_table("findings")
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.drop_index("ix_documents_number")

    op.drop_table("documents")
    op.drop_table("sites")
    op.drop_table("link_sets")
    op.drop_table("hit_sets")
