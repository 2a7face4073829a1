"""Append-only tables: the database itself refuses what must never happen.

On PostgreSQL a trigger function, on SQLite a trigger; both allow a DELETE only where a permit names a certificate
for this very transaction (a setting on PostgreSQL, a row of `core_permit` on SQLite). UPDATE is never allowed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, migrations

_PG_FUNCTION = """
CREATE OR REPLACE FUNCTION same_circle_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND TG_ARGV[0] = 'erasable'
     AND coalesce(current_setting('same_circle.permit', true), '') <> '' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '%: this table is append-only', TG_TABLE_NAME;
END $$
"""


def append_only(table: str, *, erasable: bool) -> migrations.RunPython:
    """A migration step that makes `table` append-only; `erasable` allows deletion under a permit."""

    def forwards(apps: Any, schema_editor: Any) -> None:
        for statement in statements(table, erasable=erasable, vendor=schema_editor.connection.vendor):
            schema_editor.execute(statement, None)

    def backwards(apps: Any, schema_editor: Any) -> None:
        for statement in drops(table, vendor=schema_editor.connection.vendor):
            schema_editor.execute(statement, None)

    return migrations.RunPython(forwards, backwards)


def statements(table: str, *, erasable: bool, vendor: str) -> list[str]:
    word = "erasable" if erasable else "never"
    if vendor == "postgresql":
        return [
            _PG_FUNCTION,
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}"
            f" FOR EACH ROW EXECUTE FUNCTION same_circle_append_only('{word}')",
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION same_circle_append_only('never')",
        ]
    unless = "WHEN NOT EXISTS (SELECT 1 FROM core_permit)" if erasable else ""
    return [
        "CREATE TABLE IF NOT EXISTS core_permit (certificate text NOT NULL)",
        f"CREATE TRIGGER {table}_append_only_u BEFORE UPDATE ON {table}"
        f" BEGIN SELECT RAISE(ABORT, '{table}: this table is append-only'); END",
        f"CREATE TRIGGER {table}_append_only_d BEFORE DELETE ON {table} {unless}"
        f" BEGIN SELECT RAISE(ABORT, '{table}: this table is append-only'); END",
    ]


def drops(table: str, *, vendor: str) -> list[str]:
    if vendor == "postgresql":
        return [f"DROP TRIGGER IF EXISTS {table}_{part} ON {table}" for part in ("append_only", "no_truncate")]
    return [f"DROP TRIGGER IF EXISTS {table}_append_only_{part}" for part in ("u", "d")]


@contextmanager
def permit(certificate: str) -> Iterator[None]:
    """Within the present transaction, rows of erasable append-only tables may be deleted for this certificate."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('same_circle.permit', %s, true)", [certificate])
            yield
            cursor.execute("SELECT set_config('same_circle.permit', '', true)")
        return
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO core_permit (certificate) VALUES (%s)", [certificate])
        yield
        cursor.execute("DELETE FROM core_permit")
