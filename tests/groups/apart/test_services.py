"""Orders are recorded and ended, and seats follow at once, on both sides, without a word."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError

from audit.models import AuditEvent
from audit.selectors import Filters, trail
from chat.models import Event
from core import clock
from core.models import Change
from custody.models import CustodyEvent, KeepApartOrder, Person
from groups import services as seats
from groups.apart import errors, services
from groups.apart.due import settle_due
from groups.apart.models import KeptApart
from groups.authority import reading
from groups.continuity import services as continuity
from groups.continuity.aliases import choose_alias
from groups.errors import SEAT_REFUSED, GroupFull, RoomUnavailable
from groups.models import Membership
from tests import factories as make
from tests.groups.apart.helpers import can_read, part, state_of
from tests.racing import together

IN, APART, CUSTODY = ("active", ""), ("away", "keep_apart"), ("away", "custody")
HOUR = timedelta(hours=1)


def tell(who, kind, *, at=None):
    return continuity.record_custody_event(
        person=who,
        kind=kind,
        facility=at,
        occurred_at=clock.now(),
        source="feed",
        source_id=f"f{make.n()}",
        by="system",
    )


# Both are in when the order comes


def test_the_later_seat_turns_away_when_an_order_finds_both_in(cast):
    part(cast.persons.ben, cast.persons.ana)
    assert (state_of(cast.seats.ana), state_of(cast.seats.ben)) == (IN, APART)
    assert not can_read(cast.users.ben, cast.group.pk)
    assert can_read(cast.users.ana, cast.group.pk)


@pytest.mark.parametrize(("protected", "leaves"), [("ana", "ben"), ("ben", "ana")])
def test_the_protected_one_stays(cast, protected, leaves):
    part(cast.persons.ana, cast.persons.ben, protected=getattr(cast.persons, protected), kind="no_contact")
    assert state_of(getattr(cast.seats, protected)) == IN
    assert state_of(getattr(cast.seats, leaves)) == APART


def test_to_the_others_it_is_a_break_like_any_other(cast):
    before = Event.objects.count()
    part(cast.persons.ana, cast.persons.ben)
    (event,) = Event.objects.order_by("id")[before:]
    assert (event.kind, event.data) == ("member_away", {"member": str(cast.seats.ben.pk)})


def test_an_order_of_two_who_share_no_group_changes_no_seat(cast):
    before = Event.objects.count()
    part(cast.persons.oz, cast.persons.ana)
    assert (state_of(cast.seats.oz), state_of(cast.seats.ana), Event.objects.count()) == (IN, IN, before)


def test_both_sides_are_read_anew(cast):
    versions = [Membership.objects.get(pk=seat.pk).authority for seat in (cast.seats.ana, cast.seats.ben)]
    Change.objects.all().delete()
    part(cast.persons.ana, cast.persons.ben)
    after = [Membership.objects.get(pk=seat.pk).authority for seat in (cast.seats.ana, cast.seats.ben)]
    assert all(new > old for new, old in zip(after, versions, strict=True))
    changed = {subject for kind, subject in Change.objects.values_list("kind", "subject") if kind == "person.changed"}
    assert {str(cast.persons.ana.pk), str(cast.persons.ben.pk)} <= changed


def test_the_end_of_an_order_brings_the_seat_back(cast):
    order = part(cast.persons.ana, cast.persons.ben)
    services.end_order(order=order, because="lifted", by=cast.ada)
    assert (state_of(cast.seats.ana), state_of(cast.seats.ben)) == (IN, IN)
    assert (order.ended_because, order.ended_by) == ("lifted", f"user:{cast.ada.pk}")


def test_one_of_two_orders_ended_the_other_still_holds(cast):
    order = part(cast.persons.ana, cast.persons.ben)
    part(cast.persons.ben, cast.persons.ana)
    services.end_order(order=order, because="replaced", by=cast.ada)
    assert state_of(cast.seats.ben) == APART


def test_ended_twice_it_ended_once(cast):
    order = part(cast.persons.ana, cast.persons.ben)
    services.end_order(order=order, because="lifted", by=cast.ada)
    services.end_order(order=order, because="not_needed", by=cast.pat)
    assert (order.ended_because, order.ended_by) == ("lifted", f"user:{cast.ada.pk}")
    assert AuditEvent.objects.filter(kind="groups.order_ended").count() == 1


def test_who_is_away_by_their_own_wish_stays_away(cast):
    seats.turn_away(membership=cast.seats.ben, why="own_wish", by="system")
    order = part(cast.persons.ana, cast.persons.ben)
    services.end_order(order=order, because="lifted", by=cast.ada)
    assert state_of(cast.seats.ben) == ("away", "own_wish")


# What is refused, and what is told again


@pytest.mark.parametrize(
    ("error", "values"),
    [
        (errors.OrderTimes, {"until": -HOUR}),
        (errors.OrderTimes, {"from_at": 2 * HOUR, "until": HOUR}),
        (errors.OrderProtects, {"kind": "no_contact"}),
        (errors.OrderAuthoriser, {"authorised_by": "  "}),
    ],
)
def test_what_is_wrong_with_an_order_is_said_and_nothing_is_done(cast, error, values):
    now = clock.now()
    said = {name: now + value if isinstance(value, timedelta) else value for name, value in values.items()}
    with pytest.raises(error):
        part(cast.persons.ana, cast.persons.ben, **said)
    assert (KeepApartOrder.objects.count(), state_of(cast.seats.ben)) == (0, IN)


def test_an_order_protects_one_of_the_two_or_nobody(cast):
    with pytest.raises(errors.OrderProtects):
        part(cast.persons.ana, cast.persons.ben, protected=cast.persons.oz)


def test_one_human_in_two_records_is_not_two(cast):
    Person.objects.filter(pk=cast.persons.oz.pk).update(merged_into=cast.persons.ana)
    for other in (cast.persons.ana, cast.persons.oz):
        with pytest.raises(errors.OrderOfOne):
            part(cast.persons.ana, other)


def test_an_order_told_twice_is_one(cast):
    orders = {part(cast.persons.ana, cast.persons.ben, source_id="7").pk for _ in range(2)}
    assert len(orders) == 1
    assert AuditEvent.objects.filter(kind="groups.order_recorded").count() == 1


def test_another_order_under_the_same_id_is_refused(cast):
    part(cast.persons.ana, cast.persons.ben, source_id="7")
    with pytest.raises(errors.OrderSourceIdReused):
        part(cast.persons.ana, cast.persons.oz, source_id="7")


def test_an_order_without_its_audit_row_does_not_happen(cast, monkeypatch):
    def refuse(*args, **kwargs):
        raise IntegrityError

    monkeypatch.setattr(AuditEvent.objects, "create", refuse)
    with pytest.raises(IntegrityError):
        part(cast.persons.ana, cast.persons.ben)
    assert (KeepApartOrder.objects.count(), state_of(cast.seats.ben)) == (0, IN)


def test_the_chain_names_the_order_and_neither_of_the_two(cast):
    order = part(cast.persons.ana, cast.persons.ben)
    link = AuditEvent.objects.get(kind="groups.order_recorded")
    assert (link.subject, link.detail) == (f"order:{order.pk}", {"facility": None})


def test_readers_of_the_trail_see_nothing_of_orders_nor_why_a_seat_is_away(cast):
    services.end_order(order=part(cast.persons.ana, cast.persons.ben), because="lifted", by=cast.ada)
    seen = trail(Filters())
    assert {link.kind for link in seen if "order" in link.kind} == set()
    assert not [link for link in seen if "keep_apart" in str(link.detail)]
    assert not trail(Filters(kind="groups.order_recorded"))


# By the clock


def test_an_order_that_begins_later_lets_both_in_until_then_and_no_reading_outlives_it(cast):
    now = clock.now()
    part(cast.persons.ana, cast.persons.ben, from_at=now + timedelta(seconds=90))
    assert state_of(cast.seats.ben) == IN
    assert reading(cast.seat("ben"), at=now).seated_until == now + timedelta(seconds=90)
    with time_machine.travel(now + timedelta(seconds=90), tick=False):
        assert not can_read(cast.users.ben, cast.group.pk)  # before any step has looked
        settle_due()
        assert (state_of(cast.seats.ana), state_of(cast.seats.ben)) == (IN, APART)


def test_an_order_that_is_over_by_its_date_brings_the_seat_back(cast):
    now = clock.now()
    order = part(cast.persons.ana, cast.persons.ben, until=now + HOUR)
    assert order.ended_at is None
    with time_machine.travel(now + HOUR - timedelta(seconds=1), tick=False):
        settle_due()
        assert state_of(cast.seats.ben) == APART
    with time_machine.travel(now + HOUR, tick=False):
        assert settle_due() == 1
        assert state_of(cast.seats.ben) == IN
        assert settle_due() == 0


def test_a_reading_ends_when_an_order_that_protects_its_reader_does(cast):
    now = clock.now()
    part(cast.persons.ana, cast.persons.ben, until=now + timedelta(seconds=90))
    assert reading(cast.seat("ana"), at=clock.now()).seated_until == now + timedelta(seconds=90)


def test_a_place_that_is_free_again_is_taken_within_a_step(cast):
    part(cast.persons.ana, cast.persons.ben)
    seats.end_membership(membership=cast.seats.ana, to="left", by=cast.pat)
    settle_due()
    assert state_of(cast.seats.ben) == IN


def test_who_may_not_be_there_any_more_keeps_nobody_out(cast):
    """The approval of the one who stayed lapses: nobody acts, and the other's seat comes back all the same."""
    part(cast.persons.ana, cast.persons.ben)
    cast.group.approvals.update(until=clock.now())
    settle_due()
    settle_due()
    assert (state_of(cast.seats.ana), state_of(cast.seats.ben)) == (CUSTODY, IN)


# After events of custody


def test_who_is_away_for_custody_keeps_nobody_out_and_finds_the_place_taken(cast):
    """Ana is moved to where the group is not approved; Ben comes in meanwhile; back again, she is the one who waits."""
    part(cast.persons.ana, cast.persons.ben)
    tell(cast.persons.ana, CustodyEvent.Kind.TRANSFERRED, at=cast.birch)
    assert (state_of(cast.seats.ana), state_of(cast.seats.ben)) == (CUSTODY, IN)
    tell(cast.persons.ana, CustodyEvent.Kind.TRANSFERRED, at=cast.alder)
    assert (state_of(cast.seats.ana), state_of(cast.seats.ben)) == (APART, IN)


def test_the_protected_one_has_the_place_whenever_they_can_be_there(cast):
    part(cast.persons.ana, cast.persons.ben, protected=cast.persons.ana)
    tell(cast.persons.ana, CustodyEvent.Kind.TRANSFERRED, at=cast.birch)
    assert state_of(cast.seats.ben) == IN
    tell(cast.persons.ana, CustodyEvent.Kind.TRANSFERRED, at=cast.alder)
    assert (state_of(cast.seats.ana), state_of(cast.seats.ben)) == (IN, APART)


def test_a_seat_that_stays_away_changes_its_reason_and_nobody_is_told(cast):
    part(cast.persons.ana, cast.persons.ben)
    tell(cast.persons.ana, CustodyEvent.Kind.TRANSFERRED, at=cast.birch)
    events, changes = Event.objects.count(), Change.objects.filter(subject=str(cast.persons.ben.pk)).count()
    tell(cast.persons.ana, CustodyEvent.Kind.TRANSFERRED, at=cast.alder)
    assert (state_of(cast.seats.ana), Event.objects.count()) == (APART, events)
    assert Change.objects.filter(subject=str(cast.persons.ben.pk)).count() == changes
    (kept,) = KeptApart.objects.filter(person=cast.persons.ana, times__gt=0)
    assert kept.where == "custody"


def test_three_of_whom_one_is_parted_from_both_others_end_with_those_two(cast):
    part(cast.persons.ana, cast.persons.ben)
    part(cast.persons.ben, cast.persons.fay)
    assert [state_of(getattr(cast.seats, name)) for name in ("ana", "ben", "fay")] == [IN, APART, IN]
    tell(cast.persons.ana, CustodyEvent.Kind.TRANSFERRED, at=cast.birch)
    assert [state_of(getattr(cast.seats, name)) for name in ("ana", "ben", "fay")] == [CUSTODY, APART, IN]


def test_orders_that_contradict_each_other_let_one_in_and_come_to_an_end(cast):
    """Each protects another of three: still at most one of any two is in."""
    ana, ben, fay = cast.persons.ana, cast.persons.ben, cast.persons.fay
    for one, other in ((ana, ben), (ben, fay), (fay, ana)):
        part(one, other, protected=one)
    settle_due()
    assert [can_read(user, cast.group.pk) for user in (cast.users.ana, cast.users.ben, cast.users.fay)].count(True) <= 1


# A later merge of records


def test_a_merge_keeps_the_block(cast):
    """The order is of an old record; the seat is of the record that was kept."""
    old = make.person()
    part(old, cast.persons.ana)
    assert state_of(cast.seats.ben) == IN
    Person.objects.filter(pk=old.pk).update(merged_into=cast.persons.ben)
    assert not can_read(cast.users.ben, cast.group.pk)
    continuity.settle(person=cast.persons.ben, by="system", where=KeptApart.Where.MERGE)
    assert (state_of(cast.seats.ana), state_of(cast.seats.ben)) == (IN, APART)
    assert KeptApart.objects.filter(person=cast.persons.ben, where="merge", times=1).exists()


def test_an_order_of_one_record_settles_the_seats_of_the_others(cast):
    old = make.person()
    Person.objects.filter(pk=old.pk).update(merged_into=cast.persons.ben)
    services.end_order(order=part(old, cast.persons.ana), because="lifted", by="system")
    assert state_of(cast.seats.ben) == IN
    part(cast.persons.ana, old)
    assert state_of(cast.seats.ben) == APART


# Seats that are given


def refused(group, person, by="system"):
    with pytest.raises(RoomUnavailable) as refusal:
        seats.give_seat(group=group, person=person, by=by)
    return (refusal.value.code, str(refusal.value.text), refusal.value.status)


def full(cast):
    group = make.group(cast.programme, cast.alder, capacity=3)
    for _ in range(3):
        make.member(group, make.person())
    return group


def unapproved(cast):
    return make.group(cast.programme)


def parted(cast):
    group = make.group(cast.programme, cast.alder)
    make.member(group, cast.persons.ben)
    make.order(cast.persons.oz, cast.persons.ben)
    return group


def test_a_full_group_a_missing_approval_and_an_order_are_one_refusal(cast):
    answers = {refused(kind(cast), cast.persons.oz, by=cast.pat) for kind in (full, unapproved, parted)}
    assert answers == {("room.unavailable", SEAT_REFUSED, 403)}


@pytest.mark.parametrize("by", ["pat", "ada"])
def test_and_take_as_many_statements(cast, by, django_assert_num_queries, django_assert_max_num_queries):
    """The first time and again."""
    groups = [full(cast), unapproved(cast), parted(cast)]
    asks = [lambda group=group: _asks(cast, group, by) for group in (*groups, *groups)]
    with django_assert_max_num_queries(60) as first:
        asks[0]()
    for ask in asks[1:]:
        with django_assert_num_queries(len(first)):
            ask()


def _asks(cast, group, by):
    with pytest.raises((RoomUnavailable, GroupFull)):
        seats.give_seat(group=group, person=cast.persons.oz, by=getattr(cast, by))


def test_who_may_know_of_orders_is_told_that_a_group_is_full(cast):
    group = full(cast)
    for by in (cast.ada, cast.sol):
        with pytest.raises(GroupFull):
            seats.give_seat(group=group, person=cast.persons.oz, by=by)
    elsewhere = make.staff("Sid", "security_officer", scope=cast.birch)
    assert refused(group, cast.persons.oz, by=elsewhere)[0] == "room.unavailable"


def test_who_is_refused_leaves_no_trace_in_the_group(cast):
    group = parted(cast)
    before = (Event.objects.count(), Change.objects.count(), AuditEvent.objects.count())
    refused(group, cast.persons.oz)
    assert not Membership.objects.filter(group=group, person=cast.persons.oz).exists()
    assert (Event.objects.count(), Change.objects.count(), AuditEvent.objects.count()) == before


def test_a_newcomer_drives_nobody_out_not_even_the_protected_one(cast):
    group = make.group(cast.programme, cast.alder)
    seat = make.member(group, cast.persons.ben)
    make.order(cast.persons.oz, cast.persons.ben, protected=cast.persons.oz)
    refused(group, cast.persons.oz)
    assert state_of(seat) == IN


def test_a_seat_whose_holder_may_come_back_at_any_time_keeps_the_other_out(cast):
    group = parted(cast)
    seats.turn_away(membership=group.memberships.get(), why="own_wish", by="system")
    refused(group, cast.persons.oz)


def test_a_seat_that_is_away_for_custody_lets_the_other_be_given_one(cast):
    group = parted(cast)
    seats.turn_away(membership=group.memberships.get(), why="custody", by="system")
    assert seats.give_seat(group=group, person=cast.persons.oz, by="system").state == "active"


def test_two_of_a_pair_given_seats_at_once_and_one_gets_in(live_cast):
    group = make.group(live_cast.programme, live_cast.alder)
    oz, xan = live_cast.persons.oz, live_cast.persons.xan
    make.order(oz, xan)
    answers = together(*(lambda who=who: seats.give_seat(group=group, person=who, by="system") for who in (oz, xan)))
    assert sorted(isinstance(answer, Membership) for answer in answers) == [False, True]
    assert "room.unavailable" in answers
    assert group.memberships.count() == 1


def test_a_seat_and_an_order_at_once_end_with_one_of_the_two_inside(live_cast):
    cast = live_cast
    group = make.group(cast.programme, cast.alder)
    make.member(group, cast.persons.ben)
    together(
        lambda: seats.give_seat(group=group, person=cast.persons.oz, by="system") and None,
        lambda: part(cast.persons.oz, cast.persons.ben) and None,
    )
    assert group.memberships.filter(state="active").count() == 1
    assert can_read(cast.users.ben, group.pk)


def test_the_same_order_told_from_two_sides_at_once_is_one(live_cast):
    ana, ben = live_cast.persons.ana, live_cast.persons.ben
    told = together(*[lambda: part(ana, ben, source="feed", source_id="9").pk] * 2)
    assert len(set(told)) == 1
    assert Event.objects.filter(room=live_cast.room, kind="member_away").count() == 1


def test_two_custody_events_at_once_let_one_of_a_pair_back_in(live_cast):
    cast = live_cast
    part(cast.persons.ana, cast.persons.ben)
    for person in (cast.persons.ana, cast.persons.ben):
        tell(person, CustodyEvent.Kind.TRANSFERRED, at=cast.birch)
    continuity.give_number(person=cast.persons.ben, facility=cast.alder, number="880011", by="system")
    cast.users.ben.pin = make.hashed(make.PIN)
    cast.users.ben.save()
    back = CustodyEvent.Kind.TRANSFERRED
    together(*(lambda who=who: tell(who, back, at=cast.alder) and None for who in (cast.persons.ana, cast.persons.ben)))
    assert {state_of(cast.seats.ana), state_of(cast.seats.ben)} == {IN, APART}


# The name in the circle


def test_choosing_a_name_neither_lifts_an_order_nor_shows_it(cast):
    before = make.person()
    Person.objects.filter(pk=before.pk).update(alias="")
    seat, user = make.member(cast.group, before), make.user(before)
    part(before, cast.persons.ana)
    events = Event.objects.count()
    choose_alias(person=before, alias="Morning Fern")
    assert (state_of(seat), can_read(user, cast.group.pk), Event.objects.count()) == (APART, False, events)
