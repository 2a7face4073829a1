"""This app's part of the staff shell: places in the bar, and what is found by a few words."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.colleagues.selectors import visible_staff
from accounts.doors import Caller
from accounts.permissions import facilities_in_scope, holds
from accounts.pins.services import HELPING
from accounts.services import ADMINISTRATORS
from accounts.tablets import MANAGING
from core import finding, navigation
from core.finding import Found, matches
from custody.models import Tablet

FACILITIES = "groups:facilities"
ACTS = (
    Found("Sign out", act="sign-out"),
    Found("Lock this screen", act="lock"),
    Found("Dark or light screen", act="theme"),
)


def _administers(caller: Caller) -> bool:
    return holds(caller.user, *ADMINISTRATORS)


def _helps(caller: Caller) -> bool:
    return holds(caller.user, *HELPING)


def find_tablets(caller: Caller, text: str) -> Iterable[Found]:
    """By label, in the order of the list."""
    tablets = Tablet.objects.filter(facility__in=facilities_in_scope(caller.user, *MANAGING), label__icontains=text)
    rows = tablets.select_related("facility").order_by("facility__name", "label")[: finding.MOST]
    return [
        Found(
            f"Tablet {tablet.label}",
            reverse("accounts:tablet", args=[tablet.pk]),
            f"{tablet.facility}, {tablet.get_state_display().lower()}",
        )
        for tablet in rows
    ]


def find_acts(caller: Caller, text: str) -> Iterable[Found]:
    mine = (
        Found("My sign-in", reverse("accounts:ways"), "passkeys, code app, password"),
        Found("Where I am signed in", reverse("accounts:devices")),
    )
    return [found for found in (*mine, *ACTS) if matches(text, found.words)]


def find_colleagues(caller: Caller, text: str) -> Iterable[Found]:
    """By name, in the order of the list."""
    rows = visible_staff(caller.user).filter(name__icontains=text).order_by("name")[: finding.MOST]
    return [Found(user.name, reverse("accounts:account", args=[user.pk]), f"account, {user.state}") for user in rows]


navigation.register("accounts:tablets", "Tablets", rank=46, may=_administers, under=FACILITIES)
navigation.register("accounts:people_here", "People here", rank=42, may=_helps, under="groups:people")
navigation.register("accounts:pauses", "Sign-ins", rank=47, may=_administers, under=FACILITIES)
navigation.register("accounts:roles", "Roles", rank=48, may=_administers, under=FACILITIES)
finding.register("Tablets", find_tablets, rank=70)
navigation.register("accounts:accounts", "Staff accounts", rank=48, may=_administers, under=FACILITIES)
finding.register("Staff accounts", find_colleagues, rank=80)
finding.register("This screen", find_acts, rank=90, unasked=True)
