"""Staff pages about keep-apart orders: for those who record them, and for the security role."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.doors import DoorRequest
from accounts.gates import SeeOther, staff
from accounts.models import User
from accounts.permissions import facilities_in_scope
from audit.services import record
from core import clock
from core.errors import NotThere, RuleError
from core.transactions import unit
from custody.models import KeepApartOrder, Person
from groups import kinds
from groups.apart import services
from groups.apart.forms import ENDED, KINDS, ONE, OTHER, REASONS, EndForm, OrderForm
from groups.apart.selectors import (
    RECORDING,
    find_person,
    list_of,
    may_end,
    may_read_report,
    order_for,
    prevented_by,
    side_of,
    views_of,
)
from groups.entry import KNOWING

#: How the report says what would have brought the two together.
WAYS = {
    "invite": "Was not given a seat",
    "join": "Was not let in at the first sign-in outside",
    "page": "Was not shown the room",
    "socket": "Was not let into the room by its live line",
    "custody": "Was turned away after a custody event",
    "order": "Was turned away when an order began",
    "merge": "Was turned away when two records became one",
}


@require_safe
@staff(*KNOWING)
def order_list(request: DoorRequest) -> HttpResponse:
    views = list_of(request.caller.user, at=clock.now())
    context = {
        "standing": [view for view in views if view.state in ("in_force", "to_come")],
        "past": [view for view in views if view.state in ("over", "ended")],
        "records": facilities_in_scope(request.caller.user, *RECORDING).exists(),
        "reasons": dict(REASONS),
    }
    return render(request, "groups/staff/orders.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*RECORDING)
def new_order(request: DoorRequest) -> HttpResponse:
    """First both people are shown, so that the wrong number is seen; then, with the same words, it is recorded."""
    form = OrderForm(request.POST or None, facilities=facilities_in_scope(request.caller.user, *RECORDING))
    pair = _pair(form, request.caller.user) if request.method == "POST" and form.is_valid() else None
    if pair and request.POST.get("confirmed") == _named(pair):
        order = _recorded(form, pair, by=request.caller.user)
        if order is not None:
            messages.success(request, "Recorded. Seats follow at once; nobody is told why.")
            return SeeOther(reverse("groups:order", args=[order.pk]))
    sides = _shown(pair, form, request.caller.user) if pair and not form.errors else None
    context = {"form": form, "sides": sides, "confirmed": _named(pair) if pair and sides else ""}
    return render(request, "groups/staff/new_order.html", context, status=400 if form.errors else 200)


def _pair(form: OrderForm, user: User | None) -> tuple[Person, Person] | None:
    """Both people; for whoever is not found the form says so."""
    found: list[Person] = []
    for field, place in (("one", form.cleaned_data["facility"]), ("other", form.other_place())):
        try:
            found.append(find_person(form.cleaned_data[field], facility=place, user=user))
        except RuleError as error:
            form.refuse(error, field=field)
    return (found[0], found[1]) if len(found) == len(("one", "other")) else None


def _named(pair: tuple[Person, Person]) -> str:
    return f"{pair[0].pk}.{pair[1].pk}"


@unit()
def _shown(pair: tuple[Person, Person], form: OrderForm, user: User | None) -> list[Any]:
    """Looking up who is behind a number is put on the record."""
    facility = form.cleaned_data["facility"]
    record(kinds.ORDER_PREPARED, by=user, subject=f"facility:{facility.pk}", one=pair[0].pk, other=pair[1].pk)
    protected = form.cleaned_data["protected"]
    return [side_of(pair[0], protected=protected == ONE), side_of(pair[1], protected=protected == OTHER)]


def _recorded(form: OrderForm, pair: tuple[Person, Person], *, by: User | None) -> KeepApartOrder | None:
    said = form.cleaned_data
    try:
        return services.record_order(
            one=pair[0],
            other=pair[1],
            kind=said["kind"],
            reason=said["reason"],
            protected={ONE: pair[0], OTHER: pair[1]}.get(said["protected"]),
            facility=said["facility"],
            authorised_by=said["authorised_by"],
            reference=said["reference"],
            from_at=form.from_at(),
            until=form.until(),
            source="staff",
            source_id=said["source_id"],
            by=by,
        )
    except RuleError as error:
        form.refuse(error)
        return None


@require_safe
@staff(*KNOWING)
def order_page(request: DoorRequest, order_id: UUID) -> HttpResponse:
    """Opening an order's page is put on the record."""
    order = order_for(request.caller.user, order_id)
    with unit():
        record(kinds.ORDER_OPENED, by=request.caller.user, subject=f"order:{order.pk}")
    return _page(request, order, EndForm())


def _page(request: DoorRequest, order: KeepApartOrder, form: EndForm, status: int = 200) -> HttpResponse:
    user = request.caller.user
    view = views_of([order], at=clock.now())[0]
    prevented = prevented_by(order) if may_read_report(user, order) else None
    context = {
        "view": view,
        "order": order,
        "kind": dict(KINDS)[KeepApartOrder.Kind(order.kind)],
        "reason": dict(REASONS)[KeepApartOrder.Reason(order.reason)],
        "because": dict[str, str](ENDED).get(order.ended_because, ""),
        "prevented": None if prevented is None else [(row, WAYS[row.where]) for row in prevented],
        "form": form if may_end(user, order) and order.ended_at is None else None,
    }
    return render(request, "groups/staff/order.html", context, status=status)


@require_POST
@staff(*RECORDING)
def end_order(request: DoorRequest, order_id: UUID) -> HttpResponse:
    order = order_for(request.caller.user, order_id)
    if not may_end(request.caller.user, order):
        raise NotThere
    form = EndForm(request.POST)
    if not form.is_valid():
        return _page(request, order, form, status=400)
    services.end_order(order=order, because=form.cleaned_data["because"], by=request.caller.user)
    messages.success(request, "The order has ended. Seats that were kept away because of it are back.")
    return SeeOther(reverse("groups:order", args=[order.pk]))
