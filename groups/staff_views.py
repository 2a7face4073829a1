"""Staff pages about groups: who sits there, who can read the room, which facilities agreed."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import DoorRequest
from accounts.gates import SeeOther, proved, staff
from accounts.models import RoleGrant, User
from accounts.permissions import facilities_in_scope, has_role, programmes_in_scope
from core import clock
from core.errors import NotThere, RuleError
from custody.models import Facility
from groups import selectors, services
from groups.approvals import facilities_of
from groups.continuity.selectors import visible_persons
from groups.forms import ApprovalForm, SeatForm
from groups.home import next_session
from groups.models import FacilityApproval, GroupSession, SupportGroup
from groups.presence.services import present
from groups.seats import may_watch

Role = RoleGrant.Role
ROLES = (Role.MODERATOR, Role.FACILITY_ADMIN, Role.PROGRAMME_ADMIN)
ARRANGING = (Role.PROGRAMME_ADMIN,)


def visible_groups(user: User | None) -> QuerySet[SupportGroup]:
    """Groups of the user's programmes, and those in which their facilities take part."""
    facilities = facilities_in_scope(user, *ROLES)
    standing = FacilityApproval.objects.filter(facility__in=facilities, revoked_at=None)
    programmes = programmes_in_scope(user, *ROLES)
    if programmes is None:
        return SupportGroup.objects.all()
    return SupportGroup.objects.filter(Q(approvals__in=standing) | Q(programme__in=programmes)).distinct()


def group_for(user: User | None, group_id: UUID) -> SupportGroup:
    group = visible_groups(user).filter(pk=group_id).first()
    if group is None:
        raise NotThere
    return group


@require_safe
@staff(*ROLES)
def group_list(request: DoorRequest) -> HttpResponse:
    groups = visible_groups(request.caller.user).select_related("room", "programme").order_by("name")
    now = clock.now()
    rows = [
        {
            "group": group,
            "session": next_session(group, at=now),
            "here": present(group_id=group.pk, at=now),
            "members": len(selectors.members_of(group.pk)),
            "may_watch": may_watch(request.caller.user, group),
        }
        for group in groups
    ]
    return render(request, "groups/staff/groups.html", {"rows": rows, "live": GroupSession.LIVE})


@require_safe
@staff(*ROLES)
def group_page(request: DoorRequest, group_id: UUID) -> HttpResponse:
    return _page(request, group_for(request.caller.user, group_id))


def _page(request: DoorRequest, group: SupportGroup, status: int = 200, **forms: object) -> HttpResponse:
    user = request.caller.user
    arranges = has_role(user, *ARRANGING, programme_id=group.programme_id)
    context = {
        "group": group,
        "members": selectors.members_of(group.pk),
        "here": present(group_id=group.pk),
        "readers": selectors.readers_of(group),
        "approvals": group.approvals.filter(revoked_at=None).select_related("facility").order_by("facility__name"),
        "session": next_session(group, at=clock.now()),
        "arranges": arranges,
        "may_watch": may_watch(user, group),
        "now": clock.now(),
        "seat_form": SeatForm(persons=visible_persons(user)),
        "approval_form": ApprovalForm(facilities=_approvable(request)),
        **forms,
    }
    return render(request, "groups/staff/group.html", context, status=status)


def _approvable(request: DoorRequest) -> QuerySet[Facility]:
    """A facility's consent is given by its own administrator."""
    return facilities_in_scope(request.caller.user, Role.FACILITY_ADMIN)


@require_POST
@staff(*ARRANGING)
def give_seat(request: DoorRequest, group_id: UUID) -> HttpResponse:
    group = _arranged(request, group_id)
    form = SeatForm(request.POST, persons=visible_persons(request.caller.user))
    if form.is_valid():
        try:
            services.give_seat(group=group, by=request.caller.user, **form.cleaned_data)
            messages.success(request, "The seat is given.")
            return SeeOther(reverse("groups:group", args=[group.pk]))
        except RuleError as error:
            form.add_error("person", str(error.text))
    return _page(request, group, status=400, seat_form=form)


@require_POST
@staff(*ARRANGING)
def end_seat(request: DoorRequest, group_id: UUID, membership_id: UUID) -> HttpResponse:
    group = _arranged(request, group_id)
    membership = group.memberships.filter(pk=membership_id).first()
    if membership is None:
        raise NotThere
    services.end_membership(membership=membership, to="removed", by=request.caller.user)
    messages.success(request, "The membership has ended. Live connections are closed.")
    return SeeOther(reverse("groups:group", args=[group.pk]))


def _arranged(request: DoorRequest, group_id: UUID) -> SupportGroup:
    group = group_for(request.caller.user, group_id)
    if not has_role(request.caller.user, *ARRANGING, programme_id=group.programme_id):
        raise NotThere
    return group


@require_POST
@staff(Role.FACILITY_ADMIN)
@proved
def approve(request: DoorRequest, group_id: UUID) -> HttpResponse:
    group = SupportGroup.objects.filter(pk=group_id).first()
    form = ApprovalForm(request.POST, facilities=_approvable(request))
    if group is None or not _takes_part(group, _approvable(request)):
        raise NotThere
    if not form.is_valid():
        return _page(request, group_for(request.caller.user, group.pk), status=400, approval_form=form)
    services.approve_facility(
        group=group,
        facility=form.cleaned_data["facility"],
        until=form.until(),
        granted_role=form.cleaned_data["granted_role"],
        document=form.cleaned_data["document"],
        by=request.caller.user,
    )
    messages.success(request, "The approval is on the record.")
    return SeeOther(reverse("groups:group", args=[group.pk]))


def _takes_part(group: SupportGroup, facilities: QuerySet[Facility]) -> bool:
    return facilities.filter(programmes=group.programme_id).exists() or bool(
        set(facilities_of(group)) & set(facilities.values_list("pk", flat=True))
    )


@require_POST
@staff(Role.FACILITY_ADMIN)
def revoke(request: DoorRequest, group_id: UUID, approval_id: UUID) -> HttpResponse:
    approval = FacilityApproval.objects.filter(
        pk=approval_id, group=group_id, revoked_at=None, facility__in=_approvable(request)
    ).first()
    if approval is None:
        raise NotThere
    services.revoke_approval(approval=approval, by=request.caller.user)
    messages.success(request, "The approval is taken back. People of this facility are out of the room.")
    return SeeOther(reverse("groups:group", args=[group_id]))
