"""Rooms and members of a run, and the database's own account of them afterwards."""

from collections.abc import Iterator
from uuid import UUID

from accounts.doors import Door
from accounts.models import SignIn, User
from accounts.sessions import cookie_for
from chat import log
from chat.models import Event, Message, Room
from config.demo import bench
from core import clock
from core.transactions import unit
from groups.models import Membership
from tests.chaos import history
from tests.chaos.lines import Holder

QUIET_MEMBERS = 3
PAST = 600


def make(*, rooms: int, members: int) -> list[list[Holder]]:
    """Rooms of so many members each, and a last one in which little happens."""
    made = [_holders(bench.world(rooms=1, members=members)) for _ in range(rooms)]
    for holders in made:
        _give_a_past(holders[0].room)
    return [*made, _holders(bench.world(rooms=1, members=QUIET_MEMBERS))]


@unit()
def _give_a_past(room: str) -> None:
    """More events than a window holds, so that a reader who applies nothing meets its end. Nobody is shown them."""
    now = clock.now()
    log.append(log.lock(UUID(room)), [log.event(log.UNSEEN, at=now) for _ in range(PAST)])


def _holders(members: Iterator[bench.Member]) -> list[Holder]:
    return [_holder(member) for member in members]


def _holder(member: bench.Member) -> Holder:
    person_id = Membership.objects.values_list("person_id", flat=True).get(pk=member.member)
    sign_in = SignIn.objects.get(user__person=person_id)
    return Holder(
        room=str(member.room),
        member=str(member.member),
        person=str(person_id),
        cookie=member.cookie,
        sign_in=str(sign_in.pk),
        leads=member.role != "member",
    )


def sign_in_again(person: str) -> tuple[str, str]:
    """A new sign-in at the online door, as if they had typed name and password: its cookie, and its id."""
    now = clock.now()
    user = User.objects.get(person=person)
    sign_in = SignIn.objects.create(user=user, door=Door.ONLINE, started_at=now, active_at=now)
    return "=".join(cookie_for(sign_in)), str(sign_in.pk)


def heads(rooms: set[str]) -> dict[str, tuple[str, int]]:
    found = Room.objects.filter(pk__in=rooms)
    return {str(room.pk): (room.epoch, room.head) for room in found}


def anything_to_come(rooms: set[str]) -> bool:
    """Whether the worker will still look at something here, and may deliver it."""
    unread = Message.objects.filter(room__in=rooms, state=Message.State.HELD, reason_code="not_screened")
    return unread.exists()


def account_of(rooms: set[str]) -> dict[str, history.Room]:
    """What the database says of these rooms, in the end."""
    return {str(room.pk): _room(room) for room in Room.objects.filter(pk__in=rooms)}


def _room(room: Room) -> history.Room:
    events = Event.objects.filter(room=room).order_by("seq", "pk")
    messages = Message.objects.filter(room=room).order_by("pk")
    seats = Membership.objects.filter(group=room.group_id)
    return history.Room(
        id=str(room.pk),
        epoch=room.epoch,
        head=room.head,
        events=tuple(_event(event) for event in events),
        messages=tuple(_message(message) for message in messages),
        members={str(seat.pk): (str(seat.person_id), seat.from_seq) for seat in seats},
    )


def _event(event: Event) -> history.Event:
    return history.Event(
        seq=event.seq,
        kind=event.kind,
        message=_text(event.message_id),
        member=event.data.get("member"),
        audience=event.audience,
        released=event.kind == "message" and log.OWN in event.data,
    )


def _message(message: Message) -> history.Message:
    return history.Message(
        id=str(message.pk),
        client_id=str(message.client_id),
        person=str(message.author_id),
        state=message.state,
        seq=message.seq,
        rev=message.rev,
    )


def _text(value: UUID | None) -> str | None:
    return None if value is None else str(value)
