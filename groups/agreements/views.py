"""What people read and agree to: the notice that says who watches, the agreement and the consent of their circles."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.doors import DoorRequest
from accounts.gates import SeeOther, participant, staff
from accounts.views.ways_in import is_ours
from core import clock, paper
from core.errors import NotThere
from custody.models import Facility, Person
from custody.timeline import status_of
from groups.agreements.errors import AgreementChanged
from groups.agreements.models import Acknowledgement, Wording
from groups.agreements.selectors import OF_A_CIRCLE, Kind, Version, in_force
from groups.agreements.services import acknowledge, take_back_consent
from groups.agreements.texts import Line, lines_of, texts_of
from groups.continuity.selectors import PEOPLE_ROLES
from groups.facilities.selectors import facility_for
from groups.telling import told_to


@dataclass(frozen=True)
class Shown:
    """A text as a page shows it, in the language of the request."""

    wording: Wording
    lines: Sequence[Line]

    @property
    def is_consent(self) -> bool:
        return self.wording.kind == Kind.CONSENT

    @property
    def circle(self) -> str:
        """Whose own text it is; empty: it is the same for everybody."""
        return self.wording.group.name if self.wording.group else ""


def shown(versions: Iterable[Version]) -> list[Shown]:
    """These texts with their words, in this order."""
    order = [version.id for version in versions]
    found = Wording.objects.select_related("group").in_bulk(order)
    return [Shown(found[pk], lines_of(found[pk], _language())) for pk in order]


def notice_of(person: Person) -> Shown | None:
    """The notice that is in force where this person is."""
    return notice_at(status_of(person).facility)


def notice_at(facility: Facility | None) -> Shown | None:
    text = in_force(Kind.MONITORING, facility=facility, at=clock.now())
    return Shown(text, lines_of(text, _language())) if text else None


def agree(request: DoorRequest, person: Person) -> None:
    """To what the form showed, which is named in it."""
    ids = [found for text in request.POST.getlist("wording") if (found := _id(text))]
    acknowledge(person=person, wording_ids=ids, language=_language(), door=str(request.caller.door))


@require_http_methods(["GET", "HEAD", "POST"])
@participant(alias=False)
def notice(request: DoorRequest) -> HttpResponse:
    """Who watches: at each sign-in until it was read, and again when it says something else."""
    person = _person(request)
    if not person.alias:
        return SeeOther(reverse("groups:welcome"))
    if request.method == "POST":
        return _agreed(request, person, "groups/notice.html", _notice_context)
    if not texts_of(person, at=clock.now()).of(Kind.MONITORING):
        return SeeOther(_onwards(request))
    return render(request, "groups/notice.html", _notice_context(request, person))


@require_http_methods(["GET", "HEAD", "POST"])
@participant
def agreement(request: DoorRequest) -> HttpResponse:
    """The agreement and the consent, before the first entry into a circle and when they change."""
    person = _person(request)
    if request.method == "POST":
        return _agreed(request, person, "groups/agreement.html", _agreement_context)
    context = _agreement_context(request, person)
    if not context["texts"] and not context["missing"]:
        return SeeOther(_onwards(request))
    return render(request, "groups/agreement.html", context)


@require_POST
@participant
def take_back(request: DoorRequest, acknowledgement_id: UUID) -> HttpResponse:
    """One's own consent. The rooms stay shut until it is given again."""
    take_back_consent(person=_person(request), acknowledgement_id=acknowledgement_id)
    messages.success(request, _("You took your yes back. The rooms are shut for you now. Your seats are kept."))
    return SeeOther(reverse("groups:who_reads"))


@require_safe
@staff(*PEOPLE_ROLES)
def notice_paper(request: DoorRequest, facility_id: UUID, language: str) -> HttpResponse:
    """The notice on a sheet, to hang beside a tablet."""
    facility = facility_for(request.caller.user, facility_id)
    text = in_force(Kind.MONITORING, facility=facility, at=clock.now())
    if text is None or language not in ("en", "es"):
        raise NotThere
    headers = {"Content-Disposition": f'attachment; filename="notice-{language}.pdf"'}
    return HttpResponse(notice_sheet(text, facility, language), content_type="application/pdf", headers=headers)


def notice_sheet(text: Wording, facility: Facility, language: str) -> bytes:
    with override(language):
        title = _("Who watches here")
        blocks: list[paper.Block] = [paper.Title(title)]
        for line in lines_of(text, language):
            blocks += [paper.Heading(line.lead)] if line.lead else []
            blocks.append(paper.Words(line.words))
        version = _("Version %(n)s") % {"n": text.version}
        return paper.document(title=title, language=language, blocks=blocks, corner=facility.name, foot=version)


@dataclass(frozen=True)
class Yes(Shown):
    """A text that somebody has agreed to, and when."""

    id: UUID
    at: datetime


def yes_of(person: Person) -> list[Yes]:
    """What this person has agreed to, and not taken back: the last of each text."""
    rows = Acknowledgement.objects.filter(person=person, taken_back_at=None).exclude(wording__kind=Kind.MONITORING)
    ordered = rows.select_related("wording__group").order_by("at")
    last = {(row.wording.kind, row.group_id): row for row in ordered}
    return [Yes(row.wording, lines_of(row.wording, _language()), row.pk, row.at) for row in last.values()]


def _agreed(request: DoorRequest, person: Person, template: str, context: Any) -> HttpResponse:
    try:
        agree(request, person)
    except AgreementChanged as error:
        return render(request, template, {**context(request, person), "error": error}, status=error.status)
    return SeeOther(_onwards(request))


def _notice_context(request: DoorRequest, person: Person) -> dict[str, Any]:
    status = request.caller.custody or status_of(person)
    return {"text": notice_of(person), "next": _onwards(request), **told_to(person, status)}


def _agreement_context(request: DoorRequest, person: Person) -> dict[str, Any]:
    texts = texts_of(person, at=clock.now())
    return {
        "texts": shown(texts.of(*OF_A_CIRCLE)),
        "missing": bool(texts.missing),
        "is_first": request.GET.get("step") == "4",
        "next": _onwards(request),
    }


def _onwards(request: DoorRequest) -> str:
    """To the page that asked for this first, if it is one of ours; else to the front of this door."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    return wanted if is_ours(wanted) else "/"


def _language() -> str:
    return (get_language() or "en")[:2]


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _person(request: DoorRequest) -> Person:
    assert request.caller.person is not None
    return request.caller.person
