"""Findings can be held; readings count new findings a rule."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    with op.batch_alter_table("findings", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "held",
                sa.Boolean(),
                server_default=sa.false(),
                nullable=False,
                comment="a person must look before anything is sent",
            )
        )
    with op.batch_alter_table("readings", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "new_by_rule",
                sa.JSON(none_as_null=True),
                nullable=True,
                comment="rule -> new findings; null: not counted",
            )
        )
        batch_op.add_column(
            sa.Column(
                "jumps",
                sa.JSON(none_as_null=True),
                nullable=True,
                comment="rule -> a Jump, of the rules that left their usual band",
            )
        )


def downgrade() -> None:
    with op.batch_alter_table("readings", schema=None) as batch_op:
        batch_op.drop_column("jumps")
        batch_op.drop_column("new_by_rule")
    with op.batch_alter_table("findings", schema=None) as batch_op:
        batch_op.drop_column("held")
