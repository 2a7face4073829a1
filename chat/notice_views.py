"""The notice of a decision, for the writer: as a page, which every tablet opens, and as a file on one's own phone."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.doors import Door, DoorRequest
from accounts.gates import participant
from chat import pages, selectors
from chat.errors import PaperNotHere
from chat.notices import Notice, drawn, notice_of
from core import clock
from core.errors import NotThere


@require_safe
@participant
def notice(request: DoorRequest, message: UUID) -> HttpResponse:
    """On paper by the browser's own print; the bars stay on the screen."""
    context = {
        "notice": _notice(request, message),
        "message_id": message,
        "may_keep": request.caller.door == Door.ONLINE,
        "place": "messages",
    }
    return render(request, "chat/notice.html", context)


@require_safe
@participant
def notice_pdf(request: DoorRequest, message: UUID) -> HttpResponse:
    """Not on a tablet that is passed on: what a browser has saved there, the next person can open."""
    found = _notice(request, message)
    if request.caller.door != Door.ONLINE:
        raise PaperNotHere
    headers = {"Content-Disposition": 'inline; filename="same-circle-notice.pdf"'}
    return HttpResponse(drawn(found), content_type="application/pdf", headers=headers)


def _notice(request: DoorRequest, message: UUID) -> Notice:
    person = request.caller.person
    if person is None:
        raise NotThere
    told = selectors.own_decided(person, message, at=clock.now())
    return notice_of(told, zone=pages.zone_of(request.caller, told.message.room))
