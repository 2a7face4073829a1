"""The desk: the queue, one case, and what a moderator does with it. Complete without script: plain forms."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from accounts.doors import DoorRequest
from accounts.gates import SeeOther, quiet, staff
from core.errors import BadInput, NotThere, RuleError
from core.typed import plain, whole
from moderation.cases import services, words
from moderation.cases.notices import has_notice, print_notice
from moderation.cases.queue import queue_of
from moderation.cases.selectors import CaseView, case_view, holder_of
from moderation.cases.services import Decision
from moderation.errors import CaseDecided, CaseHeld, CaseMovedOn
from moderation.models import Case
from moderation.permissions import MODERATING, case_for
from moderation.requests import staff_of

#: The keys of the decisions; 3 is kept for masking.
KEYS = {Decision.RELEASE: "1", Decision.RETURN: "2", Decision.REMOVE: "4", Decision.NO_ACTION: "0"}
LABELS = {
    Decision.RELEASE: "Release",
    Decision.RETURN: "Return with reason",
    Decision.REMOVE: "Remove",
    Decision.NO_ACTION: "No action",
}
#: Decisions that the writer reads a reason for, and how they are confirmed.
GIVE_A_REASON = {Decision.RETURN: "Return it", Decision.REMOVE: "Remove it"}


@require_GET
@staff(*MODERATING)
def desk(request: DoorRequest) -> HttpResponse:
    """The queue, with nothing open beside it."""
    return render(request, "moderation/staff/desk.html", {"queue": queue_of(staff_of(request))})


@require_GET
@quiet
@staff(*MODERATING)
def queue(request: DoorRequest) -> HttpResponse:
    """The queue again, for the page that shows it: 204 while nothing in it has changed."""
    current = whole(request.GET.get("case", ""))
    waiting = queue_of(staff_of(request), current=current)
    if request.GET.get("tag") == waiting.tag:
        return HttpResponse(status=204)
    return render(request, "moderation/staff/_queue.html", {"queue": waiting, "current": current})


@require_GET
@staff(*MODERATING)
def case(request: DoorRequest, number: int) -> HttpResponse:
    """One case with its words: reading them is on the record."""
    return _case_page(request, case_for(staff_of(request), number))


@require_POST
@staff(*MODERATING)
def claim_next(request: DoorRequest) -> HttpResponse:
    """The most urgent one that nobody has."""
    found = services.claim_next(by=staff_of(request), tab=_tab(request))
    if found is None:
        messages.info(request, "Nothing waits that is free.")
        return SeeOther(reverse("moderation:desk"))
    return _to(found)


@require_POST
@staff(*MODERATING)
def claim(request: DoorRequest, number: int) -> HttpResponse:
    """This one; from a colleague only with a reason."""
    user = staff_of(request)
    found = case_for(user, number)
    try:
        services.claim(case=found, by=user, tab=_tab(request), because=request.POST.get("because", ""))
    except CaseDecided:
        pass  # its page says who decided
    except RuleError as error:
        messages.warning(request, str(error.text))
    return _to(found)


@require_POST
@quiet
@staff(*MODERATING)
def renew(request: DoorRequest, number: int) -> HttpResponse:
    """The heartbeat of the tab that holds the case: how many seconds it has now."""
    user = staff_of(request)
    found = case_for(user, number)
    services.renew_claim(case=found, by=user, tab=_tab(request))
    holder = holder_of(found, user)
    return JsonResponse({"seconds": holder.seconds if holder else 0})


@require_POST
@staff(*MODERATING)
def let_go(request: DoorRequest, number: int) -> HttpResponse:
    """Back into the queue, no reason asked."""
    user = staff_of(request)
    found = case_for(user, number)
    try:
        services.release_claim(case=found, by=user)
    except CaseDecided:
        return _to(found)
    return SeeOther(reverse("moderation:desk"))


@require_POST
@staff(*MODERATING)
def decide(request: DoorRequest, number: int) -> HttpResponse:
    """Decide as of the version that the page showed; when something was first, say what, and send nothing."""
    user = staff_of(request)
    found = case_for(user, number)
    decision, version = _decision(request), _version(request)
    code, note = request.POST.get("code", ""), plain(request.POST.get("note", ""))
    try:
        services.decide(
            case=found, version=version, decision=decision, by=user, tab=_tab(request), code=code, note=note
        )
    except NotThere:
        raise
    except RuleError as error:
        return _refused(request, number, error, decision=decision, version=version)
    messages.success(request, f"Case {number}: {words.OUTCOMES[services.OUTCOMES[decision]].lower()}.")
    return SeeOther(reverse("moderation:desk"))


@require_GET
@staff(*MODERATING)
def notice(request: DoorRequest, number: int) -> HttpResponse:
    """What the writer is told, on paper: for whoever can't print it themselves. It is on the record."""
    user = staff_of(request)
    paper = print_notice(case=case_for(user, number), by=user)
    headers = {"Content-Disposition": f'inline; filename="notice-{number}.pdf"'}
    return HttpResponse(paper, content_type="application/pdf", headers=headers)


def _refused(request: DoorRequest, number: int, error: RuleError, *, decision: Decision, version: int) -> HttpResponse:
    """The same case as it is now, with what prevented the decision on top; what was typed is kept."""
    fresh = case_for(staff_of(request), number)
    changes = [words.event_words(event) for event in error.changes] if isinstance(error, CaseMovedOn) else []
    refusal = {
        "text": str(error.text),
        "label": LABELS[decision],
        "version": version,
        "changes": changes,
        "must_read": isinstance(error, CaseMovedOn | CaseDecided | CaseHeld),
    }
    return _case_page(request, fresh, status=error.status, refusal=refusal)


def _case_page(
    request: DoorRequest, found: Case, *, status: int = 200, refusal: dict[str, Any] | None = None
) -> HttpResponse:
    user = staff_of(request)
    if found.message is None:
        raise NotThere
    services.read_case(case=found, by=user)
    view = case_view(found, user)
    context = {
        "queue": queue_of(user, current=found.number),
        "current": found.number,
        "case": found,
        "view": view,
        "refusal": refusal,
        "take_over_reasons": words.TAKE_OVER_REASONS.items(),
        "has_notice": has_notice(found),
        "lease_seconds": int(services.LEASE.total_seconds()),
        **_forms(request, view),
    }
    return render(request, "moderation/staff/case.html", context, status=status)


def _forms(request: DoorRequest, view: CaseView) -> dict[str, Any]:
    """The decisions with their keys, and what the writer would read."""
    code = request.POST.get("code") or words.suggested_reason(view.case)
    standard = view.preview.second.get(code, "")
    return {
        "acts": [_act(decision, key, view) for decision, key in KEYS.items()],
        "may_give_reason": any(decision in GIVE_A_REASON for decision in view.decisions),
        "reasons": [
            {
                "code": reason.code,
                "label": reason.label,
                "line": view.preview.second[reason.code],
                "is_first": reason.code == code,
            }
            for reason in words.RETURN_REASONS.values()
        ],
        "first_line": next((view.preview.first[d] for d in GIVE_A_REASON if d in view.decisions), ""),
        "second_line": request.POST.get("note") or standard,
    }


def _act(decision: Decision, key: str, view: CaseView) -> dict[str, Any]:
    needs_reason = decision in GIVE_A_REASON
    return {
        "decision": decision.value,
        "key": key,
        "label": LABELS[decision],
        "off": decision not in view.decisions,
        "first_line": view.preview.first[decision] if needs_reason else "",
        "confirm": GIVE_A_REASON.get(decision, ""),
    }


def _to(found: Case) -> HttpResponse:
    return SeeOther(reverse("moderation:case", args=[found.number]))


def _tab(request: DoorRequest) -> str:
    return plain(request.POST.get("tab", ""))[:64]


def _decision(request: DoorRequest) -> Decision:
    try:
        return Decision(request.POST.get("decision", ""))
    except ValueError:
        raise BadInput from None


def _version(request: DoorRequest) -> int:
    version = whole(request.POST.get("version", ""))
    if version is None:
        raise BadInput
    return version
