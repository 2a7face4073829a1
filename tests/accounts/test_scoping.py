"""A query outside a scope raises; within one it answers what is at its places, whatever filter a view forgot."""

import asyncio

import pytest
from channels.db import database_sync_to_async
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path

from accounts.gates import staff
from accounts.models import RoleGrant
from accounts.scoping import PlacesOf
from config.urls import urlpatterns as ours
from core import steps
from core.ids import new_id
from core.scoping import ScopeError, closed, within
from custody.models import FacilityNumber, Tablet
from custody.timeline import status_of
from groups.continuity.services import has_way_in
from moderation.models import Alert, Case
from tests import factories as make
from tests.browsing import browser

pytestmark = pytest.mark.django_db
Role = RoleGrant.Role
SCOPED = (Tablet, FacilityNumber, Case, Alert)


@staff
def careless(request: HttpRequest) -> HttpResponse:
    """What a view shows that forgets every filter."""
    return JsonResponse({model.__name__: model.objects.exists() for model in SCOPED})


urlpatterns = [*ours, path("careless/", careless)]


@pytest.fixture
def alders(cast):
    """A tablet, a case and an alert beside the numbers of Alder's."""
    make.tablet(cast.alder)
    case = Case.objects.create(
        number=1, group=cast.group, facility=cast.alder, category="c", severity=2,
        opened_at=cast.seats.ana.joined_at, due_at=cast.seats.ana.joined_at,
    )  # fmt: skip
    raised = {"client_id": new_id(), "raised_at": cast.seats.ana.joined_at}
    Alert.objects.create(cause="help", person=cast.persons.ana, facility=cast.alder, case=case, **raised)
    return cast


def seen_by(who, cast) -> set[bool]:
    return set(browser(cast, who).get("/careless/").json().values())


@pytest.mark.parametrize("model", SCOPED)
@pytest.mark.parametrize(
    "ask",
    [
        lambda rows: list(rows.all()),
        lambda rows: rows.filter(pk=new_id()),
        lambda rows: rows.exclude(pk=new_id()),
        lambda rows: rows.get(pk=new_id()),
        lambda rows: rows.count(),
        lambda rows: rows.exists(),
        lambda rows: rows.in_bulk([new_id()]),
        lambda rows: rows.select_related(),
        lambda rows: rows.values_list("pk"),
        lambda rows: rows.update(),
        lambda rows: list(rows.iterator()),
    ],
)
def test_outside_a_scope_every_query_raises(model, ask):
    with closed(), pytest.raises(ScopeError):
        ask(model.objects)


def test_outside_a_scope_rows_of_another_row_raise_too(cast):
    with closed(), pytest.raises(ScopeError):
        list(cast.alder.tablets.all())


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("who", ["mia", "mo", "ada", "pat", "rue"])
def test_a_view_that_forgets_its_filter_shows_nothing_of_another_facility(alders, who):
    assert seen_by(who, alders) == {who != "mia"}


def test_a_role_that_is_over_shows_nothing(alders):
    RoleGrant.objects.filter(user=alders.ada).update(until=alders.seats.ana.joined_at)
    with within(PlacesOf(alders.ada.pk)):
        assert not Tablet.objects.exists()


@pytest.mark.urls(__name__)
def test_after_a_request_nothing_of_its_scope_is_left(alders):
    mo = browser(alders, "mo")
    with closed():
        assert mo.get("/careless/").status_code == 200
        with pytest.raises(ScopeError):
            Tablet.objects.count()


def test_who_was_told_of_an_alert_sees_it_wherever_it_is(alders):
    alert = Alert.objects.get()
    alert.notices.create(user=alders.mia, round=1, at=alert.raised_at)
    with within(PlacesOf(alders.mia.pk)):
        assert Alert.objects.get() == alert


def test_a_step_of_the_worker_looks_everywhere(alders):
    seen = []

    def step() -> bool:
        seen.append(Tablet.objects.count())
        return False

    with closed():
        steps.run_once(steps.Job("looks", steps.timedelta(seconds=1), step))
    assert seen == [1]


async def test_a_scope_goes_along_into_threads_and_tasks_and_not_out_of_them(rows):
    """As in a request that is served on the event loop, whose views run in a thread."""

    async def narrowed() -> None:
        with within(PlacesOf(new_id())):
            await database_sync_to_async(look)()

    def look() -> None:
        found.append(Tablet.objects.count())

    found: list[int] = []
    await database_sync_to_async(lambda: make.tablet(make.facility()))()
    await asyncio.gather(narrowed(), database_sync_to_async(look)())
    assert sorted(found) == [0, 1]


def test_what_a_person_may_is_decided_by_all_places(cast):
    """Staff of one facility send a person to another: the seat is judged by the number that they have there."""
    with within(PlacesOf(cast.mia.pk)):
        assert has_way_in(cast.persons.ana, status_of(cast.persons.ana))
