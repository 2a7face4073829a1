"""Staff's pages about sign-ins: pauses and locked accounts."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts import services
from accounts.doors import DoorRequest
from accounts.gates import SeeOther, proved, staff
from accounts.models import Attempts, User
from accounts.selectors import Pause, locked_staff, pauses
from core.errors import NotThere


@require_safe
@staff(*services.ADMINISTRATORS)
def pause_list(request: DoorRequest) -> HttpResponse:
    """Who can't sign in just now, and may be helped by this member of staff."""
    caller = request.caller
    context: dict[str, list[Pause] | list[User]] = {"pauses": pauses(caller.user), "locked": locked_staff(caller.user)}
    return render(request, "accounts/staff/pauses.html", context)


@require_POST
@staff(*services.ADMINISTRATORS)
def lift_pause(request: DoorRequest, pause_id: int) -> HttpResponse:
    pause = Attempts.objects.filter(pk=pause_id, subject__startswith="user:").first()
    if pause is None:
        raise NotThere
    services.lift_pause(pause=pause, by=request.caller.user)
    messages.success(request, "They can try again on that device.")
    return SeeOther(reverse("accounts:pauses"))


@require_POST
@staff(*services.ADMINISTRATORS)
@proved
def unlock(request: DoorRequest, user_id: UUID) -> HttpResponse:
    user = User.objects.filter(pk=user_id).first()
    if user is None:
        raise NotThere
    services.unlock_staff(user=user, by=request.caller.user)
    messages.success(request, f"{user.name} can sign in again.")
    return SeeOther(reverse("accounts:pauses"))
