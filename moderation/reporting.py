"""A member's report, where the room's own script can't run: a plain page."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from accounts.doors import DoorRequest
from accounts.gates import participant
from chat import services as chat
from chat import wire
from chat.models import Message, Room
from chat.ports import REPORT_REASONS
from chat.selectors.shown import one
from core import clock
from core.errors import NotThere
from core.ids import new_id
from custody.models import Person
from groups.seats import Seat, seat_of

#: What each reason is called for the one who reports.
REASONS = {
    "unkind": _("Unkind words"),
    "threat": _("A threat"),
    "private": _("Something private, like a phone number"),
    "worried": _("I am worried about this person"),
    "other": _("Something else"),
}


class ReportForm(forms.Form):
    """Why, and a note if they want."""

    reason = forms.ChoiceField(
        label=_("What is wrong?"),
        error_messages={"required": _("Choose what is wrong.")},
        choices=[(code, REASONS[code]) for code in REPORT_REASONS],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("Do you want to add something?"), required=False, max_length=1000, widget=forms.Textarea({"rows": 3})
    )
    client_id = forms.UUIDField(widget=forms.HiddenInput)


@participant
def report(request: DoorRequest, room: UUID, message: UUID) -> HttpResponse:
    """GET: the form. POST: it is recorded, and this says what happens next."""
    found = Room.objects.select_related("group").filter(pk=room).first()
    if found is None:
        raise NotThere
    seat = seat_of(request.caller, found.group_id)
    form = ReportForm(request.POST if request.method == "POST" else None, initial={"client_id": new_id()})
    context = {"room": found, "form": form, "message_id": message, "writer": _writer(found, seat, message)}
    if form.is_valid():
        frame = wire.Report(message=message, **form.cleaned_data)
        context["said"] = chat.report(seat=seat, report=frame).text
    return render(request, "moderation/report.html", context)


def _writer(room: Room, seat: Seat, message_id: UUID) -> Person:
    """Who wrote it, for a reader who may read it now."""
    found: Message | None = one(room, seat, message_id, at=clock.now())
    if found is None:
        raise NotThere
    return found.author
