"""Other people's hosts that the sites link to."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "external_hosts",
        sa.Column("host", sa.String(), nullable=False, comment="with its port where it has one"),
        sa.Column("first_seen", sa.Date(), nullable=False, comment="the day of the reading that met it first"),
        sa.Column("last_seen", sa.Date(), nullable=True, comment="when its front page was read last; null: never"),
        sa.Column(
            "asked_on", sa.Date(), nullable=False, comment="the day on which it was asked for last, answered or not"
        ),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("certificate", sa.String(), nullable=False, comment="the name that its certificate is made out to"),
        sa.Column("domain", sa.String(), nullable=False, comment="the registered domain"),
        sa.Column(
            "is_odd",
            sa.Boolean(),
            nullable=False,
            comment="true: it showed words that rules look at, or has changed",
        ),
        sa.Column("look", sa.JSON(), nullable=False, comment="HostLook"),
        sa.PrimaryKeyConstraint("host", name=op.f("pk_external_hosts")),
    )


def downgrade() -> None:
    op.drop_table("external_hosts")
