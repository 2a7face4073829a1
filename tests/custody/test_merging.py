"""Records of one human: which stands for which, and what counts for all of them."""

import pytest
from django.db import IntegrityError, transaction

from core import clock
from custody.merging import clusters_of, locked, numbers_of, root_of, roots_of, timeline_of
from custody.models import CustodyEvent, FacilityNumber, Person, RecordMerge
from custody.timeline import IN_COMMUNITY, held_at, last_held_at, status_of, statuses
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.db_real]
Kind = CustodyEvent.Kind


def merged_into(kept: Person, **values: object) -> Person:
    """A record that was merged into this one."""
    record = make.person(**values)
    Person.objects.filter(pk=record.pk).update(merged_into=kept)
    record.refresh_from_db()
    return record


def test_a_record_by_itself_is_its_own_root():
    person = make.person()
    assert root_of(person) == person
    assert roots_of([person.pk]) == {person.pk: person.pk}
    assert clusters_of([person.pk]) == {person.pk: {person.pk}}


def test_all_records_of_a_human_know_each_other(django_assert_num_queries):
    kept, alone = make.person(), make.person()
    one, two = merged_into(kept), merged_into(kept)
    everyone = {kept.pk, one.pk, two.pk}
    with django_assert_num_queries(2):
        clusters = clusters_of([kept.pk, one.pk, two.pk, alone.pk])
    assert clusters == {**dict.fromkeys(everyone, everyone), alone.pk: {alone.pk}}
    assert root_of(one) == kept


def test_the_timeline_of_a_human_is_that_of_all_their_records(django_assert_num_queries):
    alder, birch = make.facility(), make.facility()
    kept = make.person(at=alder)
    without, with_news, alone = merged_into(kept), merged_into(kept), make.person()
    make.custody_event(with_news, Kind.TRANSFERRED, at=birch, occurred_at=clock.now())
    with django_assert_num_queries(2):
        found = statuses([kept.pk, without.pk, with_news.pk, alone.pk])
    assert {found[each.pk].facility for each in (kept, without, with_news)} == {birch}
    assert found[alone.pk] == IN_COMMUNITY
    assert {status_of(each).since for each in (kept, without, with_news)} == {kept.timeline.get().occurred_at}
    assert timeline_of(without).count() == 2


def test_a_record_without_events_is_where_the_one_is_that_stands_for_it_also_when_both_are_asked_for():
    """Nothing in the events of the kept record names the merged one."""
    alder = make.facility()
    kept = make.person(at=alder)
    record = merged_into(kept)
    assert statuses([record.pk])[record.pk].facility == alder
    assert statuses([record.pk, kept.pk])[record.pk].facility == alder


def test_numbers_of_all_records_lead_to_the_one_that_is_kept():
    alder = make.facility()
    kept = make.person(at=alder)
    record = merged_into(kept, at=alder)
    assert {row.person_id for row in numbers_of(kept)} == {kept.pk, record.pk}
    assert list(numbers_of(kept)) == list(numbers_of(record))
    assert FacilityNumber.objects.count() == 2


def test_who_has_two_records_is_held_once():
    alder, birch = make.facility(), make.facility()
    kept = make.person(at=alder)
    record = merged_into(kept, at=alder)
    assert held_at([alder.pk]).count() == 1
    make.custody_event(record, Kind.TRANSFERRED, at=birch, occurred_at=clock.now())
    assert (held_at([alder.pk]).count(), held_at([birch.pk]).get().person) == (0, record)
    assert (last_held_at([alder.pk]).count(), last_held_at([birch.pk]).count()) == (0, 1)


def test_all_records_of_a_human_are_locked_together():
    kept = make.person()
    record = merged_into(kept)
    assert set(locked(record)) == {kept.pk, record.pk}


def merge(kept: Person, record: Person, **values: object) -> RecordMerge:
    now = clock.now()
    told = {"occurred_at": now, "recorded_at": now, "recorded_by": "system", "source": "feed", "source_id": "1"}
    return RecordMerge.objects.create(**{"kept": kept, "merged": record, **told, **values})


@pytest.mark.parametrize("half", [{"undone_by": "system"}, {"undone_at": clock.now()}])
def test_a_half_undone_merge_is_refused_by_the_database(half):
    with pytest.raises(IntegrityError), transaction.atomic():
        merge(make.person(), make.person(), **half)


def test_a_merge_is_of_two_once_per_source_and_stands_once_per_record():
    kept, record, third = make.person(), make.person(), make.person()
    with pytest.raises(IntegrityError), transaction.atomic():
        merge(kept, kept)
    merge(kept, record)
    with pytest.raises(IntegrityError), transaction.atomic():
        merge(kept, third)
    with pytest.raises(IntegrityError), transaction.atomic():
        merge(third, record, source_id="2")
    RecordMerge.objects.update(undone_at=clock.now(), undone_by="system")
    merge(third, record, source_id="3")


def test_a_person_is_not_merged_into_themselves():
    person = make.person()
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=person.pk).update(merged_into=person)
