"""Prepared statements on Django's own connection, for the few places where the ORM's cost is most of the cost.

Each caller has a plain equal that any database answers; tests run both. Parameters are bound by the server (`%s`), so
that a statement is parsed and planned once per connection, and lists are arrays.
"""

from collections.abc import Sequence
from typing import Any

from django.db import connection


def is_here() -> bool:
    return bool(connection.vendor == "postgresql")


def run(statement: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    """The rows that this statement answers, within whatever transaction is open. Raises Django's database errors."""
    from psycopg import Cursor

    connection.ensure_connection()
    with connection.wrap_database_errors, Cursor(connection.connection) as cursor:
        cursor.execute(statement, parameters, prepare=True)
        return cursor.fetchall() if cursor.description else []
