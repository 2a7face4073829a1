"""Whatever happens in whatever order: two who are parted never both read one room."""

from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import clock
from core.errors import RuleError
from custody.models import CustodyEvent, KeepApartOrder, Person
from custody.orders.selectors import parted_from
from groups import services as seats
from groups.apart import services
from groups.apart.due import settle_due
from groups.continuity import services as continuity
from groups.models import Membership
from tests import factories as make
from tests.groups.apart.helpers import can_read, part

WHO = ("ana", "ben", "cy")
PAIRS = st.lists(st.sampled_from(WHO), min_size=2, max_size=2, unique=True).map(tuple)
ACTS = st.one_of(
    st.tuples(
        st.just("part"), PAIRS, st.sampled_from((None, 0, 1)), st.sampled_from((0, 30)), st.sampled_from((0, 90))
    ),
    st.tuples(st.just("end"), st.integers(0, 3)),
    st.tuples(st.just("seat"), st.sampled_from(WHO), st.sampled_from((0, 1))),
    st.tuples(st.just("unseat"), st.sampled_from(WHO), st.sampled_from((0, 1))),
    st.tuples(st.just("move"), st.sampled_from(WHO), st.sampled_from(("alder", "birch", "out"))),
    st.tuples(st.just("rest"), st.sampled_from(WHO), st.sampled_from((0, 1))),
    st.tuples(st.just("merge"), st.sampled_from(WHO)),
    st.tuples(st.just("wait"), st.sampled_from((20, 60))),
    st.tuples(st.just("step")),
)


class World:
    """Three people, two groups (one takes in people of Alder only), and the time since they began, in minutes."""

    def __init__(self, mover: object) -> None:
        programme = make.programme()
        self.places = {"alder": make.facility(programme), "birch": make.facility(programme), "out": None}
        alder, birch = self.places["alder"], self.places["birch"]
        self.groups = [make.group(programme, alder, birch), make.group(programme, alder, released_welcome=False)]
        self.people = {name: make.person(at=alder) for name in WHO}
        self.users = {name: make.user(person, sign_in=f"way.{make.n()}") for name, person in self.people.items()}
        for person in self.people.values():
            continuity.give_number(person=person, facility=birch, number=f"B{make.n()}", by="system")
        self.orders: list[KeepApartOrder] = []
        self.mover = mover

    def part(self, pair, protects, begins, lasts) -> None:
        two, now = [self.people[name] for name in pair], clock.now()
        from_at = now + timedelta(minutes=begins)
        until = from_at + timedelta(minutes=lasts) if lasts else None
        protected = None if protects is None else two[protects]
        self.orders.append(part(*two, protected=protected, from_at=from_at, until=until))

    def end(self, number) -> None:
        if number < len(self.orders):
            services.end_order(order=self.orders[number], because="lifted", by="system")

    def seat(self, name, group) -> None:
        seats.give_seat(group=self.groups[group], person=self.people[name], by="system")

    def _membership(self, name, group) -> Membership | None:
        mine = Membership.objects.filter(person=self.people[name], group=self.groups[group])
        return mine.filter(state__in=Membership.SEATED).first()

    def unseat(self, name, group) -> None:
        seat = self._membership(name, group)
        if seat is not None:
            seats.end_membership(membership=seat, to="left", by="system")

    def rest(self, name, group) -> None:
        """A break by one's own wish, or the end of one."""
        seat = self._membership(name, group)
        if seat is not None and seat.state == "active":
            seats.turn_away(membership=seat, why="own_wish", by="system")
        elif seat is not None and seat.why_away == "own_wish":
            seats.come_back(membership=seat, by="system")

    def move(self, name, place) -> None:
        where = self.places[place]
        continuity.record_custody_event(
            person=self.people[name],
            kind=CustodyEvent.Kind.TRANSFERRED if where else CustodyEvent.Kind.RELEASED,
            facility=where,
            occurred_at=clock.now(),
            source="feed",
            source_id=f"f{make.n()}",
            by="system",
        )

    def merge(self, name) -> None:
        """An old record with an order against another of them turns out to be theirs."""
        old, other = make.person(), WHO[(WHO.index(name) + 1) % len(WHO)]
        self.orders.append(part(old, self.people[other]))
        Person.objects.filter(pk=old.pk).update(merged_into=self.people[name])

    def wait(self, minutes) -> None:
        self.mover.shift(timedelta(minutes=minutes))

    def step(self) -> None:
        settle_due()

    def readers(self, group) -> list[str]:
        return [name for name in WHO if can_read(self.users[name], group.pk)]

    def holds(self) -> None:
        apart = parted_from([person.pk for person in self.people.values()], at=clock.now())
        for group in self.groups:
            inside = [self.people[name].pk for name in self.readers(group)]
            assert not [(one, other) for one in inside for other, _ in apart[one] if other in inside]

    def is_the_same_from_both_sides(self) -> None:
        ids = [person.pk for person in self.people.values()]
        apart = parted_from(ids, at=clock.now())
        for one in ids:
            for other in ids:
                assert {order for who, order in apart[one] if who == other} == {
                    order for who, order in apart[other] if who == one
                }

    def ends_as_orders_say(self) -> None:
        """Looked at once more, nobody waits for a place that is free."""
        settle_due()
        settle_due()
        for seat in Membership.objects.filter(why_away="keep_apart"):
            apart = {other for other, _ in parted_from([seat.person_id], at=clock.now())[seat.person_id]}
            assert Membership.objects.filter(
                group=seat.group_id, person__in=apart, state__in=("active", "away")
            ).exists()


def does(world: World, act) -> None:
    try:
        getattr(world, act[0])(*act[1:])
    except RuleError:
        pass  # a refusal is an answer


@pytest.mark.django_db
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(acts=st.lists(ACTS, min_size=3, max_size=12))
def test_two_who_are_parted_never_both_read_a_room(db, acts):
    point = transaction.savepoint()
    with time_machine.travel(clock.now(), tick=False) as mover:
        world = World(mover)
        for name in WHO[:2]:
            does(world, ("seat", name, 0))
        for act in acts:
            does(world, act)
            world.holds()
        world.is_the_same_from_both_sides()
        world.ends_as_orders_say()
    transaction.savepoint_rollback(point)


def test_the_world_of_these_tests_lets_people_read(db):
    """Else the rule above would hold for want of readers."""
    with time_machine.travel(clock.now(), tick=False) as mover:
        world = World(mover)
        for name in WHO:
            world.seat(name, 0)
        assert world.readers(world.groups[0]) == list(WHO)
        world.part(("ana", "ben"), 1, 0, 0)
        assert world.readers(world.groups[0]) == ["ben", "cy"]
