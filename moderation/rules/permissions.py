"""Who may write, see and publish rules, and where.

Everywhere: programme administrators of the whole installation publish. At a facility or unit: its administrators, and
those of a programme that it takes part in. In a room: administrators of its programme. About one person: only those
of the whole installation. Moderators draft, run in shadow and see what is within their reach; rules that run
everywhere are seen by everybody who works with rules anywhere.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import F, Q, QuerySet

from accounts.models import RoleGrant, User
from accounts.permissions import facilities_in_scope, has_role, holds, staff_covering
from chat.models import Room
from core import clock
from core.errors import NotAllowed, NotThere
from custody.models import Facility, Person, Unit
from groups.approvals import facilities_of
from groups.models import FacilityApproval, SupportGroup
from groups.seats import WATCHING
from moderation.permissions import reach
from moderation.rules.models import OutcomeRow, RuleVersion, ScopeKind, StaffRule
from moderation.screening.rules import Scope

PROGRAMME = (RoleGrant.Role.PROGRAMME_ADMIN,)
FACILITY = (RoleGrant.Role.FACILITY_ADMIN, *PROGRAMME)
#: Whoever may publish somewhere.
PUBLISHING = FACILITY
DRAFTING = (RoleGrant.Role.MODERATOR, *FACILITY)
#: Who may draft for a room: a facility's administrators look after people, not after rooms.
ROOMS = (RoleGrant.Role.MODERATOR, *PROGRAMME)


def works_with_rules(user: User | None) -> bool:
    return holds(user, *DRAFTING)


def may_publish(user: User, scope: Scope) -> bool:
    """What runs in this scope may be changed by this user. (Of a place that is gone: for the whole installation.)"""
    group = _group_of(scope)
    if group is not None:
        return has_role(user, *PROGRAMME, programme_id=group.programme_id)
    place = _facility_of(scope)
    return has_role(user, *FACILITY, facility_ids=[place]) if place else has_role(user, *PROGRAMME)


def may_draft(user: User, scope: Scope) -> bool:
    """Rules for this scope may be written, tried and run in shadow by this user."""
    group = _group_of(scope)
    if group is not None:
        return _drafts_for(user, group)
    place = _facility_of(scope)
    return has_role(user, *DRAFTING, facility_ids=[place]) if place else has_role(user, *ROOMS)


def there_is(scope: Scope) -> bool:
    """Whether there is such a place or person."""
    if scope.kind == "everywhere":
        return True
    if scope.kind == "person":
        return Person.objects.filter(pk__in=_ids(scope)).exists()
    return (_group_of(scope) or _facility_of(scope)) is not None


def may_see(user: User, scope: Scope) -> bool:
    if scope.kind == "everywhere":
        return works_with_rules(user)
    return may_draft(user, scope)


def require_draft(user: User, scope: Scope) -> None:
    """`NotThere` where the place is not this user's at all, `NotAllowed` where they may only look."""
    _require(user, scope, may=may_draft(user, scope))


def require_publish(user: User, scope: Scope) -> None:
    _require(user, scope, may=may_publish(user, scope))


def rules_of(user: User) -> QuerySet[StaffRule]:
    """The rules that this user may see, by what their newest version is for."""
    if not works_with_rules(user):
        return StaffRule.objects.none()
    newest = RuleVersion.objects.filter(number=F("rule__newest")).filter(_scopes_seen_by(user))
    return StaffRule.objects.filter(pk__in=newest.values("rule")).select_related("owner", "draft", "shadow", "live")


def versions_seen_by(user: User) -> QuerySet[RuleVersion]:
    """The versions that are for a place within this user's reach: an earlier one may have been for another."""
    return RuleVersion.objects.filter(_scopes_seen_by(user)) if works_with_rules(user) else RuleVersion.objects.none()


def outcomes_seen_by(user: User) -> QuerySet[OutcomeRow]:
    """The rows of what follows, standing and ended, of places within this user's reach."""
    return OutcomeRow.objects.filter(_scopes_seen_by(user)) if works_with_rules(user) else OutcomeRow.objects.none()


def publishers_of(scope: Scope) -> list[User]:
    """Everybody who may publish in this scope."""
    group = _group_of(scope)
    if group is not None:
        return staff_covering(*PROGRAMME, programme_id=group.programme_id)
    place = _facility_of(scope)
    return staff_covering(*FACILITY, facility_ids=[place]) if place else staff_covering(*PROGRAMME)


def rule_for(user: User, rule_id: UUID) -> StaffRule:
    """The rule of this id. `NotThere` where it is out of this user's sight."""
    found = rules_of(user).filter(pk=rule_id).first()
    if found is None:
        raise NotThere
    return found


def rooms_of(user: User, *roles: str) -> QuerySet[Room]:
    """The rooms that one of these roles covers: of the programme, or of groups that the facility takes part in."""
    places = reach(user, *roles)
    if places.everywhere:
        return Room.objects.all()
    taking_part = FacilityApproval.objects.filter(
        facility_id__in=places.facilities, revoked_at=None, until__gt=clock.now()
    )
    groups = SupportGroup.objects.filter(Q(programme_id__in=places.programmes) | Q(pk__in=taking_part.values("group")))
    return Room.objects.filter(group__in=groups.values("pk"))


def readable_rooms(user: User) -> QuerySet[Room]:
    """The rooms whose words this user may read (as `groups.selectors.readers_of` names staff)."""
    return rooms_of(user, *WATCHING)


def _require(user: User, scope: Scope, *, may: bool) -> None:
    if may:
        return
    raise NotAllowed if may_see(user, scope) else NotThere


def _drafts_for(user: User, group: SupportGroup) -> bool:
    by_facility = has_role(user, RoleGrant.Role.MODERATOR, facility_ids=facilities_of(group))
    return by_facility or has_role(user, *ROOMS, programme_id=group.programme_id)


def _facility_of(scope: Scope) -> UUID | None:
    """The facility that this scope is, or is a unit of."""
    if scope.kind == "facility":
        return Facility.objects.filter(pk__in=_ids(scope)).values_list("pk", flat=True).first()
    if scope.kind == "unit":
        return Unit.objects.filter(pk__in=_ids(scope)).values_list("facility_id", flat=True).first()
    return None


def _group_of(scope: Scope) -> SupportGroup | None:
    if scope.kind != "room":
        return None
    return SupportGroup.objects.filter(room__in=_ids(scope)).first()


def _ids(scope: Scope) -> list[UUID]:
    try:
        return [UUID(scope.id)]
    except ValueError:
        return []


def _scopes_seen_by(user: User) -> Q:
    facilities = facilities_in_scope(user, *DRAFTING)
    seen = (
        Q(scope_kind=ScopeKind.EVERYWHERE)
        | Q(scope_kind=ScopeKind.FACILITY, scope_id__in=_texts(facilities.values_list("pk", flat=True)))
        | Q(scope_kind=ScopeKind.UNIT, scope_id__in=_texts(_units(facilities)))
        | Q(scope_kind=ScopeKind.ROOM, scope_id__in=_texts(_rooms(user)))
    )
    return seen | Q(scope_kind=ScopeKind.PERSON) if has_role(user, *ROOMS) else seen


def _units(facilities: QuerySet[Facility]) -> Iterable[UUID]:
    return Unit.objects.filter(facility__in=facilities).values_list("pk", flat=True)


def _rooms(user: User) -> Iterable[UUID]:
    by_programme = rooms_of(user, *PROGRAMME).filter(group__programme_id__in=reach(user, *PROGRAMME).programmes)
    rooms = Room.objects.all() if has_role(user, *ROOMS) else rooms_of(user, *WATCHING) | by_programme
    return rooms.values_list("pk", flat=True)


def _texts(ids: Iterable[UUID]) -> list[str]:
    """Scopes name their place as text."""
    return [str(pk) for pk in ids]
