"""Staff pages that merge two records of one person: find the other, see both beside each other, confirm; and back."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.doors import DoorRequest
from accounts.gates import SeeOther, staff
from accounts.models import ClaimCard, User
from core import clock
from core.errors import NotThere, RuleError
from core.typed import plain
from custody.merging import numbers_of
from custody.models import FacilityNumber, Person, RecordMerge
from custody.timeline import status_of
from groups.continuity.merging import merge_records, undo_merge
from groups.continuity.selectors import PEOPLE_ROLES, people, person_for, where_words
from groups.continuity.views import person_page
from groups.forms import MergeForm
from groups.models import Membership
from groups.selectors import groups_of


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two records, as they stand beside each other."""

    person: Person
    where: str
    numbers: Sequence[FacilityNumber]
    seats: Sequence[Membership]
    user: User | None
    card: ClaimCard | None


@require_safe
@staff(*PEOPLE_ROLES)
def find(request: DoorRequest, person_id: UUID) -> HttpResponse:
    """The other record, among those whom this user works with."""
    who = person_for(request.caller.user, person_id)
    search = plain(request.GET.get("q", "")).strip()
    found = people(request.caller.user, search=search) if search else []
    rows = [row for row in found if row.person != who]
    return render(request, "groups/staff/merge_find.html", {"person": who, "search": search, "rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*PEOPLE_ROLES)
def merge(request: DoorRequest, person_id: UUID, other_id: UUID) -> HttpResponse:
    """Both side by side, with what will move; sent, they are one."""
    user = request.caller.user
    who, other = person_for(user, person_id), _record(user, other_id)
    form, refused, status = MergeForm(request.POST or None), None, 200
    if request.method == "POST" and not form.is_valid():
        form, status = MergeForm(), 400
    elif request.method == "POST":
        try:
            source_id = form.cleaned_data["source_id"]
            merge_records(kept=who, merged=other, source="staff", source_id=source_id, occurred_at=clock.now(), by=user)
            messages.success(request, "They are one person now. It can be undone here.")
            return SeeOther(reverse("groups:person", args=[who.pk]))
        except RuleError as error:
            refused, status = error, error.status
    elif other.merged_into_id == who.pk:
        return SeeOther(reverse("groups:person", args=[who.pk]))
    return render(request, "groups/staff/merge.html", _shown(who, other, form, refused), status=status)


@require_POST
@staff(*PEOPLE_ROLES)
def undo(request: DoorRequest, person_id: UUID, merge_id: UUID) -> HttpResponse:
    who = person_for(request.caller.user, person_id)
    done = RecordMerge.objects.filter(pk=merge_id, kept=who).select_related("kept", "merged").first()
    if done is None:
        raise NotThere
    try:
        undo_merge(merge=done, by=request.caller.user)
    except RuleError as error:
        return person_page(request, who, refused=error)
    messages.success(request, "They are two people again. What had moved is back.")
    return SeeOther(reverse("groups:person", args=[who.pk]))


def _record(user: User | None, person_id: UUID) -> Person:
    """The record of this id itself, if the user works with whom it is about."""
    person_for(user, person_id)
    return Person.objects.get(pk=person_id)


def _shown(who: Person, other: Person, form: MergeForm, refused: RuleError | None) -> dict[str, object]:
    kept, merged = _side(who), _side(other)
    ends = _that_end(kept, merged)
    return {
        "sides": (kept, merged),
        "kept": kept,
        "merged": merged,
        "ends": ends,
        "goes": [seat for seat in merged.seats if seat not in ends],
        "form": form,
        "refused": refused,
    }


def _side(person: Person) -> Side:
    user = User.objects.filter(person=person).first()
    card = user.claim_cards.filter(state=ClaimCard.State.PRINTED).first() if user else None
    numbers = list(numbers_of(person).select_related("facility").order_by("facility__name"))
    return Side(person, where_words(status_of(person)), numbers, groups_of(person), user, card)


def _that_end(kept: Side, merged: Side) -> list[Membership]:
    """In a group where both sit the earlier seat stays."""
    first = {seat.group_id: seat for seat in sorted([*kept.seats, *merged.seats], key=_since, reverse=True)}
    return [seat for seat in (*kept.seats, *merged.seats) if first[seat.group_id] != seat]


def _since(seat: Membership) -> tuple[object, object]:
    return (seat.joined_at, seat.pk)
