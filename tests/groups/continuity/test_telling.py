"""What a facility's systems are told of its people."""

import pytest

from accounts.machines import services as machines
from core import clock
from core.models import OutboxMessage
from groups.continuity import services as continuity
from groups.continuity.feeds import SILENCE, heard_from, mark_one_stale
from groups.continuity.taking_back import undo_release

pytestmark = pytest.mark.django_db


@pytest.fixture
def hooks(cast):
    def hook(name):
        url = f"https://{name}.example/"
        return machines.add_webhook(facility=getattr(cast, name), url=url, told=[], by="system")[0]

    return {name: hook(name) for name in ("alder", "birch")}


def told(hook) -> list[tuple[str, str]]:
    rows = OutboxMessage.objects.filter(target=str(hook.pk)).order_by("made_at", "id")
    return [(row.kind, row.payload.get("kind", "")) for row in rows]


def record(person, kind, **values):
    said = {"occurred_at": clock.now(), "source": "feed", "source_id": kind, "by": "system", **values}
    return continuity.record_custody_event(person=person, kind=kind, **said)


def test_the_facility_that_is_left_and_the_one_that_takes_in_are_told(cast, hooks):
    record(cast.persons.ana, "transferred", facility=cast.birch)
    assert told(hooks["alder"]) == told(hooks["birch"]) == [("custody.recorded", "transferred")]


def test_who_has_nothing_to_do_with_it_is_told_nothing(cast, hooks):
    record(cast.persons.ana, "released")
    assert told(hooks["alder"]) == [("custody.recorded", "released")]
    assert told(hooks["birch"]) == []


def test_an_event_that_is_told_again_is_told_to_nobody_again(cast, hooks):
    at = clock.now()
    for _ in range(2):
        record(cast.persons.ana, "released", occurred_at=at)
    assert len(told(hooks["alder"])) == 1


def test_what_is_taken_back_is_told_too(cast, hooks):
    undo_release(event=record(cast.persons.ana, "released"), by="system")
    assert told(hooks["alder"]) == [("custody.recorded", "released"), ("custody.taken_back", "released")]


def test_nothing_of_a_person_goes_out_but_what_the_source_itself_said(cast, hooks):
    record(cast.persons.ana, "released")
    payload = OutboxMessage.objects.get().payload
    assert set(payload) == {"source", "id", "kind", "occurred_at"}


def test_a_silent_feed_is_told_of_once(cast, hooks, time_machine):
    time_machine.move_to(clock.now(), tick=False)
    heard_from(facility=cast.alder, source="feed")
    time_machine.shift(SILENCE)
    mark_one_stale()
    mark_one_stale()
    assert told(hooks["alder"]) == [("feed.stale", "")]
