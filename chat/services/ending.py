"""The end of a message's time: hidden from members at that second, erased when nothing keeps it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import Exists, F, OuterRef, ProtectedError, Q, QuerySet
from django.db.transaction import atomic

from chat import log
from chat.models import Message, MessageBody, Reaction, Room, ScreeningRecord
from chat.selectors.room import cutoff
from core.transactions import unit
from custody.merging import all_records, clusters_of
from groups.selectors import retention_facilities
from records import pins, schedule
from records.erasers import Counts, Id

State = Message.State
#: Messages of one step, so that nobody waits long for their rows.
BATCH = 200


def rooms_with_old_messages(*, at: datetime) -> list[Room]:
    """Rooms where something may have reached its end: by the shortest of all rules, then each room by its own."""
    oldest = at - timedelta(days=schedule.shortest("ordinary", at=at))
    old = Message.objects.filter(said_at__lte=oldest, state__in=Message.ENDING)
    rooms = Room.objects.filter(Exists(old.filter(room=OuterRef("pk"))))
    return list(rooms.select_related("group").order_by("pk"))


@unit()
def expire(*, room: Room, at: datetime) -> int:
    """End what has had its time in this room, at most `BATCH`; live clients are told which. Answers how many."""
    ending = Message.objects.filter(room=room, state__in=Message.ENDING, said_at__lte=cutoff(room.group, at=at))
    rows = list(_free(ending.order_by("said_at", "pk"))[:BATCH])
    if not rows:
        return 0
    ids = [message.pk for message in rows]
    ended = Message.objects.filter(pk__in=ids, state__in=Message.ENDING)
    ended.update(expired_from=F("state"), state=State.EXPIRED, rev=F("rev") + 1, moved_at=at)
    shown = [str(message.pk) for message in rows if message.state in Message.SHOWN]
    if shown:
        log.append_later(room.pk, log.event("message_expired", at=at, message_ids=shown))
    return len(ids)


class MessageEraser:
    """Erases words, reactions, screening records and messages whose time to be kept is over.

    `shown until` and `kept until` are two clocks: what was held, returned or removed is kept by a longer class. A
    message that is held is undecided, and never ends by time. Where a case still points at a message, its row stays
    without a word in it.
    """

    kind = "chat.messages"

    def due(self, *, at: datetime, limit: int) -> Sequence[Id]:
        found: list[Id] = []
        persons, rooms = ({UUID(one) for one in pins.named(kind)} for kind in ("person", "room"))
        held = all_records(persons)
        with_words = Room.objects.filter(Exists(_with_words().filter(room=OuterRef("pk"))))
        for room in with_words.exclude(pk__in=rooms).order_by("pk"):
            if len(found) < limit:  # whom a hold keeps does not stand in the way of the others behind
                over = _over(room, at=at).exclude(author__in=held)
                ids = _unpinned(over.order_by("said_at", "pk")[: limit * 2])
                found += ids[: limit - len(found)]
        return found

    @unit()
    def erase(self, ids: Sequence[Id], *, at: datetime, certificate: UUID) -> Counts:
        pins.hold_still()
        wanted = Message.objects.filter(pk__in=list(ids))
        rooms = Room.objects.filter(messages__in=wanted).select_related("group").distinct()
        due = [pk for room in rooms for pk in _unpinned(_free(_over(room, at=at).filter(pk__in=list(ids))))]
        for pk in due:
            _erase(pk)
        return Counts(removed=len(due), kept=len(ids) - len(due))


def _with_words() -> QuerySet[Message]:
    return Message.objects.filter(state=State.EXPIRED).filter(
        Exists(MessageBody.objects.filter(message=OuterRef("pk")))
    )


def _over(room: Room, *, at: datetime) -> QuerySet[Message]:
    """Expired messages of this room that no class keeps any longer."""
    places = retention_facilities(room.group)
    ordinary = schedule.cutoff("ordinary", at=at, facilities=places)
    longer = min(ordinary, schedule.cutoff("held_removed", at=at, facilities=places))
    kept_longer = Q(expired_from__in=Message.KEPT_LONGER)
    past = Q(said_at__lte=longer) | ~kept_longer & Q(said_at__lte=ordinary)
    return _with_words().filter(past, room=room)


def _unpinned(messages: QuerySet[Message]) -> list[UUID]:
    """Those of these that no pin keeps: on the message, its room or its author, in any record of theirs."""
    rows = list(messages)
    humans = clusters_of({row.author_id for row in rows})
    targets = {
        row.pk: {f"message:{row.pk}", f"room:{row.room_id}", *(f"person:{pk}" for pk in humans[row.author_id])}
        for row in rows
    }
    standing = pins.standing(set().union(*targets.values()))
    return [pk for pk, its in targets.items() if not its & standing]


def _free(messages: QuerySet[Message]) -> QuerySet[Message]:
    """Locked for us; rows that somebody is at work on are passed over."""
    skip = connection.features.has_select_for_update_skip_locked
    return messages.select_for_update(skip_locked=skip, of=("self",) if skip else ())


def _erase(message_id: UUID) -> None:
    MessageBody.objects.filter(message=message_id).delete()
    Reaction.objects.filter(message=message_id).delete()
    ScreeningRecord.objects.filter(message=message_id).delete()
    try:
        with atomic():
            Message.objects.filter(pk=message_id).delete()
    except ProtectedError:
        Message.objects.filter(pk=message_id).update(reason_note="", spans=[])
