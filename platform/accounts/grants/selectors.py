"""Which roles stand, in words: for whoever looks after them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from accounts.grants.rules import GIVERS, LOCAL, WARNED, may_give
from accounts.models import GrantProposal, RoleGrant, User
from accounts.permissions import facilities_in_scope, holds, programmes_in_scope, standing
from audit.services import actor
from core import clock
from core.errors import NotThere
from custody.models import Facility, Programme, Unit

Role, Scope = RoleGrant.Role, RoleGrant.Scope


def words_of(role: str) -> str:
    """`Facility administrator`."""
    return role.replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True)
class GrantView:
    """A grant in words: who has which role where, since and until when, from whom."""

    grant: RoleGrant
    place: str
    given_by: str
    agreed_by: str
    ends_soon: bool = False

    @property
    def role(self) -> str:
        return words_of(self.grant.role)


@dataclass(frozen=True, slots=True)
class ProposalView:
    proposal: GrantProposal
    place: str
    asked_by: str
    is_mine: bool
    may_decide: bool

    @property
    def role(self) -> str:
        return words_of(self.proposal.role)


@dataclass(slots=True)
class Holder:
    user: User
    grants: list[GrantView] = field(default_factory=list)


def grants_seen(viewer: User) -> QuerySet[RoleGrant]:
    """The standing grants of the places that this administrator looks after."""
    return standing().filter(_within(viewer)).select_related("user")


def proposals_seen(viewer: User) -> QuerySet[GrantProposal]:
    """What is asked for at these places, and waits."""
    asked = GrantProposal.objects.filter(state=GrantProposal.State.ASKED).filter(_within(viewer))
    return asked.select_related("user").order_by("asked_at")


def _within(viewer: User) -> Q:
    programmes = programmes_in_scope(viewer, *GIVERS)
    if programmes is None:
        return Q()
    facilities = list(facilities_in_scope(viewer, *GIVERS).values_list("pk", flat=True))
    units = [str(pk) for pk in Unit.objects.filter(facility__in=facilities).values_list("pk", flat=True)]
    return Q(scope_id__in=[*programmes, *map(str, facilities), *units])


def holders(viewer: User) -> list[Holder]:
    """By person, in the order of names."""
    found: dict[UUID, Holder] = {}
    for view in views_of(list(grants_seen(viewer).order_by("user__name", "user", "role", "given_at"))):
        found.setdefault(view.grant.user_id, Holder(view.grant.user)).grants.append(view)
    return list(found.values())


def views_of(grants: Sequence[RoleGrant]) -> list[GrantView]:
    """These grants in words: so many queries, whatever their number."""
    places = names_of_places((grant.scope, grant.scope_id) for grant in grants)
    people, soon = names_of_actors(by for grant in grants for by in (grant.given_by, grant.agreed_by)), _soon()
    return [
        GrantView(
            grant,
            place=places[grant.scope, grant.scope_id],
            given_by=people[grant.given_by],
            agreed_by=people.get(grant.agreed_by, ""),
            ends_soon=grant.until is not None and grant.until <= soon,
        )
        for grant in grants
    ]


def proposals(viewer: User) -> list[ProposalView]:
    rows = list(proposals_seen(viewer))
    places = names_of_places((row.scope, row.scope_id) for row in rows)
    people = names_of_actors(row.asked_by for row in rows)
    return [
        ProposalView(
            row,
            place=places[row.scope, row.scope_id],
            asked_by=people[row.asked_by],
            is_mine=row.asked_by == actor(viewer),
            may_decide=_may_decide(viewer, row),
        )
        for row in rows
    ]


def waiting_for(viewer: User) -> list[ProposalView]:
    return [one for one in proposals(viewer) if one.may_decide]


def _may_decide(viewer: User, row: GrantProposal) -> bool:
    is_second = row.asked_by != actor(viewer) and row.user_id != viewer.pk
    return is_second and may_give(viewer, row.role, row.scope, row.scope_id)


def ending_soon(viewer: User) -> list[GrantView]:
    """Of the places that this user looks after, and their own."""
    due = Q(until__isnull=False, until__lte=_soon())
    mine = Q(user=viewer) | _within(viewer) if _administers(viewer) else Q(user=viewer)
    return views_of(list(standing().filter(due & mine).select_related("user").order_by("until")))


def _administers(viewer: User) -> bool:
    return holds(viewer, *GIVERS)


def _soon() -> datetime:
    return clock.now() + WARNED


def grant_for(viewer: User, grant_id: UUID) -> RoleGrant:
    found = grants_seen(viewer).filter(pk=grant_id).first()
    if found is None:
        raise NotThere
    return found


def proposal_for(viewer: User, proposal_id: UUID) -> GrantProposal:
    """Also one that was decided a moment ago: who comes second is told so."""
    found = GrantProposal.objects.filter(_within(viewer), pk=proposal_id).first()
    if found is None:
        raise NotThere
    return found


def staff_seen(viewer: User) -> QuerySet[User]:
    """To whom this administrator may give a role: who works at their places, and who has no role at all yet."""
    staff = User.objects.filter(person=None, state=User.State.ACTIVE).exclude(pk=viewer.pk)
    here, anywhere = grants_seen(viewer).values("user"), standing().values("user")
    return staff.filter(Q(pk__in=here) | ~Q(pk__in=anywhere)).order_by("name")


def places_to_give(viewer: User) -> list[tuple[str, str]]:
    """Where this administrator gives roles, each as `scope:id` and in words."""
    programmes = programmes_in_scope(viewer, Role.PROGRAMME_ADMIN)
    mine = Programme.objects.all() if programmes is None else Programme.objects.filter(pk__in=programmes)
    facilities = facilities_in_scope(viewer, *GIVERS).order_by("name")
    units = Unit.objects.filter(facility__in=facilities).select_related("facility").order_by("facility__name", "name")
    return [
        *([("installation:", "Everywhere")] if programmes is None else []),
        *((f"programme:{one.pk}", f"{one}, all its facilities") for one in mine.order_by("name")),
        *((f"facility:{one.pk}", one.name) for one in facilities),
        *((f"unit:{one.pk}", f"{one.facility}, {one.name}") for one in units),
    ]


def roles_to_give(viewer: User, places: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The roles that they may give at one of these places at least."""
    scopes = {place.partition(":")[0] for place, _ in places}
    givable: Iterable[str] = Role.values if holds(viewer, Role.PROGRAMME_ADMIN) else LOCAL
    return [(role, words_of(role)) for role in givable if scopes.intersection(RoleGrant.PLACES[role])]


def names_of_places(places: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], str]:
    """What to call these places: so many queries, whatever their number."""
    wanted = set(places)
    ids = {kind: [scope_id for scope, scope_id in wanted if scope == kind] for kind in Scope.values}
    found = {
        **{("facility", str(one.pk)): one.name for one in Facility.objects.filter(pk__in=ids[Scope.FACILITY])},
        **{("programme", str(one.pk)): one.name for one in Programme.objects.filter(pk__in=ids[Scope.PROGRAMME])},
        **{
            ("unit", str(one.pk)): f"{one.facility}, {one.name}"
            for one in Unit.objects.filter(pk__in=ids[Scope.UNIT]).select_related("facility")
        },
    }
    return {place: "everywhere" if place[0] == Scope.INSTALLATION else found.get(place, "") for place in wanted}


def names_of_actors(actors: Iterable[str]) -> Mapping[str, str]:
    """What to call who gave: colleagues by name; the system gave what the command line gave."""
    wanted = {one for one in actors if one}
    ids = [one.partition(":")[2] for one in wanted if one.startswith("user:")]
    names = {f"user:{user.pk}": user.name for user in User.objects.filter(pk__in=ids)}
    return {one: names.get(one, "the command line" if one == "system" else one) for one in wanted}
