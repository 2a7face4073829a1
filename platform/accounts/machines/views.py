"""Staff's pages about other systems: their keys, the addresses that are told, and what those did not take."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import DoorRequest
from accounts.gates import SeeOther, staff
from accounts.machines import selectors, services
from accounts.machines.forms import MachineForm, WebhookForm
from accounts.machines.services import CONNECTING
from accounts.models import Machine
from core.errors import RuleError
from custody.models import Facility


@require_safe
@staff(*CONNECTING)
def systems(request: DoorRequest, facility_id: UUID) -> HttpResponse:
    return _page(request, selectors.facility_of_mine(request.caller.user, facility_id))


def _page(
    request: DoorRequest,
    facility: Facility,
    machine_form: MachineForm | None = None,
    hook_form: WebhookForm | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "facility": facility,
        "machines": selectors.machines_of(facility),
        "hooks": selectors.hooks_of(facility),
        "machine_form": machine_form or MachineForm(),
        "hook_form": hook_form or WebhookForm(),
        "interface": f"{settings.SCHEME}://{settings.SITE}/api/v1/",
    }
    return render(request, "accounts/staff/systems.html", context, status=status)


@require_POST
@staff(*CONNECTING)
def add_machine(request: DoorRequest, facility_id: UUID) -> HttpResponse:
    facility = selectors.facility_of_mine(request.caller.user, facility_id)
    form = MachineForm(request.POST)
    if form.is_valid():
        try:
            machine, key = services.add_machine(facility=facility, **form.cleaned_data, by=request.caller.user)
            return _shown_once(request, machine, key)
        except RuleError as error:
            form.add_error("name", str(error.text))
    return _page(request, facility, machine_form=form, status=400)


@require_POST
@staff(*CONNECTING)
def exchange_key(request: DoorRequest, machine_id: UUID) -> HttpResponse:
    machine = selectors.machine_of_mine(request.caller.user, machine_id)
    return _shown_once(request, machine, services.exchange_key(machine=machine, by=request.caller.user))


def _shown_once(request: DoorRequest, machine: Machine, key: str) -> HttpResponse:
    """The key, this once: it is nowhere else, and this page can't be loaded again."""
    hook = f"{settings.SCHEME}://{settings.SITE}{reverse('api:hook', args=[machine.pk])}"
    secrets = [("Key, for the header Authorization: Bearer", key)]
    if "custody" in machine.scopes:
        secrets += [
            ("Where it may post signed events instead", hook),
            ("What it signs those with", services.hook_secret_of(machine)),
        ]
    context = {"facility": machine.facility, "title": machine.name, "secrets": secrets}
    return render(request, "accounts/staff/system_secret.html", context)


@require_POST
@staff(*CONNECTING)
def end_machine(request: DoorRequest, machine_id: UUID) -> HttpResponse:
    machine = selectors.machine_of_mine(request.caller.user, machine_id)
    if services.end_machine(machine=machine, by=request.caller.user):
        messages.success(request, f"{machine} is cut off.")
    return _back(machine.facility)


@require_POST
@staff(*CONNECTING)
def add_webhook(request: DoorRequest, facility_id: UUID) -> HttpResponse:
    facility = selectors.facility_of_mine(request.caller.user, facility_id)
    form = WebhookForm(request.POST)
    if form.is_valid():
        try:
            hook, secret = services.add_webhook(facility=facility, **form.cleaned_data, by=request.caller.user)
            context = {"facility": facility, "title": hook.url, "secrets": [("We sign what we send with", secret)]}
            return render(request, "accounts/staff/system_secret.html", context)
        except RuleError as error:
            form.add_error("url", str(error.text))
    return _page(request, facility, hook_form=form, status=400)


@require_POST
@staff(*CONNECTING)
def end_webhook(request: DoorRequest, hook_id: UUID) -> HttpResponse:
    hook = selectors.hook_of_mine(request.caller.user, hook_id)
    if services.end_webhook(hook=hook, by=request.caller.user):
        messages.success(request, "This address is told nothing any more.")
    return _back(hook.facility)


@require_safe
@staff(*CONNECTING)
def dead_letters(request: DoorRequest, hook_id: UUID) -> HttpResponse:
    """What an address did not take in a day."""
    hook = selectors.hook_of_mine(request.caller.user, hook_id)
    context = {"facility": hook.facility, "hook": hook, "letters": selectors.dead_letters(hook)}
    return render(request, "accounts/staff/dead_letters.html", context)


@require_POST
@staff(*CONNECTING)
def send_again(request: DoorRequest, hook_id: UUID, message_id: UUID) -> HttpResponse:
    hook = selectors.hook_of_mine(request.caller.user, hook_id)
    user = request.caller.user
    assert user is not None
    if services.send_again(message=selectors.dead_letter(hook, message_id), by=user):
        messages.success(request, "It is sent again within seconds.")
    return SeeOther(reverse("accounts:dead_letters", args=[hook.pk]))


def _back(facility: Facility) -> HttpResponse:
    return SeeOther(reverse("accounts:systems", args=[facility.pk]))
