"""Home: when my circles meet, whether I may write, and what happens next. Only what is known now; no promise beyond."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.doors import DoorRequest
from accounts.gates import participant
from core import clock
from core.errors import RuleError
from core.seats import SeatView, circle
from custody.models import Facility, Person
from custody.timeline import Status, status_of
from groups import authority, selectors
from groups.admission import Admission, admission
from groups.approvals import approvals_of
from groups.errors import AdultNeeded, AgreementNeeded, SupervisionLapsed
from groups.models import GroupSession, Membership, SupportGroup
from groups.presence.services import Present, present_each
from groups.selectors import MemberView
from groups.sessions.services import EARLY
from groups.supervision.gate import SupervisionGate
from groups.supervision.selectors import ENDING, LAPSED, UNSUPERVISED, Standing
from groups.when import day, minutes_until, when
from groups.windows.errors import RoomClosedNow

State = GroupSession.State
#: Refusals that say why; all others are one, in the same words.
TOLD = (AgreementNeeded, AdultNeeded, SupervisionLapsed, RoomClosedNow)
#: A planned session is shown as 'the next one' from this long after its start.
GRACE = timedelta(hours=3)
#: For how long after its planned end a session is told of that closed early, and how far ahead one that is off.
CLOSED_SINCE, OFF_WITHIN = timedelta(hours=3), timedelta(days=7)
HOUR = 60
#: A session that closed with no more than this left did not close early.
NEARLY = timedelta(minutes=5)


@dataclass(frozen=True)
class Meetings:
    """The sessions of one circle that matter to home."""

    live: GroupSession | None
    planned: Sequence[GroupSession]  # those to come, the nearest first
    closed_early: GroupSession | None
    off: Sequence[GroupSession]  # cancelled ones that would have been soon

    @property
    def shown(self) -> GroupSession | None:
        """The one that is open or paused, else the next that is planned."""
        return self.live or next(iter(self.planned), None)

    @property
    def after(self) -> GroupSession | None:
        """The one after that."""
        return next((session for session in self.planned if session is not self.shown), None)


@dataclass(frozen=True)
class CircleCard:
    """One of my circles as home shows it."""

    membership: Membership
    meetings: Meetings
    ring: Sequence[SeatView]
    leads: Sequence[str]
    kept: bool  # the seat is kept, and the room can't take this person in now
    why_not: str  # code of what prevents writing; empty when nothing does
    now: datetime
    refusal: RuleError | None = None  # why the room can't take them in, where that is told
    supervision: Standing = UNSUPERVISED

    @property
    def group(self) -> SupportGroup:
        return self.membership.group

    @property
    def room_id(self) -> UUID:
        found: UUID = self.group.room.pk
        return found

    @property
    def i_lead(self) -> bool:
        return self.membership.leads

    @property
    def asks_first(self) -> bool:
        """There is something to read and agree to; then the way in is there."""
        return isinstance(self.refusal, AgreementNeeded)

    @property
    def is_warned(self) -> bool:
        """An officer's yes ends within two weeks."""
        return self.supervision.state == ENDING

    @property
    def ends_when(self) -> str:
        """The day on which an officer's yes ends, or has ended."""
        return day(self.supervision.ends, now=self.now) if self.supervision.ends else ""

    @property
    def waits_when(self) -> str:
        """The day from which the seat waits, when that yes is not given again."""
        return day(self.supervision.until, now=self.now) if self.supervision.state == LAPSED else ""

    @property
    def people(self) -> list[SeatView]:
        """Those who sit there; free seats are not people."""
        return [seat for seat in self.ring if not seat.is_free]

    @property
    def session(self) -> GroupSession | None:
        return self.meetings.shown

    @property
    def live(self) -> bool:
        return self.meetings.live is not None

    @property
    def state(self) -> str:
        """kept, open, reading, paused, unwatched, listening, late (it should have begun), planned, unplanned."""
        if self.kept:
            return "kept"
        if self.live and self.supervision.reads_only:
            return "reading"
        if self.live:
            return _LIVE.get(self.why_not, "open")
        if self.session is None:
            return "unplanned"
        return "late" if self.session.starts_at <= self.now else "planned"

    @cached_property
    def when(self) -> str:
        return when(self.session.starts_at, now=self.now) if self.session else ""

    @property
    def minutes(self) -> int | None:
        """Minutes until it begins, where they are worth counting."""
        return minutes_until(self.session.starts_at, now=self.now) if self.session and not self.live else None

    @property
    def part(self) -> float | None:
        """The lit part of the rug's edge: of the last hour before a session, or of the session itself."""
        if self.live and self.session:
            whole = self.session.ends_at - self.session.starts_at
            return (self.now - self.session.starts_at) / whole
        return None if self.minutes is None else max(0, 1 - self.minutes / HOUR)

    @property
    def may_open(self) -> bool:
        """Do I lead it, and is the planned session due, or nearly so?"""
        may = self.i_lead and not self.supervision.reads_only and not self.live
        return may and bool(self.session) and self._opens_from <= self.now

    @property
    def opens_when(self) -> str:
        """From when its leader may open the planned session."""
        return day(self._opens_from, now=self.now)

    @property
    def _opens_from(self) -> datetime:
        return (self.session.starts_at if self.session else self.now) - EARLY

    @property
    def next_when(self) -> str:
        """When the session after this one begins; empty when none is planned."""
        return when(self.meetings.after.starts_at, now=self.now) if self.meetings.after else ""

    @property
    def off(self) -> list[str]:
        """When the sessions would have been that are cancelled."""
        return [when(session.starts_at, now=self.now) for session in self.meetings.off]

    @property
    def rank(self) -> tuple[bool, bool, datetime]:
        """Open rooms first, then the nearest session; those that can't take this person in come last."""
        far = datetime.max.replace(tzinfo=self.now.tzinfo)
        return self.kept, not self.live, self.session.starts_at if self.session else far


_LIVE = {"posting.paused": "paused", "posting.no_monitor": "unwatched", authority.LISTEN_ONLY: "listening"}


@require_safe
@participant
def home(request: DoorRequest) -> HttpResponse:
    person = request.caller.person
    assert person is not None
    status, now = request.caller.custody or status_of(person), clock.now()
    seats = _seats(person)
    with timezone.override(_zone(status, seats)):
        cards = sorted(_cards(seats, status, at=now), key=lambda card: card.rank)
        return render(request, "groups/home.html", {**_shown(cards), "person": person, "now": now})


def _shown(cards: Sequence[CircleCard]) -> dict[str, Any]:
    warned = [card for card in cards if card.is_warned]
    return {"cards": cards, "first": cards[0] if cards else None, "others": cards[1:], "warned": warned}


def _seats(person: Person) -> list[Membership]:
    seats = Membership.objects.filter(person=person, state__in=Membership.SEATED)
    return list(seats.select_related("group__room").order_by("joined_at"))


def _zone(status: Status, seats: Sequence[Membership]) -> ZoneInfo:
    """Where the reader is; outside, where the facilities of their circle's programme are, as in the room."""
    facility = status.facility
    if facility is None and seats:
        facility = Facility.objects.filter(programmes=seats[0].group.programme_id).order_by("code").first()
    return ZoneInfo(facility.time_zone if facility else settings.TIME_ZONE)


@dataclass(frozen=True)
class _Inputs:
    """What the cards of some circles rest on."""

    at: datetime
    members: Mapping[UUID, Sequence[MemberView]]
    admission: Admission
    meetings: Mapping[UUID, Meetings]
    present: Mapping[UUID, Present]
    watched: Mapping[UUID, datetime]


def _cards(seats: Sequence[Membership], status: Status, *, at: datetime) -> list[CircleCard]:
    """So many queries, whatever the number of circles."""
    groups = [seat.group_id for seat in seats]
    where = {seat.person_id: status for seat in seats}
    inputs = _Inputs(
        at=at,
        members=selectors.members_of_each(groups),
        admission=admission([seat.group for seat in seats], approvals_of(groups), where, at=at),
        meetings=meetings_of_each(groups, at=at),
        present=present_each(groups, at=at),
        watched=authority.watched(groups, at=at),
    )
    return [_card(seat, inputs) for seat in seats]


def _card(seat: Membership, inputs: _Inputs) -> CircleCard:
    """Who is in the room just now is for those whom the room takes in."""
    group, at = seat.group, inputs.at
    meetings, members = inputs.meetings[group.pk], inputs.members[group.pk]
    answer = inputs.admission.answer(group, seat.person_id)
    kept = seat.state != Membership.State.ACTIVE or isinstance(answer, RuleError)
    watched = _watched(group, inputs.watched, at=at)
    return CircleCard(
        membership=seat,
        meetings=meetings,
        ring=_ring(seat, members, inputs.present[group.pk].persons if meetings.live and not kept else None),
        leads=[member.alias for member in members if member.leads and member.person_id != seat.person_id],
        kept=kept,
        why_not=authority.why_not_posting(meetings.live, watched, leads=seat.leads),
        now=at,
        refusal=answer if isinstance(answer, TOLD) else None,
        supervision=inputs.admission.of(SupervisionGate).standing(group, seat.person_id),
    )


def _watched(group: SupportGroup, watched: Mapping[UUID, datetime], *, at: datetime) -> datetime | None:
    return at if group.monitor_rule == SupportGroup.MonitorRule.NOT_NEEDED else watched.get(group.pk)


def _ring(seat: Membership, members: Sequence[MemberView], here: Iterable[UUID] | None) -> list[SeatView]:
    persons = None if here is None else {*here, seat.person_id}
    return circle(
        {member.seat: member.alias for member in members if member.alias},
        total=max(seat.group.capacity, max((member.seat for member in members), default=0)),
        me=seat.seat,
        leads={member.seat for member in members if member.leads},
        away={member.seat for member in members if member.away},
        here=None if persons is None else {member.seat for member in members if member.person_id in persons},
    )


def meetings_of_each(group_ids: Sequence[UUID], *, at: datetime) -> dict[UUID, Meetings]:
    """What each of these circles has now, next, and not any more: one query."""
    matters = (
        Q(state__in=GroupSession.LIVE)
        | Q(state=State.SCHEDULED, ends_at__gt=at, starts_at__gt=at - GRACE)
        | Q(state=State.CLOSED, ends_at__gt=at - CLOSED_SINCE, closed_at__gt=at - timedelta(days=1))
        | Q(state=State.CANCELLED, ends_at__gt=at, starts_at__lt=at + OFF_WITHIN)
    )
    found: dict[UUID, list[GroupSession]] = {pk: [] for pk in group_ids}
    for session in GroupSession.objects.filter(matters, group__in=group_ids).order_by("starts_at"):
        found[session.group_id].append(session)
    return {pk: _meetings(sessions) for pk, sessions in found.items()}


def _meetings(sessions: Sequence[GroupSession]) -> Meetings:
    live = next((session for session in sessions if session.state in GroupSession.LIVE), None)
    early = [each for each in sessions if each.closed_at and each.closed_at < each.ends_at - NEARLY]
    return Meetings(
        live=live,
        planned=[session for session in sessions if session.state == State.SCHEDULED],
        closed_early=early[-1] if early and live is None else None,
        off=[session for session in sessions if session.state == State.CANCELLED],
    )


def next_session(group: SupportGroup, *, at: datetime) -> GroupSession | None:
    """The session that is open or paused, else the next one that is planned."""
    return meetings_of_each([group.pk], at=at)[group.pk].shown
