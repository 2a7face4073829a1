"""What a seat may do is read anew each time, and for no longer than its inputs last."""

from datetime import timedelta

import pytest

from accounts.doors import IDLE, LONGEST, Door
from accounts.models import SignIn
from accounts.services import end_sign_in
from core import clock
from core.errors import NotThere, RuleError
from custody.models import CustodyEvent
from groups import services
from groups.authority import reading, readings
from groups.errors import RoomUnavailable, SignedOut
from groups.models import GroupSession, Membership, SupportGroup
from groups.seats import seat_of
from tests import factories as make

SEATED = {"ana": "member", "ben": "member", "fay": "facilitator", "mo": "monitor"}
OUTSIDERS = ["oz", "xan", "mia", "dov", "ada", "rue"]


@pytest.mark.parametrize(("who", "role"), SEATED.items())
def test_who_has_a_seat_in_a_room(cast, who, role):
    assert cast.seat(who).role == role


@pytest.mark.parametrize("who", OUTSIDERS)
def test_an_outsider_cannot_tell_a_room_from_no_room(cast, who):
    with pytest.raises(NotThere):
        cast.seat(who)


def test_tam_was_moved_to_a_facility_that_never_agreed_and_is_refused(cast):
    with pytest.raises(RoomUnavailable):
        cast.seat("tam")


def test_a_staff_role_counts_at_the_staff_door_only(cast):
    participant = make.user(make.person("Willow"))
    make.grant(participant, "moderator", scope=cast.alder)
    with pytest.raises(NotThere):
        seat_of(make.caller(participant), cast.group.pk)


def read(cast, who):
    return reading(cast.seat(who), at=clock.now())


def watched(cast):
    """An open session with Fay in the room."""
    return make.open_session(cast.group, watched_by=cast.seat("fay"))


def test_members_post_while_a_session_is_open_and_watched(cast):
    watched(cast)
    assert read(cast, "ana").may_post
    assert read(cast, "ana").why_not == ""


def test_help_report_and_withdraw_are_always_there(cast):
    assert read(cast, "ana").can == {"help", "report", "withdraw"}


def test_without_a_session_nobody_posts(cast):
    assert read(cast, "ana").why_not == "posting.no_session"


def test_without_anybody_who_leads_or_monitors_nobody_posts(cast):
    make.open_session(cast.group)
    assert read(cast, "ana").why_not == "posting.no_monitor"


def test_a_staff_monitor_is_enough(cast):
    make.open_session(cast.group, watched_by=cast.seat("mo"))
    assert read(cast, "ana").may_post


def test_another_member_is_not_enough(cast):
    make.open_session(cast.group)
    make.lease(cast.group, cast.seat("ben"))
    assert read(cast, "ana").why_not == "posting.no_monitor"


def test_a_pause_stops_everybody(cast):
    watched(cast)
    GroupSession.objects.update(state=GroupSession.State.PAUSED)
    assert read(cast, "ana").why_not == "posting.paused"
    assert read(cast, "fay").why_not == "posting.paused"


def test_a_group_may_do_without_watching(cast):
    SupportGroup.objects.update(monitor_rule=SupportGroup.MonitorRule.NOT_NEEDED)
    make.open_session(cast.group)
    assert read(cast, "ana").may_post


def test_a_monitor_reads_and_says_nothing(cast):
    watched(cast)
    assert read(cast, "mo").can == frozenset()


@pytest.mark.parametrize(
    ("state", "commands"),
    [
        (None, {"open_session"}),
        ("open", {"pause", "close_session", "phase", "turn", "lower_hand", "listen_only"}),
        ("paused", {"resume", "close_session", "phase", "turn", "lower_hand", "listen_only"}),
    ],
)
def test_a_leader_has_the_commands_of_the_sessions_state(cast, state, commands):
    if state:
        watched(cast)
        GroupSession.objects.update(state=state)
    leading = {"open_session", "pause", "resume", "close_session", "phase", "turn", "lower_hand", "listen_only"}
    assert read(cast, "fay").can & leading == commands
    assert not read(cast, "ana").can & leading


@pytest.mark.parametrize(
    ("state", "member", "leader"),
    [
        (None, set(), set()),
        ("open", {"post", "typing", "react", "hand"}, {"post", "typing", "react"}),
        ("paused", {"hand"}, set()),
        ("unwatched", {"hand"}, set()),
        ("listen_only", {"react", "hand"}, {"post", "typing", "react"}),
    ],
)
def test_what_a_session_lets_people_do_in_each_of_its_states(cast, state, member, leader):
    if state:
        watched(cast)
    if state == "paused":
        GroupSession.objects.update(state=state)
    if state == "unwatched":
        make.Lease.objects.all().delete()
    if state == "listen_only":
        GroupSession.objects.update(listen_only=True)
    taking_part = {"post", "typing", "react", "hand", "pass"}
    assert (read(cast, "ana").can & taking_part, read(cast, "fay").can & taking_part) == (member, leader)


def test_whoever_has_the_turn_may_pass_it(cast):
    watched(cast)
    GroupSession.objects.update(turn=cast.seats.ana)
    assert [who for who in ("ana", "ben", "fay", "mo") if "pass" in read(cast, who).can] == ["ana"]


def test_a_reading_in_listen_only_ends_with_the_lease_too(cast):
    watched(cast)
    GroupSession.objects.update(listen_only=True)
    now = clock.now()
    assert now < reading(cast.seat("ana"), at=now).valid_until <= now + timedelta(seconds=30)


def test_a_reading_ends_with_the_lease_that_lets_members_post(cast):
    watched(cast)
    now = clock.now()
    assert now < reading(cast.seat("ana"), at=now).valid_until <= now + timedelta(seconds=30)


def test_a_reading_ends_with_the_approval_of_the_facility(cast):
    make.approve(cast.group, cast.alder, days=0)
    approval = cast.group.approvals.get(revoked_at=None)
    approval.until = clock.now() + timedelta(seconds=7)
    approval.save()
    assert read(cast, "ana").valid_until == approval.until


@pytest.mark.parametrize(("field", "limit"), [("started_at", LONGEST), ("active_at", IDLE[Door.TABLET])])
def test_a_reading_ends_with_the_sign_in(cast, field, limit):
    seat, now = cast.seat("ana"), clock.now()
    end = now + timedelta(seconds=7)
    SignIn.objects.filter(pk=seat.sign_in_id).update(**{field: end - limit})
    read = reading(seat, at=now)
    assert (read.valid_until, read.seated_until) == (end, end)
    with pytest.raises(SignedOut):
        reading(seat, at=end)


def test_a_monitors_reading_ends_with_the_role(cast):
    seat, now = cast.seat("mo"), clock.now()
    end = now + timedelta(seconds=7)
    cast.mo.grants.update(until=end)
    assert reading(seat, at=now).seated_until == end
    with pytest.raises(RoomUnavailable):
        reading(seat, at=end)


def test_a_lapsed_approval_closes_the_room_to_those_inside_only(cast):
    ana, ben = cast.seat("ana"), cast.seat("ben")
    cast.group.approvals.update(until=clock.now() - timedelta(seconds=1))
    with pytest.raises(RoomUnavailable):
        reading(ana, at=clock.now())
    assert reading(ben, at=clock.now())


def test_a_revoked_approval_closes_the_room(cast):
    ana = cast.seat("ana")
    services.revoke_approval(approval=cast.group.approvals.get(revoked_at=None), by=cast.ada)
    with pytest.raises(RoomUnavailable):
        reading(ana, at=clock.now())


def test_a_group_for_people_inside_only_refuses_who_is_out(cast):
    ben = cast.seat("ben")
    SupportGroup.objects.update(released_welcome=False)
    with pytest.raises(RoomUnavailable):
        reading(ben, at=clock.now())


def test_signing_out_ends_what_was_open(cast):
    caller = cast.caller("ana")
    seat = seat_of(caller, cast.group.pk)
    end_sign_in(sign_in=caller.sign_in, because="sign_out", by=caller.user)
    with pytest.raises(SignedOut):
        reading(seat, at=clock.now())


def test_a_release_ends_what_was_open_at_the_tablet(cast):
    seat = cast.seat("ana")
    make.custody_event(cast.persons.ana, CustodyEvent.Kind.RELEASED, occurred_at=clock.now())
    with pytest.raises(SignedOut):
        reading(seat, at=clock.now())


@pytest.mark.parametrize("end", ["left", "removed"])
def test_an_ended_membership_ends_what_was_open(cast, end):
    seat = cast.seat("ana")
    services.end_membership(membership=cast.seats.ana, to=end, by=cast.pat)
    with pytest.raises(RoomUnavailable):
        reading(seat, at=clock.now())


def test_a_role_taken_away_ends_the_monitors_view(cast):
    seat = cast.seat("mo")
    cast.mo.grants.update(ended_at=clock.now())
    with pytest.raises(RoomUnavailable):
        reading(seat, at=clock.now())


@pytest.mark.parametrize("change", ["away", "left", "custody"])
def test_each_change_of_an_input_raises_the_members_version(cast, change):
    before = Membership.objects.get(pk=cast.seats.ana.pk).authority
    changes = {
        "away": lambda: services.turn_away(membership=cast.seats.ana, why="own_wish", by=cast.pat),
        "left": lambda: services.end_membership(membership=cast.seats.ana, to="left", by=cast.pat),
        "custody": lambda: services.authority_changed(person_id=cast.persons.ana.pk),
    }
    changes[change]()
    assert Membership.objects.get(pk=cast.seats.ana.pk).authority == before + 1


def test_each_change_for_the_whole_room_raises_the_rooms_version(cast):
    def version():
        cast.room.refresh_from_db()
        return cast.room.authority

    start = version()
    services.revoke_approval(approval=cast.group.approvals.get(revoked_at=None), by=cast.ada)
    revoked = version()
    make.approve(cast.group, cast.alder)
    assert start < revoked < version()


def alone(seat, at):
    """What `readings` has to answer for this seat, whoever else is asked about."""
    try:
        return reading(seat, at=at)
    except RuleError as refusal:
        return type(refusal)


def test_in_a_mixed_batch_each_seat_gets_its_own_answer(cast):
    watched(cast)
    seats = {who: cast.seat(who) for who in ("mo", "ben", "ana", "fay")}
    gone, signed_out = seats["ben"], cast.seat("ana")
    services.end_membership(membership=cast.seats.ben, to="left", by=cast.pat)
    SignIn.objects.filter(pk=signed_out.sign_in_id).update(ended_at=clock.now(), ended_because="sign_out")
    now, asked = clock.now(), [signed_out, *seats.values(), signed_out, seats["ana"]]
    answers = [type(answer) if isinstance(answer, RuleError) else answer for answer in readings(asked, at=now)]
    assert answers == [alone(seat, now) for seat in asked]
    assert answers.count(SignedOut) == 2
    assert answers[asked.index(gone)] is RoomUnavailable


def test_fifty_readings_cost_as_many_queries_as_one_of_each_role(cast, django_assert_num_queries):
    watched(cast)
    seats = [cast.seat(who) for who in ("ana", "mo")]
    crowd = [seat_of(caller, cast.group.pk) for caller in make.crowd(cast.group, 48, at=cast.alder)]
    for asked in (seats, [*seats, *crowd]):
        with django_assert_num_queries(14):  # what is constant, and what each gate reads
            assert all(answer.seated_until for answer in readings(asked, at=clock.now()))
