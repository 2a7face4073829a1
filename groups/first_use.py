"""First use: the notice with who reads what, what happens when somebody is in danger, the name in the circle, and what
the circle agrees to. With the sign-in before them and home after them these are six screens.

Nothing is typed before the first two were shown; the session holds how far this person has come.
"""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from accounts.doors import DoorRequest
from accounts.gates import SeeOther, participant
from core import clock
from core.errors import RuleError
from custody.models import Person
from custody.timeline import Status, status_of
from groups.agreements.errors import AgreementChanged
from groups.agreements.selectors import OF_A_CIRCLE
from groups.agreements.texts import texts_of
from groups.agreements.views import agree, notice_of, yes_of
from groups.continuity.aliases import choose_alias
from groups.continuity.example_names import free_examples
from groups.forms import AliasForm
from groups.telling import circles_of, told_to

SESSION = "first_use"
#: In this order; nobody comes to one before the others were passed.
SCREENS = ("groups:welcome", "groups:welcome_danger", "groups:welcome_name")


@require_http_methods(["GET", "HEAD", "POST"])
@participant(alias=False)
def who_reads_first(request: DoorRequest) -> HttpResponse:
    """Screen 1: what this is, who watches, and who reads what. Going on says that it was read."""
    return _told(request, screen=1, template="groups/first_use/who_reads.html")


@require_http_methods(["GET", "HEAD", "POST"])
@participant(alias=False)
def danger_first(request: DoorRequest) -> HttpResponse:
    """Screen 2: what happens when somebody is in danger."""
    return _told(request, screen=2, template="groups/first_use/danger.html")


@require_http_methods(["GET", "HEAD", "POST"])
@participant(alias=False)
def name(request: DoorRequest) -> HttpResponse:
    """Screen 3: the name in the circle, once and for life. An example that is pressed only fills the field."""
    person = _person(request)
    elsewhere = _elsewhere(request, person, screen=3)
    if elsewhere is not None:
        return elsewhere
    if "example" in request.POST:
        form = AliasForm(initial={"alias": request.POST["example"]})
    else:
        form = AliasForm(request.POST or None)
        if request.method == "POST" and form.is_valid() and _choose(person, form):
            request.session.pop(SESSION, None)
            lacking = texts_of(person, at=clock.now()).of(*OF_A_CIRCLE)
            return SeeOther(f"{reverse('groups:agreement')}?step=4" if lacking else "/")
    context = {"form": form, "examples": free_examples(person, language=request.caller.language)}
    return render(request, "groups/first_use/name.html", context, status=400 if form.errors else 200)


@require_safe
@participant
def who_reads(request: DoorRequest) -> HttpResponse:
    """The same later: who reads what, circle by circle, and what happens in danger."""
    person = _person(request)
    context = {
        **told_to(person, _status(request, person)),
        "text": notice_of(person),
        "circles": circles_of(person),
        "agreed": yes_of(person),
        "place": "path",
    }
    return render(request, "groups/who_reads.html", context)


def _told(request: DoorRequest, *, screen: int, template: str) -> HttpResponse:
    person = _person(request)
    elsewhere = _elsewhere(request, person, screen=screen)
    if elsewhere is not None:
        return elsewhere
    context = told_to(person, _status(request, person)) | {"text": notice_of(person) if screen == 1 else None}
    if request.method == "POST":
        try:
            agree(request, person)
        except AgreementChanged as error:
            return render(request, template, context | {"error": error}, status=error.status)
        pass_screens(request, person, screen)
        return SeeOther(reverse(SCREENS[screen]))
    return render(request, template, context)


def _elsewhere(request: DoorRequest, person: Person, *, screen: int) -> HttpResponse | None:
    """Away from here: who has a name needs none of this, and nobody skips a screen."""
    if person.alias:
        return SeeOther("/")
    passed = _passed(request, person)
    return None if passed >= screen - 1 else SeeOther(reverse(SCREENS[passed]))


def _passed(request: DoorRequest, person: Person) -> int:
    """The number of screens that this person has passed in this session."""
    kept: Mapping[str, Any] = request.session.get(SESSION) or {}
    return int(kept["passed"]) if kept.get("person") == str(person.pk) else 0


def pass_screens(request: DoorRequest, person: Person, number: int) -> None:
    """So many screens were shown to this person."""
    number = max(number, _passed(request, person))
    request.session[SESSION] = {"person": str(person.pk), "passed": number}


def _choose(person: Person, form: AliasForm) -> bool:
    try:
        choose_alias(person=person, alias=form.cleaned_data["alias"])
    except RuleError as error:
        form.add_error("alias", str(error.text))
        return False
    return True


def _status(request: DoorRequest, person: Person) -> Status:
    return request.caller.custody or status_of(person)


def _person(request: DoorRequest) -> Person:
    assert request.caller.person is not None
    return request.caller.person
