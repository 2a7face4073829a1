"""Late, doubled, out-of-order and contradictory: whatever is told, and in whatever order, ends in the same state."""

from collections.abc import Callable, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from custody.models import CustodyEvent, Person
from custody.timeline import statuses
from groups.continuity.merging import merge_records, undo_merge
from groups.continuity.services import record_custody_event
from groups.continuity.taking_back import take_back, undo_release
from groups.models import Membership
from tests import factories as make

Kind = CustodyEvent.Kind
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)

#: (record, kind, minute, facility, is told in error)
events = st.tuples(
    st.sampled_from([0, 1]),
    st.sampled_from([kind.value for kind in Kind]),
    st.integers(0, 3),
    st.sampled_from([0, 1]),
    st.sampled_from([False, False, True]),
)


@pytest.fixture
def world(cast):
    """Ana with a second record, which sits beside her and next door."""
    second = make.person("Second Wind", at=cast.alder)
    make.member(cast.group, second)
    make.member(cast.next_door, second)
    make.user(second)
    cast.records = [cast.persons.ana, second]
    return cast


def acts_of(world: Any, told: Sequence[Any], *, merges: bool) -> list[Callable[[], object]]:
    acts = [_telling(world, number, *event) for number, event in enumerate(told)]
    return [*acts, _merging(world)] if merges else acts


def _telling(world: Any, number: int, who: int, kind: str, minute: int, where: int, in_error: bool) -> Any:
    """Told, and taken back at once where it was in error: also when it is told again."""

    def tell() -> None:
        event = record_custody_event(
            person=Person.objects.get(pk=world.records[who].pk),
            kind=kind,
            facility=None if kind in CustodyEvent.NOWHERE else (world.alder, world.birch)[where],
            occurred_at=NOON + timedelta(minutes=minute),
            source="staff",
            source_id=f"e-{number}",
            by="system",
        )
        if in_error and kind == Kind.RELEASED:
            undo_release(event=event, by="system")
        elif in_error:
            take_back(event=event, reason="wrong_time", by="system")

    return tell


def _merging(world: Any) -> Any:
    def merge() -> None:
        kept, merged = world.records
        merge_records(kept=kept, merged=merged, source="staff", source_id="m", occurred_at=NOON, by="system")

    return merge


def ending(world: Any, acts: Sequence[Callable[[], object]]) -> Any:
    with undone():
        for act in acts:
            act()
        return state_of(world)


def state_of(world: Any) -> Any:
    where = statuses(record.pk for record in world.records)
    seats = Membership.objects.order_by("pk").values_list("pk", "person", "state", "why_away", "seat")
    return [where[record.pk] for record in world.records], list(seats)


@contextmanager
def undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.db_real
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), told=st.lists(events, max_size=4), merges=st.booleans())
def test_any_order_ends_in_the_same_state(world, data, told, merges):
    acts = acts_of(world, told, merges=merges)
    doubled = data.draw(st.lists(st.sampled_from(range(len(acts))), max_size=2)) if acts else []
    order = data.draw(st.permutations([*range(len(acts)), *doubled]))
    assert ending(world, [acts[place] for place in order]) == ending(world, acts)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=st.lists(events, max_size=3), later=st.lists(events, max_size=3))
def test_a_merge_that_is_undone_ends_as_if_it_had_never_been(world, told, later):
    """Also when more is told of either record while it stands."""
    telling = [_telling(world, number, *event) for number, event in enumerate([*told, *later])]
    before, after = telling[: len(told)], telling[len(told) :]

    def there_and_back() -> None:
        kept, merged = world.records
        done = merge_records(kept=kept, merged=merged, source="staff", source_id="m", occurred_at=NOON, by="system")
        for act in after:
            act()
        undo_merge(merge=done, by="system")

    assert ending(world, [*before, there_and_back]) == ending(world, telling)
