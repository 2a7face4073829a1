"""Pages of the room. Everything works without script; the script takes over the same elements."""

import functools
from collections.abc import Callable
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import DoorRequest
from accounts.gates import SeeOther, first_page, participant, quiet, signed_in
from accounts.middleware import touch
from chat import bodies, pages, selectors, services, wire
from chat.errors import ClientIdReused, FrameMalformed, MessageNotThere
from chat.forms import SayForm
from chat.live.acts import act
from chat.live.guests import Guest
from chat.models import Message, Room
from chat.permissions import seat_in
from core import clock
from core.errors import NotThere, RuleError
from core.ids import new_id
from core.typed import whole
from custody.merging import of_root
from custody.models import Person
from groups.errors import AgreementNeeded, RoomUnavailable, SignedOut
from groups.seats import Seat, seat_of

View = Callable[..., HttpResponseBase]
#: Refusals of the caller, not of a frame: they are answered as the close codes are.
ENDS = (SignedOut, RoomUnavailable)


def for_script(view: View) -> View:
    """Called by the room's script: whoever is not signed in gets 401 with a code, not the way to another page."""

    @functools.wraps(view)
    def answering(request: DoorRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.caller.signed_in:
            gone = SignedOut()
            return JsonResponse({"code": gone.code, "text": str(gone.text)}, status=gone.status)
        return view(request, *args, **kwargs)

    return answering


@require_safe
@signed_in
def room(request: DoorRequest, room: UUID) -> HttpResponse:
    """The room: for its members by their doors, for monitors by the staff door."""
    first = first_page(request) if request.caller.person is not None else None
    if first is not None:
        return first
    try:
        found, seat = seat_in(request.caller, room)
    except AgreementNeeded:
        return SeeOther(f"{reverse('groups:agreement')}?next={request.path}")
    return _room_page(request, found, seat, before=whole(request.GET.get("before", "")))


@require_POST
@signed_in
def say(request: DoorRequest, room: UUID) -> HttpResponse:
    """The plain form. Taken or held: back to the room. Not taken: the page again, with the words still in it."""
    found, seat = seat_in(request.caller, room)
    form = SayForm(request.POST)
    if "look" in request.POST:
        return _room_page(request, found, seat, **_only_look(form))
    try:
        posted = services.say(seat=seat, post=form.post())
    except RuleError as refusal:
        _stop_if_ended(refusal)
        return _room_page(request, found, seat, status=refusal.status, **_not_taken(form, refusal))
    if posted.state in ("nudged", "refused"):
        return _room_page(request, found, seat, **_look_again(form, posted))
    tell = messages.warning if posted.state == "held" else messages.success
    tell(request, said_words(posted))
    return SeeOther(f"{reverse('chat:room', args=[found.pk])}#last")


@require_POST
@quiet
@for_script
@signed_in
def frames(request: DoorRequest, room: UUID) -> HttpResponse:
    """One client frame, for lines without WebSocket; answered by its frame, or by 204 when the answer is an event."""
    found, seat = seat_in(request.caller, room)
    tablet = request.caller.tablet
    try:
        frame = wire.decode(request.body)
        answer = _act(Guest(seat, found.pk, tablet.pk if tablet else None), frame)
    except RuleError as refusal:
        _stop_if_ended(refusal)
        return _refused(refusal, wire.client_id_of(request.body))
    if wire.is_by_hand(frame) and request.caller.sign_in:
        touch(request.caller.sign_in)
    return HttpResponse(status=204) if answer is None else _frame(answer)


@require_safe
@quiet
@for_script
@signed_in
def older_messages(request: DoorRequest, room: UUID) -> HttpResponse:
    """Older messages that this person may read: `before` a seq, at most `limit` (1 to 50)."""
    found, seat = seat_in(request.caller, room)
    before = _number(request, "before", least=0, most=2**53, default=found.head + 1)
    limit = _number(request, "limit", least=1, most=50, default=50)
    page, more = selectors.older(found, seat, before=before, limit=limit, at=clock.now())
    return HttpResponse(wire.json({"messages": page, "more": more}), content_type="application/json")


@require_safe
@quiet
@for_script
@signed_in
def read(request: DoorRequest, room: UUID) -> HttpResponse:
    """Where no script runs: the room's page was shown, up to this `seq`. Asked for by a picture that nobody sees, which
    a browser with script doesn't ask for (decision 12). The same again changes nothing."""
    found, seat = seat_in(request.caller, room)
    seq = _number(request, "seq", least=0, most=2**53, default=0)
    services.mark_read(seat=seat, room_id=found.pk, seq=seq)
    return HttpResponse(status=204, headers={"Cache-Control": "no-store"})


@require_safe
@participant
def mine(request: DoorRequest) -> HttpResponse:
    """My messages: what waits, what came back and why, what was taken down."""
    now = clock.now()
    own = selectors.own_messages(_person(request), at=now)
    with timezone.override(ZoneInfo(pages.zone_of(request.caller))):
        return render(request, "chat/mine.html", {"own": own, "now": now, "place": "messages"})


@participant
def change(request: DoorRequest, message: UUID) -> HttpResponse:
    """Change a message that was sent back, and send it again."""
    person = _person(request)
    found = _own_returned(person, message)
    form = SayForm(request.POST if request.method == "POST" else None, initial=_first(found))
    context: dict[str, Any] = {"form": form, "message": found, "place": "messages"}
    if request.method == "POST":
        seat = seat_of(request.caller, found.room.group_id)
        try:
            posted = services.say(seat=seat, post=form.post(replaces=found.pk))
        except RuleError as refusal:
            _stop_if_ended(refusal)
            return render(request, "chat/change.html", context | {"said": refusal.text}, status=refusal.status)
        if posted.state not in ("nudged", "refused"):
            messages.success(request, said_words(posted))
            return SeeOther(reverse("chat:mine"))
        context |= {"said": _reason(posted), "nudged": posted.state == "nudged"}
    return render(request, "chat/change.html", context)


@require_POST
@participant
def withdraw(request: DoorRequest, message: UUID) -> HttpResponse:
    services.withdraw_own(person_id=_person(request).pk, message_id=message)
    messages.success(request, _("You took it back. No one can read it now."))
    return SeeOther(reverse("chat:mine"))


@require_POST
@participant
def dismiss(request: DoorRequest, message: UUID) -> HttpResponse:
    """Put an outcome aside that has been read."""
    rev = whole(request.POST.get("rev", ""))
    if rev is None:
        raise FrameMalformed
    services.dismiss(person_id=_person(request).pk, message_id=message, rev=rev)
    return SeeOther(reverse("chat:mine"))


def said_words(posted: wire.Posted) -> str:
    """What happened to a message that was taken, in one line."""
    if posted.state == Message.State.HELD:
        return _("Your message is held. A person will read it soon. You are not in trouble.")
    return _("Your message is in the circle.")


def _room_page(
    request: DoorRequest, room: Room, seat: Seat, *, before: int | None = None, status: int = 200, **more: Any
) -> HttpResponse:
    page = pages.RoomPage(request, room, seat, clock.now())
    context = page.context(before=before) | more
    with timezone.override(ZoneInfo(context["tz"])):
        return render(request, "chat/room.html", context, status=status)


def _not_taken(form: SayForm, refusal: RuleError) -> dict[str, Any]:
    """The words stay; with the same id, so that sending them again can't say them twice."""
    reused = isinstance(refusal, ClientIdReused)
    client_id = str(new_id()) if reused else form.data.get("client_id", "")
    return {
        "said": {"text": refusal.text, "good": False},
        "draft": form.draft,
        "new_client_id": client_id or str(new_id()),
    }


def _only_look(form: SayForm) -> dict[str, Any]:
    """New words without script: what was typed stays in the box."""
    return {"draft": form.draft, "new_client_id": form.data.get("client_id", "") or str(new_id())}


def _look_again(form: SayForm, posted: wire.Posted) -> dict[str, Any]:
    return {
        "said": {"text": _reason(posted), "good": False},
        "draft": form.draft,
        "nudged": posted.state == "nudged",
        "new_client_id": str(posted.client_id),
    }


def _reason(posted: wire.Posted) -> str:
    return posted.reason.text if isinstance(posted.reason, wire.Reason) else ""


def _act(guest: Guest, frame: wire.AnyInbound) -> wire.Outbound | None:
    if isinstance(frame, wire.Ping):
        return wire.Pong()
    if isinstance(frame, wire.Hello | wire.Applied | wire.Typing):
        return None  # a poll says the first two in its address; typing is never answered
    return act(guest, frame)


def _frame(frame: wire.Outbound, *, status: int = 200) -> HttpResponse:
    return HttpResponse(wire.encode(frame), content_type="application/json", status=status)


def _refused(refusal: RuleError, client_id: UUID | None) -> HttpResponse:
    response = _frame(wire.error(refusal, client_id=client_id), status=refusal.status)
    if refusal.retry_after is not None:
        response["Retry-After"] = str(refusal.retry_after)
    return response


def _stop_if_ended(refusal: RuleError) -> None:
    if isinstance(refusal, ENDS):
        raise refusal


def _number(request: DoorRequest, name: str, *, least: int, most: int, default: int) -> int:
    number = whole(request.GET.get(name, str(default)))
    if number is None or not least <= number <= most:
        raise FrameMalformed
    return number


def _person(request: DoorRequest) -> Person:
    if request.caller.person is None:
        raise NotThere
    return request.caller.person


def _own_returned(person: Person, message_id: UUID) -> Message:
    """One's own message that was sent back; any other is not there."""
    own = Message.objects.filter(of_root(person, "author"), pk=message_id, state=Message.State.RETURNED)
    found = own.select_related("room__group").first()
    if found is None:
        raise MessageNotThere
    return found


def _first(message: Message) -> dict[str, Any]:
    words = bodies.texts([message.pk]).get(message.pk, "")
    return {"body": words, "client_id": new_id(), "lang": get_language() or "en"}
