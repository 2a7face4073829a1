"""Pages that answer who can read a room and what somebody can see, and why. Looking is put on the record."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.doors import DoorRequest
from accounts.gates import staff
from accounts.grants.rules import GIVERS
from accounts.grants.selectors import grants_seen
from accounts.models import User
from audit.services import record
from core.errors import NotThere
from core.transactions import unit
from groups import kinds
from groups.continuity.selectors import PEOPLE_ROLES, person_for
from groups.explaining import selectors
from groups.staff_views import ROLES, group_for


@require_safe
@staff(*ROLES)
def readers(request: DoorRequest, group_id: UUID) -> HttpResponse:
    """Who can read this room, and why; who can't now; who could until lately."""
    viewer = _viewer(request)
    group = group_for(viewer, group_id)
    with unit():
        record(kinds.READERS_EXPLAINED, by=viewer, subject=f"group:{group.pk}")
    context = {"group": group, "readers": selectors.room_readers(group, viewer)}
    return render(request, "groups/staff/readers.html", context)


@require_safe
@staff(*PEOPLE_ROLES)
def person_sees(request: DoorRequest, person_id: UUID) -> HttpResponse:
    viewer = _viewer(request)
    who = person_for(viewer, person_id)
    with unit():
        record(kinds.SIGHTS_EXPLAINED, by=viewer, subject=f"person:{who.pk}")
    context = {"person": who, "name": who.alias, "sights": selectors.seen_by_person(who)}
    return render(request, "groups/staff/sees.html", context)


@require_safe
@staff(*GIVERS)
def staff_sees(request: DoorRequest, user_id: UUID) -> HttpResponse:
    """For who looks after the roles of this member of staff."""
    viewer = _viewer(request)
    who = User.objects.filter(pk__in=grants_seen(viewer).filter(user=user_id).values("user")).first()
    if who is None:
        raise NotThere
    with unit():
        record(kinds.SIGHTS_EXPLAINED, by=viewer, subject=f"user:{who.pk}")
    return render(request, "groups/staff/sees.html", {"name": who.name, "sights": selectors.seen_by_staff(who)})


def _viewer(request: DoorRequest) -> User:
    assert request.caller.user is not None
    return request.caller.user
