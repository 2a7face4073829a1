"""A person's own PINs: the one to choose at first, and the page where both are changed. At tablets only: elsewhere
nobody comes in with a PIN."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.doors import Door, DoorRequest
from accounts.gates import SeeOther, participant
from accounts.models import SignIn
from accounts.pins import services
from accounts.pins.forms import ChangePinForm, OwnPinForm, SilentPinForm
from core.errors import NotThere, RuleError


@require_http_methods(["GET", "HEAD", "POST"])
@participant(alias=False, own_pin=False)
def own_pin(request: DoorRequest) -> HttpResponse:
    """The first thing after a PIN that staff made."""
    if not request.caller.needs_own_pin:
        return SeeOther("/")
    sign_in = _sign_in(request)
    form = OwnPinForm(request.POST or None)
    if _taken(request, form, lambda said: services.choose_own_pin(sign_in=sign_in, pin=said["new"])):
        return SeeOther("/")
    return render(request, "accounts/own_pin.html", {"form": form}, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@participant
def my_pin(request: DoorRequest) -> HttpResponse:
    """Two forms. What is shown is the same whether there is a silent PIN or not."""
    sign_in = _sign_in(request)
    is_silent = request.POST.get("what") == "silent"
    change = ChangePinForm(None if is_silent else request.POST or None)
    silent = SilentPinForm(request.POST if is_silent else None, prefix="s")
    if _taken(request, change, lambda said: _change(sign_in, said)):
        messages.success(request, _("Your PIN is changed. Use the new one from now on."))
        return SeeOther(request.path)
    if _taken(request, silent, lambda said: services.set_silent_pin(sign_in=sign_in, **said)):
        messages.success(request, _("It is kept as you typed it."))
        return SeeOther(request.path)
    context = {"change": change, "silent": silent, "place": "path"}
    return render(request, "accounts/my_pin.html", context, status=_status(change, silent))


def _change(sign_in: SignIn, said: dict[str, Any]) -> None:
    services.change_pin(sign_in=sign_in, old=said["old"], new=said["new"])


def _sign_in(request: DoorRequest) -> SignIn:
    caller = request.caller
    if caller.door != Door.TABLET or caller.sign_in is None:
        raise NotThere
    return caller.sign_in


def _taken(request: DoorRequest, form: forms.Form, act: Callable[[dict[str, Any]], None]) -> bool:
    """Whether this form was sent and its act is done. Then the session goes on under a new key."""
    if not (form.is_bound and form.is_valid()):
        return False
    try:
        act(form.cleaned_data)
    except RuleError as error:
        form.add_error(_field_of(error, form), str(error.text))
        form.refused = error  # type: ignore[attr-defined]
        return False
    request.session.cycle_key()
    rotate_token(request)
    return True


def _field_of(error: RuleError, form: forms.Form) -> str | None:
    if not error.code.startswith("pin."):
        return None
    return "silent" if "silent" in form.fields else "new"


def _status(*each: forms.Form) -> int:
    refused = next((form.refused for form in each if hasattr(form, "refused")), None)
    if isinstance(refused, RuleError):
        return refused.status
    return 400 if any(form.errors for form in each) else 200
