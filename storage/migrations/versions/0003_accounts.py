"""New-media accounts from the ledger."""

import sqlalchemy as sa
from alembic import op

import storage.base

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site_code", sa.String(length=10), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("last_post", sa.Date(), nullable=True, comment="null: no post is known"),
        sa.Column("recorded_on", sa.Date(), nullable=False, comment="the day up to which its posts are known"),
        sa.Column("imported_at", storage.base.UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["site_code"], ["sites.code"], name=op.f("fk_accounts_site_code")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("site_code", "platform", "name", name=op.f("uq_accounts_site_code_platform_name")),
    )


def downgrade() -> None:
    op.drop_table("accounts")
