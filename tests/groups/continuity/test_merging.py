"""Two records that turn out to be one human: what goes over, what is refused, and the way back."""

from datetime import timedelta

import pytest

from accounts import services as accounts
from accounts.cards import services as cards
from accounts.errors import SignInFailed
from accounts.models import ClaimCard, SignIn, User
from audit.models import AuditEvent
from chat.models import Event
from chat.selectors.own import own_messages, waiting_count
from core import clock
from core.errors import NotThere
from custody.models import CustodyEvent, KeepApartOrder, Person, RecordMerge
from custody.timeline import status_of
from groups import selectors
from groups.continuity import errors, services
from groups.continuity.merging import merge_records, undo_merge
from groups.continuity.selectors import people, person_for
from groups.models import Membership, Supervision
from tests import factories as make
from tests.groups.continuity.helpers import Kind, as_it_is, seat_state, tell
from tests.moderation.helpers import PHONE, open_room, say
from tests.racing import together

State = Membership.State


def merge(kept, merged, *, source_id="m-1", by="system", source="staff", **said):
    said = {"occurred_at": clock.now() - timedelta(hours=1), **said}
    merged = merge_records(kept=kept, merged=merged, source=source, source_id=source_id, by=by, **said)
    for record in (merged.kept, merged.merged):
        record.refresh_from_db()
    return merged


@pytest.fixture
def two(cast):
    """Ana has a second record at Alder, with a number, a seat next door, and a sign-in."""
    cast.second = make.person("Second Wind", at=cast.alder)
    cast.second_user = make.user(cast.second)
    cast.second_seat = make.member(cast.next_door, cast.second)
    return cast


def refreshed(person):
    return Person.objects.get(pk=person.pk)


def test_a_merge_is_one_person_with_one_timeline(two):
    tell(two.second, Kind.TO_COURT, two.alder)
    merge(two.persons.ana, two.second)
    assert status_of(two.persons.ana) == status_of(two.second)
    assert status_of(two.persons.ana).is_out


def test_a_number_of_the_merged_record_signs_in_the_kept_one(two):
    number = two.second.numbers.get().number
    merge(two.persons.ana, two.second)
    sign_in = accounts.sign_in_tablet(tablet=make.tablet(two.alder), number=number, pin=make.PIN)
    assert sign_in.user == two.users.ana


def test_a_number_that_either_record_has_is_the_persons(two):
    number = two.second.numbers.get()
    merge(two.persons.ana, two.second)
    ana = refreshed(two.persons.ana)
    assert services.give_number(person=ana, facility=two.alder, number=number.number, by="system") == number


def test_the_merged_record_signs_in_nowhere_and_is_out_at_once(two):
    caller = make.caller(two.second_user)
    merge(two.persons.ana, two.second)
    assert SignIn.objects.get(pk=caller.sign_in.pk).ended_because == "merged"
    two.second_user.refresh_from_db()
    assert (two.second_user.state, two.second_user.disabled_because) == ("disabled", "merged")


def test_an_online_sign_in_of_the_merged_record_opens_nothing(cast):
    user = cast.users.xan
    merge(cast.persons.ben, cast.persons.xan)
    with pytest.raises(SignInFailed):
        accounts.sign_in_online(name=user.sign_in, password=make.PASSWORD, browser=_browser())


def _browser():
    from accounts import browsers

    return browsers.read_or_new(None)


def test_a_kept_record_without_a_sign_in_gets_that_of_the_merged_one(cast):
    bare = make.person("Bare Branch", at=cast.alder)
    merge(bare, cast.persons.ana)
    assert User.objects.get(person=bare) == cast.users.ana
    assert services.has_way_in(refreshed(bare), status_of(bare))
    assert seat_state(cast.seats.ana) == (State.ACTIVE, "")


def test_seats_go_over_and_keep_their_place(two):
    before = (two.second_seat.seat, two.second_seat.joined_at, two.second_seat.from_seq)
    merge(two.persons.ana, two.second)
    two.second_seat.refresh_from_db()
    assert two.second_seat.person == two.persons.ana
    assert (two.second_seat.seat, two.second_seat.joined_at, two.second_seat.from_seq) == before
    told = Event.objects.filter(room=two.next_door.room, kind="member_joined").last()
    assert told.data == {"member": str(two.second_seat.pk)}


@pytest.mark.parametrize("kept", ["ana", "second"])
def test_where_both_sit_the_earlier_seat_stays_and_the_other_reads_as_having_left(two, kept):
    later = make.member(two.group, two.second)
    one, other = (two.persons.ana, two.second) if kept == "ana" else (two.second, two.persons.ana)
    merge(one, other)
    seat, later = Membership.objects.get(pk=two.seats.ana.pk), Membership.objects.get(pk=later.pk)
    assert (seat.person, later.state) == (one, State.LEFT)
    assert seat.state in Membership.SEATED
    assert Event.objects.filter(room=two.room, kind="member_left").get().data == {"member": str(later.pk)}


def test_what_the_merged_record_wrote_is_the_persons(two):
    open_room(two)
    held = say(two, "ben", PHONE)
    assert held.state == "held"
    merge(two.persons.xan, two.persons.ben)
    xan = refreshed(two.persons.xan)
    assert [own.message for own in own_messages(xan, at=clock.now())] == [held]
    assert waiting_count(xan) == 1
    names = {view.person_id: view.alias for view in selectors.everybody_ever(two.group.pk)}
    assert names[two.persons.ben.pk] == names[xan.pk] == xan.alias


def test_a_held_message_of_the_merged_record_can_be_released_and_withdrawn(two):
    from chat import services as chat

    open_room(two)
    held, other = say(two, "ben", PHONE), say(two, "ben", f"{PHONE} again")
    merge(two.persons.xan, two.persons.ben)
    chat.release(message_id=held.pk, by=two.mo, revision=held.revision)
    held.refresh_from_db()
    assert held.state == "delivered"
    answer = chat.withdraw_own(person_id=two.persons.xan.pk, message_id=other.pk)
    assert answer.state == "withdrawn"


def test_supervision_of_either_record_is_the_persons(two):
    row = Supervision.objects.create(
        person=two.second, officer="Officer Hill", from_at=clock.now(), recorded_by="system"
    )
    done = merge(two.persons.ana, two.second)
    row.refresh_from_db()
    assert row.person == two.persons.ana
    undo_merge(merge=done, by="system")
    row.refresh_from_db()
    assert row.person == two.second


def test_a_kept_record_with_its_own_supervision_keeps_that_one(two):
    for person in (two.persons.ana, two.second):
        Supervision.objects.create(person=person, officer="Officer", from_at=clock.now(), recorded_by="system")
    merge(two.persons.ana, two.second)
    assert Supervision.objects.get(person=two.persons.ana)
    assert Supervision.objects.get(person=two.second)


def test_a_name_in_the_circles_goes_with_a_record_to_one_that_has_none(cast):
    bare = make.person(at=cast.alder)
    Person.objects.filter(pk=bare.pk).update(alias="")
    done = merge(refreshed(bare), cast.persons.ana)
    assert refreshed(bare).alias == "Quiet River"
    undo_merge(merge=done, by="system")
    assert (refreshed(bare).alias, refreshed(cast.persons.ana).alias) == ("", "Quiet River")


def test_a_card_of_the_merged_record_stops_working_and_comes_back(cast):
    card = cards.print_card(user=cast.users.xan, by="system").card
    done = merge(cast.persons.ben, cast.persons.xan)
    card.refresh_from_db()
    assert card.state == ClaimCard.State.REPLACED
    undo_merge(merge=done, by="system")
    card.refresh_from_db()
    assert card.state == ClaimCard.State.PRINTED


def test_a_card_does_not_come_back_when_one_was_used_since(cast):
    card = cards.print_card(user=cast.users.xan, by="system").card
    done = merge(cast.persons.ben, cast.persons.xan)
    newer = cards.print_card(user=cast.users.ben, by="system").card
    cards.use(card=newer)
    undo_merge(merge=done, by="system")
    card.refresh_from_db()
    assert card.state == ClaimCard.State.REPLACED


def test_an_undone_merge_leaves_all_as_it_was(two):
    make.member(two.group, two.second)
    cards.print_card(user=two.second_user, by="system")
    before = as_it_is(two.persons.ana, two.second)
    done = merge(two.persons.ana, two.second)
    assert as_it_is(two.persons.ana, two.second) != before
    undo_merge(merge=done, by="system")
    assert as_it_is(two.persons.ana, two.second) == before


def test_a_merge_and_its_undoing_are_on_the_record_and_raise_versions(two):
    versions = Membership.objects.get(pk=two.seats.ana.pk).authority
    done = merge(two.persons.ana, two.second, by=two.ada)
    assert Membership.objects.get(pk=two.seats.ana.pk).authority > versions
    undo_merge(merge=done, by=two.ada)
    kinds = AuditEvent.objects.filter(kind__in=("groups.records_merged", "groups.merge_undone"))
    assert [row.kind for row in kinds.order_by("seq")] == ["groups.records_merged", "groups.merge_undone"]


def test_told_twice_it_is_one_merge_also_after_it_was_undone(two):
    when = clock.now() - timedelta(hours=1)
    first = merge(two.persons.ana, two.second, occurred_at=when)
    assert merge(two.persons.ana, two.second, occurred_at=when).pk == first.pk
    undo_merge(merge=first, by="system")
    assert merge(two.persons.ana, two.second, occurred_at=when).undone_at is not None
    assert undo_merge(merge=first, by="system").pk == first.pk
    assert RecordMerge.objects.count() == 1
    assert refreshed(two.second).merged_into is None


def test_the_same_id_for_another_merge_is_refused(two):
    merge(two.persons.ana, two.second)
    with pytest.raises(errors.SourceIdReused):
        merge(two.persons.ana, two.persons.oz)


def test_a_record_is_not_merged_with_itself_or_twice(two):
    with pytest.raises(errors.MergeWithItself):
        merge(two.second, two.second)
    merge(two.persons.ana, two.second)
    with pytest.raises(errors.MergeWithItself):
        merge(refreshed(two.second), two.persons.ana, source_id="m-2")
    with pytest.raises(errors.MergedAlready):
        merge(two.persons.oz, refreshed(two.second), source_id="m-3")


def test_a_merge_in_the_future_is_refused(two):
    with pytest.raises(errors.EventInTheFuture):
        merge(two.persons.ana, two.second, occurred_at=clock.now() + timedelta(hours=1))


@pytest.mark.parametrize("through", ["itself", "another record"])
def test_two_who_are_kept_apart_from_each_other_are_not_one(two, through):
    """Also where the order names a record that was merged into one of them."""
    named = two.second
    if through == "another record":
        named = make.person()
        merge(two.second, named, source_id="m-0")
    _apart(named, two.persons.ana)
    with pytest.raises(errors.MergeOfAPair):
        merge(two.persons.ana, two.second)
    KeepApartOrder.objects.update(ended_at=clock.now(), ended_by="system", ended_because="lifted")
    assert merge(two.persons.ana, two.second)


def _apart(one, other):
    KeepApartOrder.objects.create(
        one=one,
        other=other,
        reason="threat",
        authorised_by="Board",
        recorded_by="system",
        from_at=clock.now(),
        source="staff",
        source_id="o-1",
    )


def test_staff_merge_whom_they_work_with_and_nobody_else(two):
    with pytest.raises(NotThere):
        merge(two.persons.ana, two.persons.tam, by=two.ada)
    with pytest.raises(NotThere):
        merge(two.persons.tam, two.persons.ana, by=two.ada)
    done = merge(two.persons.ana, two.second, by=two.ada)
    with pytest.raises(NotThere):
        undo_merge(merge=done, by=two.mia)


def test_chains_end_at_the_last_that_was_kept_in_either_order(two):
    third = make.person("Third Wave", at=two.birch)
    merge(two.second, two.persons.ana, source_id="m-1")
    merge(third, refreshed(two.second), source_id="m-2")
    assert refreshed(two.persons.ana).merged_into == refreshed(two.second).merged_into == third


def test_a_merge_with_a_record_that_is_merged_itself_leads_to_the_one_that_is_kept(two):
    third = make.person("Third Wave", at=two.birch)
    merge(third, two.second, source_id="m-2")
    done = merge(refreshed(two.second), two.persons.ana, source_id="m-1")
    assert done.kept == third
    assert refreshed(two.persons.ana).merged_into == third
    assert Membership.objects.get(pk=two.seats.ana.pk).person == third


def test_merges_are_undone_in_the_order_in_which_they_came_about(two):
    third = make.person("Third Wave", at=two.birch)
    before = as_it_is(two.persons.ana, two.second, third)
    first = merge(two.second, two.persons.ana, source_id="m-1")
    between = as_it_is(two.persons.ana, two.second, third)
    second = merge(third, refreshed(two.second), source_id="m-2")
    with pytest.raises(errors.MergeLaterStands):
        undo_merge(merge=first, by="system")
    undo_merge(merge=second, by="system")
    assert as_it_is(two.persons.ana, two.second, third) == between
    undo_merge(merge=first, by="system")
    assert as_it_is(two.persons.ana, two.second, third) == before


def test_a_merged_record_is_no_person_of_its_own_in_lists_and_leads_to_the_kept_one(two):
    number, name = two.second.numbers.get().number, two.second.legal_name
    merge(two.persons.ana, two.second)
    for asked in (number, name):
        assert [row.person for row in people(two.ada, search=asked)] == [two.persons.ana]
    assert person_for(two.ada, two.second.pk) == two.persons.ana
    assert two.second not in [row.person for row in people(two.ada)]
    inside = [row.person for row in people(two.ada, inside=two.alder)]
    assert inside.count(two.persons.ana) == 1


def test_an_event_told_of_the_merged_record_moves_the_kept_one(two):
    merge(two.persons.ana, two.second)
    tell(two.second, Kind.RELEASED, source="jail", source_id="77")
    assert not status_of(two.persons.ana).held
    assert seat_state(two.seats.ana) == (State.AWAY, "custody")
    again = tell(two.persons.ana, Kind.RELEASED, source="jail", source_id="77", occurred_at=_of("77"))
    assert again.person == two.second


def _of(source_id):
    return CustodyEvent.objects.get(source_id=source_id).occurred_at


def test_where_a_merge_says_that_somebody_is_elsewhere_their_sign_ins_end(two):
    caller = two.caller("ana")
    elsewhere = make.person("Third Wave")
    make.custody_event(elsewhere, Kind.ADMITTED, at=two.birch, occurred_at=clock.now() - timedelta(days=1))
    merge(two.persons.ana, elsewhere)
    assert SignIn.objects.get(pk=caller.sign_in.pk).ended_because == "custody"
    assert seat_state(two.seats.ana) == (State.AWAY, "custody")


def test_two_merges_at_once_under_one_id_are_one(live_cast):
    second, when = make.person("Second Wind", at=live_cast.alder), clock.now() - timedelta(hours=1)

    def once():
        return merge(live_cast.persons.ana, second, occurred_at=when).pk

    told = together(once, once)
    assert len(set(told)) == 1
    assert RecordMerge.objects.count() == 1


def test_of_two_merges_of_one_record_at_once_one_is_refused(live_cast):
    second = make.person("Second Wind", at=live_cast.alder)
    told = together(
        lambda: merge(live_cast.persons.ana, second, source_id="m-1").merged.pk,
        lambda: merge(live_cast.persons.oz, second, source_id="m-2").merged.pk,
    )
    assert sorted(map(str, told)) == sorted([str(second.pk), "merge.already"])
