"""Which cases and alerts a member of staff may see and answer.

A case of somebody inside belongs to their facility and to the group's programme; of somebody outside, to the
programme and to the facilities that take part in the group (who can read the room anyway). An alert inside belongs
to the facility (and to whoever is on duty for a programme there); outside to the programme and its clinicians alone:
the facility is not told.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import RoleGrant, User
from accounts.permissions import facilities_in_scope, has_role, standing
from core.errors import NotThere
from groups.approvals import facilities_of
from groups.models import FacilityApproval, SupportGroup
from moderation.models import Alert, AlertNotice, Case

MODERATING = (RoleGrant.Role.MODERATOR,)
#: Who answers for somebody inside; and for somebody outside, where clinicians are on call too.
INSIDE = (RoleGrant.Role.DUTY_OFFICER,)
ON_DUTY = (RoleGrant.Role.DUTY_OFFICER, RoleGrant.Role.CLINICIAN)
ROTA = (RoleGrant.Role.FACILITY_ADMIN, RoleGrant.Role.PROGRAMME_ADMIN)


@dataclass(frozen=True, slots=True)
class Reach:
    """The places that somebody's roles cover."""

    everywhere: bool
    programmes: frozenset[str]
    facilities: frozenset[str]


def reach(user: User, *roles: str) -> Reach:
    places: dict[str, set[str]] = {"installation": set(), "programme": set(), "facility": set(), "unit": set()}
    for scope, scope_id in standing(*roles).filter(user=user).values_list("scope", "scope_id"):
        places[scope].add(scope_id)
    return Reach(
        everywhere=bool(places["installation"]),
        programmes=frozenset(places["programme"]),
        facilities=frozenset(places["facility"]),
    )


def cases_of(user: User) -> QuerySet[Case]:
    """The cases in this moderator's scope, their own excepted."""
    own = Q(message__author=user.person_id) | Q(reports__reporter=user.person_id)
    cases = Case.objects.filter(_cases_within(reach(user, *MODERATING)))
    return cases.exclude(own) if user.person_id else cases


def _cases_within(places: Reach) -> Q:
    """By ids alone, without a join: the queue is asked for every two seconds."""
    if places.everywhere:
        return Q()
    of_programmes = SupportGroup.objects.filter(programme_id__in=places.programmes).values("pk")
    taking_part = FacilityApproval.objects.filter(facility_id__in=places.facilities, revoked_at=None)
    return (
        Q(group__in=of_programmes)
        | Q(facility_id__in=places.facilities)
        | Q(facility=None, group__in=taking_part.values("group"))
    )


def case_for(user: User, number: int) -> Case:
    """The case of this number. `NotThere` where it is out of this moderator's scope, or about them."""
    case = cases_of(user).select_related("group", "facility", "message__author").filter(number=number).first()
    if case is None:
        raise NotThere
    return case


def may_moderate(user: User, case: Case) -> bool:
    places = (case.facility_id,) if case.facility_id else facilities_of(case.group)
    return has_role(user, *MODERATING, programme_id=case.group.programme_id, facility_ids=places)


def is_own(user: User, case: Case) -> bool:
    """About this member of staff's own words, or a report that they made."""
    if user.person_id is None:
        return False
    author: UUID | None = case.message.author_id if case.message else None
    return user.person_id == author or case.reports.filter(reporter=user.person_id).exists()


def alerts_of(user: User) -> QuerySet[Alert]:
    """The alerts that this member of staff must know of: by a duty role, or because they were told."""
    inside, outside = reach(user, *INSIDE), reach(user, *ON_DUTY)
    if inside.everywhere:
        return Alert.objects.all()
    told = AlertNotice.objects.filter(alert=OuterRef("pk"), user=user)
    of_programmes = Q() if outside.everywhere else Q(programme_id__in=outside.programmes)
    covered = Q(facility__in=facilities_in_scope(user, *INSIDE)) | Q(facility=None) & of_programmes
    return Alert.objects.filter(covered | Q(Exists(told)))


def alert_for(user: User, alert_id: UUID) -> Alert:
    found = alerts_of(user).filter(pk=alert_id).first()
    if found is None:
        raise NotThere
    return found


def on_duty_for(user: User, alert: Alert) -> bool:
    """Has a duty role for the place of this alert."""
    roles = INSIDE if alert.facility_id else ON_DUTY
    return has_role(user, *roles, programme_id=alert.programme_id, facility_ids=_places(alert))


def may_answer(user: User, alert: Alert) -> bool:
    """Has the duty role there, or was told because nobody with that role was."""
    return on_duty_for(user, alert) or alert.notices.filter(user=user).exists()


def _places(alert: Alert) -> tuple[UUID, ...]:
    return (alert.facility_id,) if alert.facility_id else ()
