"""My path: what happens on release, the card, and the word that only the person knows."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.cards.errors import SecretTooShort
from accounts.cards.services import choose_secret
from accounts.doors import DoorRequest
from accounts.gates import SeeOther, participant
from accounts.models import ClaimCard, User
from audit.services import record
from core.transactions import unit
from custody.models import Person
from custody.timeline import status_of
from groups import kinds
from groups.forms import SecretForm
from groups.models import Membership


@require_http_methods(["GET", "HEAD", "POST"])
@participant
def path(request: DoorRequest) -> HttpResponse:
    user, person = request.caller.user, request.caller.person
    assert user is not None
    assert person is not None
    form = SecretForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            keep_secret(user=user, secret=form.cleaned_data["secret"])
            messages.success(request, _("Your own word is kept. Tell it to no one."))
            return SeeOther(request.path)
        except SecretTooShort as error:
            form.add_error("secret", str(error.text))
    inside = (request.caller.custody or status_of(person)).in_custody
    context = {**_path(user, person), "inside": inside, "form": form}
    return render(request, "groups/path.html", context, status=400 if form.errors else 200)


@unit()
def keep_secret(*, user: User, secret: str) -> None:
    choose_secret(user=user, secret=secret)
    record(kinds.SECRET_CHOSEN, by=f"person:{user.person_id}", subject=f"user:{user.pk}")


def _path(user: User, person: Person) -> dict[str, Any]:
    seats = Membership.objects.filter(person=person, state__in=Membership.SEATED)
    return {
        "card": user.claim_cards.filter(state=ClaimCard.State.PRINTED).first(),
        "secret_chosen": bool(user.second_secret),
        "claimed": bool(user.sign_in),
        "circles": list(seats.order_by("joined_at").values_list("group__name", flat=True)),
    }
