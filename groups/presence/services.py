"""Taking, renewing and ending leases, and what follows for the monitor rule."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import IntegrityError

from audit.services import record
from core import clock
from core.transactions import unit
from groups import kinds
from groups.models import GroupSession, Lease, SupportGroup
from groups.ports import herald
from groups.seats import Seat

#: Each process renews its sockets' leases this often, in one statement …
RENEW = timedelta(seconds=10)
#: … and a lease that nobody renewed ends after this (protocol, guarantee 7).
LEASE = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Taken:
    """A lease in hand. `ousted`: another tab of the same holder has just lost it."""

    connection: UUID
    ousted: bool
    arrived: bool  # the holder was not in the room before


def take(*, seat: Seat, tab: str, at: datetime | None = None) -> Taken:
    """Take the one lease of this holder in this room, from whoever has it. The loser finds out by `renew`."""
    return take_many([(seat, tab)], at=at)[0]


def take_many(asked: Sequence[tuple[Seat, str]], *, at: datetime | None = None) -> list[Taken]:
    """The same for each of these seats and tabs, one after the other: so many statements, whatever their number."""
    try:
        return _take(asked, at=at or clock.now())
    except IntegrityError:  # somebody was first with a lease that was not there yet: now it is
        return _take(asked, at=at or clock.now())


@unit()
def _take(asked: Sequence[tuple[Seat, str]], *, at: datetime) -> list[Taken]:
    """Rows that are there are held first, then new ones are made, each in the order of their key: two batches never
    wait for each other."""
    before = _held([seat for seat, _ in asked])
    leases = dict(before)
    taken = [_taken(leases, seat, tab, at=at) for seat, tab in asked]
    moved = {key: leases[key] for key in sorted({_key(seat) for seat, _ in asked})}
    Lease.objects.bulk_create([lease for key, lease in moved.items() if key not in before])
    _take_over([lease for key, lease in moved.items() if key in before])
    if watched := {seat.group_id for seat, _ in asked if seat.leads}:
        check_watch(group_ids=watched, at=at)
    return taken


def _key(seat: Seat) -> tuple[UUID, str]:
    return seat.group_id, seat.holder


def _held(seats: Sequence[Seat]) -> dict[tuple[UUID, str], Lease]:
    """The leases of these seats, live or not, held until this unit ends."""
    wanted = {_key(seat) for seat in seats}
    rows = Lease.objects.filter(group__in={group for group, _ in wanted}, holder__in={holder for _, holder in wanted})
    held = rows.select_for_update().order_by("group_id", "holder")
    return {(lease.group_id, lease.holder): lease for lease in held}


def _taken(leases: dict[tuple[UUID, str], Lease], seat: Seat, tab: str, *, at: datetime) -> Taken:
    before = leases.get(_key(seat))
    live = before is not None and before.until > at
    leases[_key(seat)] = lease = Lease(
        group_id=seat.group_id,
        holder=seat.holder,
        person_id=seat.person_id,
        watches=seat.leads,
        tab=tab,
        connection=uuid4(),
        since=at,
        until=at + LEASE,
    )
    ousted = live and before is not None and before.tab != tab
    return Taken(lease.connection, ousted=ousted, arrived=not live)


def _take_over(leases: Sequence[Lease]) -> None:
    """Write these over the rows of their holders, which are held: one statement. Ids and `since` stay as they were."""
    Lease.objects.bulk_create(
        leases,
        update_conflicts=True,
        unique_fields=["group", "holder"],
        update_fields=["tab", "connection", "until", "watches"],
    )


@unit()
def renew(*, connections: Collection[UUID], at: datetime | None = None) -> set[UUID]:
    """Renew these leases together; answers which of them are still held. They are locked in the order in which
    `take_many` locks them."""
    mine = Lease.objects.filter(connection__in=connections).order_by("group_id", "holder")
    held = set(mine.select_for_update(no_key=True).values_list("connection", flat=True))
    Lease.objects.filter(connection__in=held).update(until=(at or clock.now()) + LEASE)
    return held


def tab_of(seat: Seat) -> str | None:
    """The tab that holds this seat's lease now, if any."""
    return Lease.objects.filter(group=seat.group_id, holder=seat.holder).values_list("tab", flat=True).first()


def connection_of(seat: Seat, tab: str, *, at: datetime) -> UUID | None:
    """The connection of this seat's live lease if this very tab holds it (a poll goes on with the one it took)."""
    lease = Lease.objects.filter(group=seat.group_id, holder=seat.holder, tab=tab, until__gt=at).first()
    return lease.connection if lease else None


@unit()
def release(*, connection: UUID, at: datetime | None = None) -> bool:
    """The connection is gone. False: it had lost its lease before, and nothing changes."""
    lease = Lease.objects.filter(connection=connection).first()
    if lease is None or not Lease.objects.filter(pk=lease.pk, connection=connection).delete()[0]:
        return False
    if lease.watches:
        check_watch(group_ids=[lease.group_id], at=at or clock.now())
    return True


@unit()
def end_lapsed(*, at: datetime | None = None) -> list[UUID]:
    """End what nobody renewed (a process that died); answers the groups where somebody is gone."""
    now = at or clock.now()
    over = Lease.objects.filter(until__lte=now).order_by("group_id", "holder")
    lapsed = list(over.select_for_update(skip_locked=True)[:200])  # what is locked is being taken or renewed
    Lease.objects.filter(pk__in=[lease.pk for lease in lapsed], until__lte=now).delete()
    groups = sorted({lease.group_id for lease in lapsed})
    check_watch(group_ids=groups, at=now)
    return groups


@unit()
def check_watch(*, group_ids: Collection[UUID], at: datetime) -> None:
    """The monitor rule: when nobody who leads or monitors is left, posting stops, and goes on when one is back. Each
    turn is told to the room once, whoever notices it first."""
    live = GroupSession.objects.filter(group__in=group_ids, state__in=GroupSession.LIVE)
    bound = live.exclude(group__monitor_rule=SupportGroup.MonitorRule.NOT_NEEDED).order_by("group_id")
    sessions = list(bound.select_for_update(of=("self",), no_key=True))
    watched = set(_watched([session.group_id for session in sessions], at=at))
    for session in sessions:
        _turn(session, watched=session.group_id in watched, at=at)


def _watched(group_ids: Collection[UUID], *, at: datetime) -> Iterable[UUID]:
    leases = Lease.objects.filter(group__in=group_ids, watches=True, until__gt=at)
    return leases.values_list("group_id", flat=True)


def _turn(session: GroupSession, *, watched: bool, at: datetime) -> None:
    """A session in hand, whose room is watched now, or not."""
    if watched == (session.unwatched_since is None):
        return
    GroupSession.objects.filter(pk=session.pk).update(unwatched_since=None if watched else at)
    event, kind = ("resumed", kinds.POSTING_WATCHED) if watched else ("paused", kinds.POSTING_UNWATCHED)
    _tell(session.group_id, f"posting_{event}", kind, at)


def _tell(group_id: UUID, event: str, kind: str, at: datetime) -> None:
    herald().tell(group_id, event, {"why": "monitor"}, audience="everybody", authority=True)
    record(kind, by=None, subject=f"group:{group_id}", at=at)


@dataclass(frozen=True, slots=True)
class Present:
    """Who is in the room now."""

    persons: frozenset[UUID]
    monitor: bool


def present(*, group_id: UUID, at: datetime | None = None) -> Present:
    return present_each([group_id], at=at)[group_id]


def present_each(group_ids: Collection[UUID], *, at: datetime | None = None) -> dict[UUID, Present]:
    """The same for each of these groups: one query."""
    here: dict[UUID, set[UUID | None]] = {pk: set() for pk in group_ids}
    leases = Lease.objects.filter(group__in=group_ids, until__gt=at or clock.now())
    for group_id, person_id in leases.values_list("group_id", "person_id"):
        here[group_id].add(person_id)
    return {pk: Present(frozenset(each for each in them if each), None in them) for pk, them in here.items()}
