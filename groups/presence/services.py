"""Taking, renewing and ending leases, and what follows for the monitor rule."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db.models import F

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


@unit()
def take(*, seat: Seat, tab: str, at: datetime | None = None) -> Taken:
    """Take the one lease of this holder in this room, from whoever has it. The loser finds out by `renew`."""
    now = at or clock.now()
    before = Lease.objects.select_for_update().filter(group=seat.group_id, holder=seat.holder).first()
    connection = uuid4()
    values = {"tab": tab, "connection": connection, "until": now + LEASE, "watches": seat.leads}
    if before is None:
        Lease.objects.create(group_id=seat.group_id, holder=seat.holder, person_id=seat.person_id, since=now, **values)
    else:
        Lease.objects.filter(pk=before.pk).update(**values)
    live = before is not None and before.until > now
    if seat.leads:
        check_watch(group_id=seat.group_id, at=now)
    return Taken(connection, ousted=live and before is not None and before.tab != tab, arrived=not live)


def renew(*, connections: Collection[UUID], at: datetime | None = None) -> set[UUID]:
    """Renew these leases in one statement; answers which of them are still held."""
    now = at or clock.now()
    mine = Lease.objects.filter(connection__in=connections)
    mine.update(until=now + LEASE)
    return set(mine.values_list("connection", flat=True))


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
        check_watch(group_id=lease.group_id, at=at or clock.now())
    return True


@unit()
def end_lapsed(*, at: datetime | None = None) -> list[UUID]:
    """End what nobody renewed (a process that died); answers the groups where somebody is gone."""
    now = at or clock.now()
    lapsed = list(Lease.objects.filter(until__lte=now).order_by("group_id")[:200])
    Lease.objects.filter(pk__in=[lease.pk for lease in lapsed], until__lte=now).delete()
    groups = sorted({lease.group_id for lease in lapsed})
    for group_id in groups:
        check_watch(group_id=group_id, at=now)
    return groups


@unit()
def check_watch(*, group_id: UUID, at: datetime) -> None:
    """The monitor rule: when nobody who leads or monitors is left, posting stops, and goes on when one is back. Each
    turn is told to the room once, whoever notices it first."""
    group = SupportGroup.objects.get(pk=group_id)
    if group.monitor_rule == SupportGroup.MonitorRule.NOT_NEEDED:
        return
    live = GroupSession.objects.filter(group=group, state__in=GroupSession.LIVE)
    watched = Lease.objects.filter(group=group, watches=True, until__gt=at).exists()
    if watched and live.exclude(unwatched_since=None).update(unwatched_since=None):
        _tell(group_id, "posting_resumed", kinds.POSTING_WATCHED, at)
    if not watched and live.filter(unwatched_since=None).update(unwatched_since=at):
        _tell(group_id, "posting_paused", kinds.POSTING_UNWATCHED, at)


def _tell(group_id: UUID, event: str, kind: str, at: datetime) -> None:
    herald().tell(group_id, event, {"why": "monitor"}, audience="everybody", authority=True)
    record(kind, by=None, subject=f"group:{group_id}", at=at)


@dataclass(frozen=True, slots=True)
class Present:
    """Who is in the room now."""

    persons: frozenset[UUID]
    monitor: bool


def present(*, group_id: UUID, at: datetime | None = None) -> Present:
    leases = Lease.objects.filter(group=group_id, until__gt=at or clock.now())
    rows: Iterable[UUID | None] = list(leases.values_list(F("person_id"), flat=True))
    return Present(frozenset(pk for pk in rows if pk), any(pk is None for pk in rows))
