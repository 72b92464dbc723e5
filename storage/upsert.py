"""An INSERT that knows ON CONFLICT: both databases spell it alike, and SQLAlchemy keeps it with each one's dialect."""

from importlib import import_module
from typing import Any


def insert(dialect: str, table: Any) -> Any:
    """Insert into a table of `sqlite` or `postgresql`, whose dialect alone is imported: the other would take 20 ms."""
    return import_module(f"sqlalchemy.dialects.{dialect}").insert(table)
