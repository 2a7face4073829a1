"""Hands and the turn: members ask, the leader gives, whoever has the turn may pass it without saying why."""

from uuid import UUID

from core import clock
from core.errors import NotAllowed
from core.transactions import unit
from groups import kinds
from groups.authority import reading
from groups.errors import MemberNotHere, SessionMoved, SupervisionPending, TurnNotYours
from groups.models import GroupSession, Hand, Membership
from groups.seats import Seat
from groups.sessions.leading import change, led_group, led_session, live, put_on_record, tell


@unit()
def give_turn(*, seat: Seat, member_id: UUID | None) -> None:
    """The leader gives the turn to a member who is in the circle now (`MemberNotHere`), or to nobody. Their hand goes
    down with it: the session in the event says so."""
    now = clock.now()
    group = led_group(seat, at=now)
    if member_id is not None:
        _hold_seat(group.pk, member_id)
    session = led_session(seat, "turn", at=now)
    if change(session, turn=member_id):
        session.hands.filter(member=member_id).delete()
        tell(session, "turn", authority=True, member_id=_text(member_id), passed=None)
        put_on_record(session, kinds.TURN_GIVEN, seat=seat, at=now, member=_text(member_id))


@unit()
def pass_turn(*, seat: Seat) -> None:
    """Whoever has the turn gives it back. `TurnNotYours` for everybody else."""
    reading(seat, at=clock.now())
    session = live(seat.group_id)
    is_theirs = session is not None and seat.membership_id is not None and session.turn_id == seat.membership_id
    if session is None or not is_theirs or not change(session, turn=None):
        raise TurnNotYours
    tell(session, "turn", authority=True, member_id=None, passed=_text(seat.membership_id))


@unit()
def raise_hand(*, seat: Seat) -> None:
    """A member asks for the turn. A hand that is up stays where it is in the row."""
    member_id = _member(seat)
    now = clock.now()
    if reading(seat, at=now).reads_only:
        raise SupervisionPending
    _hold_seat(seat.group_id, member_id)
    session = _live(seat)
    _, raised = Hand.objects.get_or_create(session=session, member_id=member_id, defaults={"raised_at": now})
    if raised:
        tell(session, "hand", member_id=_text(member_id), up=True)


@unit()
def take_hand_down(*, seat: Seat) -> None:
    """A member does not ask any more."""
    member_id = _member(seat)
    reading(seat, at=clock.now())
    _lower(_live(seat), member_id)


@unit()
def lower_hand(*, seat: Seat, member_id: UUID) -> None:
    """The leader takes somebody's hand down. One that is not up stays down, and nobody is told."""
    now = clock.now()
    session = led_session(seat, "lower_hand", at=now)
    if _lower(session, member_id):
        put_on_record(session, kinds.HAND_LOWERED, seat=seat, at=now, member=member_id)


@unit()
def let_go(*, membership: Membership) -> None:
    """Who leaves or goes away has neither turn nor hand any more. (Their membership's row is held by the caller.)"""
    session = live(membership.group_id)
    if session is None:
        return
    if session.turn_id == membership.pk and change(session, turn=None):
        tell(session, "turn", authority=True, member_id=None, passed=None)
    _lower(session, membership.pk)


def _lower(session: GroupSession, member_id: UUID) -> bool:
    lowered, _ = session.hands.filter(member=member_id).delete()
    if lowered:
        tell(session, "hand", member_id=_text(member_id), up=False)
    return bool(lowered)


def _hold_seat(group_id: UUID, member_id: UUID) -> None:
    """An active seat of this group, its row held, so that it can't end before this act has."""
    rows = Membership.objects.select_for_update(no_key=True).filter(pk=member_id, group=group_id)
    seat = rows.first()
    if seat is None or seat.state != Membership.State.ACTIVE:
        raise MemberNotHere


def _member(seat: Seat) -> UUID:
    """Hands are for members: leaders speak when they want to, and monitors do not speak."""
    if seat.role != Membership.Role.MEMBER or seat.membership_id is None:
        raise NotAllowed
    return seat.membership_id


def _live(seat: Seat) -> GroupSession:
    session = live(seat.group_id)
    if session is None:
        raise SessionMoved
    return session


def _text(member_id: UUID | None) -> str | None:
    return None if member_id is None else str(member_id)
