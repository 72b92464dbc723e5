"""What Alembic runs the steps with: the connection that `storage.schema` hands over, inside its transaction."""

from alembic import context

import storage.tables  # noqa: F401 - fills the metadata
from storage.base import Base

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Base.metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
