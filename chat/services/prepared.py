"""A post on its way to its commit: parsed, allowed, screened, and not stored yet."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from chat import bodies, wire
from chat.authority import Authority
from chat.models import DataKey, Message, MessageBody, Room, ScreeningRecord
from chat.ports import MessageRef, Verdict
from chat.postgres import Row
from chat.services import retries
from custody.timeline import statuses
from groups.seats import Seat


@dataclass(frozen=True, slots=True)
class Prepared:
    """`message` is unsaved, or (with `replaced_rev`, its `rev` when read) a returned one as it will be."""

    seat: Seat
    room: Room
    authority: Authority
    post: wire.Post
    body: str
    message: Message
    key: DataKey
    verdict: Verdict
    facility_id: str | None
    at: datetime
    replaced_rev: int | None = None

    @property
    def ref(self) -> MessageRef:
        return ref_of(self.message, group_id=self.seat.group_id, facility_id=self.facility_id)

    def sealed(self) -> MessageBody:
        return bodies.seal(self.message, self.body, self.key)

    def record(self) -> ScreeningRecord:
        kept = record_of(self.verdict, at=self.at)
        return ScreeningRecord(message=self.message, revision=self.message.revision, **kept)

    def row(self, place: int) -> Row:
        """As one statement stores it, at this place among others."""
        membership_id, reading, body = self.seat.membership_id, self.authority.of, self.sealed()
        assert membership_id is not None
        kept = record_of(self.verdict, at=self.at)
        return Row(
            place=place,
            room=self.room.pk,
            membership=membership_id,
            room_version=self.authority.room_version,
            member_version=reading.member_version,
            valid_until=reading.valid_until,
            message=self.message.pk,
            author=self.message.author_id,
            client_id=self.message.client_id,
            lang=self.message.lang,
            at=self.message.said_at,
            key=self.key.pk,
            nonce=bytes(body.nonce),
            sealed=bytes(body.sealed),
            findings=kept["findings"],
            screener=kept["screener"],
            took_ms=kept["took_ms"],
        )

    def present_state(self) -> wire.Posted | None:
        """What became of a retry that crossed this post and was first, if there is one."""
        return retries.present_state(
            author_id=self.message.author_id,
            room_id=self.room.pk,
            client_id=self.post.client_id,
            body=self.body,
        )


def ref_of(message: Message, *, group_id: UUID, facility_id: str | None) -> MessageRef:
    return MessageRef(
        message_id=message.pk,
        revision=message.revision,
        room_id=message.room_id,
        group_id=group_id,
        author_id=message.author_id,
        lang=message.lang,
        at=message.said_at,
        facility_id=facility_id,
    )


def stored_ref(message: Message) -> MessageRef:
    """The ref of a message that came with its room."""
    return ref_of(message, group_id=message.room.group_id, facility_id=facility_of(message.author_id))


def facility_of(person_id: UUID) -> str | None:
    """Where this person is in custody now; None outside."""
    return statuses([person_id])[person_id].facility_id


def record_of(verdict: Verdict, *, at: datetime) -> Mapping[str, Any]:
    """What is kept of a verdict: rules and spans, no text. What rules on trial saw stands there as such."""
    return {
        "outcome": verdict.outcome,
        "screened": verdict.screened,
        "findings": [
            *(asdict(finding) for finding in verdict.findings),
            *(asdict(finding) | {"shadow": True} for finding in verdict.shadow),
        ],
        "screener": verdict.screener or verdict.why_not,
        "took_ms": verdict.took_ms,
        "at": at,
    }
