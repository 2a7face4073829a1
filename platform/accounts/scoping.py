"""Which places the requests of a member of staff may see: those that their grants cover, whatever the role."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from uuid import UUID

from django.db.models import Q

from accounts.doors import Caller
from accounts.models import RoleGrant
from accounts.permissions import standing
from core.scoping import whole, within
from custody.models import Facility, Unit
from custody.scoping import Reach

Scope = RoleGrant.Scope


class PlacesOf:
    """The places of a member of staff: read once, when the first query asks, so that a page which needs none pays
    nothing."""

    def __init__(self, user_id: UUID) -> None:
        self.user_id = user_id

    @cached_property
    def reach(self) -> Reach | None:
        """None: everywhere."""
        grants = set(standing().filter(user=self.user_id).values_list("scope", "scope_id"))
        if (Scope.INSTALLATION, "") in grants:
            return None
        programmes, units = _ids(grants, Scope.PROGRAMME), _ids(grants, Scope.UNIT)
        facilities = _ids(grants, Scope.FACILITY) | _facilities_of_units(units)
        takes_part = set(_takes_part(programmes, facilities))
        inside = {facility for facility, programme in takes_part if programme in programmes}
        near = {programme for facility, programme in takes_part if facility in facilities}
        return Reach(frozenset(facilities | inside), frozenset(programmes), frozenset(programmes | near))


@contextmanager
def places_of(caller: Caller) -> Iterator[None]:
    """Staff see what is at their places. Whoever comes by another door is bound to their own person by what the views
    ask for; and who is not signed in yet must first be found."""
    if caller.is_staff and caller.user is not None:
        with within(PlacesOf(caller.user.pk)):
            yield
    else:
        with whole("participants and strangers are bound to one person, wherever that person is"):
            yield


def _takes_part(programmes: set[str], facilities: set[str]) -> Iterator[tuple[str, str]]:
    if not programmes and not facilities:
        return
    rows = Facility.programmes.through.objects.filter(Q(programme__in=programmes) | Q(facility__in=facilities))
    for facility, programme in rows.values_list("facility_id", "programme_id"):
        yield str(facility), str(programme)


def _facilities_of_units(units: set[str]) -> set[str]:
    if not units:
        return set()
    return {str(pk) for pk in Unit.objects.filter(pk__in=units).values_list("facility_id", flat=True)}


def _ids(grants: set[tuple[str, str]], scope: str) -> set[str]:
    return {scope_id for kind, scope_id in grants if kind == scope}
