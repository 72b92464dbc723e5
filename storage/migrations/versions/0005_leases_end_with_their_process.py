"""A lease ends with the process that holds the site's lock, not at a time."""

import sqlalchemy as sa
from alembic import op

import storage.base

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.drop_column("work", "leased_until")


def downgrade() -> None:
    op.add_column("work", sa.Column("leased_until", storage.base.UtcTime(timezone=True), nullable=True))
