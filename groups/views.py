"""Participants' pages of this floor: home, the first name, and the path."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.cards.errors import SecretTooShort
from accounts.cards.services import choose_secret
from accounts.doors import DoorRequest
from accounts.gates import SeeOther, participant
from accounts.models import ClaimCard, User
from audit.services import record
from core import clock
from core.errors import RuleError
from core.seats import SeatView, circle
from core.transactions import unit
from custody.models import Person
from custody.timeline import Status, status_of
from groups import kinds, selectors
from groups.continuity.aliases import choose_alias
from groups.forms import AliasForm, SecretForm
from groups.models import GroupSession, Membership, SupportGroup
from groups.presence.services import present
from groups.seats import admitted

#: A planned session is shown as 'the next one' from this long after its start.
GRACE = timedelta(hours=3)


@dataclass(frozen=True)
class CircleCard:
    """One of my circles as home shows it."""

    membership: Membership
    session: GroupSession | None
    live: bool
    ring: list[SeatView]
    leads: list[str]
    minutes: int | None
    room_id: UUID
    kept: bool  # the seat is kept, and the room can't take this person in now

    @property
    def group(self) -> SupportGroup:
        return self.membership.group

    @property
    def people(self) -> list[SeatView]:
        """Those who sit there; free seats are not people."""
        return [seat for seat in self.ring if not seat.is_free]


@require_safe
@participant
def home(request: DoorRequest) -> HttpResponse:
    person = _person(request)
    now = clock.now()
    status = status_of(person)
    cards = [_card(seat, status, at=now) for seat in selectors.groups_of(person)]
    cards.sort(key=lambda card: (card.kept, not card.live, card.session.starts_at if card.session else now))
    return render(request, "groups/home.html", {"cards": cards, "first": cards[0] if cards else None, "person": person})


def _card(seat: Membership, status: Status, *, at: datetime) -> CircleCard:
    """Who is in the room just now is for those whom the room takes in."""
    kept = seat.state != Membership.State.ACTIVE or not admitted(seat.group, status, at=at)
    members = selectors.members_of(seat.group_id)
    session = next_session(seat.group, at=at)
    live = session is not None and session.state in GroupSession.LIVE
    here = present(group_id=seat.group_id, at=at).persons if live and not kept else None
    return CircleCard(
        membership=seat,
        session=session,
        live=live,
        ring=circle(
            {member.seat: member.alias for member in members if member.alias},
            total=max(seat.group.capacity, max((member.seat for member in members), default=0)),
            me=seat.seat,
            leads={member.seat for member in members if member.leads},
            away={member.seat for member in members if member.away},
            here={m.seat for m in members if m.person_id in here} | {seat.seat} if here is not None else None,
        ),
        leads=[member.alias for member in members if member.leads],
        minutes=None if session is None or live else max(0, int((session.starts_at - at).total_seconds() // 60)),
        room_id=seat.group.room.pk,
        kept=kept,
    )


def next_session(group: SupportGroup, *, at: datetime) -> GroupSession | None:
    """The session that is open or paused, else the next one that is planned."""
    live = group.sessions.filter(state__in=GroupSession.LIVE).first()
    planned = group.sessions.filter(state=GroupSession.State.SCHEDULED, ends_at__gt=at, starts_at__gt=at - GRACE)
    return live or planned.order_by("starts_at").first()


@require_http_methods(["GET", "HEAD", "POST"])
@participant(alias=False)
def welcome(request: DoorRequest) -> HttpResponse:
    """The first name in the circle, once and for life."""
    person = _person(request)
    if person.alias:
        return SeeOther("/")
    form = AliasForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            choose_alias(person=person, alias=form.cleaned_data["alias"])
            return SeeOther("/")
        except RuleError as error:
            form.add_error("alias", str(error.text))
    return render(request, "groups/welcome.html", {"form": form}, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@participant
def path(request: DoorRequest) -> HttpResponse:
    """What happens on release, the card, and the word that only the person knows."""
    user = _user(request)
    form = SecretForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            keep_secret(user=user, secret=form.cleaned_data["secret"])
            messages.success(request, _("Your own word is kept. Tell it to no one."))
            return SeeOther(request.path)
        except SecretTooShort as error:
            form.add_error("secret", str(error.text))
    return render(request, "groups/path.html", {**_path(user), "form": form}, status=400 if form.errors else 200)


@unit()
def keep_secret(*, user: User, secret: str) -> None:
    choose_secret(user=user, secret=secret)
    record(kinds.SECRET_CHOSEN, by=f"person:{user.person_id}", subject=f"user:{user.pk}")


def _path(user: User) -> dict[str, Any]:
    card = user.claim_cards.filter(state=ClaimCard.State.PRINTED).first()
    return {"card": card, "secret_chosen": bool(user.second_secret), "claimed": bool(user.sign_in)}


def _person(request: DoorRequest) -> Person:
    assert request.caller.person is not None
    return request.caller.person


def _user(request: DoorRequest) -> User:
    assert request.caller.user is not None
    return request.caller.user
