"""Staff pages about records: how long things are kept, what is held, what was erased, and who did what."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import permissions
from accounts.doors import DoorRequest
from accounts.gates import SeeOther, proved, staff
from accounts.models import User
from accounts.permissions import has_role
from audit.selectors import PAGE, trail
from core import clock
from core.errors import NotThere, RuleError
from core.typed import plain, whole
from custody.models import Facility
from moderation.records.forms import DaysForm, HoldForm, TrailForm
from moderation.records.permissions import (
    AUDITING,
    EVERYWHERE,
    OFFICER,
    READING,
    keeps_everything,
    place_for,
    places,
    reads_everything,
    require_everything,
    require_reading,
)
from moderation.records.selectors import content, holds_in, in_words, matrix, names_of, rules_so_far
from moderation.records.targets import Target, find_persons, look_up, parse_id, rooms_in, scope_of
from moderation.requests import staff_of
from records import certificates, holds, services
from records.models import Certificate, LegalHold
from records.purge import purge, waiting

#: How far the overview counts what is due.
MANY = 1000
SHOWN = 100


@require_safe
@staff(*READING)
def overview(request: DoorRequest) -> HttpResponse:
    """The schedule, and what the next purge would erase."""
    user = staff_of(request)
    own = list(places(user, *READING))
    everything = reads_everything(user)
    due = waiting(at=clock.now(), limit=MANY) if everything else {}
    context = {
        "places": own,
        "lines": matrix(own),
        "sets": set(places(user)),
        "sets_everywhere": _may_set(user, EVERYWHERE),
        "reads_everywhere": has_role(user, *READING),
        "everywhere": EVERYWHERE,
        "due": [(content(kind), count) for kind, count in due.items()],
        "many": MANY,
        "last": Certificate.objects.order_by("-started_at").first() if everything else None,
        **_tabs(user),
    }
    return render(request, "moderation/records/overview.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READING)
@proved
def set_schedule(request: DoorRequest, place: str) -> HttpResponse:
    """The rules of one facility, or of everywhere, with their history. Auditors read them."""
    user = staff_of(request)
    facility, may_set = place_for(user, place, *READING), _may_set(user, place)
    if request.method == "POST" and not may_set:
        raise NotThere
    form = DaysForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _set_days(form, facility, user):
        messages.success(request, "The schedule is set. It holds from now on, also for what is there already.")
        return SeeOther(request.path)
    context = {
        "form": form,
        "may_set": may_set,
        "place": facility,
        "lines": matrix([facility] if facility else []),
        "rules": rules_so_far(_name(facility)),
        **_tabs(user),
    }
    return render(request, "moderation/records/schedule.html", context, status=400 if form.errors else 200)


def _set_days(form: DaysForm, facility: Facility | None, user: User) -> bool:
    try:
        services.set_days(**form.cleaned_data, facility=_name(facility), by=user)
    except RuleError as error:
        form.add_error("days", str(error.text))
        return False
    return True


def _name(facility: Facility | None) -> str:
    return str(facility.pk) if facility else ""


def _may_set(user: User, place: str) -> bool:
    try:
        place_for(user, place)
    except NotThere:
        return False
    return True


@require_safe
@staff(*OFFICER)
def hold_list(request: DoorRequest) -> HttpResponse:
    """What is held, and a search for what to hold."""
    user = staff_of(request)
    scope = scope_of(user)
    search = plain(request.GET.get("q", "")).strip()
    context = {
        "standing": holds_in(scope, user=user),
        "released": holds_in(scope, user=user, released=True),
        "search": search,
        "persons": find_persons(search, scope=scope) if search else [],
        "message": _message(user, search),
        "rooms": rooms_in(scope),
        **_tabs(user),
    }
    return render(request, "moderation/records/holds.html", context)


def _message(user: User, search: str) -> Target | None:
    """The message of this id, if somebody looks for one."""
    message_id = parse_id(search)
    return _held_by(user, f"message:{message_id}") if message_id else None


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*OFFICER)
def place_hold(request: DoorRequest) -> HttpResponse:
    """Place a hold on what was picked (`?target=`)."""
    user = staff_of(request)
    target = _held_by(user, request.GET.get("target", ""))
    if target is None:
        raise NotThere
    form = HoldForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        holds.place_hold(**form.cleaned_data, target=target.name, by=user)
        messages.success(request, "The hold is placed. Nothing that it covers is erased until two people release it.")
        return SeeOther(reverse("records_pages:holds"))
    context = {"form": form, "target": target, **_tabs(user)}
    return render(request, "moderation/records/place_hold.html", context, status=400 if form.errors else 200)


def _held_by(user: User, name: str) -> Target | None:
    """What this typed id stands for, if it is there and in the user's scope."""
    kind, _, named = name.partition(":")
    as_id = parse_id(named)
    if kind not in holds.TARGETS or as_id is None:
        return None
    target = look_up([f"{kind}:{as_id}"])[f"{kind}:{as_id}"]
    return target if target.there and scope_of(user).covers(target) else None


MOVES = {
    "ask": (holds.ask_release, "You asked to release it. A second person must agree; until then it stands."),
    "refuse": (holds.refuse_release, "The hold stays."),
    "release": (holds.release, "The hold is released. The schedule applies again."),
}


@require_POST
@staff(*OFFICER)
@proved
def move_hold(request: DoorRequest, hold_id: UUID, move: str) -> HttpResponse:
    """Ask for the release of a hold, refuse it, or agree to it."""
    user = staff_of(request)
    hold = LegalHold.objects.filter(pk=hold_id).first()
    if hold is None or move not in MOVES or not scope_of(user).covers(look_up([hold.target])[hold.target]):
        raise NotThere
    act, words = MOVES[move]
    try:
        act(hold=hold, by=user)
        messages.success(request, words)
    except RuleError as error:
        messages.warning(request, str(error.text))
    return SeeOther(reverse("records_pages:holds"))


@require_safe
@staff(*AUDITING)
def certificate_list(request: DoorRequest) -> HttpResponse:
    user = staff_of(request)
    require_reading(user)
    rows = list(Certificate.objects.order_by("-started_at", "-pk")[:SHOWN])
    names = names_of(row.by for row in rows)
    shown = [(row, names.get(row.by, row.by), certificates.totals(row)) for row in rows]
    return render(request, "moderation/records/certificates.html", {"rows": shown, **_tabs(user)})


@require_safe
@staff(*AUDITING)
def certificate(request: DoorRequest, certificate_id: UUID) -> HttpResponse:
    user = staff_of(request)
    require_reading(user)
    row = Certificate.objects.filter(pk=certificate_id).first()
    if row is None:
        raise NotThere
    context = {
        "row": row,
        "steps": [{**step, "content": content(step["kind"])} for step in row.steps],
        "by": names_of([row.by]).get(row.by, row.by),
        "proved": certificates.is_proved(row),
        **_tabs(user),
    }
    return render(request, "moderation/records/certificate.html", context)


@require_POST
@staff(*OFFICER)
@proved
def run_purge(request: DoorRequest) -> HttpResponse:
    user = staff_of(request)
    require_everything(user)
    done = purge(by=user)
    messages.success(request, f"The purge has ended. Removed: {certificates.totals(done).removed}.")
    return SeeOther(reverse("records_pages:certificate", args=[done.pk]))


@require_safe
@staff(*AUDITING)
def audit_trail(request: DoorRequest) -> HttpResponse:
    """Who did what, newest first: ids and codes, never anybody's words."""
    user = staff_of(request)
    require_reading(user)
    form = TrailForm(request.GET or None)
    form.is_valid()
    links = trail(form.filters(), before=whole(request.GET.get("before", "")))
    query = request.GET.copy()
    if len(links) == PAGE:
        query["before"] = str(links[-1].seq)
    context = {
        "form": form,
        "acts": in_words(links),
        "older": query.urlencode() if len(links) == PAGE else "",
        **_tabs(user),
    }
    return render(request, "moderation/records/audit.html", context)


def _tabs(user: User) -> dict[str, bool]:
    """Which of these pages open for this user, and what they may do there."""
    return {
        "keeps_everything": keeps_everything(user),
        "reads_everything": reads_everything(user),
        "keeps_holds": permissions.holds(user, *OFFICER),
    }
