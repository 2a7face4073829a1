"""The list of rules, and the notices above it."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import DoorRequest
from accounts.gates import SeeOther, staff
from core.errors import NotThere
from core.typed import whole
from moderation.requests import staff_of
from moderation.rules.breaker import dismiss_notice
from moderation.rules.forms import FilterForm
from moderation.rules.listing import rows_of
from moderation.rules.notices import notices_for
from moderation.rules.permissions import DRAFTING
from moderation.rules.selectors import notices_of

PAGE = 50
TABS = (("", "All"), ("staff", "Written here"), ("built_in", "Built in"))


@require_safe
@staff(*DRAFTING)
def rule_list(request: DoorRequest) -> HttpResponse:
    """Every rule that this user may see."""
    user = staff_of(request)
    form = FilterForm(request.GET)
    form.is_valid()
    kind = next((kind for kind, _ in TABS if kind == request.GET.get("kind")), "")
    rows = rows_of(user, form.wanted(kind))
    context = {
        "form": form,
        "kind": kind,
        "tabs": [(name, _query(request, kind=value), value == kind) for value, name in TABS],
        "page": Paginator(rows, PAGE).get_page(whole(request.GET.get("page", "")) or 1),
        "total": len(rows),
        "pages": _query(request),
        "is_filtered": any(request.GET.get(name) for name in form.fields if name != "order"),
        "notices": notices_for(user),
    }
    return render(request, "moderation/staff/rules/list.html", context)


@require_POST
@staff(*DRAFTING)
def dismiss(request: DoorRequest, notice_id: int) -> HttpResponse:
    """Its reader puts a notice aside."""
    user = staff_of(request)
    notice = notices_of(user).filter(pk=notice_id).first()
    if notice is None:
        raise NotThere
    dismiss_notice(notice=notice, by=user)
    return SeeOther(reverse("rules:list"))


def _query(request: DoorRequest, **changes: str) -> str:
    """This page's query without the page number, with these changes."""
    query = request.GET.copy()
    query.pop("page", None)
    for name, value in changes.items():
        query[name] = value
    return query.urlencode()
