"""On the first page of administrators: accounts that are about to be switched off because nobody uses them."""

from django.urls import reverse

from accounts.colleagues import selectors, services
from accounts.doors import Caller
from accounts.models import User
from accounts.permissions import holds
from core import clock, home
from core.home import Card, Row

SHOWN = 6


def unused(caller: Caller) -> Card | None:
    if not holds(caller.user, *services.ADMINISTRATORS):
        return None
    soon = selectors.soon_unused(caller.user)
    if not soon:
        return None
    more = f"and {len(soon) - SHOWN} more" if len(soon) > SHOWN else ""
    return Card("Accounts that nobody uses", [_row(user) for user in soon[:SHOWN]], calm="", note=more)


def _row(user: User) -> Row:
    now = clock.now()
    days = (services.unused_since(user) + services.UNUSED_AFTER - now).days
    page = reverse("accounts:account", args=[user.pk])
    if services.is_last_administrator(user, at=now):
        return Row(user.name, page, detail="The last administrator: stays on, and should sign in", tone="clay")
    if days < 1:
        return Row(user.name, page, detail="No sign-in for 90 days: is switched off today", tone="clay")
    return Row(user.name, page, detail="No sign-in for a long time", aside=f"off in {days} days")


home.register("accounts.unused", unused, rank=60)
