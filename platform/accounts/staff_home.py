"""What this app has on the first page of staff: their roles, those that end soon, and those that wait for a second
person."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.doors import Caller
from accounts.grants.rules import GIVERS
from accounts.grants.selectors import GrantView, ending_soon, views_of, waiting_for
from accounts.models import User
from accounts.permissions import holds, standing
from core import home
from core.home import Act, Card, Row

SHOWN = 8


def looked_after(caller: Caller) -> Card | None:
    """For administrators: what waits for them, and which roles end within two weeks."""
    user = caller.user
    if user is None or not holds(user, *GIVERS):
        return None
    waiting = waiting_for(user)
    rows = [*(_asked(one.proposal.user.name, one.role, one.place) for one in waiting), *_ending(user)]
    return Card(
        "Roles",
        rows[:SHOWN],
        calm="No role waits for you, and none ends within 14 days.",
        note=f"{len(waiting)} to agree to" if waiting else "",
        tone="clay" if rows else "",
        acts=[Act("All roles", reverse("accounts:roles")), Act("Give a role", reverse("accounts:give_role"))],
    )


def _asked(name: str, role: str, place: str) -> Row:
    return Row(f"{role} for {name}", reverse("accounts:roles"), detail=place, aside="waits for you", tone="clay")


def _ending(user: User) -> Iterable[Row]:
    page = reverse("accounts:roles")
    for view in ending_soon(user):
        yield Row(f"{view.role}: {view.grant.user.name}", page, detail=view.place, aside=_until(view), tone="clay")


def own(caller: Caller) -> Card | None:
    """For everybody: which roles they have, and until when."""
    user = caller.user
    if user is None or not caller.is_staff:
        return None
    views = views_of(list(standing().filter(user=user).select_related("user").order_by("given_at")))
    return Card(
        "Your roles", [_own(view) for view in views], calm="You have no role now. An administrator can give you one."
    )


def _own(view: GrantView) -> Row:
    return Row(view.role, detail=view.place, aside=_until(view), tone="clay" if view.ends_soon else "")


def _until(view: GrantView) -> str:
    return f"until {view.grant.until:%-d %b %Y}" if view.grant.until else ""


home.register("accounts.roles", looked_after, rank=65)
home.register("accounts.own_roles", own, rank=90)
