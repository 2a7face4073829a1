"""Sources of custody events: heard, silent, heard again."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from audit.models import AuditEvent
from core import clock
from core.steps import jobs
from custody.models import Feed
from groups.continuity import feeds
from tests.browsing import browser
from tests.groups.continuity.helpers import Kind, tell
from tests.racing import together

DAY = timedelta(hours=24)


def of(kind):
    return AuditEvent.objects.filter(kind=f"groups.{kind}").count()


def after(length):
    return time_machine.travel(Feed.objects.get().heard_at + length, tick=False)


def test_what_a_system_tells_says_that_it_is_there(cast):
    tell(cast.persons.ana, Kind.TO_COURT, cast.alder, source="jail")
    assert (Feed.objects.get().facility, Feed.objects.get().source) == (cast.alder, "jail")


def test_a_release_counts_for_the_facility_that_held_them(cast):
    tell(cast.persons.ana, Kind.RELEASED, source="jail")
    assert Feed.objects.get().facility == cast.alder


def test_told_again_it_is_heard_again(cast):
    event = tell(cast.persons.ana, Kind.TO_COURT, cast.alder, source="jail")
    with after(timedelta(hours=2)):
        tell(cast.persons.ana, Kind.TO_COURT, cast.alder, source="jail", occurred_at=event.occurred_at)
        assert Feed.objects.get().heard_at == clock.now()


@pytest.mark.parametrize("source", sorted(feeds.BY_HAND))
def test_nobody_waits_for_what_is_told_by_hand(cast, source):
    tell(cast.persons.ana, Kind.TO_COURT, cast.alder, source=source)
    assert feeds.heard_from(facility=cast.alder, source=source) is None
    assert not Feed.objects.exists()


def test_a_day_of_silence_is_reported_once(cast):
    feeds.heard_from(facility=cast.alder, source="jail")
    with after(DAY - timedelta(seconds=1)):
        assert not jobs["groups.mark_stale_feeds"].step()
    with after(DAY):
        assert jobs["groups.mark_stale_feeds"].step()
        assert not jobs["groups.mark_stale_feeds"].step()
        assert Feed.objects.get().stale_since == clock.now()
    assert of("feed_stale") == 1


def test_to_be_heard_ends_the_silence_and_the_next_one_is_reported_anew(cast):
    feeds.heard_from(facility=cast.alder, source="jail")
    with after(DAY):
        feeds.mark_one_stale()
    with after(2 * DAY):
        feeds.heard_from(facility=cast.alder, source="jail")
    assert (Feed.objects.get().stale_since, of("feed_heard")) == (None, 1)
    with after(DAY):
        feeds.mark_one_stale()
    assert of("feed_stale") == 2


def test_a_source_is_one_feed_per_facility(cast):
    Feed.objects.create(facility=cast.alder, source="jail", heard_at=clock.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        Feed.objects.create(facility=cast.alder, source="jail", heard_at=clock.now())


def test_first_heard_twice_at_once_it_is_one_feed(live_cast):
    def hear():
        return feeds.heard_from(facility=live_cast.alder, source="jail").pk

    assert len(set(together(hear, hear))) == 1


@pytest.mark.parametrize(("who", "sees"), [("ada", True), ("pat", True), ("mo", False), ("dov", False)])
def test_a_silent_feed_is_on_the_first_page_of_administrators(cast, who, sees):
    feeds.heard_from(facility=cast.alder, source="jail")
    page = reverse("work")
    assert "jail silent" not in browser(cast, who).get(page).text
    Feed.objects.update(stale_since=clock.now())
    assert ("jail silent" in browser(cast, who).get(page).text) == sees


def test_the_page_of_a_facility_says_when_each_source_was_heard_last(cast):
    page = reverse("groups:facility", args=[cast.alder.pk])
    assert "No system tells" in browser(cast, "ada").get(page).text
    feeds.heard_from(facility=cast.alder, source="jail")
    assert "jail" in browser(cast, "ada").get(page).text
    assert "Silent" not in browser(cast, "ada").get(page).text
    Feed.objects.update(stale_since=clock.now())
    assert "Silent" in browser(cast, "ada").get(page).text
