"""Who may: roles, and the places they hold for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from accounts.models import RoleGrant, User
from core import clock
from core.errors import NotThere
from custody.models import Facility, Unit

Scope = RoleGrant.Scope


@dataclass(frozen=True, slots=True)
class Place:
    """Where a role has to hold: in one of these programmes, in one of these facilities, or in one of these units."""

    programmes: frozenset[str]
    facilities: frozenset[str]
    units: frozenset[str] = frozenset()

    def is_covered_by(self, grant: RoleGrant) -> bool:
        """Whether this grant holds here: for the whole installation, a programme, a facility or a unit."""
        within = {Scope.PROGRAMME: self.programmes, Scope.FACILITY: self.facilities, Scope.UNIT: self.units}
        return grant.scope == Scope.INSTALLATION or grant.scope_id in within[Scope(grant.scope)]


def place(
    *,
    programme_id: UUID | str | None = None,
    facility_ids: Iterable[UUID | str] = (),
    unit_ids: Iterable[UUID | str] = (),
) -> Place:
    """Where no programme is named, one that a facility takes part in counts. A unit's facility is named beside it."""
    facilities = frozenset(str(pk) for pk in facility_ids)
    programmes = frozenset((str(programme_id),)) if programme_id else _programmes_of(facilities)
    return Place(programmes, facilities, frozenset(str(pk) for pk in unit_ids))


def standing(*roles: str, at: datetime | None = None) -> QuerySet[RoleGrant]:
    """The grants that hold at this moment: of one of these roles (none: of any), of users who may come in."""
    at = at or clock.now()
    grants = RoleGrant.objects.filter(Q(until=None) | Q(until__gt=at), ended_at=None, user__state=User.State.ACTIVE)
    return grants.filter(role__in=roles) if roles else grants


def holds(user: User | None, *roles: str) -> bool:
    """Whether `user` has one of these roles anywhere (no roles: any role)."""
    return user is not None and standing(*roles).filter(user=user).exists()


def has_role(
    user: User | None,
    *roles: str,
    programme_id: UUID | str | None = None,
    facility_ids: Iterable[UUID | str] = (),
    unit_ids: Iterable[UUID | str] = (),
) -> bool:
    """Whether `user` has one of these roles for this place: for the whole installation, for the programme, for one of
    the facilities or one of the units. Where no programme is named, one that a facility takes part in counts."""
    if user is None:
        return False
    here = place(programme_id=programme_id, facility_ids=facility_ids, unit_ids=unit_ids)
    return any(here.is_covered_by(grant) for grant in grants_of([user.pk], *roles)[user.pk])


def grants_of(user_ids: Iterable[UUID], *roles: str, at: datetime | None = None) -> Mapping[UUID, Sequence[RoleGrant]]:
    """The standing grants of each of these users, of one of these roles: one query."""
    found: dict[UUID, list[RoleGrant]] = {pk: [] for pk in user_ids}
    for grant in standing(*roles, at=at).filter(user__in=list(found)):
        found[grant.user_id].append(grant)
    return found


def require_role(
    user: User | None,
    *roles: str,
    programme_id: UUID | str | None = None,
    facility_ids: Iterable[UUID | str] = (),
) -> None:
    """Raise `NotThere` unless `has_role`: who may not, can't tell whether there is such a place."""
    if not has_role(user, *roles, programme_id=programme_id, facility_ids=facility_ids):
        raise NotThere


def staff_covering(
    *roles: str,
    programme_id: UUID | str | None = None,
    facility_ids: Iterable[UUID | str] = (),
    unit_ids: Iterable[UUID | str] = (),
) -> list[User]:
    """Everybody who has one of these roles for this place, the longest-serving first."""
    here = place(programme_id=programme_id, facility_ids=facility_ids, unit_ids=unit_ids)
    return staff_covering_each([here], *roles)[0]


def staff_covering_each(places: Sequence[Place], *roles: str) -> list[list[User]]:
    """The same for each of these places: one query."""
    grants = grants_near(places, *roles)
    return [_users(grant for grant in grants if here.is_covered_by(grant)) for here in places]


def grants_near(places: Sequence[Place], *roles: str, at: datetime | None = None) -> list[RoleGrant]:
    """The standing grants that may cover one of these places, each with its user, in the order in which they were
    given: one query."""
    return list(standing(*roles, at=at).filter(_near(places)).select_related("user").order_by("given_at", "id"))


def _users(grants: Iterable[RoleGrant]) -> list[User]:
    return list({grant.user_id: grant.user for grant in grants}.values())


def facilities_in_scope(user: User | None, *roles: str) -> QuerySet[Facility]:
    """The facilities for which `user` has one of these roles."""
    if user is None:
        return Facility.objects.none()
    places = set(standing(*roles).filter(user=user).values_list("scope", "scope_id"))
    if (Scope.INSTALLATION, "") in places:
        return Facility.objects.all()
    by_facility = Q(pk__in=_ids(places, Scope.FACILITY))
    by_programme = Q(
        pk__in=Facility.programmes.through.objects.filter(programme_id__in=_ids(places, Scope.PROGRAMME)).values(
            "facility_id"
        )
    )
    return Facility.objects.filter(by_facility | by_programme)


def units_in_scope(user: User | None, *roles: str) -> QuerySet[Unit]:
    """The units for which `user` has one of these roles: those of their facilities, and those named one by one."""
    if user is None:
        return Unit.objects.none()
    named = standing(*roles).filter(user=user, scope=Scope.UNIT).values_list("scope_id", flat=True)
    return Unit.objects.filter(Q(facility__in=facilities_in_scope(user, *roles)) | Q(pk__in=list(named)))


def one_of(facilities: QuerySet[Facility], named: str) -> Facility | None:
    """The one of these that an address names; None where it names none. `NotThere` for any other."""
    if not named:
        return None
    try:
        return facilities.get(pk=UUID(named))
    except (ValueError, Facility.DoesNotExist):
        raise NotThere from None


def programmes_in_scope(user: User | None, *roles: str) -> set[str] | None:
    """Ids of the programmes for which `user` has one of these roles; None: all of them."""
    places = set(standing(*roles).filter(user=user).values_list("scope", "scope_id")) if user else set()
    return None if (Scope.INSTALLATION, "") in places else set(_ids(places, Scope.PROGRAMME))


def _near(places: Sequence[Place]) -> Q:
    """Grants that may cover one of these places; which of them does, the place says."""
    return (
        Q(scope=Scope.INSTALLATION)
        | Q(scope=Scope.PROGRAMME, scope_id__in=frozenset[str]().union(*(here.programmes for here in places)))
        | Q(scope=Scope.FACILITY, scope_id__in=frozenset[str]().union(*(here.facilities for here in places)))
        | Q(scope=Scope.UNIT, scope_id__in=frozenset[str]().union(*(here.units for here in places)))
    )


def _programmes_of(facilities: Iterable[str]) -> frozenset[str]:
    takes_part = Facility.programmes.through.objects.filter(facility_id__in=list(facilities))
    return frozenset(str(pk) for pk in takes_part.values_list("programme_id", flat=True))


def _ids(places: set[tuple[str, str]], scope: str) -> list[str]:
    return [scope_id for kind, scope_id in places if kind == scope]
