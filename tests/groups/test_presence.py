"""One lease per holder and room: presence, the monitor rule and 'opened elsewhere' derive from it."""

from datetime import timedelta
from functools import partial

import pytest
from django.db import IntegrityError, transaction

from chat.models import Event
from core import clock
from groups.models import GroupSession, Lease
from groups.presence import services as presence
from tests import factories as make
from tests.racing import together


def kinds(cast):
    return list(Event.objects.filter(room=cast.room).order_by("seq").values_list("kind", flat=True))[-3:]


def test_taking_puts_a_member_into_the_room(cast):
    taken = presence.take(seat=cast.seat("ana"), tab="one")
    assert taken.arrived
    assert not taken.ousted
    here = presence.present(group_id=cast.group.pk)
    assert here.persons == {cast.persons.ana.pk}
    assert not here.monitor


def test_a_monitor_is_present_without_being_a_member(cast):
    presence.take(seat=cast.seat("mo"), tab="one")
    here = presence.present(group_id=cast.group.pk)
    assert (here.persons, here.monitor) == (frozenset(), True)


def test_another_tab_takes_the_lease_and_the_first_finds_out(cast):
    seat = cast.seat("ana")
    first = presence.take(seat=seat, tab="one")
    second = presence.take(seat=seat, tab="two")
    assert second.ousted
    assert presence.renew(connections=[first.connection, second.connection]) == {second.connection}
    assert presence.tab_of(seat) == "two"


def test_the_same_tab_replaces_itself_silently(cast):
    seat = cast.seat("ana")
    presence.take(seat=seat, tab="one")
    assert not presence.take(seat=seat, tab="one").ousted


def test_letting_go_of_a_lost_lease_changes_nothing(cast):
    seat = cast.seat("ana")
    first = presence.take(seat=seat, tab="one")
    presence.take(seat=seat, tab="two")
    assert not presence.release(connection=first.connection)
    assert presence.present(group_id=cast.group.pk).persons == {cast.persons.ana.pk}


def test_a_lease_that_nobody_renews_ends(cast):
    presence.take(seat=cast.seat("ana"), tab="one")
    later = clock.now() + presence.LEASE
    assert presence.present(group_id=cast.group.pk, at=later).persons == frozenset()
    assert presence.end_lapsed(at=later) == [cast.group.pk]
    assert not Lease.objects.exists()
    assert presence.end_lapsed(at=later) == []


def test_renewing_keeps_it(cast):
    now = clock.now()
    taken = presence.take(seat=cast.seat("ana"), tab="one", at=now)
    presence.renew(connections=[taken.connection], at=now + presence.RENEW)
    assert presence.end_lapsed(at=now + presence.LEASE) == []


def test_posting_stops_when_the_leader_goes_and_goes_on_when_one_is_back(cast):
    make.open_session(cast.group)
    taken = presence.take(seat=cast.seat("fay"), tab="one")
    presence.release(connection=taken.connection)
    presence.take(seat=cast.seat("mo"), tab="two")
    assert kinds(cast) == ["posting_resumed", "posting_paused", "posting_resumed"]
    assert GroupSession.objects.get().unwatched_since is None


def test_posting_stops_when_the_leaders_lease_lapses(cast):
    make.open_session(cast.group, watched_by=cast.seat("fay"))
    presence.end_lapsed(at=clock.now() + timedelta(seconds=31))
    assert kinds(cast)[-1] == "posting_paused"


def test_while_one_leader_is_left_nothing_is_told(cast):
    make.open_session(cast.group, watched_by=cast.seat("mo"))
    before = kinds(cast)
    taken = presence.take(seat=cast.seat("fay"), tab="one")
    presence.release(connection=taken.connection)
    assert kinds(cast) == before


def test_a_member_who_comes_and_goes_is_not_told_in_the_log(cast):
    before = kinds(cast)
    presence.release(connection=presence.take(seat=cast.seat("ana"), tab="one").connection)
    assert kinds(cast) == before


def test_one_lease_per_holder_is_a_rule_of_the_database(cast):
    seat = cast.seat("ana")
    make.lease(cast.group, seat)
    with pytest.raises(IntegrityError), transaction.atomic():
        make.lease(cast.group, seat)


def test_two_tabs_at_once_end_with_one_lease(live_cast):
    seat = live_cast.seat("ana")

    taken = {lease.connection for lease in together(*(partial(presence.take, seat=seat, tab=tab) for tab in "ab"))}
    assert Lease.objects.count() == 1
    assert len(presence.renew(connections=taken)) == 1
