"""The page of what follows when a category speaks: the built-in table, and the rows by which staff change it."""

from typing import Final
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from accounts.doors import DoorRequest
from accounts.gates import SeeOther, staff
from accounts.models import User
from core.errors import NotThere, RuleError
from moderation.requests import staff_of
from moderation.rules import places
from moderation.rules.following import table_for
from moderation.rules.forms import OutcomeForm, refuse
from moderation.rules.models import OutcomeRow
from moderation.rules.outcomes import end_outcome, set_outcome
from moderation.rules.permissions import DRAFTING
from moderation.screening.policy import AFTER_RELEASE, AROUND_COURT, FIRST_DAYS

#: What the page says that days of risk are.
RISK: Final = {
    "first_days": FIRST_DAYS.days,
    "court_hours": round(AROUND_COURT.total_seconds() / 3600),
    "release_days": AFTER_RELEASE.days,
}


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*DRAFTING)
def what_follows(request: DoorRequest) -> HttpResponse:
    """The table; by POST a row is set in it."""
    user = staff_of(request)
    form = OutcomeForm(request.POST if request.method == "POST" else None, user=user)
    if request.method != "POST":
        return _page(request, form)
    if not form.may_choose():
        raise NotThere
    if not (form.is_valid() and _was_set(form, user)):
        return _page(request, form, status=400)
    messages.success(request, "It holds within five seconds.")
    return SeeOther(reverse("rules:outcomes"))


@require_POST
@staff(*DRAFTING)
def end(request: DoorRequest, row_id: UUID) -> HttpResponse:
    user = staff_of(request)
    found = OutcomeRow.objects.filter(pk=row_id).first()
    if found is None:
        raise NotThere
    end_outcome(row=found, by=user)
    messages.success(request, "It is ended. Within five seconds the rest of the table holds there again.")
    return SeeOther(reverse("rules:outcomes"))


def _was_set(form: OutcomeForm, user: User) -> bool:
    said = form.cleaned_data
    category, _, tier = said["about"].partition(".")
    try:
        set_outcome(
            category=category,
            tier=tier,
            outcome=said["outcome"],
            by=user,
            scope=places.of_value(said["scope"]),
            days=said["days"],
            why=said["why"],
        )
    except RuleError as refusal:
        refuse(form, refusal)
    return not form.errors


def _page(request: DoorRequest, form: OutcomeForm, *, status: int = 200) -> HttpResponse:
    context = {
        "table": table_for(staff_of(request)),
        "risk": RISK,
        "form": form if form.may_choose() else None,
    }
    return render(request, "moderation/staff/rules/outcomes.html", context, status=status)
