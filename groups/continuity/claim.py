"""Claiming: from the card's words to a seat in the same circle, on the online door, without e-mail.

First it says who reads what, and what happens in danger; then three steps. Between them the session holds the card's
id, for an hour; the words are never stored.
"""

from contextlib import suppress
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts import browsers
from accounts import services as accounts
from accounts.cards import services as cards
from accounts.cards.errors import CardPaused, CardRefused
from accounts.doors import Door, DoorRequest
from accounts.gates import SeeOther, everybody
from accounts.models import ClaimCard, User
from audit.services import record
from core import clock
from core.errors import NotThere, RuleError
from core.transactions import unit
from custody.models import Person
from groups import kinds
from groups.agreements.errors import AgreementChanged
from groups.agreements.services import acknowledge
from groups.agreements.views import notice_at
from groups.apart.models import KeptApart
from groups.continuity.services import settle
from groups.first_use import pass_screens
from groups.forms import ClaimSecretForm, WayInForm

SESSION, TOLD, READ = "claim", "claim_told", "claim_read"
#: A claim that was begun is finished within this, or begun again.
HOUR = timedelta(hours=1)


@unit()
def claim(*, card: ClaimCard, sign_in: str, password: str) -> User:
    """The card is used, the person has a way in, and their seats are theirs again."""
    user = card.user
    cards.use(card=card)
    who = f"person:{user.person_id}"
    accounts.set_online_way_in(user=user, sign_in=sign_in, password=password, by=who)
    record(kinds.CARD_USED, by=who, subject=f"user:{user.pk}", card=card.number)
    assert user.person is not None
    user.refresh_from_db()
    settle(person=user.person, by=who, where=KeptApart.Where.JOIN)
    return user


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@everybody
def before(request: DoorRequest) -> HttpResponse:
    """Step 1: who watches and reads what, and what happens in danger. A card is valid outside only, so the words are
    those. That they were read is kept when somebody has come in."""
    _online_only(request)
    if request.method == "POST":
        request.session[TOLD] = clock.now().timestamp()
        request.session[READ] = request.POST.get("wording", "")
        return SeeOther("/claim/")
    return render(request, "groups/claim_before.html", {"inside": False, "text": notice_at(None)})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@everybody
def words(request: DoorRequest) -> HttpResponse:
    """Step 2: the ten words. What was typed is read, whether or not this browser kept that step 1 was shown."""
    _online_only(request)
    if request.method != "POST" and not _is_fresh(request.session.get(TOLD, 0)):
        return SeeOther("/claim/before/")
    typed = [request.POST.get(f"word{place}", "").strip() for place in range(1, cards.WORDS + 1)]
    error: RuleError | None = None
    if request.method == "POST":
        try:
            card = cards.prove_words(words=typed)
            request.session[SESSION] = {"card": str(card.pk), "step": "secret", "at": clock.now().timestamp()}
            return SeeOther("/claim/secret/")
        except RuleError as refused:
            error = refused
    context = {"words": list(enumerate(typed, start=1)), "error": error}
    return render(request, "groups/claim_words.html", context, status=error.status if error else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@everybody
def secret(request: DoorRequest) -> HttpResponse:
    """Step 3: the word that only the person knows."""
    card = _begun(request, "secret")
    if card is None:
        return SeeOther("/claim/")
    form = ClaimSecretForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            cards.prove_secret(card=card, secret=form.cleaned_data["secret"])
            request.session[SESSION] = {"card": str(card.pk), "step": "way_in", "at": clock.now().timestamp()}
            return SeeOther("/claim/done/")
        except RuleError as error:
            form.add_error("secret", str(error.text))
            status = error.status
    left = cards.tries_left(card)
    return render(request, "groups/claim_secret.html", {"form": form, "left": left}, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@everybody
def way_in(request: DoorRequest) -> HttpResponse:
    """Step 4: a name and a password; then the same circle."""
    card = _begun(request, "way_in")
    if card is None:
        return SeeOther("/claim/")
    form = WayInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = _claim(card, form, request)
        if user is not None:
            return user
    assert card.user.person is not None
    seat = card.user.person.memberships.filter(ended_at=None).order_by("joined_at").first()
    context = {"form": form, "person": card.user.person, "seat": seat}
    return render(request, "groups/claim_way_in.html", context, status=400 if form.errors else 200)


def _claim(card: ClaimCard, form: WayInForm, request: DoorRequest) -> HttpResponse | None:
    try:
        user = claim(card=card, **form.cleaned_data)
    except (CardRefused, CardPaused):
        request.session.pop(SESSION, None)
        return SeeOther("/claim/")
    except RuleError as error:
        form.add_error("password" if error.code.startswith("password") else "sign_in", str(error.text))
        return None
    return _come_in(request, user)


def _come_in(request: DoorRequest, user: User) -> HttpResponse:
    """Signed in by what was just proved; this browser is known from now on."""
    browser = browsers.read_or_new(request.COOKIES.get(browsers.COOKIE))
    read = request.session.get(READ, "")
    accounts.begin_sign_in(request=request, user=user, door=Door.ONLINE)
    assert user.person is not None
    pass_screens(request, user.person, 2)
    _keep_what_was_read(user.person, read, language=get_language() or "en")
    response = SeeOther("/")
    browsers.remember(response, browser.knowing(user))
    return response


def _keep_what_was_read(person: Person, wording: str, *, language: str) -> None:
    """The notice of step 1; if it says something else by now, it is asked again on the next page."""
    with suppress(ValueError, AgreementChanged):
        acknowledge(person=person, wording_ids=[UUID(wording)], language=language[:2], door=Door.ONLINE)


def _begun(request: DoorRequest, step: str) -> ClaimCard | None:
    """The card of a claim that has come to this step, and is still fresh and valid."""
    _online_only(request)
    begun: dict[str, Any] = request.session.get(SESSION) or {}
    if begun.get("step") != step or not _is_fresh(begun.get("at", 0)):
        return None
    cards_left = ClaimCard.objects.filter(pk=UUID(begun["card"]), state=ClaimCard.State.PRINTED)
    return cards_left.select_related("user__person").first()


def _is_fresh(at: float) -> bool:
    """On a shared computer the next person begins anew."""
    return clock.now().timestamp() - at <= HOUR.total_seconds()


def _online_only(request: DoorRequest) -> None:
    if request.caller.door != Door.ONLINE:
        raise NotThere
