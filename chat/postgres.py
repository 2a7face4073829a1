"""The way of a post in few statements, where PostgreSQL is the database. Each function says which plain code it
equals.

What is asked goes as one JSON array, so that it need not be turned into PostgreSQL's terms field by field. What is
looked up by key stands in sub-selects: the plan is made once, when nobody knows yet how many rows there will be, and
must not become a join over whole tables.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

import msgspec

from core.postgres import run


class Asked(msgspec.Struct, frozen=True):
    """One post that somebody wants to say, and its place among the others."""

    place: int
    group: UUID
    membership: UUID
    sign_in: UUID
    author: UUID
    client_id: UUID


class Answer(NamedTuple):
    """What `services.facts` knows of it before it is judged."""

    epoch: str
    head: int
    authority: int
    mode: str
    paced: bool
    member_version: int | None
    said: bool
    paced_since: datetime | None


def ask(posts: Sequence[Asked], *, paced_since: datetime, pace: int) -> list[Answer]:
    """In the order of the posts. Equals `facts._rooms`, `_said`, `_latest`, and `authority.member_versions` with
    `accounts.selectors.unended`."""
    return [Answer(*row) for row in run(_ASK, [paced_since, pace - 1, _json(posts)])]


_ASK = """
SELECT room.epoch, room.head, room.authority, room.mode, room.paced,
    (SELECT member.authority FROM groups_membership member WHERE member.id = asked.membership AND (
        SELECT sign_in.ended_at IS NULL
            AND (SELECT state FROM accounts_user WHERE id = sign_in.user_id) = 'active'
            AND (sign_in.tablet_id IS NULL
                OR (SELECT state FROM custody_tablet WHERE id = sign_in.tablet_id) = 'active')
        FROM accounts_signin sign_in WHERE sign_in.id = asked.sign_in)),
    (SELECT body.id FROM chat_messagebody body
        WHERE body.author_id = asked.author AND body.client_id = asked.client_id) IS NOT NULL,
    (SELECT said_at FROM chat_message WHERE author_id = asked.author AND said_at > %s
        ORDER BY said_at DESC OFFSET %s LIMIT 1)
FROM json_to_recordset(%s::json)
    AS asked(place int, "group" uuid, membership uuid, sign_in uuid, author uuid, client_id uuid)
CROSS JOIN LATERAL (
    SELECT found.epoch, found.head, found.authority, its.mode, its.paced
    FROM chat_room found, groups_supportgroup its
    WHERE found.group_id = asked."group" AND its.id = asked."group" LIMIT 1
) AS room
ORDER BY asked.place
"""


class Words(NamedTuple):
    """Sealed words of somebody's earlier message, for the post at this place."""

    place: int
    message_id: UUID
    revision: int
    nonce: bytes
    sealed: bytes
    wrapped: str


def words(posts: Sequence[Asked], *, since: datetime, limit: int) -> list[Words]:
    """The writers' last words in these rooms, newest first. Equals `facts._latest` with `_recent`."""
    return [Words(*row) for row in run(_WORDS, [_json(posts), since, limit])]


_WORDS = """
SELECT asked.place, said.id, said.revision, body.nonce, body.sealed,
    (SELECT wrapped FROM chat_datakey WHERE id = body.key_id)
FROM json_to_recordset(%s::json) AS asked(place int, "group" uuid, author uuid)
CROSS JOIN LATERAL (
    SELECT id, revision, said_at FROM chat_message
    WHERE author_id = asked.author AND said_at > %s
        AND room_id = (SELECT id FROM chat_room WHERE group_id = asked."group")
    ORDER BY said_at DESC LIMIT %s
) AS said
CROSS JOIN LATERAL (
    SELECT nonce, sealed, key_id FROM chat_messagebody
    WHERE message_id = said.id AND revision = said.revision LIMIT 1
) AS body
ORDER BY asked.place, said.said_at DESC
"""


class Held(NamedTuple):
    """A room whose row we hold."""

    epoch: str
    authority: int


def hold(room_ids: Collection[UUID]) -> dict[UUID, Held]:
    """Those of these rooms whose row can be had now, held until the end of the transaction; one alone is waited for.
    Equals `log.lock_free`."""
    statement = _HOLD if len(room_ids) == 1 else _HOLD + " SKIP LOCKED"
    return {room_id: Held(epoch, authority) for room_id, epoch, authority in run(statement, [sorted(room_ids)])}


_HOLD = "SELECT id, epoch, authority FROM chat_room WHERE id = ANY(%s::uuid[]) ORDER BY id FOR NO KEY UPDATE"


class Row(msgspec.Struct, frozen=True):
    """A plain post as it is stored, with what it was allowed by. Bytes travel as base64."""

    place: int
    room: UUID
    membership: UUID
    room_version: int
    member_version: int
    valid_until: datetime
    message: UUID
    author: UUID
    client_id: UUID
    lang: str
    at: datetime
    key: UUID
    nonce: bytes
    sealed: bytes
    findings: Sequence[Any]
    screener: str
    took_ms: float


def store(rows: Sequence[Row], *, now: datetime) -> dict[int, int]:
    """Number and store these posts, in their order, in rooms whose rows are held; answers by place the seq of each that
    was taken. Not taken is whose authority has moved since it was read, or has lapsed: both versions and the moment are
    compared in the numbering statement. Equals `log.append_all` with the rows of a message."""
    return dict(run(_STORE, [_json(rows), now])) if rows else {}


def _json(rows: Sequence[msgspec.Struct]) -> str:
    return msgspec.json.encode(rows).decode()


_STORE = """
WITH asked AS (
    SELECT * FROM json_to_recordset(%s::json) AS asked(
        place int, room uuid, membership uuid, room_version int, member_version int, valid_until timestamptz,
        message uuid, author uuid, client_id uuid, lang text, at timestamptz, key uuid, nonce text, sealed text,
        findings jsonb, screener text, took_ms float8
    )
), taken AS (
    SELECT asked.*, held.head + row_number() OVER (PARTITION BY asked.room ORDER BY asked.place) AS seq
    FROM asked
    CROSS JOIN LATERAL (SELECT head, authority FROM chat_room WHERE id = asked.room LIMIT 1) AS held
    WHERE held.authority = asked.room_version AND asked.valid_until > %s
    AND (SELECT authority FROM groups_membership WHERE id = asked.membership) = asked.member_version
), heads AS (
    UPDATE chat_room SET head = new.head FROM (SELECT room, max(seq) AS head FROM taken GROUP BY room) AS new
    WHERE chat_room.id = new.room
), events AS (
    INSERT INTO chat_event (room_id, seq, kind, at, audience, message_id, data)
    SELECT room, seq, 'message', at, 'everybody', message, '{}' FROM taken
), messages AS (
    INSERT INTO chat_message (id, room_id, author_id, client_id, lang, state, revision, rev, seq, said_at, moved_at,
        reason_code, reason_note, spans, seen_rev, expired_from)
    SELECT message, room, author, client_id, lang, 'delivered', 1, 1, seq, at, at, '', '', '[]', 0, ''
    FROM taken
), bodies AS (
    INSERT INTO chat_messagebody (message_id, revision, author_id, client_id, key_id, nonce, sealed)
    SELECT message, 1, author, client_id, key, decode(nonce, 'base64'), decode(sealed, 'base64') FROM taken
), records AS (
    INSERT INTO chat_screeningrecord (message_id, revision, outcome, screened, findings, screener, took_ms, at)
    SELECT message, 1, 'deliver', true, findings, screener, took_ms, at FROM taken
)
SELECT place, seq FROM taken
"""
