"""What this process has just committed, as the log serves it: so that it need not be read again to be handed over."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from chat import wire
from chat.live.runs import Run, Served
from chat.models import Event
from chat.selectors.room import days_shown
from chat.services import Prepared
from core import clock
from groups.models import SupportGroup

EVERYBODY, LEADERS = Event.Audience.EVERYBODY, Event.Audience.LEADERS
#: A room's rule of how long words are shown is believed for so long. Clients hide by the moment in the message; what
#: is served is filtered by the rule as it is then.
RULE_FOR = timedelta(seconds=10)
_rules: dict[UUID, tuple[int, datetime]] = {}


def runs_of(posts: Sequence[Prepared], wakes: Sequence[Mapping[str, Any]]) -> list[tuple[UUID, Run]]:
    """One run for each room: these delivered posts, if they are the last that the room's wake-up tells of."""
    by_room: dict[UUID, list[Prepared]] = {}
    for post in posts:
        by_room.setdefault(post.room.pk, []).append(post)
    places = {(str(wake.get("room")), wake.get("head")): wake for wake in wakes}
    runs = [(room_id, _run(its, places)) for room_id, its in by_room.items()]
    return [(room_id, run) for room_id, run in runs if run is not None]


def _run(posts: Sequence[Prepared], places: Mapping[tuple[str, Any], Mapping[str, Any]]) -> Run | None:
    served = sorted((_served(post) for post in posts), key=lambda entry: entry.seq)
    first, last = served[0].seq, served[-1].seq
    place = places.get((str(posts[0].room.pk), last))
    if place is None or last - first + 1 != len(served):
        return None
    entries: dict[str, Sequence[Served]] = {EVERYBODY: served, LEADERS: served}
    return Run(place["epoch"], first - 1, last, place["authority"], entries)


def _served(post: Prepared) -> Served:
    message = _message(post)
    event = {"seq": message.seq, "kind": "message", "at": message.said_at, "message": message}
    return Served(message.seq, message.seq, wire.json(event))


def _message(post: Prepared) -> wire.Message:
    stored, seat = post.message, post.seat
    assert seat.membership_id is not None
    assert stored.seq is not None
    shown_until = stored.said_at + timedelta(days=_days(post.room.group, at=post.at))
    return wire.Message(
        id=stored.pk,
        client_id=stored.client_id,
        author=wire.Author(id=seat.membership_id, alias=seat.alias, role=seat.role),
        body=post.body,
        lang=stored.lang,
        said_at=clock.wire(stored.said_at),
        shown_until=clock.wire(shown_until),
        state=stored.state,
        seq=stored.seq,
        reactions=(),
    )


def _days(group: SupportGroup, *, at: datetime) -> int:
    days, until = _rules.get(group.pk, (0, at))
    if until <= at:
        days = days_shown(group, at=at)
        _rules[group.pk] = (days, at + RULE_FOR)
    return days
