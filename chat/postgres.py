"""The way of a post in few statements, where PostgreSQL is the database. Each function says which plain code it
equals.

What is looked up by key stands in sub-selects: the plan is made once, when nobody knows yet how many rows there will
be, and must not become a join over whole tables.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

import msgspec

from core.postgres import run
from groups.seats import Seat


class Standing(NamedTuple):
    """What a belief about a seat is compared with."""

    member_version: int
    signed_in: bool


def standing(seats: Sequence[Seat]) -> dict[UUID, Standing]:
    """By membership. Equals `authority.member_versions` with `accounts.selectors.unended`."""
    asked = [(seat.membership_id, seat.sign_in_id) for seat in seats if seat.membership_id]
    rows = run(_STANDING, [[membership for membership, _ in asked], [sign_in for _, sign_in in asked]])
    return {membership: Standing(version, signed_in) for membership, version, signed_in in rows}


_STANDING = """
SELECT asked.membership_id,
    (SELECT authority FROM groups_membership WHERE id = asked.membership_id),
    (SELECT sign_in.ended_at IS NULL
        AND (SELECT state FROM accounts_user WHERE id = sign_in.user_id) = 'active'
        AND (sign_in.tablet_id IS NULL OR (SELECT state FROM custody_tablet WHERE id = sign_in.tablet_id) = 'active')
    FROM accounts_signin sign_in WHERE sign_in.id = asked.sign_in_id)
FROM unnest(%s::uuid[], %s::uuid[]) AS asked(membership_id, sign_in_id)
"""


def said(pairs: Collection[tuple[UUID, UUID]]) -> list[tuple[UUID, UUID]]:
    """Those of these pairs of writer and `client_id` with which something was said (`retries` reads what)."""
    return [
        (author_id, client_id)
        for author_id, client_id in run(_SAID, [[author for author, _ in pairs], [client for _, client in pairs]])
    ]


_SAID = """
SELECT asked.author_id, asked.client_id FROM unnest(%s::uuid[], %s::uuid[]) AS asked(author_id, client_id)
WHERE (
    SELECT body.id FROM chat_messagebody body
    WHERE body.author_id = asked.author_id AND body.client_id = asked.client_id
) IS NOT NULL
"""


class Latest(NamedTuple):
    """One of a writer's last messages; its sealed words, where it was said in the room that is asked about."""

    author_id: UUID
    message_id: UUID
    room_id: UUID
    at: datetime
    revision: int
    nonce: bytes | None
    sealed: bytes | None
    wrapped: str | None


def latest(writers: Sequence[tuple[UUID, UUID]], *, since: datetime, limit: int) -> list[Latest]:
    """The last messages of each of these writers, newest first. `writers`: each with the room where they want to say
    something. Equals the plain reading in `services.known`."""
    asked = [author for author, _ in writers], [room for _, room in writers]
    return [Latest(*row) for row in run(_LATEST, [*asked, since, limit])]


_LATEST = """
SELECT said.author_id, said.id, said.room_id, said.said_at, said.revision, body.nonce, body.sealed,
    (SELECT wrapped FROM chat_datakey WHERE id = body.key_id)
FROM unnest(%s::uuid[], %s::uuid[]) AS asked(author_id, room_id)
CROSS JOIN LATERAL (
    SELECT author_id, id, room_id, said_at, revision FROM chat_message
    WHERE author_id = asked.author_id AND said_at > %s ORDER BY said_at DESC LIMIT %s
) AS said
LEFT JOIN LATERAL (
    SELECT nonce, sealed, key_id FROM chat_messagebody
    WHERE said.room_id = asked.room_id AND message_id = said.id AND revision = said.revision LIMIT 1
) AS body ON true
ORDER BY said.author_id, said.said_at DESC
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


@dataclass(frozen=True, slots=True)
class Row:
    """A plain post as it is stored, with what it was allowed by."""

    room_id: UUID
    membership_id: UUID
    room_version: int
    member_version: int
    valid_until: datetime
    message_id: UUID
    author_id: UUID
    client_id: UUID
    lang: str
    at: datetime
    key_id: UUID
    nonce: bytes
    sealed: bytes
    record: Mapping[str, Any]


def store(rows: Sequence[Row], *, now: datetime) -> dict[UUID, int]:
    """Number and store these posts, in their order, in rooms whose rows are held; answers the seq of each that was
    taken. Not taken is whose authority has moved since it was read, or has lapsed: both versions and the moment are
    compared in the numbering statement. Equals `log.append_all` with the rows of a message."""
    return dict(run(_STORE, [*_arrays(rows), now]))


def _arrays(rows: Sequence[Row]) -> list[list[Any]]:
    plain = [
        [getattr(row, name) for row in rows]
        for name in (
            *("room_id", "membership_id", "room_version", "member_version", "valid_until", "message_id", "author_id"),
            *("client_id", "lang", "at", "key_id", "nonce", "sealed"),
        )
    ]
    records = [row.record for row in rows]
    findings = [msgspec.json.encode(record["findings"]).decode() for record in records]
    return [
        *plain,
        findings,
        [record["screener"] for record in records],
        [record["took_ms"] for record in records],
    ]


_STORE = """
WITH asked AS (
    SELECT * FROM unnest(
        %s::uuid[], %s::uuid[], %s::int[], %s::int[], %s::timestamptz[], %s::uuid[], %s::uuid[],
        %s::uuid[], %s::text[], %s::timestamptz[], %s::uuid[], %s::bytea[], %s::bytea[],
        %s::text[], %s::text[], %s::float8[]
    ) WITH ORDINALITY AS asked(
        room_id, membership_id, room_version, member_version, valid_until, message_id, author_id,
        client_id, lang, at, key_id, nonce, sealed,
        findings, screener, took_ms, place
    )
), taken AS (
    SELECT asked.*, room.head + row_number() OVER (PARTITION BY room.id ORDER BY asked.place) AS seq
    FROM asked
    CROSS JOIN LATERAL (SELECT id, head, authority FROM chat_room WHERE id = asked.room_id LIMIT 1) AS room
    WHERE room.authority = asked.room_version AND asked.valid_until > %s
    AND (SELECT authority FROM groups_membership WHERE id = asked.membership_id) = asked.member_version
), heads AS (
    UPDATE chat_room SET head = new.head FROM (SELECT room_id, max(seq) AS head FROM taken GROUP BY room_id) AS new
    WHERE chat_room.id = new.room_id
), events AS (
    INSERT INTO chat_event (room_id, seq, kind, at, audience, message_id, data)
    SELECT room_id, seq, 'message', at, 'everybody', message_id, '{}' FROM taken
), messages AS (
    INSERT INTO chat_message (id, room_id, author_id, client_id, lang, state, revision, rev, seq, said_at, moved_at,
        reason_code, reason_note, spans, seen_rev, expired_from)
    SELECT message_id, room_id, author_id, client_id, lang, 'delivered', 1, 1, seq, at, at, '', '', '[]', 0, ''
    FROM taken
), bodies AS (
    INSERT INTO chat_messagebody (message_id, revision, author_id, client_id, key_id, nonce, sealed)
    SELECT message_id, 1, author_id, client_id, key_id, nonce, sealed FROM taken
), records AS (
    INSERT INTO chat_screeningrecord (message_id, revision, outcome, screened, findings, screener, took_ms, at)
    SELECT message_id, 1, 'deliver', true, findings::jsonb, screener, took_ms, at FROM taken
)
SELECT message_id, seq FROM taken
"""
