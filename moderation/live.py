"""The live figures in the bar of every staff page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from accounts.doors import DoorRequest
from accounts.gates import quiet, staff
from accounts.permissions import holds
from moderation.alerts.selectors import waiting_count
from moderation.cases.queue import crisis_count, overdue_count
from moderation.permissions import MODERATING, ON_DUTY, ROTA
from moderation.requests import staff_of


@require_GET
@quiet
@staff
def live(request: DoorRequest) -> HttpResponse:
    """Calls that nobody has answered, and cases that are overdue, within the reader's reach."""
    user = staff_of(request)
    on_duty, on_the_desk = holds(user, *ON_DUTY, *ROTA), holds(user, *MODERATING)
    crises = waiting_count(user) if on_duty else crisis_count(user) if on_the_desk else 0
    overdue = overdue_count(user) if on_the_desk else 0
    context = {"crisis": crises, "overdue": overdue, "on_duty": on_duty}
    return render(request, "moderation/staff/_live.html", context)
