"""Many rows of history, made where they lie: each room gets its share, numbered on from its head."""

from typing import LiteralString

from psycopg import Cursor, sql

from tests.servers import OWNER, PostgresServer

#: What each room's first message is copied to. Old enough to be nobody's recent words.
_FRESH = """
CREATE TEMP TABLE fresh AS
SELECT gen_random_uuid() AS id, gen_random_uuid() AS client_id, pattern.id AS pattern_id, room.head + number AS seq,
    pattern.said_at - interval '1 hour' - ({share} - number) * interval '1 second' AS at
FROM chat_room AS room
CROSS JOIN generate_series(1, {share}) AS number
JOIN LATERAL (
    SELECT id, said_at FROM chat_message WHERE room_id = room.id AND seq IS NOT NULL LIMIT 1
) AS pattern ON true
"""
#: Per table: how its pattern is found, and what is not copied from it.
_TABLES = {
    "chat_message": ("id", {"id": "id", "client_id": "client_id", "seq": "seq", "said_at": "at", "moved_at": "at"}),
    "chat_messagebody": ("message_id", {"message_id": "id", "client_id": "client_id"}),
    "chat_screeningrecord": ("message_id", {"message_id": "id", "at": "at"}),
    "chat_event": ("message_id", {"message_id": "id", "seq": "seq", "at": "at"}),
}
_NUMBERED = {"chat_messagebody", "chat_screeningrecord", "chat_event"}


def fill(postgres: PostgresServer, *, rows: int) -> int:
    """Add so many messages over all rooms that have one already; answers how many there are now."""
    with postgres.connect(OWNER) as session, session.cursor() as cursor:
        rooms = _number(cursor, "SELECT count(DISTINCT room_id) FROM chat_message")
        share = max(1, rows // rooms)
        with session.transaction():
            cursor.execute(sql.SQL(_FRESH).format(share=sql.Literal(share)))
            for table, (found_by, fresh) in _TABLES.items():
                cursor.execute(_copies(cursor, table, found_by, fresh))
            cursor.execute("UPDATE chat_room SET head = (SELECT max(seq) FROM chat_event WHERE room_id = chat_room.id)")
        for table in _TABLES:
            cursor.execute(sql.SQL("VACUUM ANALYZE {}").format(sql.Identifier(table)))
        return _number(cursor, "SELECT count(*) FROM chat_message")


def _copies(cursor: Cursor, table: str, found_by: str, fresh: dict[str, str]) -> sql.Composed:
    cursor.execute("SELECT column_name FROM information_schema.columns WHERE table_name = %s", [table])
    columns = [name for (name,) in cursor.fetchall() if not (name == "id" and table in _NUMBERED)]
    values = [sql.Identifier("fresh" if name in fresh else "pattern", fresh.get(name, name)) for name in columns]
    statement = (
        "INSERT INTO {table} ({columns}) SELECT {values} FROM fresh JOIN {table} AS pattern ON {found} = pattern_id"
    )
    return sql.SQL(statement).format(
        table=sql.Identifier(table),
        columns=sql.SQL(", ").join(map(sql.Identifier, columns)),
        values=sql.SQL(", ").join(values),
        found=sql.Identifier("pattern", found_by),
    )


def _number(cursor: Cursor, question: LiteralString) -> int:
    row = cursor.execute(question).fetchone()
    return int(row[0]) if row else 0
